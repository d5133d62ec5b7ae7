"""Columns: their header, three sample values, our field, how sure, and why. Unsure ones open, sure ones folded."""

from __future__ import annotations

import streamlit as st

from bowtie.errors import MappingProblem
from bowtie.intake.correct import assign, confirm, fields_of
from bowtie.intake.mapping import SURE, FieldMapping, SheetMapping
from bowtie.intake.peek import raw_of, samples
from bowtie.words import say, say_n
from ui import names
from ui.state import Draft, state, value
from ui.wording import label, plain, strong, sure

_KEEP = ""           # no field of ours: kept under its own name


def columns(draft: Draft, sheet: SheetMapping) -> None:
    """The unsure ones, the sure ones, and those kept under their own name."""
    unsure = [mapped for mapped in sheet.fields.values() if mapped.confidence < SURE]
    known = [mapped for mapped in sheet.fields.values() if mapped.confidence >= SURE]
    if unsure:
        _unsure(draft, sheet, unsure)
    if known:
        title = say_n("{n:int} column recognised for sure", "{n:int} columns recognised for sure", len(known))
        with st.expander(str(title), icon=":material/check_circle:"):
            for mapped in known:
                _row(draft, sheet, mapped.columns[0], mapped)
    if sheet.attributes:
        title = say_n("{n:int} column kept under its own name", "{n:int} columns kept under their own names",
                      len(sheet.attributes))
        with st.expander(str(title), icon=":material/label:"):
            st.caption(plain(say("Kept as they are, to filter by and to look for drivers in. Give one a meaning if it "
                                 "has one of ours.")))
            for column in sheet.attributes:
                _row(draft, sheet, column, None)


def _unsure(draft: Draft, sheet: SheetMapping, unsure: list[FieldMapping]) -> None:
    st.markdown(strong(say("Please check these")))
    for mapped in unsure:
        _row(draft, sheet, mapped.columns[0], mapped)
    st.button(str(say("These are right")), key=f"right_{draft.version}_{sheet.key}", icon=":material/check:",
              on_click=_confirm, args=(draft, sheet.key))


def _row(draft: Draft, sheet: SheetMapping, column: int, mapped: FieldMapping | None) -> None:
    theirs, ours, why = st.columns([5, 4, 5], vertical_alignment="center")
    with theirs:
        st.markdown(f"**{plain(_header(sheet, column, mapped))}**  \n:small[:gray[{_samples(draft, sheet, column)}]]")
    with ours:
        _picker(draft, sheet, column, mapped.field if mapped is not None else _KEEP)
    with why:
        if mapped is not None:
            st.caption(plain(say("{how_sure}: {why}", how_sure=sure(mapped.confidence), why=mapped.reason)))


def _header(sheet: SheetMapping, column: int, mapped: FieldMapping | None) -> str:
    if mapped is not None and len(mapped.headers) > 1:
        return (" × " if mapped.combine == "product" else " + ").join(mapped.headers)
    return sheet.headers[column] or f"#{column + 1}"


def _samples(draft: Draft, sheet: SheetMapping, column: int) -> str:
    found = [text[:40] for text in samples(raw_of(draft.sheets, sheet), column)]
    return plain(" · ".join(found) if found else say("empty"))


def _picker(draft: Draft, sheet: SheetMapping, column: int, held: str) -> None:
    """One column may serve two fields, so that both stand in the key."""
    offered = [_KEEP, *fields_of(sheet.role)]
    key = f"field_{draft.version}_{sheet.key}_{column}_{held}"
    st.selectbox(
        str(say("What is {header}?", header=sheet.headers[column])), offered,
        index=offered.index(held) if held in offered else 0, key=key, label_visibility="collapsed",
        format_func=lambda field: label(names.FIELDS, field) if field else str(say("Keep under its own name")),
        on_change=_assign, args=(draft, sheet.key, column, key),
    )


def _assign(draft: Draft, sheet_key: str, column: int, key: str) -> None:
    try:
        draft.change(assign(draft.sheets, draft.mapping, sheet_key, column, value(key) or None))
    except MappingProblem as problem:
        state().notice = plain(problem)


def _confirm(draft: Draft, sheet_key: str) -> None:
    draft.change(confirm(draft.mapping, sheet_key))
