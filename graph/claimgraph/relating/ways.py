"""How terms meet: the keys under which a term can be found, each with the step that leads there."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice

from claimgraph.knowledge import Concept, Pack, Predicate
from claimgraph.knowledge.english import english
from claimgraph.model import Term
from claimgraph.relating.reducing import Reduced, plain, reduced
from claimgraph.relating.words import Words, base, deed, root, words

#: Broader words and synonyms of one open phrase that are followed.
MOST = 12
#: Words of a plainer phrase whose synonyms are looked up.
WORDS = 3
#: Words of a phrase whose head is replaced by a broader word: "electric car" is an "electric vehicle".
NAMED = 2


@dataclass(frozen=True, slots=True)
class Way:
    """One key under which a term can be met.

    Attributes:
        key: IRI of a concept or predicate, or "~" and the normalised phrase.
        step: how the term leads there: "same", "synonym", "broader", "uses", "taken", "lack", "opposite", "inverse",
            "entails".
        sign: -1 where the key names the opposite of the term.
        up: whether the key says less than the term (it is broader).
        score: how sure the step is, from 0 to 1.
    """

    key: str
    step: str = "same"
    sign: int = 1
    up: bool = False
    score: float = 1.0


class Background:
    """A pack and the lexicon, indexed for meeting; it only remembers what it worked out, so it is safe to share.

    Args:
        pack: what is known of the subject.
        lexicon: the English lexicon; the shipped one where none is given.
    """

    def __init__(self, pack: Pack, lexicon: Words | None = None) -> None:
        self.pack = pack
        self.lexicon = lexicon or words()
        self.unnamed = english().of(
            "relating.mere", "relating.pronouns", "relating.sayings", "first_person", "second_person"
        )
        self._concepts = {label.casefold(): c.iri for c in _sorted(pack) for label in (c.label, *c.labels)}
        self._verbs = {verb: iri for iri, p in sorted(pack.predicates.items()) for verb in p.verbs}
        self._scales = {
            word: (iri, rank, len(scale.values))
            for iri, scale in sorted(pack.scales.items())
            for rank, step in enumerate(scale.values)
            for word in step
        }
        self._users: dict[str, list[str]] = {}
        for concept in _sorted(pack):
            for part in concept.uses:
                self._users.setdefault(part, []).append(concept.iri)
        self._subjects: dict[Term, tuple[Way, ...]] = {}
        self._objects: dict[Term, tuple[Way, ...]] = {}

    def concept(self, term: Term) -> Concept | None:
        """Return the pack's concept of a term, by its IRI or by its words."""
        iri = term.concept if term.concept in self.pack.concepts else self._concepts.get(term.label.casefold())
        return self.pack.concepts.get(iri) if iri else None

    def predicate(self, term: Term) -> Predicate | None:
        """Return the pack's predicate of a term, by its IRI or by its key."""
        iri = term.concept if term.concept in self.pack.predicates else self._verbs.get(term.label)
        return self.pack.predicates.get(iri) if iri else None

    def copula(self, term: Term) -> Predicate | None:
        """Return the predicate that a copula with this adjective or noun is a verb of ("be safe"), None for most."""
        iri = self._verbs.get(f"be {term.label}") if term.concept is None else None
        return self.pack.predicates.get(iri) if iri else None

    def treated(self, term: Term) -> Concept | None:
        """Return the condition that a treatment is named after ("hair loss treatment"), else the term's own concept."""
        concept = self.concept(term)
        for label in concept.labels if concept and concept.kind == "Treatment" else ():
            named = self.pack.concepts.get(self._concepts.get(label.casefold().rpartition(" ")[0], ""))
            if named and named.kind == "Condition":
                return named
        return concept

    def general(self, term: Term) -> int:
        """Return +1 where a term only means "a result", or a good one, -1 where a bad one or none; 0 for any other."""
        concept = self.concept(term)
        if concept is None:
            return self._plain(term.label)
        if concept.kind != "Outcome":
            return 0
        return 1 if concept.head else next((sign for label in concept.labels if (sign := self._plain(label))), 0)

    def _plain(self, phrase: str) -> int:
        """Return the sign of a phrase that is a word for a result with none but words of a scale before it, else 0."""
        words = phrase.casefold().split()
        head = self.pack.concepts.get(self._concepts.get(words[-1], "")) if words else None
        results = english()["relating.results"]
        sort = words and (words[-1] in results or words[-1].removesuffix("s") in results or (head and head.head))
        if not sort or (head is not None and head.kind != "Outcome"):
            return 0
        return self._leaning(words[:-1]) if all(word in self._scales for word in words[:-1]) else 0

    def _leaning(self, words: Sequence[str]) -> int:
        """Return -1 where the first of some words that stands on a scale stands in its lower half, else +1."""
        for word in words:
            standing = self._scales.get(word)
            if standing:
                return 1 if 2 * standing[1] >= standing[2] - 1 else -1
        return 1

    def wanted(self, concept: Concept) -> int:
        """Return +1 for an outcome that is sought, -1 for a condition, 0 where nothing tells.

        An outcome is sought where it is a sort of result, or the opposite of a condition.
        """
        if concept.kind == "Condition":
            return -1
        against = [self.pack.concepts[iri] for iri in concept.opposites if iri in self.pack.concepts]
        sought = self.sort_of_result(concept) or any(c.kind == "Condition" for c in against)
        return 1 if concept.kind == "Outcome" and sought else 0

    def sought(self, term: Term) -> int:
        """Return +1 for what is sought, -1 for what is not, 0 where nothing tells: by the pack, else by its words."""
        concept = self.concept(term)
        if concept is not None:
            return self.wanted(concept)
        phrase = bare(term.label)
        named = core(phrase)
        for name in (phrase, named, named.rpartition(" ")[2]):
            if name in english()["value.benefits"]:
                return 1
            if name in english()["value.harms"]:
                return -1
        return 0

    def sort_of_result(self, concept: Concept) -> bool:
        """Say whether "no result" denies a concept too: a sort of result, or a condition whose opposite is one."""
        near = [concept.iri, *self.pack.broader_closure(concept.iri)]
        near += [iri for here in list(near) if here in self.pack.concepts for iri in self.pack.concepts[here].opposites]
        above = [
            c for iri in near for up in (iri, *self.pack.broader_closure(iri)) if (c := self.pack.concepts.get(up))
        ]
        return any(c.head and c.kind == "Outcome" for c in above)

    def scale(self, term: Term) -> tuple[str, int, int] | None:
        """Return the scale a term stands on, its rank from 0 and the number of ranks."""
        concept = self.concept(term)
        return self._scales.get(concept.iri if concept else "") or self._scales.get(term.label.casefold())

    def meet(self, a: Term, b: Term) -> bool:
        """Say whether two terms are the same, opposites, or one is broader than the other."""
        left, right = self.object_ways(a), self.object_ways(b)
        return left[0].key in {way.key for way in right} or right[0].key in {way.key for way in left}

    def subject_ways(self, term: Term) -> tuple[Way, ...]:
        """Return the ways of a term as a subject, its own key first."""
        if term not in self._subjects:
            self._subjects[term] = _unique(self._term_ways(term, oriented=False))
        return self._subjects[term]

    def object_ways(self, term: Term) -> tuple[Way, ...]:
        """Return the ways of a term as an object, where opposites count, its own key first."""
        if term not in self._objects:
            self._objects[term] = _unique(self._term_ways(term, oriented=True))
        return self._objects[term]

    def _term_ways(self, term: Term, *, oriented: bool) -> Iterator[Way]:
        concept = self.concept(term)
        if concept:
            yield from self._concept_ways(concept, Way(concept.iri), oriented=oriented)
        else:
            yield from self._phrase_ways(bare(term.label), oriented=oriented)

    def _concept_ways(self, concept: Concept, way: Way, *, oriented: bool) -> Iterator[Way]:
        """Yield the ways of a concept: itself, what is broader, and, where opposites count, the opposites of each."""
        base = self._working_part(concept)
        if base is not concept:
            way = Way(base.iri, "uses", way.sign, way.up, way.score * 0.95)
        yield way
        above = [c for iri in self.pack.broader_closure(concept.iri) if (c := self.pack.concepts.get(iri))]
        ups = [(c, Way(c.iri, "broader", way.sign, True, way.score * 0.9)) for c in above if not _too_general(c)]
        yield from (up for _, up in ups)
        if oriented:
            for near, there in [(concept, way), *ups]:
                yield from self._opposite_ways(near, there)
        else:
            yield from (Way(iri, "uses", way.sign, True, way.score * 0.9) for iri in concept.uses if base is concept)

    def _opposite_ways(self, concept: Concept, way: Way) -> Iterator[Way]:
        for iri in concept.opposites:
            yield Way(iri, "opposite", -way.sign, way.up, way.score)

    def _working_part(self, concept: Concept) -> Concept:
        """Return what a treatment works by where it bears that thing's name and no other treatment works by it."""
        if len(concept.uses) != 1 or concept.uses[0] not in self.pack.concepts:
            return concept
        part = self.pack.concepts[concept.uses[0]]
        named = {stem(word) for word in part.label.split()} & {stem(word) for word in concept.label.split()}
        return part if named and len(self._users.get(part.iri, ())) == 1 else concept

    def _phrase_ways(self, phrase: str, *, oriented: bool) -> Iterator[Way]:
        core_phrase = plain(phrase, oriented=oriented)
        own = Way(self._key(core_phrase)) if core_phrase == phrase else Way(self._key(core_phrase), "taken", score=0.9)
        yield from self._reached(core_phrase, own, oriented=oriented)
        parts = core_phrase.split()
        for variant, step, sign in islice(self._variants(parts, oriented=oriented), 3 * MOST):
            yield Way(self._concepts.get(variant) or self._key(variant), step, sign, False, 0.85 * own.score)
        for plainer in reduced(core_phrase, oriented=oriented):
            score = plainer.score * own.score
            way = Way(self._key(plainer.phrase), plainer.step, plainer.sign, plainer.up, score)
            yield from self._reached(plainer.phrase, way, oriented=oriented and plainer.sign > 0)
            yield from self._other_words(plainer, way, oriented=oriented)
        if len(parts) <= NAMED and not english()["relating.prepositions"] & set(parts):
            for word in sorted(self.lexicon.linked("broader", parts[-1]))[:MOST]:
                broader = " ".join((*parts[:-1], word))
                yield from self._reached(broader, Way(self._key(broader), "broader", 1, True, 0.7), oriented=oriented)

    def _key(self, phrase: str) -> str:
        """Return the key of an open phrase, the same for its words in another order or form ("quality of sleep")."""
        return _key(phrase, self.lexicon)

    def _other_words(self, plainer: Reduced, way: Way, *, oriented: bool) -> Iterator[Way]:
        """Yield the ways to a plainer phrase in other words, where it says no less than the phrase itself."""
        parts = plainer.phrase.split()
        if plainer.up or len(parts) > WORDS:
            return
        for variant, _, sign in islice(self._variants(parts, oriented=oriented), MOST):
            key = self._concepts.get(variant) or self._key(variant)
            yield Way(key, way.step, way.sign * sign, False, way.score * 0.85)

    def _reached(self, phrase: str, way: Way, *, oriented: bool) -> Iterator[Way]:
        """Yield the way to a phrase, and, where a pack knows it, to its concept and what lies above that."""
        iri = self._concepts.get(phrase)
        if iri is None:
            yield way
            return
        concept = self.pack.concepts[iri]
        if not _too_general(concept):
            reached = Way(iri, way.step, way.sign, way.up, way.score)
            for found in self._concept_ways(concept, reached, oriented=oriented):
                yield Way(found.key, found.step, found.sign, way.up or found.up, found.score)

    def _variants(self, parts: list[str], *, oriented: bool) -> Iterator[tuple[str, str, int]]:
        """Yield a phrase with one word replaced by a synonym or, where opposites count, by its opposite."""
        for place, word in enumerate(parts):
            plain = base(word, self.lexicon)
            kin = self.lexicon.synonyms(word) | self.lexicon.family(word)
            kin |= (self.lexicon.family(plain) | {plain}) if plain != word else frozenset()
            for other in sorted(kin)[:MOST]:
                yield " ".join([*parts[:place], other, *parts[place + 1 :]]), "synonym", 1
            for other in sorted(self.lexicon.linked("similar", word))[:MOST] if oriented and len(parts) == 1 else ():
                yield other, "synonym", 1
            for other in sorted(self._opposites(word))[:MOST] if oriented else ():
                yield " ".join([*parts[:place], other, *parts[place + 1 :]]), "opposite", -1

    def _opposites(self, word: str) -> frozenset[str]:
        direct = self.lexicon.opposites(word)
        return direct | {near for other in direct for near in self.lexicon.family(other)}

    def verb_ways(self, key: str) -> tuple[Way, ...]:
        """Return the ways of a predicate that no pack knows: its own key, synonyms and opposites of its verb."""
        return _unique(self._verb_ways(key))

    def _verb_ways(self, key: str) -> Iterator[Way]:
        before, main, rest = self._verb(key)
        yield Way("~" + " ".join((*before, main, *rest)))
        for relation, others, sign in (
            ("synonym", self.lexicon.synonyms(main), 1),
            ("opposite", self.lexicon.opposites(main), -1),
        ):
            for other in sorted(others)[:MOST]:
                variant = " ".join((*before, other, *rest))
                known = self._verbs.get(variant)
                yield Way(known or "~" + variant, relation, sign, False, 0.8)

    def _verb(self, key: str) -> tuple[Sequence[str], str, Sequence[str]]:
        """Return an open predicate in parts: what stands before its verb, the verb in base form, what stands behind."""
        parts = key.split()
        place = 1 if parts[0] in ("be", "help") and len(parts) > 1 else 0
        main = deed(" ".join(parts[place:]), self.lexicon)
        return parts[:place], main, parts[place + len(main.split()) :]

    def predicate_ways(self, predicate: Predicate) -> tuple[Way, ...]:
        """Return the ways of a pack's predicate: itself, its opposite, and what follows from it."""
        return _unique(self._predicate_ways(predicate))

    def _predicate_ways(self, predicate: Predicate) -> Iterator[Way]:
        yield self._turned(predicate, Way(predicate.iri))
        for iri in self.pack.entailed(predicate.iri):
            if iri in self.pack.predicates:
                yield self._turned(self.pack.predicates[iri], Way(iri, "entails", 1, True, 0.95))

    def _turned(self, predicate: Predicate, way: Way) -> Way:
        first = min((predicate.iri, *predicate.opposites))
        return way if first == predicate.iri else Way(first, "opposite", -way.sign, way.up, way.score)


