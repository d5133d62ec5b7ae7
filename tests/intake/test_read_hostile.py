"""Every hostile or broken file: one plain sentence, the other files of the upload are read, nothing falls over."""

from __future__ import annotations

import gzip
import io
import zipfile

import pytest

import bowtie
from bowtie.intake.guard import MIB, Limits
from tests.intake import files

GOOD = b"id,amount\n1,2\n3,4\n"
FAR = '<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'
ENTITIES = (
    '<?xml version="1.0"?><!DOCTYPE s [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]>'
    '<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><si><t>&b;</t></si></sst>'
)
EXTERNAL = ENTITIES.replace('<!ENTITY a "ha">', '<!ENTITY a SYSTEM "file:///etc/hostname">')
HOLLOW = "<worksheet><sheetData><row>"
PAGE = "<!DOCTYPE html><html><body>" + "<p>Sign in to see this file, please.</p>" * 20 + "</body></html>"

REFUSED = {
    "empty.csv": (b"", "empty (0 bytes)"),
    "blank.csv": (b" \n \n\n", "nothing but blanks"),
    "header_only.csv": (b"id,name,amount\n", "no rows"),
    "wide.csv": ((",".join(f"c{n}" for n in range(16_385)) + "\n" + ",".join("1" * 16_385)).encode(), "16,385 columns"),
    "far.xlsx": (files.with_rows(FAR), "XFD1048576"),
    "bomb.xlsx": (files.with_part(files.xlsx(), "xl/media/pad.xml", b" " * (40 * MIB)), "unpacks to far more"),
    "entities.xlsx": (files.with_part(files.xlsx(), "xl/sharedStrings.xml", ENTITIES), "declares entities"),
    "external.xlsx": (files.with_part(files.xlsx(), "xl/sharedStrings.xml", EXTERNAL), "declares entities"),
    "truncated.xlsx": (files.xlsx()[:-200], "cut short or damaged"),
    "hollow.xlsx": (files.with_part(files.xlsx(), "xl/worksheets/sheet1.xml", HOLLOW), "damaged"),
    "empty.xlsx": (files.xlsx([]), "all its sheets are empty"),
    "encrypted.xlsx": (files.ole({"EncryptedPackage": b"x", "EncryptionInfo": b"y"}), "password"),
    "locked.xls": (files.xls(locked=True), "password"),
    "locked.zip": (files.encrypted_entry(), "password"),
    "program.csv": (b"MZ\x90\x00" + bytes(200), "a program"),
    "page.xls": (PAGE.encode(), "web page"),
    "page.zip": (PAGE.encode(), "web page"),
    "text.zip": (b"this is no archive", "not a zip archive"),
    "pointer.csv": (b"version https://git-lfs.github.com/spec/v1\noid sha256:0\nsize 1\n", "Git LFS"),
    "owner.xlsx": (b"\x04Anna" + b" " * 50 + b"\x04\0A\0n\0n\0a\0" + b" \0" * 50, "lock file"),
    "~$sales.xlsx": (b"Anna", "lock file"),
    "letter.docx": (files.zipped({"[Content_Types].xml": "<x/>", "word/document.xml": "<x/>"}), "a Word document"),
    "paper.csv": (b"%PDF-1.7\n1 0 obj\n", "a PDF document"),
    "packed.csv": (gzip.compress(GOOD), "a gzip archive"),
    "data.csv": (b'{"customers": [{"id": 1}]}', "JSON"),
    "noise.csv": (bytes(range(1, 256)) * 20, "binary data"),
    "nothing.zip": (files.zipped({"folder/": ""}), "no files"),
    "within.zip": (files.zipped({"inner.zip": files.zipped({"a.csv": GOOD})}), "archive within an archive"),
    "climbing.zip": (files.zipped({"../../evil.csv": GOOD}), "outside of the archive"),
}


@pytest.mark.parametrize("name", REFUSED)
def test_refused_with_one_sentence_and_the_rest_goes_on(name):
    content, sentence = REFUSED[name]
    sheets = bowtie.read({name: content, "good.csv": GOOD})
    assert [sheet.key for sheet in sheets] == ["good.csv"]
    [problem] = sheets.problems
    assert sentence in str(problem.problem)
    assert str(problem.remedy).endswith(".")
    assert "Traceback" not in str(problem)
    if name not in ("locked.zip", "within.zip", "climbing.zip"):
        assert problem.file.startswith(name)


