"""A text as lines with their places; only CR, LF and CRLF end a line, as in the files people save."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

_LINE = re.compile(r"([^\r\n]*)(?:\r\n|\r|\n|\Z)")


@dataclass(frozen=True, slots=True)
class Line:
    """One line without the white space around it.

    Attributes:
        text: its words; empty for a blank line.
        start: where the words start in the text.
        end: one past the last of them.
        indent: number of characters before them.
    """

    text: str
    start: int
    end: int
    indent: int = 0

    @property
    def blank(self) -> bool:
        """Say whether nothing stands on the line."""
        return not self.text


def lines(text: str) -> Iterator[Line]:
    r"""Yield the lines of a text in order.

    >>> [(line.text, line.start, line.end) for line in lines("a\r\n\r\n  b ")]
    [('a', 0, 1), ('', 3, 3), ('b', 7, 8)]
    """
    for match in _LINE.finditer(text):
        if match.start() == len(text) and text:
            return
        whole = match[1]
        words = whole.strip()
        indent = len(whole) - len(whole.lstrip()) if words else 0
        start = match.start() + indent
        yield Line(words, start, start + len(words), indent)
