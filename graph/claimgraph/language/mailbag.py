"""Letters of readers that a page prints one under the other, each with the name of who wrote it under its words."""

import re
from collections.abc import Mapping, Sequence
from functools import cache

from claimgraph.knowledge.english import English, alternatives
from claimgraph.language.blocks import Block, salutation
from claimgraph.model import Voice

_WORD = r"[A-Z][\w'’-]*\.?"
#: A line that signs a letter: the name first, then where from or what else is said of who bears it.
_SIGNATURE = re.compile(
    rf"^[\s*_–—-]*(?P<name>(?:\([A-Z][a-z]+\.?\) )?{_WORD}(?: (?:{_WORD}|de|van|von|and|&)){{0,4}})[*_]*"
    r"(?: \([^)\n]{2,40}\))?(?:(?:,| [–—-]| \|) ?[^.!?:\n]{2,80})?$"
)
#: A line that somebody answers in: "Editor replies: ...".
_ANSWER = re.compile(r"^[A-Z][\w.'’ -]{1,40}:\s")
#: What ends the words of a letter, before its signature.
_ENDS = (".", "!", "?", "…", ".”", '."', ")")
_LONGEST = 120
#: How many blocks one letter may have.
_REACH = 20
#: Whose a letter is that nobody signed.
_UNSIGNED = "a reader"


def reader_voices(text: str, blocks: Sequence[Block], page: Voice, english: English) -> dict[int, Voice]:
    """Return the voices of the blocks that are readers' letters: those under a heading of letters, or that greet.

    A letter reaches from its greeting, a heading or the signature before it to its own signature.

    Args:
        text: the document's.
        blocks: of the document.
        page: the voice that prints the letters.
        english: the word lists.
    """
    texts = [text[block.start : block.end].strip() for block in blocks]
    greets = salutation(english["voice.salutations"])
    greeted = {n for n, b in enumerate(blocks) if greets.match(text, _line(text, b.start), b.end)}
    heading = _heading(english["voice.letter_headings"])
    first = min([*greeted, *(n for n, words in enumerate(texts) if heading.match(words))], default=len(texts))
    signed = _signatures(texts, blocks, first)
    voices: dict[int, Voice] = {}
    for number, name in signed.items():
        letter = _letter(number, blocks, texts, greeted, {*signed, *range(first)})
        voices.update(dict.fromkeys(letter, Voice(name, "letter", reported_by=page)))
    nobody = Voice(_UNSIGNED, "letter", reported_by=page, uncertain=True)
    return {**{n: nobody for n in greeted if texts[n] and not heading.match(texts[n])}, **voices}


def _line(text: str, place: int) -> int:
    """Return where the line of a place begins, behind its blanks."""
    start = text.rfind("\n", 0, place) + 1
    return start + len(text[start:place]) - len(text[start:place].lstrip())


def _signatures(texts: Sequence[str], blocks: Sequence[Block], first: int) -> Mapping[int, str]:
    """Return the blocks from one on that only sign what stands above them, each with the name."""
    found: dict[int, str] = {}
    for number in range(first + 1, len(texts)):
        words = texts[number]
        match = _SIGNATURE.match(words) if len(words) <= _LONGEST else None
        under = blocks[number - 1].kind != "heading" and texts[number - 1].endswith(_ENDS)
        if match is not None and under and " " in words:
            found[number] = match["name"]
    return found


def _letter(
    signature: int, blocks: Sequence[Block], texts: Sequence[str], greeted: set[int], outside: set[int]
) -> range:
    """Return the numbers of the blocks of a letter, by that of its signature."""
    begins = signature
    for number in range(signature - 1, max(-1, signature - _REACH), -1):
        if number in outside or blocks[number].kind == "heading" or _ANSWER.match(texts[number]):
            break
        begins = number
        if number in greeted:
            break
    return range(begins, signature + 1)


@cache
def _heading(names: frozenset[str]) -> re.Pattern[str]:
    """Return the pattern of a line that heads readers' letters."""
    return re.compile(rf"^\W*{alternatives(names)}\W*$", re.IGNORECASE)
