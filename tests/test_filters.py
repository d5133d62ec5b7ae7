"""Filters leave the customers asked for, and everything that is theirs."""

import pandas as pd

from bowtie.dataset import Attribute, Dataset
from bowtie.filters import filter_choices, only


def _dataset(**tables):
    customers = pd.DataFrame({
        "customer_id": ["a", "b", "c"], "plan": ["Pro", "Free", "Pro"], "region": ["N", None, "S"],
        "attribute_1": ["x", "y", "y"],
    })
    own = (Attribute("customers", "attribute_1", "Tier", "category"),)
    return Dataset({"customers": customers, **tables}, attributes=own, fingerprint="whole")


def test_choices_are_fields_then_own_categories():
    found = filter_choices(_dataset())
    assert [(choice.column, choice.header, choice.values) for choice in found] == [
        ("plan", "", ("Free", "Pro")), ("region", "", ("N", "S")), ("attribute_1", "Tier", ("x", "y")),
    ]


def test_a_column_with_too_many_values_is_no_filter():
    assert [choice.column for choice in filter_choices(_dataset(), most_values=1)] == []


def test_no_filter_gives_the_same_dataset():
    whole = _dataset()
    assert only(whole, {}) is whole
    assert only(whole, {"plan": ()}) is whole
    assert only(whole, {"nonsense": ("x",)}) is whole


def test_rows_follow_their_customer():
    activity = pd.DataFrame({"customer_id": ["a", "b", "c", "a"], "kind": ["login"] * 4})
    spend = pd.DataFrame({"amount": [1.0, 2.0]})
    part = only(_dataset(activity=activity, spend=spend), {"plan": ("Pro",)})
    assert part.customers["customer_id"].tolist() == ["a", "c"]
    assert part.tables["activity"]["customer_id"].tolist() == ["a", "c", "a"]
    assert len(part.tables["spend"]) == 2
    assert part.fingerprint != "whole"


def test_two_filters_are_both_asked():
    part = only(_dataset(), {"plan": ("Pro",), "attribute_1": ("y",)})
    assert part.customers["customer_id"].tolist() == ["c"]


def test_leads_with_the_column_follow_it_and_leads_without_are_left_out_aloud():
    leads = pd.DataFrame({"lead_id": ["1", "2"], "region": ["N", "S"]})
    assert only(_dataset(leads=leads), {"region": ("N",)}).tables["leads"]["lead_id"].tolist() == ["1"]
    part = only(_dataset(leads=leads), {"plan": ("Pro",)})
    assert "leads" not in part.tables
    assert [finding.code for finding in part.findings] == ["leads_not_filtered"]


def test_the_fingerprint_tells_filters_apart_and_order_of_values_does_not_matter():
    whole = _dataset()
    prints = {only(whole, chosen).fingerprint for chosen in (
        {"plan": ("Pro",)}, {"plan": ("Free",)}, {"region": ("N",)}, {"plan": ("Pro", "Free")},
    )}
    assert len(prints) == 4
    assert only(whole, {"plan": ("Pro", "Free")}).fingerprint == only(whole, {"plan": ("Free", "Pro")}).fingerprint
