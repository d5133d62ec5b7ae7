"""The list of customers to download: a row a customer, with segment, stage, signals and the reasons in words."""

from __future__ import annotations

from collections.abc import Iterable

import pandas as pd

from bowtie.analysis import Analysis

FIRST = ("customer_id", "name", "segment", "stage", "present", "left_on")
SIGNALS = (
    "start_date", "acts", "unpaid_acts", "active_periods", "judged_periods", "regular", "score", "instrument",
    "score_date", "unhappy", "at_risk", "locked", "loyal_by", "acts_missing", "value",
)


def customers_list(analysis: Analysis) -> pd.DataFrame:
    """customer_id, name, segment, stage, present, left_on, the signals that are known, and `reasons` as one text."""
    frame = analysis.people.frame
    names = [name for name in (*FIRST, *SIGNALS) if name in frame]
    listed = frame[names].copy()
    for name in listed.columns[[pd.api.types.is_datetime64_any_dtype(kind) for kind in listed.dtypes]]:
        listed[name] = listed[name].dt.strftime("%Y-%m-%d")
    if "reasons" in frame:
        texts = [_sentences(reasons) for reasons in frame["reasons"]]
        listed["reasons"] = pd.Series(texts, index=frame.index, dtype="str")
    return listed.reset_index(drop=True)


def _sentences(reasons: object) -> str:
    return " ".join(str(reason) for reason in reasons) if isinstance(reasons, Iterable) else ""
