"""Rows that stand there twice. Judged by what they hold, never by the file they came from."""

from __future__ import annotations

from collections import Counter

import numpy as np
import pandas as pd

from bowtie.intake.convert import Typed
from bowtie.intake.derive.fast import same_numbers
from bowtie.intake.derive.log import Log
from bowtie.tables import KEYS
from bowtie.words import Text, say, say_n

SAME = ("customer_id", "date", "value")
LEAST_ROWS, OVERLAP_SHARE = 20, 0.5     # of the smaller sheet: fewer may be chance
QUICK = ("value", "amount", "score", "date", "quantity")    # cheap to compare, and they tell most rows apart
QUICK_KEYS = ("order_id", "customer_id")                    # tell apart what numbers and dates leave together


def once_each(frame: pd.DataFrame, typed: list[Typed], table: str, log: Log) -> pd.DataFrame:
    """The frame with full-row duplicates counted once, where a row can tell that it is the same one again.

    It can when it bears a row or order id, or a clock time beside what happened. Otherwise two equal rows may be two
    equal purchases: they are kept, and reported.
    """
    likely = _likely(frame)
    if not likely.any():
        return frame
    rows = _whole_rows(frame[likely], typed)
    again = rows.duplicated()
    if not again.any():
        return frame
    told = {name for one in typed for name in one.fields}
    same = again & _tells_itself(frame.loc[rows.index], rows, told, KEYS.get(table, "order_id"))
    _tell(int(same.sum()), int((again & ~same).sum()), table, log)
    gone = frame.index.isin(rows.index[same])
    return log.reject(frame, gone, say("The same row stands there twice; it is counted once."))


def _likely(frame: pd.DataFrame) -> pd.Series:
    """Rows whose numbers and dates stand there twice: only these are compared as a whole."""
    quick = [name for name in QUICK if name in frame]
    if not quick:
        return frame.duplicated(keep=False)
    keys = [name for name in QUICK_KEYS if name in frame]
    return pd.Series(same_numbers(frame[name] for name in (*quick, *keys)), index=frame.index)


def _whole_rows(frame: pd.DataFrame, typed: list[Typed]) -> pd.DataFrame:
    """These rows as text: our fields as they were read, so that 5,00 equals 5; the other columns, mapped or not, as
    they stand. By header and not by place."""
    rows = pd.concat([_rows_of(frame, one) for one in typed])
    return rows[sorted(rows.columns)]


def _rows_of(frame: pd.DataFrame, one: Typed) -> pd.DataFrame:
    mine = frame.index[(frame.index >= one.offset) & (frame.index < one.offset + one.raw.rows)]
    positions = np.asarray(mine - one.offset)
    columns = {f"={name}": frame.loc[mine, name].astype("str").array for name in one.fields if name in frame}
    read = {column for name in one.fields for column in one.mapping.fields[name].columns}
    seen: Counter[str] = Counter()
    for column in (column for column in range(len(one.raw.headers)) if column not in read):
        header = one.raw.headers[column]
        seen[header] += 1
        columns[f"{header} {seen[header]}"] = one.raw.texts(column).take(positions).to_pandas().astype("str").array
    return pd.DataFrame(columns, index=mine)


def _tells_itself(frame: pd.DataFrame, rows: pd.DataFrame, told: set[str], key: str) -> pd.Series:
    """Whether a row bears an id (`key` is the table's own), or a clock time and what happened.

    A time alone does not do: two lines of one order, paid at once, may cost the same. `told` are the fields that
    columns of the sheet fill.
    """
    if _has_row_id(rows):
        return pd.Series(True, index=frame.index)
    known = pd.Series(False, index=frame.index)
    if key in frame:
        known |= frame[key].notna()
    if "date" in frame and told & {"detail", "kind", "contact_id"}:
        known |= frame["date"].notna() & (frame["date"] != frame["date"].dt.normalize())
    return known


def _has_row_id(rows: pd.DataFrame) -> bool:
    """Whether some column alone tells the different rows apart: that is the id of a row, whatever its name."""
    different = rows.drop_duplicates()
    return len(different) >= 5 and any(
        different[name].is_unique and different[name].str.contains(r"\d", regex=True).all()
        and not different[name].str.contains(r"[.,:]", regex=True).any()
        for name in different
    )


def _tell(once: int, kept: int, table: str, log: Log) -> None:
    log.counts[f"{table}.duplicate"] += once
    if once:
        log.found("warning", "duplicate_rows", say_n(
            "One row stands there twice.", "{n:int} rows stand there twice.", once,
        ), say("They are counted once. Check how the file was put together if you did not expect that."),
            table=table, rows=once, distorts=_DISTORTS)
    if kept:
        log.found("note", "duplicate_rows_kept", say_n(
            "One row equals another, with nothing to tell whether it is the same one again.",
            "{n:int} rows equal others, with nothing to tell whether they are the same ones again.", kept,
        ), say("They are kept. Add an order number or a time of day to the export to have this settled."),
            table=table, rows=kept, distorts=_DISTORTS)


_DISTORTS: Text = say("counts and amounts")


def tell_overlap(parts: list[pd.DataFrame], log: Log) -> None:
    """Sheets of different shapes that seem to hold the same purchases: nothing is dropped, but sums are doubled."""
    keyed = [part[list(SAME)].dropna() for part in parts if set(SAME) <= set(part)]
    for number, one in enumerate(keyed):
        for other in keyed[number + 1:]:
            small, large = sorted((one, other), key=len)
            both = pd.MultiIndex.from_frame(small).isin(pd.MultiIndex.from_frame(large))
            if len(small) >= LEAST_ROWS and both.mean() >= OVERLAP_SHARE:
                log.found("warning", "overlapping_sheets", say_n(
                    "One row stands in two sheets of different form, by customer, date and amount.",
                    "{n:int} rows stand in two sheets of different form, by customer, date and amount.",
                    int(both.sum()),
                ), say("If they are the same purchases, leave one of the sheets out: as it is, they count twice."),
                    table="activity", rows=int(both.sum()), distorts=_DISTORTS)
