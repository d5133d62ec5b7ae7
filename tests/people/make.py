"""Datasets written by hand, as text that a reader can check: one line a row, columns apart by spaces, "-" for nothing.

A line whose first letter is # is a comment. Underscores in a cell stand for spaces.
"""

from __future__ import annotations

import numpy as np
import pandas as pd

from bowtie.dataset import Dataset
from bowtie.tables import FAMILY_OF, TABLES

KINDS = {
    **{field.name: field.type for fields in TABLES.values() for field in fields}, "rewarded": "flag",
}


def table(text: str) -> pd.DataFrame:
    lines = [line.split("#")[0].split() for line in text.strip().splitlines()]
    header, *rows = [line for line in lines if line]
    assert all(len(row) == len(header) for row in rows), [row for row in rows if len(row) != len(header)]
    frame = pd.DataFrame(rows, columns=header, dtype="object").replace("-", None)
    return pd.DataFrame({name: typed(frame[name], KINDS[name]) for name in header})


def typed(column: pd.Series, kind: str) -> pd.Series:
    if kind == "date":
        return pd.to_datetime(column).astype("datetime64[us]")
    if kind in ("number", "money", "months"):
        return pd.to_numeric(column.astype("object").where(column.notna(), np.nan)).astype("float64")
    if kind == "flag":
        return column.map({"yes": True, "no": False}).astype("boolean")
    return column.str.replace("_", " ").astype("str") if kind == "text" else column.astype("str")


def make(as_of: str | None = None, contractual: bool | None = None, choices=None, **tables) -> Dataset:
    """Tables as text or frames. Without a customers table, `customers` are those of all others."""
    frames = {name: found if isinstance(found, pd.DataFrame) else table(found) for name, found in tables.items()}
    if "activity" in frames and "family" not in frames["activity"]:
        kind = frames["activity"]["kind"]
        frames["activity"] = frames["activity"].assign(family=kind.map(FAMILY_OF).astype("str").fillna("other"))
    if "customers" not in frames:
        ids = pd.concat([frame["customer_id"] for frame in frames.values() if "customer_id" in frame]).dropna().unique()
        frames["customers"] = pd.DataFrame({"customer_id": pd.Series(sorted(ids), dtype="str")})
    day = None if as_of is None else pd.Timestamp(as_of)
    return Dataset(tables=frames, as_of=day, contractual=contractual, choices=choices or {})
