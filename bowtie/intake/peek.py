"""A look into a raw sheet, for whoever confirms a mapping. Arrow only."""

from __future__ import annotations

import pyarrow.compute as pc

from bowtie.intake.mapping import SheetMapping
from bowtie.intake.sheets import RawSheet, Sheets

_ENOUGH = 2_000          # rows that a sample is taken from


def samples(sheet: RawSheet, column: int, most: int = 3) -> tuple[str, ...]:
    """The first distinct values of a column, as text."""
    texts = sheet.texts(column).slice(0, _ENOUGH).drop_null().unique()
    return tuple(str(text) for text in texts.slice(0, most).to_pylist())


def value_counts(sheet: RawSheet, column: int, most: int = 200) -> tuple[tuple[str, int], ...]:
    """Distinct values of a column with how often each stands there, most frequent first; stripped text."""
    counted = pc.value_counts(pc.utf8_trim_whitespace(sheet.texts(column).drop_null()))
    pairs = [(str(pair["values"]), int(pair["counts"])) for pair in counted.to_pylist()]
    return tuple(sorted(pairs, key=lambda pair: (-pair[1], pair[0]))[:most])


def raw_of(sheets: Sheets, mapped: SheetMapping) -> RawSheet:
    """The raw sheet that a mapped one speaks of; KeyError when there is none."""
    for sheet in sheets:
        if sheet.key == mapped.key:
            return sheet
    raise KeyError(mapped.key)
