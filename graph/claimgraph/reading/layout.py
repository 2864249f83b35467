"""From the fragments of a page to lines in reading order: columns one after the other, running heads left out."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from claimgraph.reading.pdf_page import Fragment

_STEP = 2.0
_LEAST_LINES = 4
_DEEPEST = 3
_PAGE_NUMBER = re.compile(r"\W*(?:page\s*)?(?:\d{1,4}|[ivxlc]{1,6})(?:\s*(?:of|/)\s*\d{1,4})?\W*", re.IGNORECASE)
_NUMBERED = re.compile(r"^#\s|\s#$")
_EDGE = 2


@dataclass(frozen=True, slots=True)
class PageLine:
    """A line of a page.

    Attributes:
        text: its words; a tab where a wide gap stands between cells.
        left: where it begins, in points.
        right: where it ends.
        bottom: its lower edge.
        size: its height.
        bold: whether it begins in bold.
        page: number of its page, from 1.
        flow: number of the column or band it belongs to, counted over the document.
    """

    text: str
    left: float
    right: float
    bottom: float
    size: float
    bold: bool
    page: int
    flow: int = 0


def page_lines(fragments: Sequence[Fragment], page: int, first_flow: int = 0) -> list[PageLine]:
    """Return the lines of a page in reading order.

    Args:
        fragments: of the page, in any order.
        page: its number.
        first_flow: number for its first flow.
    """
    made: list[PageLine] = []
    for number, flow in enumerate(_flows(list(fragments), 0), first_flow):
        made += [_line(row, page, number) for row in _rows(flow)]
    return made


def without_running_heads(pages: Sequence[list[PageLine]]) -> list[list[PageLine]]:
    """Return the lines of each page without page numbers, and without heads and feet that pages share.

    Three pages are enough, or two where a number, the page's, begins or ends the line.
    """
    counted = Counter(pattern for lines in pages for pattern in {_pattern(line) for line in _edge_lines(lines)})
    shared = {pattern for pattern, count in counted.items() if count >= (2 if _NUMBERED.search(pattern) else 3)}
    kept = []
    for lines in pages:
        edge = {id(line) for line in _edge_lines(lines)}
        kept.append([line for line in lines if id(line) not in edge or not _runs(line, shared)])
    return kept


def _edge_lines(lines: Sequence[PageLine]) -> list[PageLine]:
    """Return the highest and lowest lines of a page."""
    ordered = sorted(lines, key=lambda line: -line.bottom)
    return ordered if len(ordered) <= 2 * _EDGE else ordered[:_EDGE] + ordered[-_EDGE:]


def _pattern(line: PageLine) -> str:
    """Return a line's words with every number the same."""
    return re.sub(r"\d+", "#", line.text.casefold())


def _runs(line: PageLine, shared: set[str]) -> bool:
    """Say whether a line at a page's edge is a running head, foot or page number."""
    return _pattern(line) in shared or _PAGE_NUMBER.fullmatch(line.text) is not None


def _flows(fragments: list[Fragment], depth: int) -> list[list[Fragment]]:
    """Return the fragments in runs that are read one after the other, each from top to bottom.

    Where a gutter parts the page, what crosses it (a title, a wide figure's caption) ends the columns above it.
    """
    fragments.sort(key=lambda one: (-one.middle, one.left))
    gutter = _gutter(fragments) if depth < _DEEPEST else None
    if gutter is None:
        return [fragments] if fragments else []
    flows: list[list[Fragment]] = []
    left: list[Fragment] = []
    right: list[Fragment] = []
    across: list[Fragment] = []
    for one in fragments:
        if one.left < gutter < one.right:
            for side in (left, right):
                flows += _flows(side, depth + 1)
            left, right = [], []
            across.append(one)
            continue
        flows += [across] if across else []
        across = []
        (left if one.right <= gutter else right).append(one)
    flows += [across] if across else []
    for side in (left, right):
        flows += _flows(side, depth + 1)
    return flows


