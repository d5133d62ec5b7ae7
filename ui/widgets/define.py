"""A number's definition, count and source, one click away."""

from __future__ import annotations

from collections.abc import Iterable

import streamlit as st

from bowtie.dataset import Dataset
from bowtie.words import say
from ui.definitions import DEFINITIONS, Definition
from ui.wording import ROLES, label, number, plain


def definition(keys: Iterable[str], dataset: Dataset | None = None) -> None:
    """The cards of these numbers, and which files they were counted from."""
    cards = [DEFINITIONS[key] for key in keys]
    for card in cards:
        _card(card)
    if dataset is not None:
        sources(dataset, dict.fromkeys(table for card in cards for table in card.tables))


def _card(card: Definition) -> None:
    st.markdown(f"**{plain(card.name)}**  \n{plain(card.formula)}")
    if card.leaves_out is not None:
        st.caption(plain(say("Left out: {what}", what=card.leaves_out)))


def sources(dataset: Dataset, tables: Iterable[str]) -> None:
    """The tables, their rows and the files that they came from."""
    derived = say("other tables")
    lines = [
        say("{table}: {n:int} rows from {files}", table=label(ROLES, name), n=len(dataset.tables[name]),
            files=", ".join(dataset.sources.get(name, ())) or derived)
        for name in tables if name in dataset.tables
    ]
    if lines:
        st.caption(str(say("Counted from")))
        st.markdown("\n".join(f"- {plain(line)}" for line in lines))


def tooltip(key: str) -> str:
    """A card short enough for a tooltip."""
    return plain(DEFINITIONS[key].formula)


def metric(key: str, shown: str, count: float | None = None) -> None:
    """One number with its name; the definition stands in its tooltip, the count it rests on below it."""
    resting = say("of {n:int}", n=count) if count is not None else None
    st.metric(
        plain(DEFINITIONS[key].name), plain(shown), help=tooltip(key), border=True, height="stretch",
        delta=plain(resting) if resting else None, delta_color="off", delta_arrow="off",
    )


def counted(value: float | None) -> str:
    """A count, or a dash."""
    return number(value)
