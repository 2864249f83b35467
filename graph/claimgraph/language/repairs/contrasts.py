"""What is set against what stands before it: "not lame, only lazy", "not a cure, just a filler", "hot, not cold"."""

from collections.abc import Sequence

from claimgraph.knowledge.english import english
from claimgraph.language.parsed import Token
from claimgraph.language.repairs.trees import kid, reheaded, renamed

_COMPLEMENTS = frozenset({"acomp", "attr", "dobj"})


def set_against(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Coordinate what a comma with "just" or "not" sets against what is said before: "not lame, only lazy"."""
    if not any(t.dep == "neg" for t in tokens):
        return tokens
    for word in tokens:
        comma = _comma_before(tokens, word)
        if comma is None or (first := _first(tokens, word, comma)) is None:
            continue
        verb = tokens[first.head] if first.head != word.i else tokens[word.head]
        denied = any(tokens[k].dep == "neg" and k < first.i for k in verb.kids)
        if denied != (tokens[comma + 1].dep == "neg"):
            heads = {first.i: verb.i, word.i: first.i}
            dep = word.dep if first.dep == "amod" else first.dep
            return renamed(reheaded(tokens, heads), {first.i: dep, word.i: "conj"})
    return tokens


def denied_phrase(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Hang "not" behind a comma on the phrase it denies, not on the verb: "works in mice, not in people"."""
    for word in tokens[2:-1]:
        behind = tokens[word.i + 1]
        if word.lower != "not" or tokens[word.i - 1].text != "," or behind.dep != "prep" or behind.head != word.head:
            continue
        verb = tokens[word.head]
        if verb.i < word.i and any(tokens[k].dep == "prep" and verb.i < k < word.i for k in verb.kids):
            return reheaded(tokens, {word.i: behind.i})
    return tokens


def _comma_before(tokens: Sequence[Token], word: Token) -> int | None:
    """Return the comma before a word and the "just", "only" or "not" that opens its phrase."""
    for k in word.kids:
        opens = tokens[k].dep == "neg" or tokens[k].lower in english()["clause.not_only"]
        if 1 < k < word.i and opens and tokens[k - 1].text == ",":
            return k - 1
    return None


def _first(tokens: Sequence[Token], word: Token, comma: int) -> Token | None:
    """Return what stands before a comma, over, under or beside which the parser hung what follows."""
    before, negative = tokens[comma - 1], tokens[comma + 1].dep == "neg"
    if not negative and word.dep == "appos" and word.head < comma and tokens[word.head].dep in _COMPLEMENTS:
        return tokens[word.head]
    if word.dep not in _COMPLEMENTS:
        return None
    if before.dep == "amod" and before.head == word.i and before.tag in {"JJ", "JJR"}:
        return before
    first = kid(tokens, tokens[word.head], "acomp", "attr")
    return first if first is not None and first.i < comma else None
