"""The blank template workbook, made from bowtie.tables so that it never drifts from it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from openpyxl import Workbook
from openpyxl.comments import Comment
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation

from bowtie.sample.files import as_bytes
from bowtie.sample.notes import ABOUT, NOTES, Note
from bowtie.tables import TABLES
from bowtie.words import Text, say

LAST_ROW = 10_000          # as far as lists of choices and formats of dates reach
INK, PAPER, GREY = "FFFFFFFF", "FF2B4C5E", "FF6B7780"
FORMATS = {"date": "yyyy-mm-dd", "money": "#,##0.00"}
README, CHOICES = "Read me", "Choices"


def template_workbook() -> bytes:
    """A sheet a table with our headers and a note on each; first one that explains, with an example of each column."""
    book = Workbook()
    _read_me(book.active)
    lists = book.create_sheet(CHOICES)
    for table, fields in TABLES.items():
        columns = [(field.type, NOTES[table][field.name]) for field in fields]
        _blank_sheet(book.create_sheet(table.capitalize()), columns, lists)
    book.move_sheet(lists, len(TABLES))
    lists.sheet_state = "hidden"
    return as_bytes(book)


def _blank_sheet(sheet: Any, columns: Sequence[tuple[str, Note]], lists: Any) -> None:
    sheet.freeze_panes = "A2"
    for place, (kind, note) in enumerate(columns, start=1):
        cell, letter = sheet.cell(1, place, note.header), get_column_letter(place)
        cell.font, cell.fill = Font(bold=True, color=INK), PatternFill("solid", fgColor=PAPER)
        cell.alignment = Alignment(wrap_text=True, vertical="top")
        cell.comment = _comment(note)
        sheet.column_dimensions[letter].width = max(14, len(note.header) + 3)
        if kind in FORMATS:
            sheet.column_dimensions[letter].number_format = FORMATS[kind]
        if note.choices:
            _offer(sheet, letter, note.choices, lists)


def _comment(note: Note) -> Comment:
    text = f"{note.says}\n\n{say('For example: {example}', example=note.example)}" if note.example else str(note.says)
    return Comment(text, "Bowtie", height=110, width=260)


def _offer(sheet: Any, letter: str, choices: tuple[str, ...], lists: Any) -> None:
    """A list to choose from. Other words are let in: they are matched on upload."""
    column = lists.max_column + 1 if lists.cell(1, 1).value else 1
    for row, choice in enumerate(choices, start=1):
        lists.cell(row, column, choice)
    place = get_column_letter(column)
    offered = DataValidation("list", formula1=f"{CHOICES}!${place}$1:${place}${len(choices)}", allow_blank=True)
    offered.showErrorMessage = False
    offered.add(f"{letter}2:{letter}{LAST_ROW}")
    sheet.add_data_validation(offered)


def _read_me(sheet: Any) -> None:
    sheet.title = README
    lines: list[tuple[Text | str, ...]] = [
        (say("Fill in what you have"),),
        (say("One sheet for each kind of data. Fill in the columns that you have and leave the rest blank."),),
        (say("One sheet is enough to start. Delete the sheets and columns that you do not need, or leave them."),),
        (say("Hold the pointer over a header to read what belongs there. Then upload this workbook as it is."),),
        (say("Leave out e-mail addresses, telephone numbers and other personal data: they are not needed."),), ("",),
    ]
    for table, notes in NOTES.items():
        lines += [(table.capitalize(), ABOUT[table])]
        lines += [("", note.header, note.says, note.example) for note in notes.values()] + [("",)]
    for line in lines:
        sheet.append([str(part) for part in line])
    _dress(sheet)


def _dress(sheet: Any) -> None:
    sheet["A1"].font = Font(bold=True, size=14)
    for letter, width in {"A": 16, "B": 28, "C": 70, "D": 24}.items():
        sheet.column_dimensions[letter].width = width
    for row in sheet.iter_rows(min_row=7):
        row[0].font = Font(bold=True)
        for cell in row[3:]:
            cell.font = Font(color=GREY, italic=True)
