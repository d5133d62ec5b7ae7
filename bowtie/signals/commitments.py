"""What each customer bought, renewed and cancelled: expressions over activity (customer, day, kind, order_id)."""

from __future__ import annotations

import ibis

COMEBACKS = ("purchase", "renewal", "upgrade", "reactivation")
CHOICES = ("renewal", "upgrade")


def commitments(activity: ibis.Table) -> ibis.Table:
    """customer -> first_seen, first_choice (renewal or upgrade), last_cancellation, last_comeback (days)."""
    day, kind = activity.day, activity.kind
    return activity.group_by("customer").aggregate(
        first_seen=day.min(),
        first_choice=day.min(where=kind.isin(CHOICES)),
        last_cancellation=day.max(where=kind == "cancellation"),
        last_comeback=day.max(where=kind.isin(COMEBACKS)),
    )


def purchases(activity: ibis.Table, with_orders: bool) -> ibis.Table:
    """customer -> first_purchase, second_purchase (the first on a later day), last_purchase, purchase_days, orders.

    The lines of an order are one purchase on its first day, however many days they were shipped on.
    """
    days = _order_days(activity.filter(activity.kind == "purchase"), with_orders)
    place = ibis.row_number().over(group_by=days.customer, order_by=days.day)
    ranked = days.mutate(place=place)
    return ranked.group_by("customer").aggregate(
        first_purchase=ranked.day.min(),
        second_purchase=ranked.day.min(where=ranked.place == 1),
        last_purchase=ranked.day.max(),
        purchase_days=ranked.day.count(),
        orders=ranked.orders.sum(),
    )


def _order_days(bought: ibis.Table, with_orders: bool) -> ibis.Table:
    """customer, day, orders: one row a day on which orders began; a purchase without an order id is an order."""
    if with_orders:
        order = ibis.coalesce(bought.order_id, bought.day.cast("string"))
        bought = bought.group_by(bought.customer, order=order).aggregate(day=bought.day.min())
    return bought.group_by("customer", "day").aggregate(orders=bought.count())


def cancellation_reasons(activity: ibis.Table) -> ibis.Table:
    """customer -> reason: the detail of the latest cancellation."""
    gone = activity.filter(activity.kind == "cancellation", activity.detail.notnull())
    place = ibis.row_number().over(group_by=gone.customer, order_by=[gone.day.desc(), gone.detail])
    latest = gone.mutate(place=place)
    return latest.filter(latest.place == 0).select("customer", reason=latest.detail)
