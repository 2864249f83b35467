"""From an element tree (HTML, or the main text that trafilatura gives) to blocks."""

import re
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from claimgraph.reading.blocks import Blocks

if TYPE_CHECKING:
    from lxml.etree import _Element

_HEADINGS = {"h1": 1, "h2": 2, "h3": 3, "h4": 4, "h5": 5, "h6": 6, "head": 2, "title": 1}
_QUOTATIONS = frozenset({"blockquote", "quote", "q"})
_TABLES = frozenset({"table"})
_ROWS = frozenset({"tr", "row"})
_ITEMS = frozenset({"li", "item", "dt", "dd"})
_CODE = frozenset({"pre", "code"})
_BREAKS = frozenset({"br", "lb", "hr"})
_SILENT = frozenset({"script", "style", "template", "noscript", "graphic", "img", "svg"})
_INLINE = frozenset(
    (
        *("a", "abbr", "b", "bdi", "bdo", "cite", "del", "em", "font", "hi", "i", "ins", "kbd", "label", "mark", "ref"),
        *("s", "small", "span", "strong", "sub", "sup", "time", "tt", "u", "var", "wbr"),
    )
)
_SPACE = re.compile(r"[ \t\r\n\f]+")
_LINES = re.compile(r" *\n *")
_DEEPEST = 200

#: Says of a block's words, the kind of its region and the element it stands in whether it is used.
Check = Callable[[str, str, "_Element"], bool]


def add_tree(root: "_Element", blocks: Blocks, check: Check) -> None:
    """Add the blocks of a tree in document order.

    Args:
        root: the element around them.
        blocks: where they are added.
        check: asked of each block, and of each cell of a table, in that order.
    """
    _Walker(blocks, check).inside(root, "", 0)


class _Walker:
    """One walk over a tree."""

    def __init__(self, blocks: Blocks, check: Check) -> None:
        self.blocks = blocks
        self.check = check

    def inside(self, element: "_Element", kind: str, depth: int) -> None:
        """Add what stands inside an element: its runs of inline content as blocks, its block elements in turn."""
        run: list[str] = [_blank(element.text)]
        for child in element:
            if not isinstance(child.tag, str) or child.tag in _SILENT:
                run.append(_blank(child.tail))
            elif child.tag in _BREAKS:
                run.append("\n" + _blank(child.tail))
            elif _is_inline(child):
                run += (_inline(child), _blank(child.tail))
            else:
                self._flush(run, kind, element)
                self._block(child, kind, depth + 1)
                run = [_blank(child.tail)]
        self._flush(run, kind, element)

    def _block(self, element: "_Element", kind: str, depth: int) -> None:
        """Add one block element."""
        tag = element.tag
        if depth > _DEEPEST:
            self._flush([_inline(element)], kind, element)
        elif tag in _HEADINGS:
            rend = element.get("rend") or ""
            self._flush([_inline(element)], "heading", element, _HEADINGS.get(rend, _HEADINGS[tag]))
        elif tag in _TABLES:
            self._table(element)
        elif tag in _CODE:
            self._flush([_inline(element)], "code", element)
        elif tag in _QUOTATIONS:
            start = self.blocks.next_start()
            self.inside(element, "", depth)
            self.blocks.enclose("quotation", start)
        elif tag in _ITEMS:
            self.inside(element, "item", depth)
        else:
            self.inside(element, kind, depth)

    def _flush(self, run: list[str], kind: str, element: "_Element", level: int = 0) -> None:
        """Add a run of inline content as one block."""
        words = normalised("".join(run))
        if not words or not self.check(words, kind, element):
            return
        regions = self.blocks.regions
        close = (
            kind == "item" and bool(regions) and regions[-1].kind == "item" and regions[-1].end == self.blocks.length
        )
        self.blocks.add(words, kind, level, close=close)

    def _table(self, table: "_Element") -> None:
        """Add a table: a row a line, its cells parted by tabs."""
        start = self.blocks.next_start()
        first = True
        for row in table.iter(*_ROWS):
            cells = [normalised(_inline(cell)).replace("\n", " ") for cell in row if isinstance(cell.tag, str)]
            kept = [cell for cell in cells if cell and self.check(cell, "table", row)]
            self.blocks.add("\t".join(kept), close=not first)
            first = first and not kept
        self.blocks.enclose("table", start)


def normalised(words: str) -> str:
    """Return inline content with its white space as a browser shows it: blanks single, line breaks kept."""
    return _LINES.sub("\n", re.sub(r"[ \t\r\f]+", " ", words)).strip()


def _blank(words: str | None) -> str:
    """Return the words of a source with each run of white space as one blank."""
    return _SPACE.sub(" ", words or "")


def _is_inline(element: "_Element") -> bool:
    """Say whether an element stands inside a line of text."""
    return element.tag in _INLINE or (element.tag in {"code", "q"} and len(element) == 0)


def _inline(element: "_Element") -> str:
    """Return all the words of an element, line breaks where it has them."""
    return "".join(_words(element))


def _words(element: "_Element") -> Iterator[str]:
    """Yield the pieces of an element's words in document order; white space in the source is a blank."""
    from lxml import etree  # noqa: PLC0415 - costs start-up time, needed by few files

    silent = 0
    for event, node in etree.iterwalk(element, events=("start", "end", "comment", "pi")):
        here = isinstance(node.tag, str)
        if event == "start":
            silent += node.tag in _SILENT
            if silent == 0:
                if node.tag in _BREAKS:
                    yield "\n"
                yield _blank(node.text)
        else:
            silent -= here and node.tag in _SILENT
            if silent == 0 and node is not element:
                yield _blank(node.tail)
