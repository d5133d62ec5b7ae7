"""Sheets in, mapping out: profile, role, columns, values, questions, links; a saved mapping first where one fits."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from bowtie.intake.mapping import FieldMapping, Mapping, SheetMapping
from bowtie.intake.recognise.columns import Column, columns_of
from bowtie.intake.recognise.context import Context, context_of
from bowtie.intake.recognise.fields import field_mappings
from bowtie.intake.recognise.headers import read_header
from bowtie.intake.recognise.headless import infer
from bowtie.intake.recognise.implied import implied
from bowtie.intake.recognise.keys import UNIQUE, is_bare
from bowtie.intake.recognise.links import find_links
from bowtie.intake.recognise.made import KEEP, used_columns
from bowtie.intake.recognise.personal import dropped
from bowtie.intake.recognise.persons import person_key
from bowtie.intake.recognise.profile import profile_sheet
from bowtie.intake.recognise.questions import questions, with_link_question
from bowtie.intake.recognise.roles import ENOUGH, Guess, guess, guesses
from bowtie.intake.sheets import RawSheet, Sheets
from bowtie.words import Text, say

LINKED_DATE = 2.0       # what a missing date takes away, since the link brings it
LINES = 0.8
NEED_CUSTOMER = ("customers", "activity", "revenue", "subscriptions")
VAGUE = {"customer_id", "name", "region", "segment", "products", "reviews", "references"}   # things have these too
LINK_KEYS = [{key} for key in ("subscription", "contract", "policy", "user", "contact", "account", "member")]


def recognise(sheets: Sheets, memory: Path | None = None) -> Mapping:
    """What each sheet and each column is, with how sure and why.

    `memory` is a folder of saved mappings: a sheet whose header row is known from before maps as it did then.
    """
    contexts = [see(sheet) for sheet in sheets]
    found = [_remembered(context, memory) or recognise_sheet(context) for context in contexts]
    found = _lines_of_others(contexts, found)
    links = find_links(contexts, found)
    linked = {link.from_sheet for link in links if link.field == "customer_id"}
    return Mapping(tuple(told if told.key in linked else with_link_question(told) for told in found), links)


def _lines_of_others(contexts: list[Context], found: list[SheetMapping]) -> list[SheetMapping]:
    """Lines of orders name no customer, yet they are activity when their order's own sheet is in the upload."""
    tried = [
        _as_lines(context) if told.role == "unknown" and context.any_with("order", "id") else None
        for context, told in zip(contexts, found, strict=True)
    ]
    if not any(tried):
        return found
    links = find_links(contexts, [lines or told for lines, told in zip(tried, found, strict=True)])
    linked = {link.from_sheet for link in links if link.field == "customer_id"}
    return [
        lines if lines is not None and told.key in linked else told
        for lines, told in zip(tried, found, strict=True)
    ]


def _as_lines(context: Context) -> SheetMapping | None:
    one = guess(context, "activity")
    enough = one.score + LINKED_DATE >= ENOUGH and any(one.has(name) for name in ("detail", "value", "unit_price"))
    return mapped(context, one, LINES) if enough and context.sheet.header_row else None


def see(sheet: RawSheet) -> Context:
    """The sheet with its columns read and profiled."""
    return context_of(sheet, columns_of(sheet, profile_sheet(sheet)))


def _remembered(context: Context, memory: Path | None) -> SheetMapping | None:
    if memory is None:
        return None
    from bowtie.intake.memory import recall

    return recall(context.sheet, memory)


def recognise_sheet(context: Context) -> SheetMapping:
    """One sheet on its own."""
    if context.sheet.header_row == 0:
        return infer(context) or _unknown(
            context, say("There is no header row, and the values do not tell what they are.")
        )
    ranked = [_with_person(context, one) for one in guesses(context)]
    best = next((one for one in ranked if one.score >= ENOUGH and _possible(context, one)), None)
    if best is None:
        return _unknown(context, say("No column tells enough of customers, what they did, leads, answers or spending."))
    return mapped(context, best, _confidence(best, ranked))


def _with_person(context: Context, one: Guess) -> Guess:
    """What somebody did, with the person found by the values where no header names one."""
    if (
        one.role != "activity"
        or one.score < ENOUGH
        or ("customer_id" in one.fields and one.fields["customer_id"].score >= KEEP)
    ):
        return one
    found = person_key(context)
    return (
        one
        if found is None
        else replace(one, fields={**one.fields, "customer_id": found}, matches=(*one.matches, found))
    )


