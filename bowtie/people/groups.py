"""Lurkers, likers, lovers as counts, distribution and sentences; never assigned by percentile."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
import pandas as pd

from bowtie.analysis import People, Segments, Unavailable
from bowtie.people.advocacy import Advocacy
from bowtie.people.before import before_lover
from bowtie.people.cube import cube
from bowtie.people.lists import named_lists
from bowtie.people.words import customers_needed, missing, needs, segments_answer
from bowtie.settings import Settings
from bowtie.signals.source import Source
from bowtie.tables import SEGMENTS
from bowtie.totals import customers_known

MOST_ACTS = 5      # from here on acts share a bar
BINS = 10


def segments(
    source: Source, frame: pd.DataFrame, people: People, advocacy: Advocacy, seen: Mapping[str, bool],
    settings: Settings,
) -> Segments | Unavailable:
    """From the working frame (index: row number). Counts are of the customers present."""
    if not customers_known(source.dataset):
        return Unavailable((customers_needed(),))
    if not seen["liker"]:
        return Unavailable(needs(source.dataset))
    present = frame[~frame["left"]]
    counts = class_counts(present["segment"], seen)
    separates = not one_class(counts, settings)
    return Segments(
        counts=counts, lost=int(frame["left"].sum()), period=people.period, present=len(present), observable=dict(seen),
        lost_by_segment=frame.loc[frame["left"], "segment"].value_counts().to_dict(), missing=missing(seen, present),
        separates=separates, distribution=distribution(present, seen, settings),
        lists=named_lists(present, people, seen), cube=cube(present, people.value_basis),
        before_lover=before_lover(source, frame, advocacy.rows, settings),
        answer=segments_answer(counts, len(present), separates),
    )


def class_counts(segment: pd.Series, seen: Mapping[str, bool]) -> dict[str, int | None]:
    """Every class with its count, null where its evidence cannot exist."""
    counts = segment.value_counts()
    return {name: int(counts.get(name, 0)) if seen.get(name, True) else None for name in SEGMENTS}


def one_class(counts: Mapping[str, int | None], settings: Settings) -> bool:
    """Whether more than 95% of those judged fall in one class."""
    judged = [count or 0 for name, count in counts.items() if name != "unknown"]
    return sum(judged) > 0 and max(judged) > settings.one_class_share * sum(judged)


def distribution(present: pd.DataFrame, seen: Mapping[str, bool], settings: Settings) -> pd.DataFrame:
    """measure ("acts", "regular" as a share of periods, "score" NPS), bin_start, bin_end, customers, line.

    A bin holds its start and not its end; the last one of a measure holds all above too.
    """
    parts = []
    if seen["lover"]:
        edges = np.arange(MOST_ACTS + 2.0)
        parts.append(_histogram("acts", present["acts"].clip(upper=MOST_ACTS), edges, settings.lover_acts))
    judged = present[present["regular"].notna() & (present["judged_periods"] > 0)]
    if len(judged):
        share = judged["active_periods"] / judged["judged_periods"]
        parts.append(_histogram("regular", share, np.arange(BINS + 1) / BINS, settings.regular_share))
    if present["nps"].notna().any():
        parts.append(_histogram("score", present["nps"].dropna(), np.arange(12.0), settings.content_nps))
    empty = pd.DataFrame(columns=["measure", "bin_start", "bin_end", "customers", "line"])
    return pd.concat(parts, ignore_index=True) if parts else empty


def _histogram(measure: str, values: pd.Series, edges: np.ndarray, line: float) -> pd.DataFrame:
    counts, _ = np.histogram(values.to_numpy("float64"), edges)
    return pd.DataFrame({
        "measure": measure, "bin_start": edges[:-1], "bin_end": edges[1:], "customers": counts, "line": float(line),
    })
