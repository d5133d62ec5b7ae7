"""Bowtie: from a company's customer spreadsheets to one picture of the customer lifecycle.

The public names load on first use, so that `import bowtie` stays light.
"""

from __future__ import annotations

import sys
from importlib import import_module
from types import ModuleType
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from bowtie import charts, report
    from bowtie.analyse import analyse
    from bowtie.analysis import Analysis
    from bowtie.dataset import Dataset
    from bowtie.errors import BowtieError, FileProblem, MappingProblem, SettingProblem
    from bowtie.intake.build import build
    from bowtie.intake.mapping import Mapping
    from bowtie.intake.read import read
    from bowtie.intake.recognise import recognise
    from bowtie.intake.sheets import Sheets
    from bowtie.settings import Settings

__version__ = "0.1.0"

_HOME = {
    "read": "bowtie.intake.read", "recognise": "bowtie.intake.recognise", "build": "bowtie.intake.build",
    "analyse": "bowtie.analyse", "Settings": "bowtie.settings", "Dataset": "bowtie.dataset",
    "Mapping": "bowtie.intake.mapping", "Sheets": "bowtie.intake.sheets", "Analysis": "bowtie.analysis",
    "BowtieError": "bowtie.errors", "FileProblem": "bowtie.errors", "MappingProblem": "bowtie.errors",
    "SettingProblem": "bowtie.errors",
}
_PACKAGES = ("charts", "report")

__all__ = [
    "Analysis", "BowtieError", "Dataset", "FileProblem", "Mapping", "MappingProblem", "SettingProblem", "Settings",
    "Sheets", "analyse", "build", "charts", "read", "recognise", "report",
]


def __getattr__(name: str) -> Any:
    if name in _PACKAGES:
        return import_module(f"bowtie.{name}")
    if name in _HOME:
        return getattr(import_module(_HOME[name]), name)
    raise AttributeError(f"module 'bowtie' has no attribute {name!r}; it has {', '.join(__all__)}")


class _Package(ModuleType):
    """Importing the module `bowtie.analyse` would put it in the place of the function of that name."""

    def __setattr__(self, name: str, value: Any) -> None:
        if not (name in _HOME and isinstance(value, ModuleType)):
            super().__setattr__(name, value)


sys.modules[__name__].__class__ = _Package


def __dir__() -> list[str]:
    return sorted([*globals(), *__all__])
