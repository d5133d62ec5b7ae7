"""Rows that are no data: totals, repeated headers, notes below the table. Each is kept aside with its reason."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from bowtie.intake.kinds import kind_of, label_text
from bowtie.words import Text, say

TAIL = 40    # last rows looked at for notes
EDGE = 3     # rows from either end where a bare "Total" is believed

# Whole cells that head a row of sums, in the languages that headers are recognised in.
_WHOLE = (
    r"(grand|sub|over-?all|report|net|page|running|general|group|column)?[\s-]*totals?",
    r"totals? (general|g[ée]n[ée]ral|geral|generale|global|gesamt)", r"sous[\s-]totaux?|sous[\s-]total",
    r"totaux|somme|total g[ée]n[ée]ral", r"(gesamt|end|zwischen|teil)?(summe|ergebnis)|gesamt|insgesamt",
    r"итого|всего|общий итог|промежуточный итог|итог", r"[合总總小共]\s*[计計]|总和|總和|汇总|彙總",
    r"[総總合小]\s*計|累計", r"(총\s*)?합\s*계|총\s*계|소\s*계|누계",
    r"suma( total)?|totales|subtotales|totais|subtotais|total parcial",
    r"totaal|totale|totalt|razem|celkem|toplam|genel toplam",
)
_TAIL = r"\s*([:：]|\([^)]*\)|\d+)?"
WHOLE = re.compile(rf"(?:{'|'.join(_WHOLE)}){_TAIL}", re.IGNORECASE)
# "Total: Video", "Итого по региону", "Total for 2024": a total that says of what.
LED = re.compile(
    r"(?:grand |sub-?)?totals?\s*(?:[:：]|for |of |by |-\s|–\s)|(?:итого|всего)\s+(?:по|за|в)\b|summe\s+(?:für|über)\b"
    r"|(?:gesamt)?summe\s*[:：]|(?:итого|всего|合计|合計|总计|總計|小计|小計|합계|소계|suma)\s*[:：]",
    re.IGNORECASE,
)
# The letters that any of the above begins with: nearly all rows are told apart by these alone.
_BEGINNINGS = (
    "to", "gr", "su", "ov", "re", "ne", "pa", "ru", "ge", "co", "so", "en", "zw", "te", "in", "ra", "ce", "ит", "вс",
    "об", "пр", "合", "总", "總", "小", "共", "汇", "彙", "総", "累", "총", "합", "소", "누",
)
BEGINNINGS = frozenset(form for start in _BEGINNINGS for form in (start, start.upper(), start.title()))
SOURCE = re.compile(
    r"\W{0,3}(source|note|notes|remarks?|footnote|generated|exported|printed|created (by|on)|copyright|©|confidential|"
    r"filter|filters|applied filters|legend|quelle|hinweis|anmerkung|stand|fuente|nota|fonte|remarque|"
    r"источник|примечани|сформирован|注|备注|備註|说明|說明|数据来源|資料來源|出典|出所|備考|작성|출처|비고|참고)\b|\*",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Profile:
    """What a usual row of the table holds, learned from some of them."""

    headers: tuple[str, ...]
    kinds: tuple[str, ...]       # the main kind of each column, "" where it is mostly empty
    usual: int                   # filled cells of a usual row
    always: tuple[int, ...]      # text columns that hardly a row leaves empty

    @property
    def width(self) -> int:
        """Columns that are used."""
        return sum(map(bool, self.kinds))


def profile_of(headers: tuple[str, ...], rows: Sequence[Sequence[Any]]) -> Profile:
    """From a sample of data rows."""
    kinds = [[kind_of(cell) for cell in row] for row in rows]
    kinds = [row for row in kinds if any(row)]
    main, always = [], []
    for place in range(len(headers)):
        counts = Counter(row[place] for row in kinds if place < len(row) and row[place])
        main.append(counts.most_common(1)[0][0] if counts else "")
        # One row may be the total itself, which matters in a small sample.
        if counts and counts.total() >= min(0.9 * len(kinds), max(3, len(kinds) - 1)) and main[-1] != "n":
            always.append(place)
    fills = sorted(sum(map(bool, row)) for row in kinds)
    return Profile(headers, tuple(main), fills[len(fills) // 2] if fills else 0, tuple(always))


def judge(cells: Sequence[Any], profile: Profile, edge: bool) -> Text | None:
    """The reason to leave this row out, or None."""
    label = next((text for text in map(label_text, cells) if text), "")
    if _is_header_again(cells, profile):
        return say("The header row again.")
    if may_be_total(label) and _is_total(label, cells, profile, edge):
        return say("A row of totals: “{label}”.", label=label[:60])
    return None


def _is_header_again(cells: Sequence[Any], profile: Profile) -> bool:
    pairs = [(header, label_text(cell)) for header, cell in zip(profile.headers, cells, strict=False) if header]
    same = sum(header == text for header, text in pairs)
    return len(pairs) >= 1 and same >= 0.8 * len(pairs) and (same >= 2 or len(profile.headers) == 1)


def _is_total(label: str, cells: Sequence[Any], profile: Profile, edge: bool) -> bool:
    whole, led = WHOLE.fullmatch(label), LED.match(label)
    if not whole and not led:
        return False
    place = next(number for number, cell in enumerate(cells) if label_text(cell))
    others = [number for number in profile.always if number != place]
    texts = [label_text(cells[number]) for number in others if number < len(cells) and kind_of(cells[number])]
    told = sum(text not in label for text in texts)   # "Total: Video | Video" tells nothing more
    if others:
        return told * 2 <= len(others) if led else told == 0 or (edge and told * 4 <= len(others))
    return edge or bool(led)


def notes_below(rows: Sequence[Sequence[Any]], profile: Profile) -> dict[int, Text]:
    """Of the last rows of a sheet (blank ones included): which are notes, or sums without a label."""
    found: dict[int, Text] = {}
    filled = [number for number, row in enumerate(rows) if any(label_text(cell) for cell in row)]
    for number in reversed(filled[1:]):
        gap = number - 1 not in filled
        row = rows[number]
        if judge(row, profile, edge=True):
            continue
        if _is_note(row, profile, gap or number + 1 in found):
            found[number] = say("A note below the table.")
        elif number == filled[-1] and _is_bare_sum(row, profile):
            found[number] = say("A row of sums without a label.")
        else:
            break
    return found


def last_of_table(rows: Sequence[Sequence[Any]], notes: dict[int, Text]) -> int:
    """The place of the last row that is neither blank nor a note; -1 when there is none."""
    filled = (place for place, row in enumerate(rows) if place not in notes and any(map(label_text, row)))
    return max(filled, default=-1)


def _is_note(row: Sequence[Any], profile: Profile, apart: bool) -> bool:
    texts = [(place, label_text(cell)) for place, cell in enumerate(row) if label_text(cell)]
    kinds = {place: kind_of(row[place]) for place, _ in texts}
    values = [place for place, kind in kinds.items() if kind not in ("", "t")]
    if profile.usual < 2 or len(texts) * 2 > profile.usual or values:
        return False
    first = texts[0][1]
    strange = any(profile.kinds[place] not in ("", "t") for place, _ in texts if place < len(profile.kinds))
    wordy = len(first) > 40 or SOURCE.match(first) is not None
    if profile.usual == 2:
        return wordy and (apart or len(first) > 60)
    return wordy or strange or apart


def _is_bare_sum(row: Sequence[Any], profile: Profile) -> bool:
    kinds = [kind_of(cell) for cell in row]
    return (
        len(profile.always) >= 2 and set(kinds) == {"", "n"}
        and not any(kinds[place] for place in profile.always if place < len(kinds))
    )


def may_be_total(label: str) -> bool:
    """Whether it begins like the label of a total."""
    return label[:2] in BEGINNINGS or label[:1] in BEGINNINGS


def worth_a_look(labels: Iterable[Any], header: str) -> list[int]:
    """Which of these first cells may begin a total or a repeated header; cheap, since most rows are data."""
    some = [
        (number, label) for number, label in enumerate(labels)
        if type(label) is str and (label[:2] in BEGINNINGS or label[:1] in BEGINNINGS or label in ("", header))
    ]
    return [number for number, label in some if label in ("", header) or WHOLE.fullmatch(label) or LED.match(label)]
