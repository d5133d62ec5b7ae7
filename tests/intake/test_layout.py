"""Where the header is: rows in, row out (counted from 0; -1 for none)."""

from __future__ import annotations

import pytest

from bowtie.intake.layout import find_layout

SHEETS = {
    "a plain table": (0, "id name amount | 1 Anna 12.5 | 2 Bert 7 | 3 Cy 8"),
    "text only": (0, "account owner | Acme Ann | Beta Ann | Gamma Bob"),
    "one row of text below": (0, "a b | x y"),
    "one column": (0, "email | a@example.org | b@example.org"),
    "flags": (0, "customer active vip | A yes no | B no no | C yes yes"),
    "a title above": (2, "Customer_list . . | . . . | Name City Plan | Anna Paris Pro | Bob Rome Pro | Cy Rome Free"),
    "a title right above": (1, "Liste . . | Kunde Umsatz Datum | Ost 1.234,50 01.02.2024 | West 2.234,50 02.02.2024"),
    "a title and a date": (1, "ACME . . As_of:_2024-05-01 | Id Name Plan MRR | 1 x Pro 5 | 2 y Pro 6"),
    "pairs above": (
        3, "Report: Sales . . | Period: 2024-01 . . | . . . . | id name date sum | 1 A 2024-01-01 5 | 2 B 2024-01-02 6",
    ),
    "pairs above as wide as the table": (2, "Period 2024 | . . | Date Amount | 2024-01-01 12.5 | 2024-01-02 13.5"),
    "notes in some columns above": (
        2, "at the top . of | or merging . . cells | Name Job Age Kids Born | A x 69 1 1947-01-08 | B y 60 1 1956-10-2",
    ),
    "a blank row first": (1, ". . . | № Дата Статус | 1 01/03/24 да | 2 02/03/24 да"),
    "years": (0, "Region 2013 2014 2015 | A 100 200 300 | B 11 22 33"),
    "months as dates": (0, "Customer 2024-01-01 2024-02-01 | A 10 20 | B 11 22"),
    "question numbers": (0, "ID 1 2 3 4 | a1 5 4 3 5 | a2 1 4 2 5 | a3 5 3 3 2"),
    "groups above": (1, ". 2019 . 2020 . | Region Sales Units Sales Units | N 1 2 3 4 | S 1 2 3 4"),
    "an unnamed first column": (0, ". name . amount | 0 Anna x 5 | 1 Bob y 6 | 2 Cy z 7"),
    "mostly empty cells": (0, "id name email note | 1 A . . | 2 B . . | 3 C . ."),
    "a word in a column of numbers": (0, "id age score | 1 unknown 3 | 2 33 4 | 3 44 5 | 4 55 5"),
    "no header": (-1, "C001 2024-01-01 29.90 | C002 2024-01-03 19.90 | C003 2024-02-01 9.90"),
    "no header and a word in the second row": (-1, "1 22 3 | 2 unknown 4 | 3 44 5 | 4 55 5 | 5 55 5"),
    "no header and a note below": (-1, "1 2 | 3 4 | 5 6 | . . | Four_sheets ."),
    "Chinese": (1, "客户名单 . . | 客户编号 客户名称 注册日期 | 001 张三 2023/1/5 | 002 李四 2023/2/5"),
}


def rows_of(text: str) -> list[list[str]]:
    return [["" if cell == "." else cell.replace("_", " ") for cell in row.split()] for row in text.split("|")]


@pytest.mark.parametrize("name", SHEETS)
def test_header_row(name):
    header, text = SHEETS[name]
    assert find_layout(rows_of(text)).header == header


def test_titles_are_kept_and_headers_named_by_number_where_there_are_none():
    found = find_layout(rows_of("Sales_in_EUR . | id sum | 1 5 | 2 6"))
    assert (found.preamble, found.headers, found.first) == (("Sales in EUR",), ("id", "sum"), 2)
    assert find_layout(rows_of("1 5 | 2 6")).headers == ("#1", "#2")


def test_equal_headers_get_the_name_of_their_group():
    found = find_layout(rows_of(". North . South . | Year Sales Units Sales Units | 2019 1 2 3 4 | 2020 1 2 3 4"))
    assert found.headers == ("Year", "North Sales", "North Units", "South Sales", "South Units")


def test_merged_cells_give_their_label_to_all_that_they_cover():
    rows = rows_of("Region Sales . | . Q1 Q2 | N 1 2 | S 3 4")
    found = find_layout(rows, merges=[((0, 0), (1, 0)), ((0, 1), (0, 2))])
    assert (found.first, found.headers) == (2, ("Region", "Q1", "Q2"))
    rows = rows_of("Region Plan Sum | . . . | N A 2 | S B 4")
    found = find_layout(rows, merges=[((0, place), (1, place)) for place in range(3)])
    assert (found.header, found.first, found.headers) == (0, 2, ("Region", "Plan", "Sum"))


def test_the_same_header_again_below_does_not_confuse():
    assert find_layout(rows_of("id sum | 1 5 | 2 6 | id sum | 3 7")).header == 0
