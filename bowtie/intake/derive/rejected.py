"""The rows left out, with file, sheet, row and reason, as one frame to show and to download."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pandas as pd

from bowtie.intake.derive.log import Log
from bowtie.intake.sheets import RawSheet

PLACE = ("file", "sheet", "row", "reason")


def rejected_rows(raws: Sequence[tuple[RawSheet, int]], log: Log) -> pd.DataFrame:
    """file, sheet, row (as a spreadsheet counts), reason (Text), then the cells under the sheet's own headers.

    `raws` are the sheets with the number of their first row in the upload. Ordered by place.
    """
    parts = [part for raw, offset in raws for part in (_at_reading(raw), _at_building(raw, offset, log)) if len(part)]
    if not parts:
        return pd.DataFrame(columns=list(PLACE))
    rows = pd.concat(parts, ignore_index=True)
    rows = rows[[*PLACE, *(name for name in rows if name not in PLACE)]]
    return rows.sort_values(["file", "sheet", "row"], kind="stable", ignore_index=True)


def _at_reading(raw: RawSheet) -> pd.DataFrame:
    names = cell_names(raw)
    cells = [dict(zip(names, row.cells, strict=False)) for row in raw.rejected]
    place = [{"file": raw.file, "sheet": raw.name, "row": row.row, "reason": row.reason} for row in raw.rejected]
    return pd.DataFrame([{**where, **held} for where, held in zip(place, cells, strict=True)])


def _at_building(raw: RawSheet, offset: int, log: Log) -> pd.DataFrame:
    parts = []
    for index, reason in log.rejected:
        positions = np.asarray(index[(index >= offset) & (index < offset + raw.rows)] - offset)
        if len(positions):
            why = pd.Series([reason] * len(positions), dtype="object")
            parts.append(_cells(raw, positions).assign(reason=why))
    if not parts:
        return pd.DataFrame()
    found = pd.concat(parts, ignore_index=True).drop_duplicates("row")
    return found.assign(file=raw.file, sheet=raw.name)


def _cells(raw: RawSheet, positions: np.ndarray) -> pd.DataFrame:
    dropped: dict[str, object] = {"row": raw.row_numbers.take(positions).to_numpy(zero_copy_only=False)}
    for column, name in enumerate(cell_names(raw)):
        dropped[name] = raw.texts(column).take(positions).to_pandas().astype("str").array
    return pd.DataFrame(dropped)


def cell_names(raw: RawSheet) -> list[str]:
    """The sheet's headers, made distinct, and never the names of our own columns."""
    names: list[str] = []
    for column, header in enumerate(raw.headers):
        name = header or f"#{column + 1}"
        while name in names or name in PLACE:
            name += "'"
        names.append(name)
    return names
