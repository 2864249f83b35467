"""What a text tells about itself: its title and its date."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime

from claimgraph.model import Document
from claimgraph.reading.lines import Line, lines

_MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|sept|oct|nov|dec)[a-z]{0,6}\.?"
_DAY = r"\d{1,2}(?:st|nd|rd|th)?"
_DATE = re.compile(
    rf"\b(?:{_MONTH}\s+{_DAY},?\s+\d{{4}}|{_DAY}\s+(?:of\s+)?{_MONTH},?\s+\d{{4}}|\d{{4}}-\d{{2}}-\d{{2}}|{_MONTH}\s+\d{{4}})\b",
    re.IGNORECASE,
)
_SENTENCE = re.compile(r"(?<=[.!?])\s")
_TITLE = 120
_DATELINE = 60
_HEAD = 8


def described(document: Document) -> Document:
    """Return a document with the title and date that its text tells, where none are known yet."""
    title = document.title or title_of(document.text)
    return replace(document, title=title, date=document.date or date_of(document.text))


def title_of(text: str) -> str:
    r"""Return the first line of a text that is more than a date; of a long one its first sentence, cut at a word.

    >>> title_of("May 21st 2020\n\nTea and sleep\n\nTea wakes.")
    'Tea and sleep'
    """
    for line in _first(text):
        if not _is_dateline(line):
            return shortened(_SENTENCE.split(line.text, 1)[0] if len(line.text) > _TITLE else line.text)
    return ""


def shortened(text: str, limit: int = _TITLE) -> str:
    """Return a line's words with single spaces, cut at a word and marked where they are longer than a title.

    >>> shortened("one two three", 9)
    'one two…'
    """
    words = " ".join(text[: 4 * limit].split())
    if len(words) <= limit:
        return words
    return words[: limit - 1].rsplit(" ", 1)[0] + "…"


def date_of(text: str) -> str | None:
    r"""Return the date that stands on a short line of its own at the head of a text.

    >>> date_of("Tea\nPublished: May 18, 2021\nTea wakes.")
    '2021-05-18'
    """
    for line in _first(text):
        found = _DATE.search(line.text) if _is_dateline(line) else None
        date = found and iso_date(found[0])
        if date:
            return date
    return None


def iso_date(words: str) -> str | None:
    """Return a date as ISO 8601, only as precise as its words are; None where they are no date.

    >>> iso_date("May 21st 2020"), iso_date("March 2019"), iso_date("2018"), iso_date("soon")
    ('2020-05-21', '2019-03', '2018', None)
    """
    from dateutil import parser  # noqa: PLC0415 - costs start-up time, needed by few files

    try:
        low = parser.parse(words, default=datetime(1904, 1, 1))
        high = parser.parse(words, default=datetime(1908, 12, 28))
    except (ValueError, OverflowError):
        return None
    if low.year != high.year:
        return None
    if low.month != high.month:
        return f"{low.year:04d}"
    return low.date().isoformat() if low.day == high.day else f"{low.year:04d}-{low.month:02d}"


def _first(text: str) -> Iterator[Line]:
    """Yield the first lines that say something."""
    count = 0
    for line in lines(text[:20_000]):
        if not line.blank:
            yield line
            count += 1
        if count == _HEAD:
            return


def _is_dateline(line: Line) -> bool:
    """Say whether a line is there for its date: short, and little else on it."""
    found = _DATE.search(line.text) if len(line.text) <= _DATELINE else None
    return found is not None and len(line.text.split()) - len(found[0].split()) <= 4
