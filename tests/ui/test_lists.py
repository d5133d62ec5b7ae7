"""Lists say why, are searched by any word, and leave as guarded CSV."""

import pandas as pd

from bowtie.words import say, speaking
from ui.widgets.lists import as_csv, matching, rounded, shown

ROWS = pd.DataFrame({
    "customer_id": ["1", "2"], "name": ["=1+1", "Bob *x*"], "segment": ["liker", "lurker"],
    "start_date": pd.to_datetime(["2024-01-02", None]), "value": [1.23456, None],
    "why": [say("{n:int} acts", n=1200), say("asked")],
})


def test_sentences_and_keys_are_written_in_the_readers_language():
    assert shown(ROWS)["why"].tolist() == ["1,200 acts", "asked"]
    with speaking("ru"):
        assert shown(ROWS)["segment"].tolist() == ["симпатизирующий", "наблюдатель"]


def test_every_word_must_occur_somewhere_in_a_row():
    rows = shown(ROWS)
    assert matching(rows, "bob LURKER")["customer_id"].tolist() == ["2"]
    assert matching(rows, "bob liker")["customer_id"].tolist() == []
    assert matching(rows, "*x*")["customer_id"].tolist() == ["2"]
    assert matching(rows, "  ")["customer_id"].tolist() == ["1", "2"]


def test_a_download_is_guarded_and_headed_as_the_screen_is():
    lines = as_csv(ROWS).decode("utf-8-sig").splitlines()
    assert lines[0] == "Customer id,Name,Group,Start date,Value,Why on this list"
    assert lines[1].startswith("1,'=1+1,liker,2024-01-02,1.23456")
    assert lines[2].startswith("2,Bob *x*,lurker,,,")


def test_rates_are_rounded_for_reading_and_nothing_else_changes():
    assert rounded(pd.DataFrame({"rate": [0.44886], "count": [3]})).to_dict("list") == {"rate": [0.449], "count": [3]}
