"""Cells of one workbook column -> an Arrow column, natively typed where all its cells agree."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import Any

import pyarrow as pa

from bowtie.intake.kinds import cell_text
from bowtie.intake.sheets import Native

NUMBERS = {int, float}
DATES = {dt.date, dt.datetime}


def typed_column(cells: Sequence[Any]) -> tuple[pa.Array, Native]:
    """The Arrow column and what its cells were; "" and None are empty."""
    kinds = set(map(type, cells))
    if str in kinds and "" in cells:
        cells = [None if cell == "" else cell for cell in cells]
        kinds = set(map(type, cells))
    kinds.discard(type(None))
    if not kinds:
        return pa.nulls(len(cells), pa.string()), "empty"
    if kinds == {str}:
        return pa.array(cells, pa.string()), "text"
    if kinds <= NUMBERS:
        return pa.array(cells, pa.float64()), "number"
    if kinds <= DATES:
        return _dates(cells, kinds), "date"
    if kinds == {bool}:
        return pa.array(cells, pa.bool_()), "flag"
    return pa.array([None if cell is None else cell_text(cell) for cell in cells], pa.string()), "mixed"


def _dates(cells: Sequence[Any], kinds: set[type]) -> pa.Array:
    if kinds == {dt.date}:
        return pa.array(cells, pa.date32()).cast(pa.timestamp("us"))
    midnight = dt.time()
    moments = [dt.datetime.combine(cell, midnight) if type(cell) is dt.date else cell for cell in cells]
    return pa.array(moments, pa.timestamp("us"))
