"""Orders and their lines: who ordered stands on one line, the total once, a line is quantity x price."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
import pandas as pd

from bowtie.intake.convert import ATTRIBUTE
from bowtie.intake.derive.fast import all_different, looked_up
from bowtie.intake.derive.log import Log
from bowtie.words import say

ORDER_FIELDS = ("customer_id", "contact_id", "date", "currency", "status")
CONSTANT_SHARE = 0.95      # of the orders with several lines: a column that is constant within so many is their total
LINE_SHARE = 0.9           # of the lines: amount equals quantity x price, so it is the line's own
TOLERANCE = 0.01


def tidy_orders(frame: pd.DataFrame, table: str, log: Log) -> pd.DataFrame:
    """Activity of one shape of sheet: lines know their order's customer and date, and `value` may be summed."""
    frame = _line_values(_with_order_id(frame, table, log))
    if "order_id" not in frame or not frame["order_id"].notna().any():
        return frame
    frame = _fill_within_order(frame)
    return _total_once(frame, table, log) if "value" in frame else frame


def _with_order_id(frame: pd.DataFrame, table: str, log: Log) -> pd.DataFrame:
    """Lines without an amount or a customer belong to a line that has them: the column that says so is the order's id.

    Nothing is assumed of its name. Each of its values must stand on exactly one line with an amount.
    """
    if "order_id" in frame or "value" not in frame:
        return frame
    first = frame["value"].notna()
    if first.all() or not first.any():
        return frame
    for name in sorted(str(name) for name in frame if str(name).startswith(ATTRIBUTE)):
        ids = frame[name]
        heads = ids[first]
        if ids.notna().all() and heads.is_unique and ids[~first].isin(heads).all():
            header = name[len(ATTRIBUTE):]
            log.found("note", "order_column", say(
                "“{column}” tells which lines are of one order.", column=header,
            ), say("It is used for that. Choose another column for the order on the Columns page if it is not so."),
                table=table, column=header, rows=int((~first).sum()))
            return frame.assign(order_id=ids.astype("str"))
    return frame


def _line_values(frame: pd.DataFrame) -> pd.DataFrame:
    if not {"quantity", "unit_price"} <= set(frame):
        return frame
    line = frame["quantity"] * frame["unit_price"]
    return frame.assign(value=frame["value"].fillna(line) if _whole_lines(frame) else frame["value"]) \
        if "value" in frame else frame.assign(value=line)


def _whole_lines(frame: pd.DataFrame) -> bool:
    """Whether blank amounts are the lines' own. Where a total stands on the first line only, they are not."""
    if "order_id" not in frame:
        return True
    filled = frame["value"].notna().groupby(frame["order_id"]).sum()
    lines = frame.groupby("order_id").size()
    several = lines > 1
    return not (several.any() and (filled[several] == 1).mean() >= CONSTANT_SHARE)


def _fill_within_order(frame: pd.DataFrame) -> pd.DataFrame:
    for name in ORDER_FIELDS:
        if name not in frame:
            continue
        blank = frame[name].isna() & frame["order_id"].notna()
        if blank.any():
            there = frame.loc[frame["order_id"].isin(frame.loc[blank, "order_id"].unique()), ["order_id", name]]
            known = there.dropna().sort_values(name).drop_duplicates("order_id").set_index("order_id")[name]
            frame = frame.assign(**{name: frame[name].fillna(looked_up(frame["order_id"], known))})
    return frame


def _total_once(frame: pd.DataFrame, table: str, log: Log) -> pd.DataFrame:
    if all_different(frame["order_id"]):
        return frame
    codes, orders = pd.factorize(frame["order_id"])
    several = (codes >= 0) & (np.bincount(codes[codes >= 0], minlength=len(orders) or 1)[codes] > 1)
    if not several.any():
        return frame
    lines = frame[several]
    if not _repeats_total(lines):
        return frame
    extra = _not_first(lines)
    values = frame["value"].copy()
    values[lines.index[extra]] = np.nan
    log.found("note", "order_totals", say(
        "The order's total stands on every line of the order.",
    ), say("It is counted once an order. Nothing is needed."), table=table, rows=int(extra.sum()))
    return frame.assign(value=values)


def _repeats_total(lines: pd.DataFrame) -> bool:
    grouped = lines["value"].groupby(lines["order_id"])
    low, high, filled, size = grouped.min(), grouped.max(), grouped.count(), grouped.size()
    judged = filled > 1
    constant = judged & (filled == size) & (low == high) & (low != 0)
    if not judged.any() or constant.sum() < CONSTANT_SHARE * judged.sum():
        return False
    if {"quantity", "unit_price"} <= set(lines):
        return _by_price(lines)
    return bool(constant.sum() >= 2 and low[constant].nunique() >= 2)


def _by_price(lines: pd.DataFrame) -> bool:
    """Where price and quantity stand beside the amount, they tell whether it is the line's."""
    line = lines["quantity"] * lines["unit_price"]
    known = line.notna() & lines["value"].notna()
    own = np.isclose(lines.loc[known, "value"], line[known], rtol=TOLERANCE)
    return not (len(own) and own.mean() >= LINE_SHARE)


def _not_first(lines: pd.DataFrame) -> npt.NDArray[np.bool_]:
    """All lines of each order but one; which one does not depend on the order of the rows."""
    names = [name for name in ("detail", "quantity", "unit_price", "date") if name in lines]
    keys = [pd.factorize(lines[name], sort=True)[0] for name in reversed(names)]
    order = pd.factorize(lines["order_id"], sort=True)[0]
    ranked = np.lexsort([*keys, order])
    first = np.zeros(len(lines), dtype=bool)
    first[ranked[np.r_[True, np.diff(order[ranked]) != 0]]] = True
    return ~first
