"""What a noun phrase names: a concept of the pack, or an open one in normal form."""

from collections.abc import Sequence
from dataclasses import dataclass

from claimgraph.extracting.lexicon import Lexicon
from claimgraph.extracting.phrases import content_label, phrase
from claimgraph.knowledge.matching import Match
from claimgraph.language.parsed import Sentence, Token


@dataclass(frozen=True, slots=True)
class Link:
    """What a phrase was taken to name.

    Attributes:
        label: the concept's label, or the normal form of the phrase.
        concept: IRI in the pack, None for an open concept.
        candidates: the concepts an ambiguous label could name.
        restrictions: words that narrow the concept and are not part of its label.
    """

    label: str
    concept: str | None = None
    candidates: tuple[str, ...] = ()
    restrictions: tuple[str, ...] = ()


_NAMED = frozenset({"NOUN", "PROPN", "ADJ", "NUM", "X", "VERB", "PRON"})


def link(
    sentence: Sentence, head: int, matches: Sequence[Match], lexicon: Lexicon, light: frozenset[str] | None = None
) -> Link:
    """Return what the noun phrase with a head names.

    The longest label that covers the head wins; then the noun a light head is "of" ("use of X"), the turned-round
    phrase ("growth of hair"), the head with one modifier, the name before a carrier noun ("X therapy"); else the
    phrase stands for itself.

    Args:
        sentence: the phrase's.
        head: index of the phrase's head.
        matches: concepts named in the sentence.
        lexicon: what is known.
        light: the nouns that count as light; by default all the word lists know. A piece of a cell is no cell.
    """
    covering = [m for m in matches if m.start <= head < m.end]
    if covering:
        best = max(covering, key=lambda m: m.end - m.start)
        return _matched(sentence, head, best, lexicon)
    for step in (_turned, _paired, _light, _carried):
        found = step(sentence, head, matches, lexicon, light)
        if found is not None:
            return found
    return Link(content_label(sentence, head, lexicon.english))


def _matched(sentence: Sentence, head: int, match: Match, lexicon: Lexicon) -> Link:
    """Return the link of a label found in the text."""
    if match.iri is None:
        return Link(content_label(sentence, head, lexicon.english), None, match.candidates)
    concept = lexicon.pack.concepts[match.iri]
    return Link(concept.label, match.iri, (), _restrictions(sentence, head, match, lexicon))


def _restrictions(sentence: Sentence, head: int, match: Match, lexicon: Lexicon) -> tuple[str, ...]:
    """Return the modifiers of a head that its concept's label does not cover and that narrow it."""
    english = lexicon.english
    evaluative = english["clause.better"] | english["clause.worse"] | english["hedge_adjectives"]
    found = []
    for kid in sentence.kids(head, "amod", "compound"):
        if match.start <= kid.i < match.end or kid.lemma in evaluative or kid.tag in {"JJR", "JJS"}:
            continue
        if kid.pos in {"ADJ", "NOUN", "PROPN"} and kid.lower not in _GENERIC:
            found.append(kid.lemma if kid.pos == "NOUN" else kid.lower)
    return tuple(found)


_GENERIC = frozenset(
    {
        "new",
        "brand",
        "own",
        "same",
        "other",
        "real",
        "actual",
        "certain",
        "many",
        "several",
        "various",
        "different",
        "main",
        "key",
        "such",
        "overall",
        "general",
        "specific",
        "important",
        "large",
        "great",
        "big",
        "significant",
        "noticeable",
        "visible",
        "existing",
        "current",
        "modern",
        "popular",
        "common",
        "typical",
        "true",
        "simple",
        "first",
        "second",
        "last",
        "next",
        "few",
        "single",
        "tiny",
        "small",
        "minute",
        "like",
        "mere",
        "just",
        "any",
        "entire",
        "whole",
        "full",
        "total",
        "positive",
        "negative",
        "variable",
        "tremendous",
        "amazing",
        "unnecessary",
        "individual",
        "innovative",
    }
)


