"""The RDF of a build."""

from collections.abc import Callable
from dataclasses import replace
from itertools import pairwise

import rdflib
from hypothesis import given, settings
from hypothesis import strategies as st
from nanopub.nanopub import Nanopub
from pyoxigraph import DefaultGraph, NamedNode, Quad, RdfFormat, Store, parse, serialize
from rdflib.compare import isomorphic

from claimgraph.knowledge.pack import Pack
from claimgraph.model import Document, Facts, Polarity
from claimgraph.model.identity import IDENTIFIED
from claimgraph.storing.dataset import quads, to_rdflib, to_trig
from claimgraph.storing.exports.base import carried_by_xml
from claimgraph.storing.naming import of_claim
from claimgraph.storing.terms import carried, day, number
from claimgraph.vocabulary.namespaces import CG, NP, OA, OWL, PROV, RDF, SKOS, VOCABULARIES


def in_graph(found: list[Quad], iri: str) -> list[tuple[str, str, str]]:
    """Return the triples of one named graph as plain strings."""
    graph = NamedNode(iri)
    return [(q.subject.value, q.predicate.value, q.object.value) for q in found if q.graph_name == graph]  # type: ignore[union-attr]


def test_positive_claims_assert_the_plain_triple(facts: Facts, pack: Pack) -> None:
    """A positive claim's assertion graph holds its plain triple and nothing else."""
    found = list(quads(facts, pack=pack))
    claim = facts.claims[0]
    content = claim.content
    assert content.object
    plain = (content.subject.iri, content.predicate.iri, content.object.iri)
    assert in_graph(found, of_claim("assertion", claim)) == [plain]


def test_a_claim_without_object_has_a_triple_too(facts: Facts, pack: Pack) -> None:
    """Where nothing follows the verb, the subject "does" the predicate."""
    claim = facts.claims[1]
    asserted = in_graph(list(quads(facts, pack=pack)), of_claim("assertion", claim))
    assert asserted == [(claim.content.subject.iri, CG.does, claim.content.predicate.iri)]


def test_a_negative_claim_never_asserts_the_plain_triple(facts: Facts, pack: Pack) -> None:
    """No graph holds a triple that only negative claims are about; the denial is a node of its own."""
    found = list(quads(facts, pack=pack))
    unqualified, narrowed = facts.claims[2], facts.claims[3]
    for claim in (unqualified, narrowed):
        graph = in_graph(found, of_claim("assertion", claim))
        assert all(predicate != claim.content.predicate.iri for _, predicate, _ in graph)
        assert (of_claim("denial", claim), CG.denies, claim.proposition) in graph
    denial = (of_claim("denial", unqualified), RDF.type, OWL.NegativePropertyAssertion)
    assert denial in in_graph(found, of_claim("assertion", unqualified))
    assert not any(o == OWL.NegativePropertyAssertion for _, _, o in in_graph(found, of_claim("assertion", narrowed)))


def test_nothing_is_asserted_outside_assertion_graphs(facts: Facts, pack: Pack) -> None:
    """Relation types stand as predicates in assertion graphs only: the graph endorses nothing."""
    types = {claim.content.predicate.iri for claim in facts.claims}
    for quad in quads(facts, pack=pack):
        if quad.predicate.value in types:
            assert isinstance(quad.graph_name, NamedNode)
            assert quad.graph_name.value.startswith(IDENTIFIED + "assertion/")


def test_every_claim_is_a_valid_nanopublication(facts: Facts, pack: Pack) -> None:
    """The nanopub package takes the four graphs of each claim for a valid nanopublication."""
    found = list(quads(facts, pack=pack))
    for claim in facts.claims:
        graphs = {NamedNode(of_claim(kind, claim)) for kind in ("head", "assertion", "provenance", "pubinfo")}
        own = serialize([q for q in found if q.graph_name in graphs], format=RdfFormat.N_QUADS)
        assert own
        dataset = rdflib.Dataset()
        dataset.parse(data=own, format="nquads")
        assert Nanopub(rdf=dataset).is_valid


def test_provenance_leads_to_the_characters_of_the_quote(facts: Facts, pack: Pack) -> None:
    """From a claim's assertion a path of W3C terms leads to its document and the characters in it."""
    dataset = to_rdflib(facts, pack=pack)
    claim = facts.claims[3]
    graph = dataset.graph(rdflib.URIRef(of_claim("provenance", claim)))
    assertion = rdflib.URIRef(of_claim("assertion", claim))
    quotation = graph.value(assertion, rdflib.URIRef(PROV.wasDerivedFrom))
    document = graph.value(quotation, rdflib.URIRef(OA.hasSource))
    [place] = (
        s for s in graph.objects(quotation, rdflib.URIRef(OA.hasSelector)) if graph.value(s, rdflib.URIRef(OA.start))
    )
    start, end = (int(str(graph.value(place, rdflib.URIRef(p)))) for p in (OA.start, OA.end))
    text = str(dataset.value(document, rdflib.URIRef(CG.text)))
    assert text[start:end] == claim.quote.exact


