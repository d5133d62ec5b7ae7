"""What a mapping becomes when a person corrects it. Pure: a mapping in, a mapping out."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import cast

from bowtie.errors import MappingProblem
from bowtie.intake.mapping import SURE, FieldMapping, Mapping, Order, Question, SheetMapping
from bowtie.intake.peek import raw_of
from bowtie.intake.recognise import dates, units, values
from bowtie.intake.recognise.columns import TYPES, Column
from bowtie.intake.recognise.context import Context
from bowtie.intake.recognise.fields import MEANT
from bowtie.intake.recognise.run import rerole, see
from bowtie.intake.recognise.special_customers import churn_values
from bowtie.intake.sheets import Sheets
from bowtie.tables import TABLES
from bowtie.words import say

YES_NO = {"true": True, "false": False}
CERTAIN = 1.0


def fields_of(role: str) -> tuple[str, ...]:
    """The fields that a sheet of this role may fill, in order."""
    return tuple(field.name for field in TABLES.get(role, ()))


def field_of(sheet: SheetMapping, column: int) -> str | None:
    """Which field this column fills, if any."""
    return next((name for name, mapped in sheet.fields.items() if column in mapped.columns), None)


def assign(sheets: Sheets, mapping: Mapping, key: str, column: int, field: str | None) -> Mapping:
    """Column `column` of sheet `key` fills `field` from now on; None: it is kept under its own name.

    Its values, order of dates and unit are recognised for that field. MappingProblem when the sheet's role has no
    such field.
    """
    sheet = mapping.sheet(key)
    held = field_of(sheet, column)
    if field is None:
        return mapping.with_sheet(sheet.without_field(held)) if held else mapping
    if field not in fields_of(sheet.role):
        raise MappingProblem(
            say("{role} has no field {field}.", role=sheet.role, field=field),
            say("Choose one of {choices}.", choices=", ".join(fields_of(sheet.role))), sheet.file,
        )
    return mapping.with_sheet(_with(sheet, _chosen(sheets, sheet, column, field)))


def _with(sheet: SheetMapping, mapped: FieldMapping) -> SheetMapping:
    """With this field set; a column that it filled before is kept under its own name."""
    before = sheet.fields.get(mapped.field)
    cleared = sheet.without_field(mapped.field) if before and before.columns != mapped.columns else sheet
    return cleared.with_field(mapped)


def _chosen(sheets: Sheets, sheet: SheetMapping, column: int, field: str) -> FieldMapping:
    held = sheet.fields.get(field)
    if held and column in held.columns:
        return _confirmed(held)
    context = see(raw_of(sheets, sheet))
    look = context.columns[column]
    kind = TYPES[sheet.role, field]
    return FieldMapping(
        field, (column,), (sheet.headers[column],), CERTAIN, say("You chose this."),
        values=_values(sheet.role, field, look), order=_order_of(context, look) if kind == "date" else None,
        unit=_unit(context, look, kind),
    )


def _order_of(context: Context, column: Column) -> Order | None:
    """As the other dates of the sheet tell, else as its own values do."""
    return dates.settle(context.columns).get(column.index, dates.order_of(column))


def _values(role: str, field: str, column: Column) -> dict[str, bool | str | None]:
    """Their values to ours, as far as they are known for this field."""
    if field == "churned":
        return {**churn_values(column)}
    if field == "outcome":
        return values.map_values(column.profile, "outcome")
    meant = MEANT.get((role, field))
    return {**meant(column)} if meant else {}


def _unit(context: Context, column: Column, kind: str) -> str | None:
    if kind == "money":
        return units.money_unit(context, column)
    return units.months_unit(context, column)[0] if kind == "months" else None


def confirm(mapping: Mapping, key: str) -> Mapping:
    """Everything recognised on this sheet is right: nothing of it is a guess any more."""
    sheet = mapping.sheet(key)
    sure = {name: mapped if mapped.confidence >= SURE else _confirmed(mapped) for name, mapped in sheet.fields.items()}
    return mapping.with_sheet(replace(sheet, fields=sure))


def all_confirmed(mapping: Mapping) -> Mapping:
    """A mapping that was used: what its sheets were taken for is no guess any more."""
    for sheet in mapping.sheets:
        mapping = confirm(mapping, sheet.key)
    return mapping


def _confirmed(mapped: FieldMapping) -> FieldMapping:
    return replace(mapped, confidence=CERTAIN, reason=say("You confirmed this."))


def as_role(sheets: Sheets, mapping: Mapping, key: str, role: str) -> Mapping:
    """The sheet is something else: its columns are recognised anew under that role; "unknown" leaves it out."""
    sheet = mapping.sheet(key)
    return mapping.with_sheet(rerole(raw_of(sheets, sheet), sheet, role))


def give_value(mapping: Mapping, key: str, field: str, theirs: str, ours: str | None) -> Mapping:
    """Their value means ours; None keeps it as it is."""
    sheet = mapping.sheet(key)
    mapped = sheet.fields[field]
    meant = YES_NO.get(ours, ours) if ours is not None else None
    changed = replace(mapped, values={**mapped.values, theirs: meant})
    return mapping.with_sheet(replace(sheet, fields={**sheet.fields, field: changed}))


def mean_left(mapping: Mapping, key: str, asked: Question, theirs: Iterable[str]) -> Mapping:
    """These values of a flag mean yes, all others no; the question about them is answered."""
    sheet = mapping.sheet(key)
    mapped, chosen = sheet.fields[asked.field], set(theirs)
    told = replace(
        mapped, values={value: value in chosen for value in mapped.values}, confidence=CERTAIN,
        reason=say("You said what its values mean."),
    )
    return mapping.with_sheet(_answered(replace(sheet, fields={**sheet.fields, asked.field: told}), asked))


def answer(sheets: Sheets, mapping: Mapping, key: str, asked: Question, choice: str) -> Mapping:
    """The mapping with a question answered by one of its choices. MappingProblem when it is none of them."""
    if choice not in dict(asked.choices):
        raise MappingProblem(
            say("{choice} is no answer to this question.", choice=choice),
            say("Choose one of {choices}.", choices=", ".join(dict(asked.choices))), mapping.sheet(key).file,
        )
    if asked.about == "date_order":
        return _order(mapping, key, choice)
    if asked.about == "value":
        return mean_left(mapping, key, asked, [choice])
    if asked.about == "role":
        return as_role(sheets, mapping, key, choice)
    return _field(sheets, mapping, key, asked, choice)


def _order(mapping: Mapping, key: str, order: str) -> Mapping:
    """Of day, month and year, in every column of the sheet where it was open."""
    sheet = mapping.sheet(key)
    told = {
        name: replace(mapped, order=cast(Order, order)) if mapped.order == "ask" else mapped
        for name, mapped in sheet.fields.items()
    }
    kept = tuple(asked for asked in sheet.questions if asked.about != "date_order")
    return mapping.with_sheet(replace(sheet, fields=told, questions=kept))


def _field(sheets: Sheets, mapping: Mapping, key: str, asked: Question, choice: str) -> Mapping:
    """A choice is a column by its position, the field itself where the guess was right, or "" for none."""
    sheet = mapping.sheet(key)
    if choice == "":
        told = mapping.with_sheet(sheet.without_field(asked.field))
    elif choice.isdigit():
        told = assign(sheets, mapping, key, int(choice), asked.field)
    else:
        held = sheet.fields.get(asked.field)
        told = assign(sheets, mapping, key, held.columns[0] if held else sheet.headers.index(asked.header), choice)
    return told.with_sheet(_answered(told.sheet(key), asked))


def _answered(sheet: SheetMapping, asked: Question) -> SheetMapping:
    return replace(sheet, questions=tuple(other for other in sheet.questions if other != asked))
