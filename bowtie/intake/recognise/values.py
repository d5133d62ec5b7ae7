"""Their values to ours: who has left, won and lost, stages, kinds, instruments, statuses of orders."""

from __future__ import annotations

import re
from functools import lru_cache

from rapidfuzz import process
from rapidfuzz.distance import DamerauLevenshtein

from bowtie.intake.recognise.lexicon import load
from bowtie.intake.recognise.profile import Profile
from bowtie.intake.recognise.spelling import plain

Ours = bool | str | None
NEARLY = 0.88
NEGATED = re.compile(r"^(not|non|no|un|never|kein|nicht|не|未|非|ない)\b|^(non|not)[ _-]|^[未非]")


@lru_cache(maxsize=32)
def words_of(group: str) -> dict[str, str]:
    """Their word in one spelling -> our name, for one group of values.toml."""
    found: dict[str, str] = {}
    for ours, lines in load_values()[group].items():
        for line in lines:
            for word in line.split():
                found.setdefault(tidy(word.replace("_", " ")), ours)
    return found


@lru_cache(maxsize=1)
def load_values() -> dict[str, dict[str, list[str]]]:
    """values.toml as it stands."""
    return load("values.toml")


def tidy(value: str) -> str:
    """One spelling of a value: lower case, no accents, punctuation to blanks, numbering in front gone."""
    flat = re.sub(r"[^\w%✓✔]+|_", " ", plain(value)).strip()
    return re.sub(r"^\d{1,2}\s+(?=\D)", "", flat)


def meaning(value: str, group: str) -> str | None:
    """Our name for a value, or None: exactly, by a leading or closing phrase, or nearly."""
    words, said = words_of(group), tidy(value)
    if not said:
        return None
    if said in words:
        return words[said]
    if said.replace(" ", "") in words:
        return words[said.replace(" ", "")]
    return _by_part(said, words) or _nearly(said, words)


def _by_part(said: str, words: dict[str, str]) -> str | None:
    """By the longest known phrase in it: “Closed - Converted (web)”. “Not churned” is not “churned”."""
    parts = said.split()
    if len(parts) == 1 or len(parts) > 6:
        return None
    for length in range(len(parts) - 1, 0, -1):
        for start in range(len(parts) - length + 1):
            phrase = " ".join(parts[start : start + length])
            if phrase in words and len(phrase) > 2 and not NEGATED.search(" ".join(parts[:start])[-4:].strip() or "-"):
                return words[phrase]
    return None


def _nearly(said: str, words: dict[str, str]) -> str | None:
    if len(said) < 6:
        return None
    near = process.extractOne(said, words.keys(), scorer=DamerauLevenshtein.normalized_similarity, score_cutoff=NEARLY)
    return None if near is None else words[near[0]]


def map_values(look: Profile, group: str) -> dict[str, Ours]:
    """Every distinct value with our name, None where it is kept as it is."""
    return {value: meaning(value, group) for value in look.all_levels}


def flags(look: Profile) -> dict[str, bool | None]:
    """Values of a column that says yes or no; a blank beside a yes means no."""
    found = {value: _yes_no(value) for value in look.levels}
    if set(found.values()) == {True} and look.empty > 0:
        return {**found, "": False}
    return found


def _yes_no(value: str) -> bool | None:
    said = words_of("flag").get(tidy(value)) or words_of("flag").get(tidy(value).removesuffix(" 0"))
    return None if said is None else said == "yes"


def leaving(look: Profile) -> dict[str, bool | None]:
    """Values of a column that tells who has left: True for left. At risk is not left."""
    told = {value: meaning(value, "left") for value in look.levels}
    return {value: None if said is None else said == "yes" for value, said in told.items()}


def leaving_share(look: Profile) -> float:
    """Share of cells whose value says left or stayed, when both are said; else 0."""
    if not 2 <= look.seen <= 12 or look.numeric > 0.9:
        return 0.0
    told = leaving(look)
    if set(told.values()) >= {True} and (False in told.values() or None in told.values()):
        return sum(count for value, count in look.top if told[value] is not None) / max(1, look.sampled)
    return 0.0


def known_share(look: Profile, group: str, exactly: bool = False) -> float:
    """Share of cells whose value we know in this group; `exactly` allows no other word beside."""
    words = words_of(group)
    known = sum(
        count for value, count in look.top if (tidy(value) in words if exactly else meaning(value, group) is not None)
    )
    return known / max(1, sum(count for _, count in look.top))
