"""Dates out of text, serial numbers and epochs, in the order that the mapping names.

A date is kept as the export writes it: a time zone is dropped, not applied, because the day and month that the company
sees in its own export are what it counts by, and because so the result never depends on the other rows.
"""

from __future__ import annotations

from typing import TypeVar

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

from bowtie.intake.convert_common import Converted, clean, encoded, spread, unread, whole
from bowtie.intake.months import month_number
from bowtie.intake.quick_dates import quickly, without_zones

STAMP = pa.timestamp("us")
Scalar = TypeVar("Scalar", bound=np.generic)
FIRST_YEAR, LAST_YEAR = 1900, 2199      # later ones ("9999-12-31") mean: no end
TWO_DIGIT_PIVOT = 69                    # 69-99 are 19xx, 00-68 are 20xx, as POSIX has it
DAY = 86_400_000_000

ISO = r"^\d{4}-\d{2}-\d{2}([ T]\d{2}:\d{2}(:\d{2}(\.\d{1,6})?)?)?$"
NO_END = r"\b(2[2-9]\d\d|[3-9]\d{3})\b|^(2[2-9]|[3-9]\d)\d{6}$"     # 9999-12-31 and the like
NUMBER = r"^\d+(\.\d+)?$"
TIME = (
    r"(?:[\sT,년日号號]*(?P<half>上午|下午|午前|午後|오전|오후)?\s*(?P<hour>\d{1,2}):(?P<minute>\d{2})(?::(?P<second>\d{2})(?:[.,]\d+)?)?"
    r"\s*(?P<ampm>[AaPp]\.?[Mm]\.?)?\s*(?P<zone>Z|UTC|GMT|[A-Z]{3,4}|[+\-]\d{2}:?\d{2}|[+\-]\d{2})?)?"
)
SEPARATOR = r"[\s./\-,年月년월]+(?:de\s+|of\s+)?"
DATE = (
    r"^(?:\p{L}{2,9}\.?,?\s+)?(?P<a>\d{1,4}|\p{L}+)\.?(?:st|nd|rd|th|º)?" + SEPARATOR + r"(?P<b>\d{1,2}|\p{L}+\.?)"
    r"(?:st|nd|rd|th)?" + SEPARATOR + r"(?P<c>\d{1,4})\s*[日号號일]?\s*г?\.?" + TIME + r"\s*$"
)
MONTH = r"^(?P<a>\d{1,4}|\p{L}+)\.?" + SEPARATOR + r"(?P<b>\d{1,4}|\p{L}+)\.?\s*[月월]?$"
QUARTER = r"(?i)^(?:(?P<y1>\d{4})\D{0,3}[QKТ](?P<q1>[1-4])|[QKТ](?P<q2>[1-4])\D{0,3}(?P<y2>\d{4}))$"


def to_dates(column: pa.Array | pa.ChunkedArray, order: str | None) -> Converted:
    """timestamp[us] without zone. `order`: dmy, mdy, ymd, ym, "ask" (only plain dates, nothing is guessed) or None."""
    column = whole(column)
    if pa.types.is_timestamp(column.type) or pa.types.is_date(column.type):
        return Converted(_sane(pc.cast(column, STAMP, safe=False)))
    if not pa.types.is_string(column.type):
        numbers = pc.cast(column, pa.float64(), safe=False)
        return _result(numbers, _from_numbers(_whole_text(numbers), order), None)
    if order in (None, "ymd") and _all_iso(column):
        try:
            return Converted(_sane(pc.cast(column, STAMP)))
        except pa.ArrowInvalid:
            pass  # some value is no date after all: read value by value below
    codes, distinct = encoded(column)
    return _from_text(clean(distinct, none_is_missing=True), codes, order)


def _all_iso(column: pa.Array) -> bool:
    """Judged on the first and last values: the cast itself decides in the end."""
    sample = pa.concat_arrays([column.slice(0, 50), column.slice(max(0, len(column) - 50))]).drop_null()
    return len(sample) > 0 and bool(pc.all(pc.match_substring_regex(sample, ISO)).as_py())


def _from_text(texts: pa.Array, codes: pa.Array, order: str | None) -> Converted:
    bare, zones = without_zones(texts)
    stamps = quickly(bare, order)
    rest = pc.and_(pc.is_null(stamps), pc.is_valid(bare))
    stamps = pc.replace_with_mask(stamps, rest, _slowly(bare.filter(rest), order))
    endless = pc.fill_null(pc.match_substring_regex(texts, NO_END), False)
    stamps = _sane(stamps)
    bad = unread(pc.if_else(endless, pa.scalar(None, pa.string()), texts), stamps, codes)
    return Converted(spread(stamps, codes), bad, zones=zones)


def _slowly(texts: pa.Array, order: str | None) -> pa.Array:
    """Each on its own, in whatever form."""
    parts = _parts(texts, DATE)
    stamps = _stamps(parts, order or _only(_orders(parts)))
    return pc.coalesce(stamps, _from_numbers(texts, order), _from_months(texts), _from_quarters(texts))


