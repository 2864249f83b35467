"""Words that only count what they stand for: "some of which", "three of them", "two failed", "both are cheap"."""

from collections.abc import Mapping
from types import MappingProxyType

from claimgraph.extracting.asking import OBJECTS, SUBJECTS
from claimgraph.extracting.clauses import relative_head, verb_above
from claimgraph.extracting.phrases import conjuncts
from claimgraph.knowledge.english import English
from claimgraph.language.parsed import Sentence, Token

NOMINAL = frozenset({"NOUN", "PROPN"})
_PLACES = SUBJECTS | OBJECTS | {"pobj", "attr", "conj"}
_POINTING = frozenset({"this", "these", "those", "that", "such"})
_NUMBERS: Mapping[str, int] = MappingProxyType({"three": 3, "four": 4})
_FRACTIONS, _CENTS = frozenset({"third", "quarter", "fifth", "tenth"}), frozenset({"cent", "percent", "%"})
_AROUND = frozenset({"a", "all", "fewer", "more", "less", "than", "per", "nearly", "almost", "about"})
_SINGLE = frozenset({"each", "one", "another", "either", "neither", "none", "half"})


def counts(sentence: Sentence, token: Token, english: English) -> bool:
    """Say whether a word stands for what it counts, with no noun of its own behind it.

    Args:
        sentence: the word's.
        token: the word.
        english: the word lists.
    """
    known = token.lower in english["reference.counting"] or _share(sentence, token)
    return token.dep in _PLACES and (known or (token.lower in english["reference.mass"] and _of_it(sentence, token)))


def _of_it(sentence: Sentence, token: Token) -> bool:
    """Say whether a word tells how much of a thing there is: "less of it"."""
    of = next((k for k in sentence.kids(token.i, "prep") if k.lower == "of"), None)
    inner = sentence.kid(of.i, "pobj") if of is not None else None
    return inner is not None and inner.lower == "it"


def _share(sentence: Sentence, token: Token) -> bool:
    """Say whether a word alone tells a share of what was named: "a third", "plenty", "97 per cent"."""
    if token.lower in _FRACTIONS:
        return token.dep in SUBJECTS and any(k.lower == "a" for k in sentence.kids(token.i, "det", "quantmod"))
    if token.lower in _CENTS:
        return token.dep in SUBJECTS and sentence.kid(token.i, "nummod") is not None
    return False


def _bare(sentence: Sentence, token: Token) -> bool:
    """Say whether only how many is told beside a counting word: "fewer than half", "nearly a third", "all three"."""
    kids = [sentence.tokens[k] for k in token.kids if sentence.tokens[k].dep != "advmod"]
    some = all(k.dep == "nummod" or k.lower in _AROUND for k in kids)
    return some if token.dep in SUBJECTS else not kids


def whole(sentence: Sentence, token: Token, english: English) -> Token | None:
    """Return the pronoun or description that a counting word takes a part of: "which" of "some of which".

    Args:
        sentence: the word's.
        token: that counts.
        english: the word lists.
    """
    of = next((k for k in sentence.kids(token.i, "prep") if k.lower == "of"), None)
    inner = sentence.kid(of.i, "pobj") if of is not None else None
    if inner is None or inner.lower in {"them", "it", "which", "whom", "these", "those"}:
        return inner
    if inner.pos == "PRON":
        return None
    pointing = any(k.lower in _POINTING for k in sentence.kids(inner.i, "det"))
    return inner if pointing and inner.lemma in english["reference.descriptions"] else None


def listed(sentence: Sentence, token: Token) -> int:
    """Return how many things were listed before "all three" and "all four", 0 for any other word."""
    every = token.i > 0 and sentence.tokens[token.i - 1].lower == "all"
    return _NUMBERS.get(token.lower, 0) if every else 0


def antecedents(sentence: Sentence, which: Token) -> list[int]:
    """Return the heads of the nouns that the clause of "some of which" hangs on, one or several coordinated ones.

    Args:
        sentence: the pronoun's.
        which: the relative pronoun.
    """
    verb = verb_above(sentence, which.i)
    noun = relative_head(sentence, verb) if verb is not None else None
    if noun is None or noun.pos not in NOMINAL:
        return []
    while noun.dep == "conj" and sentence.tokens[noun.head].pos in NOMINAL:
        noun = sentence.tokens[noun.head]
    return [i for i in conjuncts(sentence, noun.i) if i < which.i]


def alone(sentence: Sentence, token: Token, english: English) -> bool:
    """Say whether a counting word stands alone and agrees with its verb: "two failed", not "all is well".

    Nothing is told of whom "many say" and "some believe" count, and "one" may be anybody.

    Args:
        sentence: the word's.
        token: that counts.
        english: the word lists.
    """
    if token.dep not in SUBJECTS | OBJECTS or not _bare(sentence, token):
        return False
    verb = sentence.tokens[token.head]
    if token.dep in OBJECTS:
        return token.lower in {"none", "both", "several"} or (token.tag == "CD" and token.lower != "one")
    finite = next((k for k in (*sentence.kids(verb.i, "aux", "auxpass"), verb) if k.tag in {"VBZ", "VBP", "VBD"}), verb)
    single = finite.tag == "VBZ" or finite.lower == "was"
    hearsay = verb.lemma in english.of("report_verbs", "reference.thinking") and not single
    unfit = single and token.lower not in _SINGLE
    return not (hearsay and token.tag != "CD" and token.lower not in {"both", "none"}) and not unfit
