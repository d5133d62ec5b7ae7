"""Where everything in the bow-tie stands, in pixels: `u` along it, from strangers on; `v` across it, 0 the middle.

Left of the knot a stage is as thick as the number who ever reached it, and the side narrows towards the purchase.
Right of it every stage adds a band as thick as the number who reached it: the effects add up, and the side opens.
Each side has a linear scale; one that would be too thin to read beside the other is magnified, and says so.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import pandas as pd

from bowtie.analysis import Bowtie
from bowtie.charts.fit import clean
from bowtie.charts.numbers import known

HAIRLINE = 1.5        # somebody is never nothing
FLAT = 0.22           # a stage is level over its middle 44%
THIN = 0.34           # a side below this share of the height is magnified
STEPS = 20            # points along a curve
PEEL = 30.0           # how far the lost fall away


@dataclass(frozen=True)
class Stage:
    """One stage as drawn; None where the data do not say. `days` is the median time of those who came to it from the
    stage before."""

    key: str
    label: str
    side: str
    reached: float | None
    standing: float | None
    conversion: float | None
    lost: float | None
    days: float | None


@dataclass(frozen=True)
class Column:
    """A stage's stretch along the bow."""

    stage: Stage
    start: float
    end: float

    @property
    def middle(self) -> float:
        """Where its labels stand."""
        return (self.start + self.end) / 2

    @property
    def level_from(self) -> float:
        """Where its level stretch begins."""
        return self.middle - FLAT * (self.end - self.start)

    @property
    def level_to(self) -> float:
        """Where its level stretch ends."""
        return self.middle + FLAT * (self.end - self.start)


@dataclass(frozen=True)
class Scales:
    """Pixels a person, on each side; `magnified` names the side that is drawn `factor` times larger, if one is."""

    left: float
    right: float
    magnified: str = ""
    factor: int = 1


@dataclass(frozen=True)
class Band:
    """A piece of the bow: for each `u` its `low` and `high` edge. `shade` runs from 0 to 1 along its side."""

    stage: Stage
    part: int
    shade: float
    points: tuple[tuple[float, float, float], ...]


@dataclass(frozen=True)
class Shape:
    """The whole bow. `peels` are the losses, `gap_left` and `gap_right` the room of a side not seen."""

    columns: tuple[Column, ...]
    scales: Scales
    bands: tuple[Band, ...]
    peels: tuple[Band, ...]
    knot: tuple[Column, float]
    gap_left: float
    gap_right: float


def stages_of(result: Bowtie) -> list[Stage]:
    """The stages of a result, in order, with how many left at each."""
    lost = _lost_by_stage(result.exits)
    stages: list[Stage] = []
    days = None     # a step's time stands with the stage that it starts from
    for row in result.stages.to_dict("records"):
        reached = known(row["reached"])
        stages.append(Stage(
            str(row["key"]), clean(row["label"]), str(row["side"]), reached, known(row.get("standing")),
            known(row.get("conversion")), lost.get(str(row["key"])), days if reached is not None else None,
        ))
        days = known(row.get("median_days_of_movers")) if reached is not None else days
    return stages


def _lost_by_stage(exits: pd.DataFrame) -> dict[str, float]:
    if exits.empty:
        return {}
    return {str(stage): float(count) for stage, count in exits.groupby("stage")["count"].sum().items()}


def seen(stages: Sequence[Stage], side: str) -> list[Stage]:
    """The stages of a side, or none when the data show none of them."""
    of_side = [stage for stage in stages if stage.side == side]
    return of_side if any(stage.reached is not None for stage in of_side) else []


def knot_of(stages: Sequence[Stage]) -> Stage:
    """The purchase; without a number where a result has none."""
    nobody = Stage("customer", "", "knot", None, None, None, None, None)
    return next((stage for stage in stages if stage.side == "knot"), nobody)


@dataclass(frozen=True)
class Room:
    """What the bow may fill, in pixels: `gap` goes to words in the place of a side that is not seen; `knot` is the
    length of the knot's column, of a stage's."""

    along: float
    across: float
    gap: float
    knot: float


def shape(stages: Sequence[Stage], room: Room) -> Shape:
    """The bow for these stages."""
    left, right = seen(stages, "left"), seen(stages, "right")
    knot = knot_of(stages)
    gaps = (0.0 if left else room.gap, 0.0 if right else room.gap)
    columns = _columns([*left, knot, *right], gaps[0], room.along - gaps[1], room.knot)
    scales = _scales(left, knot, right, room.across)
    half = _knot_half(left, knot, right, scales, room.across)
    lefts = [column for column in columns if column.stage.side == "left"]
    rights = [column for column in columns if column.stage.side == "right"]
    middle = columns[len(lefts)]
    bands = [*_left_bands(lefts, middle, scales.left, half), *_right_bands(rights, middle, scales.right, half)]
    peels = [*_left_peels(lefts, scales.left), *_right_peels(rights, bands, scales.right)]
    return Shape(columns, scales, tuple(bands), tuple(peels), (middle, half), *gaps)


def _columns(stages: Sequence[Stage], start: float, end: float, knot: float) -> tuple[Column, ...]:
    weights = [knot if stage.side == "knot" else 1.0 for stage in stages]
    unit, at, columns = (end - start) / sum(weights), start, []
    for stage, weight in zip(stages, weights, strict=True):
        columns.append(Column(stage, at, at + unit * weight))
        at += unit * weight
    return tuple(columns)


