"""What a person may choose about the reading of one file."""

from __future__ import annotations

from dataclasses import asdict, dataclass, field
from typing import Any

from bowtie.intake.guard import Limits


@dataclass(frozen=True)
class Options:
    """What the person chose for one file; "" leaves it to us."""

    encoding: str = ""
    delimiter: str = ""
    limits: Limits = field(default_factory=Limits)

    def as_json(self) -> dict[str, Any]:
        """Plain data for the pipe."""
        return asdict(self)

    @staticmethod
    def from_json(told: dict[str, Any]) -> Options:
        """As it was sent."""
        return Options(told["encoding"], told["delimiter"], Limits(**told["limits"]))
