"""One made export and what must be recognised in it."""

from __future__ import annotations

from dataclasses import dataclass, field

from bowtie.intake.mapping import Mapping, SheetMapping
from bowtie.intake.read import read
from bowtie.intake.recognise import recognise

Wanted = str | list[str]


@dataclass(frozen=True)
class Case:
    """`fields` names the header for a field, alternatives apart by "|"; a list is several headers combined."""

    file: str
    text: str
    role: str
    fields: dict[str, Wanted]
    traps: dict[str, str] = field(default_factory=dict)
    dropped: tuple[str, ...] = ()
    implied: dict[str, str] = field(default_factory=dict)
    orders: dict[str, str] = field(default_factory=dict)
    units: dict[str, str] = field(default_factory=dict)
    left: tuple[str, ...] = ()          # values of the churn flag that mean: left
    asks: str = ""                      # what a question must be about; "" means that nothing may be asked

    @property
    def roles(self) -> set[str]:
        """The roles that are right."""
        return set(self.role.split("|"))


def mapping_of(case: Case) -> Mapping:
    """The case read and recognised as an upload."""
    return recognise(read({case.file: case.text.strip("\n").encode()}))


def sheet_of(case: Case) -> SheetMapping:
    """Its one sheet."""
    (told,) = mapping_of(case).sheets
    return told


def wrong_fields(case: Case, told: SheetMapping) -> dict[str, str]:
    """Fields that are not as they should be, with what was found."""
    return {
        name: f"wanted {wanted}, got {got}"
        for name, wanted in case.fields.items() if not _fits(wanted, got := _headers(told, name))
    }


def traps_hit(case: Case, told: SheetMapping) -> dict[str, str]:
    """Headers taken for what they must not be."""
    return {name: header for name, header in case.traps.items() if _headers(told, name) == [header]}


def _headers(told: SheetMapping, name: str) -> list[str]:
    return list(told.fields[name].headers) if name in told.fields else []


def _fits(wanted: Wanted, got: list[str]) -> bool:
    if isinstance(wanted, list):
        return got == wanted
    return len(got) == 1 and got[0] in wanted.split("|")
