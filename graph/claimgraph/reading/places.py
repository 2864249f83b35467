"""Where a place of a document's text is, as people and browsers name it: page, nearest heading, link to the words."""

import re
from dataclasses import dataclass
from urllib.parse import quote, urldefrag

from claimgraph.model import Document

_WHOLE = 300
_ENDS = 5
_WORD = re.compile(r"\S+")
_BREAK = re.compile(r"[\r\n\t]")


@dataclass(frozen=True, slots=True)
class Place:
    """Where a character stands.

    Attributes:
        page: number of the page, None where the format has no pages.
        heading: the nearest heading before it, None where there is none.
        line: line of a corpus file, None elsewhere.
    """

    page: str | None = None
    heading: str | None = None
    line: str | None = None


def place(document: Document, start: int) -> Place:
    r"""Return where a character of a document's text stands.

    >>> from claimgraph.model import Region
    >>> text = "Is it safe?\n\nYes, it is."
    >>> place(Document("a", text, "0" * 64, "a.txt", regions=(Region("heading", 0, 11, "Is it safe?"),)), 13).heading
    'Is it safe?'
    """
    page = heading = line = None
    for region in document.regions:
        if region.start > start:
            break
        if region.kind == "heading" and region.end <= start:
            heading = region.label
        elif region.kind == "page":
            page = region.label
        elif region.kind == "line" and start < region.end:
            line = region.label
    return Place(page, heading, line)


def text_fragment(document: Document, start: int, end: int) -> str | None:
    """Return a link that opens a web page at the words of a span (WICG, URL Fragment Text Directives, section 3).

    Words that stand in the text more than once get the words before or behind them, as many as make them unique.

    Args:
        document: its address must be known.
        start: first character of the span.
        end: one past the last.

    Returns:
        The document's address with a text directive; None where there is no address or the span holds no words.
    """
    if document.address is None or not document.address.lower().startswith(("http://", "https://")):
        return None
    exact = document.text[start:end]
    if not exact.strip():
        return None
    start, end = start + len(exact) - len(exact.lstrip()), start + len(exact.rstrip())
    exact = document.text[start:end]
    prefix, suffix = _context(document.text, start, end)
    if len(exact) <= _WHOLE and not _BREAK.search(exact):
        directive = _encoded(exact)
    else:
        head, tail = _line(exact, 0).split()[:_ENDS], _line(exact, -1).split()[-_ENDS:]
        directive = f"{_encoded(' '.join(head))},{_encoded(' '.join(tail))}"
    before = f"{_encoded(prefix)}-," if prefix else ""
    behind = f",-{_encoded(suffix)}" if suffix else ""
    return f"{urldefrag(document.address).url}#:~:text={before}{directive}{behind}"


def _line(words: str, number: int) -> str:
    """Return the first (0) or last (-1) line of a span that says something."""
    return [line for line in _BREAK.split(words) if line.strip()][number]


def _encoded(words: str) -> str:
    """Return words as part of a text directive: the directive's own signs are encoded too."""
    return quote(" ".join(words.split()), safe="!$'()*/:;=?@_~.").replace("-", "%2D")


def _context(text: str, start: int, end: int) -> tuple[str, str]:
    """Return the words before and behind a span that make it unique in its text, both empty where it is so already."""
    exact = text[start:end]
    if text.find(exact) == start and text.find(exact, start + 1) < 0:
        return "", ""
    line_start = max(text.rfind("\n", 0, start), text.rfind("\r", 0, start), text.rfind("\t", 0, start)) + 1
    line_end = min((place for sign in "\r\n\t" if (place := text.find(sign, end)) >= 0), default=len(text))
    before = [match.start() for match in _WORD.finditer(text, max(line_start, start - 400), start)]
    behind = [match.end() for match in _WORD.finditer(text, end, min(line_end, end + 400))]
    for count in range(1, 9):
        left = before[-count] if len(before) >= count else (before[0] if before else start)
        right = behind[count - 1] if len(behind) >= count else (behind[-1] if behind else end)
        if text.find(text[left:end]) == left and text.find(text[left:end], left + 1) < 0:
            return text[left:start].strip(), ""
        if text.count(text[left:right]) == 1:
            break
    else:
        left, right = start, end
    return text[left:start].strip(), text[end:right].strip()
