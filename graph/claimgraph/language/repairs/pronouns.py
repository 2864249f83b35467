"""Pronouns that the parser takes for part of a noun or for another word: "ours hums", "nobody disputes that"."""

from dataclasses import replace

from claimgraph.knowledge.english import english
from claimgraph.language.mending import third_person
from claimgraph.language.parsed import Token
from claimgraph.language.repairs.trees import FINITE, SUBJECTS, kid, reheaded, renamed


def verb_of_pronoun(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Read the plural behind a pronoun that is part of no noun as a verb: "ours hums", "nobody doubts it"."""
    lone = english()["reference.lone"]
    for who in tokens[:-1]:
        verb = tokens[who.i + 1]
        if who.lower not in lone or verb.tag != "NNS" or who.head != verb.i:
            continue
        base = third_person(verb.lower)
        if base is None:
            continue
        read = tuple(replace(t, tag="VBZ", pos="VERB", lemma=base) if t.i == verb.i else t for t in tokens)
        return _over_clause(renamed(read, {who.i: "nsubj"}), verb)
    return tokens


def _over_clause(tokens: tuple[Token, ...], verb: Token) -> tuple[Token, ...]:
    """Return the tokens with a verb that was taken for a subject above, or beside, the clause it was the subject of."""
    above = tokens[verb.head]
    if verb.dep not in SUBJECTS or above.i < verb.i:
        return tokens
    that = next((t for t in tokens[verb.i + 1 : above.i] if t.lower == "that"), None)
    own = [k for k in above.kids if k > verb.i]
    if that is not None and that.i == verb.i + 1:
        heads = {k: verb.i for k in above.kids if k < verb.i} | {above.i: verb.i, that.i: above.i}
        heads[verb.i] = verb.i if above.head == above.i else above.head
        return renamed(reheaded(tokens, heads), {verb.i: above.dep, above.i: "ccomp", that.i: "mark"})
    if any(tokens[k].dep in SUBJECTS for k in own):
        opening = {k: verb.i for k in above.kids if k < verb.i or tokens[k].dep == "advcl"}
        return renamed(reheaded(tokens, {**opening, verb.i: above.i}), {verb.i: "ccomp"})
    return tokens


def verb_of_possessor(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Read the plural that a sentence hangs on behind "'s" as a verb: "my neighbour's sounds like a lorry"."""
    verb = next((t for t in tokens if t.head == t.i), tokens[0])
    who = kid(tokens, verb, "poss") if verb.tag == "NNS" else None
    goes_on = kid(tokens, verb, "prep", "dobj") is not None and kid(tokens, verb, "relcl", "acl", "conj", "det") is None
    mark = tokens[verb.i - 1]
    base = third_person(verb.lower) if who is not None and goes_on else None
    if who is None or base not in english()["reference.verbs_of_kept"] or mark.tag != "POS" or mark.head != who.i:
        return tokens
    read = tuple(replace(t, tag="VBZ", pos="VERB", lemma=base) if t.i == verb.i else t for t in tokens)
    return renamed(read, {who.i: "nsubj"})


def that_of_next_clause(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Read "that" behind "and" as what was just said, no relative: "the unit keeps cycling and that wrecks it"."""
    for that in tokens[2:-1]:
        verb, joint = tokens[that.head], tokens[that.i - 1]
        if that.tag != "WDT" or that.lower != "that" or that.dep != "nsubj" or joint.dep != "cc":
            continue
        if verb.dep == "conj" and verb.tag in FINITE and kid(tokens, tokens[verb.head], *SUBJECTS) is not None:
            return tuple(replace(t, tag="DT") if t.i == that.i else t for t in tokens)
    return tokens
