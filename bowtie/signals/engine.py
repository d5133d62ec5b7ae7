"""The engine: tables go in as Arrow, Ibis expressions run on DuckDB, one row a customer comes out.

A question is a function from Ibis tables to an Ibis table. Its SQL depends on nothing but the columns of its tables and
its parameters, so it is compiled once for each: asking again after a setting changed costs only the running.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping
from functools import lru_cache
from typing import Any

import duckdb
import ibis
import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc

TYPES: Mapping[str, pa.DataType] = {
    "id": pa.string(), "text": pa.string(), "category": pa.string(), "date": pa.date32(),
    "number": pa.float64(), "money": pa.float64(), "flag": pa.bool_(),
}
BATCH_ROWS = 131_072
Question = Callable[..., ibis.Table]
Schema = tuple[tuple[str, str], ...]


class Engine:
    """One connection of its own, so that two analyses never meet. `ids` are the customers, in their order."""

    def __init__(self, ids: pd.Series) -> None:
        self.ids = pa.array(ids.astype("str"), type=pa.string())
        self._connection = duckdb.connect()

    def relation(self, frame: pd.DataFrame, columns: Mapping[str, str]) -> pa.Table:
        """These columns (name -> type of TYPES; null where the frame lacks them) plus `customer`, the row number.

        Rows of nobody that we know are out. Dates become days.
        """
        found = {name: column(frame, name, TYPES[kind]) for name, kind in columns.items()}
        table = pa.table({**found, "customer": self._numbers(frame, "customer_id")})
        return table.filter(pc.is_valid(table["customer"]))

    def _numbers(self, frame: pd.DataFrame, name: str) -> pa.Array:
        """Row number of the customer that each id names; null for nobody."""
        if name not in frame:
            return pa.nulls(len(frame), pa.int32())
        return pc.index_in(column(frame, name, pa.string()), value_set=self.ids)

    def by_customer(self, question: Question, *tables: pa.Table | None, **parameters: Hashable) -> pd.DataFrame:
        """Ask; one row for every customer in their order, null where the answer has none."""
        frame = self.ask(question, *tables, **parameters).set_index("customer")
        return frame.reindex(pd.RangeIndex(len(self.ids)))

    def ask(self, question: Question, *tables: pa.Table | None, **parameters: Hashable) -> pd.DataFrame:
        """Ask; dates as datetime64[us], text as `str`."""
        return _pandas(self.table(question, *tables, **parameters))

    def table(self, question: Question, *tables: pa.Table | None, **parameters: Hashable) -> pa.Table:
        """Ask, and keep the answer for the questions that follow."""
        schemas = tuple(None if table is None else _schema(table) for table in tables)
        for place, table in enumerate(tables):
            if table is not None:
                self._connection.register(f"t{place}", _in_batches(table))
        return self._connection.sql(_sql(question, schemas, tuple(parameters.items()))).to_arrow_table()

    def close(self) -> None:
        """Let go of the connection."""
        self._connection.close()


def customers_relation(frame: pd.DataFrame) -> pa.Table:
    """A frame of one row a customer (index: row number) with dates as days, and `customer`."""
    columns: dict[str, Any] = {"customer": pa.array(frame.index, type=pa.int32())}
    for name in frame:
        kind = pa.date32() if pd.api.types.is_datetime64_any_dtype(frame[name]) else None
        columns[str(name)] = column(frame, str(name), kind)
    return pa.table(columns)


def column(frame: pd.DataFrame, name: str, kind: pa.DataType | None) -> pa.Array | pa.ChunkedArray:
    """A column as Arrow, of this type; moments become the days they are in. All null where the frame lacks it."""
    if name not in frame:
        return pa.nulls(len(frame), kind)
    values = pa.array(frame[name], from_pandas=True)
    if kind == pa.date32() and pa.types.is_timestamp(values.type):
        values = pc.floor_temporal(values, unit="day")
    return values if kind is None or values.type == kind else values.cast(kind, safe=False)


@lru_cache(maxsize=512)
def _sql(question: Question, schemas: tuple[Schema | None, ...], parameters: tuple[tuple[str, Hashable], ...]) -> str:
    named = [
        None if schema is None else ibis.table(dict(schema), name=f"t{place}") for place, schema in enumerate(schemas)
    ]
    return str(ibis.to_sql(question(*named, **dict(parameters)), dialect="duckdb"))


def _in_batches(table: pa.Table) -> pa.Table:
    """The same rows in batches: the engine reads one batch a core."""
    return pa.Table.from_batches(table.to_batches(max_chunksize=BATCH_ROWS), schema=table.schema)


def _schema(table: pa.Table) -> Schema:
    return tuple((field.name, _ibis_type(field.type)) for field in table.schema)


def _ibis_type(kind: pa.DataType) -> str:
    if pa.types.is_large_string(kind) or pa.types.is_string(kind):
        return "string"
    if pa.types.is_date(kind):
        return "date"
    return {"double": "float64", "bool": "boolean"}.get(str(kind), str(kind))


def _pandas(table: pa.Table) -> pd.DataFrame:
    frame: pd.DataFrame = table.to_pandas(date_as_object=False)
    days = frame.select_dtypes("datetime").columns
    return frame.astype(dict.fromkeys(days, "datetime64[us]"))
