"""Medians of several runs, taken in turn so that a busy machine is busy for both."""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


def seconds(work: Callable[[], object]) -> float:
    """Wall time of one run."""
    begun = time.perf_counter()
    work()
    return time.perf_counter() - begun


def medians(works: Mapping[str, Callable[[], object]], runs: int) -> dict[str, float]:
    """Of each, in turn; one run before that warms up and is not counted."""
    taken: dict[str, list[float]] = {name: [] for name in works}
    for turn in range(runs + 1):
        for name, work in works.items():
            spent = seconds(work)
            if turn:
                taken[name].append(spent)
    return {name: statistics.median(times) for name, times in taken.items()}


def command(arguments: Sequence[str], python: str = sys.executable, limit: float = 900) -> str:
    """What a Python process prints. CalledProcessError with its complaint when it fails."""
    done = subprocess.run(
        [python, *arguments], cwd=ROOT, capture_output=True, text=True, check=True, timeout=limit, env=compiled(),
    )
    return done.stdout


def compiled() -> dict[str, str]:
    """The environment, with a cache of compiled modules, as there is one after an installation with pip."""
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return {"PYTHONPYCACHEPREFIX": str(Path(tempfile.gettempdir()) / "bowtie-bench-compiled"), **kept}
