"""An Analysis as the plain data of `results.json`: numbers that could not be computed are null, never 0 or NaN."""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import Any

import numpy as np
import pandas as pd

from bowtie.analysis import Analysis, Bowtie, Loop, RepeatPurchase, Segments, Unavailable
from bowtie.words import Text, say

LATER: dict[str, tuple[Text, ...]] = {
    name: (say("This part is not built yet."),)
    for name in ("retention", "drivers", "value", "health", "adoption", "budget")
}


def as_results(analysis: Analysis) -> dict[str, Any]:
    """The shape that INTERFACE promises, ready for `json.dumps(..., allow_nan=False)`."""
    dataset = analysis.dataset
    results = {
        "as_of": analysis.as_of, "contractual": dataset.contractual,
        "tables": {name: len(frame) for name, frame in dataset.tables.items()},
        "findings": [found.as_json() for found in analysis.findings or dataset.findings],
        "totals": dict(analysis.totals), "segments": _segments(analysis.segments), "bowtie": _bowtie(analysis.bowtie),
        "loop": _loop(analysis.loop), "repeat_purchase": _repeat(analysis.repeat), **_later(analysis.later),
        "improvements": [],
    }
    plain: dict[str, Any] = jsonable(results)
    return plain


def jsonable(value: Any) -> Any:
    """Sentences as text, days as YYYY-MM-DD, numbers of Python; what is no number is None."""
    if isinstance(value, Mapping):
        return {str(key): jsonable(held) for key, held in value.items()}
    if isinstance(value, pd.DataFrame):
        return [jsonable(row) for row in value.to_dict("records")]
    if isinstance(value, (list, tuple, set, frozenset, np.ndarray, pd.Series, pd.Index)):
        return [jsonable(held) for held in value]
    return _scalar(value)


def _scalar(value: Any) -> Any:
    if _missing(value):
        return None
    if isinstance(value, (bool, np.bool_)):
        return bool(value)
    if isinstance(value, (int, np.integer)):
        return int(value)
    if isinstance(value, (float, np.floating)):
        return float(value) if math.isfinite(value) else None
    if isinstance(value, (pd.Timestamp, np.datetime64)):
        return pd.Timestamp(value).strftime("%Y-%m-%d")
    return str(value)


def _missing(value: Any) -> bool:
    return value is None or (not isinstance(value, (str, Text)) and bool(pd.isna(value)))


def _segments(part: Segments | Unavailable) -> dict[str, Any]:
    if isinstance(part, Unavailable):
        return part.as_json()
    return {
        "available": True, "counts": dict(part.counts), "lost": part.lost, "period": part.period,
        "present": part.present, "lost_by_segment": dict(part.lost_by_segment), "separates": part.separates,
        "missing": list(part.missing), "answer": part.answer,
    }


def _repeat(part: RepeatPurchase | None) -> dict[str, Any]:
    if part is None:
        return Unavailable((say("Dated purchases: customer and day."),)).as_json()
    return {
        "available": True, "buyers": part.buyers, "repeat_buyers": part.repeat_buyers, "share": part.share,
        "median_days_to_second": part.median_days_to_second, "by_purchases": part.by_purchases, "answer": part.answer,
    }


def _bowtie(part: Bowtie) -> dict[str, Any]:
    return {
        "framework": part.framework, "stages": part.stages, "unknown": part.unknown, "lost": part.lost,
        "exits": part.exits, "bought_because": part.bought_because, "answer": part.answer,
        "needs_left": list(part.needs_left), "needs_right": list(part.needs_right),
    }


def _loop(part: Loop | Unavailable) -> dict[str, Any]:
    if isinstance(part, Unavailable):
        return part.as_json()
    return {
        "available": True, "period": {"from": part.period_from, "to": part.period_to},
        "new_customers": part.new_customers, "referral_share": part.referral_share,
        "zero_paid_ratio": part.zero_paid_ratio, "referral_coefficient": part.referral_coefficient,
        "referred": part.referred, "start_customers": part.start_customers,
    }


def _later(parts: Mapping[str, Any]) -> dict[str, Any]:
    """Parts of later work answer honestly that they are not there, with what would unlock them."""
    return {name: parts.get(name, Unavailable(needs)).as_json() for name, needs in LATER.items()}
