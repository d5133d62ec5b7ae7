"""A sheet of the sample on its way into a file: headers and rows of text."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

Row = list[str]


@dataclass(frozen=True)
class Sheet:
    """`name` is the file's name without its ending."""

    name: str
    headers: tuple[str, ...]
    rows: list[Row]

    def with_rows(self, rows: list[Row]) -> Sheet:
        """The same sheet with other rows."""
        return replace(self, rows=rows)

    def changed(self, places: list[int], header: str, change: Callable[[str], str]) -> Sheet:
        """The same sheet with one cell changed in each of these rows."""
        column, hit = self.headers.index(header), set(places)
        return self.with_rows([
            [*row[:column], change(row[column]), *row[column + 1:]] if place in hit else row
            for place, row in enumerate(self.rows)
        ])

    def where(self, header: str, holds: Callable[[str], bool]) -> list[int]:
        """The places of rows whose cell is so."""
        column = self.headers.index(header)
        return [place for place, row in enumerate(self.rows) if holds(row[column])]


def money(amount: float) -> str:
    """Two decimals."""
    return f"{amount:.2f}"


def day(value: object) -> str:
    """ISO, or nothing."""
    return str(value) if value else ""
