"""The rules of the house that no linter knows."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

import bowtie
from tests.tree import CODE, ROOT, SCREEN_AND_MODEL, imports, nodes, sources

HEAVY = {"pandas", "statsmodels", "sklearn", "scipy", "altair", "ibis", "duckdb", "openpyxl", "streamlit"}
LONGEST_FILE = 400
DOCUMENTS = ["README.md", "CONTRIBUTING.md", "pyproject.toml", "requirements.txt", "requirements-dev.txt", ".ci/run"]
TOML = sorted([*ROOT.glob("bowtie/**/*.toml"), *ROOT.glob(".streamlit/*.toml")])


def run(*command: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        command, cwd=ROOT, capture_output=True, text=True, encoding="utf-8", timeout=120, check=False
    )


def loaded_by(code: str) -> set[str]:
    """Which top modules are loaded in a fresh Python after this code."""
    listing = "\nimport sys\nprint(' '.join(name for name in sys.modules if '.' not in name))"
    done = run(sys.executable, "-c", code + listing)
    assert done.returncode == 0, done.stderr
    return set(done.stdout.splitlines()[-1].split())


# --- what loads what


def test_import_contracts_hold() -> None:
    done = run(str(Path(sys.executable).with_name("lint-imports")), "--no-cache")
    assert done.returncode == 0, done.stdout + done.stderr


def test_import_bowtie_is_light() -> None:
    assert loaded_by("import bowtie") & (HEAVY | {"pyarrow", "numpy"}) == set()


def test_inspect_loads_nothing_heavy(tmp_path: Path) -> None:
    export = tmp_path / "customers.csv"
    export.write_text("Customer ID,Signup date,Churned\nA1,2024-01-31,Yes\nA2,2024-02-28,No\n", encoding="utf-8")
    loaded = loaded_by(
        "import runpy, sys, io, contextlib\n"
        f"sys.argv = ['bowtie', 'inspect', {str(export)!r}, '--json']\n"
        "with contextlib.redirect_stdout(io.StringIO()), contextlib.suppress(SystemExit):\n"
        "    runpy.run_module('bowtie', run_name='__main__')"
    )
    assert "rapidfuzz" in loaded, "inspect did not get as far as recognising"
    assert loaded & HEAVY == set()


def test_only_the_screen_imports_streamlit() -> None:
    assert {path for path, module in imports("bowtie", "sample_data", "bench") if module == "streamlit"} == set()


def test_every_public_name_is_there() -> None:
    assert [name for name in bowtie.__all__ if getattr(bowtie, name, None) is None] == []


def test_an_unknown_public_name_lists_those_that_exist() -> None:
    with pytest.raises(AttributeError, match="analyse, build"):
        _ = bowtie.analyze


# --- code that must not be


def test_nothing_is_shown_as_html() -> None:
    """What a file holds could run in the browser of whoever looks at it."""
    banned = {"unsafe_allow_html", "unsafe_allow_javascript"}
    used = [
        (path, node.arg)
        for path, node in nodes(*SCREEN_AND_MODEL)
        if isinstance(node, ast.keyword) and node.arg in banned
    ]
    assert used == []


def test_no_script_lies_directly_in_pages() -> None:
    """Streamlit would run it without app.py."""
    assert sorted(path.name for path in (ROOT / "pages").glob("*.py")) == []


def test_no_failure_is_swallowed() -> None:
    """A named error may choose another way; an unknown one may not become an empty answer."""
    silent = [
        f"{path}:{node.lineno}"
        for path, node in nodes(*SCREEN_AND_MODEL)
        if isinstance(node, ast.ExceptHandler) and catches_all(node) and all(map(says_nothing, node.body))
    ]
    assert silent == []


def catches_all(handler: ast.ExceptHandler) -> bool:
    names = {node.id for node in ast.walk(handler.type) if isinstance(node, ast.Name)} if handler.type else set()
    return handler.type is None or names & {"Exception", "BaseException"} != set()


def says_nothing(line: ast.stmt) -> bool:
    """Goes on, or returns something that was fixed beforehand."""
    goes_on = isinstance(line, ast.Pass | ast.Continue | ast.Break)
    return goes_on or (isinstance(line, ast.Return) and not any(isinstance(node, ast.Name) for node in ast.walk(line)))


def test_every_test_can_fail() -> None:
    """A test asserts, expects an error, calls a function of the tests that does, or one that refuses (`check...`)."""
    functions = [(path, node) for path, node in nodes("tests") if isinstance(node, ast.FunctionDef)]
    judges = {node.name for _, node in functions if asserts(node)}
    idle = [
        f"{path}:{node.lineno} {node.name}"
        for path, node in functions
        if node.name.startswith("test_") and not asserts(node) and not calls(node) & judges
    ]
    assert idle == []


def asserts(function: ast.FunctionDef) -> bool:
    return any(isinstance(node, ast.Assert) for node in ast.walk(function)) or any(
        name in {"raises", "fail"} or name.startswith(("assert_", "check", "expect", "to_")) for name in calls(function)
    )


def calls(function: ast.FunctionDef) -> set[str]:
    called = [node.func for node in ast.walk(function) if isinstance(node, ast.Call)]
    return {node.attr if isinstance(node, ast.Attribute) else getattr(node, "id", "") for node in called}


def test_no_file_names_the_machine_it_was_written_on() -> None:
    here = {f"{folder}/".encode() for folder in (ROOT, ROOT.parent, Path.home())} - {b"//"}
    assert [str(path) for path in sources(*CODE, *DOCUMENTS) if any(name in path.read_bytes() for name in here)] == []


def test_every_file_fits_in_the_head() -> None:
    lengths = [(len(path.read_text(encoding="utf-8").splitlines()), path.name) for path in sources(*CODE)]
    assert [found for found in lengths if found[0] > LONGEST_FILE] == []


@pytest.mark.parametrize("path", TOML, ids=lambda path: path.name)
def test_data_that_people_edit_can_be_read(path: Path) -> None:
    assert tomllib.loads(path.read_text(encoding="utf-8")) != {}


def test_the_index_of_decisions_names_them_all() -> None:
    pages = {path.name for path in (ROOT / "docs/adr").glob("[0-9]*.md")}
    assert set(re.findall(r"\]\((\d{4}-[^)]+)\)", (ROOT / "docs/adr/README.md").read_text(encoding="utf-8"))) == pages
