import pytest

from bowtie.charts.fit import clean, clip, width_of, wrap
from bowtie.charts.numbers import percent, short, whole
from bowtie.words import speaking


@pytest.mark.parametrize(
    ("text", "expected"),
    [("  a \n b\t", "a b"), ("a\x00b\u202ec", "abc"), (None, "None"), ("客户 名称", "客户 名称")],
)
def test_a_line_is_one_line(text, expected):
    assert clean(text) == expected


def test_what_fits_stays_and_what_does_not_is_cut():
    assert clip("Short", 200) == "Short"
    cut = clip("A very long name indeed " * 20, 100)
    assert cut.endswith("…")
    assert width_of(cut) <= 100


def test_wrapping_breaks_at_spaces_and_between_chinese_characters():
    assert wrap("one two three", 60, lines=3) == ["one two", "three"]
    assert wrap("一二三四五六", 42, lines=3) == ["一二三", "四五六"]
    assert wrap("一二三。四", 42, lines=3) == ["一二", "三。四"]
    lines = wrap("word " * 50, 100, lines=2)
    assert len(lines) == 2
    assert lines[1].endswith("…")
    assert wrap("", 100) == []


@pytest.mark.parametrize(
    ("value", "expected"),
    [(None, "–"), (float("nan"), "–"), (0, "0"), (12_345, "12,345"), (999_999, "999,999"), (12_300_000, "12.3M")],
)
def test_counts_fit(value, expected):
    assert short(value) == expected


@pytest.mark.parametrize(
    ("value", "expected"),
    [(None, "–"), (0, "0%"), (0.0001, "<0.1%"), (0.031, "3.1%"), (0.5, "50%"), (1, "100%")],
)
def test_a_share_that_is_not_nothing_never_reads_as_nothing(value, expected):
    assert percent(value) == expected


def test_numbers_speak_the_readers_language():
    with speaking("ru"):
        assert whole(1234567).replace("\u00a0", " ") == "1 234 567"
        assert percent(0.031).replace("\u00a0", " ") == "3,1%"
    with speaking("zh_Hans"):
        assert short(12_000_000) == "1200万"
