"""Text from strangers, made fit to show: cleaned, clipped, cut into sentences, wrapped for a map."""

import re
import textwrap
import unicodedata
from dataclasses import dataclass

from claimgraph.model import Claim

#: Characters that turn the direction of all that follows; shown by name, never obeyed.
_TURNING = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
_UNSEEN = {"\u200b": "", "\ufeff": "", "\u2028": " ", "\u2029": " "}
_SENTENCE_END = re.compile(r"[.!?…][\"'”’)\]]*\s+(?=[\"'“‘(\[•–-]*\s*[^\Wa-z_])|\n\s*\n|\n(?=\s*[•*–-]\s)")
_ABBREVIATION = re.compile(
    r"(?:\b(?:Dr|Mr|Mrs|Ms|Prof|St|vs|etc|e\.g|i\.e|cf|Fig|No|al|approx|Inc|Ltd|U\.S)|\b[A-Z])\.$"
)


def _shown_character(character: str) -> str:
    if character in _UNSEEN:
        return _UNSEEN[character]
    if character in _TURNING:
        return f"[U+{ord(character):04X}]"
    category = unicodedata.category(character)
    if category == "Cc":
        return character if character in "\n\t" else "\ufffd"
    return "\ufffd" if category in {"Cs", "Cn"} else character


def shown(text: str) -> str:
    r"""Return a text as the page may print it: encodable, without control characters, direction never overridden.

    An override is printed by its code point, so that a reader sees that something was there.

    >>> shown("a\u202egnp.exe\x00\ud800")
    'a[U+202E]gnp.exe��'
    """
    if text.isascii() and text.isprintable():
        return text
    return "".join(map(_shown_character, text))


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


def wrapped(text: str, width: int, lines: int) -> str:
    r"""Return a label broken into at most so many lines of at most `width` characters.

    >>> wrapped("mesenchymal stem cell of bone marrow", 14, 2)
    'mesenchymal\nstem cell of…'
    """
    return "\n".join(textwrap.wrap(one_line(text, width * lines * 2), width, max_lines=lines, placeholder="…"))


def sentence_start(text: str, at: int, reach: int = 1200) -> int:
    """Return where the sentence begins that holds character `at`, looking back at most `reach` characters."""
    low = max(0, at - reach)
    ends = (m.end() for m in _SENTENCE_END.finditer(text, low, at + 8) if m.end() <= at)
    starts = [end for end in ends if not _ABBREVIATION.search(text[low:end].rstrip())]
    return starts[-1] if starts else low


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
