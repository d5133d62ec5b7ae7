"""The loop back: an arc from ambassadors to where new customers come in, and what it says."""

from __future__ import annotations

import math
from dataclasses import dataclass

from bowtie.analysis import Loop, Unavailable
from bowtie.charts.bow_shape import Shape
from bowtie.charts.fit import clip, width_of
from bowtie.charts.numbers import percent, whole
from bowtie.words import Text, say, say_n

RADIUS = 26.0
WORDS = 13
Point = tuple[float, float]


@dataclass(frozen=True)
class Arc:
    """From `start` back to `end` along the bow, `far` from its middle line. `carries`: did anybody come that way?"""

    start: float
    end: float
    far: float
    text: str
    carries: bool

    @property
    def middle(self) -> float:
        """Where its words stand."""
        return (self.start + self.end) / 2

    @property
    def break_at(self) -> tuple[float, float]:
        """Where the line stops for the words, and where it goes on."""
        half = width_of(self.text, WORDS, bold=True) / 2 + 4
        return self.middle + half, self.middle - half


def arc(bow: Shape, loop: Loop | Unavailable | None, far: float) -> Arc | None:
    """The arc of a bow; None without a loop, or where there is no room for one."""
    start = bow.columns[-1].end - 10 if not bow.gap_right else bow.knot[0].middle
    end = bow.columns[0].start + 10 if not bow.gap_left else bow.knot[0].middle
    if loop is None or start - end < 4 * RADIUS:
        return None
    sentence, carries = _sentence(loop)
    room = start - end - 2 * RADIUS - 24
    if carries and width_of(str(sentence), WORDS, bold=True) > room:
        sentence = say("{count} by referral", count=whole(loop.referred if isinstance(loop, Loop) else None))
    return Arc(start, end, far, clip(sentence, room, WORDS, bold=True), carries)


def _sentence(loop: Loop | Unavailable) -> tuple[Text, bool]:
    if not isinstance(loop, Loop) or loop.referred is None:
        return say("Customers won through customers: not in the data"), False
    n = int(loop.referred)
    if n == 0:
        return say("No new customer came through a customer"), False
    if loop.referral_share is None:
        return say_n("{count} new customer came through a customer", "{count} new customers came through customers",
                     n, count=whole(n)), True
    return say_n("{count} new customer came through a customer ({share} of new)",
                 "{count} new customers came through customers ({share} of new)",
                 n, count=whole(n), share=percent(loop.referral_share)), True


def path(shape: Arc, edge_start: float, edge_end: float) -> list[list[Point]]:
    """Two lines of (u, v): out from the right edge and along to the words; on from them and in to the left edge."""
    quarter = [math.pi / 2 * step / 10 for step in range(11)]
    inner = shape.far - RADIUS
    right = [(shape.start - RADIUS + RADIUS * math.cos(t), inner + RADIUS * math.sin(t)) for t in quarter]
    left = [(shape.end + RADIUS - RADIUS * math.sin(t), inner + RADIUS * math.cos(t)) for t in quarter]
    until, onward = shape.break_at
    return [
        [(shape.start, edge_start + 10), *right, (min(until, shape.start - RADIUS), shape.far)],
        [(max(onward, shape.end + RADIUS), shape.far), *left, (shape.end, edge_end + 16)],
    ]
