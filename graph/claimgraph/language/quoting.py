"""Whose words a post of a thread repeats: a name with "said:" above them, or a mark with a name in it."""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

from claimgraph.knowledge.english import English
from claimgraph.language.blocks import Block

_NAME = r"[\"'@]?(?P<name>[^\W_][\w.\-'’]{1,29}(?: [\w.\-'’]{1,20}){0,2}?)"
#: Lines that say whose words stand under them, a way a line.
_LEADS = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"^{_NAME}(?:, post: \d+[^:]*(?:, member: \d+)?)? (?:said|wrote|writes|says|posted)"
        r"(?: on [^:]{3,40}(?::\d\d[^:]*)?)?\s*(?::|:?\s*[↑→].*)$",
        rf"^\[quote\s*=\s*{_NAME}[\"']?(?:[,;|:][^\]]*)?\]",
        rf"^(?:quote:?\s*)?(?:originally posted by|quote from|quoting):?\s+{_NAME}\s*(?:view post|[:»↑].{{0,20}})?$",
    )
)


@dataclass(frozen=True, slots=True)
class Page:
    """The blocks of a page with their words.

    Attributes:
        texts: their words.
        blocks: themselves.
        set_off: the numbers of those that are quoted, indented or stand in quotation marks.
    """

    texts: Sequence[str]
    blocks: Sequence[Block]
    set_off: frozenset[int]


def read_page(text: str, blocks: Sequence[Block]) -> Page:
    """Return the blocks of a page with their words.

    Args:
        text: the document's, its markup blanked.
        blocks: of the document.
    """
    texts = [text[block.start : block.end].strip() for block in blocks]
    set_off = (n for n, b in enumerate(blocks) if b.kind == "quotation" or _set_off(text, b.start, texts[n]))
    return Page(texts, blocks, frozenset(set_off))


def _set_off(text: str, start: int, words: str) -> bool:
    """Say whether a block is indented or all of it stands in quotation marks."""
    line = text[text.rfind("\n", 0, start) + 1 : start]
    indented = len(line) >= _INDENT and not line.strip()
    return indented or (words[:1] in _OPENING and words[-1:] in _CLOSING)


#: How many blanks indent a passage, and the marks around one.
_INDENT = 2
_OPENING = frozenset('"“«')
_CLOSING = frozenset('"”»')


@dataclass(frozen=True, slots=True)
class Quotations:
    """The words of others that the posts of a thread repeat.

    Attributes:
        names: of who wrote the words of a block, by the block's number.
        marks: the numbers of the blocks that only begin or end a quotation.
    """

    names: Mapping[int, str]
    marks: frozenset[int]


def quotations(page: Page, markers: Mapping[int, str], english: English) -> Quotations:
    """Return the blocks in which posts repeat others' words, by the name given above them or in their mark.

    A quotation runs to the mark that closes it, else over the quoted paragraphs under its name; where neither shows
    how far it runs, a poster's one paragraph is taken for it, and nobody else's.

    Args:
        page: its blocks.
        markers: the blocks that begin a post, with the poster's name.
        english: the word lists.
    """
    ends = english["voice.quote_ends"]
    texts = page.texts
    names: dict[int, str] = {}
    marks = {n for n, text in enumerate(texts) if _plain(text) in ends}
    for number, text in enumerate(texts):
        lead = None if number in markers else _lead(text)
        if lead is None:
            continue
        rest = text[lead.end() :].strip()
        over = [*([number] if rest else []), *_under(number, page, markers, ends)]
        if rest.lower().endswith("[/quote]"):
            over = [number]
        elif not over and lead["name"] in markers.values():
            over = [n for n in (number + 1,) if n < len(texts) and n not in markers]
        names.update(dict.fromkeys(over, lead["name"]))
        marks.update([] if rest or not over else [number])
    return Quotations(names, frozenset(marks))


def _lead(text: str) -> re.Match[str] | None:
    """Return how a line says whose words follow, None where it does not."""
    head = text[:_LONGEST]
    return next((found for pattern in _LEADS if (found := pattern.match(head))), None)


#: The longest line that leads to a quotation, in characters.
_LONGEST = 140


def _under(lead: int, page: Page, markers: Collection[int], ends: Collection[str]) -> Iterator[int]:
    """Yield the blocks of the quotation under a line that says whose it is, none where nothing shows its end."""
    texts = page.texts
    last = next((n for n in range(lead + 1, len(texts)) if n in markers or _lead(texts[n])), len(texts))
    closing = next((n for n in range(lead + 1, last) if _closes(texts[n], ends)), None)
    if closing is not None:
        yield from range(lead + 1, closing + (_plain(texts[closing]) not in ends))
        return
    for number in range(lead + 1, last):
        if number not in page.set_off:
            return
        yield number


def _closes(text: str, ends: Collection[str]) -> bool:
    """Say whether a block ends a quotation."""
    return _plain(text) in ends or text.lower().endswith("[/quote]")


def _plain(text: str) -> str:
    """Return a line as the lists have it."""
    return text.lower().strip(" .…")
