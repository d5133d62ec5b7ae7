"""One sheet and its mapping -> one typed frame. Works on whole columns in Arrow; a row's number is its index."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from functools import reduce

import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc

from bowtie.intake.convert_common import Converted, whole
from bowtie.intake.convert_dates import to_dates
from bowtie.intake.convert_numbers import decimal_mark, is_plain, to_numbers
from bowtie.intake.convert_text import to_categories, to_ids
from bowtie.intake.convert_values import to_flags, to_money, to_months, to_words
from bowtie.intake.mapping import FieldMapping, SheetMapping
from bowtie.intake.sheets import RawSheet
from bowtie.tables import TABLES, Field, FieldType

ATTRIBUTE = "@"     # stands before the user's own header while a frame is built
NUMERIC = ("number", "money", "months")
LABELLED = ("nps", "csat", "score")


@dataclass(frozen=True, eq=False)
class Typed:
    """`frame`: the mapped fields of the sheet's role, and its attributes as "@header". Its index says where each row
    stands in the upload: `offset` + position in the sheet. `fields` are the conversions behind the columns."""

    raw: RawSheet
    mapping: SheetMapping
    frame: pd.DataFrame
    offset: int
    fields: Mapping[str, Converted]

    def but(self, frame: pd.DataFrame) -> Typed:
        """The same sheet with another frame."""
        return replace(self, frame=frame)


def convert(raw: RawSheet, mapping: SheetMapping, offset: int, decimal: str) -> Typed:
    """The typed sheet. `decimal` as in `decimal_of`; cells that could not be read are null, and listed in `fields`."""
    fields = {
        field.name: _combined(raw, field, mapping.fields[field.name], decimal)
        for field in TABLES[mapping.role]
        if field.name in mapping.fields and mapping.fields[field.name].columns
    }
    columns = {name: found.values for name, found in fields.items()}
    columns |= _attributes(raw, mapping)
    frame = pa.table(columns).to_pandas() if columns else pd.DataFrame(index=range(raw.rows))
    frame.index = pd.RangeIndex(offset, offset + raw.rows)
    frame = _floats(frame, mapping.role)
    return Typed(raw, mapping, _implied(frame, mapping), offset, fields)


def decimal_of(pairs: list[tuple[RawSheet, SheetMapping]]) -> str:
    """How sheets of one shape write decimals: judged together, so that splitting a file changes nothing."""
    columns = [
        raw.data.column(column) for raw, mapping in pairs for column in _number_columns(mapping)
        if not is_plain(raw.data.column(column))
    ]
    likely = "," if any(raw.delimiter == ";" for raw, _ in pairs) else "."
    return decimal_mark(columns, likely) if columns else "."


def _number_columns(mapping: SheetMapping) -> list[int]:
    kinds = {field.name: field.type for field in TABLES[mapping.role]}
    numeric = (mapped for name, mapped in mapping.fields.items() if kinds.get(name) in NUMERIC)
    return [column for mapped in numeric for column in mapped.columns]


def _floats(frame: pd.DataFrame, role: str) -> pd.DataFrame:
    """Numbers that are wholly blank arrive without a type; flags need the nullable one."""
    kinds = {field.name: field.type for field in TABLES[role]}
    wanted = {"flag": "boolean", "date": "datetime64[us]", **dict.fromkeys(NUMERIC, "float64")}
    changed = {name: wanted.get(kinds[name], "str") for name in frame.columns if name in kinds}
    return frame.astype({name: kind for name, kind in changed.items() if str(frame[name].dtype) != kind})


def _implied(frame: pd.DataFrame, mapping: SheetMapping) -> pd.DataFrame:
    """What every row has by standing in this sheet; a cell of its own comes first."""
    for name, value in mapping.implied.items():
        own = frame.get(name)
        frame[name] = pd.Series(value, index=frame.index, dtype="str") if own is None else own.fillna(value)
    return frame


def _attributes(raw: RawSheet, mapping: SheetMapping) -> dict[str, pa.Array]:
    found: dict[str, pa.Array] = {}
    for column in mapping.attributes:
        header = raw.headers[column] or f"#{column + 1}"
        again = sum(name == header or name.startswith(f"{header} (") for name in (key[1:] for key in found))
        values = whole(raw.data.column(column))
        found[f"{ATTRIBUTE}{header} ({again + 1})" if again else f"{ATTRIBUTE}{header}"] = (
            values.cast(pa.string()) if pa.types.is_null(values.type) else values
        )
    return found


def _combined(raw: RawSheet, field: Field, mapped: FieldMapping, decimal: str) -> Converted:
    """The one column that several of theirs become, as the mapping says."""
    if len(mapped.columns) == 1 or mapped.combine == "join":
        return _read(_joined(raw, field, mapped), field, mapped, decimal)
    parts = [_read(_column(raw, field, column), field, mapped, decimal) for column in mapped.columns]
    merge: Callable[[pa.Array, pa.Array], pa.Array] = pc.multiply if mapped.combine == "product" else pc.coalesce
    return Converted(
        reduce(merge, (part.values for part in parts)),
        np.unique(np.concatenate([part.bad for part in parts])),
        next((part.currency for part in parts if part.currency is not None), None),
        any(part.hashed for part in parts),
        tuple(sorted({text for part in parts for text in part.kept})),
        max(part.zones for part in parts),
    )


def _joined(raw: RawSheet, field: Field, mapped: FieldMapping) -> pa.ChunkedArray:
    if len(mapped.columns) == 1:
        return _column(raw, field, mapped.columns[0])
    parts = [whole(raw.texts(column)) for column in mapped.columns]
    return pa.chunked_array([pc.binary_join_element_wise(*parts, " ", null_handling="skip")])


def _column(raw: RawSheet, field: Field, column: int) -> pa.ChunkedArray:
    own = raw.data.column(column)
    takes_typed = field.type in (*NUMERIC, "date") and not pa.types.is_boolean(own.type)
    return own if takes_typed and not pa.types.is_null(own.type) else raw.texts(column)


def _read(column: pa.ChunkedArray, field: Field, mapped: FieldMapping, decimal: str) -> Converted:
    if mapped.values and field.type in NUMERIC:
        words = to_words(pa.chunked_array([whole(column).cast(pa.string())]), mapped.values)
        return to_numbers(words.values, decimal, labelled=True)
    if mapped.values and field.type in ("category", "text"):
        return to_words(column, mapped.values)
    return _BY_TYPE[field.type](column, mapped, decimal)


_BY_TYPE: dict[FieldType, Callable[[pa.ChunkedArray, FieldMapping, str], Converted]] = {
    "id": lambda column, mapped, decimal: to_ids(column),
    "text": lambda column, mapped, decimal: to_categories(column),
    "category": lambda column, mapped, decimal: to_categories(column),
    "date": lambda column, mapped, decimal: to_dates(column, mapped.order),
    "number": lambda column, mapped, decimal: to_numbers(column, decimal, labelled=mapped.field in LABELLED),
    "money": lambda column, mapped, decimal: to_money(column, mapped.unit, decimal),
    "months": lambda column, mapped, decimal: to_months(column, mapped.unit, decimal),
    "flag": lambda column, mapped, decimal: to_flags(column, mapped.values),
}
