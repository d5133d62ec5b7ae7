"""What each customer answered last: content, unhappy, promoter, asked and silent."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd

from bowtie.dataset import Dataset
from bowtie.people.dates import no_days, numbers_of
from bowtie.settings import Settings
from bowtie.signals.answers import HIGHEST_NPS
from bowtie.signals.source import Source

SCALES = (5, 7, 10)
NEVER = pd.Timestamp("1900-01-01")


@dataclass(frozen=True, eq=False)
class Answers:
    """`frame` (index: row number): asked (bool), nps, csat, score, instrument, score_date, rating (the score as a share
    of its scale, so that instruments compare), content, unhappy, promoter.

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
    dataset, scale = source.dataset, settings.csat_scale or csat_scale(source.dataset)
    found = source.latest_answers(base[["until", "window_from"]])
    nps, nps_day = _latest(dataset, found, "nps")
    csat, csat_day = _latest(dataset, found, "csat")
    frame = pd.DataFrame({"nps": nps, "csat": csat if scale else csat * np.nan})
    use_nps = nps.notna() & (frame["csat"].isna() | ~(csat_day > nps_day.fillna(NEVER)))
    frame["score"] = nps.where(use_nps, frame["csat"])
    instrument = pd.Series(np.where(use_nps, "nps", "csat"), base.index, dtype="str")
    frame["instrument"] = instrument.where(frame["score"].notna())
    frame["score_date"] = nps_day.where(use_nps, csat_day)
    frame["asked"] = frame["score"].notna() | (found["asked"].fillna(0) > 0 if found is not None else False)
    return Answers(_judged(frame, use_nps, scale, settings), answers_observable(dataset, scale), scale)


def answers_observable(dataset: Dataset, scale: int | None) -> bool:
    """Whether some score can be judged, or someone was asked and is silent."""
    if dataset.has("customers", "nps") or (scale and dataset.has("customers", "csat")):
        return True
    surveys = dataset.table("surveys")
    if surveys is None or surveys.empty:
        return False
    silent = "score" not in surveys or bool(surveys["score"].isna().any())
    judged = "instrument" in surveys and bool(surveys["instrument"].isin(["nps", *(["csat"] if scale else [])]).any())
    return silent or judged


def _judged(frame: pd.DataFrame, use_nps: pd.Series, scale: int | None, settings: Settings) -> pd.DataFrame:
    top = (scale or max(SCALES)) - settings.csat_top_boxes + 1
    unhappy_nps = frame["nps"] <= settings.unhappy_nps
    unhappy_csat = frame["csat"] <= settings.csat_bottom_boxes
    unhappy = unhappy_nps.where(use_nps, unhappy_csat) & frame["score"].notna()
    content = (frame["nps"] >= settings.content_nps) | (frame["csat"] >= top)
    promoter = frame["nps"] >= settings.promoter_nps
    rating: pd.Series = frame["score"] / np.where(use_nps, HIGHEST_NPS, scale or max(SCALES))
    return frame.assign(rating=rating, unhappy=unhappy, content=content & ~unhappy, promoter=promoter & ~unhappy)


def csat_scale(dataset: Dataset) -> int | None:
    """5, 7 or 10: the smallest that holds every CSAT score; None without scores, or where they exceed 10."""
    surveys, scores = dataset.table("surveys"), [numbers_of(dataset.customers, "csat")]
    if surveys is not None and {"instrument", "score"} <= set(surveys):
        scores.append(surveys.loc[surveys["instrument"] == "csat", "score"].astype("float64"))
    highest = pd.concat(scores).max()
    return next((scale for scale in SCALES if highest <= scale), None)


def _latest(dataset: Dataset, found: pd.DataFrame | None, instrument: str) -> tuple[pd.Series, pd.Series]:
    """Score and day of the latest dated answer, else the score that the customers sheet states."""
    stated = numbers_of(dataset.customers, instrument)
    stated = stated.where((stated >= 0) & ((stated <= HIGHEST_NPS) | (instrument != "nps")))
    if found is None:
        return stated, no_days(stated.index)
    days = found[f"{instrument}_day"] if dataset.has("surveys", "date") else no_days(stated.index)
    return found[instrument].astype("float64").fillna(stated), days.astype("datetime64[us]")
