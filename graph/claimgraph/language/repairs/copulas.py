"""Copulas that the parser takes for something else: the "'s" of a possessor, the auxiliary of a gerund."""

from collections.abc import Sequence
from dataclasses import replace

from claimgraph.language.mending import third_person
from claimgraph.language.parsed import Token
from claimgraph.language.repairs.trees import FINITE, SUBJECTS, kid, reheaded, renamed, retagged

#: What a noun is that has no verb below which it could stand as a possessor.
_CLAUSAL = frozenset({"ROOT", "advcl", "ccomp", "conj", "parataxis"})
_STATES = frozenset({"IN", "RB", "JJ", "RP", "VBG", "VBN"})


def contracted_is(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Read "'s" behind a noun that possesses nothing as "is": "the heater's in the shed", "our boiler's off"."""
    for mark in tokens[1:-1]:
        if mark.dep != "case":
            continue
        noun, behind = tokens[mark.head], tokens[mark.i + 1]
        states = behind.tag in _STATES and behind.head in {noun.i, mark.i} and mark.lower in {"'s", "’s"}
        if not states or noun.i != mark.i - 1 or not _stands_alone(tokens, noun):
            continue
        heads = {k: mark.i for k in noun.kids if k > mark.i}
        heads |= {noun.i: mark.i, mark.i: mark.i if noun.head == noun.i else noun.head}
        read = tuple(replace(t, tag="VBZ", pos="AUX", lemma="be") if t.i == mark.i else t for t in tokens)
        tokens = renamed(
            reheaded(read, heads), {noun.i: "nsubj", mark.i: noun.dep if noun.dep in _CLAUSAL else "ccomp"}
        )
    return tokens


def _stands_alone(tokens: Sequence[Token], noun: Token) -> bool:
    """Say whether a noun before "'s" is no possessor: it heads a clause, or stands beside the subject of one."""
    verb = tokens[noun.head]
    another = any(tokens[k].dep in SUBJECTS and k > noun.i + 1 for k in verb.kids)
    beside = noun.dep in {"npadvmod", "nsubj"} and another and verb.i > noun.i
    return (noun.dep in _CLAUSAL or beside) and kid(tokens, noun, *SUBJECTS) is None


def gerund_that_exists(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Read a gerund with an article behind "there is" as what exists: "there is no trickle charging with lithium"."""
    for gerund in tokens[2:]:
        be = _existing(tokens, gerund) if gerund.tag == "VBG" else None
        if be is None or any(tokens[k].dep in {"ccomp", "dobj", "acl"} for k in gerund.kids):
            continue
        between = tokens[be.i + 1 : gerund.i]
        if not between or between[0].tag != "DT" or any(t.dep not in {"det", "compound", "amod"} for t in between):
            continue
        heads = {t.i: gerund.i for t in between} | {gerund.i: be.i}
        if be.head == gerund.i:
            heads |= {k: be.i for k in gerund.kids if k < be.i or tokens[k].dep in _OF_CLAUSE}
            heads[be.i] = be.i if gerund.head == gerund.i else gerund.head
        read = tuple(replace(t, pos="VERB") if t.i == be.i else t for t in retagged(tokens, {gerund.i: "NN"}))
        return renamed(reheaded(read, heads), {gerund.i: "attr", be.i: gerund.dep if be.head == gerund.i else be.dep})
    return tokens


def _existing(tokens: Sequence[Token], gerund: Token) -> Token | None:
    """Return the "be" of a "there is" before a gerund, which the gerund governs or is governed by."""
    governs = kid(tokens, gerund, "expl") is not None
    be = kid(tokens, gerund, "aux") if governs else tokens[gerund.head]
    own = governs or (gerund.dep == "attr" and kid(tokens, tokens[gerund.head], "expl") is not None)
    return be if be is not None and own and be.lemma == "be" and be.i < gerund.i else None


_OF_CLAUSE = frozenset({"punct", "cc", "conj", "ccomp", "advcl"})


def living_so(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Read "living" before a bare noun as describing it: "he is living proof", "the mill is living history"."""
    for living in tokens[1:-1]:
        noun = tokens[living.i + 1]
        be = kid(tokens, living, "aux") if living.lower == "living" and living.tag == "VBG" else None
        if be is None or be.lemma != "be" or noun.dep != "dobj" or noun.head != living.i or noun.tag != "NN":
            continue
        heads = dict.fromkeys(living.kids, be.i) | {noun.i: be.i, living.i: noun.i}
        heads[be.i] = be.i if living.head == living.i else living.head
        read = reheaded(retagged(tokens, {living.i: "JJ"}), heads)
        return renamed(read, {be.i: living.dep, noun.i: "attr", living.i: "amod"})
    return tokens


def denied_copula(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Hang the "n't" of a copula on it, not on what it says: "she isn't convinced that the boiler is safe"."""
    moved: dict[int, int] = {}
    for denied in tokens[1:]:
        be, said = tokens[denied.i - 1], tokens[denied.head]
        if denied.dep == "neg" and denied.lower in {"n't", "n’t"} and be.lemma == "be" and denied.start == be.end:
            moved |= {denied.i: be.i} if said.dep in {"acomp", "attr"} and said.head == be.i else {}
    return reheaded(tokens, moved) if moved else tokens


def subject_taken_for_adjective(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Read an adjective right before a finite verb that has no subject as its noun: "Fat blocks the signal"."""
    for word in tokens[:-1]:
        verb = tokens[word.i + 1]
        if word.dep != "amod" or word.head != verb.i or verb.tag not in FINITE or word.kids or verb.pos != "VERB":
            continue
        if word.tag in {"JJ", "VB", "NN"} and kid(tokens, verb, *SUBJECTS) is None:
            return renamed(retagged(tokens, {word.i: "NN"}), {word.i: "nsubj"})
    return tokens


def happy_for(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Hang what one is glad of on the adjective: "I would be happy for my neighbours to use it"."""
    for clause in tokens[4:]:
        be, mark = tokens[clause.head], kid(tokens, clause, "mark")
        judged = kid(tokens, be, "acomp") if clause.dep == "advcl" and be.lemma == "be" else None
        if judged is None or mark is None or mark.lower != "for" or mark.i != judged.i + 1:
            continue
        who = kid(tokens, be, "nsubj")
        if who is None or who.lower in {"it", "this", "that"}:
            continue
        if kid(tokens, clause, "nsubj", "nsubjpass") is not None and kid(tokens, clause, "aux") is not None:
            return renamed(reheaded(tokens, {clause.i: judged.i}), {clause.i: "ccomp"})
    return tokens


def state_taken_for_passive(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Read a participle that a copula says as an adjective: "she is convinced that the boiler is safe"."""
    found = {t.i: "JJ" for t in tokens if t.tag == "VBN" and t.dep == "acomp" and _says_that(tokens, t)}
    return retagged(tokens, found) if found else tokens


def _says_that(tokens: Sequence[Token], word: Token) -> bool:
    """Say whether a clause hangs on a word that a copula says, and nothing done is told of."""
    copula = tokens[word.head].lemma == "be" and kid(tokens, word, "auxpass", "agent") is None
    return copula and kid(tokens, word, "ccomp") is not None


def verb_behind_quality(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Read the noun behind a quality, "and" and an adverb as a second verb: "the soil is poor and often floods"."""
    for word in tokens[4:]:
        be, adverb, joint = tokens[word.head], tokens[word.i - 1], tokens[word.i - 2]
        if word.tag != "NNS" or word.dep != "attr" or be.lemma != "be" or joint.lower not in {"and", "but"}:
            continue
        quality, base = tokens[word.i - 3], third_person(word.lower)
        who = kid(tokens, be, "nsubj")
        led = adverb.tag == "RB" and adverb.dep == "advmod" and adverb.head == word.i
        if not led or quality.tag != "JJ" or quality.head != word.i or joint.head != quality.i or base is None:
            continue
        if who is None or who.tag in {"NNS", "NNPS"} or kid(tokens, word, "det", "poss", "nummod") is not None:
            continue
        heads = {k: quality.i for k in word.kids if k < quality.i} | {quality.i: be.i, joint.i: be.i}
        read = tuple(replace(t, tag="VBZ", pos="VERB", lemma=base) if t.i == word.i else t for t in tokens)
        return renamed(reheaded(read, heads), {quality.i: "acomp", word.i: "conj"})
    return tokens
