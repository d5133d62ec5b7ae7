"""Columns to fields for one role: each column serves one field, each field takes one column, best matches first."""

from __future__ import annotations

from bowtie.intake.recognise.adjust import adjusted
from bowtie.intake.recognise.columns import Match, fit, named
from bowtie.intake.recognise.context import Context
from bowtie.intake.recognise.lexicon import field_rules

KEY_FIELDS = ("customer_id", "lead_id", "subscription_id")  # settled first: without a key a table is of no use
FLOOR = 0.3  # weaker matches are not even weighed


def candidates(context: Context, role: str) -> list[Match]:
    """All matches of the role above the floor, best first."""
    found = []
    for field, rule in field_rules()[role].items():
        for column in context.columns:
            said = named(column.header, rule)
            if said <= FLOOR:
                continue
            match = adjusted(context, role, Match(column.index, field, said, fit(column, role, field)))
            if match.score > FLOOR:
                found.append(match)
    return sorted(found, key=lambda match: (-match.score, match.column))


def assign(matches: list[Match]) -> dict[str, Match]:
    """One column a field."""
    taken: set[int] = set()
    chosen: dict[str, Match] = {}
    for match in sorted(matches, key=lambda match: match.field not in KEY_FIELDS):
        if match.field not in chosen and match.column not in taken:
            chosen[match.field] = match
            taken.add(match.column)
    return chosen
