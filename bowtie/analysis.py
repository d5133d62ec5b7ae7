"""Dataset and Settings in, frozen Analysis out: the one call behind the screen, the command line and notebooks."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

import pandas as pd

from bowtie.dataset import Dataset
from bowtie.findings import Finding
from bowtie.settings import Settings
from bowtie.words import Text


@dataclass(frozen=True)
class Unavailable:
    """A part that the data cannot support: what would unlock it. Falsy, so that `if analysis.segments` reads well."""

    needs: tuple[Text, ...]
    available: bool = False

    def __bool__(self) -> bool:
        return False

    def as_json(self) -> dict[str, Any]:
        """The shape that INTERFACE promises."""
        return {"available": False, "needs": [str(need) for need in self.needs]}


@dataclass(frozen=True, eq=False)
class People:
    """One row a customer: what is known of each at the as-of date.

    `frame` columns: customer_id, name, start_date, present (bool), left_on (date), left_source (str), locked (bool),
    segment (lover/liker/lurker/unknown, or null where segments are unavailable; those who left hold their last one),
    unhappy (bool), at_risk (bool: unhappy lover), acts, unpaid_acts, act_kinds (in the window), evidence (bool),
    active_periods, judged_periods, regular (boolean, null where not judged), score, instrument, score_date,
    value (money, null where unknown), stage (adoption/loyalty/advocacy/ambassador/unknown/lost), furthest (the
    furthest right stage ever), loyal_by ("event", "term", "tenure", ""), acts_missing (int: to lover),
    reasons (list of Text: why this segment and stage).
    `period` is the period of "regular in use"; `value_basis` says what `value` is (revenue, mrr, revenue_total).
    """

    frame: pd.DataFrame
    period: str | None = None
    value_basis: str = ""
    leaving_source: str = ""


@dataclass(frozen=True, eq=False)
class Segments:
    """Lurkers, likers, lovers. `counts` has every key of tables.SEGMENTS, null where not observable.

    `shares` are of the customers present that were judged. `lists` maps list name (silent_loyalists,
    low_spend_lovers, high_spend_lurkers, locked_in, nearest_to_lover, at_risk_lovers, unhappy) to a frame:
    customer_id, name, segment, stage, value, acts, score, why (Text); or to Unavailable.
    `cube` counts customers by loyalty (adoption/loyal/unknown), advocacy (0/1/2+ acts) and value band (low/mid/high).
    `before_lover`: what lovers did before their second act: kind, lovers, share, others_share.
    """

    counts: Mapping[str, int | None]
    lost: int
    lost_by_segment: Mapping[str, int]
    period: str | None
    present: int
    observable: Mapping[str, bool]
    missing: tuple[Text, ...]          # what to add so that unobservable classes can be seen
    separates: bool                    # False when more than 95% fall in one class
    distribution: pd.DataFrame         # measure, bin_start, bin_end, customers, line
    lists: Mapping[str, Any]
    cube: pd.DataFrame
    before_lover: pd.DataFrame
    answer: Text                       # the page's first line
    available: bool = True

    @property
    def shares(self) -> dict[str, float | None]:
        """Of the customers present that were judged: lover, liker, lurker; null where not observable."""
        judged = self.present - (self.counts["unknown"] or 0)
        kinds = [(name, count) for name, count in self.counts.items() if name != "unknown"]
        return {name: None if count is None or not judged else count / judged for name, count in kinds}


@dataclass(frozen=True, eq=False)
class Bowtie:
    """`stages`: key, label, side, reached, standing, conversion, moved_by_30_days, moved_by_90_days,
    moved_by_180_days, movers, median_days_of_movers, km_median_days; one row a stage in order, null where unknown.
    `exits`: stage, side, reason, count. `bought_because`: reason, count (why they bought).
    moved_by and median stand on the stage that is left: from entering it to entering the next one shown. Column `of`
    holds our own stages that a shown one stands for.
    """

    framework: str
    stages: pd.DataFrame
    unknown: int
    lost: int
    exits: pd.DataFrame
    bought_because: pd.DataFrame
    answer: Text
    needs_left: tuple[Text, ...] = ()   # why the left side is missing, when it is
    needs_right: tuple[Text, ...] = ()
    win_timing: Any = None               # stages.timing.Timing of leads, from created to won; None without dates


@dataclass(frozen=True, eq=False)
class Loop:
    """Customers won through customers. Rates null where no channel or referral is known.

    `new_customers`: channel_class (paid/unpaid/referral/unknown), channel, customers.
    """

    period_from: pd.Timestamp | None
    period_to: pd.Timestamp | None
    new_customers: pd.DataFrame
    referral_share: float | None
    zero_paid_ratio: float | None
    referral_coefficient: float | None
    referred: int | None
    start_customers: int | None
    remorse: Any = None                 # frame: customer_id, name, start_date, why (Text); or Unavailable
    answer: Text | None = None
    available: bool = True


@dataclass(frozen=True, eq=False)
class RepeatPurchase:
    """What purchases alone tell: how many buyers bought on more than one day. Not a segment.

    `share` is repeat_buyers / buyers (0..1); `median_days_to_second` of those who bought again, null without dates;
    `by_purchases`: purchases (Text), customers.
    """

    buyers: int
    repeat_buyers: int
    share: float
    median_days_to_second: float | None
    by_purchases: pd.DataFrame
    answer: Text


@dataclass(frozen=True, eq=False)
class Analysis:
    """Everything computed from one Dataset under one Settings."""

    dataset: Dataset
    settings: Settings
    as_of: pd.Timestamp | None
    totals: Mapping[str, Any]
    people: People
    segments: Segments | Unavailable
    bowtie: Bowtie
    loop: Loop | Unavailable
    repeat: RepeatPurchase | None = None    # null where nobody bought
    findings: tuple[Finding, ...] = ()
    later: Mapping[str, Unavailable] = field(default_factory=dict)   # retention, drivers, value, health, ...

    def results(self) -> dict[str, Any]:
        """The shape of `results.json`."""
        from bowtie.results import as_results

        return as_results(self)
