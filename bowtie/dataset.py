"""The typed data of one upload: frozen, with what was found and what was left out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

import pandas as pd

from bowtie.findings import Finding
from bowtie.words import Text


@dataclass(frozen=True)
class Attribute:
    """A column of the user's own, kept under a safe name: candidate driver and filter."""

    table: str
    column: str        # "attribute_1": the name in the frame
    header: str        # what the user calls it
    type: str          # "category", "number", "date", "flag", "text"


@dataclass(frozen=True, eq=False)
class Dataset:
    """Tables by canonical name; only those that were there, and `customers` always.

    `tables[name]` has a RangeIndex, the canonical fields that were mapped (types as tables.Field says) and the
    attributes. Every table but spend has `customer_id` where it could be known (leads may lack it).
    `customers.customer_id` is unique. `activity` has `kind` in our words (others kept as they are, `family` "other"),
    `family`, and `value` such that its sum over kinds purchase and return is revenue net of returns: an order's total
    stands once, cancelled orders are kind "return" with no value (what they had amounted to is in `returned_value`).
    `value` and `revenue.amount` are in the main currency; other currencies stand in `other_value`, `other_amount`.
    Activity whose date is blank is kept without one.
    """

    tables: Mapping[str, pd.DataFrame]
    findings: tuple[Finding, ...] = ()
    rejected: pd.DataFrame = field(default_factory=pd.DataFrame)   # file, sheet, row, reason, then their cells
    attributes: tuple[Attribute, ...] = ()
    sources: Mapping[str, tuple[str, ...]] = field(default_factory=dict)   # table -> sheet keys
    choices: Mapping[str, str] = field(default_factory=dict)               # Mapping.choices
    counts: Mapping[str, int] = field(default_factory=dict)                # rows read, rejected, duplicate, ...
    currencies: tuple[str, ...] = ()
    main_currency: str = ""
    contractual: bool | None = None
    contractual_reason: Text | None = None
    as_of: pd.Timestamp | None = None       # the default; settings may name another
    covered: tuple[pd.Timestamp, pd.Timestamp] | None = None   # dates that the usage rows cover
    fingerprint: str = ""

    @property
    def customers(self) -> pd.DataFrame:
        """The customers table."""
        return self.tables["customers"]

    def table(self, name: str) -> pd.DataFrame | None:
        """A table, or None when there is none."""
        return self.tables.get(name)

    def has(self, table: str, *fields: str) -> bool:
        """Whether the table is there with these fields, each with at least one value."""
        frame = self.tables.get(table)
        return frame is not None and all(name in frame and frame[name].notna().any() for name in fields)

    def where(self, chosen: Mapping[str, tuple[str, ...]]) -> Dataset:
        """The dataset of the customers whose columns hold one of the values chosen for each. See `bowtie.filters`."""
        from bowtie.filters import only

        return only(self, chosen)
