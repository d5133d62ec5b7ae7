"""How well a column fits a field: what its header says, and whether its values can be that."""

from __future__ import annotations

from dataclasses import dataclass

from bowtie.intake.recognise.headers import Header, read_header
from bowtie.intake.recognise.lexicon import FieldRule, Pattern
from bowtie.intake.recognise.profile import Profile
from bowtie.intake.recognise.shapes import NEED_HEADER
from bowtie.intake.sheets import RawSheet
from bowtie.tables import TABLES

ANSWERS = {
    "score": {"nps", "csat", "ces"},
    "comment": {"comment", "feedback", "reason"},
    "channel": {"source"},
    "churn_reason": {"reason"},
    "lost_reason": {"reason"},
}
EXTRA, UNKNOWN, DIGIT = 0.94, 0.9, 0.985  # what each further word of a header costs
TYPES = {(table, one.name): one.type for table, fields in TABLES.items() for one in fields}


@dataclass(frozen=True, eq=False)
class Column:
    """A column with its header read and its values profiled."""

    index: int
    header: Header
    profile: Profile


@dataclass(frozen=True)
class Match:
    """A column for a field: `named` is what the header says, `fit` what the values say, both in 0..1."""

    column: int
    field: str
    named: float
    fit: float

    @property
    def score(self) -> float:
        """Both together."""
        return self.named * self.fit


def columns_of(sheet: RawSheet, profiles: list[Profile]) -> list[Column]:
    """The columns of a sheet. Names of a file without a header ("#1") mean nothing."""
    titles = ["" if sheet.header_row == 0 else header for header in sheet.headers]
    return [
        Column(at, read_header(title), profile)
        for at, (title, profile) in enumerate(zip(titles, profiles, strict=True))
    ]


def named(header: Header, rule: FieldRule) -> float:
    """How surely the header names the field."""
    if header.question:
        return _asked(header, rule) if rule.field in ANSWERS else 0.0
    return max((_by_pattern(header, pattern, rule.veto) for pattern in rule.patterns), default=0.0)


def _asked(header: Header, rule: FieldRule) -> float:
    """What a question asks for; its other words mean nothing."""
    fitting = (
        pattern.weight
        for pattern in rule.patterns
        if pattern.atoms & ANSWERS[rule.field] and pattern.atoms <= header.names
    )
    return max(fitting, default=0.0)


def _by_pattern(header: Header, pattern: Pattern, veto: frozenset[str]) -> float:
    if not pattern.atoms <= header.names:
        return 0.0
    weight, others = pattern.weight, 0
    for token in header.tokens:
        if token.atoms & pattern.atoms or token.text in pattern.atoms:
            weight *= token.sure
        elif token.atoms & veto and token.sure == 1.0:
            return 0.0
        elif not token.bracket:
            weight *= _cost(token.text, bool(token.atoms))
            others += not token.text.isdigit()
    return 0.0 if pattern.alone and others else weight


def _cost(text: str, known: bool) -> float:
    if text.isdigit():
        return DIGIT
    return EXTRA if known else UNKNOWN


def fit(column: Column, role: str, field: str) -> float:
    """Whether the values can be this field."""
    if not column.profile.sampled:
        return 0.12
    return _FITS[TYPES[role, field]](column)


def _date(column: Column) -> float:
    look = column.profile
    if look.native == "date":
        return 1.0
    if look.dates > 0.5:
        if look.shape in NEED_HEADER:
            return 0.98 if column.header.atoms & {"month", "date"} else 0.0
        return 1.0 if look.dates > 0.9 else 0.92
    return _dated_number(column)


def _dated_number(column: Column) -> float:
    """Excel serials and epochs, where the header speaks of a date."""
    look = column.profile
    if look.numeric < 0.95 or not column.header.atoms & {"date", "created", "start", "end", "closed", "signup"}:
        return 0.0
    if look.whole > 0.95 and (look.low > 20_000 and look.high < 60_000) and look.seen > 1:
        return 0.8
    return 0.8 if (look.low > 9e8 and look.high < 2.2e9) or (look.low > 9e11 and look.high < 2.2e12) else 0.0


def _id(column: Column) -> float:
    look = column.profile
    if look.native == "date" or (look.dates > 0.5 and look.shape not in (*NEED_HEADER, "digits8")):
        return 0.0
    if look.numeric > 0.95 and (look.whole < 0.99 or look.negative > 0):
        return 0.05
    if look.seen <= 2 and look.sampled > 20:
        return 0.15
    return 0.5 if look.words > 6 else 1.0


def _text(column: Column) -> float:
    look = column.profile
    if look.native == "date" or look.dates > 0.5 or look.share("email") > 0.5 or look.share("url") > 0.5:
        return 0.0
    return 1.0 if look.share("letters") > 0.5 else 0.85


def _category(column: Column) -> float:
    look = column.profile
    if look.native == "date" or look.dates > 0.5 or look.share("url") > 0.5 or look.share("json") > 0.5:
        return 0.0
    if look.numeric > 0.9 and look.whole < 0.95:
        return 0.1
    if look.words > 8:
        return 0.3
    return 0.85 if look.seen > 0.9 * look.sampled and look.sampled > 50 else 1.0


def _number(column: Column) -> float:
    look = column.profile
    if look.native == "date" or (look.dates > 0.8 and look.shape not in (*NEED_HEADER, "digits8", "year_month")):
        return 0.0
    labelled = max(look.numeric, look.share("labelled"))
    return 1.0 if labelled > 0.9 else 0.85 if labelled > 0.6 else 0.0


def _flag(column: Column) -> float:
    look = column.profile
    if look.native == "date" or look.dates > 0.5 or look.seen > 12:
        return 0.0
    return 1.0 if look.seen <= 3 else 0.85


def _months(column: Column) -> float:
    if column.profile.share("letters") > 0.3:
        return 0.0
    return _number(column) * (1.0 if column.profile.negative < 0.05 else 0.6)


_FITS = {
    "id": _id,
    "text": _text,
    "category": _category,
    "date": _date,
    "number": _number,
    "money": _number,
    "flag": _flag,
    "months": _months,
}
