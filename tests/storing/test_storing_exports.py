"""Each export, read back by the tool it is for or the nearest library that reads it."""

import csv
import io
import json
import zipfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from time import process_time
from typing import Any

import networkx as nx
import pydot
import pytest
import rdflib
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree
from markdown_it import MarkdownIt
from owlrl import DeductiveClosure, OWLRL_Semantics  # type: ignore[import-untyped]
from pyarrow import parquet  # type: ignore[import-untyped]
from pyoxigraph import DefaultGraph, Quad, RdfFormat, Triple, parse
from rdflib.compare import isomorphic

from claimgraph.analysing import analyse, network
from claimgraph.knowledge.pack import Pack
from claimgraph.model import ClaimgraphError, Document, Facts, Mention, Voice
from claimgraph.storing.dataset import quads
from claimgraph.storing.exports import FORMATS, Exported, export, format_of, save
from claimgraph.storing.exports.base import carried_by_xml
from claimgraph.storing.exports.rdf import merged
from claimgraph.storing.tables import claim_rows
from claimgraph.vocabulary.namespaces import CG, OA, RDF

NASTY = 'a\x00b\x0b "quoted" <b>&amp;\\ \u2028 \ufffe =1+1 | 😀'


@pytest.fixture(scope="module")
def source(facts: Facts, pack: Pack) -> Exported:
    """The small pile with all an export may need."""
    return Exported(facts, analyse(facts, pack), pack, network(facts))


@pytest.fixture(scope="module")
def nasty(facts: Facts, pack: Pack) -> Exported:
    """The small pile with voices and subjects whose names hold what formats choke on."""
    voiced = [
        replace(c, voice=Voice(NASTY, "person"), subject=replace(c.subject, label=NASTY), id=c.id) for c in facts.claims
    ]
    changed = replace(facts, claims=tuple(voiced))
    return Exported(changed, None, pack, network(changed))


def only(source: Exported, name: str) -> bytes:
    """Return the one file of an export."""
    return export(source, name)[""]


def test_every_format_exports_and_repeats(source: Exported, nasty: Exported) -> None:
    """Each format of the list gives files, the same bytes twice, and takes the nastiest names."""
    for known in FORMATS:
        files = export(source, known.name)
        assert files == export(source, known.name), known.name
        assert all(files.values()), known.name
        assert (set(files) == {""}) is not known.several
        assert all(export(nasty, known.name).values())


@pytest.mark.parametrize(("name", "reader"), [("trig", "trig"), ("nquads", "nquads"), ("json-ld", "json-ld")])
def test_dataset_formats_keep_every_quad(name: str, reader: str, source: Exported) -> None:
    """Rdflib and Oxigraph read the dataset back whole, named graphs and all."""
    written = only(source, name)
    expected = set(quads(source.facts, source.findings, source.pack))
    kinds = {"trig": RdfFormat.TRIG, "nquads": RdfFormat.N_QUADS, "json-ld": RdfFormat.JSON_LD}
    assert set(parse(written, kinds[name])) == expected
    dataset = rdflib.Dataset()
    dataset.parse(data=written, format=reader)
    assert sum(1 for _ in dataset.quads()) == len(expected)
    graphs = {str(g.identifier) for g in dataset.graphs() if len(g)}
    names = {q.graph_name.value for q in expected if not isinstance(q.graph_name, DefaultGraph)}
    assert names <= graphs


@pytest.mark.parametrize(
    ("name", "reader"), [("turtle", "turtle"), ("ntriples", "nt"), ("n3", "n3"), ("rdf/xml", "xml")]
)
def test_graph_formats_keep_every_merged_triple(name: str, reader: str, source: Exported) -> None:
    """Rdflib reads the merged graph back whole from each format of one graph."""
    back = rdflib.Graph().parse(data=only(source, name), format=reader)
    assert len(back) == len(set(merged(source)))
    assert isomorphic(back, rdflib.Graph().parse(data=only(source, "ntriples"), format="nt"))


def test_a_merged_graph_asserts_no_claim(source: Exported) -> None:
    """No relation type of a claim stands as a predicate in it, so pages that disagree make no contradiction."""
    types = {claim.content.predicate.iri for claim in source.facts.claims}
    assert not types & {triple.predicate.value for triple in merged(source)}


