"""Workbooks (.xlsx, .xlsm, .xls, .xlsb, .ods) through calamine. Runs in the reading process."""

from __future__ import annotations

import io
from typing import Any

import pyarrow as pa
from python_calamine import CalamineWorkbook

from bowtie.errors import FileProblem
from bowtie.intake.columns import typed_column
from bowtie.intake.guard import Limits
from bowtie.intake.layout import find_layout
from bowtie.intake.sheets import RawSheet
from bowtie.words import say

HEAD = 200   # rows looked at to find the header


def read_workbook(data: Any, name: str, limits: Limits) -> list[RawSheet]:
    """Its sheets that hold a table; raises FileProblem when none does."""
    book = CalamineWorkbook.from_filelike(io.BytesIO(data))
    sheets = []
    for meta in book.sheets_metadata:
        rows = book.get_sheet_by_name(meta.name).to_python(skip_empty_area=False)
        if any(cell != "" for row in rows for cell in row):
            sheets.append(_sheet(name, meta.name, rows))
    if not sheets:
        raise FileProblem(say("The workbook holds no data: all its sheets are empty."),
                          say("Check that it was saved with its data, and upload it again."), name)
    return sheets


def _sheet(file: str, name: str, rows: list[list[Any]]) -> RawSheet:
    layout = find_layout(rows[:HEAD])
    body = rows[layout.first:]
    kept = [number for number, row in enumerate(body) if any(cell != "" for cell in row)]
    columns = list(zip(*(body[number] for number in kept), strict=True)) or [()] * len(layout.headers)
    typed = [typed_column(column) for column in columns[layout.left:]]
    data = pa.table({str(place): array for place, (array, _) in enumerate(typed)})
    numbers = pa.array([layout.first + number + 1 for number in kept], pa.int64())
    return RawSheet(file, name, layout.header + 1, layout.headers, data, tuple(native for _, native in typed), numbers,
                    skipped_blank=len(body) - len(kept), preamble=layout.preamble)
