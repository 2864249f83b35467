"""Readings of a claim: the plain shapes in which it can meet another, whatever words it was made in."""

from collections.abc import Callable, Iterator
from dataclasses import replace

from claimgraph.knowledge import Predicate
from claimgraph.knowledge.english import english
from claimgraph.model import Proposition, Term
from claimgraph.model.identity import ONTOLOGY
from claimgraph.relating.comparing import IS_A, comparison
from claimgraph.relating.harming import read_safety
from claimgraph.relating.reducing import joined
from claimgraph.relating.shapes import GENERAL, Reading, Slot, Wording, subject_slot
from claimgraph.relating.slots import rival
from claimgraph.relating.turning import caused, turned
from claimgraph.relating.valuing import read_value
from claimgraph.relating.ways import Background, Way, core

REPLACES = (ONTOLOGY + "replaces", ONTOLOGY + "isAlternativeTo")
HAS, LACKS = ONTOLOGY + "has", ONTOLOGY + "lacks"
#: What rises or falls by itself where nothing is named that it raises or lowers.
TRENDS = (ONTOLOGY + "increases", ONTOLOGY + "decreases")
RISES = ONTOLOGY + "rises"
#: What a thing is used for, which says nothing of how well it does it.
USED = frozenset(ONTOLOGY + name for name in ("usedToTreat", "usedFor"))
INVESTIGATES = ONTOLOGY + "investigates"
#: Kinds of concept that are things.
THINGS = frozenset({"Substance", "Cell"})
#: Levels of ground that take an effect for granted.
PROMISED = frozenset({"promising", "shown", "proven"})


def readings(wording: Wording, background: Background) -> tuple[Reading, ...]:
    """Return the readings of a wording, most telling first; none where a pronoun is left for its subject."""
    subject = wording.content.subject.label.strip().casefold()
    if not subject or subject in background.unnamed:
        return ()
    plain = replace(wording, content=turned(wording.content, background))
    effect = caused(wording.content, wording.cause, background)
    if effect is None:
        each = _each(plain) if plain.affirmed else ()
        return tuple(found for one in (plain, *each) for found in _read(one, background))
    found = _read(replace(wording, content=effect), background)
    return (*found, *_read(plain, background)) if wording.affirmed else found


def _each(wording: Wording) -> Iterator[Wording]:
    """Yield a claim of a risk of two things as a claim of either ("a lower risk of diabetes and liver disease")."""
    thing = wording.content.object
    measure, _, of = thing.label.partition(" of ") if thing and thing.concept is None else ("", "", "")
    if measure.rpartition(" ")[2] not in english()["relating.chances"] or " and " not in of:
        return
    for one in joined(of.split()):
        yield replace(wording, content=replace(wording.content, object=Term(f"{measure} of {one}")))


def _read(wording: Wording, background: Background) -> tuple[Reading, ...]:
    predicate = background.predicate(wording.content.predicate)
    if predicate and predicate.iri in IS_A and wording.content.object:
        predicate = background.copula(wording.content.object) or predicate
    return tuple(found for reader in READERS for found in reader(wording, predicate, background))


def _object(term: Term, background: Background) -> Slot:
    return Slot("object", term.label, background.object_ways(term))


def _read_order(wording: Wording, predicate: Predicate | None, background: Background) -> Iterator[Reading]:
    found = comparison(wording.content, predicate, background, wording.done)
    if found is None:
        return
    slots = (
        subject_slot(wording.content.subject, background),
        Slot("comparator", found.other.label, background.subject_ways(found.other)),
    )
    yield Reading("order", slots, found.direction, wording.affirmed, found.topic)


