"""Who has left: the strongest source that speaks of a customer decides; where two sources differ, people are asked.

Sources, strongest first: no subscription in force; an end date not after the as-of date; the last commitment is a
cancellation with no purchase, renewal, upgrade or reactivation since; the flag.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import combinations

import pandas as pd

from bowtie.dataset import Dataset
from bowtie.findings import Finding
from bowtie.people.dates import days_of, no_days
from bowtie.words import Text, say

LEAVING = ("subscriptions", "end_date", "cancellations", "flag")
DIFFER_SHARE = 0.02   # two sources may differ for this share of customers before it is an error


@dataclass(frozen=True, eq=False)
class Presence:
    """`frame` (index: row number): left (bool), left_on (date, null where unknown), left_source ("" where none speaks).

    `says` holds what each source says of each customer (boolean, null where it is silent).
    """

    frame: pd.DataFrame
    says: pd.DataFrame
    source: str
    findings: tuple[Finding, ...]


def who_left(dataset: Dataset, as_of: pd.Timestamp | None, commitments: pd.DataFrame) -> Presence:
    """As of a date, from a dataset and the frame of `signals.Source.commitments`.

    Customers who just stop buying (non-contractual) are not lost, so no source speaks of them.
    """
    sources = {} if dataset.contractual is False else _sources(dataset, as_of, commitments)
    index = dataset.customers.index
    names = _in_order(sources, dataset.choices.get("leaving", ""))
    says = pd.DataFrame({name: sources[name]["left"] for name in names}, index=index)
    frame = _decided(index, names, sources)
    used = frame["left_source"]
    main = next((name for name in names if (used == name).any()), "")
    return Presence(frame, says, main, _disagreements(says, dataset.choices.get("leaving", "")))


def _sources(dataset: Dataset, as_of: pd.Timestamp | None, commitments: pd.DataFrame) -> dict[str, pd.DataFrame]:
    """Name -> frame of left (boolean, null where silent) and left_on; only those that the data has."""
    found = {
        "subscriptions": None if as_of is None else _by_subscriptions(dataset, as_of),
        "end_date": None if as_of is None else _by_end_date(dataset, as_of),
        "cancellations": _by_cancellation(commitments),
        "flag": _by_flag(dataset),
    }
    return {name: frame for name, frame in found.items() if frame is not None}


def _by_subscriptions(dataset: Dataset, as_of: pd.Timestamp) -> pd.DataFrame | None:
    table = dataset.table("subscriptions")
    if table is None or "customer_id" not in table or not dataset.has("subscriptions", "end_date"):
        return None
    start, end = days_of(table, "start_date"), days_of(table, "end_date")
    begun = table[start.isna() | (start <= as_of)]
    in_force = (end.isna() | (end > as_of)).loc[begun.index]
    by_id = pd.DataFrame({"id": begun["customer_id"], "in_force": in_force, "end": end.loc[begun.index]}).groupby("id")
    left = (~by_id["in_force"].any()).astype("boolean")
    found = pd.DataFrame({"left": left, "left_on": by_id["end"].max()})
    return found.reindex(dataset.customers["customer_id"]).set_axis(dataset.customers.index)


def _by_end_date(dataset: Dataset, as_of: pd.Timestamp) -> pd.DataFrame | None:
    if not dataset.has("customers", "end_date"):   # a wholly blank column says nothing, and must not outvote the flag
        return None
    end = days_of(dataset.customers, "end_date")
    return pd.DataFrame({"left": (end <= as_of).astype("boolean"), "left_on": end})


def _by_cancellation(commitments: pd.DataFrame) -> pd.DataFrame | None:
    gone, back = commitments["last_cancellation"], commitments["last_comeback"]
    if gone.isna().all():
        return None
    left = (gone.notna() & ~(back >= gone)).astype("boolean")
    return pd.DataFrame({"left": left.where(gone.notna() | back.notna()), "left_on": gone})


def _by_flag(dataset: Dataset) -> pd.DataFrame | None:
    if not dataset.has("customers", "churned"):
        return None
    flag = dataset.customers["churned"].astype("boolean")
    end = days_of(dataset.customers, "end_date")
    return pd.DataFrame({"left": flag, "left_on": end})


def _in_order(sources: dict[str, pd.DataFrame], chosen: str) -> list[str]:
    """The one that the user chose first, then by strength."""
    return sorted(sources, key=lambda name: (name != chosen, LEAVING.index(name)))


def _decided(index: pd.Index, names: list[str], sources: dict[str, pd.DataFrame]) -> pd.DataFrame:
    left, source, left_on = pd.Series(False, index), pd.Series("", index, dtype="str"), no_days(index)
    undecided = pd.Series(True, index)
    for name in names:
        speaks = undecided & sources[name]["left"].notna()
        left = left.mask(speaks, sources[name]["left"].fillna(False).astype(bool))
        left_on = left_on.mask(speaks, sources[name]["left_on"])
        source = source.mask(speaks, name)
        undecided &= ~speaks
    return pd.DataFrame({"left": left, "left_on": left_on.where(left), "left_source": source})


def _disagreements(says: pd.DataFrame, chosen: str) -> tuple[Finding, ...]:
    settled = chosen if chosen in says else ""
    found = (_differ(says[first], says[second], settled) for first, second in combinations(says.columns, 2))
    return tuple(finding for finding in found if finding is not None)


def _differ(one: pd.Series, other: pd.Series, settled: str) -> Finding | None:
    """Where two sources say different things of more than 2% of all customers."""
    both = one.notna() & other.notna()
    first, second = one[both].astype(bool), other[both].astype(bool)
    cells = {
        "both": first & second, "only_one": first & ~second, "only_other": ~first & second, "here": ~first & ~second
    }
    told = {name: int(rows.sum()) for name, rows in cells.items()}
    if told["only_one"] + told["only_other"] <= DIFFER_SHARE * len(one):
        return None
    return _disagreement(str(one.name), str(other.name), told, settled)


def _disagreement(one: str, other: str, told: dict[str, int], settled: str) -> Finding:
    differ = told["only_one"] + told["only_other"]
    return Finding(
        severity="note" if settled else "error", code="leaving_sources_differ", table="customers", rows=differ,
        message=say(
            "Two sources disagree on who has left, for {n:int} customers. Both say left: {both:int}; only {one}: "
            "{only_one:int}; only {other}: {only_other:int}; both say still here: {here:int}.",
            n=differ, one=source_name(one), other=source_name(other), **told,
        ),
        remedy=say("You chose the source that counts: {source}.", source=source_name(settled)) if settled else say(
            "Choose once which source counts. Until then the stronger one does: {source}.", source=source_name(one)
        ),
        distorts=say("Who has left, and with it stages, segments and every figure of retention."),
    )


def source_name(source: str) -> Text:
    """What people call a source of who has left."""
    return {
        "subscriptions": say("subscriptions in force"), "end_date": say("end dates"),
        "cancellations": say("cancellations"), "flag": say("the column that says who left"),
    }.get(source, say("no source"))
