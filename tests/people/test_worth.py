"""What each customer is worth: orders before stated money, currencies apart, the window only."""

from __future__ import annotations

from dataclasses import replace

import pandas as pd

from bowtie.analyse import analyse
from tests.people.make import make, table

ACTIVITY = """
customer_id  date        kind      value  currency
a            2023-01-03  purchase  -      JPY          # in another currency, before the window
a            2024-02-01  purchase  10     EUR
a            2024-05-03  return    -      JPY          # cancelled: no amount
b            2024-03-01  purchase  20     EUR
b            2024-03-02  purchase  -      JPY          # in another currency, in the window
c            2024-03-01  purchase  30     EUR
c            2023-03-01  purchase  99     EUR          # before the window
"""


def _bought() -> pd.DataFrame:
    frame = table(ACTIVITY)
    return frame.assign(other_value=pd.Series([3000, None, None, None, 5000, None, None], dtype="float64"))


def test_money_in_another_currency_hides_the_value_only_where_it_is_in_the_window():
    found = analyse(replace(make("2024-05-04", False, activity=_bought()), main_currency="EUR"))
    assert found.people.value_basis == "revenue"
    assert found.people.frame["value"].fillna(-1).tolist() == [10, -1, 30]


def test_orders_come_before_stated_money_as_in_the_totals():
    activity = """
    customer_id  date        kind      value
    a            2024-02-01  purchase  10
    """
    revenue = """
    customer_id  date        amount
    a            2024-02-29  12
    """
    found = analyse(make("2024-05-04", False, activity=activity, revenue=revenue))
    assert found.totals["revenue"] == {"unknown": 10}
    assert found.people.frame["value"].tolist() == [10]