def _read_effect(wording: Wording, predicate: Predicate | None, background: Background) -> Iterator[Reading]:
    if predicate is None or predicate.comparative or predicate.evidential or wording.relative:
        return
    if any(rival(q) for q in wording.content.qualifiers):
        return
    effect = _effect(predicate, background) or _had(predicate, wording.content.object, background)
    if effect is None:
        return
    direction, denied = effect
    affirmed = wording.affirmed != denied
    subject = subject_slot(wording.content.subject, background)
    if wording.content.object is None or predicate.iri != _own(wording, background):
        if predicate.iri in TRENDS:
            trend = Slot("predicate", predicate.label, (Way(RISES, "same", predicate.effect),))
            yield Reading("fact", (subject, trend), 1, affirmed)
        if _good(predicate, background) and predicate.effect >= 0:
            yield Reading("effect", (subject, _general(predicate.label)), 1, affirmed)
        return
    if wording.aimed and background.general(wording.content.object):
        return
    slot, helped = _outcome(wording.content.object, predicate, background, direction)
    if wording.nothing and not affirmed and slot.ways[0].key == GENERAL:
        helped = abs(helped)
    yield Reading("effect", (subject, slot), helped, affirmed)


def _read_promise(wording: Wording, predicate: Predicate | None, background: Background) -> Iterator[Reading]:
    """Yield the effect that a claim of promise or proof takes for granted ("shows promise for", "is proven for")."""
    content = wording.content
    if predicate is None or predicate.evidential not in PROMISED or not wording.affirmed or wording.relative:
        return
    subject, concept = subject_slot(content.subject, background), None
    if content.object is not None and not background.general(content.object):
        concept = background.treated(content.object)
    if content.object is None or concept is None or not background.wanted(concept):
        yield Reading("effect", (subject, _general(predicate.label)), 1, True)
        return
    ways = (
        *background.object_ways(Term(concept.label, concept.iri)),
        Way(GENERAL, "broader", background.wanted(concept), True, 0.85),
    )
    yield Reading("effect", (subject, Slot("object", content.object.label, ways)), background.wanted(concept), True)


def _own(wording: Wording, background: Background) -> str | None:
    """Return the IRI of the predicate as it was extracted, before a copula and its adjective became one."""
    found = background.predicate(wording.content.predicate)
    return found.iri if found else None


def _effect(predicate: Predicate, background: Background) -> tuple[int, bool] | None:
    """Return the direction of a predicate's effect and whether it denies it; None where it has none."""
    known = background.pack.predicates
    for iri in (predicate.iri, *background.pack.entailed(predicate.iri)):
        near = known.get(iri)
        if near and (near.effect or near.beneficial):
            return (near.effect or 1), False
    for iri in predicate.opposites:
        other = known.get(iri)
        if other and predicate.effect == 0 and (other.effect or other.beneficial or iri.endswith("isEffectiveFor")):
            return (other.effect or 1), True
    return None


def _had(predicate: Predicate, term: Term | None, background: Background) -> tuple[int, bool] | None:
    """Return the effect of having an outcome that is sought ("has fuller hair"), None for any other having."""
    if term is None or predicate.iri != HAS:
        return None
    concept = background.concept(term)
    sought = background.general(term) or (background.wanted(concept) if concept else 0)
    return (1, False) if sought > 0 else None


def _good(predicate: Predicate, background: Background) -> bool:
    """Say whether a predicate is good for its object, or denies being so; what only opposes a good one is not."""
    known = background.pack.predicates
    near = [predicate.iri, *background.pack.entailed(predicate.iri)]
    if predicate.effect == 0 and not predicate.beneficial:
        near += predicate.opposites
    return any(known[iri].beneficial for iri in near if iri in known)


def _outcome(term: Term, predicate: Predicate, background: Background, direction: int) -> tuple[Slot, int]:
    """Return the slot of what is brought about or hindered, and the direction of its own way."""
    general = background.general(term)
    helps = _good(predicate, background) or "help" in predicate.verbs
    if general:
        return Slot("object", term.label, (Way(GENERAL),)), general * (1 if helps else direction)
    concept = background.concept(term)
    wanted = background.sought(term)
    if helps and (concept or wanted):
        direction = wanted or direction
    ways = background.object_ways(term)
    sort = concept is None or concept.kind == "Population" or background.sort_of_result(concept)
    if sort and predicate.iri not in USED and ((helps and predicate.effect <= 0) or wanted * direction > 0):
        ways = (*ways, Way(GENERAL, "broader", direction, True, 0.85))
    return Slot("object", term.label, ways), direction


