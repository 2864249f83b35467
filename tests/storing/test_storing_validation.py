"""The SHACL gate, with pyshacl as the oracle."""

from collections.abc import Callable

import pytest
import rdflib
from pyoxigraph import BlankNode, Literal, NamedNode, Quad, RdfFormat, Store, serialize
from pyshacl import validate
from rdflib.namespace import SH

from claimgraph.knowledge.pack import Pack
from claimgraph.model import ClaimgraphError, Facts
from claimgraph.storing.dataset import quads
from claimgraph.storing.validation import Violation, require_valid, violations
from claimgraph.vocabulary.namespaces import CG, DCTERMS, OA, RDF, RDFS, XSD
from claimgraph.vocabulary.resources import ontology_text

Change = Callable[[Store, Facts], None]


def by_pyshacl(store: Store) -> set[Violation]:
    """Return pyshacl's findings on the merged graph."""
    data = rdflib.Graph().parse(data=serialize({q.triple for q in store}, format=RdfFormat.N_TRIPLES), format="nt")
    shapes = rdflib.Graph().parse(data=ontology_text("shapes.ttl"), format="turtle")
    _, report, _ = validate(data, shacl_graph=shapes)
    assert isinstance(report, rdflib.Graph)
    found = set()
    for result in report.subjects(rdflib.RDF.type, SH.ValidationResult):
        one = {p: report.value(result, p) for p in (SH.focusNode, SH.resultPath, SH.resultMessage)}
        path = str(one[SH.resultPath] or "")
        component = str(report.value(result, SH.sourceConstraintComponent))
        found.add(Violation(str(one[SH.focusNode]), path, str(one[SH.resultMessage]), component))
    return found


def drop(predicate: str) -> Change:
    """Return the change that takes a property from everything that has it."""

    def change(store: Store, facts: Facts) -> None:
        for quad in list(store.quads_for_pattern(None, NamedNode(predicate), None)):
            store.remove(quad)

    return change


def add(predicate: str, value: NamedNode | Literal | BlankNode) -> Change:
    """Return the change that gives the first claim one more value."""

    def change(store: Store, facts: Facts) -> None:
        store.add(Quad(NamedNode(facts.claims[0].iri), NamedNode(predicate), value))

    return change


def instead(predicate: str, value: NamedNode | Literal | BlankNode) -> Change:
    """Return the change that gives everything with a property another value of it, in the same graph."""

    def change(store: Store, facts: Facts) -> None:
        for quad in list(store.quads_for_pattern(None, NamedNode(predicate), None)):
            store.remove(quad)
            store.add(Quad(quad.subject, quad.predicate, value, quad.graph_name))

    return change


CHANGES: dict[str, Change] = {
    "no quote": drop(CG.quote),
    "two quotes": add(CG.quote, Literal("another")),
    "empty quote": instead(CG.quote, Literal("")),
    "quote in a language": instead(CG.quote, Literal("mint", language="en")),
    "a quote that stands elsewhere": instead(CG.quote, Literal("Mint")),
    "no document": drop(CG.document),
    "a document that is none": instead(CG.document, NamedNode("https://example.org/none")),
    "no voice": drop(CG.voice),
    "a voice that is words": instead(CG.voice, Literal("someone")),
    "no proposition": drop(CG.utters),
    "two polarities": add(CG.polarity, NamedNode(CG["polarity-negative"])),
    "a polarity that is none": instead(CG.polarity, NamedNode(CG["certainty-hedged"])),
    "no certainty": drop(CG.certainty),
    "evidence in words": instead(CG.evidence, Literal("a trial")),
    "no quotation": drop(CG.hasQuotation),
    "no selectors": drop(OA.hasSelector),
    "no exact words": drop(OA.exact),
    "a start before the text": instead(OA.start, Literal("-1", datatype=NamedNode(XSD.integer))),
    "an end that is words": instead(OA.end, Literal("later")),
    "no text": drop(CG.text),
    "no digest": instead(CG.sha256, Literal("abc")),
    "no name of a document": drop(DCTERMS.identifier),
    "no labels": drop(RDFS.label),
    "no subject": drop(CG.subject),
    "a predicate that is words": instead(CG.predicate, Literal("calms")),
    "no source": drop(CG.source),
    "a target that is no claim": instead(CG.target, NamedNode(CG.Claim)),
    "no rule": drop(CG.rule),
    "empty reason": instead(CG.rationale, Literal("", language="en")),
    "nothing that differs": drop(CG.differingSlot),
    "claims that are none": drop(RDF.type),
}


@pytest.fixture
def broken(facts: Facts, pack: Pack) -> Store:
    """A store of one's own to break."""
    store = Store()
    store.extend(quads(facts, pack=pack))
    return store


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES.keys())
def test_seeded_violations_are_found_as_pyshacl_finds_them(change: Change, broken: Store, facts: Facts) -> None:
    """Whatever is broken, the compiled shapes and pyshacl find the same things, with the same messages."""
    change(broken, facts)
    assert set(violations(broken)) == by_pyshacl(broken)


def test_most_changes_are_violations(facts: Facts, pack: Pack) -> None:
    """Each change but the last breaks a shape, so the comparison above compares something."""
    for name, change in CHANGES.items():
        store = Store()
        store.extend(quads(facts, pack=pack))
        change(store, facts)
        assert bool(violations(store)) is (name != "claims that are none"), name


def test_a_sound_graph_passes(store: Store) -> None:
    """The graph of a build breaks no shape, for the compiled shapes nor for pyshacl."""
    assert violations(store) == ()
    assert by_pyshacl(store) == set()
    require_valid(store)


def test_a_violation_stops_with_the_shape_s_message(broken: Store, facts: Facts) -> None:
    """The gate raises one line with the message of the shape, the thing at fault and how many others there are."""
    drop(CG.quote)(broken, facts)
    with pytest.raises(ClaimgraphError, match=r"claim/c\w+: a claim has no verbatim quote.* \(and 3 more\)"):
        require_valid(broken)


def test_a_shape_that_is_not_compiled_is_refused(store: Store) -> None:
    """A constraint that the compiler does not know stops it; it is never passed over."""
    shape = """@prefix sh: <http://www.w3.org/ns/shacl#> . @prefix cg: <https://w3id.org/claimgraph/ontology#> .
    <a:s> a sh:NodeShape ; sh:targetClass cg:Claim ;
        sh:property [ sh:path cg:quote ; sh:maxLength 3 ; sh:message "m" ] ."""
    with pytest.raises(ClaimgraphError, match="maxLength, which is not compiled"):
        violations(store, shape)
