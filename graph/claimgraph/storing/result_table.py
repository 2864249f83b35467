"""Rows as a table of text for a terminal: columns aligned, long cells wrapped, nothing cut off."""

import re
import textwrap
from collections.abc import Sequence
from itertools import zip_longest

from pyoxigraph import BlankNode, Literal, NamedNode, Triple

from claimgraph.vocabulary.namespaces import IDENTIFIED_PREFIXES, PREFIXES

Term = NamedNode | BlankNode | Literal | Triple
_UNPRINTABLE = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]+")
_GAP = "  "


def table(variables: Sequence[str], rows: Sequence[Sequence[Term | None]], width: int = 120) -> str:
    """Return a table; cells too wide for their column go on in the next line.

    Args:
        variables: the heading.
        rows: terms, None where a variable is unbound.
        width: characters a line may have, as far as words allow.
    """
    cells = [[shown(term) for term in row] for row in rows]
    widths = _widths([list(variables), *cells], width - len(_GAP) * max(0, len(variables) - 1))
    lines = [*_lines(list(variables), widths), _GAP.join("-" * column for column in widths)]
    for row in cells:
        lines += _lines(row, widths)
    return "".join(line.rstrip() + "\n" for line in lines)


def shown(term: Term | None) -> str:
    """Return a term as a reader knows it: words without quotes, IRIs with their prefix, no control characters.

    >>> shown(NamedNode("https://w3id.org/claimgraph/ontology#Claim"))
    'cg:Claim'
    """
    if term is None:
        return ""
    if isinstance(term, NamedNode):
        return _UNPRINTABLE.sub(" ", _shortened(term.value))
    return _UNPRINTABLE.sub(" ", term.value if isinstance(term, Literal) else str(term))


def _shortened(iri: str) -> str:
    known = [(base, prefix) for prefix, base in {**PREFIXES, **IDENTIFIED_PREFIXES}.items() if iri.startswith(base)]
    if not known:
        return iri
    base, prefix = max(known, key=lambda pair: len(pair[0]))
    return f"{prefix}:{iri[len(base) :]}"


def _widths(cells: list[list[str]], room: int) -> list[int]:
    """Return the width of each column: as wide as its cells, the widest columns sharing what room there is."""
    wanted = [max(1, *(len(cell) for cell in column)) for column in zip(*cells, strict=True)]
    widths = [0] * len(wanted)
    left, open_columns = room, sorted(range(len(wanted)), key=lambda column: wanted[column])
    for position, column in enumerate(open_columns):
        share = left // (len(open_columns) - position)
        widths[column] = min(wanted[column], max(share, 8))
        left -= widths[column]
    return widths


def _lines(row: Sequence[str], widths: Sequence[int]) -> list[str]:
    wrapped = [textwrap.wrap(cell, column) or [""] for cell, column in zip(row, widths, strict=True)]
    return [
        _GAP.join(part.ljust(column) for part, column in zip(parts, widths, strict=True))
        for parts in zip_longest(*wrapped, fillvalue="")
    ]
