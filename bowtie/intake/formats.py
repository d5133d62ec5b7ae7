"""One file, whatever it is -> its sheets. Runs in the reading process."""

from __future__ import annotations

import mmap
from pathlib import Path
from typing import Any

from bowtie.errors import FileProblem
from bowtie.intake.delimited import read_delimited
from bowtie.intake.options import Options
from bowtie.intake.sheets import RawSheet
from bowtie.intake.workbook import read_workbook


def read_file(path: Path, name: str, options: Options) -> tuple[list[RawSheet], list[FileProblem]]:
    """Sheets and the problems of parts of it; raises FileProblem when nothing of it can be used."""
    with path.open("rb") as file, mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as data:
        return read_bytes(data, name, options)


def read_bytes(data: Any, name: str, options: Options) -> tuple[list[RawSheet], list[FileProblem]]:
    """As `read_file`, of bytes or a map of them."""
    if data[:4] == b"PK\x03\x04" or data[:8] == b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1":
        return read_workbook(data, name, options.limits), []
    return [read_delimited(data, name, options.encoding, options.delimiter, options.limits)], []
