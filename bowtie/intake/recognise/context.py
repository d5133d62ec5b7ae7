"""What the names of file and sheet say, and which kinds of columns stand side by side."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import PurePath

from bowtie.intake.recognise.columns import Column
from bowtie.intake.recognise.headers import read_header
from bowtie.intake.recognise.lexicon import load
from bowtie.intake.sheets import RawSheet

DEFAULT_NAMES = re.compile(
    r"(?i)^(sheet|tabelle|лист|feuil|hoja|planilha|工作表|シート|시트|folha|blad|data|export|table)\s*\d*$"
)
FOREIGN = {"lead", "contact", "account", "campaign", "order", "opportunity", "customer"}


@lru_cache(maxsize=1)
def spoken() -> dict[str, frozenset[str]]:
    """role -> what the name of a sheet of this role speaks of."""
    return {role: frozenset(told["named"].split()) for role, told in load("roles.toml").items()}


@lru_cache(maxsize=1)
def personal() -> set[str]:
    """What is said of persons."""
    return set(load("roles.toml")["customers"]["any"]["meanings"].split())


@dataclass(frozen=True, eq=False)
class Context:
    """A sheet as recognition sees it."""

    sheet: RawSheet
    columns: tuple[Column, ...]
    named: frozenset[str]  # meanings of the names of sheet and file

    @property
    def rows(self) -> int:
        """Data rows."""
        return self.sheet.rows

    def spoken_of(self, role: str) -> bool:
        """Whether the name of the sheet or file speaks of this role."""
        return bool(self.named & spoken()[role])

    def any_with(self, *atoms: str) -> bool:
        """Whether some header has all of these meanings."""
        return any(column.header.has(*atoms) for column in self.columns)

    def kinds(self, atoms: set[str]) -> int:
        """How many of these meanings the headers have."""
        return len(atoms & self.meanings)

    @cached_property
    def meanings(self) -> frozenset[str]:
        """All meanings of all headers."""
        return frozenset().union(*(column.header.atoms for column in self.columns))

    @cached_property
    def foreign_keys(self) -> int:
        """Keys of other things: of leads, contacts, accounts, campaigns, orders."""
        return sum(column.header.has("id") and bool(column.header.atoms & FOREIGN) for column in self.columns)

    @cached_property
    def trades(self) -> bool:
        """Lines of goods: a quantity and a price, or an article beside an amount paid."""
        return self.kinds({"quantity", "price"}) == 2 or (
            self.any_with("product") and self.any_with("payment", "amount")
        )

    @cached_property
    def of_leads(self) -> bool:
        """Whether the sheet is about leads: counts of leads in a list of something else do not make it so."""
        told = any(
            column.header.atoms & {"lead", "opportunity", "pipeline", "converted", "won"}
            and not column.header.atoms & {"count", "amount"}
            for column in self.columns
        )
        return told or self.spoken_of("leads")

    @cached_property
    def person(self) -> int:
        """How many things are said of a person."""
        return self.kinds(personal())


def context_of(sheet: RawSheet, columns: list[Column]) -> Context:
    """The context of a sheet. A sheet's own name counts more than its file's, unless it is a default one."""
    own = sheet.name if not DEFAULT_NAMES.match(sheet.name.strip()) else ""
    names = [own] if own and read_header(own).atoms else [own, PurePath(sheet.file).stem]
    return Context(sheet, tuple(columns), frozenset().union(*(read_header(name).atoms for name in names)))
