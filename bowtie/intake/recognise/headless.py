"""A file without a header: who, when and how much by the look of the values alone. Never sure, and always asked."""

from __future__ import annotations

from bowtie.intake.mapping import FieldMapping, Question, SheetMapping
from bowtie.intake.recognise.columns import Column
from bowtie.intake.recognise.context import Context
from bowtie.intake.recognise.dates import order_of
from bowtie.words import Text, say

LEAST_ROWS = 30


def infer(context: Context) -> SheetMapping | None:
    """A log of purchases, if there are a repeated key, a date and an amount; else None."""
    when = next((column for column in context.columns if column.profile.dates > 0.95), None)
    keys = [column for column in context.columns if column is not when and _is_key(column)]
    amounts = [column for column in context.columns if column not in keys and column is not when and _is_amount(column)]
    if context.rows < LEAST_ROWS or when is None or not keys or not amounts:
        return None
    key = max(keys, key=lambda column: (column.profile.share("zero"), column.profile.unique))
    amount = max(amounts, key=lambda column: (1 - column.profile.whole, column.profile.middle))
    fields = {
        "customer_id": _field(context, "customer_id", key, 0.72, say("The values repeat as those of customers do.")),
        "date": _field(context, "date", when, 0.85, say("The values are dates.")),
        "value": _field(context, "value", amount, 0.75, say("The values are amounts.")),
    }
    rest = [column for column in context.columns if column not in (when, key, amount) and _is_quantity(column)]
    if rest:
        fields["quantity"] = _field(context, "quantity", rest[0], 0.6, say("The values are small whole numbers."))
    sheet = context.sheet
    used = {at for one in fields.values() for at in one.columns}
    return SheetMapping(
        sheet.file,
        sheet.name,
        sheet.header_row,
        sheet.headers,
        "activity",
        0.7,
        say("There is no header. A key that repeats, a date and an amount look like purchases."),
        fields,
        {"kind": "purchase"},
        (_asked(fields),),
        tuple(column.index for column in context.columns if column.index not in used),
    )


def _field(context: Context, name: str, column: Column, confidence: float, reason: Text) -> FieldMapping:
    order = order_of(column) if name == "date" else None
    return FieldMapping(name, (column.index,), (context.sheet.headers[column.index],), confidence, reason, order=order)


def _asked(fields: dict[str, FieldMapping]) -> Question:
    headers = {name: one.headers[0] for name, one in fields.items()}
    return Question(
        "role",
        "",
        (("activity", say("yes, purchases")), ("unknown", say("no, something else"))),
        say(
            "This file has no header. Is {customer} the customer, {date} the day and {value} the amount of a purchase?",
            customer=headers["customer_id"],
            date=headers["date"],
            value=headers["value"],
        ),
    )


def _is_key(column: Column) -> bool:
    look = column.profile
    whole = look.numeric > 0.99 and look.whole > 0.99 and look.negative == 0
    code = look.share("code") > 0.9 and look.words < 1.2
    return (
        (whole or code)
        and look.dates < 0.5
        and look.seen > 20
        and look.unique < 0.95
        and (look.high > 100 or look.share("zero") > 0.3 or (code and not whole))
    )


def _is_amount(column: Column) -> bool:
    look = column.profile
    return look.numeric > 0.98 and look.dates < 0.5 and look.seen > 3 and look.share("zero") < 0.3


def _is_quantity(column: Column) -> bool:
    """Small whole numbers from one."""
    look = column.profile
    return look.numeric > 0.99 and look.whole > 0.99 and look.low >= 0 and 1 < look.high < 1000 and look.dates < 0.5
