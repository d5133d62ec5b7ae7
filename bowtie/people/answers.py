"""What each customer answered last: content, unhappy, promoter, asked and silent."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd

from bowtie.dataset import Dataset
from bowtie.people.dates import no_days, numbers_of
from bowtie.settings import Settings
from bowtie.signals.source import Source

SCALES = (5, 7, 10)
HIGHEST_NPS = 10


@dataclass(frozen=True, eq=False)
class Answers:
    """`frame` (index: row number): asked (bool), nps, csat, score, instrument, score_date, rating (the score as a share of its
    scale, so that instruments compare), content, unhappy, promoter.

    `observable`: the data can hold answers. `csat_scale`: the top of the scale that boxes are counted from.
    """

    frame: pd.DataFrame
    observable: bool
    csat_scale: int | None


def latest_answers(source: Source, base: pd.DataFrame, settings: Settings) -> Answers:
    """Of the window. A score that customers bear without a date stands where no dated answer does.

    The latest answer of either instrument decides on unhappiness (of the same day: NPS), so an older good score of the
    other instrument does not excuse it.
    """
    dataset = source.dataset
    nps, nps_day = _latest(source, base, "nps")
    csat, csat_day = _latest(source, base, "csat")
    scale = settings.csat_scale or csat_scale(dataset)
    frame = pd.DataFrame({"nps": nps, "csat": csat})
    use_nps = nps.notna() & (csat.isna() | ~(csat_day > nps_day.fillna(pd.Timestamp.min.as_unit("us"))))
    frame["score"] = nps.where(use_nps, csat)
    frame["instrument"] = pd.Series(np.where(use_nps, "nps", "csat"), base.index, dtype="str").where(frame["score"].notna())
    frame["score_date"] = nps_day.where(use_nps, csat_day)
    asked = source.asked(base[["until", "window_from"]])
    frame["asked"] = frame["score"].notna() | (asked if asked is not None else False)
    observable = asked is not None or dataset.has("customers", "nps") or dataset.has("customers", "csat")
    return Answers(_judged(frame, use_nps, scale, settings), observable, scale)


def _judged(frame: pd.DataFrame, use_nps: pd.Series, scale: int | None, settings: Settings) -> pd.DataFrame:
    top = (scale or max(SCALES)) - settings.csat_top_boxes + 1
    unhappy_nps = frame["nps"] <= settings.unhappy_nps
    unhappy_csat = frame["csat"] <= settings.csat_bottom_boxes
    unhappy = unhappy_nps.where(use_nps, unhappy_csat) & frame["score"].notna()
    content = (frame["nps"] >= settings.content_nps) | (frame["csat"] >= top)
    promoter = frame["nps"] >= settings.promoter_nps
    rating = frame["score"] / np.where(use_nps, HIGHEST_NPS, scale or max(SCALES))
    return frame.assign(rating=rating, unhappy=unhappy, content=content & ~unhappy, promoter=promoter & ~unhappy)


def csat_scale(dataset: Dataset) -> int | None:
    """5, 7 or 10: the smallest that holds every CSAT score; None without scores, or where they exceed 10."""
    surveys, scores = dataset.table("surveys"), [numbers_of(dataset.customers, "csat")]
    if surveys is not None and {"instrument", "score"} <= set(surveys):
        scores.append(surveys.loc[surveys["instrument"] == "csat", "score"].astype("float64"))
    highest = pd.concat(scores).max()
    return next((scale for scale in SCALES if highest <= scale), None)


def _latest(source: Source, base: pd.DataFrame, instrument: str) -> tuple[pd.Series, pd.Series]:
    stated = numbers_of(source.dataset.customers, instrument)
    stated = stated.where((stated >= 0) & ((stated <= HIGHEST_NPS) | (instrument != "nps")))
    found = source.latest_answer(base[["until", "window_from"]], instrument)
    if found is None:
        return stated, no_days(base.index)
    days = found["score_date"] if source.dataset.has("surveys", "date") else no_days(base.index)
    return found["score"].astype("float64").fillna(stated), days
