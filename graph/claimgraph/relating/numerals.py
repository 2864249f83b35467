"""The numbers that words and digits write."""

import re

from claimgraph.knowledge.units import units

_NUMBER = re.compile(r"^\d[\d,.·]*$")
MONTHS = (
    "january",
    "february",
    "march",
    "april",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
)


def number(word: str) -> float | None:
    """Return the number a word writes, None where it writes none.

    >>> number("1,250"), number("three"), number("the")
    (1250.0, 3.0, None)
    """
    known = units()
    if word in known.numbers or word in known.scales:
        return float(known.numbers.get(word) or known.scales[word])
    if word == "quarter":  # the one fraction whose word is no ordinal
        return 1 / known.fractions[word]
    if word in MONTHS:
        return MONTHS.index(word) / 100
    if not _NUMBER.match(word):
        return None
    plain = word.replace(",", "").replace("·", ".").rstrip(".")
    try:
        return float(plain)
    except ValueError:
        return None
