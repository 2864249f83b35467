"""A document's text cut into blocks: headings, paragraphs, list items, quoted paragraphs."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache

from claimgraph.knowledge.english import English, alternatives, english
from claimgraph.language.turns import Turn, turns
from claimgraph.model import Document, Region

#: The longest stretch given to the parser at once, in characters: a sentence of 5,000 words must not stall it.
LONGEST = 4000

#: The roles a paragraph takes from the regions it lies in, the one that counts first.
_KINDS = ("code", "table", "heading", "item", "quotation")

_LINE = re.compile(r"[^\r\n\x0b\x0c\u2028\u2029\x85]+")
_BULLET = re.compile(r"^(?:[\s•▪●◦‣·*\-–—+>✓✔☑➤►»]+|\(?\d{1,2}[.)]\s|\d{1,2}(?:\.\d{1,2})+\.?\s|\(?[a-z][.)]\s)+")
#: The signs before a heading in Markdown, as they stand in plain text too.
_SHARPS = re.compile(r"#{1,6}[ \t]+(?=\D)")
_TERMINAL = re.compile(r"[.!?:;…][\"'”’)\]*]*\s*$")
_TOPIC = re.compile(r"^[^.!?]{3,90}?\s[–—-]+\s|^[^.!?:]{3,60}:\s")
_DATELINE = re.compile(r"^[A-Z][A-Z .'’-]{2,40}(?:,\s[A-Z][\w. ]{1,20})?\s*(?:\([^)]{2,40}\)\s*)?[—–-]{1,2}\s")
#: A line that heads a post of a thread, by its number or how long ago it was written.
_HEAD = re.compile(r"\S+(?: \S+)?[^\S\n]+(?:[·•|][^\S\n]*)?(?:#\d+|\d+ ?\w+ ago)[^\S\n]*$", re.MULTILINE)
_BREAK = re.compile(r"[.!?][\"'”’)]*\s|[;,]\s|\s")


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch of a document that is parsed on its own.

    Attributes:
        kind: "heading", "paragraph", "item", "topic" (what a list item is about), "quotation" or "table".
        start: first character in the document's text.
        end: one past the last.
        group: number of the paragraph it was cut from, the same for the parts of a long one.
        speaker: who says it in an interview, "" who asks for the page; None on any other page.
        refuted: where the label begins that says that it is not so ("Myth: ..."), -1 for none.
    """

    kind: str
    start: int
    end: int
    group: int = 0
    speaker: str | None = None
    refuted: int = -1


def blocks(document: Document) -> tuple[Block, ...]:
    r"""Return the blocks of a document in order; they never overlap.

    Bullets, numbers, datelines and code belong to no block.

    >>> text = "TIDES\n\n1. High water - it comes twice a day on this coast."
    >>> from claimgraph.model import Document, Region
    >>> page = Document("a", text, "0", "a.txt", regions=(Region("heading", 0, 5), Region("item", 7, len(text))))
    >>> [(block.kind, text[block.start : block.end]) for block in blocks(page)]
    [('heading', 'TIDES'), ('topic', 'High water'), ('item', 'it comes twice a day on this coast.')]
    """
    text, words = document.text, english()
    found: list[Block] = []
    paragraphs = list(_paragraphs(text))
    spoken = turns(text, paragraphs, words)
    for number, (line_start, end) in enumerate(paragraphs):
        sharp = _SHARPS.match(text, line_start, end)
        block = Block("heading" if sharp else _kind(document.regions, line_start, end), line_start, end, number)
        if block.kind == "code":
            continue
        own = block if sharp is None else replace(block, start=sharp.end())
        opened = _opened(text, own, spoken.get(line_start), words)
        if opened.start >= end:
            continue
        for part in _split_topic(text, opened) if block.kind == "item" else [opened]:
            found.extend(_pieces(text, part))
    return tuple(found)


def _opened(text: str, block: Block, turn: Turn | None, words: English) -> Block:
    """Return a block without what stands before its words: bullet, dateline, greeting, speaker, a verdict on it."""
    start = _after_dateline(text, _after_bullet(text, block.start, block.end), block.end)
    greeting = salutation(words["voice.salutations"]).match(text, start, block.end)
    start = greeting.end() if greeting is not None else start
    start = start if turn is None else max(turn.words, start)
    speaker = turn.name if turn is not None else None
    verdict = _labels(words["clause.false_labels"], words["clause.true_labels"]).match(text, start, block.end)
    if verdict is None:
        return replace(block, start=start, speaker=speaker)
    return replace(block, start=verdict.end(), speaker=speaker, refuted=start if verdict["false"] else -1)


