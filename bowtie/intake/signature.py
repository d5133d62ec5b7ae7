"""What a file is by its content, whatever its name says."""

from __future__ import annotations

import re
import zipfile
from typing import Any, Literal

from bowtie.errors import FileProblem
from bowtie.intake.archive import locked
from bowtie.intake.encodings import find_encoding
from bowtie.intake.problems import refused
from bowtie.words import Text, say

Kind = Literal["workbook", "zip", "html", "text"]
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
ZIP = (b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")
WORKBOOK_PARTS = ("xl/workbook.xml", "xl/workbook.bin")

# Starts of files that hold no table, and what is said of each.
STRANGERS: tuple[tuple[bytes, Text], ...] = (
    (b"MZ", say("This is a program, not a spreadsheet.")), (b"\x7fELF", say("This is a program, not a spreadsheet.")),
    (b"%PDF", say("This is a PDF document, not a spreadsheet.")),
    (b"\x89PNG", say("This is a picture, not a spreadsheet.")),
    (b"\xff\xd8\xff", say("This is a picture, not a spreadsheet.")),
    (b"GIF8", say("This is a picture, not a spreadsheet.")),
    (b"\x1f\x8b", say("This is a gzip archive, which has to be unpacked first.")),
    (b"7z\xbc\xaf", say("This is a 7z archive, which has to be unpacked first.")),
    (b"Rar!", say("This is a RAR archive, which has to be unpacked first.")),
    (b"SQLite format 3", say("This is a database, not a spreadsheet.")),
    (b"PAR1", say("This is a Parquet file, which is not read yet.")),
    (b"{\\rtf", say("This is a text document, not a spreadsheet.")),
)
OLD_EXCEL = (b"\x09\x00\x04\x00", b"\x09\x02\x06\x00", b"\x09\x04\x06\x00")
WORD = say("This is a Word document, not a spreadsheet.")
POWERPOINT = say("This is a PowerPoint presentation, not a spreadsheet.")
OLE_STRANGERS: tuple[tuple[str, Text], ...] = (
    ("WordDocument", WORD), ("PowerPoint Document", POWERPOINT),
    ("__nameid_version1.0", say("This is an e-mail message, not a spreadsheet.")),
)
GLOBALS = re.compile(rb"\x09\x08[\x08\x10]\x00\x00[\x05\x06]\x05\x00")   # where the sheets of an .xls begin
FILEPASS = 0x2F


def kind_of_file(data: Any, name: str) -> Kind:
    """Raises FileProblem for what holds no table, or is locked."""
    head = bytes(data[:4096])
    if head.startswith(OLE):
        return _kind_of_ole(data, name)
    if head.startswith(ZIP):
        return "zip"
    if _is_lock(data, name):
        raise refused(
            name, say("This is the small lock file that Office leaves beside an open workbook, not the workbook."),
            say("Upload the file of the same name without “~$” at its start."),
        )
    for start, what in STRANGERS:
        if head.startswith(start):
            raise stranger(name, what)
    if head.startswith(OLD_EXCEL):
        raise stranger(name, say("This workbook is of an Excel older than 1997."))
    return _kind_of_text(head, name)


def stranger(name: str, problem: Text) -> FileProblem:
    """Some other kind of file."""
    return refused(
        name, problem,
        say("Upload .xlsx, .xls, .xlsb, .ods, .csv, .tsv or .txt, or a .zip of these."),
    )


def _kind_of_text(head: bytes, name: str) -> Kind:
    start = head.lstrip(b"\xef\xbb\xbf \t\r\n")[:400]
    if start.startswith(b"version https://git-lfs"):
        raise refused(
            name, say("This is a pointer that Git LFS left in place of the data."),
            say("Fetch the data itself (git lfs pull, or the download button of the site), and upload that."),
        )
    if re.match(rb"<\?xml.{0,300}(excel\.sheet|office:spreadsheet)", start, re.IGNORECASE | re.DOTALL):
        raise stranger(name, say("This is an XML spreadsheet of Excel 2003."))
    if re.match(rb"<(!doctype html|html|head|body|table|meta|style)", start, re.IGNORECASE):
        if name.lower().endswith(".zip"):
            raise web_page(name)
        return "html"
    if start.startswith((b"{", b"[{", b"<?xml")):
        raise stranger(name, say("This is structured data (JSON or XML), not a table."))
    if name.lower().endswith(".zip"):
        raise refused(name, say("This is not a zip archive, whatever its name says."),
                      say("Download or zip it again, or upload the files themselves."))
    if _is_binary(head):
        raise stranger(name, say("This is binary data, not a table."))
    return "text"


def web_page(name: str) -> FileProblem:
    """A page of a site saved under the name of a table."""
    return refused(
        name, say("This is a web page, not a table: the download was of the page around the file."),
        say("Use the download or “raw” button of the site, and upload what that gives."),
    )


def _is_lock(data: Any, name: str) -> bool:
    if name.rpartition("/")[2].startswith("~$"):
        return True
    size = len(data)
    if not 50 <= size <= 171 or not 0 < data[0] < 55:
        return False
    rest = bytes(data[data[0] + 1:55])
    return not rest.strip(b" \0") and bytes(data[1:data[0] + 1]).isascii()


def _is_binary(head: bytes) -> bool:
    """Many control characters, and not because letters take two bytes."""
    if head.startswith((b"\xff\xfe", b"\xfe\xff")) or find_encoding(head) is not None:
        return False
    control = sum(byte < 32 and byte not in b"\t\n\r" for byte in head)
    return control > max(8, 0.05 * len(head))


def _kind_of_ole(data: Any, name: str) -> Kind:
    if data.find("EncryptedPackage".encode("utf-16-le")) >= 0:
        raise locked(name)
    for stream, what in OLE_STRANGERS:
        if data.find(stream.encode("utf-16-le")) >= 0:
            raise stranger(name, what)
    if _has_password(data):
        raise locked(name)
    return "workbook"


def _has_password(data: Any) -> bool:
    """An .xls says so in one of its first records, in the clear."""
    found = GLOBALS.search(data)
    if not found:
        return False
    at = found.start()
    for _ in range(40):
        record = int.from_bytes(data[at:at + 2], "little")
        if record == FILEPASS:
            return True
        at += 4 + int.from_bytes(data[at + 2:at + 4], "little")
        if at + 4 > len(data):
            return False
    return False


def kind_of_zip(archive: zipfile.ZipFile, name: str) -> Literal["workbook", "zip"]:
    """A workbook, or files packed together; raises FileProblem for documents of another kind."""
    names = set(archive.namelist())
    if names.intersection(WORKBOOK_PARTS):
        return "workbook"
    if "mimetype" in names and "content.xml" in names:
        kind = archive.open("mimetype").read(100)
        if b"spreadsheet" in kind:
            return "workbook"
        raise stranger(name, say("This is a document of LibreOffice or OpenOffice, not a spreadsheet."))
    if any(part.startswith("word/") for part in names):
        raise stranger(name, WORD)
    if any(part.startswith("ppt/") for part in names):
        raise stranger(name, POWERPOINT)
    if any(part.endswith(".iwa") for part in names):
        raise stranger(name, say("This is a document of Apple Numbers or Pages, which has to be exported first."))
    return "zip"
