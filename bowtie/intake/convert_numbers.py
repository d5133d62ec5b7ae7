"""Numbers out of text: 1.234,56 and 1 234,56 and 1'234.56, (1,234), 12%, $, trailing minus, full-width digits."""

from __future__ import annotations

from collections.abc import Iterable

import pyarrow as pa
import pyarrow.compute as pc

from bowtie.intake.convert_common import Converted, clean, encoded, spread, unread, whole

CURRENCIES = {
    "$": "USD", "US$": "USD", "€": "EUR", "£": "GBP", "₽": "RUB", "РУБ": "RUB", "Р": "RUB", "₩": "KRW", "원": "KRW",
    "₹": "INR", "元": "CNY", "RMB": "CNY", "円": "JPY", "R$": "BRL", "NT$": "TWD", "HK$": "HKD", "₴": "UAH", "₺": "TRY",
    "₫": "VND", "฿": "THB", "ZŁ": "PLN",
}
CODES = ("USD", "EUR", "GBP", "CHF", "JPY", "CNY", "RMB", "RUB", "KRW", "INR", "TWD", "HKD", "AUD", "CAD", "BRL", "MXN",
         "PLN", "SEK", "NOK", "DKK", "CZK", "TRY", "ZAR", "SGD", "NZD")
SIGNS = r"(?i)r\$|nt\$|hk\$|us\$|[$€£¥₽₩₹₴₺₫฿]|元|円|원|руб\.?|р\.|\bkr\b|zł|"
MONEY_WORDS = SIGNS + "|".join(rf"\b{code}\b" for code in CODES)



def _decides(mark: str, other: str) -> str:
    """Shapes that tell that `mark` is the decimal one. Three digits after a lone mark tell nothing."""
    return "|".join((
        rf"^\d*{mark}(\d{{1,2}}|\d{{4,}})$",          # 12,5
        rf"^0+{mark}\d+$",                             # 0,125
        rf"^\d{{4,}}{mark}\d{{3}}$",                   # 2024,994
        rf"^\d{{1,3}}({other}\d{{3}})+{mark}\d+$",     # 1.234,5
        rf"^\d{{1,3}}({other}\d{{3}}){{2,}}$",          # 1.234.567
    ))


COMMA_DECIMAL = _decides(",", r"\.")
POINT_DECIMAL = _decides(r"\.", ",") + r"|^\d{1,2}(,\d{2})+,\d{3}(\.\d+)?$"   # and 12,34,567 as in India
PLAIN = r"^[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?$"
LABELLED = r"^\(?\s*(?P<number>[+-]?\d+(?:[.,]\d+)?)\s*\)?[\s:.\-–=]*[^\d\s.,].*$"


def to_numbers(column: pa.Array | pa.ChunkedArray, decimal: str = ".", labelled: bool = False) -> Converted:
    """float64 of a column of text or numbers.

    `decimal` is how an undecided "1,234" or "1.234" is read (see `decimal_mark`). `labelled` accepts "(2) low" as 2.
    """
    if not pa.types.is_string(column.type) and not pa.types.is_large_string(column.type):
        return Converted(_finite(pc.cast(whole(column), pa.float64())))
    if decimal == ".":
        try:
            return Converted(_finite(pc.cast(whole(column), pa.float64())))
        except pa.ArrowInvalid:
            pass  # not plain: signs, separators or words stand in it, so it is read value by value below
    return _from_text(column, decimal, labelled)


def decimal_mark(columns: Iterable[pa.Array | pa.ChunkedArray], likely: str = ".") -> str:
    """"," or ".": which mark these columns use for decimals, by the values that decide; `likely` when none does."""
    commas = points = 0
    for column in columns:
        _, distinct = encoded(column)
        body = _body(clean(distinct, none_is_missing=True))[0]
        commas += pc.sum(pc.match_substring_regex(body, COMMA_DECIMAL)).as_py() or 0
        points += pc.sum(pc.match_substring_regex(body, POINT_DECIMAL)).as_py() or 0
    if commas == points:
        return likely
    return "," if commas > points else "."


