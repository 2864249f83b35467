"""GEXF 1.3: held to its grammar, to what Gephi asks beyond that, and read back by networkx.

The published schema's files (gexf.net, github.com/gephi/gexf) are not kept here; `gexf-1.3.xsd` beside this file is our
own, written from the published format for graphs such as these. It is narrower than the published one, so that what it
accepts is GEXF 1.3, and says more, as identity constraints: ids that occur once, ends and attributes that are there.
"""

import io
from collections.abc import Callable
from copy import deepcopy
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import networkx as nx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from claimgraph.analysing import network
from claimgraph.knowledge.pack import Pack
from claimgraph.model import Facts, Mention, Voice
from claimgraph.storing.exports import Exported, export

if TYPE_CHECKING:
    from claimgraph.api import Build

NAMESPACE = "{http://gexf.net/1.3}"
#: Columns that Gephi's tables have of their own, which an attribute of that title would hide or overwrite.
OF_GEPHI = {
    "node": {"id", "label", "timeset", "interval", "timestamp"},
    "edge": {"id", "label", "timeset", "interval", "timestamp", "source", "target", "type", "kind", "weight"},
}
READERS: dict[str, Callable[[str], object]] = {
    "string": str,
    "long": int,
    "double": float,
    "boolean": {"true": True, "false": False}.__getitem__,
}


@pytest.fixture(scope="module")
def schema() -> etree.XMLSchema:
    """The grammar."""
    return etree.XMLSchema(etree.parse(str(Path(__file__).with_name("gexf-1.3.xsd"))))


@pytest.fixture(scope="module")
def seeds_source(seeds_build: "Build") -> Exported:
    """The sample documents' build, as an export takes it."""
    return Exported(seeds_build.facts, seeds_build.findings, seeds_build.pack, seeds_build.to_networkx())


@pytest.fixture(params=["seeds_source", "source", "nasty"])
def written(request: pytest.FixtureRequest) -> bytes:
    """The GEXF of the sample documents, of the small pile, and of the one with nasty names."""
    return export(request.getfixturevalue(request.param), "gexf")[""]


def test_gexf_is_valid(written: bytes, schema: etree.XMLSchema) -> None:
    """Lxml validates the file against the grammar of version 1.3, which the file says it is in."""
    root = etree.fromstring(written)
    schema.assertValid(root)
    assert (root.tag, root.get("version")) == (f"{NAMESPACE}gexf", "1.3")
    assert root.findall(".//{*}edge")


@given(name=st.text(st.characters(), max_size=12), other=st.text("\x00\x0b\t\n\r ]]>&<\"'\ufffe\ud800é", max_size=6))
@settings(max_examples=25, deadline=None)
def test_gexf_takes_any_name(name: str, other: str, facts: Facts, schema: etree.XMLSchema) -> None:
    """Whatever a voice or a thing is called, the file is valid and has as many nodes and edges as the network."""
    named = [
        replace(claim, voice=Voice(name + other), subject=Mention(other, name or "x"), id=claim.id)
        for claim in facts.claims
    ]
    changed = replace(facts, claims=tuple(named))
    drawn = network(changed)
    root = etree.fromstring(export(Exported(changed, None, Pack(), drawn), "gexf")[""])
    schema.assertValid(root)
    assert len(root.findall(".//{*}node")) == len(drawn)
    assert len(root.findall(".//{*}edge")) == drawn.number_of_edges()


def _set(path: str, **attributes: str) -> Callable[["etree._Element"], None]:
    """Return a damage that changes attributes of the last element found."""

    def change(root: "etree._Element") -> None:
        for name, value in attributes.items():
            root.findall(path)[-1].set(name, value)

    return change


def _without(path: str, name: str) -> Callable[["etree._Element"], None]:
    """Return a damage that takes an attribute away."""
    return lambda root: root.findall(path)[-1].attrib.pop(name)  # type: ignore[return-value]


def _appended(path: str, tag: str) -> Callable[["etree._Element"], None]:
    """Return a damage that adds an element."""
    return lambda root: root.findall(path)[-1].append(etree.Element(tag))


