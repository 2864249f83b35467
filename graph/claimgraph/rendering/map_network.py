"""A pyvis network filled from plain nodes and edges with their places; no physics, no HTML in any label."""

import json
from collections.abc import Iterable
from dataclasses import dataclass, field
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
    "edges": {"font": {"multi": False}, "selectionWidth": 1},
}


@dataclass(frozen=True, slots=True)
class Node:
    """A node of a map.

    Attributes:
        box: its id and size.
        label: the words in it, lines already broken.
        role: "concept", "question", "source", "claim", "heading" or "more".
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
    """An edge of a map; `bend` curves it to one side where both ends stand in one column."""

    id: str
    source: str
    target: str
    status: str
    say: str = ""
    claims: tuple[str, ...] = ()
    width: float = 1.5
    arrow: bool = True
    bend: float = 0.0


@dataclass(frozen=True, slots=True)
class Picture:
    """A map ready for pyvis, with what its list beside it says."""

    nodes: tuple[Node, ...] = ()
    edges: tuple[Edge, ...] = ()
    places: dict[str, tuple[int, int]] = field(default_factory=dict)
    left_out: str = ""


def network(picture: Picture) -> "Network":
    """Return a pyvis network of a picture.

    `directed=True` because pyvis drops the second edge of a pair otherwise; titles are never set because the stock
    page would read them as HTML.
    """
    from pyvis.network import Network  # noqa: PLC0415 -- heavy

    net = Network(height="100%", width="100%", directed=True, cdn_resources="in_line")
    for node in picture.nodes:
        _add_node(net, node, *picture.places[node.box.id])
    for edge in picture.edges:
        _add_edge(net, edge)
    net.set_options(json.dumps(OPTIONS))
    return net


def _add_node(net: "Network", node: Node, x: int, y: int) -> None:
    net.add_node(
        node.box.id,
        label=node.label or " ",
        shape="text" if node.role == "heading" else "box",
        color={"border": COLOUR[node.status], "background": "#FFFFFF"},
        x=x,
        y=y,
        physics=False,
        widthConstraint={"minimum": node.box.width - 10, "maximum": node.box.width - 10},
        heightConstraint={"minimum": node.box.height - 10},
        role=node.role,
        status=node.status,
        say=node.say,
        claims=list(node.claims),
        question=node.question,
    )


def _add_edge(net: "Network", edge: Edge) -> None:
    smooth: dict[str, object] = {
        "enabled": True,
        "type": "cubicBezier",
        "forceDirection": "horizontal",
        "roundness": 0.5,
    }
    if edge.bend:
        turn = "curvedCW" if edge.bend > 0 else "curvedCCW"
        smooth = {"enabled": True, "type": turn, "roundness": abs(edge.bend)}
    net.add_edge(
        edge.source,
        edge.target,
        id=edge.id,
        arrows={"to": {"enabled": edge.arrow, "scaleFactor": 0.55}},
        color={"color": COLOUR[edge.status]},
        dashes=DASHES.get(edge.status, False),
        width=edge.width,
        smooth=smooth,
        status=edge.status,
        say=edge.say,
        claims=list(edge.claims),
    )


def data(net: "Network") -> dict[str, object]:
    """Return what a page needs to draw a network, taken from pyvis."""
    nodes, edges, _, _, _, options = net.get_network_data()
    return {"nodes": nodes, "edges": edges, "options": json.loads(options)}


def merged(pictures: Iterable[tuple[Picture, tuple[int, int]]], left_out: str = "") -> Picture:
    """Return several pictures as one, each moved by its offset."""
    nodes: list[Node] = []
    edges: list[Edge] = []
    places: dict[str, tuple[int, int]] = {}
    for picture, (right, down) in pictures:
        nodes += picture.nodes
        edges += picture.edges
        places.update({name: (x + right, y + down) for name, (x, y) in picture.places.items()})
    return Picture(tuple(nodes), tuple(edges), places, left_out)
