"""A dataset from sheets made by hand: literal rows in, literal tables, findings and rejected rows out."""

from __future__ import annotations

import pandas as pd
import pytest

from bowtie.analyse import analyse
from bowtie.errors import MappingProblem
from bowtie.intake.build import build
from bowtie.intake.mapping import Dropped, FieldMapping, Link, Mapping
from bowtie.intake.sheets import Sheets
from bowtie.totals import totals
from bowtie.words import say
from tests.intake.made import codes, made, sheet

ORDER = {"customer_id": "Who", "date": {"headers": "When", "order": "ymd"}, "value": "Sum"}
LINES = {"order_id": "Order", "detail": "Item", **ORDER}


def test_one_wide_sheet_is_enough() -> None:
    dataset = made(sheet("""
        Id | Plan | Joined     | Left?  | Years | Fee     | Notes | Phone
        1  | Gold | 01/02/2024 | yes    | 2     | 1.200,5 | a     | 555
        2  | None | 15/02/2024 | no     | 1     | 10,0    | b     | 556
    """, "customers", {
        "customer_id": "Id", "plan": "Plan", "start_date": {"headers": "Joined", "order": "dmy"}, "churned": "Left?",
        "tenure_months": {"headers": "Years", "unit": "years"}, "mrr": "Fee",
    }, attributes=(6,), dropped=(Dropped("Phone", 7, say("phone number")),)))
    assert dataset.customers.to_dict("list") == {
        "customer_id": ["1", "2"], "plan": ["Gold", "None"], "tenure_months": [24.0, 12.0],
        "start_date": [pd.Timestamp(2024, 2, 1), pd.Timestamp(2024, 2, 15)], "churned": [True, False],
        "mrr": [1200.5, 10.0], "attribute_1": ["a", "b"],
    }
    told = [(found.column, found.header, found.type) for found in dataset.attributes]
    assert told == [("attribute_1", "Notes", "category")]
    assert codes(dataset) == {"personal_column": 2}
    assert dataset.as_of == pd.Timestamp(2024, 2, 15)


def test_nothing_is_lost_in_silence() -> None:
    dataset = made(sheet("""
        Who | When       | Sum
        1   | 2024-01-05 | 10
            | 2024-01-06 | 11
        2   | 2024-13-06 | 12
        3   | 2024-01-07 | ten
        4   |            | 13
    """, "activity", ORDER))
    assert dataset.tables["activity"]["customer_id"].tolist() == ["1", "4"]
    told = dataset.rejected[["row", "Who", "When", "Sum"]].fillna("").to_dict("records")
    assert told == [
        {"row": 3, "Who": "", "When": "2024-01-06", "Sum": "11"},
        {"row": 4, "Who": "2", "When": "2024-13-06", "Sum": "12"},
        {"row": 5, "Who": "3", "When": "2024-01-07", "Sum": "ten"},
    ]
    assert [str(reason) for reason in dataset.rejected["reason"]] == [
        "“Who” is blank: nobody knows whose row it is.", "“When” could not be read as a date.",
        "“Sum” could not be read as an amount."]
    assert {"blank_customer_id": 1, "unreadable_values": 1, "undated_activity": 1}.items() <= codes(dataset).items()


def test_a_column_that_is_something_else_throws_no_row_away() -> None:
    rows = "\n".join(f"{n} | soon | {n}" for n in range(1, 7))
    dataset = made(sheet(f"Who | When | Sum\n{rows}", "activity", ORDER))
    assert len(dataset.tables["activity"]) == 6
    assert codes(dataset)["column_unreadable"] == 6
    assert dataset.as_of is None


def test_an_unanswered_question_about_dates_leaves_them_empty() -> None:
    told = {**ORDER, "date": {"headers": "When", "order": "ask"}}
    dataset = made(sheet("Who | When | Sum\n1 | 03/04/2024 | 5\n2 | 05/06/2024 | 6", "activity", told))
    assert dataset.tables["activity"]["date"].isna().all()
    assert dataset.findings[0].code == "ambiguous_date"
    assert totals(dataset, None, None)["revenue"] == {"unknown": 11}


