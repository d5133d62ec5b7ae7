"""Recognition piece by piece: headers, looks, dates, values, keys, links, and what the user changes."""

from __future__ import annotations

import pytest

import bowtie
from bowtie.intake.inspect import as_json
from bowtie.intake.mapping import Mapping, SheetMapping
from bowtie.intake.read import read
from bowtie.intake.recognise import recognise
from bowtie.intake.recognise.headers import read_header
from bowtie.intake.recognise.run import choices_for, rerole
from bowtie.intake.recognise.values import meaning


def told(text: str, file: str = "export.csv") -> SheetMapping:
    (sheet,) = recognise(read({file: text.encode()})).sheets
    return sheet


# ---------------------------------------------------------------------------------------------------------- headers
@pytest.mark.parametrize(
    "header",
    [
        "Customer ID",
        "customer_id",
        "customerId",
        "CUSTOMERID",
        "CUST_NO",
        "Kundennummer",
        "Kunden-Nr.",
        "客户编号",
        "客戶編號",
        "顧客番号",
        "고객번호",
        "КодКлиента",
        "Номер клиента",
        "N° client",
        "ID de cliente",
        "Código do cliente",
        "Ｃｕｓｔｏｍｅｒ ＩＤ",
    ],
)
def test_one_meaning_in_every_spelling(header: str) -> None:
    assert read_header(header).atoms - {"row"} == {"customer", "id"}


@pytest.mark.parametrize(
    ("header", "counted"),
    [
        ("Number of orders", True),
        ("NumOfProducts", True),
        ("num_orders", True),
        ("Order number", False),
        ("Número de pedido", False),
    ],
)
def test_counting_is_told_from_naming(header: str, counted: bool) -> None:
    assert ("count" in read_header(header).atoms) is counted


def test_a_misspelled_word_is_understood_less_surely() -> None:
    (token, _) = read_header("Custmer nr").tokens
    assert (set(token.atoms), token.sure) == ({"customer"}, 0.85)


def test_a_header_that_is_a_text_is_read_in_part() -> None:
    assert len(read_header("customer " * 2000).tokens) < 40


# ------------------------------------------------------------------------------------------------------------ dates
@pytest.mark.parametrize(
    ("days", "order"),
    [
        ("13/02/2024 03/04/2024 05/06/2024", "dmy"),
        ("02/13/2024 03/04/2024 05/06/2024", "mdy"),
        ("01/02/2024 03/04/2024 05/06/2024", "ask"),
        ("01.02.2024 03.04.2024 05.06.2024", "dmy"),
        ("2024-01-02 2024-03-04 2024-05-06", "ymd"),
        ("20240102 20240304 20240506", "ymd"),
        ("14-JUL-08 02-AUG-08 05-SEP-08", "dmy"),
        ("2024-01 2024-02 2024-03", "ym"),
        ("2024/1/2 2024/3/4 2024/5/6", "ymd"),
        ("07/24/96 01/02/96 03/04/96", "mdy"),
        ("5/5/2024 6/6/2024 7/7/2024", "dmy"),
        ("1/1/2024 1/2/2024 1/3/2024 1/4/2024 1/5/2024 1/6/2024", "dmy"),
    ],
)
def test_the_order_of_day_and_month(days: str, order: str) -> None:
    rows = "\n".join(f"C{at % 2},{day},{at + 1}" for at, day in enumerate(days.split()))
    assert told(f"customer_id,order_date,amount\n{rows}\n").fields["date"].order == order


def test_a_neighbour_written_alike_decides() -> None:
    sheet = told("customer_id,order_date,ship_date,amount\nC1,01/02/2024,01/02/2024,5\nC2,03/04/2024,14/04/2024,6\n")
    assert sheet.fields["date"].order == "dmy"
    assert sheet.questions == ()


def test_the_question_shows_both_readings_of_their_own_date() -> None:
    (asked,) = told("customer_id,order_date,amount\nC1,04/04/2024,10\nC2,03/04/2024,20\n").questions
    assert (asked.about, asked.example) == ("date_order", "03/04/2024")
    assert [str(text) for _, text in asked.choices] == [
        "Apr 3, 2024 (the day comes first)",
        "Mar 4, 2024 (the month comes first)",
    ]


