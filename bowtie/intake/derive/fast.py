"""Text columns asked in Arrow, where pandas would go through Python objects and take ten times as long."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np
import numpy.typing as npt
import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc

from bowtie.intake.convert_common import encoded


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
    """Rows whose numbers and dates all stand there more than once: mixed into one number a row, then counted."""
    mixed: npt.NDArray[np.uint64] | None = None
    for column in columns:
        bits = np.ascontiguousarray(column.to_numpy()).view(np.uint64)
        mixed = bits if mixed is None else (mixed * np.uint64(0x9E3779B97F4A7C15)) ^ (mixed >> np.uint64(29)) ^ bits
    return np.zeros(0, dtype=bool) if mixed is None else pd.Series(mixed).duplicated(keep=False).to_numpy()
