"""Text out of cells: trimmed, placeholders to missing, ids as the company writes them. On distinct values."""

from __future__ import annotations

import hashlib
from collections.abc import Callable

import pyarrow as pa
import pyarrow.compute as pc

from bowtie.intake.convert_common import Converted, clean, encoded, spread, whole

# An address is personal: as a key it is kept only as this many characters of its hash.
HASH_LENGTH = 12
EMAIL = r"^[^@\s]+@[^@\s]+\.[^@\s]+$"
PLAIN = r"^[A-Za-z]{0,12}-?[0-9]+$"     # a key that needs nothing done to it: no placeholder looks so


def to_ids(column: pa.ChunkedArray) -> Converted:
    """Keys as text: `12417.0` is 12417, leading zeros stay, an e-mail address becomes a short hash."""
    if pc.all(pc.match_substring_regex(column, PLAIN)).as_py():
        return Converted(whole(column))     # most keys are plain and few stand twice, so codes would gain nothing
    codes, distinct = encoded(column)
    tidy = pc.replace_substring_regex(clean(distinct, none_is_missing=True), r"^(\d+)\.0+$", r"\1")
    emails = pc.fill_null(pc.match_substring_regex(tidy, EMAIL), False)
    if pc.any(emails).as_py():
        tidy = pc.if_else(emails, _each(tidy, hash_email), tidy)
        return Converted(spread(tidy, codes), hashed=True)
    return Converted(spread(tidy, codes))


def to_categories(column: pa.ChunkedArray) -> Converted:
    """Categories and texts: trimmed; a real value "None" stays, blanks and `NULL` do not."""
    codes, distinct = encoded(column)
    return Converted(spread(clean(distinct, none_is_missing=False), codes))


def hash_email(address: str) -> str:
    """A stable key in place of an address; spelling in capitals makes no other person of someone."""
    return "email-" + hashlib.sha256(address.lower().encode()).hexdigest()[:HASH_LENGTH]


def _each(values: pa.Array, change: Callable[[str], str]) -> pa.Array:
    return pa.array([None if value is None else change(value) for value in values.to_pylist()], pa.string())