# ----------------------------------------------------------------------------------------------------------- values
@pytest.mark.parametrize(
    ("value", "group", "ours"),
    [
        ("Attrited Customer", "left", "yes"),
        ("Existing Customer", "left", "no"),
        ("已流失", "left", "yes"),
        ("非流失", "left", "no"),
        ("准流失", "left", "maybe"),
        ("解約済み", "left", "yes"),
        ("Gekündigt", "left", "yes"),
        ("Résilié", "left", "yes"),
        ("Closed Won", "outcome", "won"),
        ("Closed - Not Converted", "outcome", "lost"),
        ("失注", "outcome", "lost"),
        ("Успешно реализовано", "outcome", "won"),
        ("Закрыто и не реализовано", "outcome", "lost"),
        ("Ganada", "outcome", "won"),
        ("Negotiation/Review", "stage", "action"),
        ("Sales Qualified Lead", "stage", "desire"),
        ("见积", "stage", None),
        ("見積提示", "stage", "action"),
        ("Support ticket", "kind", "support"),
        ("退款成功", "status", "refunded"),
    ],
)
def test_their_values_to_ours(value: str, group: str, ours: str | None) -> None:
    assert meaning(value, group) == ours


def test_a_flag_of_being_active_is_turned_round() -> None:
    sheet = told("customer_id,signup_date,active\nC1,2024-01-05,yes\nC2,2024-01-16,no\nC3,2024-02-01,yes\n")
    assert dict(sheet.fields["churned"].values) == {"yes": False, "no": True}


def test_at_risk_has_not_left_and_is_asked_about() -> None:
    sheet = told("客户编号,注册日期,状态\n1,2024-01-05,已流失\n2,2024-01-16,准流失\n3,2024-02-01,非流失\n")
    assert dict(sheet.fields["churned"].values) == {"已流失": True, "准流失": False, "非流失": False}
    assert [asked.about for asked in sheet.questions] == ["value"]


# ------------------------------------------------------------------------------------------------------------- rules
def test_years_of_tenure_by_their_size_beside_persons() -> None:
    rows = "\n".join(f"{at},{20 + at % 50},{at % 11},{at % 2}" for at in range(1, 150))
    assert told(f"CustomerId,Age,Tenure,Exited\n{rows}\n").fields["tenure_months"].unit == "years"


def test_an_amount_of_lines_without_one() -> None:
    sheet = told(
        "invoice,customer_id,invoice_date,quantity,price\n"
        "1,C1,2024-01-05,2,9.5\n2,C2,2024-01-16,1,4\n3,C1,2024-02-01,3,2\n"
    )
    value = sheet.fields["value"]
    assert (value.headers, value.combine) == (("quantity", "price"), "product")
    assert {"order_id", "quantity", "unit_price"} <= set(sheet.fields)


def test_an_accounts_own_turnover_is_not_our_revenue() -> None:
    sheet = told(
        "account,sector,year_established,revenue,employees\nAcme,retail,1996,1100.04,2822\nBolt,media,1999,251.41,495\n"
    )
    assert {"revenue_total", "mrr", "seats", "start_date"} & set(sheet.fields) == set()


def test_without_a_customer_nothing_is_pretended() -> None:
    sheet = told("order_id,date,amount\n1,2024-01-05,10\n2,2024-01-16,20\n3,2024-02-01,5\n")
    assert (sheet.role, dict(sheet.fields)) == ("unknown", {})


def test_personal_columns_are_left_out_by_name_and_by_look() -> None:
    sheet = told(
        "customer_id,signup_date,password,info\nC1,2024-01-05,x1,ann@x.example\nC2,2024-01-16,x2,bo@x.example\n"
    )
    assert {one.header for one in sheet.dropped} == {"password", "info"}


def test_an_email_is_the_key_when_there_is_no_other() -> None:
    sheet = told("email,signup_date,plan\nann@x.example,2024-01-05,Pro\nbo@x.example,2024-01-16,Free\n")
    assert sheet.fields["customer_id"].headers == ("email",)
    assert sheet.dropped == ()


def test_a_file_without_a_header_is_inferred_and_asked_about() -> None:
    rows = "\n".join(f"{1000 + at % 25:05d} 202401{at % 28 + 1:02d} {at % 3 + 1} {at * 1.37:.2f}" for at in range(60))
    sheet = told(rows, "log.txt")
    assert (sheet.header_row, sheet.role) == (0, "activity")
    assert {name: one.headers[0] for name, one in sheet.fields.items()} == {
        "customer_id": "#1",
        "date": "#2",
        "quantity": "#3",
        "value": "#4",
    }
    assert [asked.about for asked in sheet.questions] == ["role"]
    assert all(one.confidence < 0.9 for one in sheet.fields.values())


# ------------------------------------------------------------------------------------------------------------- links
SUBSCRIPTIONS = (
    b"subscription_id,account_id,start_date,mrr\nS1,A1,2024-01-05,10\nS2,A2,2024-01-16,20\nS3,A1,2024-02-01,30\n"
)
USAGE = (
    b"usage_id,subscription_id,usage_date,feature_name,usage_count\n"
    b"U1,S1,2024-03-05,export,2\nU2,S2,2024-03-16,import,1\nU3,S3,2024-03-20,export,4\n"
)


