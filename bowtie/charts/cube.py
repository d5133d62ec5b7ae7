"""Loyalty x advocacy x value: nine cells that show that staying is not recommending, and spending is neither."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import pandas as pd

from bowtie.analysis import Segments, Unavailable
from bowtie.charts.canvas import MARGIN, PHONE, blank, few, finish
from bowtie.charts.fit import clip, width_of
from bowtie.charts.marks import Box, Size, Word, boxes, picture, words
from bowtie.charts.names import ACTS, BANDS, LOYALTY, named
from bowtie.charts.numbers import percent, short, whole
from bowtie.charts.palette import LABEL, SMALL, Palette, colours, mix
from bowtie.words import Text, say

BARS = 62          # how high the tallest bar in a cell is
HEAD, GAP = 30, 8


@dataclass(frozen=True)
class Cell:
    """One combination of loyalty and advocacy, with its customers by value band."""

    loyalty: str
    acts: str
    by_band: dict[str, int]
    x: float
    y: float
    width: float
    height: float

    @property
    def customers(self) -> int:
        """All of them."""
        return sum(self.by_band.values())

    @property
    def floor(self) -> float:
        """Where its bars stand."""
        return self.y + self.height - 22


def loyalty_advocacy_value(result: Segments | Unavailable, dark: bool = False, width: int = 760) -> Any:
    """A cell a combination of loyalty and acts of advocacy; in it a bar a value band, all on one scale."""
    ink, title = colours(dark), say("Loyalty, advocacy and value")
    if not isinstance(result, Segments) or result.cube.empty or not result.cube["customers"].sum():
        needs = result.needs if isinstance(result, Unavailable) else [
            say("Add what customers bring, how long they stay, and acts of advocacy.")]
        return blank(title, list(needs), width, dark)
    cells = _cells(result.cube, width - MARGIN)
    size = Size(width - MARGIN, cells[-1].y + cells[-1].height + 4)
    most = max(count for cell in cells for count in cell.by_band.values())
    layers = [
        *boxes([Box(c.x, c.y, c.x + c.width, c.y + c.height, _ground(c, ink)) for c in cells], size, 8),
        *boxes([box for cell in cells for box in _bars(cell, most, ink)], size, 2),
        *words(_heads(cells, size, ink), size, ink),
        *_cell_words(cells, most, size, ink),
    ]
    total = int(result.cube["customers"].sum())
    note = say("{n:int} customers. Bars: customers of low (below the median), mid and high value (top fifth).", n=total)
    return finish(picture(layers, size), _title(cells), [note, *few(total)], width, dark)


def _cells(frame: pd.DataFrame, width: float) -> list[Cell]:
    keys = zip(frame["loyalty"], frame["advocacy"], frame["value_band"], strict=True)
    counts = dict(zip(keys, frame["customers"], strict=True))
    bands = [band for band in BANDS if any(key[2] == band for key in counts)]
    rows = [name for name in LOYALTY if any(key[0] == name for key in counts)]
    side = 0.0 if width < PHONE else 136.0
    wide = (width - side - GAP * (len(ACTS) - 1)) / len(ACTS)
    height = BARS + 84
    step = height + GAP + (26 if not side else 0)
    return [
        Cell(row, acts, {band: int(counts.get((row, acts, band), 0)) for band in bands},
             side + column * (wide + GAP), HEAD + at * step + (26 if not side else 0), wide, height)
        for at, row in enumerate(rows) for column, acts in enumerate(ACTS)
    ]


def _ground(cell: Cell, ink: Palette) -> str:
    """The two cells that the picture is about stand out a little."""
    colour = _told(cell, ink)
    return mix(ink.surface, colour, 0.16) if colour else ink.surface


def _told(cell: Cell, ink: Palette) -> str:
    if (cell.loyalty, cell.acts) == ("loyal", "0"):
        return ink.lurker
    return ink.lover if cell.acts == "2+" else ""


def _bars(cell: Cell, most: int, ink: Palette) -> list[Box]:
    found = []
    for at, (band, count) in enumerate(cell.by_band.items()):
        if not count:
            continue
        x, wide = _slot(cell, at)
        top = cell.floor - max(count / most * BARS, 1.5)
        tip = {str(say("Loyalty")): named(LOYALTY, cell.loyalty), str(say("Advocacy")): named(ACTS, cell.acts),
               str(say("Value")): named(BANDS, band), str(say("Customers")): whole(count)}
        found.append(Box(x - wide / 2, top, x + wide / 2, cell.floor, _fill(band, ink), tip))
    return found


def _slot(cell: Cell, at: int) -> tuple[float, float]:
    """The middle of a bar, and its width."""
    unit = (cell.width - 16) / len(cell.by_band)
    return cell.x + 8 + unit * (at + 0.5), min(unit * 0.62, 40)


def _fill(band: str, ink: Palette) -> str:
    share = {"low": 0.62, "mid": 0.35, "high": 0.0}.get(band)
    return ink.unknown if share is None else mix(ink.highlight, ink.background, share)


def _heads(cells: list[Cell], size: Size, ink: Palette) -> list[Word]:
    """Acts above the columns; loyalty beside the rows, or above them where there is no room beside."""
    found = []
    for cell in (cell for cell in cells if cell.loyalty == cells[0].loyalty):
        name = clip(named(ACTS, cell.acts), cell.width, LABEL, True)
        found.append(Word(cell.x + cell.width / 2, 12, name, LABEL, ink.ink, True))
    for cell in (cell for cell in cells if cell.acts == "0"):
        name = clip(named(LOYALTY, cell.loyalty), cell.x - 12 if cell.x else size.width, LABEL, True)
        x, y, align = (cell.x - 12, cell.y + cell.height / 2, "right") if cell.x else (0.0, cell.y - 12, "left")
        found.append(Word(x, y, name, LABEL, ink.ink, True, align))
    return found


def _cell_words(cells: list[Cell], most: int, size: Size, ink: Palette) -> list[Any]:
    """Their halo is the cell's own ground."""
    layers = []
    for ground in dict.fromkeys(_ground(cell, ink) for cell in cells):
        own = [word for cell in cells if _ground(cell, ink) == ground for word in _in_cell(cell, most, ink)]
        layers += words(own, size, ink.on(ground))
    return layers


