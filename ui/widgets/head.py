"""The top of a page: its question, the answer in words, and what the answer is about."""

from __future__ import annotations

import streamlit as st

from bowtie.words import Text, say
from ui import names
from ui.cached import Chosen
from ui.room import measure
from ui.view import View
from ui.wording import date, label, number, plain


def question(text: Text) -> None:
    """The question that the page answers, as its title."""
    measure()
    st.title(plain(text), anchor=False)


def answer(text: Text) -> None:
    """The answer in words, before any picture."""
    st.markdown(f"#### {plain(text)}", anchors=False)


def about(view: View) -> None:
    """As of when, how many, from which files, and which filters are on."""
    analysis = view.analysis
    customers = number(analysis.totals.get("customers"))
    as_of = date(analysis.as_of) if analysis.as_of is not None else str(say("no dates in the data"))
    facts = [
        str(say("As of {date}", date=as_of)),
        str(say("{n} customers", n=customers)),
        str(say("Sample company") if view.origin == "sample" else say("Your files")),
        *_filters(view.chosen, view),
    ]
    st.caption(" · ".join(plain(fact) for fact in facts))


def _filters(chosen: Chosen, view: View) -> list[str]:
    own = {found.column: found.header for found in view.dataset.attributes}
    named = ((own.get(column) or label(names.FIELDS, column), held) for column, held in chosen)
    return [str(say("Only {column}: {values}", column=name, values=", ".join(held))) for name, held in named]
