"""Channels of acquisition as paid, unpaid, referral or unknown, by the words in their names."""

from __future__ import annotations

import re
import tomllib
from functools import lru_cache
from importlib.resources import files

import pandas as pd

CLASSES = ("paid", "unpaid", "referral", "unknown")


def channel_class(channels: pd.Series) -> pd.Series:
    """One of CLASSES for each name; unknown where there is none or nothing matches."""
    known = {name: _class_of(name) for name in channels.dropna().unique()}
    return channels.map(known).astype("str").fillna("unknown")


def _class_of(name: str) -> str:
    plain = re.sub(r"[\W_]+", " ", name.casefold()).strip()
    if plain in CLASSES:
        return plain
    return next((label for label, pattern in _patterns() if pattern.search(plain)), "unknown")


@lru_cache(maxsize=1)
def _patterns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    data = tomllib.loads((files("bowtie") / "data" / "channels.toml").read_text(encoding="utf-8"))
    return tuple((found["name"], re.compile("|".join(map(_pattern, found["words"])))) for found in data["class"])


def _pattern(word: str) -> str:
    """A whole word, or a beginning where it ends in a star; anywhere for scripts that put no spaces."""
    plain = re.sub(r"[^\w*]+", " ", word.casefold())
    if any("\u3040" <= letter <= "\ud7a3" for letter in plain):
        return re.escape(plain)
    stem = re.escape(plain.rstrip("*"))
    return rf"\b{stem}" + ("" if plain.endswith("*") else r"\b")
