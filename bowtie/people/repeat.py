"""Repeat purchase, for those of whom only purchases are known: named as what it is, never as a segment."""

from __future__ import annotations

import pandas as pd

from bowtie.analysis import RepeatPurchase
from bowtie.words import Text, say

MOST = 4   # "4 or more" is one row


def repeat_purchase(commitments: pd.DataFrame) -> RepeatPurchase | None:
    """From the frame of `signals.Source.commitments`; None where nobody bought.

    A purchase is a day on which something was bought (same-day orders are one); undated orders count one by one.
    """
    times = commitments["purchase_days"].fillna(0).astype("int64")
    times = times.mask(times == 0, commitments["orders"].fillna(0).astype("int64"))
    times = times[times > 0]
    if times.empty:
        return None
    gap = (commitments["second_purchase"] - commitments["first_purchase"]).dt.days.dropna()
    again = int((times >= 2).sum())
    return RepeatPurchase(
        buyers=len(times), repeat_buyers=again, share=again / len(times),
        median_days_to_second=float(gap.median()) if len(gap) else None,
        by_purchases=_by_purchases(times), answer=_answer(len(times), again),
    )


def _by_purchases(times: pd.Series) -> pd.DataFrame:
    counts = times.clip(upper=MOST).value_counts().reindex(range(1, MOST + 1), fill_value=0)
    labels = [say("{n:int} or more", n=n) if n == MOST else say("{n:int}", n=n) for n in counts.index]
    return pd.DataFrame({"purchases": labels, "customers": counts.to_numpy()})


def _answer(buyers: int, again: int) -> Text:
    return say(
        "{share:pct} of {buyers:int} buyers bought more than once. That is repeat purchase, not love: purchases alone "
        "do not tell lovers from lurkers.", share=again / buyers, buyers=buyers,
    )
