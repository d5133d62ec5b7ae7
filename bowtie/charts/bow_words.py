"""The words in the bow-tie, and where they stand: lying (wide screens, slides) or upright (phones)."""

from __future__ import annotations

from dataclasses import dataclass

from bowtie.analysis import Bowtie
from bowtie.charts.bow_arc import WORDS, Arc
from bowtie.charts.bow_shape import Column, Room, Shape
from bowtie.charts.fit import clip, width_of, wrap
from bowtie.charts.marks import Word
from bowtie.charts.numbers import percent, short
from bowtie.charts.palette import colours
from bowtie.words import Text, say, say_n

ROOMY = 960          # from this width on, type stands in full size
WISP = 32          # room for those who leave, above and below


@dataclass(frozen=True)
class Spots:
    """The layout. `room` is the bow's own; `middle` is where its middle line runs; the rest are type sizes."""

    lying_down: bool
    width: float
    height: float
    room: Room
    middle: float
    big: int = 18
    name: int = 13
    note: int = 12

    @staticmethod
    def lying(width: float) -> Spots:
        """Left to right, names above and conversions below."""
        across = min(max(width * 0.25, 160), 300)
        middle = 70 + WISP + across / 2
        height = middle + across / 2 + WISP + 118
        gap = min(230, width * 0.24)
        if width < ROOMY:
            return Spots(True, width, height, Room(width, across, gap, 0.75), middle, 15, 11, 11)
        return Spots(True, width, height, Room(width, across, gap, 0.5), middle)

    @staticmethod
    def upright(width: float, stages: int, gaps: int) -> Spots:
        """Top to bottom, names at the left, for so many stages beside the knot and sides without any."""
        along = (stages + 0.85) * 86.0 + gaps * 120
        return Spots(False, width, along, Room(along, width * 0.40, 120, 0.85), width * 0.68, 16)

    def at(self, u: float, v: float) -> tuple[float, float]:
        """Bow coordinates to pixels."""
        return (u, self.middle + v) if self.lying_down else (self.middle + v, u)

    @property
    def far(self) -> float:
        """How far from the middle line the arc runs."""
        return (self.height - 20 if self.lying_down else self.width - 10) - self.middle

    @property
    def below(self) -> float:
        """The top of what stands under the bow, when it lies."""
        return self.middle + self.room.across / 2 + WISP + 4

    @property
    def names_room(self) -> float:
        """How wide a name may be at the left of the bow, when it stands upright."""
        return self.middle - self.room.across / 2 - 22


def place(bow: Shape, result: Bowtie, back: Arc | None, spots: Spots, dark: bool) -> list[Word]:
    """Every word of the picture."""
    words: list[Word] = []
    for index, column in enumerate(bow.columns):
        room = column.end - column.start if spots.lying_down else spots.names_room
        words += _stage_words(column, room, spots, dark)
        words += _step_words(column, room, spots, dark) if index else []
    words += _gap_words(bow, result, spots, dark)
    return [*words, *_scale_words(bow, spots, dark), *_arc_words(back, spots, dark)]


def _stage_words(column: Column, room: float, spots: Spots, dark: bool) -> list[Word]:
    """A stage's name, how many ever reached it, and how many left there."""
    ink, stage = colours(dark), column.stage
    unseen = stage.reached is None
    count = str(say("not in the data")) if unseen else short(stage.reached)
    lost = clip(say("{n} left", n=short(stage.lost)), room - 4, spots.note) if stage.lost else ""
    look = (spots.note, ink.muted, False) if unseen else (spots.big, ink.ink, True)
    if spots.lying_down:
        words = [*_names(column, room, spots, ink.ink), Word(column.middle, 60, count, *look)]
        return [*words, *([Word(column.middle, spots.below + 40, lost, spots.note, ink.muted)] if lost else [])]
    name = clip(stage.label, room, spots.name, bold=True)
    y = column.middle
    words = [Word(0, y - 16, name, spots.name, ink.ink, True, "left"), Word(0, y + 3, count, *look, "left")]
    return [*words, *([Word(0, y + 20, lost, spots.note, ink.muted, False, "left")] if lost else [])]


