"""The ontology, alone and with a build, keeps the rules of OWL 2 DL that files like these can break.

Source: OWL 2 Structural Specification (W3C, 2012), sections 2.4 (reserved vocabulary), 3 (typing and global
restrictions), 4 (datatype map), 5.8.1 (declarations).
"""

from collections.abc import Iterator
from pathlib import Path

import pytest
import rdflib
from rdflib import OWL, RDF, RDFS, XSD, Literal, URIRef
from rdflib.term import Node

from claimgraph.storing.exports import Exported, export
from claimgraph.storing.reading_back import read_build
from claimgraph.vocabulary.resources import ontology_text

KINDS = (OWL.ObjectProperty, OWL.DatatypeProperty, OWL.AnnotationProperty)
RESERVED = (str(RDF), str(RDFS), str(OWL), str(XSD))
#: Built-in annotation properties, and what spells axioms in RDF.
ANNOTATIONS = {RDFS.label, RDFS.comment, RDFS.seeAlso, RDFS.isDefinedBy, OWL.versionInfo}
AXIOMS = {RDF.type, RDFS.subClassOf, RDFS.subPropertyOf, RDFS.domain, RDFS.range, OWL.inverseOf, OWL.imports}
#: What this ontology has no use for; each brings restrictions of its own that are not checked here.
LEFT_OUT = {
    OWL.TransitiveProperty,
    OWL.FunctionalProperty,
    OWL.InverseFunctionalProperty,
    OWL.SymmetricProperty,
    OWL.Restriction,
}
DATATYPES = {XSD.string, XSD.integer, XSD.decimal, XSD.double, XSD.boolean, XSD.dateTime, XSD.anyURI, RDF.langString}
#: Dates as precise as a page gives them; OWL 2's datatype map has none but dateTime (said in docs/rdf.md).
DATES = {XSD.date, XSD.gYear, XSD.gYearMonth}


def merged(folder: Path) -> rdflib.Graph:
    """Return the graph that `export --format turtle` gives."""
    return rdflib.Graph().parse(data=export(Exported(read_build(folder)), "turtle")[""], format="turtle")


@pytest.fixture(scope="module", params=["ontology", "build"])
def graph(request: pytest.FixtureRequest) -> rdflib.Graph:
    """The ontology as it is, then the ontology with the sample documents' build."""
    if request.param == "ontology":
        return rdflib.Graph().parse(data=ontology_text("claimgraph.ttl"), format="turtle")
    return merged(request.getfixturevalue("seeds_out"))


def declared(graph: rdflib.Graph) -> dict[Node, set[Node]]:
    """Return the properties with the kinds they are declared to be."""
    kinds: dict[Node, set[Node]] = {}
    for kind in KINDS:
        for subject in graph.subjects(RDF.type, kind):
            kinds.setdefault(subject, set()).add(kind)
    return kinds


def breaches(graph: rdflib.Graph) -> Iterator[str]:
    """Yield each breach of a rule as a line."""
    kinds = declared(graph)
    classes = set(graph.subjects(RDF.type, OWL.Class))
    yield from (f"{s} is declared as {len(k)} kinds of property" for s, k in kinds.items() if len(k) > 1)
    own = {*kinds, *classes}
    yield from (f"{term} is of the reserved vocabulary" for term in own if str(term).startswith(RESERVED))
    yield from (f"{kind} is used" for kind in LEFT_OUT if (None, RDF.type, kind) in graph)
    for s, p, o in graph:
        yield from (f"{s} {p} {o}: {why}" for why in (*_typing(p, o, kinds, classes), *_axiom(s, p, o, kinds)))


def _typing(p: Node, o: Node, kinds: dict[Node, set[Node]], classes: set[Node]) -> Iterator[str]:
    """Yield what is wrong with a statement by the kind of its property."""
    if p not in kinds and p not in ANNOTATIONS | AXIOMS:
        yield "the property is not declared"
    if isinstance(o, Literal) and (o.datatype or XSD.string) not in DATATYPES | DATES and not o.language:
        yield f"the datatype {o.datatype} is not OWL's"
    if kinds.get(p) == {OWL.ObjectProperty} and not isinstance(o, URIRef):
        yield "an object property has a literal"
    if kinds.get(p) == {OWL.DatatypeProperty} and not isinstance(o, Literal):
        yield "a datatype property has an individual"
    known = {*KINDS, OWL.Class, OWL.Ontology, OWL.NamedIndividual}
    if p == RDF.type and o not in classes | known:
        yield "the class is not declared"
    if p == RDFS.subClassOf and o not in classes:
        yield "the class is not declared"


def _axiom(s: Node, p: Node, o: Node, kinds: dict[Node, set[Node]]) -> Iterator[str]:
    """Yield what is wrong with an axiom about a property."""
    if p in (RDFS.subPropertyOf, OWL.inverseOf) and (kinds.get(s) != kinds.get(o) or s not in kinds):
        yield "two kinds of property meet"
    if p == OWL.inverseOf and kinds.get(s) != {OWL.ObjectProperty}:
        yield "only object properties have inverses"
    if p == RDFS.range and kinds.get(s) == {OWL.DatatypeProperty} and o not in DATATYPES | DATES:
        yield "a datatype property's range is no datatype"
    if p == RDFS.range and kinds.get(s) == {OWL.ObjectProperty} and str(o).startswith(RESERVED):
        yield "an object property's range is no class"


def test_the_rules_of_owl_2_dl_are_kept(graph: rdflib.Graph) -> None:
    """Every term is declared as one kind of thing and used as that kind, and nothing outside DL occurs."""
    assert sorted(set(breaches(graph)))[:10] == []


def test_the_ontology_imports_nothing_it_does_not_bring(graph: rdflib.Graph) -> None:
    """No import reaches for the network: there is none, for every foreign term is declared in the file itself."""
    assert not list(graph.objects(None, OWL.imports))


def test_no_structure_of_the_ontology_is_nameless(graph: rdflib.Graph) -> None:
    """No blank node stands for an anonymous class or a list, whose nesting DL would restrict."""
    assert not [s for s in graph.subjects() if isinstance(s, rdflib.BNode)]


@pytest.mark.parametrize(
    ("statement", "breach"),
    [
        ("cg:voice a owl:DatatypeProperty .", "2 kinds of property"),
        ("cg:x cg:unheardOf cg:y .", "not declared"),
        ('cg:x cg:voice "words" .', "has a literal"),
        ("cg:x cg:quote cg:y .", "has an individual"),
        ("cg:x a cg:Unheard .", "class is not declared"),
        ("cg:quote rdfs:subPropertyOf cg:voice .", "two kinds"),
        ("rdf:value a owl:DatatypeProperty .", "reserved"),
        ("cg:quote rdfs:range cg:Claim .", "no datatype"),
        ('cg:x cg:quote "1"^^xsd:gDay .', "not OWL's"),
    ],
)
def test_the_check_finds_each_breach(statement: str, breach: str) -> None:
    """A file that breaks a rule is found out, so that a pass means something."""
    prefixes = "".join(
        f"@prefix {prefix}: <{iri}> .\n"
        for prefix, iri in (
            ("owl", OWL),
            ("rdf", RDF),
            ("rdfs", RDFS),
            ("xsd", XSD),
            ("cg", "https://w3id.org/claimgraph/ontology#"),
        )
    )
    broken = rdflib.Graph().parse(data=ontology_text("claimgraph.ttl"), format="turtle")
    broken.parse(data=prefixes + statement, format="turtle")
    assert any(breach in line for line in breaches(broken))