@cache
def salutation(names: frozenset[str]) -> re.Pattern[str]:
    """Return the pattern of how a letter to a paper greets before its words: "Sir - ...", "Dear Editor, ...".

    Args:
        names: by which letters address whoever prints them.

    >>> salutation(frozenset({"sir"})).match("SIR \u2013 The ferry is late.").end()
    6
    """
    return re.compile(rf"(?:dear )?{alternatives(names)}\s*[,:–—-]+\s*(?=[\"'“‘]?[A-Z0-9£$])", re.IGNORECASE)


@cache
def _labels(false: frozenset[str], true: frozenset[str]) -> re.Pattern[str]:
    """Return the pattern of a label that says whether what follows is so: "Myth 2:", "Fact -"."""
    label = rf"(?:(?P<false>{alternatives(false)})|{alternatives(true)})"
    number = r"(?: (?:no\. ?|#)?\d{1,2})?"
    return re.compile(rf"[*_]*(?:the )?{label}{number}[*_]*\s*(?::|[–—-](?=\s))[*_]*\s*(?=\S)", re.IGNORECASE)


def _paragraphs(text: str) -> Iterator[tuple[int, int]]:
    """Yield the lines of a text, those of a hard-wrapped paragraph as one."""
    held: tuple[int, int] | None = None
    for match in _LINE.finditer(text):
        line = match.group()
        if not line.strip():
            continue
        start = match.start() + len(line) - len(line.lstrip())
        end = match.start() + len(line.rstrip())
        if held and _wraps(text, held, start):
            held = (held[0], end)
            continue
        if held:
            yield held
        held = (start, end)
    if held:
        yield held


def _wraps(text: str, held: tuple[int, int], start: int) -> bool:
    """Say whether a line goes on where the one before it broke off."""
    between = text[held[1] : start]
    if between.replace("\r\n", "\n").count("\n") + between.count("\r\n") > 1 or len(between) > 12:
        return False
    if _HEAD.match(text, start):
        return False
    tail = text[max(held[0], held[1] - 40) : held[1]]
    return not _TERMINAL.search(tail) and len(text[held[0] : held[1]]) > 40 and text[start].islower()


def _kind(regions: Sequence[Region], start: int, end: int) -> str:
    """Return the role of a paragraph: that of the region that covers its middle, the first of `_KINDS` of several."""
    middle = (start + end) // 2
    covering = {r.kind for r in regions if r.start <= middle < r.end}
    return next((kind for kind in _KINDS if kind in covering), "paragraph")


def _after_bullet(text: str, start: int, end: int) -> int:
    """Return where the words of a line begin, behind its bullet or number."""
    match = _BULLET.match(text[start : min(end, start + 24)])
    return start + match.end() if match else start


def _after_dateline(text: str, start: int, end: int) -> int:
    """Return where the words of a news report begin, behind its dateline: "HARROW FALLS (Reuters) - ..."."""
    match = _DATELINE.match(text[start : min(end, start + 90)])
    return start + match.end() if match else start


def _split_topic(text: str, block: Block) -> list[Block]:
    """Return "topic - what is said of it" as two blocks, anything else as it is."""
    match = _TOPIC.match(text[block.start : min(block.end, block.start + 120)])
    if not match or block.end - block.start - match.end() < 20:
        return [block]
    cut = block.start + match.end()
    end = block.start + len(match.group().rstrip(" –—-"))
    return [replace(block, kind="topic", end=end), replace(block, start=cut)]


def _pieces(text: str, block: Block) -> Iterator[Block]:
    """Yield a block in pieces of at most `LONGEST` characters, cut after a sentence where one ends, else at a space."""
    start = block.start
    while block.end - start > LONGEST:
        cut = _cut(text, start, start + LONGEST)
        yield replace(block, start=start, end=cut)
        start = cut
    if text[start : block.end].strip():
        yield replace(block, start=start)


def _cut(text: str, start: int, end: int) -> int:
    """Return the best place to cut a stretch of text, in its second half."""
    half = start + LONGEST // 2
    best: tuple[int, int] = (0, end)
    for match in _BREAK.finditer(text, half, end):
        weight = 3 if match.group()[0] in ".!?" else 2 if match.group()[0] in ";," else 1
        best = max(best, (weight, match.end()))
    return best[1]
