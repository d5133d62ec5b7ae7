"""What an analysis itself finds noteworthy: who is left out, rules that do not separate, stages that are not ours."""

from __future__ import annotations

import pandas as pd

from bowtie.analysis import Segments, Unavailable
from bowtie.dataset import Dataset
from bowtie.findings import Finding
from bowtie.people.answers import csat_scale
from bowtie.people.words import segments_answer
from bowtie.stages.left import Left
from bowtie.words import say, say_n


def own_findings(
    dataset: Dataset, base: pd.DataFrame, segments: Segments | Unavailable, left: Left | None
) -> list[Finding]:
    """`base` has one row a customer with `begun`."""
    found = [_starts_later(int((~base["begun"]).sum())), _separates(segments), _csat(dataset), _unplaced(left)]
    return [finding for finding in found if finding is not None]


def _starts_later(count: int) -> Finding | None:
    if not count:
        return None
    return Finding(
        "note", "starts_later", say_n(
            "{n:int} customer starts only after the as-of date and is left out of people and stages.",
            "{n:int} customers start only after the as-of date and are left out of people and stages.", count),
        say("Choose a later as-of date, or correct the start dates."), table="customers", rows=count,
    )


def _separates(segments: Segments | Unavailable) -> Finding | None:
    if isinstance(segments, Unavailable) or segments.separates:
        return None
    return Finding(
        "warning", "one_class", segments_answer(segments.counts, segments.present, separates=False),
        say("Look at the distribution, and move the line if it stands in the wrong place."), table="customers",
        rows=segments.present, distorts=say("Lurkers, likers and lovers."),
    )


def _csat(dataset: Dataset) -> Finding | None:
    there = dataset.has("customers", "csat")
    surveys = dataset.table("surveys")
    if surveys is not None and {"instrument", "score"} <= set(surveys):
        there = there or bool((surveys["score"].notna() & (surveys["instrument"] == "csat")).any())
    if not there or csat_scale(dataset) is not None:
        return None
    return Finding(
        "warning", "csat_scale", say("CSAT scores go beyond 10, so their boxes are not known and they judge nobody."),
        say("Give the scores as they were answered, from 1 to 5, 7 or 10, or set the scale."), table="surveys",
        distorts=say("Who is content and who is unhappy."),
    )


def _unplaced(left: Left | None) -> Finding | None:
    if left is None or not left.unplaced:
        return None
    return Finding(
        "note", "leads_without_stage", say_n(
            "{n:int} lead stands at no stage that Bowtie knows; it counts as known, and stands nowhere.",
            "{n:int} leads stand at no stage that Bowtie knows; they count as known, and stand nowhere.",
            left.unplaced),
        say("Map your stage names to ours, in the columns of the leads sheet."), table="leads", rows=left.unplaced,
    )
