"""A ledger worked by hand: 16 customers, 44 rows of activity, every rule of the definitions once. Check it on paper.

As of 2025-06-30. The window of 365 days holds 2024-07-01 to 2025-06-30; 2024-06-30 is out.
Rows of use are monthly (first days of months), from January to June 2025: the period is the month, and the table covers
2025-01-01 to 2025-06-30, so an old customer is judged by 6 months. 8 of the 15 present have rows: absence is evidence.
"""

from __future__ import annotations

import pandas as pd
import pytest

from bowtie.analyse import analyse
from tests.people.make import make

CUSTOMERS = """
customer_id  start_date
ada          2022-03-01
bea          2023-01-15
cal          2023-05-01
dan          2024-02-01
eve          2025-01-10
fay          2025-05-20
gus          2024-03-01
hal          2025-05-10
ida          2024-10-01
jon          2023-09-01
kim          2024-01-10
lee          2023-02-01
max          2022-01-01
nia          2023-06-15
oli          2022-05-01
pat          -
"""
SUBSCRIPTIONS = """
customer_id  start_date  end_date    term_months  mrr
ada          2022-03-01  -           12           100
bea          2023-01-15  -           12           80
fay          2025-05-20  -           1            20
hal          2025-05-10  -           -            20
ida          2024-10-01  -           24           300
jon          2023-09-01  -           12           60
lee          2023-02-01  -           6            50
max          2022-01-01  -           12           40
nia          2023-06-15  -           12           70
oli          2022-05-01  2025-03-31  12           90
"""
ACTIVITY = """
customer_id  date        kind          quantity  rewarded
ada          2024-09-10  referral      -         no
ada          2025-02-02  review        -         no
bea          2025-03-05  review        -         no
eve          2025-05-05  social_share  -         no
gus          2025-07-02  review        -         no       # after the as-of date: not seen
jon          2024-11-11  testimonial   -         no
jon          2025-01-09  review        -         no
kim          2024-08-01  review        -         no
kim          2024-12-24  review        -         no
kim          2025-06-30  reference     -         no       # on the as-of date: in
max          2024-10-10  review        -         yes      # paid for
max          2025-01-15  referral      -         yes      # paid for
max          2025-05-01  review        -         no
nia          2024-06-30  review        -         no       # 365 days before the as-of date: out
nia          2024-07-01  review        -         no       # 364 days before: in
oli          2024-05-10  review        -         no
oli          2024-12-01  reference     -         no
cal          2024-05-01  renewal       -         -
kim          2024-07-20  upgrade       -         -
ida          2024-10-15  complaint     -         -
ada          2025-01-01  session       9         -
ada          2025-02-01  session       9         -
ada          2025-03-01  session       9         -
ada          2025-04-01  session       9         -
ada          2025-05-01  session       9         -
ada          2025-06-01  session       9         -
bea          2025-01-01  session       1         -
bea          2025-02-01  session       1         -
cal          2025-01-01  session       4         -
cal          2025-02-01  session       2         -
cal          2025-03-01  session       1         -
cal          2025-04-01  session       0         -        # a row that says: no use
dan          2025-01-01  session       1         -
ida          2025-01-01  session       5         -
ida          2025-02-01  session       5         -
ida          2025-03-01  session       5         -
ida          2025-04-01  session       5         -
ida          2025-05-01  session       5         -
ida          2025-06-01  session       5         -
jon          2025-04-01  session       1         -
kim          2025-02-01  session       1         -
kim          2025-03-01  session       1         -
lee          2025-05-01  session       1         -
"""
SURVEYS = """
customer_id  date        instrument  score
bea          2025-04-01  nps         9
dan          2024-08-15  nps         3       # overruled by the later answer
dan          2025-01-20  nps         7
fay          2025-06-10  nps         -       # asked, silent
gus          2024-06-30  nps         10      # 365 days before: out
ida          2025-05-02  nps         3
jon          2025-04-20  nps         4
pat          2025-02-14  csat        5
"""
# L9 is of ada, a customer since 2022, L10 of kind existing: expansion. L12 is won after the as-of date: still open.
LEADS = """
lead_id  created_date  channel         stage      kind      outcome  closed_date  lost_reason  customer_id  referred_by
L1       2024-12-01    Referral        action     new       won      2025-01-10   -            eve          lee
L2       2025-03-01    Google_Ads      action     new       won      2025-05-20   -            fay          -
L3       2025-04-01    Organic_search  desire     new       won      2025-05-10   -            hal          -
L4       2025-02-01    -               desire     new       lost     2025-03-15   Price        -            -
L5       2025-05-01    -               interest   new       open     -            -            -            -
L6       2025-06-01    -               awareness  new       open     -            -            -            -
L7       2025-01-05    -               action     new       lost     2025-01-25   Budget       -            -
L8       2025-06-10    -               action     new       open     -            -            -            -
L9       2025-03-03    -               desire     new       open     -            -            ada          -
L10      2025-04-04    -               interest   existing  open     -            -            -            -
L11      2024-11-01    -               awareness  new       lost     2024-12-01   -            -            -
L12      2025-05-15    -               action     new       won      2025-07-05   -            zoe          -
"""

