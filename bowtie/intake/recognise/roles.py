"""Which role a sheet has: each role's fields are tried, and what speaks for each is added up."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from bowtie.intake.recognise.assign import assign, candidates
from bowtie.intake.recognise.columns import Column, Match
from bowtie.intake.recognise.context import Context
from bowtie.intake.recognise.keys import is_explicit
from bowtie.intake.recognise.lexicon import load
from bowtie.intake.recognise.persons import unnamed_key

NAMED = 1.5  # what the name of the sheet or file adds
ENOUGH = 3.0  # below this a sheet is not one of ours
SURELY = 0.9            # so sure of a date that two columns are enough
FITS = 0.5  # a weaker match is no evidence
TRADE = {"order", "purchase", "payment", "transaction", "invoice"}
MONTHLY_SHAPES = ("year_month", "digits6", "month_named", "quarter")


@dataclass(frozen=True)
class Evidence:
    """What speaks for a role, as roles.toml has it."""

    fields: dict[str, float]
    columns: tuple[tuple[frozenset[str], float], ...]
    meanings: frozenset[str]
    each: float
    most: float


@dataclass(frozen=True)
class Guess:
    """A role with its fields and how much speaks for it."""

    role: str
    score: float
    fields: dict[str, Match]
    matches: tuple[Match, ...] = ()

    def has(self, name: str, least: float = FITS) -> bool:
        """Whether a column fits this field at least so well."""
        return name in self.fields and self.fields[name].score >= least


@lru_cache(maxsize=1)
def evidence() -> dict[str, Evidence]:
    """roles.toml, role by role."""
    found = {}
    for role, told in load("roles.toml").items():
        some = told.get("any", {})
        columns = [entry.rsplit(" ", 1) for entry in told.get("columns", ())]
        found[role] = Evidence(
            told["fields"],
            tuple((frozenset(atoms.split()), float(points)) for atoms, points in columns),
            frozenset(some.get("meanings", "").split()),
            some.get("each", 0.0),
            some.get("most", 0.0),
        )
    return found


def guesses(context: Context) -> list[Guess]:
    """All roles, the likeliest first."""
    return sorted((guess(context, role) for role in evidence()), key=lambda one: -one.score)


def guess(context: Context, role: str) -> Guess:
    """The fields of the sheet if it had this role, and how much speaks for the role."""
    matches = _keyed(context, role, candidates(context, role))
    bare = Guess(role, 0.0, assign(matches), tuple(matches))
    points = _by_evidence(context, bare, evidence()[role])
    return Guess(
        role, points + NAMED * context.spoken_of(role) + _STRUCTURE[role](context, bare), bare.fields, bare.matches
    )


def _keyed(context: Context, role: str, matches: list[Match]) -> list[Match]:
    """The matches, with a key found by its values where no header names one (an address of mail is a last resort)."""
    named = any(
        one.field == "customer_id" and one.score >= FITS
        and not (role == "customers" and context.columns[one.column].header.atoms <= {"email", "name"})
        for one in matches
    )
    found = None if named else unnamed_key(context, role)
    if found is None:
        return matches
    kept = [one for one in matches if one.field != "customer_id"]
    return sorted([found, *kept], key=lambda one: (-one.score, one.column))


def _by_evidence(context: Context, found: Guess, told: Evidence) -> float:
    fields = sum(
        told.fields.get(name, 0.2) * match.score for name, match in found.fields.items() if match.score >= FITS
    )
    columns = sum(points for atoms, points in told.columns if context.any_with(*atoms))
    return fields + columns + min(told.most, told.each * len(told.meanings & context.meanings))


def _column(context: Context, found: Guess, name: str) -> Column | None:
    return context.columns[found.fields[name].column] if found.has(name) else None


def _customers(context: Context, found: Guess) -> float:
    """A row a customer: the key must not repeat, and no goods are listed."""
    key = _column(context, found, "customer_id")
    if key is None:
        return -2.0
    unique = key.profile.unique
    points = 0.5 if unique > 0.98 else -0.5 if unique > 0.8 else -2.0 if unique > 0.5 else -4.0
    known = context.spoken_of("customers") or any(
        found.has(name, 0.0) for name in ("industry", "owner", "start_date", "churned")
    )
    return points - 1.2 * ("company" in key.header.atoms and not known) - 2.0 * context.trades


def _activity(context: Context, found: Guess) -> float:
    """A row an event: dated, and with customers who come back."""
    points = 0.0 if found.has("date") else -2.0
    key = _column(context, found, "customer_id")
    if key is not None and key.profile.unique > 0.98 and context.rows > 8:
        points -= 0.5 if context.kinds(TRADE) else 1.5
    if context.any_with("churn", "date"):
        points += 1.0 * context.any_with("churn", "event")
    elif context.any_with("churn"):
        points -= 2.0
    elif key is not None and is_explicit(key) and found.has("date", SURELY) and key.profile.unique < 0.95:
        points += 0.5
    asked = context.any_with("score") and context.kinds({"nps", "survey", "response"}) > 0
    return points - 1.0 * asked - 1.5 * (context.kinds({"impressions", "clicks"}) > 0)


def _leads(context: Context, found: Guess) -> float:
    """Leads or deals by name, or stages of them."""
    keyed = context.any_with("lead", "id") or context.any_with("opportunity", "id")
    deals = found.has("stage") and any(
        "opportunity" in column.header.atoms and not column.header.atoms & {"count", "amount"}
        for column in context.columns
    )
    return 2.5 * keyed + 1.5 * deals - 3.0 * (not context.of_leads and not context.any_with("stage"))


def _surveys(context: Context, found: Guess) -> float:
    """An answer: a score, and no goods beside it."""
    asked = any(column.header.question and column.header.atoms & {"nps", "csat", "ces"} for column in context.columns)
    return 1.0 * asked - 3.0 * (not found.has("score")) - 1.5 * context.kinds({"price", "quantity", "revenue"})


def _revenue(context: Context, found: Guess) -> float:
    """Money of a customer for a period that the row states."""
    date, amount = _column(context, found, "date"), _column(context, found, "amount")
    if (
        date is None
        or amount is None
        or not (found.has("date", 0.7) and found.has("amount", 0.7) and found.has("customer_id"))
    ):
        return -3.0
    periods = bool(date.header.atoms & {"month", "quarter"}) or date.profile.shape in MONTHLY_SHAPES
    return (1.5 if periods else -1.0) + 0.8 * bool(amount.header.atoms & {"revenue", "mrr", "recurring", "monthly"})


def _spend(context: Context, found: Guess) -> float:
    """Money that went into marketing: the amount must be called so."""
    amount = _column(context, found, "amount")
    if amount is None:
        return -3.5
    said = amount.header.atoms
    return 1.0 * bool(said & {"spend", "ad"}) - 0.8 * (not said & {"spend", "ad", "cost"})


def _subscriptions(context: Context, found: Guess) -> float:
    """A contract a row: a key of its own, or customers with several; and it begins or ends."""
    key, customer = _column(context, found, "subscription_id"), _column(context, found, "customer_id")
    contract = {"subscription", "contract", "policy"}
    points = -1.0 * (context.person >= 3)
    if key is None or not (key.header.atoms | context.named) & contract:
        points -= 3.0 if customer is None or customer.profile.unique > 0.98 else 1.0
    return points - 2.0 * (not any(found.has(name) for name in ("start_date", "end_date", "renewal_date")))


_STRUCTURE = {
    "customers": _customers,
    "activity": _activity,
    "leads": _leads,
    "surveys": _surveys,
    "revenue": _revenue,
    "spend": _spend,
    "subscriptions": _subscriptions,
}
