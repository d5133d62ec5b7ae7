"""Whole days, months and periods, a column at a time."""

from __future__ import annotations

import numpy as np
import pandas as pd

DAYS_A_MONTH = 30.4375
PERIODS = ("week", "month", "quarter")
LONGEST = {"week": 7, "month": 31, "quarter": 92}   # days that a period can have
MONDAY = np.datetime64("1970-01-05", "D")


def days(column: pd.Series) -> pd.Series:
    """The day of each moment, as datetime64[us]; whatever is no date becomes null."""
    return pd.to_datetime(column, errors="coerce").dt.normalize().astype("datetime64[us]")


def no_days(index: pd.Index) -> pd.Series:
    """A column of no dates."""
    return pd.Series(pd.NaT, index, dtype="datetime64[us]")


def days_of(frame: pd.DataFrame | None, name: str, index: pd.Index | None = None) -> pd.Series:
    """A column of dates as days; all null where the table lacks it."""
    if frame is None or name not in frame:
        return no_days(index if index is not None else frame.index if frame is not None else pd.RangeIndex(0))
    return days(frame[name])


def days_by_id(ids: pd.Series, known: pd.Series) -> pd.Series:
    """The day of each id (the index of `known` holds them); `map` takes an empty column of days for numbers."""
    return ids.map(known) if len(known) and len(ids) else no_days(ids.index)


def numbers_of(frame: pd.DataFrame | None, name: str, index: pd.Index | None = None) -> pd.Series:
    """A column of numbers as float64; all null where the table lacks it."""
    if frame is None or name not in frame:
        return pd.Series(np.nan, index if index is not None else frame.index if frame is not None else pd.RangeIndex(0))
    return frame[name].astype("float64")


def add_months(start: pd.Series, months: pd.Series | float) -> pd.Series:
    """The same day that many months later, the month's last day where it has none; part of a month by days."""
    count = pd.Series(months, start.index, dtype="float64")
    known = start.notna() & count.notna()
    result = no_days(start.index)
    if not known.any():
        return result
    day = start[known].to_numpy().astype("datetime64[D]")
    whole = np.floor(count[known].to_numpy()).astype("int64")
    month = day.astype("datetime64[M]")
    target = month + whole
    room = ((target + 1).astype("datetime64[D]") - target.astype("datetime64[D]")).astype("int64") - 1
    offset = np.minimum((day - month.astype("datetime64[D]")).astype("int64"), room)
    part = np.round((count[known].to_numpy() - whole) * DAYS_A_MONTH).astype("int64")
    result[known] = (target.astype("datetime64[D]") + offset + part).astype("datetime64[us]")
    return result


def months_between(start: pd.Series, end: pd.Series) -> pd.Series:
    """Months of average length, as a number."""
    return (end - start).dt.days / DAYS_A_MONTH


def period_start(moments: pd.Series, period: str) -> pd.Series:
    """The first day of the week (Monday), month or quarter that each day is in."""
    day = moments.to_numpy().astype("datetime64[D]")
    if period == "week":
        first = MONDAY + ((day - MONDAY) // np.timedelta64(7, "D")) * np.timedelta64(7, "D")
    else:
        month = day.astype("datetime64[M]").astype("int64")
        length = 1 if period == "month" else 3
        first = (month // length * length).astype("datetime64[M]").astype("datetime64[D]")
        first = np.where(np.isnat(day), np.datetime64("NaT"), first)
    return pd.Series(first.astype("datetime64[us]"), moments.index)


def next_period(starts: pd.Series, period: str, steps: int = 1) -> pd.Series:
    """The first day of the period `steps` later."""
    if period == "week":
        return starts + pd.Timedelta(days=7 * steps)
    return add_months(starts, steps * (1 if period == "month" else 3))


def periods_between(first: pd.Series, last: pd.Series, period: str) -> pd.Series:
    """How many periods from the one that starts on `first` to the one that starts on `last`, both in; at least 0."""
    if period == "week":
        count = (last - first).dt.days / 7
    else:
        months = (last.dt.year - first.dt.year) * 12 + last.dt.month - first.dt.month
        count = months / (1 if period == "month" else 3)
    return (count + 1).fillna(0).clip(lower=0).round().astype("int64")


def last_complete_months(
    as_of: pd.Timestamp | None, starts: pd.Series
) -> tuple[pd.Timestamp | None, pd.Timestamp | None]:
    """First and last day of the last complete 12 months, else 3, else 1, that began after the data did.

    None, None where nothing is dated. Where not even a month is complete: from the first start to the as-of date.
    """
    if as_of is None or starts.isna().all():
        return None, None
    earliest = starts.min()
    month = as_of + pd.Timedelta(days=1)
    end = month.replace(day=1) - pd.Timedelta(days=1)
    for months in (12, 3, 1):
        start = (end + pd.Timedelta(days=1)) - pd.DateOffset(months=months)
        if start >= earliest:
            return start, end
    return earliest, as_of