def test_customers_come_out_of_the_other_tables() -> None:
    dataset = made(
        sheet("Who | When | Sum\nb | 2024-02-01 | 5\na | 2024-03-01 | 6\nb | 2024-01-01 | 0", "activity", ORDER),
        sheet("Lead | Account | Stage | Closed\nl1 | c | Won | 2024-04-01\nl2 | d | Lost | 2024-05-01", "leads", {
            "lead_id": "Lead", "customer_id": "Account",
            "stage": {"headers": "Stage", "values": {"Won": "won", "Lost": "lost"}},
            "closed_date": {"headers": "Closed", "order": "ymd"}}, file="leads.csv"),
    )
    assert dataset.customers.to_dict("list") == {"customer_id": ["a", "b", "c"], "start_date": [
        pd.Timestamp(2024, 3, 1), pd.Timestamp(2024, 2, 1), pd.Timestamp(2024, 4, 1)]}
    assert dataset.as_of == pd.Timestamp(2024, 5, 1)


def test_leads_are_joined_over_files_and_count_once() -> None:
    first = sheet("Lead | Source\n1 | ad\n2 | friend\n3 | ad", "leads", {"lead_id": "Lead", "channel": "Source"})
    second = sheet("Lead | Seller\n2 | s9", "leads", {"lead_id": "Lead", "customer_id": "Seller"},
                   file="won.csv", implied={"outcome": "won"})
    for pairs in ((first, second), (second, first)):
        leads = made(*pairs).tables["leads"].sort_values("lead_id")
        assert leads["outcome"].tolist() == ["open", "won", "open"]
        assert leads["channel"].tolist() == ["ad", "friend", "ad"]
        assert leads["customer_id"].fillna("").tolist() == ["", "s9", ""]
        assert made(*pairs).customers["customer_id"].tolist() == ["s9"]


def test_wins_that_name_nobody_are_no_customers_beside_named_ones() -> None:
    outcome = {"headers": "Result", "values": {"Won": "won", "Lost": "lost"}}
    leads = sheet("Lead | Result\n1 | Won\n2 | Won\n3 | Lost", "leads", {"lead_id": "Lead", "outcome": outcome},
                  file="leads.csv")
    orders = sheet("Who | When | Sum\na | 2024-02-01 | 5\nb | 2024-03-01 | 6", "activity", ORDER, file="orders.csv")
    both = made(leads, orders)
    assert both.customers["customer_id"].tolist() == ["a", "b"]
    assert codes(both)["unnamed_wins"] == 2
    assert made(leads).customers["customer_id"].tolist() == ["1", "2"]


def test_refunds_in_two_currencies_are_never_added() -> None:
    dataset = made(sheet("""
        Who | When       | Sum  | Money | State
        1   | 2024-01-05 | 10   | EUR   | paid
        1   | 2024-01-06 | 20   | EUR   | refunded
        2   | 2024-01-07 | 2000 | JPY   | refunded
    """, "activity", {**ORDER, "currency": "Money", "status": "State"}))
    assert totals(dataset, None, None)["refunded"] == {"EUR": 20, "JPY": 2000}


def test_links_lead_from_usage_by_subscription_to_the_account() -> None:
    usage = sheet("Sub | Day | N\ns1 | 2024-01-03 | 4\ns2 | 2024-01-04 | 5\ns9 | 2024-01-05 | 1", "activity", {
        "date": {"headers": "Day", "order": "ymd"}, "quantity": "N"}, file="usage.csv", implied={"kind": "session"})
    subs = sheet("Sub | Account\ns1 | a\ns2 | b", "subscriptions", {"subscription_id": "Sub", "customer_id": "Account"},
                 file="subs.csv")
    link = Link("usage.csv", 0, "Sub", "subs.csv", 0, "Sub", 0.67, "customer_id")
    dataset = made(usage, subs, links=(link,))
    assert dataset.tables["activity"]["customer_id"].tolist() == ["a", "b"]
    assert dataset.contractual is True
    assert dataset.covered == (pd.Timestamp(2024, 1, 3), pd.Timestamp(2024, 1, 4))
    assert codes(dataset)["blank_customer_id"] == 1


def test_order_lines_take_customer_and_date_from_their_order() -> None:
    orders = sheet("No | Who | When\n1 | a | 2024-01-03\n2 | b | 2024-01-04", "activity", {
        "order_id": "No", "customer_id": "Who", "date": {"headers": "When", "order": "ymd"}}, file="orders.csv")
    lines = sheet("No | Item | Qty | Price\n1 | pen | 2 | 3\n1 | ink | 1 | 4\n2 | pen | 1 | 3", "activity", {
        "order_id": "No", "detail": "Item", "quantity": "Qty", "unit_price": "Price"}, file="lines.csv")
    link = Link("lines.csv", 0, "No", "orders.csv", 0, "No", 1.0, "customer_id")
    dataset = made(orders, lines, links=(link,))
    money = dataset.tables["activity"].groupby("customer_id")["value"].sum().to_dict()
    assert money == {"a": 10, "b": 3}
    assert totals(dataset, None, None)["orders"] == 2
    assert dataset.tables["activity"]["date"].notna().all()


