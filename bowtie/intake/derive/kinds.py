"""What happened: kinds and families, cancelled and returned orders, amounts of nothing."""

from __future__ import annotations

import pandas as pd
import pyarrow as pa

from bowtie.intake.convert_common import encoded, spread
from bowtie.intake.derive.fast import arrow, is_in, text
from bowtie.intake.derive.log import Log
from bowtie.tables import FAMILIES, FAMILY_OF
from bowtie.words import say, say_n

OTHER = "other"
UNKNOWN_KIND = "activity"     # something happened, and nothing says what
FREE = "no_charge"            # an amount of zero: somebody was there, nobody bought
UNPAID = "unpaid_order"

CANCELLED_WORDS = (
    "cancelled", "canceled", "cancel", "void", "voided", "refunded", "returned", "return", "reversed", "chargeback",
    "rejected", "declined", "failed", "expired", "annulé", "annulée", "remboursé", "remboursée", "storniert",
    "erstattet", "retourniert", "cancelado", "cancelada", "reembolsado", "devuelto", "devolvido", "отменен", "отменён",
    "отменено", "возврат", "已取消", "取消", "已退款", "退款", "退货",
    "退貨", "已作废", "キャンセル", "返品", "返金", "취소",
    "환불", "반품",
)
UNPAID_WORDS = (
    "unpaid", "payment failed", "awaiting payment", "abandoned", "未支付", "未付款", "待付款", "等待买家付款",
    "交易关闭",
    "交易關閉", "未払い", "미결제", "не оплачен", "impayé", "unbezahlt", "no pagado", "não pago",
)


def tell_kinds(frame: pd.DataFrame, table: str, log: Log) -> pd.DataFrame:
    """Activity with `kind` and `family`; `value` sums to revenue net of returns over purchases and returns."""
    frame = frame.assign(kind=_kinds(frame))
    frame = _by_status(frame, table, log)
    frame = _by_sign(frame)
    return frame.assign(family=families(frame["kind"]))


def families(kinds: pd.Series) -> pd.Series:
    """The family of each kind; a family's own name stands for itself, anything else is "other"."""
    codes, distinct = encoded(arrow(kinds))
    named = [FAMILY_OF.get(kind, kind if kind in FAMILIES else OTHER) for kind in distinct.to_pylist()]
    return text(spread(pa.array(named, pa.large_string()), codes), kinds.index)


def _kinds(frame: pd.DataFrame) -> pd.Series:
    bought = "value" in frame or "order_id" in frame
    default = "purchase" if bought else UNKNOWN_KIND
    if "kind" not in frame:
        return pd.Series(default, index=frame.index, dtype="str")
    return frame["kind"].fillna(default)


def _by_status(frame: pd.DataFrame, table: str, log: Log) -> pd.DataFrame:
    """Cancelled and returned orders become returns of no value; orders that nobody paid are no purchases."""
    if "status" not in frame:
        return frame
    folded = frame["status"].str.casefold()
    bought = is_in(frame["kind"], ("purchase", "return"))
    cancelled = bought & is_in(folded, CANCELLED_WORDS)
    unpaid = bought & is_in(folded, UNPAID_WORDS)
    _tell_status(cancelled, unpaid, frame, table, log)
    kinds = frame["kind"].mask(cancelled, "return").mask(unpaid, UNPAID)
    if "value" not in frame:
        return frame.assign(kind=kinds)
    if cancelled.any():
        frame = frame.assign(returned_value=frame["value"].where(cancelled))
    return frame.assign(kind=kinds, value=frame["value"].mask(cancelled | unpaid))


def _tell_status(cancelled: pd.Series, unpaid: pd.Series, frame: pd.DataFrame, table: str, log: Log) -> None:
    for mask, code, message in (
        (cancelled, "cancelled_orders", say("Some orders are marked as cancelled, refunded or returned ({values}).",
                                            values=_values(frame["status"], cancelled))),
        (unpaid, "unpaid_orders", say("Some orders are marked as not paid ({values}).",
                                      values=_values(frame["status"], unpaid))),
    ):
        if mask.any():
            log.found("note", code, message, say("They do not count as revenue. Nothing is needed."),
                      table=table, rows=int(mask.sum()))


def _values(status: pd.Series, mask: pd.Series) -> str:
    return ", ".join(sorted(status[mask].unique())[:5])


def _by_sign(frame: pd.DataFrame) -> pd.DataFrame:
    """Below zero: a return. Zero in all: nobody bought, though a free line of a paid order is part of it."""
    if "value" not in frame:
        return frame
    bought = frame["kind"] == "purchase"
    kinds = frame["kind"].mask(bought & (frame["value"] < 0), "return")
    free = bought & (frame["value"] == 0)
    if free.any() and "order_id" in frame:
        paid = frame.loc[bought & (frame["value"] > 0), "order_id"].dropna().unique()
        free &= ~frame["order_id"].isin(paid)
    return frame.assign(kind=kinds.mask(free, FREE))


def tell_free(frame: pd.DataFrame, table: str, log: Log) -> None:
    """How many rows carry an amount of zero."""
    rows = int((frame["kind"] == FREE).sum())
    if rows:
        log.found("note", "zero_amounts", say_n(
            "One row has an amount of zero.", "{n:int} rows have an amount of zero.", rows,
        ), say("They count as activity, not as purchases. Nothing is needed."), table=table, rows=rows)
