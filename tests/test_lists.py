"""The list of customers to download."""

from bowtie.analyse import analyse
from bowtie.lists import customers_list
from tests.people.make import make

CUSTOMERS = """
customer_id  start_date  nps
a            2024-01-01  9
b            2024-01-01  -
"""


def test_what_could_not_be_counted_is_blank_and_not_zero():
    listed = customers_list(analyse(make("2024-06-30", customers=CUSTOMERS)))
    assert listed[["acts", "unpaid_acts", "acts_missing", "active_periods", "judged_periods"]].isna().all(axis=None)
    assert listed["segment"].tolist() == ["liker", "unknown"]


def test_what_was_looked_for_and_not_found_is_zero():
    activity = """
    customer_id  date        kind
    a            2024-03-01  review
    """
    listed = customers_list(analyse(make("2024-06-30", customers=CUSTOMERS, activity=activity)))
    assert listed["acts"].tolist() == [1, 0]
    assert "1 act of advocacy in the last 365 days. The latest answer is NPS 9." in listed["reasons"].iloc[0]
