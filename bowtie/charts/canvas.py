"""What every chart shares: a title that states the takeaway, counts under it, a description, and the theme."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import altair as alt
import pandas as pd

from bowtie.charts.fit import wrap
from bowtie.charts.palette import LABEL, SUBTITLE, TITLE, colours, theme
from bowtie.words import Text, say

PHONE = 520          # narrower than this, a chart is laid out for a phone
SMALL_COUNT = 30     # fewer than this, a chart says that it stands on few
MARGIN = 24          # the theme's padding, both sides


def finish(
    chart: Any, title: Text, subtitle: Sequence[Text], width: int, dark: bool = False, spoken: Sequence[Text] = ()
) -> Any:
    """The chart with its words and theme. With `spoken`, they also make the description that is read aloud."""
    room = width - MARGIN
    size = 15 if width < PHONE else TITLE
    text = wrap(title, room, size, lines=4, bold=True)
    small = [line for part in subtitle for line in wrap(part, room, SUBTITLE, lines=3)]
    heading = alt.TitleParams(text=text, subtitle=small, fontSize=size, lineHeight=round(size * 1.3))
    alt_text = " ".join([str(title), *map(str, subtitle), *map(str, spoken)])
    return chart.properties(title=heading, description=alt_text).configure(**theme(dark))


def few(count: float | None) -> list[Text]:
    """A caution where a chart stands on fewer than 30."""
    if count is None or count >= SMALL_COUNT:
        return []
    return [say("Few customers: read the percentages with care.")]


def blank(title: Text, lines: Sequence[Text], width: int, dark: bool = False) -> Any:
    """In the place of a chart that the data cannot give: what it would need."""
    shown = [line for part in lines for line in wrap(part, width - 64, LABEL, lines=4)] or [str(say("Nothing to show."))]
    frame = pd.DataFrame({"y": [26 + 20 * row for row in range(len(shown))], "label": shown})
    height = 44 + 20 * len(shown)
    text = alt.Chart(frame).mark_text(align="left", color=colours(dark).muted, fontSize=LABEL).encode(
        x=alt.value(20), y=alt.Y("y:Q", axis=None, scale=flat(height)), text="label:N"
    )
    card = alt.Chart(pd.DataFrame({"one": [1]})).mark_rect(
        x=0, y=0, x2=width - MARGIN, y2=height, fill=colours(dark).surface, cornerRadius=8
    )
    return finish((card + text).properties(width=width - MARGIN, height=height), title, [], width, dark, list(lines))


def flat(size: float) -> alt.Scale:
    """A scale on which data are pixels, from the left or the top."""
    return alt.Scale(domain=[0, size], nice=False, zero=False, reverse=False)


def down(size: float) -> alt.Scale:
    """The same for heights: 0 is the top."""
    return alt.Scale(domain=[size, 0], nice=False, zero=False)
