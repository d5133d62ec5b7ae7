"""Activity: kinds that we know, and the amount of a line where only quantity and price stand."""

from __future__ import annotations

from dataclasses import replace

from bowtie.intake.mapping import FieldMapping
from bowtie.intake.recognise.context import Context
from bowtie.intake.recognise.implied import kind_is_known
from bowtie.intake.recognise.roles import Guess
from bowtie.words import say

WEAK_VALUE = 0.7  # an amount less sure than this gives way to quantity times price
LONE_PRICE = 0.75  # a price is the amount where nothing else is
LOOSE_DETAIL = 0.7


def finish(context: Context, made: dict[str, FieldMapping], found: Guess) -> dict[str, FieldMapping]:  # noqa: ARG001
    """Kinds with their values or none, and an amount where one can be had."""
    return _with_value(_with_kind(context, made))


def _with_kind(context: Context, made: dict[str, FieldMapping]) -> dict[str, FieldMapping]:
    """A column of which we know too few kinds tells details rather than kinds."""
    kind = made.get("kind")
    if kind is None or kind_is_known(context.columns[kind.columns[0]]):
        return made
    rest = {name: one for name, one in made.items() if name != "kind"}
    detail = replace(kind, field="detail", confidence=min(kind.confidence, LOOSE_DETAIL), values={})
    return {"detail": detail, **rest}


def _with_value(made: dict[str, FieldMapping]) -> dict[str, FieldMapping]:
    value, quantity, price = made.get("value"), made.get("quantity"), made.get("unit_price")
    if price is None:
        return made
    weak = value is None or value.confidence < WEAK_VALUE or value.columns == price.columns
    if quantity is not None and weak:
        return {**made, "value": _product(quantity, price)}
    if value is None:
        lone = replace(
            price,
            field="value",
            confidence=min(price.confidence, LONE_PRICE),
            reason=say("The price is the only amount, and there is no quantity."),
        )
        return {**{name: one for name, one in made.items() if name != "unit_price"}, "value": lone}
    return made


def _product(quantity: FieldMapping, price: FieldMapping) -> FieldMapping:
    return replace(
        price,
        field="value",
        columns=(*quantity.columns, *price.columns),
        headers=(*quantity.headers, *price.headers),
        combine="product",
        confidence=round(min(quantity.confidence, price.confidence), 3),
        reason=say("Quantity times price, since no column holds the amount of a line."),
    )
