"""Plain characters for the parser, with the way back to the document's own."""

import re
from bisect import bisect_right
from dataclasses import dataclass
from functools import cache

from claimgraph.knowledge.english import alternatives, english

_LOOKALIKES = {
    "'": "‘’‚‛ʼ′`´",
    '"': "“”„‟«»″",
    "-": "‐‑‒–−",
    " ": "[]\t\n\r\x0b\x0c\u00a0\u2002\u2003\u2007\u2009\u200a\u202f\u3000\u2028\u2029",
}
#: Typographic characters and brackets, each replaced by one plain character the parser knows, so that offsets stay.
PLAIN = str.maketrans({odd: plain for plain, odds in _LOOKALIKES.items() for odd in odds})

#: Dashes that part clauses; the parser sees a plain one there, whoever reads its tree the dash itself.
DASHES = "—―"
_DASH = re.compile(f"[{DASHES}]")

#: Hyphens that part clauses, as the spaces around them tell: "it leaks - the seal is dry".
_PARTING = re.compile(r"(?<=[^\W\d_] )-(?= [^\W\d_])")

#: An amount of money in millions, whose letter the parser would take for a unit of length.
_MILLIONS = re.compile(r"(?<=[$£€])\d[\d.,]*m\b")

#: Small words in capitals beside others that are not: the parser would take them for names ("it CANNOT be moved").
_SHOUTED = re.compile(
    r"(?<=[a-z,] )(?:CANNOT|CAN|NOT|NEVER|MUST|DOES|DO|DID|IS|ARE|WAS|WERE|WILL|SHOULD|ONLY|HAVE|HAS|BE|VERY|REALLY)"
    r"(?= [a-z])"
)

#: What shows nothing: zero-width, direction marks, controls, soft hyphen, private use, and all blanks of a run but one;
#: and what is no word: letters without end, one sign again and again.
INVISIBLE = re.compile(
    "[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff\x00-\x08\x0e-\x1f\x7f-\x9f"
    "\ue000-\uf8ff]+"
    r"|(?<= ) +|\S{250,}|([^\w\s])\1{19,}"
)

#: Marks that lead to a note, glued to a word or to the mark behind it: "a dummy pill.¹", "in 14 days*"; no "m²".
_NOTES = re.compile(
    r"(?:(?<=[.!?,;:)\"'”’])|(?<=[a-z]{4}))(?:[¹²³⁰⁴-⁹]+|[†‡]+|\[\d{1,3}(?:[,–-] ?\d{1,3})*\])"
    r"|(?<=[a-z])\*{1,3}(?=[.,;]?(?:\s|$))"
)


@dataclass(frozen=True, slots=True)
class CleanText:
    """Text made plain, and where each of its characters stands in the document.

    Attributes:
        text: the plain text.
        start: offset of its first character in the document.
        breaks: indices in `text` from which on characters were dropped, ascending.
        dropped: for each break, how many characters were dropped in all up to there.
        dashes: indices in `text` of the dashes, and hyphens between spaces, that part clauses.
        stops: indices in `text` of full stops behind a lone letter, in whose place the parser sees another mark.
    """

    text: str
    start: int
    breaks: tuple[int, ...] = ()
    dropped: tuple[int, ...] = ()
    dashes: frozenset[int] = frozenset()
    stops: frozenset[int] = frozenset()

    def offset(self, index: int) -> int:
        """Return the document offset of a character of `text`."""
        if not self.breaks:
            return self.start + index
        at = bisect_right(self.breaks, index)
        return self.start + index + (self.dropped[at - 1] if at else 0)

    def end_offset(self, index: int) -> int:
        """Return the document offset just past the character before `index`."""
        return self.offset(index - 1) + 1 if index > 0 else self.start


def clean(text: str, start: int, end: int) -> CleanText:
    r"""Return a stretch of a document's text made plain.

    Args:
        text: the document's.
        start: first character of the stretch.
        end: one past its last.

    >>> found = clean("a\u200bb “c”", 0, 7)
    >>> found.text, found.offset(1)
    ('ab "c"', 2)
    """
    unmarked = _NOTES.sub(_blanked, text[start:end])
    unmarked = _toggles().sub(_blanked, unmarked) if "[" in unmarked else unmarked
    plain = unmarked.translate(PLAIN)
    parts: list[str] = []
    breaks: list[int] = []
    dropped: list[int] = []
    kept = lost = at = 0
    for match in INVISIBLE.finditer(plain):
        parts.append(plain[at : match.start()])
        kept += match.start() - at
        lost += match.end() - match.start()
        at = match.end()
        breaks.append(kept)
        dropped.append(lost)
    parts.append(plain[at:])
    kept_text = "".join(parts)
    dashes = frozenset(match.start() for match in _DASH.finditer(kept_text))
    dashes |= {match.start() for match in _PARTING.finditer(kept_text)}
    for dash in DASHES:
        kept_text = kept_text.replace(dash, "-")
    kept_text = _SHOUTED.sub(lambda match: match.group().lower(), kept_text)
    kept_text = _MILLIONS.sub(lambda match: f"{match.group()[:-1]}M", kept_text)
    stops = frozenset(match.start(1) for match in _lone_letters().finditer(kept_text))
    for stop in stops:
        kept_text = f"{kept_text[:stop]}!{kept_text[stop + 1 :]}"
    return CleanText(kept_text, start, tuple(breaks), tuple(dropped), dashes, stops)


#: A character that shows nothing.
_NOTHING = "\u00ad"


def _blanked(match: re.Match[str]) -> str:
    """Return characters that show nothing in the place of others."""
    return _NOTHING * len(match.group())


@cache
def _toggles() -> re.Pattern[str]:
    """Return the pattern of what pages print in brackets to be pressed, or to ask for a source: "[edit]", "[hide]"."""
    return re.compile(rf" ?\[{alternatives(english()['lemma.bracketed'])}\]", re.IGNORECASE)


@cache
def _lone_letters() -> re.Pattern[str]:
    """Return the full stop behind a letter that names a thing or stands for a unit: "vitamin D. Oily fish", "30 g."."""
    named = alternatives(english()["lemma.lettered"])
    return re.compile(rf"(?:\d ?[gmltL]|\b{named} [A-Z])(\.)(?= +[A-Z\"]|\s*$)")
