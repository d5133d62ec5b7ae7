"""What every conversion shares: distinct values and their codes, placeholders, the result of a conversion."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

# Written instead of leaving a cell empty, in exports of databases, spreadsheets and CRM pick lists.
PLACEHOLDERS = (
    "", "na", "n/a", "#n/a", "#na", "n.a.", "null", "'null", "(null)", "<null>", "\\n", "nan", "nat", "<na>",
    "-", "--", "---", "—", "–", ".", "select", "(blank)", "undefined",
    "#ref!", "#div/0!", "#value!", "#name?", "#num!", "#null!", "0000-00-00", "0000-00-00 00:00:00",
    "k.a.", "n/d", "н/д", "нет данных", "无", "無", "なし", "없음",
)
# Missing where a key, a date, a number or a flag belongs; a real answer in a category ("membership: None").
NONE_WORDS = ("none", "nil")
BLANKS = r"^[\s\x{00A0}\x{3000}\x{200B}\x{FEFF}]+|[\s\x{00A0}\x{3000}\x{200B}\x{FEFF}]+$"


@dataclass(frozen=True, eq=False)
class Converted:
    """A typed column. `bad` are positions of cells that held something which could not be read as this type."""

    values: pa.Array
    bad: npt.NDArray[np.int64] = field(default_factory=lambda: np.empty(0, dtype=np.int64))
    currency: pa.Array | None = None     # where amounts carry a sign or code of their own
    hashed: bool = False                 # ids that were e-mail addresses
    kept: tuple[str, ...] = ()           # values that the mapping does not know, kept as they are
    zones: int = 0                       # how many different time zones the dates name


def whole(column: pa.Array | pa.ChunkedArray) -> pa.Array:
    """One array, whatever the number of chunks."""
    return column.combine_chunks() if isinstance(column, pa.ChunkedArray) else column


def encoded(column: pa.Array | pa.ChunkedArray) -> tuple[pa.Array, pa.Array]:
    """Codes (null where empty) and distinct values: the heavy work is then done once a value, not once a row."""
    found = whole(pc.dictionary_encode(column))
    return found.indices, found.dictionary


def spread(distinct: pa.Array, codes: pa.Array) -> pa.Array:
    """The converted distinct values back at every row."""
    return whole(distinct).take(codes)


def clean(texts: pa.Array | pa.ChunkedArray, none_is_missing: bool) -> pa.Array:
    """Trimmed text, null where a placeholder stands."""
    tidy = pc.replace_substring_regex(whole(texts), BLANKS, "")
    missing = PLACEHOLDERS + (NONE_WORDS if none_is_missing else ())
    gone = pc.is_in(pc.utf8_lower(tidy), value_set=pa.array(missing))
    return pc.if_else(gone, pa.scalar(None, pa.string()), tidy)


def unread(before: pa.Array, after: pa.Array, codes: pa.Array | None = None) -> npt.NDArray[np.int64]:
    """Positions where something stood before and nothing after."""
    lost = pc.and_(pc.is_valid(before), pc.is_null(after))
    if not pc.any(lost).as_py():
        return np.empty(0, dtype=np.int64)
    lost = lost if codes is None else pc.fill_null(lost.take(codes), False)
    return np.flatnonzero(lost.to_numpy(zero_copy_only=False)).astype(np.int64)
