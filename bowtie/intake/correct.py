"""What a mapping becomes when a person corrects it. Pure: a mapping in, a mapping out."""

from __future__ import annotations

from dataclasses import replace
from typing import cast

from bowtie.errors import MappingProblem
from bowtie.intake.mapping import FieldMapping, Mapping, Order, Question, SheetMapping
from bowtie.tables import TABLES
from bowtie.words import say

YES_NO = {"true": True, "false": False}


def fields_of(role: str) -> tuple[str, ...]:
    """The fields that a sheet of this role may fill, in order."""
    return tuple(field.name for field in TABLES.get(role, ()))


def assign(mapping: Mapping, key: str, column: int, field: str | None) -> Mapping:
    """Column `column` of sheet `key` fills `field` from now on; None: it is kept under its own name.

    MappingProblem when the sheet's role has no such field.
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
    return mapping.with_sheet(sheet.with_field(_chosen(sheet, column, field)))


def field_of(sheet: SheetMapping, column: int) -> str | None:
    """Which field this column fills, if any."""
    return next((name for name, mapped in sheet.fields.items() if column in mapped.columns), None)


def _chosen(sheet: SheetMapping, column: int, field: str) -> FieldMapping:
    held = sheet.fields.get(field)
    if held and column in held.columns:
        return replace(held, confidence=1.0, reason=say("You confirmed this."))
    return FieldMapping(field, (column,), (sheet.headers[column],), 1.0, say("You chose this."))


def confirm(mapping: Mapping, key: str) -> Mapping:
    """Everything recognised on this sheet is right: nothing of it is a guess any more."""
    sheet = mapping.sheet(key)
    sure = {
        name: replace(mapped, confidence=max(mapped.confidence, 0.95)) for name, mapped in sheet.fields.items()
    }
    return mapping.with_sheet(replace(sheet, fields=sure))


def give_value(mapping: Mapping, key: str, field: str, theirs: str, ours: str | None) -> Mapping:
    """Their value means ours; None keeps it as it is."""
    sheet = mapping.sheet(key)
    mapped = sheet.fields[field]
    meant = YES_NO.get(ours, ours) if ours is not None else None
    changed = replace(mapped, values={**mapped.values, theirs: meant})
    return mapping.with_sheet(replace(sheet, fields={**sheet.fields, field: changed}))


def set_order(mapping: Mapping, key: str, field: str, order: str) -> Mapping:
    """The order of day, month and year in this column, and of every column of the sheet where it was open."""
    sheet = mapping.sheet(key)
    chosen = cast(Order, order)
    fields = {
        name: replace(mapped, order=chosen) if name == field or mapped.order == "ask" else mapped
        for name, mapped in sheet.fields.items()
    }
    kept = tuple(asked for asked in sheet.questions if asked.about != "date_order")
    return mapping.with_sheet(replace(sheet, fields=fields, questions=kept))


def without_question(sheet: SheetMapping, asked: Question) -> SheetMapping:
    """The sheet with this question answered."""
    return replace(sheet, questions=tuple(other for other in sheet.questions if other != asked))
