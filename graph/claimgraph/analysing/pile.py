"""The facts in one fixed order, with the look-ups that every analysis needs, made once."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from claimgraph.analysing.copies import copied, independent
from claimgraph.knowledge.pack import Pack
from claimgraph.model import Claim, Document, Facts, Interest, Proposition, Relation, RelationType, Voice


@dataclass(frozen=True)
class Pile:
    """Facts, sorted, so that no finding depends on the order they came in.

    Attributes:
        facts: as given.
        pack: what is known of the subject.
        documents: by stem.
        claims: by id, in the order of documents and text.
        propositions: by IRI, with the claims that utter each, in the same order.
        relations: whose claims both exist, by id.
        text: for each claim the number of its text; copies share it.
    """

    facts: Facts
    pack: Pack
    documents: Mapping[str, Document]
    claims: Mapping[str, Claim]
    propositions: Mapping[str, tuple[Proposition, tuple[Claim, ...]]]
    relations: tuple[Relation, ...]
    text: Mapping[str, int]

    @property
    def conflicts(self) -> tuple[Relation, ...]:
        """Return the relations of conflict."""
        return tuple(r for r in self.relations if r.type is RelationType.CONFLICT)

    def independent(self, claims: Iterable[Claim]) -> list[list[Claim]]:
        """Return claims in groups that count once each."""
        return independent(claims, self.text)

    def interest(self, claim: Claim, voice: Voice) -> Interest:
        """Return what one voice of a claim stands to gain; the page's own voice has its publisher's interest."""
        if voice.interest is not Interest.UNKNOWN or voice.role not in ("publisher", "author"):
            return voice.interest
        document = self.documents.get(claim.document)
        return interest_of(document)


def interest_of(document: Document | None) -> Interest:
    """Return a document's interest, unknown where it tells none."""
    known = {item.value for item in Interest}
    if document is None or document.interest not in known:
        return Interest.UNKNOWN
    return Interest(document.interest)


def gather(facts: Facts, pack: Pack) -> Pile:
    """Return the facts in their fixed order, with look-ups; relations with an unknown claim are left out."""
    ordered = sorted(facts.claims, key=lambda c: (c.document, c.quote.start, c.quote.end, c.id))
    claims = {claim.id: claim for claim in ordered}
    grouped: dict[str, list[Claim]] = {}
    for claim in claims.values():
        grouped.setdefault(claim.proposition, []).append(claim)
    propositions = {iri: (grouped[iri][0].content, tuple(grouped[iri])) for iri in sorted(grouped)}
    found = {r.id: r for r in facts.relations if r.source in claims and r.target in claims}
    relations = tuple(found[key] for key in sorted(found))
    documents = {document.stem: document for document in sorted(facts.documents, key=lambda d: d.stem)}
    return Pile(facts, pack, documents, claims, propositions, relations, copied(tuple(claims.values()), relations))
