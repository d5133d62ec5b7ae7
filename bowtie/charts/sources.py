"""Where new customers came from: through customers, unpaid, paid."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pandas as pd

from bowtie.analysis import Loop, Unavailable
from bowtie.charts.bars import Bar, bar_chart
from bowtie.charts.canvas import MARGIN, blank, few, finish
from bowtie.charts.fit import clean
from bowtie.charts.names import CHANNEL_CLASSES, named
from bowtie.charts.numbers import known, percent, whole
from bowtie.charts.palette import Palette, colours, mix
from bowtie.words import Text, say

MOST_CHANNELS = 5


def new_customers(result: Loop | Unavailable, dark: bool = False, width: int = 760) -> Any:
    """A bar a class of channel, and under it its channels, at most 5 each: shares of those with a known channel."""
    ink, title = colours(dark), say("Where new customers came from")
    if not isinstance(result, Loop):
        return blank(title, result.needs, width, dark)
    frame = result.new_customers
    total = 0 if frame.empty else int(frame["customers"].sum())
    if not total:
        return blank(title, [say("No new customers in this period, or no channel known.")], width, dark)
    rows = _rows(frame, ink)
    largest = max(row.share or 0 for row in rows)
    scaled = [replace(row, share=row.share / largest if row.share is not None else None) for row in rows]
    subtitle = [_period(result, total), *few(total)]
    return finish(bar_chart(scaled, width - MARGIN, ink), _title(result), subtitle, width, dark)


def _rows(frame: pd.DataFrame, ink: Palette) -> list[Bar]:
    """Classes with their channels as shares of what is known; what is not known apart, as a share of all."""
    unknown = int(frame.loc[frame["channel_class"] == "unknown", "customers"].sum())
    total = int(frame["customers"].sum())
    known_ones = max(total - unknown, 1)
    rows = [row for name in CHANNEL_CLASSES if name != "unknown" for row in _class_rows(frame, name, known_ones, ink)]
    if not unknown:
        return rows
    note = say("{count} of all {total} new", count=whole(unknown), total=whole(total))
    share, name = unknown / total, named(CHANNEL_CLASSES, "unknown")
    gap = [Bar("", heading=True)] if rows else []
    return [*rows, *gap, Bar(name, share, percent(share), ink.unknown, str(note))]


def _title(result: Loop) -> Text:
    unpaid, referred = known(result.zero_paid_ratio), known(result.referral_share)
    if unpaid is None:
        return say("Where new customers came from")
    if referred is None:
        return say("{share} of new customers came without paid media", share=percent(unpaid))
    return say("{share} of new customers came without paid media, {referred} through customers",
               share=percent(unpaid), referred=percent(referred))


def _period(result: Loop, total: int) -> Text:
    if result.period_from is None or result.period_to is None:
        return say("{n:int} new customers; shares are of those with a known channel.", n=total)
    return say("{n:int} new customers, {start:date} to {end:date}; shares are of those with a known channel.",
               n=total, start=result.period_from.date(), end=result.period_to.date())


def _class_rows(frame: pd.DataFrame, name: str, total: int, ink: Palette) -> list[Bar]:
    own = frame[frame["channel_class"] == name]
    count = int(own["customers"].sum()) if len(own) else 0
    if not count:
        return []
    fill = {"referral": ink.referral, "unpaid": ink.unpaid, "paid": ink.paid}.get(name, ink.unknown)
    rows = [_row(named(CHANNEL_CLASSES, name), count, total, fill)]
    channels = _channels(own)
    if len(channels) < 2:
        return rows
    return [*rows, *(_row("– " + label, part, total, mix(fill, ink.background, 0.5)) for label, part in channels)]


def _channels(own: pd.DataFrame) -> list[tuple[str, int]]:
    names = own["channel"].map(clean, na_action="ignore").fillna("").astype("str")
    counts = own["customers"].groupby(names).sum().sort_values(ascending=False, kind="stable")
    pairs = [(str(name) or str(say("not named")), int(count)) for name, count in counts.items() if count]
    rest = pairs[MOST_CHANNELS:]
    other = [(str(say("{n:int} others", n=len(rest))), sum(count for _, count in rest))] if rest else []
    return [*pairs[:MOST_CHANNELS], *other]


def _row(name: str, count: int, total: int, fill: str) -> Bar:
    share = percent(count / total)
    tip = {str(say("Channel")): name, str(say("New customers")): whole(count), str(say("Share")): share}
    return Bar(name, count / total, share, fill, whole(count), tip=tip)
