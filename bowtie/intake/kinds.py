"""What kind of thing one cell looks like, whether a workbook typed it or it stands as text."""

from __future__ import annotations

import datetime as dt
import re
from typing import Any

NUMBER = re.compile(
    r"[(\[]?[-+−]?\s?(?:[$€£¥₩₽₹￥]|[A-Z]{3}\s|R\$\s?)?\s?[-+−]?\d[\d.,'’\u00a0\u202f ]*(?:[eE][-+]?\d+)?\s?"
    r"(?:[%$€£¥₩₽₹円元]|[A-Z]{3})?[)\]]?"
)
DATE = re.compile(
    r"\d{1,4}[-/.年]\s?\d{1,2}[-/.月]\s?\d{1,4}日?(?:[T ,]+\d{1,2}:\d{2}.*)?"
    r"|\d{1,2}[- /.]?[^\W\d_]{3,9}\.?[- /,.]?\s?\d{2,4}(?:[T ,]+\d{1,2}:\d{2}.*)?"
    r"|[^\W\d_]{3,9}\.?\s\d{1,2},?\s\d{4}(?:[T ,]+\d{1,2}:\d{2}.*)?"
    r"|\d{1,2}:\d{2}(?::\d{2})?(?:\s?[AaPp][Mm])?"
)
PLACEHOLDERS = {"--", "-", "—", "–", "n/a", "na", "#n/a", "null", "nan", "none", "(blank)", "."}


def kind_of(cell: Any) -> str:
    """"" for empty, "n" number, "d" date or time, "b" flag, "t" text."""
    if isinstance(cell, str):
        return kind_of_text(cell)
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return "b"
    return "n" if isinstance(cell, (int, float)) else "d"


def kind_of_text(text: str) -> str:
    """As `kind_of`, for a cell that is text; what stands for "nothing here" counts as empty."""
    text = text.strip()
    if not text or text.lower() in PLACEHOLDERS:
        return ""
    if len(text) > 40 or not any(map(str.isdigit, text)):
        return "t"
    if DATE.fullmatch(text):
        return "d"
    return "n" if NUMBER.fullmatch(text) else "t"


def cell_text(cell: Any) -> str:
    """As a person would have typed it: 12 not 12.0, dates as ISO without a midnight, durations as h:mm:ss."""
    if isinstance(cell, str):
        return cell
    if isinstance(cell, float):
        return str(int(cell)) if cell.is_integer() and abs(cell) < 2**53 else repr(cell)
    if isinstance(cell, dt.datetime):
        return str(cell.date()) if cell.time() == dt.time() else str(cell)
    return "" if cell is None else str(cell)


def label_text(cell: Any) -> str:
    """As `cell_text`, stripped: what a header or a title says."""
    return cell_text(cell).strip()