def test_every_term_of_a_vocabulary_is_in_it(facts: Facts, pack: Pack) -> None:
    """No quad uses a term of a shared vocabulary that its closed namespace does not list."""
    for quad in quads(facts, pack=pack):
        for term in (quad.predicate, quad.object):
            if isinstance(term, NamedNode):
                owners = [v for v in VOCABULARIES if term.value.startswith(v.iri_)]
                assert all(term.value in v for v in owners), term.value


def test_no_quad_comes_twice(made_up: Callable[[int], Facts]) -> None:
    """The stream has no duplicates and is grouped by graph and subject, as compact writers need it."""
    found = list(quads(made_up(300), pack=Pack()))
    assert len(found) == len(set(found))
    named = [q.graph_name for q in found if not isinstance(q.graph_name, DefaultGraph)]
    changes = 1 + sum(one != other for one, other in pairwise(named))
    assert changes == len(set(named))


def test_the_same_facts_give_the_same_bytes(made_up: Callable[[int], Facts]) -> None:
    """Made and written twice, the graph has the same bytes, and no time in it."""
    once, again = (to_trig(made_up(120), pack=Pack()) for _ in range(2))
    assert once == again
    assert b"generatedAtTime" not in once
    assert b"generatedAtTime" in to_trig(made_up(1), pack=Pack(), generated="2026-01-01T00:00:00Z")


def test_the_store_gives_back_what_was_written(facts: Facts, pack: Pack, store: Store) -> None:
    """Oxigraph rewrites no literal of a build: every quad comes back as it was."""
    assert set(store) == set(quads(facts, pack=pack))


def test_rdflib_holds_the_same_quads(facts: Facts, pack: Pack, store: Store) -> None:
    """The rdflib dataset has as many quads as the store, with the prefixes bound."""
    dataset = to_rdflib(facts, pack=pack)
    assert len(list(dataset.quads())) == len(store)
    assert dict(dataset.namespaces())["cg"] == rdflib.URIRef(CG.iri_)


def test_concepts_bring_what_the_pack_knows(facts: Facts, pack: Pack, store: Store) -> None:
    """A concept in use has its labels, kind, broader concept and public identifier; so has the broader one a label."""
    dataset = to_rdflib(facts, pack=pack)
    mint = rdflib.URIRef("https://example.org/pack#mint")
    said = {(str(p), str(o)) for p, o in dataset.predicate_objects(mint)}
    assert {(SKOS.prefLabel, "mint tea"), (SKOS.altLabel, "peppermint tea"), (CG.kind, CG.Treatment)} <= said
    assert (SKOS.exactMatch, "http://purl.obolibrary.org/obo/FOODON_0001") in said
    assert (SKOS.closeMatch, "http://id.nlm.nih.gov/mesh/D0001") in said
    assert (SKOS.hiddenLabel, "mynt tea") in said
    broader = rdflib.URIRef("https://example.org/pack#tea")
    assert str(dataset.value(broader, rdflib.URIRef(SKOS.prefLabel))) == "tea"


def test_voices_are_chained(facts: Facts, pack: Pack) -> None:
    """A reported voice leads to the one that reports it, and a guessed one is marked."""
    dataset = to_rdflib(facts, pack=pack)
    many, page = facts.claims[1].voice, facts.claims[0].voice
    reported = dataset.value(rdflib.URIRef(many.iri("clinic")), rdflib.URIRef(CG.reportedBy))
    assert str(reported) == page.iri("clinic")
    poster = rdflib.URIRef(facts.claims[2].voice.iri("forum"))
    assert str(dataset.value(poster, rdflib.URIRef(CG.uncertain))) == "true"


def test_groups_of_two_pages_are_two_voices(facts: Facts) -> None:
    """The "many" of one page are not those of another, but a publisher is one voice everywhere."""
    page, many = facts.claims[0].voice, facts.claims[1].voice
    assert many.iri("one") != many.iri("other")
    assert page.iri("one") == page.iri("other")


