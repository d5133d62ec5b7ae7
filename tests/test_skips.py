"""A skip that would hide something is a failure where that something must be there."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.tree import ROOT

OPTIONAL = '''
import pytest

def test_real_files(shared_data):
    assert shared_data.is_dir()

@pytest.mark.browser
def test_page(chromium):
    assert chromium

def test_something_else():
    pytest.skip("for a reason of its own")
'''


def outcome(folder: Path, **environment: str) -> str:
    """The last line of a run of those tests in a project that has neither real files nor a browser."""
    (folder / "tests").mkdir()
    (folder / "tests/conftest.py").write_bytes((ROOT / "tests/conftest.py").read_bytes())
    (folder / "tests/test_optional.py").write_text(OPTIONAL, encoding="utf-8")
    (folder / "pytest.ini").write_text("[pytest]\nmarkers = browser\n", encoding="utf-8")
    ours = ("CI", "BOWTIE", "CHROM", "PYTEST")
    bare = {name: value for name, value in os.environ.items() if not name.startswith(ours)}
    done = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider"],
        cwd=folder, env={**bare, "PATH": str(folder), **environment}, capture_output=True, text=True, check=False,
    )
    return done.stdout.splitlines()[-1]


def test_what_is_not_there_is_skipped_elsewhere(tmp_path: Path) -> None:
    assert outcome(tmp_path).startswith("3 skipped")


@pytest.mark.parametrize("switch", [{"CI": "true"}, {"BOWTIE_REQUIRE_SHARED": "1"}], ids=["browser", "real files"])
def test_what_must_be_there_is_not_skipped(tmp_path: Path, switch: dict[str, str]) -> None:
    assert outcome(tmp_path, **switch).startswith("2 skipped, 1 error")