def is_plain(column: pa.Array | pa.ChunkedArray) -> bool:
    """Whether every cell is a number as programs write it, so that nothing is left to decide."""
    if not pa.types.is_string(column.type):
        return True
    try:
        pc.cast(column, pa.float64())
    except pa.ArrowInvalid:
        return False
    return True


def _from_text(column: pa.Array | pa.ChunkedArray, decimal: str, labelled: bool) -> Converted:
    codes, distinct = encoded(column)
    texts = clean(distinct, none_is_missing=True)
    body, negative, percent = _body(texts)
    numbers = _cast(_points(body, decimal))
    factor = pc.multiply(pc.if_else(negative, -1.0, 1.0), pc.if_else(percent, 0.01, 1.0))
    numbers = pc.multiply(numbers, factor)
    if labelled:
        numbers = pc.coalesce(numbers, _leading_number(texts))
    return Converted(spread(numbers, codes), unread(texts, numbers, codes), currency=_currency(texts, codes))


def _body(texts: pa.Array) -> tuple[pa.Array, pa.Array, pa.Array]:
    """Digits and separators alone; whether negative; whether a percentage."""
    flat = pc.utf8_normalize(texts, form="NFKC")
    flat = pc.replace_substring_regex(flat, "[\u2212\u2012\u2013]", "-")
    flat = pc.replace_substring_regex(flat, MONEY_WORDS, "")
    flat = pc.replace_substring_regex(flat, r"[\s\x{00A0}'’´`_]+", "")
    negative = pc.match_substring_regex(flat, r"^\(.*\)%?$|^-|-$|^\(-")
    percent = pc.match_substring_regex(flat, r"^[^%]*\d[^%]*%[)]?$")
    body = pc.replace_substring_regex(flat, r"^[-+(]+|[-%)]+$", "")
    return body, pc.fill_null(negative, False), pc.fill_null(percent, False)


def _points(body: pa.Array, decimal: str) -> pa.Array:
    """With a point for decimals and nothing else. A value that decides for itself is read its own way."""
    by_comma = pc.replace_substring(pc.replace_substring(body, ".", ""), ",", ".")
    by_point = pc.replace_substring(body, ",", "")
    comma = pc.match_substring_regex(body, COMMA_DECIMAL)
    point = pc.match_substring_regex(body, POINT_DECIMAL)
    use_comma = pc.and_(comma, pc.invert(point)) if decimal == "." else pc.invert(pc.and_(point, pc.invert(comma)))
    return pc.if_else(use_comma, by_comma, by_point)


def _cast(texts: pa.Array) -> pa.Array:
    plain = pc.fill_null(pc.match_substring_regex(texts, PLAIN), False)
    return _finite(pc.cast(pc.if_else(plain, texts, pa.scalar(None, pa.string())), pa.float64()))


def _finite(numbers: pa.Array) -> pa.Array:
    """NaN and infinity are not numbers that anybody counted."""
    if pc.all(pc.fill_null(pc.is_finite(numbers), True)).as_py() is not False:
        return numbers
    return pc.if_else(pc.is_finite(numbers), numbers, pa.scalar(None, pa.float64()))


def _leading_number(texts: pa.Array) -> pa.Array:
    found = pc.extract_regex(texts, LABELLED)
    return _cast(pc.replace_substring(pc.struct_field(found, "number"), ",", "."))


def _currency(texts: pa.Array, codes: pa.Array) -> pa.Array | None:
    """The currency that each value names, null where it names none; None when no value does."""
    told = pc.struct_field(pc.extract_regex(texts, f"(?P<told>{MONEY_WORDS})"), "told")
    if told.null_count == len(told):
        return None
    kinds, words = encoded(told)
    return spread(pa.array([_currency_of(word) for word in words.to_pylist()], pa.string()), kinds).take(codes)


def _currency_of(word: str) -> str | None:
    tidy = word.upper().strip(".")
    return CURRENCIES.get(tidy, tidy if tidy in CODES else None)
