"""Use of the product: expressions over the rows of family "use" (customer, day, quantity)."""

from __future__ import annotations

import ibis

UNITS = {"week": "W", "month": "M", "quarter": "Q"}


def use_rows(activity: ibis.Table) -> ibis.Table:
    """customer, day, quantity, active: the rows of use. A row that states a count of 0 is a row without use."""
    rows = activity.filter(activity.family == "use", activity.day.notnull())
    return rows.select("customer", "day", "quantity", active=rows.quantity.isnull() | (rows.quantity > 0))


def days_of_use(use: ibis.Table) -> ibis.Table:
    """day: the distinct days that rows bear."""
    return use.select("day").distinct()


def median_gap(use: ibis.Table) -> ibis.Table:
    """One row: gap, the median of days between active days that follow each other, of customers with two or more."""
    active = use.filter(use.active).select("customer", "day").distinct()
    before = active.day.lag().over(group_by=active.customer, order_by=active.day)
    gaps = active.mutate(gap=active.day.delta(before, unit="day"))
    return gaps.aggregate(gap=gaps.gap.median())


def use_of_customers(use: ibis.Table, bounds: ibis.Table) -> ibis.Table:
    """customer -> first_use, last_use, use_rows up to `until`."""
    joined = use.join(bounds.select("customer", "until"), "customer")
    seen = joined.filter(joined.day <= joined.until)
    return seen.group_by("customer").aggregate(
        first_use=seen.day.min(where=seen.active), last_use=seen.day.max(where=seen.active), use_rows=seen.count()
    )


def active_periods(use: ibis.Table, spans: ibis.Table, period: str, periods_a_row: int) -> ibis.Table:
    """customer -> active_periods between `first_period` and `last_period` (the first days of periods).

    Where a row stands for several periods (`periods_a_row` > 1: monthly rows, judged by week), it counts for as many as
    it says, at most all of them.
    """
    joined = use.filter(use.active).join(spans, "customer")
    placed = joined.mutate(period=joined.day.truncate(UNITS[period]))
    inside = placed.filter(placed.period >= placed.first_period, placed.period <= placed.last_period)
    if periods_a_row == 1:
        return inside.group_by("customer").aggregate(active_periods=inside.period.nunique())
    stands_for = ibis.least(inside.quantity.ceil().fill_null(1), ibis.literal(float(periods_a_row)))
    return inside.group_by("customer").aggregate(active_periods=stands_for.sum())
