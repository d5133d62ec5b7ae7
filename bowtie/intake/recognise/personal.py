"""Columns that hold personal data or secrets, by name and by shape: left out, with the reason."""

from __future__ import annotations

from bowtie.intake.mapping import Dropped
from bowtie.intake.recognise.columns import Column
from bowtie.words import Text, say

COUNTING = {
    "count",
    "flag",
    "method",
    "rate",
    "status",
    "reason",
    "type",
    "contactable",
    "date",
    "usage",
    "campaign",
    "support",
}
WORTH = {
    "secret": say("password or token"),
    "national": say("number of a person, card or tax"),
    "birth": say("birth date"),
    "email": say("e-mail address"),
    "phone": say("phone number"),
    "address": say("street address"),
    "ip": say("technical address of a person"),
}
BY_SHAPE = {
    "email": say("e-mail address"),
    "card": say("card number"),
    "national": say("national number"),
    "phone": say("phone number"),
}


def dropped(columns: tuple[Column, ...], used: set[int]) -> tuple[Dropped, ...]:
    """What is left out of the columns that no field uses."""
    found = []
    for column in columns:
        reason = reason_for(column)
        if reason is not None and column.index not in used:
            found.append(Dropped(column.header.text, column.index, reason))
    return tuple(found)


def reason_for(column: Column) -> Text | None:
    """Why the column is personal, or None."""
    atoms, look = column.header.atoms, column.profile
    for atom, reason in WORTH.items():
        if atom in atoms and not (atoms - {"date"} if atom == "birth" else atoms) & COUNTING and _can_be(atom, column):
            return reason
    if not look.sampled:
        return None
    for shape, reason in BY_SHAPE.items():
        if (
            look.share(shape) > (0.6 if shape != "phone" else 0.8)
            and not look.dates > 0.5
            and not atoms & {"order", "product", "amount", "id"}
        ):
            return reason
    return (
        say("password or token")
        if look.share("hash") > 0.9 and look.seen < 0.2 * look.sampled and not atoms & {"id"}
        else None
    )


def _can_be(atom: str, column: Column) -> bool:
    """A yes/no "Phone Service" is no number, an "Address count" no address."""
    look = column.profile
    if not look.sampled:
        return True
    if atom in ("phone", "email", "national", "ip"):
        return look.share("letters") < 0.9 or look.share("email") > 0.3 or (look.seen > 12 and look.words < 4)
    if atom == "address":
        return look.seen > 20 or look.seen > 0.5 * look.sampled
    return True
