"""The lists by name: who is on each, and why each customer is on it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import pandas as pd

from bowtie.analysis import People, Unavailable
from bowtie.people.cube import LOYAL, value_bands
from bowtie.people.words import acts_needed, answers_needed, contracts_needed, value_needed
from bowtie.words import Text, say, say_n

COLUMNS = ["customer_id", "name", "segment", "stage", "value", "acts", "score", "why"]


def named_lists(present: pd.DataFrame, people: People, seen: Mapping[str, bool]) -> dict[str, Any]:
    """Name -> frame of COLUMNS, most important first; Unavailable where the data cannot tell who belongs.

    `present`: the working frame of the customers present.
    """
    valued, scored = bool(people.value_basis), bool(present["score"].notna().any())
    acts, contracts = seen["lover"], bool(present["term_months"].notna().any() or present["in_term"].any())
    lists: dict[str, tuple[bool, tuple[Text, ...], Callable[[pd.DataFrame], pd.DataFrame]]] = {
        "silent_loyalists": (acts, (acts_needed(),), silent_loyalists),
        "low_spend_lovers": (acts and valued, (acts_needed(), value_needed()), low_spend_lovers),
        "high_spend_lurkers": (valued, (value_needed(),), high_spend_lurkers),
        "locked_in": (contracts, (contracts_needed(),), locked_in),
        "nearest_to_lover": (acts, (acts_needed(),), nearest_to_lover),
        "at_risk_lovers": (acts and scored, (acts_needed(), answers_needed()), at_risk_lovers),
        "unhappy": (scored, (answers_needed(),), unhappy),
    }
    return {name: made(present) if there else Unavailable(_only(needs, acts, valued, scored))
            for name, (there, needs, made) in lists.items()}


def silent_loyalists(present: pd.DataFrame) -> pd.DataFrame:
    """Loyal or beyond, no act in the window; most valuable first."""
    rows = present[present["stage"].isin(LOYAL) & (present["acts"] == 0)]
    return _list(rows.sort_values(["value", "customer_id"], ascending=[False, True]), lambda row: {
        "event": say("Chose you again, and has not recommended you in the window."),
        "term": say("Stayed beyond the contract's term, and has not recommended you in the window."),
    }.get(row.loyal_by, say("Stays for long, and has not recommended you in the window.")))


def low_spend_lovers(present: pd.DataFrame) -> pd.DataFrame:
    """Lovers below the median value; most acts first."""
    median = present["value"].median()
    rows = present[(present["segment"] == "lover") & (present["value"] < median)]
    return _list(rows.sort_values(["acts", "value", "customer_id"], ascending=[False, True, True]), lambda row: say_n(
        "{n:int} act of advocacy; value {value:num} is below the median of {median:num}.",
        "{n:int} acts of advocacy; value {value:num} is below the median of {median:num}.",
        int(row.acts), value=float(row.value), median=float(median),
    ))


def high_spend_lurkers(present: pd.DataFrame) -> pd.DataFrame:
    """Lurkers in the top fifth of value; most valuable first."""
    rows = present[(present["segment"] == "lurker") & (value_bands(present["value"]) == "high")]
    return _list(rows.sort_values(["value", "customer_id"], ascending=[False, True]), lambda row: say(
        "Value {value:num} is in the top fifth, with neither regular use, a good answer nor an act.", value=float(row.value)
    ))


def locked_in(present: pd.DataFrame) -> pd.DataFrame:
    """Inside a contract term and lurker or unhappy: they stay without love."""
    rows = present[present["in_term"] & ((present["segment"] == "lurker") | present["unhappy"])]
    return _list(rows.sort_values(["unhappy", "value", "customer_id"], ascending=[False, False, True]), lambda row: say(
        "Inside a contract, and unhappy: {instrument} {score:num}.", instrument=str(row.instrument).upper(),
        score=float(row.score),
    ) if row.unhappy else say("Inside a contract, with neither regular use, a good answer nor an act."))


def nearest_to_lover(present: pd.DataFrame) -> pd.DataFrame:
    """Likers by acts missing, then latest score."""
    rows = present[present["segment"] == "liker"]
    ordered = rows.sort_values(["acts_missing", "rating", "customer_id"], ascending=[True, False, True])
    return _list(ordered, _nearest)


def at_risk_lovers(present: pd.DataFrame) -> pd.DataFrame:
    """Lovers whose latest answer is unhappy; lowest score first."""
    rows = present[present["at_risk"]].sort_values(["rating", "customer_id"])
    return _list(rows, lambda row: say_n(
        "{n:int} act of advocacy, but the latest answer is {instrument} {score:num}.",
        "{n:int} acts of advocacy, but the latest answer is {instrument} {score:num}.",
        int(row.acts), instrument=str(row.instrument).upper(), score=float(row.score),
    ))


def unhappy(present: pd.DataFrame) -> pd.DataFrame:
    """To win back: unhappy customers that are no lovers; most valuable first."""
    rows = present[present["unhappy"] & (present["segment"] != "lover")]
    return _list(rows.sort_values(["value", "rating", "customer_id"], ascending=[False, True, True]), lambda row: say(
        "The latest answer is {instrument} {score:num}.", instrument=str(row.instrument).upper(), score=float(row.score)
    ))


def _nearest(row: Any) -> Text:
    if pd.isna(row.score):
        return say_n("One more act makes a lover.", "{n:int} more acts make a lover.", int(row.acts_missing))
    return say_n(
        "One more act makes a lover; the latest answer is {instrument} {score:num}.",
        "{n:int} more acts make a lover; the latest answer is {instrument} {score:num}.",
        int(row.acts_missing), instrument=str(row.instrument).upper(), score=float(row.score),
    )


def _list(rows: pd.DataFrame, why: Callable[[Any], Text]) -> pd.DataFrame:
    listed = rows.assign(why=pd.Series([why(row) for row in rows.itertuples()], rows.index, dtype="object"))
    return listed[COLUMNS].reset_index(drop=True)


def _only(needs: tuple[Text, ...], acts: bool, valued: bool, scored: bool) -> tuple[Text, ...]:
    """Of the needs, those that are not met."""
    met = {acts_needed(): acts, value_needed(): valued, answers_needed(): scored}
    return tuple(need for need in needs if not met.get(need, False))
