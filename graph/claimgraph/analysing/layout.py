"""Headings, paragraphs, lists and tables, written as plain text or as Markdown; the words in them are never trusted."""

import re
import textwrap
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from unicodedata import category

WIDTH = 100
#: Widest a table's column is in plain text.
COLUMN = 44


@dataclass(frozen=True)
class Heading:
    """A heading; level 1 is the title."""

    text: str
    level: int = 2


@dataclass(frozen=True)
class Paragraph:
    """Running text."""

    text: str


@dataclass(frozen=True)
class Items:
    """A list."""

    items: tuple[str, ...]


@dataclass(frozen=True)
class Table:
    """A table: the names of the columns, then the rows."""

    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


Block = Heading | Paragraph | Items | Table


def plain(text: str) -> str:
    r"""Return a text on one line without control and direction characters, which could reorder or hide the rest.

    >>> plain("one\n  two\u202e three")
    'one two three'
    """
    kept = "".join(" " if char.isspace() else char for char in text if char.isspace() or category(char)[0] != "C")
    return " ".join(kept.split())


def as_text(blocks: Iterable[Block]) -> str:
    """Return blocks as plain text, at most 100 characters wide but for tables."""
    return "\n\n".join(_text(block) for block in blocks) + "\n"


def _text(block: Block) -> str:
    """Return one block as plain text."""
    match block:
        case Heading(text, level):
            line = plain(text)
            return f"{line}\n{('=' if level == 1 else '-') * max(3, len(line))}"
        case Paragraph(text):
            return textwrap.fill(plain(text), WIDTH, break_long_words=False)
        case Items(items):
            return "\n".join(_item(plain(item)) for item in items)
        case Table(columns, rows):
            return _columns([columns, *rows])


def _item(text: str) -> str:
    """Return one entry of a list."""
    return textwrap.fill(text, WIDTH, initial_indent="* ", subsequent_indent="  ", break_long_words=False)


def _columns(rows: Sequence[tuple[str, ...]]) -> str:
    """Return rows as columns of equal width, the first row underlined."""
    cells = [[_cut(plain(cell)) for cell in row] for row in rows]
    widths = [max(len(row[place]) for row in cells) for place in range(len(cells[0]))]
    lines = ["  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip() for row in cells]
    return "\n".join([lines[0], "  ".join("-" * width for width in widths), *lines[1:]])


def _cut(cell: str) -> str:
    """Return a cell no wider than a column."""
    return cell if len(cell) <= COLUMN else cell[: COLUMN - 1].rstrip() + "…"


def as_markdown(blocks: Iterable[Block]) -> str:
    """Return blocks as Markdown (CommonMark with GitHub's tables); everything in the words is escaped."""
    return "\n\n".join(_markdown(block) for block in blocks) + "\n"


def _markdown(block: Block) -> str:
    """Return one block as Markdown."""
    match block:
        case Heading(text, level):
            return f"{'#' * level} {escaped(text)}"
        case Paragraph(text):
            return escaped(text)
        case Items(items):
            return "\n".join(f"- {escaped(item)}" for item in items)
        case Table(columns, rows):
            lines = [columns, ("---",) * len(columns), *(tuple(escaped(cell) for cell in row) for row in rows)]
            return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def escaped(text: str) -> str:
    r"""Return a text in which Markdown and HTML see nothing but words.

    >>> print(escaped("<b>*yes*</b> | [x](javascript:1)"))
    &lt;b&gt;\*yes\*&lt;/b&gt; \| \[x\](javascript\:1)
    """
    safe = plain(text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    safe = re.sub(r"([\\`*_\[\]|~])", r"\\\1", safe)
    safe = re.sub(r"(?i)\b(https?|javascript|data|mailto|www)([:.])", r"\1\\\2", safe)
    safe = re.sub(r"^(\d+)([.)])", r"\1\\\2", safe)
    return re.sub(r"^([#+=-])", r"\\\1", safe)
