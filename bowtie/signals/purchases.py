"""The purchase summary that models of repeat purchase start from."""

from __future__ import annotations

from datetime import date

import ibis
import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc

from bowtie.signals.engine import Engine, column

DAYS = {"days": 1.0, "weeks": 7.0, "months": 30.4375}


@ibis.udf.agg.builtin  # type: ignore[untyped-decorator]
def min_by(value: float, day: date) -> float:  # type: ignore[empty-body]
    """The value of the first day, as DuckDB and Spark both call it; Ibis's own argmin sorts every customer's days."""


def summary(purchases: ibis.Table, as_of: date, days_a_unit: float) -> ibis.Table:
    """customer -> frequency, recency, age, value, from rows customer, day, value. See `purchase_summary`."""
    until = ibis.literal(as_of)
    seen = purchases.filter(purchases.day <= until)
    days = seen.group_by("customer", "day").aggregate(value=seen.value.sum())
    of_customers = days.group_by("customer").aggregate(
        buys=days.count(), first=days.day.min(), last=days.day.max(), total=days.value.sum(),
        opening=min_by(days.value, days.day),
    )
    repeats, first = of_customers.buys - 1, of_customers["first"]
    return of_customers.select(
        "customer", frequency=repeats, recency=of_customers["last"].delta(first, unit="day") / days_a_unit,
        age=until.delta(first, unit="day") / days_a_unit,
        value=(of_customers.total - of_customers.opening) / repeats.nullif(0),
    )


def purchase_summary(purchases: pd.DataFrame, as_of: pd.Timestamp, unit: str = "days") -> pd.DataFrame:
    """One row a customer (index customer_id, in order), after Fader, Hardie & Lee (2005).

    `purchases`: customer_id, date, value, one row a purchase or line; those of one day are one purchase.
    frequency: repeat purchases (days after the first); recency: from first to last; age: from first to `as_of`, both in
    `unit` ("days", "weeks", "months"); value: mean of the repeat purchases, the first excluded, null without any.
    """
    if unit not in DAYS:
        raise ValueError(f"unit {unit!r} is not one of {', '.join(DAYS)}")
    ids, rows = _relation(purchases)
    engine = Engine(pd.Series(dtype="str"))
    try:
        found = engine.table(summary, rows, as_of=as_of.date(), days_a_unit=DAYS[unit])
    finally:
        engine.close()
    return _by_id(found, ids)


def _relation(purchases: pd.DataFrame) -> tuple[pa.Array, pa.Table]:
    """The distinct ids, and the rows with their numbers in place of ids: grouping by numbers takes half the time."""
    encoded = column(purchases, "customer_id", None)
    encoded = (encoded.combine_chunks() if isinstance(encoded, pa.ChunkedArray) else encoded).dictionary_encode()
    columns = {"day": column(purchases, "date", pa.date32()), "value": column(purchases, "value", pa.float64())}
    rows = pa.table({"customer": encoded.indices, **columns})
    return encoded.dictionary, rows.filter(pc.is_valid(rows["customer"])) if encoded.null_count else rows


def _by_id(found: pa.Table, ids: pa.Array) -> pd.DataFrame:
    named = found.set_column(0, "customer_id", ids.take(found["customer"]))
    frame: pd.DataFrame = named.take(pc.sort_indices(named["customer_id"])).to_pandas()
    return frame.set_index("customer_id")