def _general(label: str) -> Slot:
    return Slot("object", label, (Way(GENERAL),))


def _read_kind(wording: Wording, predicate: Predicate | None, background: Background) -> Iterator[Reading]:
    content = wording.content
    plain = background.predicate(content.predicate)
    if content.object is None and plain is None:
        yield from _read_participle(content, wording.affirmed, background)
        return
    if content.object is None or not _copula(plain, content.predicate) or comparison(content, plain, background):
        return
    subject = subject_slot(content.subject, background)
    yield Reading("kind", (subject, _object(content.object, background)), 1, wording.affirmed)
    yield from _read_scale(content.object, subject, wording.affirmed, background)
    yield from _read_effective(content.object, subject, wording.affirmed, background)
    for told in _described(content.object):
        yield Reading("kind", (subject, _object(told, background)), 1, wording.affirmed)


def _read_effective(term: Term, subject: Slot, affirmed: bool, background: Background) -> Iterator[Reading]:
    """Yield the effect that an adjective is named after: what is addictive brings about addiction."""
    word = term.label.casefold()
    if term.concept is not None or not word.isalpha():
        return
    named = word.removesuffix("ive") + "ion"
    nouns = background.lexicon.family(word) | ({named} if word.endswith("ive") else set())
    for noun in sorted(nouns):
        if background.sought(Term(noun)):
            yield Reading("effect", (subject, _object(Term(noun), background)), 1, affirmed)


def _described(term: Term) -> Iterator[Term]:
    """Yield the adjectives before a noun that says nothing more: "an inexpensive option" is inexpensive."""
    words = term.label.casefold().split(" of ")[0].split(" for ")[0].split()
    if term.concept is None and len(words) > 1 and words[-1] in english()["relating.general"]:
        yield from (Term(word) for word in words[:-1] if word not in english()["relating.general"] | {"and", "less"})


def _read_participle(content: Proposition, affirmed: bool, background: Background) -> Iterator[Reading]:
    """Yield the kind reading of "be closed", whose participle may as well be an adjective."""
    first, _, word = content.predicate.label.partition(" ")
    if first == "be" and word.isalpha():
        term = Term(word)
        yield Reading("kind", (subject_slot(content.subject, background), _object(term, background)), 1, affirmed)


def _read_scale(term: Term, subject: Slot, affirmed: bool, background: Background) -> Iterator[Reading]:
    standing = background.scale(term)
    if standing is None:
        return
    iri, rank, ranks = standing
    slot = Slot("object", term.label, (Way(iri),))
    yield Reading("scale", (subject, slot), 1, affirmed, str(ranks), rank)


def _copula(predicate: Predicate | None, term: Term) -> bool:
    return predicate.iri in IS_A if predicate else term.label in ("be", "be a")


def _read_ground(wording: Wording, predicate: Predicate | None, background: Background) -> Iterator[Reading]:
    content = wording.content
    turned = predicate is not None and predicate.iri == INVESTIGATES and content.object is not None
    subject = subject_slot(content.object if turned and content.object else content.subject, background)
    if predicate and predicate.evidential:
        lacking = predicate.evidential == "untested"
        affirmed = wording.affirmed != lacking
        level = "proven" if lacking else "studied" if turned else predicate.evidential
        yield Reading("ground", (subject,), 1, affirmed, level)
    elif (backed := _backed(content, predicate)) is not None:
        yield Reading("ground", (subject_slot(backed[0], background),), 1, wording.affirmed != backed[1], "proven")
    elif wording.tested and wording.affirmed and predicate and _effect(predicate, background):
        yield Reading("ground", (subject,), 1, True, "shown")


