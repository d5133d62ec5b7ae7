"""Results written out: pictures and tables. Nothing is computed here, and every text cell stays text.

`bowtie.report.render(chart, "png")`, `bowtie.report.guard_csv(frame)`, `bowtie.report.write_xlsx(frames, path)`.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from bowtie.report.guard import as_text_cell, guard_csv, write_xlsx
    from bowtie.report.images import render

_HOME = {"as_text_cell": "guard", "guard_csv": "guard", "write_xlsx": "guard", "render": "images"}

__all__ = ["as_text_cell", "guard_csv", "render", "write_xlsx"]


def __getattr__(name: str) -> Any:
    if name in _HOME:
        return getattr(import_module(f"bowtie.report.{_HOME[name]}"), name)
    raise AttributeError(f"module 'bowtie.report' has no attribute {name!r}; it has {', '.join(__all__)}")


def __dir__() -> list[str]:
    return sorted([*globals(), *__all__])
