"""The customers: those of their own sheets, else whoever the other tables name."""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd

from bowtie.intake.derive.fast import earliest
from bowtie.intake.derive.log import Log
from bowtie.words import say, say_n

# Where a customer's beginning can be read from, when no customers sheet says it.
BEGINNINGS = {"subscriptions": "start_date", "leads": "closed_date", "activity": "date", "revenue": "date"}


def derived_customers(tables: Mapping[str, pd.DataFrame], log: Log) -> pd.DataFrame:
    """customer_id and start_date (the earliest seen) of everyone in subscriptions, activity, revenue or won leads."""
    parts = [part for part in (_beginnings(tables, table) for table in BEGINNINGS) if part is not None]
    parts = [part for part in (*parts, _unnamed_wins(tables, log)) if len(part)]
    if not parts:
        return pd.DataFrame({"customer_id": pd.Series(dtype="str")})
    seen = pd.concat([earliest(part["customer_id"], part["start_date"]) for part in parts])
    starts = earliest(seen["customer_id"], seen["start_date"]).reset_index(drop=True)
    log.found("note", "customers_derived", say_n(
        "There is no sheet of customers; one customer was found in the other sheets.",
        "There is no sheet of customers; {n:int} customers were found in the other sheets.", len(starts),
    ), say("Add a sheet with a row a customer to see segments, plans, regions and tenure."),
        table="customers", rows=len(starts))
    return starts if starts["start_date"].notna().any() else starts[["customer_id"]]


def _beginnings(tables: Mapping[str, pd.DataFrame], table: str) -> pd.DataFrame | None:
    frame = tables.get(table)
    if frame is None:
        return None
    if table == "leads":
        frame = frame[frame["outcome"] == "won"] if "outcome" in frame else frame[:0]
    if "customer_id" not in frame:
        return None
    date = BEGINNINGS[table]
    blank = pd.Series(pd.NaT, index=frame.index, dtype="datetime64[us]")
    dates = frame.get(date, blank)
    if table == "activity" and "kind" in frame:
        bought = frame["kind"] == "purchase"
        dates = dates.where(bought) if bought.any() else dates
    return pd.DataFrame({"customer_id": frame["customer_id"], "start_date": dates})


def _unnamed_wins(tables: Mapping[str, pd.DataFrame], log: Log) -> pd.DataFrame:
    """customer_id (the lead's own number) and start_date of leads that were won and name no customer. Where no other
    table names customers each stands for one; beside named customers it would count those twice."""
    leads = tables.get("leads")
    if leads is None or not {"lead_id", "outcome"} <= set(leads):
        return pd.DataFrame(columns=["customer_id", "start_date"])
    won = leads[(leads["outcome"] == "won") & leads["lead_id"].notna()]
    if "customer_id" in won:
        won = won[won["customer_id"].isna()]
    if len(won) and any(_names_customers(tables.get(table)) for table in BEGINNINGS if table != "leads"):
        _tell_unnamed(len(won), log)
        won = won[:0]
    blank = pd.Series(pd.NaT, index=won.index, dtype="datetime64[us]")
    return pd.DataFrame({"customer_id": won["lead_id"], "start_date": won.get("closed_date", blank)})


def _names_customers(frame: pd.DataFrame | None) -> bool:
    return frame is not None and "customer_id" in frame and bool(frame["customer_id"].notna().any())


def _tell_unnamed(rows: int, log: Log) -> None:
    log.found("note", "unnamed_wins", say_n(
        "One lead that was won names no customer.", "{n:int} leads that were won name no customer.", rows,
    ), say("They count as won and not among the customers, who may be the same people. Add the customer's number."),
        table="leads", rows=rows, distorts=say("the number of customers"))
