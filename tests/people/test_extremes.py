"""The smallest, emptiest and most one-sided data: a true answer, or null, and never an error."""

from __future__ import annotations

import json

import pandas as pd
import pytest

from bowtie.analyse import analyse
from bowtie.settings import Settings
from tests.people.make import make

HEADERS = {
    "activity": "customer_id date kind value quantity order_id",
    "subscriptions": "customer_id start_date end_date mrr term_months",
    "leads": "lead_id created_date stage outcome closed_date customer_id referred_by channel lost_reason",
    "surveys": "customer_id date instrument score",
    "revenue": "customer_id date amount currency",
}


def sound(found):
    """It can be written as JSON without NaN, and its parts agree."""
    results = found.results()
    json.dumps(results, allow_nan=False)
    right = found.bowtie.stages.loc[found.bowtie.stages["side"] == "right", "standing"].sum()
    assert right + found.bowtie.unknown + found.bowtie.lost == len(found.people.frame)
    return found


def test_one_customer_and_nothing_else():
    found = sound(analyse(make(customers="customer_id\na")))
    assert found.as_of is None
    assert not found.segments
    assert found.people.frame["stage"].tolist() == ["unknown"]
    assert found.bowtie.stages["reached"].dropna().tolist() == [1, 1, 0]


def test_no_customers_at_all():
    found = sound(analyse(make("2024-06-30", True, customers="customer_id start_date", **HEADERS)))
    assert found.people.frame.empty
    assert found.bowtie.stages["reached"].dropna().isin([0]).all()


def test_every_table_there_and_empty():
    found = sound(analyse(make("2024-06-30", True, customers="customer_id start_date\na 2024-01-01", **HEADERS)))
    assert found.people.frame["stage"].tolist() == ["adoption"]
    assert found.bowtie.stages.set_index("key").loc["customer", "reached"] == 1


def test_empty_tables_without_dates():
    sound(analyse(make(customers="customer_id\na", **HEADERS)))


def test_everyone_left():
    customers = """
    customer_id  start_date  end_date    nps
    a            2023-01-01  2024-01-01  9
    b            2023-01-01  2024-02-01  3
    """
    found = sound(analyse(make("2024-06-30", True, customers=customers)))
    assert (found.segments.present, found.segments.lost) == (0, 2)
    assert found.segments.lost_by_segment == {"liker": 1, "lurker": 1}
    assert found.segments.shares == {"lover": None, "liker": None, "lurker": None}
    assert str(found.segments.answer) == "Nobody is a customer at this date, so there is nobody to place."


def test_nobody_left():
    customers = "customer_id start_date end_date\na 2023-01-01 -\nb 2024-01-01 -"
    found = sound(analyse(make("2024-06-30", True, customers=customers)))
    assert found.totals["lost"] == 0
    assert found.bowtie.exits.empty


def test_activity_without_dates():
    activity = """
    customer_id  kind      value
    a            purchase  10
    a            review    -
    b            login     -
    """
    found = sound(analyse(make(activity=activity)))
    assert found.people.frame["segment"].tolist() == ["liker", "unknown"]
    assert found.people.frame["value"].tolist()[0] == 10
    assert found.people.period is None


def test_activity_of_nobody_that_we_know():
    activity = "customer_id date kind\nzz 2024-01-01 review"
    sound(analyse(make("2024-06-30", True, customers="customer_id\na", activity=activity)))


def test_undated_acts_beside_dated_customers_make_no_days():
    activity = """
    customer_id  kind
    a            review
    a            review
    """
    customers = "customer_id start_date end_date\na 2022-01-01 2024-01-01"
    found = sound(analyse(make("2024-06-30", True, customers=customers, activity=activity)))
    assert found.people.frame[["segment", "stage", "furthest"]].values.tolist() == [["lover", "lost", "advocacy"]]
    assert found.bowtie.stages.set_index("key").loc["loyalty", "movers"] == 0


def test_an_end_before_the_start():
    customers = "customer_id start_date end_date\na 2024-05-01 2024-01-01"
    found = sound(analyse(make("2024-06-30", True, customers=customers)))
    assert found.people.frame["stage"].tolist() == ["lost"]


@pytest.mark.parametrize("as_of", ["1990-01-01", "2024-02-29", "2090-01-01"])
def test_any_as_of_date(as_of):
    activity = """
    customer_id  date        kind      value  quantity  order_id
    a            2023-03-01  purchase  10     1         1
    a            2024-02-29  review    -      -         -
    b            2024-01-01  login     -      3         -
    """
    dataset = make("2024-06-30", None, activity=activity, customers="customer_id start_date\na 2023-01-01\nb -")
    sound(analyse(dataset, Settings(as_of=pd.Timestamp(as_of))))


def test_days_that_bear_a_clock_time_are_in_the_as_of_day():
    activity = pd.DataFrame({
        "customer_id": pd.Series(["a", "a"], dtype="str"), "kind": pd.Series(["review", "review"], dtype="str"),
        "date": pd.to_datetime(["2024-06-30 23:59", "2023-07-02 00:01"]),
        "family": pd.Series(["advocacy"] * 2, dtype="str"),
    })
    found = analyse(make("2024-06-30 08:00", True, activity=activity))
    assert found.people.frame["acts"].tolist() == [2]
