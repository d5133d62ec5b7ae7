"""The order of day, month and year: read from all values of a column, then from its neighbours, else asked."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import pyarrow.compute as pc

from bowtie.intake.convert_common import clean, encoded
from bowtie.intake.mapping import Order
from bowtie.intake.recognise.columns import Column
from bowtie.intake.texts import as_text

Numbers = npt.NDArray[np.int64]
SEVERAL = 6             # different days that a file of months has at least
DATED = 0.5  # share of cells that are dates in a column of dates
PARTS = r"^\s*(?P<a>\d{1,2})[./-](?P<b>\d{1,2})[./-](?P<c>\d{4}|\d{2})\b"
BY_SHAPE: dict[str, Order] = {
    "iso": "ymd",
    "year_first": "ymd",
    "digits8": "ymd",
    "year_month": "ym",
    "digits6": "ym",
    "month_named": "ym",
    "quarter": "ym",
    "named": "dmy",
}


@dataclass(frozen=True)
class Reading:
    """What a column's values allow, and an example that could be read two ways."""

    allowed: frozenset[str]
    example: str = ""

    def as_date(self, order: str) -> dt.date | None:
        """The example read in one order."""
        parts = re.match(PARTS, self.example)
        if parts is None:
            return None
        day, month = (parts["a"], parts["b"]) if order == "dmy" else (parts["b"], parts["a"])
        year = int(parts["c"])
        return dt.date(year if year > 99 else year + (1900 if year >= 69 else 2000), int(month), int(day))

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
    parts = pc.extract_regex(texts, PARTS)
    texts, parts = texts.filter(pc.is_valid(parts)), parts.drop_null()
    a, b, c = (np.asarray(pc.struct_field(parts, name).cast("int64")) for name in "abc")
    if not len(a):
        return Reading(frozenset({"dmy", "mdy"}))
    allowed = {name for name, fits in (("dmy", _fits(a, b)), ("mdy", _fits(b, a))) if fits}
    if not allowed and _fits(c, b) and (a > 31).any():
        return Reading(frozenset({"ymd"}))
    twofold = np.flatnonzero((a != b) & (a <= 12) & (b <= 12))
    example = texts[int(twofold[0])].as_py() if len(twofold) else texts[0].as_py()
    if len(allowed) == 2:
        allowed = _by_habit(a, b, example) or allowed
    return Reading(frozenset(allowed or {"dmy", "mdy"}), example)


def _fits(day: Numbers, month: Numbers) -> bool:
    """Nearly all cells make a day and a month so; a few may be mistyped."""
    good = (day >= 1) & (day <= 31) & (month >= 1) & (month <= 12)
    return bool(good.mean() > 0.995) if len(good) > 200 else bool(good.all())


def _by_habit(a: Numbers, b: Numbers, example: str) -> set[str] | None:
    """Dots mean the day first; a 1 that never changes, in one place of many, is the first of months; 5/5 is 5/5."""
    if "." in example.split(" ", maxsplit=1)[0] or (a == b).all():
        return {"dmy"}
    if len(a) >= SEVERAL and (a == 1).all() and len(np.unique(b)) >= SEVERAL:
        return {"dmy"}
    if len(b) >= SEVERAL and (b == 1).all() and len(np.unique(a)) >= SEVERAL:
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
