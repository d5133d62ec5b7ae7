"""Why this segment, why this stage: sentences for each customer, made once for each distinct case."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from typing import Any, TypeVar

import pandas as pd

from bowtie.settings import Settings
from bowtie.words import Text, say, say_n

Made = TypeVar("Made")


def segment_reasons(frame: pd.DataFrame, settings: Settings, period: str | None) -> list[list[Text]]:
    """One list of sentences a row, in the order of `frame` (the columns of People.frame)."""
    regular = frame["regular"].astype("object").where(frame["regular"].notna(), None)
    score = frame["score"].astype("object").where(frame["score"].notna(), None)
    columns = [frame["acts"], frame["instrument"].fillna(""), score, frame["unhappy"], frame["asked"], regular,
               frame["active_periods"], frame["judged_periods"], frame["segment"]]

    def sentences(*key: Any) -> list[Text]:
        acts, instrument, rated, unhappy, asked, is_regular, active, judged, segment = key
        used = _use(is_regular, active, judged, period)
        said = [_acts(acts, settings), _score(instrument, rated, unhappy, asked), used]
        kept = [text for text in said if text is not None]
        return kept if kept or segment != "unknown" else [_nothing()]

    return each_distinct(columns, sentences)


def stage_reasons(frame: pd.DataFrame) -> list[list[Text]]:
    """One list of sentences a row: leaving, loyalty by which evidence, locked."""
    columns = [frame["stage"], frame["loyal_by"], frame["locked"], frame["left_on"]]

    def sentences(stage: str, loyal_by: str, locked: bool, left_on: Any) -> list[Text]:
        said = [_left(stage, left_on), _loyal(loyal_by), _not_loyal(stage, locked)]
        return [text for text in said if text is not None]

    return each_distinct(columns, sentences)


def each_distinct(columns: list[pd.Series], make: Callable[..., Made]) -> list[Made]:
    """`make` of each row's cells, asked once for each distinct row of these columns."""
    made: dict[Hashable, Made] = {}
    rows = []
    for key in zip(*(column.tolist() for column in columns), strict=True):
        if key not in made:
            made[key] = make(*key)
        rows.append(made[key])
    return rows


def _acts(acts: int, settings: Settings) -> Text | None:
    if not acts:
        return None
    return say_n("{n:int} act of advocacy in the last {days:int} days.",
                 "{n:int} acts of advocacy in the last {days:int} days.", acts, days=settings.window_days)


def _score(instrument: str, score: float | None, unhappy: bool, asked: bool) -> Text | None:
    if score is None:
        return say("Asked, and did not answer.") if asked else None
    name = instrument.upper()
    if unhappy:
        return say("Unhappy: the latest answer is {instrument} {score:num}.", instrument=name, score=score)
    return say("The latest answer is {instrument} {score:num}.", instrument=name, score=score)


def _use(regular: bool | None, active: int, judged: int, period: str | None) -> Text | None:
    if regular is None:
        return None
    if period is None or not judged:
        return say("Use is above your line.") if regular else say("Use is below your line.")
    if period == "week":
        return say_n("Active in {active:int} of {n:int} week.", "Active in {active:int} of {n:int} weeks.", judged,
                     active=active)
    if period == "month":
        return say_n("Active in {active:int} of {n:int} month.", "Active in {active:int} of {n:int} months.", judged,
                     active=active)
    return say_n("Active in {active:int} of {n:int} quarter.", "Active in {active:int} of {n:int} quarters.", judged,
                 active=active)


def _nothing() -> Text:
    return say("Not enough evidence: never asked, no acts seen, and use cannot be judged.")


def _left(stage: str, left_on: Any) -> Text | None:
    if stage != "lost":
        return None
    if left_on is None or pd.isna(left_on):
        return say("Left, on an unknown day.")
    return say("Left on {day:date}.", day=left_on.date())


def _loyal(loyal_by: str) -> Text | None:
    return {
        "event": say("Renewed, upgraded or bought again."), "term": say("Outlived the contract's term."),
        "tenure": say("Loyal by tenure alone: nothing else shows a second choice."),
    }.get(loyal_by)


def _not_loyal(stage: str, locked: bool) -> Text | None:
    if stage == "unknown":
        return say("No purchase, contract or tenure tells how far the relation came.")
    if stage == "adoption":
        return say("Inside the first contract, which still holds.") if locked else say("Bought, no second choice yet.")
    return None
