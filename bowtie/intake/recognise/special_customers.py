"""Customers: who has left by a flag or by words, and names in two columns."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pyarrow.compute as pc

from bowtie.intake.convert_common import clean
from bowtie.intake.mapping import FieldMapping
from bowtie.intake.recognise import values
from bowtie.intake.recognise.columns import Column
from bowtie.intake.recognise.context import Context
from bowtie.intake.recognise.made import KEEP, MOST_SURE, header_of
from bowtie.intake.recognise.roles import Guess
from bowtie.words import say

CONFIRMED = 0.92  # the header speaks of it, and every value says left or stayed
BY_WORDS = 0.75  # the header does not, but every value does
SOME_WORDS = 0.66  # some values do
WEAK_FLAG = 0.6  # "status", where not every value is known
AS_END_DATES = 0.95  # the flag is up exactly where an end date stands
TAKEN = 0.8  # a column that another field takes so surely is no flag of leaving
MOST_LEVELS = 12
GOOD_NAME = 0.75
NOT_OF_LEAVING = {"order", "payment", "ticket", "lead", "trial", "plan", "marital", "employee"}
SAYS_GOING = {"churn", "end", "cancel", "lost", "deleted", "active", "closed"}  # yes to a mere "status" says nothing
NEED_PROOF = {"flag", "deleted", "active"}  # such flags say who left only together with something else

Told = dict[str, bool | None]


@dataclass(frozen=True)
class Leaving:
    """A column that may tell who has left."""

    column: Column
    score: float
    told: Told


def finish(context: Context, made: dict[str, FieldMapping], found: Guess) -> dict[str, FieldMapping]:
    """The flag of leaving with its values, and one name."""
    return _with_name(context, _with_churned(context, made, found))


def churn_values(column: Column) -> Told:
    """True for left. `Active: no` is left; `Churn: yes` is left; otherwise the words decide."""
    look = column.profile
    told = values.flags(look)
    if not look.seen or any(told[value] is None for value in look.levels):
        return values.leaving(look)
    backwards = "active" in column.header.atoms and "churn" not in column.header.atoms
    return {value: said if said is None else said != backwards for value, said in told.items()}


def _with_churned(context: Context, made: dict[str, FieldMapping], found: Guess) -> dict[str, FieldMapping]:
    taken = {at for name, one in made.items() for at in one.columns if name != "churned" and one.confidence >= TAKEN}
    options = [_leaving(context, column, found) for column in context.columns if column.index not in taken]
    best = max(options, key=lambda one: one.score, default=None)
    rest = {name: one for name, one in made.items() if name != "churned"}
    if best is None or best.score < KEEP:
        return rest
    rest = {name: one for name, one in rest.items() if best.column.index not in one.columns}
    reason = say("The values of “{header}” tell who has left.", header=best.column.header.text)
    flag = FieldMapping(
        "churned",
        (best.column.index,),
        (header_of(context, best.column),),
        round(min(best.score, MOST_SURE), 3),
        reason,
        values=best.told,
    )
    return {**rest, "churned": flag}


def _leaving(context: Context, column: Column, found: Guess) -> Leaving:
    told, look = churn_values(column), column.profile
    if not 2 <= len(told) <= MOST_LEVELS or True not in told.values() or look.dates > 0.5:
        return Leaving(column, 0.0, told)
    said = max(
        (one.named for one in found.matches if (one.field, one.column) == ("churned", column.index)), default=0.0
    )
    share = values.leaving_share(look)
    if share and not column.header.atoms & NOT_OF_LEAVING:
        return Leaving(column, max(said, _by_words(said, share)), told)
    if said < KEEP or False not in told.values() or (share == 0 and not column.header.atoms & SAYS_GOING):
        return Leaving(column, 0.0, told)
    return Leaving(column, _flag_score(context, column, said, told), told)


def _by_words(said: float, share: float) -> float:
    if said >= KEEP:
        return CONFIRMED
    return BY_WORDS if share > 0.999 else SOME_WORDS


def _flag_score(context: Context, column: Column, said: float, told: Told) -> float:
    if "churn" not in column.header.atoms and column.header.atoms & NEED_PROOF:
        return max(said, AS_END_DATES * _agrees_with_end(context, column, told))
    return said if None not in told.values() else min(said, WEAK_FLAG)


def _agrees_with_end(context: Context, flag: Column, told: Told) -> bool:
    """A flag that is up exactly where an end date stands says who has left."""
    up = np.array([told.get((text or "").strip()) is True for text in context.sheet.texts(flag.index).to_pylist()])
    for column in context.columns:
        atoms = column.header.atoms
        if "date" in atoms and atoms & {"end", "churn", "cancel", "closed"} and column.profile.filled < 0.98:
            ended = pc.is_valid(clean(context.sheet.texts(column.index), none_is_missing=True))
            if (up == ended.to_numpy(zero_copy_only=False)).mean() > 0.98:
                return True
    return False


def _with_name(context: Context, made: dict[str, FieldMapping]) -> dict[str, FieldMapping]:
    """First and last name together where there is no better name."""
    first, last = _part(context, "first_name", "last_name"), _part(context, "last_name", "first_name")
    if ("name" in made and made["name"].confidence >= GOOD_NAME) or first is None or last is None:
        return made
    joined = FieldMapping(
        "name",
        (first.index, last.index),
        (header_of(context, first), header_of(context, last)),
        0.9,
        say("First and last name together."),
        combine="join",
    )
    return {**{name: one for name, one in made.items() if not set(one.columns) & set(joined.columns)}, "name": joined}


def _part(context: Context, part: str, other: str) -> Column | None:
    return next(
        (
            column
            for column in context.columns
            if part in column.header.atoms and not column.header.atoms & {other, "contact"} and column.profile.sampled
        ),
        None,
    )
