"""The left side, frameworks, exits and the loop back."""

from __future__ import annotations

import pandas as pd
import pytest

from bowtie.analyse import analyse
from bowtie.settings import Settings
from bowtie.stages.channels import channel_class
from bowtie.stages.frameworks import framework_names, labels, stages_of
from bowtie.tables import STAGES
from tests.people.make import make

LEADS = """
lead_id  created_date  stage      outcome  closed_date  lost_reason  won_reason  customer_id
1        2024-01-01    action     won      2024-01-11   -            Price       a
2        2024-01-05    desire     won      2024-01-20   -            Price       a            # before the first win
3        2024-02-01    desire     open     -            -            -           a            # after it: expansion
4        2024-01-01    interest   lost     2024-02-01   Rival        -           -
5        2024-01-01    somewhere  open     -            -            -           -            # not one of our stages
6        2024-01-01    lost       -        2024-03-01   -            -           -            # says the end
7        2024-01-01    awareness  open     -            -            -           -
8        2024-01-01    customer   -        2024-01-31   -            Trust       -            # won, of nobody we know
"""


@pytest.fixture(scope="module")
def found():
    return analyse(make("2024-06-30", True, leads=LEADS, customers="customer_id\na\nz"))


def test_counts(found):
    stages = found.bowtie.stages.set_index("key")
    # New: 1, 2, 4, 5, 6, 7, 8. Won: 1 and 2 of one customer, 8 of another.
    assert stages["reached"].head(5).tolist() == [7, 4, 3, 3, 2]
    assert stages["standing"].head(5).tolist() == [1, 0, 0, 0, 0]
    assert [finding.rows for finding in found.findings if finding.code == "leads_without_stage"] == [2]


def test_reasons(found):
    exits = found.bowtie.exits
    told = zip(exits["stage"], exits["reason"].fillna("not given"), exits["count"], strict=True)
    assert sorted(told) == [("interest", "Rival", 1), ("unknown", "not given", 1)]
    assert found.bowtie.bought_because.values.tolist() == [["Price", 2], ["Trust", 1]]


def test_leads_without_stages_show_only_the_first_and_the_last():
    leads = """
    lead_id  created_date  outcome  closed_date  customer_id
    1        2024-01-01    won      2024-01-15   a
    2        2024-01-01    -        -            -
    3        2024-01-01    -        -            -
    4        2024-01-01    won      2023-12-24   b             # closed before it was created, as real sheets have it
    """
    found = analyse(make("2024-06-30", None, leads=leads, customers="customer_id\na\nb"))
    stages = found.bowtie.stages.set_index("key")
    assert stages["reached"].dropna().to_dict() == {"awareness": 4, "customer": 2, "adoption": 2, "loyalty": 0}
    assert stages.loc["customer", "conversion"] == 0.5
    assert stages.loc["awareness", "median_days_of_movers"] == 7       # of 14 days and 0
    assert stages.loc["awareness", "standing"] is pd.NA


def test_without_leads_the_left_is_unknown_and_the_knot_is_everyone():
    found = analyse(make("2024-06-30", None, customers="customer_id\na\nb")).bowtie
    stages = found.stages.set_index("key")
    assert stages["reached"].dropna().to_dict() == {"customer": 2, "adoption": 2, "loyalty": 0}
    assert stages.loc["adoption", "conversion"] == 1.0
    assert "leads" in str(found.needs_left[0])


# ------------------------------------------------------------------------------------------------ frameworks
def test_every_framework_covers_every_stage_once():
    for key in framework_names():
        stages = stages_of(Settings(framework=key, own_labels=(("loyalty", "Fans"),)))
        assert tuple(stage for shown in stages for stage in shown.of) == STAGES


