"""Regular in use: grain, period, complete periods, rows with counts, what the usage table covers."""

from __future__ import annotations

import pandas as pd
import pytest

from bowtie.analyse import analyse
from bowtie.people.dates import add_months, period_start, periods_between
from bowtie.people.period import choose_period, data_grain
from bowtie.settings import Settings
from tests.people.make import make


def days(*texts):
    return pd.Series(pd.to_datetime(list(texts)))


@pytest.mark.parametrize(("dates", "grain"), [
    (("2024-01-01", "2024-02-01", "2024-03-01"), "month"),
    (("2024-01-31", "2024-02-29", "2024-03-31"), "month"),
    (("2024-01-01", "2024-04-01", "2024-07-01"), "quarter"),
    (("2024-03-31", "2024-06-30", "2024-12-31"), "quarter"),
    (("2024-01-01", "2024-01-08", "2024-01-22"), "week"),          # three Mondays
    (("2024-01-01", "2024-01-08", "2024-01-16"), "day"),
    (("2024-01-01", "2024-02-01"), "day"),                          # two dates show no grain
])
def test_grain(dates, grain):
    assert data_grain(days(*dates)) == grain


@pytest.mark.parametrize(("grain", "gap", "period"), [
    ("day", 1, "week"), ("day", 7, "week"), ("day", 7.5, "month"), ("day", 31, "month"), ("day", 32, "quarter"),
    ("day", 200, "quarter"), ("month", 31, "month"), ("month", 61, "quarter"), ("week", 7, "week"),
    ("quarter", 91, "quarter"),
    ("day", float("nan"), "week"),                                  # nobody returned
])
def test_the_shortest_period_not_finer_than_the_grain_nor_shorter_than_the_gap(grain, gap, period):
    assert choose_period(grain, gap) == period


def test_months_later():
    start = days("2024-01-31", "2023-01-31", "2024-02-29")
    assert add_months(start, 1).dt.strftime("%Y-%m-%d").tolist() == ["2024-02-29", "2023-02-28", "2024-03-29"]
    assert add_months(start, 12).dt.strftime("%Y-%m-%d").tolist() == ["2025-01-31", "2024-01-31", "2025-02-28"]


def test_starts_of_periods():
    day = days("2024-02-29", "1969-12-31")
    assert period_start(day, "week").dt.strftime("%Y-%m-%d").tolist() == ["2024-02-26", "1969-12-29"]   # Mondays
    assert period_start(day, "month").dt.strftime("%Y-%m-%d").tolist() == ["2024-02-01", "1969-12-01"]
    assert period_start(day, "quarter").dt.strftime("%Y-%m-%d").tolist() == ["2024-01-01", "1969-10-01"]


def test_periods_between_count_both_ends_and_never_go_below_zero():
    first, last = days("2024-01-01", "2024-03-01"), days("2024-03-01", "2024-01-01")
    assert periods_between(first, last, "month").tolist() == [3, 0]


WEEKLY = "customer_id date kind\n" + "\n".join(
    # b, c and d keep the table covering 2024-01-01 to 2024-01-28, four weeks from Monday to Sunday
    [f"{who} 2024-01-{day:02d} login" for who in "bcd" for day in range(1, 29)]
    + ["a 2024-01-03 login", "a 2024-01-04 login", "a 2024-01-17 login"]
)


def since(start):
    """a, a customer since that day, and three old ones."""
    return f"customer_id start_date\na {start}\nb 2023-01-01\nc 2023-01-01\nd 2023-01-01"


def used(dataset, **settings):
    frame = analyse(dataset, Settings(**settings)).people.frame.set_index("customer_id")
    return frame[["active_periods", "judged_periods", "regular"]].T.to_dict("list")


def test_weeks_of_daily_rows():
    # a: days in the weeks of 1 and of 15 January, 2 of 4: half is regular.
    found = used(make("2024-01-28", True, activity=WEEKLY, customers=since("2023-01-01")))
    assert found["a"] == [2, 4, True]
    assert found["b"] == [4, 4, True]


def test_only_complete_periods_inside_customership():
    # Started on Tuesday 2 January: the first week is not complete; 1 of the 3 others.
    found = used(make("2024-01-28", True, activity=WEEKLY, customers=since("2024-01-02")))
    assert found["a"] == [1, 3, False]


def test_fewer_than_three_periods_judge_nobody():
    found = used(make("2024-01-27", True, activity=WEEKLY, customers=since("2024-01-02")))
    assert found["a"][:2] == [1, 2]     # the week of 22 January ends a day after the as-of date
    assert pd.isna(found["a"][2])


def test_absence_is_evidence_only_where_the_table_covers_the_base():
    quiet = "".join(f"\nq{n} 2023-01-01" for n in range(5))
    some = since("2023-01-01")
    covering = analyse(make("2024-01-28", True, activity=WEEKLY, customers=some + "\nq0 2023-01-01"))
    assert covering.people.frame.set_index("customer_id").loc["q0", "segment"] == "lurker"      # rows for 4 of 5
    sparse = analyse(make("2024-01-28", True, activity=WEEKLY, customers=some + quiet))
    assert sparse.people.frame.set_index("customer_id").loc["q0", "segment"] == "unknown"       # rows for 4 of 9


def test_monthly_rows_judged_by_week_stand_for_as_many_weeks_as_they_count():
    # Four Mondays-to-Sundays weeks and more in 2024-01..04; the count of 2 stands for 2 active weeks, 40 for at most 5.
    activity = """
    customer_id  date        kind   quantity
    a            2024-01-01  login  2
    a            2024-02-01  login  40
    a            2024-03-01  login  0
    """
    customers = "customer_id start_date\na 2023-01-01"
    by_month = used(make("2024-03-31", True, activity=activity, customers=customers))
    by_week = used(make("2024-03-31", True, activity=activity, customers=customers), period="week")
    assert by_month["a"] == [2, 3, True]
    assert by_week["a"] == [7, 13, True]


def test_a_bare_usage_number_is_judged_only_after_the_line_is_set():
    customers = """
    customer_id  usage
    a            10
    b            3
    c            -
    """
    dataset = make("2024-01-28", None, customers=customers)
    assert not analyse(dataset).segments
    assert "usage number" in " ".join(str(need) for need in analyse(dataset).segments.needs)
    found = analyse(dataset, Settings(usage_line=10))
    assert found.people.frame["segment"].tolist() == ["liker", "lurker", "unknown"]


def test_purchases_are_never_use():
    activity = "customer_id date kind\n" + "\n".join(f"a 2024-0{month}-01 purchase" for month in range(1, 7))
    found = analyse(make("2024-06-30", False, activity=activity))
    assert not found.segments
    assert found.people.period is None
