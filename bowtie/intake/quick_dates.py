"""The quick way for columns whose dates all look alike: the first one tells the format, Arrow reads the rest by it."""

from __future__ import annotations

import re

import pyarrow as pa
import pyarrow.compute as pc

STAMP = pa.timestamp("us")
SHAPE = re.compile(r"(\d{1,4})([/.\-])(\d{1,2})\2(\d{1,4})(?:([ T])\d{1,2}:\d{2}(:\d{2})?)?")
ZONE = r"(\d{2}:\d{2}(?::\d{2})?(?:[.,]\d+)?)\s*(Z|UTC|GMT|[+\-]\d{2}:?\d{2})$"
NAMED_ZONE = r"\d{2}:\d{2}(?::\d{2})?(?:[.,]\d+)?\s*(?P<zone>Z|UTC|GMT|[+\-]\d{2}:?\d{2})$"
# A day that its month has not is counted on into the next one (31 February is 2 or 3 March), so a result on the first
# days of a month is left for the slow way, which looks closely.
LEAST_DAY = 3


def without_zones(texts: pa.Array) -> tuple[pa.Array, int]:
    """The texts without the time zone behind the time, and how many ways of naming one (none counts) there are."""
    bare = pc.replace_substring_regex(texts, ZONE, r"\1")
    named = pc.binary_length(bare)
    if pc.all(pc.equal(named, pc.binary_length(texts))).as_py() is not False:
        return texts, 0
    zones = pc.struct_field(pc.extract_regex(texts, NAMED_ZONE), "zone")
    return bare, int(pc.count_distinct(pc.fill_null(zones, "")).as_py())


def quickly(texts: pa.Array, order: str | None) -> pa.Array:
    """timestamp[us] of what the format of the first text fits; null for the rest, which is to be read slowly."""
    first = next((text for text in texts.slice(0, 100).to_pylist() if text), "")
    found = SHAPE.fullmatch(first)
    pattern = _pattern(found, order) if found else None
    if pattern is None:
        return pa.nulls(len(texts), STAMP)
    stamps = pc.strptime(texts, format=pattern, unit="us", error_is_null=True)
    safe = pc.greater(pc.day(stamps), LEAST_DAY)
    return pc.if_else(safe, stamps, pa.scalar(None, STAMP))


def _pattern(found: re.Match[str], order: str | None) -> str | None:
    first, mark, _, last, between, seconds = found.groups()
    year = "%Y" if len(last) == len("2024") else "%y"
    if len(first) == len("2024"):
        days = ("%Y", "%m", "%d")
    elif order == "dmy":
        days = ("%d", "%m", year)
    elif order == "mdy":
        days = ("%m", "%d", year)
    else:
        return None
    time = (between or "") + ("%H:%M" + (":%S" if seconds else "") if between else "")
    return mark.join(days) + time
