"""What is wrong with a pack, for the person who writes it: each fault a `Problem` that says what to do."""

from collections.abc import Callable, Iterable, Iterator, Mapping

from claimgraph.knowledge.matching import labels_of
from claimgraph.knowledge.pack import Concept, Pack, Predicate
from claimgraph.model import Problem

KINDS = frozenset(
    {"Treatment", "Procedure", "Mechanism", "Outcome", "Condition", "Anatomy", "Substance", "Cell", "Population"}
    | {"Measure", "Evidence", "Organisation", "Event", "Product"}
)
GROUNDS = frozenset({"untested", "tested", "promising", "shown", "proven", "understood"})


def check_pack(pack: Pack, beside: Pack | None = None) -> tuple[Problem, ...]:
    """Return what is wrong with a pack, in the order of its entries; empty where it is sound.

    Args:
        pack: to be checked.
        beside: the pack it is used with, where it leans on another's concepts or predicates (the core).
    """
    known = (beside | pack) if beside else pack
    return tuple(Problem(pack.name, message, code, fatal=False) for code, message in _faults(pack, known))


def _faults(pack: Pack, known: Pack) -> Iterator[tuple[str, str]]:
    for check in (_dangling, _top, _one_sided, _inverses, _cycles, _shared_verbs, _shared_labels, _values):
        yield from check(pack, known)


def _dangling(pack: Pack, known: Pack) -> Iterator[tuple[str, str]]:
    for concept in pack.concepts.values():
        for named in (*concept.broader, *concept.opposites, *concept.uses):
            if named not in known.concepts:
                yield "unknown-iri", f"<{concept.iri}> names <{named}>, which is no concept; correct it or describe it"
    for predicate in pack.predicates.values():
        inverse = (predicate.inverse,) if predicate.inverse else ()
        for named in (*predicate.entails, *predicate.opposites, *inverse):
            if named not in known.predicates:
                yield "unknown-iri", f"<{predicate.iri}> names <{named}>, which is no predicate; correct it"
    for scale in pack.scales.values():
        for word in (word for step in scale.values for word in step if "://" in word):
            if word not in known.concepts:
                yield "unknown-iri", f"scale <{scale.iri}> names <{word}>, which is no concept; correct it"


def _top(pack: Pack, known: Pack) -> Iterator[tuple[str, str]]:
    for top in pack.top:
        if top not in known.concepts:
            yield "unknown-iri", f"skos:hasTopConcept names <{top}>, which is no concept; correct it or describe it"


def _one_sided(pack: Pack, known: Pack) -> Iterator[tuple[str, str]]:
    entries: tuple[tuple[Iterable[Concept | Predicate], Mapping[str, Concept | Predicate]], ...] = (
        (pack.concepts.values(), known.concepts),
        (pack.predicates.values(), known.predicates),
    )
    for ours, all_known in entries:
        for entry in ours:
            for other in entry.opposites:
                if other == entry.iri:
                    yield "own-opposite", f"<{entry.iri}> is its own cg:opposite; take that out"
                elif other in all_known and entry.iri not in all_known[other].opposites:
                    yield "one-sided", f"<{entry.iri}> has cg:opposite <{other}>; say it of that one too"


def _inverses(pack: Pack, known: Pack) -> Iterator[tuple[str, str]]:
    for predicate in pack.predicates.values():
        other = known.predicates.get(predicate.inverse or "")
        if other and other.inverse != predicate.iri:
            yield "one-sided", f"<{predicate.iri}> has owl:inverseOf <{other.iri}>; say it of that one too"


def _cycles(pack: Pack, known: Pack) -> Iterator[tuple[str, str]]:
    for iri in _in_circles(known.concepts, lambda concept: concept.broader):
        if iri in pack.concepts:
            yield "cycle", f"<{iri}> is broader than itself by skos:broader; take one step of the circle out"
    for iri in _in_circles(known.predicates, lambda predicate: predicate.entails):
        if iri in pack.predicates:
            yield "cycle", f"<{iri}> follows from itself by rdfs:subPropertyOf; take one step of the circle out"


def _in_circles(entries: Mapping[str, object], above: Callable[..., tuple[str, ...]]) -> Iterator[str]:
    """Yield the entries from which a way up leads back to them."""
    for iri in entries:
        seen: set[str] = set()
        waiting = list(above(entries[iri]))
        while waiting and iri not in seen:
            here = waiting.pop()
            if here not in seen:
                seen.add(here)
                waiting += above(entries[here]) if here in entries else ()
        if iri in seen:
            yield iri


def _shared_verbs(pack: Pack, known: Pack) -> Iterator[tuple[str, str]]:
    owners: dict[str, list[str]] = {}
    for predicate in known.predicates.values():
        for verb in predicate.verbs:
            owners.setdefault(verb.casefold(), []).append(predicate.iri)
    for verb, iris in owners.items():
        if len(iris) > 1 and any(iri in pack.predicates for iri in iris):
            listed = ", ".join(f"<{iri}>" for iri in iris)
            yield "shared-verb", f"cg:verb {verb!r} stands under {listed}; keep one, or make it cg:sharedVerb in each"


def _shared_labels(pack: Pack, known: Pack) -> Iterator[tuple[str, str]]:
    for label, iris in labels_of(known).items():
        if len(iris) > 1 and any(iri in pack.concepts for iri in iris):
            listed = ", ".join(f"<{iri}>" for iri in iris)
            yield "shared-label", f"label {label!r} names {listed}; texts that use it stay ambiguous"


def _values(pack: Pack, known: Pack) -> Iterator[tuple[str, str]]:
    for concept in pack.concepts.values():
        if concept.kind is not None and concept.kind not in KINDS:
            yield "kind", f"<{concept.iri}> has cg:kind {concept.kind!r}; use one of: {', '.join(sorted(KINDS))}"
    for predicate in pack.predicates.values():
        if not predicate.verbs and not predicate.shared_verbs:
            yield "no-verb", f"<{predicate.iri}> has no cg:verb, so no text will ever express it; add one"
        if predicate.effect not in (-1, 0, 1):
            yield "effect", f"<{predicate.iri}> has cg:effect {predicate.effect}; use 1 or -1"
        if predicate.evidential is not None and predicate.evidential not in GROUNDS:
            yield "evidential", f"<{predicate.iri}> has cg:evidential {predicate.evidential!r}; use {sorted(GROUNDS)}"
