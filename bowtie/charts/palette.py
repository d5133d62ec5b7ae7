"""The one palette: the same colour for the same thing on every page, chart and slide, for light and dark.

The hexes keep at least 13 CIE76 units between things that stand in one picture, for normal, protan, deutan and
tritan sight (tests/charts/test_palette.py simulates them), and text colours keep 4.5:1 on their background.
Screens take theirs from here: `.streamlit/config.toml` repeats LIGHT and DARK.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

from bowtie.charts.numbers import number_locale

# The first two are shipped for exports (bowtie/report/fonts); the rest are what a browser may have.
FONT = "Inter, 'Noto Sans SC', 'Source Sans', 'Noto Sans', 'PingFang SC', 'Microsoft YaHei', 'Segoe UI', sans-serif"


@dataclass(frozen=True)
class Palette:
    """Colours by meaning."""

    background: str
    surface: str       # a card, an empty cell
    ink: str           # text
    muted: str         # lesser text, still 4.5:1
    grid: str          # hairlines
    left: str          # strangers becoming customers; also the app's primary colour
    knot: str          # the purchase
    right: str         # customers becoming ambassadors
    referral: str      # the loop going back, customers won through customers
    lover: str
    liker: str
    lurker: str
    unknown: str       # not enough evidence
    lost: str          # those who left
    paid: str
    unpaid: str
    neutral: str       # what is not the point
    highlight: str     # what is

    def segment(self, name: str) -> str:
        """The colour of a segment of tables.SEGMENTS, or of "lost"."""
        return str(getattr(self, name))

    def on(self, background: str) -> Palette:
        """The same colours on another ground."""
        return replace(self, background=background)


LIGHT = Palette(
    background="#FFFFFF", surface="#F6F5F2", ink="#1B2333", muted="#5B6472", grid="#E6E8EC",
    left="#2459A6", knot="#1B2A4A", right="#0A8C74", referral="#C4541B",
    lover="#A3347F", liker="#C98803", lurker="#5C8FC7", unknown="#B4BBC6", lost="#B8ACA0",
    paid="#4E5F82", unpaid="#3E9DBF", neutral="#AEB6C2", highlight="#1B2A4A",
)
DARK = Palette(
    background="#12151C", surface="#1B2029", ink="#EEF1F6", muted="#A5AEBD", grid="#2C333F",
    left="#4C8FE0", knot="#F0F3FA", right="#3CC2A0", referral="#F08A4B",
    lover="#D25AA8", liker="#F2BC4B", lurker="#86B4E8", unknown="#5A6372", lost="#756B61",
    paid="#6F82AD", unpaid="#7ACDE8", neutral="#566070", highlight="#F0F3FA",
)

# Type, in pixels: one scale for every chart.
TITLE, SUBTITLE, LABEL, SMALL = 18, 13, 13, 11


def colours(dark: bool = False) -> Palette:
    """The palette of a mode."""
    return DARK if dark else LIGHT


def theme(dark: bool = False) -> dict[str, Any]:
    """A Vega-Lite `config` for one chart; nothing global is touched."""
    ink = colours(dark)
    return {
        "background": ink.background,
        "font": FONT,
        "locale": {"number": number_locale()},
        "padding": 12,
        "mark": {"aria": False},     # the description is read aloud, not every label twice
        "view": {"stroke": None},
        "title": {
            "anchor": "start", "frame": "group", "color": ink.ink, "fontSize": TITLE, "fontWeight": 600,
            "subtitleColor": ink.muted, "subtitleFontSize": SUBTITLE, "subtitleFontWeight": 400,
            "subtitlePadding": 6, "offset": 16, "lineHeight": 24, "subtitleLineHeight": 18,
        },
        "axis": {
            "labelColor": ink.muted, "labelFontSize": LABEL, "titleColor": ink.muted, "titleFontSize": LABEL,
            "titleFontWeight": 400, "domain": False, "ticks": False, "gridColor": ink.grid, "labelPadding": 8,
        },
        "text": {"color": ink.ink, "fontSize": LABEL, "font": FONT},
        "rule": {"color": ink.muted},
    }


def mix(colour: str, other: str, share: float) -> str:
    """`share` of the other colour in the first."""
    pairs = [(int(colour[at : at + 2], 16), int(other[at : at + 2], 16)) for at in (1, 3, 5)]
    return "#" + "".join(f"{round(one + (two - one) * share):02X}" for one, two in pairs)
