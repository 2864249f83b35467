"""What the pile turns on: central concepts and propositions, and the topics they form."""

from collections import Counter
from collections.abc import Mapping, Sequence

import networkx as nx

from claimgraph.analysing.english import counted, in_background, listed, titled
from claimgraph.analysing.pile import Pile
from claimgraph.analysing.wording import Wording, names_something, wording
from claimgraph.model import Matrix, Note
from claimgraph.model.findings import Central, Communities, Community, Ranked

SEED = 20200521
#: Edge visits that betweenness may take; more would be exact, and slow.
BUDGET = 750_000
#: Start nodes of the sampled version, at least.
LEAST_STARTS = 64
#: How many are listed.
MOST = 30
MOST_GROUPS = 40
#: Claims that make a concept one that a pile is about, however big the pile.
MUCH = 20
COMES_OF_IT = frozenset({"Outcome", "Condition"})
#: Kinds of concept that say for whom, by whom and when, not what about.
BACKGROUND = frozenset({"Population", "Organisation", "Evidence", "Event"})


def central(pile: Pile, graph: "nx.Graph[str]") -> Central:
    """Return the concepts and propositions through which the most runs.

    Betweenness: Freeman 1977, computed as in Brandes 2001, "A faster algorithm for betweenness centrality"; above a
    size from a seeded sample of start nodes (Brandes & Pich 2007).
    """
    between, cut = _betweenness(graph)
    concepts, propositions = _uses(pile, graph)
    uses = concepts | propositions
    words = wording(pile)
    ranked = [_ranked(iri, graph, (*uses[iri], between[iri]), pile, words) for iri in graph if _names(iri, graph)]
    ranked.sort(key=lambda r: (-r.sources, -r.betweenness, -r.degree, r.label, r.iri))
    of_concepts = tuple(r for r in ranked if r.kind != "proposition")[:MOST]
    of_propositions = tuple(r for r in ranked if r.kind == "proposition")[:MOST]
    names = [titled(label) for label in leading(of_concepts, len(pile.claims))]
    note = Note(
        "What it turns on",
        "A concept is central when many sources speak of it and when paths between other concepts run through it.",
        f"Most turns on {listed(names)}." if names else "Nothing stands out.",
        "Concepts and propositions as a graph; ranked by sources that speak of them, then by betweenness "
        "(Freeman 1977, Brandes 2001).",
        cut,
    )
    return Central(note, of_concepts, of_propositions)


def leading(concepts: Sequence[Ranked], claims: int) -> list[str]:
    """Return what a pile is about in at most three names: things much spoken of, not who, when and where.

    Args:
        concepts: the central ones.
        claims: of the pile; where nothing is spoken of in a fair share of them, nothing is named.
    """
    things = sorted((c for c in concepts if c.kind not in BACKGROUND and not in_background(c.label)), key=_spoken)
    if not things or things[0].claims < min(MUCH, claims / 20):
        return []
    told: list[Ranked] = []
    for concept in things:
        closing = len(told) == 2 and any(c.kind in COMES_OF_IT for c in things) and not _told_of(told)
        fresh = not any(_words(concept.label) & _words(other.label) for other in told)
        if (
            fresh
            and concept.claims > 2
            and 8 * concept.claims >= things[0].claims
            and (not closing or concept.kind in COMES_OF_IT)
        ):
            told.append(concept)
    return [concept.label for concept in told[:3]]


def _told_of(concepts: Sequence[Ranked]) -> bool:
    """Whether one of the concepts is what comes of it; without one a title tells half."""
    return any(concept.kind in COMES_OF_IT for concept in concepts)


def _words(label: str) -> set[str]:
    return {word.rstrip("s") for word in label.casefold().split()}


def _spoken(concept: Ranked) -> tuple[int, int, str]:
    return -concept.claims, -concept.sources, concept.label


def _names(iri: str, graph: "nx.Graph[str]") -> bool:
    """Whether a node names something: a proposition, or a concept that is more than a pronoun."""
    return names_something(graph.nodes[iri].get("label", ""))


