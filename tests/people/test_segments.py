"""Edges of the rules for segments that the ledger does not hold: bare counts, scales, pairs of sheets."""

from __future__ import annotations

import pandas as pd
import pytest

from bowtie.analyse import analyse
from bowtie.settings import Settings
from tests.people.make import make


def people(dataset, **settings):
    return analyse(dataset, Settings(**settings)).people.frame.set_index("customer_id")


def test_counts_without_dates_are_acts_and_a_zero_is_evidence():
    customers = """
    customer_id  referrals  reviews  nps
    a            1          1        -
    b            2          -        -
    c            1          0        9
    d            1          0        3
    e            0          0        -
    f            -          -        -
    """
    found = people(make(customers=customers))
    assert found["segment"].to_dict() == {
        "a": "lover", "b": "lover", "c": "lover",     # two acts; two acts; one act of a promoter
        "d": "lurker", "e": "lurker", "f": "unknown",  # one act of an unhappy customer; counted none; nobody counted
    }
    assert found["act_kinds"].to_dict() == {"a": 2, "b": 1, "c": 1, "d": 1, "e": 0, "f": 0}


def test_a_bare_count_adds_only_what_no_dated_row_accounts_for():
    customers = """
    customer_id  reviews
    a            2
    b            1
    c            3
    """
    activity = """
    customer_id  date        kind
    a            2024-06-01  review
    b            2020-01-01  review
    c            2020-01-01  review
    """
    found = people(make("2024-12-31", True, customers=customers, activity=activity))
    assert found["acts"].to_dict() == {"a": 2, "b": 0, "c": 2}


REFERRALS = """
lead_id  created_date  outcome  closed_date  customer_id  referred_by
1        2024-03-03    open     -            -            a
2        2024-05-05    open     -            -            b
3        2024-05-06    open     -            -            b
4        2024-05-05    won      2024-06-01   c            c
5        2024-05-05    open     -            -            stranger
"""


def test_a_referral_in_two_sheets_counts_once():
    activity = """
    customer_id  date        kind
    a            2024-03-01  referral
    b            2019-01-01  referral
    c            2024-01-01  purchase
    """
    found = people(make("2024-12-31", True, activity=activity, leads=REFERRALS))
    assert found["acts"].to_dict() == {
        "a": 1,        # the row of 1 March and the lead of 3 March are one referral
        "b": 2,        # the old row goes with the first lead, the second stands alone
        "c": 0,        # nobody refers themselves
    }


def test_referrals_of_leads_alone_show_lovers():
    found = analyse(make("2024-12-31", True, customers="customer_id\na\nb\nc", leads=REFERRALS))
    assert found.segments.counts == {"lover": 1, "liker": 1, "lurker": 0, "unknown": 1}


def test_without_a_source_of_acts_lover_is_null_and_the_others_are_given():
    surveys = """
    customer_id  date        instrument  score
    a            2024-05-01  nps         10
    b            2024-05-01  nps         6
    c            2024-05-01  nps         -
    """
    found = analyse(make("2024-12-31", True, surveys=surveys))
    assert found.segments.counts == {"lover": None, "liker": 1, "lurker": 2, "unknown": 0}
    assert found.segments.observable == {"lover": False, "liker": True, "lurker": True}
    assert "add referrals" in str(found.segments.missing[0])
    stages = found.bowtie.stages.set_index("key")
    assert stages.loc[["advocacy", "ambassador"], ["reached", "standing", "conversion"]].isna().all(axis=None)
    assert not found.segments.lists["nearest_to_lover"]
    assert found.results()["segments"]["counts"]["lover"] is None


@pytest.mark.parametrize(("scores", "content", "unhappy"), [
    ([1, 2, 3, 4, 5], [4, 5], [1, 2]),
    ([1, 2, 3, 5, 6, 7], [6, 7], [1, 2]),
    ([1, 2, 3, 8, 9, 10], [9, 10], [1, 2]),
    ([20, 60, 100], [], []),              # percentages: no boxes are known
])
def test_boxes_are_counted_from_the_scale_of_the_data(scores, content, unhappy):
    customers = pd.DataFrame({"customer_id": pd.Series([str(score) for score in scores], dtype="str"),
                              "csat": [float(score) for score in scores]})
    dataset = make(customers=customers)
    found = people(dataset)
    assert found.index[found["segment"] == "liker"].tolist() == [str(score) for score in content]
    assert found.index[found["unhappy"]].tolist() == [str(score) for score in unhappy]
    assert ("csat_scale" in [finding.code for finding in analyse(dataset).findings]) == (not content)


