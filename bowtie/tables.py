"""The canonical tables: what a row of each is, its fields and their types. The one place that names them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

FieldType = Literal["id", "text", "category", "date", "number", "money", "flag", "months"]
Role = Literal["customers", "subscriptions", "activity", "leads", "surveys", "revenue", "spend", "unknown"]


@dataclass(frozen=True)
class Field:
    """A column of a canonical table. In typed frames: id, text, category are `str`; date is datetime64;
    number, money, months are float64; flag is nullable `boolean`. A field that nobody mapped is absent."""

    name: str
    type: FieldType


def _fields(spec: str) -> tuple[Field, ...]:
    pairs = (word.split(":") for word in spec.split())
    return tuple(Field(name, kind) for name, kind in pairs)  # type: ignore[arg-type]


TABLES: dict[str, tuple[Field, ...]] = {
    "customers": _fields(
        "customer_id:id name:text segment:category industry:category region:category plan:category "
        "channel:category owner:category start_date:date end_date:date renewal_date:date contract_end_date:date "
        "contract_term_months:months tenure_months:months churned:flag churn_reason:category mrr:money "
        "revenue_total:money gross_margin:number acquisition_cost:money products:number seats:number "
        "seats_active:number last_active_date:date usage:number nps:number csat:number tickets:number "
        "referrals:number reviews:number references:number"
    ),
    "subscriptions": _fields(
        "subscription_id:id customer_id:id start_date:date end_date:date renewal_date:date mrr:money "
        "term_months:months plan:category seats:number"
    ),
    "activity": _fields(
        "customer_id:id contact_id:id date:date kind:category detail:text value:money quantity:number "
        "unit_price:money currency:category order_id:id status:category"
    ),
    "leads": _fields(
        "lead_id:id created_date:date channel:category stage:category kind:category outcome:category "
        "closed_date:date won_reason:category lost_reason:category amount:money owner:category "
        "customer_id:id referred_by:id"
    ),
    "surveys": _fields(
        "customer_id:id contact_id:id date:date instrument:category score:number comment:text"
    ),
    "revenue": _fields("customer_id:id date:date amount:money currency:category"),
    "spend": _fields(
        "date:date program:text side:category stage:category channel:category amount:money people_fte:number"
    ),
}

KEYS = {
    "customers": "customer_id",
    "subscriptions": "subscription_id",
    "leads": "lead_id",
}

FAMILIES: dict[str, tuple[str, ...]] = {
    "use": ("login", "session", "feature_use"),
    "commitment": ("purchase", "return", "renewal", "upgrade", "downgrade", "cancellation", "reactivation"),
    "care": ("onboarding", "training", "checkpoint", "support", "complaint", "response"),
    "voice": ("survey", "feedback", "community", "event"),
    "advocacy": (
        "referral", "review", "reference", "case_study", "testimonial", "press", "content", "speaking",
        "social_share", "advisory",
    ),
}
FAMILY_OF = {kind: family for family, kinds in FAMILIES.items() for kind in kinds}

LEFT_STAGES = ("awareness", "interest", "desire", "action")
KNOT = "customer"
RIGHT_STAGES = ("adoption", "loyalty", "advocacy", "ambassador")
STAGES = (*LEFT_STAGES, KNOT, *RIGHT_STAGES)
SEGMENTS = ("lover", "liker", "lurker", "unknown")


def field(table: str, name: str) -> Field:
    """The field of a table; KeyError when there is none."""
    return next(found for found in TABLES[table] if found.name == name)
