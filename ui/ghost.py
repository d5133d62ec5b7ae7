"""A picture in grey: the same shapes, every colour replaced by a grey of its lightness."""

from __future__ import annotations

import re
from typing import Any

_HEX = re.compile(r"^#([0-9a-fA-F]{6})$")
_EDGES = (40, 230)          # near black and near white are paper and ink: they stay


def grey(chart: Any, dark: bool = False) -> dict[str, Any]:
    """The same chart as a specification without colour and tooltips, for what is not the reader's own."""
    spec: dict[str, Any] = _without_colour(chart.to_dict(), 80 if dark else 190)
    return spec


def _without_colour(part: Any, towards: int) -> Any:
    if isinstance(part, dict):
        return {name: _without_colour(inner, towards) for name, inner in part.items() if name != "tooltip"}
    if isinstance(part, list):
        return [_without_colour(inner, towards) for inner in part]
    return _grey_of(part, towards) if isinstance(part, str) else part


def _grey_of(text: str, towards: int) -> str:
    found = _HEX.match(text)
    if not found:
        return text
    red, green, blue = (int(found.group(1)[at:at + 2], 16) for at in (0, 2, 4))
    level = round(0.299 * red + 0.587 * green + 0.114 * blue)
    # Half-way towards the paper keeps it readable and plainly not one's own.
    if not _EDGES[0] < level < _EDGES[1]:
        return text
    shade = (level + towards) // 2
    return f"#{shade:02x}{shade:02x}{shade:02x}"
