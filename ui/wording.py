"""Words on the screen: nothing from a file becomes markup, and our names have labels."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from bowtie.words import Text, say, write_date, write_money, write_number, write_percent

_MARKUP = re.compile(r"([!-/:-@\[-`{-~])")
# Streamlit and GitHub look for icons, emoji, arrows, addresses and mail after the escapes are gone: a joiner without
# width between the two halves keeps them apart, unseen.
_JOINER = "\u2060"
_RECOGNISED_LATE = re.compile(r"[:@](?=\S)|www(?=\.)|[<>~-](?=[-=>])", re.IGNORECASE)
_SPACE = re.compile(r"\s+")
_LEAST, _LEAST_RATE = 0.01, 0.001


def plain(words: object) -> str:
    """Any text as Markdown that shows exactly that text: no emphasis, link, icon, colour, formula or HTML."""
    one_line = _SPACE.sub(" ", str(words)).strip()
    parted = _RECOGNISED_LATE.sub(lambda found: found.group(0) + _JOINER, one_line)
    return _MARKUP.sub(r"\\\1", parted)


def rich(text: Text) -> str:
    """A sentence of ours whose own Markdown counts, and whose parameters are shown as they are."""
    return str(replace(text, params={name: _harmless(value) for name, value in text.params.items()}))


def _harmless(value: Any) -> Any:
    return plain(value) if isinstance(value, (str, Text)) else value


def strong(text: Text) -> str:
    """A sentence in bold."""
    return f"**{plain(text)}**"


def number(value: float | None) -> str:
    """A number in the reader's way, or a dash where there is none; what is not nothing never reads as 0."""
    if not _missing(value) and 0 < float(value or 0) < _LEAST:
        return str(say("below {n:num}", n=_LEAST))
    return "–" if _missing(value) else write_number(float(value or 0))


def percent(value: float | None) -> str:
    """A rate of 0..1 as a percentage, or a dash where there is none; what is not nothing never reads as 0%."""
    if not _missing(value) and 0 < float(value or 0) < _LEAST_RATE:
        return str(say("below {n:pct}", n=_LEAST_RATE))
    return "–" if _missing(value) else write_percent(float(value or 0))


def money(value: float | None, currency: str = "") -> str:
    """Money in the reader's way, or a dash where there is none."""
    return "–" if _missing(value) else write_money(float(value or 0), currency)


def days(value: float | None) -> str:
    """A length of time, or a dash where there is none."""
    return "–" if _missing(value) else str(say("{n:num} days", n=round(float(value or 0), 1)))


def date(value: Any) -> str:
    """A date in the reader's way, or a dash where there is none."""
    return "–" if _missing(value) else write_date(value)


def _missing(value: Any) -> bool:
    return value is None or value != value  # noqa: PLR0124 - NaN and NaT differ from themselves


def label(words: Mapping[str, Text], key: str) -> str:
    """The label of one of our names; a name of the user's own stays as it is."""
    return str(words[key]) if key in words else key


ROLES: dict[str, Text] = {
    "customers": say("Customers"),
    "subscriptions": say("Subscriptions"),
    "activity": say("Activity and orders"),
    "leads": say("Leads"),
    "surveys": say("Surveys"),
    "revenue": say("Revenue by period"),
    "spend": say("Marketing spend"),
    "unknown": say("Leave this sheet out"),
}
ROLE_HELP: dict[str, Text] = {
    "customers": say("One row is a customer or an account."),
    "subscriptions": say("One row is a contract or a subscription."),
    "activity": say("One row is one thing that happened: a login, an order line, a complaint, a review."),
    "leads": say("One row is a lead or an opportunity."),
    "surveys": say("One row is an answer to a survey."),
    "revenue": say("One row is what a customer brought in a period that the row names."),
    "spend": say("One row is marketing money or people."),
    "unknown": say("Nothing of this sheet is used."),
}
STAGES: dict[str, Text] = {
    "awareness": say("Awareness"),
    "interest": say("Interest"),
    "desire": say("Desire"),
    "action": say("Action"),
    "customer": say("Purchase"),
    "adoption": say("Adoption"),
    "loyalty": say("Loyalty"),
    "advocacy": say("Advocacy"),
    "ambassador": say("Ambassador"),
    "unknown": say("Unknown"),
    "lost": say("Left"),
}
SEGMENTS: dict[str, Text] = {
    "lover": say("Lovers"),
    "liker": say("Likers"),
    "lurker": say("Lurkers"),
    "unknown": say("Not enough evidence"),
}
SEGMENT_OF_ONE: dict[str, Text] = {
    "lover": say("lover"),
    "liker": say("liker"),
    "lurker": say("lurker"),
    "unknown": say("not enough evidence"),
}
SEGMENT_HELP: dict[str, Text] = {
    "lover": say("Two or more acts of advocacy in the window, or one act from a promoter."),
    "liker": say("Not a lover; regular in use, or content, or a single act."),
    "lurker": say("We can see this customer, and none of the above holds."),
    "unknown": say("Nothing in your files tells. Never asked is no evidence; asked and silent is."),
}
LISTS: dict[str, Text] = {
    "nearest_to_lover": say("Nearest to lover"),
    "silent_loyalists": say("Silent loyalists"),
    "low_spend_lovers": say("Low-spend lovers"),
    "high_spend_lurkers": say("High-spend lurkers"),
    "locked_in": say("Locked in"),
    "at_risk_lovers": say("Lovers at risk"),
    "unhappy": say("Unhappy"),
}
LIST_HELP: dict[str, Text] = {
    "nearest_to_lover": say("Likers, fewest acts missing first, then the latest score. One request may be enough."),
    "silent_loyalists": say("Loyal or beyond, and no act of advocacy in the window. They stay; nobody hears them."),
    "low_spend_lovers": say("Lovers who spend less than the median. The best voices are not the biggest accounts."),
    "high_spend_lurkers": say("The top fifth of value without engagement. Much to lose, and quiet."),
    "locked_in": say("Inside a contract term, and a lurker or unhappy. Staying is not love."),
    "at_risk_lovers": say("Lovers whose latest answer was unhappy. Call them first."),
    "unhappy": say("The latest answer in the window was unhappy. Win them back."),
}
SEVERITIES: dict[str, Text] = {
    "error": say("Needs you"),
    "warning": say("Mind this"),
    "note": say("Good to know"),
}
CHANNEL_CLASSES: dict[str, Text] = {
    "paid": say("Paid"),
    "unpaid": say("Unpaid"),
    "referral": say("Referral"),
    "unknown": say("Unknown channel"),
}
PERIODS: dict[str, Text] = {"week": say("week"), "month": say("month"), "quarter": say("quarter")}


def sure(confidence: float) -> str:
    """How sure recognition is, in words."""
    if confidence >= 0.9:
        return str(say("sure"))
    return str(say("likely")) if confidence >= 0.7 else str(say("a guess"))
