"""A second deliberate choice: who made one, by what evidence, and when.

An event decides; where there is a contract, a term of 6 months or more that was outlived does (of shorter terms: 12
months in all); else tenure beyond 12 months, which can be switched off and never applies to customers who just buy.
"""

from __future__ import annotations

import numpy as np
import pandas as pd

from bowtie.dataset import Dataset
from bowtie.people.dates import add_months, days_by_id, days_of, months_between, no_days, numbers_of
from bowtie.settings import Settings

EARLY_DAYS = 7     # a contract that follows another within these days before ...
LATE_DAYS = 31     # ... or after its end carries on the same choice


def loyalty_frame(
    dataset: Dataset, base: pd.DataFrame, commitments: pd.DataFrame, settings: Settings
) -> pd.DataFrame:
    """loyal, loyal_by ("event", "term", "tenure", ""), loyal_day (null where undated), locked, known (bool).

    `known` is False where neither events nor contract nor tenure tell: the stage is unknown. Index: row number.
    """
    event_day, event = _events(dataset, base, commitments, settings)
    term, term_day = _term_outlived(base, settings)
    tenured, tenure_day = _tenured(dataset, base, settings)
    by = np.select([event, term, tenured], ["event", "term", "tenure"], "")
    frame = pd.DataFrame({"loyal_by": pd.Series(by, base.index, dtype="str")})
    frame["loyal"] = event | term | tenured
    event_days, term_days, tenure_days = event_day.where(event), term_day.where(term), tenure_day.where(tenured)
    frame["loyal_day"] = pd.concat([event_days, term_days, tenure_days], axis=1).min(axis=1).astype("datetime64[us]")
    long = base["term_months"] >= settings.long_term_months
    frame["locked"] = base["in_term"] & long & ~term & ~event
    frame["known"] = frame["loyal"] | _shows_no_choice(dataset, base, commitments, settings, bool(event.any()))
    return frame


def _events(
    dataset: Dataset, base: pd.DataFrame, commitments: pd.DataFrame, settings: Settings
) -> tuple[pd.Series, pd.Series]:
    """The day of the first renewal, upgrade or purchase after the first; and whether there was one, dated or not."""
    bought = [commitments["second_purchase"], commitments["first_choice"]]
    chosen = pd.concat([*bought, later_subscriptions(dataset, settings), later_wins(dataset, base)], axis=1)
    day = chosen.min(axis=1).astype("datetime64[us]")
    undated = commitments["first_purchase"].isna() & (commitments["orders"] >= 2)
    return day, (day <= base["until"]) | undated


def later_wins(dataset: Dataset, base: pd.DataFrame) -> pd.Series:
    """The first day on which a lead of someone who was a customer already was won."""
    table = dataset.table("leads")
    if table is None or base.empty or not {"customer_id", "outcome", "closed_date"} <= set(table):
        return no_days(base.index)
    won = table[table["outcome"] == "won"]
    days = pd.DataFrame({
        "id": won["customer_id"].astype("str"), "closed": days_of(won, "closed_date"),
        "created": days_of(won, "created_date"), "existing": kind_is_existing(won),
    }).dropna(subset=["id", "closed"])
    bought_on = days_by_id(days["id"], base.set_index("customer_id")["bought_on"])
    later = (days["closed"] > bought_on) & ~_first_win(days, bought_on)
    again = days[later].groupby("id")["closed"].min()
    return again.reindex(base["customer_id"]).set_axis(base.index)


def _first_win(won: pd.DataFrame, bought_on: pd.Series) -> pd.Series:
    """The win that made the customer, though it was closed in the books only after they had started: the left side
    counts it as a purchase, so it is no second choice."""
    new = won[(won["created"] <= bought_on) & ~won["existing"]]
    first = new.sort_values(["closed", "created"]).drop_duplicates("id")
    earlier = days_by_id(won["id"], won.groupby("id")["closed"].min()) < won["closed"]
    return pd.Series(won.index.isin(first.index), won.index) & ~earlier


