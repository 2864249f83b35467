"""Each claim as a nanopublication: head, assertion, provenance and publication info, a named graph each.

Source: Groth, Gibson, Velterop, The anatomy of a nanopublication (2010), and the guidelines of nanopub.net (2015).
"""

from pyoxigraph import Literal, NamedNode, Quad

from claimgraph.model.claim import Claim, Polarity
from claimgraph.model.document import Document
from claimgraph.storing.describing import SOFTWARE, TYPE, Quads, narrowing
from claimgraph.storing.naming import of_claim, of_document, qualifier_iri
from claimgraph.storing.terms import node, whole, words
from claimgraph.vocabulary.namespaces import CG, DCTERMS, NP, NPX, OA, OWL, PROV, XSD


def nanopublication_quads(claim: Claim, document: Document, generated: str | None = None) -> Quads:
    """Yield the four graphs of a claim.

    Args:
        claim: the claim.
        document: where it stands.
        generated: when the graph was made, ISO 8601 with time zone; None leaves it out, so that bytes repeat.
    """
    parts = {kind: node(of_claim(kind, claim)) for kind in ("nanopub", "head", "assertion", "provenance", "pubinfo")}
    yield from _head(parts)
    yield from _assertion(claim, parts["assertion"])
    yield from _provenance(claim, document, parts["assertion"], parts["provenance"])
    yield from _pubinfo(claim, parts["nanopub"], parts["pubinfo"], generated)


def _head(parts: dict[str, NamedNode]) -> Quads:
    here, head = parts["nanopub"], parts["head"]
    yield Quad(here, TYPE, node(NP.Nanopublication), head)
    yield Quad(here, node(NP.hasAssertion), parts["assertion"], head)
    yield Quad(here, node(NP.hasProvenance), parts["provenance"], head)
    yield Quad(here, node(NP.hasPublicationInfo), parts["pubinfo"], head)


def plain_triple(claim: Claim) -> tuple[NamedNode, NamedNode, NamedNode]:
    """Return a claim's proposition as a bare triple; where it has no object, the subject "does" the predicate."""
    content = claim.content
    subject, predicate = node(content.subject.iri), node(content.predicate.iri)
    if content.object is None:
        return subject, node(CG.does), predicate
    return subject, predicate, node(content.object.iri)


def _assertion(claim: Claim, graph: NamedNode) -> Quads:
    subject, predicate, object_ = plain_triple(claim)
    if claim.polarity is Polarity.POSITIVE:
        yield Quad(subject, predicate, object_, graph)
        return
    denial = node(of_claim("denial", claim))
    yield Quad(denial, TYPE, node(CG.Denial), graph)
    yield Quad(denial, node(CG.denies), node(claim.content.iri), graph)
    if not claim.content.qualifiers:
        # With a qualifier ("not in mice") OWL's form would deny more than the words do.
        yield Quad(denial, TYPE, node(OWL.NegativePropertyAssertion), graph)
        yield Quad(denial, node(OWL.sourceIndividual), subject, graph)
        yield Quad(denial, node(OWL.assertionProperty), predicate, graph)
        yield Quad(denial, node(OWL.targetIndividual), object_, graph)


def _provenance(claim: Claim, document: Document, assertion: NamedNode, graph: NamedNode) -> Quads:
    quotation = node(of_claim("quotation", claim))
    yield Quad(assertion, node(PROV.wasDerivedFrom), quotation, graph)
    yield Quad(assertion, node(PROV.wasAttributedTo), node(claim.voice.iri(claim.document)), graph)
    yield Quad(assertion, node(PROV.wasGeneratedBy), node(of_document("activity", document)), graph)
    for qualifier in narrowing(claim):
        yield Quad(assertion, node(CG.narrowedBy), node(qualifier_iri(qualifier)), graph)
    yield from _quotation(claim, node(document.iri), quotation, graph)


def _quotation(claim: Claim, document: NamedNode, here: NamedNode, graph: NamedNode) -> Quads:
    """Yield the quote as a Web Annotation target, found again by its words or by its place."""
    exact, place, quote = node(of_claim("words", claim)), node(of_claim("position", claim)), claim.quote
    yield Quad(here, TYPE, node(OA.SpecificResource), graph)
    yield Quad(here, node(PROV.wasQuotedFrom), document, graph)
    yield Quad(here, node(OA.hasSource), document, graph)
    yield Quad(here, node(OA.hasSelector), exact, graph)
    yield Quad(here, node(OA.hasSelector), place, graph)
    yield Quad(exact, TYPE, node(OA.TextQuoteSelector), graph)
    yield Quad(exact, node(OA.exact), words(quote.exact), graph)
    yield Quad(exact, node(OA.prefix), words(quote.prefix), graph)
    yield Quad(exact, node(OA.suffix), words(quote.suffix), graph)
    yield Quad(place, TYPE, node(OA.TextPositionSelector), graph)
    yield Quad(place, node(OA.start), whole(quote.start), graph)
    yield Quad(place, node(OA.end), whole(quote.end), graph)


def _pubinfo(claim: Claim, here: NamedNode, graph: NamedNode, generated: str | None) -> Quads:
    yield Quad(here, node(NPX.introduces), node(claim.iri), graph)
    yield Quad(here, node(DCTERMS.creator), node(SOFTWARE), graph)
    if generated:
        yield Quad(here, node(PROV.generatedAtTime), Literal(generated, datatype=node(XSD.dateTime)), graph)
