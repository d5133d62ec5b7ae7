"""What neighbours say about a match: totals beside lines, sources beside origins, an account's own turnover."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from bowtie.intake.recognise.columns import Column, Match
from bowtie.intake.recognise.context import Context
from bowtie.intake.recognise.keys import UNIQUE, customer_key, is_bare, lead_key, subscription_key

OWN_FIGURES = {"employees", "industry", "founded"}      # beside these, "revenue" is the account's own turnover
GOODS = {"order", "product", "invoice", "price"}        # beside these, a count is no value
USES = {"count", "usage", "days", "visit", "login", "session", "event"}
FINER = {"origin", "detail", "details", "drill", "down", "sub", "medium", "term", "content", "original"}
TERMS = {"0", "1", "2", "3", "6", "12", "18", "24", "36", "48", "60"}    # lengths of contracts, in months
SALES = {"order", "purchase", "invoice", "sale", "payment"}
ENDS = {"closed", "won", "lost"}
FEW_ROWS = 5

Factor = Callable[[Context, str, Column], float]


def adjusted(context: Context, role: str, match: Match) -> Match:
    """The match with `named` and `fit` weighed by its surroundings."""
    rule = _FACTORS.get(match.field)
    factor = rule(context, role, context.columns[match.column]) if rule else 1.0
    return replace(match, named=min(1.0, match.named * max(1.0, factor)), fit=match.fit * min(1.0, factor))


def _channel(context: Context, role: str, column: Column) -> float:  # noqa: ARG001 (the shape of all factors)
    """Beside a source, its origin and its details come second."""
    words = {token.text for token in column.header.tokens}
    several = sum("source" in one.header.atoms for one in context.columns) > 1
    return 0.9 if words & FINER and several else 1.0


def _revenue_total(context: Context, role: str, column: Column) -> float:  # noqa: ARG001
    atoms = column.header.atoms
    own = "revenue" in atoms and not atoms & {"total", "customer", "purchase"}
    return 0.3 if own and context.kinds(OWN_FIGURES) else 1.0


def _value(context: Context, role: str, column: Column) -> float:  # noqa: ARG001
    """A subtotal comes after the total; a count of uses is a value only where no goods are."""
    header = column.header
    if header.plain.startswith("sub") and "total" not in header.names:
        return 0.6
    counts = header.atoms <= USES or "count" in header.atoms
    return 0.4 if counts and context.kinds(GOODS) else 1.0


def _date(context: Context, role: str, column: Column) -> float:
    """On a ticket the date of purchase is not the ticket's; a date that is mostly blank dates few rows."""
    if role == "activity" and context.any_with("ticket", "id") and column.header.atoms & {"purchase", "order"}:
        return 0.4
    return 0.7 if column.profile.filled < 0.3 else 1.0


def _order(context: Context, role: str, column: Column) -> float:  # noqa: ARG001
    """A "Name" full of codes such as #1001 is the order's number, and so is the own number of a sale."""
    if is_bare(column):
        return 2.0 if (context.trades or _sells(context)) and column.profile.unique > UNIQUE else 1.0
    if column.header.atoms != {"name"}:
        return 1.0
    return 2.4 if column.profile.share("ticket_number") > 0.9 else 0.5


def _sells(context: Context) -> bool:
    """Sales by their words: an order or invoice, and what it came to."""
    return context.kinds(SALES) > 0 and context.any_with("total") and context.kinds({"customer", "user", "member"}) > 0


def _name(context: Context, role: str, column: Column) -> float:  # noqa: ARG001
    """Numbers are no names; a company is one where nothing else is called a name."""
    if max(column.profile.numeric, column.profile.share("ticket_number")) > 0.9:
        return 0.2
    alone = column.header.atoms == {"company"} and not any("name" in one.header.atoms for one in context.columns)
    return 1.18 if alone else 1.0


def _region(context: Context, role: str, column: Column) -> float:  # noqa: ARG001
    """A country that is the same everywhere tells nobody apart; the state beside it does."""
    return 0.6 if column.profile.constant and context.rows > FEW_ROWS else 1.0


def _tickets(context: Context, role: str, column: Column) -> float:  # noqa: ARG001
    """Yes and no do not count."""
    return 0.4 if column.profile.seen <= 2 and column.header.atoms == {"complaint"} else 1.0


def _category(context: Context, role: str, column: Column) -> float:  # noqa: ARG001
    return 0.75 if column.profile.constant and context.rows > FEW_ROWS else 1.0


def _term(context: Context, role: str, column: Column) -> float:  # noqa: ARG001
    """A contract's term is one of few lengths."""
    return 1.0 if _is_term(column) else 0.4


def _tenure(context: Context, role: str, column: Column) -> float:  # noqa: ARG001
    """Months of a contract that differ from customer to customer are how long each has been here."""
    return 0.4 if "contract" in column.header.atoms and _is_term(column) else 1.0


def _is_term(column: Column) -> bool:
    look = column.profile
    return look.numeric < 0.5 or all(value.split(".")[0] in TERMS for value in look.levels)


def _closed(context: Context, role: str, column: Column) -> float:  # noqa: ARG001
    """What was expected comes after what happened."""
    real = any(
        one.header.atoms & ENDS and "date" in one.header.atoms and not one.header.atoms & {"estimated", "reason"}
        for one in context.columns if one.profile.dates > 0.5
    )
    return 0.75 if "estimated" in column.header.atoms and real else 1.0


def _start(context: Context, role: str, column: Column) -> float:  # noqa: ARG001
    """Everybody began some day."""
    return 1.0 if column.profile.filled > 0.5 else 0.7


_FACTORS: dict[str, Factor] = {
    "customer_id": customer_key, "lead_id": lead_key, "subscription_id": subscription_key, "order_id": _order,
    "date": _date, "start_date": _start, "closed_date": _closed, "revenue_total": _revenue_total, "value": _value,
    "name": _name, "channel": _channel, "region": _region, "tickets": _tickets, "contract_term_months": _term,
    "tenure_months": _tenure, "plan": _category, "segment": _category, "industry": _category,
}
