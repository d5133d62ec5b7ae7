"""Tables as files."""

from __future__ import annotations

import pandas as pd

from bowtie.report.guard import guard_csv, xlsx_bytes
from bowtie.words import say


def csv_bytes(frame: pd.DataFrame) -> bytes:
    """A CSV that any spreadsheet program opens, in which no cell is a formula."""
    return guard_csv(frame)


def rejected_xlsx(rejected: pd.DataFrame) -> bytes:
    """The rows left out, each with file, sheet, row and reason, as a workbook."""
    return xlsx_bytes({str(say("Rows left out")): rejected})
