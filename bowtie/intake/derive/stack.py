"""Sheets of one role become one table; sheets of one shape are judged together first."""

from __future__ import annotations

from collections.abc import Iterable

import pandas as pd

from bowtie.intake.convert import Typed
from bowtie.intake.sheets import RawSheet


def shape_of(raw: RawSheet) -> tuple[str, ...]:
    """Sheets with the same headers, in whatever order, are one export in parts."""
    return tuple(sorted(raw.headers))


def by_shape(typed: Iterable[Typed]) -> list[list[Typed]]:
    """The sheets of each role and shape."""
    groups: dict[tuple[str, tuple[str, ...]], list[Typed]] = {}
    for one in typed:
        groups.setdefault((one.mapping.role, shape_of(one.raw)), []).append(one)
    return [groups[key] for key in sorted(groups)]


def together(frames: list[pd.DataFrame]) -> pd.DataFrame:
    """One below the other, each row keeping its number. A column that one lacks is blank there."""
    frames = [frame for frame in frames if len(frame)] or frames[:1]
    if len(frames) == 1:
        return frames[0]
    return pd.concat(_alike(frames))


def _alike(frames: list[pd.DataFrame]) -> list[pd.DataFrame]:
    """The user's own columns may be numbers in one sheet and text in another: then they are text."""
    kinds: dict[str, set[str]] = {}
    for frame in frames:
        for name, kind in frame.dtypes.items():
            kinds.setdefault(str(name), set()).add(str(kind))
    mixed = [name for name, seen in kinds.items() if len(seen) > 1]
    return [frame.astype({name: "str" for name in mixed if name in frame}) for frame in frames]
