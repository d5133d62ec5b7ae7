"""Sheets and a mapping -> Dataset: the steps from text to tables, in order. Each step is a module of `derive`."""

from __future__ import annotations

import difflib
import hashlib
from collections.abc import Mapping as MappingType
from dataclasses import replace
from itertools import accumulate

import pandas as pd

from bowtie.dataset import Dataset
from bowtie.errors import MappingProblem
from bowtie.findings import worst_first
from bowtie.intake.convert import Typed, convert, decimal_of
from bowtie.intake.derive import checks, leads
from bowtie.intake.derive.attributes import named_attributes
from bowtie.intake.derive.checks import tell_unused
from bowtie.intake.derive.clock import as_of_date, covered
from bowtie.intake.derive.contract import contractual
from bowtie.intake.derive.customers import derived_customers
from bowtie.intake.derive.duplicates import once_each, tell_overlap
from bowtie.intake.derive.keyed import Part, date_in_name, joined, newest
from bowtie.intake.derive.keys import with_customer
from bowtie.intake.derive.kinds import tell_free, tell_kinds
from bowtie.intake.derive.links import follow
from bowtie.intake.derive.log import Log
from bowtie.intake.derive.money import AMOUNTS, apart, currencies_of, one_currency, with_currency
from bowtie.intake.derive.orders import tidy_orders
from bowtie.intake.derive.rejected import rejected_rows
from bowtie.intake.derive.stack import by_shape, shape_of, together
from bowtie.intake.mapping import Mapping, SheetMapping
from bowtie.intake.sheets import RawSheet, Sheets
from bowtie.intake.unreadable import hopeless, judge
from bowtie.tables import KEYS, TABLES
from bowtie.words import say

Pair = tuple[RawSheet, SheetMapping]


def build(sheets: Sheets, mapping: Mapping) -> Dataset:
    """Typed tables, findings, rejected rows and fingerprint.

    Never raises for what cells hold: that becomes findings and rejected rows. MappingProblem when the mapping names a
    sheet that is not there, or a column that the sheet has not.
    """
    log = Log()
    tell_unused(sheets, mapping, log)
    pairs = _pairs(sheets, mapping)
    offsets = list(accumulate((raw.rows for raw, _ in pairs), initial=0))
    typed = _typed(pairs, offsets, log)
    typed = follow(typed, mapping, {raw.key: raw for raw in sheets}, log)
    tables = _tables(typed, log)
    tables, currencies, main = _money(tables, mapping, log)
    dataset = _dataset(typed, tables, mapping.choices, log)
    return replace(
        dataset, currencies=currencies, main_currency=main, choices=dict(mapping.choices),
        fingerprint=_fingerprint(sheets, mapping),
    )


def _pairs(sheets: Sheets, mapping: Mapping) -> list[Pair]:
    """Sheets that have a role, with their mapping, in an order that does not depend on the upload's."""
    raws = {raw.key: raw for raw in sheets}
    for told in mapping.sheets:
        if told.key not in raws:
            near = difflib.get_close_matches(told.key, raws, n=1)
            raise MappingProblem(
                say("The mapping speaks of “{sheet}”, which is not among the files.", sheet=told.key),
                say("The sheets are: {sheets}. Did you mean “{near}”?", sheets=", ".join(raws), near=near[0]) if near
                else say("The sheets are: {sheets}.", sheets=", ".join(raws)), told.file)
        _check_columns(raws[told.key], told)
    known = [(raws[told.key], told) for told in mapping.sheets if told.role in TABLES]
    return sorted(known, key=lambda pair: (shape_of(pair[0]), pair[0].key))


def _check_columns(raw: RawSheet, told: SheetMapping) -> None:
    for name, mapped in told.fields.items():
        for column in mapped.columns:
            if not 0 <= column < len(raw.headers):
                raise MappingProblem(
                    say("The mapping fills “{field}” from column {n:int} of “{sheet}”, which has only {most:int}.",
                        field=name, n=column + 1, sheet=raw.key, most=len(raw.headers)),
                    say("Choose one of: {headers}.", headers=", ".join(raw.headers)), raw.file)


