"""The as-of date, and the dates that usage covers. No function here reads the clock: only the data is asked."""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd

from bowtie.intake.derive.log import Log
from bowtie.words import say

# Things that happened. Renewals, due dates, estimates and forecasts are not among them.
HAPPENED = {
    "activity": ("date",), "surveys": ("date",), "revenue": ("date",), "spend": ("date",),
    "customers": ("start_date", "last_active_date"), "subscriptions": ("start_date",), "leads": ("created_date",),
}
ENDS = ("customers", "subscriptions")
QUANTILE, FAR_DAYS = 0.999, 90
NOTICE_DAYS = 31     # an end so soon after the last thing that happened was still written down afterwards


def as_of_date(tables: Mapping[str, pd.DataFrame], monthly: bool, log: Log) -> pd.Timestamp | None:
    """The latest date on which something happened; None when nothing is dated.

    Dates far beyond all others are reported and passed over. `monthly`: activity stands for whole months.
    """
    dates = _happened(tables)
    last = _last(dates, log)
    if last is not None and monthly and _rules(tables, last):
        last = last + pd.offsets.MonthEnd(0)
    ends = _past_ends(tables, last)
    if len(ends):
        last_end = _last(ends, log) if last is None else ends.max()
        last = last_end if last is None or (last_end is not None and last_end > last) else last
    return None if last is None else pd.Timestamp(last).normalize()


def _happened(tables: Mapping[str, pd.DataFrame]) -> pd.Series:
    found = [
        tables[table][name].dropna() for table, names in HAPPENED.items() if table in tables
        for name in names if name in tables[table]
    ]
    leads = tables.get("leads")
    if leads is not None and {"closed_date", "outcome"} <= set(leads):
        found.append(leads.loc[leads["outcome"].isin(("won", "lost")), "closed_date"].dropna())
    return pd.concat(found) if found else pd.Series(dtype="datetime64[us]")


def _last(dates: pd.Series, log: Log) -> pd.Timestamp | None:
    if not len(dates):
        return None
    edge = dates.astype("int64").quantile(QUANTILE)
    line = pd.Timestamp(int(edge), unit=dates.dt.unit) + pd.Timedelta(days=FAR_DAYS)
    far = dates > line
    if far.any():
        log.found("warning", "far_date", say(
            "The last date, {last:date}, lies far beyond all others.", last=dates.max(),
        ), say("It was passed over for the date that everything is computed as of. Correct it, or set that date."),
            rows=int(far.sum()), distorts=say("the as-of date, and with it every window"))
    last: pd.Timestamp = dates[~far].max()
    return last


def _rules(tables: Mapping[str, pd.DataFrame], last: pd.Timestamp) -> bool:
    activity = tables.get("activity")
    return activity is not None and "date" in activity and activity["date"].max() == last


def _past_ends(tables: Mapping[str, pd.DataFrame], last: pd.Timestamp | None) -> pd.Series:
    """Ends that were written down as they happened: some rows have none. Where all have one, they are planned."""
    found = []
    for table in ENDS:
        frame = tables.get(table)
        if frame is None or "end_date" not in frame:
            continue
        ends = frame["end_date"].dropna()
        recorded = len(ends) < len(frame)
        if last is not None:
            ends = ends[ends <= last + pd.Timedelta(days=NOTICE_DAYS if recorded else 0)]
        found.append(ends if recorded or last is not None else ends[:0])
    return pd.concat(found) if found else pd.Series(dtype="datetime64[us]")


def covered(activity: pd.DataFrame | None, monthly: bool) -> tuple[pd.Timestamp, pd.Timestamp] | None:
    """First and last day that the usage rows speak of."""
    if activity is None or "date" not in activity:
        return None
    dates = activity.loc[activity["family"] == "use", "date"]
    first, last = dates.min(), dates.max()
    if pd.isna(first):
        return None
    last = last.normalize() + pd.offsets.MonthEnd(0) if monthly else last.normalize()
    return first.normalize(), pd.Timestamp(last)