def test_a_merged_graph_is_consistent_owl(source: Exported) -> None:
    """An OWL 2 RL reasoner finds no inconsistency in the merged graph, and knows claims for PROV entities."""
    graph = rdflib.Graph().parse(data=only(source, "turtle"), format="turtle")
    DeductiveClosure(OWLRL_Semantics).expand(graph)
    claim = rdflib.URIRef(source.facts.claims[0].iri)
    assert (claim, rdflib.RDF.type, rdflib.PROV.Entity) in graph
    assert not list(graph.subjects(rdflib.RDF.type, rdflib.OWL.Nothing))
    errors = rdflib.URIRef("http://www.daml.org/2002/03/agents/agent-ont#ErrorMessage")
    assert not list(graph.subjects(rdflib.RDF.type, errors))


@given(st.text(st.characters(), min_size=1, max_size=20))
@settings(max_examples=30, deadline=None)
def test_any_text_survives_json_ld_and_rdf_xml(text: str) -> None:
    """Any text comes back from JSON-LD as it was, and from RDF/XML with as many characters, each XML can carry."""
    plain = text.encode("utf-8", "replace").decode()
    document = Document("d", plain, "c" * 64, "d.txt")
    source = Exported(Facts((document,)), pack=Pack())
    dataset = rdflib.Dataset()
    dataset.parse(data=only(source, "json-ld"), format="json-ld")
    texts = rdflib.URIRef(CG.text)
    assert {str(q[2]) for q in dataset.quads((None, texts, None, None))} == {plain}
    graph = rdflib.Graph().parse(data=only(source, "rdf/xml"), format="xml")
    assert [str(o) for o in graph.objects(None, texts)] == [carried_by_xml(plain)]
    assert len(carried_by_xml(plain)) == len(plain)


def test_json_ld_is_compact_and_linear(made_up: Callable[[int], Facts], source: Exported) -> None:
    """Names are prefixed by a context, and four times the claims take nowhere near sixteen times as long."""
    written = json.loads(only(source, "json-ld"))
    assert written["@context"]["cg"] == CG.iri_
    claim = next(node for node in written["@graph"] if node.get("@type") == "cg:Claim")
    assert claim["cg:polarity"] == {"@id": "cg:polarity-positive"}
    small, large = (Exported(made_up(size), pack=Pack()) for size in (250, 1000))
    times = []
    for one in (small, large):
        start = process_time()
        only(one, "json-ld")
        times.append(process_time() - start)
    assert times[1] < 10 * times[0] + 0.5


def same_shape(back: "nx.Graph[Any]", source: Exported) -> None:
    """Check that a graph read back has the nodes, edges, labels and signs of the network."""
    assert source.network is not None
    assert sorted(back.nodes) == sorted(source.network.nodes)
    assert sorted(back.edges()) == sorted(source.network.edges())
    signs = sorted(int(d["sign"]) for _, _, d in back.edges(data=True))
    assert signs == sorted(d["sign"] for _, _, d in source.network.edges(data=True))


def test_graphml_opens_in_networkx(source: Exported, nasty: Exported) -> None:
    """Networkx reads the GraphML with every node, every parallel edge and the signs; nasty names are no obstacle."""
    same_shape(nx.read_graphml(io.BytesIO(only(source, "graphml")), force_multigraph=True), source)
    assert nasty.network
    assert len(nx.read_graphml(io.BytesIO(only(nasty, "graphml")), force_multigraph=True)) == len(nasty.network)


def test_gexf_opens_as_gephi_reads_it(source: Exported, nasty: Exported) -> None:
    """Networkx reads the GEXF; edge ids are unique, declared attributes have one type each, and no day stands in it."""
    same_shape(nx.read_gexf(io.BytesIO(only(source, "gexf"))), source)
    for one in (source, nasty):
        root = etree.fromstring(only(one, "gexf"))
        ids = [edge.get("id") for edge in root.iterfind(".//{*}edge")]
        assert len(ids) == len(set(ids))
        for declared in root.iterfind(".//{*}attributes"):
            titles = [attribute.get("title") for attribute in declared]
            assert len(titles) == len(set(titles))
            assert not {"id", "label"} & set(titles)
        assert "lastmodifieddate" not in only(one, "gexf").decode()


