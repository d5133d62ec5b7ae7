"""The project's own source, as the tests of the house rules read it."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
CODE = ("app.py", "bowtie", "ui", "pages", "sample_data", "bench", "tests")
SCREEN_AND_MODEL = ("app.py", "bowtie", "ui", "pages")


def sources(*names: str) -> list[Path]:
    """Python files of these folders (or these files), those that exist."""
    found = [path for name in names for path in [ROOT / name, *sorted((ROOT / name).rglob("*.py"))]]
    return [path for path in found if path.is_file()]


def nodes(*names: str) -> Iterator[tuple[str, ast.AST]]:
    """Every node of their syntax trees, with the file's path from the root."""
    for path in sources(*names):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            yield path.relative_to(ROOT).as_posix(), node


def imports(*names: str) -> set[tuple[str, str]]:
    """(file, top module) for every import, wherever it stands in the file."""
    found = set()
    for path, node in nodes(*names):
        if isinstance(node, ast.Import):
            found |= {(path, alias.name.split(".")[0]) for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            found.add((path, node.module.split(".")[0]))
    return found
