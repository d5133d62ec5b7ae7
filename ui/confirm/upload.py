"""Files in: read in a child process, with progress; whatever was in use before stays."""

from __future__ import annotations

from typing import Any

import streamlit as st

import bowtie
from bowtie.errors import FileProblem
from bowtie.intake.sheets import Sheets
from bowtie.words import Text, say, say_n
from ui import cached
from ui.state import Draft, drop_draft, reopen_own, state
from ui.view import view
from ui.widgets import sample
from ui.widgets.steps import confirmed, loaded, seeing, steps
from ui.wording import plain

TYPES = ("xlsx", "xlsm", "xls", "xlsb", "ods", "csv", "tsv", "txt", "zip")
MOST_MB = 50


def uploader() -> None:
    """The drop zone. A new upload is read at once and recognised; nothing is used before it is confirmed."""
    found = state()
    files = st.file_uploader(
        str(say("Drop your spreadsheets here")), type=TYPES, accept_multiple_files=True, key=f"upload_{found.uploader}",
        max_upload_size=MOST_MB,
        help=str(say("Excel, OpenDocument, CSV or text in any encoding, several at once, or a zip of them. Up to "
                     "{n:int} MB a file.", n=MOST_MB)),
    )
    ids = tuple(file.file_id for file in files)
    if ids and ids != found.read_ids:
        found.read_ids = ids
        _read(files)


def _read(files: list[Any]) -> None:
    progress = st.empty()
    with progress.container(), st.status(str(say("Reading your files…")), expanded=True) as status:
        for file in files:
            st.caption(plain(file.name))
        sheets = bowtie.read(files)
        status.update(label=str(say_n("{n:int} sheet read; recognising its columns…",
                                      "{n:int} sheets read; recognising their columns…", len(sheets))))
        _take(sheets)
    progress.empty()


def _take(sheets: Sheets) -> None:
    found = state()
    found.problems = sheets.problems
    if len(sheets):
        found.draft = Draft(sheets, cached.recognised(sheets))


def problems() -> None:
    """What could not be used: which file, what is wrong, how to mend it."""
    found = state()
    for problem in found.problems:
        _problem(problem)
    if found.problems and found.draft is None and found.own is not None:
        st.caption(plain(say("Your earlier files are still in use.")))


def _problem(problem: FileProblem) -> None:
    st.error(f"{plain(problem.problem)} {plain(problem.remedy)}", title=plain(problem.file) or None,
             icon=":material/error:")


def start_over_button() -> None:
    """Forget this upload."""
    st.button(str(say("Start over")), on_click=drop_draft, type="tertiary", icon=":material/undo:", key="start_over",
              help=str(say("Forget this upload. What was in use before stays.")))


def nothing_yet() -> None:
    """Before an upload: what may be dropped, and what is in use now."""
    current = view()
    if current is not None:
        st.header(str(say("In use now")), anchor=False)
        steps([loaded(current.dataset), confirmed(current.dataset), seeing(current.analysis)])
        if current.origin == "own":
            st.button(str(say("Change what the columns mean")), on_click=reopen_own, key="reopen",
                      icon=":material/edit:")
        return
    st.markdown(plain(say("One wide sheet is enough to start: a row a customer. Every further table unlocks more: "
                          "orders or logins, leads, surveys, subscriptions, revenue, marketing spend.")))
    sample.templates_button("templates_upload")


def in_words(draft: Draft) -> Text:
    """The page's answer: how much was read and recognised, and what is open."""
    sheets = [sheet for sheet in draft.mapping.sheets if sheet.role != "unknown"]
    asked = sum(len(sheet.questions) for sheet in draft.mapping.sheets)
    if asked:
        return say_n("We recognised {used:int} of {all:int} sheets and have {n:int} question.",
                     "We recognised {used:int} of {all:int} sheets and have {n:int} questions.",
                     asked, used=len(sheets), all=len(draft.mapping.sheets))
    if len(sheets) == len(draft.mapping.sheets):
        return say_n("We recognised your sheet. Look it over, then use it.",
                     "We recognised all {n:int} sheets. Look them over, then use them.", len(sheets))
    return say("We recognised {used:int} of {all:int} sheets. Look it over, then use it.",
               used=len(sheets), all=len(draft.mapping.sheets))


def still_open(draft: Draft) -> Text:
    """What happens with what was not answered."""
    asked = sum(len(sheet.questions) for sheet in draft.mapping.sheets)
    if asked:
        return say_n("{n:int} question is open. What it is about is not used until you answer.",
                     "{n:int} questions are open. What they are about is not used until you answer.", asked)
    return say("Nothing is kept until you confirm. What was in use before stays until then.")
