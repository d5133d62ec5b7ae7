"""What lovers did before they became lovers, beside what all others do."""

from __future__ import annotations

import pandas as pd
import pyarrow as pa

from bowtie.settings import Settings
from bowtie.signals.source import Source

COLUMNS = ["kind", "lovers", "share", "others_share"]


def before_lover(source: Source, frame: pd.DataFrame, rows: pa.Table | None, settings: Settings) -> pd.DataFrame:
    """kind, lovers (how many did it in the window before the act that made them), share of lovers, others_share (of the
    other customers present, in the window before the as-of date). Acts of advocacy themselves are out.

    Empty without dated activity or lovers. `frame`: the working frame, by row number; `rows`: Advocacy.rows.
    """
    if rows is None or not source.acts_dated or source.activity is None:
        return _empty()
    made = source.lover_days(rows, frame[["window_from"]], settings.lover_acts).reindex(frame.index)
    present = frame[~frame["left"]]
    lover = present["segment"] == "lover"
    moment = made.where(lover, present["until"] + pd.Timedelta(days=1))
    moments = pd.DataFrame({"lover": lover, "moment": moment}).dropna()
    counted = moments["lover"].value_counts()
    if not counted.get(True, 0):
        return _empty()
    moments["window_from"] = moments["moment"] - pd.Timedelta(days=settings.window_days)
    return _shares(source.kinds_before(moments), counted)


def _shares(kinds: pd.DataFrame, counted: pd.Series) -> pd.DataFrame:
    table = kinds.pivot_table(index="kind", columns="lover", values="customers", aggfunc="sum", fill_value=0)
    table = table.reindex(columns=[True, False], fill_value=0)
    lovers, others = int(counted.get(True, 0)), int(counted.get(False, 0))
    shown = pd.DataFrame({
        "kind": table.index.astype("str"), "lovers": table[True].astype("int64").to_numpy(),
        "share": (table[True] / lovers).to_numpy(),
        "others_share": (table[False] / others if others else table[False] * float("nan")).to_numpy(),
    })
    shown = shown[shown["lovers"] > 0]
    gap = (shown["share"] - shown["others_share"].fillna(0)).rename("gap")
    return shown.assign(gap=gap).sort_values(["gap", "kind"], ascending=[False, True], ignore_index=True)[COLUMNS]


def _empty() -> pd.DataFrame:
    return pd.DataFrame({"kind": pd.Series(dtype="str"), "lovers": pd.Series(dtype="int64"),
                         "share": pd.Series(dtype="float64"), "others_share": pd.Series(dtype="float64")})
