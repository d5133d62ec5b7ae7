"""Where the scripts of the pages lie. Whole paths: the running script is not beside them."""

from __future__ import annotations

from pathlib import Path

_PAGES = Path(__file__).parents[1] / "pages"
UPLOAD, BOWTIE = "data/upload.py", "picture/bowtie.py"


def place(script: str) -> str:
    """The path of a page's script, from its section and name."""
    return str(_PAGES / script)
