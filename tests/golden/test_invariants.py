"""What holds for any data: segments partition, stages add up, order never matters, an act never lowers a segment."""

from __future__ import annotations

import pandas as pd
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bowtie.analyse import analyse
from bowtie.settings import Settings
from bowtie.tables import FAMILY_OF, LEFT_STAGES, SEGMENTS
from tests.people.make import make

AS_OF = pd.Timestamp("2024-12-31")
IDS = [f"c{n}" for n in range(6)]
KINDS = ["login", "session", "purchase", "renewal", "upgrade", "cancellation", "reactivation", "return", "complaint",
         "review", "referral", "reference", "odd kind"]
RANK = {"unknown": 0, "lurker": 1, "liker": 2, "lover": 3}
FEW = settings(max_examples=12, deadline=None, suppress_health_check=list(HealthCheck))

days = st.integers(-200, 1100).map(lambda back: AS_OF - pd.Timedelta(days=back))   # some lie after the as-of date
maybe_day = st.one_of(st.none(), days)
who = st.sampled_from(IDS)


def rows(*columns, most=40):
    return st.lists(st.tuples(*columns), max_size=most)


maybe_flag = st.sampled_from([None, True, False])
a_customer = st.tuples(
    maybe_day, maybe_day, st.sampled_from([None, 1, 12, 24]), st.sampled_from([None, 0, 1, 3]), maybe_flag
)
customers = st.tuples(*(a_customer for _ in IDS))
activity = rows(who, days, st.sampled_from(KINDS), st.sampled_from([None, 0, 1, 5]), maybe_flag)
surveys = rows(who, days, st.sampled_from(["nps", "csat", "ces"]), st.sampled_from([None, 1, 2, 3, 4, 5, 9]), most=12)
subscriptions = rows(who, days, maybe_day, st.sampled_from([None, 1, 12]), st.sampled_from([10, 20]), most=10)
leads = rows(maybe_day, st.sampled_from([None, *LEFT_STAGES, "odd"]), st.sampled_from([None, "open", "won", "lost"]),
             maybe_day, st.sampled_from([None, *IDS, "stranger"]), st.sampled_from([None, *IDS]), most=15)
worlds = st.tuples(customers, activity, surveys, subscriptions, leads, st.sampled_from([True, None, False]))


def frame(found, **columns):
    made = pd.DataFrame(found, columns=list(columns))
    return made.astype({name: kind for name, kind in columns.items() if kind})


def dataset(world):
    people, acts, answers, contracts, opportunities, contractual = world
    tables = {
        "customers": frame([(name, *row) for name, row in zip(IDS, people, strict=True)], customer_id="str",
                           start_date="datetime64[us]", end_date="datetime64[us]", contract_term_months="float64",
                           reviews="float64", churned="boolean"),
        "activity": frame(acts, customer_id="str", date="datetime64[us]", kind="str", quantity="float64",
                          rewarded="boolean"),
        "surveys": frame(answers, customer_id="str", date="datetime64[us]", instrument="str", score="float64"),
        "subscriptions": frame(contracts, customer_id="str", start_date="datetime64[us]", end_date="datetime64[us]",
                               term_months="float64", mrr="float64"),
        "leads": frame(opportunities, created_date="datetime64[us]", stage="str", outcome="str",
                       closed_date="datetime64[us]", customer_id="str", referred_by="str"),
    }
    return make(AS_OF, contractual, **tables)


def with_tables(found, **changed):
    return make(found.as_of, found.contractual, **{**found.tables, **changed})


def comparable(found):
    """Everything that must not depend on the order of rows or columns."""
    people = found.people.frame.sort_values("customer_id", ignore_index=True).astype("str").to_dict()
    stages = found.bowtie.stages.astype("str").to_dict()
    exits = sorted(map(str, found.bowtie.exits[["stage", "side", "reason", "count"]].astype("str").values.tolist()))
    loop = found.results()["loop"]
    return people, stages, exits, loop, found.segments and found.results()["segments"]


