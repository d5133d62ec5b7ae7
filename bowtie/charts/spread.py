"""How customers are spread over each measure behind the segments, with the line that the rule draws."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import pandas as pd

from bowtie.analysis import Segments, Unavailable
from bowtie.charts.canvas import MARGIN, PHONE, blank, finish
from bowtie.charts.marks import Box, Size, Word, boxes, picture, rules, words
from bowtie.charts.names import MEASURES, named
from bowtie.charts.numbers import percent, short, whole
from bowtie.charts.palette import LABEL, SMALL, Palette, colours
from bowtie.words import Text, say, write_number

PANEL, TOP, BOTTOM, GAP = 210, 46, 34, 36


@dataclass(frozen=True)
class Panel:
    """One measure's place in the picture."""

    measure: str
    bins: pd.DataFrame
    x: float
    y: float
    width: float

    @property
    def floor(self) -> float:
        """Where its bars stand."""
        return self.y + PANEL - BOTTOM

    def at(self, value: float) -> float:
        """Where a value of the measure lies."""
        low, high = float(self.bins["bin_start"].min()), float(self.bins["bin_end"].max())
        return self.x + (value - low) / (high - low or 1.0) * self.width

    def top(self, customers: float) -> float:
        """How high that many customers reach."""
        return self.floor - customers / max(float(self.bins["customers"].max()), 1.0) * (PANEL - TOP - BOTTOM - 16)


def distribution(result: Segments | Unavailable, dark: bool = False, width: int = 900) -> Any:
    """A panel a measure: acts of advocacy, share of periods in use, latest score. At or over the line is coloured."""
    ink, title = colours(dark), say("How customers are spread, and where the lines are")
    if not isinstance(result, Segments) or result.distribution.empty:
        needs = result.needs if isinstance(result, Unavailable) else [say("No measure of engagement in this data.")]
        return blank(title, list(needs), width, dark)
    panels = _panels(result.distribution, width - MARGIN)
    last = panels[-1]
    size = Size(width - MARGIN, last.y + PANEL)
    layers = [
        *boxes([box for panel in panels for box in _bars(panel, ink)], size, 2),
        *rules([(panel.x, panel.floor, panel.x + panel.width, panel.floor) for panel in panels], size, ink.neutral),
        *rules([_line(panel) for panel in panels], size, ink.ink, strokeWidth=1.5, strokeDash=[4, 3]),
        *words([word for panel in panels for word in _words(panel, ink)], size, ink),
    ]
    note = say("Dashed: the line of the rule. Coloured: customers on or over it.")
    return finish(picture(layers, size), _title(result, panels), [note], width, dark)


def _panels(frame: pd.DataFrame, width: float) -> list[Panel]:
    measures = list(dict.fromkeys(frame["measure"]))
    across = 1 if width < PHONE else len(measures)
    wide = (width - GAP * (across - 1)) / across
    places = [((at % across) * (wide + GAP), (at // across) * (PANEL + 14.0)) for at in range(len(measures))]
    return [Panel(str(name), frame[frame["measure"] == name], x, y, wide)
            for name, (x, y) in zip(measures, places, strict=True)]


def _over(panel: Panel) -> int:
    bins = panel.bins
    return int(bins.loc[bins["bin_start"] >= bins["line"] - 1e-9, "customers"].sum())


def _title(result: Segments, panels: list[Panel]) -> Text:
    panel = panels[0]
    total = int(panel.bins["customers"].sum())
    share = percent(_over(panel) / total) if total else "–"
    if not result.separates:
        return say("The rule does not separate this base: {share} are over the line of “{measure}”", share=share,
                   measure=named(MEASURES, panel.measure))
    return say("{share} of customers are on or over the line of “{measure}”", share=share,
               measure=named(MEASURES, panel.measure))


def _bars(panel: Panel, ink: Palette) -> list[Box]:
    over = {"acts": ink.lover}.get(panel.measure, ink.liker)
    found = []
    for row in panel.bins.to_dict("records"):
        if not row["customers"]:
            continue
        fill = over if row["bin_start"] >= row["line"] - 1e-9 else ink.neutral
        tip = {named(MEASURES, panel.measure): _range(panel, row), str(say("Customers")): whole(row["customers"])}
        x, x2 = panel.at(row["bin_start"]) + 1, panel.at(row["bin_end"]) - 1
        found.append(Box(x, min(panel.top(row["customers"]), panel.floor - 1.5), x2, panel.floor, fill, tip))
    return found


def _line(panel: Panel) -> tuple[float, float, float, float]:
    x = panel.at(float(panel.bins["line"].iloc[0]))
    return (x, panel.y + TOP - 14, x, panel.floor + 5)


def _value(panel: Panel, value: float) -> str:
    return percent(value, 0) if panel.measure == "regular" else write_number(value)


def _range(panel: Panel, row: dict[Any, Any]) -> str:
    """What a bin holds; the last one of the acts holds all above too."""
    start, end = float(row["bin_start"]), float(row["bin_end"])
    if panel.measure == "regular":
        return f"{_value(panel, start)} – {_value(panel, end)}"
    last = panel.measure == "acts" and end >= float(panel.bins["bin_end"].max())
    return _value(panel, start) + ("+" if last else "")


def _words(panel: Panel, ink: Palette) -> list[Word]:
    line = float(panel.bins["line"].iloc[0])
    found = [
        Word(panel.x, panel.y + 10, named(MEASURES, panel.measure), LABEL, ink.ink, True, "left"),
        _line_word(panel, line, ink),
    ]
    for row in panel.bins.to_dict("records"):
        middle = (panel.at(row["bin_start"]) + panel.at(row["bin_end"])) / 2
        room = panel.at(row["bin_end"]) - panel.at(row["bin_start"])
        if row["customers"] and room > 22:
            found.append(Word(middle, panel.top(row["customers"]) - 9, short(row["customers"]), SMALL, ink.muted))
        if panel.measure != "regular":
            found.append(Word(middle, panel.floor + 14, _range(panel, row), SMALL, ink.muted))
    return [*found, *(_share_ticks(panel, ink) if panel.measure == "regular" else [])]


def _share_ticks(panel: Panel, ink: Palette) -> list[Word]:
    aligns = {0.0: "left", 0.5: "center", 1.0: "right"}
    return [Word(panel.at(at), panel.floor + 14, _value(panel, at), SMALL, ink.muted, False, align)
            for at, align in aligns.items()]


def _line_word(panel: Panel, line: float, ink: Palette) -> Word:
    x = panel.at(line)
    right = x > panel.x + panel.width * 0.6
    text = str(say("line: {value}", value=_value(panel, line)))
    return Word(x - 6 if right else x + 6, panel.y + TOP - 10, text, SMALL, ink.ink, True, "right" if right else "left")
