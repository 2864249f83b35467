"""Which claims count once: one voice that repeats itself, and text copied from page to page."""

import re
from collections.abc import Sequence
from functools import lru_cache

from claimgraph.model import Claim

#: Shingles in common, as a share of all (Jaccard; Broder, 1997), from which two quotes count as copied.
COPIED = 0.5
#: Words a quote must have to count as copied; shorter ones are alike by chance.
LEAST_WORDS = 5
_WORD = re.compile(r"\w+")


@lru_cache(maxsize=4096)
def shingles(text: str, size: int = 3) -> frozenset[tuple[str, ...]]:
    """Return the runs of words of a text, so many words each.

    >>> sorted(shingles("Hair grows back fast"))
    [('grows', 'back', 'fast'), ('hair', 'grows', 'back')]
    """
    found = _WORD.findall(text.casefold())
    return frozenset(tuple(found[k : k + size]) for k in range(max(1, len(found) - size + 1)))


def copied(a: str, b: str) -> bool:
    """Say whether two quotes are nearly the same words, one inside the other included."""
    left, right = shingles(a), shingles(b)
    if min(len(left), len(right)) < LEAST_WORDS - 2:
        return False
    return len(left & right) >= COPIED * min(len(left), len(right))


def one_voice(a: Claim, b: Claim) -> bool:
    """Say whether the same voice speaks: on one page by its label, on two only where it is a person by name."""
    same = a.voice.label == b.voice.label and a.voice.role == b.voice.role
    return same and (a.document == b.document or a.voice.role in ("person", "author"))


def independent(a: Claim, b: Claim) -> bool:
    """Say whether two claims are two supports rather than one said twice."""
    return not one_voice(a, b) and not copied(a.quote.exact, b.quote.exact)


def first_voices(claims: Sequence[Claim]) -> list[Claim]:
    """Return the claims with those first that add a voice or a wording of their own, the order otherwise kept.

    Time is linear in the claims: repetition is told by voice and by the quote's words.
    """
    seen: set[tuple[str, ...]] = set()
    first: list[Claim] = []
    later: list[Claim] = []
    for claim in claims:
        marks = {("voice", claim.document, claim.voice.label), ("words", *_WORD.findall(claim.quote.exact.casefold()))}
        (later if marks & seen else first).append(claim)
        seen |= marks
    return first + later
