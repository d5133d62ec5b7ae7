"""The eight stages in one table: volume, conversion and time at each step, under the labels of a framework."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Any

import pandas as pd

from bowtie.people.dates import no_days
from bowtie.stages.frameworks import Stage
from bowtie.stages.left import Left
from bowtie.stages.timing import HORIZONS, Timing, spells, timing
from bowtie.tables import KNOT, LEFT_STAGES, RIGHT_STAGES

COUNTS = ("reached", "standing", "movers")
COLUMNS = (
    "key", "label", "side", "reached", "standing", "conversion", *(f"moved_by_{days}_days" for days in HORIZONS),
    "movers", "median_days_of_movers", "km_median_days", "of",
)


@dataclass(frozen=True, eq=False)
class Sides:
    """What the stages are counted from. `right`: one row a customer that has begun (stage, furthest, known, left,
    left_on, until, and the day of each milestone)."""

    left: Left | None
    right: pd.DataFrame
    as_of: pd.Timestamp | None
    acts_observable: bool
    customers_known: bool = True   # some table could name customers

    @cached_property
    def furthest(self) -> dict[str, int]:
        """How many customers came to each stage and no further."""
        return {str(key): int(count) for key, count in self.right["furthest"].value_counts().items()}

    @cached_property
    def stands(self) -> dict[str, int]:
        """How many customers stand at each stage."""
        return {str(key): int(count) for key, count in self.right["stage"].value_counts().items()}


def stages_frame(sides: Sides, stages: tuple[Stage, ...]) -> pd.DataFrame:
    """One row a shown stage, in order; columns COLUMNS, null where unknown."""
    rows: list[dict[str, Any]] = []
    before: int | None = None
    for place, stage in enumerate(stages):
        reached = _first_known([_reached(sides, key) for key in stage.of])
        following = _next_seen(sides, stages[place + 1:])
        rows.append(_row(sides, stage, reached, before, following))
        before = reached if reached is not None else before
    return _typed(pd.DataFrame(rows, columns=list(COLUMNS)))


def _row(
    sides: Sides, stage: Stage, reached: int | None, before: int | None, following: Stage | None
) -> dict[str, Any]:
    took = _timing(sides, stage, following)
    return {
        "key": stage.key, "label": stage.label, "side": stage.side, "of": stage.of, "reached": reached,
        "standing": _sum_known([_standing(sides, key) for key in stage.of]), "conversion": _conversion(reached, before),
        **{f"moved_by_{days}_days": share for days, share in zip(HORIZONS, took.moved_by, strict=True)},
        "movers": took.movers, "median_days_of_movers": took.median_days_of_movers,
        "km_median_days": took.km_median_days if stage.side == "right" else None,
    }


def _reached(sides: Sides, key: str) -> int | None:
    if key in LEFT_STAGES:
        return sides.left.reached(key) if sides.left else None
    if key == KNOT:
        won = sides.left.reached(KNOT) if sides.left else None
        return won if won is not None or not sides.customers_known else len(sides.right)
    if not _observable(sides, key):
        return None
    return sum(sides.furthest.get(name, 0) for name in RIGHT_STAGES[RIGHT_STAGES.index(key):])


def _standing(sides: Sides, key: str) -> int | None:
    if key in LEFT_STAGES:
        return sides.left.standing(key) if sides.left else None
    if key == KNOT:
        return 0 if sides.customers_known else None   # a passage: everyone who came through stands on the right
    return sides.stands.get(key, 0) if _observable(sides, key) else None


def _observable(sides: Sides, key: str) -> bool:
    return sides.customers_known and (key not in ("advocacy", "ambassador") or sides.acts_observable)


def _conversion(reached: int | None, before: int | None) -> float | None:
    """Null for the first, after nobody, and where more are seen here than before (the sides come from other sheets)."""
    if reached is None or not before or reached > before:
        return None
    return reached / before


def _next_seen(sides: Sides, later: tuple[Stage, ...]) -> Stage | None:
    seen = (stage for stage in later if any(_reached(sides, key) is not None for key in stage.of))
    return next(seen, None)


def _timing(sides: Sides, stage: Stage, following: Stage | None) -> Timing:
    """From entering a stage to entering the next. Leads bear only the days of their creation and their end, so on the
    left only a step from the very first stage to the purchase has a time."""
    if following is None or sides.as_of is None:
        return Timing()
    first, then = stage.of[0], following.of[0]
    if first == LEFT_STAGES[0] and KNOT in following.of:
        return win_timing(sides.left, sides.as_of)
    if first in RIGHT_STAGES and then in RIGHT_STAGES:
        return _right_timing(sides.right, first, then)
    return Timing()


def win_timing(left: Left | None, as_of: pd.Timestamp) -> Timing:
    """From first known to won; a lost lead is lost on its closing day, the rest are still open."""
    if left is None or not left.wins_known:
        return Timing()
    leads = left.leads
    dated = leads[(leads["outcome"] == "open") | leads["closed"].notna()]
    until = no_days(dated.index).fillna(as_of.normalize())
    won, lost = dated["outcome"] == "won", dated["outcome"] == "lost"
    return timing(spells(dated["created"], dated["closed"].where(won), dated["closed"].where(lost), until))


def _right_timing(right: pd.DataFrame, first: str, then: str) -> Timing:
    watched = right[right["known"] & ~(right["left"] & right["left_on"].isna())]
    moved = watched[f"{then}_day"].where(watched[f"{then}_day"] <= watched["until"])
    lost = watched["left_on"].where(watched["left"])
    return timing(spells(watched[f"{first}_day"], moved, lost, watched["until"]))


def _first_known(values: list[int | None]) -> int | None:
    return next((value for value in values if value is not None), None)


def _sum_known(values: list[int | None]) -> int | None:
    known = [value for value in values if value is not None]
    return sum(known) if known else None


def _typed(frame: pd.DataFrame) -> pd.DataFrame:
    """Counts as nullable whole numbers, the rest as floats."""
    text = ("key", "label", "side", "of")
    numbers = [name for name in COLUMNS if name not in text]
    typed = {
        name: pd.Series(frame[name].tolist(), frame.index, dtype="Int64" if name in COUNTS else "float64")
        for name in numbers
    }
    return frame.assign(**typed)
