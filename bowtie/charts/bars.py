"""Horizontal bars with their names and values beside them; stacked, as on a phone, the name stands above its bar."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from bowtie.charts.canvas import PHONE
from bowtie.charts.fit import clip, width_of
from bowtie.charts.marks import Box, Size, Word, boxes, picture, rules, words
from bowtie.charts.palette import LABEL, SMALL, Palette

BAR, ROW, STACKED_ROW, HEADING, MARK_NAME = 20, 34, 46, 34, 16


@dataclass(frozen=True)
class Bar:
    """A row: `share` is the bar's length, 0..1 of the longest possible; None draws no bar. `mark` is a line to compare
    with, on the same scale.

    A `heading` only names the rows under it; without a name it is a gap.
    """

    name: str
    share: float | None = None
    value: str = ""
    fill: str = ""
    note: str = ""
    mark: float | None = None
    mark_name: str = ""
    tip: Mapping[str, str] = field(default_factory=dict)
    heading: bool = False


@dataclass(frozen=True)
class Layout:
    """Where names end and bars run."""

    width: float
    stacked: bool
    names: float
    bars_from: float
    bars_to: float

    def row_height(self, bar: Bar) -> float:
        """How much a row takes."""
        if bar.heading:
            return HEADING if bar.name else HEADING / 2
        return (STACKED_ROW if self.stacked else ROW) + (MARK_NAME if bar.mark_name else 0)

    def at(self, share: float) -> float:
        """Where a share of 0..1 ends."""
        return self.bars_from + share * (self.bars_to - self.bars_from)


def bar_chart(rows: Sequence[Bar], width: float, ink: Palette, stacked: bool = False) -> Any:
    """The bars, in order."""
    layout = _layout(rows, width, stacked or width < PHONE)
    tops = [sum(layout.row_height(row) for row in rows[:at]) for at in range(len(rows))]
    size = Size(width, sum(layout.row_height(row) for row in rows) + 4)
    pairs = list(zip(rows, tops, strict=True))
    bars = [_box(row, _middle(top, layout), layout) for row, top in pairs if row.share]
    marks = [_mark(row.mark, _middle(top, layout), layout) for row, top in pairs if row.mark is not None]
    lines = [word for row, top in pairs for word in _words(row, top, layout, ink)]
    return picture([
        *boxes(bars, size, 3), *rules(marks, size, ink.ink, strokeWidth=2), *words(lines, size, ink),
    ], size)


def _layout(rows: Sequence[Bar], width: float, stacked: bool) -> Layout:
    longest = max((width_of(row.name, LABEL, True) for row in rows if not row.heading), default=0.0)
    names = 0.0 if stacked else min(longest + 4, width * 0.32)
    start = 0.0 if stacked else names + 14
    room = min([width - start, *(_longest_bar(row, width - start) for row in rows if not row.heading)])
    return Layout(width, stacked, width if stacked else names, start, start + max(room, width * 0.2))


def _longest_bar(row: Bar, room: float) -> float:
    """How long a bar of 1 may be so that this row's words still fit after it; a note may be cut to a third of it."""
    words_wide = width_of(row.value, LABEL, True) + min(width_of(row.note, LABEL) + 8, room * 0.34) + 14
    return (room - words_wide) / max(row.share or 0.0, row.mark or 0.0, 0.01)


def _middle(top: float, layout: Layout) -> float:
    return top + (30 if layout.stacked else ROW / 2)


def _box(row: Bar, middle: float, layout: Layout) -> Box:
    end = max(layout.at(row.share or 0), layout.bars_from + 2)
    half = BAR / 2 - (2 if layout.stacked else 0)
    return Box(layout.bars_from, middle - half, end, middle + half, row.fill, row.tip)


def _mark(share: float, middle: float, layout: Layout) -> tuple[float, float, float, float]:
    x = layout.at(share)
    return (x, middle - BAR / 2, x, middle + BAR / 2 + 3)


def _words(row: Bar, top: float, layout: Layout, ink: Palette) -> list[Word]:
    middle = _middle(top, layout)
    if row.heading:
        return [Word(0, top + HEADING - 12, clip(row.name, layout.width, LABEL, True), LABEL, ink.ink, True, "left")]
    found = [_name(row, top, middle, layout, ink)]
    far = _value_at(row, layout)
    found.append(Word(far, middle, row.value, LABEL, ink.ink, True, "left"))
    if row.note:
        start = far + width_of(row.value, LABEL, True) + 8
        found.append(Word(start, middle, clip(row.note, layout.width - start, LABEL), LABEL, ink.muted, False, "left"))
    return [*found, *_mark_word(row, middle, layout, ink)]


def _value_at(row: Bar, layout: Layout) -> float:
    """Right after the bar, or after the line where that would run through it."""
    end = layout.at(row.share or 0) + (10 if row.share is not None else 0)
    taken = width_of(row.value, LABEL, True) + width_of(row.note, LABEL) + 16
    mark = layout.at(row.mark) if row.mark is not None else -1.0
    return mark + 10 if end - 14 < mark < end + taken else end


def _name(row: Bar, top: float, middle: float, layout: Layout, ink: Palette) -> Word:
    if layout.stacked:
        return Word(0, top + 9, clip(row.name, layout.width, LABEL), LABEL, ink.ink, False, "left")
    return Word(layout.names, middle, clip(row.name, layout.names, LABEL), LABEL, ink.ink, False, "right")


def _mark_word(row: Bar, middle: float, layout: Layout, ink: Palette) -> list[Word]:
    if row.mark is None or not row.mark_name:
        return []
    x = layout.at(row.mark)
    return [Word(x, middle + BAR / 2 + 12, row.mark_name, SMALL, ink.muted, False, "center" if x > 20 else "left")]

