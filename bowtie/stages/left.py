"""The left side, from leads: how strangers become customers. Leads of those who are customers are not volume."""

from __future__ import annotations

from dataclasses import dataclass

import pandas as pd

from bowtie.dataset import Dataset
from bowtie.people.dates import days_by_id, days_of
from bowtie.stages.loyalty import kind_is_existing
from bowtie.tables import KNOT, LEFT_STAGES

UNKNOWN = "unknown"
OUTCOMES = {KNOT: "won", "won": "won", "lost": "lost"}   # stage names that say how a lead ended


@dataclass(frozen=True, eq=False)
class Left:
    """`leads`: one row a new lead: stage (or unknown), depth (0..3 of LEFT_STAGES, 4 when won), outcome, created,
    closed, customer (who it became), lost_reason, won_reason, channel.

    `expansion`: how many leads were of people who were customers already. `staged`: the sheet has stages.
    `wins_known`: the sheet says which leads were won. `unplaced`: new leads whose stage is not one of ours.
    """

    leads: pd.DataFrame
    expansion: int
    staged: bool
    wins_known: bool
    unplaced: int

    def reached(self, stage: str) -> int | None:
        """New leads that came at least this far; null where the sheet cannot show it."""
        if stage == KNOT:
            return self.customers_won() if self.wins_known else None
        if stage != LEFT_STAGES[0] and not self.staged:
            return None
        return int((self.leads["depth"] >= LEFT_STAGES.index(stage)).sum())

    def standing(self, stage: str) -> int | None:
        """Open leads that are at this stage now."""
        if not self.staged:
            return None
        is_open = self.leads["outcome"] == "open"
        return int((is_open & (self.leads["stage"] == stage)).sum())

    def customers_won(self) -> int:
        """Distinct customers by first win; a win whose customer is not named counts as one."""
        won = self.leads.loc[self.leads["outcome"] == "won", "customer"]
        return int(won.nunique() + won.isna().sum())


def left_side(dataset: Dataset, base: pd.DataFrame, as_of: pd.Timestamp | None) -> Left | None:
    """None without leads. `base` (index: row number) bears customer_id and bought_on."""
    table = dataset.table("leads")
    if table is None or table.empty:
        return None
    leads = _leads(table, as_of)
    existing = _existing(table, leads, base, as_of)
    fresh = leads[~existing].reset_index(drop=True)
    staged = bool(leads["stage"].isin(LEFT_STAGES).any())
    unplaced = int(((fresh["stage"] == UNKNOWN) & (fresh["outcome"] != "won")).sum()) if staged else 0
    return Left(fresh, int(existing.sum()), staged, bool(dataset.has("leads", "outcome")), unplaced)


def _leads(table: pd.DataFrame, as_of: pd.Timestamp | None) -> pd.DataFrame:
    """As they stood at the as-of date: what closed later is open, what was created later is not there yet."""
    stage = _text(table, "stage")
    leads = pd.DataFrame({"created": days_of(table, "created_date"), "closed": days_of(table, "closed_date")})
    said = _text(table, "outcome")
    leads["outcome"] = said.fillna(stage.map(OUTCOMES).astype("str")).fillna("open")
    leads["stage"] = stage.where(stage.isin(LEFT_STAGES), UNKNOWN)
    for name in ("lost_reason", "won_reason", "channel"):
        leads[name] = _text(table, name)
    leads["customer"] = _text(table, "customer_id")
    if as_of is not None:
        later = leads["closed"] > as_of
        leads["outcome"] = leads["outcome"].mask(later, "open")
        leads["closed"] = leads["closed"].mask(later)
        leads = leads[~(leads["created"] > as_of)]
    depth = leads["stage"].map({name: place for place, name in enumerate(LEFT_STAGES)}).fillna(0)
    leads["depth"] = depth.mask(leads["outcome"] == "won", len(LEFT_STAGES)).astype("int64")
    return leads


def _existing(
    table: pd.DataFrame, leads: pd.DataFrame, base: pd.DataFrame, as_of: pd.Timestamp | None
) -> pd.Series:
    """Leads of kind existing, or that began after the customer's first win, which they are not themselves.

    A lead without a day of creation began at the latest when it closed, or, being open, today.
    """
    stated = kind_is_existing(table).loc[leads.index]
    bought = base.set_index("customer_id")["bought_on"]
    bought_on = days_by_id(leads["customer"], bought)
    began = leads["created"].fillna(leads["closed"])
    if as_of is not None:
        began = began.fillna(as_of)
    first_win = (leads["outcome"] == "won") & (leads["closed"] <= bought_on)
    return stated | ((began > bought_on) & ~first_win)


def _text(table: pd.DataFrame, name: str) -> pd.Series:
    if name not in table:
        return pd.Series(pd.NA, table.index, dtype="str")
    return table[name].astype("str")