#: Words of a phrase up to which their order is left out of its key.
SHORT = 3


@lru_cache(maxsize=65536)
def _key(phrase: str, lexicon: Words) -> str:
    """Return the key of an open phrase: of a short one the roots of its words in the order of the alphabet."""
    parts = [word for word in phrase.split() if word != "of"]
    if not 1 < len(parts) <= SHORT or english()["relating.prepositions"] & set(parts) or "and" in parts:
        return "~" + phrase
    return "~" + " ".join(sorted(root(word, lexicon) for word in parts))


_AMOUNT = re.compile(
    r"^(?:(?:about|around|some|over|under|nearly|almost|only|just|up to|at least|at most|more than|less than) )?"
    r"(?:[\d.,]+|one|two|three|four|five|six|seven|eight|nine|ten|several|half)(?: (?:million|billion))? "
    r"(?:\w+(?: per \w+)? of )?(?=\w)"
)


#: What a bound opens with.
_BOUND = re.compile(r"^(?:(?:no |not )?(?:more|less|fewer|greater|higher|lower) than|at (?:least|most)|up to) ")


def value(phrase: str) -> bool:
    """Say whether a phrase is no more than an amount, which stands in a qualifier.

    >>> value("per cent"), value("3.2 kg"), value("£3.1 million"), value("no more than 2 kg"), value("caffeine")
    (True, True, True, True, False)
    """
    plain = _BOUND.sub("", phrase.casefold().removeprefix("- "))
    rest = plain.lstrip("£$€0123456789., ").strip()
    return rest in english()["relating.unit_words"] or (not rest and plain != rest)


