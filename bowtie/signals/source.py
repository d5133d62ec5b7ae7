"""A dataset inside the engine: its tables as relations, and each question to them as one method.

Every method answers with a frame of one row a customer, in the order of `Dataset.customers` (index: row number), or
None where the data has no table to ask. `bounds` is such a frame with until, window_from: what happened after `until`
is not seen. Where a table bears no dates, its day is null and its rows are taken to be of the window.
"""

from __future__ import annotations

from functools import cached_property

import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc

from bowtie.dataset import Dataset
from bowtie.signals import acts, answers, commitments, early, money, use
from bowtie.signals.engine import Engine, customers_relation
from bowtie.tables import FAMILY_OF

UNDATED = pd.Timestamp("1970-01-01")   # stands for "now" in data without dates
ACTIVITY = {
    "date": "date", "kind": "category", "family": "category", "detail": "text", "value": "money", "quantity": "number",
    "currency": "category", "order_id": "id", "rewarded": "flag", "other_value": "money",
}
COMMITMENT_DAYS = (
    "first_seen", "first_choice", "last_cancellation", "last_comeback", "first_purchase", "second_purchase",
    "last_purchase",
)


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
    def activity(self) -> pa.Table | None:
        """customer, day and the other columns of ACTIVITY; up to the as-of date."""
        frame = self.dataset.table("activity")
        if frame is None or "kind" not in frame:
            return None
        relation = self.engine.relation(_with_family(_with_rewards(frame)), ACTIVITY)
        return self._dated(relation, self.dataset.has("activity", "date"))

    @cached_property
    def surveys(self) -> pa.Table | None:
        """customer, day, instrument, score; up to the as-of date."""
        frame = self.dataset.table("surveys")
        if frame is None:
            return None
        relation = self.engine.relation(frame, {"date": "date", "instrument": "category", "score": "number"})
        return self._dated(relation, self.dataset.has("surveys", "date"))

    @cached_property
    def referred(self) -> pa.Table | None:
        """customer (who referred), day, won, closed_date: the leads that a customer referred; up to the as-of date."""
        frame = self.dataset.table("leads")
        if frame is None or not self.dataset.has("leads", "referred_by"):
            return None
        by_others = frame[frame["referred_by"].notna() & ~_referred_themselves(frame)]
        renamed = by_others.drop(columns="customer_id", errors="ignore").rename(columns={"referred_by": "customer_id"})
        relation = self.engine.relation(renamed, {"created_date": "date", "closed_date": "date", "outcome": "category"})
        day = pc.coalesce(relation["created_date"], relation["closed_date"])
        won = pc.fill_null(pc.equal(relation["outcome"], "won"), fill_value=False)
        named = relation.append_column("date", day).append_column("won", won)
        return self._dated(named, self.dataset.has("leads", "created_date"))

    @cached_property
    def money(self) -> pa.Table | None:
        """customer, day, value, currency, other_value: purchases net of returns, else stated revenue (as in totals);
        up to the as-of date."""
        if self.activity is not None and self.dataset.has("activity", "value"):
            bought = self.activity.filter(pc.is_in(self.activity["kind"], pa.array(money.MONEY_KINDS)))
            if bought["value"].null_count < len(bought):
                return bought
        stated = self.dataset.table("revenue")
        if stated is None or "amount" not in stated:
            return None
        named = stated.rename(columns={"amount": "value", "other_amount": "other_value"})
        columns = {"date": "date", "value": "money", "currency": "category", "other_value": "money"}
        return self._dated(self.engine.relation(named, columns), self.dataset.has("revenue", "date"))

    @cached_property
    def use(self) -> pa.Table | None:
        """customer, day, quantity, active: the rows of use; None where there is none, or no dates."""
        if self.activity is None or self.as_of is None or not self.dataset.has("activity", "date"):
            return None
        rows = self.engine.table(use.use_rows, self.activity) if self.family_seen("use") else None
        return rows if rows is not None and len(rows) else None

    def family_seen(self, family: str) -> bool:
        """Whether activity has kinds of this family, at any date."""
        frame = self.dataset.table("activity")
        if frame is None or "kind" not in frame:
            return False
        return bool((_with_family(frame)["family"] == family).any())

    def commitments(self) -> pd.DataFrame:
        """COMMITMENT_DAYS, purchase_days, orders; all null without activity."""
        if self.activity is None:
            index = pd.RangeIndex(len(self.engine.ids))
            days = {name: pd.Series(pd.NaT, index, dtype="datetime64[us]") for name in COMMITMENT_DAYS}
            return pd.DataFrame(days | {name: pd.Series(float("nan"), index) for name in ("purchase_days", "orders")})
        with_orders = self.dataset.has("activity", "order_id")
        bought = self.engine.by_customer(commitments.purchases, self.activity, with_orders=with_orders)
        return self.engine.by_customer(commitments.commitments, self.activity).join(bought)

    def cancellation_reasons(self) -> pd.Series:
        """The detail of each customer's latest cancellation."""
        if self.activity is None or not self.dataset.has("activity", "detail"):
            return pd.Series(pd.NA, pd.RangeIndex(len(self.engine.ids)), dtype="str")
        return self.engine.by_customer(commitments.cancellation_reasons, self.activity)["reason"]

    @property
    def acts_dated(self) -> bool:
        """Whether every table of acts bears dates, so that milestones have days."""
        activity = not self.family_seen("advocacy") or self.dataset.has("activity", "date")
        leads = self.referred is None or self.dataset.has("leads", "created_date")
        return self.as_of is not None and activity and leads

    def acts(self, bounds: pd.DataFrame) -> pa.Table | None:
        """One row an act, for the methods below; None where no table can hold one."""
        seen = self.activity if self.family_seen("advocacy") else None
        if seen is None and self.referred is None:
            return None
        return self.engine.table(acts.acts, seen, self.referred, customers_relation(bounds[["until"]]))

    def acts_in_window(self, found: pa.Table, bounds: pd.DataFrame) -> pd.DataFrame:
        """acts, unpaid_acts, act_kinds, unpaid_kinds, won_referrals; ever_, window_, unpaid_ of COUNTED kinds."""
        counts = self.engine.by_customer(acts.in_window, found, customers_relation(bounds[["window_from"]]))
        return counts.fillna(0).astype("int64")

    def lover_days(self, found: pa.Table, bounds: pd.DataFrame, needed: int) -> pd.Series:
        """The day of the act that could make a lover."""
        windows = customers_relation(bounds[["window_from"]])
        return self.engine.by_customer(acts.lover_days, found, windows, needed=needed)["lover_day"]

    def milestones(
        self, found: pa.Table, loyal_day: pd.Series, window_days: int, least: int, kinds: int
    ) -> pd.DataFrame:
        """advocacy_day, ambassador_day, for those with a `loyal_day`."""
        loyal = customers_relation(loyal_day.dropna().to_frame("loyal_day"))
        return self.engine.by_customer(
            acts.milestones, found, loyal, window_days=window_days, least=least, kinds=kinds
        )

    def use_of_customers(self, bounds: pd.DataFrame) -> pd.DataFrame | None:
        """first_use, last_use, use_rows."""
        if self.use is None:
            return None
        return self.engine.by_customer(use.use_of_customers, self.use, customers_relation(bounds[["until"]]))

    @cached_property
    def use_days(self) -> pd.Series:
        """The distinct days that rows of use bear, sorted; none without use."""
        if self.use is None:
            return pd.Series(dtype="datetime64[us]")
        return self.engine.ask(use.days_of_use, self.use)["day"].sort_values(ignore_index=True)

    def median_gap(self) -> float:
        """Days between active days of returning customers; NaN where nobody returned."""
        if self.use is None:
            return float("nan")
        return float(self.engine.ask(use.median_gap, self.use)["gap"].astype("float64").iloc[0])

    def active_periods(self, spans: pd.DataFrame, period: str, periods_a_row: int) -> pd.Series:
        """How many of the periods from `first_period` to `last_period` were active."""
        if self.use is None:
            return pd.Series(0.0, spans.index)
        found = self.engine.by_customer(
            use.active_periods, self.use, customers_relation(spans), period=period, periods_a_row=periods_a_row
        )
        return found["active_periods"].fillna(0)

    def latest_answers(self, bounds: pd.DataFrame) -> pd.DataFrame | None:
        """asked (how often in the window), nps, nps_day, csat, csat_day: the latest answers in it."""
        if self.surveys is None:
            return None
        windows = customers_relation(bounds[["until", "window_from"]])
        return self.engine.by_customer(answers.latest, self.surveys, windows)

    def money_in_window(self, bounds: pd.DataFrame) -> pd.Series | None:
        """Money of the window, in the main currency."""
        if self.money is None:
            return None
        windows, currency = customers_relation(bounds[["until", "window_from"]]), self.dataset.main_currency
        return self.engine.by_customer(money.in_window, self.money, windows, currency=currency)["value"]

    def early(self, starts: pd.Series, days: int) -> pd.DataFrame | None:
        """complaints, first_complaint in the first days after the start."""
        if self.activity is None or self.as_of is None:
            return None
        known = customers_relation(starts.dropna().to_frame("start"))
        return self.engine.by_customer(early.early, self.activity, known, days=days)

    def kinds_before(self, moments: pd.DataFrame) -> pd.DataFrame:
        """kind, lover, customers: see early.kinds_before."""
        if self.activity is None:
            return pd.DataFrame({"kind": [], "lover": [], "customers": []})
        return self.engine.ask(early.kinds_before, self.activity, customers_relation(moments))

    def _dated(self, relation: pa.Table, dated: bool) -> pa.Table:
        """With `day` in place of `date`: null throughout where there are no dates, else up to the as-of date."""
        day = relation["date"] if dated and self.as_of is not None else pa.nulls(len(relation), pa.date32())
        table = relation.drop_columns(["date"]).append_column("day", day)
        if not dated or self.as_of is None:
            return table
        return table.filter(pc.less_equal(table["day"], pa.scalar(self.now.date(), pa.date32())))


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
