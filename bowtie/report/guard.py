"""Text going out of the app: every text cell is text, never a formula or a link."""

from __future__ import annotations

import re
from typing import Any

# What starts a formula in one spreadsheet or another, full-width forms and the controls before them included.
RISKY = re.compile(r"^[\s\x00]*[=+\-@|%\t\r＝＋－＠｜％]")
PLAIN_NUMBER = re.compile(r"^[+-]?(\d{1,3}(,\d{3})+|\d+)?(\.\d+)?([eE][+-]?\d+)?%?$")
CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
MOST_CHARACTERS = 32_767     # what a cell of a workbook holds
CUT = "…"


def guard_csv(text: str) -> str:
    """The text with an apostrophe before it where a spreadsheet would run it; plain negative numbers stay as they are."""
    if RISKY.match(text) and not (PLAIN_NUMBER.match(text) and any(sign.isdigit() for sign in text)):
        return "'" + text
    return text


def as_text_cell(value: Any) -> str:
    """Text that a workbook can hold: control characters out, cut at the length of a cell.

    The writer must also give the cell the type of text (`cell.data_type = "s"`), or "=1+1" becomes a formula.
    """
    text = CONTROL.sub("", str(value))
    return text if len(text) <= MOST_CHARACTERS else text[: MOST_CHARACTERS - 1] + CUT
