"""What customers answered: expressions over surveys (customer, day, instrument, score)."""

from __future__ import annotations

import ibis

HIGHEST_NPS = 10


def asked(surveys: ibis.Table, bounds: ibis.Table) -> ibis.Table:
    """customer -> asked: how often in the window, answered or not."""
    inside = _in_window(surveys, bounds)
    return inside.group_by("customer").aggregate(asked=inside.count())


def latest(surveys: ibis.Table, bounds: ibis.Table, instrument: str) -> ibis.Table:
    """customer -> score, score_date: the latest answer in the window.

    Of several answers on one day (people of the same account) the lowest stands: unhappiness is not averaged away.
    """
    inside = _in_window(surveys, bounds)
    answers = inside.filter(inside.instrument == instrument, inside.score.notnull(), inside.score >= 0)
    if instrument == "nps":
        answers = answers.filter(answers.score <= HIGHEST_NPS)
    order = [answers.day.desc(), answers.score]
    placed = answers.mutate(place=ibis.row_number().over(group_by=answers.customer, order_by=order))
    return placed.filter(placed.place == 0).select("customer", "score", score_date=placed.day)


def _in_window(surveys: ibis.Table, bounds: ibis.Table) -> ibis.Table:
    joined = surveys.join(bounds.select("customer", "window_from", "until"), "customer")
    joined = joined.mutate(day=joined.day.fill_null(joined.until))
    return joined.filter(joined.day > joined.window_from, joined.day <= joined.until)
