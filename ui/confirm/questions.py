"""Questions: asked only where the answer matters and is not plain, with the user's own values as the example."""

from __future__ import annotations

import streamlit as st

from bowtie.errors import MappingProblem
from bowtie.intake.correct import answer, as_role, mean_left
from bowtie.intake.mapping import Question, SheetMapping
from bowtie.words import say, say_n
from ui.state import Draft, state, value
from ui.wording import plain, strong


def questions(draft: Draft, sheet: SheetMapping) -> None:
    """The open questions of a sheet."""
    if not sheet.questions:
        return
    st.markdown(strong(say_n("{n:int} question for you", "{n:int} questions for you", len(sheet.questions))))
    for position, asked in enumerate(sheet.questions):
        _question(draft, sheet, asked, position)


def _question(draft: Draft, sheet: SheetMapping, asked: Question, position: int) -> None:
    key = f"answer_{draft.version}_{sheet.key}_{position}"
    words = dict(asked.choices)
    with st.container(border=True):
        st.markdown(f":orange[:material/help:] {plain(asked.text)}")
        if asked.example:
            st.caption(plain(say("For example: {example}", example=asked.example)))
        if asked.about == "value":
            _values(draft, sheet, asked, key)
            return
        st.radio(
            plain(asked.text), list(words), index=None, key=key, label_visibility="collapsed",
            format_func=lambda choice: plain(words[choice]), on_change=_answer, args=(draft, sheet.key, asked, key),
        )


def _values(draft: Draft, sheet: SheetMapping, asked: Question, key: str) -> None:
    """Several of their values may mean yes."""
    theirs = [choice for choice, _ in asked.choices]
    st.pills(plain(asked.text), theirs, selection_mode="multi", key=key, label_visibility="collapsed",
             format_func=plain)
    st.button(str(say("That is all of them")), key=f"all_{key}", icon=":material/check:", on_click=_mean,
              args=(draft, sheet.key, asked, key))


def _mean(draft: Draft, sheet_key: str, asked: Question, key: str) -> None:
    draft.change(mean_left(draft.mapping, sheet_key, asked, value(key) or []))


def _answer(draft: Draft, sheet_key: str, asked: Question, key: str) -> None:
    chosen = value(key)
    if chosen is None:
        return
    try:
        draft.change(answer(draft.sheets, draft.mapping, sheet_key, asked, chosen))
    except MappingProblem as problem:
        state().notice = plain(problem)


def set_role(draft: Draft, sheet_key: str, key: str) -> None:
    """The sheet is something else: its columns are recognised anew under that role."""
    draft.change(as_role(draft.sheets, draft.mapping, sheet_key, value(key)))
