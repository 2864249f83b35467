"""A domain pack as plain values: concepts, predicates (relation types), scales, and what excludes what."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Concept:
    """A SKOS concept of a pack.

    Attributes:
        iri: its IRI.
        label: its preferred label in English.
        labels: every label a text may use (preferred, alternative, hidden: misspellings), as written in the pack.
        phrases: verb phrases in base form whose meaning is "bring this about", such as "grow hair" for hair growth.
        kind: local name of its class ("Treatment", "Mechanism", "Outcome", "Condition", "Anatomy", "Substance",
            "Cell", "Population", "Procedure", "Measure"), or None.
        broader: IRIs of broader concepts (direct).
        same_as: IRIs in public vocabularies (skos:exactMatch, skos:closeMatch).
        opposites: IRIs of concepts that cannot hold together with it of one thing (hair growth, hair loss).
        head: True where the concept may stand for a phrase that it is the head of ("cell" in "some cells").
        uses: IRIs of concepts that are its working part (exosome therapy, exosomes): a claim about either bears
            on the other.
        hidden: those of the labels that only help to find it, such as misspellings (skos:hiddenLabel).
        close_to: those of `same_as` that mean nearly the same (skos:closeMatch).
    """

    iri: str
    label: str
    labels: tuple[str, ...] = ()
    phrases: tuple[str, ...] = ()
    kind: str | None = None
    broader: tuple[str, ...] = ()
    same_as: tuple[str, ...] = ()
    opposites: tuple[str, ...] = ()
    head: bool = False
    uses: tuple[str, ...] = ()
    hidden: tuple[str, ...] = ()
    close_to: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Predicate:
    """A relation type: an OWL object property with the verbs that express it.

    Attributes:
        iri: its IRI.
        label: as a third-person phrase, "promotes", "is derived from".
        verbs: predicate keys that express it. A key is the base form of an active verb with its particle and
            preposition ("contain", "come from", "help promote"), "be" and the participle for a passive
            ("be derived from"), or "be" and the adjective or noun for a copula ("be rich in").
        shared_verbs: keys that other predicates claim as well; such a key only suggests, it does not decide.
        inverse: IRI of the inverse, or None; "produces" and "is produced by".
        opposites: IRIs of predicates that contradict it (increases, decreases).
        entails: IRIs of predicates that follow from it (direct super-properties).
        functional: one subject has one value only ("costs", "takes effect after").
        symmetric: order does not matter.
        comparative: it orders its subject against its object ("is better than").
        dimension: of a comparative, what is compared ("speed", "safety", "cost"); None where it is the whole.
        effect: +1 where it says the object is brought about, -1 where hindered, 0 otherwise.
        beneficial: it is good for its object: where that is a condition it is hindered, where it is an outcome it is
            brought about ("improves", "works for"); goes before `effect` where the object's kind is known.
        evidential: where it speaks of the ground itself ("has been studied in"), how well grounded: "untested",
            "tested", "promising", "shown", "proven" or "understood"; else None.
    """

    iri: str
    label: str
    verbs: tuple[str, ...] = ()
    inverse: str | None = None
    opposites: tuple[str, ...] = ()
    entails: tuple[str, ...] = ()
    functional: bool = False
    symmetric: bool = False
    comparative: bool = False
    effect: int = 0
    evidential: str | None = None
    shared_verbs: tuple[str, ...] = ()
    dimension: str | None = None
    beneficial: bool = False


@dataclass(frozen=True, slots=True)
class Scale:
    """Values in order: outcomes from worst to best, or amounts from least to most.

    Attributes:
        iri: its IRI.
        label: such as "efficacy".
        values: for each step, lowest first, the words or concept IRIs that name it.
    """

    iri: str
    label: str
    values: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Pack:
    """All that is known of a subject, or of several merged.

    Attributes:
        name: of the pack, or of the packs merged, joined by "+".
        concepts: by IRI.
        predicates: by IRI.
        scales: by IRI.
        top: IRIs of the concepts that its subject is made of (skos:hasTopConcept); none where it names none.
    """

    name: str = "none"
    concepts: Mapping[str, Concept] = field(default_factory=dict)
    predicates: Mapping[str, Predicate] = field(default_factory=dict)
    scales: Mapping[str, Scale] = field(default_factory=dict)
    top: tuple[str, ...] = ()

    def __or__(self, other: "Pack") -> "Pack":
        """Return both packs as one; where both know an IRI, the other's entry stands."""
        return Pack(
            f"{self.name}+{other.name}",
            {**self.concepts, **other.concepts},
            {**self.predicates, **other.predicates},
            {**self.scales, **other.scales},
            (*self.top, *other.top),
        )

    def broader_closure(self, iri: str) -> tuple[str, ...]:
        """Return the IRIs of every concept broader than one, nearest first, each once; cycles end."""
        seen: list[str] = []
        waiting = list(self.concepts[iri].broader) if iri in self.concepts else []
        while waiting:
            here = waiting.pop(0)
            if here not in seen and here != iri:
                seen.append(here)
                waiting += self.concepts[here].broader if here in self.concepts else ()
        return tuple(seen)

    def entailed(self, iri: str) -> tuple[str, ...]:
        """Return the IRIs of every predicate that follows from one, nearest first, each once; cycles end."""
        seen: list[str] = []
        waiting = list(self.predicates[iri].entails) if iri in self.predicates else []
        while waiting:
            here = waiting.pop(0)
            if here not in seen and here != iri:
                seen.append(here)
                waiting += self.predicates[here].entails if here in self.predicates else ()
        return tuple(seen)
