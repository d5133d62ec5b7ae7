"""The user's own columns, typed by what they hold and kept under safe names."""

from __future__ import annotations

import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc

from bowtie.dataset import Attribute
from bowtie.intake.convert import ATTRIBUTE
from bowtie.intake.convert_common import clean, encoded, spread
from bowtie.intake.convert_dates import to_dates
from bowtie.intake.convert_numbers import decimal_mark, to_numbers
from bowtie.intake.convert_values import NO, YES
from bowtie.tables import TABLES

MOST_LEVELS = 50            # more distinct texts than this, on most rows another: free text
CATEGORY_SHARE = 0.5
DATE_SHAPE = r"^\d{4}-\d{1,2}-\d{1,2}|^\d{4}/\d{1,2}/\d{1,2}"
TWO = 2                     # values of a flag; a third may be a placeholder


def named_attributes(tables: dict[str, pd.DataFrame]) -> tuple[dict[str, pd.DataFrame], tuple[Attribute, ...]]:
    """Tables with "attribute_1", ... in place of the users' headers, numbered by table and header."""
    done, told = dict(tables), list[Attribute]()
    for table in (name for name in TABLES if name in tables):
        headers = sorted(str(name)[len(ATTRIBUTE):] for name in tables[table] if str(name).startswith(ATTRIBUTE))
        columns = {}
        for header in headers:
            column = f"attribute_{len(told) + 1}"
            columns[column], kind = typed_attribute(tables[table][ATTRIBUTE + header])
            told.append(Attribute(table, column, header, kind))
        kept = tables[table].drop(columns=[ATTRIBUTE + header for header in headers])
        done[table] = kept.assign(**columns)
    return done, tuple(told)


def typed_attribute(values: pd.Series) -> tuple[pd.Series, str]:
    """The column typed, and what it is: number, date, flag, category or text."""
    if pd.api.types.is_bool_dtype(values.dtype):
        return values.astype("boolean"), "flag"
    if pd.api.types.is_numeric_dtype(values.dtype):
        return _number(values.astype("float64"))
    if pd.api.types.is_datetime64_any_dtype(values.dtype):
        return values.astype("datetime64[us]"), "date"
    return _from_text(values.astype("str"))


def _number(values: pd.Series) -> tuple[pd.Series, str]:
    seen = set(values.dropna().unique())
    if seen == {0.0, 1.0}:
        return (values == 1.0).astype("boolean").mask(values.isna()), "flag"
    return values, "number"


def _from_text(values: pd.Series) -> tuple[pd.Series, str]:
    codes, distinct = encoded(pa.array(values, pa.string(), from_pandas=True))
    texts = clean(distinct, none_is_missing=False)
    seen = {text for text in texts.to_pylist() if text is not None} if len(texts) <= TWO + 1 else set()
    if len(seen) == TWO and {text.casefold() for text in seen} <= {*YES, *NO}:
        flags = pa.array([None if text is None else text.casefold() in YES for text in texts.to_pylist()], pa.bool_())
        return _series(spread(flags, codes), values, "boolean"), "flag"
    found = _numbers(texts) or _dates(texts)
    if found:
        return _series(spread(found[0], codes), values, None), found[1]
    free = len(texts) > MOST_LEVELS and len(texts) > CATEGORY_SHARE * (len(codes) - codes.null_count)
    return _series(spread(texts, codes), values, "str"), "text" if free else "category"


def _numbers(texts: pa.Array) -> tuple[pa.Array, str] | None:
    """All of them numbers; codes with leading zeros are names that happen to be digits."""
    if texts.null_count == len(texts) or pc.any(pc.match_substring_regex(texts, r"^0\d")).as_py():
        return None
    numbers = to_numbers(texts, decimal_mark([texts]))
    return None if len(numbers.bad) or numbers.values.null_count == len(texts) else (numbers.values, "number")


def _dates(texts: pa.Array) -> tuple[pa.Array, str] | None:
    """All of them dates with the year first: no other order is guessed."""
    if texts.null_count == len(texts) or not pc.all(pc.match_substring_regex(texts, DATE_SHAPE)).as_py():
        return None
    dates = to_dates(texts, "ymd")
    return None if len(dates.bad) else (dates.values, "date")


def _series(values: pa.Array, like: pd.Series, kind: str | None) -> pd.Series:
    made = values.to_pandas()
    return pd.Series(made.array if kind is None else made.astype(kind).array, index=like.index)
