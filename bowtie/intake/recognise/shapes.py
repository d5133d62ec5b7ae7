"""What single values look like: addresses of mail, telephones, dates of every spelling."""

from __future__ import annotations

import re

SHAPES = {
    "email": r"^[^\s@,;]+@[^\s@,;]+\.[^\s@,;]+$",
    "url": r"(?i)^(https?://|www\.)\S+$|^/[\w/.-]+$",
    "domain": r"(?i)^(?:[a-z0-9-]+\.)+[a-z]{2,}$",
    "phone": r"^\+?[\s(]*\d{1,4}[)\s.-]+[\d\s().x-]{5,}\d$|^\+\d{8,15}$|^1[3-9]\d{9}$|^0\d{9,10}$|^\d[*]{6,}$",
    "hash": r"(?i)^[0-9a-f]{32,128}$",
    "uuid": r"(?i)[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4,12}$",
    "card": r"^\d{4}[ -]\d{4}[ -]\d{4}[ -]\d{4}$|^(\*|x|X){4,}[ -*xX]*\d{4}$",
    "national": r"^\d{3}-\d{2}-\d{4}$|^\d{17}[\dXx]$|^\d{3}\.\d{3}\.\d{3}-\d{2}$|^\d{6}-[1-4]\d{6}$",
    "zero": r"^0\d+$",
    "code": r"^[A-Za-z]{0,6}[-_#]?\d[\w-]*$|^#\d+$",
    "ticket_number": r"^#\s?[A-Z]{0,4}-?\d+$|^[A-Z]{1,4}-?\d{3,}$",
    "letters": r"[A-Za-z\x{80}-\x{10FFFF}]",
    "json": r"^[{\[].*[}\]]$",
    "percent": r"%\s*$",
    "money": r"[€$£¥₽₩₹]",
    "labelled": r"^\(?\d{1,2}(?:[.,]\d+)?\)?[\s:.–=-]+[A-Za-z\x{80}-\x{10FFFF}]",
}

_ZONE = r"(Z|UTC|GMT|[A-Z]{3,4}|[+-]\d{2}:?\d{2}|[+-]\d{2})?"
_TIME = r"([T\s,]+\d{1,2}:\d{2}(:\d{2}([.,]\d+)?)?\s*([AaPp]\.?[Mm]\.?|上午|下午)?\s*" + _ZONE + r")?$"
_DAY8 = r"(19|20)\d{2}(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])"
_NAMED = r"[^\W\d_]{3,12}\.?"
DATE_SHAPES = {
    "iso": r"^(19|20)\d{2}-\d{1,2}-\d{1,2}" + _TIME + r"|^(19|20)\d{2}-\d{2}-\d{2}T\d{2}:\d{2}",
    "year_first": r"^(19|20)\d{2}([/.]|\s*年\s*|\s*년\s*)\d{1,2}([/.]|\s*月\s*|\s*월\s*)\d{1,2}\s*[日일.]?" + _TIME,
    "numeric": r"^\d{1,2}[./-]\d{1,2}[./-](19|20)\d{2}" + _TIME + r"|^\d{1,2}[./-]\d{1,2}[./-]\d{2}" + _TIME,
    "named": (
        rf"^([^\W\d_]{{2,9}},?\s+)?\d{{1,2}}(st|nd|rd|th|\.)?[\s/-]+(de\s+)?{_NAMED}[\s,/-]+(de\s+)?\d{{2,4}}"
        + _TIME
        + rf"|^([^\W\d_]{{2,9}},?\s+)?{_NAMED}[\s-]+\d{{1,2}}(st|nd|rd|th)?[,\s-]+(\d{{4}}|\d{{2}})"
        + _TIME
        + rf"|^\d{{4}}-{_NAMED}-\d{{1,2}}"
        + _TIME
    ),
    "year_month": (
        r"^(19|20)\d{2}([/.-]|\s*年\s*|\s*년\s*)(0?[1-9]|1[0-2])\s*[月월]?$"
        r"|^(0?[1-9]|1[0-2])[/-](19|20)\d{2}$"
    ),
    "month_named": rf"^{_NAMED}[\s'/-]+(\d{{4}}|\d{{2}})$|^(19|20)\d{{2}}[\s/-]+{_NAMED}$",
    "digits8": "^" + _DAY8 + r"(([01]\d|2[0-3])[0-5]\d[0-5]\d)?$",
    "digits6": r"^(19|20)\d{2}(0[1-9]|1[0-2])$",
    "quarter": r"^(19|20)\d{2}[\s-]*[QqКк][1-4]$|^[QqКк][1-4][\s/-]*(19|20)\d{2}$",
}
NEED_HEADER = frozenset({"digits6"})  # shapes that numbers have by chance
_MONTHS = (
    r"(?i)\b(jan|feb|mar|mär|apr|may|mai|jun|jul|aug|sep|oct|okt|nov|dec|dez|ene|abr|ago|dic|fév|fev|avr|juin|juil|aoû|aou|déc|set|out"
    r"|янв|фев|мар|апр|ма[йя]|июн|июл|авг|сен|окт|ноя|дек)"
)


_COMPILED = {name: re.compile(pattern) for name, pattern in DATE_SHAPES.items()}
_MONTH = re.compile(_MONTHS)


def date_shapes(values: list[str], shares: list[float]) -> dict[str, float]:
    """Share of cells for each shape of a date, the first that fits."""
    found: dict[str, float] = {}
    for value, share in zip(values, shares, strict=True):
        shape = date_shape(value)
        if shape:
            found[shape] = found.get(shape, 0.0) + share
    return found


def date_shape(value: str) -> str:
    """The shape of one value, or ""."""
    if not 5 < len(value) < 50 or not any(map(str.isdigit, value)):
        return ""
    for name, pattern in _COMPILED.items():
        if pattern.match(value) and (name not in ("named", "month_named") or _MONTH.search(value)):
            return name
    return ""
