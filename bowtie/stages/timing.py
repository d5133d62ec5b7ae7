"""How long a step takes: share moved by a day with loss as a competing event, median of movers, Kaplan-Meier median."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd

HORIZONS = (30, 90, 180)
CENSORED, MOVED, LOST = 0, 1, 2


@dataclass(frozen=True)
class Timing:
    """Of one step. `moved_by` follows HORIZONS; null where nobody was watched that long."""

    moved_by: tuple[float | None, ...] = (None, None, None)
    movers: int | None = None
    median_days_of_movers: float | None = None
    km_median_days: float | None = None


@dataclass(frozen=True, eq=False)
class Spells:
    """One entry a customer (or lead) in a step: days until it ended, and how (CENSORED, MOVED, LOST)."""

    days: np.ndarray
    ends: np.ndarray


def spells(entered: pd.Series, moved: pd.Series, lost: pd.Series, until: pd.Series) -> Spells:
    """From four columns of days. Who never entered on a known day is not in; who moves on the day of entering is, with
    0 days. A move counts before a loss on the same day."""
    end = moved.fillna(lost).fillna(until)
    ends = np.where(moved.notna(), MOVED, np.where(lost.notna(), LOST, CENSORED))
    known = (entered.notna() & end.notna()).to_numpy()
    days = (end - entered).dt.days.clip(lower=0).to_numpy()
    return Spells(days[known].astype("int64"), ends[known])


def timing(watched: Spells, horizons: Sequence[int] = HORIZONS) -> Timing:
    """All figures of a step; nothing at all where nobody entered on a known day."""
    if not len(watched.days):
        return Timing()
    moved = watched.days[watched.ends == MOVED]
    return Timing(
        moved_by=cumulative_incidence(watched, horizons), movers=len(moved),
        median_days_of_movers=float(np.median(moved)) if len(moved) else None, km_median_days=km_median(watched),
    )


def cumulative_incidence(watched: Spells, horizons: Sequence[int]) -> tuple[float | None, ...]:
    """Aalen-Johansen: the sum over days up to each horizon of S(t-) x moved(t) / at risk(t), where S is survival of
    both moving and loss. Null beyond the last day that anybody was watched, unless nobody was left to watch."""
    day, at_risk, moved, lost = _table(watched)
    both = np.cumprod(1 - (moved + lost) / at_risk)
    before = np.concatenate([[1.0], both[:-1]])
    incidence = np.cumsum(before * moved / at_risk)
    over = both[-1] <= 0 or (moved + lost)[-1] == at_risk[-1]
    return tuple(_at(day, incidence, horizon, bool(over)) for horizon in horizons)


def km_median(watched: Spells) -> float | None:
    """The first day on which at least half have moved, with those lost or still waiting censored (Kaplan-Meier)."""
    day, at_risk, moved, _ = _table(watched)
    reached = np.flatnonzero(np.cumprod(1 - moved / at_risk) <= 0.5 + 1e-12)
    return float(day[reached[0]]) if len(reached) else None


def _table(watched: Spells) -> tuple[np.ndarray, np.ndarray, np.ndarray, np.ndarray]:
    """Distinct days; how many were at risk at each, moved on it, were lost on it."""
    day, place = np.unique(watched.days, return_inverse=True)
    count = np.bincount(place, minlength=len(day))
    at_risk = count[::-1].cumsum()[::-1]
    moved = np.bincount(place, weights=watched.ends == MOVED, minlength=len(day))
    lost = np.bincount(place, weights=watched.ends == LOST, minlength=len(day))
    return day, at_risk, moved, lost


def _at(day: np.ndarray, incidence: np.ndarray, horizon: int, over: bool) -> float | None:
    if day[-1] < horizon and not over:
        return None
    place = int(np.searchsorted(day, horizon, side="right"))
    return float(incidence[place - 1]) if place else 0.0
