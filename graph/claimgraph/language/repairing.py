"""Dependency trees mended where the parser is known to slip, by rules on tags and a few closed classes of words."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import cache

from claimgraph.knowledge.english import english
from claimgraph.knowledge.loading import core_pack
from claimgraph.language.mending import verbs
from claimgraph.language.parsed import Token

#: A function from a sentence's tokens to the same tokens, one kind of slip mended.
Repair = Callable[[tuple[Token, ...]], tuple[Token, ...]]


def clausal_object(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Read a finite verb with a subject of its own as a clause, where the parser took it for a noun's place."""
    return tuple(replace(t, dep="ccomp") if _is_clause(tokens, t) and t.dep == "dobj" else t for t in tokens)


def _is_clause(tokens: Sequence[Token], verb: Token) -> bool:
    """Say whether a token is a finite verb with a subject of its own."""
    return verb.tag in {"VBZ", "VBP", "VBD"} and any(tokens[k].dep == "nsubj" for k in verb.kids)


def infinitive_conjunct(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Hang a bare infinitive on the infinitive before it, not on a finite verb: "said to calm bees and mask scent"."""
    moved: dict[int, int] = {}
    for token in tokens:
        head = tokens[token.head]
        if not _bare_conjunct(tokens, token) or head.tag not in {"VBZ", "VBP", "VBD", "VBN"}:
            continue
        if any(tokens[k].dep == "aux" and tokens[k].tag in {"MD", "VBP", "VBZ", "VBD"} for k in head.kids):
            continue
        before = [t for t in tokens[head.i + 1 : token.i] if t.tag == "VB" and t.dep in {"xcomp", "conj", "ccomp"}]
        if before:
            moved[token.i] = before[-1].i
    return _reheaded(tokens, moved) if moved else tokens


def _bare_conjunct(tokens: Sequence[Token], token: Token) -> bool:
    """Say whether a coordinated verb is an infinitive with neither auxiliary nor subject of its own."""
    own = {"aux", "auxpass", "nsubj", "nsubjpass"}
    return token.dep == "conj" and token.tag == "VB" and not any(tokens[k].dep in own for k in token.kids)


def reduced_relative(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Give a verb the noun for its subject whose participle the parser took: "Tea drunk late can cost you sleep"."""
    moved: dict[int, int] = {}
    named: dict[int, str] = {}
    for token in tokens:
        if token.tag not in {"JJ", "VBN", "VBD"}:
            continue
        inner = _kid(tokens, token, "nsubj", "nsubjpass")
        participle = token.tag in {"JJ", "VBN", "VBD"} and token.dep in {"nsubj", "nsubjpass", "csubj"}
        if participle and inner is not None and inner.i < token.i and inner.pos in {"NOUN", "PROPN"}:
            if any(tokens[k].dep in {"aux", "auxpass", "mark"} for k in token.kids):
                continue
            moved |= {inner.i: token.head, token.i: inner.i}
            named |= {inner.i: "nsubj", token.i: "acl"}
    return _renamed(_reheaded(tokens, moved), named) if moved else tokens


def noun_conjunct(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Hang a noun on the object before it, not on the verb: "tested for its strength (dry or wet) and its colour"."""
    moved: dict[int, int] = {}
    for token in tokens:
        verb = tokens[token.head]
        finite = verb.pos in {"VERB", "AUX"} and verb.tag != "VBG"
        if token.dep != "conj" or token.tag not in _NOUN_TAGS or not finite or token.i < verb.i:
            continue
        joints = (tokens[k] for k in verb.kids if tokens[k].dep == "cc" and verb.i < k < token.i)
        joint = next((t for t in joints if t.lower in {"and", "or"}), None)
        clause = any(tokens[k].dep in {"nsubj", "nsubjpass", "cop", "aux"} for k in token.kids)
        before = _last_object(tokens, verb, joint) if joint is not None and not clause else None
        if joint is not None and before is not None:
            moved |= {token.i: before.i, joint.i: before.i}
    return _reheaded(tokens, moved) if moved else tokens


_NOUN_TAGS = frozenset({"NN", "NNS", "NNP", "NNPS"})


def _last_object(tokens: Sequence[Token], verb: Token, joint: Token) -> Token | None:
    """Return the object that stands last before a conjunction, brackets skipped, where it hangs on the verb."""
    depth = 0
    for token in reversed(tokens[verb.i + 1 : joint.i]):
        depth += (token.text == ")") - (token.text == "(")
        if depth == 0 and token.tag in _NOUN_TAGS and token.dep in {"dobj", "pobj"}:
            return token
    return None


def content_conjunct(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Hang a second "that" on the verb of saying, not on a noun inside: "said that no proof exists that A and that B".

    What denies the noun does not reach the second clause.
    """
    moved: dict[int, int] = {}
    for token in tokens:
        inner = tokens[token.head]
        if token.dep != "conj" or inner.dep not in {"acl", "relcl"} or not _says_that(tokens, token):
            continue
        outer = tokens[inner.head]
        while outer.dep != "ccomp" and outer.head != outer.i:
            outer = tokens[outer.head]
        if outer.dep == "ccomp" and _says_that(tokens, outer):
            moved[token.i] = outer.i
    return _reheaded(tokens, moved) if moved else tokens


def _says_that(tokens: Sequence[Token], verb: Token) -> bool:
    return any(tokens[k].dep == "mark" and tokens[k].lower == "that" for k in verb.kids)


def second_of_three_verbs(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Read the second of three verbs as one where it looks like an adjective: "warm soil, dry air and stop frost"."""
    for word in tokens:
        if word.tag != "JJ" or word.dep != "amod":
            continue
        noun = tokens[word.head]
        first, third = tokens[tokens[noun.head].head], _kid(tokens, noun, "conj")
        if noun.dep != "conj" or tokens[noun.head].dep != "dobj":
            continue
        listed = word.i > 0 and tokens[word.i - 1].text == "," and noun.i == word.i + 1
        agrees = third is not None and first.tag in {"VB", "VBP"} and third.tag in {first.tag, "VB"}
        if not listed or not agrees or third is None or word.lower not in verbs():
            continue
        heads = {word.i: first.i, noun.i: word.i, third.i: word.i}
        heads |= {k: word.i for k in noun.kids if tokens[k].dep == "cc"}
        as_verb = tuple(replace(t, tag=first.tag, pos="VERB", lemma=t.lower) if t is word else t for t in tokens)
        return _renamed(_reheaded(as_verb, heads), {word.i: "conj", noun.i: "dobj", third.i: "conj"})
    return tokens


def describing_participle(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Read a participle between a verb of showing and its object as an adjective: "shows promising results"."""
    for word in tokens:
        if word.tag != "VBG" or word.dep not in {"xcomp", "ccomp"}:
            continue
        verb, noun = tokens[word.head], _kid(tokens, word, "dobj")
        if word.i != verb.i + 1 or noun is None:
            continue
        if noun.i != word.i + 1 or verb.lemma not in english()["clause.displaying"]:
            continue
        heads = dict.fromkeys(word.kids, verb.i) | {noun.i: verb.i, word.i: noun.i}
        as_adjective = tuple(replace(t, pos="ADJ", tag="JJ", lemma=t.lower) if t is word else t for t in tokens)
        return _renamed(_reheaded(as_adjective, heads), {word.i: "amod"})
    return tokens


def candid_opening(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Read "to be fair" before a sentence as an aside, where no comma keeps the parser from its noun."""
    if len(tokens) < 5 or [t.lower for t in tokens[:2]] != ["to", "be"]:
        return tokens
    be, word = tokens[1], tokens[2]
    noun, verb = _kid(tokens, be, "attr", "dobj"), tokens[be.head]
    if word.lower not in english()["clause.candid"] or be.dep != "csubj" or noun is None or noun.i > verb.i:
        return tokens
    moved = {noun.i: verb.i, word.i: be.i}
    return _renamed(_reheaded(tokens, moved), {noun.i: "nsubj", word.i: "acomp", be.i: "advcl"})


def infinitive_of_noun(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Hang an infinitive on the noun it tells of, not on the verb before: "nothing replaces the freedom to roam"."""
    moved: dict[int, int] = {}
    for token in tokens:
        if token.dep != "xcomp" or token.tag != "VB":
            continue
        verb = tokens[token.head]
        noun = _kid(tokens, verb, "dobj")
        if noun is None or not verb.i < noun.i < token.i:
            continue
        first = min((tokens[k].i for k in token.kids), default=token.i)
        if noun.lemma in english()["clause.infinitive_nouns"] and first == noun.i + 1 and tokens[first].lower == "to":
            moved[token.i] = noun.i
    return _renamed(_reheaded(tokens, moved), dict.fromkeys(moved, "acl")) if moved else tokens


def noun_after_preposition(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Read a word right behind a preposition, tagged as a verb that has no subject, as its noun: "not about looks"."""
    named: dict[int, int] = {}
    for token in tokens[1:]:
        before = tokens[token.i - 1]
        bare = not any(tokens[k].dep in {"nsubj", "dobj", "aux", "auxpass", "mark"} for k in token.kids)
        if (
            token.tag == "VBZ"
            and before.tag == "IN"
            and before.dep == "prep"
            and bare
            and _kid(tokens, before, "pobj", "pcomp") is None
        ):
            named[token.i] = before.i
    if not named:
        return tokens
    nouns = tuple(replace(t, tag="NNS", pos="NOUN") if t.i in named else t for t in tokens)
    return _renamed(_reheaded(nouns, named), dict.fromkeys(named, "pobj"))


def reduced_relative_between(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Give the second of two finite verbs the subject the first took: "found that tea drunk late had no use"."""
    for second in tokens:
        if second.dep != "ccomp" or second.tag not in _FINITE or _kid(tokens, second, *_OWN) is not None:
            continue
        siblings = (tokens[k] for k in tokens[second.head].kids if k < second.i)
        first = next((t for t in siblings if t.dep == "ccomp" and t.tag in {"VBD", "VBN"}), None)
        noun = _kid(tokens, first, "nsubj") if first is not None else None
        if first is None or noun is None or any(t.dep == "cc" for t in tokens[first.i : second.i]):
            continue
        heads = {noun.i: second.i, first.i: noun.i}
        heads |= {k: second.i for k in first.kids if tokens[k].dep == "mark"}
        as_participle = tuple(replace(t, tag="VBN") if t is first else t for t in tokens)
        return _renamed(_reheaded(as_participle, heads), {first.i: "acl"})
    return tokens


_FINITE = frozenset({"VBZ", "VBP", "VBD"})
_OWN = ("nsubj", "nsubjpass", "csubj", "expl")


def listed_apposition(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Read the second thing of a list as one, not as another name of the first: "lacks proof, rules, or support"."""
    listed = {}
    for token in tokens:
        if token.dep != "appos":
            continue
        head = tokens[token.head]
        bare = _kid(tokens, token, "det", "poss", "relcl", "acl") is None and token.tag in {"NN", "NNS"}
        goes_on = _kid(tokens, token, "conj") is not None
        if bare and goes_on and head.tag in {"NN", "NNS"} and head.dep in {"dobj", "pobj", "nsubj", "nsubjpass"}:
            listed[token.i] = "conj"
    return _renamed(tokens, listed) if listed else tokens


def verb_taken_for_noun(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Read the second of two verbs as one where it looks like a noun: "can create worry and trigger pain"."""
    for word in tokens:
        thing, noun = tokens[word.head], tokens[min(word.i + 1, len(tokens) - 1)]
        verb = tokens[noun.head]
        joined = (
            word.dep == "conj" and thing.dep in {"nmod", "compound"} and thing.head == noun.i and noun.dep == "dobj"
        )
        if not joined or verb.tag not in {"VB", "VBP"} or word.tag != "NN" or word.lower not in _effects():
            continue
        heads = {thing.i: verb.i, word.i: verb.i, noun.i: word.i}
        heads |= {k: verb.i for k in thing.kids if tokens[k].dep == "cc"}
        as_verb = tuple(replace(t, tag=verb.tag, pos="VERB", lemma=t.lower) if t is word else t for t in tokens)
        return _renamed(_reheaded(as_verb, heads), {thing.i: "dobj", word.i: "conj", noun.i: "dobj"})
    return tokens


@cache
def _effects() -> frozenset[str]:
    """Return the verbs of one word that say that something comes about, grows or shrinks."""
    found = (p for p in core_pack().predicates.values() if p.effect)
    return frozenset(key for predicate in found for key in predicate.verbs if " " not in key)


def participle_in_content(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Read a participle behind "that" as describing the noun behind it: "proof that iced water soothes throats"."""
    for word in tokens:
        if word.dep != "relcl" or word.tag not in {"VBD", "VBN"}:
            continue
        that, verb = _kid(tokens, word, "nsubj"), _kid(tokens, word, "ccomp")
        noun = _kid(tokens, verb, "nsubj") if verb is not None else None
        if that is None or that.lower != "that" or verb is None or noun is None:
            continue
        if word.i != that.i + 1 or noun.i != word.i + 1:
            continue
        heads = {word.i: noun.i, that.i: verb.i, verb.i: word.head}
        as_adjective = tuple(replace(t, tag="JJ", pos="ADJ", lemma=t.lower) if t is word else t for t in tokens)
        return _renamed(_reheaded(as_adjective, heads), {word.i: "amod", that.i: "mark", verb.i: "acl"})
    return tokens


def helped_verb(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Read a bare verb behind "help" and its object as what the object is helped to do: "help towns save water"."""
    helpers = english()["clause.helping"]
    for word in tokens:
        if word.dep != "conj" or word.tag not in {"VB", "VBP"} or _kid(tokens, word, *_OWN, "aux") is not None:
            continue
        helping = next((t for t in reversed(tokens[: word.i]) if t.lemma in helpers and t.tag == "VB"), None)
        noun = _kid(tokens, helping, "dobj") if helping is not None else None
        if helping is None or noun is None or not helping.i < noun.i < word.i:
            continue
        if word.head == helping.i or any(t.dep == "cc" or t.text in {",", ";"} for t in tokens[noun.i : word.i]):
            continue
        as_bare = tuple(replace(t, tag="VB") if t is word else t for t in tokens)
        heads = {word.i: helping.i, noun.i: word.i}
        return _renamed(_reheaded(as_bare, heads), {word.i: "ccomp", noun.i: "nsubj"})
    return tokens


def opening_time(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Give the preposition that opens a sentence the noun the subject took: "In modern times more people read"."""
    opening = tokens[0]
    if opening.dep != "prep" or _kid(tokens, opening, "pobj", "pcomp") is not None:
        return tokens
    noun = next((t for t in tokens[1:4] if t.pos in {"NOUN", "PROPN"}), None)
    if noun is None or noun.dep not in {"npadvmod", "compound", "nmod"}:
        return tokens
    above = tokens[noun.head]
    if above.dep not in _OWN and tokens[above.head].dep not in _OWN:
        return tokens
    return _renamed(_reheaded(tokens, {noun.i: opening.i}), {noun.i: "pobj"})


def share_of_adjective(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Read the adjective behind a percentage as what is said, the percentage as how far: "wards are 88% full"."""
    for sign in tokens:
        adjective = tokens[min(sign.i + 1, len(tokens) - 1)]
        share = sign.lower in {"%", "percent"} and sign.dep == "attr"
        if share and adjective.head == sign.i and adjective.dep == "amod" and adjective.tag == "JJ":
            heads = {adjective.i: sign.head, sign.i: adjective.i}
            heads |= {k: adjective.i for k in sign.kids if k > adjective.i}
            return _renamed(_reheaded(tokens, heads), {adjective.i: "acomp", sign.i: "npadvmod"})
    return tokens


def hyphened_no(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Read "no" with a hyphen behind it as part of a compound, which denies nothing: "no-name chargers"."""
    joined = {t.i for t in tokens[:-1] if t.lower == "no" and tokens[t.i + 1].tag == "HYPH" and t.dep == "det"}
    return tuple(replace(t, tag="JJ", pos="ADJ", dep="amod") if t.i in joined else t for t in tokens)


def participle_after_for(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Read a participle behind "for" and a noun as telling of that noun: "a match for the strain now circulating"."""
    for word in tokens:
        mark, noun = _kid(tokens, word, "mark"), _kid(tokens, word, "nsubj")
        if word.dep != "relcl" or word.tag != "VBG" or mark is None or noun is None or mark.lower != "for":
            continue
        if _kid(tokens, word, "aux", "auxpass") is None:
            heads = {mark.i: word.head, noun.i: mark.i, word.i: noun.i}
            return _renamed(_reheaded(tokens, heads), {mark.i: "prep", noun.i: "pobj", word.i: "acl"})
    return tokens


def particle_and_preposition(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Hang a preposition behind a verb's particle on the verb: "went back to work", "moved away from plastic"."""
    particles = english()["predicate.particles"]
    moved = {}
    for prep in tokens[1:]:
        particle = tokens[prep.i - 1]
        behind = particle.dep == "advmod" and tokens[particle.head].pos == "VERB" and particle.head == particle.i - 1
        if prep.dep == "prep" and prep.head == particle.i and behind and particle.lower in particles:
            moved[prep.i] = particle.head
    return _reheaded(tokens, moved) if moved else tokens


def noun_after_help(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Read a lone bare verb behind "help" as what is helped, a noun: "tea helps sleep"."""
    helpers = english()["clause.helping"]
    nouns = {}
    for word in tokens[1:]:
        helping = tokens[word.i - 1]
        lone = all(tokens[k].dep in {"punct", "cc", "conj", "prep"} for k in word.kids)
        goes_on = _kid(tokens, word, "conj")
        helped = word.head == helping.i and helping.lemma in helpers and word.dep in {"xcomp", "ccomp"}
        if word.tag == "VB" and helped and lone and (goes_on is None or goes_on.pos == "NOUN"):
            nouns[word.i] = "dobj"
    as_nouns = tuple(replace(t, tag="NN", pos="NOUN", lemma=t.lower) if t.i in nouns else t for t in tokens)
    return _renamed(as_nouns, nouns) if nouns else tokens


def verbs_after_help(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Read the first of several bare verbs behind "help" as one: "helps clean, wax and seal wooden floors"."""
    helpers = english()["clause.helping"]
    for word in tokens:
        last = word
        while (following := _kid(tokens, last, "conj")) is not None and following.tag == "VB":
            last = following
        bare = word.tag == "VB" and word.dep == "dobj" and tokens[word.head].lemma in helpers
        if bare and last is not word and _kid(tokens, last, "dobj") is not None:
            return _renamed(tokens, {word.i: "xcomp"})
    return tokens


def present_of_plural(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Read a bare verb with a plural subject and no auxiliary as its present: "the gains outweigh the costs"."""
    finite = set()
    for verb in tokens:
        who = _kid(tokens, verb, "nsubj")
        bare = verb.tag == "VB" and verb.head == verb.i and _kid(tokens, verb, "aux", "mark") is None
        if bare and who is not None and who.tag in {"NNS", "NNPS"} and who.i < verb.i:
            finite.add(verb.i)
    return tuple(replace(t, tag="VBP") if t.i in finite else t for t in tokens) if finite else tokens


def subject_of_auxiliary(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Hang a subject on the verb, not on its auxiliary: "prices have more than doubled"."""
    moved = {t.i: tokens[t.head].head for t in tokens if t.dep in _OWN and tokens[t.head].dep in {"aux", "auxpass"}}
    return _reheaded(tokens, moved) if moved else tokens


def gerund_with_pronoun(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Read "it" behind a gerund that opens a clause as the gerund's object: "boiling it kills the yeast"."""
    for gerund in tokens[:-2]:
        it, before = tokens[gerund.i + 1], tokens[gerund.i - 1]
        opens = gerund.i == 0 or before.pos in {"PUNCT", "CCONJ", "SCONJ"}
        if gerund.tag != "VBG" or not opens or it.lower not in {"it", "them"} or it.dep != "nsubj":
            continue
        verb = tokens[it.head]
        if gerund.head == verb.i and verb.i > it.i and not any(t.text == "," for t in tokens[it.i : verb.i]):
            heads = {it.i: gerund.i, gerund.i: verb.i}
            as_verb = tuple(replace(t, pos="VERB") if t is gerund else t for t in tokens)
            return _renamed(_reheaded(as_verb, heads), {it.i: "dobj", gerund.i: "csubj"})
    return tokens


def who_behind_place(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Give "who" behind a person and their place the person: "Ada Moss, from Leeds, who said"."""
    for verb in tokens:
        who, place = _kid(tokens, verb, "nsubj"), tokens[verb.head]
        prep = tokens[place.head]
        if verb.dep != "relcl" or who is None or who.lower != "who" or place.dep != "pobj" or prep.dep != "prep":
            continue
        name = tokens[prep.i - 2] if prep.i > 1 else prep
        set_off = tokens[prep.i - 1].text == "," and tokens[who.i - 1].text == ","
        if prep.lower in {"from", "of", "in", "at", "near"} and set_off and name.tag in {"NNP", "NN"}:
            return _reheaded(tokens, {verb.i: name.i, prep.i: name.i})
    return tokens


def object_of_opening_infinitive(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Give the object back to an infinitive that opens a sentence: "To quote Ada Moss, the figures are wrong"."""
    for thing in tokens[2:]:
        who = _kid(tokens, thing, "appos")
        if thing.dep not in {"nsubj", "nsubjpass"} or who is None or who.i < thing.i or who.i > tokens[thing.head].i:
            continue
        first = min([thing.i, *(k for k in thing.kids if k < thing.i)])
        verb = tokens[first - 1]
        opens = verb.tag == "VB" and verb.dep == "advcl" and verb.head == thing.head and first == verb.i + 1
        if opens and tokens[first - 2].lower == "to" and _kid(tokens, verb, "dobj") is None:
            heads = {thing.i: verb.i, who.i: thing.head}
            return _renamed(_reheaded(tokens, heads), {thing.i: "dobj", who.i: thing.dep})
    return tokens


def wished_clause(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Read what is wanted to be done as a clause, not as telling of a noun: "wants the cuts to be reversed"."""
    causing = english()["clause.causative"]
    for verb in tokens:
        noun = tokens[verb.head]
        wish = tokens[noun.head]
        to = any(tokens[k].dep == "aux" and tokens[k].lower == "to" for k in verb.kids)
        passive = _kid(tokens, verb, "auxpass") is not None and _kid(tokens, verb, *_OWN) is None
        if verb.dep == "relcl" and to and passive and noun.dep == "dobj" and wish.lemma in causing and noun.i > wish.i:
            heads = {noun.i: verb.i, verb.i: wish.i}
            return _renamed(_reheaded(tokens, heads), {noun.i: "nsubjpass", verb.i: "ccomp"})
    return tokens


def grown_noun(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Part a comparative from the noun it is said of: "the older the roof, the weaker your beams"."""
    for word in tokens[2:-1]:
        noun = tokens[word.head]
        opens = [t.lower for t in tokens[word.i - 2 : word.i]] == [",", "the"] and word.tag in {"JJR", "RBR"}
        graded = any(t.tag in {"JJR", "RBR"} and tokens[t.i - 1].lower == "the" for t in tokens[1 : word.i - 1])
        if opens and graded and word.dep == "amod" and tokens[word.i + 1].tag in {"DT", "PRP$"}:
            heads = {word.i: noun.head if noun.head != noun.i else noun.i, word.i - 1: word.i}
            return _renamed(_reheaded(tokens, heads), {word.i: "dep"})
    return tokens


def last_of_subjects(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Hang the last of several subjects on the ones before: "trams, ferries, and buses run late"."""
    for verb in tokens:
        subjects = [tokens[k] for k in verb.kids if tokens[k].dep in {"nsubj", "nsubjpass"} and k < verb.i]
        if len(subjects) != 2:
            continue
        first, last = subjects
        opening = min([last.i, *(k for k in last.kids if k < last.i)])
        joint = tokens[opening - 1]
        before = tokens[joint.head]
        listed = before is first or (before.head == first.i and before.dep in {"conj", "appos"})
        if joint.dep == "cc" and joint.lower in {"and", "or"} and listed and joint.i > first.i:
            named = {last.i: "conj", **({before.i: "conj"} if before is not first else {})}
            return _renamed(_reheaded(tokens, {last.i: before.i}), named)
    return tokens


#: The repairs, in order.
REPAIRS: tuple[Repair, ...] = (
    clausal_object,
    infinitive_conjunct,
    reduced_relative,
    noun_conjunct,
    content_conjunct,
    second_of_three_verbs,
    describing_participle,
    candid_opening,
    infinitive_of_noun,
    noun_after_preposition,
    reduced_relative_between,
    listed_apposition,
    verb_taken_for_noun,
    participle_in_content,
    helped_verb,
    opening_time,
    share_of_adjective,
    hyphened_no,
    participle_after_for,
    particle_and_preposition,
    noun_after_help,
    verbs_after_help,
    present_of_plural,
    subject_of_auxiliary,
    gerund_with_pronoun,
    who_behind_place,
    object_of_opening_infinitive,
    last_of_subjects,
    wished_clause,
    grown_noun,
)


def repaired(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Return the tokens of a sentence with the known slips mended."""
    for repair in REPAIRS:
        tokens = repair(tokens)
    return tokens


def _reheaded(tokens: Sequence[Token], moved: Mapping[int, int]) -> tuple[Token, ...]:
    """Return the tokens with new heads, dependents brought up to date."""
    heads = [moved.get(t.i, t.head) for t in tokens]
    kids: list[list[int]] = [[] for _ in tokens]
    for i, head in enumerate(heads):
        if head != i:
            kids[head].append(i)
    return tuple(replace(t, head=heads[t.i], kids=tuple(kids[t.i])) for t in tokens)


def _renamed(tokens: Sequence[Token], named: Mapping[int, str]) -> tuple[Token, ...]:
    """Return the tokens, some with another relation to their head."""
    return tuple(replace(t, dep=named[t.i]) if t.i in named else t for t in tokens)


def _kid(tokens: Sequence[Token], token: Token, *deps: str) -> Token | None:
    """Return the first dependent of one of some relations."""
    return next((tokens[k] for k in token.kids if tokens[k].dep in deps), None)
