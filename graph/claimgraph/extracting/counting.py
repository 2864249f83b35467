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
_SEVERAL = frozenset({"them", "which", "whom", "these", "those"})
#: Superlatives that pick none out of several.
_UNRANKED = frozenset({"best", "worst", "most", "least", "latest", "last"})
_SINGLE = frozenset({"each", "one", "another", "either", "neither", "none", "half"})


def counts(sentence: Sentence, token: Token, english: English) -> bool:
    """Say whether a word stands for what it counts, with no noun of its own behind it.

    Args:
        sentence: the word's.
        token: the word.
        english: the word lists.
    """
    if token.dep not in _PLACES or mutual(sentence, token):
        return False
    if token.lower in english["reference.counting"] or _share(sentence, token):
        return True
    inner = _of(sentence, token) if token.kids else None
    number = token.tag == "CD" or token.lemma in english["reference.shares"]
    if inner is not None and numbered(sentence, inner):
        return number
    if inner is None or inner.pos not in {"PRON", "DET"}:
        return False
    if inner.lower == "it":
        return token.lower in english["reference.mass"]
    return number and inner.lower in _SEVERAL and not _told_which(sentence, inner)


def mutual(sentence: Sentence, token: Token) -> bool:
    """Say whether a word only tells that something goes both ways: "one another", "each other".

    Args:
        sentence: the word's.
        token: the word.
    """
    if token.lower not in _BOTH_WAYS:
        return False
    first = token.i - (token.lower in {"another", "other"})
    pair = tuple(t.lower for t in sentence.tokens[max(first, 0) : first + 2])
    return pair in {("one", "another"), ("each", "other")}


_BOTH_WAYS = frozenset({"one", "another", "each", "other"})


def numbered(sentence: Sentence, token: Token) -> bool:
    """Say whether a bare number points back at what was counted by it: "the nine" of "three of the nine".

    Args:
        sentence: the word's.
        token: the word.
    """
    told = [sentence.tokens[k].lower for k in token.kids]
    return token.tag == "CD" and token.dep == "pobj" and len(told) == 1 and told[0] in _POINTING | {"the"}


def _of(sentence: Sentence, token: Token) -> Token | None:
    """Return what a word takes a part of: "them" of "two thirds of them"."""
    if not sentence.has(token.i, ("of",), "prep"):
        return None
    of = next(k for k in sentence.kids(token.i, "prep") if k.lower == "of")
    return sentence.kid(of.i, "pobj")


def _told_which(sentence: Sentence, token: Token) -> bool:
    """Say whether words behind a pronoun tell whom it means: "those who ask", "those given a pill"."""
    return sentence.kid(token.i, "relcl", "acl", "prep") is not None


def _share(sentence: Sentence, token: Token) -> bool:
    """Say whether a word alone tells a share of what was named: "a third", "plenty", "97 per cent"."""
    if token.lower in _FRACTIONS:
        return token.dep in SUBJECTS and sentence.has(token.i, ("a",), "det", "quantmod")
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
    inner = _of(sentence, token)
    if inner is not None and numbered(sentence, inner):
        return inner
    if inner is None or inner.lower in _SEVERAL | {"it"}:
        return inner if inner is None or not _told_which(sentence, inner) else None
    if inner.pos == "PRON":
        return None
    pointing = sentence.has(inner.i, _POINTING, "det")
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


def ranked(sentence: Sentence, token: Token) -> bool:
    """Say whether a superlative stands alone for one of several: "the oldest fell", "in the two largest".

    Args:
        sentence: the word's.
        token: the word.
    """
    if token.tag != "JJS" or token.lower in _UNRANKED or token.i == 0:
        return False
    before = sentence.tokens[token.i - 1]
    if before.tag == "CD":
        return token.dep in SUBJECTS | OBJECTS | {"pobj"}
    verb = sentence.tokens[token.head]
    finite = next((k for k in (*sentence.kids(verb.i, "aux", "auxpass"), verb) if k.tag in {"VBP", "VBZ", "VBD"}), verb)
    several = finite.tag == "VBP" or finite.lower == "were"
    return before.lower == "the" and token.dep in SUBJECTS and verb.pos in {"VERB", "AUX"} and not several


def singled_out(sentence: Sentence, token: Token) -> Token | None:
    """Return the name of what a superlative alone picks out: "the worst, the Vasco Mini, leaked".

    Args:
        sentence: the word's.
        token: the superlative.
    """
    first = token.i > 0 and sentence.tokens[token.i - 1].lower == "the"
    if not first or token.tag not in {"JJS", "RBS"} or token.dep not in SUBJECTS:
        return None
    return next((k for k in sentence.kids(token.i, "appos") if k.tag == "NNP"), None)
