"""Text that fits: widths are estimated, since a picture is laid out before any browser measures it."""

from __future__ import annotations

import unicodedata

ELLIPSIS = "…"
_NARROW = set("iljtfr.,:;'!|()[]1 ")
_BROAD = set("mwMW@%—")


def clean(text: object) -> str:
    """One line without control characters or direction marks: what a file holds must not bend the picture."""
    kept = (" " if char.isspace() else char for char in str(text))
    return " ".join("".join(char for char in kept if unicodedata.category(char)[0] != "C").split())


def width_of(text: str, size: float = 13, bold: bool = False) -> float:
    """About how many pixels wide a line is; a little generous."""
    return sum(_em(char) for char in text) * size * (1.06 if bold else 1.0)


def _em(char: str) -> float:
    if unicodedata.east_asian_width(char) in "WF":
        return 1.02
    if unicodedata.combining(char):
        return 0.0
    if char in _NARROW:
        return 0.34
    return 0.9 if char in _BROAD else 0.68 if char.isupper() else 0.585


def clip(text: object, pixels: float, size: float = 13, bold: bool = False) -> str:
    """The text, cut with an ellipsis where it would be wider than `pixels`."""
    line = clean(text)
    if width_of(line, size, bold) <= pixels:
        return line
    room, kept = pixels - width_of(ELLIPSIS, size, bold), ""
    for char in line:
        room -= width_of(char, size, bold)
        if room < 0:
            break
        kept += char
    return kept.rstrip() + ELLIPSIS


def wrap(text: object, pixels: float, size: float = 13, lines: int = 2, bold: bool = False) -> list[str]:
    """At most so many lines, broken at spaces, or between Chinese or Japanese characters; the last one is clipped."""
    done: list[str] = []
    rest = clean(text)
    while rest and len(done) < lines - 1:
        head = _first_line(rest, pixels, size, bold)
        done.append(head.rstrip())
        rest = rest[len(head):].lstrip()
    return [*done, clip(rest, pixels, size, bold)] if rest else done


def _first_line(text: str, pixels: float, size: float, bold: bool) -> str:
    room, last_break = pixels, 0
    for index, char in enumerate(text):
        room -= width_of(char, size, bold)
        if room < 0:
            return text[: last_break or max(index, 1)]
        wide = unicodedata.east_asian_width(char) in "WF"
        if char == " " or (wide and not _hangs(text[index + 1 : index + 2])):
            last_break = index + 1
    return text


def _hangs(following: str) -> bool:
    """Whether the next character may not begin a line (closing marks)."""
    return bool(following) and unicodedata.category(following) in ("Pe", "Pf", "Po")
