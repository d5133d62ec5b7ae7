"""Regular in use: which period fits the data, and in how many of them each customer was active."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd

from bowtie.people.dates import LONGEST, PERIODS, next_period, period_start, periods_between
from bowtie.settings import Settings
from bowtie.signals.source import Source

LEAST_DATES = 3        # fewer distinct dates than this show no grain
COVERS_SHARE = 0.5     # rows of use for this share of customers: the table covers the base, absence is evidence
ROWS = {("month", "week"): 5, ("quarter", "week"): 13, ("quarter", "month"): 3}   # (grain, period) -> periods a row


@dataclass(frozen=True, eq=False)
class Regularity:
    """`frame` (index: row number): active_periods, judged_periods, regular (boolean, null where not judged),
    first_use (date), covered (bool: the usage table speaks of this customer)."""

    frame: pd.DataFrame
    period: str | None = None
    covers_base: bool = False
    covered: tuple[pd.Timestamp, pd.Timestamp] | None = None   # the dates that rows of use speak of


def regularity(source: Source, base: pd.DataFrame, settings: Settings) -> Regularity:
    """From rows of use; without any, nobody is judged (except by the user's line for a bare usage number)."""
    seen = source.use_of_customers(base[["until"]])
    if seen is None or source.use_days.empty:
        return Regularity(_with_usage_line(_unjudged(base), source, settings))
    use_days = source.use_days
    grain = data_grain(use_days)
    period = settings.period or choose_period(grain, source.median_gap())
    dates = _covered(source, use_days, grain)
    frame = _judged(source, base, dates, grain, period)
    present = base["begun"] & ~base["left"]
    has_rows = seen["use_rows"].fillna(0) > 0
    covers = bool(has_rows[present].mean() >= COVERS_SHARE) if present.any() else False
    frame["first_use"], frame["covered"] = seen["first_use"], has_rows | covers
    judged = frame["covered"] & (frame["judged_periods"] >= settings.least_periods)
    share = frame["active_periods"] / frame["judged_periods"].replace(0, np.nan)
    frame["regular"] = (share >= settings.regular_share).astype("boolean").where(judged)
    return Regularity(_with_usage_line(frame, source, settings), period, covers, dates)


def choose_period(grain: str, gap: float) -> str:
    """The shortest of week, month, quarter that is neither finer than the grain nor shorter than the median gap."""
    fits = [
        period for period in PERIODS
        if (grain == "day" or PERIODS.index(period) >= PERIODS.index(grain)) and not LONGEST[period] < gap
    ]
    return fits[0] if fits else "quarter"


def data_grain(use_days: pd.Series) -> str:
    """The word week, month or quarter where every date is the same day of its week, month or quarter; else day."""
    if len(use_days) < LEAST_DATES:
        return "day"
    month_end = (use_days + pd.Timedelta(days=1)).dt.day == 1
    if (use_days.dt.day == use_days.dt.day.iloc[0]).all() or month_end.all():
        return "quarter" if (use_days.dt.month % 3).nunique() == 1 else "month"
    return "week" if use_days.dt.day_of_week.nunique() == 1 else "day"


def _judged(
    source: Source, base: pd.DataFrame, dates: tuple[pd.Timestamp, pd.Timestamp], grain: str, period: str
) -> pd.DataFrame:
    """active_periods and judged_periods: complete periods inside customership, window and the dates that rows cover."""
    spans = _spans(base, dates, period)
    judged = periods_between(spans["first_period"], spans["last_period"], period)
    active = source.active_periods(spans, period, ROWS.get((grain, period), 1))
    return pd.DataFrame({"active_periods": active.clip(upper=judged).astype("int64"), "judged_periods": judged})


def _spans(base: pd.DataFrame, dates: tuple[pd.Timestamp, pd.Timestamp], period: str) -> pd.DataFrame:
    """first_period and last_period: the first days of the first and last complete period of each customer."""
    opens = pd.concat([base["start"], base["window_from"] + pd.Timedelta(days=1)], axis=1).max(axis=1)
    opens = opens.mask(opens < dates[0], dates[0])
    closes = base["until"].mask(base["until"] > dates[1], dates[1])
    holding = period_start(opens, period)
    first = holding.mask(holding < opens, next_period(holding, period))
    last = next_period(period_start(closes + pd.Timedelta(days=1), period), period, -1)
    return pd.DataFrame({"first_period": first, "last_period": last})


def _covered(source: Source, use_days: pd.Series, grain: str) -> tuple[pd.Timestamp, pd.Timestamp]:
    """The dates that the usage table covers; a row of a month covers it whole."""
    stated = source.dataset.covered or (use_days.iloc[0], use_days.iloc[-1])
    ends = pd.Series([pd.Timestamp(stated[0]).normalize(), pd.Timestamp(stated[1]).normalize()])
    if grain in PERIODS:
        whole = period_start(ends, grain)
        ends = pd.Series([whole.iloc[0], next_period(whole, grain).iloc[1] - pd.Timedelta(days=1)])
    return ends.iloc[0], ends.iloc[1]


def _unjudged(base: pd.DataFrame) -> pd.DataFrame:
    frame = pd.DataFrame({"active_periods": 0, "judged_periods": 0}, index=base.index)
    frame["first_use"] = pd.Series(pd.NaT, base.index, dtype="datetime64[us]")
    frame["covered"] = False
    frame["regular"] = pd.Series(pd.NA, base.index, dtype="boolean")
    return frame


def _with_usage_line(frame: pd.DataFrame, source: Source, settings: Settings) -> pd.DataFrame:
    """A bare usage number judges whom rows of use do not, once the user has drawn its line."""
    customers = source.dataset.customers
    if settings.usage_line is None or "usage" not in customers:
        return frame
    by_line = (customers["usage"] >= settings.usage_line).astype("boolean").where(customers["usage"].notna())
    return frame.assign(regular=frame["regular"].fillna(by_line))
