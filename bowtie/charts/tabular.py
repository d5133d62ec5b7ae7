"""The small tidy table behind each picture, with headers that people read."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import pandas as pd

from bowtie.analysis import Bowtie, Loop, Segments
from bowtie.charts.names import ACTS, BANDS, CHANNEL_CLASSES, KINDS, LOYALTY, MEASURES, SEGMENTS, named
from bowtie.charts.shares import REFERENCE
from bowtie.errors import BowtieError
from bowtie.words import Text, say


def table(chart_name: str, result: Any) -> pd.DataFrame:
    """The numbers that `bowtie.charts.<chart_name>(result)` draws: a row a mark; missing stays missing.

    Empty for a part that is unavailable. Raises BowtieError for a chart that does not exist.
    """
    if chart_name not in _TABLES:
        raise BowtieError(
            say("There is no picture called {name}.", name=chart_name),
            say("Choose one of {names}.", names=", ".join(sorted(_TABLES))),
        )
    return _TABLES[chart_name](result) if getattr(result, "available", True) else pd.DataFrame()


def _renamed(frame: pd.DataFrame, headers: Mapping[str, Text]) -> pd.DataFrame:
    """Only these columns, in this order, under these headers."""
    there = [name for name in headers if name in frame.columns]
    renamed = frame[there].rename(columns={name: str(headers[name]) for name in there})
    return renamed.reset_index(drop=True)


def _bowtie(result: Bowtie) -> pd.DataFrame:
    lost = result.exits.groupby("stage")["count"].sum() if len(result.exits) else pd.Series(dtype="int64")
    frame = result.stages.assign(
        label=result.stages["label"].map(str), left=result.stages["key"].map(lost).astype("Int64")
    )
    return _renamed(frame, {
        "label": say("Stage"), "reached": say("Ever reached it"), "conversion": say("From the stage before"),
        "standing": say("Here now"), "left": say("Left here"), "movers": say("Who moved on"),
        "median_days_of_movers": say("Median days of those who moved"),
    })


def _stage_times(result: Bowtie) -> pd.DataFrame:
    frame = result.stages.assign(label=result.stages["label"].map(str))
    return _renamed(frame[frame["movers"].notna()], {
        "label": say("From stage"), "moved_by_30_days": say("Moved within 30 days"),
        "moved_by_90_days": say("Moved within 90 days"), "moved_by_180_days": say("Moved within 180 days"),
        "movers": say("Who moved on"), "median_days_of_movers": say("Median days of those who moved"),
        "km_median_days": say("Median days (Kaplan-Meier)"),
    })


def _exits(result: Bowtie) -> pd.DataFrame:
    labels = {row["key"]: str(row["label"]) for row in result.stages.to_dict("records")}
    sides = {"left": str(say("before the purchase")), "right": str(say("after the purchase"))}
    frame = result.exits.assign(
        stage=[labels.get(key) or str(say("Stage not known")) for key in result.exits["stage"]],
        side=result.exits["side"].map(sides),
    )
    return _renamed(frame, {"stage": say("Stage"), "side": say("Side"), "reason": say("Reason"),
                            "count": say("Left here")})


def _reasons(result: Bowtie) -> pd.DataFrame:
    return _renamed(result.bought_because, {"reason": say("Reason"), "count": say("Count")})


def _segments(result: Segments) -> pd.DataFrame:
    counts = {name: count for name, count in result.counts.items() if count is not None}
    judged = sum(count for name, count in counts.items() if name != "unknown")
    rows = [
        {"segment": named(SEGMENTS, name), "customers": counts.get(name), "line": REFERENCE.get(name),
         "share": counts[name] / judged if name in counts and name != "unknown" and judged else None}
        for name in result.counts
    ]
    frame = pd.DataFrame(rows).astype({"customers": "Int64", "share": "float64", "line": "float64"})
    return _renamed(frame, {"segment": say("Group"), "customers": say("Customers"),
                            "share": say("Share of those judged"), "line": say("90 / 9 / 1")})


def _distribution(result: Segments) -> pd.DataFrame:
    frame = result.distribution.assign(measure=[named(MEASURES, name) for name in result.distribution["measure"]])
    return _renamed(frame, {"measure": say("Measure"), "bin_start": say("From"), "bin_end": say("To, not included"),
                            "customers": say("Customers"), "line": say("Line")})


def _cube(result: Segments) -> pd.DataFrame:
    frame = result.cube.assign(
        loyalty=[named(LOYALTY, name) for name in result.cube["loyalty"]],
        advocacy=[named(ACTS, name) for name in result.cube["advocacy"]],
        value_band=[named(BANDS, name) for name in result.cube["value_band"]],
    )
    return _renamed(frame, {"loyalty": say("Loyalty"), "advocacy": say("Acts of advocacy"), "value_band": say("Value"),
                            "customers": say("Customers")})


def _before_lover(result: Segments) -> pd.DataFrame:
    frame = result.before_lover.assign(kind=[named(KINDS, name) for name in result.before_lover["kind"]])
    return _renamed(frame, {"kind": say("What"), "lovers": say("Lovers who did"), "share": say("Share of lovers"),
                            "others_share": say("Share of all others")})


def _new_customers(result: Loop) -> pd.DataFrame:
    classes = [named(CHANNEL_CLASSES, name) for name in result.new_customers["channel_class"]]
    return _renamed(result.new_customers.assign(channel_class=classes), {
        "channel_class": say("Came by"), "channel": say("Channel"), "customers": say("New customers"),
    })


_TABLES: dict[str, Callable[[Any], pd.DataFrame]] = {
    "bowtie": _bowtie, "stage_times": _stage_times, "exits": _exits, "reasons": _reasons, "segments": _segments,
    "distribution": _distribution, "loyalty_advocacy_value": _cube, "before_lover": _before_lover,
    "new_customers": _new_customers,
}
