"""Whose row it is: blank customers out, keys that differ in spelling told, sheets without any key set apart."""

from __future__ import annotations

import pandas as pd

from bowtie.intake.convert import Typed
from bowtie.intake.derive.fast import distinct, folded
from bowtie.intake.derive.log import Log
from bowtie.words import say, say_n

NEEDS_CUSTOMER = ("activity", "revenue", "subscriptions")


def with_customer(frame: pd.DataFrame, group: list[Typed], log: Log) -> pd.DataFrame:
    """Rows that can be told whose they are. Leads and answers may lack a customer; orders and contracts may not."""
    role = group[0].mapping.role
    if role == "customers":
        return _of_customers(frame, group, log)
    if role not in NEEDS_CUSTOMER:
        return frame
    if "customer_id" not in frame and "contact_id" in frame:
        frame = frame.assign(customer_id=frame["contact_id"])
    if "customer_id" not in frame or frame["customer_id"].isna().all():
        _tell_keyless(frame, group, log)
        everyone = pd.Series("customer_id" in frame, index=frame.index)   # a sheet without the column is told whole
        return log.reject(frame, everyone, say("“{column}” is blank: nobody knows whose row it is.",
                                               column=_header(group)))[:0]
    return _without_blank(frame, group, log)


def _of_customers(frame: pd.DataFrame, group: list[Typed], log: Log) -> pd.DataFrame:
    if "customer_id" in frame:
        return _without_blank(frame, group, log)
    log.found("warning", "no_customer_id", say(
        "No column names the customer, so each row is taken as a customer of its own.",
    ), say("Add a customer number to link this sheet with others."), table=_where(group), rows=len(frame))
    return frame.assign(customer_id=pd.Series([f"row {n + 1}" for n in frame.index], index=frame.index, dtype="str"))


def _without_blank(frame: pd.DataFrame, group: list[Typed], log: Log) -> pd.DataFrame:
    blank = frame["customer_id"].isna() & ~_guests(frame, group, log)
    if not blank.any():
        return frame
    rows = int(blank.sum())
    header = _header(group)
    log.found("warning", "blank_customer_id", say_n(
        "One row names no customer.", "{n:int} rows name no customer.", rows,
    ), say("They were left out, because nobody knows whose they are. Fill “{column}” and upload again.", column=header),
        table=_where(group), column=header, rows=rows, distorts=say("revenue, orders and everything per customer"))
    return log.reject(frame, blank, say("“{column}” is blank: nobody knows whose row it is.", column=header))


def _guests(frame: pd.DataFrame, group: list[Typed], log: Log) -> pd.Series:
    """Orders without an address, where an address is all that names the customer: bought by someone unknown."""
    nobody = pd.Series(False, index=frame.index)
    by_address = any(one.fields["customer_id"].hashed for one in group if "customer_id" in one.fields)
    if not (by_address and "order_id" in frame):
        return nobody
    guests = frame["customer_id"].isna() & frame["order_id"].notna()
    orders = frame.loc[guests, "order_id"].nunique()
    if orders:
        log.found("note", "guest_orders", say_n(
            "One order bears no e-mail address.", "{n:int} orders bear no e-mail address.", orders,
        ), say("They count as orders and revenue, and as nobody's: no customer is made of them."),
            table=_where(group), column=_header(group), rows=int(guests.sum()), distorts=say("the number of customers"))
    return guests


def _tell_keyless(frame: pd.DataFrame, group: list[Typed], log: Log) -> None:
    log.found("error", "no_customer_id", say_n(
        "Nothing in this sheet says whose its row is, so it could not be used.",
        "Nothing in this sheet says whose its {n:int} rows are, so they could not be used.", len(frame),
    ), say("Add a column with the customer to the export, or choose one on the Columns page."),
        table=_where(group), rows=len(frame), distorts=say("everything that this sheet would have shown"))


def tell_spellings(tables: dict[str, pd.DataFrame], log: Log) -> None:
    """Customers whose keys differ only by capitals or blanks: perhaps one customer under two names."""
    parts = [frame["customer_id"] for frame in tables.values() if "customer_id" in frame]
    ids = distinct(pd.concat([distinct(part) for part in parts])) if parts else pd.Series(dtype="str")
    alike = folded(ids).duplicated(keep=False)
    if alike.any():
        log.found("warning", "similar_keys", say_n(
            "One key differs from another only by capitals or blanks, for instance “{example}”.",
            "{n:int} keys differ from others only by capitals or blanks, for instance “{example}”.",
            int(alike.sum()), example=min(ids[alike]),
        ), say("They are taken as different customers. Write each in one way if they are the same."),
            table="customers", rows=int(alike.sum()), distorts=say("the number of customers"))


def _where(group: list[Typed]) -> str:
    return ", ".join(one.raw.key for one in group)


def _header(group: list[Typed]) -> str:
    mapped = group[0].mapping.fields.get("customer_id")
    return ", ".join(mapped.headers) if mapped else "customer_id"
