"""The tables counted as they were read, before any rule of stages: customers, leads, orders, money."""

from __future__ import annotations

from typing import Any

import pandas as pd

from bowtie.dataset import Dataset

MONEY_KINDS = ("purchase", "return")
UNKNOWN_CURRENCY = "unknown"
NAMES_CUSTOMERS = ("subscriptions", "activity", "revenue", "leads")


def totals(dataset: Dataset, present: int | None, lost: int | None) -> dict[str, Any]:
    """`totals` of INTERFACE. `present` and `lost` are people's to say (who has left at the as-of date).

    Leads joined over files count once, orders once; revenue by currency is net of returns, cancelled orders out;
    `refunded` is what cancelled and refunded orders had amounted to. Null where no table could tell.
    """
    leads, activity = dataset.table("leads"), dataset.table("activity")
    bought = None if activity is None else activity[activity["kind"] == "purchase"]
    has_orders = bought is not None and len(activity[activity["kind"].isin(MONEY_KINDS)]) > 0  # type: ignore[index]
    known = customers_known(dataset)
    return {
        "customers": len(dataset.customers) if known else None,
        "present": present if known else None, "lost": lost if known else None,
        "leads": None if leads is None else len(leads),
        "won": _outcome(leads, "won"), "lost_leads": _outcome(leads, "lost"),
        "orders": _orders(bought) if has_orders and bought is not None else None,
        "buyers": int(bought["customer_id"].nunique()) if has_orders and bought is not None else None,
        "revenue": revenue(dataset), "refunded": _refunded(activity, dataset.main_currency),
    }


def customers_known(dataset: Dataset) -> bool:
    """Whether some table could name customers. Without one, having found none does not mean that there are none."""
    return len(dataset.customers) > 0 or any(dataset.table(name) is not None for name in NAMES_CUSTOMERS)


def revenue(dataset: Dataset) -> dict[str, float] | None:
    """Money by currency: of orders where there are any, else of rows that state a period's amount; None of neither."""
    activity, stated = dataset.table("activity"), dataset.table("revenue")
    if activity is not None and "value" in activity:
        bought = activity[activity["kind"].isin(MONEY_KINDS)]
        if bought["value"].notna().any():
            return _by_currency(bought, "value", dataset.main_currency)
    if stated is not None and "amount" in stated:
        return _by_currency(stated, "amount", dataset.main_currency)
    return None


def _by_currency(frame: pd.DataFrame, amount: str, main: str) -> dict[str, float]:
    sums = {main or UNKNOWN_CURRENCY: float(frame[amount].sum())}
    other = f"other_{amount}"
    if other in frame:
        apart = frame[frame[other].notna()].groupby("currency")[other].sum()
        sums |= {str(code): float(money) for code, money in apart.items()}
    return {code: round(money, 2) for code, money in sums.items()}


def _outcome(leads: pd.DataFrame | None, outcome: str) -> int | None:
    if leads is None or "outcome" not in leads:
        return None
    return int((leads["outcome"] == outcome).sum())


def _orders(bought: pd.DataFrame) -> int:
    """Distinct order ids; a purchase without one is an order of its own."""
    if "order_id" not in bought:
        return len(bought)
    return int(bought["order_id"].nunique() + bought["order_id"].isna().sum())


def _refunded(activity: pd.DataFrame | None, main: str) -> dict[str, float] | None:
    if activity is None or "returned_value" not in activity:
        return None
    given = activity[activity["returned_value"].notna()]
    codes = given["currency"].fillna(main or UNKNOWN_CURRENCY) if "currency" in given else pd.Series(
        main or UNKNOWN_CURRENCY, given.index)
    sums = given["returned_value"].groupby(codes).sum()
    return {str(code): round(float(money), 2) for code, money in sums.items()}
