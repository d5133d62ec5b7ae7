"""The signature picture: strangers becoming customers on the left, customers becoming ambassadors on the right."""

from __future__ import annotations

from typing import Any

from bowtie.analysis import Bowtie, Loop, Unavailable
from bowtie.charts.bow_arc import arc
from bowtie.charts.bow_draw import draw
from bowtie.charts.bow_shape import Shape, Stage, knot_of, seen, shape, stages_of
from bowtie.charts.bow_words import Spots, place
from bowtie.charts.canvas import MARGIN, PHONE, blank, few, finish
from bowtie.charts.fit import clip
from bowtie.charts.numbers import percent
from bowtie.charts.palette import TITLE
from bowtie.words import Text, say

NARROW = 74       # a stage's least width in pixels when the bow lies


def bowtie(result: Bowtie, loop: Loop | Unavailable | None = None, dark: bool = False, width: int = 1180) -> Any:
    """The bow-tie of a result, `width` pixels wide; where names would have no room it stands upright, as on a phone.

    Left: a stage is as thick as the number who ever reached it. Right: every stage adds a band that thick.
    Pale wisps are those who left there. With `loop`, the arc carries the customers won through customers.
    """
    stages = stages_of(result)
    title = _title(stages)
    if not any(stage.reached for stage in stages):
        return blank(title, [*result.needs_left, *result.needs_right], width, dark)
    spots = _spots(stages, width - MARGIN)
    bow = shape(stages, spots.room)
    back = arc(bow, loop, spots.far)
    chart = draw(bow, place(bow, result, back, spots, dark), spots, back, dark)
    return finish(chart, title, _subtitle(stages, bow), width, dark)


def _spots(stages: list[Stage], room: int) -> Spots:
    """Lying where a stage has room for its name, else upright."""
    sides = [len(seen(stages, side)) for side in ("left", "right")]
    columns = sum(sides) + 1 + 2 * sides.count(0)
    upright = room / columns < NARROW or room < PHONE - MARGIN
    return Spots.upright(room, sum(sides), sides.count(0)) if upright else Spots.lying(room)


def _title(stages: list[Stage]) -> Text:
    """The takeaway: how much of each side comes through."""
    knot = knot_of(stages)
    first = next((stage for stage in seen(stages, "left") if stage.reached), None)
    deeper = next((stage for stage in seen(stages, "right")[1:] if stage.reached is not None), None)
    won, kept = _share(first, knot), _share(knot, deeper)
    names = {"first": _name(first), "knot": _name(knot), "deeper": _name(deeper)}
    if won and kept:
        return say("{won} go from {first} to {knot}, {kept} from {knot} to {deeper}", won=won, kept=kept, **names)
    if won:
        return say("{won} go from {first} to {knot}", won=won, **names)
    if kept:
        return say("{kept} go from {knot} to {deeper}", kept=kept, **names)
    return say("From strangers to customers, from customers to ambassadors")


def _share(before: Stage | None, after: Stage | None) -> str:
    """How many of the one reached the other; nothing where that cannot be said."""
    came, went = before.reached if before else None, after.reached if after else None
    return percent(went / came) if came and went is not None and went <= came else ""


def _subtitle(stages: list[Stage], bow: Shape) -> list[Text]:
    lines = []
    if bow.gap_right:
        lines.append(say("A stage is as thick as the number who ever reached it."))
    elif not bow.gap_left:
        lines.append(say("Left: a stage is as thick as the number who ever reached it. Right: each stage adds a band "
                         "that thick, so the side opens as relations deepen."))
    else:
        lines.append(say("Each stage adds a band as thick as the number of customers who ever reached it."))
    if any(stage.conversion is not None for stage in stages):
        lines.append(say("Arrows: the share that went on, and the median days of those who did."))
    return [*lines, *few(knot_of(stages).reached)]


def _name(stage: Stage | None) -> str:
    return clip(stage.label, 200, TITLE) if stage else ""