def test_graphml_declares_what_it_uses(source: Exported, nasty: Exported) -> None:
    """Every value's key is declared for its kind of element with a type GraphML knows, and every edge joins nodes."""
    for one in (source, nasty):
        root = etree.fromstring(only(one, "graphml"))
        keys = {key.get("id"): key for key in root.iterfind("{*}key")}
        assert len(keys) == len(root.findall("{*}key"))
        assert {key.get("attr.type") for key in keys.values()} <= {
            "boolean",
            "int",
            "long",
            "float",
            "double",
            "string",
        }
        for data in root.iterfind(".//{*}data"):
            parent = data.getparent()
            assert parent is not None
            assert keys[data.get("key")].get("for") in (etree.QName(parent).localname, "all")
        nodes = {node.get("id") for node in root.iterfind(".//{*}node")}
        assert {edge.get(end) for edge in root.iterfind(".//{*}edge") for end in ("source", "target")} <= nodes


#: GEXF 1.3 as far as a static graph without hierarchy goes: attributes that must be there, those that may, children
#: in their order. Source: the format's grammar (gexf.net, version 1.3).
GEXF: dict[str, tuple[set[str], set[str], tuple[str, ...]]] = {
    "gexf": ({"version"}, {"variant"}, ("meta", "graph")),
    "meta": (set(), {"lastmodifieddate"}, ("creator", "keywords", "description")),
    "creator": (set(), set(), ()),
    "graph": (set(), {"defaultedgetype", "idtype", "mode"}, ("attributes", "nodes", "edges")),
    "attributes": ({"class"}, set(), ("attribute",)),
    "attribute": ({"id", "title", "type"}, set(), ("default", "options")),
    "nodes": (set(), {"count"}, ("node",)),
    "node": ({"id"}, {"label"}, ("attvalues",)),
    "edges": (set(), {"count"}, ("edge",)),
    "edge": ({"source", "target"}, {"id", "type", "label", "weight", "kind"}, ("attvalues",)),
    "attvalues": (set(), set(), ("attvalue",)),
    "attvalue": ({"for", "value"}, set(), ()),
}


def test_gexf_keeps_the_rules_of_version_1_3(source: Exported, nasty: Exported) -> None:
    """Elements, their order, attributes and their values are those of the format's grammar, and every name leads on."""
    for one in (source, nasty):
        root = etree.fromstring(only(one, "gexf"))
        for element in root.iter(etree.Element):
            tag = etree.QName(element)
            required, allowed, children = GEXF[tag.localname]
            assert tag.namespace == "http://gexf.net/1.3"
            assert required <= set(element.attrib) <= required | allowed
            places = [children.index(etree.QName(child).localname) for child in element]
            assert places == sorted(places)
        assert root.get("version") == "1.3"
        assert {a.get("type") for a in root.iterfind(".//{*}attribute")} <= {"string", "long", "double", "boolean"}
        nodes = {node.get("id") for node in root.iterfind(".//{*}node")}
        assert {edge.get(end) for edge in root.iterfind(".//{*}edge") for end in ("source", "target")} <= nodes
        for element in (*root.iterfind(".//{*}node"), *root.iterfind(".//{*}edge")):
            kind = etree.QName(element).localname
            declared = {a.get("id") for a in root.iterfind(f".//{{*}}attributes[@class='{kind}']/{{*}}attribute")}
            assert {value.get("for") for value in element.iterfind(".//{*}attvalue")} <= declared


def test_gexf_keeps_parallel_edges_apart(source: Exported) -> None:
    """Two edges between the same two nodes differ in their kind, for Gephi merges those that do not."""
    root = etree.fromstring(only(source, "gexf"))
    ends = [(edge.get("source"), edge.get("target"), edge.get("kind")) for edge in root.iterfind(".//{*}edge")]
    assert len(ends) == len(set(ends))
    assert {kind for _, _, kind in ends} >= {"affirms", "denies", "conflict: contradictory"}


def test_cytoscape_reads_its_elements(source: Exported) -> None:
    """Networkx reads the Cytoscape JSON; every element has an id of its own."""
    document = json.loads(only(source, "cytoscape"))
    elements = document["elements"]
    ids = [element["data"]["id"] for element in elements["nodes"] + elements["edges"]]
    assert len(ids) == len(set(ids))
    same_shape(nx.cytoscape_graph({**document, "data": []}), source)


def test_dot_parses(source: Exported, nasty: Exported) -> None:
    """Pydot parses the DOT with every node and edge, whatever the names hold, and conflicts are dashed."""
    for one in (source, nasty):
        assert one.network is not None
        [graph] = pydot.graph_from_dot_data(only(one, "dot").decode()) or []
        assert len(graph.get_edges()) == one.network.number_of_edges()
        assert len([n for n in graph.get_nodes() if n.get_name() != "node"]) == len(one.network)
        assert any(edge.get("style") == '"dashed"' for edge in graph.get_edges())


