"""What is refused before anything is read: limits first, then content, then what an archive would unpack to.

Light on purpose: the screen asks `Limits` before an upload, the child process calls the rest. Every refusal is one
FileProblem with a plain sentence and what to do about it.
"""

from __future__ import annotations

from dataclasses import dataclass

from bowtie.errors import FileProblem
from bowtie.words import say

MIB = 1 << 20
TEXT_ENDINGS = (".csv", ".tsv", ".txt", ".tab", ".dat")


@dataclass(frozen=True)
class Limits:
    """How much one file may hold and cost. Shown before an upload; sizes in bytes."""

    file_bytes: int = 50 * MIB
    text_bytes: int = 50 * MIB          # delimited text costs less to read, so a command line may allow more
    rows: int = 1_048_576               # of a sheet
    text_rows: int = 1_048_576
    columns: int = 500
    cells: int = 60_000_000             # of a workbook sheet, from its first to its last used cell
    files: int = 100                    # of one upload
    entries: int = 5_000                # of an archive
    entry_bytes: int = 1024 * MIB       # of one entry, unpacked
    expanded_bytes: int = 1536 * MIB    # of a whole archive, unpacked
    ratio: int = 200                    # unpacked to packed, of entries that unpack to more than a megabyte
    memory_bytes: int = 4096 * MIB      # of the reading process
    seconds: float = 120.0              # for one file

    @staticmethod
    def command_line() -> Limits:
        """For one's own machine: text files up to 4 GB and 50 million rows."""
        return Limits(text_bytes=4096 * MIB, text_rows=50_000_000, memory_bytes=16384 * MIB, seconds=600.0)


def check_size(name: str, size: int, limits: Limits, text: bool) -> None:
    """Raises FileProblem for an empty or too large file."""
    allowed = limits.text_bytes if text else limits.file_bytes
    if size == 0:
        raise FileProblem(
            say("The file is empty (0 bytes)."), say("Export it again, and check that it opens with data in it."), name
        )
    if size > allowed:
        raise FileProblem(
            say(
                "The file has {size:num} MB, and at most {most:num} MB can be read.",
                size=size / MIB, most=allowed / MIB,
            ),
            say("Split it by year or by table, or leave out columns that are not needed, and upload the parts."),
            name,
        )
