"""The files that `analyse --out` writes: results, mapping, customers, rejected rows. They compute nothing."""

from __future__ import annotations

import json
from pathlib import Path
from typing import IO, Any

import pandas as pd

from bowtie.analysis import Analysis
from bowtie.intake.mapping import Mapping
from bowtie.lists import customers_list
from bowtie.report.guard import as_text_cell, guard_csv

MOST_ROWS = 1_048_575     # of a worksheet, without its header
SHEET_NAME = "Rejected rows"


def write_all(analysis: Analysis, mapping: Mapping, folder: Path) -> tuple[Path, ...]:
    """results.json, mapping.toml, customers.csv and, where rows were left out, rejected.xlsx. OSError when it cannot."""
    folder.mkdir(parents=True, exist_ok=True)
    written = [
        _write(folder / "results.json", json.dumps(analysis.results(), ensure_ascii=False, allow_nan=False, indent=1)),
        _write(folder / "mapping.toml", mapping.as_toml()),
        _write(folder / "customers.csv", guarded_csv(customers_list(analysis)), "utf-8-sig"),
    ]
    if len(analysis.dataset.rejected):
        with (folder / "rejected.xlsx").open("wb") as file:
            write_rejected(analysis.dataset.rejected, file)
        written.append(folder / "rejected.xlsx")
    return tuple(written)


def _write(path: Path, text: str, encoding: str = "utf-8") -> Path:
    # The mark at the start of a CSV tells spreadsheets that it is UTF-8; other files do without.
    path.write_text(text, encoding=encoding, newline="")
    return path


def guarded_csv(frame: pd.DataFrame) -> str:
    """The frame as CSV whose texts, headers included, no spreadsheet runs as formulas."""
    safe = frame.copy()
    for name in safe.columns:
        if not pd.api.types.is_numeric_dtype(safe[name].dtype):
            safe[name] = [None if _blank(value) else guard_csv(str(value)) for value in safe[name]]
    safe.columns = pd.Index([guard_csv(str(name)) for name in safe.columns])
    text: str = safe.to_csv(index=False, lineterminator="\r\n")
    return text


def write_rejected(rejected: pd.DataFrame, file: IO[bytes]) -> None:
    """The rows left out as .xlsx: place and reason first, then each sheet's own cells, all as text."""
    from openpyxl import Workbook

    book = Workbook(write_only=True)
    parts = list(rejected.groupby(["file", "sheet"], sort=False)) if len(rejected) else [(None, rejected)]
    for number, (_, rows) in enumerate(parts, start=1):
        sheet = book.create_sheet(SHEET_NAME if len(parts) == 1 else f"{SHEET_NAME} {number}")
        own = rows.dropna(axis=1, how="all")
        sheet.append([_text_cell(sheet, name) for name in own.columns])
        for row in own.head(MOST_ROWS).itertuples(index=False, name=None):
            sheet.append([_text_cell(sheet, value) for value in row])
    book.save(file)


def _text_cell(sheet: Any, value: Any) -> Any:
    from openpyxl.cell import WriteOnlyCell

    if _blank(value) or isinstance(value, int):
        return None if _blank(value) else value
    cell = WriteOnlyCell(sheet, value=as_text_cell(value))
    cell.data_type = "s"
    return cell


def _blank(value: Any) -> bool:
    return value is None or value is pd.NA or value is pd.NaT or (isinstance(value, float) and value != value)
