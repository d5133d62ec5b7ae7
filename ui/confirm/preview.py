"""Before anything is used: the resulting tables, the findings, the rows left out."""

from __future__ import annotations

import streamlit as st

from bowtie.dataset import Dataset
from bowtie.errors import BowtieError
from bowtie.findings import Finding
from bowtie.intake.correct import all_confirmed
from bowtie.words import language, say, say_n, speaking
from ui import cached
from ui.places import BOWTIE, place
from ui.state import Draft, Own, state, use_own
from ui.widgets import lists
from ui.wording import ROLES, SEVERITIES, date, label, number, plain

_EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_ROWS = 100
_COLOURS = {"error": "red", "warning": "orange", "note": "gray"}
_ICONS = {"error": "error", "warning": "warning", "note": "info"}


def built(draft: Draft) -> Dataset | None:
    """The dataset of this mapping, or the sentence why there is none."""
    try:
        with st.spinner(str(say("Putting your tables together…"))):
            return cached.dataset(draft.sheets, draft.mapping)
    except BowtieError as problem:
        st.error(f"{plain(problem.problem)} {plain(problem.remedy)}", title=plain(problem.file) or None)
        return None


def findings_of(dataset: Dataset) -> tuple[Finding, ...]:
    """What was found in building and in computing."""
    with st.spinner(str(say("Looking for what may distort your numbers…"))):
        analysis = cached.analysis(dataset, (), state().settings)
    return analysis.findings or dataset.findings


def preview(dataset: Dataset, findings: tuple[Finding, ...]) -> None:
    """Counts, findings, tables, rows left out."""
    _counts(dataset)
    _findings(findings)
    _rejected(dataset)
    _tables(dataset)


def _counts(dataset: Dataset) -> None:
    with st.grid("auto", min_column_width=150):
        for name, frame in dataset.tables.items():
            st.metric(label(ROLES, name), number(len(frame)), border=True)
    if dataset.as_of is not None:
        st.caption(plain(say("As of {date}, the latest day on which something happened. You can change it beside the "
                             "menu.", date=date(dataset.as_of))))
    if dataset.contractual_reason is not None:
        st.caption(plain(dataset.contractual_reason))


def _findings(findings: tuple[Finding, ...]) -> None:
    if not findings:
        st.success(str(say("Nothing to report: no row was left out and nothing looks wrong.")))
        return
    title = say_n("{n:int} finding", "{n:int} findings", len(findings))
    serious = any(found.severity != "note" for found in findings)
    with st.expander(str(title), icon=":material/fact_check:", expanded=serious, key="findings"):
        for found in findings:
            finding(found)


def finding(found: Finding) -> None:
    """One finding: how serious, where, what, what it bends, how to mend it."""
    colour, icon = _COLOURS[found.severity], _ICONS[found.severity]
    with st.container(gap="xsmall"):
        st.markdown(f":{colour}-badge[:material/{icon}: {label(SEVERITIES, found.severity)}] {plain(found.message)}")
        st.caption(plain(found.remedy))
        place = [part for part in (label(ROLES, found.table) if found.table else "", found.column) if part]
        if found.rows:
            place.append(str(say_n("{n:int} row", "{n:int} rows", found.rows)))
        if found.distorts is not None:
            place.append(str(say("bends: {what}", what=found.distorts)))
        if place:
            st.caption(" · ".join(plain(part) for part in place))


def _rejected(dataset: Dataset) -> None:
    count = len(dataset.rejected)
    if not count:
        return
    spoken = language()

    def made() -> bytes:
        from bowtie.report.tables import rejected_xlsx

        with speaking(spoken):
            return rejected_xlsx(dataset.rejected)

    with st.container(horizontal=True, vertical_alignment="center"):
        st.markdown(plain(say_n("{n:int} row was left out, with its reason.",
                                "{n:int} rows were left out, each with its reason.", count)))
        st.download_button(
            str(say("Download these rows")), made, file_name="rejected.xlsx", mime=_EXCEL, key="rejected",
            icon=":material/download:", on_click="ignore", type="tertiary",
        )


def _tables(dataset: Dataset) -> None:
    box = st.expander(str(say("The resulting tables")), icon=":material/table_rows:", key="tables", on_change="rerun")
    if not box.open:
        return
    with box:
        own = {(found.table, found.column): found.header for found in dataset.attributes}
        for tab, (name, frame) in zip(st.tabs([label(ROLES, name) for name in dataset.tables]),
                                      dataset.tables.items(), strict=True):
            with tab:
                first = frame.head(_ROWS)
                titles = {**lists.headers(first), **{column: header for (table, column), header in own.items()
                                                     if table == name}}
                st.dataframe(first, hide_index=True, column_config=dict(titles), placeholder="–", key=f"table_{name}",
                             alt=label(ROLES, name))
                st.caption(plain(say("The first {shown:int} of {n:int} rows", shown=len(first), n=len(frame))))


def use_button(draft: Draft, dataset: Dataset) -> None:
    """Confirm: from here on every page shows this data, and the mapping is remembered."""
    st.button(str(say("Use this data")), type="primary", key="use", icon=":material/check:", on_click=_use,
              args=(draft, dataset))


def _use(draft: Draft, dataset: Dataset) -> None:
    kept = cached.remember(all_confirmed(draft.mapping))
    use_own(Own(dataset, draft))
    state().notice = str(
        say("Your data is in use. Next time, files of the same shape map themselves.") if kept
        else say("Your data is in use. The mapping could not be kept on this machine.")
    )
    state().go = place(BOWTIE)
