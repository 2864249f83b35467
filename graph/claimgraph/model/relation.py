"""A relation between two claims: a fact of its own, with the rule that found it and a sentence that says why."""

from dataclasses import dataclass
from enum import StrEnum

from claimgraph.model.identity import digest, identified


class RelationType(StrEnum):
    """Whether the second claim supports the first, conflicts with it, or only looks as if it did."""

    SUPPORT = "support"
    CONFLICT = "conflict"
    APPARENT = "apparent"


@dataclass(frozen=True, slots=True)
class Alignment:
    """How one slot of the source claim was matched with the same slot of the target claim.

    Attributes:
        slot: "subject", "predicate", "object", "polarity", "comparator", "time", "population", ...
        source: what stands there in the source claim.
        target: what stands there in the target claim.
        step: how they were matched: "same", "synonym", "broader", "narrower", "inverse", "opposite", "entails",
            "vector", "converse", "range apart", "differs", ...
        agrees: whether the slot agrees; False for the slot that makes the difference.
    """

    slot: str
    source: str
    target: str
    step: str
    agrees: bool = True


@dataclass(frozen=True, slots=True)
class Relation:
    """Support or conflict between two claims.

    Attributes:
        type: support, conflict or apparent.
        kind: support: "same", "entailed", "converse", ...; conflict: "contradictory", "comparison", "quantity",
            "timing", "evidence", "contrary", "substitution"; apparent: the conflict's kind it would be.
        source: id of the claim that supports or attacks.
        target: id of the claim it supports or attacks.
        rule: name of the rule that found it.
        rationale: one English sentence that says why.
        score: from 0 to 1, how sure the match is (1 where every slot is the same concept).
        slots: how each slot was matched.
        differing: of an apparent conflict, the slot that differs.
        independent: False where both claims are one voice or copied text, so that they count once.
        within: True where both claims stand in one document (a conflict: the page contradicts itself).
    """

    type: RelationType
    kind: str
    source: str
    target: str
    rule: str
    rationale: str
    score: float = 1.0
    slots: tuple[Alignment, ...] = ()
    differing: str | None = None
    independent: bool = True
    within: bool = False

    @property
    def id(self) -> str:
        """Return "r" and 16 hexadecimal digits, a hash of type, kind and the two claims."""
        return "r" + digest(self.type, self.kind, self.source, self.target)

    @property
    def iri(self) -> str:
        """Return the relation's IRI."""
        return identified("relation", self.id)
