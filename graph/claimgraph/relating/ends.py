"""Deeds and places told from either end: who sells and who buys, what comes before and what after."""

from collections.abc import Iterator

from claimgraph.language.parsed import Sentence, Token
from claimgraph.relating.words import Words

SUBJECTS = ("nsubj", "nsubjpass", "csubj")


def converse(x: Token, y: Token, lexicon: Words) -> bool:
    """Say whether two words say the two ends of one deed or tie ("sell", "buy"; "is the parent", "is the child")."""
    said = all(t.pos == "VERB" or t.dep == "attr" for t in (x, y))
    return said and y.lemma in lexicon.linked("converse", x.lemma)


def one_doer(ours: Sentence, x: Token, theirs: Sentence, y: Token) -> bool:
    """Say whether one and the same is said to do, or to be, what two converse words say: then they are opposites.

    "Anna sold the boat" and "Anna bought the boat" turn the deed round; "Ben bought the boat from Anna" does not.
    """
    one, two = _doer(ours, x), _doer(theirs, y)
    return one is not None and two is not None and one.lemma == two.lemma


def _doer(sentence: Sentence, token: Token) -> Token | None:
    """Return who does what a verb says, or is what a noun says, None where that is not told."""
    if token.pos != "VERB":
        return sentence.kid(token.head, *SUBJECTS) if token.dep == "attr" else None
    passive = any(kid.dep in ("auxpass", "nsubjpass") for kid in sentence.kids(token.i))
    if not passive:
        return sentence.kid(token.i, "nsubj")
    by = sentence.kid(token.i, "agent")
    return sentence.kid(by.i, "pobj") if by else None


def sides_apart(ours: Sentence, theirs: Sentence, lexicon: Words) -> Iterator[tuple[str, str]]:
    """Yield the opposite prepositions before one and the same thing ("before the flood", "after the flood")."""
    there = [(t, thing) for t in theirs.tokens if (thing := _behind(theirs, t)) is not None]
    for token in ours.tokens:
        thing = _behind(ours, token)
        for other, same in there if thing is not None else ():
            if thing is not None and thing.lemma == same.lemma and lexicon.opposed(token.lower, other.lower):
                yield token.lower, other.lower


def _behind(sentence: Sentence, token: Token) -> Token | None:
    """Return the noun right behind a preposition, None behind any other word."""
    found = None
    for other in sentence.tokens[token.i + 1 :] if token.pos in ("ADP", "SCONJ") else ():
        if other.pos in ("NOUN", "PROPN", "NUM"):
            found = other
        elif found is not None or other.pos not in ("DET", "ADJ", "PRON", "PART"):
            break
    return found
