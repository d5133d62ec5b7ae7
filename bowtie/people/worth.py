"""What each customer is worth: the one measure that most of the customers present have."""

from __future__ import annotations

import pandas as pd

from bowtie.people.dates import days_of, numbers_of
from bowtie.signals.source import Source

ENOUGH = 0.5   # a measure that this share of the present have is taken in order of preference


def worth(source: Source, base: pd.DataFrame) -> tuple[pd.Series, str]:
    """Value of each (null where unknown) and its basis: revenue (of the window), mrr, revenue_total; "" for none."""
    measures = {
        "revenue": source.money_in_window(base[["until", "window_from"]]), "mrr": _mrr(source),
        "revenue_total": numbers_of(source.dataset.customers, "revenue_total"),
    }
    present = base["begun"] & ~base["left"]
    shares = {
        basis: float(value[present].notna().mean()) if present.any() else float(value.notna().any())
        for basis, value in measures.items() if value is not None and value.notna().any()
    }
    if not shares:
        return pd.Series(float("nan"), base.index), ""
    widest = max(shares, key=lambda name: shares[name])
    basis = next((name for name, share in shares.items() if share >= ENOUGH), widest)
    value = measures[basis]
    assert value is not None
    return value.astype("float64"), basis


def _mrr(source: Source) -> pd.Series:
    """Of the subscriptions in force at the as-of date, else as the customers sheet states it."""
    stated = numbers_of(source.dataset.customers, "mrr")
    table = source.dataset.table("subscriptions")
    if table is None or source.as_of is None or not {"customer_id", "mrr"} <= set(table):
        return stated
    start, end = days_of(table, "start_date"), days_of(table, "end_date")
    in_force = table[(start.isna() | (start <= source.as_of)) & (end.isna() | (end > source.as_of))]
    summed = in_force["mrr"].groupby(in_force["customer_id"].astype("str")).sum(min_count=1)
    return summed.reindex(source.dataset.customers["customer_id"].astype("str")).set_axis(stated.index).fillna(stated)
