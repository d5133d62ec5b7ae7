"""What the documentation shows is run: commands, Python examples, the notebook. Links lead somewhere."""

from __future__ import annotations

import json
import os
import re
import shlex
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from bowtie.sample import write_sample
from bowtie.settings import Settings

FENCED = re.compile(r"```(\w*)\n(.*?)```", re.DOTALL)
LINK = re.compile(r"!?\[[^\]]*\]\(([^)#\s]+)(#[^)]*)?\)")
PAGES = sorted((Path(__file__).resolve().parents[2] / "docs").glob("*.md"))


def _blocks(page: Path, language: str) -> list[str]:
    return [body for kind, body in FENCED.findall(page.read_text(encoding="utf-8")) if kind == language]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An empty folder in which the examples run, one after the other."""
    return tmp_path_factory.mktemp("docs")


@pytest.mark.slow
def test_commands_of_the_command_line_page_work(root: Path, folder: Path) -> None:
    commands = [line for block in _blocks(root / "docs/cli.md", "") for line in block.splitlines()]
    assert len(commands) == 5
    for command in commands:
        words = shlex.split(command)
        assert words[:3] == ["python", "-m", "bowtie"]
        done = subprocess.run(
            [sys.executable, *words[1:]], cwd=folder, capture_output=True, text=True, check=False,
            env={**os.environ, "PYTHONPATH": str(root)},
        )
        assert (done.returncode, done.stderr) == (0, ""), command
        assert done.stdout
    written = {path.name for path in (folder / "out").iterdir()}
    told = (root / "docs/cli.md").read_text(encoding="utf-8")
    assert written == set(re.findall(r"^\| `(\S+)` \|", told, re.MULTILINE))
    assert json.loads((folder / "out/results.json").read_text(encoding="utf-8"))["totals"]["customers"] == 1200


@pytest.mark.slow
def test_examples_of_the_python_page_work(
    root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    write_sample(tmp_path / "sample")
    monkeypatch.chdir(tmp_path)
    names: dict[str, Any] = {}
    for block in _blocks(root / "docs/python.md", "python"):
        exec(compile(block, "docs/python.md", "exec"), names)
    assert names["leads"].role == "leads"
    assert names["again"].as_toml() == names["text"]
    assert "segment" not in names["without"].sheet("crm_accounts.csv").fields
    assert len(names["small"].people.frame) < len(names["analysis"].people.frame)
    assert names["picture"].startswith(b"<svg")
    assert capsys.readouterr().out


@pytest.mark.slow
def test_notebook_runs_from_files_to_charts(root: Path) -> None:
    import nbformat
    from nbclient import NotebookClient

    notebook = nbformat.read(root / "docs/from_files_to_charts.ipynb", as_version=4)
    NotebookClient(notebook, timeout=300, resources={"metadata": {"path": str(root)}}).execute()
    shown = [output for cell in notebook.cells for output in cell.get("outputs", [])]
    charts = [output for output in shown if "vegaEmbed" in output.get("data", {}).get("text/html", "")]
    assert len(charts) == 5
    assert [output for output in shown if output.get("name") == "stderr"] == []


def test_notebook_is_kept_without_its_results(root: Path) -> None:
    cells = json.loads((root / "docs/from_files_to_charts.ipynb").read_text(encoding="utf-8"))["cells"]
    assert [cell for cell in cells if cell.get("outputs") or cell.get("execution_count")] == []


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_links_lead_somewhere(page: Path) -> None:
    links = [link for link, _ in LINK.findall(page.read_text(encoding="utf-8")) if "://" not in link]
    assert [link for link in links if not (page.parent / link).exists()] == []


def test_definitions_name_settings_that_exist(root: Path) -> None:
    """Words in code type with an underscore are settings, or fields of the results."""
    told = set(re.findall(r"`([a-z]+_[a-z_]+)`", (root / "docs/definitions.md").read_text(encoding="utf-8")))
    assert told
    assert {name for name in told if not hasattr(Settings(), name)} == set()
