"""What building notices: findings, and the rows that it leaves out with the reason. Handed along, read at the end."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import Any

import pandas as pd

from bowtie.findings import Finding, Severity
from bowtie.words import Text


@dataclass
class Log:
    """`rejected` holds row numbers of the upload (the index that every frame keeps while it is built) and reasons."""

    findings: list[Finding] = field(default_factory=list)
    rejected: list[tuple[pd.Index, Text]] = field(default_factory=list)
    counts: Counter[str] = field(default_factory=Counter)

    def found(self, severity: Severity, code: str, message: Text, remedy: Text, **where: Any) -> None:
        """Keep a finding; `where` is table, column, rows, distorts."""
        self.findings.append(Finding(severity, code, message, remedy, **where))

    def reject(self, frame: pd.DataFrame, gone: Any, reason: Text) -> pd.DataFrame:
        """The frame without the rows of the mask, which are kept with the reason."""
        if not gone.any():
            return frame
        self.rejected.append((frame.index[gone], reason))
        kept: pd.DataFrame = frame[~gone]
        return kept
