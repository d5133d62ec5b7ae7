"""From when until when each is a customer, and what contract holds them: the frame that signals are asked with."""

from __future__ import annotations

import pandas as pd

from bowtie.dataset import Dataset
from bowtie.people.dates import add_months, days_of, months_between, numbers_of
from bowtie.people.presence import Presence
from bowtie.settings import Settings
from bowtie.signals.source import UNDATED

LONGEST_TERM_MONTHS = 37   # a contract end further from the start than this is of a later term


def customership(
    dataset: Dataset, as_of: pd.Timestamp | None, presence: Presence, commitments: pd.DataFrame, settings: Settings
) -> pd.DataFrame:
    """One row a customer (index: row number): customer_id, name, bought_on, start, left, left_on, left_source, until,
    window_from, tenure_months, term_months, term_end, in_term, begun.

    `start` is when they bought, else when they were first seen. `until` is the day up to which the customer is judged:
    the as-of date, or the day they left. `begun` is False for those who start only after the as-of date.
    """
    customers = dataset.customers
    frame = pd.DataFrame({"customer_id": customers["customer_id"].astype("str")}, index=customers.index)
    frame["name"] = customers.get("name", pd.Series(pd.NA, frame.index)).astype("str")
    frame["bought_on"] = _bought_on(dataset, commitments)
    frame["start"] = frame["bought_on"].fillna(commitments["first_seen"])
    frame = frame.join(presence.frame)
    now = UNDATED if as_of is None else as_of.normalize()
    ends = frame["left_on"].fillna(now)
    frame["until"] = ends.mask(ends > now, now).astype("datetime64[us]")
    frame["window_from"] = frame["until"] - pd.Timedelta(days=settings.window_days)
    frame["begun"] = ~(frame["start"] > now) if as_of is not None else True
    frame["tenure_months"] = _tenure(dataset, frame, as_of)
    return _with_terms(dataset, frame, as_of, settings)


def _bought_on(dataset: Dataset, commitments: pd.DataFrame) -> pd.Series:
    """The stated start; else the first of subscription, purchase and won lead."""
    first_won = _first_of(dataset, "leads", "closed_date", won_only=True)
    bought = [_first_of(dataset, "subscriptions", "start_date"), commitments["first_purchase"], first_won]
    stated = days_of(dataset.customers, "start_date")
    return stated.fillna(pd.concat(bought, axis=1).min(axis=1)).astype("datetime64[us]")


def _first_of(dataset: Dataset, table: str, column: str, won_only: bool = False) -> pd.Series:
    frame = dataset.table(table)
    if frame is None or not {"customer_id", column} <= set(frame):
        return days_of(None, column, dataset.customers.index)
    if won_only:
        frame = frame[frame["outcome"] == "won"] if "outcome" in frame else frame.iloc[:0]
    first = days_of(frame, column).groupby(frame["customer_id"].astype("str")).min()
    return first.reindex(dataset.customers["customer_id"].astype("str")).set_axis(dataset.customers.index)


def _tenure(dataset: Dataset, frame: pd.DataFrame, as_of: pd.Timestamp | None) -> pd.Series:
    """Months from start until the as-of date or leaving; the stated tenure where there are no dates."""
    stated = numbers_of(dataset.customers, "tenure_months")
    if as_of is None:
        return stated
    undated_leaving = frame["left"] & frame["left_on"].isna()
    counted = months_between(frame["start"], frame["until"]).clip(lower=0)
    return counted.mask(undated_leaving, stated).fillna(stated)


def _with_terms(
    dataset: Dataset, frame: pd.DataFrame, as_of: pd.Timestamp | None, settings: Settings
) -> pd.DataFrame:
    """term_months and term_end of the first contract; in_term: inside a long contract at the as-of date."""
    customers = dataset.customers
    contract_end = days_of(customers, "contract_end_date")
    term = _first_terms(dataset).fillna(numbers_of(customers, "contract_term_months"))
    spanned = months_between(frame["start"], contract_end)
    spanned = spanned.where((spanned > 0) & (spanned <= LONGEST_TERM_MONTHS)).round()
    frame["term_months"] = term.where(term > 0).fillna(spanned.where(spanned > 0))
    frame["term_end"] = add_months(frame["start"], frame["term_months"])
    long = frame["term_months"] >= settings.long_term_months
    ahead = _ahead(frame, contract_end, as_of)
    frame["in_term"] = ~frame["left"] & ahead & (long | frame["term_months"].isna())
    return frame


def _ahead(frame: pd.DataFrame, contract_end: pd.Series, as_of: pd.Timestamp | None) -> pd.Series:
    if as_of is None:
        return frame["tenure_months"] < frame["term_months"]
    by_tenure = frame["start"].isna() & (frame["tenure_months"] < frame["term_months"])
    return (frame["term_end"] > as_of) | (contract_end > as_of) | by_tenure


def _first_terms(dataset: Dataset) -> pd.Series:
    """The term of each customer's earliest subscription."""
    table = dataset.table("subscriptions")
    if table is None or not {"customer_id", "term_months"} <= set(table):
        return numbers_of(None, "term_months", dataset.customers.index)
    columns = {"id": table["customer_id"].astype("str"), "start": days_of(table, "start_date")}
    columns["term"] = numbers_of(table, "term_months")
    ordered = pd.DataFrame(columns).dropna(subset=["term"]).sort_values(["start", "term"], na_position="last")
    first = ordered.drop_duplicates("id").set_index("id")["term"]
    return first.reindex(dataset.customers["customer_id"].astype("str")).set_axis(dataset.customers.index)
