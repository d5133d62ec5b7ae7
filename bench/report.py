"""The figures as lines that a person reads, and whether each meets its aim."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Figure:
    """One comparison. `ratio` is judged against `most` (at most) or `least` (at least); None was not measured."""

    name: str
    ours: str
    theirs: str
    ratio: float | None
    most: float | None = None
    least: float | None = None
    aim: float | None = None
    unit: str = "x"

    @property
    def met(self) -> bool | None:
        """None where nothing was measured or nothing is asked."""
        if self.ratio is None or (self.most is None and self.least is None):
            return None
        return self.ratio <= self.most if self.most is not None else self.ratio >= (self.least or 0)

    def line(self) -> str:
        """Name, both figures, ratio, limit, verdict."""
        nothing = "not measured" if self.most or self.least else ""
        shown = nothing if self.ratio is None else f"{self.ratio:.2f} {self.unit}"
        asked = f"<= {self.most:g}" if self.most is not None else f">= {self.least:g}" if self.least else ""
        aimed = f" (aim {self.aim:g})" if self.aim else ""
        verdict = {True: "met", False: "NOT MET", None: ""}[self.met]
        return f"{self.name:<44} {self.ours:>22} {self.theirs:>34}  {shown:>14}  {asked + aimed:<16} {verdict}".rstrip()


def head(text: str) -> str:
    """A heading with what its columns hold."""
    return f"\n{text}\n{'':<44} {'ours':>22} {'theirs':>34}  {'ratio':>14}  asked"
