"""The bow-tie's shape as layers of a chart, back to front."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import altair as alt
import pandas as pd

from bowtie.charts.bow_arc import Arc, path
from bowtie.charts.bow_shape import Band, Shape, Stage
from bowtie.charts.bow_words import Spots
from bowtie.charts.marks import Box, Size, Word, boxes, picture, words
from bowtie.charts.numbers import percent, whole
from bowtie.charts.palette import Palette, colours, mix
from bowtie.words import say


def draw(bow: Shape, lines: Sequence[Word], spots: Spots, back: Arc | None, dark: bool) -> Any:
    """The whole picture."""
    ink, size = colours(dark), Size(spots.width, spots.height)
    layers = [
        *_absent_sides(bow, spots, ink),
        *_wisps(bow, spots, ink),
        *_bands(bow, spots, ink),
        *_knot(bow, spots, ink),
        *(_arc(bow, back, spots, ink) if back else []),
        *words(lines, size, ink),
    ]
    return picture(layers, size)


def _area(pieces: Sequence[tuple[Band, dict[str, Any]]], spots: Spots) -> pd.DataFrame:
    """One row a point; `a` runs along, `b` and `c` are the edges."""
    return pd.DataFrame([
        {"piece": f"{at:03d}", "a": u, "b": spots.middle + low, "c": spots.middle + high, **facts}
        for at, (band, facts) in enumerate(pieces) for u, low, high in band.points
    ])


def _edges(spots: Spots) -> dict[str, Any]:
    size = Size(spots.width, spots.height)
    if spots.lying_down:
        return {"x": size.x("a"), "y": size.y("b"), "y2": "c:Q", "detail": "piece:N"}
    return {"y": size.y("a"), "x": size.x("b"), "x2": "c:Q", "detail": "piece:N"}


def _orient(spots: Spots) -> Any:
    return "vertical" if spots.lying_down else "horizontal"


def _bands(bow: Shape, spots: Spots, ink: Palette) -> list[Any]:
    if not bow.bands:
        return []
    tips = _facts(bow.bands[0].stage)
    pieces = [
        (band, {"fill": _shade(band, ink), "gap": _gap(band),
                **{f"t{at}": text for at, text in enumerate(_facts(band.stage).values())}})
        for band in bow.bands
    ]
    area = alt.Chart(_area(pieces, spots)).mark_area(orient=_orient(spots), stroke=ink.background, line=False)
    return [area.encode(
        fill=alt.Fill("fill:N", scale=None), strokeWidth=alt.StrokeWidth("gap:Q", scale=None, legend=None),
        tooltip=[alt.Tooltip(f"t{at}:N", title=title) for at, title in enumerate(tips)], **_edges(spots),
    )]


def _facts(stage: Stage) -> dict[str, str]:
    """What hovering over a stage shows."""
    return {
        str(say("Stage")): stage.label, str(say("Ever reached it")): whole(stage.reached),
        str(say("Here now")): whole(stage.standing), str(say("From the stage before")): percent(stage.conversion),
        str(say("Left here")): whole(stage.lost),
    }


def _gap(band: Band) -> float:
    """The hairline between bands, left out where it would eat a thin one."""
    return 1.5 if max(high - low for _, low, high in band.points) > 5 else 0.0


def _shade(band: Band, ink: Palette) -> str:
    """Paler far from the purchase on the left, deeper with every band on the right."""
    if band.stage.side == "left":
        return mix(ink.left, ink.background, 0.45 - 0.45 * band.shade)
    return mix(ink.right, ink.background, 0.55 - 0.55 * band.shade)


def _wisps(bow: Shape, spots: Spots, ink: Palette) -> list[Any]:
    """Those who left, fading away from the bow."""
    if not bow.peels:
        return []
    onward = {"x2": 1, "y2": 0} if spots.lying_down else {"x2": 0, "y2": 1}
    fade: dict[str, Any] = {"gradient": "linear", "x1": 0, "y1": 0, **onward, "stops": [
        {"offset": 0, "color": ink.lost}, {"offset": 0.35, "color": ink.lost + "B0"},
        {"offset": 0.94, "color": ink.lost + "00"},
    ]}
    area = alt.Chart(_area([(peel, {}) for peel in bow.peels], spots)).mark_area(
        orient=_orient(spots), color=fade, clip=True
    )
    return [area.encode(**_edges(spots))]


def _absent_sides(bow: Shape, spots: Spots, ink: Palette) -> list[Any]:
    """A side that the data do not show: a dashed outline behind the words that say what it needs."""
    stage, along = bow.knot[0].stage, spots.room.along
    wide, thin = spots.room.across * 0.46, bow.knot[1] + 8
    edges = [
        *([((4.0, -wide, wide), (bow.gap_left - 6, -thin, thin))] if bow.gap_left else []),
        *([((along - bow.gap_right + 6, -thin, thin), (along - 4, -wide, wide))] if bow.gap_right else []),
    ]
    if not edges or not spots.lying_down:
        return []
    area = alt.Chart(_area([(Band(stage, 0, 0, edge), {}) for edge in edges], spots)).mark_area(
        orient=_orient(spots), fill=ink.surface, stroke=ink.neutral, strokeWidth=1, strokeDash=[4, 4], line=False
    )
    return [area.encode(**_edges(spots))]


def _knot(bow: Shape, spots: Spots, ink: Palette) -> list[Any]:
    column, half = bow.knot
    (x, y), (x2, y2) = spots.at(column.start, -half - 7), spots.at(column.end, half + 7)
    box = Box(x, y, x2, y2, ink.knot, _facts(column.stage))
    return boxes([box], Size(spots.width, spots.height), 6, stroke=ink.background, strokeWidth=2)


def _arc(bow: Shape, back: Arc, spots: Spots, ink: Palette) -> list[Any]:
    lines = path(back, _outer(bow, back.start), _outer(bow, back.end))
    placed = [(part, at, spots.at(u, v)) for part, line in enumerate(lines) for at, (u, v) in enumerate(line)]
    frame = pd.DataFrame([{"x": x, "y": y, "o": at, "part": part} for part, at, (x, y) in placed])
    colour = ink.referral if back.carries else ink.neutral
    stroke: dict[str, Any] = (
        {"strokeWidth": 3.5, "strokeCap": "round"} if back.carries else {"strokeWidth": 2, "strokeDash": [5, 5]}
    )
    size = Size(spots.width, spots.height)
    line = alt.Chart(frame).mark_line(color=colour, **stroke)
    point = "triangle-up" if spots.lying_down else "triangle-left"
    head = alt.Chart(frame.tail(1)).mark_point(shape=point, size=150, filled=True, color=colour, opacity=1)
    return [line.encode(order="o:Q", detail="part:N", x=size.x(), y=size.y()), head.encode(x=size.x(), y=size.y())]


def _outer(bow: Shape, u: float) -> float:
    """The bow's lower edge at `u`."""
    column, half = bow.knot
    at_knot = half + 7 if column.start <= u <= column.end else 0.0
    here = [band.points for band in bow.bands if band.points[0][0] <= u <= band.points[-1][0]]
    return max([at_knot, *(high for points in here for place, _, high in points if place >= u - 30)])