def test_a_merged_stage_takes_reached_of_its_first_and_sums_standing(found):
    bow = found.bowtie.stages.set_index("key")
    life = analyse(found.dataset, Settings(framework="lifecycle")).bowtie
    stages = life.stages.set_index("key")
    assert stages.index.tolist() == ["awareness", "consideration", "purchase", "experience"]
    assert stages["side"].tolist() == ["left", "left", "knot", "right"]
    assert stages["reached"].tolist() == bow.loc[["awareness", "interest", "action", "adoption"], "reached"].tolist()
    assert stages.loc["experience", "standing"] == bow.loc[["adoption", "loyalty"], "standing"].sum()
    assert (life.unknown, life.lost) == (found.bowtie.unknown, found.bowtie.lost)
    assert [str(label) for label in stages["label"]] == ["Awareness", "Consideration", "Purchase", "Experience"]


def test_the_engagement_economy_times_the_whole_left(found):
    stages = analyse(found.dataset, Settings(framework="engagement_economy")).bowtie.stages.set_index("key")
    # Won after 10, 15 and 30 days.
    assert stages.loc["acquisition", ["movers", "median_days_of_movers"]].tolist() == [3, 15.0]


def test_own_labels_rename_and_equal_neighbours_are_one_stage():
    own = (("adoption", "Here"), ("loyalty", "Here"), ("advocacy", "Fans"))
    settings = Settings(framework="custom", own_labels=own)
    shown = [(stage.key, str(stage.label), stage.of) for stage in stages_of(settings)][5:]
    assert shown == [("adoption", "Here", ("adoption", "loyalty")), ("advocacy", "Fans", ("advocacy",)),
                     ("ambassador", "Ambassadors", ("ambassador",))]


def test_labels_are_listed_for_the_catalogues():
    assert {"Bow-tie", "Adopters", "Incentivisation", "Winning by Design"} <= set(labels())


# -------------------------------------------------------------------------------------------------- channels
@pytest.mark.parametrize(("channel", "expected"), [
    ("Google Ads", "paid"), ("paid_search", "paid"), ("PPC", "paid"), ("Display", "paid"),
    ("广告投放", "paid"), ("Реклама", "paid"),
    ("Organic search", "unpaid"), ("direct_traffic", "unpaid"), ("Organic Social", "unpaid"), ("Newsletter", "unpaid"),
    ("自然流量", "unpaid"), ("E-mail", "unpaid"), ("Word-of-mouth", "referral"), ("Customer referral", "referral"),
    ("推荐", "referral"), ("紹介", "referral"), ("Empfehlung", "referral"), ("indicação", "referral"),
    ("Paid Social", "paid"), ("unpaid", "unpaid"),
    ("other", "unknown"), ("Nobody knows", "unknown"), ("Adelaide office", "unknown"), (None, "unknown"),
])
def test_channels(channel, expected):
    assert channel_class(pd.Series([channel], dtype="str")).tolist() == [expected]


def test_the_loop_needs_an_origin_and_says_so():
    found = analyse(make(customers="customer_id\na"))
    assert not found.loop
    assert "channel" in str(found.loop.needs[0])


def test_new_customers_without_a_known_channel_give_no_ratio():
    customers = """
    customer_id  start_date  channel
    a            2023-01-01  -
    b            2024-02-01  Mystery
    c            2024-03-01  Google_Ads
    """
    loop = analyse(make("2024-06-30", True, customers=customers)).loop
    assert (loop.zero_paid_ratio, loop.referral_share, loop.referred, loop.referral_coefficient) == (0.0, 0.0, 0, 0.0)
    assert loop.new_customers["customers"].sum() == 2
    assert loop.start_customers == 1
    unknown = analyse(make("2024-06-30", True, customers=customers.replace("Google_Ads", "Mystery"))).loop
    assert (unknown.zero_paid_ratio, unknown.referral_share) == (None, None)


def test_customers_at_the_start_are_unknown_where_nobody_knows_when_others_left():
    rows = """
    customer_id  start_date  channel     churned
    a            2023-01-10  Google_Ads  yes
    b            2023-01-10  Google_Ads  no
    c            2024-03-10  Referral    no
    d            2025-01-10  Referral    no
    """
    found = analyse(make("2025-01-10", customers=rows)).loop
    assert (found.referred, found.start_customers, found.referral_coefficient) == (1, None, None)
    dated = rows.replace("yes", "no")
    assert analyse(make("2025-01-10", customers=dated)).loop.referral_coefficient == 0.5