def _possible(context: Context, one: Guess) -> bool:
    """Without a customer a table of customers or of what they did is of no use, unless a key leads to them."""
    filled = {name for name, match in one.fields.items() if match.score >= KEEP}
    if (one.role == "leads" and not filled & {"lead_id", "stage", "outcome"}) or (
        len(filled) < 2 and not _customers_alone(context, one)
    ):
        return False
    if one.role == "customers" and filled <= VAGUE and _bare(context, one):
        return False
    if one.role not in NEED_CUSTOMER or ("customer_id" in one.fields and one.fields["customer_id"].score >= KEEP):
        return True
    if one.role == "subscriptions":
        return False
    return one.role == "activity" and any(_leads_on(column) for column in context.columns)


def _bare(context: Context, one: Guess) -> bool:
    """A plain "Id" of nobody knows what."""
    key = one.fields.get("customer_id")
    bare = key is not None and is_bare(context.columns[key.column])
    return bare and not context.person and not context.spoken_of("customers")


def _leads_on(column: Column) -> bool:
    """A key whose own sheet would say who the customer is."""
    atoms = column.header.atoms
    return "id" in atoms and atoms - {"id", "row"} in LINK_KEYS


def _customers_alone(context: Context, one: Guess) -> bool:
    """A list of customers of whom we know nothing but attributes, or a list of leads."""
    key = one.fields.get("customer_id")
    named = key is not None and bool(
        context.columns[key.column].header.atoms & {"customer", "member", "user", "subscriber", "account"}
    )
    return one.role == "leads" or (one.role == "customers" and (named or context.person >= 2))


def _confidence(best: Guess, ranked: list[Guess]) -> float:
    second = max((one.score for one in ranked if one is not best), default=0.0)
    return round(min(0.99, 0.5 + 0.08 * best.score + 0.05 * (best.score - max(0.0, second))), 3)


def mapped(context: Context, found: Guess, confidence: float) -> SheetMapping:
    """The mapping of a sheet whose role is settled."""
    fields = field_mappings(context, found)
    used = used_columns(fields.values())
    gone = dropped(context.columns, used)
    out = used | {one.column for one in gone}
    sheet = context.sheet
    return SheetMapping(
        sheet.file,
        sheet.name,
        sheet.header_row,
        sheet.headers,
        found.role,
        confidence,
        _reason(context, found),
        fields,
        implied(context, found.role, {name: one.columns[0] for name, one in fields.items()}),
        questions(context, found, fields),
        tuple(column.index for column in context.columns if column.index not in out and column.profile.sampled),
        gone,
    )


def _reason(context: Context, found: Guess) -> Text:
    told = sorted(found.fields.values(), key=lambda match: -match.score)[:3]
    headers = ", ".join(context.columns[match.column].header.text for match in told)
    return say("Columns such as {headers} say so.", headers=headers)


def _unknown(context: Context, reason: Text) -> SheetMapping:
    sheet, gone = context.sheet, dropped(context.columns, set())
    out = {one.column for one in gone}
    kept = tuple(column.index for column in context.columns if column.index not in out and column.profile.sampled)
    return SheetMapping(
        sheet.file, sheet.name, sheet.header_row, sheet.headers, "unknown", 0.5, reason, _prices(context),
        attributes=kept, dropped=gone,
    )


def _prices(context: Context) -> dict[str, FieldMapping]:
    """A price list is no table of ours, yet sales without amounts may need what it says."""
    listed = any("product" in column.header.atoms and column.profile.unique > UNIQUE for column in context.columns)
    if not listed or not context.sheet.header_row:
        return {}
    found = field_mappings(context, guess(context, "activity"))
    price = found.get("unit_price") or found.get("value")
    return {} if price is None or "price" not in read_header(price.headers[0]).atoms else {
        "unit_price": replace(price, field="unit_price"),
    }


def rerole(sheet: RawSheet, told: SheetMapping, role: str) -> SheetMapping:  # noqa: ARG001 (told: as choices_for)
    """The sheet under a role that the user chose: its fields are recognised anew. "unknown" leaves it out."""
    context = see(sheet)
    if role == "unknown":
        return _unknown(context, say("You chose to leave it out."))
    return mapped(context, guess(context, role), 1.0)


def choices_for(sheet: RawSheet, told: SheetMapping, field: str) -> tuple[int, ...]:
    """Columns that could fill a field of this sheet's role, the likeliest first, then all others in their order."""
    likely = [match.column for match in guess(see(sheet), told.role).matches if match.field == field]
    return tuple(dict.fromkeys([*likely, *range(len(told.headers))]))
