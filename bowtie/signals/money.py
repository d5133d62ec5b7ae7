"""What customers brought: expressions over rows of money (customer, day, value, currency,
other_value: an amount in another currency)."""

from __future__ import annotations

import ibis

MONEY_KINDS = ("purchase", "return")


def in_window(money: ibis.Table, bounds: ibis.Table, currency: str) -> ibis.Table:
    """customer -> value: the sum of the window, in the main currency.

    Currencies are never added together: with a row of the window in another currency the customer's value is null.
    """
    joined = money.join(bounds.select("customer", "window_from", "until"), "customer")
    joined = joined.mutate(day=joined.day.fill_null(joined.until))
    seen = joined.filter(joined.day <= joined.until)
    within = seen.day > seen.window_from
    inside = ibis.ifelse(within, seen.value.fill_null(0.0), 0.0)
    other = seen.other_value.notnull() | (seen.value.notnull() & (seen.currency.fill_null(currency) != currency))
    foreign = (within & other).any() | seen.value.isnull().all()
    value = seen.group_by("customer").aggregate(value=inside.sum(), foreign=foreign)
    return value.select("customer", value=ibis.ifelse(value.foreign, ibis.null("float64"), value.value))
