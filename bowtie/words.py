"""Sentences that people read: kept as message and parameters, translated when they are shown.

A result may be computed once and read in two languages, so nothing in the model is a finished sentence.
Format fields know the reader's language: `{n:int}`, `{share:pct}`, `{when:date}`, `{sum:money}`, `{x:num}`.
"""

from __future__ import annotations

import gettext
import string
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import Any

LOCALES = Path(__file__).parent / "locale"
LANGUAGES = {"en": "English", "zh_Hant": "繁體中文", "zh_Hans": "简体中文", "ru": "Русский"}
_language: ContextVar[str] = ContextVar("bowtie_language", default="en")


@dataclass(frozen=True)
class Text:
    """A sentence in waiting: `str()` gives it in the language in use."""

    message: str
    plural: str = ""
    n: int | None = None
    params: Mapping[str, Any] = field(default_factory=dict)

    def __str__(self) -> str:
        catalogue = _catalogue(_language.get())
        if self.plural and self.n is not None:
            found = catalogue.ngettext(self.message, self.plural, self.n)
        else:
            found = catalogue.gettext(self.message)
        return _Words().vformat(found, (), self.params) if self.params else found

    def __hash__(self) -> int:
        return hash((self.message, self.plural, self.n))


def say(message: str, **params: Any) -> Text:
    """A sentence with named parameters. Babel finds messages by this name."""
    return Text(message, params=params)


def say_n(singular: str, plural: str, n: int, **params: Any) -> Text:
    """A sentence whose form depends on the count `n` (which is also the parameter `n`)."""
    return Text(singular, plural, n, {"n": n, **params})


@contextmanager
def speaking(language: str) -> Iterator[None]:
    """Everything shown inside is in this language."""
    token = _language.set(language if language in LANGUAGES else "en")
    try:
        yield
    finally:
        _language.reset(token)


def use_language(language: str) -> None:
    """For a whole thread or session, as a screen needs it."""
    _language.set(language if language in LANGUAGES else "en")


def language() -> str:
    """The language in use."""
    return _language.get()


@lru_cache(maxsize=8)
def _catalogue(language: str) -> gettext.NullTranslations:
    return gettext.translation("bowtie", LOCALES, languages=[language], fallback=True)


class _Words(string.Formatter):
    """`str.format` with numbers and dates as the reader writes them."""

    def format_field(self, value: Any, format_spec: str) -> str:
        """Our own specs first, then what `str.format` knows."""
        writer = _WRITERS.get(format_spec)
        if writer is None:
            return str(super().format_field(value, format_spec))
        return "–" if value is None else writer(value)


def write_number(value: float) -> str:
    """1,234.5 in the reader's way; at most two decimals."""
    from babel.numbers import format_decimal

    return format_decimal(round(float(value), 2), locale=_language.get())


def write_percent(value: float) -> str:
    """A rate of 0..1 as a percentage: whole from 10% up, one decimal below."""
    from babel.numbers import format_percent

    pattern = "#,##0%" if abs(value) >= 0.0995 or value == 0 else "#,##0.0%"
    return format_percent(float(value), format=pattern, locale=_language.get())


def write_date(value: Any) -> str:
    """2 Oct 2026 in the reader's way."""
    from babel.dates import format_date

    return format_date(value, format="medium", locale=_language.get())


def write_money(value: float, currency: str = "") -> str:
    """Money without decimals from 100 up; the currency's own sign when it is known."""
    from babel.numbers import format_currency, format_decimal

    rounded = round(float(value)) if abs(value) >= 100 else round(float(value), 2)
    if currency:
        return format_currency(rounded, currency, locale=_language.get(), currency_digits=abs(value) < 100)
    return format_decimal(rounded, locale=_language.get())


_WRITERS = {
    "int": lambda value: write_number(int(value)),
    "num": write_number,
    "pct": write_percent,
    "date": write_date,
    "money": write_money,
}
