"""The words of bowtie/data/*.toml, compiled once: what words mean, and which meanings make a field."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from bowtie.intake.recognise.spelling import plain, split_words

DATA = Path(__file__).resolve().parents[2] / "data"
IGNORED = "ignored"
LONGEST_PHRASE = 5
# Short words that do stand inside longer ones ("custid", "kundennr", "isactive"); others would cut words by chance.
_SHORT = "id no nr num amt qty cnt avg sum day dt abo key typ is has new fee tax url age nps plz ref val end bon"
SHORT = frozenset(re.findall(r"\w+", _SHORT))


@dataclass(frozen=True)
class Lexicon:
    """Words to atoms. `phrases` are tuples of two or more words, `stems` beginnings of words."""

    words: dict[str, frozenset[str]]
    phrases: dict[tuple[str, ...], frozenset[str]]
    stems: dict[str, frozenset[str]]
    joined: frozenset[str]  # words that may stand inside a longer one, such as "kunden" in "kundennummer"

    def stem(self, word: str) -> frozenset[str]:
        """Atoms of the longest stem that the word begins with."""
        for length in range(len(word), 2, -1):
            if found := self.stems.get(word[:length]):
                return found
        return frozenset()


def load(name: str) -> dict[str, Any]:
    """One of the TOML files beside the package."""
    return tomllib.loads((DATA / name).read_text(encoding="utf-8"))


@lru_cache(maxsize=1)
def lexicon() -> Lexicon:
    """All header words. About 3,000 words in ten languages."""
    words: dict[str, set[str]] = {}
    phrases: dict[tuple[str, ...], set[str]] = {}
    stems: dict[str, set[str]] = {}
    for atom, entry in _entries(load("atoms.toml")):
        if entry.endswith("*"):
            stems.setdefault(plain(entry[:-1]), set()).add(atom)
            continue
        parts = tuple(split_words(entry.replace("_", " ")))
        if len(parts) > 1:
            phrases.setdefault(parts, set()).add(atom)
        elif parts:
            words.setdefault(parts[0], set()).add(atom)
    inside = {word for word in words if _may_stand_inside(word)} | {
        part for parts in phrases for part in parts if len(part) > 3
    }
    return Lexicon(
        _frozen(words), {key: frozenset(value) for key, value in phrases.items()}, _frozen(stems), frozenset(inside)
    )


def _entries(groups: dict[str, Any]) -> Iterator[tuple[str, str]]:
    for group in groups.values():
        for atom, lines in group.items():
            for line in lines:
                for entry in line.split():
                    yield (IGNORED if atom == "words" else atom), entry.strip("_")


def _may_stand_inside(word: str) -> bool:
    return len(word) >= 4 or word in SHORT


def _frozen(found: dict[str, set[str]]) -> dict[str, frozenset[str]]:
    return {word: frozenset(atoms) for word, atoms in found.items()}


@dataclass(frozen=True)
class Pattern:
    """Atoms that together name a field, and how well they do."""

    atoms: frozenset[str]
    weight: float
    alone: bool = False  # counts only when the header holds nothing else


@dataclass(frozen=True)
class FieldRule:
    """How a field of a role is recognised by its header."""

    role: str
    field: str
    patterns: tuple[Pattern, ...]
    veto: frozenset[str]


@lru_cache(maxsize=1)
def field_rules() -> dict[str, dict[str, FieldRule]]:
    """role -> field -> rule."""
    told = load("fields.toml")
    shared = told.pop("shared")
    rules: dict[str, dict[str, FieldRule]] = {}
    for role, fields in told.items():
        rules[role] = {}
        for name, own in fields.items():
            base = shared.get(own.get("like", ""), {})
            patterns = [_pattern(text) for text in [*own.get("is", []), *base.get("is", [])]]
            veto = {*" ".join(own.get("not", [])).split(), *" ".join(base.get("not", [])).split()}
            veto -= {*" ".join(own.get("allow", [])).split()}
            rules[role][name] = FieldRule(role, name, tuple(patterns), frozenset(veto))
    return rules


def _pattern(text: str) -> Pattern:
    found = re.fullmatch(r"(=?)([a-z_ ]+?)(?:\s+(\d\.\d+|1))?", text)
    if not found:
        raise ValueError(f"not a pattern: {text!r}")
    return Pattern(frozenset(found[2].split()), float(found[3] or 0.95), bool(found[1]))
