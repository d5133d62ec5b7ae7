"""The lists by name: who is on each, and why each customer is on it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import pandas as pd

from bowtie.analysis import People, Unavailable
from bowtie.people.cube import LOYAL, value_bands
from bowtie.people.reasons import each_distinct
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
    ordered = rows.sort_values(["value", "customer_id"], ascending=[False, True])
    said = {
        "event": say("Chose you again, and has not recommended you in the window."),
        "term": say("Stayed beyond the contract's term, and has not recommended you in the window."),
        "tenure": say("Stays for long, and has not recommended you in the window."),
    }
    return _list(ordered, ["loyal_by"], lambda by: said[by])


def low_spend_lovers(present: pd.DataFrame) -> pd.DataFrame:
    """Lovers below the median value; most acts first."""
    median = float(present["value"].median())
    rows = present[(present["segment"] == "lover") & (present["value"] < median)]
    ordered = rows.sort_values(["acts", "value", "customer_id"], ascending=[False, True, True])
    return _list(ordered, ["acts", "value"], lambda acts, value: say_n(
        "{n:int} act of advocacy; value {value:num} is below the median of {median:num}.",
        "{n:int} acts of advocacy; value {value:num} is below the median of {median:num}.",
        acts, value=value, median=median,
    ))


def high_spend_lurkers(present: pd.DataFrame) -> pd.DataFrame:
    """Lurkers in the top fifth of value; most valuable first."""
    rows = present[(present["segment"] == "lurker") & (value_bands(present["value"]) == "high")]
    ordered = rows.sort_values(["value", "customer_id"], ascending=[False, True])
    return _list(ordered, ["value", "unhappy"], lambda value, unhappy: say(
        "Value {value:num} is in the top fifth, and the latest answer is unhappy.", value=value
    ) if unhappy else say(
        "Value {value:num} is in the top fifth, with neither regular use, a good answer nor an act.", value=value
    ))


def locked_in(present: pd.DataFrame) -> pd.DataFrame:
    """Inside a contract term and lurker or unhappy: they stay without love."""
    rows = present[present["in_term"] & ((present["segment"] == "lurker") | present["unhappy"])]
    ordered = rows.sort_values(["unhappy", "value", "customer_id"], ascending=[False, False, True])
    return _list(ordered, ["unhappy", "instrument", "score"], lambda unhappy, instrument, score: say(
        "Inside a contract, and unhappy: {instrument} {score:num}.", instrument=instrument.upper(), score=score
    ) if unhappy else say("Inside a contract, with neither regular use, a good answer nor an act."))


def nearest_to_lover(present: pd.DataFrame) -> pd.DataFrame:
    """Likers by acts missing, then latest score (as a share of its scale)."""
    rows = present[present["segment"] == "liker"]
    ordered = rows.sort_values(["acts_missing", "rating", "customer_id"], ascending=[True, False, True])
    return _list(ordered, ["acts_missing", "instrument", "score"], _nearest)


def at_risk_lovers(present: pd.DataFrame) -> pd.DataFrame:
    """Lovers whose latest answer is unhappy; lowest score first."""
    rows = present[present["at_risk"]].sort_values(["rating", "customer_id"])
    return _list(rows, ["acts", "instrument", "score"], lambda acts, instrument, score: say_n(
        "{n:int} act of advocacy, but the latest answer is {instrument} {score:num}.",
        "{n:int} acts of advocacy, but the latest answer is {instrument} {score:num}.",
        acts, instrument=instrument.upper(), score=score,
    ))


def unhappy(present: pd.DataFrame) -> pd.DataFrame:
    """To win back: unhappy customers that are no lovers; most valuable first."""
    rows = present[present["unhappy"] & (present["segment"] != "lover")]
    ordered = rows.sort_values(["value", "rating", "customer_id"], ascending=[False, True, True])
    return _list(ordered, ["instrument", "score"], lambda instrument, score: say(
        "The latest answer is {instrument} {score:num}.", instrument=instrument.upper(), score=score
    ))


def _nearest(acts_missing: int, instrument: Any, score: float) -> Text:
    if not isinstance(instrument, str):
        return say_n("One more act makes a lover.", "{n:int} more acts make a lover.", acts_missing)
    return say_n(
        "One more act makes a lover; the latest answer is {instrument} {score:num}.",
        "{n:int} more acts make a lover; the latest answer is {instrument} {score:num}.",
        acts_missing, instrument=instrument.upper(), score=score,
    )


def _list(rows: pd.DataFrame, told_by: list[str], why: Callable[..., Text]) -> pd.DataFrame:
    """The rows as a list; `why` is asked with the columns `told_by`, once for each distinct case."""
    said = each_distinct([rows[name] for name in told_by], why)
    return rows.assign(why=pd.Series(said, rows.index, dtype="object"))[COLUMNS].reset_index(drop=True)


def _only(needs: tuple[Text, ...], acts: bool, valued: bool, scored: bool) -> tuple[Text, ...]:
    """Of the needs, those that are not met."""
    met = {acts_needed(): acts, value_needed(): valued, answers_needed(): scored}
    return tuple(need for need in needs if not met.get(need, False))
