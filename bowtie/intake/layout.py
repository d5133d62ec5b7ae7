"""Where the table lies in a sheet: the header row under titles, the columns that it spans.

Looks at the first rows only, and at what they hold, never at particular words: a header is a row of short, different
texts that is as full as the rows below it and unlike them in kind.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from bowtie.intake.kinds import kind_of, label_text

Row = Sequence[Any]
Merge = tuple[tuple[int, int], tuple[int, int]]   # (top row, left column), (bottom row, right column)

CANDIDATES = 40   # non-blank rows that may be the header
BELOW = 15        # rows below a candidate that it is compared with
DEEPEST = 10      # rows that one header may be merged over
LONG = 60         # characters; a label is rarely longer
YEARS = range(1900, 2101)


@dataclass(frozen=True)
class Layout:
    """Indices count from 0 into the rows that were looked at; `header` is -1 where there is none."""

    header: int
    first: int                      # the first row of data
    headers: tuple[str, ...]
    preamble: tuple[str, ...] = ()


def find_layout(rows: Sequence[Row], merges: Sequence[Merge] = ()) -> Layout:
    """Of the first rows of a sheet; empty cells are "" or None."""
    width = max((len(row) for row in rows), default=0)
    kinds = [[kind_of(row[place]) if place < len(row) else "" for place in range(width)] for row in rows]
    filled = [number for number, row in enumerate(kinds) if any(row)]
    if not filled:
        return Layout(-1, 0, _numbered(width))
    best = max(filled[:CANDIDATES], key=lambda number: _score(number, rows, kinds, filled))
    if _is_data(best, rows, kinds, filled):
        first = _first_full(best, kinds, filled)
        return Layout(-1, first, _numbered(width), _preamble(rows[:first]))
    touching = [merge for merge in merges if merge[0][0] <= best <= merge[1][0] or merge[0][0] == best + 1]
    bottom = _bottom(best, touching, filled)
    top = _top(best, kinds)
    headers = _headers(rows, top, best, bottom, width, touching)
    return Layout(best, bottom + 1, headers, _preamble(rows[:top]))


def _numbered(width: int) -> tuple[str, ...]:
    return tuple(f"#{place + 1}" for place in range(width))


def _below(number: int, rows: Sequence[Row], filled: Sequence[int]) -> list[int]:
    """Rows that the candidate would head; copies of itself, as printed pages have, say nothing."""
    start = filled.index(number) + 1
    own = list(rows[number])
    return [other for other in filled[start:start + BELOW] if list(rows[other]) != own]


def _score(number: int, rows: Sequence[Row], kinds: Sequence[Sequence[str]], filled: Sequence[int]) -> float:
    below = _below(number, rows, filled)
    head = kinds[number]
    mine = [place for place, kind in enumerate(head) if kind]
    used = _used(below, kinds)
    fill = len(used.intersection(mine)) / len(used) if used else 0.0
    texts = [label_text(rows[number][place]) for place in mine]
    counted = _counted(rows[number])
    labels = sum(head[place] == "t" or place in counted for place in mine) / len(mine)
    different = len(set(texts)) / len(texts)
    lengthy = sum(len(text) > LONG for text in texts) / len(texts)
    contrast = sum(_contrast(place, number, rows, kinds, below) for place in mine) / len(mine)
    above = sum(_weight_above(other, number, kinds, used, below) for other in filled[:filled.index(number)])
    return 2 * fill + 1.5 * contrast + labels + 0.5 * different - 0.1 * lengthy - above


def _used(below: Sequence[int], kinds: Sequence[Sequence[str]]) -> set[int]:
    counts = Counter(place for other in below for place, kind in enumerate(kinds[other]) if kind)
    return {place for place, count in counts.items() if count * 5 >= len(below)}


def _contrast(
    place: int, number: int, rows: Sequence[Row], kinds: Sequence[Sequence[str]], below: Sequence[int]
) -> float:
    """+1 where a text stands over numbers, dates or flags; -1 where it is one more of what is below."""
    own = kinds[number][place]
    main = _main_kind(place, kinds, below)
    if not main:
        return 0.0
    if own == "t" and main != "t":
        return 1.0
    if own != "t":
        return _contrast_of_number(place, number, rows, main, own, below)
    text = label_text(rows[number][place])
    repeated = any(label_text(rows[other][place]) == text for other in below if place < len(rows[other]))
    return -1.0 if repeated else 0.1


def _contrast_of_number(
    place: int, number: int, rows: Sequence[Row], main: str, own: str, below: Sequence[int]
) -> float:
    if own != main:
        return 0.0
    return 0.5 if place in _counted(rows[number]) and not _goes_on(place, rows, below) else -1.0


def _main_kind(place: int, kinds: Sequence[Sequence[str]], below: Sequence[int]) -> str:
    counts = Counter(kinds[other][place] for other in below if kinds[other][place])
    if not counts:
        return ""
    kind, count = counts.most_common(1)[0]
    return kind if count * 2 >= counts.total() else "t"


def _counted(row: Row) -> set[int]:
    """Places of cells that count on from each other, as years, months or question numbers do in a header."""
    texts = enumerate(map(label_text, row))
    wholes = {place: int(text) for place, text in texts if text.isdecimal() and len(text) < 6}
    steps = {
        place for place, value in wholes.items()
        if abs(value - wholes.get(place - 1, value)) == 1 or abs(value - wholes.get(place + 1, value)) == 1
    }
    years = {place for place, value in wholes.items() if value in YEARS}
    return (steps if len(steps) >= 3 else set()) | years


def _goes_on(place: int, rows: Sequence[Row], below: Sequence[int]) -> bool:
    """Whether the column below holds such numbers too: a year over years is one of them."""
    counted = sum(place in _counted(rows[other]) for other in below)
    return counted * 2 >= len(below)


def _weight_above(
    other: int, number: int, kinds: Sequence[Sequence[str]], used: set[int], below: Sequence[int]
) -> float:
    """What a row above the candidate says against it: data there most, another full row less, a title hardly."""
    own = {place for place, kind in enumerate(kinds[other]) if kind}
    apart = 0.3 if any(not any(row) for row in kinds[other:number]) else 1.0   # a blank row parts titles from the table
    return apart * _weight_of_row(own, other, number, kinds, used, below)


def _weight_of_row(
    own: set[int], other: int, number: int, kinds: Sequence[Sequence[str]], used: set[int], below: Sequence[int]
) -> float:
    if any(kinds[other][place] == kinds[number][place] != "t" for place in own):
        return 0.5
    if not used or len(own & used) < 0.8 * len(used):
        return 0.02
    alike = any(
        kinds[other][place] != "t" and kinds[other][place] == _main_kind(place, kinds, below) for place in own & used
    )
    return 0.5 if alike else 0.15


def _is_data(number: int, rows: Sequence[Row], kinds: Sequence[Sequence[str]], filled: Sequence[int]) -> bool:
    """The best there is holds numbers or dates like those below, and text above fewer: there is no header."""
    below = _below(number, rows, filled)
    values = [place for place, kind in enumerate(kinds[number]) if kind not in ("", "t")]
    if not below:
        return bool(values)
    texts = [place for place, kind in enumerate(kinds[number]) if kind == "t"]
    alike = sum(_contrast(place, number, rows, kinds, below) < 0 for place in values)
    unlike = sum(_contrast(place, number, rows, kinds, below) == 1 for place in texts)
    before = [other for other in filled if other < number]
    continues = any(kinds[other][place] == kinds[number][place] for other in before for place in values)
    return alike > unlike or (continues and not texts)


def _first_full(best: int, kinds: Sequence[Sequence[str]], filled: Sequence[int]) -> int:
    """Where data without a header begins: rows above the best that are as full belong to it."""
    enough = 0.6 * sum(map(bool, kinds[best]))
    return next(number for number in filled if sum(map(bool, kinds[number])) >= enough or number == best)


def _bottom(best: int, merges: Sequence[Merge], filled: Sequence[int]) -> int:
    """A header cell merged downwards makes all those rows the header, as long as data is left below."""
    deep = [bottom for (top, _), (bottom, _) in merges if top <= best < bottom < best + DEEPEST]
    bottom = max(deep, default=best)
    return bottom if bottom < filled[-1] else best


def _top(best: int, kinds: Sequence[Sequence[str]]) -> int:
    """The row above belongs to the header when it groups the columns: two labels or more, and no values."""
    above = best - 1
    if above < 0:
        return best
    groups = [kind for kind in kinds[above] if kind]
    return above if len(groups) >= 2 and set(groups) == {"t"} else best


def _headers(
    rows: Sequence[Row], top: int, best: int, bottom: int, width: int, merges: Sequence[Merge]
) -> tuple[str, ...]:
    """The labels; blank ones take the label above, and equal ones get their group's name before them."""
    own = [_stacked(rows, best, bottom, place, merges) for place in range(width)]
    if top == best:
        return tuple(own)
    group, groups = "", []
    for place in range(width):
        group = label_text(_cell(rows, top, place)) or group
        groups.append(group)
    counts = Counter(own)
    return tuple(
        f"{groups[place]} {text}".strip() if text and counts[text] > 1
        else text or label_text(_cell(rows, top, place))
        for place, text in enumerate(own)
    )


def _stacked(rows: Sequence[Row], best: int, bottom: int, place: int, merges: Sequence[Merge]) -> str:
    texts = [_spread(rows, number, place, merges) for number in range(best, bottom + 1)]
    return " ".join(dict.fromkeys(text for text in texts if text))


def _spread(rows: Sequence[Row], number: int, place: int, merges: Sequence[Merge]) -> str:
    """The text of a cell, or of the merged cell that covers it."""
    for (top, left), (last, right) in merges:
        if top <= number <= last and left <= place <= right:
            return label_text(_cell(rows, top, left))
    return label_text(_cell(rows, number, place))


def _cell(rows: Sequence[Row], number: int, place: int) -> Any:
    return rows[number][place] if place < len(rows[number]) else ""


def _preamble(rows: Sequence[Row]) -> tuple[str, ...]:
    texts = (" ".join(text for text in map(label_text, row) if text) for row in rows)
    return tuple(text for text in texts if text)
