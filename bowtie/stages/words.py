"""The bow-tie's answers in words: sentences computed from the stages."""

from __future__ import annotations

import pandas as pd

from bowtie.people.words import acts_needed
from bowtie.stages.left import Left
from bowtie.words import Text, say, say_n


def bow_answer(stages: pd.DataFrame, lost: int, customers: int) -> Text:
    """The page's first line: where most are lost, on whichever side it can be seen."""
    seen = stages[stages["reached"].notna()].reset_index(drop=True)
    if not seen["conversion"].notna().any():
        return _plain_answer(lost, customers)
    worst = int(seen["conversion"].to_numpy("float64", na_value=2.0).argmin())
    return say(
        "The narrowest step is from {before} to {after}: {share:pct} come through. "
        "Of {customers:int} customers, {lost:int} have left.",
        before=seen["label"].iloc[worst - 1], after=seen["label"].iloc[worst],
        share=float(seen["conversion"].iloc[worst]), customers=customers, lost=lost,
    )


def _plain_answer(lost: int, customers: int) -> Text:
    if not customers:
        return say("There are no customers in this data yet.")
    return say_n(
        "Of {n:int} customer, {lost:int} has left.", "Of {n:int} customers, {lost:int} have left.", customers, lost=lost
    )


def needs_left(left: Left | None) -> tuple[Text, ...]:
    """Why the left side is missing or thin."""
    if left is None:
        return (say("Add a sheet of leads (stage, outcome and dates) to see how strangers become customers."),)
    needs = []
    if not left.staged:
        needs.append(say("Add the stage of each lead to see interest, desire and action apart."))
    if not left.wins_known:
        needs.append(say("Add the outcome of each lead (open, won, lost) to see who was won."))
    if left.leads["created"].isna().all():
        needs.append(say("Add the day each lead was created to see how long it takes to win one."))
    return tuple(needs)


def needs_right(right: pd.DataFrame, acts_observable: bool) -> tuple[Text, ...]:
    """Why the right side is missing or thin."""
    needs = []
    if not acts_observable:
        needs.append(acts_needed())
    if (right["stage"] == "unknown").any():
        needs.append(say(
            "Add start dates, contract terms or purchases to place the customers whose loyalty nothing tells."
        ))
    return tuple(needs)

