"""The numbers that words and digits write."""

import re

_NUMBER = re.compile(r"^\d[\d,.·]*$")
_TENS = {"eleven": 11, "twelve": 12, "fifteen": 15, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60}
_MORE = {
    "seventy": 70,
    "eighty": 80,
    "ninety": 90,
    "hundred": 100,
    "thousand": 1000,
    "dozen": 12,
    "half": 0.5,
    "quarter": 0.25,
}
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
_SPELT = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
WORD_NUMBERS = {word: float(n) for n, word in enumerate(_SPELT)} | {w: float(n) for w, n in (_TENS | _MORE).items()}


def number(word: str) -> float | None:
    """Return the number a word writes, None where it writes none.

    >>> number("1,250"), number("three"), number("the")
    (1250.0, 3.0, None)
    """
    if word in WORD_NUMBERS:
        return WORD_NUMBERS[word]
    if word in MONTHS:
        return MONTHS.index(word) / 100
    if not _NUMBER.match(word):
        return None
    plain = word.replace(",", "").replace("·", ".").rstrip(".")
    try:
        return float(plain)
    except ValueError:
        return None
