"""What all makers of field mappings share."""

from __future__ import annotations

from collections.abc import Iterable

from bowtie.intake.mapping import FieldMapping
from bowtie.intake.recognise.columns import Column
from bowtie.intake.recognise.context import Context

KEEP = 0.5  # a weaker match is no field
MOST_SURE = 0.99


def header_of(context: Context, column: Column) -> str:
    """The header as it stands in the sheet ("#1" in a file without a header)."""
    return context.sheet.headers[column.index]


def used_columns(fields: Iterable[FieldMapping]) -> set[int]:
    """Columns that some field uses."""
    return {at for one in fields for at in one.columns}
