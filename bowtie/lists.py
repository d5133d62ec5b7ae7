"""The list of customers to download: a row a customer, with segment, stage, signals and the reasons in words."""

from __future__ import annotations

from collections.abc import Iterable

import pandas as pd

from bowtie.analysis import Analysis, Segments

FIRST = ("customer_id", "name", "segment", "stage", "present", "left_on")
SIGNALS = (
    "start_date", "acts", "unpaid_acts", "active_periods", "judged_periods", "regular", "score", "instrument",
    "score_date", "unhappy", "at_risk", "locked", "loyal_by", "acts_missing", "value",
)
OF_ACTS = ("acts", "unpaid_acts", "acts_missing")
OF_PERIODS = ("active_periods", "judged_periods")


def customers_list(analysis: Analysis) -> pd.DataFrame:
    """customer_id, name, segment, stage, present, left_on, the signals that are known, and `reasons` as one text."""
    frame = analysis.people.frame
    names = [name for name in (*FIRST, *SIGNALS) if name in frame]
    listed = _only_seen(frame[names].copy(), analysis)
    for name in listed.columns[[pd.api.types.is_datetime64_any_dtype(kind) for kind in listed.dtypes]]:
        listed[name] = listed[name].dt.strftime("%Y-%m-%d")
    if "reasons" in frame:
        listed["reasons"] = pd.Series(_spoken(frame["reasons"]), index=frame.index, dtype="str")
    return listed.reset_index(drop=True)


def _only_seen(listed: pd.DataFrame, analysis: Analysis) -> pd.DataFrame:
    """Blank where nothing could have been counted: a 0 would say that we looked and there was none."""
    found = analysis.segments
    unseen = [] if isinstance(found, Segments) and found.observable["lover"] else list(OF_ACTS)
    unseen += [] if analysis.people.period else list(OF_PERIODS)
    return listed.assign(**{name: pd.Series(pd.NA, listed.index, dtype="Int64") for name in unseen if name in listed})


def _spoken(column: pd.Series) -> list[str]:
    """Each row's sentences as one text. Many rows share a sentence, and each is put into words once."""
    said: dict[int, str] = {}
    rows = []
    for reasons in column:
        told = list(reasons) if isinstance(reasons, Iterable) else []
        for reason in told:
            if id(reason) not in said:
                said[id(reason)] = str(reason)
        rows.append(" ".join(said[id(reason)] for reason in told))
    return rows
