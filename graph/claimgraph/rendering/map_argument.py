"""The argument map: claims with the support and conflict between them, one block of two sides a dispute."""

import networkx as nx

from claimgraph.model import Relation, RelationType
from claimgraph.rendering import words
from claimgraph.rendering.map_layout import Box, extent, ordered_columns, place_columns, shelves
from claimgraph.rendering.map_network import Edge, Node, Picture, merged
from claimgraph.rendering.text import one_line, wrapped
from claimgraph.rendering.view import ClaimView, View

MOST_CLAIMS = 60
CLAIM_WIDTH = 244
ACROSS = 110
PAGE_WIDTH = 1240


def argument_map(view: View) -> Picture:
    """Return the argument map: disputes first, then supports, as many as stay readable."""
    graph = _graph(view)
    blocks = _blocks(graph, view)
    chosen: list[list[str]] = []
    drawn = 0
    for block in blocks:
        if not chosen or drawn + len(block) <= MOST_CLAIMS:
            chosen.append(block[:MOST_CLAIMS])
            drawn += len(chosen[-1])
    pictures = [_picture(number, block, graph, view) for number, block in enumerate(chosen)]
    sizes = []
    for picture in pictures:
        left, top, right, bottom = extent((node.box for node in picture.nodes), picture.places)
        sizes.append((right - left, bottom - top))
    corners = shelves(sizes, width=PAGE_WIDTH, gap=64)
    missing = graph.number_of_nodes() - drawn
    note = f"{words.count(missing, 'further claim')} in support or conflict not drawn." if missing else ""
    return merged(zip(pictures, corners, strict=True), note)


def _graph(view: View) -> "nx.MultiGraph[str]":
    graph: nx.MultiGraph[str] = nx.MultiGraph()
    for relation in view.facts.relations:
        if relation.type is RelationType.APPARENT or not relation.independent:
            continue
        if relation.source in view.claims and relation.target in view.claims:
            graph.add_edge(relation.source, relation.target, key=relation.id, relation=relation)
    return graph


def _conflicts(graph: "nx.MultiGraph[str]", block: list[str]) -> int:
    return sum(r.type is RelationType.CONFLICT for r in _relations(graph, block))


def _relations(graph: "nx.MultiGraph[str]", block: list[str]) -> list[Relation]:
    return sorted((data["relation"] for _, _, data in graph.subgraph(block).edges(data=True)), key=lambda r: r.id)


def _blocks(graph: "nx.MultiGraph[str]", view: View) -> list[list[str]]:
    """Return the connected groups of claims, those with most conflicts first, claims in the page's order."""
    place = {claim: number for number, claim in enumerate(view.claims)}
    groups = [sorted(group, key=place.__getitem__) for group in nx.connected_components(graph)]
    return sorted(groups, key=lambda group: (-_conflicts(graph, group), -len(group), place[group[0]]))


def _sides(block: list[str], graph: "nx.MultiGraph[str]", view: View) -> list[list[str]]:
    """Return two columns so that conflicts run between them wherever they can."""
    against: nx.Graph[str] = nx.Graph()
    against.add_nodes_from(block)
    against.add_edges_from((r.source, r.target) for r in _relations(graph, block) if r.type is RelationType.CONFLICT)
    side: dict[str, int] = {}
    for part in nx.connected_components(against):
        members = [name for name in block if name in part]
        two = against.subgraph(members)
        colours = nx.bipartite.color(two) if nx.is_bipartite(two) else {}
        said_no = {name: int(view.claims[name].answer == "no") for name in members}
        flip = bool(colours) and sum(colours[n] == said_no[n] for n in members) * 2 < len(members)
        side |= {name: (1 - colours[name] if flip else colours[name]) if colours else said_no[name] for name in members}
    return [[name for name in block if side[name] == number] for number in (0, 1)]


def _picture(number: int, block: list[str], graph: "nx.MultiGraph[str]", view: View) -> Picture:
    part = graph.subgraph(block)
    columns = [column for column in ordered_columns(_sides(block, graph, view), nx.Graph(part)) if column]
    nodes = {name: _node(view.claims[name]) for name in block}
    boxes = [[nodes[name].box for name in column] for column in columns]
    places = place_columns(boxes, across=ACROSS, between=18, top=44)
    home = {name: at for at, column in enumerate(columns) for name in column}
    relations = _relations(graph, block)
    heading = _heading(number, block, view, len(columns))
    places[heading.box.id] = heading.box.width // 2, 14
    return Picture((heading, *nodes.values()), tuple(_edge(r, home, len(columns)) for r in relations), places)


def _heading(number: int, block: list[str], view: View, columns: int) -> Node:
    texts = [q.text for q in view.questions if any(claim.id in set(block) for claim in q.claims)]
    more = f" (+{len(texts) - 1} more)" if len(texts) > 1 else ""
    width = CLAIM_WIDTH * columns + ACROSS * (columns - 1)
    return Node(Box(f"heading {number}", width, 28), one_line(texts[0], 34 * columns) + more, "heading")


def _node(claim: ClaimView) -> Node:
    label = wrapped(f"{claim.glyph} {claim.context.exact}", 30, 3) + f"\n— {one_line(claim.source.label, 28)}"
    status = "no" if claim.answer == "no" else "yes"
    said = f"{claim.voice}, {claim.source.label}: “{claim.short}”"
    return Node(Box(claim.id, CLAIM_WIDTH, 30 + 16 * label.count("\n")), label, "claim", status, said, (claim.id,))


def _edge(relation: Relation, home: dict[str, int], columns: int) -> Edge:
    same_side = home[relation.source] == home[relation.target]
    bend = 0
    if same_side:
        bend = -1 if home[relation.source] == 0 and columns > 1 else 1
    return Edge(
        id=relation.id,
        source=relation.source,
        target=relation.target,
        status=relation.type.value,
        say=one_line(f"{relation.type.value} ({relation.kind}): {relation.rationale}", 400),
        claims=(relation.source, relation.target),
        width=2.0 if relation.type is RelationType.CONFLICT else 1.4,
        bend=bend,
    )
