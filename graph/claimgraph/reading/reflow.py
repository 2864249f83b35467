"""From the lines of a PDF's pages to running text: paragraphs joined, hyphens at line ends undone, pages marked."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from statistics import median

from claimgraph.reading.blocks import Blocks
from claimgraph.reading.layout import PageLine, body_size, edges

_BULLET = re.compile(r"(?:[•◦▪‣●○■□∙⁃*]\s*|[-–—]\s+|\(?(?:\d{1,2}|[a-z])[.)]\s+)(?=\S)")
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_BROKEN = re.compile(r"([^\W\d_]+)[-\u2010]$")
_CONTINUED = re.compile(r"[^\W\d_]+")
_LEADERS = re.compile(r"(?:\. ?){5,}\s*\w*$")
_CLOSED = (".", "!", "?", ":", ";", '"', "”", "…")
_HEADING_WORDS = 16


@dataclass(slots=True)
class Paragraph:
    """Lines that belong together.

    Attributes:
        lines: in reading order, of one page or of several.
        kind: of its region, "" for prose.
        level: of a heading.
    """

    lines: list[PageLine] = field(default_factory=list)
    kind: str = ""
    level: int = 0


def reflow(lines: Sequence[PageLine]) -> Blocks:
    """Return the running text of a document, with its pages, headings, items and tables as regions."""
    paragraphs = _paragraphs(lines)
    _mark_headings(paragraphs, body_size(lines))
    known = _vocabulary(lines)
    blocks = Blocks()
    pages: dict[int, list[int]] = {}
    for paragraph in paragraphs:
        _add(blocks, paragraph, known, pages)
    for page, (start, end) in pages.items():
        blocks.enclose_span("page", start, end, str(page))
    return blocks


def _paragraphs(lines: Sequence[PageLine]) -> list[Paragraph]:
    """Return the lines in paragraphs; one that a column or page end cuts goes on behind it."""
    pitch, sides = _pitch(lines), edges(lines)
    made: list[Paragraph] = []
    before: PageLine | None = None
    for line in lines:
        if made and before is not None and not _begins(before, line, made[-1], pitch, sides[before.flow]):
            made[-1].lines.append(line)
        else:
            kind = "table" if _is_row(line) else "item" if _BULLET.match(line.text) else ""
            made.append(Paragraph([line], kind))
        before = line
    for paragraph in made:
        if paragraph.kind == "table" and len(paragraph.lines) < 2:
            paragraph.kind = ""
    return made


def _pitch(lines: Sequence[PageLine]) -> float:
    """Return the usual distance from line to line, in line heights."""
    pairs = [(a, b) for a, b in pairwise(lines) if a.flow == b.flow and a.bottom > b.bottom]
    return median(((a.bottom - b.bottom) / max(b.size, 1.0) for a, b in pairs)) if pairs else 1.2


def _begins(before: PageLine, line: PageLine, paragraph: Paragraph, pitch: float, sides: tuple[float, float]) -> bool:
    """Say whether a line begins a paragraph.

    Args:
        before: the line before it.
        line: the line.
        paragraph: what the line before belongs to.
        pitch: the usual distance from line to line, in line heights.
        sides: left and right edge of the column the line before stands in.
    """
    row = _is_row(line)
    if row or paragraph.kind == "table":
        return not (row and paragraph.kind == "table" and before.flow == line.flow)
    if _BULLET.match(line.text) or abs(before.size - line.size) > 0.12 * before.size:
        return True
    if before.bold != line.bold and (before.bold or before.text.endswith(_CLOSED)):
        return True
    closed = before.text.rstrip().endswith(_CLOSED)
    if before.flow != line.flow:
        return closed or not (line.text[0].islower() or before.text.endswith(("-", "\u2010", ",")))
    if before.bottom - line.bottom > 1.3 * pitch * max(before.size, line.size):
        return True
    short = before.right - sides[0] < 0.75 * (sides[1] - sides[0])
    indented = line.left - before.left > 0.8 * line.size and paragraph.kind != "item"
    return closed and (short or indented)


def _is_row(line: PageLine) -> bool:
    """Say whether a line is a row of a table or of a table of contents: cells apart, or joined by leaders."""
    return "\t" in line.text or _LEADERS.search(line.text) is not None


def _mark_headings(paragraphs: Sequence[Paragraph], body: float) -> None:
    """Give the paragraphs that are headings, larger or bolder than the body and short, their kind and level."""
    heads = [one for one in paragraphs if one.kind in ("", "item") and _could_head(one, body)]
    sizes = sorted({round(one.lines[0].size) for one in heads if one.lines[0].size > 1.12 * body}, reverse=True)
    for one in heads:
        size = round(one.lines[0].size)
        one.kind, one.level = "heading", min(6, (sizes.index(size) if size in sizes else len(sizes)) + 1)


def _could_head(paragraph: Paragraph, body: float) -> bool:
    """Say whether a paragraph looks like a heading."""
    words = " ".join(line.text for line in paragraph.lines)
    short = len(words.split()) <= _HEADING_WORDS and any(letter.isalpha() for letter in words)
    larger = paragraph.lines[0].size > 1.12 * body
    bold = all(line.bold for line in paragraph.lines) and len(paragraph.lines) <= 2
    plain = not words[0].isalnum() and _BULLET.match(words) is not None
    return short and (larger or bold) and not plain and not words.rstrip().endswith((".", ",", ";"))


def _vocabulary(lines: Sequence[PageLine]) -> frozenset[str]:
    """Return the words of a document that no line end breaks, lower case."""
    found: set[str] = set()
    for line in lines:
        words = _WORD.findall(line.text.casefold())
        found.update(words[:-1] if _BROKEN.search(line.text) else words)
    return frozenset(found)


def _add(blocks: Blocks, paragraph: Paragraph, known: frozenset[str], pages: dict[int, list[int]]) -> None:
    """Add a paragraph to the text and note which characters stand on which page."""
    close = paragraph.kind == "item" and bool(blocks.regions) and blocks.regions[-1].end == blocks.length
    start = blocks.next_start(close=close)
    text = ""
    for line in paragraph.lines:
        words = line.text.strip()
        if text:
            text = _joined(text, words, known) if paragraph.kind != "table" else f"{text}\n"
        span = pages.setdefault(line.page, [start + len(text), 0])
        text += words
        span[1] = start + len(text)
    blocks.add(text, "" if paragraph.kind == "item" else paragraph.kind, paragraph.level, close=close)
    bullet = _BULLET.match(text) if paragraph.kind == "item" else None
    if bullet:
        blocks.enclose("item", start + bullet.end())


def _joined(text: str, words: str, known: frozenset[str]) -> str:
    """Return the text so far, ready for the words of the next line.

    A hyphen at the line's end goes where the two parts are one word: where the document has that word elsewhere, or
    has the parts neither hyphenated nor both as words of their own.
    """
    broken, continued = _BROKEN.search(text), _CONTINUED.match(words)
    if broken is None or continued is None or not words[0].islower():
        hyphen = text.endswith(("-", "\u2010", "–", "/")) and not text[-2:].startswith(" ")
        return text if hyphen else f"{text} "
    first, second = broken[1].casefold(), continued[0].casefold()
    compound = f"{first}-{second}" in known or (first in known and second in known)
    if f"{first}{second}" in known or not compound:
        return text[: broken.end() - 1]
    return text
