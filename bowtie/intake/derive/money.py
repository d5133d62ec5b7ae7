"""Currencies apart, and money by month."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd

from bowtie.intake.convert import Typed
from bowtie.intake.derive.log import Log
from bowtie.words import say

AMOUNTS = {"activity": "value", "revenue": "amount"}
UNKNOWN = ""


def with_currency(one: Typed) -> pd.DataFrame:
    """The sheet's frame with a currency where the amounts, or their header, name one."""
    name = AMOUNTS.get(one.mapping.role)
    if name is None or name not in one.fields:
        return one.frame
    frame, told = one.frame, one.fields[name].currency
    unit = one.mapping.fields[name].unit or ""
    own = frame["currency"].str.upper() if "currency" in frame else pd.Series(pd.NA, index=frame.index, dtype="str")
    if told is not None:
        written = told.to_pandas().astype("str").set_axis(range(one.offset, one.offset + one.raw.rows))
        own = own.fillna(written.reindex(frame.index))
    if len(unit) == 3 and unit.isupper():
        own = own.fillna(unit)
    return frame.assign(currency=own) if own.notna().any() or "currency" in frame else frame


def currencies_of(tables: dict[str, pd.DataFrame]) -> tuple[str, ...]:
    """The currencies in use, most rows first."""
    seen = [
        tables[table].loc[tables[table][amount].notna(), "currency"]
        for table, amount in AMOUNTS.items() if table in tables and {"currency", amount} <= set(tables[table])
    ]
    counts = pd.concat(seen).value_counts() if seen else pd.Series(dtype="int64")
    return tuple(sorted(counts.index, key=lambda code: (-int(counts[code]), code)))


def apart(frame: pd.DataFrame, table: str, main: str, currencies: Sequence[str], log: Log) -> pd.DataFrame:
    """Amounts in other currencies move to `other_value` (`other_amount`), so that no sum can add them."""
    name = AMOUNTS[table]
    if len(currencies) < 2 or name not in frame or "currency" not in frame:
        return frame
    foreign = frame["currency"].notna() & (frame["currency"] != main) & frame[name].notna()
    if not foreign.any():
        return frame
    log.found("warning", "currencies", say(
        "Amounts are in more than one currency ({currencies}).", currencies=", ".join(currencies),
    ), say("Only {main} is summed; the others are shown apart. Choose another main currency, or convert the file.",
           main=main), table=table, rows=int(foreign.sum()), distorts=say("every amount of money"))
    return frame.assign(**{f"other_{name}": frame[name].where(foreign), name: frame[name].mask(foreign)})


def by_month(tables: dict[str, pd.DataFrame]) -> pd.DataFrame | None:
    """customer_id, month, amount: revenue net of returns, from orders, else from rows that state a period's amount.

    In the main currency. None where there is neither.
    """
    frame = _dated_money(tables)
    if frame is None:
        return None
    months = frame["date"].dt.to_period("M").dt.to_timestamp().rename("month")
    return frame.groupby(["customer_id", months])["amount"].sum().reset_index()


def _dated_money(tables: dict[str, pd.DataFrame]) -> pd.DataFrame | None:
    activity, revenue = tables.get("activity"), tables.get("revenue")
    if activity is not None and {"value", "date"} <= set(activity):
        bought = activity[activity["kind"].isin(("purchase", "return"))]
        if len(bought):
            return bought[["customer_id", "date", "value"]].rename(columns={"value": "amount"}).dropna()
    if revenue is not None and {"date", "amount"} <= set(revenue):
        return revenue[["customer_id", "date", "amount"]].dropna()
    return None
