"""Who a row is about when no header says so: a key that goes one to one with a name or a telephone is a person's."""

from __future__ import annotations

import pyarrow as pa

from bowtie.intake.recognise.columns import Column, Match
from bowtie.intake.recognise.context import Context
from bowtie.intake.recognise.keys import UNIQUE

LEAST_PERSONS = 20
SPREAD = 1.4  # telephones or names that one person may have, on average
LEAST_CODES = 5
OFTEN = 1.5  # days on which one comes, on average
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


def unnamed_key(context: Context, role: str) -> Match | None:
    """A first column of codes under a word that we do not know, where the sheet needs a key; to be asked about."""
    column = context.columns[0]
    if role not in ("customers", "activity") or column.header.atoms or not _codes(column):
        return None
    unique = column.profile.unique
    fits = unique >= UNIQUE if role == "customers" else unique < UNIQUE and _comes_back(context, column)
    return Match(column.index, "customer_id", GUESS, 1.0) if fits and column.header.unknown else None


def _codes(column: Column) -> bool:
    """Codes of letters and digits."""
    look = column.profile
    if look.seen < LEAST_CODES or look.filled < 0.98 or look.dates > 0.5 or look.words > 1.05 or look.native == "date":
        return False
    mixed = [any(map(str.isdigit, value)) and any(map(str.isalpha, value)) for value in look.levels]
    return sum(mixed) > 0.9 * len(mixed)


def _comes_back(context: Context, key: Column) -> bool:
    """On several days: the lines of one order are of one day."""
    day = next((one for one in context.columns if one.profile.dates > 0.9 and "date" in one.header.atoms), None)
    if day is None or key.profile.seen < LEAST_PERSONS:
        return False
    pairs = pa.table({"key": context.sheet.texts(key.index), "day": context.sheet.texts(day.index)}).slice(0, 5000)
    both = pairs.drop_null().group_by(["key", "day"]).aggregate([]).num_rows
    return bool(both > OFTEN * pairs.group_by(["key"]).aggregate([]).num_rows)


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
