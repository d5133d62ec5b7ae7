"""The bow-tie's shape and words as layers of a chart."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import altair as alt
import pandas as pd

from bowtie.charts.bow_arc import Arc, path
from bowtie.charts.bow_shape import Band, Shape
from bowtie.charts.bow_words import Spots, Word
from bowtie.charts.canvas import down, flat
from bowtie.charts.numbers import percent, whole
from bowtie.charts.palette import Palette, colours
from bowtie.words import say


def draw(bow: Shape, words: Sequence[Word], spots: Spots, back: Arc | None, dark: bool) -> Any:
    """All layers, back to front."""
    ink = colours(dark)
    layers = [
        *_ghosts(bow, spots, ink),
        *_wisps(bow, spots, ink),
        *_bands(bow, spots, ink),
        _knot(bow, spots, ink),
        *(_arc(bow, back, spots, ink) if back else []),
        *_texts(words, spots, ink),
    ]
    return alt.layer(*layers).properties(width=spots.width, height=spots.height)


def _x(name: str, spots: Spots) -> alt.X:
    return alt.X(f"{name}:Q", scale=flat(spots.width), axis=None)


def _y(name: str, spots: Spots) -> alt.Y:
    return alt.Y(f"{name}:Q", scale=down(spots.height), axis=None)


def _area(pieces: Sequence[tuple[Band, dict[str, Any]]], spots: Spots) -> pd.DataFrame:
    """One row a point; `a` runs along, `b` and `c` are the edges."""
    rows = []
    for at, (band, facts) in enumerate(pieces):
        for u, low, high in band.points:
            rows.append({"piece": f"{at:03d}", "a": u, "b": spots.middle + low, "c": spots.middle + high, **facts})
    return pd.DataFrame(rows)


def _edges(spots: Spots) -> dict[str, Any]:
    if spots.lying_down:
        return {"x": _x("a", spots), "y": _y("b", spots), "y2": "c:Q", "detail": "piece:N"}
    return {"y": _y("a", spots), "x": _x("b", spots), "x2": "c:Q", "detail": "piece:N"}


def _orient(spots: Spots) -> str:
    return "vertical" if spots.lying_down else "horizontal"


def _bands(bow: Shape, spots: Spots, ink: Palette) -> list[Any]:
    pieces = [(band, {"fill": _shade(band, ink), "gap": _gap(band), **_tip(band)}) for band in bow.bands]
    if not pieces:
        return []
    tips = [alt.Tooltip(f"{name}:N", title=str(title)) for name, title in _tip_titles()]
    area = alt.Chart(_area(pieces, spots)).mark_area(
        orient=_orient(spots), stroke=ink.background, line=False
    )
    gaps = alt.StrokeWidth("gap:Q", scale=None, legend=None)
    return [area.encode(fill=alt.Fill("fill:N", scale=None), strokeWidth=gaps, tooltip=tips, **_edges(spots))]


def _tip_titles() -> list[tuple[str, Any]]:
    return [
        ("stage", say("Stage")), ("reached", say("Ever reached it")), ("standing", say("Here now")),
        ("conversion", say("From the stage before")), ("lost", say("Left here")),
    ]


def _tip(band: Band) -> dict[str, str]:
    stage = band.stage
    return {
        "stage": stage.label, "reached": whole(stage.reached), "standing": whole(stage.standing),
        "conversion": percent(stage.conversion), "lost": whole(stage.lost),
    }


def _gap(band: Band) -> float:
    """The hairline between bands, left out where it would eat a thin one."""
    return 1.5 if max(high - low for _, low, high in band.points) > 5 else 0.0


def _shade(band: Band, ink: Palette) -> str:
    """Paler far from the purchase on the left, deeper with every band on the right."""
    if band.stage.side == "left":
        return mix(ink.left, ink.background, 0.45 - 0.45 * band.shade)
    return mix(ink.right, ink.background, 0.55 - 0.55 * band.shade)


def mix(colour: str, other: str, share: float) -> str:
    """`share` of the other colour in the first."""
    pairs = [(int(colour[at : at + 2], 16), int(other[at : at + 2], 16)) for at in (1, 3, 5)]
    return "#" + "".join(f"{round(one + (two - one) * share):02X}" for one, two in pairs)


def _wisps(bow: Shape, spots: Spots, ink: Palette) -> list[Any]:
    """Those who left, fading away from the bow."""
    if not bow.peels:
        return []
    forward = {"x1": 0, "y1": 0, "x2": 1, "y2": 0} if spots.lying_down else {"x1": 0, "y1": 0, "x2": 0, "y2": 1}
    fade = {"gradient": "linear", **forward, "stops": [
        {"offset": 0, "color": ink.lost}, {"offset": 0.35, "color": ink.lost + "B0"}, {"offset": 1, "color": ink.lost + "00"},
    ]}
    area = alt.Chart(_area([(peel, {}) for peel in bow.peels], spots)).mark_area(orient=_orient(spots), color=fade, clip=True)
    return [area.encode(**_edges(spots))]


def _ghosts(bow: Shape, spots: Spots, ink: Palette) -> list[Any]:
    """A side that the data do not show: a dashed outline."""
    pieces = [(band, dict[str, Any]()) for band in _absent_sides(bow, spots)]
    if not pieces:
        return []
    area = alt.Chart(_area(pieces, spots)).mark_area(
        orient=_orient(spots), fill=ink.surface, stroke=ink.neutral, strokeWidth=1, strokeDash=[4, 4], line=False
    )
    return [area.encode(**_edges(spots))]


def _absent_sides(bow: Shape, spots: Spots) -> list[Band]:
    """The outline of a side without data, behind the words that say what it needs."""
    stage, along = bow.knot[0].stage, spots.room.along
    wide, thin = spots.room.across * 0.46, bow.knot[1] + 8
    pieces: list[Band] = []
    if not spots.lying_down:
        return pieces
    if bow.gap_left:
        pieces.append(Band(stage, 0, 0, ((4.0, -wide, wide), (bow.gap_left - 6, -thin, thin))))
    if bow.gap_right:
        pieces.append(Band(stage, 0, 0, ((along - bow.gap_right + 6, -thin, thin), (along - 4, -wide, wide))))
    return pieces


def _knot(bow: Shape, spots: Spots, ink: Palette) -> Any:
    column, half = bow.knot
    reach = half + 7
    (x, y), (x2, y2) = spots.at(column.start, -reach), spots.at(column.end, reach)
    stage = column.stage
    frame = pd.DataFrame([{"x": x, "y": y, "x2": x2, "y2": y2, "stage": stage.label, "reached": whole(stage.reached)}])
    tips = [alt.Tooltip("stage:N", title=str(say("Stage"))), alt.Tooltip("reached:N", title=str(say("Ever reached it")))]
    rect = alt.Chart(frame).mark_rect(color=ink.knot, cornerRadius=6, stroke=ink.background, strokeWidth=2)
    return rect.encode(x=_x("x", spots), x2="x2:Q", y=_y("y", spots), y2="y2:Q", tooltip=tips)


def _arc(bow: Shape, back: Arc, spots: Spots, ink: Palette) -> list[Any]:
    lines = path(back, _outer(bow, back.start), _outer(bow, back.end))
    placed = [(part, at, spots.at(u, v)) for part, line in enumerate(lines) for at, (u, v) in enumerate(line)]
    frame = pd.DataFrame([{"x": x, "y": y, "o": at, "part": part} for part, at, (x, y) in placed])
    colour = ink.referral if back.carries else ink.neutral
    stroke = {"strokeWidth": 3.5, "strokeCap": "round"} if back.carries else {"strokeWidth": 2, "strokeDash": [5, 5]}
    places = {"x": _x("x", spots), "y": _y("y", spots)}
    line = alt.Chart(frame).mark_line(color=colour, **stroke).encode(order="o:Q", detail="part:N", **places)
    point = "triangle-up" if spots.lying_down else "triangle-left"
    head = alt.Chart(frame.tail(1)).mark_point(shape=point, size=150, filled=True, color=colour, opacity=1)
    return [line, head.encode(**places)]


def _outer(bow: Shape, u: float) -> float:
    """The bow's lower edge at `u`."""
    edges = [bow.knot[1] + 7] if bow.knot[0].start <= u <= bow.knot[0].end else [0.0]
    for band in bow.bands:
        if band.points[0][0] <= u <= band.points[-1][0]:
            edges.append(max(high for place, _, high in band.points if abs(place - u) <= 30 or place >= u))
    return max(edges)


def _texts(words: Sequence[Word], spots: Spots, ink: Palette) -> list[Any]:
    """One layer for each weight, alignment and angle; a halo keeps words readable on whatever lies under them."""
    kinds = sorted({(word.bold, word.align, word.angle) for word in words})
    return [
        _text([word for word in words if (word.bold, word.align, word.angle) == kind], kind, spots, ink) for kind in kinds
    ]


def _text(words: Sequence[Word], kind: tuple[bool, str, int], spots: Spots, ink: Palette) -> Any:
    bold, align, angle = kind
    frame = pd.DataFrame([{"x": w.x, "y": w.y, "label": w.text, "size": w.size, "colour": w.colour} for w in words])
    base = alt.Chart(frame).encode(
        x=_x("x", spots), y=_y("y", spots), text="label:N", size=alt.Size("size:Q", scale=None, legend=None)
    )
    style = {"align": align, "angle": angle, "fontWeight": 600 if bold else 400, "baseline": "middle"}
    halo = base.mark_text(stroke=ink.background, strokeWidth=5, strokeJoin="round", color=ink.background, **style)
    return halo + base.mark_text(**style).encode(color=alt.Color("colour:N", scale=None))
