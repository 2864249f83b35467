"""Times and shares as people say them: "a week or two", "within an hour", "by 2040", "in March", "a third of"."""

import re
from dataclasses import dataclass
from functools import cache

from claimgraph.extracting.quantities import Measure, measures
from claimgraph.knowledge.units import units
from claimgraph.model import Quantity
from claimgraph.relating.numerals import MONTHS

#: Dimensions of a point in time: the year, and the month where no year is told.
YEAR, MONTH = "year", "month of the year"
DATED = frozenset({YEAR, MONTH})
#: The months in order; "may" is left out of the numerals, where it is a verb more often.
_MONTHS = (
    (*MONTHS[:4], "may", *MONTHS[4:]),
    ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"),
)
_PREPOSITION = re.compile(r"^(?:not )?(in|by|on|since|from|until|till|before|after|within|for|during|of|at) ")
_YEAR = re.compile(r"(?:at least |at latest |about |around |roughly )?(?:the year )?((?:1[5-9]|20|21)\d\d)")
_DATE = re.compile(
    r"(?:\d{1,2}(?:st|nd|rd|th)? |early |mid-|late )?([a-z]{3,9})\.?(?: \d{1,2})?,?(?: ((?:1[5-9]|20)\d\d))?"
)


@dataclass(frozen=True, slots=True)
class Value:
    """A value that a claim gives, with the kind of qualifier it stands in ("object" where it is the object)."""

    kind: str
    text: str
    quantity: Quantity


def spoken(text: str) -> Quantity | None:
    """Return the time that a phrase tells, None where it tells none.

    >>> spoken("after a week or two")
    Quantity(low=7.0, high=14.0, unit='day', dimension='time')
    >>> spoken("by 2040")
    Quantity(low=None, high=2040.0, unit='1', dimension='year')
    """
    plain = text.casefold().strip()
    return _dated(plain) or next(
        (m.quantity for m in measures(_counted(plain)) if m.quantity.dimension == "time"), None
    )


def told(text: str) -> tuple[Measure, ...]:
    """Return the amounts with a unit, shares and times that a sentence gives.

    "A day" counts as a time only behind a word that asks for one ("takes a day", not "three cups a day").

    >>> [m.quantity.low for m in told("A third of them left within an hour.")], told("He drinks it all day.")
    ([33.333333, None], ())
    """
    plain = text.casefold()
    for pattern, instead in _often():
        plain = pattern.sub(instead, plain)
    plain = _asked().sub(lambda match: f"{match[1]} 1 {match[2]}", plain)
    plain = plain.replace("two centuries", "200 years").replace("a century", "100 years")
    return tuple(m for m in measures(plain) if m.quantity.dimension != "count")


@cache
def _often() -> tuple[tuple[re.Pattern[str], str], ...]:
    """Return how it is told how often something comes, and how in digits."""
    adverbs = {"hourly": "hour", "daily": "day", "weekly": "week", "fortnightly": "fortnight", "monthly": "month"}
    adverbs |= {"yearly": "year", "annually": "year", "annual": "year"}
    told = [(rf"\b{word}\b", f"every 1 {unit}") for word, unit in adverbs.items() if unit != "fortnight"]
    told += [
        (r"\bfortnightly\b", "every 2 weeks"),
        (rf"\bonce (?:an?|every|each|per) ({_unit()})\b", r"every 1 \1"),
        (rf"\btwice (?:an?|every|each|per) ({_unit()})\b", r"every 0.5 \1s"),
        (rf"\bevery ({_unit()})\b", r"every 1 \1"),
    ]
    return tuple((re.compile(pattern), instead) for pattern, instead in told)


@cache
def _asked() -> re.Pattern[str]:
    """Return how a time of one unit is told where a word before it asks for a time."""
    asking = "after|within|in|for|every|than|takes?|took|needs?|lasts?|lasted|least|most|another|over|under|about|until"
    return re.compile(rf"\b({asking}|almost|nearly) (?:an?|one) (?:full |whole |entire |single )?({_unit()})\b")


@cache
def _unit() -> str:
    """Return a pattern of the units of time as they are written, in the singular."""
    known = units().units
    written = [way for way in known if known[way] in _TIMES and len(way) > 2]
    return "|".join(sorted(written, key=lambda word: (-len(word), word)))


def _counted(plain: str) -> str:
    """Return a phrase with its unit of time counted in digits."""
    for pattern, instead in _patterns():
        plain = pattern.sub(instead, plain)
    return plain


@cache
def _patterns() -> tuple[tuple[re.Pattern[str], str], ...]:
    """Return how units of time are counted in words, and how in digits, most telling first."""
    unit = rf"({_unit()})s?\b"
    told = (
        (rf"\b(?:an?|one) {unit} or two\b", r"1 to 2 \1s"),
        (rf"\b(?:only |just )?once (?:an?|every|each|per) {unit}", r"every 1 \1"),
        (r"\b(?:only |just )?once every ", "every "),
        (rf"\btwice (?:an?|every|each|per) {unit}", r"every 0.5 \1s"),
        (rf"\b(?:an?|one|every) (?:full |whole |entire |single )?{unit}", r"1 \1"),
        (r"\btwo centuries\b", "200 years"),
        (r"\ba century\b", "100 years"),
    )
    return tuple((re.compile(pattern), instead) for pattern, instead in told)


_TIMES = frozenset({"second", "minute", "hour", "day", "week", "month", "year", "decennium"})


def _dated(plain: str) -> Quantity | None:
    """Return the year, or the month of a year not told, that a phrase names and nothing else."""
    match = _PREPOSITION.match(plain)
    before, rest = (match[1], plain[match.end() :]) if match else ("", plain)
    year = _YEAR.fullmatch(rest)
    if year:
        return Quantity(*_bounds(float(year[1]), before), "1", YEAR)
    date = _DATE.fullmatch(rest)
    month = next((names.index(date[1]) for names in _MONTHS if date and date[1] in names), None)
    if date is None or month is None:
        return None
    if date[2]:
        return Quantity(*_bounds(float(date[2]), before), "1", YEAR)
    return Quantity(*_bounds(month + 1.0, before), "1", MONTH)


def _bounds(value: float, before: str) -> tuple[float | None, float | None]:
    """Return the least and the most of a point in time, by the preposition before it."""
    if before in ("by", "before"):
        return None, value
    return (value, None) if before in ("since", "from", "after", "until", "till") else (value, value)
