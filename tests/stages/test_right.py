"""Evidence of loyalty, locked, ambassadors, milestones: the edges that the ledger does not hold."""

from __future__ import annotations

import pandas as pd
import pytest

from bowtie.analyse import analyse
from bowtie.settings import Settings
from tests.people.make import make


def stages(dataset, **settings):
    frame = analyse(dataset, Settings(**settings)).people.frame
    return {row.customer_id: (row.stage, row.loyal_by) for row in frame.itertuples()}


def test_tenure_must_be_beyond_twelve_months_and_can_be_switched_off():
    customers = """
    customer_id  start_date
    a            2023-06-30
    b            2023-06-29
    """
    dataset = make("2024-06-30", True, customers=customers)
    assert stages(dataset) == {"a": ("adoption", ""), "b": ("loyalty", "tenure")}
    assert stages(dataset, loyal_by_tenure=False) == {"a": ("unknown", ""), "b": ("unknown", "")}


def test_where_there_is_a_term_tenure_is_not_consulted():
    customers = """
    customer_id  start_date  contract_term_months  end_date
    a            2022-01-01  36                    -            # inside the first long term, whatever the tenure
    b            2023-12-30  6                     -            # outlived on 2024-06-30, today
    c            2023-06-30  1                     -            # short terms: twelve months in all, today
    d            2023-07-01  1                     -            # a day short of that
    e            2023-01-01  12                    2024-01-01   # left on the very day that the term ended
    f            2023-01-01  12                    2024-01-02   # a day later
    """
    found = analyse(make("2024-06-30", True, customers=customers)).people.frame.set_index("customer_id")
    assert found["loyal_by"].to_dict() == {"a": "", "b": "term", "c": "term", "d": "", "e": "", "f": "term"}
    assert found["locked"].to_dict() == {"a": True, "b": False, "c": False, "d": False, "e": False, "f": False}
    assert found["furthest"].to_dict() == {
        "a": "adoption", "b": "loyalty", "c": "loyalty", "d": "adoption", "e": "adoption", "f": "loyalty"
    }


def test_tenure_in_months_without_dates():
    customers = """
    customer_id  tenure_months  contract_term_months  churned
    a            12             -                     no
    b            13             -                     no
    c            24             24                    no
    d            24             24                    yes      # left as the term ended
    e            30             24                    yes
    f            5              24                    no
    g            -              -                     no
    """
    found = analyse(make(contractual=True, customers=customers)).people.frame.set_index("customer_id")
    assert found["stage"].to_dict() == {
        "a": "adoption", "b": "loyalty", "c": "loyalty", "d": "lost", "e": "lost", "f": "adoption", "g": "unknown"
    }
    assert found["furthest"].to_dict() == {
        "a": "adoption", "b": "loyalty", "c": "loyalty", "d": "adoption", "e": "loyalty", "f": "adoption",
        "g": "adoption",
    }
    assert found.index[found["locked"]].tolist() == ["f"]


def test_customers_who_just_buy_are_loyal_by_a_second_purchase_only():
    activity = """
    customer_id  date        kind      order_id
    a            2020-01-01  purchase  1
    b            2024-01-01  purchase  2
    b            2024-01-01  purchase  3          # the same day is no second choice
    c            2024-01-01  purchase  4
    c            2024-01-09  purchase  4          # a second parcel of the same order
    d            2024-01-01  purchase  5
    d            2024-01-09  purchase  6
    e            2024-01-09  return    7
    """
    assert stages(make("2024-06-30", False, activity=activity)) == {
        "a": ("adoption", ""), "b": ("adoption", ""), "c": ("adoption", ""), "d": ("loyalty", "event"),
        "e": ("unknown", ""),
    }


def test_orders_without_dates_are_told_apart_by_their_ids():
    activity = """
    customer_id  kind      order_id
    a            purchase  1
    a            purchase  1
    b            purchase  2
    b            purchase  3
    """
    assert stages(make(contractual=False, activity=activity)) == {"a": ("adoption", ""), "b": ("loyalty", "event")}


def test_later_subscriptions_by_choice():
    subscriptions = """
    customer_id  start_date  end_date    mrr  term_months
    goes_on      2024-01-01  2024-01-31  10   1
    goes_on      2024-02-01  -           10   1       # month to month merely goes on
    dearer       2024-01-01  2024-01-31  10   1
    dearer       2024-02-01  -           20   1       # an upgrade
    renewed      2023-01-01  2023-12-31  10   12
    renewed      2024-01-01  -           10   12      # a long contract taken again
    added        2024-01-01  -           10   1
    added        2024-02-01  -           10   1       # beside one that runs
    returned     2024-01-01  2024-01-31  10   1
    returned     2024-04-01  -           10   1       # after a gap
    twins        2024-01-01  -           10   1
    twins        2024-01-01  -           10   1       # bought together
    """
    found = stages(make("2024-06-30", True, subscriptions=subscriptions))
    assert {name: by for name, (_, by) in found.items()} == {
        "goes_on": "", "dearer": "event", "renewed": "event", "added": "event", "returned": "event", "twins": ""
    }


