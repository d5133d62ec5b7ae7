"""Where people leave, why, and why they bought."""

from __future__ import annotations

from typing import Any, Literal

import pandas as pd

from bowtie.analysis import Bowtie
from bowtie.charts.bars import Bar, bar_chart
from bowtie.charts.canvas import MARGIN, blank, few, finish
from bowtie.charts.fit import clean, clip
from bowtie.charts.numbers import percent, whole
from bowtie.charts.palette import TITLE, Palette, colours
from bowtie.words import Text, say

MOST_REASONS = 8


def exits(result: Bowtie, dark: bool = False, width: int = 760) -> Any:
    """A bar a stage, leads lost before the purchase and customers lost after it each on a scale of its own; the largest
    of each side stands out, and the commonest reason stands beside."""
    frame, ink = result.exits, colours(dark)
    if frame.empty or not frame["count"].sum():
        return blank(say("Where people leave"), [say("Nobody is known to have left.")], width, dark)
    labels = {str(row["key"]): clean(row["label"]) for row in result.stages.to_dict("records")}
    sides = [side for side in ("left", "right") if frame.loc[frame["side"] == side, "count"].sum()]
    rows = [row for side in sides for row in _side_rows(frame[frame["side"] == side], side, labels, ink)]
    subtitle = [_counts(frame)]
    if len(sides) == 2:
        subtitle.append(say("Each side has its own scale."))
    subtitle += few(_total(frame, sides[-1]))
    return finish(bar_chart(rows, width - MARGIN, ink), _exits_title(frame, sides[-1], labels), subtitle, width, dark)


def _total(frame: pd.DataFrame, side: str) -> int:
    return int(frame.loc[frame["side"] == side, "count"].sum())


def _counts(frame: pd.DataFrame) -> Text:
    return say("{leads:int} leads lost before the purchase, {customers:int} customers after it.",
               leads=_total(frame, "left"), customers=_total(frame, "right"))


def _by_stage(frame: pd.DataFrame, labels: dict[str, str]) -> list[tuple[str, int]]:
    """Stages in the order of the bow-tie, those not known last."""
    counts = frame.groupby("stage")["count"].sum()
    order = [*labels, *(key for key in counts.index if key not in labels)]
    return [(key, int(counts[key])) for key in order if key in counts.index and counts[key]]


def _exits_title(frame: pd.DataFrame, side: str, labels: dict[str, str]) -> Text:
    counts = _by_stage(frame[frame["side"] == side], labels)
    key, most = max(counts, key=lambda pair: pair[1])
    share = percent(most / sum(count for _, count in counts))
    stage = clip(_label(key, labels), 220, TITLE)
    if side == "left":
        return say("{share} of lost leads leave at {stage}", share=share, stage=stage)
    return say("{share} of the customers who left did so at {stage}", share=share, stage=stage)


def _label(key: str, labels: dict[str, str]) -> str:
    return labels.get(key) or str(say("Stage not known"))


def _side_rows(frame: pd.DataFrame, side: str, labels: dict[str, str], ink: Palette) -> list[Bar]:
    counts = _by_stage(frame, labels)
    most, total = max(count for _, count in counts), sum(count for _, count in counts)
    heading = say("Before the purchase") if side == "left" else say("After the purchase")
    rows = [Bar(str(heading), heading=True)]
    for key, count in counts:
        tip = {str(say("Stage")): _label(key, labels), str(say("Left here")): whole(count),
               str(say("Share")): percent(count / total)}
        fill = ink.highlight if count == most else ink.lost
        rows.append(Bar(_label(key, labels), count / most, whole(count), fill,
                        _commonest(frame[frame["stage"] == key]), tip=tip))
    return rows


def _commonest(frame: pd.DataFrame) -> str:
    given = frame[frame["reason"].notna()]
    if given.empty:
        return ""
    reason, count = max(zip(given["reason"], given["count"], strict=True), key=lambda pair: pair[1])
    share = percent(count / frame["count"].sum())
    return str(say("mostly {reason} ({share})", reason=clip(reason, 180), share=share))


def reasons(
    result: Bowtie, which: Literal["bought", "left", "lost_leads"] = "bought", dark: bool = False, width: int = 760
) -> Any:
    """Reasons, commonest first: why they bought, why customers left, or why leads were lost; 8, then the rest."""
    counts, ink = _reason_counts(result, which), colours(dark)
    total = sum(counts.values())
    if not any(counts[name] for name in counts if name):
        needs = {
            "bought": say("Add a column with the reason why a lead was won."),
            "left": say("Add a column with the reason why a customer left."),
            "lost_leads": say("Add a column with the reason why a lead was lost."),
        }
        return blank(_plain_title(which), [needs[which]], width, dark)
    rows = _reason_rows(counts, ink)
    given = total - counts.get("", 0)
    subtitle = [say("{given:int} of {total:int} with a reason given.", given=given, total=total), *few(given)]
    return finish(bar_chart(rows, width - MARGIN, ink), _reasons_title(which, counts, given), subtitle, width, dark)


def _reason_counts(result: Bowtie, which: str) -> dict[str, int]:
    """Reason -> count, commonest first; "" is none given."""
    frame = result.bought_because
    if which != "bought":
        frame = result.exits[result.exits["side"] == ("right" if which == "left" else "left")]
    if frame.empty:
        return {}
    names = frame["reason"].map(clean, na_action="ignore").fillna("")
    counts = frame["count"].groupby(names.astype("str")).sum().sort_values(ascending=False, kind="stable")
    return {str(name): int(count) for name, count in counts.items()}


def _reason_rows(counts: dict[str, int], ink: Palette) -> list[Bar]:
    given = [(name, count) for name, count in counts.items() if name]
    total, most = sum(count for _, count in given), given[0][1]
    shown, rest = given[:MOST_REASONS], given[MOST_REASONS:]
    rows = [_reason_row(name, count, total, most, ink.highlight if at == 0 else ink.neutral)
            for at, (name, count) in enumerate(shown)]
    if rest:
        name = str(say("{n:int} other reasons", n=len(rest)))
        count = sum(count for _, count in rest)
        rows.append(Bar(name, value=percent(count / total), note=whole(count)))    # a sum is no rival of the bars above
    return rows


def _reason_row(name: str, count: int, total: int, most: int, fill: str) -> Bar:
    share = percent(count / total)
    tip = {str(say("Reason")): name, str(say("Count")): whole(count), str(say("Share of those given")): share}
    return Bar(name, count / most, share, fill, whole(count), tip=tip)


def _plain_title(which: str) -> Text:
    return {"bought": say("Why they bought"), "left": say("Why customers left"),
            "lost_leads": say("Why leads were lost")}[which]


def _reasons_title(which: str, counts: dict[str, int], given: int) -> Text:
    name = next(name for name in counts if name)
    facts = {"reason": clip(name, 260, TITLE), "share": percent(counts[name] / given)}
    if which == "bought":
        return say("What tipped the scale most often: {reason} ({share})", **facts)
    if which == "left":
        return say("The commonest reason to leave: {reason} ({share})", **facts)
    return say("The commonest reason why leads were lost: {reason} ({share})", **facts)
