"""Delimited text. Runs in the reading process."""

from __future__ import annotations

import csv
import io
from typing import Any

import pyarrow as pa

from bowtie.intake.guard import Limits
from bowtie.intake.layout import find_layout
from bowtie.intake.sheets import RawSheet

HEAD = 200


def read_delimited(data: Any, name: str, encoding: str, delimiter: str, limits: Limits) -> RawSheet:
    """The one sheet of a text file."""
    text = bytes(data).decode(encoding or "utf-8-sig", errors="replace")
    first = text[:text.find("\n")] if "\n" in text else text
    delimiter = delimiter or max(",;\t|", key=first.count)
    rows = list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter))
    layout = find_layout(rows[:HEAD])
    width = len(layout.headers)
    kept = [(number, row) for number, row in enumerate(rows[layout.first:], layout.first + 1) if any(row)]
    cells = [[row[place] or None if place < len(row) else None for _, row in kept] for place in range(width)]
    table = pa.table({str(place): pa.array(column, pa.string()) for place, column in enumerate(cells)})
    return RawSheet(name, "", layout.header + 1, layout.headers, table, ("text",) * width,
                    pa.array([number for number, _ in kept], pa.int64()), encoding=encoding or "utf-8",
                    delimiter=delimiter)
