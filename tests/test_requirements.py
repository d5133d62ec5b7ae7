"""What is installed is what pyproject.toml names, pinned by hash, from whatever index the reader's pip knows."""

from __future__ import annotations

import re
import sys
import tomllib

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from tests.tree import ROOT, imports

PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
RUNTIME: list[str] = PROJECT["dependencies"]
DEV: list[str] = PROJECT["optional-dependencies"]["dev"]
FILES = ["requirements.txt", "requirements-dev.txt"]

# Import name -> package, where the two differ.
PACKAGE = {
    "PIL": "pillow", "charset_normalizer": "charset-normalizer", "dateutil": "python-dateutil",
    "duckdb": "ibis-framework", "ibis": "ibis-framework", "msoffcrypto": "msoffcrypto-tool", "pptx": "python-pptx",
    "python_calamine": "python-calamine", "sklearn": "scikit-learn", "tomli_w": "tomli-w",
    "vl_convert": "vl-convert-python",
}
OWN = {"app", "pages", "bench", "bowtie", "sample_data", "tests", "ui"}


def package_of(line: str) -> str:
    return canonicalize_name(Requirement(line).name)


def blocks(name: str) -> list[str]:
    """One a pin: the pin, its hashes, and who asked for it."""
    text = (ROOT / name).read_text(encoding="utf-8")
    return [block for block in re.split(r"^(?=[a-z0-9])", text, flags=re.MULTILINE) if block]


def pins(name: str) -> set[tuple[str, str]]:
    """(package, version); some packages have a version for each of several Pythons."""
    heads = (block.split()[0].split("==") for block in blocks(name))
    return {(package, version) for package, version in heads}


@pytest.mark.parametrize("name", FILES)
def test_every_package_is_pinned_with_its_hashes(name: str) -> None:
    assert [block for block in blocks(name) if "==" not in block or "--hash=sha256:" not in block] == []


@pytest.mark.parametrize("name", FILES)
def test_no_index_and_no_option_is_named(name: str) -> None:
    text = (ROOT / name).read_text(encoding="utf-8")
    assert "://" not in text
    assert [line for line in text.splitlines() if line.startswith("-")] == []


@pytest.mark.parametrize(("name", "asked"), [("requirements.txt", RUNTIME), ("requirements-dev.txt", RUNTIME + DEV)])
def test_the_file_is_compiled_from_the_project_as_it_stands(name: str, asked: list[str]) -> None:
    direct = {block.split("==")[0] for block in blocks(name) if "bowtie (pyproject.toml)" in block}
    assert direct == {package_of(line) for line in asked}, "recompile, as CONTRIBUTING.md says"


@pytest.mark.parametrize(("name", "asked"), [("requirements.txt", RUNTIME), ("requirements-dev.txt", RUNTIME + DEV)])
def test_pinned_versions_are_those_that_the_project_allows(name: str, asked: list[str]) -> None:
    allowed = {package_of(line): Requirement(line).specifier for line in asked}
    wrong = [(package, pin) for package, pin in pins(name) if package in allowed and pin not in allowed[package]]
    assert wrong == []


def test_the_tests_run_on_what_the_app_runs_on() -> None:
    assert pins("requirements.txt") - pins("requirements-dev.txt") == set()


def test_every_import_is_a_dependency_of_our_own() -> None:
    """A package that is only there because another one needs it may go away with that one."""
    named = {package_of(line) for line in RUNTIME}
    missing = {
        (path, module)
        for path, module in imports("app.py", "bowtie", "ui", "pages")
        if module not in OWN | sys.stdlib_module_names
        and canonicalize_name(PACKAGE.get(module, module)) not in named
    }
    assert missing == set()
