"""Made exports in ten languages, each on its own: role, columns, traps, what is left out and what is asked."""

from __future__ import annotations

from functools import cache

import pytest

from bowtie.intake.mapping import SURE, SheetMapping
from tests.intake.recognise import (
    exports_business,
    exports_further,
    exports_languages,
    exports_more,
    exports_public,
    exports_tools,
)
from tests.intake.recognise.case import Case, sheet_of, traps_hit, wrong_fields

MODULES = (exports_business, exports_languages, exports_more, exports_further, exports_public, exports_tools)
CASES = tuple(case for module in MODULES for case in module.CASES)
ids = [case.file for case in CASES]


@cache
def told(file: str) -> SheetMapping:
    return sheet_of(next(case for case in CASES if case.file == file))


@pytest.mark.parametrize("case", CASES, ids=ids)
def test_the_role_is_right(case: Case) -> None:
    assert told(case.file).role in case.roles


@pytest.mark.parametrize("case", CASES, ids=ids)
def test_the_columns_are_right(case: Case) -> None:
    assert wrong_fields(case, told(case.file)) == {}


@pytest.mark.parametrize("case", [case for case in CASES if case.traps], ids=lambda case: case.file)
def test_no_trap_is_stepped_into(case: Case) -> None:
    assert traps_hit(case, told(case.file)) == {}


@pytest.mark.parametrize("case", [case for case in CASES if case.dropped], ids=lambda case: case.file)
def test_personal_columns_are_left_out(case: Case) -> None:
    assert set(case.dropped) <= {one.header for one in told(case.file).dropped}


@pytest.mark.parametrize("case", [case for case in CASES if case.implied], ids=lambda case: case.file)
def test_what_every_row_is_by_being_here(case: Case) -> None:
    assert case.implied.items() <= told(case.file).implied.items()


@pytest.mark.parametrize("case", [case for case in CASES if case.orders], ids=lambda case: case.file)
def test_the_order_of_dates(case: Case) -> None:
    assert {name: told(case.file).fields[name].order for name in case.orders} == case.orders


@pytest.mark.parametrize("case", [case for case in CASES if case.left], ids=lambda case: case.file)
def test_who_has_left_by_the_flag(case: Case) -> None:
    values = told(case.file).fields["churned"].values
    assert [value for value, left in values.items() if left is True] == list(case.left)
    assert False in values.values()


@pytest.mark.parametrize("case", CASES, ids=ids)
def test_a_question_only_where_one_is_needed(case: Case) -> None:
    assert {asked.about for asked in told(case.file).questions} == ({case.asks} if case.asks else set())


def test_sure_of_most_that_is_right() -> None:
    right = [told(case.file).fields[name].confidence for case in CASES for name in case.fields]
    assert sum(confidence >= SURE for confidence in right) >= 0.85 * len(right)
