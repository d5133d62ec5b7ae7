"""Where people leave and why, and what tipped the scale for those who bought."""

from __future__ import annotations

import pandas as pd

from bowtie.stages.frameworks import Stage, stage_of
from bowtie.stages.left import Left

COLUMNS = ["stage", "label", "side", "reason", "count"]
MOST_REASONS = 50   # more different ones than this are free text, not reasons


def exits_frame(left: Left | None, right: pd.DataFrame, reasons: pd.Series, stages: tuple[Stage, ...]) -> pd.DataFrame:
    """stage (as shown; "unknown" where not known), label, side, reason (null where none was given), count.

    Left: lost leads by the stage that they came to; right: customers who left by the furthest stage they reached.
    """
    parts = []
    if left is not None:
        gone = left.leads[left.leads["outcome"] == "lost"]
        parts.append(_counted(gone["stage"], gone["lost_reason"], "left", stages))
    lost = right["stage"] == "lost"
    parts.append(_counted(right.loc[lost, "furthest"], reasons.loc[right.index][lost], "right", stages))
    return pd.concat(parts, ignore_index=True)


def bought_because(left: Left | None) -> pd.DataFrame:
    """reason, count: why those who were won bought, most often first."""
    if left is None:
        return pd.DataFrame({"reason": pd.Series(dtype="str"), "count": pd.Series(dtype="int64")})
    given = left.leads.loc[left.leads["outcome"] == "won", "won_reason"].dropna()
    counts = given.value_counts().rename_axis("reason").reset_index(name="count")
    return counts.sort_values(["count", "reason"], ascending=[False, True], ignore_index=True)


def churn_reasons(customers: pd.DataFrame, cancellations: pd.Series) -> pd.Series:
    """What the customers sheet says; else the detail of the latest cancellation, where details are a few reasons."""
    stated = customers.get("churn_reason", pd.Series(pd.NA, customers.index)).astype("str")
    if cancellations.nunique() > MOST_REASONS:
        return stated
    return stated.fillna(cancellations)


def _counted(stage: pd.Series, reason: pd.Series, side: str, stages: tuple[Stage, ...]) -> pd.DataFrame:
    rows = pd.DataFrame({"stage": stage, "reason": reason})
    counts = rows.groupby(["stage", "reason"], dropna=False).size().reset_index(name="count")
    shown = [stage_of(stages, key) for key in counts["stage"]]
    counts["stage"] = [found.key if found else "unknown" for found in shown]
    counts["label"] = pd.Series([found.label if found else None for found in shown], counts.index, dtype="object")
    counts["side"] = side
    merged = counts.groupby(["stage", "side", "reason"], dropna=False, sort=False).agg(
        label=("label", "first"), count=("count", "sum")
    ).reset_index()
    return merged.sort_values(["count", "stage", "reason"], ascending=[False, True, True], ignore_index=True)[COLUMNS]
