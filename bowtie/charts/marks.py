"""Words, bars, dots and lines placed in pixels, from the top left: the few marks that every picture here is made of."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import altair as alt
import pandas as pd

from bowtie.charts.palette import Palette
from bowtie.words import Text


@dataclass(frozen=True)
class Size:
    """The picture's own size, without title and margins."""

    width: float
    height: float

    def x(self, name: str = "x") -> alt.X:
        """A horizontal place."""
        return alt.X(f"{name}:Q", axis=None, scale=alt.Scale(domain=[0, self.width], nice=False, zero=False))

    def y(self, name: str = "y") -> alt.Y:
        """A vertical place; 0 is the top."""
        return alt.Y(f"{name}:Q", axis=None, scale=alt.Scale(domain=[self.height, 0], nice=False, zero=False))


@dataclass(frozen=True)
class Word:
    """One line of text; `y` is its middle."""

    x: float
    y: float
    text: str
    size: int
    colour: str
    bold: bool = False
    align: str = "center"
    angle: int = 0


@dataclass(frozen=True)
class Box:
    """A rectangle; `tip` is what hovering shows, a value for each title."""

    x: float
    y: float
    x2: float
    y2: float
    fill: str
    tip: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Dot:
    """A filled circle."""

    x: float
    y: float
    fill: str
    size: float = 130
    tip: Mapping[str, str] = field(default_factory=dict)


def words(lines: Sequence[Word], size: Size, ink: Palette) -> list[Any]:
    """A layer for each weight, alignment and angle; a halo keeps words readable on whatever lies under them."""
    kinds = sorted({(word.bold, word.align, word.angle) for word in lines})
    layers = []
    for kind in kinds:
        frame = pd.DataFrame([
            {"x": word.x, "y": word.y, "label": word.text, "size": word.size, "colour": word.colour}
            for word in lines if (word.bold, word.align, word.angle) == kind
        ])
        layers += _word_layers(frame, kind, size, ink)
    return layers


def _word_layers(frame: pd.DataFrame, kind: tuple[bool, str, int], size: Size, ink: Palette) -> list[Any]:
    bold, align, angle = kind
    style: dict[str, Any] = {"align": align, "angle": angle, "fontWeight": 600 if bold else 400, "baseline": "middle"}
    base = alt.Chart(frame).encode(
        x=size.x(), y=size.y(), text="label:N", size=alt.Size("size:Q", scale=None, legend=None)
    )
    halo = base.mark_text(stroke=ink.background, strokeWidth=4, strokeJoin="round", color=ink.background, **style)
    return [halo, base.mark_text(**style).encode(color=alt.Color("colour:N", scale=None))]


def boxes(pieces: Sequence[Box], size: Size, radius: float = 0, **style: Any) -> list[Any]:
    """A layer of rectangles, those with the same tip titles together."""
    layers = []
    for titles in dict.fromkeys(tuple(piece.tip) for piece in pieces):
        own = [piece for piece in pieces if tuple(piece.tip) == titles]
        frame = pd.DataFrame([
            {"x": box.x, "y": box.y, "x2": box.x2, "y2": box.y2, "fill": box.fill, **_tip_row(box.tip)} for box in own
        ])
        chart = alt.Chart(frame).mark_rect(cornerRadius=radius, **style).encode(
            x=size.x(), x2="x2:Q", y=size.y(), y2="y2:Q", fill=alt.Fill("fill:N", scale=None), tooltip=_tips(titles)
        )
        layers.append(chart)
    return layers


def dots(points: Sequence[Dot], size: Size, ink: Palette) -> list[Any]:
    """A layer of circles, edged by the background so that neighbours stay apart."""
    layers = []
    for titles in dict.fromkeys(tuple(point.tip) for point in points):
        own = [point for point in points if tuple(point.tip) == titles]
        frame = pd.DataFrame([
            {"x": dot.x, "y": dot.y, "fill": dot.fill, "size": dot.size, **_tip_row(dot.tip)} for dot in own
        ])
        layers.append(alt.Chart(frame).mark_circle(opacity=1, stroke=ink.background, strokeWidth=1.5).encode(
            x=size.x(), y=size.y(), fill=alt.Fill("fill:N", scale=None), size=alt.Size("size:Q", scale=None),
            tooltip=_tips(titles),
        ))
    return layers


def rules(ends: Sequence[tuple[float, float, float, float]], size: Size, colour: str, **style: Any) -> list[Any]:
    """A layer of straight lines, each (x, y, x2, y2)."""
    if not ends:
        return []
    frame = pd.DataFrame(list(ends), columns=["x", "y", "x2", "y2"])
    rule = alt.Chart(frame).mark_rule(color=colour, **style)
    return [rule.encode(x=size.x(), y=size.y(), x2="x2:Q", y2="y2:Q")]


def _tip_row(tip: Mapping[str, str]) -> dict[str, str]:
    return {f"t{at}": str(value) for at, value in enumerate(tip.values())}


def _tips(titles: Sequence[str]) -> Any:
    return [alt.Tooltip(f"t{at}:N", title=title) for at, title in enumerate(titles)] or alt.value(None)


def tip(**facts: tuple[Text, str]) -> dict[str, str]:
    """Titles and values of a hover text, in the reader's language."""
    return {str(title): value for title, value in facts.values()}


def picture(layers: Sequence[Any], size: Size) -> Any:
    """All layers, back to front, at their size."""
    return alt.layer(*layers).properties(width=size.width, height=size.height)