def _in_cell(cell: Cell, most: int, ink: Palette) -> list[Word]:
    found = [Word(cell.x + 10, cell.y + 16, short(cell.customers), 16, ink.ink, True, "left")]
    name = _cell_name(cell)
    if name is not None and width_of(str(name), SMALL) < cell.width - 34 - 10 * len(short(cell.customers)):
        found.append(Word(cell.x + cell.width - 10, cell.y + 16, str(name), SMALL, ink.ink, False, "right"))
    for at, (band, count) in enumerate(cell.by_band.items()):
        x, _ = _slot(cell, at)
        found.append(Word(x, cell.y + cell.height - 11, named(BANDS, band), SMALL, ink.muted))
        found.append(Word(x, cell.floor - max(count / most * BARS, 1.5) - 8, short(count), SMALL, ink.muted))
    return found


def _cell_name(cell: Cell) -> Text | None:
    if not cell.customers:
        return None
    if (cell.loyalty, cell.acts) == ("loyal", "0"):
        return say("silent loyalists")
    return say("speak for you") if cell.acts == "2+" else None


def _title(cells: list[Cell]) -> Text:
    loyal = [cell for cell in cells if cell.loyalty == "loyal"]
    total = sum(cell.customers for cell in loyal)
    silent = sum(cell.customers for cell in loyal if cell.acts == "0")
    if not total:
        return say("Loyalty, advocacy and value")
    return say("Loyal is not the same as speaking for you: {share} of loyal customers have not done so",
               share=percent(silent / total))
