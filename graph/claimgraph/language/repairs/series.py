"""Verbs that go on from one another, hung on the verb they go on from: participles, conditions, gerunds with a list."""

from collections.abc import Sequence
from dataclasses import replace

from claimgraph.knowledge.english import english
from claimgraph.language.parsed import Token
from claimgraph.language.repairs.trees import NOUN_TAGS, SUBJECTS, kid, last_of, reheaded, renamed

_CONDITIONAL = frozenset({"if", "when", "unless"})
_DETERMINERS = ("det", "poss", "nummod")


def participles_of_passive(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Hang a list of participles on the passive it goes on from: "beans are picked from bushes, washed and dried"."""
    for word in tokens[4:]:
        if word.tag != "VBN" or word.dep not in {"acl", "advcl"} or tokens[word.i - 1].text != ",":
            continue
        verb = _passive_above(tokens, word)
        last = _joined_participle(tokens, word)
        if verb is None or last is None or kid(tokens, word, *SUBJECTS, "aux", "auxpass", "mark") is not None:
            continue
        joints = [k for k in tokens[last.head].kids if tokens[k].dep == "cc" and word.i < k < last.i]
        heads = {word.i: verb.i, last.i: word.i} | dict.fromkeys(joints, word.i)
        return renamed(reheaded(tokens, heads), {word.i: "conj", last.i: "conj"})
    return tokens


def _passive_above(tokens: Sequence[Token], word: Token) -> Token | None:
    """Return the passive verb under whose last phrase a participle stands, itself or through nouns and prepositions."""
    above = tokens[word.head]
    while above.dep in {"pobj", "prep", "agent", "dobj"} and above.head < above.i:
        above = tokens[above.head]
    return above if above.tag == "VBN" and above.i < word.i and kid(tokens, above, "auxpass") is not None else None


def _joined_participle(tokens: Sequence[Token], word: Token) -> Token | None:
    """Return the participle that "and" joins to one, directly or to the last noun behind it."""
    for last in tokens[word.i + 2 :]:
        if last.tag != "VBN" or last.dep != "conj" or kid(tokens, last, *SUBJECTS, "aux", "auxpass") is not None:
            continue
        above = tokens[last.head]
        while above.i > word.i and above.dep in {"pobj", "prep", "dobj", "npadvmod"}:
            above = tokens[above.head]
        if above.i == word.i and any(tokens[k].dep == "cc" for k in tokens[last.head].kids):
            return last
    return None


def verbs_of_condition(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Hang verbs that "or" joins behind a condition on it: "do not fly if you are ill, have a fever or feel faint"."""
    for word in tokens[5:-1]:
        if (
            word.dep not in {"conj", "dep", "advcl"}
            or word.pos not in {"VERB", "AUX"}
            or tokens[word.i - 1].text != ","
        ):
            continue
        clauses = [tokens[k] for k in tokens[word.head].kids if tokens[k].dep == "advcl" and word.head < k < word.i]
        condition = next((t for t in reversed(clauses) if _is_condition(tokens, t)), None)
        joint, last = kid(tokens, word, "cc"), kid(tokens, word, "conj")
        own = kid(tokens, word, *SUBJECTS, "aux", "mark") is not None
        if condition is None or own or joint is None or last is None or joint.lower != "or":
            continue
        if kid(tokens, last, *SUBJECTS, "aux", "mark") is None and last.pos in {"VERB", "AUX"}:
            return renamed(reheaded(tokens, {word.i: condition.i}), {word.i: "conj"})
    return tokens


def _is_condition(tokens: Sequence[Token], clause: Token) -> bool:
    """Say whether a clause is a condition with a subject of its own."""
    mark = kid(tokens, clause, "mark", "advmod")
    return mark is not None and mark.lower in _CONDITIONAL and kid(tokens, clause, *SUBJECTS) is not None


def gerund_with_list(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Give a gerund that opens a clause the list that was parted from it: "Cutting out bread, beans and milk helps"."""
    for gerund in tokens[:-6]:
        verb = tokens[gerund.head]
        first, second = kid(tokens, gerund, "dobj"), kid(tokens, verb, "nsubj")
        if gerund.tag != "VBG" or gerund.dep != "advcl" or first is None or second is None or verb.i < second.i:
            continue
        third = kid(tokens, second, "conj")
        opens = gerund.i == 0 or tokens[gerund.i - 1].pos in {"PUNCT", "CCONJ"}
        beside = tokens[first.i + 1].text == "," and second.i == first.i + 2 and last_of(tokens, first) == first.i
        bare = all(kid(tokens, t, *_DETERMINERS) is None and t.tag in NOUN_TAGS for t in (first, second))
        if not opens or not beside or not bare or third is None or not _said_of_doing(tokens, verb):
            continue
        heads, names = dict.fromkeys((first.i + 1, second.i), first.i), {gerund.i: "csubj", second.i: "conj"}
        as_verb = tuple(replace(t, pos="VERB") if t is gerund else t for t in tokens)
        return renamed(reheaded(as_verb, heads), names)
    return tokens


def _said_of_doing(tokens: Sequence[Token], verb: Token) -> bool:
    """Say whether a verb tells of one deed, no several things: it is singular, or a bare "can help"."""
    singular = any(t.tag == "VBZ" or t.lower == "was" for t in (verb, *(tokens[k] for k in verb.kids if k < verb.i)))
    alone = verb.lemma in english()["clause.helping"] and kid(tokens, verb, "dobj", "xcomp", "ccomp") is None
    return singular or alone


def gerund_as_subject(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Give a clause without a subject the gerund before its verb: "if a roof leaks, sealing it may well save it"."""
    for gerund in tokens[1:-2]:
        if gerund.tag != "VBG" or gerund.dep != "advcl" or kid(tokens, gerund, *SUBJECTS, "mark", "aux") is not None:
            continue
        behind = tokens[last_of(tokens, gerund) + 1] if last_of(tokens, gerund) + 1 < len(tokens) else gerund
        verb = behind if behind.tag == "VBZ" and behind.dep not in {"aux", "auxpass"} else tokens[behind.head]
        finite = behind.tag in {"MD", "VBZ"} and behind.i > gerund.i
        above = gerund.head in {verb.i, *(k for k in verb.kids if tokens[k].dep == "advcl")}
        opens = tokens[gerund.i - 1].pos in {"PUNCT", "CCONJ"}
        if opens and finite and above and verb.i > gerund.i and kid(tokens, verb, *SUBJECTS) is None:
            as_verb = tuple(replace(t, pos="VERB") if t is gerund else t for t in tokens)
            return renamed(reheaded(as_verb, {gerund.i: verb.i}), {gerund.i: "csubj"})
    return tokens


def subject_of_participle(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Give a verb the people before a participle: "that cows eating hay gave more", not that their eating gave it."""
    for doing in tokens[1:-1]:
        verb, who = tokens[doing.head], kid(tokens, doing, "nsubj")
        if doing.tag != "VBG" or doing.dep != "csubj" or who is None or who.i != doing.i - 1:
            continue
        several = who.tag in {"NNS", "NNPS"} and verb.tag in {"VBD", "VBP"}
        if several and doing.i < verb.i and kid(tokens, doing, "aux", "mark") is None:
            return renamed(reheaded(tokens, {who.i: verb.i, doing.i: who.i}), {doing.i: "acl"})
    return tokens


def condition_without_mark(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Give a condition the "if" that its main clause took: "if your roof's dry, there's no proof that paint helps"."""
    for mark in tokens[:-5]:
        main = tokens[mark.head]
        if mark.dep != "mark" or mark.lower not in _CONDITIONAL or main.i < mark.i:
            continue
        clause = next((tokens[k] for k in main.kids if mark.i < k < main.i and tokens[k].dep == "ccomp"), None)
        if clause is None or kid(tokens, clause, *SUBJECTS) is None or kid(tokens, clause, "mark") is not None:
            continue
        own = kid(tokens, main, *SUBJECTS, "expl")
        comma = any(tokens[k].text == "," and clause.i < k < main.i for k in main.kids)
        if own is not None and comma and own.i > clause.i:
            return renamed(reheaded(tokens, {mark.i: clause.i}), {clause.i: "advcl"})
    return tokens


def clause_behind_measure(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Part a clause with a subject from "than hoped" before it: "nine lost less than hoped and two lost none"."""
    for verb in tokens[5:]:
        measured = tokens[verb.head]
        mark = kid(tokens, measured, "mark") if measured.tag == "VBN" and measured.dep == "advcl" else None
        if verb.dep != "conj" or mark is None or mark.lower not in {"than", "as"} or len(measured.kids) > _BARE:
            continue
        if kid(tokens, verb, "nsubj", "nsubjpass") is None or kid(tokens, measured, *SUBJECTS) is not None:
            continue
        joints = [k for k in measured.kids if tokens[k].dep == "cc"]
        return reheaded(tokens, dict.fromkeys((verb.i, *joints), measured.head))
    return tokens


#: The most words on a bare participle that a clause is measured by: "than", "and" and what "and" joins to it.
_BARE = 3


def joined_by_plus(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Read "plus" between two nouns as "together with", of neither alone: "lime plus sand holds for years"."""
    for plus in tokens[1:-1]:
        first = tokens[plus.head]
        second = kid(tokens, first, "conj")
        if plus.lower != "plus" or plus.dep != "cc" or second is None or first.tag not in NOUN_TAGS:
            continue
        if first.i < plus.i < second.i and second.tag in NOUN_TAGS and kid(tokens, second, "conj", "cc") is None:
            as_preposition = tuple(replace(t, tag="IN", pos="ADP") if t is plus else t for t in tokens)
            return renamed(reheaded(as_preposition, {second.i: plus.i}), {plus.i: "prep", second.i: "pobj"})
    return tokens


def plural_in_list(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Read a plural in a list of nouns as one, not as a verb: "linked to weak muscles, falls and broken bones"."""
    for word in tokens[3:-2]:
        verb, before = tokens[word.head], tokens[word.i - 2]
        more = kid(tokens, word, "conj")
        if word.tag != "VBZ" or word.dep != "conj" or tokens[word.i - 1].text != "," or more is None:
            continue
        listed = before.dep in {"pobj", "dobj"} and before.tag in NOUN_TAGS and more.tag in NOUN_TAGS
        only = all(tokens[k].dep in {"cc", "conj", "punct"} for k in word.kids)
        if listed and only and verb.tag != "VBZ" and verb.i < before.i:
            heads = {word.i: before.i, word.i - 1: before.i}
            read = tuple(replace(t, tag="NNS", pos="NOUN") if t is word else t for t in tokens)
            return reheaded(read, heads)
    return tokens


def quality_joined(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Read a bare verb that "or" joins to an object as a noun: "the gas has no colour or smell, and it burns"."""
    for word in tokens[2:]:
        first, joint = tokens[word.head], tokens[word.i - 1]
        if word.tag != "VB" or word.dep != "conj" or first.dep != "dobj" or first.tag != "NN" or word.kids:
            continue
        if joint.dep == "cc" and joint.i == first.i + 1 and kid(tokens, first, "det") is not None:
            return tuple(replace(t, tag="NN", pos="NOUN", lemma=t.lower) if t is word else t for t in tokens)
    return tokens


def relative_of_opening(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Hang "whose" behind an opening phrase on its noun: "In homes whose damp was high, the fan cut mould"."""
    opening = tokens[0]
    noun, inner = kid(tokens, opening, "pobj"), tokens[opening.head]
    if opening.dep != "prep" or noun is None or inner.dep not in {"ccomp", "advcl"} or inner.head < inner.i:
        return tokens
    who = kid(tokens, inner, "nsubj", "nsubjpass")
    whose = noun.i + 1 < len(tokens) and tokens[noun.i + 1].tag in {"WP$", "WP", "WDT"}
    if who is None or not whose or not noun.i < who.i < inner.i:
        return tokens
    heads = {opening.i: inner.head, inner.i: noun.i}
    return renamed(reheaded(tokens, heads), {inner.i: "relcl"})
