"""Tables for databases: KGX read as KGX reads it and held to the Biolink Model, Neo4j's held to its import's rules.

`biolink.json` beside this file has the names of the Biolink Model (CC0) that the tables are held to.
"""

import csv
import io
import json
import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pandas as pd
import pytest

from claimgraph.knowledge.pack import Pack
from claimgraph.model import Facts, Mention, Quote, Term, Voice
from claimgraph.storing.exports import Exported, export
from claimgraph.vocabulary.namespaces import CG

if TYPE_CHECKING:
    from claimgraph.api import Build

BIOLINK: Mapping[str, Any] = json.loads(Path(__file__).with_name("biolink.json").read_text())
#: Columns of our own, for what the Biolink Model has no slot for.
OWN = {"attributed_to", "certainty", "evidence_basis", "stated_qualifiers"}
#: What KGX takes for a compact identifier (kgx 2.7, PrefixManager.is_curie).
CURIE = re.compile(r"[^ <()>:]*:[^/ :]+")
#: A name that a spreadsheet would run and a reader of quotation marks would take apart.
TRICKY = '- "mint\tTea" | =1+1\r\n\x85'


@pytest.fixture(scope="module")
def seeds_source(seeds_build: "Build") -> Exported:
    """The sample documents' build, as an export takes it."""
    return Exported(seeds_build.facts, pack=seeds_build.pack)


@pytest.fixture(scope="module")
def tricky(facts: Facts) -> Exported:
    """The small pile with one claim in words that tables choke on."""
    claim = facts.claims[0]
    content = replace(claim.content, subject=Term("mint", "https://example.org/a(b)/c:d#e f"))
    quote = Quote(TRICKY, "", "", claim.quote.start, claim.quote.start + len(TRICKY))
    changed = replace(
        claim, voice=Voice(TRICKY), subject=Mention("@x", "@x"), quote=quote, content=content, id=claim.id
    )
    return Exported(replace(facts, claims=(changed,), relations=()), pack=Pack())


@pytest.fixture(params=["seeds_source", "source", "nasty", "tricky"])
def any_source(request: pytest.FixtureRequest) -> Exported:
    """The sample documents, the small pile, and the same with names that tables choke on."""
    found: Exported = request.getfixturevalue(request.param)
    return found


def kgx_reads(source: Exported) -> tuple[list[dict[str, str]], list[dict[str, str]]]:
    """Return nodes and edges as KGX's own reader takes them (kgx 2.7, TsvSource): no quoting, lines end in LF."""
    nodes, edges = (
        pd.read_csv(
            io.BytesIO(export(source, "kgx")[name]),
            dtype=str,
            delimiter="\t",
            quoting=csv.QUOTE_NONE,
            lineterminator="\n",
            keep_default_na=False,
        ).to_dict("records")
        for name in ("nodes.tsv", "edges.tsv")
    )
    return nodes, edges


def test_kgx_has_the_columns_of_biolink(any_source: Exported) -> None:
    """Each column is a slot of the Biolink Model or one of our own, and no cell it requires is empty."""
    nodes, edges = kgx_reads(any_source)
    assert set(nodes[0]) <= set(BIOLINK["node_slots"])
    assert set(edges[0]) - OWN <= set(BIOLINK["edge_slots"])
    assert all(node[name] for node in nodes for name in (*BIOLINK["required_of_nodes"], "name"))
    required = (*BIOLINK["required_of_edges"], "primary_knowledge_source", "category")
    assert all(edge[name] for edge in edges for name in required)
    for edge in edges:
        assert edge["knowledge_level"] in BIOLINK["knowledge_levels"]
        assert edge["agent_type"] in BIOLINK["agent_types"]
        assert edge["primary_knowledge_source"].startswith("infores:")


def test_kgx_uses_categories_and_predicates_there_are(any_source: Exported) -> None:
    """Every category and predicate is one the Biolink Model has, neither deprecated nor abstract."""
    nodes, edges = kgx_reads(any_source)
    assert {node["category"] for node in nodes} <= {f"biolink:{name}" for name in BIOLINK["categories"]}
    assert {edge["predicate"] for edge in edges} <= {f"biolink:{name}" for name in BIOLINK["predicates"]}


def test_every_name_kgx_maps_to_is_in_biolink() -> None:
    """Every category and predicate that the tables can use is one of the model's, whether a sample uses it or not."""
    from claimgraph.storing.exports import kgx

    categories = {name for _, name in kgx._BY_PREFIX} | set(kgx._BY_KIND.values())
    assert categories <= {f"biolink:{name}" for name in BIOLINK["categories"]}
    assert set(kgx._PREDICATES.values()) <= {f"biolink:{name}" for name in BIOLINK["predicates"]}


def test_kgx_edges_join_nodes_that_are_there(any_source: Exported) -> None:
    """Each node has one id in the shape KGX takes for one, of one IRI, and each edge starts and ends at one."""
    nodes, edges = kgx_reads(any_source)
    ids = [node["id"] for node in nodes]
    assert len(ids) == len(set(ids)) == len({node["iri"] for node in nodes})
    assert all(CURIE.fullmatch(one) for one in ids)
    assert all(CURIE.fullmatch(edge["original_predicate"]) for edge in edges)
    assert {edge["subject"] for edge in edges} | {edge["object"] for edge in edges} <= set(ids)
    assert len(edges) == len(any_source.facts.claims)


