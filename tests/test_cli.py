"""The command line: exit codes, JSON, files written, and never a traceback."""

from __future__ import annotations

import csv
import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

import bowtie
from bowtie.__main__ import main

CUSTOMERS = """customer_id,customer_name,plan,start_date,churned
C1,=HYPERLINK("http://x"),Gold,2023-01-15,no
C2,Bob,Basic,2023-02-20,yes
C3,Cy,None,2023-03-31,no
"""
ORDERS = """order_id,customer_id,order_date,amount,status
1,C1,2024-01-15,10.50,Completed
2,C1,2024-02-16,20.00,Cancelled
3,C2,2024-03-17,5.25,Completed
4,,2024-03-18,7.00,Completed
5,C3,2024-33-99,8.00,Completed
"""


@pytest.fixture
def files(tmp_path: Path) -> dict[str, str]:
    made = {"customers.csv": CUSTOMERS, "orders.csv": ORDERS, "empty.csv": "", "顧客.csv": "顧客ID,名前\n1,花\n2,月\n"}
    for name, text in made.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    return {name: str(tmp_path / name) for name in made}


def answer(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, Any, str]:
    code = main(list(arguments))
    told = capsys.readouterr()
    return code, json.loads(told.out) if told.out.startswith("{") else told.out, told.err


def test_the_figures_of_two_files(files: dict[str, str], capsys: pytest.CaptureFixture[str]) -> None:
    code, told, _ = answer(capsys, "analyse", files["customers.csv"], files["orders.csv"], "--json")
    assert code == 0
    assert told["as_of"] == "2024-03-17"
    assert told["tables"] == {"customers": 3, "activity": 3}
    assert told["totals"]["customers"] == 3
    assert told["totals"]["orders"] == 2
    assert sum(told["totals"]["revenue"].values()) == 15.75
    assert told["retention"]["available"] is False
    assert "errors" not in told
    found = {found["code"] for found in told["findings"]}
    assert found >= {"blank_customer_id", "unreadable_values", "cancelled_orders"}


def test_a_file_that_cannot_be_used_is_named_and_the_rest_goes_on(
    files: dict[str, str], capsys: pytest.CaptureFixture[str],
) -> None:
    code, told, _ = answer(capsys, "analyse", files["customers.csv"], files["empty.csv"], "--json")
    assert code == 0
    assert [problem["file"] for problem in told["errors"]] == ["empty.csv"]
    assert set(told["errors"][0]) == {"file", "problem", "remedy"}


@pytest.mark.parametrize("command", ["inspect", "analyse"])
@pytest.mark.parametrize("name", ["empty.csv", "nowhere.csv"])
def test_when_no_file_can_be_used_one_sentence_says_why(
    command: str, name: str, files: dict[str, str], tmp_path: Path, capsys: pytest.CaptureFixture[str],
) -> None:
    code, told, error = answer(capsys, command, files.get(name, str(tmp_path / name)), "--json")
    assert code == 2
    assert told["error"]["file"] == name
    assert told["error"]["problem"] in error
    assert len(error.strip().splitlines()) == 1


def test_out_writes_what_it_promises(files: dict[str, str], tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = tmp_path / "out"
    _, told, _ = answer(capsys, "analyse", files["customers.csv"], files["orders.csv"], "--json", "--out", str(out))
    written = sorted(path.name for path in out.iterdir())
    assert written == ["customers.csv", "mapping.toml", "rejected.xlsx", "results.json"]
    assert json.loads((out / "results.json").read_text(encoding="utf-8")) == told
    with (out / "customers.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = {row["customer_id"]: row for row in csv.DictReader(file)}
    assert rows["C1"]["name"] == "'=HYPERLINK(\"http://x\")"
    assert rows["C2"]["stage"] == "lost"
    sheet = load_workbook(out / "rejected.xlsx").worksheets[0]
    header, *cells = ([cell.value for cell in row] for row in sheet.iter_rows())
    assert header[:4] == ["file", "sheet", "row", "reason"] or header[:3] == ["file", "row", "reason"]
    assert {row[header.index("row")] for row in cells} == {5, 6}


def test_a_saved_mapping_gives_the_same_figures(
    files: dict[str, str], tmp_path: Path, capsys: pytest.CaptureFixture[str],
) -> None:
    given = ["analyse", files["customers.csv"], files["orders.csv"], "--json"]
    _, first, _ = answer(capsys, *given, "--out", str(tmp_path / "out"))
    code, again, _ = answer(capsys, *given, "--mapping", str(tmp_path / "out" / "mapping.toml"))
    assert code == 0
    assert again == first


def test_another_as_of_date(files: dict[str, str], capsys: pytest.CaptureFixture[str]) -> None:
    assert answer(capsys, "analyse", files["orders.csv"], "--json", "--as-of", "2024-02-01")[1]["as_of"] == "2024-02-01"
    code, told, error = answer(capsys, "analyse", files["orders.csv"], "--json", "--as-of", "soon")
    assert code == 2
    assert "soon" in told["error"]["problem"]
    assert "2025-09-30" in error


def test_inspect_says_what_each_column_is(files: dict[str, str], capsys: pytest.CaptureFixture[str]) -> None:
    code, told, _ = answer(capsys, "inspect", files["orders.csv"], "--json")
    assert code == 0
    assert told["files"][0]["sheets"][0]["fields"]["customer_id"]["header"] == "customer_id"
    code, told, _ = answer(capsys, "inspect", files["orders.csv"])
    assert code == 0
    assert "customer_id ← customer_id" in told


def test_people_get_sentences(files: dict[str, str], capsys: pytest.CaptureFixture[str]) -> None:
    code, told, error = answer(capsys, "analyse", files["customers.csv"], files["orders.csv"], files["empty.csv"])
    assert code == 0
    assert "Customers: 3" in told
    assert "Worth a look:" in told
    assert "empty.csv" in error


def test_what_should_never_happen_is_a_sentence_too(
    files: dict[str, str], capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch,
) -> None:
    def broken(*_: object, **__: object) -> None:
        raise RuntimeError("customer C1 said no")

    monkeypatch.setattr(bowtie, "read", broken, raising=False)
    code, told, error = answer(capsys, "analyse", files["orders.csv"], "--json")
    assert code == 2
    assert "RuntimeError" in told["error"]["problem"]
    assert "C1" not in error


def test_any_language_comes_out_whole_whatever_the_terminal(files: dict[str, str], root: Path) -> None:
    surroundings = {**os.environ, "PYTHONIOENCODING": "ascii", "LC_ALL": "C"}
    done = subprocess.run(
        [sys.executable, "-m", "bowtie", "inspect", files["顧客.csv"], "--json"],
        capture_output=True, env=surroundings, check=False, cwd=root,
    )
    assert done.returncode == 0
    sheet = json.loads(done.stdout.decode("utf-8"))["files"][0]["sheets"][0]
    assert sheet["fields"]["customer_id"]["header"] == "顧客ID"
