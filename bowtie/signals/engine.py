"""The engine: pandas tables go in as Arrow, Ibis expressions run on DuckDB, one row a customer comes out."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import ibis
import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc

TYPES: Mapping[str, pa.DataType] = {
    "id": pa.string(), "text": pa.string(), "category": pa.string(), "date": pa.date32(),
    "number": pa.float64(), "money": pa.float64(), "flag": pa.bool_(),
}


class Engine:
    """One connection of its own, so that two analyses never meet. `ids` are the customers, in their order."""

    def __init__(self, ids: pd.Series) -> None:
        self.ids = pa.array(ids.astype("str"), type=pa.string())
        self._connection = ibis.duckdb.connect()

    def relation(self, frame: pd.DataFrame, columns: Mapping[str, str]) -> ibis.Table:
        """These columns (name -> type of TYPES; null where the frame lacks them) plus `customer`, the row number.

        Rows of nobody that we know are out. Dates become days.
        """
        found = {name: _column(frame, name, TYPES[kind]) for name, kind in columns.items()}
        table = pa.table({**found, "customer": self.numbers(frame, "customer_id")})
        return ibis.memtable(table.filter(pc.is_valid(table["customer"])))

    def numbers(self, frame: pd.DataFrame, column: str) -> pa.Array:
        """Row number of the customer that each id names; null for nobody."""
        if column not in frame:
            return pa.nulls(len(frame), pa.int32())
        return pc.index_in(_column(frame, column, pa.string()), value_set=self.ids)

    def by_customer(self, expression: ibis.Table) -> pd.DataFrame:
        """Run it; one row for every customer in their order, null where the expression gave none."""
        frame = self.run(expression).set_index("customer")
        return frame.reindex(pd.RangeIndex(len(self.ids)))

    def run(self, expression: ibis.Table) -> pd.DataFrame:
        """Run it; dates as datetime64[us], text as `str`."""
        frame = _pandas(self._connection.to_pyarrow(expression))
        days = frame.select_dtypes("datetime").columns
        return frame.astype({name: "datetime64[us]" for name in days})

    def kept(self, expression: ibis.Table) -> ibis.Table:
        """Run it once and keep what came out, for the questions that follow."""
        return ibis.memtable(self._connection.to_pyarrow(expression))

    def close(self) -> None:
        """Let go of the connection."""
        self._connection.disconnect()


def customers_relation(frame: pd.DataFrame) -> ibis.Table:
    """A frame of one row a customer (index: row number) with dates as days, as a relation with `customer`."""
    columns: dict[str, Any] = {"customer": pa.array(frame.index, type=pa.int32())}
    for name in frame:
        kind = pa.date32() if pd.api.types.is_datetime64_any_dtype(frame[name]) else None
        columns[str(name)] = _column(frame, str(name), kind)
    return ibis.memtable(pa.table(columns))


def _column(frame: pd.DataFrame, name: str, kind: pa.DataType | None) -> pa.Array | pa.ChunkedArray:
    if name not in frame:
        return pa.nulls(len(frame), kind)
    values = pa.array(frame[name], from_pandas=True)
    if kind == pa.date32() and pa.types.is_timestamp(values.type):
        values = pc.floor_temporal(values, unit="day")
    return values if kind is None or values.type == kind else values.cast(kind, safe=False)


def _pandas(table: pa.Table) -> pd.DataFrame:
    return table.to_pandas(date_as_object=False)
