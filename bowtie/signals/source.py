"""A dataset inside the engine: its tables as relations, and each question to them as one method.

Every method answers with a frame of one row a customer, in the order of `Dataset.customers` (index: row number), or None
where the data has no table to ask. `bounds` is such a frame with until, window_from: what happened after `until` is not
seen. Where a table bears no dates, its day is null and its rows are taken to be of the window.
"""

from __future__ import annotations

from functools import cached_property

import ibis
import pandas as pd

from bowtie.dataset import Dataset
from bowtie.signals import acts, answers, commitments, early, money, use
from bowtie.signals.engine import Engine, customers_relation
from bowtie.tables import FAMILY_OF

UNDATED = pd.Timestamp("1970-01-01")   # stands for "now" in data without dates
ACTIVITY = {
    "date": "date", "kind": "category", "family": "category", "detail": "text", "value": "money", "quantity": "number",
    "currency": "category", "order_id": "id", "rewarded": "flag",
}


class Source:
    """The tables of a dataset as of a date."""

    def __init__(self, dataset: Dataset, as_of: pd.Timestamp | None) -> None:
        self.dataset = dataset
        self.as_of = as_of
        self.now = UNDATED if as_of is None else as_of.normalize()
        self.engine = Engine(dataset.customers["customer_id"])

    def close(self) -> None:
        """Let go of the engine."""
        self.engine.close()

    @cached_property
    def activity(self) -> ibis.Table | None:
        """customer, day, kind, family, detail, value, quantity, currency, order_id, rewarded; up to the as-of date."""
        frame = self.dataset.table("activity")
        if frame is None or "kind" not in frame:
            return None
        relation = self.engine.relation(_with_family(_with_rewards(frame)), ACTIVITY)
        return self._dated(relation, self.dataset.has("activity", "date"))

    @cached_property
    def surveys(self) -> ibis.Table | None:
        """customer, day, instrument, score; up to the as-of date."""
        frame = self.dataset.table("surveys")
        if frame is None:
            return None
        relation = self.engine.relation(frame, {"date": "date", "instrument": "category", "score": "number"})
        return self._dated(relation, self.dataset.has("surveys", "date"))

    @cached_property
    def referred(self) -> ibis.Table | None:
        """customer (who referred), day, won, won_day: the leads that a customer referred; up to the as-of date."""
        frame = self.dataset.table("leads")
        if frame is None or not self.dataset.has("leads", "referred_by"):
            return None
        by_others = frame[frame["referred_by"].notna() & ~_referred_themselves(frame)]
        renamed = by_others.drop(columns="customer_id", errors="ignore").rename(columns={"referred_by": "customer_id"})
        columns = {"created_date": "date", "closed_date": "date", "outcome": "category"}
        relation = self.engine.relation(renamed, columns)
        day = ibis.coalesce(relation.created_date, relation.closed_date)
        dated = self._dated(relation.mutate(date=day), self.dataset.has("leads", "created_date"))
        closed = ibis.greatest(dated.day, dated.closed_date)
        return dated.select("customer", "day", won=dated.outcome == "won", won_day=closed)

    @cached_property
    def money(self) -> ibis.Table | None:
        """customer, day, value, currency: stated revenue, else purchases net of returns; up to the as-of date."""
        columns = {"date": "date", "value": "money", "currency": "category"}
        stated = self.dataset.table("revenue")
        if stated is not None and "amount" in stated:
            relation = self.engine.relation(stated.rename(columns={"amount": "value"}), columns)
            return self._dated(relation, self.dataset.has("revenue", "date"))
        if self.activity is None or not self.dataset.has("activity", "value"):
            return None
        return self.activity.filter(self.activity.kind.isin(money.MONEY_KINDS))

    @cached_property
    def use(self) -> ibis.Table | None:
        """customer, day, quantity, active: the rows of use; None where there is none, or no dates."""
        if self.as_of is None or not self.dataset.has("activity", "date") or not self._family_seen("use"):
            return None
        assert self.activity is not None
        return use.use_rows(self.activity)

    def commitments(self) -> pd.DataFrame:
        """first_seen, first_choice, last_cancellation, last_comeback, first_purchase, second_purchase, last_purchase,
        purchase_days, orders; all null without activity."""
        names = ("first_seen", "first_choice", "last_cancellation", "last_comeback", "first_purchase",
                 "second_purchase", "last_purchase")
        if self.activity is None:
            index = pd.RangeIndex(len(self.engine.ids))
            days = {name: pd.Series(pd.NaT, index, dtype="datetime64[us]") for name in names}
            return pd.DataFrame(days | {name: pd.Series(float("nan"), index) for name in ("purchase_days", "orders")})
        with_orders = self.dataset.has("activity", "order_id")
        found = self.engine.by_customer(commitments.commitments(self.activity))
        return found.join(self.engine.by_customer(commitments.purchases(self.activity, with_orders)))

    def cancellation_reasons(self) -> pd.Series:
        """The detail of each customer's latest cancellation."""
        if self.activity is None or not self.dataset.has("activity", "detail"):
            return pd.Series(pd.NA, pd.RangeIndex(len(self.engine.ids)), dtype="str")
        return self.engine.by_customer(commitments.cancellation_reasons(self.activity))["reason"]

    @property
    def acts_dated(self) -> bool:
        """Whether every table of acts bears dates, so that milestones have days."""
        activity = not self._family_seen("advocacy") or self.dataset.has("activity", "date")
        leads = self.referred is None or self.dataset.has("leads", "created_date")
        return self.as_of is not None and activity and leads

    def acts(self, bounds: pd.DataFrame) -> ibis.Table | None:
        """One row an act, for the methods below; None where no table can hold one."""
        seen = self.activity if self._family_seen("advocacy") else None
        found = acts.acts(seen, self.referred, customers_relation(bounds))
        return None if found is None else self.engine.kept(found)

    def acts_in_window(self, found: ibis.Table, bounds: pd.DataFrame) -> pd.DataFrame:
        """acts, unpaid_acts, act_kinds, unpaid_kinds, won_referrals, ever_referral, ever_review, ever_reference."""
        return self.engine.by_customer(acts.in_window(found, customers_relation(bounds))).fillna(0).astype("int64")

    def lover_days(self, found: ibis.Table, bounds: pd.DataFrame, needed: int) -> pd.Series:
        """The day of the act that could make a lover."""
        return self.engine.by_customer(acts.lover_days(found, customers_relation(bounds), needed))["lover_day"]

    def milestones(
        self, found: ibis.Table, loyal_day: pd.Series, window_days: int, least: int, kinds: int
    ) -> pd.DataFrame:
        """advocacy_day, ambassador_day, for those with a `loyal_day`."""
        loyal = customers_relation(loyal_day.dropna().to_frame("loyal_day"))
        return self.engine.by_customer(acts.milestones(found, loyal, window_days, least, kinds))

    def use_of_customers(self, bounds: pd.DataFrame) -> pd.DataFrame | None:
        """first_use, last_use, use_rows."""
        if self.use is None:
            return None
        return self.engine.by_customer(use.use_of_customers(self.use, customers_relation(bounds)))

    @cached_property
    def use_days(self) -> pd.Series:
        """The distinct days that rows of use bear, sorted."""
        assert self.use is not None
        return self.engine.run(use.days_of_use(self.use))["day"].sort_values(ignore_index=True)

    def median_gap(self) -> float:
        """Days between active days of returning customers; NaN where nobody returned."""
        assert self.use is not None
        return float(self.engine.run(use.median_gap(self.use))["gap"].astype("float64").iloc[0])

    def active_periods(self, spans: pd.DataFrame, period: str, periods_a_row: int) -> pd.Series:
        """How many of the periods from `first_period` to `last_period` were active."""
        assert self.use is not None
        found = use.active_periods(self.use, customers_relation(spans), period, periods_a_row)
        return self.engine.by_customer(found)["active_periods"].fillna(0)

    def latest_answers(self, bounds: pd.DataFrame) -> pd.DataFrame | None:
        """asked (how often in the window), nps, nps_day, csat, csat_day: the latest answers in it."""
        if self.surveys is None:
            return None
        return self.engine.by_customer(answers.latest(self.surveys, customers_relation(bounds)))

    def money_in_window(self, bounds: pd.DataFrame) -> pd.Series | None:
        """Money of the window, in the main currency."""
        if self.money is None:
            return None
        currency = self.dataset.main_currency
        return self.engine.by_customer(money.in_window(self.money, customers_relation(bounds), currency))["value"]

    def early(self, starts: pd.Series, days: int) -> pd.DataFrame | None:
        """complaints, first_complaint in the first days after the start."""
        if self.activity is None or self.as_of is None:
            return None
        known = customers_relation(starts.dropna().to_frame("start"))
        return self.engine.by_customer(early.early(self.activity, known, days))

    def kinds_before(self, moments: pd.DataFrame) -> pd.DataFrame:
        """kind, lover, customers: see early.kinds_before."""
        assert self.activity is not None
        return self.engine.run(early.kinds_before(self.activity, customers_relation(moments)))

    def _dated(self, relation: ibis.Table, dated: bool) -> ibis.Table:
        if not dated or self.as_of is None:
            return relation.mutate(day=ibis.null("date"))
        return relation.mutate(day=relation.date).filter(lambda rows: rows.day <= self.now.date())

    def _family_seen(self, family: str) -> bool:
        frame = self.dataset.table("activity")
        if frame is None or "kind" not in frame:
            return False
        return bool((_with_family(frame)["family"] == family).any())


def _with_family(frame: pd.DataFrame) -> pd.DataFrame:
    if "family" in frame:
        return frame
    return frame.assign(family=frame["kind"].map(FAMILY_OF).astype("str"))


def _with_rewards(frame: pd.DataFrame) -> pd.DataFrame:
    """A status of "rewarded" says the same as the flag."""
    if "status" not in frame:
        return frame
    by_status = frame["status"].str.casefold().eq("rewarded").astype("boolean").fillna(False)
    flag = frame["rewarded"].astype("boolean").fillna(False) if "rewarded" in frame else by_status
    return frame.assign(rewarded=flag | by_status)


def _referred_themselves(leads: pd.DataFrame) -> pd.Series:
    if "customer_id" not in leads:
        return pd.Series(False, leads.index)
    return (leads["referred_by"] == leads["customer_id"]).fillna(False).astype(bool)
