"""The order of day, month and year: read from all values of a column, then from its neighbours, else asked."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
import pyarrow.compute as pc

from bowtie.intake.convert_common import clean, encoded
from bowtie.intake.mapping import Order
from bowtie.intake.recognise.columns import Column
from bowtie.intake.texts import as_text

DATED = 0.5             # share of cells that are dates in a column of dates
PARTS = r"^\s*(?P<a>\d{1,2})[./-](?P<b>\d{1,2})[./-](?P<c>\d{4}|\d{2})\b"
BY_SHAPE: dict[str, Order] = {
    "iso": "ymd", "year_first": "ymd", "digits8": "ymd", "year_month": "ym", "digits6": "ym", "month_named": "ym", "quarter": "ym",
    "named": "dmy",
}


@dataclass(frozen=True)
class Reading:
    """What a column's values allow, and an example that could be read two ways."""

    allowed: frozenset[str]
    example: str = ""
    dotted: bool = False

    @property
    def order(self) -> Order:
        """The one order, or "ask"."""
        found: dict[str, Order] = {"dmy": "dmy", "mdy": "mdy", "ymd": "ymd"}
        return found[next(iter(self.allowed))] if len(self.allowed) == 1 else "ask"


def order_of(column: Column) -> Order | None:
    """Settled by the shape of the values alone; None for real dates, "ask" where the digits must be compared."""
    look = column.profile
    if look.native in ("date", "empty") or not look.sampled:
        return None
    if look.shape == "numeric":
        return reading(column).order
    return BY_SHAPE.get(look.shape)


def reading(column: Column) -> Reading:
    """All values of the column: a 13 or more in one place decides; dots mean that the day comes first."""
    texts = clean(encoded(as_text(column.profile.column))[1], none_is_missing=True)
    parts = pc.extract_regex(texts, PARTS).drop_null()
    a, b, c = (np.asarray(pc.struct_field(parts, name).cast("int64")) for name in "abc")
    if not len(a):
        return Reading(frozenset({"dmy", "mdy"}))
    example = next((text for text in texts.to_pylist() if text and text[:1].isdigit()), "")
    allowed = {name for name, fits in (("dmy", _fits(a, b)), ("mdy", _fits(b, a))) if fits}
    if not allowed and _fits(c, b) and (a > 31).any():
        allowed = {"ymd"}
    if len(allowed) == 2:
        allowed = _by_habit(a, b, texts) or allowed
    return Reading(frozenset(allowed or {"dmy", "mdy"}), example, "." in example)


def _fits(day: np.ndarray, month: np.ndarray) -> bool:
    """Nearly all cells make a day and a month so; a few may be mistyped."""
    good = (day >= 1) & (day <= 31) & (month >= 1) & (month <= 12)
    return bool(good.mean() > 0.995) if len(good) > 200 else bool(good.all())


def _by_habit(a: np.ndarray, b: np.ndarray, texts: object) -> set[str] | None:
    """Dots between the parts are written with the day first; a fixed 1 in one place of many is the first of months."""
    sample = next((text for text in texts.to_pylist() if text), "")  # type: ignore[attr-defined]
    if "." in sample.split(" ")[0]:
        return {"dmy"}
    if len(a) >= 6 and (a == 1).all() and len(np.unique(b)) >= 6:
        return {"dmy"}
    if len(b) >= 6 and (b == 1).all() and len(np.unique(a)) >= 6:
        return {"mdy"}
    return None


def settle(columns: Iterable[Column]) -> dict[int, Order | None]:
    """Orders of the date columns of one sheet: what one column decides holds for its neighbours written alike."""
    dated = [column for column in columns if column.profile.dates > DATED or column.profile.native == "date"]
    found = {column.index: order_of(column) for column in dated}
    told = {found[column.index] for column in dated if column.profile.shape == "numeric"} & {"dmy", "mdy"}
    if len(told) != 1:
        return found
    (only,) = told
    return {at: only if order == "ask" else order for at, order in found.items()}
