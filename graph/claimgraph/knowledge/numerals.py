"""Numbers and fractions as English writes them in words: "twenty-five", "two hundred and fifty", "three quarters"."""

import re
from collections.abc import Iterable
from functools import cache

from claimgraph.knowledge.units import units

_TEN, _HUNDRED = 10, 100


def value(text: str) -> float | None:
    """Return the number that words write, None where they write none.

    Args:
        text: a number as `in_words` finds it, without "thousand" and what is above.

    >>> value("two hundred and fifty"), value("twenty-five"), value("two and a half"), value("tea")
    (250.0, 25.0, 2.5, None)
    """
    known, total, read = units().numbers, 0.0, False
    for word in re.split(r"[\s-]+", text.casefold().strip()):
        if word in ("a", "an"):
            read = True
        elif word == "hundred":
            total, read = (total or 1.0) * _HUNDRED, True
        elif word in known:
            total, read = total + known[word], True
        elif word not in ("and", "of"):
            return None
    return (total or 1.0) if read else None


@cache
def in_words() -> str:
    """Return a regular expression for numbers in words, without "thousand" and what is above.

    >>> bool(re.fullmatch(in_words(), "a hundred and one")), re.match(in_words(), "half an hour")[0]
    (True, 'half an')
    """
    known = {word: number for word, number in units().numbers.items() if word != "couple"}
    ones, teens = (_any(w for w, n in known.items() if low <= n < high) for low, high in ((1, 10), (10, 20)))
    tens = _any(w for w, n in known.items() if n % _TEN == 0 and 2 * _TEN <= n < _HUNDRED)
    small = rf"(?:(?:{tens})(?:[ -](?:{ones})\b)?|{teens}|{ones})\b"
    apart = r"(?<!several )(?<!few )(?<!many )"
    return (
        rf"(?:{apart}(?:(?:{small}|an?) )?hundred\b(?: (?:and )?{small})?"
        rf"|{small}(?: and an? half\b)?"
        rf"|an?(?= (?:{_any(units().scales)})\b)"
        rf"|(?:a )?couple of\b|half an?\b|half\b)"
    )


@cache
def fraction() -> str:
    """Return a regular expression for shares in words: "two-thirds", "a tenth of", "half the".

    >>> texts = ("a third of it", "a third person", "three quarters", "half an hour")
    >>> [bool(re.match(fraction(), text)) for text in texts]
    [True, False, True, False]
    """
    known, parts = units().numbers, _any(units().fractions)
    ones = _any(w for w, n in known.items() if 1 < n < _TEN)
    whole = r"(?! of an? )(?=\s(?:of|as|more|less|fewer|lower|higher|larger|smaller|longer)\b|\s*[.,;:)]|\s*$)"
    return (
        rf"(?:(?:(?P<some>{ones})[ -](?P<parts>{parts})s\b(?! of an? )|(?:an?|one)[ -](?P<part>{parts})\b{whole})"
        r"|(?P<half>half)(?=\s(?:of|the|all|its|their|our|his|her|these|those)\b))"
    )


def share(match: re.Match[str]) -> float:
    """Return the share, in per cent, that a match of `fraction` tells."""
    if match["half"]:
        return 50.0
    some = units().numbers[match["some"].casefold()] if match["some"] else 1.0
    return 100.0 * some / units().fractions[(match["parts"] or match["part"]).casefold()]


def _any(words: Iterable[str]) -> str:
    """Return words as alternatives of a regular expression, the longest first."""
    return "|".join(re.escape(word) for word in sorted(words, key=lambda word: (-len(word), word)))
