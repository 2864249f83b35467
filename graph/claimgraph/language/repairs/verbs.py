"""Verbs that the parser hung on a noun or took for something else, given their place in the clause."""

from collections.abc import Sequence
from dataclasses import replace

from claimgraph.knowledge.english import english
from claimgraph.language.mending import third_person, verbs
from claimgraph.language.parsed import Token
from claimgraph.language.repairs.trees import FINITE, NOUN_TAGS, SUBJECTS, kid, reheaded, renamed, retagged

_BARE = frozenset({"VB", "VBP"})
_ASKING = frozenset({"how", "what", "where", "when", "whether", "why"})


def verb_taken_for_adjective(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Read a verb that looks like an adjective behind another verb as one: "regrow and thicken hair"."""
    for i in range(2, len(tokens) - 1):
        word, joint = tokens[i], tokens[i - 1]
        if word.dep != "amod" or word.head < i or word.lower not in verbs():
            continue
        noun = tokens[word.head]
        if noun.dep != "conj" or (joint.dep != "cc" and joint.text != ",") or not _only_verb(tokens, word, noun):
            continue
        verb = _bare_verb_above(tokens, noun)
        if verb is None or kid(tokens, noun, "det", "poss") is not None:
            continue
        heads = {word.i: verb.i, noun.i: word.i} | _asked_behind(tokens, noun, word)
        heads |= {joint.i: verb.i} if joint.dep == "cc" else {}
        as_verb = retagged(tokens, {word.i: verb.tag})
        tokens = renamed(reheaded(as_verb, heads), {word.i: "conj", noun.i: "dobj"})
    return tokens


def _only_verb(tokens: Sequence[Token], word: Token, noun: Token) -> bool:
    """Say whether a word is no adjective, or whether what stands behind its noun tells that it is none here."""
    beside = word.tag == "VBN" and tokens[noun.head].tag in _BARE
    if (word.tag == "JJ" or beside) and word.lower not in english()["lemma.adjectives"]:
        return True
    behind = tokens[noun.i + 1] if noun.i + 1 < len(tokens) else noun
    return word.tag == "JJ" and behind.lower in _ASKING


def _bare_verb_above(tokens: Sequence[Token], noun: Token) -> Token | None:
    """Return the first verb above a noun where it is in its base form, which a verb joined to it then has too."""
    above = tokens[noun.head]
    while (above.pos not in {"VERB", "AUX"} or above.dep == "pobj") and above.head != above.i:
        above = tokens[above.head]
    return above if above.tag in _BARE and above.i < noun.i else None


def _asked_behind(tokens: Sequence[Token], noun: Token, word: Token) -> dict[int, int]:
    """Return the verb as head of the question right behind its object: "direct cells how to act"."""
    asked = tokens[noun.i + 1] if noun.i + 1 < len(tokens) else noun
    if asked.lower not in _ASKING:
        return {}
    clause = asked if asked.head < noun.i else tokens[asked.head]
    return {clause.i: word.i} if clause.i > noun.i else {}


def finite_behind_noun(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Hang a finite verb on the verb before it, not on a noun: "runs out of sugar and starts burning fat"."""
    for word in tokens[3:]:
        noun = tokens[word.head]
        if word.dep != "conj" or word.tag not in {"VBZ", "VBD"} or noun.tag not in NOUN_TAGS or noun.i > word.i:
            continue
        if kid(tokens, word, *SUBJECTS, "mark", "auxpass") is not None:
            continue
        verb = _clause_above(tokens, noun)
        joints = [k for k in noun.kids if tokens[k].dep == "cc" and noun.i < k < word.i]
        if verb is None or verb.tag != word.tag or not joints:
            continue
        heads = {word.i: verb.i} | dict.fromkeys(joints, verb.i)
        names: dict[int, str] = {}
        doing = tokens[word.i + 1] if word.i + 1 < len(tokens) else word
        if doing.dep == "acl" and doing.tag == "VBG" and doing.head < word.i:
            heads[doing.i], names = word.i, {doing.i: "xcomp"}
        return renamed(reheaded(tokens, heads), names)
    return tokens


def _clause_above(tokens: Sequence[Token], noun: Token) -> Token | None:
    """Return the verb under which a noun stands, where that has a subject before the noun."""
    above = noun
    while above.pos not in {"VERB", "AUX"} and above.head != above.i:
        above = tokens[above.head]
    who = kid(tokens, above, "nsubj")
    return above if who is not None and who.i < above.i < noun.i else None


def verb_before_only(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Read a plural before "only" or an article as the second verb: "lets cars in and charges only lorries"."""
    for word in tokens[4:-2]:
        if word.dep != "conj" or tokens[word.i - 1].dep != "cc" or tokens[word.head].pos == "VERB":
            continue
        if word.tag not in {"NNS", "VBZ"} or kid(tokens, word, "dobj", *SUBJECTS) is not None:
            continue
        thing = _object_behind(tokens, word)
        verb = next((t for t in reversed(tokens[: word.i]) if t.tag in FINITE), None)
        base = third_person(word.lower)
        if thing is None or verb is None or verb.tag != "VBZ" or kid(tokens, verb, "nsubj") is None or base is None:
            continue
        heads, names = _given_back(tokens, thing, word, verb)
        read = tuple(replace(t, tag="VBZ", pos="VERB", lemma=base) if t.i == word.i else t for t in tokens)
        return renamed(reheaded(read, heads), names | {word.i: "conj", thing.i: "dobj"})
    return tokens


def _object_behind(tokens: Sequence[Token], word: Token) -> Token | None:
    """Return the noun of the phrase that opens right behind a word with "only" or an article."""
    opening = tokens[word.i + 1]
    if opening.lower not in english()["clause.not_only"] and opening.tag not in {"DT", "PRP$"}:
        return None
    noun = next((t for t in tokens[opening.i + 1 :] if t.tag not in {"JJ", "CD", "RB", "DT", "PRP$"}), None)
    times = english()["argument.times"]
    return noun if noun is not None and noun.tag in NOUN_TAGS and noun.lemma not in times else None


def _given_back(
    tokens: Sequence[Token], thing: Token, word: Token, verb: Token
) -> tuple[dict[int, int], dict[int, str]]:
    """Return the new heads and relations of a second verb, its object, and of what the object took from the first."""
    heads = {word.i: verb.i, word.i - 1: verb.i, thing.i: word.i}
    names: dict[int, str] = {}
    for k in thing.kids:
        if k < word.i - 1 and tokens[k].tag == "JJ":
            heads[k], names[k] = verb.i, "oprd"
    before = tokens[thing.head]
    if before.dep == "prep" and before.i < word.i:
        heads[before.i], names[before.i] = verb.i, "prt"
    return heads, names


def verb_with_one_form(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Give a sentence the verb whose past is its base form: "the cheapest one I could find cost £14,500"."""
    root = next((t for t in tokens if t.head == t.i), None)
    if root is None or root.tag not in NOUN_TAGS:
        return tokens
    for word in tokens[root.i + 3 :]:
        inner = tokens[word.head]
        if word.lower not in english()["lemma.same_past"] or word.dep not in {"xcomp", "ccomp", "dobj", "conj"}:
            continue
        if inner.dep != "relcl" or inner.head != root.i or word.i != inner.i + 1 or word.kids[:1] == (word.i - 1,):
            continue
        if kid(tokens, inner, *SUBJECTS) is None or kid(tokens, word, *SUBJECTS, "aux", "mark") is not None:
            continue
        heads = {word.i: word.i, root.i: word.i}
        heads |= {k: word.i for k in root.kids if tokens[k].dep == "punct" and k > word.i}
        heads |= {k: word.i for k in inner.kids if k > word.i}
        read = tuple(replace(t, tag="VBD", pos="VERB", lemma=t.lower) if t.i == word.i else t for t in tokens)
        return renamed(reheaded(read, heads), {word.i: "ROOT", root.i: "nsubj"})
    return tokens


def passive_without_ending(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Read a bare verb behind a modal and "be" as the passive it was meant for: "two repairs may be need"."""
    for word in tokens[3:]:
        be = tokens[word.i - 1]
        if word.tag not in {"JJ", "NN", "VB", "VBP"} or be.lower != "be" or word.head != be.i:
            continue
        if word.lower not in verbs() or word.lower in english()["lemma.adjectives"] or word.kids:
            continue
        modal = kid(tokens, be, "aux")
        if be.dep == "auxpass" or word.dep != "acomp" or modal is None or modal.tag != "MD":
            continue
        heads = dict.fromkeys(be.kids, word.i)
        heads |= {word.i: be.head if be.head != be.i else word.i, be.i: word.i}
        read = tuple(replace(t, tag="VBN", pos="VERB", lemma=t.lower) if t.i == word.i else t for t in tokens)
        names = {k: "nsubjpass" for k in be.kids if tokens[k].dep == "nsubj"}
        return renamed(reheaded(read, heads), names | {word.i: be.dep, be.i: "auxpass"})
    return tokens


def verb_in_compound(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Part subject, verb and object that were taken for one name: "the kiln burns wood and the chimney leaks"."""
    for word in tokens[1:-1]:
        who, thing = tokens[word.i - 1], tokens[word.head]
        if word.tag != "VBZ" or word.dep != "compound" or who.dep != "compound" or who.head not in {thing.i, word.i}:
            continue
        joined = thing.dep in {"ROOT", "conj"} and thing.i == word.i + 1 and who.tag in {"NN", "NNP"}
        if not joined or any(tokens[k].dep in SUBJECTS for k in thing.kids):
            continue
        above = word.i if thing.head == thing.i else thing.head
        heads = {k: who.i if k < who.i and tokens[k].dep not in {"cc", "punct", "prep"} else word.i for k in thing.kids}
        heads |= dict.fromkeys((k for k in word.kids if k < who.i), who.i)
        heads |= {word.i: above, who.i: word.i, thing.i: word.i}
        return renamed(reheaded(tokens, heads), {word.i: thing.dep, who.i: "nsubj", thing.i: "dobj"})
    return tokens


def auxiliary_before_aside(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Give an auxiliary the verb behind an aside: "a fall that should have, at best, left him ill"."""
    for word in tokens[1:-4]:
        if word.lemma not in {"have", "be", "do"} or tokens[word.i + 1].text != ",":
            continue
        if word.lemma == "do" and word.dep == "aux" and tokens[word.head].tag == "NN":
            return retagged(tokens, {word.head: "VB"})
        close = next((t for t in tokens[word.i + 2 : word.i + 7] if t.text == ","), None)
        verb = tokens[close.i + 1] if close is not None and close.i + 1 < len(tokens) else word
        bare = verb.tag in {"VB", "VBP", "NN"} and verb.lower in verbs()
        fits = bare if word.lemma == "do" else verb.tag in {"VBN", "VBD"}
        own = kid(tokens, verb, *SUBJECTS, "aux", "mark", "det") is not None
        if not fits or own or not _auxiliary(tokens, word, verb):
            continue
        above = verb.i if word.head == word.i else word.head
        heads = dict.fromkeys(word.kids, verb.i) | {word.i: verb.i, verb.i: above}
        aside = [t for t in tokens[word.i + 2 : verb.i - 1] if not word.i < t.head < verb.i]
        heads |= {t.i: verb.i for t in aside}
        names = {word.i: "auxpass" if word.lemma == "be" else "aux", verb.i: word.dep}
        names |= {t.i: "advmod" for t in aside if t.dep == "dep"}
        read = retagged(tokens, {verb.i: "VB"}) if bare else _participle(tokens, verb.i)
        return renamed(reheaded(read, heads), names)
    return tokens


def _participle(tokens: Sequence[Token], i: int) -> tuple[Token, ...]:
    """Return the tokens, one of them a past participle."""
    return tuple(replace(t, tag="VBN") if t.i == i else t for t in tokens)


def _auxiliary(tokens: Sequence[Token], word: Token, verb: Token) -> bool:
    """Say whether an auxiliary has a subject or modal and says nothing itself but what a verb behind it says."""
    said = kid(tokens, word, "dobj", "attr", "acomp", "prep")
    led = kid(tokens, word, "aux", *SUBJECTS) is not None
    return led and word.tag != "VBG" and (said is None or (said is verb and word.lemma == "do"))


def stranded_preposition(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Read a preposition without an object right behind a passive as part of the verb: "is dealt with by clerks"."""
    names = {}
    for word in tokens[2:]:
        verb = tokens[word.i - 1]
        if word.dep != "prep" or word.kids or word.head != verb.i or verb.tag != "VBN" or word.lower not in _STRANDED:
            continue
        if kid(tokens, verb, "auxpass") is not None and kid(tokens, verb, "nsubjpass") is not None:
            names[word.i] = "prt"
    return renamed(tokens, names) if names else tokens


_STRANDED = frozenset({"with", "of", "for", "at", "on", "to", "upon", "about", "after", "into"})


def past_taken_for_participle(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Read a participle with a subject and an object but no auxiliary as a past: "floods upset the village"."""
    past = set()
    for word in tokens[1:-1]:
        own = kid(tokens, word, "nsubj") if word.tag == "VBN" and word.dep in {"ROOT", "ccomp"} else None
        if own is None or own.i > word.i or kid(tokens, word, "aux", "auxpass", "mark", "agent") is not None:
            continue
        thing = kid(tokens, word, "dobj")
        past |= {word.i} if thing is not None and thing.i > word.i else set()
    return tuple(replace(t, tag="VBD") if t.i in past else t for t in tokens) if past else tokens


def opening_past(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Read a participle that opens a sentence and is joined to its clause as a past: "Held on and it paid"."""
    word = next((t for t in tokens if t.pos != "PUNCT"), tokens[0])
    main = tokens[word.head]
    joint = next((t for t in tokens[word.i + 1 : main.i] if t.dep == "cc" and word.i <= t.head < t.i), None)
    who = kid(tokens, main, "nsubj", "nsubjpass")
    if word.tag not in {"VBN", "VBD"} or word.dep != "advcl" or main.head != main.i or joint is None or who is None:
        return tokens
    joined = any(tokens[k].dep == "conj" for k in tokens[joint.head].kids)
    if who.i < joint.i or joined or kid(tokens, word, *SUBJECTS, "conj", "mark", "auxpass") is not None:
        return tokens
    heads = {word.i: word.i, main.i: word.i} | {k: word.i for k in main.kids if k < word.i}
    read = tuple(replace(t, tag="VBD") if t is word else t for t in tokens)
    return renamed(reheaded(read, heads), {word.i: "ROOT", main.i: "conj"})


def asked_about_most(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Part a stranded preposition from the adverb behind it: "the wood our builders ask about most"."""
    for prep in tokens[3:-1]:
        how, verb = tokens[prep.i + 1], tokens[prep.head]
        bare = prep.dep == "prep" and verb.dep == "relcl" and how.head == prep.i and not how.kids
        ends = how.i + 1 == len(tokens) or tokens[how.i + 1].pos == "PUNCT"
        if bare and ends and how.lower in _HOW_MUCH and kid(tokens, verb, "nsubj") is not None:
            return renamed(reheaded(tokens, {how.i: verb.i}), {how.i: "advmod", prep.i: "prt"})
    return tokens


_HOW_MUCH = frozenset({"most", "least", "more", "less", "best", "first", "last"})


def subject_behind_nor(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Give the auxiliary behind "nor" the noun behind it for its subject: "and nor do the people who sell it"."""
    for nor in tokens[1:-2]:
        verb = tokens[nor.i + 1]
        who = kid(tokens, verb, "dobj") if nor.lower in {"nor", "neither"} else None
        if who is None or verb.lemma != "do" or verb.dep != "conj" or kid(tokens, verb, *SUBJECTS) is not None:
            continue
        if all(t.dep in {"det", "amod", "compound", "poss", "nummod"} for t in tokens[verb.i + 1 : who.i]):
            return renamed(tokens, {who.i: "nsubj"})
    return tokens


def verb_behind_stranded(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Give a sentence the verb behind a stranded preposition: "the polls they are so proud of asked three people"."""
    root = next((t for t in tokens[:-3] if t.tag in NOUN_TAGS and (t.head == t.i or t.dep == "dep")), None)
    told = kid(tokens, root, "relcl") if root is not None else None
    judged = kid(tokens, told, "acomp") if told is not None and told.lemma == "be" else None
    prep = kid(tokens, judged, "prep") if judged is not None else None
    if root is None or told is None or prep is None or judged is None or prep.i != judged.i + 1:
        return tokens
    verb = tokens[prep.i + 1] if prep.i + 2 < len(tokens) else prep
    thing = _taken_object(tokens, prep, verb)
    if thing is None or kid(tokens, told, "nsubj") is None:
        return tokens
    whole = root.head == root.i
    heads = {verb.i: verb.i if whole else root.head, root.i: verb.i, thing.i: verb.i}
    heads |= dict.fromkeys((k for t in (root, told) for k in t.kids if k > thing.i), verb.i)
    names = {root.i: "nsubj", thing.i: "dobj", prep.i: "prt"}
    tag = "VBD" if verb.tag == "VBN" else "VBP" if root.tag in {"NNS", "NNPS"} else verb.tag
    read = tuple(replace(t, tag=tag, pos="VERB") if t.i == verb.i else t for t in tokens)
    return renamed(reheaded(read, heads), {verb.i: "ROOT" if whole else "parataxis"} | names)


def _taken_object(tokens: Sequence[Token], prep: Token, verb: Token) -> Token | None:
    """Return the object of a verb that was taken for what a preposition leads to, or for a part of that."""
    if verb.dep == "pcomp" and verb.head == prep.i and verb.tag in {"VB", "VBD"}:
        return kid(tokens, verb, "dobj")
    noun = tokens[verb.head]
    inside = verb.dep == "amod" and verb.tag in {"VBN", "VBD"} and noun.dep == "pobj" and noun.head == prep.i
    article = kid(tokens, noun, "det", "poss", "nummod")
    return noun if inside and article is not None and article.i == verb.i + 1 else None


def imperative_before_reason(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Part an instruction from the reason behind it: "Stop the kiln and step back, as a crack can be dangerous"."""
    order = tokens[0]
    above = tokens[order.head]
    if order.tag != "VB" or order.dep != "csubj" or above.i == 0:
        return tokens
    for led in tokens[2 : above.i - 1]:
        who = kid(tokens, led, "pobj") if led.lower == "as" and tokens[led.i - 1].text == "," else None
        if who is None or any(t.head != above.i for t in tokens[who.i + 1 : above.i] if not _inside(tokens, t, who)):
            continue
        heads = {order.i: order.i, above.i: order.i, led.i: above.i, who.i: above.i}
        return renamed(reheaded(tokens, heads), {order.i: "ROOT", above.i: "advcl", led.i: "mark", who.i: "nsubj"})
    return tokens


def _inside(tokens: Sequence[Token], word: Token, noun: Token) -> bool:
    """Say whether a word stands in the phrase of a noun."""
    while word.i not in {noun.i, word.head}:
        word = tokens[word.head]
    return word.i == noun.i


def advice_behind_so(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Let what stands before advice stand by itself: "paint can drip, so wear gloves"."""
    for order in tokens[3:]:
        so = tokens[order.i - 1]
        bare = order.tag in {"VB", "VBP"} and kid(tokens, order, *SUBJECTS, "aux") is None
        if so.lower != "so" or not bare or tokens[so.i - 1].text != ",":
            continue
        if order.dep == "conj":
            return renamed(tokens, {order.i: "parataxis"})
        said = next((tokens[k] for k in order.kids if tokens[k].dep == "ccomp" and k < so.i), None)
        if order.dep == "ROOT" and said is not None and kid(tokens, said, *SUBJECTS) is not None:
            heads = dict.fromkeys((k for k in order.kids if k < so.i), said.i) | {order.i: said.i, said.i: said.i}
            return renamed(reheaded(tokens, heads), {said.i: "ROOT", order.i: "parataxis"})
    return tokens


def second_that_ought(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Hang a second duty on the first: "they ought to sweep the path, and mend the gate"."""
    for second in tokens[4:]:
        ought = tokens[second.head]
        first = kid(tokens, ought, "xcomp")
        if second.dep != "conj" or second.tag not in {"VB", "VBP"} or ought.lower != "ought" or first is None:
            continue
        if kid(tokens, second, *SUBJECTS, "aux") is None and first.i < second.i:
            return reheaded(tokens, {second.i: first.i})
    return tokens
