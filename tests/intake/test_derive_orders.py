"""Orders once, lines, returns, cancelled and unpaid orders, zero amounts, duplicates."""

from __future__ import annotations

import pandas as pd

from bowtie.intake.derive.money import by_month
from bowtie.totals import totals
from tests.intake.made import codes, made, sheet

ORDER = {"customer_id": "Who", "date": {"headers": "When", "order": "ymd"}, "value": "Sum"}
LINES = {"order_id": "Order", "detail": "Item", **ORDER}


def revenue(*pairs: object) -> float | None:
    told = totals(made(*pairs), None, None)["revenue"]  # type: ignore[arg-type]
    return None if told is None else sum(told.values())


REPEATED = """
    Order | Who | When       | Sum | Item
    1     | a   | 2024-01-05 | 30  | pen
    1     | a   | 2024-01-05 | 30  | ink
    2     | b   | 2024-01-06 | 12  | pen
    2     | b   | 2024-01-06 | 12  | ink
    2     | b   | 2024-01-06 | 12  | nib
    3     | b   | 2024-01-07 | 8   | pen
"""


def test_a_total_on_every_line_counts_once() -> None:
    assert revenue(sheet(REPEATED, "activity", LINES)) == 50
    one, other = (made(sheet(REPEATED, "activity", LINES, shuffle=order)).tables["activity"] for order in (
        [0, 1, 2, 3, 4, 5], [5, 4, 3, 2, 1, 0]))
    columns = ["order_id", "detail", "value"]
    pd.testing.assert_frame_equal(*(
        frame[columns].sort_values(["order_id", "detail"], ignore_index=True) for frame in (one, other)))


def test_a_total_on_the_first_line_only_leads_the_other_lines_to_their_customer() -> None:
    dataset = made(sheet("""
        Order | Who | When       | Sum | Item
        1     | a   | 2024-01-05 | 30  | pen
        1     |     |            |     | ink
        2     | b   | 2024-01-06 | 12  | pen
    """, "activity", LINES))
    assert dataset.tables["activity"]["customer_id"].tolist() == ["a", "a", "b"]
    assert totals(dataset, None, None) == {
        "customers": 2, "present": None, "lost": None, "leads": None, "won": None, "lost_leads": None, "orders": 2,
        "buyers": 2, "revenue": {"unknown": 42.0}, "refunded": None}


def test_a_column_that_ties_lines_to_the_line_with_the_amount_is_the_orders_id() -> None:
    fields = {**ORDER, "detail": "Item"}
    dataset = made(sheet("""
        No    | Who       | When       | Sum | Item
        #1001 | a@ex.com  | 2024-01-05 | 30  | pen
        #1001 |           |            |     | ink
        #1002 |           | 2024-01-06 | 12  | pen
    """, "activity", fields))
    told = totals(dataset, None, None)
    assert (told["orders"], told["customers"], told["revenue"]) == (2, 1, {"unknown": 42})
    assert {"order_column": 1, "guest_orders": 1}.items() <= codes(dataset).items()


def test_amounts_of_lines_are_added() -> None:
    assert revenue(sheet("""
        Order | Who | When       | Sum | Item
        1     | a   | 2024-01-05 | 30  | pen
        1     | a   | 2024-01-05 | 12  | ink
        2     | b   | 2024-01-06 | 12  | pen
        2     | b   | 2024-01-06 | 12  | ink
    """, "activity", LINES)) == 66


def test_price_and_quantity_tell_that_equal_amounts_are_the_lines_own() -> None:
    assert revenue(sheet("""
        Order | Who | When       | Sum | Item | Qty | Price
        1     | a   | 2024-01-05 | 10  | pen  | 2   | 5
        1     | a   | 2024-01-05 | 10  | ink  | 1   | 10
        2     | b   | 2024-01-06 | 4   | pen  | 2   | 2
        2     | b   | 2024-01-06 | 4   | ink  | 1   | 4
    """, "activity", {**LINES, "quantity": "Qty", "unit_price": "Price"})) == 28


def test_price_and_quantity_tell_that_a_total_stands_on_every_line() -> None:
    assert revenue(sheet("""
        Order | Who | When       | Sum | Item | Qty | Price
        1     | a   | 2024-01-05 | 20  | pen  | 2   | 5
        1     | a   | 2024-01-05 | 20  | ink  | 1   | 10
    """, "activity", {**LINES, "quantity": "Qty", "unit_price": "Price"})) == 20


def test_a_line_is_quantity_times_price_where_no_amount_stands() -> None:
    product = {**{name: ORDER[name] for name in ("customer_id", "date")}, "value": {
        "headers": ["Qty", "Price"], "combine": "product"}}
    text = "Who | When | Qty | Price\na | 2024-01-05 | 2 | 5\na | 2024-01-06 | -1 | 5"
    dataset = made(sheet(text, "activity", product))
    assert dataset.tables["activity"][["value", "kind"]].to_numpy().tolist() == [[10, "purchase"], [-5, "return"]]
    apart = {"customer_id": "Who", "date": ORDER["date"], "quantity": "Qty", "unit_price": "Price"}
    assert revenue(sheet(text, "activity", apart)) == 5