# customer: segment, stage, and why
BY_HAND = {
    "ada": ("lover", "advocacy"),      # two acts; term of 12 months outlived on 2023-03-01; 2 acts are no 3
    "bea": ("lover", "advocacy"),      # one act, and NPS 9; used in 2 of 6 months, which is not regular; term outlived
    "cal": ("liker", "loyalty"),       # used in 3 of 6 months: exactly half is regular; renewed; no act
    "dan": ("liker", "loyalty"),       # latest NPS 7 is content (the 3 is older); 12 months of tenure on 2025-02-01
    "eve": ("liker", "adoption"),      # a single act; a customer for 5 months, so not loyal, so no advocate
    "fay": ("lurker", "adoption"),     # asked and silent; one complete month is too few to judge use; monthly contract
    "gus": ("lurker", "loyalty"),      # no row in a table that covers the base; NPS 10 is out; 16 months of tenure
    "hal": ("unknown", "adoption"),    # one complete month, never asked, no act
    "ida": ("lurker", "adoption"),     # uses every month, but NPS 3 bars liker; in a first term of 24 months: locked
    "jon": ("lover", "advocacy"),      # two acts, which NPS 4 does not undo: at risk; term outlived on 2024-09-01
    "kim": ("lover", "ambassador"),    # three unpaid acts of two kinds; upgraded
    "lee": ("liker", "ambassador"),    # one act, the lead L1, which became a customer; term of 6 months outlived
    "max": ("lover", "advocacy"),      # three acts of two kinds, two of them paid for: no ambassador
    "nia": ("liker", "advocacy"),      # one of two acts is in the window; loyal since 2024-06-15
    "oli": ("lover", "lost"),          # left on 2025-03-31; held two acts in the 365 days before that
    "pat": ("liker", "unknown"),       # CSAT 5 of 5; no start, contract or event tells the stage
}


@pytest.fixture(scope="module")
def ledger():
    return analyse(make("2025-06-30", True, customers=CUSTOMERS, subscriptions=SUBSCRIPTIONS, activity=ACTIVITY,
                        surveys=SURVEYS, leads=LEADS))


@pytest.fixture(scope="module")
def people(ledger):
    return ledger.people.frame.set_index("customer_id")


@pytest.fixture(scope="module")
def stages(ledger):
    return ledger.bowtie.stages.set_index("key")


@pytest.mark.parametrize("customer", BY_HAND)
def test_segment_and_stage_of_each(people, customer):
    assert tuple(people.loc[customer, ["segment", "stage"]]) == BY_HAND[customer]


def test_counts(ledger):
    found = ledger.segments
    assert found.counts == {"lover": 5, "liker": 6, "lurker": 3, "unknown": 1}
    assert (found.present, found.lost, found.lost_by_segment) == (15, 1, {"lover": 1})
    assert (found.period, found.separates, found.missing) == ("month", True, ())
    assert found.shares == {"lover": 5 / 14, "liker": 6 / 14, "lurker": 3 / 14}
    assert str(found.answer) == "Of 14 customers judged, 36% are lovers, 43% likers and 21% lurkers."


def test_acts_in_the_window(people):
    acts = people[["acts", "unpaid_acts", "act_kinds"]]
    assert acts[acts["acts"] > 0].T.to_dict("list") == {
        "ada": [2, 2, 2], "bea": [1, 1, 1], "eve": [1, 1, 1], "jon": [2, 2, 2], "kim": [3, 3, 2], "lee": [1, 1, 1],
        "max": [3, 1, 2], "nia": [1, 1, 1], "oli": [2, 2, 2],
    }