def _gutter(fragments: Sequence[Fragment]) -> float | None:
    """Return where an upright gutter parts two columns of lines, None where there is none."""
    if len(fragments) < 2 * _LEAST_LINES:
        return None
    low, high = min(one.left for one in fragments), max(one.right for one in fragments)
    places = [low + 0.15 * (high - low) + _STEP * step for step in range(int(0.7 * (high - low) / _STEP))]
    if not places:
        return None
    crossing = [sum(one.left < place < one.right for one in fragments) for place in places]
    least = min(crossing)
    best = max(_stretches(crossing, least), key=lambda stretch: stretch[1] - stretch[0])
    place = places[(best[0] + best[1]) // 2]
    left = [one for one in fragments if one.right <= place]
    right = [one for one in fragments if one.left >= place]
    return place if least <= min(len(left), len(right)) and _are_columns(left, right, high - low) else None


def _stretches(values: Sequence[int], wanted: int) -> list[tuple[int, int]]:
    """Return the first and last places of each run of a value."""
    found: list[tuple[int, int]] = []
    for place, value in enumerate(values):
        if value != wanted:
            continue
        if found and found[-1][1] == place - 1:
            found[-1] = (found[-1][0], place)
        else:
            found.append((place, place))
    return found


def _are_columns(left: Sequence[Fragment], right: Sequence[Fragment], width: float) -> bool:
    """Say whether two sides are columns of running text: enough lines, wide enough, side by side, apart."""
    if min(len(left), len(right)) < _LEAST_LINES:
        return False
    if any(median(one.right - one.left for one in side) < 0.2 * width for side in (left, right)):
        return False
    top = min(max(one.top for one in side) for side in (left, right))
    bottom = max(min(one.bottom for one in side) for side in (left, right))
    least = min(max(one.top for one in side) - min(one.bottom for one in side) for side in (left, right))
    gap = min(one.left for one in right) - max(one.right for one in left)
    return top - bottom > 0.5 * least and gap > 0.3 * median(one.size for one in left)


def _rows(flow: Sequence[Fragment]) -> list[list[Fragment]]:
    """Return the fragments of a flow by line, from left to right."""
    rows: list[list[Fragment]] = []
    for one in sorted(flow, key=lambda one: -one.middle):
        if rows and rows[-1][0].middle - one.middle < 0.4 * max(one.size, rows[-1][0].size, 1.0):
            rows[-1].append(one)
        else:
            rows.append([one])
    return [sorted(row, key=lambda one: one.left) for row in rows]


def _line(row: Sequence[Fragment], page: int, flow: int) -> PageLine:
    """Return one line of a flow."""
    tallest = max(row, key=lambda one: one.size)
    words = row[0].text + "".join(_gap(a, b) + b.text for a, b in pairwise(row))
    bottom = tallest.bottom
    return PageLine(words, row[0].left, row[-1].right, bottom, tallest.size, row[0].bold, page, flow)


def _gap(before: Fragment, after: Fragment) -> str:
    """Return what stands between two fragments of a line: nothing, a blank or, where cells are apart, a tab."""
    gap = after.left - before.right
    size = max(before.size, after.size)
    return "\t" if gap > 1.2 * size else " " if gap > 0.1 * size else ""


def edges(lines: Iterable[PageLine]) -> dict[int, tuple[float, float]]:
    """Return the left and right edge of each flow."""
    found: dict[int, tuple[float, float]] = {}
    for line in lines:
        left, right = found.get(line.flow, (line.left, line.right))
        found[line.flow] = (min(left, line.left), max(right, line.right))
    return found


def body_size(lines: Iterable[PageLine]) -> float:
    """Return the height that most characters have."""
    counted: Counter[float] = Counter()
    for line in lines:
        counted[round(line.size, 1)] += len(line.text)
    return max(counted.items(), key=lambda entry: (entry[1], -entry[0]))[0] if counted else 0.0
