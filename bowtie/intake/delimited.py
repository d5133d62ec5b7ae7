"""Delimited text -> one sheet, all of it text. Runs in the reading process.

The beginning is looked at closely (delimiter, header row); the rest goes through pyarrow's parser at its full speed,
or, where lines are ragged or blank, through the slower but forgiving one of the standard library.
"""

from __future__ import annotations

import csv
import io
import re
from collections import Counter
from dataclasses import dataclass
from typing import Any

import pyarrow as pa
import pyarrow.csv as pa_csv

from bowtie.intake import problems
from bowtie.intake.cleantext import CleanText, clean_text
from bowtie.intake.dialect import BLANKS, Record, csv_options, declared, find_delimiter, first_records, has_stray_quotes
from bowtie.intake.guard import Limits
from bowtie.intake.headers import fit_headers
from bowtie.intake.layout import Layout, find_layout
from bowtie.intake.leftout import profile_of
from bowtie.intake.sheets import RawSheet
from bowtie.intake.sift import sift_table
from bowtie.words import Text, say_n

HEAD_BYTES = 1 << 19
HEAD_ROWS = 200
csv.field_size_limit(1 << 30)


@dataclass(frozen=True)
class Beginning:
    """What the first lines tell. `offset` is where data begins; `width` how many cells a row of it has."""

    delimiter: str
    stray: bool        # quotes are inches and the like, and quote nothing
    layout: Layout
    headers: tuple[str, ...]
    offset: int
    width: int
    sample: tuple[tuple[str, ...], ...]
    notes: tuple[Text, ...]

    def quoted_below(self, data: Any) -> bool:
        """Whether any quote stands in the data: without one it can be cut faster."""
        return not self.stray and data.find(b'"', self.offset) >= 0


def read_delimited(data: Any, name: str, encoding: str, delimiter: str, limits: Limits) -> RawSheet:
    """The one sheet of a text file; raises FileProblem when it holds no table."""
    text = clean_text(data, name, encoding)
    start = _begin(text, name, delimiter, limits)
    table, notes = _parse(text, start)
    if table.num_rows == 0:
        raise problems.no_rows(name)
    if table.num_rows > limits.text_rows:
        raise problems.too_many_rows(name, "", table.num_rows, limits.text_rows)
    profile = profile_of(start.headers, start.sample)
    sifted = sift_table(table, profile, start.layout.first + 1)
    if sifted.data.num_rows == 0:
        raise problems.no_rows(name)
    return RawSheet(
        file=name, name="", header_row=start.layout.header + 1, headers=sifted.headers, data=sifted.data,
        native=tuple("empty" if column.null_count == len(column) else "text" for column in sifted.data.columns),
        row_numbers=sifted.row_numbers, rejected=sifted.rejected, skipped_blank=sifted.blank,
        notes=(*text.notes, *start.notes, *notes), encoding=text.encoding,
        delimiter=start.delimiter, preamble=start.layout.preamble,
    )


def _begin(text: CleanText, name: str, delimiter: str, limits: Limits) -> Beginning:
    head = _head(text)
    if not head.strip():
        raise problems.empty_text(name)
    said, skip = declared(head)
    delimiter = delimiter or said or find_delimiter(head[skip:].decode("utf-8", errors="replace"))
    stray = has_stray_quotes(head[skip:], delimiter)
    records = first_records(head[skip:], delimiter, HEAD_ROWS, not stray)
    if (widest := _usual_width(records, 0)) > limits.columns:
        raise problems.too_many_columns(name, "", widest, limits)
    layout = find_layout([record.cells for record in records])
    # A line `sep=;` is a row of the file for whoever counts rows in an editor, not in a spreadsheet, which hides it.
    below = records[layout.first:]
    width = _usual_width(below, len(layout.headers))
    headers, notes = fit_headers(layout, records, width, delimiter)
    offset = text.start + skip + (records[layout.first - 1].end if layout.first else 0)
    sample = tuple(record.cells for record in below[:100])
    return Beginning(delimiter, stray, layout, headers, offset, width, sample, notes)


def _head(text: CleanText) -> bytes:
    """The first lines, whole ones; all of the text when there is no line break in the first half megabyte."""
    head = bytes(text.data[text.start:text.start + HEAD_BYTES])
    if len(head) < HEAD_BYTES:
        return head
    cut = max(head.rfind(b"\n"), head.rfind(b"\r")) + 1
    return head[:cut] if cut else bytes(text.data[text.start:])


