"""Sheets into files that are the same byte for byte whenever and wherever they are made."""

from __future__ import annotations

import csv
import io
import re
import zipfile
from datetime import date
from typing import Any
from xml.etree.ElementTree import canonicalize  # noqa: TID251 - reads only what openpyxl has just written

from openpyxl import Workbook
from openpyxl.styles import Font

from bowtie.sample.facts import COMPANY
from bowtie.sample.sheet import Sheet

LONG_AGO = (1980, 1, 1, 0, 0, 0)     # the first day that a zip knows
WRITTEN = re.compile(rb"(<dcterms:(?:created|modified)[^>]*>)[^<]*(<)")


def as_csv(sheet: Sheet) -> bytes:
    """UTF-8, comma, line feeds."""
    buffer = io.StringIO()
    writer = csv.writer(buffer, lineterminator="\n")
    writer.writerow(sheet.headers)
    writer.writerows(sheet.rows)
    return buffer.getvalue().encode("utf-8")


def as_finance_workbook(sheet: Sheet) -> bytes:
    """A finance team's workbook: titles above the header, typed cells, a total below."""
    book = Workbook()
    page = book.active
    page.title = "Spend by month"
    page.append([f"{COMPANY}: what we spend to win and to keep customers"])
    page.append(["All amounts in EUR, without VAT"])
    page.append([])
    page.append(list(sheet.headers))
    for row in sheet.rows:
        page.append([_typed(text, place) for place, text in enumerate(row)])
    page.append(["Total", None, None, None, None, sum(int(row[5]) for row in sheet.rows)])
    page["A1"].font = Font(bold=True, size=14)
    return as_bytes(book)


def _typed(text: str, place: int) -> date | float | str | None:
    if place == 0:
        return date.fromisoformat(text)
    return float(text) if place in (5, 6) else text or None


def as_bytes(book: Any) -> bytes:
    """An openpyxl workbook without the moment and the machine that it was written at: stored, not compressed, its
    XML in canonical form, since openpyxl writes it by whichever library is there."""
    buffer, found = io.BytesIO(), io.BytesIO()
    book.save(buffer)
    with zipfile.ZipFile(buffer) as old, zipfile.ZipFile(found, "w", zipfile.ZIP_STORED) as new:
        for name in old.namelist():
            entry = zipfile.ZipInfo(name, LONG_AGO)
            entry.create_system = 0
            text = WRITTEN.sub(rb"\g<1>2026-07-01T00:00:00Z\2", old.read(name)).decode()
            new.writestr(entry, canonicalize(text) if name.endswith((".xml", ".rels", ".vml")) else text)
    return found.getvalue()
