"""The right side: where each customer stands, and the furthest milestone that each ever reached."""

from __future__ import annotations

import numpy as np
import pandas as pd

from bowtie.people.advocacy import Advocacy
from bowtie.people.dates import no_days
from bowtie.settings import Settings
from bowtie.signals.source import Source
from bowtie.tables import RIGHT_STAGES


def right_frame(
    source: Source, base: pd.DataFrame, loyalty: pd.DataFrame, advocacy: Advocacy, settings: Settings
) -> pd.DataFrame:
    """stage, furthest, and the day of each milestone: adoption_day, loyalty_day, advocacy_day, ambassador_day.

    `stage` is adoption/loyalty/advocacy/ambassador/unknown, or lost; `furthest` is one of RIGHT_STAGES: every customer
    bought, so everyone reached adoption. Index: row number.
    """
    last_held = standing(loyalty, advocacy.frame, settings)
    days = _milestones(source, base, loyalty, advocacy, settings)
    reached = _depth(last_held.where(last_held != "unknown", "adoption"))
    for depth, name in enumerate(RIGHT_STAGES):
        reached = reached.mask(days[f"{name}_day"].notna(), reached.clip(lower=depth))
    furthest = pd.Series(np.array(RIGHT_STAGES)[reached.to_numpy()], base.index, dtype="str")
    stage = last_held.mask(base["left"], "lost")
    return pd.DataFrame({"stage": stage, "furthest": furthest}).join(days)


def standing(loyalty: pd.DataFrame, acts: pd.DataFrame, settings: Settings) -> pd.Series:
    """The stage at the end of each customer's window. Ambassadors are unpaid: rewarded acts make advocates only."""
    many = (acts["unpaid_acts"] >= settings.ambassador_acts) & (acts["unpaid_kinds"] >= settings.ambassador_kinds)
    advocate = loyalty["loyal"] & (acts["acts"] >= 1)
    ambassador = advocate & (many | (acts["won_referrals"] >= 1))
    conditions = [ambassador, advocate, loyalty["loyal"], loyalty["known"]]
    stage = np.select(conditions, ["ambassador", "advocacy", "loyalty", "adoption"], "unknown")
    return pd.Series(stage, loyalty.index, dtype="str")


def _milestones(
    source: Source, base: pd.DataFrame, loyalty: pd.DataFrame, advocacy: Advocacy, settings: Settings
) -> pd.DataFrame:
    days = pd.DataFrame({"adoption_day": base["start"], "loyalty_day": loyalty["loyal_day"]})
    days["advocacy_day"] = days["ambassador_day"] = no_days(base.index)
    if advocacy.rows is None or not source.acts_dated or not days["loyalty_day"].notna().any():
        return days
    found = source.milestones(
        advocacy.rows, days["loyalty_day"], settings.window_days, settings.ambassador_acts, settings.ambassador_kinds
    )
    return days.assign(advocacy_day=found["advocacy_day"], ambassador_day=found["ambassador_day"])


def _depth(stages: pd.Series) -> pd.Series:
    return stages.map({name: depth for depth, name in enumerate(RIGHT_STAGES)}).astype("int64")
