"""One spelling for headers and words: full-width, accents, camelCase, snake_case, punctuation, scripts apart."""

from __future__ import annotations

import re
import unicodedata

CJK = r"\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\u3005\u30fc"
HANGUL = r"\uac00-\ud7a3"
_CAMEL = re.compile(r"(?<=[a-zа-яё])(?=[A-ZА-ЯЁ])|(?<=[A-ZА-ЯЁ])(?=[A-ZА-ЯЁ][a-zа-яё])")
_TOKENS = re.compile(rf"n[°º]|[{CJK}]+|[{HANGUL}]+|[^\W\d_{CJK}{HANGUL}]+|\d+|[#№%]")
_BRACKETS = re.compile(r"[(\[{<（【［]([^)\]}>）】］]*)[)\]}>）】］]")
_LATIN_MARKED = re.compile(r"[\u00c0-\u024f\u1e00-\u1eff]")


def plain(text: str) -> str:
    """Lower case, NFKC, no accents on Latin letters; other scripts keep theirs, since й is not и."""
    flat = (
        unicodedata.normalize("NFKC", text)
        .lower()
        .replace("ß", "ss")
        .replace("ё", "е")
        .replace("ø", "o")
        .replace("ł", "l")
    )
    return _LATIN_MARKED.sub(lambda found: unicodedata.normalize("NFD", found[0])[0], flat)


def split_words(text: str) -> list[str]:
    """Words of a header in one spelling: "CustomerID (kg)" -> customer, id, kg."""
    flat = unicodedata.normalize("NFKC", text)
    flat = re.sub(r"__c\b", "", flat)
    flat = re.sub(r"(?i)\be[-‐ ]?mail", "email", flat)
    return _TOKENS.findall(plain(_CAMEL.sub(" ", flat)))


def split_brackets(text: str) -> tuple[str, str]:
    """What stands outside and inside brackets."""
    text = re.sub(r"(?i)\(do not modify\)", " ", text)  # how one CRM marks its own key
    inside = " ".join(_BRACKETS.findall(text))
    outside = _BRACKETS.sub(" ", text)
    return (outside, inside) if outside.strip() else (text, "")


def is_cjk(word: str) -> bool:
    """Scripts that put no blanks between words."""
    return bool(re.match(rf"[{CJK}{HANGUL}]", word))
