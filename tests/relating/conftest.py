"""Claims made by hand, and a small pack on gardens and headaches that knows what the tests need."""

import re
from collections.abc import Callable

import pytest

from claimgraph.knowledge import Concept, Pack, Predicate, Scale
from claimgraph.model import (
    Certainty,
    Claim,
    Evidence,
    Mention,
    Polarity,
    Proposition,
    Qualifier,
    Quantity,
    Quote,
    Term,
    Voice,
)
from claimgraph.model.identity import ONTOLOGY
from claimgraph.relating import Background

T = "https://example.org/test#"
Say = Callable[..., Claim]


def _concept(name: str, label: str, kind: str, **more: object) -> Concept:
    links = {key: tuple(T + str(v) for v in value) for key, value in more.items() if isinstance(value, tuple)}
    return Concept(T + name, label, (label,), kind=kind, **links)  # type: ignore[arg-type]


def _predicate(name: str, label: str, *verbs: str, **more: object) -> Predicate:
    for slot in ("opposites", "entails"):
        if slot in more:
            more[slot] = tuple(ONTOLOGY + v for v in more[slot])  # type: ignore[attr-defined]
    if "inverse" in more:
        more["inverse"] = ONTOLOGY + str(more["inverse"])
    return Predicate(ONTOLOGY + name, label, verbs, **more)  # type: ignore[arg-type]


CONCEPTS = (
    _concept("feverfew", "feverfew", "Substance"),
    _concept("feverfewTea", "feverfew tea", "Treatment", uses=("feverfew",)),
    _concept("herb", "herbal remedy", "Treatment"),
    _concept("butterbur", "butterbur", "Treatment", broader=("herb",)),
    _concept("headache", "headache", "Condition", opposites=("relief",)),
    _concept("migraine", "migraine", "Condition", broader=("headache",)),
    _concept("relief", "headache relief", "Outcome", opposites=("headache",)),
    Concept(T + "sleep", "sleep quality", ("sleep quality",), kind="Outcome", broader=(ONTOLOGY + "result",)),
    Concept(ONTOLOGY + "result", "result", ("result", "results", "effect"), kind="Outcome", head=True),
)
PREDICATES = (
    _predicate("isA", "is a", "be"),
    _predicate("contains", "contains", "contain", inverse="isPartOf"),
    _predicate("isPartOf", "is part of", "be part of", inverse="contains"),
    _predicate("derivedFrom", "is derived from", "be derived from", "come from", "be extracted from"),
    _predicate("promotes", "promotes", "promote", "help", "produce", "bring", effect=1),
    _predicate("increases", "increases", "increase", effect=1, entails=("promotes",), opposites=("decreases",)),
    _predicate("decreases", "decreases", "decrease", "reduce", effect=-1, opposites=("increases",)),
    _predicate("causes", "causes", "cause", effect=1, opposites=("prevents",)),
    _predicate("prevents", "prevents", "prevent", effect=-1, beneficial=True, opposites=("causes",)),
    _predicate("treats", "treats", "treat", effect=-1, beneficial=True, entails=("isEffectiveFor",)),
    _predicate("isEffectiveFor", "works for", "work", "work for", beneficial=True, opposites=("isIneffectiveFor",)),
    _predicate("isIneffectiveFor", "does not work for", "be useless for", opposites=("isEffectiveFor",)),
    _predicate("betterThan", "is better than", "be better than", comparative=True, inverse="worseThan"),
    _predicate("worseThan", "is worse than", "be worse than", comparative=True, inverse="betterThan"),
    _predicate("fasterThan", "is faster than", "be faster than", comparative=True, dimension="speed"),
    _predicate("takesEffectAfter", "takes effect after", "take effect after", functional=True),
    _predicate("costs", "costs", "cost", functional=True),
    _predicate("replaces", "replaces", "replace", "be substitute for"),
    _predicate("provenFor", "is proven for", "be proven for", evidential="proven"),
    _predicate("testedIn", "has been tested in", "be tested in", evidential="tested"),
    _predicate("unprovenFor", "is unproven for", "be unproven for", evidential="untested"),
)
SCALES = (
    Scale(T + "safety", "safety", (("dangerous", "risky"), ("doubtful",), ("safe", "harmless"))),
    Scale(T + "efficacy", "efficacy", (("no", "poor"), ("some",), ("good", "meaningful"))),
)


@pytest.fixture(scope="session")
def pack() -> Pack:
    """Return the small pack."""
    concepts = {c.iri: c for c in CONCEPTS}
    return Pack("test", concepts, {p.iri: p for p in PREDICATES}, {s.iri: s for s in SCALES})


@pytest.fixture(scope="session")
def background(pack: Pack) -> Background:
    """Return the small pack, indexed."""
    return Background(pack)


@pytest.fixture
def say(pack: Pack) -> Say:
    """Return a function that makes a claim from a few words; each claim gets a document of its own unless told."""
    labels = {label.casefold(): c for c in pack.concepts.values() for label in (c.label, *c.labels)}
    verbs = {verb: p for p in pack.predicates.values() for verb in p.verbs}
    made = [0]

    def term(words: str) -> Term:
        known = labels.get(words.casefold())
        return Term(known.label, known.iri) if known else Term(words)

    def make(
        subject: str,
        verb: str,
        object_: str | None = None,
        *qualifiers: Qualifier,
        denied: bool = False,
        document: str | None = None,
        voice: str = "the page",
        quote: str | None = None,
        evidence: Evidence = Evidence.BARE_ASSERTION,
        certainty: Certainty = Certainty.ASSERTED,
        whole: bool = False,
    ) -> Claim:
        made[0] += 1
        words = quote or f"[{made[0]}] {subject} {'not ' * denied}{verb} {object_ or ''}".strip()
        known = verbs.get(verb)
        predicate = Term(known.label, known.iri) if known else Term(verb)
        after = term(object_) if object_ else None
        content = Proposition(term(subject), predicate, after, tuple(qualifiers))
        text = f"all other {object_}" if whole else object_
        return Claim(
            document or f"d{made[0]:03d}",
            Quote(words, "", "", 100 * made[0], 100 * made[0] + len(words)),
            Mention(subject, content.subject.label, content.subject.concept),
            Mention(verb, predicate.label, predicate.concept),
            Mention(text or "", after.label, after.concept) if after else None,
            Polarity.NEGATIVE if denied else Polarity.POSITIVE,
            certainty,
            Voice(voice),
            evidence,
            tuple(qualifiers),
            content,
        )

    return make


UNITS = {"week": (7.0, "day", "time"), "month": (30.4375, "day", "time"), "mg": (0.001, "gram", "mass")}


@pytest.fixture
def having() -> Callable[[str, str], Qualifier]:
    """Return a function that makes a qualifier from its kind and words; "3-6 months" gets its quantity."""

    def make(kind: str, words: str) -> Qualifier:
        found = re.search(r"([\d.]+)(?:-([\d.]+))? (week|month|mg)", words)
        if not found:
            return Qualifier(kind, words, words)
        size, unit, dimension = UNITS[found[3]]
        low, high = float(found[1]), float(found[2] or found[1])
        return Qualifier(kind, words, words, None, Quantity(low * size, high * size, unit, dimension))

    return make
