"""What every chart shares: a title that states the takeaway, counts under it, a description, and the theme."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import altair as alt

from bowtie.charts.fit import wrap
from bowtie.charts.marks import Box, Size, Word, boxes, picture, words
from bowtie.charts.palette import LABEL, SUBTITLE, TITLE, colours, theme
from bowtie.words import Text, say

PHONE = 520          # narrower than this, a chart is laid out for a phone
SMALL_COUNT = 30     # fewer than this, a chart says that it stands on few
MARGIN = 28          # the padding of both sides, and what strokes and halos add


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
    ink, room = colours(dark), width - MARGIN
    shown = [line for part in lines for line in wrap(part, room - 40, LABEL, lines=4)] or [str(say("Nothing to show."))]
    size = Size(room, 32 + 20 * len(shown))
    card = boxes([Box(0, 0, size.width, size.height, ink.surface)], size, 8)
    text = [Word(20, 26 + 20 * row, line, LABEL, ink.muted, align="left") for row, line in enumerate(shown)]
    return finish(picture([*card, *words(text, size, ink.on(ink.surface))], size), title, [], width, dark,
                  list(lines))
