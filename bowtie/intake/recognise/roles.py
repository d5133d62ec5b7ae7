"""Which role a sheet has: each role's fields are tried, and the evidence for each is added up."""

from __future__ import annotations

from dataclasses import dataclass

from bowtie.intake.recognise.assign import assign, candidates
from bowtie.intake.recognise.columns import Match
from bowtie.intake.recognise.context import Context

WEIGHTS: dict[str, dict[str, float]] = {
    "customers": {
        "customer_id": 2, "churned": 2.5, "tenure_months": 2, "churn_reason": 1, "mrr": 1, "revenue_total": 1, "start_date": 1,
        "end_date": 1, "last_active_date": 1, "renewal_date": 0.7, "contract_end_date": 0.7, "plan": 0.5, "segment": 0.5,
        "industry": 1, "region": 0.4, "name": 1, "owner": 0.3, "channel": 0.5, "seats": 0.8, "products": 0.7, "nps": 0.6,
        "csat": 0.6, "tickets": 0.6, "usage": 0.6, "referrals": 0.6,
    },
    "activity": {
        "customer_id": 1, "date": 2, "kind": 1.5, "detail": 0.7, "value": 1, "quantity": 1, "unit_price": 0.8, "order_id": 1.5,
        "status": 0.5, "currency": 0.3,
    },
    "leads": {
        "lead_id": 1, "stage": 1.2, "outcome": 1.5, "created_date": 0.7, "closed_date": 0.7, "channel": 0.8, "amount": 0.6,
        "lost_reason": 1, "owner": 0.4, "customer_id": 0.3, "kind": 0.2,
    },
    "surveys": {"score": 1.6, "comment": 0.7, "date": 0.7, "customer_id": 0.5, "instrument": 0.4},
    "revenue": {"amount": 1.2, "date": 1.2, "customer_id": 1, "currency": 0.3},
    "spend": {"amount": 2, "program": 1, "date": 0.6, "channel": 0.5, "people_fte": 0.3},
    "subscriptions": {
        "subscription_id": 2.2, "customer_id": 0.7, "start_date": 1, "end_date": 1, "mrr": 1, "plan": 0.7, "term_months": 0.7,
        "renewal_date": 0.8, "seats": 0.5,
    },
}
NAMED = 1.5             # what the name of the sheet or file adds
ENOUGH = 3.0            # below this a sheet is not one of ours


@dataclass(frozen=True)
class Guess:
    """A role with its fields and how much speaks for it."""

    role: str
    score: float
    fields: dict[str, Match]
    matches: tuple[Match, ...] = ()


def guess(context: Context, role: str) -> Guess:
    """The fields of the sheet if it had this role, and how much speaks for the role."""
    matches = candidates(context, role)
    fields = assign(matches)
    weights = WEIGHTS[role]
    score = sum(weights.get(name, 0.2) * match.score for name, match in fields.items() if match.score >= 0.5)
    return Guess(role, score + NAMED * context.spoken_of(role) + _BEYOND[role](context, fields), fields, tuple(matches))


def guesses(context: Context) -> list[Guess]:
    """All roles, the likeliest first."""
    return sorted((guess(context, role) for role in WEIGHTS), key=lambda one: -one.score)


def _score(fields: dict[str, Match], name: str) -> float:
    return fields[name].score if name in fields else 0.0


def _customers(context: Context, fields: dict[str, Match]) -> float:
    extra = min(1.6, 0.4 * context.person)
    key = fields.get("customer_id")
    if key is None or key.score < 0.5:
        return extra - 2
    unique = context.columns[key.column].profile.unique
    if not context.spoken_of("customers") and "company" in context.columns[key.column].header.atoms and not {"industry", "owner", "start_date", "churned"} & set(fields):
        extra -= 1.2
    extra += 0.5 if unique > 0.98 else -0.5 if unique > 0.8 else -2 if unique > 0.5 else -4
    extra -= 1.0 * context.any_with("order", "id") + 0.8 * context.any_with("invoice", "id") + 1.0 * context.any_with("lead", "id")
    extra -= 2.0 * context.trades + 0.8 * context.any_with("response", "id")
    return extra - 1.5 * context.any_with("ticket", "id") - 1.2 * context.any_with("subscription", "id") - 1.0 * context.any_with("opportunity", "id")


