"""Tables saved as a web page, often under the name .xls. Runs in the reading process."""

from __future__ import annotations

import csv
import io
from dataclasses import replace
from html.parser import HTMLParser
from typing import Any

from bowtie.intake.cleantext import clean_text
from bowtie.intake.delimited import read_delimited
from bowtie.intake.options import Options
from bowtie.intake.sheets import RawSheet
from bowtie.intake.signature import web_page
from bowtie.words import say

SHARE = 0.5   # of the text of the page that stands in its largest table, or else it is a page and no export


def read_webpage(data: Any, name: str, options: Options) -> RawSheet:
    """Its largest table as one sheet; raises FileProblem when the page is more than a table."""
    text = clean_text(data, name, options.encoding(name))
    parser = _Tables()
    parser.feed(bytes(text.data[text.start:]).decode("utf-8", errors="replace"))
    table = max(parser.tables, key=_letters, default=[])
    if not table or _letters(table) < SHARE * parser.letters:
        raise web_page(name)
    written = io.StringIO()
    csv.writer(written).writerows(table)
    sheet = read_delimited(written.getvalue().encode(), name, "utf-8", ",", options.limits)
    return replace(sheet, delimiter="", notes=(*sheet.notes, say("This is a web page; its largest table was read.")))


def _letters(table: list[list[str]]) -> int:
    return sum(len(cell) for row in table for cell in row)


class _Tables(HTMLParser):
    """Collects rows; a table within a table counts as its own."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.tables: list[list[list[str]]] = []
        self.letters = 0
        self._open: list[list[list[str]]] = []
        self._cell: list[str] | None = None
        self._silent = 0
        self._span = 1

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in ("script", "style"):
            self._silent += 1
        elif tag == "table":
            self._open.append([])
        elif tag == "tr" and self._open:
            self._end_cell()
            self._open[-1].append([])
        elif tag in ("td", "th") and self._open:
            self._end_cell()
            if not self._open[-1]:
                self._open[-1].append([])
            self._cell = []
            span = next((value for key, value in attrs if key == "colspan"), None) or ""
            self._span = int(span) if span.isdecimal() and len(span) < 4 else 1
        elif tag == "br" and self._cell is not None:
            self._cell.append(" ")

    def handle_endtag(self, tag: str) -> None:
        if tag in ("script", "style"):
            self._silent = max(0, self._silent - 1)
        elif tag in ("td", "th", "tr"):
            self._end_cell()
        elif tag == "table" and self._open:
            self._end_cell()
            self.tables.append([row for row in self._open.pop() if row])

    def handle_data(self, data: str) -> None:
        if self._silent:
            return
        self.letters += len(data.strip())
        if self._cell is not None:
            self._cell.append(data)

    def _end_cell(self) -> None:
        if self._cell is None or not self._open:
            return
        text = " ".join("".join(self._cell).split())
        self._open[-1][-1].extend([text] + [""] * (self._span - 1))
        self._cell = None
