"""Chosen matches to field mappings: confidence, reason, order of dates, unit, values."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from bowtie.intake.mapping import FieldMapping, Order
from bowtie.intake.recognise import dates, units, values
from bowtie.intake.recognise.columns import TYPES, Column, Match
from bowtie.intake.recognise.context import Context
from bowtie.intake.recognise.implied import kind_is_known
from bowtie.intake.recognise.reasons import by_header
from bowtie.intake.recognise.roles import Guess
from bowtie.words import say

ALTERNATIVES = ("region", "detail", "channel")     # several columns may well serve; the best is taken
KEEP = 0.5            # a weaker match is no field
TIE = 0.04            # a rival so near leaves doubt
DOUBT = 0.86
MOST_SURE = 0.99
UNCONTESTED = 0.82
BY_VALUES = 0.92      # a column whose every value says left or stayed


def field_mappings(context: Context, found: Guess) -> dict[str, FieldMapping]:
    """The fields of the sheet, given its role."""
    chosen = {name: match for name, match in found.fields.items() if match.score >= KEEP}
    orders = dates.settle(column for column in context.columns if column.profile.dates > 0.5 or column.profile.native == "date")
    made = {
        name: _made(context, found.role, context.columns[match.column], match, _doubt(match, found), orders)
        for name, match in chosen.items()
    }
    return _SPECIAL.get(found.role, lambda context, made, found: made)(context, made, found)


def _doubt(match: Match, found: Guess) -> float:
    """How sure a match may be at most, given the columns left over that would serve as well."""
    rival = max((other.score for other in found.matches if other.field == match.field and other.column != match.column
                 and other.column not in {one.column for one in found.fields.values()}), default=0.0)
    if match.field in ALTERNATIVES:
        return MOST_SURE
    return DOUBT if match.score - rival < TIE else MOST_SURE - 0.001 if match.score - rival > 0.2 else 0.95


def _raised(score: float, most: float) -> float:
    """A good match without a rival is as good as sure: weights rank rivals, they are no probabilities."""
    return max(score, 0.91) if score >= UNCONTESTED and most > 0.95 else score


def _made(
    context: Context, role: str, column: Column, match: Match, most: float, orders: dict[int, Order | None],
) -> FieldMapping:
    confidence = round(min(_raised(match.score, most), most), 3)
    kind = TYPES[role, match.field]
    made = FieldMapping(
        match.field, (column.index,), (_header(context, column),), confidence, by_header(column, kind, confidence),
        order=orders.get(column.index, dates.order_of(column)) if kind == "date" else None,
    )
    if kind in ("money", "months"):
        return _with_unit(context, column, made, kind)
    group = _GROUPS.get((role, match.field))
    return replace(made, values=group(column)) if group else made


def _header(context: Context, column: Column) -> str:
    return context.sheet.headers[column.index]


def _with_unit(context: Context, column: Column, made: FieldMapping, kind: str) -> FieldMapping:
    if kind == "money":
        return replace(made, unit=units.money_unit(context, column))
    unit, said = units.months_unit(context, column)
    return replace(made, unit=unit, confidence=made.confidence if said else min(made.confidence, 0.93))


def _only_known(column: Column, group: str) -> dict[str, values.Ours]:
    known = values.map_values(column.profile, group)
    return known if any(ours is not None for ours in known.values()) else {}


_GROUPS = {
    ("activity", "kind"): lambda column: _only_known(column, "kind"),
    ("activity", "status"): lambda column: {
        theirs: ours for theirs, ours in _only_known(column, "status").items() if ours is not None
    },
    ("surveys", "instrument"): lambda column: _only_known(column, "instrument"),
    ("leads", "stage"): lambda column: stage_values(column),
    ("leads", "kind"): lambda column: _only_known(column, "lead_kind"),
    ("spend", "side"): lambda column: _only_known(column, "side"),
    ("spend", "stage"): lambda column: _side_stages(column),
}


def _side_stages(column: Column) -> dict[str, values.Ours]:
    """Stages of either side: money may serve any."""
    left, right = stage_values(column), values.map_values(column.profile, "right_stage")
    told = {theirs: right[theirs] or ours for theirs, ours in left.items()}
    return told if any(ours is not None for ours in told.values()) else {}


# ------------------------------------------------------------------------------------------------------- customers
def churn_values(column: Column) -> dict[str, bool | None]:
    """True for left. `Active: no` is left; `Churn: yes` is left; otherwise the words decide."""
    look = column.profile
    told = values.flags(look)
    says_left = not column.header.atoms & {"active"} or bool(column.header.atoms & {"churn"})
    if look.seen and all(told[value] is not None for value in look.levels):
        return told if says_left else {value: None if said is None else not said for value, said in told.items()}
    return values.leaving(look)


def _customers(context: Context, made: dict[str, FieldMapping], found: Guess) -> dict[str, FieldMapping]:
    return _name(context, _churned(context, made, found))


def _churned(context: Context, made: dict[str, FieldMapping], found: Guess) -> dict[str, FieldMapping]:
    made = dict(made)
    used = {at for name, one in made.items() for at in one.columns if name != "churned" and one.confidence >= 0.8}
    best: tuple[float, Column, dict[str, bool | None]] | None = None
    for column in context.columns:
        if column.index in used and column.index not in made.get("churned", _NOTHING).columns:
            continue
        score, told = _churn_score(context, column, found)
        if score >= KEEP and (best is None or score > best[0]):
            best = score, column, told
    made.pop("churned", None)
    if best is None:
        return made
    score, column, told = best
    made = {name: one for name, one in made.items() if column.index not in one.columns}
    reason = say("The values of “{header}” tell who has left.", header=column.header.text)
    made["churned"] = FieldMapping("churned", (column.index,), (_header(context, column),), round(min(score, MOST_SURE), 3), reason, values=told)
    return made


_NOTHING = FieldMapping("", (), (), 0.0, say(""))


def _churn_score(context: Context, column: Column, found: Guess) -> tuple[float, dict[str, bool | None]]:
    said = next((match.named for match in found.matches if match.field == "churned" and match.column == column.index), 0.0)
    look = column.profile
    told = churn_values(column)
    if not 2 <= len(told) <= 12 or True not in told.values() or look.dates > 0.5:
        return 0.0, told
    share = values.leaving_share(look)
    if share and not column.header.atoms & {"order", "payment", "ticket", "lead", "trial", "plan", "marital", "employee"}:
        return max(said, 0.66 if share < 0.999 and said < 0.5 else BY_VALUES if said >= 0.5 else 0.75), told
    if said < KEEP or False not in told.values():
        return 0.0, told
    atoms = column.header.atoms
    if "churn" in atoms or "flag" not in atoms and "deleted" not in atoms and "active" not in atoms:
        plain = all(value is not None for value in told.values())
        return said if plain else min(said, 0.6), told
    return max(said, _agrees_with_end(context, column, told)), told


def _agrees_with_end(context: Context, flag: Column, told: dict[str, bool | None]) -> float:
    """A flag that is up exactly where an end date stands says who has left."""
    import numpy as np
    import pyarrow.compute as pc

    from bowtie.intake.convert_common import clean

    for column in context.columns:
        if not column.header.atoms & {"end", "churn", "cancel", "closed"} or "date" not in column.header.atoms or column.profile.filled > 0.98:
            continue
        ended = pc.is_valid(clean(context.sheet.texts(column.index), none_is_missing=True)).to_numpy(zero_copy_only=False)
        up = [told.get((text or "").strip()) is True for text in context.sheet.texts(flag.index).to_pylist()]
        if (np.asarray(up) == ended).mean() > 0.98:
            return 0.95
    return 0.0


def _name(context: Context, made: dict[str, FieldMapping]) -> dict[str, FieldMapping]:
    """First and last name together where there is no better name; a name that is the key is not told twice."""
    if "name" in made and made["name"].confidence >= 0.75:
        return made
    first = next((c for c in context.columns if c.header.atoms & {"first_name"} and not c.header.atoms & {"last_name", "contact"} and c.profile.sampled), None)
    last = next((c for c in context.columns if c.header.atoms & {"last_name"} and c.profile.sampled), None)
    if first is None or last is None or first is last:
        return made
    joined = FieldMapping(
        "name", (first.index, last.index), (_header(context, first), _header(context, last)), 0.9,
        say("First and last name together."), combine="join",
    )
    return {**{name: one for name, one in made.items() if not set(one.columns) & set(joined.columns)}, "name": joined}


# -------------------------------------------------------------------------------------------------------- activity
def _activity(context: Context, made: dict[str, FieldMapping], found: Guess) -> dict[str, FieldMapping]:
    made = dict(made)
    if "kind" in made and not kind_is_known(context.columns[made["kind"].columns[0]]):
        loose = made.pop("kind")
        if "detail" not in made:
            made["detail"] = replace(loose, field="detail", confidence=min(loose.confidence, 0.7), values={})
    value, quantity, price = made.get("value"), made.get("quantity"), made.get("unit_price")
    weak = value is not None and (value.confidence < 0.7 or bool(price) and value.columns == price.columns)
    if quantity and price and (value is None or weak):
        made["value"] = replace(
            price, field="value", columns=(*quantity.columns, *price.columns), headers=(*quantity.headers, *price.headers),
            combine="product", confidence=round(min(quantity.confidence, price.confidence), 3),
            reason=say("Quantity times price, since no column holds the amount of a line."),
        )
    elif price and value is None and not quantity:
        made["value"] = replace(price, field="value", confidence=min(price.confidence, 0.75),
                                reason=say("The price is the only amount, and there is no quantity."))
        made.pop("unit_price")
    return made


# ----------------------------------------------------------------------------------------------------------- leads
def stage_values(column: Column) -> dict[str, values.Ours]:
    """Stages to ours; won and lost by name."""
    told: dict[str, values.Ours] = {}
    for theirs in column.profile.all_levels:
        closed = values.meaning(theirs, "outcome")
        staged = values.meaning(theirs, "stage")
        told[theirs] = closed if closed in ("won", "lost") and not (staged and values.tidy(theirs) in values.words_of("stage")) else staged
    return told


def _outcome_values(column: Column) -> dict[str, values.Ours]:
    look = column.profile
    told = values.flags(look)
    if look.seen and all(told[value] is not None for value in look.levels):
        lost = bool(column.header.atoms & {"lost"}) and not column.header.atoms & {"won"}
        return {value: ("lost" if lost else "won") if said else "open" for value, said in told.items()}
    return {theirs: values.meaning(theirs, "outcome") or "open" for theirs in look.all_levels}


def _leads(context: Context, made: dict[str, FieldMapping], found: Guess) -> dict[str, FieldMapping]:
    made = dict(made)
    if "outcome" in made:
        told = _outcome_values(context.columns[made["outcome"].columns[0]])
        if "won" in told.values() and len(set(told.values())) > 1:
            made["outcome"] = replace(made["outcome"], values=told)
        else:
            made.pop("outcome")
    made = _outcome_by_values(context, made)
    stage = made.get("stage")
    if stage and "outcome" not in made and {"won", "lost"} & {str(ours) for ours in stage.values.values()}:
        told = {theirs: ours if ours in ("won", "lost") else "open" for theirs, ours in stage.values.items()}
        made["outcome"] = replace(stage, field="outcome", values=told, reason=say("The stages tell won and lost."))
    return made


def _outcome_by_values(context: Context, made: dict[str, FieldMapping]) -> dict[str, FieldMapping]:
    """A column whose every value says won, lost or open, and is not the one of the stages."""
    if "outcome" in made:
        return made
    used = used_columns(made.values())
    for column in context.columns:
        told = {theirs: values.meaning(theirs, "outcome") for theirs in column.profile.levels}
        if column.index in used or not 2 <= len(told) <= 6 or None in told.values() or not {"won", "lost"} & set(told.values()):
            continue
        if column.header.atoms & {"status", "outcome", "won", "lost", "closed", "stage", "converted"}:
            reason = say("The values of “{header}” say won, lost or open.", header=column.header.text)
            return {**made, "outcome": FieldMapping("outcome", (column.index,), (_header(context, column),), 0.93, reason, values=dict(told))}
    return made


# --------------------------------------------------------------------------------------------------------- surveys
def _surveys(context: Context, made: dict[str, FieldMapping], found: Guess) -> dict[str, FieldMapping]:
    """Free words beside a score are its comment, whatever the question was."""
    if "comment" in made:
        return made
    used = used_columns(made.values())
    free = [c for c in context.columns if c.index not in used and c.header.question and c.profile.share("letters") > 0.8 and c.profile.seen > 0.5 * c.profile.sampled]
    if not free:
        return made
    column = free[0]
    reason = say("The answers to “{header}” are free words.", header=column.header.text)
    return {**made, "comment": FieldMapping("comment", (column.index,), (_header(context, column),), 0.75, reason)}


_SPECIAL = {"surveys": _surveys, "customers": _customers, "activity": _activity, "leads": _leads}


def used_columns(fields: Iterable[FieldMapping]) -> set[int]:
    """Columns that some field uses."""
    return {at for one in fields for at in one.columns}