def test_the_latest_answer_decides_whichever_instrument_it_is_of():
    surveys = """
    customer_id  date        instrument  score
    a            2024-05-01  nps         10
    a            2024-06-01  csat        1
    b            2024-05-01  csat        1
    b            2024-06-01  nps         9
    c            2024-06-01  nps         9
    c            2024-06-01  nps         2        # another person of the account, the same day: the lowest stands
    d            2024-06-01  nps         8
    d            2024-06-01  csat        1        # of one day: NPS
    e            2024-06-01  ces         2        # effort says nothing of content
    f            2024-06-01  nps         55       # no such score
    g            2024-06-01  csat        5        # fixes the scale
    """
    activity = """
    customer_id  date        kind
    a            2024-07-01  review
    b            2024-07-01  review
    c            2024-07-01  review
    """
    found = people(make("2024-12-31", True, surveys=surveys, activity=activity))
    assert found["segment"].to_dict() == {
        "a": "lurker", "b": "lover", "c": "lurker", "d": "liker", "e": "unknown", "f": "unknown", "g": "liker"
    }
    assert found.index[found["unhappy"]].tolist() == ["a", "c"]


def test_thresholds_are_settings():
    activity = """
    customer_id  date        kind
    a            2024-07-01  review
    a            2024-08-01  review
    b            2024-10-01  review
    """
    dataset = make("2024-12-31", True, activity=activity)
    assert people(dataset)["segment"].to_dict() == {"a": "lover", "b": "liker"}
    assert people(dataset, lover_acts=3)["segment"].to_dict() == {"a": "liker", "b": "liker"}
    assert people(dataset, window_days=92)["segment"].to_dict() == {"a": "unknown", "b": "liker"}   # from 1 October


def test_a_rewarded_status_marks_a_paid_act():
    activity = """
    customer_id  date        kind    status
    a            2024-07-01  review  Rewarded
    a            2024-07-02  review  published
    """
    found = people(make("2024-12-31", True, activity=activity))
    assert found.loc["a", ["acts", "unpaid_acts"]].tolist() == [2, 1]


def test_one_class_is_said_and_nothing_is_forced():
    activity = "customer_id date kind\n" + "\n".join(f"c{n:02d} 2024-07-01 review" for n in range(40))
    found = analyse(make("2024-12-31", True, activity=activity))
    assert found.segments.counts == {"lover": 0, "liker": 40, "lurker": 0, "unknown": 0}
    assert not found.segments.separates
    assert str(found.segments.answer) == "The rule does not separate this base: 100% of those judged are likers."
    assert "one_class" in [finding.code for finding in found.findings]
    acts = found.segments.distribution.set_index("bin_start").loc[lambda frame: frame["measure"] == "acts", "customers"]
    assert acts.to_dict() == {0: 0, 1: 40, 2: 0, 3: 0, 4: 0, 5: 0}


def test_cube_and_value_of_the_window():
    activity = """
    customer_id  date        kind      value  currency
    a            2020-01-01  purchase  900    EUR       # before the window
    a            2024-05-01  purchase  10     EUR
    b            2024-05-01  purchase  50     EUR
    b            2024-05-08  return    -20    EUR
    c            2024-05-01  purchase  100    EUR
    d            2024-05-01  purchase  70     USD
    c            2024-06-01  review    -      -
    """
    from dataclasses import replace

    dataset = replace(make("2024-12-31", False, activity=activity), main_currency="EUR")
    found = analyse(dataset)
    value = found.people.frame.set_index("customer_id")["value"]
    assert value[["a", "b", "c"]].tolist() == [10, 30, 100]
    assert pd.isna(value["d"])           # another currency is not added, and is not 0
    assert found.people.value_basis == "revenue"
    assert found.segments.cube.values.tolist() == [
        ["adoption", "0", "mid", 1], ["adoption", "0", "unknown", 1], ["adoption", "1", "high", 1],
        ["loyal", "0", "low", 1],
    ]


def test_what_lovers_did_before():
    activity = """
    customer_id  date        kind
    a            2024-01-10  training
    a            2024-02-01  review
    a            2024-03-01  training
    a            2024-04-01  review
    a            2024-05-01  community     # after the act that made a lover
    b            2024-02-01  review
    b            2024-06-01  community
    b            2024-06-01  review        # on the day itself: not before
    c            2024-07-01  training
    d            2024-07-01  support
    """
    found = analyse(make("2024-12-31", True, activity=activity)).segments.before_lover
    assert found.values.tolist() == [["training", 1, 0.5, 0.5]]
