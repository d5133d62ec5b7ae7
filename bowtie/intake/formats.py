"""One file, whatever it is -> its sheets. Runs in the reading process."""

from __future__ import annotations

import mmap
import zipfile
from collections import Counter
from dataclasses import replace
from pathlib import Path, PurePosixPath
from typing import Any

from bowtie.errors import FileProblem
from bowtie.intake.archive import Counts, bomb, check_parts, open_archive
from bowtie.intake.delimited import read_delimited
from bowtie.intake.guard import TEXT_ENDINGS, check_size
from bowtie.intake.options import Options
from bowtie.intake.problems import refused, unreadable
from bowtie.intake.sheets import RawSheet
from bowtie.intake.signature import kind_of_file, kind_of_zip
from bowtie.intake.webpage import read_webpage
from bowtie.intake.workbook import read_workbook
from bowtie.words import say, say_n

IN_MEMORY = 1 << 29   # bytes up to which a file is held whole: searching a map of it is slower
Reading = tuple[list[RawSheet], list[FileProblem]]


def read_file(path: Path, name: str, options: Options) -> Reading:
    """Sheets and the problems of parts of it; raises FileProblem when nothing of it can be used."""
    if path.stat().st_size <= IN_MEMORY:
        return read_bytes(path.read_bytes(), name, options)
    with path.open("rb") as file, mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as data:
        return read_bytes(data, name, options)


def read_bytes(data: Any, name: str, options: Options, inside: bool = False) -> Reading:
    """As `read_file`, of bytes or a map of them; `inside` an archive, where a further archive is refused."""
    kind = kind_of_file(data, name)
    if kind == "html":
        return [read_webpage(data, name, options)], []
    if kind == "text":
        return [read_delimited(data, name, options.encoding(name), options.delimiter(name), options.limits)], []
    if kind == "workbook":
        return read_workbook(data, name, options.limits)
    archive = open_archive(data, name, options.limits)
    if kind_of_zip(archive, name) == "workbook":
        counts = check_parts(archive, data, name, options.limits)
        sheets, problems = read_workbook(data, name, options.limits, counts.errors)
        return _noted(sheets, counts), problems
    if inside:
        raise refused(name, say("This is an archive within an archive."), say("Unpack it, and upload the files."))
    return _read_packed(archive, name, options)


def _noted(sheets: list[RawSheet], counts: Counts) -> list[RawSheet]:
    """What was counted over the whole workbook is said with its first sheet."""
    notes = []
    if counts.errors:
        notes.append(say_n(
            "{n:int} cell of this workbook holds an error such as #N/A and counts as empty.",
            "{n:int} cells of this workbook hold errors such as #N/A and count as empty.", counts.errors,
        ))
    if counts.uncomputed:
        notes.append(say_n(
            "{n:int} formula of this workbook has no stored result and counts as empty: open it in Excel and save it.",
            "{n:int} formulas of this workbook have no stored result and count as empty: open it in Excel and save it.",
            counts.uncomputed,
        ))
    return [replace(sheet, notes=(*sheet.notes, *notes)) if place == 0 else sheet for place, sheet in enumerate(sheets)]


def _read_packed(archive: zipfile.ZipFile, name: str, options: Options) -> Reading:
    entries = [entry for entry in archive.infolist() if not _is_litter(entry)]
    if not entries:
        raise refused(name, say("The archive holds no files."), say("Zip the files again, or upload them as they are."))
    sheets: list[RawSheet] = []
    problems: list[FileProblem] = []
    for entry, inner in zip(entries, _inner_names(entries), strict=True):
        try:
            found, refusals = _read_entry(archive, entry, inner, options)
        except FileProblem as problem:
            found, refusals = [], [problem]
        sheets += found
        problems += refusals
    return sheets, problems


def _is_litter(entry: zipfile.ZipInfo) -> bool:
    parts = PurePosixPath(entry.filename).parts
    return entry.is_dir() or "__MACOSX" in parts or entry.filename.endswith("/") or (
        parts[-1].startswith((".", "~$")) or parts[-1].lower() in ("thumbs.db", "desktop.ini")
    )


def _inner_names(entries: list[zipfile.ZipInfo]) -> list[str]:
    """File names without their folders, or with them where two would be the same."""
    short = [PurePosixPath(entry.filename.replace("\\", "/")).name for entry in entries]
    counts = Counter(short)
    return [
        name if counts[name] == 1 else entry.filename for name, entry in zip(short, entries, strict=True)
    ]


def _read_entry(archive: zipfile.ZipFile, entry: zipfile.ZipInfo, name: str, options: Options) -> Reading:
    if _is_trick(entry.filename):
        raise refused(name, say("Its path points outside of the archive, as in files made to do harm."),
                      say("Zip the files again, or upload them as they are."))
    check_size(name, entry.file_size, options.limits, name.lower().endswith(TEXT_ENDINGS))
    try:
        with archive.open(entry) as file:
            data = file.read(entry.file_size + 1)
    except (zipfile.BadZipFile, NotImplementedError, EOFError, OSError) as error:
        raise unreadable(name, type(error).__name__) from None
    if len(data) > entry.file_size:
        raise bomb(name)
    return read_bytes(data, name, options, inside=True)


def _is_trick(path: str) -> bool:
    parts = PurePosixPath(path.replace("\\", "/")).parts
    return ".." in parts or path.startswith(("/", "\\")) or path[1:2] == ":"
