"""Where the table lies in a sheet: the header row under titles, the columns that it spans."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

Row = Sequence[Any]


@dataclass(frozen=True)
class Layout:
    """Indices count from 0 into the rows that were looked at; `header` is -1 where there is none."""

    header: int
    first: int                   # the first row below the header
    left: int                    # the first column of the table
    headers: tuple[str, ...]     # one for each column from `left` on
    preamble: tuple[str, ...] = ()


def find_layout(rows: Sequence[Row]) -> Layout:
    """Of the first rows of a sheet; empty cells are "" or None."""
    width = max((len(row) for row in rows), default=0)
    headers = tuple(str(cell or "").strip() for cell in rows[0]) if rows else ()
    return Layout(0, 1, 0, headers + ("",) * (width - len(headers)))
