"""How long each step takes: the share that had moved on after 30, 90 and 180 days, and the median of those who did."""

from __future__ import annotations

from typing import Any

import pandas as pd

from bowtie.analysis import Bowtie
from bowtie.charts.canvas import MARGIN, blank, finish
from bowtie.charts.fit import clean, clip
from bowtie.charts.numbers import known, percent, whole
from bowtie.charts.pairs import Pair, pair_chart
from bowtie.charts.palette import TITLE, Palette, colours, mix
from bowtie.words import Text, say, say_n

HORIZONS = (30, 90, 180)


def stage_times(result: Bowtie, dark: bool = False, width: int = 760) -> Any:
    """A row a step whose time is known; the dots darken from 30 over 90 to 180 days."""
    ink, title = colours(dark), say("How long each step takes")
    steps = _steps(result.stages)
    if not steps:
        return blank(title, [say("Add dates: when a lead was created and won, when a customer started and renewed.")],
                     width, dark)
    rows = [_pair(before, row, ink) for before, row in steps]
    series = [str(say_n("{n} day", "{n} days", days)) for days in HORIZONS]
    note = say("Share of those at the stage who had moved on by then. At the right, the median days of those who did.")
    return finish(pair_chart(rows, series, width - MARGIN, ink), _title(steps), [note], width, dark)


def _steps(stages: pd.DataFrame) -> list[tuple[dict[Any, Any], str]]:
    """The rows with a time, each with the stage that it leads to (the next one that is seen)."""
    rows = stages.to_dict("records")
    found = []
    for at, row in enumerate(rows):
        following = next((clean(later["label"]) for later in rows[at + 1 :] if known(later["reached"]) is not None), "")
        if following and any(known(row[f"moved_by_{days}_days"]) is not None for days in HORIZONS):
            found.append((row, following))
    return found


def _pair(row: dict[Any, Any], following: str, ink: Palette) -> Pair:
    name = f"{clean(row['label'])} → {following}"
    shares = [known(row[f"moved_by_{days}_days"]) for days in HORIZONS]
    colour = ink.left if row["side"] == "left" else ink.right
    shades = [mix(colour, ink.background, paler) for paler in (0.5, 0.25, 0.0)]
    points = tuple((share, shade, percent(share)) for share, shade in zip(shares, shades, strict=True))
    days = known(row["median_days_of_movers"])
    note = str(say_n("{n} day", "{n} days", round(days))) if days is not None else ""
    tip = {str(say("Step")): name, str(say("Who moved")): whole(row["movers"]), str(say("Median days")): whole(days)}
    return Pair(name, points, tip, note)


def _title(steps: list[tuple[dict[Any, Any], str]]) -> Text:
    timed = [(known(row["median_days_of_movers"]), row, following) for row, following in steps]
    slowest = max((item for item in timed if item[0] is not None), key=lambda item: item[0] or 0, default=None)
    if slowest is None:
        return say("How long each step takes")
    days, row, following = slowest
    return say_n("{before} to {after} takes longest: half of those who move need {n} day or more",
                 "{before} to {after} takes longest: half of those who move need {n} days or more", round(days or 0),
                 before=clip(row["label"], 200, TITLE), after=clip(following, 200, TITLE))
