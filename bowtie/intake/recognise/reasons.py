"""Why a column was taken for a field, in words."""

from __future__ import annotations

from bowtie.intake.recognise.columns import Column
from bowtie.tables import FieldType
from bowtie.words import Text, say

LOOKS: dict[FieldType, Text] = {
    "id": say("keys"),
    "text": say("words"),
    "category": say("a few kinds"),
    "date": say("dates"),
    "number": say("numbers"),
    "money": say("amounts"),
    "flag": say("yes and no"),
    "months": say("lengths of time"),
}


def by_header(column: Column, kind: FieldType, confidence: float) -> Text:
    """The header says so, and the values agree; or it only may be so."""
    if confidence >= 0.9:
        return say(
            "The header “{header}” says so, and the values are {look}.", header=column.header.text, look=LOOKS[kind]
        )
    if confidence >= 0.7:
        return say(
            "The header “{header}” suggests it, and the values are {look}.", header=column.header.text, look=LOOKS[kind]
        )
    return say("The header “{header}” may mean it; please check.", header=column.header.text)
