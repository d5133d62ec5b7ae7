"""The blank template workbook, made from bowtie.tables so that it never drifts from it."""

from __future__ import annotations

import io

from openpyxl import Workbook

from bowtie.tables import TABLES


def template_workbook() -> bytes:
    """A sheet a table with our headers."""
    book = Workbook()
    book.remove(book.active)
    for table, fields in TABLES.items():
        book.create_sheet(table).append([field.name for field in fields])
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()
