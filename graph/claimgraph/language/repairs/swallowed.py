"""Subjects, verbs and objects that a neighbour swallowed, given back their place in the clause."""

from collections.abc import Sequence
from dataclasses import replace

from claimgraph.knowledge.english import english
from claimgraph.language.mending import known_verbs, third_person, verbs
from claimgraph.language.parsed import Token
from claimgraph.language.repairs.trees import FINITE, NOUN_TAGS, SUBJECTS, first_of, kid, reheaded, renamed, retagged

_AMOUNTS = frozenset({"JJR", "RBR", "CD", "$"})
_TIMES = frozenset({"after", "before", "since", "until"})
_BE = frozenset({"is", "was"})


def costs_so_much(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Read "costs" before an amount as the verb, and what opens with "and" behind it as joined to it.

    "Cheap concrete costs less than £90 a tonne and is favoured by builders".
    """
    for verb in tokens[1:-1]:
        last = tokens[verb.head]
        if verb.lower != "costs" or verb.tag != "NNS" or tokens[verb.i + 1].tag not in _AMOUNTS:
            continue
        thing, joint = tokens[verb.i - 1], kid(tokens, verb, "cc")
        sure = verb.dep in {"nsubj", "nsubjpass"} and last.i > verb.i and kid(tokens, verb, "conj", "det") is None
        if not sure or joint is None or thing.head != verb.i or thing.tag not in NOUN_TAGS | {"JJ"}:
            continue
        heads = dict.fromkeys((k for k in verb.kids if k < thing.i), thing.i) | {thing.i: verb.i, last.i: verb.i}
        heads[verb.i] = verb.i if last.head == last.i else last.head
        nouns = {thing.i: "NN"} if thing.tag == "JJ" else {}
        names = {thing.i: "nsubj", verb.i: last.dep, last.i: "conj"}
        return renamed(reheaded(_as_verb(retagged(tokens, nouns), verb.i, "cost"), heads), names)
    return tokens


def doing_that_costs(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Read "costs" behind a bare number as the verb of a gerund: "heating a hall of 300 costs more than a car"."""
    for verb in tokens[4:-1]:
        of, number = tokens[verb.head], tokens[verb.i - 1]
        if verb.lower != "costs" or verb.tag != "NNS" or verb.dep != "pobj" or tokens[verb.i + 1].tag not in _AMOUNTS:
            continue
        noun = tokens[of.head]
        gerund = tokens[noun.head]
        counted = number.tag == "CD" and number.head == verb.i and of.i == number.i - 1
        says = tokens[gerund.head]
        claimed = gerund.dep == "advcl" and says.i > verb.i and says.lemma in english()["report_verbs"]
        loose = claimed or gerund.dep in {"ROOT", "xcomp", "ccomp"}
        if not counted or gerund.tag != "VBG" or not loose or noun.i < gerund.i:
            continue
        heads = {number.i: of.i, gerund.i: verb.i, verb.i: verb.i if gerund.head == gerund.i else gerund.head}
        heads |= {k: verb.i for k in gerund.kids if k > verb.i}
        names = {number.i: "pobj", gerund.i: "csubj", verb.i: "ROOT" if gerund.head == gerund.i else "ccomp"}
        read = tuple(replace(t, pos="VERB") if t is gerund else t for t in _as_verb(tokens, verb.i, "cost"))
        amount = tokens[verb.i + 1]
        if amount.head in {verb.i, noun.i, gerund.i} and amount.tag in {"JJR", "RBR"}:
            heads[amount.i], names[amount.i] = verb.i, "dobj"
            read = tuple(replace(t, tag="JJR", pos="ADJ") if t.i == amount.i else t for t in read)
        return renamed(reheaded(read, heads), names)
    return tokens


def _as_verb(tokens: Sequence[Token], i: int, base: str) -> tuple[Token, ...]:
    """Return the tokens, one of them a verb in the third person singular."""
    return tuple(replace(t, tag="VBZ", pos="VERB", lemma=base) if t.i == i else t for t in tokens)


def doing_that_is(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Give a copula the gerund that opens its sentence for its subject: "Skipping lunch after a swim is common"."""
    doing = tokens[0]
    verb = kid(tokens, doing, "advcl") if doing.tag == "VBG" and doing.head == 0 else None
    mark = kid(tokens, verb, "mark") if verb is not None else None
    noun = kid(tokens, verb, "nsubj") if verb is not None else None
    if verb is None or mark is None or noun is None or mark.lower not in _TIMES or verb.lower not in _BE:
        return tokens
    if not mark.i < noun.i < verb.i or kid(tokens, verb, "acomp", "attr") is None:
        return tokens
    heads = {0: verb.i, verb.i: verb.i, mark.i: 0, noun.i: mark.i}
    heads |= {k: verb.i for k in doing.kids if k > verb.i}
    read = tuple(replace(t, pos="VERB") if t is doing else t for t in tokens)
    return renamed(reheaded(read, heads), {0: "csubj", verb.i: "ROOT", mark.i: "prep", noun.i: "pobj"})


def measure_as_subject(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Give a copula the measure that opens its sentence: "Two years, he added, is too short to judge"."""
    verb = next((t for t in tokens if t.head == t.i), tokens[0])
    measure = next((t for t in tokens[1:4] if t.dep == "npadvmod"), None)
    if verb.lower not in _BE or measure is None or kid(tokens, verb, *SUBJECTS) is not None:
        return tokens
    told = tokens[measure.head]
    set_off = tokens[measure.i + 1].text == "," and tokens[verb.i - 1].text == "," and measure.i < verb.i
    counted = kid(tokens, measure, "nummod") is not None and first_of(tokens, measure) == 0
    if set_off and counted and (told is verb or told.dep == "parataxis") and kid(tokens, verb, "acomp", "attr"):
        return renamed(reheaded(tokens, {measure.i: verb.i}), {measure.i: "nsubj"})
    return tokens


def as_large_as(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Hang "the size of" on the noun right before it: "it was tested in a box the size of an oven"."""
    for size in tokens[3:-2]:
        the, of, noun = tokens[size.i - 1], tokens[size.i + 1], tokens[size.i - 2]
        if size.lower not in _MEASURES or the.lower != "the" or of.lower != "of" or noun.tag not in NOUN_TAGS:
            continue
        inside = noun.dep in {"pobj", "dobj", "attr"} and size.dep in {"dobj", "pobj", "npadvmod", "attr", "dep"}
        if inside and size.head != noun.i and of.head == size.i and the.head == size.i:
            return renamed(reheaded(tokens, {size.i: noun.i}), {size.i: "nmod"})
    return tokens


_MEASURES = frozenset({"size", "depth", "height", "length", "width", "weight", "shape", "colour"})


def either_as_object(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Read "either" behind a verb and before "alone" as what is done to: "the mixture beats either alone"."""
    for either in tokens[2:-1]:
        verb, behind = tokens[either.i - 1], tokens[either.i + 1]
        alone = behind.lower in {"alone", "separately"} or (behind.lower in {"on", "by"} and behind.dep == "prep")
        if either.lower != "either" or either.dep != "preconj" or not alone or verb.tag not in FINITE | {"VB"}:
            continue
        if kid(tokens, verb, "dobj", "attr", "acomp") is None and verb.pos == "VERB":
            read = tuple(replace(t, tag="DT", pos="PRON") if t is either else t for t in tokens)
            return renamed(reheaded(read, {either.i: verb.i}), {either.i: "dobj"})
    return tokens


def illness_by_number(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Read "have" before a kind with a number as the verb: "people who have type 1 diabetes"."""
    for kind in tokens[2:-2]:
        has, number = tokens[kind.i - 1], tokens[kind.i + 1]
        named = kind.tag == "NN" or (kind.tag == "VBN" and kind.lower in _KINDS)
        if not named or number.tag != "CD" or has.lemma != "have" or has.dep != "aux":
            continue
        taken = tokens[has.head]
        thing = kid(tokens, kind, "dobj") if taken is kind else taken
        if thing is None or thing.tag not in NOUN_TAGS or thing.i <= number.i or number.head not in {kind.i, thing.i}:
            continue
        heads = dict.fromkeys(taken.kids, has.i) | {kind.i: thing.i, thing.i: has.i, number.i: number.head}
        heads |= {k: thing.i for k in taken.kids if kind.i < k < thing.i and k != number.i}
        heads[has.i] = has.i if taken.head == taken.i else taken.head
        read = tuple(replace(t, pos="VERB") if t.i == has.i else t for t in retagged(tokens, {kind.i: "NN"}))
        names = {has.i: taken.dep, thing.i: "dobj", kind.i: "nmod"}
        return renamed(reheaded(read, heads), names)
    return tokens


_KINDS = frozenset({"type", "stage", "grade", "phase", "class", "rank"})


def verb_before_possessed(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Read a plural that heads a clause as its verb: "because her watch monitors her pulse", no monitors of watches."""
    for verb in tokens[2:-2]:
        who, opening = tokens[verb.i - 1], tokens[verb.i + 1]
        thing, mark = kid(tokens, verb, "appos", "dobj"), kid(tokens, verb, "mark")
        if verb.tag != "NNS" or verb.dep not in {"advcl", "ccomp"} or thing is None or mark is None:
            continue
        base = third_person(verb.lower)
        led = opening.tag in {"PRP$", "DT"} and opening.head == thing.i and mark.i < who.i
        single = who.dep == "compound" and who.head == verb.i and who.tag in {"NN", "NNP"}
        if base is None or not led or not single or kid(tokens, verb, *SUBJECTS, "aux", "cop") is not None:
            continue
        heads = {k: who.i for k in verb.kids if mark.i < k < who.i}
        return renamed(reheaded(_as_verb(tokens, verb.i, base), heads), {who.i: "nsubj", thing.i: "dobj"})
    return tokens


def describing_object(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Read a gerund between a verb that wants a thing and a bare plural as describing it: "wakes sleeping dogs"."""
    for word in tokens[2:-1]:
        verb, noun = tokens[word.i - 1], tokens[word.i + 1]
        bare = word.dep == "xcomp" and word.head == verb.i and word.kids == (noun.i,)
        if not bare or noun.dep != "dobj" or noun.tag not in {"NN", "NNS"} or verb.tag not in FINITE | {"VB"}:
            continue
        unknown = word.tag == "VB" and word.lower not in known_verbs()
        if unknown or (word.tag == "VBG" and verb.lemma in _ROUSING):
            heads = {noun.i: verb.i, word.i: noun.i}
            return renamed(reheaded(retagged(tokens, {word.i: "JJ"}), heads), {word.i: "amod"})
    return tokens


_ROUSING = frozenset({"wake", "awaken", "rouse", "revive", "scare", "soothe", "calm", "kill", "cure", "heal", "trap"})


def verb_behind_it(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Read a finite verb behind "it" as no preposition: "small trials suggest it thickens hair"."""
    for verb in tokens[2:-1]:
        it, above = tokens[verb.i - 1], tokens[verb.head]
        if verb.tag != "VBZ" or verb.dep != "prep" or it.dep != "dobj" or it.head != above.i or it.tag != "PRP":
            continue
        if above.pos == "VERB" and above.i < it.i:
            base = third_person(verb.lower) or verb.lemma
            return renamed(reheaded(_as_verb(tokens, verb.i, base), {it.i: verb.i}), {it.i: "nsubj", verb.i: "ccomp"})
    return tokens


def past_of_first_noun(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Give the noun that opens a sentence the past hung on its last noun: "Nurses in wards with fans slept longer"."""
    who = next((t for t in tokens if t.head == t.i), tokens[0])
    if who.tag not in NOUN_TAGS or kid(tokens, who, "relcl", "acl", "appos", "conj", *SUBJECTS) is not None:
        return tokens
    for verb in tokens[who.i + 3 : -1]:
        noun = tokens[verb.head]
        if verb.tag != "VBD" or verb.dep != "acl" or noun.dep != "pobj" or noun.i != verb.i - 1 or noun.i < who.i:
            continue
        if kid(tokens, verb, *SUBJECTS, "aux", "auxpass", "agent") is not None or verb.lower not in _pasts(verb):
            continue
        heads = {verb.i: verb.i, who.i: verb.i} | {k: verb.i for k in who.kids if k > verb.i}
        return renamed(reheaded(tokens, heads), {verb.i: "ROOT", who.i: "nsubj"})
    return tokens


def _pasts(verb: Token) -> frozenset[str]:
    """Return what a past tense reads, where its base is a known verb."""
    return frozenset({verb.lower}) if verb.lemma in verbs() else frozenset()


def what_studies_did(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Part what studies did from what they say: "small trials suggest it holds, but they all used other glues"."""
    for deed in tokens[4:]:
        content = tokens[deed.head]
        says, they = tokens[content.head], kid(tokens, deed, "nsubj")
        who = kid(tokens, says, "nsubj")
        if deed.dep != "conj" or content.dep != "ccomp" or they is None or they.lower != "they" or who is None:
            continue
        joint = next((t for t in reversed(tokens[content.i : they.i]) if t.dep == "cc" and t.head == content.i), None)
        several = any(t.tag in {"NNS", "NNPS"} for t in tokens[says.i : deed.i])
        if joint is not None and who.lemma in english()["voice.studies"] and who.tag == "NNS" and not several:
            return reheaded(tokens, {deed.i: says.i, joint.i: says.i})
    return tokens
