"""The header of a delimited text made to fit its rows."""

from __future__ import annotations

from collections.abc import Sequence

from bowtie.intake.dialect import Record
from bowtie.intake.layout import Layout
from bowtie.words import Text, say

UNITS = ("%", "€", "$", "£", "¥", "₽", "руб.", "руб", "元", "円", "원")


def fit_headers(
    layout: Layout, records: Sequence[Record], width: int, delimiter: str
) -> tuple[tuple[str, ...], tuple[Text, ...]]:
    """One header for each cell of a row (or more), and what had to be done for it."""
    if layout.header < 0:
        return tuple(f"#{place + 1}" for place in range(width)), ()
    own = len(records[layout.header].cells)
    headers = list(layout.headers[:max(own, width)])
    below = [record.cells for record in records[layout.first:] if any(record.cells)]
    if own == width + 1:
        joined = _joined(headers, delimiter)
        if joined:
            return joined
    if own == width - 1 and _is_counted(below):
        return ("", *headers[:own]), (say("The first column has no header: it seems to be a row number."),)
    return tuple(headers), ()


def _joined(headers: list[str], delimiter: str) -> tuple[tuple[str, ...], tuple[Text, ...]] | None:
    """A header cut in two by a delimiter of its own: "Revenue, EUR" without quotes."""
    units = [place for place in range(1, len(headers)) if _is_rest(headers[place], headers[place - 1])]
    if len(units) != 1 or not headers[-1]:
        return None
    place = units[0]
    whole = f"{headers[place - 1]}{delimiter} {headers[place]}"
    note = say("A header holds the delimiter and was put together again: “{header}”.", header=whole[:80])
    return (*headers[:place - 1], whole, *headers[place + 1:]), (note,)


def _is_rest(text: str, before: str) -> bool:
    is_code = 0 < len(text) <= 4 and text.isalpha() and text.isupper()
    return before.count("(") > before.count(")") or is_code or text in UNITS


def _is_counted(below: Sequence[Sequence[str]]) -> bool:
    """Rows are numbered 1, 2, 3 or 0, 1, 2: the names of rows that R and pandas write without a header."""
    numbers = [cells[0] for cells in below[:20]]
    begin = 0 if numbers[:1] == ["0"] else 1
    return len(numbers) > 1 and numbers == [str(begin + place) for place in range(len(numbers))]