def test_kgx_takes_the_public_identifier(source: Exported) -> None:
    """A concept goes by the public identifier that means the same, never by one that is only close."""
    nodes, _ = kgx_reads(source)
    assert "FOODON:0001" in {node["id"] for node in nodes}
    assert "MESH:D0001" not in {node["id"] for node in nodes}


def test_kgx_negates_denials_only(source: Exported) -> None:
    """A denial is negated, anything else has an empty cell, for KGX takes any text there for true, "false" too."""
    _, edges = kgx_reads(source)
    assert [bool(edge["negated"]) for edge in edges] == [False, False, True, True]


def test_kgx_has_words_as_they_are(tricky: Exported) -> None:
    """Quotation marks stay, nothing is put before a dash; only white space and the bar that parts values change."""
    _, [edge] = kgx_reads(tricky)
    assert edge["supporting_text"] == edge["attributed_to"] == '- "mint Tea" / =1+1'
    assert list(edge)[-1] == "stated_qualifiers"


def test_treats_is_never_stated_as_established(facts: Facts) -> None:
    """A stated "treats" is Biolink's "treats or applied or studied to treat", not its established treatment."""
    claim = facts.claims[0]
    treats = replace(claim.content, predicate=replace(claim.content.predicate, concept=CG.iri_ + "treats"))
    changed = replace(facts, claims=(replace(claim, content=treats, id=claim.id),), relations=())
    _, [edge] = kgx_reads(Exported(changed, pack=Pack()))
    assert edge["predicate"] == "biolink:treats_or_applied_or_studied_to_treat"


#: A field of a header: its name, then its type or role (Neo4j Operations Manual 5, Import, CSV header format).
FIELD = re.compile(r"(?P<name>\w*)(:(?P<type>ID|LABEL|START_ID|END_ID|TYPE|int|long|float|double|boolean|string))?")
ROLES = {"ID", "LABEL", "START_ID", "END_ID", "TYPE"}
TYPES: Mapping[str | None, Callable[[str], object]] = {"int": int, "float": float, None: str}


def neo4j_reads(content: bytes) -> tuple[list[tuple[str, str | None]], list[list[str]]]:
    """Return names and types of a file's header, and its rows, read strictly: double quotes only, doubled inside."""
    header, *lines = csv.reader(io.StringIO(content.decode(), newline=""), strict=True)
    fields = [FIELD.fullmatch(field) for field in header]
    assert all(fields), header
    return [(field["name"], field["type"]) for field in fields if field], lines


def test_neo4j_headers_are_those_the_import_takes(any_source: Exported) -> None:
    """A file of nodes has one id and one label, that of relationships two ends and one type; rows fit their header."""
    for name, content in export(any_source, "neo4j").items():
        fields, lines = neo4j_reads(content)
        roles = sorted(kind for _, kind in fields if kind in ROLES)
        assert roles == (["END_ID", "START_ID", "TYPE"] if name == "relationships.csv" else ["ID", "LABEL"])
        names = [named for named, kind in fields if kind not in ROLES]
        assert all(names)
        assert len(names) == len(set(names))
        for line in lines:
            assert len(line) == len(fields)
            for (_, kind), cell in zip(fields, line, strict=True):
                assert (cell and kind in ROLES) or not cell or TYPES[kind](cell) is not None


def test_neo4j_relationships_join_nodes_that_are_there(any_source: Exported) -> None:
    """Each node has one id over all files, and each relationship starts and ends at one."""
    files = dict(export(any_source, "neo4j"))
    ids: list[str] = []
    fields, edges = neo4j_reads(files.pop("relationships.csv"))
    for content in files.values():
        of_nodes, lines = neo4j_reads(content)
        where = [kind for _, kind in of_nodes].index("ID")
        ids += [line[where] for line in lines]
    assert len(ids) == len(set(ids))
    kinds = [kind for _, kind in fields]
    ends = {line[kinds.index(end)] for line in edges for end in ("START_ID", "END_ID")}
    assert ends <= set(ids)


def test_neo4j_has_every_kind_of_node_and_edge(source: Exported) -> None:
    """Labels and types are those the docs speak of."""
    files = export(source, "neo4j")
    _, edges = neo4j_reads(files["relationships.csv"])
    assert {"AFFIRMS", "DENIES", "CONFLICTS_WITH", "REPORTED_BY"} <= {line[1] for line in edges}
    labels = {
        line[-1] for name, content in files.items() if name != "relationships.csv" for line in neo4j_reads(content)[1]
    }
    assert labels >= {"Claim", "Voice", "Document", "Concept", "Proposition"}


def test_neo4j_has_words_as_they_are(tricky: Exported) -> None:
    """A quote keeps its quotation marks and line ends, and nothing is put before a dash."""
    fields, [claim] = neo4j_reads(export(tricky, "neo4j")["claims.csv"])
    assert claim[[name for name, _ in fields].index("quote")] == TRICKY


def test_the_docs_import_every_file(source: Exported, repository: Path) -> None:
    """The command in the docs names each file once and says that quotes may hold line ends."""
    docs = (repository / "docs" / "formats.md").read_text(encoding="utf-8")
    command = docs[docs.index("neo4j-admin database import") :].partition("```")[0]
    files = re.findall(r"--(nodes|relationships)=(\S+)", command)
    expected = {("relationships" if name == "relationships.csv" else "nodes", name) for name in export(source, "neo4j")}
    assert sorted(files) == sorted(expected)
    assert "--multiline-fields=true" in command