def test_a_lead_won_from_a_customer_is_a_second_choice():
    leads = """
    lead_id  created_date  outcome  closed_date  customer_id
    1        2024-01-01    won      2024-02-01   a
    2        2024-01-15    won      2024-05-01   a
    3        2024-01-01    won      2024-02-01   b
    4        2024-01-01    lost     2024-05-01   b
    """
    assert stages(make("2024-06-30", True, leads=leads)) == {"a": ("loyalty", "event"), "b": ("adoption", "")}


def test_three_acts_of_two_kinds_must_be_unpaid_and_in_one_window():
    activity = """
    customer_id  date        kind       rewarded
    two_kinds    2024-01-01  review     no
    two_kinds    2024-02-01  review     no
    two_kinds    2024-03-01  reference  no
    one_kind     2024-01-01  review     no
    one_kind     2024-02-01  review     no
    one_kind     2024-03-01  review     no
    paid         2024-01-01  review     no
    paid         2024-02-01  review     no
    paid         2024-03-01  reference  yes
    too_far      2022-01-01  reference  no
    too_far      2023-01-02  review     no      # 366 days later
    too_far      2024-03-01  review     no
    once         2021-01-01  review     no
    once         2021-02-01  review     no
    once         2021-03-01  reference  no      # three of two kinds, long ago
    once         2024-03-01  review     no
    """
    customers = "customer_id start_date\n" + "\n".join(f"{name} 2019-01-01" for name in
                                                       ("two_kinds", "one_kind", "paid", "too_far", "once", "quiet"))
    found = analyse(make("2024-06-30", True, customers=customers, activity=activity))
    frame = found.people.frame.set_index("customer_id")
    assert frame["stage"].to_dict() == {
        "two_kinds": "ambassador", "one_kind": "advocacy", "paid": "advocacy", "too_far": "advocacy",
        "once": "advocacy", "quiet": "loyalty",
    }
    assert frame.index[frame["furthest"] == "ambassador"].tolist() == ["two_kinds", "once"]


@pytest.mark.parametrize(("closed", "rewarded", "stage"), [
    ("2024-06-30", "no", "ambassador"), ("2024-07-01", "no", "advocacy"), ("2024-06-30", "yes", "advocacy"),
])
def test_a_referral_that_became_a_customer_unpaid(closed, rewarded, stage):
    activity = f"""
    customer_id  date        kind      rewarded
    a            2024-05-01  referral  {rewarded}
    """
    leads = f"""
    lead_id  created_date  outcome  closed_date  customer_id  referred_by
    1        2024-05-02    won      {closed}     b            a
    """
    customers = "customer_id start_date\na 2020-01-01"
    found = stages(make("2024-06-30", True, customers=customers, activity=activity, leads=leads))
    assert found["a"] == (stage, "tenure")


def test_those_who_start_after_the_as_of_date_are_left_out_and_said():
    customers = """
    customer_id  start_date
    a            2024-06-30
    b            2024-07-01
    """
    found = analyse(make("2024-06-30", True, customers=customers))
    assert found.people.frame["customer_id"].tolist() == ["a"]
    assert [finding.rows for finding in found.findings if finding.code == "starts_later"] == [1]
    assert found.people.frame["start_date"].tolist() == [pd.Timestamp("2024-06-30")]


def test_the_win_that_made_a_customer_is_no_second_choice_though_it_closed_after_the_start():
    customers = """
    customer_id  start_date
    a            2024-01-10
    b            2024-01-10
    c            2024-01-10
    """
    leads = """
    lead_id  customer_id  created_date  closed_date  outcome  kind
    1        a            2023-12-01    2024-01-15   won      -          # made the customer
    2        b            2023-12-01    2024-01-15   won      -
    3        b            2023-12-02    2024-03-01   won      -          # a second win
    4        c            2023-12-01    2024-01-15   won      existing   # the sheet says that it is another one
    """
    found = analyse(make("2024-06-30", True, customers=customers, leads=leads)).people.frame
    assert found["loyal_by"].tolist() == ["", "event", "event"]
