"""What recognition gives and the user corrects: what each sheet and column is, how sure, and why. Plain data."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping as MappingType
from dataclasses import dataclass, field, replace
from typing import Any, Literal

from bowtie.words import Text

SURE = 0.9        # folded away on the screen
ACCEPTED = 0.5    # below this a guess is a question or nothing, never used silently

Order = Literal["dmy", "mdy", "ymd", "ym", "ask"]
Combine = Literal["", "product", "first", "join"]


@dataclass(frozen=True)
class FieldMapping:
    """One of our fields and the column(s) of the sheet that fill it.

    `columns` are positions in the sheet (0-based); `headers` their headers. `combine` says how several become one:
    "product" multiplies (quantity x price), "first" takes the first that is not blank, "join" concatenates.
    `values` maps their distinct values (stripped text) to ours: True/False for flags, our own names for kinds,
    stages, outcomes, instruments, channels; a value mapped to None is kept as it is and listed.
    `order` is the order of dates read from text; `unit` a recognised unit ("years", "cents", "days", "weeks", "INR").
    """

    field: str
    columns: tuple[int, ...]
    headers: tuple[str, ...]
    confidence: float
    reason: Text
    combine: Combine = ""
    values: MappingType[str, bool | str | None] = dataclasses.field(default_factory=dict)
    order: Order | None = None
    unit: str | None = None


@dataclass(frozen=True)
class Question:
    """Asked only where the answer matters and is not plain. `choices` are (key, sentence); `example` is theirs."""

    about: Literal["date_order", "value", "role", "field", "link"]
    header: str
    choices: tuple[tuple[str, Text], ...]
    text: Text
    field: str = ""
    example: str = ""


@dataclass(frozen=True)
class Dropped:
    """A column left out because of what it holds (personal data, secrets)."""

    header: str
    column: int
    reason: Text


@dataclass(frozen=True)
class SheetMapping:
    """What one sheet is. `implied` are fields that every row has by being here, such as {"kind": "purchase"}."""

    file: str
    name: str
    header_row: int
    headers: tuple[str, ...]
    role: str
    confidence: float
    reason: Text
    fields: MappingType[str, FieldMapping] = field(default_factory=dict)
    implied: MappingType[str, str] = field(default_factory=dict)
    questions: tuple[Question, ...] = ()
    attributes: tuple[int, ...] = ()      # columns offered as they are, under the user's own header
    dropped: tuple[Dropped, ...] = ()
    remembered: bool = False              # came from a saved mapping of the same header shape

    @property
    def key(self) -> str:
        """As `RawSheet.key`."""
        return f"{self.file} [{self.name}]" if self.name else self.file

    def with_field(self, mapped: FieldMapping) -> SheetMapping:
        """The same sheet with this field set; a column serves one field only."""
        kept = {
            name: other for name, other in self.fields.items()
            if name != mapped.field and not set(other.columns) & set(mapped.columns)
        }
        questions = tuple(
            asked for asked in self.questions if asked.field != mapped.field and asked.header not in mapped.headers
        )
        attributes = tuple(column for column in self.attributes if column not in mapped.columns)
        return replace(self, fields={**kept, mapped.field: mapped}, questions=questions, attributes=attributes)

    def without_field(self, name: str) -> SheetMapping:
        """The same sheet with this field empty; its columns become attributes again."""
        gone = self.fields.get(name)
        kept = {other: mapped for other, mapped in self.fields.items() if other != name}
        back = tuple(sorted({*self.attributes, *(gone.columns if gone else ())}))
        return replace(self, fields=kept, attributes=back)


@dataclass(frozen=True)
class Link:
    """Keys of one table that lead to another: usage by subscription, subscription by account."""

    from_sheet: str      # sheet key
    from_column: int
    from_header: str
    to_sheet: str
    to_column: int
    to_header: str
    matched: float       # share of distinct keys found on the other side
    field: str           # the field that the chain fills, as a rule customer_id


@dataclass(frozen=True)
class Mapping:
    """The whole upload. `choices` are answers given once: `leaving` (source of truth for who has left),
    `contractual` ("yes"/"no"), `currency`."""

    sheets: tuple[SheetMapping, ...]
    links: tuple[Link, ...] = ()
    choices: MappingType[str, str] = field(default_factory=dict)

    def sheet(self, key: str) -> SheetMapping:
        """The sheet of this key; KeyError when there is none."""
        return next(found for found in self.sheets if found.key == key)

    def with_sheet(self, changed: SheetMapping) -> Mapping:
        """The same mapping with one sheet changed."""
        return replace(self, sheets=tuple(changed if old.key == changed.key else old for old in self.sheets))

    def with_choice(self, name: str, value: str) -> Mapping:
        """The same mapping with a question answered."""
        return replace(self, choices={**self.choices, name: value})

    def as_toml(self) -> str:
        """For `mapping.toml`; `from_toml` reads it back."""
        from bowtie.intake.memory import to_toml

        return to_toml(self)

    @staticmethod
    def from_toml(text: str) -> Mapping:
        """Raises MappingProblem naming the sheet, field and choices when it does not fit."""
        from bowtie.intake.memory import from_toml

        return from_toml(text)

    def as_json(self) -> dict[str, Any]:
        """The shape of `inspect --json`."""
        from bowtie.intake.inspect import as_json

        return as_json(self)