def kind_is_existing(leads: pd.DataFrame) -> pd.Series:
    """Leads that the sheet itself calls those of existing customers."""
    if "kind" not in leads:
        return pd.Series(False, leads.index)
    return leads["kind"].eq("existing").fillna(False).astype(bool)


def later_subscriptions(dataset: Dataset, settings: Settings) -> pd.Series:
    """The first day on which each customer took another subscription by choice: renewed a long one, added one beside
    another, came back after a gap, or took a dearer one. Month-to-month contracts that merely go on are no choice."""
    table = dataset.table("subscriptions")
    index = dataset.customers.index
    if table is None or not {"customer_id", "start_date"} <= set(table):
        return no_days(index)
    rows = pd.DataFrame({
        "id": table["customer_id"].astype("str"), "start": days_of(table, "start_date"),
        "end": days_of(table, "end_date"), "mrr": numbers_of(table, "mrr"), "term": numbers_of(table, "term_months"),
    }).dropna(subset=["start"]).sort_values(["id", "start", "end", "mrr", "term"], ignore_index=True)
    chosen = rows[_chosen(rows, settings)]
    first = chosen.groupby("id")["start"].min()
    return first.reindex(dataset.customers["customer_id"].astype("str")).set_axis(index)


def _chosen(rows: pd.DataFrame, settings: Settings) -> pd.Series:
    by_id = rows.groupby("id")
    later = rows["start"] > by_id["start"].transform("min")
    before = by_id[["start", "end", "mrr", "term"]].shift()
    gap = (rows["start"] - before["end"]).dt.days
    carries_on = gap.between(-EARLY_DAYS, LATE_DAYS)
    length = before["term"].fillna(months_between(before["start"], before["end"]).round())
    dearer = rows["mrr"] > before["mrr"]
    return later & (~(carries_on & (length < settings.long_term_months)) | dearer)


def _term_outlived(base: pd.DataFrame, settings: Settings) -> tuple[pd.Series, pd.Series]:
    """Whether a term was outlived, and its last day. Of short terms, 12 months in all must be. Who leaves on the very
    day that the term ends has not outlived it."""
    months = base["term_months"]
    needed = months.where(months >= settings.long_term_months, settings.short_terms_months).where(months.notna())
    day = add_months(base["start"], needed)
    outlived = ((day < base["until"]) | ((day == base["until"]) & ~base["left"]))
    undated = day.isna() | (base["left"] & base["left_on"].isna())
    by_tenure = (base["tenure_months"] > needed) | ((base["tenure_months"] == needed) & ~base["left"])
    return outlived.where(~undated, by_tenure), day


def _tenured(dataset: Dataset, base: pd.DataFrame, settings: Settings) -> tuple[pd.Series, pd.Series]:
    """Whether tenure went beyond the line; not consulted where there is a term, nor where people just buy."""
    day = add_months(base["start"], settings.loyal_tenure_months) + pd.Timedelta(days=1)
    if not settings.loyal_by_tenure or dataset.contractual is False:
        return pd.Series(False, base.index), day
    undated = day.isna() | (base["left"] & base["left_on"].isna())
    beyond = (day <= base["until"]).where(~undated, base["tenure_months"] > settings.loyal_tenure_months)
    return beyond & base["term_months"].isna(), day


def _shows_no_choice(
    dataset: Dataset, base: pd.DataFrame, commitments: pd.DataFrame, settings: Settings, events_seen: bool
) -> pd.Series:
    """Where the absence of a second choice is seen: one purchase, a term not outlived, or a tenure."""
    bought = commitments["orders"] > 0
    if dataset.contractual is False:
        return bought
    placed = base["start"].notna() | base["tenure_months"].notna()
    return bought | (placed & (base["term_months"].notna() | settings.loyal_by_tenure | events_seen))
