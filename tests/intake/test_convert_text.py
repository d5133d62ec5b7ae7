"""Keys, categories, flags and lengths of time."""

from __future__ import annotations

from typing import Any

import pyarrow as pa
import pytest

from bowtie.intake.convert_text import to_categories, to_ids
from bowtie.intake.convert_values import to_flags, to_money, to_months, to_words


def column(*texts: str | None) -> pa.ChunkedArray:
    return pa.chunked_array([pa.array(texts, pa.string())])


def test_keys_are_text_as_the_company_writes_them() -> None:
    found = to_ids(column("12417.0", "00123", " C-7 ", "'null", "None", "A.0", None))
    assert found.values.to_pylist() == ["12417", "00123", "C-7", None, None, "A.0", None]
    assert not found.hashed


def test_an_address_serves_as_a_key_only_in_disguise() -> None:
    found = to_ids(column("Ann@example.com", "ann@example.com", "bob@example.com"))
    one, same, other = found.values.to_pylist()
    assert found.hashed
    assert one == same != other
    assert "ann" not in one


def test_none_is_a_value_of_a_category_and_null_is_not() -> None:
    assert to_categories(column("None", "NULL", "n/a", "-", "Select", "Gold ", "\u3000")).values.to_pylist() == [
        "None", None, None, None, None, "Gold", None]


@pytest.mark.parametrize(("texts", "values", "flags"), [
    (["Yes", "no", "maybe", None], {}, [True, False, None, None]),
    (["0", "1"], {"0": True, "1": False}, [True, False]),
    (["LEFT", "here"], {"left": True, "Here": False}, [True, False]),
    (["да", "нет", "是", "否", "はい", "いいえ", "ja", "nein", "oui", "non", "sí", "não"], {},
     [True, False] * 6),
])
def test_flags(texts: list[str | None], values: dict[str, Any], flags: list[bool | None]) -> None:
    assert to_flags(column(*texts), values).values.to_pylist() == flags


def test_an_unknown_value_is_kept_and_listed() -> None:
    found = to_words(column("Einkauf", "Sonstiges", None, "Anruf"), {"Einkauf": "purchase", "Anruf": None})
    assert found.values.to_pylist() == ["purchase", "Sonstiges", None, "Anruf"]
    assert found.kept == ("Anruf", "Sonstiges")


@pytest.mark.parametrize(("text", "unit", "months"), [
    ("2", "years", 24), ("24", None, 24), ("2 years", None, 24), ("Month-to-month", None, 1), ("One year", None, 12),
    ("6 Monate", None, 6), ("1 год", None, 12), ("3か月", None, 3), ("52", "weeks", 11.9592), ("365.2425", "days", 12),
    ("ages", None, None),
])
def test_lengths_of_time(text: str, unit: str | None, months: float | None) -> None:
    found = to_months(column(text), unit, ".").values.to_pylist()[0]
    assert found == (None if months is None else pytest.approx(months, abs=1e-4))


def test_units_of_money() -> None:
    assert to_money(column("1999"), "cents", ".").values.to_pylist() == [19.99]
    assert to_money(column("1200"), "years", ".").values.to_pylist() == [100]
