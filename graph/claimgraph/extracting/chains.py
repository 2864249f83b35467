"""The chain of verbs of a clause: "have been shown to be able to heal" ends with the verb that means something."""

from dataclasses import dataclass

from claimgraph.extracting.clauses import SUBJECTS, VERBAL
from claimgraph.knowledge.english import English
from claimgraph.language.parsed import Sentence, Token

#: The most verbs that one chain goes on by.
_LONGEST = 6


@dataclass(frozen=True, slots=True)
class Chain:
    """The verbs of a clause from the outermost to the one that means something.

    Attributes:
        verbs: indices of the verbs, in order.
        head: index of the token that carries the meaning, the last verb or a copula's adjective.
        weakeners: indices of the tokens in between that weaken (capacity nouns, "likely").
        deniers: indices of those that deny ("fail", "unable", "too").
        via: indices of nouns and adjectives that the chain went through.
    """

    verbs: tuple[int, ...]
    head: int
    weakeners: tuple[int, ...] = ()
    deniers: tuple[int, ...] = ()
    via: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class _Link:
    """One step of a chain.

    Attributes:
        verb: that goes on the chain.
        through: the noun or adjective it goes through, None where the verb hangs on the verb before it.
    """

    verb: Token
    through: Token | None = None


def chain(sentence: Sentence, start: int, english: English) -> Chain:
    """Return the chain of verbs that begins with one: "have been shown to help" ends with "help".

    Args:
        sentence: the verb's.
        start: index of the outermost verb.
        english: the word lists.
    """
    found = _shared(sentence, sentence.tokens[start], english) or Chain((start,), start)
    for _ in range(_LONGEST):
        here = sentence.tokens[found.head]
        link = _next(sentence, here, english)
        if link is None:
            break
        through = (link.through.i,) if link.through is not None else ()
        weak = link.through is not None and _weakens(sentence, link.through, english)
        found = Chain(
            verbs=(*found.verbs, link.verb.i),
            head=link.verb.i,
            weakeners=(*found.weakeners, *(through if weak else ())),
            deniers=(*found.deniers, *_deniers(sentence, here, link, english)),
            via=(*found.via, *through),
        )
    return found


def _weakens(sentence: Sentence, word: Token, english: English) -> bool:
    """Say whether a chain that goes through a noun or adjective says less than without it: "has the potential to"."""
    firm = word.lemma in english.of("capacity.firm", "capacity.means") or word.lemma in _NOTHING
    return not firm and not _is_too(sentence, word) and not _set_beside(sentence, word)


def _set_beside(sentence: Sentence, word: Token) -> bool:
    """Say whether how likely a thing is only compares: "twice as likely to fall as", "more likely to get gout if"."""
    graded = sentence.has(word.i, ("more", "less", "as", "equally"), "advmod")
    return word.lemma in {"likely", "unlikely"} and graded


def _shared(sentence: Sentence, verb: Token, english: English) -> Chain | None:
    """Return the chain that leads to the infinitive a bare one is coordinated with: "failed to cut costs or save"."""
    if verb.tag != "VB" or verb.dep != "conj":
        return None
    first = verb
    while first.dep == "conj" and first.head != first.i:
        first = sentence.tokens[first.head]
    own = sentence.kid(verb.i, *SUBJECTS) is not None or any(k.lower != "to" for k in sentence.kids(verb.i, "aux"))
    if verb.i == first.i or own or first.tag != "VB" or first.dep not in {"xcomp", "ccomp", "acl"}:
        return None
    leading = [t for t in sentence.ancestors(first.i) if t.pos in VERBAL][:_LONGEST]
    above = next((c for t in reversed(leading) if first.i in (c := chain(sentence, t.i, english)).verbs), None)
    if above is None:
        return None
    before = above.verbs[: above.verbs.index(first.i)]
    kept = (tuple(i for i in cues if i < first.i) for cues in (above.weakeners, above.deniers, above.via))
    return Chain((*before, verb.i), verb.i, *kept)


def _deniers(sentence: Sentence, here: Token, link: _Link, english: English) -> tuple[int, ...]:
    """Return the tokens of one step that deny what comes below."""
    word = link.through
    if word is None:
        gives_up = here.lemma in english["capacity.giving_up"] and link.verb.dep == "xcomp"
        return (here.i,) if gives_up else _still_open(sentence, here, link.verb)
    found = []
    found += [word.i] * (word.lemma in {"far", "unlikely"})
    negative = word.lemma in english.of("negative_nouns", "negative_adjectives")
    found += [word.i] * (negative or _is_too(sentence, word) or (here.lemma == "do" and word.lower in _NOTHING))
    found += [k.i for k in sentence.kids(word.i, "advmod") if k.lower in {"less", "least"}]
    gives_up = here.lemma == "lack" or (here.lemma in english["capacity.giving_up"] and link.verb.dep == "xcomp")
    return (*found, here.i) if gives_up else tuple(found)


