"""What customers answered: expressions over surveys (customer, day, instrument, score)."""

from __future__ import annotations

import ibis

HIGHEST_NPS = 10
INSTRUMENTS = ("nps", "csat")


def latest(surveys: ibis.Table, bounds: ibis.Table) -> ibis.Table:
    """customer -> asked (how often in the window: answered with a score that can be judged, or silent); nps, nps_day,
    csat, csat_day: the latest answers.

    Of several answers on one day (people of the same account) the lowest stands: unhappiness is not averaged away.
    """
    inside = _in_window(surveys, bounds)
    sound = (inside.score >= 0) & ((inside.instrument != "nps") | (inside.score <= HIGHEST_NPS))
    answered = inside.instrument.isin(INSTRUMENTS).fill_null(False) & sound.fill_null(False)
    asked = inside.mutate(answered=answered, asked=answered | inside.score.isnull())
    order = [asked.answered.desc(), asked.day.desc(), asked.score]
    place = ibis.row_number().over(group_by=[asked.customer, asked.instrument], order_by=order)
    return _by_instrument(asked.mutate(place=place))


def _by_instrument(placed: ibis.Table) -> ibis.Table:
    first = {name: (placed.place == 0) & placed.answered & (placed.instrument == name) for name in INSTRUMENTS}
    scores = {name: placed.score.max(where=first[name]) for name in INSTRUMENTS}
    days = {f"{name}_day": placed.day.max(where=first[name]) for name in INSTRUMENTS}
    return placed.group_by("customer").aggregate(asked=placed.asked.sum(), **scores, **days)


def _in_window(surveys: ibis.Table, bounds: ibis.Table) -> ibis.Table:
    joined = surveys.join(bounds.select("customer", "window_from", "until"), "customer")
    joined = joined.mutate(day=joined.day.fill_null(joined.until))
    return joined.filter(joined.day > joined.window_from, joined.day <= joined.until)
