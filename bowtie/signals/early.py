"""The first days of a customer, and what customers did before a day: expressions over activity."""

from __future__ import annotations

import ibis


def early(activity: ibis.Table, starts: ibis.Table, days: int) -> ibis.Table:
    """customer -> complaints in the first `days` days from `start` (the day of the start is the first)."""
    joined = activity.filter(activity.kind == "complaint").join(starts, "customer")
    end = joined.start + ibis.interval(days=days)
    inside = joined.filter(joined.day >= joined.start, joined.day < end)
    return inside.group_by("customer").aggregate(complaints=inside.count(), first_complaint=inside.day.min())


def kinds_before(activity: ibis.Table, moments: ibis.Table) -> ibis.Table:
    """kind, lover -> customers who did it in the window that ends at their `moment` (the moment's day is out).

    `moments`: customer, moment, window_from, lover. Acts of advocacy are out: lovers are made of them.
    """
    joined = activity.filter(activity.family.fill_null("other") != "advocacy").join(moments, "customer")
    inside = joined.filter(joined.day > joined.window_from, joined.day < joined.moment)
    return inside.group_by("kind", "lover").aggregate(customers=inside.customer.nunique())
