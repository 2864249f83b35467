"""Participles and relative clauses given the noun they tell of."""

from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from claimgraph.knowledge.english import english
from claimgraph.language.parsed import Token
from claimgraph.language.repairs.trees import FINITE, NOUN_TAGS, SUBJECTS, kid, reheaded, renamed, retagged


def reduced_relative(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Give a verb the noun for its subject whose participle the parser took: "Tea drunk late can cost you sleep"."""
    moved: dict[int, int] = {}
    named: dict[int, str] = {}
    for token in tokens:
        if token.tag not in {"JJ", "VBN", "VBD"}:
            continue
        inner = kid(tokens, token, "nsubj", "nsubjpass")
        participle = token.tag in {"JJ", "VBN", "VBD"} and token.dep in {"nsubj", "nsubjpass", "csubj"}
        if participle and inner is not None and inner.i < token.i and inner.pos in {"NOUN", "PROPN"}:
            if any(tokens[k].dep in {"aux", "auxpass", "mark"} for k in token.kids):
                continue
            moved |= {inner.i: token.head, token.i: inner.i}
            named |= {inner.i: "nsubj", token.i: "acl"}
    return renamed(reheaded(tokens, moved), named) if moved else tokens


def reduced_relative_between(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Give the second of two finite verbs the subject the first took: "found that tea drunk late had no use"."""
    for second in tokens:
        if second.dep != "ccomp" or second.tag not in FINITE or kid(tokens, second, *SUBJECTS) is not None:
            continue
        siblings = (tokens[k] for k in tokens[second.head].kids if k < second.i)
        first = next((t for t in siblings if t.dep == "ccomp" and t.tag in {"VBD", "VBN"}), None)
        noun = kid(tokens, first, "nsubj") if first is not None else None
        if first is None or noun is None or any(t.dep == "cc" for t in tokens[first.i : second.i]):
            continue
        heads = {noun.i: second.i, first.i: noun.i}
        heads |= {k: second.i for k in first.kids if tokens[k].dep == "mark"}
        as_participle = tuple(replace(t, tag="VBN") if t is first else t for t in tokens)
        return renamed(reheaded(as_participle, heads), {first.i: "acl"})
    return tokens


def participle_in_content(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Read a participle behind "that" as describing the noun behind it: "proof that iced water soothes throats"."""
    for word in tokens:
        if word.dep != "relcl" or word.tag not in {"VBD", "VBN"}:
            continue
        that, verb = kid(tokens, word, "nsubj"), kid(tokens, word, "ccomp")
        noun = kid(tokens, verb, "nsubj") if verb is not None else None
        if that is None or that.lower != "that" or verb is None or noun is None:
            continue
        if word.i != that.i + 1 or noun.i != word.i + 1:
            continue
        heads = {word.i: noun.i, that.i: verb.i, verb.i: word.head}
        as_adjective = retagged(tokens, {word.i: "JJ"})
        return renamed(reheaded(as_adjective, heads), {word.i: "amod", that.i: "mark", verb.i: "acl"})
    return tokens


def participle_after_for(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Read a participle behind "for" and a noun as telling of that noun: "a match for the strain now circulating"."""
    for word in tokens:
        if word.dep != "relcl" or word.tag != "VBG":
            continue
        mark, noun = kid(tokens, word, "mark"), kid(tokens, word, "nsubj")
        if mark is None or noun is None or mark.lower != "for":
            continue
        if kid(tokens, word, "aux", "auxpass") is None:
            heads = {mark.i: word.head, noun.i: mark.i, word.i: noun.i}
            return renamed(reheaded(tokens, heads), {mark.i: "prep", noun.i: "pobj", word.i: "acl"})
    return tokens


def kept_so(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Read a participle behind "keep" and its object as how it is kept: "keeps numbers controlled"."""
    for word in tokens:
        noun = tokens[word.head]
        if word.dep == "advcl" and word.tag in {"VBN", "VBD"} and _left_off(tokens, word):
            read = tuple(replace(t, tag="VBN") if t.i == word.i else t for t in tokens)
            return renamed(read, {word.i: "oprd"})
        if word.tag != "VBN" or word.dep not in {"acl", "conj"}:
            continue
        if word.dep == "conj" and _left_so(tokens, word):
            return renamed(tokens, {word.i: "oprd"})
        if word.dep != "acl" or word.i != noun.i + 1:
            continue
        verb = tokens[noun.head]
        last = not any(k > word.i for k in word.kids)
        if last and noun.dep == "dobj" and verb.lemma in english()["clause.keeping"]:
            return renamed(reheaded(tokens, {word.i: verb.i}), {word.i: "oprd"})
    return tokens


def _left_so(tokens: Sequence[Token], word: Token) -> bool:
    """Say whether a participle behind a comma tells how a thing is left: "left the son, paralyzed, and out of work"."""
    verb = tokens[word.head]
    keeps = verb.lemma in english()["clause.keeping"] - {"have", "get"}
    thing = kid(tokens, verb, "dobj") if keeps else None
    bare = kid(tokens, word, "dobj", "agent", *SUBJECTS, "auxpass", "aux") is None
    return thing is not None and bare and tokens[word.i - 1].text == "," and tokens[word.i - 2].head == verb.i


def _left_off(tokens: Sequence[Token], word: Token) -> bool:
    """Say whether a participle right behind an object tells how it is left: "left the pump switched off"."""
    verb, before = tokens[word.head], tokens[word.i - 1]
    if verb.lemma not in english()["clause.keeping"] - {"get"} or before.dep != "dobj" or before.head != verb.i:
        return False
    return all(tokens[k].dep in {"prt", "advmod"} and k > word.i for k in word.kids)


def past_behind_phrase(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Give a sentence without a verb the past form behind its subject: "pupils at schools with bans spent 54 minutes".

    A form with a measure or an object right behind it is no participle that tells of the noun before.
    """
    root = next((t for t in tokens if t.head == t.i), None)
    if (
        root is None
        or root.tag not in {"NNS", "NNPS"}
        or any(t.tag in FINITE | {"MD"} and t.dep != "acl" for t in tokens)
    ):
        return tokens
    verb = next((t for t in tokens if t.tag == "VBD" and t.dep == "acl"), None)
    if verb is None or tokens[verb.i - 1].i != verb.head or tokens[-1].text != ".":
        return tokens
    behind = tokens[verb.i + 1]
    measured = behind.tag in {"CD", "$"} or kid(tokens, verb, "dobj") is not None
    around = verb.head != root.i and kid(tokens, verb, "agent", "auxpass") is None and measured
    if not around:
        return tokens
    later = {k: verb.i for k in root.kids if k > verb.i}
    read = reheaded(tokens, {root.i: verb.i, verb.i: verb.i} | later)
    return renamed(read, {root.i: "nsubj", verb.i: "ROOT"})


def content_of_first(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Give a "that" clause the noun whose content it tells: "no hint in the files that the dam leaks"."""
    for verb in tokens:
        thing = tokens[verb.head]
        if verb.dep != "relcl" or thing.dep != "pobj":
            continue
        noun = tokens[tokens[thing.head].head]
        that = next((tokens[k] for k in verb.kids if tokens[k].lower == "that"), None)
        own = kid(tokens, verb, "nsubj", "nsubjpass")
        told = that is not None and that.dep in {"dobj", "mark"} and own is not None
        content = noun.lemma in english()["clause.content_nouns"] and noun.i < thing.i
        if told and content:
            return reheaded(tokens, {verb.i: noun.i})
    return tokens


def relative_behind_aside(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Hang "that" behind an aside on the noun before it: "a map by Orr, a firm she is a partner of, that sold"."""
    for verb in tokens[8:]:
        noun, who = tokens[verb.head], kid(tokens, verb, "nsubj")
        if verb.dep != "relcl" or who is None or who.lower != "that" or tokens[who.i - 1].text != ",":
            continue
        apposed = noun
        while apposed.dep not in {"appos", "ROOT"} and apposed.head != apposed.i:
            apposed = tokens[apposed.head]
        name = tokens[apposed.head]
        prep = tokens[name.head]
        if apposed.dep != "appos" or tokens[apposed.i - 1].i < name.i or name.dep != "pobj" or prep.lower not in _MADE:
            continue
        if tokens[prep.head].tag in {"NN", "NNS"} and prep.head == prep.i - 1:
            return reheaded(tokens, {verb.i: prep.head})
    return tokens


_MADE = frozenset({"from", "by"})


def describing_participle(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Read a participle between a verb of showing and its object as an adjective: "shows promising results"."""
    for word in tokens:
        if word.tag != "VBG" or word.dep not in {"xcomp", "ccomp"}:
            continue
        verb, noun = tokens[word.head], kid(tokens, word, "dobj")
        if word.i != verb.i + 1 or noun is None:
            continue
        if noun.i != word.i + 1 or verb.lemma not in english()["clause.displaying"]:
            continue
        heads = dict.fromkeys(word.kids, verb.i) | {noun.i: verb.i, word.i: noun.i}
        as_adjective = retagged(tokens, {word.i: "JJ"})
        return renamed(reheaded(as_adjective, heads), {word.i: "amod"})
    return tokens


def who_behind_place(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Give "who" behind a person and their place the person: "Ada Moss, from Leeds, who said"."""
    for verb in tokens:
        if verb.dep != "relcl":
            continue
        who, place = kid(tokens, verb, "nsubj"), tokens[verb.head]
        prep = tokens[place.head]
        if who is None or who.lower != "who" or place.dep != "pobj" or prep.dep != "prep":
            continue
        name = tokens[prep.i - 2] if prep.i > 1 else prep
        aged = name.tag == "CD" and name.i > 1 and tokens[name.i - 1].text == ","
        name = tokens[name.i - 2] if aged else name
        set_off = tokens[prep.i - 1].text == "," and tokens[who.i - 1].text == ","
        if prep.lower in {"from", "of", "in", "at", "near"} and set_off and name.tag in {"NNP", "NN"}:
            return reheaded(tokens, {verb.i: name.i, prep.i: name.i})
    return tokens


def agreeing_relative(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Give "which are" behind a noun in the singular the plural before it: "trees by the road which were felled".

    So it is with "which" and a singular verb behind a plural: "a gel made without eggs, which stays cool".
    """
    for verb in tokens:
        if verb.dep == "relcl" and verb.tag == "VBZ" and tokens[verb.head].tag == "NNS":
            tokens = _told_of_one(tokens, verb)
            continue
        if verb.dep != "relcl" or tokens[verb.head].tag != "NN":
            continue
        near, which = tokens[verb.head], kid(tokens, verb, "nsubj", "nsubjpass")
        if which is None or which.lower not in {"which", "that"} or near.i > which.i:
            continue
        several = any(tokens[i].lower in {"are", "were"} for i in (*verb.kids, verb.i))
        joined = any(tokens[k].dep == "conj" for k in near.kids) or near.dep == "conj"
        if not several or joined or near.lemma in english()["group_words"]:
            continue
        before = [t for t in tokens[max(0, which.i - _FAR) : which.i] if t.tag == "NNS" and t.dep in _TOLD_OF]
        if before:
            return reheaded(tokens, {verb.i: before[-1].i})
    return tokens


def _told_of_one(tokens: tuple[Token, ...], verb: Token) -> tuple[Token, ...]:
    """Hang a relative clause with a singular verb on the singular noun that a participle before it tells of."""
    near, which = tokens[verb.head], kid(tokens, verb, "nsubj")
    prep = tokens[near.head]
    doing = tokens[prep.head]
    noun = tokens[doing.head]
    reduced = near.dep == "pobj" and doing.dep == "acl" and noun.tag == "NN" and noun.i < doing.i
    comma = which is not None and which.lower == "which" and tokens[which.i - 1].text == ","
    return reheaded(tokens, {verb.i: noun.i}) if reduced and comma else tokens


#: How many words before its pronoun, and in which places, the noun that a relative clause tells of may stand.
_FAR = 18
_TOLD_OF = frozenset({"nsubj", "nsubjpass", "dobj", "attr", "pobj"})


def participle_of_content(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Read "that", a participle and a noun before a verb as the content of a noun: "proof that iced water heals"."""
    for that in tokens[1:-3]:
        word, noun = tokens[that.i + 1], tokens[that.i + 2]
        if that.lower != "that" or word.tag not in {"VBD", "VBN"} or noun.head != word.i:
            continue
        verb = next((t for t in tokens[noun.i + 1 :] if t.tag in FINITE), noun)
        between = [t for t in tokens[noun.i + 1 : verb.i] if t.head == word.i]
        if verb is noun or any(t.dep != "prep" for t in between):
            continue
        told = tokens[that.i - 1]
        content = told.lemma in english().of("clause.content_nouns", "clause.unfulfilled_nouns")
        if noun.dep != "dobj" or that.head != word.i or not content or kid(tokens, noun, "det") is not None:
            continue
        above = tokens[verb.head] if told.head == verb.i else told
        heads = {word.i: noun.i, noun.i: verb.i, that.i: verb.i, verb.i: told.i}
        heads |= {t.i: noun.i for t in between}
        names = {word.i: "amod", noun.i: "nsubj", that.i: "mark", verb.i: "acl"}
        if told.head == verb.i:
            heads[told.i] = above.i
            names[told.i] = "dobj"
        return renamed(reheaded(retagged(tokens, {word.i: "JJ"}), heads), names)
    return tokens


def verb_behind_relative(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Read a participle behind a relative verb as what is said of the noun: "those who smoked experienced pain"."""
    for word in tokens[3:]:
        if word.dep != "amod" or not word.lower.endswith("ed"):
            continue
        first, thing = tokens[word.i - 1], tokens[word.head]
        who = tokens[first.head]
        told = thing.dep == "dobj" and thing.head == first.i
        alone = who.head == who.i and who.i < first.i and who.pos in {"PRON", "NOUN"}
        if not told or not alone or first.dep != "relcl" or first.tag != "VBD" or word.lower not in _undergone():
            continue
        heads = {word.i: word.i, who.i: word.i, thing.i: word.i}
        heads |= {k: word.i for k in (*who.kids, *first.kids) if k > word.i and k != thing.i}
        tagged = tuple(
            replace(t, tag="VBD", pos="VERB", lemma=_undergone()[t.lower]) if t is word else t for t in tokens
        )
        return renamed(reheaded(tagged, heads), {word.i: "ROOT", who.i: "nsubj", thing.i: "dobj"})
    return tokens


@cache
def _undergone() -> dict[str, str]:
    """Return the regular past forms of the verbs for what people get or see, with their base forms."""
    found = english()["reference.experiencing"] | english()["report_verbs"]
    return {f"{verb}d" if verb.endswith("e") else f"{verb}ed": verb for verb in found}


def relative_before_verb(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Give a sentence the verb that its relative clause took: "the glue that builders used on oak contains bone"."""
    root = next((t for t in tokens if t.head == t.i), None)
    if root is None or root.tag not in NOUN_TAGS:
        return tokens
    for verb in tokens[root.i + 1 :]:
        that = kid(tokens, verb, "dobj", "mark") if verb.head == root.i and verb.dep == "relcl" else None
        who = kid(tokens, verb, "nsubj")
        doing = kid(tokens, who, "acl") if who is not None else None
        if (
            that is None
            or who is None
            or doing is None
            or that.lower not in {"that", "which"}
            or verb.tag not in FINITE
        ):
            continue
        if not that.i < who.i or doing.i != who.i + 1 or doing.tag not in {"VBN", "VBD"}:
            continue
        heads = {verb.i: verb.i, root.i: verb.i, doing.i: root.i, who.i: doing.i, that.i: doing.i}
        heads |= {k: verb.i for k in root.kids if tokens[k].dep == "punct" and k > verb.i}
        names = {verb.i: "ROOT", root.i: "nsubj", doing.i: "relcl", who.i: "nsubj", that.i: "dobj"}
        return _as_past(renamed(reheaded(tokens, heads), names), doing.i)
    return tokens


def _as_past(tokens: tuple[Token, ...], i: int) -> tuple[Token, ...]:
    """Return the tokens, one of them a verb in the past tense."""
    return tuple(replace(t, tag="VBD") if t.i == i else t for t in tokens)


def participle_before_verb(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Read the first of two verbs that nothing joins as a participle: "anyone caught smoking pays a fine"."""
    for verb in tokens:
        first = tokens[verb.head]
        who = kid(tokens, first, "nsubj") if verb.dep == "conj" and verb.tag in {"VBZ", "VBP", "VB"} else None
        if who is None or first.tag not in {"VBD", "VBN"} or who.i != first.i - 1 or who.tag == "PRP":
            continue
        between = tokens[first.i + 1 : verb.i]
        joined = any(t.dep == "cc" or t.pos in {"PUNCT", "CCONJ"} for t in between)
        if joined or kid(tokens, verb, *SUBJECTS, "aux", "mark") is not None or kid(tokens, first, "aux") is not None:
            continue
        above = verb.i if first.head == first.i else first.head
        heads = {verb.i: above, who.i: verb.i, first.i: who.i}
        heads |= {k: verb.i for k in first.kids if (k < who.i or tokens[k].dep == "punct") and k != who.i}
        names = {verb.i: first.dep, first.i: "acl"}
        finite = {verb.i: "VBP" if verb.tag == "VB" else verb.tag, first.i: "VBN"}
        told = tuple(replace(t, tag=finite.get(t.i, t.tag)) for t in tokens)
        return renamed(reheaded(told, heads), names)
    return tokens


def expected_to_happen(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Read what is expected to happen, or found to be so, as its subject: "the wave, which she expects to peak"."""
    words = english()
    coming = words.of("clause.intransitive", "clause.coming_about")
    for verb in tokens:
        above, which = tokens[verb.head], kid(tokens, verb, "dobj")
        if verb.dep == "xcomp" and verb.lemma == "be" and _found_in_relative(tokens, above):
            return renamed(tokens, {verb.i: "ccomp"})
        if verb.dep != "xcomp" or verb.tag != "VB" or above.dep != "relcl" or which is None:
            continue
        said = verb.lemma == "be" and kid(tokens, verb, "acomp", "attr") is not None
        happens = verb.lemma in coming and above.lemma in words["clause.expecting"]
        if which.tag in {"WDT", "WP"} and which.i < above.i and (happens or (said and above.lemma in _finding())):
            return renamed(tokens, {which.i: "nsubj", verb.i: "ccomp"})
    return tokens


def participle_before_past(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Read the first of two past forms that nothing joins as a participle: "trees planted in May lost their leaves".

    The second has an object, and so is no participle itself.
    """
    for verb in tokens:
        first = tokens[verb.head]
        if verb.dep not in {"advcl", "dep"} or verb.tag not in _PAST or first.tag not in _PAST or first.i > verb.i:
            continue
        who, thing = kid(tokens, first, "nsubj"), kid(tokens, verb, "dobj")
        near = who is not None and who.i == first.i - 1 and who.pos in {"NOUN", "PROPN"}
        if who is None or not near or thing is None or thing.i < verb.i:
            continue
        joined = any(t.dep == "cc" or t.pos in {"PUNCT", "CCONJ"} for t in tokens[first.i + 1 : verb.i])
        own = kid(tokens, verb, *SUBJECTS, "aux", "mark") or kid(tokens, first, "aux", "auxpass")
        if not joined and own is None and _undergoes(tokens, first):
            return _described(tokens, first, who, verb)
    return tokens


_PAST = frozenset({"VBD", "VBN"})


def _undergoes(tokens: Sequence[Token], participle: Token) -> bool:
    """Say whether a past form has no object but a time, so that it may tell what its noun underwent."""
    thing = kid(tokens, participle, "dobj")
    return thing is None or thing.lemma in english()["argument.times"]


def _described(tokens: Sequence[Token], first: Token, who: Token, verb: Token) -> tuple[Token, ...]:
    """Return the tokens with a participle hung on its noun, and the clause on the verb behind it."""
    heads = {verb.i: verb.i if first.head == first.i else first.head, who.i: verb.i, first.i: who.i}
    heads |= {k: verb.i for k in first.kids if k < who.i or tokens[k].dep == "punct"}
    times = {k.i: "npadvmod" for k in tokens if k.head == first.i and k.dep == "dobj"}
    by = {k: "prep" for k in verb.kids if tokens[k].dep == "agent"}
    told = tuple(replace(t, tag={verb.i: "VBD", first.i: "VBN"}.get(t.i, t.tag)) for t in tokens)
    return renamed(reheaded(told, heads), {verb.i: first.dep, first.i: "acl", **times, **by})


def _found_in_relative(tokens: Sequence[Token], finding: Token) -> bool:
    """Say whether a second verb of a relative clause finds what that tells of: "claims they tested and found to be"."""
    first = tokens[finding.head]
    own = kid(tokens, first, "nsubj")
    within = finding.dep == "conj" and first.dep == "relcl" and own is not None and own.tag not in {"WDT", "WP"}
    bare = kid(tokens, finding, "auxpass", "nsubj") is None and kid(tokens, first, "auxpass") is None
    thing = kid(tokens, finding, "dobj")
    bare = bare and (thing is None or thing.i < first.i)
    return within and bare and finding.lemma in _finding()


def _finding() -> frozenset[str]:
    """Return the verbs whose infinitive tells of their object: what tests found to be safe is safe."""
    return english()["clause.finding"]


def participle_behind_colon(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Hang a participle behind a colon on the clause it opens: "one thing is sure: stored well, pears can last"."""
    for word in tokens[2:-3]:
        comma = next((t for t in tokens[word.i + 1 : word.i + 5] if t.text == ","), None)
        if word.tag != "VBN" or word.dep != "acl" or tokens[word.i - 1].text != ":" or comma is None:
            continue
        verb = tokens[comma.head]
        who = kid(tokens, verb, *SUBJECTS)
        if verb.i > comma.i and who is not None and comma.i < who.i < verb.i:
            return renamed(reheaded(tokens, {word.i: verb.i}), {word.i: "advcl"})
    return tokens


def verb_behind_participle(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Give a "that" clause the verb behind an aside: "on condition that bays, so far found in Ely, become free"."""
    for word in tokens[4:]:
        who, mark = kid(tokens, word, "nsubj"), kid(tokens, word, "mark")
        if word.tag != "VBN" or who is None or mark is None or mark.lower != "that" or tokens[who.i + 1].text != ",":
            continue
        comma = next((t for t in tokens[word.i + 1 :] if t.text == ","), None)
        verb = tokens[comma.i + 1] if comma is not None and comma.i + 2 < len(tokens) else word
        if kid(tokens, word, "aux", "auxpass") or verb.dep not in {"conj", "ccomp"} or verb.tag not in _FINITE_OR_BARE:
            continue
        if kid(tokens, verb, *SUBJECTS, "cc") is not None or verb.head >= mark.i:
            continue
        heads = {who.i: verb.i, mark.i: verb.i, verb.i: word.head, word.i: who.i}
        return renamed(reheaded(tokens, heads), {verb.i: word.dep, word.i: "acl"})
    return tokens


_FINITE_OR_BARE = frozenset({"VB", "VBP", "VBZ", "VBD"})


def study_of_trials(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Hang what is said behind a comma on the study, not on what it is of: "a review of 9 trials, published in May"."""
    moved = {}
    for word in tokens[4:]:
        noun = tokens[word.head]
        of = tokens[noun.head]
        study = tokens[of.head]
        within = noun.dep == "pobj" and of.lower == "of" and word.dep == "acl" and word.tag == "VBN"
        if within and tokens[word.i - 1].text == "," and study.lemma in english()["voice.studies"]:
            moved[word.i] = study.i
    return reheaded(tokens, moved) if moved else tokens


def half_of_which(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Hang "half of which" and its verb on the noun before: "it stores gas, a third of which leaks out"."""
    for verb in tokens[5:]:
        part = kid(tokens, verb, "nsubj", "nsubjpass")
        of = kid(tokens, part, "prep") if part is not None else None
        which = kid(tokens, of, "pobj") if of is not None else None
        if part is None or of is None or which is None or which.lower not in {"which", "whom"} or of.lower != "of":
            continue
        main = next((tokens[k] for k in verb.kids if k < part.i and tokens[k].dep in {"advcl", "ccomp"}), None)
        first = min([part.i, *(k for k in part.kids if k < part.i)])
        noun = tokens[first - 2] if first > 1 and tokens[first - 1].text == "," else verb
        if main is None or verb.head != verb.i or noun.tag not in NOUN_TAGS or main.tag not in FINITE:
            continue
        heads = {main.i: main.i, verb.i: noun.i} | {k: main.i for k in verb.kids if tokens[k].dep == "punct"}
        return renamed(reheaded(tokens, heads), {main.i: "ROOT", verb.i: "relcl"})
    return tokens


def object_inside_relative(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Give the verb of a relative clause the noun right behind it: "those who had tried PEAT said it failed"."""
    for noun in tokens[4:-1]:
        relative, verb = tokens[noun.i - 1], tokens[noun.head]
        first = kid(tokens, verb, "nsubj")
        if noun.dep != "nsubj" or first is None or first.i >= noun.i or verb.i != noun.i + 1 or noun.kids:
            continue
        inside = relative.dep == "relcl" and kid(tokens, relative, "dobj") is None and relative.tag in {"VBN", "VBD"}
        if inside and first.i <= relative.head < relative.i:
            return renamed(reheaded(tokens, {noun.i: relative.i}), {noun.i: "dobj"})
    return tokens


def relative_behind_object(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Hang a clause with ", which" on the noun before it: "I'd rather they grew rye, which costs little"."""
    for which in tokens[2:-1]:
        verb, thing = tokens[which.head], tokens[which.i - 2]
        if which.lower != "which" or which.dep != "nsubj" or verb.dep != "advcl" or tokens[which.i - 1].text != ",":
            continue
        own = thing.tag in NOUN_TAGS and thing.dep in {"dobj", "attr", "conj"} and kid(tokens, verb, "mark") is None
        if own and verb.head < thing.i and verb.i > which.i:
            return renamed(reheaded(tokens, {verb.i: thing.i}), {verb.i: "relcl"})
    return tokens
