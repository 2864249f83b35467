"""Light lexical knowledge for what no pack knows: opposites, synonyms, derivations and broader words of English."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import chain, product

from claimgraph.vocabulary.resources import ontology_text

#: Prefixes that turn an adjective or noun into its opposite, longest first.
PRIVATIVE = ("non-", "non", "anti-", "dis", "un", "in", "im", "ir", "il", "a")
#: Words of one axis of opposites that are followed.
AXIS = 24
RELATIONS = (
    "antonym", "contrast", "synonym", "similar", "derived", "broader", "form", "measure", "manner", "converse", "rival",
)  # fmt: skip
#: Relations that lead one way only.
ONE_WAY = ("broader", "form", "measure", "manner")
#: Relations that say nothing of whether a word is a word of the lexicon.
ASIDE = ("form", "measure", "manner", "converse", "rival")


@dataclass(frozen=True, slots=True, eq=False)
class Words:
    """Relations between common English words and verbs with their particle, in base form and lower case.

    Source: Miller (1995), WordNet: A Lexical Database for English, CACM 38(11); the rows kept are those of
    `ontology/wordnet.tsv`. What it does not tell stands in `ontology/lexicon.tsv`.

    Attributes:
        table: for each relation, the words it links a word with; "broader" leads upward only and "form" from an
            irregular form to its base, "measure" from a word to what it measures, "manner" from a verb to what it is a
            way of doing, the others both ways, "converse"
            between the two ends of one deed, "rival" between words of a class of which a thing is one only;
            "contrast" holds the antonyms among adjectives.
    """

    table: Mapping[str, Mapping[str, frozenset[str]]]

    def known(self, word: str) -> bool:
        """Say whether the lexicon has a word at all."""
        return any(word in self.table[relation] for relation in RELATIONS if relation not in ASIDE)

    def linked(self, relation: str, word: str) -> frozenset[str]:
        """Return the words that a relation links a word with."""
        return self.table[relation].get(word, frozenset())

    def synonyms(self, word: str) -> frozenset[str]:
        """Return the words that share a common sense with a word."""
        return self.linked("synonym", word)

    def family(self, word: str) -> frozenset[str]:
        """Return the words derived from a word or that it derives from ("improve", "improvement")."""
        return self.linked("derived", word)

    def opposites(self, word: str) -> frozenset[str]:
        """Return the direct opposites of a word, by the lexicon or by a privative prefix.

        >>> "dangerous" in words().opposites("safe"), words().opposites("acellular")
        (True, frozenset({'cellular'}))
        """
        return _opposites(self, word)

    def axis(self, word: str) -> tuple[str, int]:
        """Return the name of the axis a word and its opposites span, and on which side of it the word stands.

        >>> words().axis("thick")[0] == words().axis("thin")[0], words().axis("thick")[1] * words().axis("thin")[1]
        (True, -1)
        """
        word = word if self.linked("contrast", word) else self._head(word)
        side = {word: 1}
        waiting = [word]
        while waiting and len(side) < AXIS:
            here = waiting.pop(0)
            for other in sorted(self.linked("contrast", here) - side.keys()):
                side[other] = -side[here]
                waiting.append(other)
        first = min(side)
        return first, side[first]

    def _head(self, word: str) -> str:
        """Return the synonym or similar word of a word without opposites that has some, the word itself if none has."""
        near = (*sorted(self.synonyms(word)), *sorted(self.linked("similar", word)))
        return next((other for other in near if self.linked("contrast", other)), word)

    def opposed(self, a: str, b: str) -> bool:
        """Say whether two words are opposites, directly or through one synonym, similar word or derivation.

        >>> words().opposed("useless", "useful"), words().opposed("safe", "useful")
        (True, False)
        """
        return a != b and _opposed(self, a, b)

    def alike(self, a: str, b: str) -> bool:
        """Say whether two words mean the same or come from one another.

        >>> words().alike("improve", "improvement"), words().alike("increase", "decrease")
        (True, False)
        """
        return a == b or b in self.synonyms(a) or b in self.family(a)

    def indirectly_opposed(self, a: str, b: str) -> bool:
        """Say whether two words are opposites through a synonym, a similar word or a derivation."""
        around_a, around_b = self._around(a), self._around(b)
        if b in around_a or a in around_b:
            return False
        reached = {c for near in around_a for c in self.opposites(near)}
        return b in reached or any(a in self.opposites(near) for near in around_b)

    def _around(self, word: str) -> frozenset[str]:
        return self.synonyms(word) | self.linked("similar", word) | self.family(word)

    def privative(self, word: str) -> frozenset[str]:
        """Return the words that a word denies by a prefix ("unsafe", "safe")."""
        bare = (word.removeprefix(prefix) for prefix in PRIVATIVE if word.startswith(prefix))
        whole = (rest for rest in bare if len(rest) > 3 and self._adjectival(rest))
        return frozenset(rest for rest in whole if not self.alike(word, rest))

    def _adjectival(self, word: str) -> bool:
        return any(word in self.table[relation] for relation in ("antonym", "similar")) or bool(self.family(word))


_ENDINGS = (("ies", "y"), ("es", ""), ("s", ""), ("ied", "y"), ("ed", ""), ("ed", "e"), ("ing", ""), ("ing", "e"))


@lru_cache(maxsize=65536)
def base(word: str, lexicon: Words) -> str:
    """Return the base form of a regular English word, as far as the lexicon knows one; the word itself otherwise.

    >>> base("drying", words()), base("leaves", words()), base("zorp", words())
    ('dry', 'leave', 'zorp')
    """
    if lexicon.known(word) and not word.endswith(("ed", "ing")):
        return word
    for ending, instead in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) > 2:
            stem = word.removesuffix(ending)
            guesses = (stem + instead, stem[:-1]) if stem[-1:] == stem[-2:-1] else (stem + instead,)
            for guess in guesses:
                if lexicon.known(guess):
                    return guess
    plural = word.endswith("s") and not word.endswith("ss") and not lexicon.known(word)
    return word.removesuffix("s") if plural else word


#: Letters that words of one root begin with alike.
ROOT = 4


@lru_cache(maxsize=65536)
def root(word: str, lexicon: Words) -> str:
    """Return the shortest word of a word's family that begins as it does.

    >>> root("flooring", words()), root("fluoridation", words())
    ('floor', 'fluoridate')
    """
    here = base(word, lexicon)
    kin = (other for other in lexicon.family(here) if other[:ROOT] == here[:ROOT])
    return min((here, *kin), key=lambda other: (len(other), other))


#: Words of a verb with its particle.
PHRASE = 3


def verb_base(word: str, lexicon: Words) -> str:
    """Return the base form of a verb, the irregular ones included; the word itself where the lexicon knows none.

    >>> verb_base("sent", words()), verb_base("closed", words()), verb_base("works", words())
    ('send', 'close', 'work')
    """
    irregular = sorted(lexicon.linked("form", word))
    if irregular:
        return irregular[0]
    stem = word.removesuffix("s")
    return stem if stem != word and not stem.endswith(("s", "e")) and lexicon.known(stem) else base(word, lexicon)


@lru_cache(maxsize=65536)
def deed(key: str, lexicon: Words) -> str:
    """Return what an open predicate says is done or undergone, its verb in base form, with its particle if it has one.

    >>> deed("be sent back", words()), deed("build up", words()), deed("live in", words())
    ('send back', 'build up', 'live')
    """
    parts = key.split()
    parts = parts[1:] if len(parts) > 1 and parts[0] == "be" else parts
    if not parts:
        return ""
    parts[0] = verb_base(parts[0], lexicon)
    wholes = (" ".join(parts[:n]) for n in range(min(PHRASE, len(parts)), 0, -1))
    return next((whole for whole in wholes if lexicon.known(whole)), parts[0])


@lru_cache(maxsize=65536)
def _opposites(lexicon: Words, word: str) -> frozenset[str]:
    """Return the direct opposites of a word; remembered, since the same words meet again and again."""
    return lexicon.linked("antonym", word) | lexicon.privative(word)


@lru_cache(maxsize=262144)
def _opposed(lexicon: Words, a: str, b: str) -> bool:
    """Say whether two words are opposites; remembered likewise."""
    return b in _opposites(lexicon, a) or a in _opposites(lexicon, b) or lexicon.indirectly_opposed(a, b)


def read_words(rows: Iterable[str]) -> Words:
    """Return the lexicon that tab-separated rows of relation, part of speech, words, words hold; "#" starts a comment.

    Where a row has several words with a comma between, each of the one side is related to each of the other.
    """
    table: dict[str, dict[str, set[str]]] = {relation: {} for relation in RELATIONS}
    for row in rows:
        if not row or row.startswith("#"):
            continue
        relation, part, left, right = row.split("\t")
        named = (relation, "contrast") if relation == "antonym" and part == "a" else (relation,)
        for name, a, b in product(named, left.split(", "), right.split(", ")):
            table[name].setdefault(a, set()).add(b)
            if name not in ONE_WAY:
                table[name].setdefault(b, set()).add(a)
    frozen = {name: {word: frozenset(found) for word, found in rows.items()} for name, rows in table.items()}
    return Words(frozen)


#: What is read, in order.
FILES = ("wordnet.tsv", "wordnet-manners.tsv", "wordnet-phrasal.tsv", "lexicon.tsv")


@cache
def words() -> Words:
    """Return the lexicon the program ships with, read once."""
    return read_words(chain.from_iterable(ontology_text(name).splitlines() for name in FILES))


@cache
def kinds() -> Mapping[str, frozenset[str]]:
    """Return every kind each noun is of, however many steps up, read once where two texts are compared.

    >>> "mammal" in kinds()["whale"]
    True
    """
    rows = (row.split("\t") for row in ontology_text("wordnet-kinds.tsv").splitlines() if not row.startswith("#"))
    return {word: frozenset(above.split(", ")) for _, _, word, above in rows}