def _scales(left: Sequence[Stage], knot: Stage, right: Sequence[Stage], across: float) -> Scales:
    most_left = max([stage.reached or 0 for stage in left], default=0)
    most_right = sum(stage.reached or 0 for stage in right) or (knot.reached or 0)
    common = across / max(most_left, most_right, 1)
    if left and right and most_left and most_right:
        if most_right * common < THIN * across:
            factor = _round_factor(across * 0.8 / (most_right * common))
            return Scales(common, common * factor, "right", factor)
        if most_left * common < THIN * across:
            factor = _round_factor(across * 0.8 / (most_left * common))
            return Scales(common * factor, common, "left", factor)
    return Scales(common, common)


def _round_factor(most: float) -> int:
    """The largest of 2, 3, 4, 5, 8, 10, 20, 30, ... that still fits."""
    power = 10 ** max(len(str(int(most))) - 1, 0)
    return max([step * power for step in (1, 2, 3, 4, 5, 8) if step * power <= most], default=1)


def thickness(count: float | None, scale: float) -> float:
    """Half as thick as drawn, in pixels."""
    return max(count * scale, HAIRLINE) / 2 if count else 0.0


def _knot_half(
    left: Sequence[Stage], knot: Stage, right: Sequence[Stage], scales: Scales, across: float
) -> float:
    """The purchase is as thick as the thinner side says, and never thicker than the stage before it."""
    nearest = next((stage.reached for stage in reversed(left) if stage.reached is not None), None)
    sides = [thickness(count, scales.left) for count in (knot.reached, nearest) if left and count is not None]
    if right:
        sides.append(thickness(knot.reached, scales.right))
    return min(sides) if left and sides else min([across / 10, *sides])


def _ease(share: float) -> float:
    return share * share * (3 - 2 * share)


def _curve(start: float, end: float, before: float, after: float) -> list[tuple[float, float]]:
    """A smooth step from `before` to `after`."""
    marks = [step / STEPS for step in range(STEPS + 1)]
    return [(start + (end - start) * mark, before + (after - before) * _ease(mark)) for mark in marks]


def _left_bands(columns: Sequence[Column], knot: Column, scale: float, half: float) -> list[Band]:
    known_ones = [column for column in columns if column.stage.reached is not None]
    ends = [(column.level_from, thickness(column.stage.reached, scale)) for column in known_ones[1:]]
    bands: list[Band] = []
    if not known_ones:
        return bands
    for index, (column, (end, after)) in enumerate(zip(known_ones, [*ends, (knot.start, half)], strict=True)):
        own = thickness(column.stage.reached, scale)
        start = column.start if index == 0 else column.level_from
        edge = [(start, own), *_curve(column.level_to, end, own, after)]
        shade = index / max(len(known_ones) - 1, 1)
        bands.append(Band(column.stage, 0, shade, tuple((u, -v, v) for u, v in edge)))
    return bands


def _right_bands(columns: Sequence[Column], knot: Column, scale: float, half: float) -> list[Band]:
    bands: list[Band] = []
    if not columns:
        return bands
    end, base, count = columns[-1].end, half, len(columns)
    for index, column in enumerate(columns):
        own = thickness(column.stage.reached, scale)
        start = knot.end if index == 0 else columns[index - 1].level_to
        shade = index / max(count - 1, 1)
        if index == 0:
            edge = [*_curve(start, column.level_from, half, own), (end, own)]
            bands.append(Band(column.stage, 0, shade, tuple((u, -v, v) for u, v in edge)))
            base = own
        elif own:
            edge = [*_curve(start, column.level_from, 0, own), (end, own)]
            bands.append(Band(column.stage, 1, shade, tuple((u, -base - v, -base) for u, v in edge)))
            bands.append(Band(column.stage, 2, shade, tuple((u, base, base + v) for u, v in edge)))
            base += own
    return bands


def _left_peels(columns: Sequence[Column], scale: float) -> list[Band]:
    peels: list[Band] = []
    for column in columns:
        own = thickness(column.stage.reached, scale)
        lost = min(thickness(column.stage.lost, scale), own)
        if lost:
            length = 1.5 * (column.end - column.level_to) + 10
            peels += _peel(column.stage, column.level_to, length, own, lost)
    return peels


def _right_peels(columns: Sequence[Column], bands: Sequence[Band], scale: float) -> list[Band]:
    peels: list[Band] = []
    for column in columns:
        lost = thickness(column.stage.lost, scale)
        length = min(1.2 * (column.end - column.start), columns[-1].end - column.level_from)
        edge = max((high for band in bands for u, _, high in band.points if u <= column.level_from + 0.01
                    and band.stage.side == "right"), default=0.0)
        if lost:
            peels += _peel(column.stage, column.level_from, length, edge, min(lost, edge))
    return peels


def _peel(stage: Stage, start: float, length: float, edge: float, lost: float) -> list[Band]:
    """The lost leave along both edges, bend outwards and fade."""
    marks = [step / STEPS for step in range(STEPS + 1)]
    inner = [(start + length * mark, edge - lost + PEEL * mark**2) for mark in marks]
    upper = tuple((u, -v - lost, -v) for u, v in inner)
    lower = tuple((u, v, v + lost) for u, v in inner)
    return [Band(stage, 1, 0.0, upper), Band(stage, 2, 0.0, lower)]