def test_currencies_are_never_added() -> None:
    dataset = made(sheet("""
        Who | When       | Sum
        1   | 2024-01-05 | $10
        1   | 2024-01-06 | $20
        2   | 2024-01-07 | 5 EUR
    """, "activity", ORDER))
    assert dataset.currencies == ("USD", "EUR")
    assert dataset.tables["activity"]["value"].sum() == 30
    assert totals(dataset, None, None)["revenue"] == {"USD": 30, "EUR": 5}
    assert codes(dataset)["currencies"] == 1


def test_same_keys_in_two_uploads_the_newest_wins() -> None:
    fields = {"customer_id": "Id", "plan": "Plan", "last_active_date": {"headers": "Seen", "order": "ymd"}}
    old = sheet("Id | Plan | Seen\n1 | Basic | 2024-01-01\n2 | Basic | 2024-01-02", "customers", fields, file="a.csv")
    new = sheet("Id | Plan | Seen\n1 | Gold | 2024-02-01", "customers", fields, file="b.csv")
    for pairs in ((old, new), (new, old)):
        dataset = made(*pairs)
        assert dataset.customers.set_index("customer_id")["plan"].to_dict() == {"1": "Gold", "2": "Basic"}
        assert codes(dataset)["repeated_key"] == 1
        assert dataset.rejected["file"].tolist() == ["a.csv"]


def test_the_date_in_a_files_name_tells_which_upload_is_newer() -> None:
    fields = {"customer_id": "Id", "plan": "Plan"}
    old = sheet("Id | Plan\n1 | Zinc", "customers", fields, file="export_2024-01.csv")
    new = sheet("Id | Plan\n1 | Amber", "customers", fields, file="export_2024-02.csv")
    assert made(new, old).customers["plan"].tolist() == ["Amber"]


def test_the_newest_upload_wins_though_the_export_got_a_column_more() -> None:
    fields = {"customer_id": "Id", "plan": "Plan"}
    old = sheet("Id | Plan\n1 | Zinc\n2 | Zinc", "customers", fields, file="c_2024-01.csv")
    new = sheet("Id | Plan | State\n1 | Amber | NY", "customers", {**fields, "region": "State"},
                file="c_2024-02.csv")
    for pairs in ((old, new), (new, old)):
        dataset = made(*pairs)
        assert dataset.customers.set_index("customer_id")["plan"].to_dict() == {"1": "Amber", "2": "Zinc"}
        assert codes(dataset)["sheets_contradict"] == 1


def test_another_sheet_of_customers_adds_what_the_first_lacks() -> None:
    first = sheet("Id | Name\n1 | Ann\n2 | Bob\n3 | Cy", "customers", {"customer_id": "Id", "name": "Name"})
    where = {"customer_id": "Id", "region": "State"}
    second = sheet("Id | State\n2 | NY\n4 | LA", "customers", where, file="where.csv")
    customers = made(first, second).customers.sort_values("customer_id").fillna("")
    assert customers[["customer_id", "name", "region"]].to_numpy().tolist() == [
        ["1", "Ann", ""], ["2", "Bob", "NY"], ["3", "Cy", ""], ["4", "", "LA"]]


def test_answers_without_a_date_beside_dated_ones_are_told() -> None:
    dataset = made(sheet("Who | When | Score\n1 | 2024-01-05 | 9\n2 | | 3\n3 | | 4", "surveys", {
        "customer_id": "Who", "date": {"headers": "When", "order": "ymd"}, "score": "Score"}))
    assert codes(dataset)["undated_surveys"] == 2


def test_the_checks_name_what_looks_wrong() -> None:
    dataset = made(
        sheet("""
            Id | From       | To         | Gone | Months | Same
            1  | 2024-01-05 | 2023-01-01 | yes  | -3     | x
            2  | 2024-01-06 |            | yes  | 4      | x
            a1 | 2024-01-06 |            | yes  | 4      | x
            A1 | 2024-01-06 |            | yes  | 4      | x
        """, "customers", {
            "customer_id": "Id", "start_date": {"headers": "From", "order": "ymd"}, "churned": "Gone",
            "end_date": {"headers": "To", "order": "ymd"}, "tenure_months": "Months"}),
        sheet("Who | When | Sum\n1 | 2024-01-05 | 10\n9 | 2024-01-06 | 11", "activity", ORDER, file="orders.csv"),
    )
    assert codes(dataset) == {
        "end_before_start": 1, "negative_tenure": 1, "all_churned": 4, "constant_column": 4, "similar_keys": 2,
        "unknown_customers": 1}


