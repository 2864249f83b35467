"""All that a run found, together: what storing writes, analysing reads and rendering shows."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from claimgraph.model.claim import Claim, Proposition
from claimgraph.model.document import Document
from claimgraph.model.problem import Problem
from claimgraph.model.relation import Relation, RelationType


@dataclass(frozen=True)
class Facts:
    """Documents, their claims, the relations between these, and what went wrong.

    Attributes:
        documents: by stem.
        claims: by document, then by where they stand.
        relations: by type, kind, source, target.
        problems: in the order they were met.
        packs: names of the packs used, the core first.
        bounds: limits that cut something short, as sentences a reader understands; empty where nothing was cut.
    """

    documents: tuple[Document, ...] = ()
    claims: tuple[Claim, ...] = ()
    relations: tuple[Relation, ...] = ()
    problems: tuple[Problem, ...] = ()
    packs: tuple[str, ...] = ()
    bounds: tuple[str, ...] = field(default=())

    def document(self, stem: str) -> Document:
        """Return the document of a stem; raise KeyError where there is none."""
        for document in self.documents:
            if document.stem == stem:
                return document
        raise KeyError(stem)

    def by_id(self) -> Mapping[str, Claim]:
        """Return the claims by their id."""
        return {claim.id: claim for claim in self.claims}

    def propositions(self) -> Mapping[str, tuple[Proposition, tuple[Claim, ...]]]:
        """Return each proposition by its IRI, with the claims that utter it, in order of first utterance."""
        grouped: dict[str, list[Claim]] = {}
        for claim in self.claims:
            grouped.setdefault(claim.proposition, []).append(claim)
        return {iri: (claims[0].content, tuple(claims)) for iri, claims in grouped.items()}

    def conflicts(self) -> tuple[Relation, ...]:
        """Return the relations of conflict."""
        return tuple(r for r in self.relations if r.type is RelationType.CONFLICT)
