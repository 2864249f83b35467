"""The argument map: claims with the support and conflict between them, one block of two sides a dispute."""

from collections.abc import Iterable

import networkx as nx

from claimgraph.model import Relation, RelationType
from claimgraph.rendering.map_layout import Box, extent, ordered_columns, place_columns, shelves
from claimgraph.rendering.map_network import Edge, Node, Picture, Share, merged
from claimgraph.rendering.reasons import reason
from claimgraph.rendering.text import one_line, wrapped
from claimgraph.rendering.view import ClaimView, View

MOST_CLAIMS = 64
MOST_IN_BLOCK = 14
MOST_WHOLE = 150
CLAIM_WIDTH = 244
ACROSS = 96
HEADING = 44
PAGE_WIDTH = 1250
#: A title and the relations drawn under it.
Block = tuple[str, list[Relation]]


def argument_map(view: View, *, whole: bool = False) -> Picture:
    """Return the argument map: disputes first, then plain support, as much as stays readable.

    Args:
        view: the build's views.
        whole: draw all that a browser can, not only what is read at a glance.
    """
    most, most_in_block = (MOST_WHOLE, MOST_WHOLE) if whole else (MOST_CLAIMS, MOST_IN_BLOCK)
    blocks = [*_disputes(view), *_supports(view)]
    pictures: list[Picture] = []
    drawn: set[str] = set()
    for title, relations in blocks:
        claims = _claims(relations)[:most_in_block]
        if not pictures or len(drawn | set(claims)) <= most:
            pictures.append(_picture(len(pictures), title, claims, relations, view))
            drawn.update(claims)
    sizes = []
    for picture in pictures:
        left, top, right, bottom = extent((node.box for node in picture.nodes), picture.places)
        sizes.append((right - left, bottom - top))
    everything = {end for _, relations in blocks for end in _claims(relations)}
    share = Share(len(drawn), len(everything), "claim", "disputed ones")
    return merged(zip(pictures, shelves(sizes, width=PAGE_WIDTH, gap=56), strict=True), share)


def _claims(relations: Iterable[Relation]) -> list[str]:
    return list(dict.fromkeys(end for r in relations for end in (r.source, r.target)))


def _disputes(view: View) -> list[Block]:
    """Return the conflicts, each once, under the first question that names it."""
    waiting = {r.id: r for r in view.facts.conflicts() if r.source in view.claims and r.target in view.claims}
    blocks: list[Block] = []
    for question in view.questions:
        named = question.question.conflicts if question.question else ()
        here = [waiting.pop(name) for name in named if name in waiting]
        if here:
            blocks.append((question.text, here))
    for relation in sorted(waiting.values(), key=lambda r: r.id):
        blocks.append((view.claims[relation.source].about, [relation]))
    return blocks


def _supports(view: View) -> list[Block]:
    """Return the support between claims that no conflict touches, by what they say."""
    contested = set(_claims(view.facts.conflicts()))
    found: dict[str, list[Relation]] = {}
    for relation in view.facts.relations:
        ends = {relation.source, relation.target}
        plain = relation.type is RelationType.SUPPORT and relation.independent
        if plain and ends <= view.claims.keys() and not ends & contested:
            found.setdefault(view.claims[relation.source].about, []).append(relation)
    return sorted(found.items(), key=lambda item: (-len(_claims(item[1])), item[0]))


def _sides(claims: list[str], relations: list[Relation], view: View) -> list[list[str]]:
    """Return two columns so that conflicts run between them wherever they can."""
    against: nx.Graph[str] = nx.Graph()
    against.add_nodes_from(claims)
    against.add_edges_from((r.source, r.target) for r in relations if r.type is RelationType.CONFLICT)
    side: dict[str, int] = {}
    for part in nx.connected_components(against):
        members = [name for name in claims if name in part]
        two = against.subgraph(members)
        colours = nx.bipartite.color(two) if nx.is_bipartite(two) else {}
        said_no = {name: int(view.claims[name].answer == "no") for name in members}
        flip = bool(colours) and sum(colours[n] == said_no[n] for n in members) * 2 < len(members)
        side |= {name: (1 - colours[name] if flip else colours[name]) if colours else said_no[name] for name in members}
    return [column for number in (0, 1) if (column := [name for name in claims if side[name] == number])]


