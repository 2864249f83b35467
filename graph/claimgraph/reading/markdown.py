"""Markdown: the text stays the file's own; regions mark headings, items, quotations, tables, code and markup."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from claimgraph.model import Document, Region
from claimgraph.reading.decoding import decode
from claimgraph.reading.limits import Limits
from claimgraph.reading.lines import Line, lines
from claimgraph.reading.metadata import described, iso_date
from claimgraph.reading.raw import Outcome, Raw

if TYPE_CHECKING:
    from markdown_it.token import Token

_FRONT = re.compile(r"\A---[ \t]*\r?\n(.*?)\r?\n(?:---|\.\.\.)[ \t]*(?:\r?\n|\Z)", re.DOTALL)
_FIELD = re.compile(r"^(title|author|date|publisher|lang|language)[ \t]*:[ \t]*(.+?)[ \t]*\r?$", re.MULTILINE | re.I)
_OPENING = re.compile(r"(?:>\s*)*(?:#{1,6}(?!#)[ \t]*)?")
_MARKER = re.compile(r"(?:>\s*)*(?:(?:[-*+]|\d{1,9}[.)])\s+)?")
_SPAN_KINDS = {"blockquote_open": "quotation", "table_open": "table"}
_CODE_KINDS = ("fence", "code_block", "html_block")
_RUN = re.compile(r"\S+")


def read_markdown(raw: Raw, limits: Limits) -> Outcome:
    """Read a Markdown file: one document whose text is the file's, with its markup in regions."""
    text, problems = decode(raw)
    if text is None:
        return (), problems
    front = front_matter(text)
    document = Document(
        raw.stem,
        text,
        raw.sha256,
        raw.source,
        title=front.get("title", ""),
        media_type="text/markdown",
        date=iso_date(front["date"]) if "date" in front else None,
        author=front.get("author"),
        publisher=front.get("publisher"),
        language=front.get("lang", front.get("language", "en")).lower(),
    )
    regions = markdown_regions(text)
    title = document.title or next((region.label for region in regions if region.kind == "heading"), "")
    return (described(replace(document, title=title, regions=regions)),), problems


def front_matter(text: str) -> dict[str, str]:
    r"""Return the plain fields of the YAML block that may open a Markdown file.

    >>> front_matter("---\ntitle: 'Tea'\ndate: 2020-05-01\n---\nTea wakes.")
    {'title': 'Tea', 'date': '2020-05-01'}
    """
    block = _FRONT.match(text)
    if block is None:
        return {}
    return {name.lower(): value.strip("\"'") for name, value in _FIELD.findall(block[1]) if value.strip("\"'")}


def markdown_regions(text: str) -> tuple[Region, ...]:
    """Return the regions of a Markdown text, ordered by start, after CommonMark 0.31 with tables.

    Besides headings, items, quotations, tables and code there are regions of kind "markup": the characters that
    are no words of the text, such as asterisks, link targets and front matter.
    """
    from markdown_it import MarkdownIt  # noqa: PLC0415 - costs start-up time, needed by few files

    block = _FRONT.match(text)
    skipped = block.end() if block else 0
    parts = tuple(lines(text))
    first = next((n for n, part in enumerate(parts) if part.start >= skipped), len(parts)) if skipped else 0
    body = "\n" * first + text[skipped:]
    tokens = MarkdownIt("commonmark").enable("table").disable("text_join").parse(body)
    found = list(_blocks(text, parts, tokens))
    prose = sorted(_prose(text, parts, tokens))
    code = [(region.start, region.end) for region in found if region.kind == "code"]
    found += _markup(text, [*prose, *code])
    return tuple(sorted(found, key=lambda region: (region.start, -region.end, region.kind)))


def _span(parts: Sequence[Line], token: "Token") -> tuple[int, int] | None:
    """Return the place of a block token, from its first word to its last."""
    if token.map is None:
        return None
    within = [part for part in parts[token.map[0] : token.map[1]] if not part.blank]
    return (within[0].start, within[-1].end) if within else None


def _blocks(text: str, parts: Sequence[Line], tokens: Sequence["Token"]) -> Iterator[Region]:
    """Yield the regions of the block tokens."""
    for number, token in enumerate(tokens):
        place = _span(parts, token)
        if place is None:
            continue
        if token.type == "heading_open":
            label = " ".join(_words(tokens[number + 1]).split())
            start, end = _heading_words(text, *(_span(parts, tokens[number + 1]) or place))
            if start < end:
                yield Region("heading", start, end, label, int(token.tag[1:]))
        elif token.type == "list_item_open":
            marker = _MARKER.match(text, *place)
            if marker and marker.end() < place[1]:
                yield Region("item", marker.end(), place[1])
        elif token.type in _SPAN_KINDS:
            yield Region(_SPAN_KINDS[token.type], *place)
        elif token.type in _CODE_KINDS:
            yield Region("code", *place)


def _heading_words(text: str, start: int, end: int) -> tuple[int, int]:
    """Return the place of a heading's words, between its opening and closing number signs."""
    opening = _OPENING.match(text, start, end)
    start = opening.end() if opening else start
    words = text[start:end]
    bare = words.rstrip("#")
    closed = not bare or (bare != words and bare[-1] in " \t")
    return start, start + len((bare if closed else words).rstrip())


def _words(token: "Token") -> str:
    """Return the words of an inline token, without its markup."""
    return "".join(
        child.content if child.type in ("text", "text_special", "code_inline") else " "
        for child in token.children or ()
        if child.type in ("text", "text_special", "code_inline", "softbreak", "hardbreak")
    )


def _prose(text: str, parts: Sequence[Line], tokens: Sequence["Token"]) -> Iterator[tuple[int, int]]:
    """Yield the places of the words: each inline piece is looked for in its block, in order."""
    cursor = 0
    for token in tokens:
        if token.type != "inline" or token.map is None:
            continue
        within = parts[token.map[0] : token.map[1]]
        if not within:
            continue
        cursor = max(cursor, within[0].start)
        end = within[-1].end
        for child in token.children or ():
            piece = child.markup if child.type == "text_special" else child.content
            if child.type not in ("text", "text_special", "code_inline") or not piece:
                continue
            place = text.find(piece, cursor, end)
            if place >= 0:
                cursor = place + len(piece)
                yield place, cursor


def _markup(text: str, kept: Sequence[tuple[int, int]]) -> Iterator[Region]:
    """Yield what is neither words nor code nor white space."""
    cursor = 0
    for start, end in [*sorted(kept), (len(text), len(text))]:
        for run in _RUN.finditer(text, cursor, max(start, cursor)):
            yield Region("markup", run.start(), run.end())
        cursor = max(cursor, end)
