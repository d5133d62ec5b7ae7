"""Sheets and mappings made by hand, so that building is tested without reading or recognising."""

from __future__ import annotations

from collections.abc import Mapping as MappingType
from typing import Any

import pyarrow as pa

from bowtie.dataset import Dataset
from bowtie.intake.build import build
from bowtie.intake.mapping import FieldMapping, Mapping, SheetMapping
from bowtie.intake.sheets import RawSheet, Sheets
from bowtie.words import say

Made = tuple[RawSheet, SheetMapping]
WHY = say("made by hand")


def sheet(
    text: str, role: str, fields: MappingType[str, Any], *, file: str = "made.csv", shuffle: list[int] | None = None,
    **more: Any,
) -> Made:
    """A sheet of `text` (| between cells, the first line is the header). A field is a header, or a dict of
    FieldMapping's own with `headers`. Columns without a field are attributes."""
    lines = [[cell.strip() for cell in line.split("|")] for line in text.strip().splitlines()]
    headers, rows = lines[0], lines[1:]
    rows = [rows[n] for n in shuffle] if shuffle else rows
    mapped = {name: _field(name, told, headers) for name, told in fields.items()}
    used = {column for found in mapped.values() for column in found.columns}
    more.setdefault("attributes", tuple(n for n in range(len(headers)) if n not in used))
    told = SheetMapping(file, "", 1, tuple(headers), role, 1.0, WHY, mapped, **more)
    return raw_sheet(headers, rows, file), told


def raw_sheet(headers: list[str], rows: list[list[str]], file: str = "made.csv") -> RawSheet:
    """A delimited file as reading gives it: text, null where a cell is empty."""
    data = {str(n): pa.array([row[n] or None for row in rows], pa.string()) for n in range(len(headers))}
    numbers = pa.array(range(2, 2 + len(rows)), pa.int64())
    return RawSheet(file, "", 1, tuple(headers), pa.table(data), ("text",) * len(headers), numbers)


def _field(name: str, told: Any, headers: list[str]) -> FieldMapping:
    told = {"headers": told} if isinstance(told, str) else dict(told)
    named = (told.pop("headers"),) if isinstance(told["headers"], str) else tuple(told.pop("headers"))
    return FieldMapping(name, tuple(headers.index(header) for header in named), named, 1.0, WHY, **told)


def made(*pairs: Made, **more: Any) -> Dataset:
    """The dataset of these sheets; `more` are Mapping's links and choices."""
    sheets = Sheets(tuple(raw for raw, _ in pairs), fingerprint="made", files=tuple(raw.file for raw, _ in pairs))
    return build(sheets, Mapping(tuple(told for _, told in pairs), **more))


def codes(dataset: Dataset) -> dict[str, int]:
    """Findings by code, with their rows."""
    return {found.code: found.rows for found in dataset.findings}
