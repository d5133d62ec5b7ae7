"""Who a row is about when no header says so: a key that goes one to one with a name or a telephone is a person's."""

from __future__ import annotations

import pyarrow as pa

from bowtie.intake.recognise.columns import Column, Match
from bowtie.intake.recognise.context import Context

LEAST_PERSONS = 20
SPREAD = 1.4  # telephones or names that one person may have, on average
GUESS = 0.6
NOT_A_PERSON = {
    "order",
    "product",
    "invoice",
    "transaction",
    "ticket",
    "store",
    "campaign",
    "row",
    "line",
    "payment",
    "session",
    "event",
}


def person_key(context: Context) -> Match | None:
    """The key that goes one to one with what names a person; a guess that is to be asked about."""
    signs = [
        column
        for column in context.columns
        if column.header.atoms & {"phone", "email", "name"}
        and "id" not in column.header.atoms
        and column.profile.seen >= LEAST_PERSONS
    ]
    for column in context.columns:
        if _could_be_key(column) and any(_one_to_one(context, column, sign) for sign in signs if sign is not column):
            return Match(column.index, "customer_id", GUESS, 1.0)
    return None


def _could_be_key(column: Column) -> bool:
    look = column.profile
    return (
        "id" in column.header.atoms
        and not column.header.atoms & NOT_A_PERSON
        and look.seen >= LEAST_PERSONS
        and look.unique < 0.98
        and look.filled > 0.9
        and not look.dates > 0.5
    )


def _one_to_one(context: Context, key: Column, sign: Column) -> bool:
    rows = min(context.rows, 5000)
    pairs = pa.table(
        {"key": context.sheet.texts(key.index).slice(0, rows), "sign": context.sheet.texts(sign.index).slice(0, rows)}
    ).drop_null()
    both = pairs.group_by(["key", "sign"]).aggregate([]).num_rows
    keys, signs = (pairs.group_by([name]).aggregate([]).num_rows for name in ("key", "sign"))
    return bool(
        LEAST_PERSONS <= keys < 0.98 * pairs.num_rows
        and both <= 1.05 * signs
        and signs <= SPREAD * keys
        and keys <= 1.05 * signs
    )
