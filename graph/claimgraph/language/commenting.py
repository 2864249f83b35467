"""The comments of readers under an article: where they begin, and the lines that name who wrote each."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from claimgraph.knowledge.english import English, alternatives
from claimgraph.language.posts import GAP, WHEN, post_heads

_WORD = r"[A-Z][\w.'’-]*"
#: What posters call themselves in one word: a small letter first.
_HANDLE = r"(?:[a-z][\w.-]*(?:[\d_]|(?<=[a-z])[A-Z])[\w.-]*|[a-z][a-z.-]{3,24})"
#: A person's name, and where from or what else is said of them: "Karen M., Leeds", "Ann (verified buyer)".
_PERSON = (
    rf"(?P<name>{_HANDLE}|{_WORD}(?: {_WORD}){{0,3}})"
    rf"(?:,? (?:from |in )?{_WORD}(?: {_WORD})?|, \d{{2}}(?:, {_WORD})?)?(?: \([^)\n]{{2,30}}\))?"
)
#: How a line names a commenter, a way a line: "Ann says:" over the words, "Ann: ..." before them, a name by itself.
_SAYS = re.compile(
    rf"^@?(?P<name>\w[\w.'’-]*(?: {_WORD}){{0,3}})(?: \([^)\n]{{2,30}}\)|, {_WORD},?)?"
    r"(?: on [^:\n]{4,40}?| at [^:\n]{4,40}?)? (?:says|said|wrote|writes|replied|commented)\b.{0,60}?:"
)
_LABEL = re.compile(rf"^@?{_PERSON}:(?=\s+\S)")
_ALONE = re.compile(rf"^(?i:(?:by|from|posted by|comment by)\s+)?@?{_PERSON}(?:{GAP}(?i:{WHEN}))?\s*:?$")
#: How far below the heading the first comment may begin, in lines.
_NEAR = 3
#: The most headings of a page that are tried: each is asked of all that stands below it.
_MOST = 20


@dataclass(frozen=True, slots=True)
class Comments:
    """Where the comments of a page begin, and who wrote them.

    Attributes:
        begins: number of the block that heads them.
        markers: the numbers of the blocks that begin a comment, with the name of who wrote it.
        heads: the numbers of those of them that hold nothing else.
    """

    begins: int
    markers: Mapping[int, str]
    heads: frozenset[int]


def find_comments(texts: Sequence[str], english: English) -> Comments | None:
    """Return the comments of a page, None where no heading with named comments right under it announces any.

    Args:
        texts: of the page's blocks, in order.
        english: the word lists.
    """
    heading = _heading(english["voice.comment_headings"])
    headings = [n for n, text in enumerate(texts) if heading.match(text)]
    for begins in headings[:_MOST]:
        below = {n: text for n, text in enumerate(texts) if n > begins}
        posted = post_heads(below, True, english)
        found = _marked(below, posted, texts)
        if found and min(found) <= begins + _NEAR:
            return Comments(begins, found, frozenset(n for n in found if _alone(texts[n]) or n in posted))
    return None


def _marked(below: Mapping[int, str], posted: Mapping[int, str], texts: Sequence[str]) -> dict[int, str]:
    """Return the blocks that begin a comment, with who wrote it; some of them are known to head posts."""
    said = {n: match["name"] for n, text in below.items() if (match := _SAYS.match(text))}
    labelled = {n: match["name"] for n, text in below.items() if (match := _LABEL.match(text))}
    alone = {n: match["name"] for n, text in below.items() if (match := _ALONE.match(text)) and _over(texts, n)}
    return {**alone, **labelled, **posted, **said}


def _over(texts: Sequence[str], number: int) -> bool:
    """Say whether a line stands over one that ends like a sentence, or over a date and then such a one."""
    return any(text.endswith((".", "!", "?", "…", ")")) for text in texts[number + 1 : number + 3])


def _alone(text: str) -> bool:
    """Say whether a line holds only a name."""
    said = _SAYS.match(text)
    return _ALONE.match(text) is not None or (said is not None and said.end() >= len(text))


@cache
def _heading(names: frozenset[str]) -> re.Pattern[str]:
    """Return the pattern of a line that heads comments: "4 comments", "Comments (4)", "What readers say:"."""
    count = r"(?:\d{1,5}|one|two|three|four|five|six|seven|eight|nine|ten|all|\(\d{1,5}\))"
    on = r"(?:\W* on\b.{2,120})?"
    return re.compile(rf"^\W*(?:{count} )?{alternatives(names)}{on}\W*{count}?\W*$", re.IGNORECASE)
