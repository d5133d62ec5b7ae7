"""Sheets into files that are the same byte for byte whenever and wherever they are made."""

from __future__ import annotations

import csv
import io

from bowtie.sample.sheet import Sheet


def as_csv(sheet: Sheet) -> bytes:
    """UTF-8, comma, line feeds."""
    buffer = io.StringIO()
    writer = csv.writer(buffer, lineterminator="\n")
    writer.writerow(sheet.headers)
    writer.writerows(sheet.rows)
    return buffer.getvalue().encode("utf-8")
