"""Acts of advocacy of each customer in the window, dated ones from activity and leads, bare counts from customers."""

from __future__ import annotations

from dataclasses import dataclass

import pandas as pd
import pyarrow as pa

from bowtie.dataset import Dataset
from bowtie.people.dates import numbers_of
from bowtie.signals.acts import COUNTED
from bowtie.signals.source import Source

SUMMED = ("acts", "unpaid_acts", "act_kinds", "unpaid_kinds", "won_referrals")


@dataclass(frozen=True, eq=False)
class Advocacy:
    """`frame` (index: row number): acts, unpaid_acts, act_kinds, unpaid_kinds, won_referrals (unpaid), stated (bool: a
    count of acts, even 0, is known). `observable`: some table can hold acts. `rows`: the dated acts, for signals."""

    frame: pd.DataFrame
    observable: bool
    rows: pa.Table | None = None


def advocacy(source: Source, base: pd.DataFrame) -> Advocacy:
    """A bare count (referrals, reviews, references) says how many in all: those that no dated row accounts for cannot
    be placed in time and count as of the window; those that rows date are judged by their dates."""
    rows = source.acts(base[["until", "window_from"]])
    dated = source.acts_in_window(rows, base[["window_from"]]) if rows is not None else None
    stated = stated_counts(source.dataset)
    frame = dated[list(SUMMED)].copy() if dated is not None else pd.DataFrame(0, base.index, list(SUMMED))
    for column, kind in COUNTED.items():
        if column in stated:
            frame = _with_stated(frame, stated[column], dated, kind)
    frame["stated"] = stated.notna().any(axis=1) if len(stated.columns) else False
    return Advocacy(frame, rows is not None or len(stated.columns) > 0, rows)


def stated_counts(dataset: Dataset) -> pd.DataFrame:
    """The columns of customers that count acts, those that are there with a value."""
    names = [name for name in COUNTED if dataset.has("customers", name)]
    return pd.DataFrame({name: numbers_of(dataset.customers, name) for name in names}, index=dataset.customers.index)


def _with_stated(
    frame: pd.DataFrame, stated: pd.Series, dated: pd.DataFrame | None, kind: str
) -> pd.DataFrame:
    nothing = pd.Series(0, frame.index)
    of_kind = {name: dated[f"{name}_{kind}"] if dated is not None else nothing for name in ("ever", "window", "unpaid")}
    more = (stated.fillna(0) - of_kind["ever"]).clip(lower=0).astype("int64")
    return frame.assign(
        acts=frame["acts"] + more, unpaid_acts=frame["unpaid_acts"] + more,
        act_kinds=frame["act_kinds"] + ((more > 0) & (of_kind["window"] == 0)),
        unpaid_kinds=frame["unpaid_kinds"] + ((more > 0) & (of_kind["unpaid"] == 0)),
    )
