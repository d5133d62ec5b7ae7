import csv
import io

import openpyxl
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bowtie.report.guard import as_text_cell, guard_csv, write_xlsx, xlsx_bytes
from bowtie.report.tables import rejected_xlsx
from bowtie.words import say

RISKY = "=+-@|%\t\r＝＋－＠｜％"
OTHER = [" ", "\u00a0", "\u200b", "\ufeff", "a", "1", "0", ".", ",", "e", "\n", '"', ";", "中"]
NASTY = st.text(alphabet=st.sampled_from([*RISKY, *OTHER]), max_size=12)


def read_csv(data: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline="")))


def is_plain_number(text: str) -> bool:
    """Digits and what stands between them: nothing in it can call anything."""
    mantissa, _, power = text.lower().partition("e")
    return bool(mantissa) and not mantissa.strip("-0123456789.,' \u00a0\u202f") and not power.strip("+-0123456789")


def would_run(cell: str) -> bool:
    """What a spreadsheet would take for a formula: it skips blanks and invisible marks first."""
    seen = cell.lstrip(" \u00a0\u3000\u200b\u200c\u200d\u200e\u200f\u2060\ufeff\n")
    return bool(seen) and seen[0] in RISKY and not (seen[0] == "-" and is_plain_number(seen))


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("=1+1", "'=1+1"),
        ("+491234", "'+491234"),
        ("-cmd", "'-cmd"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("\tx", "'\tx"),
        ("|calc", "'|calc"),
        ("%0A", "'%0A"),
        ("＝1+1", "'＝1+1"),
        ("  =1+1", "'  =1+1"),
        ("\u200b=1", "'\u200b=1"),
        ("-", "'-"),
        ("-5", "-5"),
        ("-1,234.50", "-1,234.50"),
        ("-2e3", "-2e3"),
        ("-1+1", "'-1+1"),
        ("-1,23", "-1,23"),
        ("-1 234,50", "-1 234,50"),
        ("plain", "plain"),
        ("a=b", "a=b"),
        ("客户", "客户"),
        ("nul\x00l", "null"),
        (None, ""),
        (float("nan"), ""),
        (say("=said"), "'=said"),
    ],
)
def test_a_cell_stays_text(value, expected):
    assert as_text_cell(value) == expected


@settings(max_examples=300, deadline=None)
@given(st.lists(NASTY, min_size=1, max_size=4), st.lists(NASTY, min_size=1, max_size=3, unique=True))
def test_no_cell_or_header_of_a_csv_is_a_formula(values, headers):
    frame = pd.DataFrame({header: pd.Series(values, dtype="str") for header in headers})
    rows = read_csv(guard_csv(frame))
    assert len(rows) >= 1
    assert not [cell for row in rows for cell in row if would_run(cell)]


@settings(max_examples=60, deadline=None)
@given(st.lists(st.one_of(NASTY, st.text(max_size=8)), min_size=1, max_size=4), st.text(max_size=40))
def test_no_cell_of_a_workbook_is_a_formula_or_a_link(values, name):
    book = openpyxl.load_workbook(io.BytesIO(xlsx_bytes({name: pd.DataFrame({"=h": pd.Series(values, dtype="str")})})))
    cells = [cell for row in book.worksheets[0].iter_rows() for cell in row if cell.value is not None]
    assert {cell.data_type for cell in cells} <= {"s"}
    assert not [cell for cell in cells if cell.hyperlink]


def test_a_csv_keeps_numbers_dates_and_blanks():
    frame = pd.DataFrame(
        {
            "n": [1, -2], "x": [0.5, None], "day": pd.to_datetime(["2025-01-31", None]),
            "at": pd.to_datetime(["2025-01-31 10:30", "2025-02-01 00:00"]),
            "yes": pd.array([True, None], dtype="boolean"),
            "why": [say("Asked, {n:int} times", n=3), None],
        }
    )
    data = guard_csv(frame)
    assert data.startswith(b"\xef\xbb\xbf")
    assert read_csv(data) == [
        ["n", "x", "day", "at", "yes", "why"],
        ["1", "0.5", "2025-01-31", "2025-01-31 10:30:00", "true", "Asked, 3 times"],
        ["-2", "", "", "2025-02-01", "", ""],
    ]


def test_a_csv_of_twin_headers_and_no_rows():
    frame = pd.DataFrame([["a", "=b"]], columns=["x", "x"])
    assert read_csv(guard_csv(frame)) == [["x", "x"], ["a", "'=b"]]
    assert read_csv(guard_csv(frame.iloc[:0])) == [["x", "x"]]


def test_a_workbook_reads_back(tmp_path):
    path = tmp_path / "out.xlsx"
    day = pd.Timestamp("2025-03-01 12:00", tz="UTC")
    frame = pd.DataFrame({"=x": ["=1+1", "http://example.org"], "n": [1.5, float("inf")], "d": [day, pd.NaT]})
    write_xlsx({"a": frame}, path)
    sheet = openpyxl.load_workbook(path)["a"]
    rows = [[cell.value for cell in row] for row in sheet.iter_rows()]
    plain_day = day.tz_localize(None).to_pydatetime()
    assert rows == [["=x", "n", "d"], ["=1+1", 1.5, plain_day], ["http://example.org", None, None]]
    assert sheet["A2"].data_type == "s"
    assert sheet["A2"].quotePrefix


def test_long_text_and_control_characters_fit():
    frame = pd.DataFrame({"x": pd.Series(["a" * 40_000, "b\x00\x0b\ud800c"], dtype="object")})
    sheet = openpyxl.load_workbook(io.BytesIO(xlsx_bytes({"s": frame}))).worksheets[0]
    assert len(sheet["A2"].value) == 32_767
    assert sheet["A2"].value.endswith("…")
    assert sheet["A3"].value == "bc"


def test_sheet_names_are_cleaned_and_kept_apart():
    frames = dict.fromkeys(["a/b:c", "A b c", "x" * 40, "x" * 41, "'"], pd.DataFrame())
    names = openpyxl.load_workbook(io.BytesIO(xlsx_bytes(frames))).sheetnames
    assert names == ["a b c", "A b c 2", "x" * 31, "x" * 29 + " 2", "Sheet"]


def test_rejected_rows_are_a_workbook():
    frame = pd.DataFrame({"file": ["f.csv"], "row": [3], "reason": [say("No date.")], "cell": ["=HYPERLINK(1)"]})
    sheet = openpyxl.load_workbook(io.BytesIO(rejected_xlsx(frame))).worksheets[0]
    assert [cell.value for cell in sheet[2]] == ["f.csv", 3, "No date.", "=HYPERLINK(1)"]
    assert sheet["D2"].data_type == "s"