def read_table(content: bytes, delimiter: str = ",") -> list[dict[str, str]]:
    """Return the rows of a table."""
    return list(csv.DictReader(io.StringIO(content.decode(), newline=""), delimiter=delimiter))


def test_kgx_holds_what_biolink_asks_for(source: Exported) -> None:
    """Edges join nodes that are there, with Biolink's predicate, knowledge level, agent type and source."""
    files = export(source, "kgx")
    nodes, edges = read_table(files["nodes.tsv"], "\t"), read_table(files["edges.tsv"], "\t")
    ids = {node["id"] for node in nodes}
    assert "FOODON:0001" in ids
    assert len(ids) == len(nodes)
    assert {edge["subject"] for edge in edges} | {edge["object"] for edge in edges} <= ids
    for edge in edges:
        assert edge["predicate"].startswith("biolink:")
        assert (edge["knowledge_level"], edge["agent_type"]) == ("not_provided", "text_mining_agent")
        assert edge["primary_knowledge_source"].startswith("infores:")
    assert [edge["negated"] for edge in edges] == ["false", "false", "true", "true"]
    assert all(node["category"].startswith("biolink:") for node in nodes)


def test_treats_is_never_stated_as_established(facts: Facts) -> None:
    """A stated "treats" is Biolink's "treats or applied or studied to treat", not its established treatment."""
    claim = facts.claims[0]
    treats = replace(claim.content, predicate=replace(claim.content.predicate, concept=CG.iri_ + "treats"))
    changed = replace(facts, claims=(replace(claim, content=treats, id=claim.id),), relations=())
    [edge] = read_table(export(Exported(changed, pack=Pack()), "kgx")["edges.tsv"], "\t")
    assert edge["predicate"] == "biolink:treats_or_applied_or_studied_to_treat"


def test_neo4j_relationships_join_nodes_that_are_there(source: Exported) -> None:
    """Each node has one id over all files, each relationship starts and ends at one, as the import demands."""
    files = dict(export(source, "neo4j"))
    edges = read_table(files.pop("relationships.csv"))
    nodes = [row for content in files.values() for row in read_table(content)]
    ids = [row["iri:ID"] for row in nodes]
    assert len(ids) == len(set(ids))
    assert {row[":LABEL"] for row in nodes} >= {"Claim", "Voice", "Document", "Concept", "Proposition"}
    assert {edge[end] for edge in edges for end in (":START_ID", ":END_ID")} <= set(ids)
    assert {"AFFIRMS", "DENIES", "CONFLICTS_WITH", "REPORTED_BY"} <= {edge[":TYPE"] for edge in edges}


def test_claimreview_rates_no_truth(source: Exported) -> None:
    """Each proposition is a schema.org ClaimReview with its pages and the state of the answers, without a number."""
    document = json.loads(only(source, "claimreview"))
    document["@context"] = {"@vocab": "https://schema.org/"}
    graph = rdflib.Graph().parse(data=json.dumps(document), format="json-ld")
    reviews = list(graph.subjects(rdflib.RDF.type, rdflib.SDO.ClaimReview))
    assert len(reviews) == len(source.facts.propositions())
    assert not list(graph.objects(None, rdflib.SDO.ratingValue))
    assert all(graph.value(review, rdflib.SDO.claimReviewed) for review in reviews)
    assert "https://example.org/tonic" in {str(url) for url in graph.objects(None, rdflib.SDO.url)}


def test_annotations_are_found_again_in_the_text(source: Exported) -> None:
    """Each annotation's selectors, by words and by place, lead to the same words of its document."""
    page = json.loads(only(source, "annotations"))
    assert page["@context"] == "http://www.w3.org/ns/anno.jsonld"
    texts = {d.address or d.iri: d.text for d in source.facts.documents}
    for item, claim in zip(page["items"], source.facts.claims, strict=True):
        words, place = item["target"]["selector"][:2]
        text = texts[item["target"]["source"]]
        assert text[place["start"] : place["end"]] == words["exact"] == claim.quote.exact
        assert words["prefix"] + words["exact"] + words["suffix"] in text
        assert (item["type"], words["type"], place["type"]) == (
            "Annotation",
            "TextQuoteSelector",
            "TextPositionSelector",
        )