def _names(column: Column, room: float, spots: Spots, colour: str) -> list[Word]:
    """A name above its column, on one line or two; smaller where its longest word would not fit."""
    label, wide = column.stage.label, room + 24 if column.stage.side == "knot" else room - 6
    longest = max(label.split() or [""], key=len)
    size = spots.name if width_of(longest, spots.name, bold=True) <= wide else max(spots.name - 2, 10)
    lines = wrap(label, wide, size, 2, bold=True) if width_of(longest, size, bold=True) <= wide else [
        clip(label, wide, size, bold=True)]
    first = 18 + 16 * (2 - len(lines))
    return [Word(column.middle, first + 16 * row, line, size, colour, True) for row, line in enumerate(lines)]


def _step_words(column: Column, room: float, spots: Spots, dark: bool) -> list[Word]:
    """Between two stages: how many go on, and how long it took those who did."""
    ink, stage = colours(dark), column.stage
    if stage.conversion is None or stage.conversion > 1:
        return []
    share = percent(stage.conversion)
    days = say_n("{n} day", "{n} days", round(stage.days)) if stage.days is not None else None
    if spots.lying_down:
        words = [Word(column.start, spots.below, "→ " + share, spots.name, ink.ink, True)]
        return [*words, *([Word(column.start, spots.below + 18, str(days), spots.note, ink.muted)] if days else [])]
    line = say("↓ {share}, {days}", share=share, days=days) if days else say("↓ {share}", share=share)
    return [Word(0, column.start + 3, clip(line, room + 16, spots.note), spots.note, ink.muted, False, "left")]


def _gap_words(bow: Shape, result: Bowtie, spots: Spots, dark: bool) -> list[Word]:
    words: list[Word] = []
    if bow.gap_left:
        needs = result.needs_left or (say("Add a sheet of leads to see how strangers become customers."),)
        words += _block(needs, 0, bow.gap_left, spots, dark)
    if bow.gap_right:
        needs = result.needs_right or (say("Add customers to see how they become ambassadors."),)
        words += _block(needs, spots.room.along - bow.gap_right, bow.gap_right, spots, dark)
    return words


def _block(needs: tuple[Text, ...], start: float, room: float, spots: Spots, dark: bool) -> list[Word]:
    wide = room - 56 if spots.lying_down else spots.width - 40
    lines = [line for need in needs[:2] for line in wrap(need, wide, spots.name, 6)][: 8 if spots.lying_down else 5]
    x, middle = (start + room / 2, spots.middle) if spots.lying_down else (20, start + room / 2 - 6)
    align = "center" if spots.lying_down else "left"
    top, muted = middle - 9 * (len(lines) - 1), colours(dark).muted
    return [Word(x, top + 18 * row, line, spots.name, muted, False, align) for row, line in enumerate(lines)]


def _scale_words(bow: Shape, spots: Spots, dark: bool) -> list[Word]:
    """A side that is drawn larger says so."""
    side, factor, muted = bow.scales.magnified, bow.scales.factor, colours(dark).muted
    if not side:
        return []
    if spots.lying_down:
        note = say("right side drawn {n:int} times larger", n=factor) if side == "right" else say(
            "left side drawn {n:int} times larger", n=factor)
        x, align = (spots.room.along, "right") if side == "right" else (0.0, "left")
        return [Word(x, spots.middle - spots.room.across / 2 - 16, str(note), spots.note, muted, False, align)]
    note = say("below: scale × {n:int}", n=factor) if side == "right" else say("above: scale × {n:int}", n=factor)
    x = spots.middle + bow.knot[1] + 16
    lines = wrap(note, spots.width - x - 22, 11, 4)
    top = bow.knot[0].middle - 7 * (len(lines) - 1)
    return [Word(x, top + 14 * row, line, 11, muted, False, "left") for row, line in enumerate(lines)]


def _arc_words(back: Arc | None, spots: Spots, dark: bool) -> list[Word]:
    if back is None:
        return []
    colour = colours(dark).referral if back.carries else colours(dark).muted
    x, y = spots.at(back.middle, back.far)
    return [Word(x, y, back.text, WORDS, colour, True, "center", 0 if spots.lying_down else 270)]
