"""Remarks that the parser takes for part of a clause: what stands between auxiliary and verb, or ends a sentence."""

from collections.abc import Sequence

from claimgraph.knowledge.english import english
from claimgraph.language.mending import verbs
from claimgraph.language.parsed import Token
from claimgraph.language.repairs.trees import FINITE, kid, put_aside, reheaded, renamed, retagged

#: How many words an aside between two commas has at most.
_LONGEST = 6


def emphatic_before_aside(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Give an emphatic "do" the verb behind an aside: "they did, in fact, work", "the seals do, of course, leak"."""
    for do in tokens[1:-4]:
        if do.lemma != "do" or do.tag not in FINITE or tokens[do.i + 1].text != "," or do.dep == "aux":
            continue
        verb = _behind_aside(tokens, do)
        if verb is None or verb.lower not in verbs() or kid(tokens, do, "nsubj") is None:
            continue
        heads = dict.fromkeys(do.kids, verb.i) | {verb.i: verb.i if do.head == do.i else do.head, do.i: verb.i}
        heads[do.i + 1] = verb.i
        return renamed(reheaded(retagged(tokens, {verb.i: "VB"}), heads), {verb.i: do.dep, do.i: "aux"})
    return tokens


def _behind_aside(tokens: Sequence[Token], do: Token) -> Token | None:
    """Return the lone word behind an aside of a few words between two commas."""
    span = tokens[do.i + 2 : do.i + 2 + _LONGEST]
    comma = next((t for t in span if t.text == ","), None)
    aside = span[0].tag in {"IN", "RB"} and comma is not None and comma.i + 2 < len(tokens)
    if comma is None or not aside:
        return None
    word, behind = tokens[comma.i + 1], tokens[comma.i + 2]
    lone = word.tag in {"NN", "VBP", "VB", "JJ"} and behind.tag in {".", ",", "IN", "CC", "RB"}
    return word if lone else None


def comment_behind(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Read words to the hearer that end a sentence as said in passing: "rents are low, mind you", "..., you know"."""
    for verb in tokens[2:]:
        if verb.head != verb.i or verb.lemma not in english()["clause.to_hearer"]:
            continue
        said, you = kid(tokens, verb, "ccomp"), kid(tokens, verb, "nsubj", "dobj")
        ends = all(t.pos == "PUNCT" for t in tokens[max(verb.i, you.i if you else 0) + 1 :])
        if said is None or you is None or you.lower != "you" or not ends or not said.i < min(verb.i, you.i):
            continue
        if tokens[min(verb.i, you.i) - 1].text != ",":
            continue
        heads = dict.fromkeys(verb.kids, said.i) | {said.i: said.i}
        return put_aside(renamed(reheaded(tokens, heads), {said.i: "ROOT"}), {verb.i, you.i}, said.i)
    return tokens
