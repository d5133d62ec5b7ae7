"""The answers of the people page in words, and what would unlock what cannot be seen."""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd

from bowtie.dataset import Dataset
from bowtie.words import Text, say, say_n


def segments_answer(counts: Mapping[str, int | None], present: int, separates: bool) -> Text:
    """The page's first line."""
    judged = present - (counts["unknown"] or 0)
    if not present:
        return say("Nobody is a customer at this date, so there is nobody to place.")
    if not judged:
        return say_n("There is not enough evidence to place the one customer.",
                     "There is not enough evidence to place any of {n:int} customers.", present)
    if not separates:
        largest = max((name for name in counts if name != "unknown"), key=lambda name: counts[name] or 0)
        return say("The rule does not separate this base: {share:pct} of those judged are {segment}.",
                   share=(counts[largest] or 0) / judged, segment=segment_name(largest))
    return _shares(counts, judged)


def _shares(counts: Mapping[str, int | None], judged: int) -> Text:
    liker, lurker = counts["liker"] or 0, counts["lurker"] or 0
    if counts["lover"] is None:
        return say("Of {judged:int} customers judged, {liker:pct} are likers and {lurker:pct} lurkers; lovers cannot "
                   "be seen in this data.", judged=judged, liker=liker / judged, lurker=lurker / judged)
    return say("Of {judged:int} customers judged, {lover:pct} are lovers, {liker:pct} likers and {lurker:pct} lurkers.",
               judged=judged, lover=counts["lover"] / judged, liker=liker / judged, lurker=lurker / judged)


def segment_name(segment: str) -> Text:
    """What people call a class, in the plural."""
    return {"lover": say("lovers"), "liker": say("likers"), "lurker": say("lurkers")}.get(segment, say("unknown"))


def missing(seen: Mapping[str, bool], present: pd.DataFrame) -> tuple[Text, ...]:
    """What to add so that more can be seen."""
    found = []
    if not seen["lover"]:
        found.append(acts_needed())
    if not present["asked"].any():
        found.append(answers_needed())
    if present["regular"].isna().all():
        found.append(use_needed())
    return tuple(found)


def needs(dataset: Dataset) -> tuple[Text, ...]:
    """What would give a segmentation where there is no signal at all."""
    found = [acts_needed(), answers_needed(), use_needed()]
    if dataset.has("customers", "usage"):
        found.append(say("Or say from which usage number a customer is a regular user."))
    return tuple(found)


def customers_needed() -> Text:
    """For anything about customers."""
    return say("Add a sheet that names your customers: a list of them, their contracts or their orders.")


def acts_needed() -> Text:
    """For lovers, advocates and ambassadors."""
    return say("Not observable: add referrals, reviews or references, as activity or as columns of the customers "
               "sheet.")


def answers_needed() -> Text:
    """For content and unhappy customers."""
    return say("Add survey answers (NPS or CSAT), or a score column in the customers sheet.")


def use_needed() -> Text:
    """For regular use."""
    return say("Add dated use of the product (logins, sessions, visits) over at least three weeks, months or quarters.")


def value_needed() -> Text:
    """For lists by value."""
    return say("Add what customers bring: revenue, orders with amounts, or a monthly amount.")


def contracts_needed() -> Text:
    """For the locked-in."""
    return say("Add contract terms or contract end dates.")
