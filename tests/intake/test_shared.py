"""Real files beside the project: the figures counted by hand, and every folder without a mishap. In one process."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

import bowtie

LATER = ("retention", "drivers", "value", "health", "adoption", "budget")

pytestmark = pytest.mark.slow


def at(answer: Any, path: str) -> Any:
    for step in path.split("."):
        answer = answer.get(step) if isinstance(answer, dict) else None
    return sum(answer.values()) if path == "totals.revenue" and isinstance(answer, dict) else answer


def results(files: list[Path]) -> dict[str, Any]:
    sheets = bowtie.read(files)
    dataset = bowtie.build(sheets, bowtie.recognise(sheets))
    return bowtie.analyse(dataset, bowtie.Settings()).results()


def test_the_figures_counted_by_hand(shared_data: Path) -> None:
    wrong = []
    for case in json.loads((shared_data / "RESULTS.json").read_text(encoding="utf-8")):
        told = results([shared_data / name for name in case["files"]])
        for path, wanted in case["checks"].items():
            if path.split(".", maxsplit=1)[0].startswith(LATER):
                continue
            if "~" in path:
                name, key = path.split("~")
                good = set(wanted) <= {found[key] for found in told[name]}
            elif isinstance(wanted, list):
                good = at(told, path) is not None and abs(at(told, path) - wanted[0]) <= wanted[1]
            else:
                good = at(told, path) == wanted
            if not good:
                wrong.append((case["files"][0], path, wanted, at(told, path.split("~")[0])))
    assert wrong == []


def test_every_folder_goes_through_and_its_numbers_are_plain_data(shared_data: Path) -> None:
    folders: dict[Path, list[Path]] = {}
    for path in sorted(path for path in shared_data.rglob("*") if path.is_file() and path.parent != shared_data):
        folders.setdefault(path.parent, []).append(path)
    for files in folders.values():
        sheets = bowtie.read(files)
        if not len(sheets):
            assert sheets.problems
            continue
        dataset = bowtie.build(sheets, bowtie.recognise(sheets))
        told = bowtie.analyse(dataset, bowtie.Settings()).results()
        json.dumps(told, allow_nan=False)
        known = len(dataset.customers) or None    # where no sheet names any, their number is not known
        assert told["totals"]["customers"] == known
        assert dataset.customers["customer_id"].is_unique


def test_the_same_company_in_two_ways_of_writing_dates(shared_data: Path) -> None:
    """RavenStack came as ISO and, from someone else, re-saved day first: what both hold must be equal."""
    names = ("accounts", "subscriptions", "churn_events")
    one, other = (
        results([shared_data / f"05_saas/{folder}/ravenstack_{name}.csv" for name in names])
        for folder in ("ravenstack_iso", "ravenstack_dmy"))
    assert one["tables"] == other["tables"]
    assert one["totals"] == other["totals"]
    assert one["as_of"] == other["as_of"]
    assert one["bowtie"] == other["bowtie"]
