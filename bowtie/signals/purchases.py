"""The purchase summary that models of repeat purchase start from."""

from __future__ import annotations

import ibis
import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc

DAYS = {"days": 1.0, "weeks": 7.0, "months": 30.4375}


def summary(purchases: ibis.Table, as_of: pd.Timestamp, days_a_unit: float) -> ibis.Table:
    """customer_id -> frequency, recency, age, value, from rows customer_id, day, value. See `purchase_summary`."""
    until = ibis.literal(as_of.date())
    seen = purchases.filter(purchases.day <= until)
    days = seen.group_by("customer_id", "day").aggregate(value=seen.value.sum())
    first, last = days.day.min(), days.day.max()
    of_customers = days.group_by("customer_id").aggregate(
        buys=days.count(), first=first, last=last, total=days.value.sum(), opening=days.value.argmin(days.day)
    )
    repeats = of_customers.buys - 1
    return of_customers.select(
        "customer_id", frequency=repeats,
        recency=of_customers["last"].delta(of_customers["first"], unit="day") / days_a_unit,
        age=until.delta(of_customers["first"], unit="day") / days_a_unit,
        value=(of_customers.total - of_customers.opening) / repeats.nullif(0),
    )


def purchase_summary(purchases: pd.DataFrame, as_of: pd.Timestamp, unit: str = "days") -> pd.DataFrame:
    """One row a customer (index customer_id), after Fader, Hardie & Lee (2005).

    `purchases`: customer_id, date, value, one row a purchase or line; those of one day are one purchase.
    frequency: repeat purchases (days after the first); recency: from first to last; age: from first to `as_of`, both in
    `unit` ("days", "weeks", "months"); value: mean of the repeat purchases, the first excluded, null without any.
    """
    if unit not in DAYS:
        raise ValueError(f"unit {unit!r} is not one of {', '.join(DAYS)}")
    connection = ibis.duckdb.connect()
    try:
        found = connection.to_pyarrow(summary(_relation(purchases), as_of, DAYS[unit])).to_pandas()
    finally:
        connection.disconnect()
    return found.set_index("customer_id").sort_index()


def _relation(purchases: pd.DataFrame) -> ibis.Table:
    day = pc.floor_temporal(pa.array(purchases["date"]), unit="day").cast(pa.date32(), safe=False)
    columns = {"customer_id": pa.array(purchases["customer_id"]), "day": day}
    columns["value"] = pa.array(purchases["value"]) if "value" in purchases else pa.nulls(len(day), pa.float64())
    return ibis.memtable(pa.table(columns))
