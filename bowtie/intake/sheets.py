"""What reading gives: sheets as they stand in the file, nothing typed yet.

No pandas here: `inspect` must start fast.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Literal

import pyarrow as pa

from bowtie.errors import FileProblem
from bowtie.words import Text

Native = Literal["text", "number", "date", "flag", "mixed", "empty"]


@dataclass(frozen=True)
class RejectedRow:
    """A row left out at reading, kept to be shown and downloaded. `row` counts from 1 as a spreadsheet shows it."""

    row: int
    cells: tuple[str, ...]
    reason: Text


@dataclass(frozen=True)
class RawSheet:
    """One sheet, header row found, title, total and blank rows out.

    `data` has one Arrow column a sheet column, named "0", "1", ...; each is `string` unless the file itself held
    typed cells throughout: `double`/`int64` for numbers, `timestamp` for real dates, `bool`. Use `texts(i)` for text.
    `header_row` counts from 1; 0 means that the file has no header and headers are "#1", "#2", ...
    Headers are as in the file, stripped, internal line breaks kept; blank ones are ""; duplicates stand as they are.
    """

    file: str
    name: str                      # "" for a delimited text file
    header_row: int
    headers: tuple[str, ...]
    data: pa.Table
    native: tuple[Native, ...]
    row_numbers: pa.Array          # int64: the spreadsheet row of each data row
    rejected: tuple[RejectedRow, ...] = ()
    skipped_blank: int = 0
    notes: tuple[Text, ...] = ()   # what reading noticed: ragged rows, control characters, a guess
    hidden: bool = False
    encoding: str = ""
    delimiter: str = ""
    preamble: tuple[str, ...] = () # text of the title rows above the header: a period or currency may stand there

    @property
    def key(self) -> str:
        """How mapping, findings and messages name this sheet."""
        return f"{self.file} [{self.name}]" if self.name else self.file

    @property
    def rows(self) -> int:
        """Data rows, header and rejected rows not counted."""
        return int(self.data.num_rows)

    def texts(self, column: int) -> pa.ChunkedArray:
        """The column as text: whole numbers without ".0", dates as ISO, null where the cell was empty."""
        from bowtie.intake.texts import as_text

        return as_text(self.data.column(column))

    def without_rows(self) -> RawSheet:
        """The same sheet with no data, for tests of shape."""
        return replace(self, data=self.data.slice(0, 0), row_numbers=self.row_numbers.slice(0, 0))


@dataclass(frozen=True)
class Sheets:
    """All sheets of an upload, and the files that could not be used. Iterates over its sheets."""

    sheets: tuple[RawSheet, ...]
    problems: tuple[FileProblem, ...] = ()
    fingerprint: str = ""          # sha256 over file contents and reading options, in the order given
    files: tuple[str, ...] = field(default=())

    def __iter__(self) -> Iterator[RawSheet]:
        return iter(self.sheets)

    def __len__(self) -> int:
        return len(self.sheets)
