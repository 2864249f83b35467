"""What stands behind an object and is said of it, or what it is rid of, hung on the verb."""

from collections.abc import Sequence
from dataclasses import replace

from claimgraph.knowledge.english import english
from claimgraph.language.parsed import Token
from claimgraph.language.repairs.trees import kid, reheaded, renamed


def judged_so(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Read what a thing is found or thought to be as said of the object: "many found the app useful"."""
    for word in tokens:
        verb = tokens[word.head]
        if word.dep not in {"ccomp", "advcl"} or word.i < verb.i or not _judges(word, verb):
            continue
        thing = kid(tokens, word, "nsubj") if word.dep == "ccomp" else kid(tokens, verb, "dobj")
        if thing is None or not verb.i < thing.i < word.i:
            continue
        if _opens(tokens, word, verb) or _pleonastic(tokens, word, thing):
            continue
        return renamed(reheaded(tokens, {thing.i: verb.i, word.i: verb.i}), {thing.i: "dobj", word.i: "oprd"})
    return tokens


def _judges(word: Token, verb: Token) -> bool:
    """Say whether a word may be what a verb says of its object."""
    return verb.pos == "VERB" and verb.lemma in english()["predicate.naming"] and word.tag in {"JJ", "JJR", "JJS"}


def _opens(tokens: Sequence[Token], word: Token, verb: Token) -> bool:
    """Say whether a word has a clause of its own, or is parted from the verb by more than its thing."""
    clause = kid(tokens, word, "aux", "auxpass", "cop", "mark") is not None
    return clause or any(t.text in {",", ";", ":"} for t in tokens[verb.i : word.i])


def _pleonastic(tokens: Sequence[Token], word: Token, thing: Token) -> bool:
    """Say whether an "it" only points to what follows: "found it hard to sleep"."""
    return thing.lower == "it" and kid(tokens, word, "xcomp", "ccomp", "advcl") is not None


def object_behind_did(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Read what stands behind a "did" that opens a statement as its object: "Did two sessions last May."."""
    did = tokens[0]
    done = kid(tokens, did, "nsubj") if did.lower == "did" and did.head == did.i else None
    asks = any("?" in t.text for t in tokens)
    if done is None or asks or done.pos not in {"NOUN", "PROPN"} or kid(tokens, did, "dobj", "xcomp", "ccomp"):
        return tokens
    return renamed(tokens, {done.i: "dobj"})


def rid_of(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Hang what somebody is accused, told or deprived of on the verb: "the levy deprived towns of income"."""
    moved = {}
    for of in tokens:
        if of.lower != "of" or of.dep != "prep" or tokens[of.head].dep != "dobj":
            continue
        verb = tokens[tokens[of.head].head]
        if verb.pos == "VERB" and verb.lemma in english()["clause.depriving"]:
            moved[of.i] = verb.i
    return reheaded(tokens, moved) if moved else tokens


def linked_to(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Hang what a thing is linked to or put down to on the verb, not on the thing: "blame the tax for the strike"."""
    words = english().of("predicate.linking", "predicate.attributing", "predicate.blaming")
    for verb in tokens:
        if verb.lemma not in words or verb.pos != "VERB" or (thing := kid(tokens, verb, "dobj")) is None:
            continue
        leads = {"on", "for"} if verb.lemma in english()["predicate.blaming"] else {"to", "with"}
        if any(tokens[k].lower in leads and k > thing.i for k in verb.kids):
            continue
        inside = [t for t in tokens[thing.i + 1 :] if t.lower in leads and t.dep == "prep" and _under(tokens, t, thing)]
        if inside:
            return reheaded(tokens, {inside[-1].i: verb.i})
    return tokens


def _under(tokens: Sequence[Token], prep: Token, thing: Token) -> bool:
    """Say whether a preposition hangs on a thing, or on what the thing is "of"."""
    noun = tokens[prep.head]
    of = tokens[noun.head]
    return noun.i == thing.i or (noun.dep == "pobj" and of.lower in {"of", "in"} and of.head == thing.i)


def as_well_as(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Read what a thing does "as well as" a noun as a comparison, no addition: "the paste holds as well as glue"."""
    for joint in tokens[2:]:
        if joint.lower != "as" or joint.dep not in {"cc", "prep"} or tokens[joint.i - 1].lower != "well":
            continue
        verb, well, opening = tokens[joint.head], tokens[joint.i - 1], tokens[joint.i - 2]
        other = next((t for t in tokens[joint.i + 1 :] if t.head == verb.i and t.dep in {"conj", "dobj"}), None)
        if opening.lower != "as" or verb.pos != "VERB" or other is None or kid(tokens, other, "nsubj") is not None:
            continue
        if other.pos in {"NOUN", "PROPN", "PRON"} and kid(tokens, verb, "cc", "dobj") in (joint, other):
            heads = {other.i: joint.i, joint.i: well.i, well.i: verb.i, opening.i: well.i}
            return renamed(reheaded(tokens, heads), {other.i: "pobj", joint.i: "prep", well.i: "advmod"})
    return tokens


def next_to_nothing(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Read "next to" before "nothing" and "no" as "almost": "the pump costs next to nothing"."""
    for to in tokens[1:-1]:
        near, verb = tokens[to.i - 1], tokens[tokens[to.i - 1].head]
        if to.lower != "to" or near.lower != "next" or tokens[to.i + 1].lower not in {"nothing", "no"}:
            continue
        thing = kid(tokens, to, "pobj")
        if thing is None or to.head != near.i or verb.pos != "VERB" or verb.i > near.i or kid(tokens, verb, "dobj"):
            continue
        if verb.lemma in english()["clause.intransitive"]:
            continue
        adverbs = tuple(replace(t, tag="RB", pos="ADV") if t.i in {near.i, to.i} else t for t in tokens)
        heads = {thing.i: verb.i, near.i: thing.i, to.i: near.i}
        return renamed(reheaded(adverbs, heads), {thing.i: "dobj", near.i: "advmod", to.i: "advmod"})
    return tokens


def nothing_about(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Read "about" behind "nothing" or "something" as a preposition, not as "roughly": "says nothing about 80%"."""
    for about in tokens[1:-1]:
        thing, number = tokens[about.i - 1], tokens[about.head]
        if about.lower != "about" or about.dep != "advmod" or thing.lower not in _TOLD or number.pos != "NUM":
            continue
        counted = tokens[number.head] if number.dep in {"nummod", "quantmod"} else number
        if counted.dep in {"appos", "npadvmod", "dobj", "conj"} and counted.i > about.i:
            heads = {about.i: thing.i, counted.i: about.i}
            return renamed(reheaded(tokens, heads), {about.i: "prep", counted.i: "pobj"})
    return tokens


_TOLD = frozenset({"nothing", "something", "anything", "everything", "little", "much"})


def free_of_charge(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Read "free of charge" behind a participle as how a thing is done: "were supplied free of charge by a firm"."""
    for free in tokens[2:-2]:
        of, charge = tokens[free.i + 1], tokens[free.i + 2]
        done = tokens[free.head]
        paid = of.lower == "of" and charge.head == of.i and charge.lower in {"charge", "cost", "duty", "tax"}
        if free.lower == "free" and free.dep == "oprd" and paid and done.tag in {"VBN", "VBD"}:
            return renamed(tokens, {free.i: "advmod"})
    return tokens


def got_rid(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Read "rid" behind "get" as what one becomes, not as done to one: "the kidneys get rid of salt"."""
    for rid in tokens[1:]:
        get = kid(tokens, rid, "auxpass") if rid.lower == "rid" and rid.tag == "VBN" else None
        if get is None or get.lemma != "get":
            continue
        of = [k for k in rid.kids if tokens[k].lower == "of"]
        heads = dict.fromkeys((k for k in rid.kids if k not in of), get.i) | {rid.i: get.i}
        heads[get.i] = get.i if rid.head == rid.i else rid.head
        names = {get.i: rid.dep, rid.i: "acomp"} | {k: "nsubj" for k in rid.kids if tokens[k].dep == "nsubjpass"}
        which = next((pobj for k in of if (pobj := kid(tokens, tokens[k], "pobj")) is not None and pobj.i < k), None)
        if which is not None:
            heads |= {which.i: get.i} | dict.fromkeys(of, get.i)
            names |= {which.i: "dobj", rid.i: "prt"} | dict.fromkeys(of, "prt")
        read = tuple(
            replace(t, tag="JJ", pos="ADJ", lemma="rid") if t.i == rid.i else replace(t, pos="VERB") if t is get else t
            for t in tokens
        )
        return renamed(reheaded(read, heads), names)
    return tokens
