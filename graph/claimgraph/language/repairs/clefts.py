"""Clefts: what "it is X that does it" and "it was not until then that it did" put in front."""

from collections.abc import Sequence

from claimgraph.language.parsed import Token
from claimgraph.language.repairs.trees import NOUN_TAGS, SUBJECTS, kid, reheaded, renamed, retagged

_RELATIVES = frozenset({"that", "who", "which"})
_TIMES = frozenset({"until", "till", "after", "before", "since", "during"})


def cleft_subject(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Hang "that" on what it tells of, where the parser hung it on the copula: "it's damp, not age, that ruins it"."""
    for be in _copulas(tokens):
        focus, verb = kid(tokens, be, "acomp", "attr"), kid(tokens, be, "ccomp")
        that = kid(tokens, verb, "nsubj") if verb is not None else None
        if focus is None or verb is None or that is None or that.tag not in {"WDT", "WP"}:
            continue
        noun = focus.tag in NOUN_TAGS or (focus.tag == "JJ" and not focus.kids) or _contrasted(tokens, focus, that)
        if noun and that.lower in _RELATIVES and focus.i < that.i < verb.i:
            as_noun = retagged(tokens, {focus.i: "NN"}) if focus.tag == "JJ" else tokens
            return renamed(reheaded(as_noun, {verb.i: focus.i}), {focus.i: "attr", verb.i: "relcl"})
    return tokens


def cleft_contrast(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Hang "who" on what it tells of, not on what is set against that: "it was Ada, not Bo, who sang"."""
    for be in _copulas(tokens):
        focus = kid(tokens, be, "attr")
        other = kid(tokens, focus, "appos", "conj") if focus is not None else None
        verb = kid(tokens, other, "relcl") if other is not None else None
        if focus is None or other is None or verb is None:
            continue
        first = min([other.i, *(k for k in other.kids if tokens[k].dep in {"det", "amod", "compound", "poss"})])
        if [t.lower for t in tokens[first - 2 : first]] == [",", "not"]:
            return reheaded(tokens, {verb.i: focus.i})
    return tokens


def _copulas(tokens: Sequence[Token]) -> list[Token]:
    """Return the copulas whose subject is "it"."""
    its = (t for t in tokens if t.lower == "it" and t.dep == "nsubj")
    return [tokens[t.head] for t in its if tokens[t.head].lemma == "be" and tokens[t.head].i > t.i]


def _contrasted(tokens: Sequence[Token], focus: Token, that: Token) -> bool:
    """Say whether "not" sets another thing against what is put in front: "damp, not age, that"."""
    return focus.tag == "JJ" and any(t.lower == "not" and t.i > focus.i for t in tokens[: that.i])


def cleft_time(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Read what happens only then as the clause of the copula: "it was not until the war that the mine closed"."""
    for be in _copulas(tokens):
        opening = next((tokens[k] for k in be.kids if tokens[k].i > be.i and _opens_time(tokens, tokens[k])), None)
        later = kid(tokens, be, "ccomp")
        places = [opening, *([later] if later is not None else [])] if opening is not None else []
        inside = [t for place in places for t in _below(tokens, place)]
        that = next((t for t in inside if t.lower == "that" and t.dep in {"mark", "dobj", "nsubj"}), None)
        verb = tokens[that.head] if that is not None else None
        if opening is None or that is None or verb is None or kid(tokens, verb, "aux", *SUBJECTS) is None:
            continue
        own = [tokens[k] for k in verb.kids if tokens[k].dep in SUBJECTS and tokens[k] is not that]
        if not own or not opening.i < that.i < own[0].i < verb.i:
            continue
        heads = {verb.i: be.i, opening.i: verb.i} | {k: _first(tokens, opening).i for k in _denials(tokens, be)}
        names = {verb.i: "ccomp", that.i: "mark"}
        return renamed(reheaded(tokens, heads), names)
    return tokens


def _opens_time(tokens: Sequence[Token], word: Token) -> bool:
    """Say whether a phrase or clause tells when: "until the war", "after it ended"."""
    return word.dep in {"prep", "advcl"} and _first(tokens, word).lower in _TIMES


def _first(tokens: Sequence[Token], word: Token) -> Token:
    """Return the preposition or conjunction that opens a phrase or clause."""
    return kid(tokens, word, "mark") or word


def _denials(tokens: Sequence[Token], be: Token) -> list[int]:
    """Return what denies a copula."""
    return [k for k in be.kids if tokens[k].dep == "neg"]


def _below(tokens: Sequence[Token], word: Token) -> list[Token]:
    """Return the words under one, in order."""
    found, waiting = [], [*word.kids]
    while waiting:
        token = tokens[waiting.pop()]
        found.append(token)
        waiting += token.kids
    return sorted(found, key=lambda t: t.i)
