"""What neighbours and structure say about a match: uniqueness of keys, totals beside lines, an account's own turnover."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from bowtie.intake.recognise.columns import Column, Match
from bowtie.intake.recognise.context import Context

OWN_FIGURES = {"employees", "industry", "founded"}     # beside these, "revenue" is the account's own turnover


def adjusted(context: Context, role: str, match: Match) -> Match:
    """The match with `named` and `fit` weighed by its surroundings."""
    rule = _RULES.get(match.field)
    factor = rule(context, role, context.columns[match.column]) if rule else 1.0
    return replace(match, named=min(1.0, match.named * max(1.0, factor)), fit=match.fit * min(1.0, factor))


def _key(context: Context, role: str, column: Column) -> float:
    look, bare = column.profile, not column.header.atoms - {"id", "row"}
    if look.counts_rows and (not column.header.atoms or "row" in column.header.atoms):
        return 0.1
    if context.rows > 100 and look.seen < max(5, 0.005 * look.sampled):
        return 0.4
    if role == "activity" and "company" in column.header.atoms and look.seen < 0.02 * look.sampled:
        return 0.4
    if role == "customers":
        return (0.6 if look.filled < 0.5 else 1.0) * _unique_key(context, column, bare)
    if role == "leads":
        return _company_of_lead(context, column)
    if bare and role != "customers" and any(one is not column and _explicit(one) for one in context.columns):
        return 0.4
    if bare and role in ("activity", "revenue"):
        return 0.5 if look.counts_rows or look.unique > 0.98 and context.rows > 1 else 1.25
    if bare and role == "surveys":
        return 0.6 if look.counts_rows else 1.1
    return 1.0


def _unique_key(context: Context, column: Column, bare: bool) -> float:
    look = column.profile
    factor = 1.0 if look.unique > 0.98 else 0.95 if look.unique > 0.9 else 0.8 if look.unique > 0.6 else 0.6
    if factor < 1.0:
        return factor
    if not bare:
        return 0.85 if _has_own_id(context, column) and context.spoken_of("customers") else 1.0
    if context.trades or any(_explicit(one) and one.profile.unique < 0.98 for one in context.columns):
        return 0.5
    if context.foreign_keys >= 2 and not _plainly_customers(context):
        return 0.6
    if any(context.spoken_of(role) for role in ("spend", "leads", "surveys", "activity")) and not _plainly_customers(context) and context.person < 2:
        return 0.6
    others = sum(one.header.has("id") and one.profile.unique > 0.98 for one in context.columns) > 1
    return 1.33 if context.spoken_of("customers") else 1.28 if context.person >= 2 and not others else 1.2 if context.person else 1.0


def _explicit(column: Column) -> bool:
    """A key that names whose it is, in most rows."""
    named = column.header.has("id") and column.header.atoms & {"customer", "account", "user", "member", "subscriber"}
    return bool(named) and column.profile.filled > 0.5 and not column.header.atoms & {"owner", "parent", "converted", "created", "modified"}


def _plainly_customers(context: Context) -> bool:
    return context.spoken_of("customers") and not context.spoken_of("spend") and not context.spoken_of("leads")


def _has_own_id(context: Context, column: Column) -> bool:
    """Beside a plain, unique "Id" an "Account Number" is a number that people give."""
    return any(
        one is not column and one.header.plain == "id" and one.profile.unique > 0.98 and one.profile.filled > 0.98 for one in context.columns
    )


def _company_of_lead(context: Context, column: Column) -> float:
    """The firm that a lead works for is no customer yet; that of a deal is."""
    atoms = column.header.atoms
    deals = context.any_with("opportunity") or "opportunity" in context.named
    return 0.5 if "company" in atoms and not atoms & {"id", "account"} and not deals else 1.0


def _channel(context: Context, role: str, column: Column) -> float:  # noqa: ARG001
    """Beside a source, its origin and its details come second."""
    words = {token.text for token in column.header.tokens}
    return 0.9 if words & FINER and sum("source" in one.header.atoms for one in context.columns) > 1 else 1.0


FINER = {"origin", "detail", "details", "drill", "down", "sub", "medium", "term", "content", "original"}


def _total(context: Context, role: str, column: Column) -> float:
    atoms = column.header.atoms
    if role == "customers" and "revenue" in atoms and not atoms & {"total", "customer", "purchase"} and context.kinds(OWN_FIGURES):
        return 0.3
    return 1.0


def _value(context: Context, role: str, column: Column) -> float:
    atoms = column.header.atoms
    if column.header.plain.startswith("sub") and "total" not in {t.text for t in column.header.tokens}:
        return 0.6
    if atoms <= {"count", "usage", "days", "visit", "login", "session", "event"} or "count" in atoms:
        return 1.0 if not context.kinds({"order", "product", "invoice", "price"}) else 0.4
    return 1.0


def _date(context: Context, role: str, column: Column) -> float:
    """On a ticket the date of purchase is not the ticket's; a date that is mostly blank dates few rows."""
    if role == "activity" and context.any_with("ticket", "id") and column.header.atoms & {"purchase", "order"}:
        return 0.4
    return 0.7 if column.profile.filled < 0.3 else 1.0


def _order(context: Context, role: str, column: Column) -> float:  # noqa: ARG001
    """A "Name" full of codes such as #1001 is the order's number."""
    if column.header.atoms != {"name"}:
        return 1.0
    return 2.4 if column.profile.share("ticket_number") > 0.9 else 0.5


def _lead_key(context: Context, role: str, column: Column) -> float:  # noqa: ARG001
    look = column.profile
    if look.counts_rows and "row" in column.header.atoms and not column.header.atoms & {"lead", "opportunity"}:
        return 0.1
    if not column.header.atoms - {"id", "row", "name", "email", "title"} and not context.of_leads:
        return 0.6
    return 0.6 if look.filled < 0.5 else 1.15 if column.header.plain == "id" and context.spoken_of("leads") else 1.0


def _region(context: Context, role: str, column: Column) -> float:  # noqa: ARG001
    return 0.6 if column.profile.constant and context.rows > 5 else 1.0


def _category(context: Context, role: str, column: Column) -> float:  # noqa: ARG001
    return 0.75 if column.profile.constant and context.rows > 5 else 1.0


def _start(context: Context, role: str, column: Column) -> float:  # noqa: ARG001
    return 1.0 if column.profile.filled > 0.5 else 0.7


def _name(context: Context, role: str, column: Column) -> float:
    if role == "customers" and max(column.profile.numeric, column.profile.share("ticket_number")) > 0.9:
        return 0.2
    return 1.0


_RULES: dict[str, Callable[[Context, str, Column], float]] = {
    "customer_id": _key, "revenue_total": _total, "value": _value, "region": _region, "start_date": _start, "name": _name,
    "plan": _category, "segment": _category, "industry": _category, "lead_id": _lead_key, "order_id": _order, "date": _date, "channel": _channel,
}
