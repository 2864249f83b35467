"""Text from strangers, made fit to show: cleaned, clipped, cut into sentences, wrapped for a map."""

import re
import unicodedata
from dataclasses import dataclass

from claimgraph.model import Claim

#: Characters that turn the direction of all that follows; shown by name, never obeyed.
_TURNING = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
_UNSEEN = {"\u200b": "", "\ufeff": "", "\u2028": " ", "\u2029": " "}
#: Controls but tab and line feed, what is named above, half surrogates, and the noncharacters.
_UNFIT = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b\ufeff\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff"
    + "".join(chr(plane + end) for plane in range(0x10000, 0x110000, 0x10000) for end in (0xFFFE, 0xFFFF))
    + "]"
)
_NARROW = frozenset("ijltfrI1 .,;:!|()[]'’‘“”-")
_BROAD = frozenset("mwMW%@—…✔✘")
_SENTENCE_END = re.compile(r"[.!?…][\"'”’)\]]*\s+(?=[\"'“‘(\[•–-]*\s*[^\Wa-z_])|\n\s*\n|\n(?=\s*[•*–-]\s)")
_ABBREVIATION = re.compile(
    r"(?:\b(?:Dr|Mr|Mrs|Ms|Prof|St|vs|etc|e\.g|i\.e|cf|Fig|No|al|approx|Inc|Ltd|U\.S)|\b[A-Z])\.$"
)


def _named(match: re.Match[str]) -> str:
    character = match.group()
    if character in _TURNING:
        return f"[U+{ord(character):04X}]"
    return _UNSEEN.get(character, "\ufffd")


def shown(text: str) -> str:
    r"""Return a text as the page may print it: encodable, without control characters, direction never overridden.

    An override is printed by its code point, so that a reader sees that something was there.

    >>> shown("a\u202egnp.exe\x00\ud800")
    'a[U+202E]gnp.exe��'
    """
    return _UNFIT.sub(_named, text)


def clip(text: str, limit: int) -> str:
    """Return a text of at most `limit` characters, cut at a word where one ends near, with an ellipsis.

    >>> clip("hair follicle growth", 14)
    'hair follicle…'
    """
    if len(text) <= limit:
        return text
    cut = text[: limit - 1]
    space = cut.rfind(" ")
    return (cut[:space] if space > limit * 0.6 else cut).rstrip(" ,;:") + "…"


def one_line(text: str, limit: int = 10_000) -> str:
    """Return a text on one line, cleaned and clipped: a label."""
    return clip(" ".join(shown(text[: 4 * limit]).split()), limit)


def breadth(text: str) -> float:
    """Return about how broad a text is drawn, in average small letters of a sans-serif face.

    >>> breadth("hair") < breadth("HAIR") < breadth("毛髪治療")
    True
    """
    return sum(
        2.0
        if unicodedata.east_asian_width(c) in "WF"
        else 0.5
        if c in _NARROW
        else 1.3
        if c.isupper() or c in _BROAD
        else 1
        for c in text
    )


def wrapped(text: str, width: int, lines: int) -> str:
    r"""Return a label broken into at most so many lines, each about `width` average letters broad.

    >>> wrapped("mesenchymal stem cell of bone marrow", 14, 2)
    'mesenchymal\nstem cell of bon…'
    """
    broken: list[str] = []
    rest = one_line(text, width * lines * 4)
    while rest and len(broken) < lines:
        end = len(rest)
        while breadth(rest[:end]) > width and end > 1:
            space = rest.rfind(" ", 1, end)
            end = space if space > 0 else end - 1
        broken.append(rest[:end].rstrip())
        rest = rest[end:].lstrip()
    if rest and broken:
        last = broken[-1]
        broken[-1] = (last[:-1].rstrip() if breadth(last) + 1 > width else last) + "…"
    return "\n".join(broken)


def sentence_start(text: str, at: int, reach: int = 1200) -> int:
    """Return where the sentence begins that holds character `at`, looking back at most `reach` characters."""
    low = max(0, at - reach)
    ends = [m.end() for m in _SENTENCE_END.finditer(text, low, at + 8) if m.end() <= at]
    return next(
        (end for end in reversed(ends) if not _ABBREVIATION.search(text[max(low, end - 12) : end].rstrip())), low
    )


def sentence_end(text: str, at: int, reach: int = 1200) -> int:
    """Return where the sentence ends that holds character `at`, looking on at most `reach` characters."""
    high = min(len(text), at + reach)
    window = max(0, at - 12)
    for m in _SENTENCE_END.finditer(text, window, min(len(text), high + 40)):
        end = m.start() + len(m.group().rstrip())
        if end >= at and not _ABBREVIATION.search(text[window:end]):
            return end
    return high


@dataclass(frozen=True, slots=True)
class Context:
    """A quote among its neighbours.

    Attributes:
        before: the sentence before.
        lead: the quote's own sentence up to the quote.
        exact: the quote.
        tail: the rest of its sentence.
        after: the sentence after.
        left_out: characters of a very long quote that are not shown.
    """

    before: str
    lead: str
    exact: str
    tail: str
    after: str
    left_out: int = 0


def _before_space(text: str, at: int) -> int:
    while at > 0 and text[at - 1].isspace():
        at -= 1
    return max(0, at - 1)


def _after_space(text: str, at: int) -> int:
    while at < len(text) and text[at].isspace():
        at += 1
    return at


def _from_end(text: str, limit: int) -> str:
    return text if len(text) <= limit else "…" + text[-limit:].lstrip()


def context(text: str, claim: Claim, around: int = 320, longest: int = 1200) -> Context:
    """Return a claim's quote with the sentence before and the sentence after.

    Args:
        text: of the claim's document; an empty one falls back on the quote's own prefix and suffix.
        claim: whose quote it is.
        around: most characters of each neighbour.
        longest: most characters shown of the quote itself.
    """
    quote = claim.quote
    exact, left_out = shown(quote.exact[:longest]), max(0, len(quote.exact) - longest)
    if text[quote.start : quote.end] != quote.exact:
        return Context("", shown(quote.prefix), exact, shown(quote.suffix), "", left_out)
    begin, finish = sentence_start(text, quote.start), sentence_end(text, quote.end)
    earlier = text[sentence_start(text, _before_space(text, begin)) : begin]
    later = text[finish : sentence_end(text, min(len(text), _after_space(text, finish) + 1))]
    return Context(
        _from_end(shown(earlier).strip(), around),
        _from_end(shown(text[begin : quote.start]).lstrip(), around),
        exact,
        clip(shown(text[quote.end : finish]).rstrip(), around),
        clip(shown(later).strip(), around),
        left_out,
    )
