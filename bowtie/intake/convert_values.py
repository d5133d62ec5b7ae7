"""Values by the mapping: flags, our own words for kinds and outcomes, lengths of time in months."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace

import pyarrow as pa
import pyarrow.compute as pc

from bowtie.intake.convert_common import Converted, clean, encoded, spread, unread
from bowtie.intake.convert_numbers import to_numbers

YES = (
    "true", "yes", "y", "1", "t", "x", "ja", "j", "oui", "o", "si", "sí", "s", "sim", "да", "是", "はい", "예", "네",
    "✓",
)
NO = (
    "false", "no", "n", "0", "f", "nein", "non", "não", "nao", "нет", "否", "いいえ", "아니오", "아니요",
)
DAYS_A_MONTH = 365.2425 / 12
ONE_IN = {"cents": 100.0, "thousands": 1e-3, "millions": 1e-6, "years": 12.0, "quarters": 3.0}
TO_MONTHS = {"years": 12.0, "quarters": 3.0, "weeks": 7 / DAYS_A_MONTH, "days": 1 / DAYS_A_MONTH}
TERMS = {   # words for the length of a contract, in months
    "month-to-month": 1.0, "month to month": 1.0, "monthly": 1.0, "monatlich": 1.0, "mensuel": 1.0, "mensual": 1.0,
    "mensal": 1.0, "quarterly": 3.0, "half-yearly": 6.0, "semi-annual": 6.0, "annual": 12.0, "annually": 12.0,
    "yearly": 12.0, "jährlich": 12.0, "annuel": 12.0, "anual": 12.0, "one year": 12.0, "two year": 24.0,
    "two years": 24.0, "three year": 36.0, "three years": 36.0, "biennial": 24.0,
}
TERM = r"^(?P<count>\d+(?:[.,]\d+)?)[\s\-]*(?P<unit>[^\W\d]+)\.?$"
TERM_UNITS = (
    (12.0, ("y", "yr", "yrs", "year", "years", "jahr", "jahre", "an", "ans", "año", "años", "ano", "anos", "год",
            "года", "лет", "年", "년")),
    (1.0, ("m", "mo", "mos", "month", "months", "monat", "monate", "mois", "mes", "meses", "мес", "месяц", "месяца",
           "месяцев", "月", "个月", "個月", "ヶ月", "か月", "カ月", "개월")),
    (TO_MONTHS["weeks"], ("w", "wk", "week", "weeks", "woche", "wochen", "semaine", "semaines")),
    (TO_MONTHS["days"], ("d", "day", "days", "tag", "tage", "jour", "jours", "天", "日", "일")),
)


def to_flags(column: pa.ChunkedArray, values: Mapping[str, bool | str | None]) -> Converted:
    """Nullable booleans: by the mapping, else by the plain words for yes and no."""
    codes, distinct = encoded(column)
    texts = clean(distinct, none_is_missing=True)
    known = _folded(values) or {**dict.fromkeys(YES, True), **dict.fromkeys(NO, False)}
    flags = pa.array([_flag(known, text) for text in texts.to_pylist()], pa.bool_())
    return Converted(spread(flags, codes), unread(texts, flags, codes), kept=_unknown(texts, known))


def to_words(column: pa.ChunkedArray, values: Mapping[str, bool | str | None]) -> Converted:
    """Our own words for theirs; a value that the mapping does not know is kept as it is, and listed."""
    codes, distinct = encoded(column)
    texts = clean(distinct, none_is_missing=False)
    known = _folded(values)
    words = pa.array([_word(known, text) for text in texts.to_pylist()], pa.string())
    return Converted(spread(words, codes), kept=_unknown(texts, known))


def to_months(column: pa.ChunkedArray, unit: str | None, decimal: str) -> Converted:
    """Lengths of time in months: numbers in `unit`, or words such as "2 years" and "month-to-month"."""
    numbers = to_numbers(column, decimal)
    factor = TO_MONTHS.get(unit or "", 1.0)
    if not len(numbers.bad):
        return Converted(pc.multiply(numbers.values, factor))
    codes, distinct = encoded(column)
    texts = clean(distinct, none_is_missing=True)
    plain = pc.multiply(to_numbers(texts, decimal).values, factor)
    said = pa.array([_term(text) for text in texts.to_pylist()], pa.float64())
    months = pc.coalesce(plain, said)
    return Converted(spread(months, codes), unread(texts, months, codes))


def to_money(column: pa.Array | pa.ChunkedArray, unit: str | None, decimal: str) -> Converted:
    """Amounts in whole units of the currency, by month where the field is monthly and the column yearly."""
    found = to_numbers(column, decimal)
    share = ONE_IN.get(unit or "")
    return replace(found, values=pc.divide(found.values, share)) if share else found


def _folded(values: Mapping[str, bool | str | None]) -> dict[str, bool | str | None]:
    """Without capitals, so that `Yes` of the sample also means the `YES` of row 40,000."""
    return {text.strip().casefold(): ours for text, ours in values.items()}


def _flag(known: Mapping[str, bool | str | None], text: str | None) -> bool | None:
    found = known.get(text.casefold()) if text else None
    return found if isinstance(found, bool) else None


def _word(known: Mapping[str, bool | str | None], text: str | None) -> str | None:
    if text is None:
        return None
    ours = known.get(text.casefold())
    if isinstance(ours, bool):
        return "true" if ours else "false"
    return text if ours is None else ours


def _unknown(texts: pa.Array, known: Mapping[str, bool | str | None]) -> tuple[str, ...]:
    if not known:
        return ()
    seen = {text for text in texts.to_pylist() if text is not None}
    return tuple(sorted(text for text in seen if known.get(text.casefold()) is None))


def _term(text: str | None) -> float | None:
    if text is None:
        return None
    folded = text.casefold()
    if folded in TERMS:
        return TERMS[folded]
    found = re.match(TERM, folded)
    if not found:
        return None
    word = found["unit"].strip()
    factor = next((months for months, words in TERM_UNITS if word in words), None)
    return float(found["count"].replace(",", ".")) * factor if factor else None
