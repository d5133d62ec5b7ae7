"""Lurkers, likers, lovers: how many of each, how they are spread, and what lovers did before."""

from __future__ import annotations

from typing import Any

from bowtie.analysis import Segments, Unavailable
from bowtie.charts.bars import Bar, bar_chart
from bowtie.charts.canvas import MARGIN, blank, few, finish
from bowtie.charts.names import KINDS, SEGMENTS, named
from bowtie.charts.numbers import known, percent, whole
from bowtie.charts.pairs import Pair, pair_chart
from bowtie.charts.palette import Palette, colours
from bowtie.words import Text, say

REFERENCE = {"lover": 0.01, "liker": 0.09, "lurker": 0.90}   # Nielsen 2006, of online communities: an analogy
MOST_KINDS = 10


def segments(result: Segments | Unavailable, dark: bool = False, width: int = 760) -> Any:
    """Shares of those judged beside the 90 / 9 / 1 line; those without enough evidence apart, of all present."""
    ink, title = colours(dark), say("Lovers, likers and lurkers")
    if not isinstance(result, Segments):
        return blank(title, result.needs, width, dark)
    judged = sum(count or 0 for name, count in result.counts.items() if name != "unknown")
    if not judged:
        return blank(title, [result.answer], width, dark)
    rows = [_segment_row(name, result.counts[name], judged, ink) for name in REFERENCE]
    rows += _unknown_rows(result, ink)
    subtitle = [
        say("{judged:int} customers judged, {left:int} left before. Lines: the 90 / 9 / 1 of online communities, to "
            "compare with, not a target.", judged=judged, left=result.lost),
        *few(judged),
    ]
    chart = bar_chart(rows, width - MARGIN, ink, stacked=True)
    return finish(chart, _segments_title(result, judged), subtitle, width, dark)


def _segments_title(result: Segments, judged: int) -> Text:
    shares = {name: percent((count or 0) / judged) for name, count in result.counts.items()}
    if result.counts["lover"] is None:
        return say("{liker} are likers, {lurker} lurkers; lovers cannot be seen in this data", **_of(shares))
    return say("{lover} are lovers, {liker} likers, {lurker} lurkers", **_of(shares))


def _of(shares: dict[str, str]) -> dict[str, str]:
    return {name: shares[name] for name in REFERENCE}


def _segment_row(name: str, count: int | None, judged: int, ink: Palette) -> Bar:
    if count is None:
        return Bar(named(SEGMENTS, name), note=str(say("not observable")))
    share, line = count / judged, REFERENCE[name]
    tip = {str(say("Group")): named(SEGMENTS, name), str(say("Customers")): whole(count),
           str(say("Share")): percent(share), str(say("90 / 9 / 1")): percent(line, 0)}
    words = (percent(share), ink.segment(name), whole(count))
    return Bar(named(SEGMENTS, name), share, *words, mark=line, mark_name=percent(line, 0), tip=tip)


def _unknown_rows(result: Segments, ink: Palette) -> list[Bar]:
    count = result.counts.get("unknown") or 0
    if not count or not result.present:
        return []
    share = count / result.present
    note = str(say("{count} of all {present} present", count=whole(count), present=whole(result.present)))
    return [Bar("", heading=True), Bar(named(SEGMENTS, "unknown"), share, percent(share), ink.unknown, note)]


def before_lover(result: Segments | Unavailable, dark: bool = False, width: int = 760) -> Any:
    """What lovers did before the act that made them, beside what all others do: two dots a kind, widest gap first."""
    title = say("What lovers did before")
    if not isinstance(result, Segments) or result.before_lover.empty:
        needs = result.needs if isinstance(result, Unavailable) else (
            say("Add dated activity of customers who became lovers: use, support, events, community."),)
        return blank(title, needs, width, dark)
    ink, rows = colours(dark), result.before_lover.head(MOST_KINDS).to_dict("records")
    pairs = [_lover_pair(row, ink) for row in rows]
    chart = pair_chart(pairs, (str(say("all others")), str(say("lovers"))), width - MARGIN, ink)
    first, others = rows[0], known(rows[0]["others_share"])
    if others is not None and float(first["share"]) > others:
        title = say("{kind}: {share} of lovers did it before, {others} of others", kind=named(KINDS, first["kind"]),
                    share=percent(first["share"]), others=percent(others))
    lovers = result.counts.get("lover")
    note = say("Share of customers who did each in the time before. It goes together with love; it need not cause it.")
    return finish(chart, title, [note, *few(lovers)], width, dark)


def _lover_pair(row: dict[Any, Any], ink: Palette) -> Pair:
    share, others = known(row["share"]), known(row["others_share"])
    tip = {str(say("What")): named(KINDS, row["kind"]), str(say("Lovers who did")): whole(row["lovers"]),
           str(say("Share of lovers")): percent(share), str(say("Share of all others")): percent(others)}
    points = ((others, ink.neutral, percent(others)), (share, ink.lover, percent(share)))
    return Pair(named(KINDS, row["kind"]), points, tip)
