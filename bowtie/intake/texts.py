"""Arrow columns as the text a person would have typed."""

from __future__ import annotations

import pyarrow as pa
import pyarrow.compute as pc


def as_text(column: pa.ChunkedArray) -> pa.ChunkedArray:
    """The column as `string`: whole numbers without ".0", dates as ISO (without a midnight), null kept."""
    kind = column.type
    if pa.types.is_string(kind) or pa.types.is_null(kind):
        return column.cast(pa.string())
    if pa.types.is_floating(kind):
        return _numbers(column)
    if pa.types.is_timestamp(kind):
        return _dates(column)
    return column.cast(pa.string())


def _numbers(column: pa.ChunkedArray) -> pa.ChunkedArray:
    # Beyond 2**53 a double has no exact whole number to show.
    whole = pc.and_(pc.equal(column, pc.trunc(column)), pc.less(pc.abs(column), 2.0**53))
    if column.null_count == len(column) or pc.all(whole).as_py():
        return column.cast(pa.int64()).cast(pa.string())
    if not pc.any(whole).as_py():
        return column.cast(pa.string())
    as_whole = pc.if_else(whole, column, None).cast(pa.int64()).cast(pa.string())
    return pc.coalesce(as_whole, column.cast(pa.string()))


def _dates(column: pa.ChunkedArray) -> pa.ChunkedArray:
    days = column.cast(pa.date32(), safe=False)
    midnight = pc.equal(days.cast(column.type), column)
    if column.null_count == len(column) or pc.all(midnight).as_py():
        return days.cast(pa.string())
    seconds = column.cast(pa.timestamp("s"), safe=False)
    whole = pc.equal(seconds.cast(column.type), column)
    full = pc.if_else(whole, seconds.cast(pa.string()), column.cast(pa.string()))
    return pc.if_else(midnight, days.cast(pa.string()), full)