def test_a_size_over_the_limit_is_refused_before_reading():
    sheets = bowtie.read({"big.csv": GOOD * 10}, limits=Limits(text_bytes=100))
    assert "at most" in str(sheets.problems[0])


def test_rows_over_the_limit_are_refused():
    many = b"id,x\n" + b"1,2\n" * 50
    sheets = bowtie.read({"many.csv": many}, limits=Limits(text_rows=49))
    assert "50 rows" in str(sheets.problems[0])


def test_entries_over_the_limit_are_refused():
    crowd = files.zipped({f"{number}.csv": GOOD for number in range(4)})
    assert "4 entries" in str(bowtie.read({"crowd.zip": crowd}, limits=Limits(entries=3)).problems[0])


def test_an_entry_that_lies_about_its_size_is_cut_off():
    raw = bytearray(files.with_part(files.xlsx(), "xl/theme/theme1.xml", b"<a/>" + b" " * 4_000_000))
    with zipfile.ZipFile(io.BytesIO(bytes(raw))) as archive:
        entry = archive.getinfo("xl/theme/theme1.xml")
    where = raw.index(b"xl/theme/theme1.xml", raw.index(b"PK\x01\x02")) - 46
    raw[where + 24:where + 28] = (100).to_bytes(4, "little")
    assert entry.file_size > 4_000_000
    sheets = bowtie.read({"liar.xlsx": bytes(raw)}, limits=Limits(entry_bytes=3_000_000))
    assert "unpacks to far more" in str(sheets.problems[0])


def test_too_much_memory_is_a_message_and_the_next_file_is_read():
    rows = "".join(f'<row r="{n * 900 + 1}"><c r="A{n * 900 + 1}"><v>1</v></c><c r="SA{n * 900 + 1}"><v>1</v></c></row>'
                   for n in range(1000))
    limits = Limits(memory_bytes=640 * MIB)
    sheets = bowtie.read({"sparse.xlsx": files.with_rows(rows), "good.csv": GOOD}, limits=limits)
    assert [sheet.key for sheet in sheets] == ["good.csv"]
    assert "memory" in str(sheets.problems[0]) or "unpacks to more" in str(sheets.problems[0])


def test_a_file_that_takes_too_long_is_stopped():
    text = b"id,note\n" + b'1,"x"\n2\n' * 300_000
    sheets = bowtie.read({"slow.csv": text, "good.csv": GOOD}, limits=Limits(seconds=0.05))
    assert "longer than 0.05 seconds" in str(sheets.problems[0])
    assert [sheet.key for sheet in sheets] == []


def test_a_missing_path_is_a_problem_not_a_crash(tmp_path):
    [problem] = bowtie.read(tmp_path / "gone.csv").problems
    assert problem.file == "gone.csv"
    assert "no such file" in str(problem)


def test_what_is_no_file_is_a_programming_error():
    with pytest.raises(TypeError, match="int"):
        bowtie.read([3])


def test_a_sheet_that_cannot_be_used_leaves_the_others():
    book = files.xlsx(Wide=[[f"c{number}" for number in range(600)], list(range(600))], Template=[["id", "name"]])
    sheets = bowtie.read({"made.xlsx": book})
    assert [sheet.key for sheet in sheets] == ["made.xlsx [Data]"]
    assert [problem.file for problem in sheets.problems] == ["made.xlsx [Wide]"]


def test_a_folder_is_a_problem_not_a_crash(tmp_path):
    assert len(bowtie.read(tmp_path).problems) == 1


def test_nothing_but_error_cells():
    rows = '<row r="1"><c r="A1" t="e"><v>#N/A</v></c></row><row r="2"><c r="A2" t="e"><v>#REF!</v></c></row>'
    assert "nothing but cells with errors" in str(bowtie.read({"made.xlsx": files.with_rows(rows)}).problems[0])