def _result(before: pa.Array, stamps: pa.Array, codes: pa.Array | None) -> Converted:
    stamps = _sane(stamps)
    return Converted(stamps, unread(before, stamps, codes))


def _orders(parts: pa.Array) -> set[str]:
    first, second = _integers(parts, "a"), _integers(parts, "b")
    short = (first <= 31) & (first > 0) & (second > 0)
    allowed = {"dmy"} if not (second[short] > 12).any() else set()
    return allowed | ({"mdy"} if not (first[short] > 12).any() else set())


def _only(orders: set[str]) -> str:
    return next(iter(orders)) if len(orders) == 1 else "ask"


def _parts(texts: pa.Array, pattern: str) -> pa.Array:
    return pc.extract_regex(texts, pattern)


def _integers(parts: pa.Array, name: str) -> npt.NDArray[np.int64]:
    """-1 where nothing stands; months by name become their number."""
    words = pc.struct_field(parts, name)
    digits = pc.fill_null(pc.match_substring_regex(words, r"^\d+$"), False)
    numbers = pc.cast(pc.if_else(digits, words, pa.scalar(None, pa.string())), pa.int64())
    return _numpy(pc.fill_null(pc.coalesce(numbers, _named_months(words, digits)), -1), np.int64)


def _numpy(values: pa.Array, kind: type[Scalar]) -> npt.NDArray[Scalar]:
    return np.asarray(values.to_numpy(zero_copy_only=False), dtype=kind)


def _named_months(words: pa.Array, digits: pa.Array) -> pa.Array:
    named = pc.if_else(digits, pa.scalar(None, pa.string()), words)
    if named.null_count == len(named):
        return pa.nulls(len(named), pa.int64())
    codes, distinct = encoded(named)
    return spread(pa.array([month_number(word) for word in distinct.to_pylist()], pa.int64()), codes)


def _stamps(parts: pa.Array, order: str) -> pa.Array:
    a, b, c = (_integers(parts, name) for name in "abc")
    by_name = _is_word(parts, "a"), _is_word(parts, "b")
    year_first = (a > 31) | (_length(parts, "a") == 4)
    year = np.where(year_first, a, c)
    month_first = by_name[0] | ((order == "mdy") & ~by_name[1])
    month = np.where(year_first, b, np.where(month_first, a, b))
    day = np.where(year_first, c, np.where(month_first, b, a))
    if order == "ymd":   # 24-03-05: the year in two digits, first all the same
        two = ~year_first & (_length(parts, "c") <= 2) & ~by_name[0] & ~by_name[1]
        year, month, day = np.where(two, a, year), np.where(two, b, month), np.where(two, c, day)
    settled = year_first | by_name[0] | by_name[1] if order == "ask" else np.ones(len(a), dtype=bool)
    return _assemble(_four_digits(year), np.where(settled, month, -1), day, _clock(parts))


def _is_word(parts: pa.Array, name: str) -> npt.NDArray[np.bool_]:
    return _matches(parts, name, r"^\D")


def _length(parts: pa.Array, name: str) -> npt.NDArray[np.int64]:
    return _numpy(pc.fill_null(pc.utf8_length(pc.struct_field(parts, name)), 0), np.int64)


def _four_digits(year: npt.NDArray[np.int64]) -> npt.NDArray[np.int64]:
    short = (year >= 0) & (year < 100)
    return np.where(short, np.where(year >= TWO_DIGIT_PIVOT, 1900 + year, 2000 + year), year)


def _clock(parts: pa.Array) -> npt.NDArray[np.int64]:
    """Microseconds since midnight; -1 where the time makes no sense."""
    hour, minute, second = (np.maximum(_integers(parts, name), 0) for name in ("hour", "minute", "second"))
    late = _matches(parts, "ampm", "^[Pp]") | _matches(parts, "half", "下午|午後|오후")
    early = _matches(parts, "ampm", "^[Aa]") | _matches(parts, "half", "上午|午前|오전")
    hour = np.where(late & (hour < 12), hour + 12, np.where(early & (hour == 12), 0, hour))
    sane = (hour < 24) & (minute < 60) & (second < 61)
    return np.where(sane, ((hour * 60 + minute) * 60 + second) * 1_000_000, -1)


def _matches(parts: pa.Array, name: str, pattern: str) -> npt.NDArray[np.bool_]:
    found = pc.match_substring_regex(pc.struct_field(parts, name), pattern)
    return _numpy(pc.fill_null(found, False), np.bool_)


def _assemble(
    year: npt.NDArray[np.int64], month: npt.NDArray[np.int64], day: npt.NDArray[np.int64], clock: npt.NDArray[np.int64],
) -> pa.Array:
    """Null where there is no such day: the thirty-first of a shorter month does not slide into the next."""
    sane = (year >= 1) & (year <= 9999) & (month >= 1) & (month <= 12) & (day >= 1) & (day <= 31) & (clock >= 0)
    months = ((np.where(sane, year, 1970) - 1970) * 12 + np.where(sane, month, 1) - 1).astype("datetime64[M]")
    days = months.astype("datetime64[D]") + (np.where(sane, day, 1) - 1)
    sane &= days.astype("datetime64[M]") == months
    stamps = days.astype("datetime64[us]") + np.maximum(clock, 0).astype("timedelta64[us]")
    return pa.array(stamps, STAMP, mask=~sane)


