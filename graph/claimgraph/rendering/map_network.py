"""A pyvis network filled from plain nodes and edges with their places; no physics, no HTML in any label."""

import json
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from claimgraph.rendering.map_layout import Box

if TYPE_CHECKING:
    from pyvis.network import Network  # type: ignore[import-untyped]

#: Line and fill for what an answer or an edge says, on light ground; the page's script swaps them on dark ground.
COLOUR = {
    "yes": "#0072B2",
    "no": "#B34700",
    "mixed": "#8A4A6F",
    "agreed": "#0072B2",
    "denied": "#B34700",
    "disputed": "#8A4A6F",
    "single": "#6B6A66",
    "support": "#0072B2",
    "conflict": "#B34700",
    "plain": "#6B6A66",
}
DASHES: dict[str, list[int]] = {"no": [7, 5], "denied": [7, 5], "conflict": [7, 5], "single": [2, 4]}
#: What every map is told: stay where you are put, show no built-in tooltip, read no label as markup.
OPTIONS = {
    "physics": {"enabled": False},
    "layout": {"improvedLayout": False},
    "interaction": {
        "dragNodes": False,
        "hover": True,
        "keyboard": False,
        "multiselect": False,
        "navigationButtons": False,
        "selectConnectedEdges": False,
        "tooltipDelay": 3600000,
        "zoomView": False,
    },
    "nodes": {"shape": "box", "font": {"multi": False, "size": 13}, "labelHighlightBold": False},
    "edges": {
        "arrows": {"to": {"scaleFactor": 0.55}},
        "font": {"multi": False},
        "selectionWidth": 1,
        "smooth": {"enabled": True, "type": "cubicBezier", "forceDirection": "horizontal", "roundness": 0.5},
    },
}


#: What pyvis adds and the page's script sets anew or never reads.
UNUSED = frozenset({"arrowStrikethrough", "color", "font"})


@dataclass(frozen=True, slots=True)
class Node:
    """A node of a map.

    Attributes:
        box: its id and size.
        label: the words in it, lines already broken.
        role: "concept", "question", "source", "claim", "heading", or "way" for a bend of an edge.
        status: which colour and border.
        say: the whole in words, for the hover card, screen readers and the list beside the map.
        claims: ids of the claims behind it.
        question: id of the question it stands for, or "".
    """

    box: Box
    label: str
    role: str
    status: str = "plain"
    say: str = ""
    claims: tuple[str, ...] = ()
    question: str = ""


@dataclass(frozen=True, slots=True)
class Edge:
    """An edge of a map, or one stretch of it.

    Attributes:
        id: unique in its map.
        source: id of the node it leaves.
        target: id of the node it reaches.
        status: which colour and dashes.
        say: the whole in words.
        claims: ids of the claims behind it.
        width: of the line.
        arrow: whether it ends in an arrow; a stretch that ends in a waypoint does not.
        bend: +1 or -1 where both ends stand in one column and it curves out on the right or the left, else 0.
        listed: whether the list beside the map names it; one stretch of each edge does.
        ends: ids of both ends of the whole edge, where this is a stretch of it.
    """

    id: str
    source: str
    target: str
    status: str
    say: str = ""
    claims: tuple[str, ...] = ()
    width: float = 1.5
    arrow: bool = True
    bend: int = 0
    listed: bool = True
    ends: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Share:
    """How much of what there is a map draws.

    Attributes:
        drawn: how many are drawn.
        all: how many there are.
        thing: what they are, in the singular.
        which: which of them are drawn first.
    """

    drawn: int = 0
    all: int = 0
    thing: str = "claim"
    which: str = ""

    @property
    def whole(self) -> bool:
        """Return whether nothing is left out."""
        return self.drawn >= self.all


@dataclass(frozen=True, slots=True)
class Picture:
    """A map ready for pyvis, with what its list beside it says and how much of the whole it draws."""

    nodes: tuple[Node, ...] = ()
    edges: tuple[Edge, ...] = ()
    places: dict[str, tuple[int, int]] = field(default_factory=dict)
    share: Share = Share()


def network(picture: Picture) -> "Network":
    """Return a pyvis network of a picture, nodes and edges numbered: no text of a document becomes an id.

    `directed=True` because pyvis drops the second edge of a pair otherwise; titles are never set because the stock
    page would read them as HTML.
    """
    from pyvis.network import Network  # noqa: PLC0415 -- heavy

    net = Network(height="100%", width="100%", directed=True, cdn_resources="in_line")
    boxes = {node.box.id: node.box for node in picture.nodes}
    places = dict(picture.places)
    docked = [_docked(edge, boxes, places) for edge in picture.edges]
    names = {name: f"n{number}" for number, name in enumerate(places)}
    for node in picture.nodes:
        _add_node(net, names[node.box.id], node, *places[node.box.id])
    for port in [name for name in places if name not in boxes]:
        _add_node(net, names[port], Node(Box(port, 0, 0), "", "way"), *places[port])
    for number, (edge, smooth) in enumerate(docked):
        ends = [names[end] for end in edge.ends]
        named = replace(edge, source=names[edge.source], target=names[edge.target])
        _add_edge(net, f"e{number}", named, ends, smooth)
    net.set_options(json.dumps(OPTIONS))
    return net


