"""Keys that lead to another sheet, found by their values: usage by subscription, order lines by order."""

from __future__ import annotations

import pyarrow as pa
import pyarrow.compute as pc

from bowtie.intake.convert_common import clean
from bowtie.intake.mapping import Link, SheetMapping
from bowtie.intake.recognise.context import Context

ENOUGH = 0.6  # share of distinct keys found on the other side
KEYS = {
    "subscription",
    "order",
    "contract",
    "policy",
    "account",
    "customer",
    "user",
    "member",
    "contact",
    "company",
    "product",
    "invoice",
    "transaction",
    "email",
}


def find_links(contexts: list[Context], sheets: list[SheetMapping]) -> tuple[Link, ...]:
    """Links that give a sheet what it lacks: who the customer is, or what a product costs."""
    found = []
    for here, mine in zip(contexts, sheets, strict=True):
        for field in _wanted(mine):
            link = _best(field, here, mine, contexts, sheets)
            if link is not None:
                found.append(link)
    return tuple(found)


def _wanted(mine: SheetMapping) -> list[str]:
    wanted = []
    if mine.role in ("activity", "surveys", "revenue", "subscriptions", "leads") and "customer_id" not in mine.fields:
        wanted.append("customer_id")
    if (
        mine.role == "activity"
        and "value" not in mine.fields
        and "unit_price" not in mine.fields
        and "quantity" in mine.fields
    ):
        wanted.append("unit_price")
    return wanted


def _best(
    field: str, here: Context, mine: SheetMapping, contexts: list[Context], sheets: list[SheetMapping]
) -> Link | None:
    options = []
    for there, other in zip(contexts, sheets, strict=True):
        if other.key == mine.key or field not in other.fields:
            continue
        target = other.fields[field].columns[0]
        options += [
            link
            for link in _pairs(field, here, mine, there, other)
            if link.to_column != target or (field == "customer_id" and link.to_column != target)
        ]
    return max(options, key=lambda link: link.matched, default=None)


def _pairs(field: str, here: Context, mine: SheetMapping, there: Context, other: SheetMapping) -> list[Link]:
    found = []
    for left in here.columns:
        if (
            not left.header.atoms & KEYS
            or (left.profile.numeric > 0.9 and left.profile.whole < 1)
            or left.profile.seen < 2
        ):
            continue
        for right in there.columns:
            if not right.header.atoms & left.header.atoms & KEYS or right.profile.unique < 0.9:
                continue
            matched = share_found(here, left.index, there, right.index)
            if matched >= ENOUGH:
                found.append(
                    Link(
                        mine.key,
                        left.index,
                        mine.headers[left.index],
                        other.key,
                        right.index,
                        other.headers[right.index],
                        round(matched, 3),
                        field,
                    )
                )
    return found


def share_found(here: Context, left: int, there: Context, right: int) -> float:
    """Share of the distinct keys of one column that stand in another."""
    keys, known = _keys(here, left), _keys(there, right)
    if not len(keys) or not len(known):
        return 0.0
    return float(pc.mean(pc.is_in(keys, value_set=known).cast(pa.int8())).as_py() or 0.0)


def _keys(context: Context, column: int) -> pa.Array:
    texts = clean(pc.unique(context.sheet.texts(column)), none_is_missing=True)
    return pc.unique(pc.utf8_lower(pc.replace_substring_regex(texts, r"^(\d+)\.0+$", r"\1")).drop_null())
