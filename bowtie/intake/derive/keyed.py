"""Tables with a key: one row a key. The newest wins; what another sheet adds is joined to it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd

from bowtie.intake.convert import ATTRIBUTE, Typed
from bowtie.intake.derive.log import Log
from bowtie.words import say, say_n

# Dates that say when a row was last true; a renewal or the end of a contract lies ahead and says nothing of it.
LIVED = ("last_active_date", "end_date", "closed_date", "start_date", "created_date")
NAMED_DATE = re.compile(r"(20\d\d)[-_. ]?(0[1-9]|1[0-2])?[-_. ]?(0[1-9]|[12]\d|3[01])?(?!\d)")


def newest(frame: pd.DataFrame, key: str, typed: Sequence[Typed], table: str, log: Log) -> pd.DataFrame:
    """One row a key, among sheets of one shape. Rows without the key stay as they are."""
    twice = frame[key].notna() & frame[key].duplicated(keep=False)
    if not twice.any():
        return frame
    several = frame[twice]
    kept = several.loc[_ranked(several, typed), [key]].drop_duplicates(key)
    gone = twice & ~frame.index.isin(kept.index)
    header = typed[0].mapping.fields[key].headers[0] if key in typed[0].mapping.fields else key
    log.found("warning", "repeated_key", say_n(
        "One row has a “{column}” that stands there more than once.",
        "{n:int} rows have a “{column}” that stands there more than once.", int(gone.sum()), column=header,
    ), say("The newest row of each counts. Check the file if each should stand there once."),
        table=table, column=header, rows=int(gone.sum()))
    return log.reject(frame, gone, say("A newer row with the same “{column}” counts instead.", column=header))


@dataclass(frozen=True, eq=False)
class Part:
    """Sheets of one shape as one frame, and the newest date in the names of their files (0 where none bears one)."""

    frame: pd.DataFrame
    named: int = 0


def joined(parts: Sequence[Part], key: str, table: str, log: Log) -> pd.DataFrame:
    """Sheets of different shapes, one row a key: the newest by the names of the files first, then the fullest; blanks
    are filled from the others. Where two say different things of one key, that is told."""
    ordered = sorted(parts, key=lambda part: (
        -part.named, -part.frame[key].nunique(), -part.frame.shape[1], tuple(sorted(part.frame.columns))))
    frames = [part.frame for part in ordered]
    if len(frames) == 1:
        return frames[0]
    stacked = pd.concat(frames)
    _tell_contradictions(stacked, key, table, log)
    twice = stacked[key].notna() & stacked[key].duplicated(keep=False)
    if not twice.any():
        return stacked
    first = stacked.loc[twice & ~stacked[key].duplicated(), key]
    merged = stacked[twice].groupby(key, sort=False).first().reset_index()
    merged.index = merged[key].map(pd.Series(first.index, index=first.array)).to_numpy()
    return pd.concat([stacked[~twice], merged[stacked.columns].astype(stacked.dtypes.to_dict())])


def _tell_contradictions(stacked: pd.DataFrame, key: str, table: str, log: Log) -> None:
    """Our fields only: the user's own columns need not mean the same in two sheets."""
    shared = stacked[stacked[key].notna() & stacked[key].duplicated(keep=False)]
    names = [name for name in shared if name != key and not str(name).startswith(ATTRIBUTE)]
    counts = shared.groupby(key)[names].nunique() if names and len(shared) else pd.DataFrame(columns=names)
    columns = [str(name) for name in names if (counts[name] > 1).any()]
    if columns:
        rows = int((counts[columns] > 1).any(axis=1).sum())
        log.found("warning", "sheets_contradict", say_n(
            "Two sheets say different things of one key ({columns}).",
            "Two sheets say different things of {n:int} keys ({columns}).", rows, columns=", ".join(columns),
        ), say("The sheet with the newer date in its file's name counts, else the fuller one. "
               "Leave out the one that is wrong."), table=table, rows=rows)


def _ranked(frame: pd.DataFrame, typed: Sequence[Typed]) -> pd.Index:
    """Newest first: by the date in the file's name, then by the row's own dates, then the fuller, then by content."""
    filled = frame.notna().sum(axis=1)
    content = pd.util.hash_pandas_object(frame.astype("str"), index=False)
    ranked = pd.DataFrame({
        "named": _named(frame, typed), "lived": _lived(frame), "filled": filled, "content": content,
    }, index=frame.index)
    return ranked.sort_values(["named", "lived", "filled", "content"], ascending=False).index


def _named(frame: pd.DataFrame, typed: Sequence[Typed]) -> np.ndarray:
    named = np.zeros(len(frame), dtype=np.int64)
    for one in typed:
        mine = (frame.index >= one.offset) & (frame.index < one.offset + one.raw.rows)
        named[mine] = date_in_name(one.raw.key)
    return named


def date_in_name(name: str) -> int:
    """20250131 of "customers_2025-01-31.csv"; parts that are not there are 0."""
    found = NAMED_DATE.search(name)
    return int("".join(part or "00" for part in found.groups())) if found else 0


def _lived(frame: pd.DataFrame) -> pd.Series:
    dates = [frame[name] for name in LIVED if name in frame]
    blank = pd.Series(pd.NaT, index=frame.index, dtype="datetime64[us]")
    return pd.concat([blank, *dates], axis=1).max(axis=1).fillna(pd.Timestamp(0))