@given(st.text(st.characters(), min_size=1, max_size=30))
@settings(max_examples=40, deadline=None)
def test_any_text_is_read_alike_by_both_libraries(text: str) -> None:
    """Whatever characters a document holds, rdflib and Oxigraph read them from TriG and N-Triples the same."""
    document = Document("d", text, "c" * 64, "d.txt", title=text, publisher=text)
    written = to_trig(Facts((document,)), pack=Pack())
    found = set(parse(written, RdfFormat.TRIG))
    texts = {q.object.value for q in found if q.predicate.value == CG.text}
    assert texts == {carried(text)}
    assert len(carried(text)) == len(text)
    one, other = rdflib.Graph(), rdflib.Graph()
    one.parse(data=written, format="trig")
    other.parse(data=serialize((q.triple for q in found), format=RdfFormat.N_TRIPLES), format="nt")
    assert isomorphic(one, other)


#: rdflib's own formats of datasets and of one graph, each with whether it is XML, which cannot hold every character.
OF_DATASETS = {"trig": False, "nquads": False, "json-ld": False, "hext": False, "trix": True}
OF_GRAPHS = {"turtle": False, "longturtle": False, "n3": False, "nt": False, "xml": True, "pretty-xml": True}
READ_AS = {"longturtle": "turtle", "pretty-xml": "xml"}


def by_value(subject: object, predicate: object, object_: object, graph: object = None) -> tuple[str, ...]:
    """Return a quad as text, literals by value: rdflib writes 1 as 1.0, and adds to a plain text that it is one."""
    if not isinstance(object_, rdflib.Literal):
        return str(subject), str(predicate), str(object_), str(graph)
    kind = object_.datatype or (rdflib.RDF.langString if object_.language else rdflib.XSD.string)
    value = str(object_.value.normalize()) if kind == rdflib.XSD.decimal else str(object_)
    return str(subject), str(predicate), value, str(kind), str(object_.language), str(graph)


@given(text=st.text(st.characters(), min_size=1, max_size=20))
@settings(max_examples=12, deadline=None)
def test_a_build_round_trips_in_every_format_of_rdflib(text: str, facts: Facts, pack: Pack) -> None:
    """Written by rdflib in each of its formats and read back, no quad is lost and no literal means another thing.

    The XML formats are given a text that XML can carry.
    """
    for for_xml in (False, True):
        said = carried_by_xml(text) if for_xml else text
        changed = replace(
            facts, documents=(replace(facts.documents[0], title=said, publisher=said), facts.documents[1])
        )
        dataset = to_rdflib(changed, pack=pack)
        expected = {by_value(*quad) for quad in dataset.quads()}
        for name in (name for name, xml in OF_DATASETS.items() if xml is for_xml):
            back = rdflib.Dataset()
            back.parse(data=dataset.serialize(format=name), format=name)
            assert {by_value(*quad) for quad in back.quads()} == expected, name
        graph = rdflib.Graph()
        for subject, predicate, object_, _ in dataset.quads():
            graph.add((subject, predicate, object_))
        for name in (name for name, xml in OF_GRAPHS.items() if xml is for_xml):
            again = rdflib.Graph().parse(data=graph.serialize(format=name), format=READ_AS.get(name, name))
            assert {by_value(*triple) for triple in again} == {by_value(*triple) for triple in graph}, name


@given(st.floats(allow_nan=False, allow_infinity=False))
@settings(deadline=None)
def test_numbers_keep_their_value(value: float) -> None:
    """A number's literal means the same number, and a store gives the same spelling back."""
    literal = number(value)
    assert float(literal.value) == value
    store = Store()
    quad = Quad(NamedNode("a:s"), NamedNode("a:p"), literal)
    store.add(quad)
    assert list(store) == [quad]


def test_dates_are_typed_as_precisely_as_they_are_given() -> None:
    """A year, a month and a day have their types; what is no date stays words."""
    kinds = {
        text: day(text).datatype.value.rpartition("#")[2] for text in ("2019", "2019-05", "2019-05-21", "2019-02-30")
    }
    assert kinds == {"2019": "gYear", "2019-05": "gYearMonth", "2019-05-21": "date", "2019-02-30": "string"}


def test_signed_edges_lead_to_the_proposition(facts: Facts, store: Store) -> None:
    """Each claim has one signed edge to its proposition, affirming or denying as its polarity says."""
    for claim in facts.claims:
        edge = CG.affirms if claim.polarity is Polarity.POSITIVE else CG.denies
        wrong = CG.denies if claim.polarity is Polarity.POSITIVE else CG.affirms
        here = NamedNode(claim.iri)
        assert [q.object for q in store.quads_for_pattern(here, NamedNode(edge), None)] == [
            NamedNode(claim.proposition)
        ]
        assert not list(store.quads_for_pattern(here, NamedNode(wrong), None))
    heads = list(store.quads_for_pattern(None, NamedNode(RDF.type), NamedNode(NP.Nanopublication)))
    assert len(heads) == len(facts.claims)