def _add_node(net: "Network", name: str, node: Node, x: int, y: int) -> None:
    if node.role == "way":
        net.add_node(
            name, label=" ", shape="dot", size=0.1, color=COLOUR[node.status], x=x, y=y, physics=False,
            role="way", status=node.status, say=node.say, claims=list(node.claims), question="",
        )  # fmt: skip
        return
    net.add_node(
        name,
        label=node.label or " ",
        shape="text" if node.role == "heading" else "box",
        color={"border": COLOUR[node.status], "background": "#FFFFFF"},
        x=x,
        y=y,
        physics=False,
        widthConstraint={"minimum": node.box.width - 10},
        heightConstraint={"minimum": node.box.height - 10},
        role=node.role,
        status=node.status,
        say=node.say,
        claims=list(node.claims),
        question=node.question,
    )


def _add_edge(net: "Network", name: str, edge: Edge, ends: list[str], smooth: dict[str, object]) -> None:
    net.add_edge(
        edge.source,
        edge.target,
        id=name,
        arrows="to" if edge.arrow else "",
        color={"color": COLOUR[edge.status]},
        dashes=DASHES.get(edge.status, False),
        width=round(edge.width, 1),
        status=edge.status,
        say=edge.say,
        claims=list(edge.claims),
        ends=ends,
        **smooth,
    )


def _docked(edge: Edge, boxes: dict[str, Box], places: dict[str, tuple[int, int]]) -> tuple[Edge, dict[str, object]]:
    """Return an edge that leaves and reaches its boxes at the middle of a side, adding those places."""
    (source_x, source_y), (target_x, target_y) = places[edge.source], places[edge.target]
    right = edge.bend > 0 if edge.bend else target_x >= source_x
    source = _port(boxes[edge.source], right, places)
    target = _port(boxes[edge.target], right if edge.bend else not right, places)
    docked = replace(edge, source=source, target=target, ends=edge.ends or (edge.source, edge.target))
    if not edge.bend:
        return docked, {}
    apart = abs(target_y - source_y) or 1
    turn = "curvedCW" if right == (target_y > source_y) else "curvedCCW"
    return docked, {"smooth": {"enabled": True, "type": turn, "roundness": round(min(0.9, 0.08 + 40 / apart), 2)}}


def _port(box: Box, right: bool, places: dict[str, tuple[int, int]]) -> str:
    if not box.width:
        return box.id
    name = f"{box.id} {'right' if right else 'left'}"
    x, y = places[box.id]
    places[name] = (x + (box.width // 2 if right else -box.width // 2), y)
    return name


def data(net: "Network") -> dict[str, list[dict[str, object]]]:
    """Return what a page needs to draw a network, taken from pyvis.

    What an edge says and the claims behind it are told once under "about", however many stretches it is cut into;
    each stretch names its number.
    """
    nodes, edges, _, _, _, _ = net.get_network_data()
    about: dict[str, tuple[int, dict[str, object]]] = {}
    told = {name: [_said(item, about) for item in items] for name, items in (("nodes", nodes), ("edges", edges))}
    return {**told, "about": [what for _, what in about.values()]}


def _said(item: dict[str, object], about: dict[str, tuple[int, dict[str, object]]]) -> dict[str, object]:
    """Return what says something; the page's script knows what to make of silence. A place of 0 says something."""
    kept = {
        name: value
        for name, value in item.items()
        if value is not False and value not in ("", []) and name not in UNUSED
    }
    what: dict[str, object] = {name: kept.pop(name) for name in ("say", "claims") if name in kept}
    if what:
        kept["about"] = about.setdefault(json.dumps(what), (len(about), what))[0]
    return kept


def merged(pictures: Iterable[tuple[Picture, tuple[int, int]]], share: Share) -> Picture:
    """Return several pictures as one, each moved by its offset."""
    nodes: list[Node] = []
    edges: list[Edge] = []
    places: dict[str, tuple[int, int]] = {}
    for picture, (right, down) in pictures:
        nodes += picture.nodes
        edges += picture.edges
        places.update({name: (x + right, y + down) for name, (x, y) in picture.places.items()})
    return Picture(tuple(nodes), tuple(edges), places, share)
