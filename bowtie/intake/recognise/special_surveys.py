"""Surveys: free answers are comments, whatever the question was."""

from __future__ import annotations

from bowtie.intake.mapping import FieldMapping
from bowtie.intake.recognise.columns import Column
from bowtie.intake.recognise.context import Context
from bowtie.intake.recognise.made import header_of, used_columns
from bowtie.intake.recognise.roles import Guess
from bowtie.words import say

FREE_ANSWER = 0.75


def finish(context: Context, made: dict[str, FieldMapping], found: Guess) -> dict[str, FieldMapping]:  # noqa: ARG001
    """Free words beside a score are its comment."""
    used = used_columns(made.values())
    free = next((column for column in context.columns if column.index not in used and _is_free(column)), None)
    if "comment" in made or free is None:
        return made
    reason = say("The answers to “{header}” are free words.", header=free.header.text)
    return {**made, "comment": FieldMapping("comment", (free.index,), (header_of(context, free),), FREE_ANSWER, reason)}


def _is_free(column: Column) -> bool:
    look = column.profile
    return column.header.question and look.share("letters") > 0.8 and look.seen > 0.5 * look.sampled