def test_tables_have_a_row_each_and_run_no_formula(source: Exported, facts: Facts) -> None:
    """CSV has a row a fact; a name that a spreadsheet would run is kept from running."""
    files = export(source, "csv")
    counts = {name: len(read_table(content)) for name, content in files.items()}
    assert counts["claims.csv"] == len(facts.claims)
    assert counts["relations.csv"] == len(facts.relations)
    assert counts["documents.csv"] == len(facts.documents)
    claim = facts.claims[0]
    evil = replace(claim, voice=Voice("=HYPERLINK(1)"), subject=Mention("@x", "x"), id=claim.id)
    [row] = read_table(export(Exported(replace(facts, claims=(evil,), relations=())), "csv")["claims.csv"])
    assert (row["voice"], row["subject_text"]) == ("'=HYPERLINK(1)", "'@x")


def test_parquet_has_the_same_rows(source: Exported, facts: Facts) -> None:
    """Pyarrow reads the claims back, with numbers as numbers."""
    assert parquet.read_table(io.BytesIO(only(source, "parquet"))).to_pylist() == list(claim_rows(facts))


def test_markdown_shows_both_sides_and_runs_nothing(source: Exported, nasty: Exported) -> None:
    """The report names the conflict with both quotes; what documents say never becomes HTML or a link."""
    html = MarkdownIt("commonmark", {"html": True}).enable("table").render(only(source, "markdown").decode())
    assert "Mint tea does not calm the stomach" in html
    assert html.count("<blockquote>") == 4
    assert "differs in population" in html
    rendered = MarkdownIt("commonmark", {"html": True}).enable("table").render(only(nasty, "markdown").decode())
    assert "<b>" not in rendered
    assert "&lt;b&gt;" in rendered


def test_a_format_is_told_by_its_suffix() -> None:
    """No two formats share a suffix, and an unknown one is refused with the list."""
    suffixes = [suffix for known in FORMATS for suffix in known.suffixes]
    assert len(suffixes) == len(set(suffixes))
    assert format_of(Path("x.GEXF")).name == "gexf"
    with pytest.raises(ClaimgraphError, match="the suffix tells no format"):
        format_of(Path("x.doc"))
    with pytest.raises(ClaimgraphError, match="no format 'doc'"):
        export(Exported(Facts()), "doc")


def test_files_are_saved_whole(source: Exported, tmp_path: Path) -> None:
    """One file, a folder or a zip: each has the bytes of the export, and nothing is left beside it."""
    save(export(source, "turtle"), tmp_path / "graph.ttl")
    assert (tmp_path / "graph.ttl").read_bytes() == only(source, "turtle")
    tables = export(source, "csv")
    save(tables, tmp_path / "tables")
    assert {p.name: p.read_bytes() for p in (tmp_path / "tables").iterdir()} == tables
    save(tables, tmp_path / "tables.zip")
    with zipfile.ZipFile(tmp_path / "tables.zip") as archive:
        assert {name: archive.read(name) for name in archive.namelist()} == tables
    assert sorted(p.name for p in tmp_path.iterdir()) == ["graph.ttl", "tables", "tables.zip"]
    with pytest.raises(ClaimgraphError, match="cannot be written"):
        save(tables, tmp_path / "graph.ttl" / "below")


def test_quotes_hold_after_xml_cleaning(facts: Facts, pack: Pack) -> None:
    """In RDF/XML a quote with characters XML cannot carry still stands where its offsets say."""
    first = facts.documents[0]
    text = first.text.replace("\n\n", "\x0c\r", 1)
    changed = replace(facts, documents=(replace(first, text=text), facts.documents[1]))
    graph = rdflib.Graph().parse(data=only(Exported(changed, pack=pack), "rdf/xml"), format="xml")
    for claim in facts.claims[:2]:
        here = rdflib.URIRef(claim.iri)
        [stands] = [
            str(o)
            for d in graph.objects(here, rdflib.URIRef(CG.document))
            for o in graph.objects(d, rdflib.URIRef(CG.text))
        ]
        assert stands[claim.quote.start : claim.quote.end] == claim.quote.exact


def test_the_merged_stream_has_the_selectors(source: Exported) -> None:
    """The merged graph keeps both selectors of every quote."""
    found = {t.object.value for t in merged(source) if isinstance(t, Triple) and t.predicate.value == RDF.type}  # type: ignore[union-attr]
    assert {OA.TextQuoteSelector, OA.TextPositionSelector} <= found
    assert all(isinstance(q, Quad) for q in quads(source.facts, pack=source.pack))
