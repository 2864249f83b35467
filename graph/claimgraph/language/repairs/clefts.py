"""Clefts: what "it is X that does it" and "it was not until then that it did" put in front."""

from collections.abc import Sequence
from dataclasses import replace

from claimgraph.language.parsed import Token
from claimgraph.language.repairs.trees import FINITE, NOUN_TAGS, SUBJECTS, kid, put_aside, reheaded, renamed, retagged

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


def cleft_deed(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Read what a thing "does" as its deed: "what the paint does is seal the wood", "all it can do is mask pain"."""
    for be in tokens[3:-1]:
        if be.lemma != "be" or be.tag not in FINITE:
            continue
        deed = next((t for t in tokens[be.i + 1 : be.i + 3] if t.tag == "VB" and t.pos == "VERB"), None)
        do = _done(tokens, be) if deed is not None else None
        who = kid(tokens, do if do is not None and do.dep != "aux" else tokens[be.head], "nsubj")
        if do is None or deed is None or who is None or deed.head not in {be.i, deed.i}:
            continue
        return _deed_of(tokens, (be, do, deed), who)
    return tokens


def _done(tokens: Sequence[Token], be: Token) -> Token | None:
    """Return the "do" of a clause that opens a cleft: "what it does is", "the only thing it can do is"."""
    before = [tokens[k] for k in tokens[be.head].kids if be.dep == "aux" and k < be.i and tokens[k].dep == "aux"]
    if before and before[-1].lemma == "do" and tokens[0].lower == "all":
        return before[-1]
    do = kid(tokens, be, "csubj")
    if do is not None and do.lemma == "do" and any(tokens[k].lower == "what" for k in do.kids):
        return do
    thing = kid(tokens, be, "nsubj")
    do = kid(tokens, thing, "relcl") if thing is not None and thing.lower in {"thing", "all"} else None
    return do if do is not None and do.lemma == "do" and kid(tokens, do, "dobj") is None else None


def _deed_of(tokens: Sequence[Token], words: tuple[Token, Token, Token], who: Token) -> tuple[Token, ...]:
    """Return the tokens with a deed as the verb of who does it, and what led up to it put aside."""
    be, do, deed = words
    own = {k for k in do.kids if tokens[k].dep in {"aux", "neg", "advmod"} and tokens[k].lower != "what"}
    opening = {be.i, do.i, *do.kids} - own - {who.i}
    opening |= {t.i for t in tokens[: who.i] if t.lower in {"thing", "all", "only"}}
    heads = dict.fromkeys((*be.kids, *own, who.i), deed.i)
    above = be if be.dep != "aux" else deed
    heads[deed.i] = deed.i if above.head == above.i else above.head
    moved = put_aside(reheaded(tokens, heads), opening, deed.i)
    tag = do.tag if do.tag in FINITE else "VB"
    tensed = tuple(replace(t, tag=tag) if t.i == deed.i else t for t in moved)
    return renamed(tensed, {deed.i: above.dep, who.i: "nsubj"})


def cleft_described(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Read "are" and a participle behind "what I see" as telling what that is: "what I see are sagging beams"."""
    for word in tokens[3:-1]:
        be, clause = tokens[word.i - 1], kid(tokens, word, "csubj")
        noun = kid(tokens, word, "dobj")
        asked = clause is not None and any(tokens[k].lower == "what" for k in clause.kids)
        if word.tag != "VBG" or be.lower not in {"are", "were"} or be.head != word.i or not asked or noun is None:
            continue
        first = tokens[word.i + 1]
        listed = first.head == noun.i and first.dep in {"nmod", "compound"} and first.tag == "NNS"
        thing = first if listed and tokens[first.i + 1].text == "," else noun
        if thing.tag not in {"NNS", "NNPS"} or any(tokens[k].dep in {"det", "poss"} for k in thing.kids):
            continue
        heads = dict.fromkeys((k for k in word.kids if k != noun.i), be.i) | {thing.i: be.i, word.i: thing.i}
        heads |= {be.i: be.i if word.head == word.i else word.head} | ({noun.i: thing.i} if thing is not noun else {})
        read = reheaded(retagged(tokens, {word.i: "JJ"}), heads)
        as_verb = tuple(replace(t, pos="AUX") if t.i == be.i else t for t in read)
        names = {be.i: word.dep, thing.i: "attr", word.i: "amod"} | ({noun.i: "conj"} if thing is not noun else {})
        return renamed(as_verb, names)
    return tokens
