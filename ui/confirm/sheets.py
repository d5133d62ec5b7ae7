"""Sheets: what each is, how sure, and which one is looked at."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from bowtie.intake.mapping import Link, Mapping, SheetMapping
from bowtie.intake.peek import raw_of
from bowtie.words import Text, say, say_n
from ui.confirm import columns, questions, values
from ui.state import Draft, put, value
from ui.wording import ROLE_HELP, ROLES, label, plain, sure

_PICKED = "sheet"


def overview(draft: Draft) -> None:
    """A row a sheet."""
    rows = [_row(draft, sheet) for sheet in draft.mapping.sheets]
    st.dataframe(pd.DataFrame(rows), hide_index=True, alt=str(say("Sheets read")), key=f"sheets_{draft.version}")


def _row(draft: Draft, sheet: SheetMapping) -> dict[str, object]:
    raw = raw_of(draft.sheets, sheet)
    return {
        str(say("Sheet")): sheet.key,
        str(say("What it is")): str(say("Not used")) if sheet.role == "unknown" else label(ROLES, sheet.role),
        str(say("How sure")): sure(sheet.confidence),
        str(say("Rows")): raw.rows,
        str(say("Left out")): len(raw.rejected),
        str(say("Header row")): sheet.header_row,
        str(say("Recognised")): len(sheet.fields),
        str(say("Questions")): len(sheet.questions),
    }


def picked(mapping: Mapping) -> SheetMapping:
    """The sheet looked at: the one with questions first."""
    keys = [sheet.key for sheet in mapping.sheets]
    asking = max(mapping.sheets, key=lambda sheet: (len(sheet.questions), sheet.role == "unknown")).key
    if value(_PICKED) not in keys:
        put(_PICKED, asking)
    if len(keys) > 1:
        st.selectbox(str(say("Sheet")), keys, key=_PICKED, format_func=lambda key: _named(mapping.sheet(key)))
    return mapping.sheet(value(_PICKED))


def _named(sheet: SheetMapping) -> str:
    role = str(say("not used")) if sheet.role == "unknown" else label(ROLES, sheet.role)
    if not sheet.questions:
        return str(say("{sheet}: {role}", sheet=sheet.key, role=role))
    return str(say_n("{sheet}: {role}, {n:int} question", "{sheet}: {role}, {n:int} questions", len(sheet.questions),
                     sheet=sheet.key, role=role))


def one(draft: Draft, sheet: SheetMapping) -> None:
    """Everything about one sheet: role, questions, unsure columns, sure ones folded, values."""
    with st.container(border=True):
        _role(draft, sheet)
        _notes(draft, sheet)
        questions.questions(draft, sheet)
        columns.columns(draft, sheet)
        values.values(draft, sheet)


def _role(draft: Draft, sheet: SheetMapping) -> None:
    left, right = st.columns([2, 3], vertical_alignment="bottom")
    with left:
        key = f"role_{draft.version}_{sheet.key}"
        st.selectbox(
            str(say("What is this sheet?")), list(ROLES), index=list(ROLES).index(sheet.role), key=key,
            format_func=lambda role: label(ROLES, role), on_change=questions.set_role, args=(draft, sheet.key, key),
        )
    with right:
        st.caption(plain(ROLE_HELP[sheet.role]))
        st.caption(plain(say("{how_sure}: {why}", how_sure=sure(sheet.confidence), why=sheet.reason)))


def _notes(draft: Draft, sheet: SheetMapping) -> None:
    raw = raw_of(draft.sheets, sheet)
    if sheet.remembered:
        st.info(plain(say("A file of this shape was confirmed before, so its mapping was used again.")),
                icon=":material/history:")
    for note in raw.notes:
        st.caption(plain(note))
    if sheet.header_row == 0:
        st.caption(plain(say("There is no header row; columns are called #1, #2 and so on.")))
    for dropped in sheet.dropped:
        st.caption(plain(say("Left out for privacy: {header}. {why}", header=dropped.header, why=dropped.reason)))


def links(mapping: Mapping) -> None:
    """Keys of one sheet that lead to another."""
    if not mapping.links:
        return
    with st.expander(str(say_n("{n:int} link between sheets", "{n:int} links between sheets", len(mapping.links))),
                     icon=":material/link:"):
        for link in mapping.links:
            st.markdown(f"- {plain(_link_in_words(link))}")


def _link_in_words(link: Link) -> Text:
    return say("{a} of {b} leads to {c} of {d}: {share:pct} of its values are found there.", a=link.from_header,
               b=link.from_sheet, c=link.to_header, d=link.to_sheet, share=link.matched)
