"""What a person may choose about reading."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from typing import Any

from bowtie.intake.guard import Limits

ALL = ""   # stands for every file that has no choice of its own


@dataclass(frozen=True)
class Options:
    """Encodings and delimiters by file name (a file inside an archive goes by its own), limits for all."""

    encodings: Mapping[str, str] = field(default_factory=dict)
    delimiters: Mapping[str, str] = field(default_factory=dict)
    limits: Limits = field(default_factory=Limits)

    def encoding(self, name: str) -> str:
        """The one chosen for this file; "" leaves it to us."""
        return self.encodings.get(name) or self.encodings.get(ALL) or ""

    def delimiter(self, name: str) -> str:
        """The one chosen for this file; "" leaves it to us."""
        return self.delimiters.get(name) or self.delimiters.get(ALL) or ""

    def as_json(self) -> dict[str, Any]:
        """Plain data for the pipe."""
        return {
            "encodings": dict(self.encodings), "delimiters": dict(self.delimiters), "limits": asdict(self.limits),
        }

    @staticmethod
    def from_json(told: dict[str, Any]) -> Options:
        """As it was sent."""
        return Options(told["encodings"], told["delimiters"], Limits(**told["limits"]))
