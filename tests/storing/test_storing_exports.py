"""Each export, read back by the tool it is for or the nearest library that reads it."""

import csv
import io
import json
import shutil
import subprocess
import zipfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from time import process_time

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

from claimgraph.knowledge.pack import Pack
from claimgraph.model import ClaimgraphError, Document, Facts, Mention, Voice
from claimgraph.storing.dataset import quads
from claimgraph.storing.exports import FORMATS, Exported, export, format_of, save
from claimgraph.storing.exports.base import carried_by_xml
from claimgraph.storing.exports.rdf import merged
from claimgraph.storing.tables import (
    CLAIM_COLUMNS,
    DOCUMENT_COLUMNS,
    PROPOSITION_COLUMNS,
    RELATION_COLUMNS,
    claim_rows,
    document_rows,
    proposition_rows,
    relation_rows,
)
from claimgraph.vocabulary.namespaces import CG, OA, RDF


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


def test_graphml_opens_in_networkx(
    source: Exported, nasty: Exported, same_shape: Callable[[object, Exported], None]
) -> None:
    """Networkx reads the GraphML with every node, every parallel edge and the signs; nasty names are no obstacle."""
    same_shape(nx.read_graphml(io.BytesIO(only(source, "graphml")), force_multigraph=True), source)
    assert nasty.network
    assert len(nx.read_graphml(io.BytesIO(only(nasty, "graphml")), force_multigraph=True)) == len(nasty.network)


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


def test_cytoscape_reads_its_elements(source: Exported, same_shape: Callable[[object, Exported], None]) -> None:
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


def test_graphviz_reads_dot(source: Exported, nasty: Exported) -> None:
    """Graphviz itself, where it is installed, reads every node and edge, and each label as the network has it."""
    dot = shutil.which("dot")
    if not dot:
        pytest.skip("Graphviz is not installed (Debian: apt-get install graphviz)")
    for one in (source, nasty):
        assert one.network is not None
        told = subprocess.run([dot, "-Tdot_json"], input=only(one, "dot"), capture_output=True, check=True, timeout=60)
        read = json.loads(told.stdout)
        labels = {node["name"]: node["label"].replace("\\\\", "\\") for node in read["objects"]}
        expected = {name: carried_by_xml(str(d["label"])) for name, d in one.network.nodes(data=True)}
        assert labels == expected
        assert len(read["edges"]) == one.network.number_of_edges()
        assert not told.stderr


def read_table(content: bytes, delimiter: str = ",") -> list[dict[str, str]]:
    """Return the rows of a table."""
    return list(csv.DictReader(io.StringIO(content.decode(), newline=""), delimiter=delimiter))


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


def test_tables_of_nothing_have_their_heading() -> None:
    """Where there is no claim or relation the tables have the same columns, so that readers of tables can read them."""
    bare = Exported(Facts((Document("d", "Nothing is claimed here.", "a" * 64, "d.txt"),)), pack=Pack())
    for name in ("csv", "neo4j", "kgx"):
        delimiter = "\t" if name == "kgx" else ","
        for file, content in export(bare, name).items():
            assert len(content.decode().splitlines()[0].split(delimiter)) > 2, file
    assert parquet.read_table(io.BytesIO(only(bare, "parquet"))).column_names == list(CLAIM_COLUMNS)


def test_every_row_fills_its_columns(facts: Facts) -> None:
    """No row has a column that its table's heading lacks, nor lacks one."""
    for rows, columns in (
        (claim_rows(facts), CLAIM_COLUMNS),
        (relation_rows(facts), RELATION_COLUMNS),
        (document_rows(facts), DOCUMENT_COLUMNS),
        (proposition_rows(facts), PROPOSITION_COLUMNS),
    ):
        assert {tuple(row) for row in rows} == {columns}


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