def _usual_width(records: list[Record], otherwise: int) -> int:
    widths = Counter(len(record.cells) for record in records if any(record.cells))
    return max(widths, key=lambda width: (widths[width], width)) if widths else otherwise


def _parse(text: CleanText, start: Beginning) -> tuple[pa.Table, tuple[Text, ...]]:
    """Rows below the header as columns of text, null where a cell is empty."""
    if start.delimiter != BLANKS:
        table = _parse_fast(text, start)
        if table is not None:
            return _widened(table, len(start.headers)), ()
    return _parse_slowly(text, start)


def _end(data: Any, start: int) -> int:
    """Where the last line ends, without the blank lines after it."""
    end = len(data)
    while end > start and data[end - 1] in b"\r\n":
        end -= 1
    return end


def _parse_fast(text: CleanText, start: Beginning) -> pa.Table | None:
    """None where a row has more or fewer cells than the others, as a blank line has."""
    names = [str(place) for place in range(start.width)]
    rest = pa.py_buffer(text.data)[start.offset:_end(text.data, start.offset)]
    if rest.size == 0:
        return pa.table({name: pa.array([], pa.string()) for name in names})
    quotes = start.quoted_below(text.data)
    try:
        return pa_csv.read_csv(
            pa.BufferReader(rest),
            read_options=pa_csv.ReadOptions(column_names=names, block_size=1 << 22),
            parse_options=pa_csv.ParseOptions(
                delimiter=start.delimiter or "\x1f", quote_char='"' if quotes else False,
                newlines_in_values=quotes, ignore_empty_lines=False,
            ),
            convert_options=pa_csv.ConvertOptions(
                column_types=dict.fromkeys(names, pa.string()), null_values=[""], strings_can_be_null=True,
            ),
        )
    except pa.ArrowInvalid:
        return None   # ragged, or a cell larger than a block: the slow way tells which


def _widened(table: pa.Table, width: int) -> pa.Table:
    for place in range(table.num_columns, width):
        table = table.append_column(str(place), pa.nulls(table.num_rows, pa.string()))
    return table


def _parse_slowly(text: CleanText, start: Beginning) -> tuple[pa.Table, tuple[Text, ...]]:
    body = bytes(text.data[start.offset:]).decode("utf-8", errors="replace")
    width = max(len(start.headers), start.width)
    rows = _rows(body, start)
    notes = _ragged_notes(rows, start, width)
    padded = [row if len(row) == width else (row + [""] * width)[:width] for row in rows]
    columns = list(zip(*padded, strict=True)) or [()] * width
    arrays = {
        str(place): pa.array([cell or None for cell in column], pa.string()) for place, column in enumerate(columns)
    }
    return pa.table(arrays), notes


def _rows(body: str, start: Beginning) -> list[list[str]]:
    if start.delimiter == BLANKS:
        return [line.split() for line in re.split(r"\r\n|\n|\r", body.rstrip("\r\n"))]
    rows = list(csv.reader(io.StringIO(body, newline=""), **csv_options(start.delimiter, not start.stray)))
    while rows and not rows[-1]:
        rows.pop()
    return rows


def _ragged_notes(rows: list[list[str]], start: Beginning, width: int) -> tuple[Text, ...]:
    first = start.layout.first + 1
    long = [number for number, row in enumerate(rows, first) if len(row) > width and any(row[width:])]
    short = [number for number, row in enumerate(rows, first) if row and len(row) < start.width and any(row)]
    notes = []
    if short:
        notes.append(say_n(
            "{n:int} row has fewer cells than the others (the first is row {row:int}); the missing ones are empty.",
            "{n:int} rows have fewer cells than the others (the first is row {row:int}); the missing ones are empty.",
            len(short), row=short[0],
        ))
    if long:
        extra = " | ".join(cell for cell in rows[long[0] - first][width:] if cell)[:80]
        notes.append(say_n(
            "{n:int} row has more cells than there are columns (the first is row {row:int}, with “{extra}”); "
            "what is beyond the last column was left out. A delimiter inside a text needs quotes around the text.",
            "{n:int} rows have more cells than there are columns (the first is row {row:int}, with “{extra}”); "
            "what is beyond the last column was left out. A delimiter inside a text needs quotes around the text.",
            len(long), row=long[0], extra=extra,
        ))
    return tuple(notes)