def test_use_by_complete_months(people):
    used = people[["active_periods", "judged_periods"]].T.to_dict("list")
    assert used["ada"] == [6, 6]
    assert used["bea"] == [2, 6]
    assert used["cal"] == [3, 6]     # the row with a count of 0 is no use
    assert used["eve"] == [0, 5]     # February to June: January was not complete
    assert used["fay"] == [0, 1]
    assert used["gus"] == [0, 6]
    assert used["oli"] == [0, 3]     # January to March, until leaving
    regular = people["regular"]
    assert regular[regular.notna() & (regular == True)].index.tolist() == ["ada", "cal", "ida"]  # noqa: E712
    assert regular[regular.isna()].index.tolist() == ["fay", "hal"]


def test_flags(people):
    assert people.index[people["unhappy"]].tolist() == ["ida", "jon"]
    assert people.index[people["at_risk"]].tolist() == ["jon"]
    assert people.index[people["locked"]].tolist() == ["ida"]
    assert people.index[~people["present"]].tolist() == ["oli"]
    assert people.loc["oli", "left_on"] == pd.Timestamp("2025-03-31")
    assert people.loc["oli", "left_source"] == "subscriptions"


def test_evidence_of_loyalty(people):
    assert people["loyal_by"].to_dict() == {
        "ada": "term", "bea": "term", "cal": "event", "dan": "tenure", "eve": "", "fay": "", "gus": "tenure", "hal": "",
        "ida": "", "jon": "term", "kim": "event", "lee": "term", "max": "term", "nia": "term", "oli": "term", "pat": "",
    }


def test_reasons_say_why(people):
    assert [str(reason) for reason in people.loc["ida", "reasons"]] == [
        "Unhappy: the latest answer is NPS 3.", "Active in 6 of 6 months.",
        "Inside the first contract, which still holds.",
    ]
    assert [str(reason) for reason in people.loc["hal", "reasons"]] == [
        "Not enough evidence: never asked, no acts seen, and use cannot be judged.", "Bought, no second choice yet.",
    ]


def test_reached_and_standing(stages, ledger):
    # Left: L9 and L10 are expansion, so 10 leads are new. L12 is still open. Won leads came all the way.
    assert stages["reached"].to_dict() == {
        "awareness": 10, "interest": 8, "desire": 7, "action": 6, "customer": 3,
        # Right: all 16 bought; 11 made a second choice (oli among them); 8 of those acted; kim and lee are ambassadors.
        "adoption": 16, "loyalty": 11, "advocacy": 8, "ambassador": 2,
    }
    assert stages["standing"].to_dict() == {
        "awareness": 1, "interest": 1, "desire": 0, "action": 2, "customer": 0,
        "adoption": 4, "loyalty": 3, "advocacy": 5, "ambassador": 2,
    }
    assert (ledger.bowtie.unknown, ledger.bowtie.lost) == (1, 1)


def test_conversion(stages):
    conversion = stages["conversion"]
    assert conversion.dropna().to_dict() == pytest.approx({
        "interest": 8 / 10, "desire": 7 / 8, "action": 6 / 7, "customer": 3 / 6,
        "loyalty": 11 / 16, "advocacy": 8 / 11, "ambassador": 2 / 8,
    })
    assert conversion[conversion.isna()].index.tolist() == ["awareness", "adoption"]   # 16 adopters, 3 of them won here


TIMES = [
    "moved_by_30_days", "moved_by_90_days", "moved_by_180_days", "movers", "median_days_of_movers", "km_median_days",
]


def test_time_from_adoption_to_loyalty(stages):
    # Days: ada 365, bea 365, cal 366, dan 367, gus 366, jon 366, kim 192, lee 181, max 365, nia 366, oli 365.
    # Still waiting: fay 41, hal 51, eve 171, ida 272. pat has no start.
    # Kaplan-Meier: 181: 11/12; 192: 10/12; 365: 10/12 x 5/9 = 0.46.
    assert stages.loc["adoption", TIMES].tolist() == [0.0, 0.0, 0.0, 11, 365.0, 365.0]


def test_time_from_loyalty_to_advocacy(stages):
    # Days: kim 12, nia 15, jon 71, oli 375, bea 415, lee 488, ada 559, max 648. Waiting: gus 120, dan 148, cal 425.
    # 11 at risk: 2 within 30 days, 3 within 90 and 180. Kaplan-Meier: 8/11, x 5/6 at 375, x 4/5 at 415 = 0.48.
    assert stages.loc["loyalty", TIMES].tolist() == [
        pytest.approx(2 / 11), pytest.approx(3 / 11), pytest.approx(3 / 11), 8, 395.0, 415.0
    ]


