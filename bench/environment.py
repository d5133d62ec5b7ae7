"""The peers' own environment: made once, used by later runs."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

REQUIREMENTS = Path(__file__).parent / "requirements-bench.txt"
MINUTES = 20


def peers_python(folder: Path) -> tuple[str, str]:
    """The environment's Python, and "" or why there is none. An empty path means the user's cache folder."""
    place = folder if folder.parts else _cache()
    python = place / ("Scripts/python.exe" if sys.platform == "win32" else "bin/python")
    if not (place / "complete").exists():
        print(f"making the peers' environment in {place} (once)", file=sys.stderr)
        problem = _make(place, python)
        if problem:
            return "", problem
        (place / "complete").touch()
    return str(python), ""


def _cache() -> Path:
    from platformdirs import user_cache_path

    return user_cache_path("bowtie-bench") / "peers"


def _make(place: Path, python: Path) -> str:
    install = [str(python), "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "-r", str(REQUIREMENTS)]
    try:
        for step in ([sys.executable, "-m", "venv", str(place)], install):
            subprocess.run(step, check=True, capture_output=True, text=True, timeout=60 * MINUTES)
    except subprocess.TimeoutExpired:
        return f"their environment did not install within {MINUTES} minutes"
    except (subprocess.CalledProcessError, OSError) as problem:
        told = str(getattr(problem, "stderr", "") or problem).strip().splitlines()
        return f"their environment did not install: {told[-1] if told else type(problem).__name__}"
    return ""
