"""What customers brought: expressions over rows of money (customer, day, value, currency)."""

from __future__ import annotations

import ibis

MONEY_KINDS = ("purchase", "return")


def in_window(money: ibis.Table, bounds: ibis.Table, currency: str) -> ibis.Table:
    """customer -> value: the sum of the window, in the main currency.

    Currencies are never added together: with a row in another currency the customer's value is null.
    """
    joined = money.join(bounds.select("customer", "window_from", "until"), "customer")
    joined = joined.mutate(day=joined.day.fill_null(joined.until))
    seen = joined.filter(joined.day <= joined.until)
    inside = ibis.ifelse(seen.day > seen.window_from, seen.value.fill_null(0.0), 0.0)
    foreign = (seen.currency.fill_null(currency) != currency).any() | seen.value.isnull().all()
    value = seen.group_by("customer").aggregate(value=inside.sum(), foreign=foreign)
    return value.select("customer", value=ibis.ifelse(value.foreign, ibis.null("float64"), value.value))
