"""How a text is cut into cells: the delimiter, and where its first records lie."""

from __future__ import annotations

import csv
import re
from collections import Counter
from dataclasses import dataclass
from typing import Any

DELIMITERS = (",", ";", "\t", "|")
BLANKS = " "             # cells parted by runs of blanks
CANDIDATE_LINES = 100
_LINES = re.compile(r"(?<=\n)|(?<=\r)(?!\n)")
BREAK = re.compile(rb"\r\n|\n|\r")


@dataclass(frozen=True)
class Record:
    """One record and the byte where it ends."""

    cells: tuple[str, ...]
    end: int


def declared(head: bytes) -> tuple[str, int]:
    """The delimiter that a first line `sep=;` declares, and the length of that line; ("", 0) without one."""
    found = re.match(rb'"?sep=(.)"?[,;\t]*(?:\r\n|\n|\r)', head, re.IGNORECASE)
    return (found.group(1).decode("latin-1"), found.end()) if found else ("", 0)


def find_delimiter(head: str) -> str:
    """The delimiter of a text by its first lines: the one that cuts most of them into equally many cells.
    "" where there is one column only."""
    first = _LINES.split(head, maxsplit=CANDIDATE_LINES)[:CANDIDATE_LINES]
    lines = [line for line in first if line.strip(" \t\r\n,;|")]
    scores = {delimiter: _evenness(lines, delimiter) for delimiter in DELIMITERS}
    best = max(DELIMITERS, key=lambda delimiter: scores[delimiter])
    if scores[best] > 0.5:
        return best
    return BLANKS if _aligned(lines) else (best if scores[best] > 0 else "")


def _evenness(lines: list[str], delimiter: str) -> float:
    widths = [len(cells) for cells in csv.reader(lines, delimiter=delimiter)]
    if not widths or max(widths) == 1:
        return 0.0
    cut = [width for width in widths if width > 1]
    usual, count = Counter(cut).most_common(1)[0]
    even = count / len(widths)
    some = len(cut) / len(widths)
    # Ragged tables still are cut nearly everywhere; of two equals, the one that makes more cells.
    return 0.7 * even + 0.3 * some + min(usual, 50) / 1000


def _aligned(lines: list[str]) -> bool:
    """Columns of figures parted by blanks, as statistical programs print them."""
    cut = [line.split() for line in lines]
    widths = Counter(map(len, cut))
    if not widths:
        return False
    usual, count = widths.most_common(1)[0]
    figures = sum(part.replace(".", "").replace(",", "").replace("-", "").isdecimal() for row in cut for part in row)
    return usual > 1 and count >= 0.9 * len(lines) and figures >= 0.5 * sum(map(len, cut))


def first_records(data: bytes, delimiter: str, most: int, quoted: bool = True) -> list[Record]:
    """The first records of UTF-8 bytes, each with where it ends: so that the rest can be handed on unparsed."""
    ends = [found.end() for found in BREAK.finditer(data)]
    if not ends or ends[-1] < len(data):
        ends.append(len(data))
    starts = [0, *ends[:-1]]
    lines = (data[start:end].decode("utf-8", errors="replace") for start, end in zip(starts, ends, strict=True))
    if delimiter == BLANKS:
        return [Record(tuple(line.split()), end) for line, end in zip(lines, ends, strict=True)][:most]
    reader = csv.reader(lines, **csv_options(delimiter, quoted))
    records = []
    for cells in reader:
        records.append(Record(tuple(cells), ends[reader.line_num - 1]))
        if len(records) == most:
            break
    return records


def csv_options(delimiter: str, quoted: bool) -> dict[str, Any]:
    """For `csv.reader`; a text of one column is cut by a character that it does not hold."""
    return {"delimiter": delimiter or "\x1f", "quoting": csv.QUOTE_MINIMAL if quoted else csv.QUOTE_NONE}


def has_stray_quotes(head: bytes, delimiter: str) -> bool:
    """Whether quotes quote nothing: one of inches or feet, taken for an opening one, swallows the lines after it."""
    if b'"' not in head or delimiter == BLANKS:
        return False
    quoted = first_records(head, delimiter, CANDIDATE_LINES)
    if not any("\n" in cell and ('"' in cell or delimiter in cell) for record in quoted for cell in record.cells):
        return False
    # Lines of a text that is rightly quoted fall into uneven pieces when its quotes are ignored.
    plain = _usual_share(first_records(head, delimiter, CANDIDATE_LINES, quoted=False))
    return plain >= max(0.95, _usual_share(quoted))


def _usual_share(records: list[Record]) -> float:
    widths = Counter(len(record.cells) for record in records if any(record.cells))
    return max(widths.values()) / widths.total() if widths else 0.0
