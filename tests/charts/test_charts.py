"""Every chart, in every shape of data: it is made, it says something, it is small, and it holds no names of columns."""

import altair as alt
import pandas as pd
import pytest

from bowtie import charts
from bowtie.analysis import Unavailable
from bowtie.charts.fit import width_of
from bowtie.errors import BowtieError
from bowtie.words import say, speaking
from tests.charts.make import CHINESE, LABELS, RUSSIAN, make_bowtie, make_loop, make_segments

LONG = "A stage with a name that somebody typed without end " * 6
NASTY = '</script><img src=x onerror=alert(1)> a.b[0]:"q"\\ \n\u202e=1+1 **bold** [x](http://example.org)'
FOUR = {"keys": ["awareness", "consideration", "purchase", "experience"], "sides": ["left", "left", "knot", "right"],
        "labels": ["Awareness", "Consideration", "Purchase", "Experience"]}
UNAVAILABLE = Unavailable((say("Add referrals."),))
EMPTY = pd.DataFrame()

BOWS = {
    "usual": make_bowtie(),
    "four": make_bowtie([3200, 900, 400, 400], **FOUR),
    "no_left": make_bowtie([None] * 4 + [640, 640, 352, 96, 21], needs_left=(say("Add leads."),)),
    "no_right": make_bowtie([400, 300, 200, 150, 100] + [None] * 4),
    "nothing": make_bowtie([None] * 9, needs_left=(say("Add leads."),)),
    "nobody": make_bowtie([0] * 9),
    "twelve": make_bowtie([12, 9, 7, 5, 4, 4, 2, 1, 0]),
    "millions": make_bowtie([12_000_000, 2_300_000, 410_000, 90_000, 12_400, 12_400, 7_000, 900, 120]),
    "more_customers_than_leads": make_bowtie([300, 200, 150, 120, 90_000, 90_000, 60_000, 8_000, 1_200]),
    "gaps": make_bowtie([8200, None, 1700, 900, 640, 640, 352, None, None]),
    "long": make_bowtie(labels=[LONG] * 9),
    "nasty": make_bowtie(labels=[NASTY] * 9),
    "chinese": make_bowtie(labels=CHINESE),
    "russian": make_bowtie(labels=RUSSIAN),
    "no_exits": make_bowtie(exits=make_bowtie().exits.head(0)),
    "texts": make_bowtie(labels=[say(label) for label in LABELS]),
}
SOME = ("usual", "four", "nothing", "gaps", "nasty", "no_exits")
DRAWN = {
    **{f"bowtie_{name}": lambda name=name, **k: charts.bowtie(BOWS[name], make_loop(), **k) for name in BOWS},
    **{f"exits_{name}": lambda name=name, **k: charts.exits(BOWS[name], **k) for name in SOME},
    **{f"times_{name}": lambda name=name, **k: charts.stage_times(BOWS[name], **k) for name in SOME},
    "bowtie_no_loop": lambda **k: charts.bowtie(make_bowtie(), **k),
    "bowtie_loop_unavailable": lambda **k: charts.bowtie(make_bowtie(), UNAVAILABLE, **k),
    "bowtie_nobody_referred": lambda **k: charts.bowtie(make_bowtie(), make_loop(0, referral_share=0.0), **k),
    "reasons": lambda **k: charts.reasons(make_bowtie(), **k),
    "reasons_left": lambda **k: charts.reasons(make_bowtie(), "left", **k),
    "reasons_lost_leads": lambda **k: charts.reasons(make_bowtie(), "lost_leads", **k),
    "reasons_none": lambda **k: charts.reasons(make_bowtie(bought_because=EMPTY), **k),
    "reasons_many": lambda **k: charts.reasons(
        make_bowtie(bought_because=pd.DataFrame({"reason": [NASTY + str(n) for n in range(9000)], "count": 1})), **k),
    "segments": lambda **k: charts.segments(make_segments(), **k),
    "segments_no_lovers": lambda **k: charts.segments(make_segments(None, 3, 9, 0), **k),
    "segments_nobody": lambda **k: charts.segments(make_segments(0, 0, 0, 5), **k),
    "segments_unavailable": lambda **k: charts.segments(UNAVAILABLE, **k),
    "distribution": lambda **k: charts.distribution(make_segments(), **k),
    "distribution_not_separating": lambda **k: charts.distribution(make_segments(separates=False), **k),
    "distribution_empty": lambda **k: charts.distribution(make_segments(distribution=EMPTY), **k),
    "cube": lambda **k: charts.loyalty_advocacy_value(make_segments(), **k),
    "cube_empty": lambda **k: charts.loyalty_advocacy_value(make_segments(cube=make_segments().cube.head(0)), **k),
    "cube_one_cell": lambda **k: charts.loyalty_advocacy_value(make_segments(cube=make_segments().cube.head(1)), **k),
    "before_lover": lambda **k: charts.before_lover(make_segments(), **k),
    "before_lover_empty": lambda **k: charts.before_lover(make_segments(before_lover=EMPTY), **k),
    "before_lover_no_others": lambda **k: charts.before_lover(
        make_segments(before_lover=make_segments().before_lover.assign(others_share=float("nan"))), **k),
    "new_customers": lambda **k: charts.new_customers(make_loop(), **k),
    "new_customers_none": lambda **k: charts.new_customers(make_loop(new_customers=EMPTY, zero_paid_ratio=None), **k),
    "new_customers_unavailable": lambda **k: charts.new_customers(UNAVAILABLE, **k),
    "new_customers_nasty": lambda **k: charts.new_customers(
        make_loop(new_customers=make_loop().new_customers.assign(channel=NASTY)), **k),
}


