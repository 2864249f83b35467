"""Plain text: headings, list items, quotations and tables as far as bare lines tell them, and no further."""

import re
from collections.abc import Iterable, Iterator, Sequence

from claimgraph.model import Document, Region
from claimgraph.reading.decoding import decode
from claimgraph.reading.limits import Limits
from claimgraph.reading.lines import Line, lines
from claimgraph.reading.metadata import described
from claimgraph.reading.raw import Outcome, Raw

_BULLET = re.compile(r"(?:(?:[•◦▪‣●○■□∙⁃]\s*|[*+-]\s+)(?:[-–—]\s+)?)(?=\S)")
_COUNTER = re.compile(r"(?:\(?(?:\d{1,3}|[a-zA-Z]|[ivxIVX]{1,4})[.)]|[–—])\s+(?=\S)")
_SIGNS = re.compile(r"#{1,6}[ \t]+(?=\w)")
_OPENING = re.compile(r"[A-Z0-9\"“‘'¿(\[]")
_CELLS = re.compile(r"\t+| \| |\s{3,}")
_MARK = re.compile(r'["“”]')
_LETTER = re.compile(r"\w")
_QUOTATION_LINES = 200
_QUOTATION_STEPS = 200_000
_HEADING_WORDS = 12
_HEADING_CHARACTERS = 100
_PARAGRAPH = 100
_TITLE_WORDS = 20
_TITLE_CHARACTERS = 160


def read_plain(raw: Raw, limits: Limits) -> Outcome:
    """Read a plain text file: one document whose text is the file's, character for character."""
    text, problems = decode(raw)
    if text is None:
        return (), problems
    return (described(Document(raw.stem, text, raw.sha256, raw.source, regions=plain_regions(text))),), problems


def plain_regions(text: str) -> tuple[Region, ...]:
    """Return the headings, list items, quotations and tables of a plain text, ordered by start.

    A line is a heading where number signs open it, as in Markdown, or where it is short, opens like a sentence, closes
    without full stop, and is followed by something longer; a question that stands alone is one too. All else is left a
    paragraph.
    """
    parts = tuple(_single_spaced(lines(text)))
    found = [*_items(parts), *_quotations(parts), *_tables(parts)]
    taken = {(region.start, region.end) for region in found if region.kind == "table"}
    found += [region for region in _headings(parts) if not any(a <= region.start < b for a, b in taken)]
    return tuple(sorted(found, key=lambda region: (region.start, -region.end, region.kind)))


def _single_spaced(parts: Iterable[Line]) -> Iterator[Line]:
    """Yield the lines, of several blank ones only the first."""
    blank = False
    for line in parts:
        if not (blank and line.blank):
            yield line
        blank = line.blank


def item_start(line: Line) -> int | None:
    """Return how many characters of a line are its bullet or number, None where it has none."""
    match = _BULLET.match(line.text) or _COUNTER.match(line.text)
    return match.end() if match else None


def _items(parts: Sequence[Line]) -> list[Region]:
    """Return the list items, without their bullets; a lone letter, number or dash makes no list."""
    found = []
    for number, line in enumerate(parts):
        width = item_start(line)
        if width is not None and (_BULLET.match(line.text) or _beside(parts, number)):
            found.append(Region("item", line.start + width, line.end))
    return found


def _beside(parts: Sequence[Line], number: int) -> bool:
    """Say whether the line before or after a counted one is counted too, blank lines aside."""
    for step in (-1, 1):
        for near in (number + step, number + 2 * step):
            if 0 <= near < len(parts) and _COUNTER.match(parts[near].text):
                return True
    return False


def _headings(parts: Sequence[Line]) -> list[Region]:
    """Return the heading lines, found from the end so that each knows what follows it."""
    found: list[Region] = []
    following: Line | None = None
    below_is_heading = gap = False
    first = next((line for line in parts if not line.blank), None)
    for number in range(len(parts) - 1, -1, -1):
        line = parts[number]
        if line.blank:
            gap = True
            continue
        above = parts[number - 1] if number else None
        title = line is first and following is not None and _is_title(line, following)
        heading = title or (following is not None and _is_heading(line, above, following, gap, below_is_heading))
        signs = _SIGNS.match(line.text)
        if signs and not line.text.endswith("."):
            text = line.text[signs.end() :]
            level = len(line.text) - len(line.text.lstrip("#"))
            found.append(Region("heading", line.start + signs.end(), line.end, text, level))
            heading = True
        elif heading:
            found.append(Region("heading", line.start, line.end, line.text, 1 if line is first else 2))
        following, below_is_heading, gap = line, heading, False
    return found