def _twice(path: str) -> Callable[["etree._Element"], None]:
    """Return a damage that repeats an element."""

    def repeat(root: "etree._Element") -> None:
        found = root.findall(path)[-1]
        found.addnext(deepcopy(found))

    return repeat


DAMAGES: dict[str, Callable[["etree._Element"], None]] = {
    "a version of before": _set(".", version="1.2"),
    "no version": _without(".", "version"),
    "an unknown element": _appended(".//{*}nodes", f"{NAMESPACE}vertex"),
    "an element of no namespace": _appended(".//{*}edges", "edge"),
    "nodes behind edges": lambda root: root[-1].append(root[-1].findall("{*}nodes")[0]),
    "an unknown attribute": _set(".//{*}edge", networkx_key="e0"),
    "an edge without a target": _without(".//{*}edge", "target"),
    "an edge to nowhere": _set(".//{*}edge", target="nowhere"),
    "an edge from nowhere": _set(".//{*}edge", source="nowhere"),
    "a weight that is no number": _set(".//{*}edge", weight="heavy"),
    "two edges of one id": _twice(".//{*}edge"),
    "two nodes of one id": _twice(".//{*}node"),
    "a value of no attribute": _set(".//{*}attvalue", **{"for": "999"}),
    "an unknown type": _set(".//{*}attribute", type="text"),
    "two attributes of one title": _twice(".//{*}attribute"),
    "an unknown class": _set(".//{*}attributes", **{"class": "hyperedge"}),
    "an unknown direction": _set(".//{*}graph", defaultedgetype="up"),
}  # fmt: skip


@pytest.mark.parametrize("damage", DAMAGES)
def test_the_grammar_refuses(damage: str, source: Exported, schema: etree.XMLSchema) -> None:
    """Each way to get the format wrong is refused, so that the grammar's yes means something."""
    root = etree.fromstring(export(source, "gexf")[""])
    DAMAGES[damage](root)
    assert not schema.validate(root)


def test_gexf_leaves_gephi_its_columns(written: bytes) -> None:
    """No attribute has a title that a column of Gephi has, in any case, and no two of one class share theirs."""
    for declared in etree.fromstring(written).iterfind(".//{*}attributes"):
        titles = [str(attribute.get("title")).casefold() for attribute in declared]
        assert len(titles) == len(set(titles))
        assert not OF_GEPHI[str(declared.get("class"))] & set(titles)


def test_gexf_values_are_of_their_types(written: bytes) -> None:
    """Each value belongs to an attribute of its class, and can be read as the type the attribute declares."""
    root = etree.fromstring(written)
    for kind in ("node", "edge"):
        types = {
            a.get("id"): str(a.get("type"))
            for a in root.iterfind(f".//{{*}}attributes[@class='{kind}']/{{*}}attribute")
        }
        values = root.findall(f".//{{*}}{kind}/{{*}}attvalues/{{*}}attvalue")
        assert values
        for value in values:
            READERS[types[value.get("for")]](str(value.get("value")))


def test_gexf_names_no_day(written: bytes) -> None:
    """The file bears no date, so that the same build gives the same bytes tomorrow."""
    assert b"lastmodifieddate" not in written


def test_gexf_keeps_parallel_edges_apart(source: Exported) -> None:
    """Two edges between the same two nodes differ in their kind, for Gephi merges those that do not."""
    root = etree.fromstring(export(source, "gexf")[""])
    ends = [(edge.get("source"), edge.get("target"), edge.get("kind")) for edge in root.iterfind(".//{*}edge")]
    assert len(ends) == len(set(ends))
    assert {kind for _, _, kind in ends} >= {"affirms", "denies", "conflict: contradictory"}


def test_networkx_reads_gexf_back(source: Exported, same_shape: Callable[[object, Exported], None]) -> None:
    """Networkx reads nodes, parallel edges and signs as they were."""
    same_shape(nx.read_gexf(io.BytesIO(export(source, "gexf")[""])), source)
