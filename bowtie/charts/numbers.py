"""Numbers inside pictures, in the reader's language."""

from __future__ import annotations

import math
from typing import Any

from bowtie.words import language, write_number, write_percent

MISSING = "–"
COMPACT_FROM = 1_000_000


def known(value: Any) -> float | None:
    """The number, or None for whatever is missing: None, NaN, NA, infinity."""
    try:
        number = float(value)
    except (TypeError, ValueError):
        return None
    return number if math.isfinite(number) else None


def whole(value: Any) -> str:
    """A count in full: 12,345; a dash where it is not known."""
    number = known(value)
    return MISSING if number is None else write_number(round(number))


def short(value: Any) -> str:
    """A count that fits: in full below a million, then 12.3M as the reader's language says it."""
    number = known(value)
    if number is None or abs(number) < COMPACT_FROM:
        return whole(value)
    from babel.numbers import format_compact_decimal

    return format_compact_decimal(number, locale=language(), fraction_digits=1)


def percent(value: Any, decimals: int | None = None) -> str:
    """A rate of 0..1 as a percentage; a dash where it is not known; never 0% for what is not nothing."""
    number = known(value)
    if number is None:
        return MISSING
    if decimals == 0:
        from babel.numbers import format_percent

        return format_percent(number, format="#,##0%", locale=language())
    return "<" + write_percent(0.001) if 0 < number < 0.0005 else write_percent(number)


def number_locale() -> dict[str, Any]:
    """The reader's separators as d3 wants them."""
    from babel import Locale

    symbols = Locale.parse(language()).number_symbols
    marks = symbols.get("latn", symbols)
    return {"decimal": marks["decimal"], "thousands": marks["group"], "grouping": [3], "currency": ["", ""]}
