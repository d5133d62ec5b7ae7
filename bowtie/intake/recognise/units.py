"""Units that a header names or that values give away: years of tenure, cents, thousands, a currency."""

from __future__ import annotations

import re

from bowtie.intake.recognise.columns import Column
from bowtie.intake.recognise.context import Context

SIGNS = {
    "$": "USD",
    "€": "EUR",
    "£": "GBP",
    "¥": "",
    "₽": "RUB",
    "₩": "KRW",
    "₹": "INR",
    "円": "JPY",
    "元": "CNY",
    "원": "KRW",
    "r$": "BRL",
    "руб": "RUB",
    "nt$": "TWD",
    "hk$": "HKD",
    "zł": "PLN",
    "₺": "TRY",
}
CODES = re.compile(
    r"(?i)(?<![a-z])(usd|eur|gbp|chf|jpy|cny|rmb|rub|krw|inr|twd|hkd|aud|cad|brl|mxn|pln|sek|nok|dkk|czk|try|zar|sgd|nzd|ntd|vnd|thb)(?![a-z])"
)
FEW_YEARS = 30  # a tenure that never exceeds this, told of persons, is in years


def money_unit(context: Context, column: Column) -> str | None:
    """A currency or a scale named by the header, by a currency column that never changes, or by the values."""
    text = column.header.text
    if re.search(r"(?i)\bcents?\b|_cents\b|in_cents", text):
        return "cents"
    if re.search(r"(?i)\(\s*k\s*[$€£]?\s*\)|\bthousands?\b|[(（]\s*(千|тыс)", text):
        return "thousands"
    if re.search(r"(?i)\bmillions?\b|\(\s*(mn|mio)\.?\s*[$€£]?\)|[(（]\s*(百万|млн)", text):
        return "millions"
    return _currency(text) or _constant_currency(context) or None


def _currency(text: str) -> str:
    found = CODES.search(text.replace("_", " "))
    if found:
        code = found[1].upper()
        return {"RMB": "CNY", "NTD": "TWD"}.get(code, code)
    low = text.lower()
    return next(
        (code for sign, code in sorted(SIGNS.items(), key=lambda pair: -len(pair[0])) if code and sign in low), ""
    )


def _constant_currency(context: Context) -> str:
    for column in context.columns:
        if "currency" in column.header.atoms and column.profile.seen == 1:
            code = column.profile.levels[0].strip().upper()
            return code if re.fullmatch(r"[A-Z]{3}", code) else ""
    return ""


def months_unit(context: Context, column: Column) -> tuple[str | None, bool]:
    """Years, weeks, days or None for months; and whether the header says so rather than the values."""
    words = {token.text for token in column.header.tokens}
    atoms = column.header.atoms
    if "month" in atoms or words & {"months", "mois", "monate"}:
        return None, True
    if "year" in atoms or words & {"years", "yrs", "jahre", "ans"}:
        return "years", True
    if "week" in atoms:
        return "weeks", True
    if "days" in atoms or words & {"day"}:
        return "days", True
    return _by_values(context, column), False


def _by_values(context: Context, column: Column) -> str | None:
    look = column.profile
    if (
        look.high <= FEW_YEARS
        and context.kinds({"age", "birth", "income", "marital", "balance"})
        and context.rows >= 100
    ):
        return "years"
    if look.high > 600 and look.middle > 120:
        return "days"
    return None