def _betweenness(graph: "nx.Graph[str]") -> tuple[Mapping[str, float], str]:
    """Return the betweenness of every node, and a sentence where it was sampled."""
    nodes, edges = graph.number_of_nodes(), graph.number_of_edges()
    if nodes * edges <= BUDGET:
        return nx.betweenness_centrality(graph), ""
    starts = min(nodes, max(LEAST_STARTS, BUDGET // edges))
    between = nx.betweenness_centrality(graph, k=starts, seed=SEED)
    return between, f"Betweenness is estimated from {starts:,} of {nodes:,} start nodes, drawn with a seed."


def _uses(pile: Pile, graph: "nx.Graph[str]") -> tuple[dict[str, tuple[int, int]], dict[str, tuple[int, int]]]:
    """Return for concepts and for propositions how many claims and documents use each."""
    propositions = {
        iri: (len(claims), len({claim.document for claim in claims})) for iri, (_, claims) in pile.propositions.items()
    }
    concepts: dict[str, tuple[int, int]] = {}
    for iri, data in graph.nodes(data=True):
        if data["kind"] == "concept":
            near = [pile.propositions[p][1] for p in graph[iri]]
            concepts[iri] = (sum(map(len, near)), len({claim.document for claims in near for claim in claims}))
    return concepts, propositions


def _ranked(
    iri: str,
    graph: "nx.Graph[str]",
    measures: tuple[int, int, float],
    pile: Pile,
    words: Wording,
) -> Ranked:
    """Return one node with its measures: claims, sources, betweenness."""
    claims, sources, between = measures
    if iri in pile.propositions:
        said = words.statement(pile.propositions[iri][0])
        return Ranked(iri, said, "proposition", claims, sources, len(graph[iri]), between)
    known = pile.pack.concepts.get(iri)
    label = words.names.get(iri) or (known.label if known else graph.nodes[iri]["label"])
    return Ranked(iri, label, (known.kind or "") if known else "", claims, sources, len(graph[iri]), float(between))


def communities(pile: Pile, graph: "nx.Graph[str]", matrix: Matrix) -> Communities:
    """Return the topics: groups of concepts and propositions with many links inside and few outside.

    Louvain's method (Blondel et al. 2008, "Fast unfolding of communities in large networks"), seeded; modularity:
    Newman & Girvan 2004.
    """
    if not graph.number_of_edges():
        empty = _note("No two claims share a concept.", "")
        return Communities(empty, (), 0.0)
    found = nx.community.louvain_communities(graph, seed=SEED)
    modularity = nx.community.modularity(graph, found)
    disputed = _disputed(matrix)
    words = wording(pile)
    groups = [_community(sorted(members), pile, graph, disputed, words) for members in found]
    groups.sort(key=lambda g: (-g.claims, -len(g.propositions), g.label, g.propositions))
    cut = f"The {MOST_GROUPS} largest of {len(groups):,} topics are listed." if len(groups) > MOST_GROUPS else ""
    names = "; ".join(group.label for group in groups[:3])
    note = _note(f"The claims fall into {counted(len(groups), 'topic')}, the largest: {names}.", cut)
    return Communities(note, tuple(groups[:MOST_GROUPS]), float(modularity))


def _note(sentence: str, cut: str) -> Note:
    """Return what a reader is told about the topics."""
    return Note(
        "Topics",
        "Claims that share concepts with one another more than with the rest form a topic.",
        sentence,
        "Louvain communities of the graph of concepts and propositions, seeded (Blondel et al. 2008).",
        cut,
    )


def _disputed(matrix: Matrix) -> dict[str, set[str]]:
    """Return for each proposition the disputed questions it belongs to."""
    of: dict[str, set[str]] = {}
    for question in matrix.questions:
        if question.status == "disputed":
            for member in question.members:
                of.setdefault(member.iri, set()).add(question.id)
    return of


def _community(
    members: Sequence[str], pile: Pile, graph: "nx.Graph[str]", disputed: Mapping[str, set[str]], words: Wording
) -> Community:
    """Return one topic, its most used concepts first."""
    propositions = [iri for iri in members if iri in pile.propositions]
    claims = [claim for iri in propositions for claim in pile.propositions[iri][1]]
    uses: Counter[str] = Counter()
    for iri in propositions:
        for concept in graph[iri]:
            uses[concept] += len(pile.propositions[iri][1])
    concepts = sorted((iri for iri in members if iri not in pile.propositions), key=lambda c: (-uses[c], c))
    propositions.sort(key=lambda iri: (-len(pile.propositions[iri][1]), iri))
    named = [c for c in concepts if _names(c, graph)]
    questions = set().union(*(disputed.get(iri, ()) for iri in propositions))
    return Community(
        label=", ".join(words.names.get(c) or graph.nodes[c]["label"] for c in (named or concepts)[:3]),
        concepts=tuple(concepts),
        propositions=tuple(propositions),
        claims=len(claims),
        sources=tuple(sorted({claim.document for claim in claims})),
        disputed=len(questions),
    )
