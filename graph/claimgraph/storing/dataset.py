"""The facts of a run as one RDF dataset: a stream of quads in a fixed order, written without holding them all.

Shared things (documents, voices, concepts, propositions, claims, relations) stand in the default graph, where
plain patterns find them; what a claim asserts stands only in its own assertion graph, quoted and not endorsed.
"""

from collections.abc import Iterable, Iterator
from io import BytesIO
from itertools import groupby
from typing import IO, TYPE_CHECKING

from pyoxigraph import BlankNode, Literal, NamedNode, Quad, RdfFormat, Triple, serialize

from claimgraph.knowledge.loading import load_pack, shipped_packs
from claimgraph.knowledge.pack import Pack
from claimgraph.model.claim import Claim, Qualifier, Term
from claimgraph.model.facts import Facts
from claimgraph.model.findings import Findings
from claimgraph.model.identity import digest, identified
from claimgraph.storing.describing import (
    Said,
    activity_quads,
    claim_quads,
    concept_quads,
    described,
    document_quads,
    predicate_quads,
    proposition_quads,
    qualifier_quads,
    relation_quads,
    software_quads,
    voice_quads,
)
from claimgraph.storing.findings import findings_quads
from claimgraph.storing.locating import Locator
from claimgraph.storing.naming import qualifier_iri
from claimgraph.storing.nanopublications import nanopublication_quads
from claimgraph.storing.terms import english, node, words
from claimgraph.vocabulary.namespaces import CG, DCTERMS, IDENTIFIED_PREFIXES, PREFIXES, PROV, XSD

if TYPE_CHECKING:
    from rdflib import Dataset
    from rdflib.term import Node

#: Prefixes of the files of a build; queries may use those of `PREFIXES` without declaring them.
FILE_PREFIXES = {**PREFIXES, **IDENTIFIED_PREFIXES}


def quads(
    facts: Facts, findings: Findings | None = None, pack: Pack | None = None, generated: str | None = None
) -> Iterator[Quad]:
    """Yield the dataset: documents first, then voices, concepts, propositions, claims, relations, findings, graphs.

    Args:
        facts: what a run found.
        findings: what the analyses say; None leaves it out.
        pack: what was known of the subject; None loads the packs that the facts name.
        generated: when the graph was made, ISO 8601 with time zone; None leaves every time out.
    """
    known = pack or packs_of(facts)
    documents = {document.stem: document for document in facts.documents}
    yield from _build(facts, findings)
    for document in facts.documents:
        yield from document_quads(document)
    yield from software_quads()
    for document in facts.documents:
        yield from activity_quads(document)
    yield from _shared(facts.claims, known)
    located = Locator(facts.documents)
    for claim in facts.claims:
        yield from claim_quads(claim, documents[claim.document], located(claim))
    yield from _relations(facts)
    if findings:
        yield from findings_quads(findings, facts)
    for claim in facts.claims:
        yield from nanopublication_quads(claim, documents[claim.document], generated)


def packs_of(facts: Facts) -> Pack:
    """Return the shipped packs that the facts name, merged; a pack of the user's own has to be given."""
    pack = Pack()
    for name in facts.packs:
        if name in shipped_packs():
            pack = pack | load_pack(name)
    return pack


def _build(facts: Facts, findings: Findings | None) -> Iterator[Quad]:
    here = node(identified("build", digest(*(d.iri for d in facts.documents), *(c.id for c in facts.claims))))
    headlines = findings.headlines if findings else ()
    said: Said = (
        *((DCTERMS.description, english(line)) for line in headlines),
        *((CG.pack, words(name)) for name in facts.packs),
        *((CG.bound, english(sentence)) for sentence in facts.bounds),
        *((PROV.hadMember, node(document.iri)) for document in facts.documents),
    )
    yield from described(here, said, CG.Build, PROV.Entity)


