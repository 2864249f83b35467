"""Sections of a page that somebody signs: "COMMENTARY", with a byline of its own under it."""

import re
from collections.abc import Sequence
from functools import cache

from claimgraph.knowledge.english import English, alternatives
from claimgraph.language.blocks import Block
from claimgraph.model import Voice

_NAME = r"(?:[A-Z]\. ?){0,2}(?:[A-Z][\w'’-]+ )?(?:(?:de|van|von) )?[A-Z][\w'’-]+"
_NAMES = rf"(?P<names>{_NAME}(?:, {_NAME})*(?:,? (?:and|&) {_NAME})?)"
_BYLINE = re.compile(rf"^[\s*_]*(?i:by )[*_]*{_NAMES}[*_]*(?:(?:,| \|| [–—-]) ?[^.!?\n]{{2,100}})?$")
#: A line of names without "by": several of them, or one with initials or with what its bearer is.
_SIGNED = re.compile(rf"^[\s*_]*{_NAMES}[*_]*(?P<office>, [a-z][^.!?\n]{{2,100}})?$")
_INITIALS = re.compile(r"\b[A-Z]\. ?")
_SEVERAL = re.compile(r" (?:and|&) [A-Z]")
#: In how many blocks under its heading a section is signed, and the most characters of a heading.
_REACH, _LONGEST = 3, 60
_ENDS = (".", "!", "?", ":", ";", ",")


def section_voices(text: str, blocks: Sequence[Block], page: Voice, english: English) -> dict[int, Voice]:
    """Return the voices of the blocks of signed sections, each up to the next section or byline.

    Args:
        text: the document's.
        blocks: of the document.
        page: the voice that prints them.
        english: the word lists.
    """
    lines = [text[block.start : block.end].strip() for block in blocks]
    opens = _heading(english["voice.signed_sections"])
    voices: dict[int, Voice] = {}
    for number, line in enumerate(lines):
        if len(line) > _LONGEST or not opens.match(line):
            continue
        signed = next((n for n in range(number + 1, min(len(lines), number + _REACH + 1)) if _names(lines[n])), None)
        if signed is None or any(other.endswith(_ENDS) for other in lines[number + 1 : signed]):
            continue
        names = _names(lines[signed])
        voice = Voice(names, "group" if _SEVERAL.search(names) else "person", reported_by=page)
        last = _last(lines, number, signed, english)
        voices.update(dict.fromkeys(range(number + 1, last), voice))
    return voices


def _names(line: str) -> str:
    """Return whom a line names as who wrote what follows, "" for any other line."""
    if len(line) > 2 * _LONGEST or line.endswith(_ENDS):
        return ""
    if by := _BYLINE.match(line):
        return by["names"]
    bare = _SIGNED.match(line)
    if bare is None or " " not in bare["names"]:
        return ""
    full = all(" " in name or "." in name for name in re.split(r", | and | & ", bare["names"]))
    sure = _INITIALS.match(line) or (full and (_SEVERAL.search(bare["names"]) or bare["office"]))
    return bare["names"] if sure else ""


def _last(lines: Sequence[str], heading: int, signed: int, english: English) -> int:
    """Return one past the last block of a section: the next heads a section or names its author."""
    heads = _heading(english.of("voice.signed_sections", "voice.other_sections"))
    loud = lines[heading].isupper()
    for number in range(signed + 1, len(lines)):
        line = lines[number]
        short = len(line) <= _LONGEST and not line.endswith(_ENDS)
        if short and (heads.match(line) or _BYLINE.match(line) or (loud and line.isupper() and len(line) > 3)):
            return number
    return len(lines)


@cache
def _heading(names: frozenset[str]) -> re.Pattern[str]:
    """Return the pattern of a line that heads one of some sections."""
    return re.compile(rf"^\W*(?:invited |guest )?{alternatives(names)}\W*$", re.IGNORECASE)
