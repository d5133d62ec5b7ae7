"""Parts of the people page: the groups, the lines, loyalty x advocacy x value, lists, what came before."""

from __future__ import annotations

from typing import Any

import pandas as pd
import streamlit as st

from bowtie import charts
from bowtie.analysis import Analysis, Segments, Unavailable
from bowtie.words import Text, say
from ui import cached
from ui.room import room
from ui.state import linked, put, value
from ui.view import View
from ui.widgets import chart, lists, thresholds
from ui.widgets.chart import Picture
from ui.widgets.needs import needs
from ui.wording import LIST_HELP, LISTS, PERIODS, SEGMENT_HELP, SEGMENTS, label, number, plain

_LIST = "list"
_LISTS = ("silent_loyalists", "low_spend_lovers", "high_spend_lurkers", "locked_in", "at_risk_lovers", "unhappy")


def ghost() -> Any:
    """The sample's groups."""
    return charts.segments(_of(cached.sample_analysis()), dark=chart.dark(), width=room())


def _of(analysis: Analysis) -> Segments:
    found = analysis.segments
    assert isinstance(found, Segments)
    return found


def repeat(analysis: Analysis) -> None:
    """What purchases alone tell, where nothing tells lovers from lurkers: named as what it is."""
    found = analysis.repeat
    if found is None:
        return
    st.markdown(plain(found.answer))
    rows = found.by_purchases.astype({"purchases": "str"})
    st.dataframe(rows, hide_index=True, width="content", column_config={
        "purchases": st.column_config.TextColumn(str(say("Purchases"))),
        "customers": st.column_config.NumberColumn(str(say("Customers")), format="localized"),
    })


def groups(analysis: Analysis) -> None:
    """Counts of each group, the picture against 90 / 9 / 1, and the distribution where the rule does not separate."""
    segments = _of(analysis)
    _counts(segments)
    for missing in segments.missing:
        st.caption(plain(missing))
    chart.card(Picture("segments", segments, ("segments", "90_9_1")), analysis.dataset)
    st.caption(plain(say("90 / 9 / 1 comes from who takes part in online communities. For customers it is an analogy: "
                         "a line to compare with, not a target.")))
    if not segments.separates:
        _distribution(analysis)


def _counts(segments: Segments) -> None:
    with st.grid(4, min_column_width=150):
        for key, count in segments.counts.items():
            st.metric(
                label(SEGMENTS, key), number(count), help=plain(SEGMENT_HELP[key]), border=True, height="stretch",
                delta=plain(_share(segments, key)), delta_color="off", delta_arrow="off",
            )


def _share(segments: Segments, key: str) -> Text:
    if key == "unknown":
        return say("of {n:int} present", n=segments.present)
    share = segments.shares[key]
    return say("not observable") if share is None else say("{share:pct} of those judged", share=share)


def _distribution(analysis: Analysis) -> None:
    segments = _of(analysis)
    st.warning(plain(say("Nearly everyone falls into one group, so the rule does not separate your customers. Here is "
                         "how they are spread, with the line; move the line if it stands in the wrong place.")))
    chart.card(Picture("distribution", segments, ("distribution",)), analysis.dataset)


def lines(view: View) -> None:
    """Where the lines are, and moving them."""
    with st.expander(str(say("Where the lines are drawn")), icon=":material/tune:"):
        st.caption(plain(thresholds.in_words(view.settings)))
        period = view.analysis.people.period
        if period:
            st.caption(plain(say("Regular use is judged by {period}.", period=label(PERIODS, period))))
        thresholds.lines(thresholds.PEOPLE_LINES)
        thresholds.period_picker()
        thresholds.restore_button()


def cube(analysis: Analysis) -> None:
    """Loyalty x advocacy x value."""
    segments = _of(analysis)
    if segments.cube.empty:
        needs("cube", [say("What customers are worth, how long they stay, and acts of advocacy.")])
        return
    chart.card(Picture("loyalty_advocacy_value", segments, ("cube",)), analysis.dataset)


def named_lists(analysis: Analysis) -> None:
    """The lists by name, each with why."""
    found = _of(analysis).lists
    names = [name for name in _LISTS if name in found]
    linked(_LIST, names)
    if value(_LIST) not in names:
        put(_LIST, names[0])
    picked = st.radio(
        str(say("Named lists")), names, key=_LIST, persist_state="session", horizontal=True,
        format_func=lambda name: list_title(name, found[name]),
    )
    if picked:
        one_list(found[picked], picked)


def list_title(name: str, rows: object) -> str:
    """A list's name, with its count where there is one."""
    title = label(LISTS, name)
    return f"{title} ({number(len(rows))})" if isinstance(rows, pd.DataFrame) else title


def one_list(rows: object, name: str) -> None:
    """A list, or what it needs."""
    st.caption(plain(LIST_HELP[name]))
    if isinstance(rows, Unavailable):
        needs(name, rows.needs)
    elif isinstance(rows, pd.DataFrame):
        lists.customer_list(rows, name, label(LISTS, name))


def nearest(analysis: Analysis) -> None:
    """Likers, nearest first."""
    one_list(_of(analysis).lists.get("nearest_to_lover"), "nearest_to_lover")


def before_lover(analysis: Analysis) -> None:
    """What came before the second act."""
    segments = _of(analysis)
    if segments.before_lover.empty:
        needs("before", [say("Dated activity of customers who became lovers: use, support, events, community.")])
        return
    chart.card(Picture("before_lover", segments, ("before_lover",)), analysis.dataset)
