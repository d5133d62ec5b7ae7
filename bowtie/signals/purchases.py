"""The purchase summary that models of repeat purchase start from."""

from __future__ import annotations

from datetime import date

import ibis
import pandas as pd
import pyarrow as pa

from bowtie.signals.engine import Engine, column

DAYS = {"days": 1.0, "weeks": 7.0, "months": 30.4375}


def summary(purchases: ibis.Table, as_of: date, days_a_unit: float) -> ibis.Table:
    """customer_id -> frequency, recency, age, value, from rows customer_id, day, value. See `purchase_summary`."""
    until = ibis.literal(as_of)
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
    engine = Engine(pd.Series(dtype="str"))
    try:
        found = engine.ask(summary, _relation(purchases), as_of=as_of.date(), days_a_unit=DAYS[unit])
    finally:
        engine.close()
    return found.set_index("customer_id").sort_index()


def _relation(purchases: pd.DataFrame) -> pa.Table:
    columns = {name: column(purchases, name, kind) for name, kind in (("customer_id", None), ("value", pa.float64()))}
    return pa.table({**columns, "day": column(purchases, "date", pa.date32())})