def test_a_key_that_leads_to_another_sheet() -> None:
    mapping = recognise(read({"usage.csv": USAGE, "subscriptions.csv": SUBSCRIPTIONS}))
    (link,) = mapping.links
    assert (link.from_sheet, link.from_header, link.to_sheet, link.to_header, link.field, link.matched) == (
        "usage.csv",
        "subscription_id",
        "subscriptions.csv",
        "subscription_id",
        "customer_id",
        1.0,
    )
    assert mapping.sheet("usage.csv").questions == ()


def test_a_key_whose_sheet_is_not_here_is_asked_about() -> None:
    (sheet,) = recognise(read({"usage.csv": USAGE})).sheets
    assert sheet.role == "activity"
    assert [asked.about for asked in sheet.questions] == ["link"]


ORDERS = b"order_id,customer_id,order_date\n1,C1,2024-01-05\n2,C2,2024-01-16\n3,C1,2024-02-01\n"
LINES = b"order_id,product,quantity,unit_price\n1,Cup,2,9.5\n1,Pot,1,20\n2,Cup,1,9.5\n3,Tea,4,3\n"


def test_lines_of_orders_belong_to_the_orders_beside_them() -> None:
    mapping = recognise(read({"lines.csv": LINES, "orders.csv": ORDERS}))
    assert mapping.sheet("lines.csv").role == "activity"
    (link,) = mapping.links
    assert (link.from_sheet, link.from_header) == ("lines.csv", "order_id")
    assert (link.to_sheet, link.field) == ("orders.csv", "customer_id")
    assert recognise(read({"lines.csv": LINES})).sheets[0].role == "unknown"


def test_a_price_list_lends_its_prices() -> None:
    sales = (
        b"sale_id,customer_id,date,product_id,quantity\n"
        b"1,C1,2024-01-05,P1,2\n2,C2,2024-01-16,P2,1\n3,C1,2024-02-01,P1,1\n"
    )
    mapping = recognise(read({"sales.csv": sales, "prices.csv": b"product_id,product,price\nP1,Cup,9.5\nP2,Pot,20\n"}))
    assert (mapping.sheet("prices.csv").role, list(mapping.sheet("prices.csv").fields)) == ("unknown", ["unit_price"])
    (link,) = mapping.links
    assert (link.from_header, link.to_header, link.field) == ("product_id", "product_id", "unit_price")


# ------------------------------------------------------------------------------------------------------- corrections
def test_a_role_that_the_user_chose() -> None:
    sheets = read({"export.csv": b"customer_id,signup_date,plan\nC1,2024-01-05,Pro\nC2,2024-01-16,Free\n"})
    (raw,), (sheet,) = sheets, recognise(sheets).sheets
    changed = rerole(raw, sheet, "subscriptions")
    assert (changed.role, changed.confidence) == ("subscriptions", 1.0)
    assert {"customer_id", "start_date", "plan"} <= set(changed.fields)
    assert dict(rerole(raw, sheet, "unknown").fields) == {}


def test_columns_to_choose_from_begin_with_the_likeliest() -> None:
    sheets = read(
        {
            "export.csv": b"plan,created_at,signup_date,customer_id\n"
            b"Pro,2024-01-05,2024-01-04,C1\nFree,2024-01-16,2024-01-15,C2\n"
        }
    )
    (raw,), (sheet,) = sheets, recognise(sheets).sheets
    assert choices_for(raw, sheet, "start_date") == (2, 1, 0, 3)


# ----------------------------------------------------------------------------------------------------------- inspect
def test_the_shape_of_inspect() -> None:
    sheets = read(
        {
            "c.csv": b"customer_id,signup_date,phone,churned,colour\n"
            b"C1,05/13/2024,555-010-2233,Yes,red\nC2,06/01/2024,555-010-2234,No,blue\n"
        }
    )
    (file,) = as_json(recognise(sheets), sheets)["files"]
    (sheet,) = file["sheets"]
    assert (file["name"], sheet["role"], sheet["header_row"], sheet["rows"], sheet["rejected"]) == (
        "c.csv",
        "customers",
        1,
        2,
        0,
    )
    assert sheet["fields"]["churned"]["values"] == {"Yes": True, "No": False}
    assert (sheet["fields"]["start_date"]["header"], sheet["fields"]["start_date"]["order"]) == ("signup_date", "mdy")
    assert [one["header"] for one in sheet["dropped"]] == ["phone"]
    assert sheet["attributes"] == ["colour"]


def test_recognising_needs_no_pandas_frame() -> None:
    assert isinstance(bowtie.recognise(read({"x.csv": b"a,b\n1,2\n3,4\n"})), Mapping)