def inline(spec):
    return [row for rows in spec.get("datasets", {}).values() for row in rows]


NAMES = {"x", "y", "x2", "y2", "label", "size", "colour", "fill", "gap", "piece", "a", "b", "c", "o", "part",
         "t0", "t1", "t2", "t3", "t4"}


@pytest.mark.parametrize("width", [360, 1200])
@pytest.mark.parametrize("name", DRAWN)
def test_every_chart_says_something_and_stays_small(name, width):
    chart = DRAWN[name](width=width, dark=width == 360)
    spec = chart.to_dict(validate=width == 1200)
    rows = inline(spec)
    assert isinstance(chart, alt.LayerChart)
    assert all(line.strip() for line in spec["title"]["text"])
    assert spec["description"].startswith(" ".join(spec["title"]["text"])[:20].rstrip("…"))
    assert "None" not in spec["description"]
    assert len(rows) <= 5000
    assert {key for row in rows for key in row} <= NAMES      # ours, never those of a file
    assert not [row for row in rows for value in row.values() if pd.isna(value)]
    assert not [row for row in words_of(spec) if outside(row, spec)]


def words_of(spec):
    return [row for row in inline(spec) if "label" in row]


def outside(row, spec):
    across, down = -1 <= row["x"] <= spec["width"] + 1, -1 <= row["y"] <= spec["height"] + 1
    return not across or not down or width_of(row["label"], row["size"]) > max(spec["width"], spec["height"])


@pytest.mark.parametrize("name", ["usual", "no_left", "long", "russian", "millions"])
def test_between_phone_and_desk_words_stay_inside_too(name):
    spec = charts.bowtie(BOWS[name], make_loop(), width=720).to_dict(validate=False)
    assert not [row for row in words_of(spec) if outside(row, spec)]


@pytest.mark.parametrize("language", ["zh_Hans", "zh_Hant", "ru"])
def test_charts_speak_the_readers_language(language):
    with speaking(language):
        for name in ("bowtie_usual", "segments", "new_customers", "cube", "distribution", "times_usual"):
            assert DRAWN[name]().to_dict()["config"]["locale"]["number"]["decimal"] in ".,"


def test_nothing_global_is_touched():
    before = alt.theme.active
    charts.bowtie(make_bowtie(), dark=True).to_dict()
    assert alt.theme.active == before


def test_the_title_of_the_bow_states_what_comes_through():
    assert "".join(charts.bowtie(make_bowtie()).to_dict()["title"]["text"]) == (
        "7.8% go from Awareness to Customers, 55% from Customers to Loyalists"
    )


def test_a_magnified_side_says_so():
    labels = [row.get("label") for row in inline(charts.bowtie(make_bowtie(), width=1200).to_dict())]
    assert "right side drawn 5 times larger" in labels


def test_a_class_that_cannot_be_seen_is_not_zero():
    labels = [row.get("label") for row in inline(charts.segments(make_segments(None, 3, 9, 0)).to_dict())]
    assert "not observable" in labels
    assert "0%" not in labels


def test_few_customers_are_marked():
    assert "Few customers: read the percentages with care." in charts.bowtie(BOWS["twelve"]).to_dict()["description"]


def test_every_picture_has_the_table_behind_it():
    parts = {"bowtie": make_bowtie(), "exits": make_bowtie(), "reasons": make_bowtie(), "stage_times": make_bowtie(),
             "segments": make_segments(), "distribution": make_segments(), "loyalty_advocacy_value": make_segments(),
             "before_lover": make_segments(), "new_customers": make_loop()}
    drawn = set(charts.__all__) - {"colours", "theme", "table"}
    assert drawn == set(parts)
    frames = {name: charts.table(name, part) for name, part in parts.items()}
    assert all(len(frame) for frame in frames.values())
    assert not [column for frame in frames.values() for column in frame.columns if "_" in column]


def test_the_table_of_the_segments():
    frame = charts.table("segments", make_segments(None, 30, 70, 10))
    assert frame["Customers"].tolist() == [pd.NA, 30, 70, 10]
    assert frame["Share of those judged"].tolist()[1:3] == [0.3, 0.7]


def test_the_table_of_what_is_unavailable_is_empty():
    assert charts.table("segments", UNAVAILABLE).empty


def test_a_picture_that_does_not_exist_names_those_that_do():
    with pytest.raises(BowtieError, match=r"no picture called pie.*bowtie"):
        charts.table("pie", make_bowtie())


def test_a_name_that_does_not_exist_says_what_does():
    with pytest.raises(AttributeError, match="segments"):
        _ = charts.pie