def _still_open(sentence: Sentence, here: Token, below: Token) -> tuple[int, ...]:
    """Return what tells that a thing is not done so far: "has yet to be proven", "remains to be seen"."""
    if not has_to(sentence, below):
        return ()
    if here.lemma == "remain" and sentence.kid(below.i, "auxpass") is not None:
        return (here.i,)
    yet = (k for k in sentence.kids(here.i, "advmod") if k.lower == "yet" and here.i < k.i < below.i)
    return tuple(k.i for k in yet if here.lemma in {"have", "be"})


def _is_too(sentence: Sentence, word: Token) -> bool:
    """Say whether an adjective has "too" before it: "too weak to hold" does not hold."""
    return sentence.has(word.i, ("too",), "advmod")


def _next(sentence: Sentence, here: Token, english: English) -> _Link | None:
    """Return the step that goes on the chain."""
    verbs = (k for k in sentence.kids(here.i, "xcomp") if k.pos in VERBAL)
    below = next((k for k in verbs if sentence.kid(k.i, "mark") is None), None)
    if below is not None and not sentence.kid(here.i, "dobj") and not sentence.kid(below.i, *SUBJECTS):
        if (here.lemma == "say" and here.tag != "VBN") or _asks(sentence, below):
            return None
        beside = sentence.kid(here.i, "acomp") if here.lemma == "be" else None
        if beside is not None and beside.pos == "ADJ" and beside.lemma in english["capacity_adjectives"]:
            return _Link(below, beside)
        passes = here.lemma in english["clause.transparent"] or here.tag in {"VBN", "VBD"} or has_to(sentence, below)
        return _Link(below) if passes else None
    return (
        _helped(sentence, here, english)
        or _through_adjective(sentence, here, english)
        or _through_noun(sentence, here, english)
    )


def _asks(sentence: Sentence, verb: Token) -> bool:
    """Say whether an infinitive tells how, when or where: "explains how to prune"."""
    return any(k.tag in {"WRB", "WP"} and k.i < verb.i for k in sentence.kids(verb.i))


def _is_one_of_its_kind(sentence: Sentence, noun: Token) -> bool:
    """Say whether a means is set above or apart from others: "the cheapest way", "the only method"."""
    return any(k.tag in {"JJR", "JJS"} or k.lower == "only" for k in sentence.kids(noun.i, "amod"))


def _helped(sentence: Sentence, here: Token, english: English) -> _Link | None:
    """Return the step to what somebody is helped to do to something: "helps farmers to protect cherries"."""
    if here.lemma not in english["clause.helping"]:
        return None
    below = (k for k in sentence.kids(here.i, "ccomp", "xcomp") if k.tag == "VB" and k.i > here.i)
    return next((_Link(k) for k in below if sentence.kid(k.i, "dobj", "conj") is not None), None)


def _through_adjective(sentence: Sentence, here: Token, english: English) -> _Link | None:
    """Return the step through an adjective: "is able to heal", "is too weak to hold"."""
    adjective = next((k for k in sentence.kids(here.i, "acomp", "oprd") if k.pos == "ADJ"), None)
    verb = _governed(sentence, adjective) if adjective is not None else None
    if adjective is None or verb is None:
        return None
    of_object = sentence.kid(here.i, "dobj") is not None
    too = _is_too(sentence, adjective) and not _is_time(sentence, here, english)
    leads = adjective.lemma in english["capacity_adjectives"] or too
    return _Link(verb, adjective) if leads and not of_object else None


def _is_time(sentence: Sentence, here: Token, english: English) -> bool:
    """Say whether a verb is said of a counted time, which does nothing itself: "two years is too short to judge"."""
    who = sentence.kid(here.i, "nsubj")
    return who is not None and who.lemma in english["argument.times"] and sentence.kid(who.i, "nummod") is not None


def _through_noun(sentence: Sentence, here: Token, english: English) -> _Link | None:
    """Return the step through a noun: "has the ability to heal"."""
    if here.lemma == "do":
        return _hardly(sentence, here)
    if here.lemma not in english["capacity.having"]:
        return None
    able = english.of("capacity_nouns", *(["capacity.means"] if here.lemma == "be" else []))
    noun = next((k for k in sentence.kids(here.i, "dobj", "attr") if k.lemma in able), None)
    if noun is None or sentence.kid(here.i, "dative") is not None:
        return None
    if noun.lemma in english["capacity.means"] and _is_one_of_its_kind(sentence, noun):
        return None
    beside = (k for k in sentence.kids(here.i, "xcomp") if k.pos in VERBAL and has_to(sentence, k))
    verb = _governed(sentence, noun) or next(beside, None)
    if verb is None or (noun.lemma in english["capacity.means"] and not _has_object(sentence, verb)):
        return None
    return _Link(verb, noun)