def _turned(
    sentence: Sentence, head: int, matches: Sequence[Match], lexicon: Lexicon, light: frozenset[str] | None
) -> Link | None:
    """Return the concept of "growth of hair" by its label "hair growth"."""
    token = sentence.tokens[head]
    for prep in sentence.kids(head, "prep"):
        noun = sentence.kid(prep.i, "pobj") if prep.lower in {"of", "in"} else None
        if noun is None:
            continue
        for first in (noun.text, noun.lemma):
            named = lexicon.named(f"{first} {token.text}")
            if len(named) == 1:
                return Link(lexicon.pack.concepts[named[0]].label, named[0])
    return None


def paired(sentence: Sentence, head: int, lexicon: Lexicon) -> tuple[Link, ...]:
    """Return the concepts a noun names with each of its coordinated adjectives: "thicker and healthier hair"."""
    token = sentence.tokens[head]
    adjectives = [k for first in sentence.kids(head, "amod") for k in (first, *sentence.kids(first.i, "conj"))]
    if len(adjectives) < 2:
        return ()
    found = (lexicon.named(f"{adjective.text} {token.text}") for adjective in adjectives)
    single = dict.fromkeys(iris[0] for iris in found if len(iris) == 1)
    return tuple(Link(lexicon.pack.concepts[iri].label, iri) for iri in single)


def _paired(
    sentence: Sentence, head: int, matches: Sequence[Match], lexicon: Lexicon, light: frozenset[str] | None
) -> Link | None:
    """Return the concept of the head with one of its modifiers: "thicker and healthier hair" is thicker hair."""
    token = sentence.tokens[head]
    for kid in sentence.kids(head, "amod", "compound", "nmod"):
        named = lexicon.named(f"{kid.text} {token.text}")
        if len(named) == 1:
            return Link(lexicon.pack.concepts[named[0]].label, named[0])
    if token.dep == "conj" and not sentence.kids(head, "amod", "compound", "det"):
        shared = sentence.kids(token.head, "compound")
        for kid in shared:
            named = lexicon.named(f"{kid.text} {token.text}")
            if len(named) == 1:
                return Link(lexicon.pack.concepts[named[0]].label, named[0])
    return None


def _light(
    sentence: Sentence, head: int, matches: Sequence[Match], lexicon: Lexicon, light: frozenset[str] | None
) -> Link | None:
    """Return what a light noun is "of": "the use of X", "a wide array of X"."""
    token = sentence.tokens[head]
    if token.lemma not in (lexicon.english["reference.light_nouns"] if light is None else light):
        return None
    for prep in sentence.kids(head, "prep"):
        noun = sentence.kid(prep.i, "pobj")
        if prep.lower == "of" and noun is not None and noun.pos in _NAMED and noun.pos != "PRON":
            return link(sentence, noun.i, matches, lexicon)
    return None


def _carried(
    sentence: Sentence, head: int, matches: Sequence[Match], lexicon: Lexicon, light: frozenset[str] | None
) -> Link | None:
    """Return the concept before a carrier noun: "X injection", "X technology"."""
    token = sentence.tokens[head]
    if token.lemma not in lexicon.english["reference.carrier_nouns"]:
        return None
    for kid in reversed(sentence.kids(head, "compound", "amod", "nmod", "poss")):
        covering = [m for m in matches if m.start <= kid.i < m.end and m.iri]
        if covering:
            best = max(covering, key=lambda m: m.end - m.start)
            assert best.iri is not None  # noqa: S101 - filtered above
            return Link(lexicon.pack.concepts[best.iri].label, best.iri)
    for prep in sentence.kids(head, "prep"):
        noun = sentence.kid(prep.i, "pobj")
        if (
            prep.lower in {"of", "with", "using"}
            and noun is not None
            and any(m.start <= noun.i < m.end and m.iri for m in matches)
        ):
            return link(sentence, noun.i, matches, lexicon)
    return None


def head_noun(sentence: Sentence, head: int) -> Token:
    """Return the head's token; a reading aid for rules that look at the noun itself."""
    return sentence.tokens[head]


def text_of(sentence: Sentence, head: int, document: str) -> tuple[str, int, int]:
    """Return a noun phrase's words as they stand in the document, with their place."""
    indices = phrase(sentence, head)
    start, end = sentence.tokens[indices[0]].start, sentence.tokens[indices[-1]].end
    return document[start:end], start, end
