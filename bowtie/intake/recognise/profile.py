"""What the values of a column look like: computed on Arrow, on a sample and its distinct values, never row by row."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from functools import cached_property

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

from bowtie.intake.convert_common import clean
from bowtie.intake.convert_numbers import to_numbers
from bowtie.intake.recognise.shapes import SHAPES, date_shapes
from bowtie.intake.sheets import Native, RawSheet
from bowtie.intake.texts import as_text

Weights = npt.NDArray[np.float64]

SAMPLE = 3000
LOOKED_AT = 400  # distinct values whose shape is looked at, in the order they come
TOP = 60  # distinct values kept, most frequent first
MOST_LEVELS = 200  # of a whole column whose values are mapped


@dataclass(frozen=True, eq=False)
class Profile:
    """One column's look. Shares are of the filled cells of the sample, in 0..1."""

    column: pa.ChunkedArray = field(repr=False)
    native: Native
    rows: int
    blank: float  # share of cells that hold nothing, placeholders counted
    empty: float  # the same, placeholders such as "None" not counted: a blank cell of a flag
    top: tuple[tuple[str, int], ...]  # most frequent values of the sample with their counts
    seen: int  # distinct values in the sample
    sampled: int  # filled cells in the sample
    numeric: float = 0.0
    whole: float = 0.0  # of the numbers, those without decimals
    negative: float = 0.0
    low: float = 0.0
    middle: float = 0.0
    high: float = 0.0
    dates: float = 0.0
    shape: str = ""  # the commonest shape of a date
    shares: dict[str, float] = field(default_factory=dict)  # of the shapes of shapes.py: email, phone, url, ...
    words: float = 0.0  # words in a cell, on average
    length: float = 0.0
    counts_rows: bool = False  # 1, 2, 3, ... down the sheet

    @property
    def filled(self) -> float:
        """Share of cells that hold something."""
        return 1 - self.blank

    @property
    def levels(self) -> list[str]:
        """The distinct values kept."""
        return [value for value, _ in self.top]

    @cached_property
    def all_levels(self) -> list[str]:
        """As `levels`, of the whole column and many more: what happens rarely, such as praise, matters most."""
        if self.rows <= SAMPLE and self.seen <= TOP:
            return self.levels
        counts = pc.value_counts(clean(as_text(self.column), none_is_missing=False).drop_null())
        found = _top(counts.field("values"), np.asarray(counts.field("counts"), dtype=np.float64), MOST_LEVELS)
        return [value for value, _ in found]

    @cached_property
    def distinct(self) -> int:
        """Distinct values in the whole column."""
        if self.rows <= SAMPLE:
            return self.seen
        return int(pc.count_distinct(self.column).as_py())

    @cached_property
    def unique(self) -> float:
        """Distinct values over filled cells: 1 for a key of the sheet."""
        return min(1.0, self.distinct / max(1.0, self.rows * self.filled))

    def share(self, shape: str) -> float:
        """Share of filled cells that have this shape."""
        return self.shares.get(shape, 0.0)

    @property
    def constant(self) -> bool:
        """Nothing, or the same everywhere."""
        return self.seen <= 1


def profile_sheet(sheet: RawSheet) -> list[Profile]:
    """A profile for each column of the sheet."""
    picked = _picked(sheet.rows)
    return [_profile(sheet, index, picked) for index in range(sheet.data.num_columns)]


def _picked(rows: int) -> pa.Array | None:
    if rows <= SAMPLE:
        return None
    return pa.array(
        np.unique(np.concatenate([np.arange(200), np.linspace(0, rows - 1, SAMPLE - 200).astype(np.int64)]))
    )


def _profile(sheet: RawSheet, index: int, picked: pa.Array | None) -> Profile:
    column = sheet.data.column(index)
    texts = as_text(column if picked is None else column.take(picked))
    tidy = clean(texts, none_is_missing=False)
    counts = pc.value_counts(tidy.drop_null())
    values, weights = counts.field("values"), np.asarray(counts.field("counts"), dtype=np.float64)
    filled = int(weights.sum())
    empty = 1 - filled / max(1, len(tidy))
    if not filled:
        return Profile(column, sheet.native[index], sheet.rows, 1.0, empty, (), 0, 0)
    bare = Profile(
        column, sheet.native[index], sheet.rows, _blank(values, weights, len(tidy)), empty, _top(values, weights),
        len(values), filled, counts_rows=_counts_rows(tidy, picked),
    )
    return _with_looks(_with_numbers(bare, values, weights), values, weights)


def _blank(values: pa.Array, weights: Weights, cells: int) -> float:
    nothing = _where(pc.match_substring_regex(values, r"(?i)^(none|nil)$"))
    return 1 - float(weights[~nothing].sum()) / max(1, cells)


def _top(values: pa.Array, weights: Weights, most: int = TOP) -> tuple[tuple[str, int], ...]:
    order = np.argsort(-weights, kind="stable")[:most]
    return tuple((values[int(at)].as_py(), int(weights[at])) for at in order)


def _with_numbers(look: Profile, values: pa.Array, weights: Weights) -> Profile:
    """With shares and range of its numbers, if the first of its values hold any."""
    few = values.slice(0, LOOKED_AT)
    if not pc.any(pc.match_substring_regex(values, r"\d")).as_py() or np.isnan(_as_numbers(few)).all():
        return look
    numbers = _as_numbers(values)
    known = ~np.isnan(numbers)
    found, often = numbers[known], weights[known]
    good = often.sum()
    return replace(
        look, numeric=float(good / weights.sum()), whole=float(often[found == np.round(found)].sum() / good),
        negative=float(often[found < 0].sum() / good), low=float(found.min()), high=float(found.max()),
        middle=float(np.median(np.repeat(found, often.astype(int)))),
    )


def _as_numbers(values: pa.Array) -> Weights:
    return np.asarray(to_numbers(values).values, dtype=np.float64)


def _with_looks(look: Profile, values: pa.Array, weights: Weights) -> Profile:
    """With the shapes of its values."""
    total = weights.sum()
    few, most = values.slice(0, LOOKED_AT), weights[:LOOKED_AT]
    shares = {
        name: float(most[_where(pc.match_substring_regex(few, pattern))].sum() / most.sum())
        for name, pattern in SHAPES.items()
    }
    dated = date_shapes(few.to_pylist(), (most / most.sum()).tolist())
    spaces = np.asarray(pc.count_substring_regex(values, r"\s+"), dtype=np.float64)
    lengths = np.asarray(pc.utf8_length(values), dtype=np.float64)
    return replace(
        look, shares={name: share for name, share in shares.items() if share}, dates=min(1.0, sum(dated.values())),
        shape=max(dated, key=lambda name: dated[name]) if dated else "",
        words=float(((spaces + 1) * weights).sum() / total), length=float((lengths * weights).sum() / total),
    )


def _where(found: pa.Array) -> npt.NDArray[np.bool_]:
    return np.asarray(pc.fill_null(found, False).to_numpy(zero_copy_only=False), dtype=bool)


def _counts_rows(tidy: pa.Array, picked: pa.Array | None) -> bool:
    """Whole numbers that rise by one from row to row."""
    head = tidy.slice(0, 200)
    if head.null_count or len(head) < 3 or not pc.all(pc.match_substring_regex(head, r"^\d{1,9}$")).as_py():
        return False
    numbers = np.asarray(head.cast(pa.int64()))
    steady = bool((np.diff(numbers) == 1).all()) and numbers[0] <= 1
    return steady and (picked is None or len(head) == 200)