def _picture(number: int, title: str, claims: list[str], relations: list[Relation], view: View) -> Picture:
    kept = [r for r in relations if r.source in claims and r.target in claims]
    graph: nx.Graph[str] = nx.Graph()
    graph.add_nodes_from(claims)
    graph.add_edges_from((r.source, r.target) for r in kept)
    columns = ordered_columns(_sides(claims, kept, view), graph)
    nodes = {name: _node(f"{number} {name}", view.claims[name]) for name in claims}
    places = place_columns(
        [[nodes[n].box for n in column] for column in columns], across=ACROSS, between=16, top=HEADING + 12
    )
    width = CLAIM_WIDTH * len(columns) + ACROSS * (len(columns) - 1)
    heading = Node(Box(f"{number} heading", width, HEADING), wrapped(title, 34 * len(columns), 2), "heading")
    places[heading.box.id] = width // 2, HEADING // 2
    row = {name: (at, place) for at, column in enumerate(columns) for place, name in enumerate(column)}
    edges = [_edge(number, r, row, len(columns), view) for r in kept if r.type is RelationType.CONFLICT]
    edges += [_edge(number, r, row, len(columns), view) for r in _sparse(view, claims, row)]
    return Picture((heading, *nodes.values()), tuple(edges), places)


def _sparse(view: View, claims: list[str], row: dict[str, tuple[int, int]]) -> list[Relation]:
    """Return just enough support to join what supports each other, nearest neighbours first: no thicket of lines."""
    here = set(claims)
    supports = [
        r
        for r in view.facts.relations
        if r.type is RelationType.SUPPORT and r.independent and r.source in here and r.target in here
    ]
    near: nx.Graph[str] = nx.Graph()
    for r in sorted(supports, key=lambda r: r.id):
        apart = abs(row[r.source][1] - row[r.target][1]) + 9 * (row[r.source][0] != row[r.target][0])
        near.add_edge(r.source, r.target, weight=apart, relation=r)
    tree = nx.minimum_spanning_edges(near, data=True)
    return sorted((data["relation"] for _, _, data in tree), key=lambda r: r.id)


def _node(name: str, claim: ClaimView) -> Node:
    label = wrapped(f"{claim.glyph} {claim.context.exact}", 34, 3) + f"\n— {wrapped(claim.source.label, 30, 1)}"
    status = "no" if claim.answer == "no" else "yes"
    return Node(Box(name, CLAIM_WIDTH, 30 + 16 * label.count("\n")), label, "claim", status, "", (claim.id,))


def _said(relation: Relation, view: View) -> str:
    """Return both quotes, how they stand to each other, and why."""
    ends = (view.claims[relation.source], view.claims[relation.target])
    source, target = (f"“{one_line(end.context.exact, 110)}” ({end.voice})" for end in ends)
    verb = "agrees with" if relation.type is RelationType.SUPPORT else "conflicts with"
    return f"{source} {verb} {target}. {reason(relation, view)}"


def _edge(number: int, relation: Relation, row: dict[str, tuple[int, int]], columns: int, view: View) -> Edge:
    bend = 0
    if row[relation.source][0] == row[relation.target][0]:
        bend = -1 if row[relation.source][0] == 0 and columns > 1 else 1
    return Edge(
        id=f"{number} {relation.id}",
        source=f"{number} {relation.source}",
        target=f"{number} {relation.target}",
        status=relation.type.value,
        say=one_line(_said(relation, view), 600),
        claims=(relation.source, relation.target),
        width=2.0 if relation.type is RelationType.CONFLICT else 1.4,
        arrow=relation.type is RelationType.SUPPORT,
        bend=bend,
    )
