"""What tests share: where the real files and the browser are, and what may not be skipped in silence."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

ROOT = Path(__file__).resolve().parent.parent
SHARED_DATA = ROOT.parent / "shared" / "data"
BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")

IN_CI = os.environ.get("CI", "").lower() in {"1", "true"}
REQUIRE_SHARED = os.environ.get("BOWTIE_REQUIRE_SHARED") == "1"

# A shared machine has no steady clock, and a run that failed must fail again.
settings.register_profile("bowtie", deadline=None, derandomize=IN_CI, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("bowtie")


@pytest.fixture(scope="session")
def root() -> Path:
    """The project's folder."""
    return ROOT


@pytest.fixture(scope="session")
def shared_data() -> Path:
    """Real files beside the project; a fresh clone does without them."""
    if not SHARED_DATA.is_dir():
        pytest.skip(f"no real files in {SHARED_DATA.relative_to(ROOT.parent)}, beside the project")
    return SHARED_DATA


@pytest.fixture(scope="session")
def chromium() -> str:
    """Path of the system's Chromium. `CHROMIUM` names another one."""
    found = os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, BROWSERS)), None)
    if not found:
        pytest.skip("no Chromium on this machine: the pages were not tried in a real browser")
    return found


@pytest.fixture(autouse=True, scope="session")
def _own_folders(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Saved mappings and settings of whoever runs the tests are neither read nor written."""
    home = tmp_path_factory.mktemp("home")
    with pytest.MonkeyPatch.context() as patch:
        for name in ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME", "LOCALAPPDATA", "APPDATA"):
            patch.setenv(name, str(home))
        patch.setenv("STREAMLIT_BROWSER_GATHER_USAGE_STATS", "false")
        yield


def _must_run(item: pytest.Item) -> str:
    """Why this test may not be skipped here, or nothing."""
    fixtures = getattr(item, "fixturenames", ())
    if REQUIRE_SHARED and "shared_data" in fixtures:
        return "the real files are there, so a test that needs them must run"
    if IN_CI and ("chromium" in fixtures or item.get_closest_marker("browser")):
        return "CI=true, so a test in the browser must run"
    return ""


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Iterator[None]:
    """Turn a skip that would hide something into a failure."""
    report = yield
    if report.skipped and not hasattr(report, "wasxfail") and (why := _must_run(item)):
        report.outcome = "failed"
        report.longrepr = f"skipped, but {why}: {report.longrepr}"
    return report