def bare(phrase: str) -> str:
    """Return an open phrase in lower case without the amount before it, which stands in a qualifier.

    >>> bare("95 mg of caffeine"), bare("three dwarf galaxy"), bare("green tea")
    ('caffeine', 'dwarf galaxy', 'green tea')
    """
    return _AMOUNT.sub("", phrase.casefold())


def core(phrase: str) -> str:
    """Return a phrase up to its first preposition: its head with what stands before.

    >>> core("risk of heart disease"), core("sleep quality")
    ('risk', 'sleep quality')
    """
    parts = phrase.split()
    return " ".join(
        parts[
            : next((n for n, word in enumerate(parts) if n and word in english()["relating.prepositions"]), len(parts))
        ]
    )


def stem(word: str) -> str:
    """Return a word in lower case without its plural ending.

    >>> stem("Exosomes")
    'exosome'
    """
    lower = word.casefold()
    return lower[:-1] if lower.endswith("s") and not lower.endswith("ss") else lower


def _sorted(pack: Pack) -> list[Concept]:
    return [pack.concepts[iri] for iri in sorted(pack.concepts, reverse=True)]


def _too_general(concept: Concept) -> bool:
    """Say whether a concept only names a sort of thing, so that meeting in it says nothing."""
    return concept.head and not concept.broader and concept.kind is None


def _unique(found: Iterator[Way]) -> tuple[Way, ...]:
    """Return the ways with each key once, the first way there kept."""
    kept: dict[str, Way] = {}
    for way in found:
        kept.setdefault(way.key, way)
    return tuple(kept.values())
