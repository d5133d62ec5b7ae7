"""Small files made byte by byte: workbooks of every format, and those that were made to do harm."""

from __future__ import annotations

import io
import struct
import zipfile
from collections.abc import Sequence
from typing import Any

from openpyxl import Workbook

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
SHEET = (
    '<?xml version="1.0"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'
    "<sheetData>{rows}</sheetData></worksheet>"
)
TABLE = [["id", "name", "amount"], ["001", "Anna", 12.5], ["002", "Bert", 7]]


def xlsx(rows: Sequence[Sequence[Any]] = TABLE, **sheets: Sequence[Sequence[Any]]) -> bytes:
    """A workbook of one sheet "Data" and any further ones."""
    book = Workbook()
    for name, content in {"Data": rows, **sheets}.items():
        sheet = book.create_sheet(name)
        for row in content:
            sheet.append(list(row))
    book.remove(book.worksheets[0])
    return saved(book)


def saved(book: Workbook) -> bytes:
    """Its bytes."""
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def zipped(entries: dict[str, bytes | str]) -> bytes:
    """A zip of these names and contents."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in entries.items():
            archive.writestr(name, content)
    return out.getvalue()


def with_part(workbook: bytes, name: str, content: bytes | str) -> bytes:
    """The workbook with one part put in or replaced."""
    with zipfile.ZipFile(io.BytesIO(workbook)) as archive:
        parts: dict[str, bytes | str] = {part: archive.read(part) for part in archive.namelist()}
    return zipped({**parts, name: content})


def with_rows(rows: str) -> bytes:
    """A workbook whose one sheet holds this XML."""
    return with_part(xlsx(), "xl/worksheets/sheet1.xml", SHEET.format(rows=rows))


def encrypted_entry(name: str = "data.csv") -> bytes:
    """A zip whose entry is marked as encrypted."""
    raw = bytearray(zipped({name: "a,b\n1,2\n"}))
    for mark, flags in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        raw[raw.index(mark) + flags] |= 1
    return bytes(raw)


def ods(rows: Sequence[Sequence[str | float]] = TABLE) -> bytes:
    """A sheet of LibreOffice."""
    cells = "".join(
        "<table:table-row>" + "".join(_ods_cell(cell) for cell in row) + "</table:table-row>" for row in rows
    )
    content = (
        '<?xml version="1.0"?><office:document-content'
        ' xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"'
        ' xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"'
        ' xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0">'
        f'<office:body><office:spreadsheet><table:table table:name="Data">{cells}</table:table>'
        "</office:spreadsheet></office:body></office:document-content>"
    )
    manifest = '<?xml version="1.0"?><manifest xmlns="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"/>'
    return zipped({
        "mimetype": "application/vnd.oasis.opendocument.spreadsheet", "content.xml": content,
        "META-INF/manifest.xml": manifest,
    })


def _ods_cell(cell: str | float) -> str:
    kind = f'office:value-type="float" office:value="{cell}"' if isinstance(cell, (int, float)) else (
        'office:value-type="string"'
    )
    return f"<table:table-cell {kind}><text:p>{cell}</text:p></table:table-cell>"


def _record(kind: int, body: bytes = b"") -> bytes:
    return struct.pack("<HH", kind, len(body)) + body


def xls(rows: Sequence[Sequence[str | float]] = TABLE, *, locked: bool = False) -> bytes:
    """A workbook of Excel 97, of one sheet "Data"; `locked` puts in the record that asks for a password."""
    head = _record(0x809, struct.pack("<HHHHII", 0x600, 5, 0, 0, 0, 0))
    head += _record(0x2F, struct.pack("<HHH", 0, 0x1234, 0x5678)) if locked else b""
    sheet = _record(0x809, struct.pack("<HHHHII", 0x600, 16, 0, 0, 0, 0))
    for number, row in enumerate(rows):
        for place, cell in enumerate(row):
            sheet += _xls_cell(number, place, cell)
    sheet += _record(0x0A)
    name = b"\x04\x00Data"
    at = len(head) + 4 + 6 + len(name) + 4
    stream = head + _record(0x85, struct.pack("<IH", at, 0) + name) + _record(0x0A) + sheet
    return ole({"Workbook": stream})


def _xls_cell(row: int, place: int, cell: str | float) -> bytes:
    where = struct.pack("<HHH", row, place, 0)
    if isinstance(cell, (int, float)):
        return _record(0x203, where + struct.pack("<d", cell))
    return _record(0x204, where + struct.pack("<HB", len(cell), 1) + cell.encode("utf-16-le"))


def ole(streams: dict[str, bytes]) -> bytes:
    """A container of Office 97, its streams one after the other in sectors of 512 bytes."""
    fat = [0xFFFFFFFD, 0xFFFFFFFE]
    directory = _entry("Root Entry", 5, 0xFFFFFFFE, 0, child=1)
    body = b""
    for number, (name, content) in enumerate(streams.items(), 1):
        whole = content.ljust(4096, b"\0")
        sectors = -(-len(whole) // 512)
        start = len(fat)
        fat += [*range(start + 1, start + sectors), 0xFFFFFFFE]
        directory += _entry(name, 2, start, len(whole), right=number + 1 if number < len(streams) else 0xFFFFFFFF)
        body += whole.ljust(sectors * 512, b"\0")
    header = OLE + bytes(16) + struct.pack("<HHHHH", 0x3E, 3, 0xFFFE, 9, 6) + bytes(6)
    header += struct.pack("<IIIIIIIII", 0, 1, 1, 0, 4096, 0xFFFFFFFE, 0, 0xFFFFFFFE, 0)
    header += struct.pack("<109I", 0, *[0xFFFFFFFF] * 108)
    table = struct.pack(f"<{len(fat)}I", *fat).ljust(512, b"\xff")
    return header + table + directory.ljust(512, b"\0") + body


def _entry(name: str, kind: int, start: int, size: int, child: int = 0xFFFFFFFF, right: int = 0xFFFFFFFF) -> bytes:
    raw = name.encode("utf-16-le")
    return (
        raw.ljust(64, b"\0") + struct.pack("<HBB", len(raw) + 2, kind, 1)
        + struct.pack("<III", 0xFFFFFFFF, right, child) + bytes(36) + struct.pack("<IQ", start, size)
    )


def xlsb(rows: Sequence[Sequence[str | float]] = TABLE) -> bytes:
    """A binary workbook, of one sheet "Data"."""
    book = _bin(0x83) + _bin(0x8F) + _bin(
        0x9C, struct.pack("<II", 0, 1) + _wide("rId1") + _wide("Data")
    ) + _bin(0x90) + _bin(0x84)
    size = struct.pack("<IIII", 0, len(rows) - 1, 0, max(map(len, rows)) - 1)
    sheet = _bin(0x81) + _bin(0x94, size) + _bin(0x91)
    for number, row in enumerate(rows):
        sheet += _bin(0x00, struct.pack("<IIHBBBI", number, 0, 300, 0, 0, 0, 1) + struct.pack("<II", 0, len(row) - 1))
        for place, cell in enumerate(row):
            where = struct.pack("<II", place, 0)
            sheet += _bin(6, where + _wide(cell)) if isinstance(cell, str) else _bin(5, where + struct.pack("<d", cell))
    sheet += _bin(0x92) + _bin(0x82)
    rels = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    types = "http://schemas.openxmlformats.org/package/2006/content-types"
    sheet_rel = f'<Relationship Id="rId1" Type="{rels}/worksheet" Target="worksheets/sheet1.bin"/>'
    return zipped({
        "[Content_Types].xml": f'<?xml version="1.0"?><Types xmlns="{types}"/>',
        "_rels/.rels": _rels(f'<Relationship Id="rId1" Type="{rels}/officeDocument" Target="xl/workbook.bin"/>'),
        "xl/workbook.bin": book,
        "xl/_rels/workbook.bin.rels": _rels(sheet_rel),
        "xl/worksheets/sheet1.bin": sheet,
    })


def _rels(content: str) -> str:
    return (
        '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        f"{content}</Relationships>"
    )


def _bin(kind: int, body: bytes = b"") -> bytes:
    # Kinds from 0x80 on take a second byte, which is 1 for all that are written here.
    head = bytes([kind, 1]) if kind >= 0x80 else bytes([kind])
    size = len(body)
    return head + (bytes([size]) if size < 128 else bytes([size & 127 | 128, size >> 7])) + body


def _wide(text: str) -> bytes:
    return struct.pack("<I", len(text)) + text.encode("utf-16-le")
