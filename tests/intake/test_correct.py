"""A correction gives a new mapping and leaves the old one as it was."""

import pytest

import bowtie
from bowtie.errors import MappingProblem
from bowtie.intake.correct import (
    all_confirmed,
    answer,
    as_role,
    assign,
    field_of,
    fields_of,
    give_value,
    mean_left,
)
from bowtie.intake.mapping import Question
from bowtie.intake.peek import raw_of, samples, value_counts
from bowtie.words import say

CUSTOMERS = b"""Customer ID,Company,Signup Date,Batch,State
1,Ann,2024-01-05,x,gone
2,Bob,2024-02-06,y,here
3,Cy,2024-03-07,x,here
4,Di,2024-04-08,z,paused
"""
DATES = b"Customer ID,Event,Date\n" + b"".join(
    b"%d,login,%02d/%02d/2024\n" % (row, row % 12 + 1, row % 11 + 1) for row in range(1, 30)
)


@pytest.fixture(scope="module")
def sheets():
    return bowtie.read({"customers.csv": CUSTOMERS, "events.csv": DATES})


@pytest.fixture(scope="module")
def mapping(sheets):
    return bowtie.recognise(sheets)


def _columns(mapping, key="customers.csv"):
    return {name: mapped.headers for name, mapped in mapping.sheet(key).fields.items()}


def test_a_column_takes_a_field_and_gives_it_back(sheets, mapping):
    given = assign(sheets, mapping, "customers.csv", 3, "segment")
    assert _columns(given)["segment"] == ("Batch",)
    assert given.sheet("customers.csv").fields["segment"].confidence == 1
    taken = assign(sheets, given, "customers.csv", 3, None)
    assert "segment" not in _columns(taken)
    assert 3 in taken.sheet("customers.csv").attributes
    assert "segment" not in _columns(mapping)


def test_a_field_moves_to_another_column_and_the_first_is_kept_under_its_own_name(sheets, mapping):
    given = assign(sheets, assign(sheets, mapping, "customers.csv", 3, "segment"), "customers.csv", 4, "segment")
    sheet = given.sheet("customers.csv")
    assert sheet.fields["segment"].headers == ("State",)
    assert 3 in sheet.attributes
    assert 4 not in sheet.attributes


def test_a_field_that_the_role_does_not_have_is_refused_by_name(sheets, mapping):
    with pytest.raises(MappingProblem, match=r"no field unit_price.*customer_id"):
        assign(sheets, mapping, "customers.csv", 3, "unit_price")


def test_values_are_recognised_for_the_field_that_was_chosen(sheets, mapping):
    given = assign(sheets, mapping, "customers.csv", 4, "churned")
    assert set(given.sheet("customers.csv").fields["churned"].values) == {"gone", "here", "paused"}


def test_a_value_is_given_a_meaning(sheets, mapping):
    given = assign(sheets, mapping, "customers.csv", 4, "churned")
    told = give_value(given, "customers.csv", "churned", "paused", "true")
    told = give_value(told, "customers.csv", "churned", "here", "false")
    values = told.sheet("customers.csv").fields["churned"].values
    assert (values["paused"], values["here"]) == (True, False)
    kept = give_value(told, "customers.csv", "churned", "here", None)
    assert kept.sheet("customers.csv").fields["churned"].values["here"] is None


def test_several_values_may_mean_left(sheets, mapping):
    given = assign(sheets, mapping, "customers.csv", 4, "churned")
    asked = Question("value", "State", (("gone", say("gone")), ("paused", say("paused"))), say("Which?"), "churned")
    told = mean_left(given, "customers.csv", asked, ["gone", "paused"])
    assert told.sheet("customers.csv").fields["churned"].values == {"gone": True, "here": False, "paused": True}


def test_the_order_of_dates_is_answered_once_for_the_sheet(sheets, mapping):
    sheet = mapping.sheet("events.csv")
    asked = next(question for question in sheet.questions if question.about == "date_order")
    told = answer(sheets, mapping, "events.csv", asked, "mdy").sheet("events.csv")
    assert told.fields["date"].order == "mdy"
    assert not [question for question in told.questions if question.about == "date_order"]


def test_an_answer_that_was_not_offered_is_refused_by_name(sheets, mapping):
    asked = next(question for question in mapping.sheet("events.csv").questions if question.about == "date_order")
    with pytest.raises(MappingProblem, match=r"ydm.*dmy, mdy"):
        answer(sheets, mapping, "events.csv", asked, "ydm")


@pytest.mark.parametrize(("choice", "filled"), [("3", ("Batch",)), ("", None), ("customer_id", ("Customer ID",))])
def test_a_question_about_a_field_takes_a_column_none_or_the_guess(sheets, mapping, choice, filled):
    choices = (("3", say("Batch")), ("", say("none")), ("customer_id", say("the guess")))
    asked = Question("field", "Customer ID", choices, say("Who?"), field="customer_id")
    told = answer(sheets, mapping, "customers.csv", asked, choice)
    assert _columns(told).get("customer_id") == filled


def test_a_sheet_can_be_something_else_or_left_out(sheets, mapping):
    assert as_role(sheets, mapping, "customers.csv", "leads").sheet("customers.csv").role == "leads"
    left_out = as_role(sheets, mapping, "customers.csv", "unknown").sheet("customers.csv")
    assert (left_out.role, dict(left_out.fields)) == ("unknown", {})


def test_what_was_used_is_no_guess_any_more(mapping):
    told = all_confirmed(mapping)
    assert all(mapped.confidence >= 0.9 for sheet in told.sheets for mapped in sheet.fields.values())


def test_which_fields_a_role_offers_and_which_a_column_fills(mapping):
    assert fields_of("customers")[:2] == ("customer_id", "name")
    assert fields_of("unknown") == ()
    assert field_of(mapping.sheet("customers.csv"), 0) == "customer_id"
    assert field_of(mapping.sheet("customers.csv"), 99) is None


def test_samples_are_the_first_distinct_values(sheets, mapping):
    raw = raw_of(sheets, mapping.sheet("customers.csv"))
    assert samples(raw, 3) == ("x", "y", "z")
    assert samples(raw, 3, most=2) == ("x", "y")
    assert value_counts(raw, 3) == (("x", 2), ("y", 1), ("z", 1))
