"""The IRIs of what a build names: each a hash or a slug, so that the same input gets the same names."""

from claimgraph.model.claim import Claim, Qualifier
from claimgraph.model.document import Document
from claimgraph.model.identity import digest, identified, slug
from claimgraph.model.relation import Relation
from claimgraph.vocabulary.namespaces import CG


def qualifier_iri(qualifier: Qualifier) -> str:
    """Return the IRI of a qualifier, a hash of all it says."""
    q = qualifier.quantity
    number = (q.low, q.high, q.unit, q.dimension) if q else ()
    return identified("qualifier", digest(qualifier.kind, qualifier.text, qualifier.label, qualifier.concept, *number))


def of_claim(kind: str, claim: Claim) -> str:
    """Return the IRI of something that belongs to one claim: its nanopublication, one of its graphs, its quotation."""
    return identified(kind, claim.id)


def of_relation(relation: Relation, number: int) -> str:
    """Return the IRI of one aligned slot of a relation, slots counted from 0."""
    return identified("alignment", f"{relation.id}-{number}")


def of_document(kind: str, document: Document, number: int | None = None) -> str:
    """Return the IRI of something that belongs to one document: its activity, or one of its regions."""
    name = document.iri.rsplit("/", 1)[1]
    return identified(kind, name if number is None else f"{name}-{number}")


def value_iri(scheme: str, value: str) -> str:
    """Return the IRI of a value of one of the ontology's schemes.

    A value the ontology does not list gets an IRI among the build's own, so that nothing is lost and nothing
    is put into the ontology's namespace that it does not define.

    Args:
        scheme: "polarity", "certainty", "evidence", "interest", "source", "role", "relation" or "qualifier".
        value: the value as the model writes it.

    >>> value_iri("polarity", "negative")
    'https://w3id.org/claimgraph/ontology#polarity-negative'
    """
    name = f"{scheme}-{value}"
    return CG[name] if name in CG.terms_ else identified(scheme, slug(value))
