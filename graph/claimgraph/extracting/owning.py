"""Who may own what a possessive tells of, and whom a reflexive turns back to, by the tree alone."""

from collections.abc import Iterator

from claimgraph.extracting.clauses import verb_above
from claimgraph.extracting.entities import Being, being
from claimgraph.extracting.subjects import subject
from claimgraph.knowledge.english import English
from claimgraph.language.parsed import Sentence, Token

_NOUNS, _SEVERAL = frozenset({"NOUN", "PROPN"}), frozenset({"NNS", "NNPS"})
_ONE_PRONOUN, _PLURAL_PRONOUN = frozenset({"it", "this"}), frozenset({"they", "these", "those"})


def owners(sentence: Sentence, token: Token, english: English) -> Iterator[Token]:
    """Yield the owners that the clause of a possessive or reflexive offers and that agree with it, the surest first.

    Args:
        sentence: the pronoun's.
        token: the pronoun.
        english: the word lists.
    """
    owned = sentence.tokens[token.head]
    if token.tag == "PRP$" and owned.dep == "conj" and token.i > 1:
        pair = (sentence.tokens[owned.head], sentence.tokens[token.i - 2])
        yield from (first for first in pair if first.pos in _NOUNS and _agrees(sentence, token, first, english))
    if token.tag != "PRP$" and token.lower not in {"itself", "themselves"}:
        return
    verb = verb_above(sentence, token.i)
    who = subject(sentence, verb, english) if verb is not None else None
    reached = who is not None and (who.i < token.i or _fronts(sentence, token, who))
    if who is not None and reached and who.i != token.head and _agrees(sentence, token, who, english):
        yield who


def of_anybody(sentence: Sentence, token: Token, english: English) -> bool:
    """Say whether a possessive or reflexive may belong to no one in particular: "nobody likes their landlord".

    Args:
        sentence: the pronoun's.
        token: the pronoun.
        english: the word lists.
    """
    if english["reference.anybody"].isdisjoint(sentence.lowers):
        return False
    verb = verb_above(sentence, token.i)
    who = subject(sentence, verb, english) if verb is not None else None
    if who is None or who.i > token.i:
        return False
    no_one = who.lower == "one" and sentence.has(who.i, ("no",), "det")
    return no_one or who.lower in english["reference.anybody"] - {"one"}


def compared(sentence: Sentence, token: Token, english: English) -> Token | None:
    """Return the noun that "ours" is compared with: "surveys like ours", "their dogs bark more than ours".

    Args:
        sentence: the pronoun's.
        token: the pronoun.
        english: the word lists.
    """
    above = sentence.tokens[token.head]
    if token.dep != "pobj" or above.lower not in {"like", "than", "to", "with"}:
        return None
    noun = sentence.tokens[above.head]
    if above.lower == "like" and noun.pos == "NOUN":
        return noun
    verb = verb_above(sentence, token.i)
    who = subject(sentence, verb, english) if verb is not None else None
    return who if who is not None and who.i < token.i and sentence.kid(who.i, "poss") is not None else None


def _agrees(sentence: Sentence, token: Token, who: Token, english: English) -> bool:
    """Say whether an owner is of the number a pronoun asks for; a body of people may be several."""
    several = token.lower in {"their", "themselves"}
    if who.pos == "PRON":
        return who.lower in (_PLURAL_PRONOUN if several else _ONE_PRONOUN)
    if who.pos not in _NOUNS:
        return False
    between = any(t.tag in _SEVERAL for t in sentence.tokens[who.i : token.i])
    crowd = several and not between and being(sentence, who, english) is Being.GROUP
    coordinated = several and any(k.i < token.i and k.pos in _NOUNS for k in sentence.kids(who.i, "conj"))
    return crowd or coordinated or (who.tag in _SEVERAL) is several


def _fronts(sentence: Sentence, token: Token, who: Token) -> bool:
    """Say whether a possessive stands in a phrase in front of a clause's subject: "despite its age, the pump"."""
    owned = sentence.tokens[token.head]
    above = sentence.tokens[owned.head]
    instead = owned.lemma in {"place", "stead"} or sentence.kid(who.i, "poss") is not None
    return token.tag == "PRP$" and above.dep == "prep" and above.head == who.head and token.i < who.i and not instead
