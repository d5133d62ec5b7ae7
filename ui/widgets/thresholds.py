"""The lines between the groups: seen beside the result, and moved there."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import streamlit as st

from bowtie.errors import SettingProblem
from bowtie.settings import Settings
from bowtie.settings_check import check
from bowtie.words import Text, say
from ui.state import forget, put, state, value
from ui.wording import PERIODS, label, number, percent, plain

_KEY = "line_"
AUTOMATIC = "automatic"


@dataclass(frozen=True)
class Line:
    """One setting: its name, what it does, its range."""

    field: str
    name: Text
    about: Text
    least: float
    most: float
    step: float = 1
    share: bool = False


LINES: dict[str, Line] = {line.field: line for line in (
    Line("window_days", say("Window in days"),
         say("Acts, use and answers count when they lie in this many days before the as-of date."), 30, 1825, 5),
    Line("lover_acts", say("Acts for a lover"), say("Acts of advocacy in the window."), 1, 20),
    Line("promoter_nps", say("A promoter's NPS, from"), say("With one act, a promoter is a lover."), 0, 10),
    Line("content_nps", say("Content NPS, from"), say("From here an answer makes a liker."), 0, 10),
    Line("unhappy_nps", say("Unhappy NPS, up to"), say("Up to here an answer bars liker."), 0, 10),
    Line("regular_share", say("Regular use, from share"),
         say("Active in at least this share of the complete periods."), 0.05, 1, 0.05, share=True),
    Line("least_periods", say("Fewest periods to judge"),
         say("With fewer complete periods a customer is not judged by use."), 1, 24),
    Line("loyal_tenure_months", say("Loyal after months"),
         say("Only where neither events nor contracts tell."), 1, 120),
    Line("ambassador_acts", say("Acts for an ambassador"), say("Of at least two kinds."), 1, 20),
    Line("remorse_days", say("Days to watch for remorse"), say("From the first purchase on."), 1, 365),
)}
PEOPLE_LINES = (
    "window_days", "lover_acts", "promoter_nps", "content_nps", "unhappy_nps", "regular_share", "least_periods",
)
STAGE_LINES = ("loyal_tenure_months", "ambassador_acts", "remorse_days")


def lines(fields: Iterable[str]) -> None:
    """Inputs for these lines; every page follows at once."""
    with st.grid("auto", min_column_width=220, vertical_alignment="bottom"):
        for field in fields:
            _input(LINES[field])


def _input(line: Line) -> None:
    now, whole = getattr(state().settings, line.field), line.step >= 1
    kind = int if whole else float
    st.number_input(
        plain(line.name), min_value=kind(line.least), max_value=kind(line.most), value=kind(now),
        step=kind(line.step), key=_KEY + line.field, help=plain(line.about), persist_state="session",
        on_change=_moved, args=(line.field,),
    )


def _moved(field: str) -> None:
    new, line, found = value(_KEY + field), LINES[field], state()
    if new is None or not line.least <= new <= line.most:
        return
    moved = found.settings.but(**{field: new})
    try:
        check(moved)
    except SettingProblem as problem:
        found.notice = plain(problem)
        put(_KEY + field, getattr(found.settings, field))
    else:
        found.settings = moved


def period_picker() -> None:
    """Which period "regular in use" is judged by."""
    offered = [AUTOMATIC, *PERIODS]
    st.radio(
        str(say("Period of use")), offered, index=offered.index(state().settings.period or AUTOMATIC), horizontal=True,
        format_func=lambda key: str(say("from the data")) if key == AUTOMATIC else label(PERIODS, key),
        key=_KEY + "period", persist_state="session", on_change=_period_moved,
        help=plain(say("From the data: the shortest that is neither finer than your dates nor shorter than the usual "
                       "gap between two active days.")),
    )


def _period_moved() -> None:
    picked = value(_KEY + "period")
    found = state()
    found.settings = found.settings.but(period=None if picked in (None, AUTOMATIC) else picked)


def tenure_switch() -> None:
    """Whether tenure alone may show loyalty."""
    st.toggle(
        str(say("Tenure alone may show loyalty")), value=state().settings.loyal_by_tenure, key=_KEY + "by_tenure",
        persist_state="session", on_change=_tenure_moved,
    )


def _tenure_moved() -> None:
    found = state()
    found.settings = found.settings.but(loyal_by_tenure=bool(value(_KEY + "by_tenure")))


def restore() -> None:
    """All lines as they were delivered."""
    state().settings = Settings()
    forget(_KEY)


def restore_button() -> None:
    """One click back to the defaults, where something was moved."""
    if state().settings != Settings():
        st.button(str(say("Back to the defaults")), on_click=restore, type="tertiary", icon=":material/undo:",
                  key="restore_lines")


def in_words(settings: Settings) -> str:
    """The lines of the groups in one sentence."""
    return str(say(
        "In the {days} days before the as-of date: a lover has {acts} acts of advocacy, or one and an NPS from "
        "{promoter}; a liker uses it in {share} of periods, or answers from {content}, or has a single act.",
        days=number(settings.window_days), acts=number(settings.lover_acts), promoter=number(settings.promoter_nps),
        share=percent(settings.regular_share), content=number(settings.content_nps),
    ))