def _backed(content: Proposition, predicate: Predicate | None) -> tuple[Term, bool] | None:
    """Return what has or lacks evidence, and whether it is lacking; None where no evidence is spoken of."""
    named, thing = english()["relating.evidence"], content.object
    if thing is None:
        return None
    having = predicate is not None and predicate.iri in (LACKS, HAS)
    if having and predicate is not None and _head(thing) in named:
        return content.subject, predicate.iri == LACKS
    existing = content.predicate.label.startswith("there be") and _head(content.subject) in named
    return (thing, False) if existing else None


def _head(term: Term) -> str:
    """Return the last word of a term before its first preposition."""
    return core(term.label.casefold()).rpartition(" ")[2]


def _read_substitute(wording: Wording, predicate: Predicate | None, background: Background) -> Iterator[Reading]:
    content = wording.content
    if predicate is None or predicate.iri not in REPLACES or content.object is None:
        return
    ways = background.subject_ways(content.object)
    slot = Slot("object", content.object.label, (*ways, Way(GENERAL, "broader", 1, True, 0.75)))
    if wording.whole:
        slot = replace(slot, ways=(Way(GENERAL, "same", 1, False, 0.9),))
    yield Reading("substitute", (subject_slot(content.subject, background), slot), 1, wording.affirmed)


def _read_fact(wording: Wording, predicate: Predicate | None, background: Background) -> Iterator[Reading]:
    content = wording.content
    if predicate and (predicate.comparative or predicate.evidential or predicate.iri in (*REPLACES, *IS_A)):
        return
    if predicate is None and (_copula(None, content.predicate) or comparison(content, None, background)):
        return
    subject = subject_slot(content.subject, background)
    ways = background.predicate_ways(predicate) if predicate else background.verb_ways(content.predicate.label)
    verb = Slot("predicate", content.predicate.label, ways)
    if content.object is None or (predicate and predicate.iri != _own(wording, background)):
        named = replace(subject, ways=tuple(way for way in subject.ways if predicate or not way.up))
        yield Reading("fact", (named, verb), 1, wording.affirmed)
        return
    effective = predicate and (_effect(predicate, background) or _had(predicate, content.object, background))
    if not effective or (predicate and predicate.entails and _thing(content.object, background)):
        yield Reading("fact", (subject, verb, _object(content.object, background)), 1, wording.affirmed)
    inverse = background.pack.predicates.get(predicate.inverse or "") if predicate else None
    if inverse:
        first = Slot("subject", content.object.label, background.subject_ways(content.object))
        last = Slot("object", content.subject.label, background.object_ways(content.subject))
        turned = tuple(replace(way, step="inverse") for way in background.predicate_ways(inverse))
        verb = Slot("predicate", content.predicate.label, turned)
        yield Reading("fact", (first, verb, last), 1, wording.affirmed)


def _thing(term: Term, background: Background) -> bool:
    """Say whether a term is a thing, which can be had along, rather than something that comes about."""
    concept = background.concept(term)
    return concept is not None and concept.kind in THINGS


def _read_bare(wording: Wording, predicate: Predicate | None, background: Background) -> Iterator[Reading]:
    """Yield what an open verb says without what its preposition adds ("varies from page to page" is "varies")."""
    verb, _, preposition = wording.content.predicate.label.partition(" ")
    if predicate is None and wording.content.object and verb != "be" and preposition and " " not in preposition:
        subject = subject_slot(wording.content.subject, background)
        named = replace(subject, ways=tuple(way for way in subject.ways if not way.up))
        ways = (Way("~" + verb, "entails", 1, False, 0.9),)
        yield Reading("fact", (named, Slot("predicate", wording.content.predicate.label, ways)), 1, wording.affirmed)


#: Every way of reading a claim, in the order of how telling it is.
READERS: tuple[Callable[[Wording, Predicate | None, Background], Iterator[Reading]], ...] = (
    _read_order,
    _read_effect,
    _read_promise,
    _read_kind,
    _read_substitute,
    _read_ground,
    _read_fact,
    _read_bare,
    read_safety,
    read_value,
)
