"""Numbers: literal text in, literal numbers out."""

from __future__ import annotations

import pyarrow as pa
import pytest

from bowtie.intake.convert_numbers import decimal_mark, to_numbers


@pytest.mark.parametrize(("text", "number"), [
    ("12.5", 12.5), ("1.234,56", 1234.56), ("1 234,56", 1234.56), ("1'234.56", 1234.56), ("1,234.56", 1234.56),
    ("(1,234)", -1234), ("12%", 0.12), ("(5%)", -0.05), ("$5", 5), ("€ 7,50", 7.5), ("R$ 10,00", 10), ("¥1,200", 1200),
    ("3-", -3), ("−4", -4), ("１２３", 123), ("1e3", 1000), ("$1,234.50 USD", 1234.5), ("1.234.567", 1234567),
    ("2024,994", 2024.994), ("0,125", 0.125), (",5", 0.5), ("12,34,567.50", 1234567.5), ("25 руб.", 25), (" 7 ", 7),
    ("-", None), ("", None), ("N/A", None), ("None", None), ("abc", None), ("12 apples", None), ("1-2", None),
])
def test_a_cell_that_decides_for_itself(text: str, number: float | None) -> None:
    assert to_numbers(pa.array([text, "zzz"])).values.to_pylist() == [number, None]


@pytest.mark.parametrize(("decimal", "numbers"), [(".", [1234.0, 1.234]), (",", [1.234, 1234.0])])
def test_three_digits_after_a_lone_mark_are_read_as_the_column_writes(decimal: str, numbers: list[float]) -> None:
    assert to_numbers(pa.array(["1,234", "1.234"]), decimal).values.to_pylist() == numbers


@pytest.mark.parametrize(("columns", "mark"), [
    ([["2024,994", "1,234"]], ","), ([["1,234", "12.50"]], "."), ([["1,234"], ["3,5"]], ","), ([["1,234"]], "."),
    ([["1.234", "5.678.901"]], ","),
])
def test_the_decimal_mark_is_told_by_the_values_that_decide(columns: list[list[str]], mark: str) -> None:
    assert decimal_mark([pa.array(column) for column in columns]) == mark


def test_what_could_not_be_read_is_listed_and_blanks_are_not() -> None:
    found = to_numbers(pa.array(["1", "x", None, "-", "x", "2,5"]))
    assert found.values.to_pylist() == [1, None, None, None, None, 2.5]
    assert found.bad.tolist() == [1, 4]


def test_infinity_is_no_number() -> None:
    assert to_numbers(pa.array(["inf", "nan", "1"])).values.to_pylist() == [None, None, 1]


def test_a_label_after_a_number_is_read_only_where_scores_belong() -> None:
    told = pa.array(["(2) low", "5 - very happy", "(3)", "none of it"])
    assert to_numbers(told, labelled=True).values.to_pylist() == [2, 5, -3, None]
    assert to_numbers(told).values.to_pylist() == [None, None, -3, None]


def test_amounts_name_their_currency() -> None:
    found = to_numbers(pa.array(["$5", "7 EUR", "3", "£2"]))
    assert found.currency is not None
    assert found.currency.to_pylist() == ["USD", "EUR", None, "GBP"]


def test_numbers_of_a_workbook_stay_what_they_are() -> None:
    assert to_numbers(pa.array([1, None, 3])).values.to_pylist() == [1.0, None, 3.0]
