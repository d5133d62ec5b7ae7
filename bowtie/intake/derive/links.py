"""Keys that lead from one sheet to another: usage by subscription, subscription by account, order lines by order."""

from __future__ import annotations

import numpy as np
import pandas as pd

from bowtie.intake.convert import NUMERIC, Typed
from bowtie.intake.convert_dates import to_dates
from bowtie.intake.convert_numbers import to_numbers
from bowtie.intake.convert_text import to_ids
from bowtie.intake.derive.fast import looked_up
from bowtie.intake.derive.log import Log
from bowtie.intake.mapping import Link, Mapping
from bowtie.intake.sheets import RawSheet
from bowtie.tables import TABLES
from bowtie.tables import field as field_of
from bowtie.words import say

# Along the same key these come too, where the sheet has none of its own: an order line happens when its order does.
COMPANIONS = ("date", "currency", "status")


def follow(typed: list[Typed], mapping: Mapping, raws: dict[str, RawSheet], log: Log) -> list[Typed]:
    """The sheets with what their links fill. Links may chain, so they are walked until nothing more is filled."""
    found = {one.raw.key: one for one in typed}
    for _ in mapping.links:
        for link in mapping.links:
            if link.from_sheet in found:
                found[link.from_sheet] = _filled(found[link.from_sheet], link, found, mapping, raws)
    for link in mapping.links:
        _tell(link, found, log)
    return [found[one.raw.key] for one in typed]


def _filled(one: Typed, link: Link, found: dict[str, Typed], mapping: Mapping, raws: dict[str, RawSheet]) -> Typed:
    frame = one.frame
    for name in (link.field, *COMPANIONS):
        known = {field.name for field in TABLES[one.mapping.role]}
        if name not in known or (name in frame and (name != link.field or frame[name].notna().all())):
            continue
        target = _target(link, name, found, mapping, raws)
        if target is not None:
            keys = _keys(one.raw, link.from_column, frame.index - one.offset).set_axis(frame.index)
            new = looked_up(keys, target)
            frame = frame.assign(**{name: frame[name].fillna(new) if name in frame else new})
    return one.but(frame)


def _target(
    link: Link, name: str, found: dict[str, Typed], mapping: Mapping, raws: dict[str, RawSheet],
) -> pd.Series | None:
    """What each key of the other side stands for; a key that stands for two things stands for neither."""
    other = found.get(link.to_sheet)
    if other is not None and name in other.frame:
        values = other.frame[name]
        keys = _keys(other.raw, link.to_column, other.frame.index - other.offset)
    elif name == link.field and link.to_sheet in raws:
        read = _unplaced(raws[link.to_sheet], link, mapping)
        if read is None:
            return None
        values, keys = read, _keys(raws[link.to_sheet], link.to_column)
    else:
        return None
    pairs = pd.DataFrame({"key": keys.to_numpy(), "value": values.to_numpy()}).dropna().drop_duplicates()
    pairs = pairs[~pairs["key"].duplicated(keep=False)]
    return pd.Series(pairs["value"].array, index=pd.Index(pairs["key"].array)) if len(pairs) else None


def _unplaced(raw: RawSheet, link: Link, mapping: Mapping) -> pd.Series | None:
    """A price list is no table of ours, yet what it says of a product may be what the link is for."""
    mapped = mapping.sheet(link.to_sheet).fields.get(link.field)
    if mapped is None or not mapped.columns:
        return None
    column = raw.data.column(mapped.columns[0])
    kind = next((field_of(role, link.field).type for role in TABLES if any(
        field.name == link.field for field in TABLES[role])), "text")
    if kind == "date":
        read = to_dates(column, mapped.order)
    elif kind in NUMERIC:
        read = to_numbers(column)
    else:
        read = to_ids(raw.texts(mapped.columns[0]))
    values: pd.Series = read.values.to_pandas()
    return values


def _keys(raw: RawSheet, column: int, positions: pd.Index | None = None) -> pd.Series:
    keys: pd.Series = to_ids(raw.texts(column)).values.to_pandas().astype("str")
    return keys if positions is None else keys.iloc[np.asarray(positions)]


def _tell(link: Link, found: dict[str, Typed], log: Log) -> None:
    if link.from_sheet not in found:
        return
    log.found("note", "linked", say(
        "“{here}” leads to “{there}” in {sheet}.", here=link.from_header, there=link.to_header, sheet=link.to_sheet,
    ), say("Nothing is needed. Undo it on the Columns page if the two do not belong together."),
        table=link.from_sheet, column=link.from_header)
