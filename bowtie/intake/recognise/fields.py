"""Chosen matches to field mappings: confidence, reason, order of dates, unit, values."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from bowtie.intake.mapping import FieldMapping, Order
from bowtie.intake.recognise import (
    dates,
    special_activity,
    special_customers,
    special_leads,
    special_surveys,
    units,
    values,
)
from bowtie.intake.recognise.columns import TYPES, Column, Match
from bowtie.intake.recognise.context import Context
from bowtie.intake.recognise.made import KEEP, MOST_SURE, header_of
from bowtie.intake.recognise.reasons import by_header
from bowtie.intake.recognise.roles import Guess
from bowtie.intake.recognise.special_leads import stage_values

ALTERNATIVES = ("region", "detail", "channel")  # several columns may well serve; the best is taken
TIE, DOUBT = 0.04, 0.86  # a rival so near leaves doubt
CLEAR, ALMOST_SURE = 0.2, 0.95  # a rival less far than this leaves a little
UNCONTESTED, RAISED = 0.82, 0.91  # a good match without a rival is as good as sure
BY_VALUES = 0.93  # a unit that only the values tell

Finish = Callable[[Context, dict[str, FieldMapping], Guess], dict[str, FieldMapping]]
Meant = dict[str, values.Ours]
FINISH: dict[str, Finish] = {
    "customers": special_customers.finish,
    "activity": special_activity.finish,
    "leads": special_leads.finish,
    "surveys": special_surveys.finish,
}


def field_mappings(context: Context, found: Guess) -> dict[str, FieldMapping]:
    """The fields of the sheet, given its role."""
    orders = dates.settle(context.columns)
    made = {name: _made(context, found, match, orders) for name, match in found.fields.items() if match.score >= KEEP}
    finish = FINISH.get(found.role)
    return finish(context, made, found) if finish else made


def _made(context: Context, found: Guess, match: Match, orders: dict[int, Order | None]) -> FieldMapping:
    column, kind = context.columns[match.column], TYPES[found.role, match.field]
    confidence = _confidence(match, found)
    made = FieldMapping(
        match.field,
        (column.index,),
        (header_of(context, column),),
        confidence,
        by_header(column, kind, confidence),
        order=orders.get(column.index, dates.order_of(column)) if kind == "date" else None,
    )
    if kind in ("money", "months"):
        return _with_unit(context, column, made, kind)
    meant = MEANT.get((found.role, match.field))
    return replace(made, values=meant(column)) if meant else made


def _confidence(match: Match, found: Guess) -> float:
    """Weights rank rivals and are no probabilities: far ahead of all others is sure, neck and neck is not."""
    elsewhere = {one.column for one in found.fields.values()}
    ahead = match.score - max(
        (other.score for other in found.matches if other.field == match.field and other.column not in elsewhere),
        default=0.0,
    )
    if match.field in ALTERNATIVES or ahead > CLEAR:
        return round(min(max(match.score, RAISED) if match.score >= UNCONTESTED else match.score, MOST_SURE), 3)
    return round(min(match.score, DOUBT if ahead < TIE else ALMOST_SURE), 3)


def _with_unit(context: Context, column: Column, made: FieldMapping, kind: str) -> FieldMapping:
    if kind == "money":
        return replace(made, unit=units.money_unit(context, column))
    unit, said = units.months_unit(context, column)
    return replace(made, unit=unit, confidence=made.confidence if said else min(made.confidence, BY_VALUES))


def _known(group: str) -> Callable[[Column], Meant]:
    """All values with our names, or none at all when we know none of them."""

    def meant(column: Column) -> Meant:
        told = values.map_values(column.profile, group)
        return told if any(ours is not None for ours in told.values()) else {}

    return meant


def _only_known(column: Column) -> Meant:
    return {theirs: ours for theirs, ours in values.map_values(column.profile, "status").items() if ours is not None}


def _side_stages(column: Column) -> Meant:
    """Stages of either side: money may serve any."""
    left, right = stage_values(column), values.map_values(column.profile, "right_stage")
    told = {theirs: right[theirs] or ours for theirs, ours in left.items()}
    return told if any(ours is not None for ours in told.values()) else {}


MEANT: dict[tuple[str, str], Callable[[Column], Meant]] = {
    ("activity", "kind"): _known("kind"),
    ("activity", "status"): _only_known,
    ("surveys", "instrument"): _known("instrument"),
    ("leads", "stage"): stage_values,
    ("leads", "kind"): _known("lead_kind"),
    ("spend", "side"): _known("side"),
    ("spend", "stage"): _side_stages,
}
