"""A picture in grey: the same shapes, every colour replaced by the grey of its lightness."""

from __future__ import annotations

import re
from typing import Any

_HEX = re.compile(r"^#([0-9a-fA-F]{6})$")


def grey(chart: Any) -> dict[str, Any]:
    """The same chart as a specification without colour and tooltips, for what is not the reader's own."""
    spec: dict[str, Any] = _without_colour(chart.to_dict())
    return spec


def _without_colour(part: Any) -> Any:
    if isinstance(part, dict):
        return {name: _without_colour(inner) for name, inner in part.items() if name != "tooltip"}
    if isinstance(part, list):
        return [_without_colour(inner) for inner in part]
    return _grey_of(part) if isinstance(part, str) else part


def _grey_of(text: str) -> str:
    found = _HEX.match(text)
    if not found:
        return text
    red, green, blue = (int(found.group(1)[at:at + 2], 16) for at in (0, 2, 4))
    level = round(0.299 * red + 0.587 * green + 0.114 * blue)
    # Half-way towards white or black keeps it readable and plainly not one's own.
    return "#{0:02x}{0:02x}{0:02x}".format(min(255, (level + 190) // 2 if level < 230 else level))
