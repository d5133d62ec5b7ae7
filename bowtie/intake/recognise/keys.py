"""What structure says of a key: whether it repeats, whose else stands beside it, and what a bare "Id" is the id of."""

from __future__ import annotations

from bowtie.intake.recognise.columns import Column
from bowtie.intake.recognise.context import Context

UNIQUE = 0.98
PERSON_KEYS = {"customer", "account", "user", "member", "subscriber"}
PERSON_WORDS = [{word} for word in PERSON_KEYS]
OF_SOMEONE_ELSE = {"owner", "parent", "converted", "created", "modified"}
OTHER_ROLES = ("spend", "leads", "surveys", "activity")

# Factors on how well a header names a key. Above 1 they speak for it.
ROW_NUMBER, FEW_VALUES, HALF_BLANK, NOT_ITS_OWN = 0.1, 0.4, 0.6, 0.5
CODED = 1.18


def customer_key(context: Context, role: str, column: Column) -> float:
    """Factor for a column as the key of customers."""
    if is_row_number(column):
        return ROW_NUMBER
    if _has_few_values(context, role, column) or _counts_them(column) or _sold_it(context, role, column):
        return FEW_VALUES
    if role == "customers":
        return _unique_key(context, column) * (HALF_BLANK if column.profile.filled < 0.5 else _coded(column))
    if role == "leads":
        return _company_of_lead(context, column)
    return _bare_key(context, role, column) if is_bare(column) else _coded(column)


def _coded(column: Column) -> float:
    """“Customer” over codes rather than names is their key."""
    look = column.profile
    with_digits = sum(any(map(str.isdigit, value)) for value in look.levels)
    codes = look.words < 1.05 and with_digits > 0.9 * len(look.levels)
    return CODED if codes and column.header.atoms in PERSON_WORDS else 1.0


def lead_key(context: Context, role: str, column: Column) -> float:  # noqa: ARG001 (the shape of all factors)
    """Factor for a column as the key of leads. A bare "Id" is one only where leads are spoken of."""
    if is_row_number(column) and not column.header.atoms & {"lead", "opportunity"}:
        return ROW_NUMBER
    if not column.header.atoms - {"id", "row", "name", "email", "title"} and not context.of_leads:
        return HALF_BLANK
    if column.profile.filled < 0.5:
        return HALF_BLANK
    return 1.15 if is_bare(column) and context.spoken_of("leads") else 1.0


def subscription_key(context: Context, role: str, column: Column) -> float:  # noqa: ARG001 (as above)
    """A bare, unique "Id" on a sheet of that name is a subscription's."""
    own = is_bare(column) and column.profile.unique > UNIQUE and context.spoken_of("subscriptions")
    return 1.3 if own else 1.0


def is_bare(column: Column) -> bool:
    """Whether the header says "Id", "No." or "Key", and not of what."""
    return not column.header.atoms - {"id", "row"}


def is_row_number(column: Column) -> bool:
    """1, 2, 3 under a header that says no more than "number"."""
    atoms = column.header.atoms
    return column.profile.counts_rows and (not atoms or ("row" in atoms and not atoms & PERSON_KEYS))


def _has_few_values(context: Context, role: str, column: Column) -> bool:
    """The same few in all rows: a branch or a company of one's own, not customers."""
    look = column.profile
    few = context.rows > 100 and look.seen < max(5, 0.005 * look.sampled)
    return few or (role == "activity" and "company" in column.header.atoms and look.seen < 0.02 * look.sampled)


def _sold_it(context: Context, role: str, column: Column) -> bool:
    """On the lines of an order a seller is whom they bought from."""
    return role == "activity" and "seller" in column.header.atoms and context.any_with("order", "id")


def _counts_them(column: Column) -> bool:
    """Whether it says how many rather than who: “Visitors: 12000”."""
    many = any(token.text.endswith("s") for token in column.header.tokens)
    return many and "id" not in column.header.atoms and column.profile.numeric > 0.9


def _unique_key(context: Context, column: Column) -> float:
    unique = column.profile.unique
    if unique <= UNIQUE:
        return 0.95 if unique > 0.9 else 0.8 if unique > 0.6 else 0.6
    if is_bare(column):
        return NOT_ITS_OWN if _numbers_rows_beside_a_key(context, column) else _bare_key_of_customers(context)
    return 0.85 if _beside_its_id(context, column) else 1.0


def _numbers_rows_beside_a_key(context: Context, column: Column) -> bool:
    """0, 1, 2, ... under "id", and a column that says it is the customer's."""
    look = column.profile
    running = look.numeric > 0.99 and look.high - look.low < context.rows
    return running and any(is_explicit(one) and "customer" in one.header.atoms for one in context.columns)


def _bare_key_of_customers(context: Context) -> float:
    """A plain "Id": of customers, if the sheet is about persons or named so, and nobody else's key stands beside."""
    if context.trades or any(is_explicit(one) and one.profile.unique < UNIQUE for one in context.columns):
        return NOT_ITS_OWN
    if _is_of_something_else(context):
        return HALF_BLANK
    if context.spoken_of("customers"):
        return 1.33
    several = sum(one.header.has("id") and one.profile.unique > UNIQUE for one in context.columns) > 1
    if context.person >= 2 and not several:
        return 1.28
    return 1.2 if context.person else 1.0


def _is_of_something_else(context: Context) -> bool:
    """The key of a campaign, or of what ties a contact to one."""
    plainly = context.spoken_of("customers") and not context.spoken_of("spend") and not context.spoken_of("leads")
    spoken = any(context.spoken_of(role) for role in OTHER_ROLES)
    return not plainly and (context.foreign_keys >= 2 or (spoken and context.person < 2))


def _bare_key(context: Context, role: str, column: Column) -> float:
    """A plain "Id" that repeats is whose the rows are; one that does not is the rows' own."""
    look = column.profile
    if any(one is not column and is_explicit(one) for one in context.columns):
        return FEW_VALUES
    if role == "surveys":
        return 0.6 if look.counts_rows or context.any_with("email") else 1.1
    own = look.counts_rows or (look.unique > UNIQUE and context.rows > 1)
    return NOT_ITS_OWN if own else 1.25


def is_explicit(column: Column) -> bool:
    """A key that says whose it is, in most rows."""
    atoms = column.header.atoms
    return "id" in atoms and bool(atoms & PERSON_KEYS) and not atoms & OF_SOMEONE_ELSE and column.profile.filled > 0.5


def _beside_its_id(context: Context, column: Column) -> bool:
    """Beside a plain, unique "Id" an "Account Number" is a number that people give."""
    return context.spoken_of("customers") and any(
        one is not column and one.header.plain == "id" and min(one.profile.unique, one.profile.filled) > UNIQUE
        for one in context.columns
    )


def _company_of_lead(context: Context, column: Column) -> float:
    """The firm that a lead works for is no customer yet; that of a deal is."""
    atoms = column.header.atoms
    deals = context.any_with("opportunity") or "opportunity" in context.named
    return NOT_ITS_OWN if "company" in atoms and not atoms & {"id", "account"} and not deals else 1.0
