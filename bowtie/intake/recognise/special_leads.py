"""Leads: stages to ours, and outcomes by a flag, by words, or by the stages."""

from __future__ import annotations

from dataclasses import replace

from bowtie.intake.mapping import FieldMapping
from bowtie.intake.recognise import values
from bowtie.intake.recognise.columns import Column
from bowtie.intake.recognise.context import Context
from bowtie.intake.recognise.made import header_of, used_columns
from bowtie.intake.recognise.roles import Guess
from bowtie.words import say

BY_WORDS = 0.93
MOST_LEVELS = 6
MAY_SAY = {"status", "outcome", "won", "lost", "closed", "stage", "converted"}


def finish(context: Context, made: dict[str, FieldMapping], found: Guess) -> dict[str, FieldMapping]:  # noqa: ARG001
    """An outcome with its values: from its own column, from one whose words say so, or from the stages."""
    return _by_stages(_by_words(context, _by_own_column(context, made)))


def stage_values(column: Column) -> dict[str, values.Ours]:
    """Stages to ours; won and lost by name."""
    return {theirs: _stage(theirs) for theirs in column.profile.all_levels}


def _stage(theirs: str) -> values.Ours:
    closed, staged = values.meaning(theirs, "outcome"), values.meaning(theirs, "stage")
    plainly_a_stage = values.tidy(theirs) in values.words_of("stage")
    return closed if closed in ("won", "lost") and not plainly_a_stage else staged


def _by_own_column(context: Context, made: dict[str, FieldMapping]) -> dict[str, FieldMapping]:
    if "outcome" not in made:
        return made
    told = _outcome_values(context.columns[made["outcome"].columns[0]])
    if "won" in told.values() and len(set(told.values())) > 1:
        return {**made, "outcome": replace(made["outcome"], values=told)}
    return {name: one for name, one in made.items() if name != "outcome"}


def _outcome_values(column: Column) -> dict[str, values.Ours]:
    look = column.profile
    told = values.flags(look)
    if not look.seen or any(told[value] is None for value in look.levels):
        return {theirs: values.meaning(theirs, "outcome") or "open" for theirs in look.all_levels}
    yes = "lost" if "lost" in column.header.atoms and "won" not in column.header.atoms else "won"
    return {value: yes if said else "open" for value, said in told.items()}


def _by_words(context: Context, made: dict[str, FieldMapping]) -> dict[str, FieldMapping]:
    """A column whose every value says won, lost or open, and is not the one of the stages."""
    used = used_columns(made.values())
    for column in context.columns:
        if "outcome" in made or column.index in used or not column.header.atoms & MAY_SAY:
            continue
        told = {theirs: values.meaning(theirs, "outcome") for theirs in column.profile.levels}
        if 2 <= len(told) <= MOST_LEVELS and None not in told.values() and {"won", "lost"} & set(told.values()):
            reason = say("The values of “{header}” say won, lost or open.", header=column.header.text)
            header = header_of(context, column)
            return {
                **made,
                "outcome": FieldMapping("outcome", (column.index,), (header,), BY_WORDS, reason, values=dict(told)),
            }
    return made


def _by_stages(made: dict[str, FieldMapping]) -> dict[str, FieldMapping]:
    stage = made.get("stage")
    if stage is None or "outcome" in made or not {"won", "lost"} & {str(ours) for ours in stage.values.values()}:
        return made
    told = {theirs: ours if ours in ("won", "lost") else "open" for theirs, ours in stage.values.items()}
    reason = say("The stages tell won and lost.")
    return {**made, "outcome": replace(stage, field="outcome", values=told, reason=reason)}
