"""What a reader of the words skips: markup, code and invisible characters, blanked so that no offset moves."""

import re

from claimgraph.model import Document

_SKIPPED = frozenset({"markup", "code"})
_INVISIBLE = re.compile(
    "[\\x00-\\x08\\x0e-\\x1f\\x7f-\\x84\\x86-\\x9f\\u00ad\\u061c\\u200b-\\u200f\\u202a-\\u202e\\u2060-\\u2064\\u2066-\\u206f\\ufeff\\ufff9-\\ufffb]"
)
_LINE_END = re.compile(r"[^\r\n]")


def prose(document: Document) -> str:
    """Return a document's text with markup, code and invisible characters as blanks, exactly as long.

    A place in the one is the same place in the other. A joiner inside a word stays where it is, since a blank there
    would part the word.

    >>> from claimgraph.model import Region
    >>> prose(Document("a", "*Tea* wakes.", "0" * 64, "a.md", regions=(Region("markup", 0, 1), Region("markup", 4, 5))))
    ' Tea  wakes.'
    """
    text = document.text
    pieces: list[str] = []
    cursor = 0
    for region in document.regions:
        if region.kind in _SKIPPED and region.end > cursor:
            start = max(region.start, cursor)
            pieces += (text[cursor:start], _LINE_END.sub(" ", text[start : region.end]))
            cursor = region.end
    pieces.append(text[cursor:])
    return _INVISIBLE.sub(_blank, "".join(pieces))


def _blank(match: "re.Match[str]") -> str:
    """Return a blank for an invisible character, itself where letters stand on both sides."""
    text, place = match.string, match.start()
    inside = 0 < place < len(text) - 1 and text[place - 1].isalnum() and text[place + 1].isalnum()
    return match[0] if inside else " "
