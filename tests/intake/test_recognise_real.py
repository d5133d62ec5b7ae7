"""All real files beside the project in one process, against their answer key: the aims that recognition must reach."""

from __future__ import annotations

import csv
from collections import Counter, defaultdict
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest

from bowtie.intake.inspect import as_json
from bowtie.intake.mapping import SURE, SheetMapping
from bowtie.intake.read import read
from bowtie.intake.recognise import recognise

pytestmark = pytest.mark.slow


@dataclass(frozen=True)
class Row:
    """A line of the key: a field of a sheet, or (without a field) the sheet itself."""

    path: str
    sheet: str
    role: str
    field: str
    header: str
    note: str


@cache
def key(folder: Path) -> dict[str, dict[str, list[Row]]]:
    found: dict[str, dict[str, list[Row]]] = defaultdict(lambda: defaultdict(list))
    with (folder / "EXPECTED.tsv").open(encoding="utf-8") as file:
        for line in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE):
            row = Row(
                line["path"],
                line["sheet"] or "",
                line["role"],
                line["field"] or "",
                (line["header"] or "").strip(),
                line["note"] or "",
            )
            found[row.path][row.sheet].append(row)
    return found


@cache
def told(folder: Path) -> Counter[str]:
    """What was right and wrong over all files, counted as the scorer counts it."""
    total: Counter[str] = Counter()
    for path, sheets in key(folder).items():
        given = read(folder / path)
        mapping = recognise(given)
        as_json(mapping, given)
        by_name = {sheet.name: sheet for sheet in mapping.sheets}
        for name, rows in sheets.items():
            sheet = by_name.get(name) or next(iter(mapping.sheets), None)
            if sheet is not None and "error" not in rows[0].role:
                compare(sheet, rows, total)
    return total


def compare(sheet: SheetMapping, rows: list[Row], total: Counter[str]) -> None:
    notes = "; ".join(row.note for row in rows)
    for row in rows:
        only = row.note.partition("only if role=")[2].split(";")[0].split()
        if not row.field:
            total["roles"] += 1
            total["roles right"] += sheet.role in row.role.split("|")
        elif not only or sheet.role in only[0].split("|"):
            compare_field(sheet, row, total)
    if "must ask" in notes and "infer" not in notes and sheet.role != "unknown":
        total["to ask"] += 1
        total["asked"] += bool(sheet.questions)
    elif "ask" not in notes:
        total["quiet"] += 1
        total["asked needlessly"] += bool(sheet.questions)
    if "must decline: no customer id" in notes:
        total["pretended"] += "customer_id" in sheet.fields


def compare_field(sheet: SheetMapping, row: Row, total: Counter[str]) -> None:
    headers = {name: one.headers[0].strip() if len(one.headers) == 1 else "" for name, one in sheet.fields.items()}
    if row.field.startswith("!"):
        hit = headers.get(row.field[1:]) == row.header
        total["traps hit"] += hit
        total["surely wrong"] += hit and sheet.fields[row.field[1:]].confidence >= SURE
        return
    total["fields"] += 1
    wanted = row.header.split("|")
    right = [name for name in row.field.split("|") if headers.get(name) in wanted]
    total["fields right"] += bool(right)
    total["sure"] += bool(right) and sheet.fields[right[0]].confidence >= SURE
    if not right:
        near = [one for name, one in sheet.fields.items() if name in row.field.split("|") or headers[name] in wanted]
        total["surely wrong"] += any(one.confidence >= SURE for one in near)


def test_roles(shared_data: Path) -> None:
    total = told(shared_data)
    assert total["roles right"] >= 0.97 * total["roles"]


def test_columns(shared_data: Path) -> None:
    total = told(shared_data)
    assert total["fields right"] >= 0.98 * total["fields"]
    assert total["sure"] >= 0.85 * total["fields right"]


def test_never_surely_wrong(shared_data: Path) -> None:
    total = told(shared_data)
    assert (total["surely wrong"], total["traps hit"], total["pretended"]) == (0, 0, 0)


def test_questions(shared_data: Path) -> None:
    total = told(shared_data)
    assert total["asked"] == total["to ask"]
    assert total["asked needlessly"] <= 0.05 * total["quiet"]
