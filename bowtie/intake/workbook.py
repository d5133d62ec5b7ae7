"""Workbooks (.xlsx, .xlsm, .xls, .xlsb, .ods) through calamine. Runs in the reading process."""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import pyarrow as pa
from python_calamine import CalamineError, CalamineSheet, CalamineWorkbook, SheetTypeEnum, SheetVisibleEnum

from bowtie.errors import FileProblem
from bowtie.intake import problems
from bowtie.intake.cleantext import control_note, without_control
from bowtie.intake.columns import typed_column
from bowtie.intake.guard import Limits
from bowtie.intake.kinds import cell_text, label_text
from bowtie.intake.layout import Layout, find_layout
from bowtie.intake.leftout import EDGE, TAIL, Profile, judge, last_of_table, notes_below, profile_of, worth_a_look
from bowtie.intake.sheets import RawSheet, RejectedRow
from bowtie.words import Text, say

NO_TABLES = (SheetTypeEnum.ChartSheet, SheetTypeEnum.Vba, SheetTypeEnum.MacroSheet, SheetTypeEnum.DialogSheet)
HEAD = 200   # rows looked at to find the header


def read_workbook(
    data: Any, name: str, limits: Limits, errors: int = 0
) -> tuple[list[RawSheet], list[FileProblem]]:
    """Its sheets that hold a table, and those that cannot be used; raises FileProblem when none holds one.
    `errors` is how many cells with errors were counted before."""
    book = CalamineWorkbook.from_filelike(io.BytesIO(data))
    found: list[RawSheet] = []
    refusals: list[FileProblem] = []
    empty: list[str] = []
    for meta in book.sheets_metadata:
        if meta.typ in NO_TABLES:
            continue
        try:
            sheet = _read_sheet(book, meta.name, name, limits)
        except FileProblem as problem:
            refusals.append(problem)
            continue
        if sheet is None:
            empty.append(meta.name)
        else:
            found.append(_marked(sheet, meta.visible is not SheetVisibleEnum.Visible))
    if not found and not refusals:
        raise problems.only_errors(name, errors) if errors else problems.empty_workbook(name)
    if not found:
        raise refusals[0]
    return _told_empty(found, empty), [problem for problem in refusals if not _is_bare(problem)]


def _is_bare(problem: FileProblem) -> bool:
    """A header without rows, such as a template beside filled sheets, keeps nobody from anything."""
    return problem.problem == problems.no_rows("").problem


def _told_empty(sheets: list[RawSheet], empty: list[str]) -> list[RawSheet]:
    if not empty:
        return sheets
    note = say("Sheets without data were left out: {names}.", names=", ".join(empty)[:200])
    return [replace(sheets[0], notes=(*sheets[0].notes, note)), *sheets[1:]]


def _marked(sheet: RawSheet, hidden: bool) -> RawSheet:
    if not hidden:
        return sheet
    return replace(sheet, hidden=True, notes=(*sheet.notes, say("This sheet is hidden in the workbook.")))


def _opened(book: CalamineWorkbook, name: str, file: str) -> CalamineSheet:
    try:
        return book.get_sheet_by_name(name)
    except (CalamineError, OSError, ValueError) as error:
        raise problems.unreadable(f"{file} [{name}]", type(error).__name__) from None


def _read_sheet(book: CalamineWorkbook, name: str, file: str, limits: Limits) -> RawSheet | None:
    """The sheet, None when it is empty; raises FileProblem when it cannot be used."""
    sheet = _opened(book, name, file)
    _check_size(sheet, file, limits)
    rows: list[list[Any]] = sheet.to_python(skip_empty_area=False)
    layout = find_layout(rows[:HEAD], sheet.merged_cell_ranges or ())
    body = rows[layout.first:]
    if not any(cell != "" for row in rows[:layout.first] for cell in row) and not _filled(body):
        return None
    kept, rejected, blank = _sift(body, layout)
    if not kept:
        raise problems.no_rows(file, name)
    numbers = pa.array([layout.first + place + 1 for place in kept], pa.int64())
    data = [body[place] for place in kept] if blank or rejected else body
    columns = list(zip(*data, strict=True))
    left, right = _edges(layout.headers, columns)
    typed = [typed_column(column) for column in columns[left:right]]
    arrays, removed = without_control([array for array, _ in typed])
    return RawSheet(
        file=file, name=sheet.name, header_row=layout.header + 1, headers=layout.headers[left:right],
        data=pa.table({str(place): array for place, array in enumerate(arrays)}),
        native=tuple(native for _, native in typed), row_numbers=numbers, rejected=rejected, skipped_blank=blank,
        notes=(control_note(removed),) if removed else (), preamble=layout.preamble,
    )


def _check_size(sheet: CalamineSheet, file: str, limits: Limits) -> None:
    if sheet.end is None:
        return
    rows, columns = sheet.end[0] + 1, sheet.end[1] + 1
    if columns > limits.columns:
        raise problems.too_many_columns(file, sheet.name, columns, limits)
    if rows > limits.rows + 1:
        raise problems.too_many_rows(file, sheet.name, rows, limits.rows)


def _filled(rows: Sequence[Sequence[Any]]) -> bool:
    return any(cell != "" for row in rows for cell in row)


def _sift(body: list[list[Any]], layout: Layout) -> tuple[list[int], tuple[RejectedRow, ...], int]:
    """Places of data rows, rejected rows, number of blank rows."""
    profile = profile_of(layout.headers, body[:100])
    header = next((header for header in profile.headers if header), "")
    suspects = worth_a_look([row[0] for row in body], header)
    blank = {place for place in suspects if not any(map(label_text, body[place]))}
    reasons = _reasons(body, profile, suspects, blank)
    rejected = tuple(
        RejectedRow(layout.first + place + 1, tuple(map(cell_text, body[place])), reason)
        for place, reason in sorted(reasons.items())
    )
    gone = blank | reasons.keys()
    kept = [place for place in range(len(body)) if place not in gone] if gone else list(range(len(body)))
    return kept, rejected, len(blank)


def _reasons(body: list[list[Any]], profile: Profile, suspects: list[int], blank: set[int]) -> dict[int, Text]:
    start = max(0, len(body) - TAIL)
    notes = notes_below(body[start:], profile)
    end = start + last_of_table(body[start:], notes)
    reasons = {start + place: reason for place, reason in notes.items()}
    for place in sorted({*suspects, *range(max(0, end - EDGE), len(body))} - blank):
        reason = judge(body[place], profile, edge=place < 1 or place > end - EDGE)
        if reason:
            reasons[place] = reason
    return reasons


def _edges(headers: tuple[str, ...], columns: Sequence[Sequence[Any]]) -> tuple[int, int]:
    """The columns between which anything stands: a table that starts at B2 begins with an empty one."""
    used = [
        place for place, column in enumerate(columns)
        if (headers[place] and headers[place] != f"#{place + 1}") or any(cell != "" for cell in column)
    ]
    return (used[0], used[-1] + 1) if used else (0, len(columns))