def test_time_from_advocacy_to_ambassador(stages):
    # lee 40 (act 2024-12-01, the lead became a customer on 2025-01-10), kim 333 (third act on 2025-06-30).
    # Waiting: bea 117, jon 231, max 263, ada 293, nia 365; oli lost after 325. At 333 two are at risk: 7/8 x 1/2.
    assert stages.loc["advocacy", TIMES].tolist() == [0.0, 0.125, 0.125, 2, 186.5, 333.0]


def test_no_time_where_leads_have_no_days_of_stages(stages):
    without = ["awareness", "interest", "desire", "action", "customer", "ambassador"]
    assert stages.loc[without, TIMES].isna().all(axis=None)


def test_time_from_lead_to_win(ledger):
    # Won after 39, 40, 80 days. Lost after 20, 30, 42. Open since 20, 29, 46, 60.
    # 20: S = 9/10; 30: x 6/7; 39: + S/6; 40: + S/5; 42: S x 3/4; 80: + S/1, where nobody is left.
    found = ledger.bowtie.win_timing
    at_39 = 0.9 * 6 / 7
    at_40 = at_39 * 5 / 6
    at_80 = at_40 * 4 / 5 * 3 / 4
    assert found.moved_by == pytest.approx((0.0, at_39 / 6 + at_40 / 5 + at_80, at_39 / 6 + at_40 / 5 + at_80))
    assert (found.movers, found.median_days_of_movers) == (3, 40.0)


def test_exits(ledger):
    found = ledger.bowtie.exits
    rows = {tuple(None if pd.isna(cell) else cell for cell in row) for row in
            found[["stage", "side", "reason", "count"]].itertuples(index=False)}
    assert rows == {
        ("desire", "left", "Price", 1), ("action", "left", "Budget", 1), ("awareness", "left", None, 1),
        ("advocacy", "right", None, 1),
    }


@pytest.mark.parametrize(("name", "customers"), [
    ("silent_loyalists", ["cal", "dan", "gus"]),
    ("low_spend_lovers", ["max"]),             # 40, below the median of 20 20 40 50 60 70 80 100 300, which is jon's 60
    ("high_spend_lurkers", ["ida"]),           # 300; the top fifth begins at 100
    ("locked_in", ["ida"]),
    # One act missing; then two: CSAT 5 of 5, NPS 7 of 10, no answer.
    ("nearest_to_lover", ["eve", "lee", "nia", "pat", "dan", "cal"]),
    ("at_risk_lovers", ["jon"]),
    ("unhappy", ["ida"]),
])
def test_lists(ledger, name, customers):
    assert ledger.segments.lists[name]["customer_id"].tolist() == customers


def test_lists_say_why(ledger):
    nearest = ledger.segments.lists["nearest_to_lover"].set_index("customer_id")["why"]
    assert str(nearest["dan"]) == "2 more acts make a lover; the latest answer is NPS 7."
    assert str(nearest["eve"]) == "One more act makes a lover."


def test_loop(ledger):
    # New from 2024-07-01 to 2025-06-30: eve (referral), fay (ads), hal (organic), ida (nobody knows).
    # At the start: 11 of the 16 (eve, fay, hal, ida came later; pat has no date).
    found = ledger.loop
    assert (found.period_from, found.period_to) == (pd.Timestamp("2024-07-01"), pd.Timestamp("2025-06-30"))
    assert found.new_customers.groupby("channel_class")["customers"].sum().to_dict() == {
        "paid": 1, "referral": 1, "unknown": 1, "unpaid": 1,
    }
    assert (found.referral_share, found.zero_paid_ratio) == (1 / 3, 2 / 3)
    assert (found.referred, found.start_customers, found.referral_coefficient) == (1, 11, 1 / 11)


def test_remorse(ledger):
    # ida complained on day 15, before rows of use begin. eve, fay and hal had 30 whole days inside them, and no use.
    why = {row.customer_id: str(row.why) for row in ledger.loop.remorse.itertuples()}
    unused = "No use in the first 30 days."
    assert why == {"fay": unused, "hal": unused, "eve": unused, "ida": "1 complaint in the first 30 days."}


def test_totals_are_of_the_same_customers(ledger):
    assert {name: ledger.totals[name] for name in ("customers", "present", "lost", "leads")} == {
        "customers": 16, "present": 15, "lost": 1, "leads": 12,
    }
