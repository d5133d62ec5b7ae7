"""What the README promises, tried."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import openpyxl
import pytest

from tests.tree import ROOT

README = (ROOT / "README.md").read_text(encoding="utf-8")
SETUP = ["pip install -r requirements.txt && streamlit run app.py", "pip install -r requirements-dev.txt && pytest -q"]
COMMANDS = re.findall(r"^python -m bowtie (\w+)([^#\n]*)", README, flags=re.MULTILINE)


@pytest.mark.parametrize("command", SETUP)
def test_one_command_sets_up_and_starts(command: str) -> None:
    assert README.splitlines().count(command) == 1


@pytest.mark.parametrize(("verb", "promised"), COMMANDS, ids=[verb for verb, _ in COMMANDS])
def test_the_command_line_takes_the_options_it_is_said_to_take(verb: str, promised: str) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "bowtie", verb, "--help"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    assert [option for option in re.findall(r"--[a-z-]+", promised) if option not in done.stdout] == []


def test_the_python_of_the_readme_runs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    book = openpyxl.Workbook()
    for row in [("Customer ID", "Name", "Signup date"), ("A1", "Ann", "2024-01-31"), ("A2", "Bo", "2024-02-28")]:
        book.active.append(row)
    book.save("crm.xlsx")
    usage = ["Customer ID,Event date,Event", "A1,2024-03-01,login", "A1,2024-03-09,login", "A2,2024-03-11,review"]
    Path("usage.csv").write_text("\n".join(usage), encoding="utf-8")
    names: dict[str, object] = {}
    for block in re.findall(r"```python\n(.*?)```", README, flags=re.DOTALL):
        exec(block, names)  # the README is ours
    assert names["analysis"].results()["totals"]["customers"] == 2


@pytest.mark.parametrize("target", sorted(set(re.findall(r"\]\(([^)#:]+)\)", README))))
def test_what_the_readme_links_to_is_there(target: str) -> None:
    assert (ROOT / target).exists()
