"""Acts of advocacy: expressions over activity and over leads that a customer referred.

A referral may stand in both sheets. The first that a customer made in one is taken to be the first in the other, and so
on: it counts once, on the later of its two days. So nothing counts twice and another act never lowers a count.
"""

from __future__ import annotations

import ibis

COUNTED = {"referrals": "referral", "reviews": "review", "references": "reference"}   # column of customers -> kind
ACT = ("customer", "day", "kind", "rewarded", "won_day")   # won_day: the referral became a customer


def acts(activity: ibis.Table | None, referred: ibis.Table | None, bounds: ibis.Table) -> ibis.Table:
    """One row an act up to `until`: customer, day, kind, rewarded, won_day (the day a referral became a customer).

    One of the two tables may be missing, not both.
    """
    parts = [part for part in (_from_activity(activity), _from_leads(referred)) if part is not None]
    if len(parts) == 1:
        return _until(parts[0], bounds).select(*ACT)
    return _paired(_until(ibis.union(*parts), bounds)).select(*ACT)


def _from_activity(activity: ibis.Table | None) -> ibis.Table | None:
    if activity is None:
        return None
    found = activity.filter(activity.family == "advocacy")
    return found.select(
        "customer", "day", "kind", rewarded=found.rewarded.fill_null(False),
        won=ibis.literal(False), won_day=ibis.null("date"), sheet=ibis.literal("activity"),
    )


def _from_leads(referred: ibis.Table | None) -> ibis.Table | None:
    if referred is None:
        return None
    return referred.select(
        "customer", "day", kind=ibis.literal("referral"), rewarded=ibis.literal(False),
        won=referred.won,
        won_day=ibis.greatest(referred.day, referred.closed_date), sheet=ibis.literal("leads"),
    )


def _until(found: ibis.Table, bounds: ibis.Table) -> ibis.Table:
    joined = found.join(bounds.select("customer", "until"), "customer")
    placed = joined.mutate(
        day=joined.day.fill_null(joined.until),
        won_day=ibis.ifelse(joined.won, joined.won_day.fill_null(joined.until), ibis.null("date")),
    )
    known = ibis.ifelse(placed.won_day <= placed.until, placed.won_day, ibis.null("date"))
    return placed.filter(placed.day <= placed.until).mutate(won_day=known)


def _paired(found: ibis.Table) -> ibis.Table:
    same = [found.customer, found.kind, found.sheet]
    order = [found.day, found.rewarded, found.won_day]
    placed = found.mutate(place=ibis.row_number().over(group_by=same, order_by=order))
    return placed.group_by("customer", "kind", "place").aggregate(
        day=placed.day.max(), rewarded=placed.rewarded.any(), won_day=placed.won_day.max()
    )


def in_window(found: ibis.Table, bounds: ibis.Table) -> ibis.Table:
    """customer -> acts, unpaid_acts, act_kinds, unpaid_kinds, won_referrals (unpaid) of the window.

    The window is the days after `window_from` up to `until`. For each kind that a customers sheet may count too:
    ever_<kind> of all time, window_<kind> and unpaid_<kind> in the window.
    """
    joined = found.join(bounds.select("customer", "window_from"), "customer")
    inside = joined.day > joined.window_from
    won = (inside | (joined.won_day > joined.window_from)) & joined.won_day.notnull()
    unpaid = inside & ~joined.rewarded
    counts = {}
    for kind in COUNTED.values():
        counts[f"ever_{kind}"] = (joined.kind == kind).sum()
        counts[f"window_{kind}"] = (inside & (joined.kind == kind)).sum()
        counts[f"unpaid_{kind}"] = (unpaid & (joined.kind == kind)).sum()
    return joined.group_by("customer").aggregate(
        acts=inside.sum(), unpaid_acts=unpaid.sum(),
        act_kinds=joined.kind.nunique(where=inside), unpaid_kinds=joined.kind.nunique(where=unpaid),
        won_referrals=(won & ~joined.rewarded).sum(), **counts,
    )


def lover_days(found: ibis.Table, bounds: ibis.Table, needed: int) -> ibis.Table:
    """customer -> lover_day: the day of the act number `needed` in the window, or of the last where there are fewer."""
    joined = found.join(bounds.select("customer", "window_from"), "customer")
    inside = joined.filter(joined.day > joined.window_from)
    placed = inside.mutate(place=ibis.row_number().over(group_by=inside.customer, order_by=inside.day))
    return placed.group_by("customer").aggregate(lover_day=placed.day.max(where=placed.place < needed))


def milestones(found: ibis.Table, loyal: ibis.Table, window_days: int, least: int, kinds: int) -> ibis.Table:
    """customer -> advocacy_day, ambassador_day: the first day from `loyal_day` on when the rule held.

    `loyal`: customer, loyal_day. Whether the rule holds can only begin on that day, on the day of an act or on the day
    a referral became a customer: those days are probed, each with the acts of the window that ends there.
    """
    days = [found.select("customer", "day"), _won_days(found), loyal.select("customer", day=loyal.loyal_day)]
    probes = ibis.union(*days, distinct=True).join(loyal, "customer")
    probes = probes.filter(probes.day >= probes.loyal_day).select("customer", probe=probes.day)
    near = probes.join(found, "customer")
    near = near.mutate(before=near.probe - ibis.interval(days=window_days))
    return _first_days(_held(near, least, kinds))


def _won_days(found: ibis.Table) -> ibis.Table:
    won = found.filter(found.won_day.notnull())
    return won.select("customer", day=won.won_day)


def _held(near: ibis.Table, least: int, kinds: int) -> ibis.Table:
    inside = (near.day <= near.probe) & (near.day > near.before)
    unpaid = inside & ~near.rewarded
    won = (near.won_day <= near.probe) & (near.day <= near.probe) & ~near.rewarded
    won = won & ((near.won_day > near.before) | (near.day > near.before))
    held = near.group_by("customer", "probe").aggregate(
        acts=inside.sum(), unpaid=unpaid.sum(), kinds=near.kind.nunique(where=unpaid), won=won.fill_null(False).sum()
    )
    advocate = held.acts > 0
    many = (held.unpaid >= least) & (held.kinds >= kinds)
    return held.mutate(advocate=advocate, ambassador=advocate & (many | (held.won > 0)))


def _first_days(held: ibis.Table) -> ibis.Table:
    return held.group_by("customer").aggregate(
        advocacy_day=held.probe.min(where=held.advocate), ambassador_day=held.probe.min(where=held.ambassador)
    )
