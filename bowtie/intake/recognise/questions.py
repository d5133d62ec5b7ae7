"""Questions: only where the answer matters and is not plain."""

from __future__ import annotations

from dataclasses import replace

from bowtie.intake.convert_dates import to_dates
from bowtie.intake.mapping import FieldMapping, Question, SheetMapping
from bowtie.intake.recognise import dates
from bowtie.intake.recognise.columns import Column
from bowtie.intake.recognise.context import Context
from bowtie.intake.recognise.headers import read_header
from bowtie.intake.recognise.roles import Guess
from bowtie.intake.recognise.values import known_share, meaning
from bowtie.words import say

WEAK_KEY = 0.66
LEADING = {"subscription", "contract", "policy", "user", "contact", "account", "member"}


def questions(context: Context, found: Guess, fields: dict[str, FieldMapping]) -> tuple[Question, ...]:
    """What must be asked about this sheet, most important first."""
    return (
        *_leaving(fields),
        *_keys(context, found, fields),
        *_orders(context, fields),
        *_contact_means(context, fields),
        *_contradiction(context, found.role, fields),
    )


def with_link_question(told: SheetMapping) -> SheetMapping:
    """A sheet that says what happened, but to whom only by a key whose own sheet is not here."""
    if told.role != "activity" or "customer_id" in told.fields or told.remembered:
        return told
    keys = [
        (at, header)
        for at, header in enumerate(told.headers)
        if "id" in (atoms := read_header(header).atoms) and len(atoms - {"id", "row"}) == 1 and atoms & LEADING
    ]
    if not keys:
        return told
    choices = (
        *((str(at), say("“{header}” is the customer", header=header)) for at, header in keys),
        ("", say("I will add the sheet that it leads to")),
    )
    asked = Question(
        "link",
        keys[0][1],
        choices,
        say("“{header}” leads to a sheet that is not here. Which sheet says whose it is?", header=keys[0][1]),
        field="customer_id",
    )
    return replace(told, questions=(*told.questions, asked))


def _orders(context: Context, fields: dict[str, FieldMapping]) -> list[Question]:
    """Day or month first, with both readings of one of their own dates."""
    one = next((one for one in fields.values() if one.order == "ask"), None)
    if one is None:
        return []
    read = dates.reading(context.columns[one.columns[0]])
    choices = tuple((order, say("{when:date} (the {part} comes first)", when=read.as_date(order), part=part))
                    for order, part in (("dmy", say("day")), ("mdy", say("month"))))
    text = say(
        "Which day is {example} in “{header}”? Every date there could be read with the day or with the month first.",
        example=read.example, header=one.headers[0],
    )
    return [Question("date_order", one.headers[0], choices, text, field=one.field, example=read.example)]


def _leaving(fields: dict[str, FieldMapping]) -> list[Question]:
    one = fields.get("churned")
    if one is None:
        return []
    unclear = [value for value, ours in one.values.items() if ours is None or meaning(value, "left") == "maybe"]
    if not unclear:
        return []
    choices = tuple(
        (value, say("“{value}” means that the customer has left", value=value)) for value in one.values if value
    )
    return [
        Question(
            "value",
            one.headers[0],
            choices,
            say("Which values of “{header}” mean that a customer has left?", header=one.headers[0]),
            field="churned",
            example=unclear[0],
        )
    ]


def _keys(context: Context, found: Guess, fields: dict[str, FieldMapping]) -> list[Question]:
    """Which column says who the customer is, when the one taken is a guess."""
    one = fields.get("customer_id")
    if one is None or found.role not in ("customers", "activity", "revenue", "subscriptions"):
        return []
    twins = sum(header == one.headers[0] for header in context.sheet.headers) > 1
    if one.confidence >= WEAK_KEY and not twins:
        return []
    rivals = sorted({match.column for match in found.matches if match.field == "customer_id"} | set(one.columns))[:6]
    choices = tuple((str(at), say("“{header}”", header=context.columns[at].header.text)) for at in rivals)
    none = ("", say("none of them"))
    return [
        Question(
            "field",
            one.headers[0],
            (*choices, none),
            say("Does “{header}” say who the customer is?", header=one.headers[0]),
            field="customer_id",
            example=_example(context.columns[one.columns[0]]),
        )
    ]


def _example(column: Column) -> str:
    return column.profile.levels[0] if column.profile.levels else ""


def _contact_means(context: Context, fields: dict[str, FieldMapping]) -> list[Question]:
    """A channel whose values are ways to reach somebody is, as a rule, not where they came from."""
    one = fields.get("channel")
    if one is None:
        return []
    look = context.columns[one.columns[0]].profile
    if look.seen < 1 or known_share(look, "contact_method", exactly=True) < 0.6 or look.seen > 8:
        return []
    return [
        Question(
            "field",
            one.headers[0],
            (("channel", say("how they found us")), ("", say("how to reach them"))),
            say("Does “{header}” say how customers found you, or how to reach them?", header=one.headers[0]),
            field="channel",
            example=_example(context.columns[one.columns[0]]),
        )
    ]


def _contradiction(context: Context, role: str, fields: dict[str, FieldMapping]) -> list[Question]:
    """Closed before it was created, in most rows, and other dates beside: which ones are meant?"""
    first, last = ("created_date", "closed_date") if role == "leads" else ("start_date", "end_date")
    if first not in fields or last not in fields or not _mostly_backwards(context, fields[first], fields[last]):
        return []
    taken = {*fields[first].columns, *fields[last].columns}
    others = [
        column
        for column in context.columns
        if column.index not in taken
        and column.profile.dates > 0.5
        and column.header.atoms & {"created", "start", "signup", "closed", "end"}
        and not column.header.atoms & {"modified", "last"}
    ]
    if not others:
        return []
    choices = tuple(
        (str(column.index), say("“{header}”", header=column.header.text))
        for column in [context.columns[fields[first].columns[0]], *others]
    )
    return [
        Question(
            "field",
            fields[first].headers[0],
            choices,
            say(
                "Most rows of “{first}” come after “{last}”, and there are other dates. Which one is right?",
                first=fields[first].headers[0],
                last=fields[last].headers[0],
            ),
            field=first,
            example=_example(context.columns[fields[first].columns[0]]),
        )
    ]


def _mostly_backwards(context: Context, first: FieldMapping, last: FieldMapping) -> bool:
    import pyarrow.compute as pc

    sides = [
        to_dates(context.sheet.data.column(one.columns[0]).slice(0, 2000), one.order).values for one in (first, last)
    ]
    later = pc.greater(*sides).drop_null()
    return len(later) >= 5 and (pc.mean(later.cast("int8")).as_py() or 0) > 0.5
