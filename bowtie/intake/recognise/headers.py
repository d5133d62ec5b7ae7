"""Headers as meanings: "Kundennummer", "客户编号", "CUST_NO" are all {customer, id}."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property, lru_cache

from rapidfuzz import process
from rapidfuzz.distance import DamerauLevenshtein

from bowtie.intake.recognise.lexicon import IGNORED, LONGEST_PHRASE, Lexicon, lexicon
from bowtie.intake.recognise.spelling import is_cjk, plain, split_brackets, split_words

NEARLY = 0.86  # how alike a misspelled word must be; about one letter in six
LONGEST = 200  # letters of a header that are read; beyond is a text, not a header
ASKS = ("?", "？", "ください", "下さい")
NONE: frozenset[str] = frozenset()
LINKS = ("s", "es", "n", "en", "er", "e")  # letters that German puts between the parts of a compound


@dataclass(frozen=True)
class Token:
    """A word of a header: what it may mean, and how surely."""

    text: str
    atoms: frozenset[str]
    sure: float = 1.0
    bracket: bool = False


@dataclass(frozen=True)
class Header:
    """A header read. `atoms` are all meanings, `unknown` the words that mean nothing to us."""

    text: str
    plain: str
    tokens: tuple[Token, ...]

    @cached_property
    def atoms(self) -> frozenset[str]:
        """All meanings of all words."""
        return frozenset().union(*(token.atoms for token in self.tokens))

    @property
    def unknown(self) -> int:
        """Words without a meaning, digits not counted."""
        return sum(not token.atoms and not token.text.isdigit() and not token.bracket for token in self.tokens)

    @cached_property
    def question(self) -> bool:
        """A question put to somebody rather than a name of something."""
        return self.text.rstrip().endswith(ASKS) or "？" in self.text or len(self.tokens) > 8

    @cached_property
    def names(self) -> frozenset[str]:
        """Meanings, and the words themselves: a pattern may name either."""
        return self.atoms | {token.text for token in self.tokens}

    def has(self, *atoms: str) -> bool:
        """Whether all of these are among its meanings."""
        return set(atoms) <= self.atoms


@lru_cache(maxsize=4096)
def read_header(text: str) -> Header:
    """The header as meanings."""
    outside, inside = split_brackets(text[:LONGEST])
    tokens = [*_read(outside), *(Token(t.text, t.atoms, t.sure, bracket=True) for t in _read(inside))]
    return Header(text, plain(text).strip(), tuple(tokens))


def _read(text: str) -> list[Token]:
    words = lexicon()
    flat = [part for word in split_words(text) for part in _cut(word, words)]
    return _counts(_without_between(_phrases(flat, words)))


def _cut(word: str, words: Lexicon) -> list[str]:
    if word in words.words or word.isdigit():
        return [word]
    if is_cjk(word):
        return _cut_run(word, words)
    if len(word) < 5 or _listed(word, words):
        return [word]
    return _cut_compound(word, words) or [word]


def _listed(word: str, words: Lexicon) -> frozenset[str]:
    """Atoms of a word as it stands or in the plural."""
    if found := words.words.get(word):
        return found
    for ending in ("s", "es", "ed", "d", "n", "en", "e", "ing"):
        if (
            len(word) > len(ending) + (4 if ending in ("ed", "ing") else 3)
            and word.endswith(ending)
            and (found := words.words.get(word[: -len(ending)]))
        ):
            return found
    return NONE


def _known(word: str, words: Lexicon) -> frozenset[str]:
    """As listed, else by its stem."""
    return _listed(word, words) or words.stem(word)


def _cut_run(run: str, words: Lexicon) -> list[str]:
    """A run without blanks cut so that the fewest characters stay unknown, then into the fewest pieces."""
    best: list[tuple[int, int, list[str]]] = [(0, 0, [])]
    for end in range(1, len(run) + 1):
        options = []
        for start in range(max(0, end - 12), end):
            piece = run[start:end]
            lost, pieces, before = best[start]
            if piece in words.words or words.stems.get(piece):
                options.append((lost, pieces + 1, [*before, piece]))
            elif end - start == 1:
                options.append((lost + 1, pieces + 1, [*before, piece]))
        best.append(min(options, key=lambda option: option[:2]))
    return _merge_unknown(best[-1][2], words)


def _merge_unknown(pieces: list[str], words: Lexicon) -> list[str]:
    merged: list[str] = []
    for piece in pieces:
        known = piece in words.words or piece in words.stems
        if not known and merged and merged[-1] not in words.words and merged[-1] not in words.stems:
            merged[-1] += piece
        else:
            merged.append(piece)
    return merged


def _cut_compound(word: str, words: Lexicon) -> list[str]:
    """kundennummer -> kunden, nummer; customerid -> customer, id. Empty when a part stays unknown."""
    best: dict[int, list[str]] = {0: []}
    for end in range(2, len(word) + 1):
        for start in sorted(best):
            piece = word[start:end]
            if piece not in words.joined or (start == 0 and len(piece) < 3 and piece != "is"):
                continue
            found = [*best[start], piece]
            for link in ("", *LINKS):
                stop = end + len(link)
                if (
                    word[end:stop] == link
                    and (stop < len(word) or not link)
                    and len(found) < len(best.get(stop, [*found, ""]))
                ):
                    best[stop] = found
    return best.get(len(word), [])


def _phrases(flat: list[str], words: Lexicon) -> list[Token]:
    tokens: list[Token] = []
    at = 0
    while at < len(flat):
        for length in range(min(LONGEST_PHRASE, len(flat) - at), 1, -1):
            piece = tuple(flat[at : at + length])
            if found := words.phrases.get(piece):
                tokens.append(Token(" ".join(piece), found))
                at += length
                break
        else:
            tokens.append(_single(flat[at], words))
            at += 1
    return [token for token in tokens if token.atoms != {IGNORED}]


def _single(word: str, words: Lexicon) -> Token:
    if found := _known(word, words):
        return Token(word, found - {IGNORED} or found, 1.0)
    if word.isdigit() or is_cjk(word) or len(word) < 5:
        return Token(word, NONE)
    return _misspelled(word, words)


@lru_cache(maxsize=1)
def _long_words() -> list[str]:
    return [word for word in lexicon().words if len(word) > 4 and not is_cjk(word)]


def _misspelled(word: str, words: Lexicon) -> Token:
    near = process.extractOne(word, _long_words(), scorer=DamerauLevenshtein.normalized_similarity, score_cutoff=NEARLY)
    if near is None or near[0][0] != word[0]:
        return Token(word, NONE)
    return Token(word, words.words[near[0]] - {IGNORED}, 0.85)


def _without_between(tokens: list[Token]) -> list[Token]:
    """Without the Portuguese “no” (“in the”): as a number it stands first or last."""
    return [token for at, token in enumerate(tokens) if token.text != "no" or at in (0, len(tokens) - 1)]


_COUNTING = {"number", "num", "no", "nr", "nbr", "numero", "n", "numbers", "nombre"}
_ONLY_PLURAL = {"numero", "nombre"}     # the same word names in the singular: "número de pedido", "nombre del cliente"


def _counts(tokens: list[Token]) -> list[Token]:
    """Tell counting from naming: “Number of orders” counts, “Order number” names."""
    if len(tokens) > 1 and tokens[0].text in _COUNTING and tokens[0].atoms & {"id", "name"}:
        follower = tokens[1]
        plural = follower.text.endswith("s") or (len(tokens) > 2 and tokens[0].text not in _ONLY_PLURAL)
        if plural and "id" not in follower.atoms:
            return [Token(tokens[0].text, frozenset({"count"})), *tokens[1:]]
    return tokens
