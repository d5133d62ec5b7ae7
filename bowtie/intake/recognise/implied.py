"""What every row of a sheet is by standing in it: orders are purchases, tickets are support."""

from __future__ import annotations

from bowtie.intake.recognise.columns import Column
from bowtie.intake.recognise.context import Context
from bowtie.intake.recognise.values import known_share

KINDS = (
    ("cancellation", {"churn", "cancel"}),
    ("complaint", {"complaint"}),
    ("support", {"ticket", "support"}),
    ("review", {"review"}),
    ("referral", {"referral"}),
    ("login", {"login"}),
    ("session", {"session", "visit"}),
    ("feature_use", {"usage", "feature"}),
)
BUYING = {
    "order",
    "purchase",
    "invoice",
    "sale",
    "transaction",
    "payment",
    "price",
    "quantity",
    "amount",
    "revenue",
    "total",
    "spend",
    "booking",
}


def implied(context: Context, role: str, fields: dict[str, int]) -> dict[str, str]:
    """Fields that no column fills, yet each row has."""
    if role == "activity" and "kind" not in fields:
        return {"kind": activity_kind(context, fields)}
    if role == "surveys" and "instrument" not in fields:
        found = instrument(context, fields)
        return {"instrument": found} if found else {}
    if role == "leads" and "outcome" not in fields and "stage" not in fields and _only_won(context):
        return {"outcome": "won"}
    return {}


def activity_kind(context: Context, fields: dict[str, int]) -> str:
    """One kind for all rows, by what the sheet is called, then by what its columns are about."""
    meant = context.meanings
    buys = bool({"order_id", "unit_price", "currency"} & set(fields)) or _buys(context, fields)
    for kind, atoms in KINDS:
        if atoms & context.named and not (buys and kind != "cancellation"):
            return kind
    if buys:
        return "purchase"
    for kind, atoms in KINDS:
        if atoms & meant and _about(context, atoms):
            return kind
    return "session" if "value" in fields and context.columns[fields["value"]].header.has("count") else "purchase"


def _about(context: Context, atoms: set[str]) -> bool:
    """Keys, dates, names or counts of it: a yes/no column "Support call" alone makes no sheet of tickets."""
    return any(
        column.header.atoms & atoms
        and (
            column.header.atoms & {"id", "date", "name", "count", "type", "status", "priority"}
            or len(column.header.tokens) == 1
        )
        for column in context.columns
    )


def _buys(context: Context, fields: dict[str, int]) -> bool:
    told = [context.columns[at].header.atoms for name, at in fields.items() if name in ("value", "date", "quantity")]
    return any(atoms & BUYING and not atoms & {"usage", "refund"} for atoms in told)


def instrument(context: Context, fields: dict[str, int]) -> str:
    """NPS by name or by a scale of 0 to 10; CSAT by name or by 1 to 5."""
    if "score" not in fields:
        return ""
    column = context.columns[fields["score"]]
    meant = column.header.atoms | context.named
    for name in ("nps", "ces", "csat"):
        if name in meant:
            return name
    return _by_scale(column)


def _by_scale(column: Column) -> str:
    look = column.profile
    if look.numeric > 0.9 and look.whole > 0.9 and look.low >= 0 and look.high <= 10:
        return "nps" if look.high > 7 else "csat" if look.high <= 5 else ""
    return ""


def _only_won(context: Context) -> bool:
    """A list of won or closed deals: a date of winning in nearly every row and no word of losing."""
    return (
        any(
            "won" in column.header.atoms and "date" in column.header.atoms and column.profile.filled > 0.95
            for column in context.columns
        )
        and "lost" not in context.meanings
    )


def kind_is_known(column: Column) -> bool:
    """Whether enough of its values are kinds of ours."""
    return known_share(column.profile, "kind") >= 0.5
