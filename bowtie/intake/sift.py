"""Sifts a whole table of text by columns: blank rows, totals, repeated headers and notes out, edge columns too."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

from bowtie.intake.kinds import cell_text
from bowtie.intake.leftout import BEGINNINGS, EDGE, TAIL, Profile, judge, last_of_table, notes_below
from bowtie.intake.sheets import RejectedRow
from bowtie.words import Text

Places = npt.NDArray[np.int64]

_FIRST_BYTES = np.zeros(1 << 16, dtype=bool)   # by the first two bytes
_FIRST_BYTES[[int.from_bytes(start.encode()[:2]) for start in BEGINNINGS]] = True
# A coarse sieve in front of the exact rules: RE2 goes over many labels at once.
_COARSE = (
    r"(?i)^(.{0,10}tota|sous|somme|.{0,8}summe|.{0,8}ergebnis|gesamt|insges|suma|.{0,14}итог|всего|[合总總小共汇彙総累]"
    r"|[총합소누]|razem|celkem|toplam|genel)"
)


@dataclass(frozen=True)
class Sifted:
    """Data rows and columns that stay, and what went."""

    headers: tuple[str, ...]
    data: pa.Table
    row_numbers: pa.Array
    rejected: tuple[RejectedRow, ...]
    blank: int


def sift_table(table: pa.Table, profile: Profile, first_row: int) -> Sifted:
    """`first_row` is the spreadsheet row of the first row of the table."""
    labels = _labels(table)
    blank = _blank(table, labels)
    reasons = _reasons(table, labels, profile, set(blank.tolist()))
    rejected = tuple(
        RejectedRow(first_row + place, tuple(cell_text(cell) for cell in _cells(table, place)), reason)
        for place, reason in sorted(reasons.items())
    )
    gone = np.union1d(blank, np.fromiter(reasons, np.int64, len(reasons)))
    kept, numbers = _without(table, gone, first_row)
    headers, kept = _trimmed(profile.headers, kept)
    return Sifted(headers, kept, numbers, rejected, len(blank))


def _labels(table: pa.Table) -> pa.ChunkedArray:
    """The first cell of each row that is not empty."""
    labels = table.column(0)
    for place in range(1, table.num_columns):
        if labels.null_count == 0:
            break
        labels = pc.coalesce(labels, table.column(place))
    return labels


def _blank(table: pa.Table, labels: pa.ChunkedArray) -> Places:
    """Rows without a cell, or with blanks only."""
    places = _where(pc.is_null(labels))
    spaced = _where(pc.starts_with(labels, " "))
    some = spaced.tolist()[:10_000]
    only = [place for place in some if not any(str(cell or "").strip() for cell in _cells(table, place))]
    return np.union1d(places, np.array(only, np.int64))


def _where(mask: pa.ChunkedArray) -> Places:
    return np.flatnonzero(pc.fill_null(mask, False).to_numpy())


def _reasons(table: pa.Table, labels: pa.ChunkedArray, profile: Profile, blank: set[int]) -> dict[int, Text]:
    rows = table.num_rows
    start = max(0, rows - TAIL)
    tail = [_cells(table, place) for place in range(start, rows)]
    notes = notes_below(tail, profile)
    end = start + last_of_table(tail, notes)
    edges = (*range(min(EDGE, rows)), *range(max(0, end - EDGE), rows))
    suspects = {*_suspects(labels), *_like_header(table, profile), *edges}
    reasons = {start + place: reason for place, reason in notes.items()}
    for place in sorted(suspects - blank):
        reason = judge(_cells(table, place), profile, edge=place < 1 or place > end - EDGE)
        if reason:
            reasons[place] = reason
    return reasons


def _suspects(labels: pa.ChunkedArray) -> list[int]:
    """Rows whose label may be that of a total."""
    found: list[int] = []
    base = 0
    for chunk in labels.chunks:
        places = np.flatnonzero(_begins_so(chunk))
        if len(places):
            some = chunk.take(pa.array(places))
            hits = pc.fill_null(pc.match_substring_regex(some, _COARSE), False).to_numpy(zero_copy_only=False)
            found += (base + places[hits]).tolist()
        base += len(chunk)
    return found


def _begins_so(chunk: pa.Array) -> npt.NDArray[np.bool_]:
    """By the first two bytes of each label, straight from Arrow's buffers: a million of them in milliseconds."""
    _, offsets, data = chunk.buffers()
    ends = np.frombuffer(offsets, np.int32)[chunk.offset:chunk.offset + len(chunk) + 1]
    if data is None or data.size == 0:
        return np.zeros(len(chunk), dtype=bool)
    codes = np.frombuffer(data, np.uint8)
    last = len(codes) - 1
    first = codes[np.minimum(ends[:-1], last)].astype(np.uint16) << 8 | codes[np.minimum(ends[:-1] + 1, last)]
    found: npt.NDArray[np.bool_] = _FIRST_BYTES[first] & (ends[1:] - ends[:-1] > 1)
    return found


def _like_header(table: pa.Table, profile: Profile) -> list[int]:
    place = next((place for place, header in enumerate(profile.headers) if header), None)
    if place is None or profile.headers[place].startswith("#"):
        return []
    return list(map(int, _where(pc.equal(table.column(place), profile.headers[place]))))


def _cells(table: pa.Table, place: int) -> list[Any]:
    return [column[place].as_py() for column in table.columns]


def _without(table: pa.Table, gone: Places, first_row: int) -> tuple[pa.Table, pa.Array]:
    numbers = np.arange(first_row, first_row + table.num_rows, dtype=np.int64)
    if len(gone) == 0:
        return table, pa.array(numbers)
    keep = np.ones(table.num_rows, dtype=bool)
    keep[gone] = False
    return table.filter(pa.array(keep)), pa.array(numbers[keep])


def _trimmed(headers: tuple[str, ...], table: pa.Table) -> tuple[tuple[str, ...], pa.Table]:
    """Without columns at either side that have neither header nor cell."""
    used = [
        place for place in range(table.num_columns)
        if (headers[place].strip() and headers[place] != f"#{place + 1}")   # our own name is no header
        or table.column(place).null_count < table.num_rows
    ]
    if not used:
        return headers, table
    left, right = used[0], used[-1] + 1
    kept = table.select(range(left, right))
    return headers[left:right], kept.rename_columns([str(place) for place in range(right - left)])
