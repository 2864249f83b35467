"""Positions for the maps, computed here so that they are the same every time and no label covers another."""

from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass

import networkx as nx

SWEEPS = 12


@dataclass(frozen=True, slots=True)
class Box:
    """A node's box; width and height in map units (pixels at zoom 1)."""

    id: str
    width: int
    height: int


def ordered_columns(columns: Sequence[Sequence[str]], graph: "nx.Graph[str]") -> list[list[str]]:
    """Return columns of nodes, each reordered so that few edges cross.

    Barycentre sweeps, left to right and back (Sugiyama, Tagawa & Toda 1981); the given order breaks ties.

    Args:
        columns: nodes by column, left to right.
        graph: the edges between them.
    """
    order = [list(column) for column in columns]
    home = {node: number for number, column in enumerate(order) for node in column}
    for sweep in range(SWEEPS):
        numbers = range(len(order)) if sweep % 2 == 0 else range(len(order) - 1, -1, -1)
        for number in numbers:
            place = {node: _share(row, column) for column in order for row, node in enumerate(column)}
            neighbours = {
                node: [place[other] for other in graph.neighbors(node) if home.get(other, number) != number]
                for node in order[number]
            }
            centre = {node: sum(at) / len(at) if (at := neighbours[node]) else place[node] for node in order[number]}
            order[number].sort(key=lambda node, centre=centre: centre[node])  # type: ignore[misc]
    return order


@dataclass(frozen=True, slots=True)
class Routes:
    """Columns with a place kept free wherever an edge passes through one, so that no edge runs behind a box.

    Attributes:
        columns: nodes and waypoints by column (Sugiyama's dummy nodes).
        graph: the edges, each cut at its waypoints.
        ways: for each edge, the ids of its waypoints in the order it meets them.
    """

    columns: list[list[str]]
    graph: "nx.Graph[str]"
    ways: dict[tuple[str, str], list[str]]


def routes(columns: Sequence[Sequence[str]], edges: Iterable[tuple[str, str]]) -> Routes:
    """Return columns with waypoints for every edge that skips one.

    >>> routes([["a"], ["b"], ["c"]], [("a", "c"), ("a", "b")]).columns
    [['a'], ['b', 'a > c @ 1'], ['c']]
    """
    home = {node: number for number, column in enumerate(columns) for node in column}
    wide = [list(column) for column in columns]
    graph: nx.Graph[str] = nx.Graph()
    graph.add_nodes_from(home)
    ways: dict[tuple[str, str], list[str]] = {}
    for source, target in edges:
        step = 1 if home[target] >= home[source] else -1
        between = range(home[source] + step, home[target], step) if home[source] != home[target] else range(0)
        ways[source, target] = [f"{source} > {target} @ {number}" for number in between]
        for number, name in zip(between, ways[source, target], strict=True):
            wide[number].append(name)
        nx.add_path(graph, [source, *ways[source, target], target])
    return Routes(wide, graph, ways)


def _share(row: int, column: Sequence[Hashable]) -> float:
    return (row + 0.5) / len(column)


def place_columns(
    columns: Sequence[Sequence[Box]], *, across: int, between: int, left: int = 0, top: int = 0
) -> dict[str, tuple[int, int]]:
    """Return centres for boxes in columns, each column centred beside the tallest.

    Args:
        columns: boxes, top to bottom, by column.
        across: free width between two columns.
        between: free height between two boxes of a column.
        left: left edge of the first column.
        top: top edge of the tallest column.
    """
    heights = [sum(box.height for box in column) + between * max(0, len(column) - 1) for column in columns]
    tallest, at, places = max(heights, default=0), left, {}
    for column, height in zip(columns, heights, strict=True):
        width = max((box.width for box in column), default=0)
        y = top + (tallest - height) / 2
        for box in column:
            places[box.id] = (round(at + width / 2), round(y + box.height / 2))
            y += box.height + between
        at += width + across
    return places


def extent(boxes: Iterable[Box], places: Mapping[str, tuple[int, int]]) -> tuple[int, int, int, int]:
    """Return left, top, right and bottom of placed boxes; zeros for none."""
    placed = [(box, *places[box.id]) for box in boxes]
    if not placed:
        return 0, 0, 0, 0
    return (
        round(min(x - box.width / 2 for box, x, _ in placed)),
        round(min(y - box.height / 2 for box, _, y in placed)),
        round(max(x + box.width / 2 for box, x, _ in placed)),
        round(max(y + box.height / 2 for box, _, y in placed)),
    )


def shelves(sizes: Sequence[tuple[int, int]], *, width: int, gap: int) -> list[tuple[int, int]]:
    """Return a left top corner for each block, set like words on lines of a page.

    >>> shelves([(60, 30), (50, 20), (40, 10)], width=120, gap=10)
    [(0, 0), (70, 0), (0, 40)]
    """
    corners, x, y, tallest = [], 0, 0, 0
    for block_width, block_height in sizes:
        if x and x + block_width > width:
            x, y, tallest = 0, y + tallest + gap, 0
        corners.append((x, y))
        x += block_width + gap
        tallest = max(tallest, block_height)
    return corners
