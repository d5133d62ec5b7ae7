"""What must not matter: the order of rows, columns and sheets, and whether a file comes in one piece."""

from __future__ import annotations

import random
from typing import Any

import pandas as pd
from hypothesis import given, settings
from hypothesis import strategies as st

from bowtie.dataset import Dataset
from bowtie.totals import totals
from tests.intake.made import Made, made, sheet

SLOWLY = settings(max_examples=25)     # each example builds a whole dataset twice
ORDERS = {
    "order_id": "Order", "customer_id": "Who", "date": {"headers": "When", "order": "dmy"}, "value": "Sum",
    "detail": "Item", "status": "State",
}
CUSTOMERS = {
    "customer_id": "Id", "plan": "Plan", "start_date": {"headers": "From", "order": "ymd"}, "churned": "Gone",
    "last_active_date": {"headers": "Seen", "order": "ymd"},
}
LEADS = {
    "lead_id": "Lead", "customer_id": "Who", "created_date": {"headers": "Made", "order": "ymd"},
    "outcome": {"headers": "End", "values": {"yes": "won", "no": "lost"}},
}

customer = st.sampled_from(["c1", "c2", "C2", "c3", "007", "7", ""])
order_row = st.tuples(
    st.sampled_from(["1", "2", "3", "4", ""]), customer,
    st.sampled_from(["01/02/2024", "15/02/2024 10:30", "29/02/2024", "31/02/2024", ""]),
    st.sampled_from(["10", "12,50", "1.234,00", "-5", "0", "(3)", "oops", ""]), st.sampled_from(["pen", "ink", "nib"]),
    st.sampled_from(["Completed", "Cancelled", "", "odd"]),
)
customer_row = st.tuples(
    customer, st.sampled_from(["Gold", "None", "NULL"]), st.sampled_from(["2023-01-01", "2023-05-05", ""]),
    st.sampled_from(["yes", "no", ""]), st.sampled_from(["2024-01-01", "2024-03-03", ""]),
)
lead_row = st.tuples(
    st.sampled_from(["l1", "l2", "l3", ""]), customer, st.sampled_from(["2023-01-01", "2023-06-01", ""]),
    st.sampled_from(["yes", "no", ""]),
)
uploads = st.tuples(
    st.lists(order_row, min_size=1, max_size=14), st.lists(customer_row, min_size=1, max_size=8),
    st.lists(lead_row, min_size=1, max_size=8),
)


def pair(kind: str, rows: list[tuple[str, ...]], columns: list[int] | None = None, file: str = "") -> Made:
    headers, role, fields = {
        "orders": (("Order", "Who", "When", "Sum", "Item", "State"), "activity", ORDERS),
        "customers": (("Id", "Plan", "From", "Gone", "Seen"), "customers", CUSTOMERS),
        "leads": (("Lead", "Who", "Made", "End"), "leads", LEADS),
    }[kind]
    columns = columns or list(range(len(headers)))
    lines = [headers, *rows]
    text = "\n".join(" | ".join(line[column] for column in columns) for line in lines)
    return sheet(text, role, fields, file=file or f"{kind}.csv")


def seen(dataset: Dataset) -> dict[str, Any]:
    """All that may be told of a dataset, in an order that does not depend on its rows'."""
    tables = {name: sorted(map(repr, frame[sorted(frame.columns)].astype(str).fillna("").to_numpy().tolist()))
              for name, frame in dataset.tables.items()}
    return {
        "tables": tables, "totals": totals(dataset, None, None), "as_of": dataset.as_of,
        "contractual": dataset.contractual, "rejected": len(dataset.rejected), "currencies": dataset.currencies,
    }


@SLOWLY
@given(uploads, st.randoms(use_true_random=False))
def test_the_order_of_rows_columns_and_sheets_does_not_matter(upload: Any, chance: random.Random) -> None:
    kinds = ["orders", "customers", "leads"]
    straight = made(*(pair(kind, rows) for kind, rows in zip(kinds, upload, strict=True)))
    mixed = []
    for kind, rows in zip(kinds, upload, strict=True):
        columns = list(range(len(rows[0])))
        chance.shuffle(columns)
        mixed.append(pair(kind, chance.sample(rows, len(rows)), columns))
    chance.shuffle(mixed)
    assert seen(made(*mixed)) == seen(straight)


@SLOWLY
@given(uploads, st.integers(0, 14))
def test_splitting_a_file_in_two_changes_nothing(upload: Any, cut: int) -> None:
    kinds = ["orders", "customers", "leads"]
    straight = made(*(pair(kind, rows) for kind, rows in zip(kinds, upload, strict=True)))
    halves = [
        pair(kind, part, file=f"{kind} {name}.csv")
        for kind, rows in zip(kinds, upload, strict=True)
        for name, part in (("one", rows[:cut]), ("two", rows[cut:])) if part
    ]
    assert seen(made(*halves)) == seen(straight)


@SLOWLY
@given(uploads)
def test_every_row_is_in_a_table_or_among_the_rejected(upload: Any) -> None:
    orders, _, _ = upload
    dataset = made(pair("orders", orders))
    kept = len(dataset.tables["activity"])
    assert kept + len(dataset.rejected) == len(orders) or (kept == 0 and not any(row[1] for row in orders))
    assert dataset.customers["customer_id"].is_unique


def test_the_fingerprint_changes_with_the_mapping() -> None:
    rows = [("1", "c1", "01/02/2024", "10", "pen", "")]
    raw, told = pair("orders", rows)
    other = made((raw, told.without_field("detail")))
    assert made((raw, told)).fingerprint == made((raw, told)).fingerprint != other.fingerprint
    assert isinstance(other.tables["activity"], pd.DataFrame)


def test_whether_a_column_can_be_read_is_judged_over_all_pieces_of_a_file() -> None:
    rows = [(str(at), "c1", "01/02/2024", "10" if at < 4 else "oops", "pen", "") for at in range(8)]
    whole = made(pair("orders", rows))
    halves = made(pair("orders", rows[:2], file="a.csv"), pair("orders", rows[2:], file="b.csv"))
    assert len(whole.rejected) == len(halves.rejected) == 4
    assert len(whole.tables["activity"]) == len(halves.tables["activity"]) == 4
