"""Parts of the bow-tie page: the signature picture, stages, exits, the way back, remorse."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pandas as pd
import streamlit as st

from bowtie import charts
from bowtie.analysis import Analysis, Loop, Unavailable
from bowtie.words import say
from ui import cached
from ui.definitions import DEFINITIONS
from ui.room import room
from ui.widgets import chart, lists
from ui.widgets.chart import Picture
from ui.widgets.define import metric, tooltip
from ui.widgets.needs import needs
from ui.wording import date, number, percent, plain

_STAGE_COLUMNS = ("label", "reached", "conversion", "standing", "moved_by_90_days", "median_days_of_movers", "movers")
_STAGES_DEFINED = ("reached", "conversion", "standing", "moved_by_90_days", "median_days_of_movers")


def sample_picture() -> Any:
    """The sample's bow-tie, to be drawn on other pages or in grey."""
    sample = cached.sample_analysis()
    return charts.bowtie(sample.bowtie, sample.loop, dark=chart.dark(), width=room())


def picture(analysis: Analysis) -> None:
    """The signature picture, and what either side lacks."""
    chart.card(Picture("bowtie", analysis.bowtie, ("reached", "conversion", "standing"),
                       options={"loop": analysis.loop}), analysis.dataset)
    for side in (analysis.bowtie.needs_left, analysis.bowtie.needs_right):
        for need in side:
            st.caption(plain(need))


def stage_table(analysis: Analysis) -> None:
    """Volume, conversion, time: a row a stage, with unknown and left below so that all customers are accounted for."""
    bow = analysis.bowtie
    seen = bow.stages[bow.stages["reached"].notna()]
    frame = lists.rounded(lists.shown(seen[list(_STAGE_COLUMNS)]))
    st.dataframe(frame, hide_index=True, column_config=_stage_columns(), placeholder="–", key="stages",
                 alt=str(say("Stages with volume, conversion and time")))
    with st.container(horizontal=True, vertical_alignment="center", horizontal_alignment="distribute"):
        st.caption(plain(say("Beside the stages: {unknown:int} customers whose stage nothing tells, and {lost:int} who "
                             "have left.", unknown=bow.unknown, lost=bow.lost)))
        with st.container(horizontal=True, width="content"):
            chart.defined(_STAGES_DEFINED, analysis.dataset)
            lists.csv_button(frame, "csv_stages", str(say("Stages")))


def _stage_columns() -> dict[str, Any]:
    formats = {"reached": "localized", "conversion": "percent", "standing": "localized", "moved_by_90_days": "percent",
               "median_days_of_movers": "%.0f"}
    numbers = {name: _defined_column(name, shown) for name, shown in formats.items()}
    movers = st.column_config.NumberColumn(str(say("Who moved")), format="localized")
    return {"label": st.column_config.TextColumn(str(say("Stage")), pinned=True), **numbers, "movers": movers}


def _defined_column(name: str, shown: str) -> Any:
    return st.column_config.NumberColumn(str(DEFINITIONS[name].name), format=shown, help=tooltip(name))


def times(analysis: Analysis) -> None:
    """How long each step takes, where anything is dated."""
    if analysis.bowtie.stages["moved_by_90_days"].notna().any():
        chart.card(Picture("stage_times", analysis.bowtie, ("moved_by_90_days", "median_days_of_movers")),
                   analysis.dataset)


def leaving(analysis: Analysis) -> None:
    """Exits by stage, why they bought, why they left; what the data lacks is asked for once, in one card."""
    exits, bought = analysis.bowtie.exits, analysis.bowtie.bought_because
    if not exits.empty:
        chart.card(Picture("exits", analysis.bowtie, ("exits",)), analysis.dataset)
    shown = [picture for picture in (_bought(analysis), _left(analysis)) if picture is not None]
    for column, picture in zip(st.columns(max(len(shown), 1)), shown, strict=False):
        with column:
            chart.card(replace(picture, columns=len(shown)), analysis.dataset)
    lacking = {
        say("Lost leads with a reason, or customers who left with a reason for leaving."): exits.empty,
        say("A column with the reason why a lead was won."): bought.empty,
        say("A column with the reason why a customer left."): not exits.empty and _left(analysis) is None,
    }
    if any(lacking.values()):
        needs("leaving", [need for need, lacks in lacking.items() if lacks])


def _bought(analysis: Analysis) -> Picture | None:
    if analysis.bowtie.bought_because.empty:
        return None
    return Picture("reasons", analysis.bowtie, ("bought_because",), called="why_they_bought")


def _left(analysis: Analysis) -> Picture | None:
    exits = analysis.bowtie.exits
    given = exits[(exits["side"] == "right") & exits["reason"].astype("str").str.strip().astype(bool)]
    if given.empty:
        return None
    return Picture("reasons", analysis.bowtie, ("exits",), called="why_they_left", options={"which": "left"},
                   rows=charts.table("exits", analysis.bowtie))


def loop(analysis: Analysis) -> None:
    """Referral share, zero paid, coefficient, and where new customers came from."""
    found = analysis.loop
    if isinstance(found, Unavailable):
        needs("loop", found.needs, _sample_sources)
        return
    if found.answer is not None:
        st.markdown(plain(found.answer))
    if found.referral_share is None and found.zero_paid_ratio is None:
        needs("loop", [say("The channel through which each customer came, or who referred each lead.")],
              _sample_sources)
        return
    _loop_numbers(found)
    if not found.new_customers.empty:
        chart.card(Picture("new_customers", found, ("zero_paid_ratio", "referral_share", "referral_coefficient")),
                   analysis.dataset)


def _sample_sources() -> Any:
    return charts.new_customers(cached.sample_analysis().loop, dark=chart.dark(), width=room())


def _loop_numbers(found: Loop) -> None:
    if found.period_from is not None and found.period_to is not None:
        st.caption(plain(say("From {start} to {end}", start=date(found.period_from), end=date(found.period_to))))
    with st.grid(3, min_column_width=150):
        metric("referral_share", percent(found.referral_share))
        metric("zero_paid_ratio", percent(found.zero_paid_ratio))
        metric("referral_coefficient", number(found.referral_coefficient))


def remorse(analysis: Analysis) -> None:
    """New customers to call before they regret."""
    found = getattr(analysis.loop, "remorse", None)
    if not isinstance(found, pd.DataFrame):
        needs("remorse", getattr(found, "needs", ()) or [
            say("Start dates of customers, and what they did with what they bought: use, or complaints."),
        ])
        return
    st.caption(plain(say("Adopters in their first {n:int} days without first use, or with a complaint. A call now "
                         "costs least.", n=analysis.settings.remorse_days)))
    lists.customer_list(found, "remorse", str(say("Buyer's remorse watch")))
