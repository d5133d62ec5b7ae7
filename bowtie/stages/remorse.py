"""The watch on buyer's remorse: adopters without first use, or complaining, in their first 30 days."""

from __future__ import annotations

import pandas as pd

from bowtie.analysis import Unavailable
from bowtie.people.period import Regularity
from bowtie.settings import Settings
from bowtie.signals.source import Source
from bowtie.words import Text, say, say_n

COLUMNS = ["customer_id", "name", "segment", "stage", "start_date", "value", "why"]


def remorse_watch(
    source: Source, frame: pd.DataFrame, use: Regularity, settings: Settings
) -> pd.DataFrame | Unavailable:
    """COLUMNS, newest first. Absence of use counts only when all of the first days lie in the past and inside the dates
    that the usage table covers; a complaint counts at once. `frame`: the working frame."""
    days = settings.remorse_days
    early = source.early(frame["start"], days)
    if early is None or frame["start"].isna().all() or (use.covered is None and not early["complaints"].notna().any()):
        return Unavailable((remorse_needed(),))
    complaints = early["complaints"].reindex(frame.index).fillna(0).astype("int64")
    unused = _without_use(source, frame, use, days)
    rows = frame.assign(start_date=frame["start"], complaints=complaints, unused=unused)
    rows = rows[(rows["stage"] == "adoption") & (rows["unused"] | (rows["complaints"] > 0))]
    rows = rows.sort_values(["start_date", "customer_id"], ascending=[False, True])
    told = zip(rows["complaints"].tolist(), rows["unused"].tolist(), strict=True)
    why = [_why(complaints, unused, days) for complaints, unused in told]
    return rows.assign(why=pd.Series(why, rows.index, dtype="object"))[COLUMNS].reset_index(drop=True)


def _without_use(source: Source, frame: pd.DataFrame, use: Regularity, days: int) -> pd.Series:
    if use.covered is None or source.as_of is None:
        return pd.Series(False, frame.index)
    last = frame["start"] + pd.Timedelta(days=days - 1)
    watched = (frame["start"] >= use.covered[0]) & (last <= min(source.as_of, use.covered[1]))
    return watched & frame["covered"] & ~(frame["first_use"] <= last)


def _why(complaints: int, unused: bool, days: int) -> Text:
    if complaints and unused:
        return say_n("{n:int} complaint and no use in the first {days:int} days.",
                     "{n:int} complaints and no use in the first {days:int} days.", complaints, days=days)
    if complaints:
        return say_n("{n:int} complaint in the first {days:int} days.",
                     "{n:int} complaints in the first {days:int} days.", complaints, days=days)
    return say("No use in the first {days:int} days.", days=days)


def remorse_needed() -> Text:
    """For the watch."""
    return say("Add start dates of customers, and dated use of the product or complaints.")
