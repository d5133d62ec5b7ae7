"""Text columns asked in Arrow, where pandas would go through Python objects and take ten times as long."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np
import numpy.typing as npt
import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc

from bowtie.intake.convert_common import encoded, whole


def arrow(values: pd.Series) -> pa.Array:
    """The column as Arrow text, without a copy where pandas holds it so."""
    return pa.array(values, pa.large_string(), from_pandas=True)


def text(values: pa.Array, index: pd.Index) -> pd.Series:
    """Arrow text as a pandas column."""
    return pd.Series(values.to_pandas().array, index=index, dtype="str")


def earliest(keys: pd.Series, dates: pd.Series) -> pd.DataFrame:
    """customer_id and start_date: the first date of each key, in the order of the keys."""
    codes, different = encoded(arrow(keys))
    places = pc.fill_null(codes, -1).to_numpy(zero_copy_only=False)
    first = pd.Series(dates.to_numpy()).groupby(places).min().drop(-1, errors="ignore")
    found = pd.DataFrame({"customer_id": text(different, first.index), "start_date": first}) if len(different) else \
        pd.DataFrame({"customer_id": pd.Series(dtype="str"), "start_date": pd.Series(dtype="datetime64[us]")})
    return found.sort_values("customer_id", ignore_index=True)


def folded(values: pd.Series) -> pd.Series:
    """Without capitals and blanks."""
    plain = pc.replace_substring_regex(pc.utf8_lower(arrow(values)), r"\s+", "")
    return text(plain, values.index)


def looked_up(keys: pd.Series, known: pd.Series) -> pd.Series:
    """What each key stands for in `known` (its index holds the keys), blank where it stands for nothing."""
    codes, different = encoded(arrow(keys))
    places = np.append(known.index.get_indexer(pd.Index(different.to_pylist(), dtype="str")), -1)
    rows = pc.fill_null(codes, len(different)).to_numpy(zero_copy_only=False)
    return pd.Series(known.array.take(places[rows], allow_fill=True), index=keys.index)


def is_in(values: pd.Series, among: Iterable[str] | pd.Series) -> pd.Series:
    """Which texts are among these; a blank never is."""
    wanted = arrow(among) if isinstance(among, pd.Series) else pa.array(list(among), pa.large_string())
    found = pc.is_in(arrow(values), value_set=wanted.drop_null())
    return pd.Series(found.to_numpy(zero_copy_only=False), index=values.index)


def distinct(values: pd.Series) -> pd.Series:
    """The different texts, blanks out."""
    return pd.Series(pc.unique(arrow(values)).drop_null().to_pandas(), dtype="str")


def same_numbers(columns: Iterable[pd.Series]) -> npt.NDArray[np.bool_]:
    """Rows whose numbers, dates and keys all stand there more than once: mixed into one number a row, then counted.

    Two different rows may be taken for the same one, never the other way. Keys of unequal lengths are passed over.
    """
    mixed: npt.NDArray[np.uint64] | None = None
    for column in columns:
        bits = _bits(column)
        if bits is not None:
            mixed = bits if mixed is None else _mixed(mixed, bits)
    return np.zeros(0, dtype=bool) if mixed is None else _repeated(mixed)


def _bits(column: pd.Series) -> npt.NDArray[np.uint64] | None:
    if column.dtype == "str":
        return _as_numbers(arrow(column))
    return np.ascontiguousarray(column.to_numpy()).view(np.uint64)


def all_different(values: pd.Series) -> bool:
    """Whether no text stands there twice and none is blank."""
    numbers = _as_numbers(arrow(values))
    if numbers is not None:
        ordered = np.sort(numbers)
        if not (ordered[1:] == ordered[:-1]).any():
            return True
    return bool(values.is_unique and values.notna().all())


def _repeated(numbers: npt.NDArray[np.uint64]) -> npt.NDArray[np.bool_]:
    """Which numbers stand there more than once. Sorting them is several times faster than hashing."""
    ordered = np.sort(numbers)
    twice = np.unique(ordered[1:][ordered[1:] == ordered[:-1]])
    return np.isin(numbers, twice) if len(twice) else np.zeros(len(numbers), dtype=bool)


def _as_numbers(values: pa.Array | pa.ChunkedArray) -> npt.NDArray[np.uint64] | None:
    """A number for each text, equal for equal texts; None where their lengths differ or one is blank."""
    flat = whole(values)
    if flat.null_count or not len(flat):
        return None
    ends = np.frombuffer(flat.buffers()[1], dtype=np.int64)[flat.offset : flat.offset + len(flat) + 1]
    length = int(ends[1] - ends[0])
    if not length or (np.diff(ends) != length).any():
        return None
    letters = np.frombuffer(flat.buffers()[2], dtype=np.uint8)[ends[0] : ends[-1]].reshape(len(flat), length)
    eights = np.pad(letters, ((0, 0), (0, -length % 8))).view(np.uint64)
    numbers = eights[:, 0].copy()
    for place in range(1, eights.shape[1]):
        numbers = _mixed(numbers, eights[:, place])
    return numbers


def _mixed(one: npt.NDArray[np.uint64], other: npt.NDArray[np.uint64]) -> npt.NDArray[np.uint64]:
    return (one * np.uint64(0x9E3779B97F4A7C15)) ^ (one >> np.uint64(29)) ^ other
