"""Who has left, by each source and where they disagree."""

from __future__ import annotations

import pandas as pd
import pytest

from bowtie.analyse import analyse
from bowtie.people.presence import LEAVING
from tests.people.make import make

SOURCES = """
customer_id  start_date  end_date    churned
a            2023-01-01  -           no
b            2023-01-01  2024-06-30  yes
c            2023-01-01  2024-07-01  -
d            2023-01-01  2024-06-30  -
"""


def left(dataset, **settings):
    frame = analyse(dataset, **settings).people.frame
    return frame.loc[~frame["present"], "customer_id"].tolist()


def test_an_end_date_on_the_as_of_date_has_left_and_one_after_it_has_not():
    assert left(make("2024-06-30", True, customers=SOURCES)) == ["b", "d"]


def test_a_subscription_in_force_outweighs_an_end_date():
    subscriptions = """
    customer_id  start_date  end_date
    b            2023-01-01  2024-01-01
    b            2024-01-01  -
    d            2023-01-01  2024-03-31
    """
    found = analyse(make("2024-06-30", True, customers=SOURCES, subscriptions=subscriptions)).people.frame
    assert found.loc[~found["present"], ["customer_id", "left_on", "left_source"]].values.tolist() == [
        ["d", pd.Timestamp("2024-03-31"), "subscriptions"]
    ]


def test_a_subscription_that_begins_later_says_nothing_yet():
    subscriptions = """
    customer_id  start_date  end_date
    a            2024-09-01  2025-09-01
    """
    assert left(make("2024-06-30", True, customers="customer_id start_date\na 2023-01-01",
                     subscriptions=subscriptions)) == []


@pytest.mark.parametrize(("after", "gone"), [
    ("purchase", False), ("reactivation", False), ("renewal", False), ("return", True), ("login", True),
    ("downgrade", True),
])
def test_the_last_commitment_is_a_cancellation(after, gone):
    activity = f"""
    customer_id  date        kind
    a            2024-01-01  purchase
    a            2024-03-01  cancellation
    a            2024-05-01  {after}
    """
    assert left(make("2024-06-30", True, activity=activity)) == (["a"] if gone else [])


def test_a_purchase_on_the_day_of_the_cancellation_keeps_the_customer():
    activity = """
    customer_id  date        kind
    a            2024-03-01  purchase
    a            2024-03-01  cancellation
    """
    assert left(make("2024-06-30", True, activity=activity)) == []


def test_what_happened_after_the_as_of_date_is_not_seen():
    activity = """
    customer_id  date        kind
    a            2024-01-01  purchase
    a            2024-03-01  cancellation
    """
    from bowtie.settings import Settings

    dataset = make("2024-06-30", True, activity=activity)
    assert left(dataset, settings=Settings(as_of=pd.Timestamp("2024-02-29"))) == []
    assert left(dataset) == ["a"]


def test_the_flag_alone_without_dates():
    customers = """
    customer_id  churned
    a            yes
    b            no
    c            -
    """
    found = analyse(make(customers=customers))
    assert found.people.frame["present"].tolist() == [False, True, True]
    assert found.people.frame["left_source"].tolist() == ["flag", "flag", ""]
    assert found.people.leaving_source == "flag"
    assert found.people.frame["left_on"].isna().all()


def test_a_wholly_blank_column_of_ends_does_not_outvote_the_flag():
    customers = """
    customer_id  end_date  churned
    a            -         yes
    b            -         no
    """
    subscriptions = """
    customer_id  start_date  end_date
    a            2024-01-01  -
    b            2024-01-01  -
    """
    assert left(make("2024-06-30", customers=customers, subscriptions=subscriptions)) == ["a"]


def test_a_list_of_cancellations_is_silent_about_those_it_does_not_name():
    customers = """
    customer_id  churned
    a            no
    b            yes
    c            no
    """
    activity = """
    customer_id  date        kind
    a            2024-03-01  cancellation
    c            2024-03-01  renewal
    """
    found = analyse(make("2024-06-30", customers=customers, activity=activity)).people.frame
    assert found["left_source"].tolist() == ["cancellations", "flag", "cancellations"]
    assert found["present"].tolist() == [False, False, True]


def test_customers_who_just_buy_are_not_lost():
    customers = """
    customer_id  churned
    a            yes
    b            no
    """
    assert left(make(contractual=False, customers=customers)) == []


# ------------------------------------------------------------------------------------------------- disagreement
def many(differing: int, of: int = 100) -> pd.DataFrame:
    """`of` customers; 20 have an end date in the past and all but `differing` of those are flagged."""
    ids = [f"c{n:03d}" for n in range(of)]
    end = [pd.Timestamp("2024-01-31") if n < 20 else pd.NaT for n in range(of)]
    flag = [differing <= n < 20 for n in range(of)]
    return pd.DataFrame({
        "customer_id": pd.Series(ids, dtype="str"), "end_date": pd.Series(end, dtype="datetime64[us]"),
        "churned": pd.Series(flag, dtype="boolean"),
    })


def disagreements(dataset):
    return [found for found in analyse(dataset).findings if found.code == "leaving_sources_differ"]


def test_two_sources_may_differ_for_two_percent():
    assert disagreements(make("2024-06-30", True, customers=many(2))) == []


def test_beyond_that_it_is_an_error_with_the_two_by_two():
    (found,) = disagreements(make("2024-06-30", True, customers=many(3)))
    assert (found.severity, found.rows) == ("error", 3)
    assert str(found.message) == (
        "Two sources disagree on who has left, for 3 customers. Both say left: 17; only end dates: 3; only the column "
        "that says who left: 0; both say still here: 80."
    )
    assert len(left(make("2024-06-30", True, customers=many(3)))) == 20    # the stronger source, until the user chooses


def test_the_choice_is_honoured_and_the_error_becomes_a_note():
    dataset = make("2024-06-30", True, {"leaving": "flag"}, customers=many(3))
    assert [found.severity for found in disagreements(dataset)] == ["note"]
    assert len(left(dataset)) == 17
    assert analyse(dataset).people.leaving_source == "flag"


def test_a_silent_source_does_not_disagree():
    customers = many(0).assign(churned=pd.Series([True] * 20 + [None] * 80, dtype="boolean"))
    assert disagreements(make("2024-06-30", True, customers=customers)) == []


def test_names_of_sources_are_those_of_the_mapping():
    assert LEAVING == ("subscriptions", "end_date", "cancellations", "flag")
