"""Text that leaves stays text: no cell of a CSV or a workbook becomes a formula or a link in somebody's spreadsheet."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date, datetime
from io import BytesIO
from os import PathLike
from typing import IO, Any

import numpy as np
import pandas as pd
from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell

from bowtie.words import Text

LONGEST = 32_767                                          # characters that a cell of a workbook holds
_STARTS = tuple("=+-@|%\t\r\n＝＋－＠｜％﹢﹣﹦﹪﹫−")        # half width, full width, small forms, the minus sign
_NEGATIVE = re.compile(r"-(\d[\d.,' \u00a0\u202f]*|[.,]\d+)([eE][+-]?\d+)?")     # in any country's way
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
_SHEET_SIGNS = re.compile(r"[\[\]:*?/\\\x00-\x1f]")


def as_text_cell(value: object) -> str:
    """A cell of a CSV as text: an apostrophe before whatever a spreadsheet might take for a formula.

    Plain negative numbers are spared; control characters go, line breaks stay inside.
    """
    text = _CONTROL.sub("", "" if _missing(value) else str(value))
    # Spreadsheets skip leading blanks and marks that nobody sees, so look past them.
    start = text.lstrip(" \u00a0\u3000\u200b\u200c\u200d\u200e\u200f\u2060\ufeff")
    risky = text.startswith(_STARTS) or start.startswith(_STARTS)
    return "'" + text if risky and not _is_negative_number(text) else text


def _is_negative_number(text: str) -> bool:
    return _NEGATIVE.fullmatch(text) is not None


def guard_csv(frame: pd.DataFrame) -> bytes:
    """The rows as CSV in UTF-8 with the mark that lets a spreadsheet program recognise it; headers guarded too.

    Numbers and dates are written as such (dates as YYYY-MM-DD, with a time only where there is one); missing is empty.
    """
    columns = [_csv_column(frame.iloc[:, at]) for at in range(frame.shape[1])]
    headers = [as_text_cell(name) for name in frame.columns]
    guarded = pd.DataFrame(dict(enumerate(columns)), index=frame.index)
    return str(guarded.to_csv(index=False, header=headers, lineterminator="\r\n")).encode("utf-8-sig")


def _csv_column(column: pd.Series[Any]) -> pd.Series[Any]:
    """Numbers as they are; of text each distinct value once."""
    if pd.api.types.is_numeric_dtype(column) and not pd.api.types.is_bool_dtype(column):
        return column
    if isinstance(column.dtype, pd.StringDtype):
        guarded = {value: _csv_cell(value) for value in column.unique()}
        return column.map(guarded).astype("str")
    return column.map(_csv_cell).astype("str")


def _csv_cell(value: object) -> str:
    if _missing(value):
        return ""
    if isinstance(value, bool | np.bool_):
        return "true" if value else "false"
    if isinstance(value, int | float | np.number):
        return repr(value.item() if isinstance(value, np.generic) else value)
    if isinstance(value, datetime):
        return value.date().isoformat() if value.time() == datetime.min.time() else value.isoformat(sep=" ")
    return as_text_cell(value)


def write_xlsx(frames: Mapping[str, pd.DataFrame], target: str | PathLike[str] | IO[bytes]) -> None:
    """A workbook with a sheet a frame. Text cells and headers are text whatever they begin with; no links, no formulas.

    Longer text than a cell holds is cut with an ellipsis; numbers that are not finite are left empty; names of sheets
    are cleaned and kept apart.
    """
    book = Workbook(write_only=True)
    taken: set[str] = set()
    for name, frame in (frames or {"": pd.DataFrame()}).items():
        sheet = book.create_sheet(_sheet_name(name, taken))
        sheet.append([_text(sheet, header) for header in frame.columns])
        for row in frame.itertuples(index=False, name=None):
            sheet.append([_cell(sheet, value) for value in row])
    book.save(target)


def xlsx_bytes(frames: Mapping[str, pd.DataFrame]) -> bytes:
    """The same workbook as bytes."""
    buffer = BytesIO()
    write_xlsx(frames, buffer)
    return buffer.getvalue()


def _cell(sheet: Any, value: object) -> Any:
    if _missing(value):
        return None
    if isinstance(value, bool | np.bool_):
        return bool(value)
    if isinstance(value, int | float | np.number):
        number = value.item() if isinstance(value, np.generic) else value
        return number if np.isfinite(number) else None
    if isinstance(value, date):
        return _naive(value)
    return _text(sheet, value)


def _naive(value: date) -> date:
    """A workbook knows no time zones."""
    stamp = value.to_pydatetime(warn=False) if isinstance(value, pd.Timestamp) else value
    return stamp.replace(tzinfo=None) if isinstance(stamp, datetime) else stamp


def _text(sheet: Any, value: object) -> Any:
    line = _CONTROL.sub("", "" if _missing(value) else str(value))
    cell = WriteOnlyCell(sheet, value=line if len(line) <= LONGEST else line[: LONGEST - 1] + "…")
    cell.data_type = "s"          # openpyxl made it "f" where the text begins with "="
    if line.startswith(_STARTS):
        cell.quotePrefix = True   # stays text when somebody edits it
    return cell


def _sheet_name(name: object, taken: set[str]) -> str:
    """At most 31 characters without the signs that are forbidden, unlike the others whatever their case."""
    base = _CONTROL.sub("", _SHEET_SIGNS.sub(" ", str(name))).strip(" '")[:31].strip(" '") or "Sheet"
    if base.casefold() == "history":      # a name that Excel keeps for itself
        base = "History_"
    candidate, number = base, 2
    while candidate.casefold() in taken:
        ending = f" {number}"
        candidate, number = base[: 31 - len(ending)] + ending, number + 1
    taken.add(candidate.casefold())
    return candidate


def _missing(value: object) -> bool:
    if value is None or isinstance(value, str | Text):
        return value is None
    found = pd.isna(value)  # type: ignore[call-overload]
    return bool(found) if isinstance(found, bool | np.bool_) else False
