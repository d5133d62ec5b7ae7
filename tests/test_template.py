"""The blank template: a sheet a table, in step with bowtie.tables; filled in, it maps itself with certainty."""

from __future__ import annotations

import datetime as dt
import io
from typing import Any

import openpyxl
import pytest

import bowtie
from bowtie.intake.mapping import SURE, Mapping
from bowtie.sample import template_bytes
from bowtie.sample.notes import ABOUT, NOTES
from bowtie.tables import KEYS, TABLES, Field
from bowtie.words import speaking

ROWS = 24


def _workbook() -> Any:
    return openpyxl.load_workbook(io.BytesIO(template_bytes()))


def _cell(table: str, field: Field, row: int) -> Any:
    """What somebody might fill in."""
    note = NOTES[table][field.name]
    if note.choices:
        return note.choices[row % len(note.choices)]
    if field.name == KEYS.get(table) or (field.name == "customer_id" and table in ("surveys", "revenue")):
        return f"C-{1000 + row}"
    if field.type == "id":
        return f"{field.name[0].upper()}-{2000 + row % 17}"
    if field.type == "date":
        return dt.date(2025, 1 + row % 12, 1 if note.header == "Month" else 2 + row)
    if field.type in ("number", "months"):
        usual = {"gross_margin": 0.8, "score": row % 6, "contract_term_months": 12 * (1 + row % 2)}
        return usual.get(field.name, row * 7 % 12 + 1)
    return 10.5 * (row + 1) if field.type == "money" else f"{note.example or 'Word'} {'ABC'[row % 3]}"


@pytest.fixture(scope="module")
def filled() -> Mapping:
    book = _workbook()
    for table, fields in TABLES.items():
        for row in range(ROWS):
            book[table.capitalize()].append([_cell(table, field, row) for field in fields])
    buffer = io.BytesIO()
    book.save(buffer)
    buffer.name = "filled.xlsx"
    return bowtie.recognise(bowtie.read([buffer]))


def test_notes_cover_the_tables_field_by_field() -> None:
    assert {table: list(notes) for table, notes in NOTES.items()} == {
        table: [field.name for field in fields] for table, fields in TABLES.items()
    }
    assert set(ABOUT) == set(TABLES)


@pytest.mark.parametrize("table", TABLES)
def test_sheet_bears_headers_notes_and_no_rows(table: str) -> None:
    sheet = _workbook()[table.capitalize()]
    assert [cell.value for cell in sheet[1]] == [note.header for note in NOTES[table].values()]
    assert all(str(note.says) in cell.comment.text for cell, note in zip(sheet[1], NOTES[table].values(), strict=True))
    assert sheet.max_row == 1
    assert len(sheet.data_validations.dataValidation) == sum(bool(note.choices) for note in NOTES[table].values())


def test_choices_stand_in_the_list_that_the_sheet_names() -> None:
    book = _workbook()
    for table, notes in NOTES.items():
        offered = [note.choices for note in notes.values() if note.choices]
        for rule, choices in zip(book[table.capitalize()].data_validations.dataValidation, offered, strict=True):
            place = rule.formula1.split("!")[1].replace("$", "")
            assert tuple(cell.value for (cell,) in book["Choices"][place]) == choices


def test_read_me_explains_every_column() -> None:
    told = {row[1] for row in _workbook()["Read me"].iter_rows(values_only=True)}
    assert {note.header for notes in NOTES.values() for note in notes.values()} <= told


def test_headers_are_the_same_in_every_language() -> None:
    with speaking("ru"):
        book = openpyxl.load_workbook(io.BytesIO(template_bytes()))
    assert [cell.value for cell in book["Leads"][1]] == [note.header for note in NOTES["leads"].values()]


@pytest.mark.parametrize("table", TABLES)
def test_filled_in_it_maps_to_every_field_with_certainty(filled: Mapping, table: str) -> None:
    sheet = filled.sheet(f"filled.xlsx [{table.capitalize()}]")
    assert (sheet.role, sheet.questions, sheet.dropped, sheet.attributes) == (table, (), (), ())
    assert {name: mapped.headers for name, mapped in sheet.fields.items()} == {
        name: (note.header,) for name, note in NOTES[table].items()
    }
    assert [name for name, mapped in sheet.fields.items() if mapped.confidence < SURE] == []


def test_filled_in_the_words_of_its_lists_are_ours(filled: Mapping) -> None:
    for table, name in (("activity", "kind"), ("leads", "stage"), ("leads", "outcome"), ("surveys", "instrument")):
        values = filled.sheet(f"filled.xlsx [{table.capitalize()}]").fields[name].values
        assert {theirs: ours for theirs, ours in values.items() if ours is None} == {}
        assert len(values) == min(ROWS, len(NOTES[table][name].choices))


@pytest.mark.parametrize("sheet", ["Read me", "Choices"])
def test_sheets_that_are_no_table_are_left_alone(filled: Mapping, sheet: str) -> None:
    assert filled.sheet(f"filled.xlsx [{sheet}]").role == "unknown"
