"""Frozen results in, `alt.Chart` out. Pure functions without state; nothing from a file reaches a shorthand.

The names load on first use. Modules are named unlike their functions, so that one never hides the other.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from bowtie.charts.bow import bowtie
    from bowtie.charts.cube import loyalty_advocacy_value
    from bowtie.charts.leaving import exits, reasons
    from bowtie.charts.palette import colours, theme
    from bowtie.charts.shares import before_lover, segments
    from bowtie.charts.sources import new_customers
    from bowtie.charts.spread import distribution
    from bowtie.charts.tabular import table
    from bowtie.charts.times import stage_times

_HOME = {
    "bowtie": "bow", "loyalty_advocacy_value": "cube", "exits": "leaving", "reasons": "leaving",
    "colours": "palette", "theme": "palette", "before_lover": "shares", "distribution": "spread",
    "segments": "shares", "new_customers": "sources", "table": "tabular", "stage_times": "times",
}

__all__ = [
    "before_lover", "bowtie", "colours", "distribution", "exits", "loyalty_advocacy_value", "new_customers", "reasons",
    "segments", "stage_times", "table", "theme",
]


def __getattr__(name: str) -> Any:
    if name in _HOME:
        return getattr(import_module(f"bowtie.charts.{_HOME[name]}"), name)
    raise AttributeError(f"module 'bowtie.charts' has no attribute {name!r}; it has {', '.join(__all__)}")


def __dir__() -> list[str]:
    return sorted([*globals(), *__all__])
