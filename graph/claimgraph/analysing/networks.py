"""The facts as networkx graphs: the whole, for people and exports, and concepts with propositions, for measures."""

import re

import networkx as nx

from claimgraph.analysing.pile import Pile
from claimgraph.model import Claim, Facts, Proposition, Relation, RelationType, Term, Voice
from claimgraph.model.identity import digest

#: Characters that XML 1.0 cannot hold (section 2.2); GraphML and GEXF are XML.
NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
#: What an attribute can be; None is left out.
Value = str | int | float | bool | None
SIGNS = {RelationType.SUPPORT: 1, RelationType.CONFLICT: -1, RelationType.APPARENT: 0}


def network(facts: Facts) -> "nx.MultiDiGraph[str]":
    """Return documents, voices, claims, propositions and concepts as one signed graph.

    Nodes are IRIs with `kind` ("document", "voice", "claim", "proposition", "concept") and `label`. Every edge has
    a key that is unique in the graph, `relation` ("says", "stands-in", "affirms", "denies", "subject", "object",
    "qualifier", "reported-by", "support", "conflict", "apparent") and `sign`: +1 for affirming and supporting, -1 for
    denying and conflicting, 0 where there is nothing to sign. Attributes are strings, numbers and booleans only,
    without the characters that XML cannot hold, so that the GraphML and GEXF writers take them.

    Args:
        facts: what a build found.
    """
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph(name="claimgraph")
    iris: dict[str, str] = {}
    for document in sorted(facts.documents, key=lambda d: d.stem):
        iris[document.stem] = document.iri
        known: dict[str, Value] = {
            "source_kind": str(document.kind),
            "date": document.date,
            "address": document.address,
        }
        _node(graph, document.iri, "document", document.title or document.stem, stem=document.stem, **known)
    claims = sorted(facts.claims, key=lambda c: (c.document, c.quote.start, c.quote.end, c.id))
    for claim in claims:
        _claim(graph, claim, iris)
    known_claims = {claim.id: claim for claim in claims}
    for relation in sorted(facts.relations, key=lambda r: r.id):
        if relation.source in known_claims and relation.target in known_claims:
            _relation(graph, relation, known_claims)
    return graph


def _clean(value: str) -> str:
    """Return a text with what XML cannot hold replaced."""
    return NOT_XML.sub("\ufffd", value)


def _node(graph: "nx.MultiDiGraph[str]", iri: str, kind: str, label: str, **more: Value) -> None:
    """Add a node once, without empty attributes."""
    if iri not in graph:
        kept = {key: _clean(v) if isinstance(v, str) else v for key, v in more.items() if v is not None}
        graph.add_node(iri, kind=kind, label=_clean(label), **kept)


def _edge(graph: "nx.MultiDiGraph[str]", start: str, end: str, relation: str, sign: int = 0, **more: Value) -> None:
    """Add an edge under a key of its own."""
    name = more.pop("name", None)
    key = str(name) if name else "e" + digest(relation, start, end, more.get("role", ""))
    kept = {name: _clean(v) if isinstance(v, str) else v for name, v in more.items() if v is not None}
    graph.add_edge(start, end, key=key, relation=relation, sign=sign, **kept)


def _claim(graph: "nx.MultiDiGraph[str]", claim: Claim, iris: dict[str, str]) -> None:
    """Add a claim with its voice, its proposition and the edges between them."""
    _proposition(graph, claim.content)
    facts: dict[str, Value] = {
        "document": claim.document,
        "quote": claim.quote.exact,
        "polarity": str(claim.polarity),
        "certainty": str(claim.certainty),
        "evidence": str(claim.evidence),
        "voice": claim.voice.label,
        "first_character": claim.quote.start,
        "past_character": claim.quote.end,
    }
    _node(graph, claim.iri, "claim", claim.quote.exact, claim=claim.id, **facts)
    speaker = _voice(graph, claim.document, claim.voice)
    _edge(graph, speaker, claim.iri, "says")
    if claim.document in iris:
        _edge(graph, claim.iri, iris[claim.document], "stands-in")
    positive = claim.polarity == "positive"
    _edge(graph, claim.iri, claim.proposition, "affirms" if positive else "denies", 1 if positive else -1)


def _voice(graph: "nx.MultiDiGraph[str]", document: str, voice: Voice) -> str:
    """Add a voice and those that report it; return its IRI."""
    iri = voice.iri(document)
    if iri not in graph:
        more: dict[str, Value] = {"role": voice.role, "interest": str(voice.interest), "uncertain": voice.uncertain}
        _node(graph, iri, "voice", voice.label, document=None if voice.everywhere else document, **more)
        if voice.reported_by:
            _edge(graph, iri, _voice(graph, document, voice.reported_by), "reported-by")
    return iri


def _proposition(graph: "nx.MultiDiGraph[str]", proposition: Proposition) -> None:
    """Add a proposition and its concepts."""
    iri = proposition.iri
    if iri in graph:
        return
    _node(graph, iri, "proposition", proposition.label, predicate=proposition.predicate.label)
    for relation, role, term in terms(proposition):
        _node(graph, term.iri, "concept", term.label, open=term.concept is None)
        _edge(graph, iri, term.iri, relation, role=role)


def terms(proposition: Proposition) -> list[tuple[str, str, Term]]:
    """Return the concepts of a proposition: relation ("subject", "object", "qualifier"), role, concept."""
    found = [("subject", "subject", proposition.subject)]
    found += [("object", "object", proposition.object)] if proposition.object else []
    named = [q for q in proposition.qualifiers if q.quantity is None]
    return found + [("qualifier", q.kind, Term(q.label, q.concept)) for q in named]


def _relation(graph: "nx.MultiDiGraph[str]", relation: Relation, claims: dict[str, Claim]) -> None:
    """Add a relation between two claims."""
    _edge(
        graph,
        claims[relation.source].iri,
        claims[relation.target].iri,
        str(relation.type),
        SIGNS[relation.type],
        name=relation.id,
        relation_kind=relation.kind,
        rule=relation.rule,
        rationale=relation.rationale,
        score=float(relation.score),
        independent=relation.independent,
        within=relation.within,
        differing=relation.differing,
    )


def concept_graph(pile: Pile) -> "nx.Graph[str]":
    """Return concepts and propositions as an undirected graph: a proposition touches each of its concepts.

    Nodes come in sorted order, so that seeded measures do not depend on the order of the input.
    """
    graph: nx.Graph[str] = nx.Graph()
    edges = {
        (iri, term.iri): term.label
        for iri, (proposition, _) in pile.propositions.items()
        for _, _, term in terms(proposition)
        if term.label
    }
    concepts = dict(sorted((concept, label) for (_, concept), label in edges.items()))
    graph.add_nodes_from((iri, {"kind": "concept", "label": label}) for iri, label in concepts.items())
    graph.add_nodes_from((iri, {"kind": "proposition"}) for iri in pile.propositions)
    graph.add_edges_from(sorted(edges))
    return graph