def _is_heading(line: Line, above: Line | None, below: Line, gap: bool, below_is_heading: bool) -> bool:
    """Say whether a line heads what is below it.

    Args:
        line: the line.
        above: the line right above, blank or not, None at the top.
        below: the next line that is not blank.
        gap: whether blank lines stand between.
        below_is_heading: whether the next line is a heading itself.
    """
    if not _could_head(line):
        return False
    apart = above is None or above.blank
    longer = len(below.text) > max(len(line.text), 40)
    if line.text.endswith(":"):
        return apart and item_start(below) is not None
    if line.text.endswith("?"):
        return (apart and gap) or (longer and len(below.text) > _PARAGRAPH)
    if gap:
        return apart and (longer or below_is_heading or item_start(below) is not None)
    closed = above is not None and above.text.endswith((".", "!", "?", '"', "”"))
    sentence = len(below.text) > 2 * len(line.text) and below.text.endswith((".", "!"))
    return (apart or closed) and longer and (len(below.text) > _PARAGRAPH or (apart and sentence))


def _is_title(line: Line, below: Line) -> bool:
    """Say whether the first line of a text is its title: not closed, and shorter than what follows."""
    if len(line.text) > _TITLE_CHARACTERS or len(line.text.split()) > _TITLE_WORDS or item_start(line) is not None:
        return False
    closed = line.text.endswith((".", "!", ",", ";", ":", "…", '"', "”"))
    return bool(_OPENING.match(line.text)) and not closed and len(below.text) > len(line.text)


def _could_head(line: Line) -> bool:
    """Say whether a line has the shape of a heading: short, opened, not closed, neither item, date nor byline."""
    if len(line.text) > _HEADING_CHARACTERS or len(line.text.split()) > _HEADING_WORDS or item_start(line) is not None:
        return False
    if not _OPENING.match(line.text) or not any(letter.isalpha() for letter in line.text):
        return False
    if line.text.endswith((".", "!", ",", ";", "–", "—", "-", "…", '"', "”", ")")):
        return False
    if re.search(r"[.!?;]\s", line.text) or "://" in line.text or "@" in line.text:
        return False
    return not re.match(r"(?:by|posted|published|updated|written|reviewed)\b", line.text, re.IGNORECASE)


def _quotations(parts: Sequence[Line]) -> list[Region]:
    """Return the quotations that fill whole paragraphs, and lines quoted with ">" as in e-mail."""
    found, number, budget = [], 0, _QUOTATION_STEPS
    while number < len(parts):
        line, last, end = parts[number], number, 0
        if line.text.startswith(">"):
            while last + 1 < len(parts) and parts[last + 1].text.startswith(">"):
                last += 1
            end = parts[last].end
        elif line.text.startswith(('"', "“")) and budget > 0:
            last, end = _closing(parts, number)
            budget -= last - number + 1
        if end:
            found.append(Region("quotation", line.start, end))
            number = last
        number += 1
    return found


def _closing(parts: Sequence[Line], first: int) -> tuple[int, int]:
    """Return the line on which a quotation that opens a paragraph closes it, and the place behind the mark or 0.

    A quotation of several paragraphs may open each anew and closes only the last (the printer's convention).
    """
    depth, number = 0, first
    for number in range(first, min(len(parts), first + _QUOTATION_LINES)):
        line = parts[number]
        for mark in _MARK.finditer(line.text):
            if number > first and mark.start() == 0 and mark[0] != "”":
                continue
            if mark[0] == "“" or (mark[0] == '"' and depth == 0):
                depth += 1
            elif depth > 0:
                depth -= 1
            if depth == 0:
                fills = not _LETTER.search(line.text, mark.end())
                return number, line.start + mark.end() if fills else 0
    return number, 0


def _tables(parts: Sequence[Line]) -> list[Region]:
    """Return runs of at least three lines that have the same number of cells, two or more."""
    found: list[Region] = []
    run: list[Line] = []
    for line in (*parts, Line("", 0, 0)):
        cells = len(_CELLS.split(line.text)) if 0 < len(line.text) < 2_000 else 1
        if cells > 1 and (not run or cells == len(_CELLS.split(run[0].text))):
            run.append(line)
            continue
        if len(run) >= 3:
            found.append(Region("table", run[0].start, run[-1].end))
        run = [line] if cells > 1 else []
    return found
