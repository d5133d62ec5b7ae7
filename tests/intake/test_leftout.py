"""Rows that are no data: told apart, kept aside with a reason; what only looks like one stays."""

from __future__ import annotations

import pytest

import bowtie
from tests.intake import files


def read(text: str, as_workbook: bool):
    rows = [[cell.strip() or None for cell in line.split("|")] for line in text.strip().splitlines()]
    if as_workbook:
        content = files.xlsx([[float(cell) if cell and cell.isdecimal() else cell for cell in row] for row in rows])
    else:
        content = "\n".join(";".join(cell or "" for cell in row) for row in rows).encode()
    [sheet] = bowtie.read({"made": content})
    return sheet


BOTH = pytest.mark.parametrize("as_workbook", [False, True], ids=["text", "workbook"])


@BOTH
@pytest.mark.parametrize("label", [
    "Total", "TOTAL", "Grand Total", "Totals:", "Subtotal", "Total (3)", "Итого", "Всего:", "合计", "总计",
    "合計", "總計", "小計", "합계", "총 합계", "Summe", "Gesamtsumme", "Gesamtergebnis", "Total général", "Suma",
])
def test_totals_at_the_end(label, as_workbook):
    sheet = read(f"id|name|amount\n1|Anna|5\n2|Bert|6\n3|Cy|7\n{label}||18", as_workbook)
    assert sheet.rows == 3
    assert [(left.row, left.cells[0]) for left in sheet.rejected] == [(5, label)]
    assert "totals" in str(sheet.rejected[0].reason)


@BOTH
def test_totals_of_parts_of_an_advertising_report(as_workbook):
    sheet = read(
        "Campaign report\nstatus|campaign|type|cost\nEnabled|A|Video|5\nEnabled|B|Search|6\n"
        "Total: Campaigns||--|11\nTotal: Video||Video|5", as_workbook,
    )
    assert (sheet.header_row, sheet.rows, sheet.preamble) == (2, 2, ("Campaign report",))
    assert [left.row for left in sheet.rejected] == [5, 6]


@BOTH
def test_a_customer_called_total_stays(as_workbook):
    sheet = read("name|city|amount\nTotal|Paris|5\nTotalEnergies|Pau|6\nSummer Ltd|Rome|7\nTotal|Nantes|8", as_workbook)
    assert sheet.rows == 4
    assert sheet.rejected == ()


@BOTH
def test_blank_rows_are_counted_and_repeated_headers_rejected(as_workbook):
    sheet = read("id|name|amount\n1|Anna|5\n||\nid|name|amount\n2|Bert|6\n3|Cy|7", as_workbook)
    assert (sheet.rows, sheet.skipped_blank) == (3, 1)
    assert sheet.row_numbers.to_pylist() == [2, 5, 6]
    assert [(left.row, str(left.reason)) for left in sheet.rejected] == [(4, "The header row again.")]


@BOTH
def test_notes_below_the_table(as_workbook):
    sheet = read(
        "id|name|plan|amount\n1|Anna|A|5\n2|Bert|B|6\n3|Cy|A|7\n|||\nSource: the billing system|||\n"
        "Confidential information, do not pass on to anybody outside|||", as_workbook,
    )
    assert sheet.rows == 3
    assert {str(left.reason) for left in sheet.rejected} == {"A note below the table."}


@BOTH
def test_sums_without_a_label(as_workbook):
    sheet = read("name|city|plan|amount\nAnna|Rome|A|5\nBert|Pau|B|6\nCy|Bonn|A|7\n|||18", as_workbook)
    assert [str(left.reason) for left in sheet.rejected] == ["A row of sums without a label."]


@BOTH
def test_a_sparse_last_row_is_data(as_workbook):
    assert read("id|name|city|plan\n1|Anna|Rome|A\n2|Bert|Pau|B\n3|Cy||", as_workbook).rows == 3


def test_a_total_in_the_middle_of_many_rows():
    lines = [f"{number};Name {number};5" for number in range(3000)]
    lines[1500] = "Total;;7500"
    [sheet] = bowtie.read({"made.csv": ("id;name;amount\n" + "\n".join(lines)).encode()})
    assert sheet.rows == 2999
    assert [left.row for left in sheet.rejected] == [1502]