def _activity(context: Context, fields: dict[str, Match]) -> float:
    extra = 2.0 * context.any_with("ticket", "id") + min(2.0, 0.8 * context.kinds({"usage", "feature", "session", "event", "login", "visit"}))
    extra += 1.0 * context.any_with("transaction") + 1.0 * context.any_with("churn", "date") * context.any_with("churn", "event")
    if _score(fields, "date") < 0.5:
        extra -= 2.0
    key = fields.get("customer_id")
    if key is not None and key.score >= 0.5 and context.columns[key.column].profile.unique > 0.98 and context.rows > 8:
        extra -= 0.5 if context.kinds({"order", "purchase", "payment", "transaction", "invoice"}) else 1.5
    extra -= 2.0 * context.any_with("churn") * (not context.any_with("churn", "date")) + 1.5 * context.any_with("tenure")
    if "score" in context.meanings and context.kinds({"nps", "survey", "response"}) >= 1:
        extra -= 1.0
    return extra - 1.5 * (context.kinds({"impressions", "clicks"}) > 0)


def _leads(context: Context, fields: dict[str, Match]) -> float:
    extra = 2.5 * (context.any_with("lead", "id") or context.any_with("opportunity", "id")) + 0.6 * context.any_with("probability")
    extra += 0.8 * context.any_with("pipeline") + 1.0 * context.any_with("opportunity", "stage") + 0.8 * context.any_with("lead", "source")
    extra += 0.8 * context.any_with("converted")
    if not (context.of_leads or context.any_with("stage")):
        extra -= 3.0
    return extra - 1.5 * (context.any_with("order", "id") or context.any_with("churn")) - 1.0 * context.any_with("ticket", "id")


def _surveys(context: Context, fields: dict[str, Match]) -> float:
    extra = 1.0 * context.kinds({"nps", "survey", "question", "ces"}) + 0.8 * (context.any_with("response") and context.any_with("score"))
    score = fields.get("score")
    if score is None or score.score < 0.5:
        return extra - 3.0
    extra += 1.0 * any(column.header.question and column.header.atoms & {"nps", "csat", "ces"} for column in context.columns)
    extra += 0.8 * context.any_with("response", "id") + 0.7 * context.any_with("csat") + 0.7 * context.any_with("review")
    customerish = context.any_with("churn") + context.any_with("tenure") + context.any_with("balance") + context.any_with("order", "id") * 0.5
    return extra - 2.0 * customerish - 1.5 * context.any_with("ticket", "id") - 1.5 * context.kinds({"price", "quantity", "revenue"})


def _revenue(context: Context, fields: dict[str, Match]) -> float:
    extra = 0.0
    date = fields.get("date")
    if date is None or date.score < 0.7 or _score(fields, "amount") < 0.7 or _score(fields, "customer_id") < 0.5:
        return -3.0
    look = context.columns[date.column]
    extra += 1.5 if look.header.atoms & {"month", "quarter"} or look.profile.shape in ("year_month", "digits6", "month_named", "quarter") else -1.0
    extra += 0.8 * bool(context.columns[fields["amount"].column].header.atoms & {"revenue", "mrr", "recurring", "monthly"})
    goods = context.any_with("product") + context.any_with("quantity") + context.any_with("order", "id") + context.any_with("invoice", "id") * 0.5
    return extra - 1.5 * goods - 1.5 * context.any_with("transaction") - 1.5 * context.any_with("usage")


def _spend(context: Context, fields: dict[str, Match]) -> float:
    extra = min(3.0, 1.0 * context.kinds({"impressions", "clicks", "conversion"})) + 0.6 * context.any_with("ad") + 0.6 * context.any_with("campaign")
    amount = fields.get("amount")
    if amount is None or amount.score < 0.5:
        return extra - 3.5
    said = context.columns[amount.column].header.atoms
    extra += 1.0 * bool(said & {"spend", "ad"}) - 0.8 * (not said & {"spend", "ad", "cost"})
    return extra - 3.0 * context.any_with("customer", "id") - 2.5 * context.any_with("order", "id") - 1.5 * context.any_with("product")


def _subscriptions(context: Context, fields: dict[str, Match]) -> float:
    extra = 0.7 * context.any_with("trial") + 0.7 * context.any_with("renewal") + 0.5 * context.any_with("mrr")
    key = fields.get("subscription_id")
    explicit = key is not None and bool((context.columns[key.column].header.atoms | context.named) & {"subscription", "contract", "policy"})
    if not explicit:
        extra -= 1.0
        customer = fields.get("customer_id")
        if customer is None or context.columns[customer.column].profile.unique > 0.98:
            extra -= 2.0
    extra -= 1.0 * (context.person >= 3) + 1.5 * context.any_with("tenure")
    dated = max(_score(fields, "start_date"), _score(fields, "end_date"), _score(fields, "renewal_date"))
    return extra - (0 if dated >= 0.5 else 2.0) - 2.0 * context.any_with("usage", "date") - 1.0 * context.any_with("usage", "id")


_BEYOND = {
    "customers": _customers, "activity": _activity, "leads": _leads, "surveys": _surveys, "revenue": _revenue, "spend": _spend,
    "subscriptions": _subscriptions,
}
