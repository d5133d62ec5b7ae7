"""Leads: an outcome for each, told by its own column or by a stage that says so."""

from __future__ import annotations

import pandas as pd

WON_WORDS = ("won", "true", "closed won")
LOST_WORDS = ("lost", "closed lost")


def tell_outcomes(frame: pd.DataFrame) -> pd.DataFrame:
    """One sheet's leads with `outcome` won, lost or blank; blank may yet be filled by another file."""
    said = _known(frame["outcome"]) if "outcome" in frame else _blank(frame)
    by_stage = _known(frame["stage"]) if "stage" in frame else _blank(frame)
    return frame.assign(outcome=said.fillna(by_stage))


def settled(frame: pd.DataFrame) -> pd.DataFrame:
    """After the files are joined: a lead that none of them calls won or lost is open.

    A stage that only says won or lost is no stage of the left side any more, so it is blank there.
    """
    frame = frame.assign(outcome=frame["outcome"].fillna("open"))
    return frame.assign(stage=frame["stage"].where(_known(frame["stage"]).isna())) if "stage" in frame else frame


def _known(words: pd.Series) -> pd.Series:
    folded = words.str.casefold()
    blank = pd.Series(pd.NA, index=words.index, dtype="str")
    return blank.mask(folded.isin(WON_WORDS), "won").mask(folded.isin(LOST_WORDS), "lost")


def _blank(frame: pd.DataFrame) -> pd.Series:
    return pd.Series(pd.NA, index=frame.index, dtype="str")
