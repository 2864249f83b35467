"""Structural balance of the signed graph of sources: can they be split into camps, and how cleanly?"""

import random
from collections.abc import Iterable, Mapping, Sequence

from claimgraph.analysing.english import counted, listed, titled
from claimgraph.model import Matrix, Note
from claimgraph.model.findings import Balance, SourcePair

#: Sources of a connected part up to which every split is tried.
EXACT = 16
#: Edge visits that the search of larger parts may take.
BUDGET = 2_000_000
#: Edges whose triangles are counted; above it, that many drawn with a seed.
MOST_EDGES = 4_000
SEED = 20200521

Signed = dict[str, dict[str, int]]


def signed_graph(edges: Iterable[tuple[str, str, int]]) -> Signed:
    """Return an undirected signed graph as neighbours with signs; edges of sign 0 are left out."""
    graph: Signed = {}
    for first, second, sign in sorted(edges):
        if sign and first != second:
            graph.setdefault(first, {})[second] = sign
            graph.setdefault(second, {})[first] = sign
    return {node: graph[node] for node in sorted(graph)}


def balance(pairs: Sequence[SourcePair], matrix: Matrix) -> Balance:
    """Return the camps of the sources and what goes against them.

    The line index of balance is the least number of edges whose removal leaves two camps (Harary 1959, "On the
    measurement of structural balance"); it is exact for parts of up to 16 sources and else the best split that a
    seeded local search finds. Triangles: Cartwright & Harary 1956, "Structural balance".
    """
    graph = signed_graph((p.first, p.second, p.sign) for p in pairs)
    parts = components(graph)
    sides = {node: side for part in parts for node, side in split(graph, part).items()}
    camps = [tuple(n for n in part if sides[n] == side) for part in parts for side in (0, 1)]
    frustrated = against(graph, sides)
    edges = sum(len(near) for near in graph.values()) // 2
    total, balanced, sampled = triangles(graph)
    exact = all(len(part) <= EXACT for part in parts)
    ordered = tuple(sorted((c for c in camps if c), key=lambda camp: (-len(camp), camp)))
    cut = "" if exact else "The split is the best that a seeded search found, not proven to be the best there is."
    cut += f" Triangles are counted on {MOST_EDGES:,} edges drawn with a seed." if sampled else ""
    note = Note(
        "Which camps",
        "If friends of friends agree and enemies of friends disagree, sources fall into camps; every pair that does "
        "not fit shows that the dispute is not simply two sides.",
        _sentence(ordered, edges, len(frustrated), matrix),
        "Signed graph of sources (more questions agreed than in conflict: +1, fewer: -1); line index of balance "
        "(Harary 1959) and balanced triangles (Cartwright & Harary 1956).",
        cut.strip(),
    )
    return Balance(note, ordered, edges, len(frustrated), frustrated, total, balanced, exact)


def _sentence(camps: Sequence[tuple[str, ...]], edges: int, frustrated: int, matrix: Matrix) -> str:
    """Return the camps in words."""
    if not edges:
        return "Sources share too few questions to show camps."
    names = {source.document: titled(source.label) for source in matrix.sources}
    said = " against ".join(listed([names.get(stem, stem) for stem in camp], 3) for camp in camps[:2])
    if len(camps) == 1:
        said += " stand together" if len(camps[0]) > 1 else " stands alone"
    rest = f", with {counted(len(camps) - 2, 'further camp')}" if len(camps) > 2 else ""
    fit = (
        "every pair of sources fits"
        if not frustrated
        else f"of {counted(edges, 'pair')} of sources, {counted(frustrated, 'does', 'do')} not fit"
    )
    return f"{said}{rest}; {fit}."


def components(graph: Mapping[str, Mapping[str, int]]) -> list[list[str]]:
    """Return the connected parts of a graph, each sorted."""
    seen: set[str] = set()
    parts = []
    for start in graph:
        if start in seen:
            continue
        part, waiting = {start}, [start]
        while waiting:
            new = [node for node in graph[waiting.pop()] if node not in part]
            part.update(new)
            waiting += new
        seen |= part
        parts.append(sorted(part))
    return parts


def split(graph: Signed, part: Sequence[str]) -> dict[str, int]:
    """Return the side (0 or 1) of each source of a connected part with the fewest edges against; first source on 0."""
    if len(part) <= EXACT:
        return _every_split(graph, part)
    edges = sum(len(graph[node]) for node in part)
    draw = random.Random(SEED)  # noqa: S311 (a search, not a secret)
    starts = [_spanning(graph, part)]
    starts += [{n: draw.randrange(2) for n in part} for _ in range(max(2, min(20, BUDGET // (10 * edges))))]
    best = min(
        (_descended(graph, start) for start in starts), key=lambda s: (len(against(graph, s)), sorted(s.items()))
    )
    return {node: side ^ best[part[0]] for node, side in best.items()}


def _every_split(graph: Signed, part: Sequence[str]) -> dict[str, int]:
    """Return the best of all splits, walked so that each differs from the last by one source (Gray code)."""
    side = dict.fromkeys(part, 0)
    cost = best_cost = len(against(graph, side, part))
    best = dict(side)
    for step in range(1, 2 ** (len(part) - 1)):
        node = part[(step & -step).bit_length()]
        cost += _gain(graph, side, node)
        side[node] ^= 1
        if cost < best_cost:
            best_cost, best = cost, dict(side)
    return best


def _gain(graph: Signed, side: Mapping[str, int], node: str) -> int:
    """Return by how much the number of edges against a split grows when a source changes its side."""
    return sum(sign if side[other] == side[node] else -sign for other, sign in graph[node].items())


def _spanning(graph: Signed, part: Sequence[str]) -> dict[str, int]:
    """Return the split that satisfies every edge of a spanning tree; of a balanced graph, the right one."""
    side, waiting = {part[0]: 0}, [part[0]]
    for node in waiting:
        for other, sign in graph[node].items():
            if other not in side:
                side[other] = side[node] ^ (sign < 0)
                waiting.append(other)
    return side


def _descended(graph: Signed, start: Mapping[str, int]) -> dict[str, int]:
    """Return a split that no single change of side makes better."""
    side = dict(start)
    improved = True
    while improved:
        improved = False
        for node in graph:
            if node in side and _gain(graph, side, node) < 0:
                side[node] ^= 1
                improved = True
    return side


def against(graph: Signed, side: Mapping[str, int], part: Iterable[str] | None = None) -> tuple[tuple[str, str], ...]:
    """Return the edges that go against a split: agreement across it, conflict within a side."""
    nodes = side if part is None else part
    return tuple(
        (node, other)
        for node in sorted(nodes)
        for other, sign in sorted(graph[node].items())
        if node < other and (side[node] == side[other]) != (sign > 0)
    )


def triangles(graph: Signed) -> tuple[int, int, bool]:
    """Return the triangles of a graph, the balanced ones among them, and whether they were counted on drawn edges."""
    edges = [(node, other) for node in graph for other in graph[node] if node < other]
    sampled = len(edges) > MOST_EDGES
    if sampled:
        edges = sorted(random.Random(SEED).sample(edges, MOST_EDGES))  # noqa: S311
    total = balanced = 0
    for node, other in edges:
        for third in graph[node].keys() & graph[other].keys():
            total += 1
            balanced += graph[node][other] * graph[node][third] * graph[other][third] > 0
    return (total, balanced, True) if sampled else (total // 3, balanced // 3, False)
