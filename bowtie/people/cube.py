"""Loyalty x advocacy x value: loyalty is not advocacy, and the most profitable are not the best advocates."""

from __future__ import annotations

import numpy as np
import pandas as pd

from bowtie.tables import RIGHT_STAGES

TOP_SHARE = 0.2          # the top fifth of value is high
LOYAL = RIGHT_STAGES[1:]
COLUMNS = ["loyalty", "advocacy", "value_band", "customers"]


def value_bands(value: pd.Series) -> pd.Series:
    """low (below the median), high (in the top fifth), mid between; null where the value is unknown."""
    known = value.dropna()
    if known.empty:
        return pd.Series(pd.NA, value.index, dtype="str")
    high = value >= known.quantile(1 - TOP_SHARE, interpolation="higher")
    bands = np.select([value < known.median(), high], ["low", "high"], "mid")
    return pd.Series(bands, value.index, dtype="str").where(value.notna())


def cube(present: pd.DataFrame, value_basis: str) -> pd.DataFrame:
    """Counts of the customers present: loyalty (adoption/loyal/unknown), advocacy ("0"/"1"/"2+" acts), value_band
    (low/mid/high/unknown), customers. Empty where no value is known."""
    if not value_basis:
        return pd.DataFrame({name: pd.Series(dtype="int64" if name == "customers" else "str") for name in COLUMNS})
    rows = pd.DataFrame({
        "loyalty": present["stage"].mask(present["stage"].isin(LOYAL), "loyal"),
        "advocacy": np.select([present["acts"] >= 2, present["acts"] == 1], ["2+", "1"], "0"),
        "value_band": value_bands(present["value"]).fillna("unknown"),
    })
    return rows.groupby(COLUMNS[:3]).size().reset_index(name="customers")
