"""The loop back: customers won through customers, paid against unpaid, and the watch on buyer's remorse."""

from __future__ import annotations

from dataclasses import dataclass

import pandas as pd

from bowtie.analysis import Loop, Unavailable
from bowtie.dataset import Dataset
from bowtie.people.dates import days_of, last_complete_months
from bowtie.people.period import Regularity
from bowtie.people.presence import DIFFER_SHARE
from bowtie.settings import Settings
from bowtie.signals.source import Source
from bowtie.stages.channels import channel_class
from bowtie.stages.remorse import remorse_watch
from bowtie.words import Text, say, say_n


@dataclass(frozen=True, eq=False)
class Origins:
    """Of each customer (index: row number): channel (as named, null where unknown) and channel_class.
    `known`: some channel or referral is known at all; `channels`: some channel is."""

    frame: pd.DataFrame
    known: bool
    channels: bool


def loop(source: Source, frame: pd.DataFrame, use: Regularity, settings: Settings) -> Loop | Unavailable:
    """Of the last complete 12 months (else quarter, month) up to the as-of date; of everyone where nothing is dated.

    `frame`: the working frame. Unavailable where neither channel, referral nor a first 30 days can be seen.
    """
    found = origins(source.dataset, frame)
    watch = remorse_watch(source, frame, use, settings)
    if not found.known and isinstance(watch, Unavailable):
        return Unavailable((channels_needed(), *watch.needs))
    start, end = last_complete_months(source.as_of, frame["start"])
    fresh = found.frame if start is None else found.frame[(frame["start"] >= start) & (frame["start"] <= end)]
    return _loop(found, fresh, frame, (start, end), watch)


def origins(dataset: Dataset, frame: pd.DataFrame) -> Origins:
    """Where each customer came from: who was referred by someone came by referral, whatever the channel says."""
    stated = dataset.customers.get("channel", pd.Series(pd.NA, dataset.customers.index))
    leads = _first_won(dataset, frame)
    channel = stated.astype("str").reindex(frame.index).fillna(leads["channel"])
    by_someone = leads["referred_by"].notna()
    classes = channel_class(channel).mask(by_someone, "referral")
    channels = bool(channel.notna().any())
    known = channels or dataset.has("leads", "referred_by")
    return Origins(pd.DataFrame({"channel": channel, "channel_class": classes}), known, channels)


def _first_won(dataset: Dataset, frame: pd.DataFrame) -> pd.DataFrame:
    """channel and referred_by of the lead that won each customer first."""
    table = dataset.table("leads")
    names = ["channel", "referred_by"]
    if table is None or not {"customer_id", "outcome"} <= set(table):
        return pd.DataFrame({name: pd.Series(pd.NA, frame.index, dtype="str") for name in names})
    leads = table.reindex(columns=["customer_id", *names]).astype("str")
    when = days_of(table, "closed_date").fillna(days_of(table, "created_date"))
    won = leads.assign(when=when)[(table["outcome"] == "won") & leads["customer_id"].notna()]
    first = won.sort_values(["when", *names]).drop_duplicates("customer_id").set_index("customer_id")[names]
    return first.reindex(frame["customer_id"]).set_axis(frame.index)


def _loop(
    found: Origins, fresh: pd.DataFrame, frame: pd.DataFrame, period: tuple[pd.Timestamp | None, pd.Timestamp | None],
    watch: pd.DataFrame | Unavailable,
) -> Loop:
    classes = fresh["channel_class"]
    referred = int((classes == "referral").sum()) if found.known else None
    known = int((classes != "unknown").sum()) if found.channels else len(classes)
    unpaid = int(classes.isin(["unpaid", "referral"]).sum())
    at_start = _customers_at(frame, period[0])
    return Loop(
        period_from=period[0], period_to=period[1], new_customers=_by_channel(fresh), referred=referred,
        referral_share=referred / known if referred is not None and known else None,
        zero_paid_ratio=unpaid / known if found.channels and known else None,
        referral_coefficient=referred / at_start if referred is not None and at_start else None,
        start_customers=at_start, remorse=watch, answer=loop_answer(referred, len(fresh), known),
    )


def _by_channel(fresh: pd.DataFrame) -> pd.DataFrame:
    counts = fresh.groupby(["channel_class", "channel"], dropna=False).size().reset_index(name="customers")
    order = ["customers", "channel_class", "channel"]
    return counts.sort_values(order, ascending=[False, True, True], ignore_index=True)


def _customers_at(frame: pd.DataFrame, start: pd.Timestamp | None) -> int | None:
    """Customers at the start of the period: began before it, and had not left by then. Null where more than a few left
    on days that nobody knows: they may have been there."""
    if start is None:
        return None
    before = frame[frame["start"] < start]
    undated = before["left"] & before["left_on"].isna()
    if undated.sum() > DIFFER_SHARE * len(before):
        return None
    return int((~before["left"] | (before["left_on"] >= start)).sum())


def loop_answer(referred: int | None, new: int, known: int) -> Text:
    """In words."""
    if not new:
        return say("No new customer in this period.")
    if referred is None or not known:
        return say_n("{n:int} new customer, of unknown origin: add the channel of each customer.",
                     "{n:int} new customers, of unknown origin: add the channel of each customer.", new)
    return say("{referred:int} of {known:int} new customers whose origin is known were won through customers.",
               referred=referred, known=known)


def channels_needed() -> Text:
    """For the loop."""
    return say("Add the channel through which each customer came, or who referred each lead.")
