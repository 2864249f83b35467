"""RDF in its own formats. Formats of datasets keep the named graphs; formats of one graph hold what may be merged.

Merging all graphs would turn what claims say into what the graph says, and pages that disagree into a
contradiction. So a merged graph leaves the assertion graphs out: everything is still there as claims of
propositions, and nothing is asserted. It brings the ontology along, so that Protégé and the like open it by itself.
"""

from collections.abc import Iterator

from pyoxigraph import Literal, NamedNode, Quad, RdfFormat, Triple, parse, serialize

from claimgraph.storing.dataset import FILE_PREFIXES, quads
from claimgraph.storing.exports.base import Exported, Files, carried_by_xml
from claimgraph.vocabulary.namespaces import IDENTIFIED_PREFIXES
from claimgraph.vocabulary.resources import ontology_text


def stream(source: Exported) -> Iterator[Quad]:
    """Yield the dataset of a build."""
    return quads(source.facts, source.findings, source.pack)


def merged(source: Exported) -> Iterator[Triple]:
    """Yield the ontology and all graphs of a build but what claims assert, as one graph."""
    for quad in parse(ontology_text("claimgraph.ttl"), RdfFormat.TURTLE):
        yield quad.triple
    for quad in stream(source):
        if not _asserted(quad):
            yield quad.triple


def _asserted(quad: Quad) -> bool:
    graph = quad.graph_name
    return isinstance(graph, NamedNode) and graph.value.startswith(IDENTIFIED_PREFIXES["assertion"])


def trig(source: Exported) -> Files:
    """Return the dataset as TriG, as in the build."""
    return {"": serialize(stream(source), format=RdfFormat.TRIG, prefixes=FILE_PREFIXES) or b""}


def nquads(source: Exported) -> Files:
    """Return the dataset as N-Quads, a statement a line."""
    return {"": serialize(stream(source), format=RdfFormat.N_QUADS) or b""}


def turtle(source: Exported) -> Files:
    """Return the merged graph as Turtle."""
    return {"": serialize(merged(source), format=RdfFormat.TURTLE, prefixes=FILE_PREFIXES) or b""}


def ntriples(source: Exported) -> Files:
    """Return the merged graph as N-Triples."""
    return {"": serialize(merged(source), format=RdfFormat.N_TRIPLES) or b""}


def n3(source: Exported) -> Files:
    """Return the merged graph as Notation3."""
    return {"": serialize(merged(source), format=RdfFormat.N3, prefixes=FILE_PREFIXES) or b""}


def rdfxml(source: Exported) -> Files:
    """Return the merged graph as RDF/XML; characters XML cannot carry are replaced one for one, so offsets hold."""
    cleaned = (_for_xml(triple) for triple in merged(source))
    return {"": serialize(cleaned, format=RdfFormat.RDF_XML, prefixes=FILE_PREFIXES) or b""}


def _for_xml(triple: Triple) -> Triple:
    value = triple.object
    if not isinstance(value, Literal):
        return triple
    text = carried_by_xml(value.value)
    if text == value.value:
        return triple
    kept = Literal(text, language=value.language) if value.language else Literal(text, datatype=value.datatype)
    return Triple(triple.subject, triple.predicate, kept)
