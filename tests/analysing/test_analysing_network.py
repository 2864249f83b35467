"""The whole as a networkx graph, and through the exchange formats and back."""

from io import BytesIO
from typing import TYPE_CHECKING

import networkx as nx

from claimgraph.analysing import network
from claimgraph.model import Facts, Voice

if TYPE_CHECKING:
    from pathlib import Path

    from tests.analysing.conftest import Teller

HOSTILE = "<script>\x00\x0b & \ud800 \uffff\u202e]]>"


def _facts(tell: "Teller") -> Facts:
    """Return one denial, one reported affirmation, one relation, with words that XML cannot hold."""
    letter = Voice("a letter", "letter")
    yes = tell.say("a", "tea | helps | sleep", voice="Dr Yes", role="person", reported_by=letter)
    no = tell.say("b", "tea | helps | sleep", no=True, quote=f"Tea {HOSTILE}")
    return tell.facts([yes, no], [tell.relate("conflict", "contradictory", yes, no)])


def test_claims_reach_their_proposition_with_a_sign(tell: "Teller") -> None:
    """Affirming and denying edges carry +1 and -1, a conflict -1, everything else 0."""
    facts = _facts(tell)
    graph = network(facts)
    yes, no = facts.claims
    signs = {(data["relation"], data["sign"]) for _, _, data in graph.edges(data=True)}
    assert signs >= {("affirms", 1), ("denies", -1), ("conflict", -1), ("says", 0), ("subject", 0), ("object", 0)}
    assert graph.has_edge(no.iri, no.proposition)
    assert facts.relations[0].id in graph[yes.iri][no.iri]
    kinds: list[str] = [data["kind"] for _, data in graph.nodes(data=True)]
    assert {kind: kinds.count(kind) for kind in sorted(set(kinds))} == {
        "claim": 2,
        "concept": 2,
        "document": 2,
        "proposition": 1,
        "voice": 3,
    }


def test_attributes_are_plain_and_keys_unique(tell: "Teller") -> None:
    """Every attribute is a string, number or boolean; no two edges share a key."""
    graph = network(_facts(tell))
    values = [value for _, data in graph.nodes(data=True) for value in data.values()]
    values += [value for *_, data in graph.edges(data=True) for value in data.values()]
    assert {type(value) for value in values} <= {str, int, float, bool}
    keys = [key for *_, key in graph.edges(keys=True)]
    assert len(keys) == len(set(keys))


def test_graphml_and_gexf_take_hostile_text(tell: "Teller", tmp_path: "Path") -> None:
    """Script tags, null bytes and lone surrogates pass through both formats, and all nodes and edges come back."""
    graph = network(_facts(tell))
    buffer = BytesIO()
    nx.write_graphml(graph, buffer)
    back = nx.read_graphml(BytesIO(buffer.getvalue()), force_multigraph=True)
    assert {node: data["label"] for node, data in back.nodes(data=True)} == {
        node: data["label"] for node, data in graph.nodes(data=True)
    }
    assert isinstance(back, nx.MultiDiGraph)
    assert set(back.edges(keys=True)) == set(graph.edges(keys=True))
    nx.write_gexf(graph, tmp_path / "graph.gexf")
    again = nx.read_gexf(tmp_path / "graph.gexf")
    assert set(again.nodes) == set(graph.nodes)
    assert again.number_of_edges() == graph.number_of_edges()


def test_the_order_of_the_facts_does_not_matter(tell: "Teller") -> None:
    """Turned round, the facts give the same nodes and edges in the same order."""
    facts = _facts(tell)
    turned = Facts(facts.documents[::-1], facts.claims[::-1], facts.relations)
    one, other = network(facts), network(turned)
    assert list(one.nodes(data=True)) == list(other.nodes(data=True))
    assert list(one.edges(keys=True, data=True)) == list(other.edges(keys=True, data=True))


def test_nothing_gives_an_empty_graph() -> None:
    """A pile with no documents is a graph with no nodes."""
    assert network(Facts()).number_of_nodes() == 0
