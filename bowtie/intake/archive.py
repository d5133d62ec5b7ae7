"""What an archive would unpack to, looked at before any parser sees it. Nothing is ever written to disk by name."""

from __future__ import annotations

import io
import re
import struct
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from bowtie.errors import FileProblem
from bowtie.intake.guard import MIB, Limits
from bowtie.intake.problems import refused
from bowtie.words import say

CHUNK = 1 << 20
OVERLAP = 64          # bytes looked at again, so that nothing hides between two chunks
RATIO_FROM = 20 * MIB
DECLARATION = re.compile(rb"<!\s*(?:DOCTYPE|ENTITY)", re.IGNORECASE)
FAR_COLUMN = (re.compile(rb'r="[A-Z]{3}[0-9]'), re.compile(rb"r='[A-Z]{3}[0-9]"))   # from AAA, the 703rd
NO_RESULT = re.compile(rb"</f>(?:</c>|<v></v>|<v ?/>)")   # writers differ in how they write an empty element
DIMENSION = re.compile(rb"<(?:\w+:)?dimension\s+ref=[\"'][A-Z]+\d+:([A-Z]+)(\d+)[\"']")


@dataclass(frozen=True)
class Counts:
    """What the look at a workbook's sheets found."""

    errors: int = 0            # cells such as #N/A
    uncomputed: int = 0        # formulas without a stored result


def open_archive(data: Any, name: str, limits: Limits) -> zipfile.ZipFile:
    """Raises FileProblem when it is cut short, encrypted, or would unpack to too much."""
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
    except (zipfile.BadZipFile, ValueError, OSError, struct.error, NotImplementedError):
        raise refused(
            name, say("The file is cut short or damaged: its end is missing."),
            say("Download or copy it again, and check that it opens."),
        ) from None
    entries = archive.infolist()
    if len(entries) > limits.entries:
        raise _too_much(name, say("The archive holds {n:int} entries.", n=len(entries)))
    if any(entry.flag_bits & 1 for entry in entries):
        raise locked(name)
    _check_declared(entries, name, limits)
    return archive


def locked(name: str) -> FileProblem:
    """Behind a password."""
    return refused(
        name, say("The file is protected with a password."),
        say("Open it, save a copy without the password, and upload that."),
    )


def _too_much(name: str, problem: Any) -> FileProblem:
    return refused(
        name, problem, say("Save the table alone as a new .xlsx or .csv, and upload that."),
    )


def _check_declared(entries: list[zipfile.ZipInfo], name: str, limits: Limits) -> None:
    for entry in entries:
        padded = entry.file_size > RATIO_FROM and entry.file_size > limits.ratio * max(1, entry.compress_size)
        if entry.file_size > limits.entry_bytes or padded:
            raise bomb(name)
    if sum(entry.file_size for entry in entries) > limits.expanded_bytes:
        raise bomb(name)


def bomb(name: str) -> FileProblem:
    """Unpacks to more than a table could."""
    return _too_much(name, say("The file unpacks to far more than its size, as files made to do harm do."))


def check_parts(archive: zipfile.ZipFile, data: Any, name: str, limits: Limits) -> Counts:
    """Unpacks every XML part of a workbook piece by piece, counting what really comes out; raises FileProblem."""
    total, errors, uncomputed = 0, 0, 0
    for entry in archive.infolist():
        if not entry.filename.lower().endswith((".xml", ".rels", ".vml")):
            continue
        sheet = "worksheets/" in entry.filename
        size = 0
        for piece in _pieces(data, entry, name):
            size += len(piece) - OVERLAP
            if size > limits.entry_bytes or total + size > limits.expanded_bytes:
                raise bomb(name)
            if _declares(piece, first=size <= CHUNK):
                raise _declaration(name)
            if sheet:
                _check_far(piece, name)
                if size <= CHUNK:
                    _check_said(piece, name, limits)
                errors += piece.count(b't="e"')
                uncomputed += _uncomputed(piece)
        total += size
    return Counts(errors, uncomputed)


def _declares(piece: bytes, first: bool) -> bool:
    """A declaration of a document type; or two bytes a letter, which no spreadsheet program writes and hides one."""
    wide = first and b"\0" in piece[OVERLAP:OVERLAP + 200]
    return wide or (b"<!" in piece and DECLARATION.search(piece) is not None)


def _uncomputed(piece: bytes) -> int:
    if b"</f>" not in piece:
        return 0
    return len(NO_RESULT.findall(piece))


def _declaration(name: str) -> FileProblem:
    return refused(
        name, say("The file declares entities of its own, which no spreadsheet program writes and harmful files do."),
        say("Open it in a spreadsheet program, save it as a new .xlsx, and upload that."),
    )


def _pieces(data: Any, entry: zipfile.ZipInfo, name: str) -> Iterator[bytes]:
    """The unpacked bytes in pieces that overlap; what an entry says of its own size is not believed."""
    packed = memoryview(data)[_start(data, entry):]
    packed = packed[:entry.compress_size]
    last = b"\0" * OVERLAP
    try:
        for piece in _inflate(packed) if entry.compress_type == zipfile.ZIP_DEFLATED else _slices(packed):
            yield last + piece
            last = piece[-OVERLAP:].rjust(OVERLAP, b"\0")
    except zlib.error:
        raise refused(
            name, say("The file is damaged: a part of it cannot be unpacked."),
            say("Download or copy it again, and check that it opens."),
        ) from None


def _start(data: Any, entry: zipfile.ZipInfo) -> int:
    at = entry.header_offset
    name_length, extra_length = struct.unpack("<HH", bytes(data[at + 26:at + 30]))
    return int(at + 30 + name_length + extra_length)


def _inflate(packed: memoryview) -> Iterator[bytes]:
    engine = zlib.decompressobj(-15)
    rest: bytes | memoryview = packed
    while not engine.eof:
        piece = engine.decompress(rest, CHUNK)
        rest = engine.unconsumed_tail
        if not piece:
            return
        yield piece


def _slices(packed: memoryview) -> Iterator[bytes]:
    for start in range(0, len(packed), CHUNK):
        yield bytes(packed[start:start + CHUNK])


def _check_far(piece: bytes, name: str) -> None:
    """A cell in a column that no table reaches, whatever the sheet says of its own size."""
    for pattern in FAR_COLUMN:
        for found in pattern.finditer(piece):
            if piece[found.start() - 1:found.start()].isspace():
                cell = re.match(rb"[A-Z0-9]+", piece[found.start() + 3:])
                raise _far(name, cell.group().decode("ascii") if cell else "")


def _check_said(piece: bytes, name: str, limits: Limits) -> None:
    """The range that the sheet says it uses stands at its beginning."""
    said = DIMENSION.search(piece[:4 * 1024])
    if said and _column(said.group(1)) * int(said.group(2)) > limits.cells:
        raise _far(name, (said.group(1) + said.group(2)).decode("ascii"))


def _column(letters: bytes) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + letter - 64
    return number


def _far(name: str, cell: str) -> FileProblem:
    return refused(
        name, say("A sheet is in use as far as cell {cell}, so most of it would be empty cells.", cell=cell[:12]),
        say("Delete the rows and columns far from the table, save it, and upload it again."),
    )
