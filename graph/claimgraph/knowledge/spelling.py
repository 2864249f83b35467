"""Words brought to one form, so that spelling, case and number do not keep a label and a text apart."""

import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import chain

from claimgraph.vocabulary.resources import ontology_text

WORD = re.compile(r"[^\W_]+")
SHORTEST_MISSPELT = 6
LONG_WORD = 10

_GREEK = str.maketrans(
    {"α": "alpha", "β": "beta", "γ": "gamma", "δ": "delta", "κ": "kappa", "λ": "lambda", "μ": "mu", "ß": "beta"}
)
_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")
_ENDINGS = (
    *("", "s", "ed", "d", "ing", "ly", "er", "r", "or", "est", "able", "ible", "ity", "ivity", "ive", "al", "ic"),
    *("ion", "ation", "ist", "ism", "ness", "less", "ful", "ment", "ish", "ous", "ary"),
)
_AMERICAN = re.compile(
    r"(?P<z>(?<=[iy])s(?=(?:e|ed|er|ing|able|ation)$))|(?P<o>(?<=o)u(?=r(?:ed|ing|able)?$))"
    r"|(?P<a>(?<=[hlmp])a(?=e[a-z]{2}))|(?P<e>^o(?=e)|(?<=^ag)e(?=ing$))"
)


def pieces(text: str) -> tuple[str, ...]:
    """Return the runs of letters and digits of a text, typography levelled.

    >>> pieces("5α-reductase"), pieces("Wharton’s jelly")
    (('5alpha', 'reductase'), ('Wharton', 's', 'jelly'))
    """
    if text.isascii():
        return tuple(WORD.findall(text))
    level = _INVISIBLE.sub("", unicodedata.normalize("NFKC", text)).translate(_GREEK)
    return tuple(WORD.findall(level))


def is_acronym(piece: str) -> bool:
    """Say whether a word's case is part of its name: two capitals or more, "SCF", "miRNA", "MSCs"."""
    return sum(map(str.isupper, piece)) >= 2


def acronym_key(piece: str) -> str:
    """Return the key of an acronym: its case kept, its plural "s" taken off."""
    return "=" + (piece[:-1] if piece.endswith("s") and piece[-2:-1].isupper() else piece)


@lru_cache(maxsize=1 << 15)
def key(word: str) -> str:
    """Return the form under which a word and its regular plural, British or American, small or capital, meet.

    >>> key("Therapies"), key("miniaturised"), key("Exosomes"), key("Haemoglobin")
    ('therapy', 'miniaturized', 'exosome', 'hemoglobin')
    """
    return _american(_singular(word.casefold()))


def _singular(low: str) -> str:
    """Return a word without the ending of a regular plural."""
    if not low.endswith("s") or len(low) < 4 or low.endswith(("ss", "us", "is")):
        return low
    if low.endswith("ies") and len(low) > 4:
        return low[:-3] + "y"
    return low[:-2] if low.endswith(("xes", "ches", "shes", "sses", "zzes")) else low[:-1]


def _american(low: str) -> str:
    """Return a word with its British endings levelled."""
    return _AMERICAN.sub(lambda found: "z" if found["z"] else "", low)


def edits(one: str, other: str, most: int) -> int:
    """Return how many letters must be put in, left out, changed or swapped with the next, or `most` + 1 if more.

    Optimal string alignment (Damerau 1964; Boytsov 2011, section 2.1).

    >>> edits("exosom", "exosome", 2), edits("follcile", "follicle", 2), edits("hair", "liver", 2)
    (1, 1, 3)
    """
    if abs(len(one) - len(other)) > most:
        return most + 1
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, a in enumerate(one, 1):
        above_before, before, row = before, row, [i]
        for j, b in enumerate(other, 1):
            cost = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (a != b))
            if i > 1 and j > 1 and a == other[j - 2] and one[i - 2] == b:
                cost = min(cost, above_before[j - 2] + 1)
            row.append(cost)
        if min(row) > most:
            return most + 1
    return row[-1]


@cache
def english_words() -> frozenset[str]:
    """Return words that ordinary English has, in base form, so that none is taken for another one misspelt."""
    lines = (line.split("\t") for line in ontology_text("wordnet.tsv").splitlines() if not line.startswith("#"))
    words = chain.from_iterable(line[2:] for line in lines)
    return frozenset(chain.from_iterable(phrase.split() if " " in phrase else (phrase,) for phrase in words))


def _is_english(word: str) -> bool:
    """Say whether a word, or what is left of it without a common ending, is one that ordinary English has."""
    words = english_words()
    for ending in _ENDINGS:
        stem = word.removesuffix(ending)
        if (stem != word or not ending) and len(stem) > 2:
            doubled = stem[-1] == stem[-2] and stem[:-1] in words
            if doubled or stem in words or stem + "e" in words or stem + "ate" in words:
                return True
    return False


@dataclass(frozen=True, slots=True)
class Speller:
    """Finds which known words another one may have been meant to be; long words only, the first letter trusted.

    Attributes:
        by_initial: the known words by first letter, each with the set of its letters as bits.
    """

    by_initial: Mapping[str, tuple[tuple[str, int], ...]]

    @classmethod
    def of(cls, words: Iterable[str]) -> "Speller":
        """Return a speller for keys of words; those that are short or hold digits are never guessed."""
        grouped: dict[str, list[tuple[str, int]]] = {}
        for word in sorted(set(words)):
            if len(word) >= SHORTEST_MISSPELT and word.isalpha():
                grouped.setdefault(word[0], []).append((word, _letters(word)))
        return cls({initial: tuple(known) for initial, known in grouped.items()})

    def meant(self, word: str) -> tuple[str, ...]:
        """Return the known words nearest to a key, none where none is near or where it is English.

        One edit is forgiven in a word of six to nine letters, two in a longer one.
        """
        known = self.by_initial.get(word[:1])
        if known is None or len(word) < SHORTEST_MISSPELT or not word.isalpha() or _is_english(word):
            return ()
        letters = _letters(word)
        near = [
            (distance, other)
            for other, others in known
            if (letters ^ others).bit_count() <= 2 * _forgiven(other)
            and (distance := edits(word, other, _forgiven(other))) <= _forgiven(other)
        ]
        if not near:
            return ()
        least = min(near)[0]
        return tuple(other for distance, other in near if distance == least)


def _forgiven(word: str) -> int:
    return 2 if len(word) >= LONG_WORD else 1


def _letters(word: str) -> int:
    bits = 0
    for letter in word:
        bits |= 1 << (ord(letter) & 63)
    return bits
