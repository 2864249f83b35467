"""Who says a thing, and to whom, where the parser took the verb of saying or the hearer for part of the clause."""

from collections.abc import Sequence
from dataclasses import replace

from claimgraph.knowledge.english import english
from claimgraph.language.mending import third_person
from claimgraph.language.parsed import Token
from claimgraph.language.repairs.trees import FINITE, NOUN_TAGS, QUOTES, SUBJECTS, first_of, kid, reheaded, renamed

_MINE = frozenset({"mine", "ours", "yours", "hers", "theirs", "his"})


def friend_who_says(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Give "a friend of mine" the verb of saying behind it: "a friend of mine reckons the pump is noisy"."""
    for says in tokens[3:-2]:
        mine, of = tokens[says.i - 1], tokens[says.i - 2]
        base = third_person(says.lower) if mine.lower in _MINE and of.lower == "of" else None
        if base not in english()["report_verbs"] or says.dep in {"ROOT", "conj", "ccomp"} or says.tag == "VBD":
            continue
        friend = tokens[of.head]
        verb = tokens[friend.head]
        if friend.dep not in SUBJECTS or verb.i < says.i or not _finite(tokens, verb):
            continue
        heads = {says.i: says.i if verb.head == verb.i else verb.head, verb.i: says.i, friend.i: says.i, mine.i: of.i}
        inner = [t for t in tokens[says.i + 1 : verb.i] if not says.i < t.head < verb.i]
        heads |= {t.i: verb.i for t in inner}
        heads |= {k: says.i for k in verb.kids if k < friend.i or (tokens[k].dep == "punct" and k > verb.i)}
        names = {says.i: verb.dep, verb.i: "ccomp", friend.i: "nsubj", mine.i: "pobj"}
        names |= {t.i: "nsubj" for t in inner[:1] if t.dep not in SUBJECTS}
        read = tuple(replace(t, tag="VBZ", pos="VERB", lemma=base or t.lemma) if t is says else t for t in tokens)
        return renamed(reheaded(read, heads), names)
    return tokens


def _finite(tokens: Sequence[Token], verb: Token) -> bool:
    """Say whether a word heads a finite clause."""
    return verb.tag in FINITE or any(tokens[k].tag in {*FINITE, "MD"} for k in verb.kids)


def hearer_before_content(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Part who is told a thing from what it is told of: "the poster told visitors fluoride was harmless"."""
    for noun in tokens[2:-1]:
        hearer, above = tokens[noun.i - 1], tokens[noun.head]
        said = tokens[noun.i + 1]
        said = tokens[said.head] if said.dep in {"aux", "auxpass"} else said
        taken = noun.dep in SUBJECTS and noun.head == said.i
        verb = tokens[said.head] if taken else above
        led = verb.lemma in english()["clause.telling"] and hearer.dep == "compound" and hearer.i == verb.i + 1
        told = led and (taken or noun.dep == "dobj")
        plural = hearer.tag in {"NNS", "NNPS"} and hearer.head == noun.i and hearer.i > verb.i and not hearer.kids
        if not told or not plural or said.dep != "ccomp" or said.head != verb.i or noun.tag not in NOUN_TAGS:
            continue
        own = kid(tokens, said, *SUBJECTS, "mark")
        if (own is None or own is noun) and _finite(tokens, said):
            place = "nsubjpass" if kid(tokens, said, "auxpass") is not None else "nsubj"
            heads = {hearer.i: verb.i, noun.i: said.i} | dict.fromkeys((k for k in noun.kids if k < hearer.i), hearer.i)
            return renamed(reheaded(tokens, heads), {hearer.i: "dobj", noun.i: place})
    return tokens


def deed_behind_content(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Part what somebody does from what they say: "the vet said it was ticks and gave us drops"."""
    for deed in tokens[4:]:
        content = tokens[deed.head]
        says = tokens[content.head]
        own, who = kid(tokens, content, *SUBJECTS), kid(tokens, says, "nsubj")
        if deed.dep != "conj" or content.dep != "ccomp" or content.lemma != "be" or own is None or who is None:
            continue
        me = any(tokens[k].lower in {"me", "us"} and tokens[k].dep in {"dative", "dobj"} for k in deed.kids)
        alike = deed.tag == says.tag and deed.tag in FINITE | {"VBN"}
        bare = kid(tokens, deed, *SUBJECTS, "aux", "mark") is None and own.lower in {"it", "this", "that"}
        if me and bare and alike | (deed.tag == "VBD") and says.lemma in english()["report_verbs"]:
            joint = [t.i for t in tokens[content.i : deed.i] if t.dep == "cc" and t.head == content.i]
            return reheaded(tokens, dict.fromkeys([*joint[-1:], deed.i], says.i))
    return tokens


def view_before_subject(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Part whose view it is from the subject behind it: "in Birch's view trams should stay"."""
    for view in tokens[2:-2]:
        led = next((t for t in reversed(tokens[: view.i]) if t.lower == "in"), None)
        if view.lemma not in _VIEWS or led is None or view.i - led.i > _POSSESSOR:
            continue
        whose = next((t for t in tokens[led.i + 1 : view.i] if t.dep == "poss"), None)
        if whose is None:
            continue
        if view.dep == "pobj" and view.head == led.i and whose.head > view.i:
            return reheaded(tokens, {whose.i: view.i})
        noun = tokens[view.head]
        verb = tokens[noun.head] if noun.dep in {"nsubj", "nsubjpass"} else tokens[led.head]
        if view.dep != "compound" or not view.i < noun.i < verb.i or whose.head not in {noun.i, view.i}:
            continue
        if noun.dep in {"nsubj", "nsubjpass"} or (noun.head == led.i and kid(tokens, verb, *SUBJECTS) is None):
            place = "nsubjpass" if kid(tokens, verb, "auxpass") is not None else "nsubj"
            heads = {view.i: led.i, whose.i: view.i, noun.i: verb.i, led.i: verb.i}
            return renamed(reheaded(tokens, heads), {view.i: "pobj", noun.i: place, led.i: "prep"})
    return tokens


_VIEWS = frozenset({"view", "opinion", "experience"})
#: The most words from "in" to the view.
_POSSESSOR = 6


def speech_before_colon(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Hang who says a thing on what stands before it, not behind it: "rents are high, he says: one flat in ten"."""
    for says in tokens[4:-1]:
        who = kid(tokens, says, "nsubj")
        if tokens[says.i + 1].text != ":" or who is None or who.i != says.i - 1 or says.tag not in FINITE:
            continue
        if says.dep == "relcl" or who.tag in {"WP", "WDT"} or tokens[min(says.i + 2, len(tokens) - 1)].text in QUOTES:
            continue
        first, said = first_of(tokens, who), next(t for t in tokens if t.head == t.i)
        told = says.lemma in english()["report_verbs"] and first > 1 and tokens[first - 1].text == ","
        if told and said.i < first and _finite(tokens, said):
            behind = {k: "conj" for k in said.kids if k > says.i and tokens[k].dep == "ccomp"}
            return renamed(reheaded(tokens, {says.i: said.i}), {says.i: "parataxis"} | behind)
    return tokens


def supposed_deed(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Find the verb in a row of nouns behind a verb of thinking: "trials suggest salt damages steel"."""
    for deed in tokens[3:-1]:
        thing = tokens[deed.head]
        thinks = tokens[thing.head]
        base = third_person(deed.lower) if deed.tag == "NNS" and deed.dep == "compound" else None
        who = tokens[deed.i - 1]
        known = base is not None and thinks.lemma in english()["repair.supposing"] and thing.dep == "dobj"
        if not known or who.dep != "compound" or who.tag != "NN" or who.i != thinks.i + 1:
            continue
        heads = {who.i: deed.i, deed.i: thinks.i, thing.i: deed.i}
        read = tuple(replace(t, tag="VBZ", pos="VERB", lemma=base or t.lemma) if t is deed else t for t in tokens)
        return renamed(reheaded(read, heads), {who.i: "nsubj", deed.i: "ccomp"})
    return tokens
