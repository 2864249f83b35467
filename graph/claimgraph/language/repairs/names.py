"""Names torn apart, and what something is called by whom: "Bone & Joint Clinic", "called a crime by chefs"."""

from dataclasses import replace

from claimgraph.knowledge.english import english
from claimgraph.language.parsed import Token
from claimgraph.language.repairs.trees import NOUN_TAGS, kid, reheaded, renamed


def called_by(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Hang "as" and "by" on the passive verb of naming, not on the noun between: "seen by locals as a ruin"."""
    if not any(t.dep == "auxpass" for t in tokens):
        return tokens
    for verb in tokens:
        if verb.tag != "VBN" or verb.lemma not in english()["predicate.naming"] or kid(tokens, verb, "auxpass") is None:
            continue
        agent, name = kid(tokens, verb, "agent"), kid(tokens, verb, "oprd") or kid(tokens, verb, "prep")
        who = kid(tokens, agent, "pobj") if agent is not None else None
        inner = name if name is None or name.dep == "oprd" else kid(tokens, name, "pobj")
        led = next((k for k in who.kids if tokens[k].lower == "as"), None) if who is not None else None
        by = next((k for k in inner.kids if tokens[k].lower == "by"), None) if inner is not None else None
        if led is not None and name is None:
            return renamed(reheaded(tokens, {led: verb.i}), {led: "prep"})
        if by is not None and agent is None:
            return renamed(reheaded(tokens, {by: verb.i}), {by: "agent"})
    return tokens


def name_with_ampersand(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Read proper nouns around "&" as one name, unless a plural verb tells two: "Hale Bone & Joint Clinic opens"."""
    for mark in tokens[1:-1]:
        first = tokens[mark.head]
        if mark.text != "&" or mark.dep != "cc" or first.i != mark.i - 1:
            continue
        last = kid(tokens, first, "conj")
        inside = tokens[mark.i + 1 : last.i] if last is not None else ()
        if last is None or not {first.tag, last.tag} <= _PROPER or any(t.head != last.i for t in inside):
            continue
        plural = tokens[first.head].tag == "VBP" or any(tokens[k].tag == "VBP" for k in tokens[first.head].kids)
        if plural or any(t.dep not in {"compound", "nmod"} for t in inside):
            continue
        heads = dict.fromkeys((*first.kids, first.i), last.i)
        heads[last.i] = last.i if first.head == first.i else first.head
        return renamed(reheaded(tokens, heads), {last.i: first.dep, first.i: "compound", mark.i: "compound"})
    return tokens


_PROPER = frozenset({"NNP", "NNPS"})


def called_in_relative(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Read what "that" leads to as what a thing is called: "a shelf that my aunt calls the zoo"."""
    for verb in tokens[3:-1]:
        if verb.lemma not in _CALLING or verb.dep not in {"relcl", "advcl"}:
            continue
        who, name = kid(tokens, verb, "nsubj"), kid(tokens, verb, "dobj")
        that = next((tokens[k] for k in verb.kids if tokens[k].lower in {"that", "which"} and k < verb.i), None)
        behind = next((tokens[k] for k in verb.kids if tokens[k].dep == "dobj" and k > verb.i), None)
        if who is None or name is None or that is None or behind is None or that.i > who.i or that.dep == "nsubj":
            continue
        return renamed(tokens, {that.i: "dobj", behind.i: "oprd"})
    return tokens


_CALLING = frozenset({"call", "name", "dub", "term", "label", "nickname"})


def word_with_by(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Read "by" that a hyphen joins to a noun as part of it: "an industrial by-product of the mill"."""
    for by in tokens[1:-2]:
        hyphen, noun = tokens[by.i + 1], tokens[by.i + 2]
        glued = hyphen.text == "-" and hyphen.start == by.end and noun.start == hyphen.end
        told = tokens[by.head]
        if by.dep != "prep" or not glued or noun.dep != "pobj" or noun.head != by.i or told.i != by.i - 1:
            continue
        if told.pos != "ADJ":
            continue
        heads = dict.fromkeys((*told.kids, by.i, hyphen.i, told.i), noun.i)
        heads |= {noun.i: noun.i if told.head == told.i else told.head, hyphen.i: noun.i}
        read = tuple(replace(t, tag="NN", pos="NOUN") if t is by else t for t in tokens)
        return renamed(reheaded(read, heads), {noun.i: told.dep, told.i: "amod", by.i: "compound"})
    return tokens


def kind_before_name(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Read a noun in "-ing" before a source's name as its kind: "according to booking site Glowdesk"."""
    for kind in tokens[2:]:
        to = tokens[kind.head]
        name = kid(tokens, kind, "dobj")
        if kind.dep != "pcomp" or kind.tag != "VBG" or to.i != kind.i - 1 or name is None or to.lower != "to":
            continue
        nouns = all(t.pos in {"NOUN", "PROPN"} for t in tokens[kind.i + 1 : name.i])
        if nouns and tokens[to.i - 1].lower == "according":
            heads = {name.i: to.i, kind.i: name.i} | {k: name.i for k in kind.kids if k != name.i}
            read = tuple(replace(t, tag="NN", pos="NOUN", lemma=t.lower) if t is kind else t for t in tokens)
            return renamed(reheaded(read, heads), {name.i: "pobj", kind.i: "compound"})
    return tokens


def word_with_hyphen(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Keep the first part of a hyphened word and its hyphen with the second: "e-bikes", "non-smokers"."""
    heads: dict[int, int] = {}
    names: dict[int, str] = {}
    for mark in tokens[1:-1]:
        first, last = tokens[mark.i - 1], tokens[mark.i + 1]
        if mark.text != "-" or mark.tag in {"HYPH", ":"} or first.end != mark.start or mark.end != last.start:
            continue
        if last.tag not in NOUN_TAGS or _inside(first, (mark, last)):
            continue
        place = first if first.dep in _PLACES else last
        if place is last and _inside(last, (first, mark)):
            continue
        heads |= dict.fromkeys((k for t in (first, mark) for k in t.kids if k not in {mark.i, last.i}), last.i)
        heads |= {first.i: last.i, mark.i: last.i, last.i: place.head}
        names |= {first.i: "compound", mark.i: "punct", last.i: place.dep}
    if not heads:
        return tokens
    read = tuple(replace(t, tag="HYPH", pos="PUNCT") if names.get(t.i) == "punct" else t for t in tokens)
    return renamed(reheaded(read, heads), names)


_PLACES = frozenset({"dobj", "pobj", "appos", "nsubj", "nsubjpass", "attr"})


def _inside(word: Token, others: tuple[Token, ...]) -> bool:
    """Say whether a word hangs on one of some others."""
    return word.head in {t.i for t in others}