def _has_object(sentence: Sentence, verb: Token) -> bool:
    """Say whether a verb, or the one below it, has an object."""
    below = sentence.kid(verb.i, "xcomp")
    return any(sentence.kid(v.i, "dobj") is not None for v in (verb, below) if v is not None)


def _hardly(sentence: Sentence, here: Token) -> _Link | None:
    """Return the step through next to nothing: "does little to reduce it", "do nothing to help"."""
    noun = next((k for k in sentence.kids(here.i, "dobj") if k.lower in _NOTHING), None)
    verb = _governed(sentence, noun) if noun is not None else None
    beside = next((k for k in sentence.kids(here.i, "xcomp", "advcl") if has_to(sentence, k)), None)
    below = verb or beside
    return _Link(below, noun) if noun is not None and below is not None else None


_NOTHING = frozenset({"little", "nothing"})


def has_to(sentence: Sentence, verb: Token) -> bool:
    """Say whether a verb has the particle "to" before it."""
    return any(k.lower == "to" and k.pos == "PART" for k in sentence.kids(verb.i, "aux"))


def _governed(sentence: Sentence, word: Token) -> Token | None:
    """Return the verb an adjective or noun governs: "able to heal", "capable of healing", "the ability to heal"."""
    for kid in sentence.kids(word.i):
        if kid.dep in {"xcomp", "acl", "ccomp", "relcl"} and kid.pos in VERBAL and has_to(sentence, kid):
            return kid
        gerund = sentence.kid(kid.i, "pcomp") if kid.dep == "prep" and kid.lower != "than" else None
        if gerund is not None and gerund.pos == "VERB":
            return gerund
    return None


def is_passive(sentence: Sentence, verbs: tuple[int, ...], english: English) -> bool:
    """Say whether the last verb of a chain is a passive.

    It has its auxiliary, is a reduced relative clause, has an agent, or shares the auxiliary of the verb it is
    coordinated with.

    Args:
        sentence: the chain's.
        verbs: indices of its verbs.
        english: the word lists.
    """
    verb = sentence.tokens[verbs[-1]]
    has_object = sentence.kid(verb.i, "dobj") is not None
    auxiliary = sentence.kid(verb.i, "auxpass")
    if auxiliary is not None and auxiliary.lower == "'s" and has_object:
        return False
    if auxiliary is not None or sentence.kid(verb.i, "nsubjpass") is not None:
        return True
    if verb.tag not in {"VBN", "VBD"}:
        return False
    bare = sentence.kid(verb.i, "nsubj", "aux") is None
    reduced = bare and verb.dep in {"acl", "relcl"}
    by_agent = not has_object and sentence.kid(verb.i, "agent") is not None
    receives = not has_object or verb.lemma in english["clause.giving"]
    set_off = bare and receives and _set_off(sentence, verb, english)
    return reduced or by_agent or set_off or (bare and receives and _shares_auxiliary(sentence, verb))


def _set_off(sentence: Sentence, verb: Token, english: English) -> bool:
    """Say whether a participle behind a comma tells what its subject underwent: "the van runs, serviced every year"."""
    first = sentence.tokens[verb.head]
    if verb.tag != "VBN" or first.tag not in {"VBZ", "VBP", "VBD"}:
        return False
    if verb.i == 0:
        return verb.dep == "advcl"
    behind = verb.dep == "conj" or (verb.dep == "advcl" and verb.i > first.i and not _happens(verb, english))
    return behind and first.lemma != "be" and sentence.tokens[verb.i - 1].text == ","


def _happens(verb: Token, english: English) -> bool:
    """Say whether nobody does a verb to a thing, so that its past is no passive: "prices fell, gone by noon"."""
    return verb.lemma in english.of("clause.intransitive", "reference.inert")


def _shares_auxiliary(sentence: Sentence, verb: Token) -> bool:
    """Say whether a coordinated participle shares the passive auxiliary before it."""
    first = sentence.tokens[verb.head]
    while first.dep == "conj" and first.tag == "VBN" and sentence.kid(first.i, *SUBJECTS, "aux", "auxpass") is None:
        first = sentence.tokens[first.head]
    passive = first.lemma == "be" or sentence.kid(first.i, "auxpass") is not None
    return verb.dep == "conj" and verb.tag == "VBN" and passive
