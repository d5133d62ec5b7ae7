"""Part of a Dataset: only the customers with these values, and everything that is theirs."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, replace

import pandas as pd

from bowtie.dataset import Dataset
from bowtie.findings import Finding, worst_first
from bowtie.words import say

COLUMNS = ("segment", "plan", "region", "industry", "channel", "owner")
MOST_VALUES = 40


@dataclass(frozen=True)
class FilterChoice:
    """A column of customers that can be filtered. `header` is the user's own for an attribute, "" for a field."""

    column: str
    header: str
    values: tuple[str, ...]


def filter_choices(dataset: Dataset, most_values: int = MOST_VALUES) -> tuple[FilterChoice, ...]:
    """The columns with 2 to `most_values` distinct values, our fields first, then the user's own categories."""
    own = {
        found.column: found.header for found in dataset.attributes
        if found.table == "customers" and found.type == "category"
    }
    offered = [*((column, "") for column in COLUMNS), *own.items()]
    choices = (_choice(dataset.customers, column, header) for column, header in offered)
    return tuple(choice for choice in choices if choice and 2 <= len(choice.values) <= most_values)


def _choice(customers: pd.DataFrame, column: str, header: str) -> FilterChoice | None:
    if column not in customers:
        return None
    return FilterChoice(column, header, tuple(sorted(customers[column].dropna().astype(str).unique())))


def only(dataset: Dataset, chosen: Mapping[str, tuple[str, ...]]) -> Dataset:
    """The dataset of the customers whose columns hold one of the values chosen for each.

    Rows of other tables follow their customer; spend is nobody's and stays. Leads follow their own column of that
    name; where they have none, those of no customer cannot be judged, so that leads are left out with a finding
    rather than counted in part. Columns or values that the data does not have are ignored.
    """
    wanted = {column: values for column, values in chosen.items() if values and column in dataset.customers}
    if not wanted:
        return dataset
    customers = _having(dataset.customers, wanted)
    tables = {name: _theirs(name, frame, customers, wanted) for name, frame in dataset.tables.items()}
    kept = {name: frame for name, frame in tables.items() if frame is not None}
    return replace(
        dataset, tables=kept, findings=worst_first([*dataset.findings, *_left_out(dataset, kept)]),
        fingerprint=_fingerprint(dataset.fingerprint, wanted),
    )


def _having(frame: pd.DataFrame, wanted: Mapping[str, tuple[str, ...]]) -> pd.DataFrame:
    keep = pd.Series(True, index=frame.index)
    for column, values in wanted.items():
        keep &= frame[column].astype("str").isin(values)
    return frame[keep].reset_index(drop=True)


def _theirs(
    name: str, frame: pd.DataFrame, customers: pd.DataFrame, wanted: Mapping[str, tuple[str, ...]]
) -> pd.DataFrame | None:
    if name == "customers":
        return customers
    if name == "spend" or "customer_id" not in frame:
        return frame if name != "leads" else _leads(frame, wanted)
    if name == "leads":
        return _leads(frame, wanted)
    return frame[frame["customer_id"].isin(customers["customer_id"])].reset_index(drop=True)


def _leads(leads: pd.DataFrame, wanted: Mapping[str, tuple[str, ...]]) -> pd.DataFrame | None:
    return _having(leads, wanted) if all(column in leads for column in wanted) else None


def _left_out(dataset: Dataset, kept: Mapping[str, pd.DataFrame]) -> list[Finding]:
    if "leads" not in dataset.tables or "leads" in kept:
        return []
    return [Finding(
        "note", "leads_not_filtered", table="leads", rows=len(dataset.tables["leads"]),
        message=say("Your leads do not carry the column of this filter, so they are left out while it is on."),
        remedy=say("Take the filter off to see the left side, or add that column to the leads."),
        distorts=say("The left side of the bow-tie"),
    )]


def _fingerprint(whole: str, wanted: Mapping[str, tuple[str, ...]]) -> str:
    part = json.dumps({column: sorted(values) for column, values in sorted(wanted.items())})
    return hashlib.sha256(f"{whole}\n{part}".encode()).hexdigest()