def _from_numbers(texts: pa.Array, order: str | None) -> pa.Array:
    """20240131, 202401, 20240131093000, Excel serials, epochs in seconds to microseconds, and bare years."""
    digits = pc.fill_null(pc.match_substring_regex(texts, NUMBER), False)
    plain = pc.cast(pc.if_else(digits, texts, pa.scalar(None, pa.string())), pa.float64())
    if plain.null_count == len(plain):
        return pa.nulls(len(texts), STAMP)
    number = np.nan_to_num(np.asarray(plain.to_numpy(zero_copy_only=False), dtype=np.float64), nan=-1.0)
    return pc.coalesce(_calendar_numbers(number, order), _counted_numbers(number))


def _calendar_numbers(number: npt.NDArray[np.float64], order: str | None) -> pa.Array:
    """Numbers whose digits are a calendar date."""
    n = number.astype(np.int64)
    size = np.where(n > 0, np.floor(np.log10(np.maximum(n, 1))).astype(int) + 1, 0)
    clock = np.zeros(len(n), dtype=np.int64)
    long = (size == 14) | (size == 12)
    seconds = np.where(size == 14, n % 1_000_000, (n % 10_000) * 100)
    clock = np.where(long, ((seconds // 10_000 * 60 + seconds // 100 % 100) * 60 + seconds % 100) * 1_000_000, clock)
    n = np.where(size == 14, n // 1_000_000, np.where(size == 12, n // 10_000, n))
    n = np.where(size == 6, n * 100 + 1, np.where((size == 4) & (order in ("ym", "ymd", None)), n * 10_000 + 101, n))
    whole_day = long | np.isin(size, (4, 6, 8))
    year, month, day = n // 10_000, n // 100 % 100, n % 100
    if order == "dmy":
        backwards = (size == 8) & ((month > 12) | (year < FIRST_YEAR))
        year, month, day = (np.where(backwards, new, old) for new, old in (
            (n % 10_000, year), (n // 10_000 % 100, month), (n // 1_000_000, day)))
    known = whole_day & (year >= FIRST_YEAR) & (year <= 9999)
    return _assemble(np.where(known, year, -1), month, day, clock)


def _counted_numbers(number: npt.NDArray[np.float64]) -> pa.Array:
    """Numbers that count time: days since 1899-12-30 (spreadsheets), or seconds to microseconds since 1970."""
    serial = (number >= 10_000) & (number < 80_000)
    micros = np.where(serial, (number - 25_569) * DAY, 0.0)
    for low, factor in ((3e8, 1e6), (3e11, 1e3), (3e14, 1.0)):
        epoch = (number >= low) & (number < low * 16)
        micros = np.where(epoch, number * factor, micros)
        serial |= epoch
    return pa.array(np.round(micros).astype(np.int64), STAMP, mask=~serial)


def _whole_text(numbers: pa.Array) -> pa.Array:
    plain = np.asarray(numbers.to_numpy(zero_copy_only=False), dtype=np.float64)
    texts = [None if np.isnan(value) else f"{value:.6f}".rstrip("0").rstrip(".") for value in plain]
    return pa.array(texts, pa.string())


def _from_months(texts: pa.Array) -> pa.Array:
    """2024-01, 01/2024, Jan 2024, Jan-24, 2024年1月: the first of that month."""
    parts = _parts(texts, MONTH)
    a, b = _integers(parts, "a"), _integers(parts, "b")
    year_first = (_length(parts, "a") == 4) & ~_is_word(parts, "a")
    year = _four_digits(np.where(year_first, a, b))
    month = np.where(year_first, b, a)
    return _assemble(np.where(_length(parts, "a") > 0, year, -1), month, np.ones_like(a), np.zeros_like(a))


def _from_quarters(texts: pa.Array) -> pa.Array:
    """2024-Q1 or Q1 2024: the first day of that quarter."""
    parts = _parts(texts, QUARTER)
    year = np.maximum(_integers(parts, "y1"), _integers(parts, "y2"))
    quarter = np.maximum(_integers(parts, "q1"), _integers(parts, "q2"))
    return _assemble(year, quarter * 3 - 2, np.ones_like(year), np.zeros_like(year))


def _sane(stamps: pa.Array) -> pa.Array:
    """Null outside the years that a customer can belong to."""
    year = pc.year(stamps)
    sane = pc.and_(pc.greater_equal(year, FIRST_YEAR), pc.less_equal(year, LAST_YEAR))
    if pc.all(sane).as_py() is not False:
        return stamps
    return pc.if_else(sane, stamps, pa.scalar(None, STAMP))
