"""Purchases alone give repeat purchase, by hand: A buys on three days, B twice on one day, C twice, D never."""

import pytest

from bowtie.analyse import analyse
from tests.people.make import make

BOUGHT = """
    customer_id  date        kind      value
    A            2025-01-01  purchase  10
    A            2025-02-01  purchase  10
    A            2025-03-01  purchase  10
    B            2025-01-05  purchase  10
    B            2025-01-05  purchase  10
    C            2025-01-10  purchase  10
    C            2025-01-20  purchase  10
"""


def test_repeat_purchase_is_counted_by_days():
    found = analyse(make(as_of="2025-06-30", contractual=False, activity=BOUGHT))
    assert not found.segments
    repeat = found.repeat
    assert (repeat.buyers, repeat.repeat_buyers) == (3, 2)
    assert repeat.share == pytest.approx(2 / 3)
    assert repeat.median_days_to_second == 20.5
    assert repeat.by_purchases["customers"].tolist() == [1, 1, 1, 0]
    assert found.results()["repeat_purchase"]["by_purchases"][3] == {"purchases": "4 or more", "customers": 0}
    assert "67% of 3 buyers bought more than once" in str(repeat.answer)


def test_without_purchases_it_says_what_is_needed():
    found = analyse(make(as_of="2025-06-30", activity="""
        customer_id  date        kind
        A            2025-01-01  login
    """))
    assert found.repeat is None
    assert found.results()["repeat_purchase"]["available"] is False
