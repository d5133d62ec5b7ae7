"""Values: their distinct values against ours. Unknown ones are kept and listed, never blanked."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from bowtie.intake.correct import give_value
from bowtie.intake.mapping import FieldMapping, SheetMapping
from bowtie.intake.peek import raw_of, value_counts
from bowtie.words import say, say_n
from ui import names
from ui.state import Draft, edits
from ui.wording import label, plain

_KEPT = "–"


def values(draft: Draft, sheet: SheetMapping) -> None:
    """An editor a field whose values have names of ours."""
    for mapped in sheet.fields.values():
        offered = names.CHOICES.get((sheet.role, mapped.field))
        if offered and (mapped.values or mapped.field in ("kind", "stage", "outcome", "churned")):
            _editor(draft, sheet, mapped, offered)


def _editor(draft: Draft, sheet: SheetMapping, mapped: FieldMapping, offered: tuple[str, ...]) -> None:
    counted = value_counts(raw_of(draft.sheets, sheet), mapped.columns[0])
    unknown = sum(1 for theirs, _ in counted if _ours(mapped, theirs) == _KEPT)
    title = say("Values of {header}: {n:int}", header=mapped.headers[0], n=len(counted))
    with st.expander(plain(title), icon=":material/list:", expanded=bool(unknown)):
        if unknown:
            st.caption(plain(say_n("{n:int} value has no name of ours yet; it is kept as it is.",
                                   "{n:int} values have no name of ours yet; they are kept as they are.", unknown)))
        _table(draft, sheet, mapped, counted, offered)


def _table(
    draft: Draft, sheet: SheetMapping, mapped: FieldMapping, counted: tuple[tuple[str, int], ...],
    offered: tuple[str, ...],
) -> None:
    options = [_KEPT, *(label(names.VALUES, ours) for ours in offered)]
    frame = pd.DataFrame({
        "theirs": [theirs for theirs, _ in counted], "rows": [count for _, count in counted],
        "ours": [_shown(mapped, theirs) for theirs, _ in counted],
    })
    key = f"values_{draft.version}_{sheet.key}_{mapped.field}"
    st.data_editor(
        frame, key=key, hide_index=True, disabled=["theirs", "rows"], alt=str(say("Their values against ours")),
        on_change=_commit, args=(draft, sheet.key, mapped.field, frame["theirs"].tolist(), key),
        column_config={
            "theirs": st.column_config.TextColumn(str(say("In your file"))),
            "rows": st.column_config.NumberColumn(str(say("Rows")), format="localized"),
            "ours": st.column_config.SelectboxColumn(str(say("Means")), options=options, required=True),
        },
    )


def _ours(mapped: FieldMapping, theirs: str) -> str:
    meant = mapped.values.get(theirs)
    return _KEPT if meant is None else str(meant).lower() if isinstance(meant, bool) else meant


def _shown(mapped: FieldMapping, theirs: str) -> str:
    ours = _ours(mapped, theirs)
    return ours if ours == _KEPT else label(names.VALUES, ours)


def _commit(draft: Draft, sheet_key: str, field: str, theirs: list[str], key: str) -> None:
    named = {label(names.VALUES, ours): ours for ours in names.VALUES}
    mapping = draft.mapping
    for row, changed in edits(key).items():
        picked = changed.get("ours")
        mapping = give_value(mapping, sheet_key, field, theirs[int(row)], named.get(str(picked)))
    draft.change(mapping)
