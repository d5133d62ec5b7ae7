"""How sheets travel from the reading process to ours: a line of JSON and an Arrow file for each sheet."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import pyarrow as pa

from bowtie.errors import FileProblem
from bowtie.intake.sheets import RawSheet, RejectedRow
from bowtie.words import Text

ROW = "row"   # the column that carries row numbers; data columns are named by position


def pack_sheet(sheet: RawSheet, path: Path) -> dict[str, Any]:
    """Writes the data to `path`; the rest is plain JSON."""
    table = sheet.data.append_column(ROW, sheet.row_numbers)
    with pa.OSFile(str(path), "wb") as sink, pa.ipc.new_file(sink, table.schema) as writer:
        writer.write_table(table)
    return {
        "path": str(path), "file": sheet.file, "name": sheet.name, "header_row": sheet.header_row,
        "headers": sheet.headers, "native": sheet.native, "skipped_blank": sheet.skipped_blank,
        "rejected": [(left.row, left.cells, pack_text(left.reason)) for left in sheet.rejected],
        "notes": [pack_text(note) for note in sheet.notes], "hidden": sheet.hidden,
        "encoding": sheet.encoding, "delimiter": sheet.delimiter, "preamble": sheet.preamble,
    }


def unpack_sheet(told: dict[str, Any]) -> RawSheet:
    """The data stays in the mapped file, which may be deleted (but not on Windows, so there it is copied)."""
    table = _open(told["path"])
    rows = table.column(ROW).combine_chunks() if table.num_rows else pa.array([], pa.int64())
    return RawSheet(
        file=told["file"], name=told["name"], header_row=told["header_row"], headers=tuple(told["headers"]),
        data=table.drop_columns([ROW]), native=tuple(told["native"]), row_numbers=rows,
        rejected=tuple(RejectedRow(row, tuple(cells), unpack_text(why)) for row, cells, why in told["rejected"]),
        skipped_blank=told["skipped_blank"], notes=tuple(unpack_text(note) for note in told["notes"]),
        hidden=told["hidden"], encoding=told["encoding"], delimiter=told["delimiter"],
        preamble=tuple(told["preamble"]),
    )


def _open(path: str) -> pa.Table:
    if sys.platform == "win32":
        return pa.ipc.open_file(pa.BufferReader(Path(path).read_bytes())).read_all()
    return pa.ipc.open_file(pa.memory_map(path)).read_all()


def pack_text(text: Text) -> dict[str, Any]:
    """As JSON: nothing is translated in the reading process."""
    return {"message": text.message, "plural": text.plural, "n": text.n, "params": dict(text.params)}


def unpack_text(told: dict[str, Any]) -> Text:
    """The sentence as it was packed."""
    return Text(told["message"], told["plural"], told["n"], told["params"])


def pack_problem(problem: FileProblem) -> dict[str, Any]:
    """As JSON."""
    return {"problem": pack_text(problem.problem), "remedy": pack_text(problem.remedy), "file": problem.file}


def unpack_problem(told: dict[str, Any]) -> FileProblem:
    """The problem as it was packed."""
    return FileProblem(unpack_text(told["problem"]), unpack_text(told["remedy"]), told["file"])