def _shared(claims: Iterable[Claim], pack: Pack) -> Iterator[Quad]:
    """Yield what claims have in common, each thing once, in the order of its IRI."""
    claims = tuple(claims)
    voices = {v.iri(c.document): (v, c.document) for c in claims for v in c.voice.chain()}
    for _, (voice, document) in sorted(voices.items(), key=lambda item: item[0]):
        yield from voice_quads(voice, document)
    propositions = {c.proposition: c.content for c in claims}
    contents = [propositions[iri] for iri in sorted(propositions)]
    qualifiers = {qualifier_iri(q): q for c in claims for q in (*c.qualifiers, *c.content.qualifiers)}
    concepts = [t for p in contents for t in (p.subject, p.object) if t]
    yield from _concepts(concepts, qualifiers.values(), pack)
    yield from _predicates([p.predicate for p in contents], pack)
    for iri in sorted(qualifiers):
        yield from qualifier_quads(qualifiers[iri])
    for proposition in contents:
        yield from proposition_quads(proposition)


def _concepts(terms: Iterable[Term], qualifiers: Iterable[Qualifier], pack: Pack) -> Iterator[Quad]:
    used = {term.iri: term for term in terms}
    for q in qualifiers:
        if q.concept and q.concept not in pack.predicates:
            used.setdefault(q.concept, Term(q.label, q.concept))
    for iri in [wider for narrow in used for wider in pack.broader_closure(narrow)]:
        if iri in pack.concepts:
            used.setdefault(iri, Term(pack.concepts[iri].label, iri))
    for iri in sorted(used):
        yield from concept_quads(used[iri], pack.concepts.get(iri))


def _predicates(terms: Iterable[Term], pack: Pack) -> Iterator[Quad]:
    used = {term.iri: term for term in terms}
    reached = list(used)
    for iri in reached:
        known = pack.predicates.get(iri)
        if known is None:
            continue
        used.setdefault(iri, Term(known.label, iri))
        reached += [other for other in (*known.entails, known.inverse) if other and other not in reached]
    for iri in sorted(used):
        yield from predicate_quads(used[iri], pack.predicates.get(iri))


def _relations(facts: Facts) -> Iterator[Quad]:
    claims = facts.by_id()
    for relation in facts.relations:
        yield from relation_quads(relation, claims[relation.source], claims[relation.target])


def write_trig(stream: Iterable[Quad], out: IO[bytes]) -> None:
    """Write quads as TriG with the prefixes of a build, in the order they come."""
    serialize(stream, out, format=RdfFormat.TRIG, prefixes=FILE_PREFIXES)


def to_trig(
    facts: Facts, findings: Findings | None = None, pack: Pack | None = None, generated: str | None = None
) -> bytes:
    """Return the dataset as TriG; the same facts give the same bytes. See `quads` for the arguments."""
    out = BytesIO()
    write_trig(quads(facts, findings, pack, generated), out)
    return out.getvalue()


def to_rdflib(facts: Facts, findings: Findings | None = None, pack: Pack | None = None) -> "Dataset":
    """Return the dataset as rdflib's, in memory, with every prefix bound. See `quads` for the arguments."""
    from rdflib import Dataset, URIRef  # noqa: PLC0415 -- slow to import
    from rdflib.graph import DATASET_DEFAULT_GRAPH_ID  # noqa: PLC0415 -- slow to import

    dataset = Dataset()
    for prefix, iri in FILE_PREFIXES.items():
        dataset.bind(prefix, iri)
    for name, group in groupby(quads(facts, findings, pack), key=lambda quad: quad.graph_name):
        graph = dataset.graph(URIRef(name.value) if isinstance(name, NamedNode) else DATASET_DEFAULT_GRAPH_ID)
        for quad in group:
            graph.add((_rdflib(quad.subject), _rdflib(quad.predicate), _rdflib(quad.object)))
    return dataset


def _rdflib(term: NamedNode | BlankNode | Literal | Triple) -> "Node":
    """Return a term as rdflib's, spelt as it is."""
    from rdflib import Literal as RdflibLiteral  # noqa: PLC0415 -- slow to import
    from rdflib import URIRef  # noqa: PLC0415 -- slow to import

    if not isinstance(term, Literal):
        return URIRef(term.value if isinstance(term, NamedNode) else str(term))
    if term.language:
        return RdflibLiteral(term.value, lang=term.language)
    datatype = None if term.datatype.value == XSD.string else URIRef(term.datatype.value)
    return RdflibLiteral(term.value, datatype=datatype, normalize=False)
