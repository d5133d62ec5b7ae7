"""Dots on a line of 0 to 100%, a row a thing: two or more shares of it side by side, each with its number."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from bowtie.charts.canvas import PHONE
from bowtie.charts.fit import clip, width_of
from bowtie.charts.marks import Dot, Size, Word, dots, picture, rules, words
from bowtie.charts.palette import LABEL, SMALL, Palette

HEAD, ROW, PHONE_ROW = 30, 36, 54
CLOSE = 40        # nearer than this, two numbers would touch


@dataclass(frozen=True)
class Pair:
    """A row: its points from least to most important, each (share of 0..1 or None, colour, number)."""

    name: str
    points: tuple[tuple[float | None, str, str], ...]
    tip: Mapping[str, str] = field(default_factory=dict)
    note: str = ""

    @property
    def seen(self) -> list[tuple[float, str, str]]:
        """The points that are known, left to right."""
        return sorted((share, colour, text) for share, colour, text in self.points if share is not None)


def pair_chart(rows: Sequence[Pair], series: Sequence[str], width: float, ink: Palette) -> Any:
    """The rows, in order. `series` names the points, directly above those of the first row."""
    phone = width < PHONE
    names = 0.0 if phone else min(max(width_of(row.name, LABEL) for row in rows) + 4, width * 0.32)
    notes = max(width_of(row.note, LABEL) for row in rows)
    left, right = (8.0 if phone else names + 28), width - 34 - (0 if phone else notes)
    step = PHONE_ROW if phone else ROW
    size = Size(width, HEAD + step * len(rows))
    middles = [HEAD + step * at + (34 if phone else step / 2) for at in range(len(rows))]
    scale, places = _Scale(left, right), list(zip(rows, middles, strict=True))
    layers = [
        *rules([(left, y, right, y) for y in middles], size, ink.grid, strokeWidth=1),
        *rules([span for row, y in places for span in scale.span(row, y)], size, ink.neutral, strokeWidth=3),
        *dots([dot for row, y in places for dot in scale.dots(row, y)], size, ink),
        *words([
            *_names(rows, middles, names, size, ink), *_heads(rows[0], series, scale, ink),
            *[word for row, y in places for word in scale.numbers(row, y, ink, between=not phone)],
        ], size, ink),
    ]
    return picture(layers, size)


@dataclass(frozen=True)
class _Scale:
    left: float
    right: float

    def at(self, share: float) -> float:
        return self.left + share * (self.right - self.left)

    def span(self, row: Pair, y: float) -> list[tuple[float, float, float, float]]:
        if len(row.seen) < 2:
            return []
        return [(self.at(row.seen[0][0]), y, self.at(row.seen[-1][0]), y)]

    def dots(self, row: Pair, y: float) -> list[Dot]:
        return [Dot(self.at(share), y, colour, tip=row.tip) for share, colour, _ in row.points if share is not None]

    def numbers(self, row: Pair, y: float, ink: Palette, between: bool) -> list[Word]:
        """The outer two stand outside; what is `between` them stands above, where there is room."""
        found, seen = [], row.seen
        for place, (share, _, text) in enumerate(seen):
            x, last = self.at(share), place == len(seen) - 1
            if last:
                found.append(Word(x + 11, y, text, LABEL, ink.ink, True, "left"))
            elif place == 0 and x - self.left > 34:
                found.append(Word(x - 11, y, text, LABEL, ink.muted, False, "right"))
            elif between and self.at(seen[place + 1][0]) - x > CLOSE:
                found.append(Word(x, y - 13, text, SMALL, ink.muted))
        return found


def _names(rows: Sequence[Pair], middles: Sequence[float], names: float, size: Size, ink: Palette) -> list[Word]:
    found = []
    for row, y in zip(rows, middles, strict=True):
        if names:
            found.append(Word(names, y, clip(row.name, names, LABEL), LABEL, ink.ink, False, "right"))
            found.append(Word(size.width, y, row.note, LABEL, ink.muted, False, "right"))
        else:
            note = f" · {row.note}" if row.note else ""
            found.append(Word(0, y - 23, clip(row.name + note, size.width, LABEL), LABEL, ink.ink, False, "left"))
    return [word for word in found if word.text]


def _heads(row: Pair, series: Sequence[str], scale: _Scale, ink: Palette) -> list[Word]:
    """The names of the points, each in its colour, as a line of its own above the first row."""
    found, x = [], scale.left
    for (_, colour, _), name in zip(row.points, series, strict=True):
        found.append(Word(x, 8, "●", LABEL, colour, False, "left"))
        found.append(Word(x + 15, 8, name, LABEL, ink.muted, False, "left"))
        x += 34 + width_of(name, LABEL)
    return found
