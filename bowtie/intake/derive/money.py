"""Currencies apart, and money by month."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd

from bowtie.intake.convert import Typed
from bowtie.intake.derive.log import Log
from bowtie.tables import TABLES
from bowtie.words import say

AMOUNTS = {"activity": "value", "revenue": "amount"}
MONEY = {table: tuple(field.name for field in fields if field.type == "money") for table, fields in TABLES.items()}
BESIDE = ":currency"     # ends the name of a column that holds the currency of the amount of that name


def with_currency(one: Typed) -> pd.DataFrame:
    """The sheet's frame with a currency where the amounts, or their header, name one. Amounts other than those of
    activity and revenue bear theirs in a column beside them until `one_currency` has read it."""
    frame, name = one.frame, AMOUNTS.get(one.mapping.role)
    amounts = [amount for amount in (name, "unit_price") if amount in one.fields] if name else []
    beside = {
        f"{other}{BESIDE}": codes for other in MONEY[one.mapping.role] if other in one.fields and other not in amounts
        for codes in [_written(one, other)] if codes is not None
    }
    frame = frame.assign(**beside) if beside else frame
    if not amounts:
        return frame
    own = frame["currency"].str.upper() if "currency" in frame else pd.Series(pd.NA, index=frame.index, dtype="str")
    for codes in (_written(one, str(amount)) for amount in amounts):
        own = own if codes is None else own.fillna(codes)
    for unit in (one.mapping.fields[str(amount)].unit or "" for amount in amounts):
        own = own.fillna(unit) if len(unit) == 3 and unit.isupper() else own
    return frame.assign(currency=own) if own.notna().any() or "currency" in frame else frame


def _written(one: Typed, name: str) -> pd.Series | None:
    """The currency written in each cell of an amount; None where none is."""
    told = one.fields[name].currency
    if told is None:
        return None
    codes: pd.Series = told.to_pandas().astype("str").set_axis(range(one.offset, one.offset + one.raw.rows))
    return codes.reindex(one.frame.index)


def one_currency(frame: pd.DataFrame, table: str, main: str, log: Log) -> pd.DataFrame:
    """Columns of money in several currencies keep the main one (else their commonest) and are blank for the others."""
    for beside in [str(name) for name in frame if str(name).endswith(BESIDE)]:
        name, codes = beside[: -len(BESIDE)], frame[beside]
        frame = frame.drop(columns=beside)
        counts = codes[frame[name].notna()].value_counts()
        if len(counts) < 2:
            continue
        kept = main if main in counts.index else min(counts.index, key=lambda code: (-int(counts[code]), code))
        foreign = codes.notna() & (codes != kept) & frame[name].notna()
        frame = frame.assign(**{name: frame[name].mask(foreign)})
        log.found("warning", "currencies", say(
            "“{column}” holds amounts in more than one currency ({currencies}).", column=name,
            currencies=", ".join(sorted(map(str, counts.index))),
        ), say("Only {main} is used; the others are left blank, for they cannot be added. Convert them in the file.",
               main=kept), table=table, rows=int(foreign.sum()), distorts=say("every amount of money"))
    return frame


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
