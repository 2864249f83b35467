"""Words that the tagger takes for another class: verbs for nouns, nouns for verbs, "no" in a name."""

from dataclasses import replace
from functools import cache

from claimgraph.knowledge.english import english
from claimgraph.knowledge.loading import core_pack
from claimgraph.language.mending import known_verbs, third_person, verbs
from claimgraph.language.parsed import Token
from claimgraph.language.repairs.trees import FINITE, SUBJECTS, kid, reheaded, renamed, retagged


def second_of_three_verbs(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Read the second of three verbs as one where it looks like an adjective: "warm soil, dry air and stop frost"."""
    for word in tokens:
        if word.tag != "JJ" or word.dep != "amod":
            continue
        noun = tokens[word.head]
        first, third = tokens[tokens[noun.head].head], kid(tokens, noun, "conj")
        if noun.dep != "conj" or tokens[noun.head].dep != "dobj":
            continue
        listed = word.i > 0 and tokens[word.i - 1].text == "," and noun.i == word.i + 1
        agrees = third is not None and first.tag in {"VB", "VBP"} and third.tag in {first.tag, "VB"}
        if not listed or not agrees or third is None or word.lower not in verbs():
            continue
        heads = {word.i: first.i, noun.i: word.i, third.i: word.i}
        heads |= {k: word.i for k in noun.kids if tokens[k].dep == "cc"}
        as_verb = retagged(tokens, {word.i: first.tag})
        return renamed(reheaded(as_verb, heads), {word.i: "conj", noun.i: "dobj", third.i: "conj"})
    return tokens


def noun_after_preposition(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Read a word right behind a preposition, tagged as a verb that has no subject, as its noun: "not about looks"."""
    named: dict[int, int] = {}
    for token in tokens[1:]:
        if token.tag != "VBZ":
            continue
        before = tokens[token.i - 1]
        bare = not any(tokens[k].dep in {"nsubj", "dobj", "aux", "auxpass", "mark"} for k in token.kids)
        leads = before.tag == "IN" and before.dep == "prep" and kid(tokens, before, "pobj", "pcomp") is None
        if leads and bare:
            named[token.i] = before.i
    if not named:
        return tokens
    nouns = tuple(replace(t, tag="NNS", pos="NOUN") if t.i in named else t for t in tokens)
    return renamed(reheaded(nouns, named), dict.fromkeys(named, "pobj"))


def pronoun_behind_preposition(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Give a preposition the pronoun behind it, which a verb with a subject took: "all that comes with it is sold"."""
    for pronoun in tokens[1:]:
        before, verb = tokens[pronoun.i - 1], tokens[pronoun.head]
        if pronoun.lower not in {"it", "them", "him", "us", "me"} or pronoun.dep not in {"nsubj", "nsubjpass"}:
            continue
        if before.dep != "prep" or before.kids or before.i > verb.i:
            continue
        if any(tokens[k].dep in SUBJECTS for k in verb.kids if k < before.i):
            return renamed(reheaded(tokens, {pronoun.i: before.i}), {pronoun.i: "pobj"})
    return tokens


def verb_taken_for_noun(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Read the second of two verbs as one where it looks like a noun: "can create worry and trigger pain"."""
    for word in tokens:
        if word.tag != "NN" or word.dep not in {"conj", "compound"} or word.lower not in _effects():
            continue
        noun = tokens[min(word.i + 1, len(tokens) - 1)]
        thing = _first_of_two(tokens, word, noun)
        if thing is None:
            continue
        verb = tokens[noun.head] if noun.dep == "dobj" else tokens[thing.head]
        if verb.tag not in {"VB", "VBP"}:
            continue
        heads = {thing.i: verb.i, word.i: verb.i, noun.i: word.i}
        heads |= {k: verb.i for k in thing.kids if tokens[k].dep == "cc"}
        as_verb = retagged(tokens, {word.i: verb.tag})
        return renamed(reheaded(as_verb, heads), {thing.i: "dobj", word.i: "conj", noun.i: "dobj"})
    return tokens


def _first_of_two(tokens: tuple[Token, ...], word: Token, noun: Token) -> Token | None:
    """Return the object before "and" and a word that may be a verb with the noun behind it for its object."""
    thing = tokens[word.head]
    if word.dep == "conj" and thing.dep in {"nmod", "compound"} and thing.head == noun.i and noun.dep == "dobj":
        return thing
    thing = tokens[noun.head]
    joined = noun.dep == "conj" and thing.dep == "dobj" and word.dep == "compound" and word.head == noun.i
    behind = tokens[noun.i + 1] if noun.i + 1 < len(tokens) else noun
    joint = tokens[word.i - 1].dep == "cc" and tokens[word.i - 1].head == thing.i
    return thing if joined and joint and behind.tag not in {*FINITE, "MD"} else None


@cache
def _effects() -> frozenset[str]:
    """Return the verbs of one word that say that something comes about, grows or shrinks."""
    found = (p for p in core_pack().predicates.values() if p.effect)
    return frozenset(key for predicate in found for key in predicate.verbs if " " not in key)


def gerund_after_effect(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Read a lone gerund behind a verb of effect as what is less or more of: "reduces swelling in two days"."""
    kept = english()["capacity.giving_up"] | english()["clause.preventing"] | english()["clause.transparent"]
    for word in tokens[1:]:
        verb = tokens[word.i - 1]
        if word.tag != "VBG" or word.dep not in {"xcomp", "ccomp"} or word.head != verb.i:
            continue
        lone = all(tokens[k].dep in {"prep", "prt", "npadvmod", "punct", "cc", "conj"} for k in word.kids)
        if verb.lemma in _effects() - kept and lone and kid(tokens, verb, "dobj") is None:
            heads = {k: verb.i for k in word.kids if tokens[k].dep in {"prep", "prt"} and tokens[k].lower != "of"}
            names = dict.fromkeys(heads, "prep") | {word.i: "dobj"}
            time, within = kid(tokens, word, "npadvmod"), kid(tokens, word, "prt")
            if time is not None and within is not None:
                heads[time.i], names[time.i] = within.i, "pobj"
            return renamed(reheaded(retagged(tokens, {word.i: "NN"}), heads), names)
    return tokens


def noun_after_help(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Read a lone bare verb behind "help" as what is helped, a noun: "tea helps sleep"."""
    helpers = english()["clause.helping"]
    nouns = {}
    for word in tokens[1:]:
        if word.tag != "VB":
            continue
        helping = tokens[word.i - 1]
        lone = all(tokens[k].dep in {"punct", "cc", "conj", "prep"} for k in word.kids)
        goes_on = kid(tokens, word, "conj")
        helped = word.head == helping.i and helping.lemma in helpers and word.dep in {"xcomp", "ccomp"}
        if helped and lone and (goes_on is None or goes_on.pos == "NOUN"):
            nouns[word.i] = "dobj"
    return renamed(retagged(tokens, dict.fromkeys(nouns, "NN")), nouns) if nouns else tokens


def present_of_plural(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Read a bare verb with a plural subject and no auxiliary as its present: "the gains outweigh the costs"."""
    finite = set()
    for verb in tokens:
        if verb.tag != "VB" or verb.head != verb.i:
            continue
        who = kid(tokens, verb, "nsubj")
        bare = kid(tokens, verb, "aux", "mark") is None
        if bare and who is not None and who.tag in {"NNS", "NNPS"} and who.i < verb.i:
            finite.add(verb.i)
    return tuple(replace(t, tag="VBP") if t.i in finite else t for t in tokens) if finite else tokens


def verb_in_list(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Read a bare noun between coordinated verbs as one of them: "they heal, repair and restore skin"."""
    listed = {}
    for word in tokens:
        if word.dep != "conj" or word.tag != "NN":
            continue
        verb, following = tokens[word.head], kid(tokens, word, "conj")
        bare = kid(tokens, word, "det", "amod", "compound", "prep") is None
        if bare and verb.tag in {"VB", "VBP"} and following is not None and following.tag in {"VB", "VBP"}:
            listed[word.i] = verb.tag
    return retagged(tokens, listed) if listed else tokens


def rather_so(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Read "kind of" and "sort of" behind a copula as how far a thing is so: "I'm kind of busy", not a kind."""
    for word in tokens[1:-2]:
        if word.lower not in {"kind", "sort"}:
            continue
        of, said = tokens[word.i + 1], kid(tokens, tokens[word.i + 1], "pobj", "pcomp", "amod")
        bare = word.dep == "attr" and kid(tokens, word, "det") is None
        if bare and of.lower == "of" and said is not None and of.head == word.i:
            heads = {said.i: word.head, word.i: said.i, of.i: word.i}
            return renamed(reheaded(tokens, heads), {said.i: "attr", word.i: "advmod", of.i: "advmod"})
    return tokens


def hyphened_no(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Read "no" with a hyphen behind it as part of a compound, which denies nothing: "no-name chargers"."""
    joined = {t.i for t in tokens[:-1] if t.lower == "no" and tokens[t.i + 1].tag == "HYPH" and t.dep == "det"}
    if not joined:
        return tokens
    return tuple(replace(t, tag="JJ", pos="ADJ", dep="amod") if t.i in joined else t for t in tokens)


def described_after_link(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Read "lower" behind "linked ... to" as describing the noun behind it: "linked noise to lower marks"."""
    words = english()
    for word in tokens:
        if word.tag not in {"VB", "JJR"} or word.lower not in words["lemma.graded"]:
            continue
        to, noun, verb = kid(tokens, word, "aux"), kid(tokens, word, "dobj"), tokens[word.head]
        if to is None or to.i != word.i - 1 or noun is None or to.lower != "to":
            continue
        governor = verb if verb.pos == "VERB" else tokens[verb.head]
        graded = kid(tokens, noun, "det", "poss") is None
        if not graded or governor.lemma not in words["predicate.linking"] or kid(tokens, governor, "dobj") is None:
            continue
        heads = {k: noun.i for k in word.kids if k > noun.i} | {to.i: governor.i, noun.i: to.i, word.i: noun.i}
        as_adjective = retagged(tokens, {word.i: "JJR" if word.lower == "lower" else "JJ"})
        return renamed(reheaded(as_adjective, heads), {to.i: "prep", noun.i: "pobj", word.i: "amod"})
    return tokens


def what_is_linked_to(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Give a verb of linking what its object is linked to: "linked high exposure to noise to lower marks"."""
    linking = english()["predicate.linking"]
    for verb in tokens:
        thing = kid(tokens, verb, "dobj") if verb.pos == "VERB" and verb.lemma in linking else None
        if thing is None or any(tokens[k].lower in {"to", "with"} for k in verb.kids):
            continue
        inside = [t for t in tokens[thing.i + 1 :] if t.dep == "prep" and t.lower in {"to", "with"}]
        below = [t for t in inside if t.head == thing.i or tokens[tokens[t.head].head].head == thing.i]
        if below and kid(tokens, below[-1], "pobj") is not None:
            return reheaded(tokens, {below[-1].i: verb.i})
    return tokens


def substance_after_verb(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Read "fat" right behind a verb of doing as a thing: "burns fat", "loses fat as fast", not "looks fat"."""
    found = {}
    for word in tokens[1:]:
        verb = tokens[word.i - 1]
        if word.tag != "JJ" or verb.pos != "VERB" or word.lower not in english()["lemma.substances"]:
            continue
        doing = verb.lemma not in english()["clause.seeming"] | {"get", "grow", "become"}
        bare = word.head == verb.i and kid(tokens, verb, "dobj", "auxpass") is None and not word.kids
        if doing and bare:
            found[word.i] = "dobj"
    return renamed(retagged(tokens, dict.fromkeys(found, "NN")), found) if found else tokens


def noun_behind_object(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Read a word behind an object that is no known verb as the head of it: "delays sleep onset by an hour"."""
    for word in tokens[1:]:
        if word.tag != "VBN":
            continue
        thing = tokens[word.i - 1]
        base = word.lemma == word.lower and not word.lower.endswith(("ed", "en"))
        loose = word.dep in {"advcl", "acl"} and word.head in {thing.i, thing.head} and thing.dep == "dobj"
        if base and loose and thing.tag in {"NN", "NNS"} and word.lower not in verbs():
            heads = {word.i: thing.head, thing.i: word.i}
            heads |= dict.fromkeys((k for k in word.kids if tokens[k].tag == "IN"), thing.head)
            heads |= {k: word.i for k in thing.kids if k < thing.i}
            preps = {k: "prep" for k in word.kids if tokens[k].dep == "agent"}
            as_noun = retagged(tokens, {word.i: "NN"})
            return renamed(reheaded(as_noun, heads), {word.i: "dobj", thing.i: "compound", **preps})
    return tokens


def noun_of_participle(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Read a bare noun and a gerund behind a copula as one adjective: "gaming is habit forming"."""
    for word in tokens[2:]:
        if word.tag != "VBG" or tokens[word.i - 1].tag not in {"NN", "JJ"}:
            continue
        noun, be = tokens[word.i - 1], tokens[word.head]
        if _split_adjective(tokens, noun, word):
            return renamed(
                reheaded(retagged(tokens, {word.i: "JJ", noun.i: "NN"}), {noun.i: word.i}),
                {word.i: "acomp", noun.i: "compound"},
            )
        inside = word.dep in {"acomp", "attr"} and be.lemma == "be"
        own = noun.tag in {"NN", "JJ"} and noun.head == word.i and noun.dep in {"nsubj", "compound", "npadvmod"}
        if inside and own and not noun.kids and noun.i == be.i + 1 and not any(k > word.i for k in word.kids):
            found = retagged(tokens, {word.i: "JJ", noun.i: "NN"})
            return renamed(found, {word.i: "acomp", noun.i: "compound"})
    return tokens


def _split_adjective(tokens: tuple[Token, ...], noun: Token, word: Token) -> bool:
    """Say whether a bare noun is taken for a copula's complement and the gerund that ends the sentence for a clause."""
    be = tokens[noun.head]
    ends = all(t.pos == "PUNCT" for t in tokens[word.i + 1 :])
    beside = word.tag == "VBG" and word.head == be.i and not word.kids and word.dep in {"xcomp", "advcl"}
    bare = noun.dep in {"attr", "acomp"} and noun.i == be.i + 1 and not noun.kids and noun.tag in {"NN", "JJ"}
    return be.lemma == "be" and ends and beside and bare


def participle_before_noun(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Read a past tense that describes the noun behind it as a participle: "fewer falls, improved balance"."""
    found = {t.i for t in tokens if t.tag == "VBD" and t.dep == "amod" and t.i < t.head and not t.kids}
    return tuple(replace(t, tag="VBN") if t.i in found else t for t in tokens) if found else tokens


def described_after_preposition(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Read participles between a preposition and a noun as describing it: "below accepted or recommended limits"."""
    for word in tokens[1:]:
        prep = tokens[word.head]
        if word.tag != "VBN" or word.dep != "pcomp" or prep.dep != "prep" or kid(tokens, word, "auxpass", "aux"):
            continue
        both = [word, *(tokens[k] for k in word.kids if tokens[k].dep == "conj" and tokens[k].tag == "VBN")]
        noun = kid(tokens, both[-1], "dobj")
        if noun is None or noun.i < both[-1].i:
            continue
        heads = {noun.i: prep.i, word.i: noun.i}
        heads |= {k: noun.i for t in both for k in t.kids if k > noun.i}
        return renamed(reheaded(tokens, heads), {noun.i: "pobj", word.i: "amod"})
    return tokens


def anything_between(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Give a verb the range behind "anything": "lasts anything between five and ten years", "anywhere from 2 to 4"."""
    for word in tokens[1:-1]:
        if word.lower not in {"anything", "anywhere", "something", "somewhere"}:
            continue
        prep, verb = tokens[word.i + 1], tokens[word.head]
        if (
            word.head > word.i
            or prep.lower not in {"between", "from"}
            or verb.lemma not in english()["predicate.ranging"]
        ):
            continue
        moved = {prep.i: verb.i} if prep.dep == "prep" and prep.head == word.i else {}
        return renamed(reheaded(tokens, moved), {word.i: "advmod"})
    return tokens


def passive_taken_for_adjective(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Read an adjective with the auxiliary and agent of a passive as its verb: "costs are dwarfed by savings"."""
    found = {}
    for word in tokens:
        if word.tag != "JJ" or not word.kids or not word.lower.endswith("ed"):
            continue
        whole = kid(tokens, word, "auxpass") is not None and kid(tokens, word, "agent") is not None
        base = next((b for b in (word.lower[:-2], word.lower[:-1]) if b in verbs()), None) if whole else None
        if base is not None:
            found[word.i] = base
    if not found:
        return tokens
    read = tuple(replace(t, tag="VBN", pos="VERB", lemma=found[t.i]) if t.i in found else t for t in tokens)
    return renamed(read, {k: "nsubjpass" for i in found for k in tokens[i].kids if tokens[k].dep == "nsubj"})


def illness_caught(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Read the adjective that ends what one catches as its noun: "stops you from getting a head cold"."""
    for word in tokens[2:]:
        if word.tag != "JJ" or word.dep != "ccomp":
            continue
        verb, noun = tokens[word.head], tokens[word.i - 1]
        caught = verb.lemma in english()["clause.falling_ill"]
        if not caught or word.lower not in english()["lemma.substances"] or noun.head != word.i:
            continue
        if kid(tokens, noun, "det") is not None and noun.dep == "nsubj":
            heads = dict.fromkeys(noun.kids, word.i)
            return renamed(reheaded(retagged(tokens, {word.i: "NN"}), heads), {word.i: "dobj", noun.i: "compound"})
    return tokens


def verb_before_unknown(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Read the word before one that is no verb as the verb between two nouns: "in plants, glucose feeds cellulase"."""
    for word in tokens[2:]:
        if word.tag not in {"VBP", "VB"} or word.head != word.i:
            continue
        verb, noun = tokens[word.i - 1], tokens[word.i - 2]
        unknown = not {word.lower, word.lemma} & known_verbs()
        if verb.tag != "NNS" or not unknown or verb.dep != "nsubj" or verb.head != word.i or not verb.text.islower():
            continue
        base = third_person(verb.lower)
        if base is None or noun.dep != "compound" or noun.head != verb.i or noun.tag not in {"NN", "NNP"}:
            continue
        heads = {k: noun.i for k in verb.kids if k < noun.i} | dict.fromkeys(word.kids, verb.i)
        heads |= {verb.i: verb.i, word.i: verb.i, noun.i: verb.i}
        read = tuple(replace(t, tag="VBZ", pos="VERB", lemma=base) if t.i == verb.i else t for t in tokens)
        names = {verb.i: "ROOT", word.i: "dobj", noun.i: "nsubj"}
        return renamed(reheaded(retagged(read, {word.i: "NN"}), heads), names)
    return tokens


def got_thing(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Read "get" as the verb and what stands behind it as describing its object: "the farms got running water"."""
    for get in tokens[:-2]:
        doing = tokens[get.i + 1]
        thing = kid(tokens, doing, "dobj") if get.lemma == "get" and get.dep == "aux" else None
        if thing is None or get.head != doing.i or thing.i != doing.i + 1:
            continue
        above = get.i if doing.head == doing.i else doing.head
        heads = dict.fromkeys(doing.kids, get.i) | {get.i: above, doing.i: thing.i}
        return renamed(reheaded(tokens, heads), {get.i: doing.dep, doing.i: "amod"})
    return tokens


def noun_behind_noun(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Read a bare verb behind an object as the noun the object belongs to: "slows the whole tram line down"."""
    for word in tokens:
        if word.tag != "VB" or word.dep != "ccomp" or kid(tokens, word, "aux", "mark", "dobj", "neg") is not None:
            continue
        verb, part = tokens[word.head], kid(tokens, word, "nsubj")
        if part is None or part.i != word.i - 1 or part.tag not in {"NN", "NNP"} or not verb.i < part.i:
            continue
        if verb.lemma in english().of("clause.causative", "clause.seeing", "report_verbs", "clause.ensuring"):
            continue
        heads = {part.i: word.i} | dict.fromkeys(part.kids, word.i) | {k: verb.i for k in word.kids if k > word.i}
        return renamed(reheaded(retagged(tokens, {word.i: "NN"}), heads), {word.i: "dobj", part.i: "compound"})
    return tokens


def particle_before_time(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Read "in" as a particle before "last" or another "in": "the pump went in last March", "it came in in 2022"."""
    for word in tokens[2:-1]:
        verb, behind = tokens[word.i - 1], tokens[word.i + 1]
        if word.lower not in _PARTICLES or word.head != verb.i or verb.pos != "VERB":
            continue
        if word.dep == "advmod" and behind.dep == "prep" and behind.head == verb.i:
            return renamed(tokens, {word.i: "prt"})
        time = kid(tokens, word, "pobj")
        dated = behind.lower in {"last", "next"} and time is not None and time.i == behind.i + 1
        if word.dep == "prep" and verb.lemma == "come" and time is not None and _counted_from(tokens, time):
            return renamed(reheaded(tokens, {time.i: verb.i}), {word.i: "prt", time.i: "npadvmod"})
        if word.dep == "prep" and dated and time is not None and behind.head == time.i:
            return renamed(reheaded(tokens, {time.i: verb.i}), {word.i: "prt", time.i: "npadvmod"})
    return tokens


def _counted_from(tokens: tuple[Token, ...], time: Token) -> bool:
    """Say whether a time is counted from something: the days of "comes on two days after a walk"."""
    behind = tokens[time.i + 1].lower if time.i + 1 < len(tokens) else ""
    counted = kid(tokens, time, "nummod") is not None and time.lemma in english()["argument.times"]
    return counted and behind in {"after", "before", "later"}


_PARTICLES = frozenset({"in", "on"})


def participle_behind_help(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Read a gerund between "help" and a bare noun as describing it: "the cream does not help weeping eczema"."""
    for word in tokens[1:-1]:
        verb, thing = tokens[word.i - 1], tokens[word.i + 1]
        if word.tag != "VBG" or word.head != verb.i or verb.lemma != "help" or word.dep not in {"xcomp", "ccomp"}:
            continue
        own = thing.dep == "dobj" and thing.head == word.i and thing.tag in {"NN", "NNS"}
        able = any(tokens[k].lower in {"can", "could"} for k in verb.kids)
        if own and not able and kid(tokens, thing, "det", "poss") is None:
            heads = {thing.i: verb.i, word.i: thing.i} | {k: verb.i for k in word.kids if k > thing.i}
            return renamed(reheaded(tokens, heads), {thing.i: "dobj", word.i: "amod"})
    return tokens


def quality_as_subject(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Read a subject in "-ness" as a noun: "soreness and swelling fade"."""
    found = {
        t.i: "NN" for t in tokens if t.tag == "JJ" and t.dep in {"nsubj", "nsubjpass"} and t.lower.endswith("ness")
    }
    return retagged(tokens, found) if found else tokens