def _typed(pairs: list[Pair], offsets: list[int], log: Log) -> list[Typed]:
    shapes: dict[tuple[str, ...], list[Pair]] = {}
    for pair in pairs:
        shapes.setdefault(shape_of(pair[0]), []).append(pair)
    decimals = {shape: decimal_of(members) for shape, members in shapes.items()}
    typed = []
    for (raw, told), offset in zip(pairs, offsets, strict=False):
        one = convert(raw, told, offset, decimals[shape_of(raw)])
        typed.append(one.but(with_currency(one)))
    given_up = {id(one): hopeless(group) for group in by_shape(typed) for one in group}
    return [judge(one, given_up[id(one)], log) for one in typed]


def _tables(typed: list[Typed], log: Log) -> dict[str, pd.DataFrame]:
    parts: dict[str, list[Part]] = {}
    for group in by_shape(typed):
        role = group[0].mapping.role
        frame = together([one.frame for one in group])
        frame = once_each(frame, group, role, log)
        if role == "activity":
            frame = tidy_orders(frame, role, log)
        frame = with_customer(frame, group, log)
        if role in KEYS and KEYS[role] in frame:
            frame = newest(frame, KEYS[role], group, role, log)
        if role == "leads":
            frame = leads.tell_outcomes(frame)
        parts.setdefault(role, []).append(Part(frame, max(date_in_name(one.raw.key) for one in group)))
    tell_overlap([part.frame for part in parts.get("activity", [])], log)
    return _finished({role: _stacked(found, role, log) for role, found in parts.items()}, log)


def _stacked(parts: list[Part], role: str, log: Log) -> pd.DataFrame:
    key = KEYS.get(role)
    keyed = [part for part in parts if key in part.frame]
    others = [part.frame for part in parts if key not in part.frame]
    return together([joined(keyed, key, role, log), *others] if key and keyed else others)


def _finished(tables: dict[str, pd.DataFrame], log: Log) -> dict[str, pd.DataFrame]:
    if "activity" in tables:
        tables["activity"] = tell_kinds(tables["activity"], "activity", log)
        tell_free(tables["activity"], "activity", log)
    if "leads" in tables:
        tables["leads"] = leads.settled(tables["leads"])
    if "customers" in tables:
        checks.tell_strangers(tables, log)
    else:
        tables["customers"] = derived_customers(tables, log)
    return tables


def _money(
    tables: dict[str, pd.DataFrame], mapping: Mapping, log: Log,
) -> tuple[dict[str, pd.DataFrame], tuple[str, ...], str]:
    currencies = currencies_of(tables)
    main = mapping.choices.get("currency", "") or (currencies[0] if currencies else "")
    split = {
        table: apart(frame, table, main, currencies, log) if table in AMOUNTS else frame
        for table, frame in ((table, one_currency(frame, table, main, log)) for table, frame in tables.items())
    }
    return split, currencies, main


def _dataset(
    typed: list[Typed], tables: dict[str, pd.DataFrame], choices: MappingType[str, str], log: Log,
) -> Dataset:
    monthly = checks.is_monthly(typed)
    as_of = as_of_date(tables, monthly, log)
    is_contract, why = contractual(tables, choices.get("contractual", ""))
    checks.check(tables, log)
    named, attributes = named_attributes({name: frame.reset_index(drop=True) for name, frame in tables.items()})
    return Dataset(
        tables=named, findings=worst_first(log.findings), attributes=attributes,
        rejected=rejected_rows([(one.raw, one.offset) for one in typed], log),
        sources={role: tuple(one.raw.key for one in typed if one.mapping.role == role) for role in tables},
        counts=dict(log.counts), contractual=is_contract, contractual_reason=why, as_of=as_of,
        covered=covered(named.get("activity"), monthly),
    )


def _fingerprint(sheets: Sheets, mapping: Mapping) -> str:
    return hashlib.sha256(f"{sheets.fingerprint}\n{mapping.as_toml()}".encode()).hexdigest()

