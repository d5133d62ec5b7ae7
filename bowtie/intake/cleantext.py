"""Bytes of a text file -> UTF-8 bytes without marks and control characters, and what was noticed on the way."""

from __future__ import annotations

import codecs
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from bowtie.errors import FileProblem
from bowtie.intake.encodings import Found, decode_mixed, find_encoding, guess_legacy
from bowtie.words import Text, say, say_n

CONTROL = bytes(byte for byte in range(32) if byte not in b"\t\n\r") + b"\x7f"
CONTROL_PATTERN = r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]"
BLOCK = 1 << 22


@dataclass(frozen=True)
class CleanText:
    """`data` is bytes or a map of the file, UTF-8 from `start` on."""

    data: Any
    start: int
    encoding: str
    notes: tuple[Text, ...] = ()


def clean_text(data: Any, name: str, encoding: str) -> CleanText:
    """Raises FileProblem when the chosen encoding does not exist."""
    if encoding:
        return _without_control(_chosen(data, name, encoding))
    found = find_encoding(bytes(data[:4096]))
    if found is None:
        return _without_control(_narrow(data))
    if found.encoding == "utf-8":
        return _without_control(CleanText(data, found.mark, "utf-8"))
    return _without_control(_wide(data, found))


def _chosen(data: Any, name: str, encoding: str) -> CleanText:
    try:
        codec = codecs.lookup(encoding).name
    except LookupError:
        raise FileProblem(
            say("There is no text encoding called {encoding}.", encoding=encoding),
            say("Choose one such as utf-8, gb18030, big5, shift_jis, cp949, cp1251 or cp1252."), name,
        ) from None
    text = bytes(data).decode(codec, errors="replace").removeprefix("\ufeff")
    bad = text.count("\ufffd")
    notes = (say_n(
        "{n:int} character is not valid in the chosen encoding.",
        "{n:int} characters are not valid in the chosen encoding.", bad,
    ),) if bad else ()
    return CleanText(text.encode("utf-8", errors="replace"), 0, codec, notes)


def _wide(data: Any, found: Found) -> CleanText:
    text = bytes(data[found.mark:]).decode(found.encoding, errors="replace")
    notes = (_guess_note(found.encoding),) if found.guessed else ()
    return CleanText(text.encode("utf-8", errors="replace"), 0, found.encoding, notes)


def _narrow(data: Any) -> CleanText:
    if _is_utf8(data):
        return CleanText(data, 0, "utf-8")
    raw = bytes(data)
    mixed = decode_mixed(raw)
    if mixed:
        text, other, lines = mixed
        return CleanText(text.encode(), 0, "utf-8", (_mixed_note(other, lines),))
    encoding = guess_legacy(raw)
    text = raw.decode(encoding, errors="replace")
    return CleanText(text.encode("utf-8", errors="replace"), 0, encoding, (_guess_note(encoding),))


def _is_utf8(data: Any) -> bool:
    """Block by block, so that no second copy of a large file is made."""
    decoder = codecs.getincrementaldecoder("utf-8")()
    size = len(data)
    try:
        for start in range(0, size, BLOCK):
            decoder.decode(data[start:start + BLOCK], start + BLOCK >= size)
    except UnicodeDecodeError:
        return False
    return True


def _guess_note(encoding: str) -> Text:
    return say(
        "The text does not say which encoding it is in; it was read as {encoding}. "
        "If letters look wrong, choose another.",
        encoding=encoding,
    )


def _mixed_note(encoding: str, lines: int) -> Text:
    return say_n(
        "{n:int} line is in another encoding than the rest ({encoding}) and was read as that.",
        "{n:int} lines are in another encoding than the rest ({encoding}) and were read as that.",
        lines, encoding=encoding,
    )


def _without_control(clean: CleanText) -> CleanText:
    if not _has_control(clean.data):
        return clean
    raw = bytes(clean.data[clean.start:])
    kept = raw.translate(None, CONTROL)
    if len(kept) == len(raw):
        return clean
    return CleanText(kept, 0, clean.encoding, (*clean.notes, control_note(len(raw) - len(kept))))


def control_note(removed: int) -> Text:
    """Told, since a cell may have changed."""
    return say_n(
        "{n:int} invisible control character was removed.", "{n:int} invisible control characters were removed.",
        removed,
    )


def without_control(columns: Sequence[pa.Array]) -> tuple[list[pa.Array], int]:
    """Columns of a workbook, and how many control characters were taken out of its texts."""
    kept, removed = [], 0
    for column in columns:
        texts = pa.types.is_string(column.type) and column.null_count < len(column)
        if not texts or not _has_control(column.buffers()[2]):
            kept.append(column)
            continue
        clean = pc.replace_substring_regex(column, CONTROL_PATTERN, "")
        removed += int(pc.sum(pc.utf8_length(column)).as_py()) - int(pc.sum(pc.utf8_length(clean)).as_py())
        kept.append(clean)
    return kept, removed


def _has_control(data: Any) -> bool:
    codes = np.frombuffer(data, np.uint8)
    for start in range(0, len(codes), BLOCK):
        block = codes[start:start + BLOCK]
        low = block[(block < 32) | (block == 127)]
        if ((low != 10) & (low != 13) & (low != 9)).any():
            return True
    return False