def test_cancelled_orders_are_no_revenue_and_refunds_are_stated_apart() -> None:
    dataset = made(sheet("""
        Who | When       | Sum | State
        a   | 2024-01-05 | 10  | Completed
        a   | 2024-01-06 | 11  | Cancelled
        b   | 2024-01-07 | 12  | refunded
        b   | 2024-01-08 | 13  | 未支付
        c   | 2024-01-09 | 14  | Pending
    """, "activity", {**ORDER, "status": "State"}))
    activity = dataset.tables["activity"]
    assert activity["kind"].tolist() == ["purchase", "return", "return", "unpaid_order", "purchase"]
    assert activity["family"].tolist() == ["commitment", "commitment", "commitment", "other", "commitment"]
    told = totals(dataset, 2, 1)
    assert (told["revenue"], told["refunded"]) == ({"unknown": 24}, {"unknown": 23})
    assert (told["orders"], told["buyers"]) == (2, 2)
    assert {"cancelled_orders": 2, "unpaid_orders": 1}.items() <= codes(dataset).items()


def test_an_amount_of_zero_is_activity_and_no_purchase() -> None:
    dataset = made(sheet("Who | When | Sum\na | 2024-01-05 | 0\na | 2024-01-06 | 5", "activity", ORDER))
    assert dataset.tables["activity"][["kind", "family"]].to_numpy().tolist() == [
        ["no_charge", "other"], ["purchase", "commitment"]]
    assert totals(dataset, None, None)["orders"] == 1


def test_a_free_line_belongs_to_its_paid_order() -> None:
    dataset = made(sheet("""
        Order | Who | When       | Sum | Item
        1     | a   | 2024-01-05 | 0   | gift
        1     | a   | 2024-01-05 | 12  | ink
    """, "activity", LINES))
    assert dataset.tables["activity"]["kind"].tolist() == ["purchase", "purchase"]


def test_equal_rows_count_once_where_they_bear_an_order_or_a_time_of_day() -> None:
    lines = "Order | Who | When | Sum | Item\n" + "1 | a | 2024-01-05 | 3 | pen\n" * 2
    assert revenue(sheet(lines, "activity", LINES)) == 3
    timed = "Who | When | Sum | Item\n" + "a | 2024-01-05 10:00:01 | 3 | pen\n" * 2
    assert revenue(sheet(timed, "activity", {**ORDER, "detail": "Item"})) == 3


def test_equal_rows_that_may_be_two_purchases_are_kept_and_told() -> None:
    dataset = made(sheet("Who | When | Sum\n" + "a | 2024-01-05 | 3\n" * 2, "activity", ORDER))
    assert dataset.tables["activity"]["value"].sum() == 6
    assert codes(dataset)["duplicate_rows_kept"] == 1


def test_a_column_nobody_mapped_tells_rows_apart() -> None:
    rows = "\n".join(f"r{n} | a | 2024-01-05 10:00 | 3 | pen" for n in (1, 2, 2))
    fields = {**ORDER, "detail": "Item"}
    dataset = made(sheet("Row | Who | When | Sum | Item\n" + rows, "activity", fields, attributes=()))
    assert dataset.tables["activity"]["value"].sum() == 6


def test_an_overlap_of_two_uploads_counts_once() -> None:
    one = sheet(REPEATED, "activity", LINES, file="a.csv")
    other = sheet(REPEATED, "activity", LINES, file="b.csv")
    assert revenue(one, other) == 50


def test_two_sheets_of_the_same_purchases_in_different_form_are_told() -> None:
    rows = [f"c{n % 5} | 2024-01-{n + 1:02d} | {n}.5" for n in range(25)]
    one = sheet("Who | When | Sum\n" + "\n".join(rows), "activity", ORDER, file="a.csv")
    other = sheet("Who | When | Sum | Item\n" + "\n".join(f"{row} | pen" for row in rows[:20]), "activity",
                  {**ORDER, "detail": "Item"}, file="b.csv")
    assert codes(made(one, other))["overlapping_sheets"] == 20
    assert "overlapping_sheets" not in codes(made(one))


def test_money_by_month_is_net_of_returns() -> None:
    dataset = made(sheet("""
        Who | When       | Sum
        a   | 2024-01-05 | 10
        a   | 2024-01-20 | -4
        a   | 2024-02-01 | 7
    """, "activity", ORDER))
    months = by_month(dict(dataset.tables))
    assert months is not None
    assert months["amount"].tolist() == [6, 7]
    assert months["month"].tolist() == [pd.Timestamp(2024, 1, 1), pd.Timestamp(2024, 2, 1)]