def test_a_sheet_without_any_customer_is_named_and_the_rest_goes_on() -> None:
    dataset = made(
        sheet("When | Sum\n2024-01-05 | 10", "activity", {"date": {"headers": "When", "order": "ymd"}, "value": "Sum"}),
        sheet("Id\n1\n2", "customers", {"customer_id": "Id"}, file="customers.csv"))
    assert len(dataset.customers) == 2
    assert len(dataset.tables["activity"]) == 0
    assert dataset.findings[0].code == "no_customer_id"


def test_a_mapping_of_other_sheets_names_what_there_is() -> None:
    raw, told = sheet("Id\n1", "customers", {"customer_id": "Id"}, file="customers.csv")
    with pytest.raises(MappingProblem, match=r"customer\.csv.*Did you mean “customers\.csv”"):
        build(Sheets((raw,)), Mapping((sheet("Id\n1", "customers", {}, file="customer.csv")[1],)))
    moved = told.with_field(FieldMapping("customer_id", (7,), ("Id",), 1.0, say("no")))
    with pytest.raises(MappingProblem, match="column 8"):
        build(Sheets((raw,)), Mapping((moved,)))


def test_a_date_far_beyond_all_others_is_reported_and_passed_over() -> None:
    rows = "\n".join(f"{n % 50} | 2024-{1 + n % 12:02d}-01 10:{n % 60:02d} | {n + 1}" for n in range(2000))
    dataset = made(sheet(f"Who | When | Sum\n{rows}\n1 | 2099-01-01 | 3", "activity", ORDER))
    assert dataset.as_of == pd.Timestamp(2024, 12, 1)
    assert codes(dataset)["far_date"] == 1


def test_a_sheet_that_is_nothing_we_know_makes_no_zero_customers() -> None:
    dataset = made(sheet("Foo | Bar\nx | y\nz | w", "unknown", {}))
    assert codes(dataset)["sheet_not_used"] == 2
    found = analyse(dataset)
    assert (found.totals["customers"], found.totals["present"], found.totals["lost"]) == (None, None, None)
    assert not found.segments
    assert found.bowtie.stages["reached"].isna().all()


def test_leads_of_which_none_was_won_are_truly_no_customers() -> None:
    dataset = made(sheet("Lead | Step\n1 | Demo", "leads", {
        "lead_id": "Lead", "stage": {"headers": "Step", "values": {"Demo": "desire"}}}))
    assert analyse(dataset).totals["customers"] == 0


def test_a_monthly_amount_in_two_currencies_keeps_one() -> None:
    fields = {"customer_id": "Who", "mrr": "Fee"}
    whole = made(sheet("Who | Fee\na | €100\nb | $50\nc | €10\nd | 7", "customers", fields))
    parts = made(sheet("Who | Fee\na | €100\nc | €10\nd | 7", "customers", fields, file="1.csv"),
                 sheet("Who | Fee\nb | $50", "customers", fields, file="2.csv"))
    for dataset in (whole, parts):
        fees = dataset.customers.set_index("customer_id")["mrr"].fillna(-1).to_dict()
        assert fees == {"a": 100, "b": -1, "c": 10, "d": 7}
        assert codes(dataset)["currencies"] == 1
        assert not [name for name in dataset.customers if ":" in name]


def test_the_currency_of_a_price_is_that_of_its_line() -> None:
    rows = "a | 2024-01-05 | 2 | €5\na | 2024-01-06 | 1 | €3\nb | 2024-01-06 | 1 | $9"
    dataset = made(sheet(f"Who | When | Qty | Price\n{rows}", "activity", {
        "customer_id": "Who", "date": {"headers": "When", "order": "ymd"}, "quantity": "Qty", "unit_price": "Price"}))
    assert totals(dataset, None, None)["revenue"] == {"EUR": 13, "USD": 9}


def test_rows_that_are_left_without_any_customer_are_among_the_rejected() -> None:
    rows = "1 | c1 | 31/02/2024 | 10\n2 | | 01/02/2024 | 10"
    dataset = made(sheet(f"Order | Who | When | Sum\n{rows}", "activity", {
        **ORDER, "order_id": "Order", "date": {"headers": "When", "order": "dmy"}}))
    assert len(dataset.rejected) + len(dataset.tables["activity"]) == 2