@FEW
@given(worlds)
def test_what_always_adds_up(world):
    found = analyse(dataset(world))
    people, stages = found.people.frame, found.bowtie.stages
    present = people[people["present"]]

    # Segments partition the customers present; those who left hold one too.
    assert len(people) == people["customer_id"].nunique()
    if found.segments:
        assert people["segment"].isin(SEGMENTS).all()
        assert sum(count or 0 for count in found.segments.counts.values()) == len(present) == found.segments.present
        assert sum(found.segments.lost_by_segment.values()) == found.segments.lost

    # Right standing + unknown + lost = all customers.
    right = stages[stages["side"] == "right"]
    assert right["standing"].sum() + found.bowtie.unknown + found.bowtie.lost == len(people)
    assert found.bowtie.lost == (~people["present"]).sum() == found.totals["lost"]

    # Reached never increases along a side; who stands somewhere has reached it. Where leads do not say who was won,
    # the knot counts the customers of the other sheets, which is no step of the left side.
    wins_unknown = any("outcome" in need.message for need in found.bowtie.needs_left)
    if wins_unknown and len(people):
        assert stages.loc[stages["side"] == "knot", "reached"].tolist() == [len(people)]
    for side in (["left"] if wins_unknown else ["left", "knot"], ["right"]):
        reached = stages.loc[stages["side"].isin(side), "reached"].dropna().tolist()
        assert reached == sorted(reached, reverse=True)
    assert (right["standing"].fillna(0) <= right["reached"].fillna(0)).all()
    shares = stages[["conversion", "moved_by_30_days", "moved_by_90_days", "moved_by_180_days"]].fillna(0)
    assert ((shares >= 0) & (shares <= 1 + 1e-9)).all(axis=None)

    # Whoever is on a list is present, once, and the list says why.
    for listed in (found.segments.lists if found.segments else {}).values():
        if isinstance(listed, pd.DataFrame):
            assert set(listed["customer_id"]) <= set(present["customer_id"])
            assert listed["customer_id"].is_unique
            assert all(str(why) for why in listed["why"])
    assert all(str(reason) for reasons in people["reasons"] for reason in reasons)


@FEW
@given(worlds, st.randoms(use_true_random=False))
def test_order_of_rows_and_columns_never_matters(world, random):
    one = dataset(world)
    shuffled = {}
    for name, table in one.tables.items():
        columns = random.sample(list(table), len(table.columns))
        order = random.sample(range(len(table)), len(table))
        shuffled[name] = table[columns].iloc[order].reset_index(drop=True)
    assert comparable(analyse(one)) == comparable(analyse(with_tables(one, **shuffled)))


@FEW
@given(worlds, who, st.integers(0, 364), st.sampled_from(["review", "referral", "reference", "speaking"]))
def test_another_act_never_lowers_a_segment(world, customer, back, kind):
    one = dataset(world)
    before = analyse(one)
    new = frame([(customer, AS_OF - pd.Timedelta(days=back), kind, None, False, FAMILY_OF[kind])], customer_id="str",
                date="datetime64[us]", kind="str", quantity="float64", rewarded="boolean", family="str")
    activity = one.tables["activity"].assign(family=lambda rows: rows["family"].astype("str"))
    more = pd.concat([activity, new], ignore_index=True)
    after = analyse(with_tables(one, activity=more))
    if not before.segments:
        return
    was = before.people.frame.set_index("customer_id")
    now = after.people.frame.set_index("customer_id")
    for name in was.index:
        if was.loc[name, "present"]:
            assert RANK[now.loc[name, "segment"]] >= RANK[was.loc[name, "segment"]]
            assert now.loc[name, "acts"] >= was.loc[name, "acts"]


@FEW
@given(worlds, st.sampled_from(["lifecycle", "flipped_funnel", "engagement_economy", "journey", "winning_by_design"]))
def test_a_framework_changes_words_and_no_total(world, framework):
    one = dataset(world)
    plain, other = analyse(one), analyse(one, Settings(framework=framework))
    assert plain.totals == other.totals
    assert (plain.bowtie.unknown, plain.bowtie.lost) == (other.bowtie.unknown, other.bowtie.lost)
    assert plain.bowtie.stages["standing"].sum() == other.bowtie.stages["standing"].sum()
    assert plain.bowtie.exits["count"].sum() == other.bowtie.exits["count"].sum()
    assert plain.people.frame["stage"].tolist() == other.people.frame["stage"].tolist()
