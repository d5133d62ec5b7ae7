"""Mappings kept: as TOML and back, by header shape, for next month's file."""

from __future__ import annotations

from pathlib import Path

import pytest

from bowtie.errors import MappingProblem
from bowtie.intake import memory
from bowtie.intake.mapping import Mapping
from bowtie.intake.read import read
from bowtie.intake.recognise import recognise

JANUARY = b"order_id,customer_id,order_date,amount\n1,C1,2024-01-05,10\n2,C2,2024-01-16,20\n3,C1,2024-01-20,5\n"
FEBRUARY = b"Amount,order_date,customer_id,order_id\n11,2024-02-05,C1,4\n21,2024-02-16,C2,5\n"
OTHER = b"customer_id,signup_date,plan\nC1,2024-01-05,Pro\nC2,2024-01-16,Free\n"


def confirmed() -> Mapping:
    """January's mapping after the user said that nothing is the order's number."""
    mapping = recognise(read({"january.csv": JANUARY}))
    return mapping.with_sheet(mapping.sheets[0].without_field("order_id")).with_choice("currency", "EUR")


def test_toml_and_back() -> None:
    mapping = recognise(
        read({"january.csv": JANUARY, "people.csv": b"id,status,x\n1,active,\n2,cancelled,\n3,active,\n"})
    )
    again = Mapping.from_toml(mapping.as_toml())
    assert again.as_toml() == mapping.as_toml()
    before, after = (one.sheets[1].fields["churned"] for one in (mapping, again))
    assert (after.columns, dict(after.values), after.confidence) == (
        before.columns,
        dict(before.values),
        before.confidence,
    )


def test_next_months_file_maps_itself_and_says_so(tmp_path: Path) -> None:
    memory.remember(confirmed(), tmp_path)
    (sheet,) = recognise(read({"february.csv": FEBRUARY}), tmp_path).sheets
    assert sheet.remembered
    assert {name: (one.columns, one.headers) for name, one in sheet.fields.items()} == {
        "customer_id": ((2,), ("customer_id",)),
        "date": ((1,), ("order_date",)),
        "value": ((0,), ("Amount",)),
    }
    assert (sheet.file, sheet.questions) == ("february.csv", ())


def test_another_shape_is_recognised_anew(tmp_path: Path) -> None:
    memory.remember(confirmed(), tmp_path)
    (sheet,) = recognise(read({"other.csv": OTHER}), tmp_path).sheets
    assert (sheet.remembered, sheet.role) == (False, "customers")


def test_a_damaged_memory_is_no_memory(tmp_path: Path) -> None:
    memory.remember(confirmed(), tmp_path)
    for kept in tmp_path.iterdir():
        kept.write_text("not = [toml", encoding="utf-8")
    (sheet,) = recognise(read({"february.csv": FEBRUARY}), tmp_path).sheets
    assert not sheet.remembered
    assert "order_id" in sheet.fields


def test_a_saved_mapping_on_a_new_upload() -> None:
    applied = memory.apply_mapping(confirmed(), read({"february.csv": FEBRUARY, "other.csv": OTHER}))
    assert [(sheet.file, sheet.remembered, "order_id" in sheet.fields) for sheet in applied.sheets] == [
        ("february.csv", True, False),
        ("other.csv", False, False),
    ]
    assert applied.choices == {"currency": "EUR"}


def test_a_saved_mapping_that_fits_nothing() -> None:
    with pytest.raises(MappingProblem, match="fits none of the sheets"):
        memory.apply_mapping(confirmed(), read({"other.csv": OTHER}))


def test_headers_that_occur_twice_keep_their_order() -> None:
    mapping = recognise(read({"a.csv": b"customer_id,note,note,signup_date\n1,a,b,2024-01-05\n2,c,d,2024-01-16\n"}))
    (raw,) = read({"b.csv": b"note,customer_id,signup_date,note\ne,1,2024-01-05,f\n"})
    moved = memory.fitted(mapping.sheets[0], raw)
    assert moved is not None
    assert moved.attributes == (0, 3)


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ('role = "activity"', 'role = "purchases"', "no role “purchases”"),
        ("[sheets.fields.value]", "[sheets.fields.worth]", "no field “worth”"),
        ("columns = [\n    3,\n]", "columns = [\n    9,\n]", "a column that is not there"),
        ('order = "ymd"', 'order = "dym"', "an order or a combination"),
        ("version = 1", "version = ", "not valid TOML"),
        ('headers = [\n    "amount",\n]', "", "lacks a part"),
    ],
)
def test_what_is_wrong_with_a_mapping_is_said(old: str, new: str, said: str) -> None:
    text = confirmed().as_toml()
    assert old in text
    with pytest.raises(MappingProblem, match=said):
        Mapping.from_toml(text.replace(old, new))
