"""Nothing from a file becomes markup, and a dash is not a zero."""

import pytest
from streamlit.testing.v1 import AppTest

from bowtie.words import say, speaking
from ui.wording import ROLES, days, label, money, number, percent, plain, rich


@pytest.mark.parametrize(("theirs", "escaped"), [
    ("Acme", "Acme"),
    ("*x*", r"\*x\*"),
    ("<script>alert(1)</script>", r"\<script\>alert\(1\)\<\/script\>"),
    ("$a^2$", r"\$a\^2\$"),
    ("1. first", r"1\. first"),
    ("# title", r"\# title"),
    ("a\nb\r\n\tc", "a b c"),
    ("[x](y)", r"\[x\]\(y\)"),
    ("a & b", r"a \& b"),
    ("`code`", r"\`code\`"),
    ("a|b", r"a\|b"),
    ("客户 *1*", r"客户 \*1\*"),
])
def test_markup_is_escaped(theirs, escaped):
    assert plain(theirs) == escaped


@pytest.mark.parametrize(("theirs", "gone"), [
    (":red[x]", ":red"), (":material/home:", ":material"), (":smile:", ":smile"), ("http://a.b", "://"),
    ("me@example.com", "@e"), ("www.example.com", "www."), ("a -> b", "->"), ("a -- b", "--"), ("a >= b", ">="),
])
def test_what_is_recognised_after_escaping_is_kept_apart(theirs, gone):
    """Streamlit replaces icons, emoji, arrows, and GitHub links addresses, once the escapes are gone."""
    seen = plain(theirs).replace("\\", "")
    assert gone not in seen
    assert seen.replace("\u2060", "") == theirs


def test_a_sentence_keeps_its_own_markup_and_not_that_of_its_parameters():
    assert rich(say("**{name}** has {n:int} rows", name="*x*", n=1200)) == r"**\*x\*** has 1,200 rows"


def test_missing_is_a_dash_and_never_zero():
    nan = float("nan")
    assert [number(None), percent(nan), money(None, "EUR"), days(nan)] == ["–"] * 4
    assert [number(0), percent(0.0), days(0)] == ["0", "0%", "0 days"]


def test_what_is_not_nothing_never_reads_as_nothing():
    assert [number(0.003), number(0.01), percent(0.0004)] == ["below 0.01", "0.01", "below 0.1%"]


def test_numbers_are_written_in_the_readers_way():
    with speaking("ru"):
        assert number(1234.5) == "1\u00a0234,5"


def test_a_name_of_the_users_own_stays_as_it_is():
    assert label(ROLES, "customers") == "Customers"
    assert label(ROLES, "Kunden") == "Kunden"


def _page(words):
    import streamlit as st

    from ui.wording import plain

    st.markdown(plain(words))
    st.metric(plain(words), "1")


@pytest.mark.parametrize("words", [":red[x]", "<b>x</b>", "$x$", "*x*"])
def test_streamlit_takes_the_escaped_text(words):
    shown = AppTest.from_function(_page, kwargs={"words": words}).run()
    assert not shown.exception
    assert shown.markdown[0].value == plain(words)
