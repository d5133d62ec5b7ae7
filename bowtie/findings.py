"""Findings: what is wrong or noteworthy in the data, shown together before anything is used."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal

from bowtie.words import Text

Severity = Literal["error", "warning", "note"]
ORDER: dict[str, int] = {"error": 0, "warning": 1, "note": 2}


@dataclass(frozen=True)
class Finding:
    """One finding. `rows` is how many rows it touches, `distorts` which numbers it bends, `remedy` how to mend it."""

    severity: Severity
    code: str              # stable name for code and tests: "ambiguous_date", "duplicate_rows", ...
    message: Text
    remedy: Text
    table: str = ""        # canonical table, or the sheet key before there is one
    column: str = ""       # the user's own header
    rows: int = 0
    distorts: Text | None = None

    def as_json(self) -> dict[str, Any]:
        """The shape that INTERFACE promises, plus code and distorts."""
        return {
            "severity": self.severity, "code": self.code, "table": self.table, "column": self.column,
            "rows": self.rows, "message": str(self.message), "remedy": str(self.remedy),
            "distorts": str(self.distorts) if self.distorts else None,
        }


def worst_first(findings: list[Finding]) -> tuple[Finding, ...]:
    """Errors, warnings, notes; most rows first within each."""
    return tuple(sorted(findings, key=lambda found: (ORDER[found.severity], -found.rows, found.code)))
