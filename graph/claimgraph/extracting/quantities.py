"""Numbers with their units and comparators."""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from claimgraph.extracting.converting import Bounds, converted
from claimgraph.knowledge.numerals import fraction, in_words, share, value
from claimgraph.knowledge.units import units
from claimgraph.model import Quantity

#: What "one" does not count: "in one go".
_IDIOMS = frozenset({"go", "way", "thing", "another", "day", "hand"})
#: What follows the hour of a clock, which measures nothing.
_CLOCK = frozenset({"am", "pm"})
#: What makes a number a day of the calendar: "14 May".
_MONTHS = frozenset(
    {"January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November"}
    | {"December"}
)
_TIMES = frozenset({"second", "minute", "hour", "day", "week", "month", "year", "decennium"})


@dataclass(frozen=True, slots=True)
class Measure:
    """A quantity found in a text.

    Attributes:
        start: index of its first character.
        end: one past its last.
        text: the words as they stand.
        quantity: made comparable.
        counted: of a bare count, the word behind it.
    """

    start: int
    end: int
    text: str
    quantity: Quantity
    counted: str = ""


def measures(text: str) -> Iterator[Measure]:
    """Yield the quantities of a text: shares put as "one in six" or "a third of", then all others in order.

    Args:
        text: plain text, a sentence or less.

    >>> [(m.text, m.quantity.low, m.quantity.high, m.quantity.unit) for m in measures("within 3-6 months")]
    [('within 3-6 months', 91.31, 182.62, 'day')]
    >>> [(m.text, m.quantity.low, m.quantity.unit) for m in measures("one in four, at least $2.5 million")]
    [('one in four', 25.0, 'percent'), ('at least $2.5 million', 2500000.0, 'usd')]
    """
    shares = [*_shares_of_wholes(text), *_fractions(text)]
    yield from shares
    taken = [(share.start, share.end) for share in shares]
    for match in _patterns().measure.finditer(text):
        free = not any(start < match.end() and match.start() < end for start, end in taken)
        found = _found(match) if free else None
        measure = next((made for read in _READERS if (made := read(found)) is not None), None) if found else None
        if measure is not None:
            yield measure


@dataclass(frozen=True, slots=True)
class _Found:
    """A number with what stands around it.

    Attributes:
        match: of the pattern.
        word: the word behind it, lower case, "" where none stands there.
        low: the number, or the first of a range.
        bounds: what it and its comparator allow.
    """

    match: re.Match[str]
    word: str
    low: float
    bounds: Bounds

    def made(self, end: int, quantity: Quantity, counted: str = "") -> Measure:
        """Return a measure whose words go up to an end."""
        start = self.match.start()
        end = next(
            (self.match.end(n) for n in ("after", "behind") if self.match[n] and self.match.start(n) == end), end
        )
        return Measure(start, end, self.match.string[start:end].strip(), quantity, counted)

    @property
    def number_end(self) -> int:
        """Return where the number itself ends."""
        return max(self.match.end(name) for name in ("low", "lowscale", "high", "highscale") if self.match[name])


def _found(match: re.Match[str]) -> _Found | None:
    """Return what a match holds, None for ordinals and numbers that cannot be read."""
    low = _number(match["low"], match["lowscale"])
    high = _number(match["high"], match["highscale"]) if match["high"] else None
    if match["ordinal"] or low is None or (match["high"] and high is None):
        return None
    if high is not None and not match["lowscale"].strip() and match["highscale"].strip():
        low *= _scale(match["highscale"])
    return _Found(match, (match["unit"] or "").lower(), low, _bounds(low, high, _comparator(match)))


def _comparator(match: re.Match[str]) -> str:
    """Return the words that bound a number, before it or behind it ("20 or more patients"), "" where none do."""
    behind = (match["after"] or match["behind"] or "").strip()
    return re.sub(r"\s+", " ", match["comp"] or behind).lower()


def _money(found: _Found) -> Measure | None:
    """Return an amount of money: "$40", "3 to 5 euros"."""
    match, currencies = found.match, units().currencies
    code = currencies.get((match["cur"] or match["cur2"] or "").lower()) or currencies.get(found.word)
    if code is None:
        return None
    whole = found.word in currencies or (match["per"] and not found.word)
    return found.made(match.end() if whole else found.number_end, Quantity(*found.bounds, code, "money"))


def _share(found: _Found) -> Measure | None:
    """Return a share in per cent."""
    if found.word not in {"%", "percent", "per cent"} and not found.word.startswith("percentage"):
        return None
    return found.made(found.match.end("unit"), Quantity(*found.bounds, "percent", "share"))


def _with_unit(found: _Found) -> Measure | None:
    """Return a quantity with a unit, by itself or per another: "12 mg", "90 km/h", "2 g per litre"."""
    match = found.match
    unit = units().unit(found.word)
    article = len(found.word) == 1 and not match["low"][0].isdigit()
    if unit is None or article or _is_decade(found):
        return None
    below = units().unit((match["perunit"] or "").lower())
    name = f"{unit}/{below}" if below else unit
    return found.made(match.end("perunit" if below else "unit"), converted(found.bounds, name))


def _rate(found: _Found) -> Measure | None:
    """Return a count per unit of time or amount: "3 cups a day"."""
    per = units().units.get((found.match["perunit"] or "").lower())
    if not found.word or per is None or _counts_nothing(found):
        return None
    quantity = Quantity(*found.bounds, f"1/{per}", "rate" if per in _TIMES else "concentration")
    return found.made(found.match.end("perunit"), quantity, found.word)


def _count(found: _Found) -> Measure | None:
    """Return a bare count with the word behind it: "40 growers"."""
    if _counts_nothing(found):
        return None
    end = found.match.end("unit") if found.word else found.number_end
    return found.made(end, Quantity(*found.bounds, "1", "count"), found.word)


#: How a number is read, in order; the first that knows it makes the measure.
_READERS: tuple[Callable[[_Found], Measure | None], ...] = (_money, _share, _with_unit, _rate, _count)


def _is_decade(found: _Found) -> bool:
    """Say whether a number is a decade: "the 1990s"."""
    return found.word == "s" and found.match["low"].isdigit()


def _counts_nothing(found: _Found) -> bool:
    """Say whether a number measures nothing: a decade, a lone "one", a year."""
    match = found.match
    worded = match["low"].lower()
    half = worded == "half" and match.string[match.end("low") : match.end("low") + 1] == "-"
    if half or found.word in _CLOCK or match["unit"] in _MONTHS or (worded == "one" and found.word in _IDIOMS):
        return True
    lone = not worded[0].isdigit() and not match["lowscale"] and not found.word
    digits = match["low"].isdigit() and len(match["low"]) == 4
    year = digits and 1500 <= found.low <= 2100 and not match["comp"] and not match["high"]
    return _is_decade(found) or lone or year


def _shares_of_wholes(text: str) -> Iterator[Measure]:
    """Yield the shares put as a part of a whole: "three in ten", "134 of the 249 votes"."""
    if _patterns().whole.search(text) is None:
        return
    for match in _patterns().share.finditer(text):
        part, whole = _number(match["part"], ""), _number(match["whole"], "")
        year = re.fullmatch(_YEAR, match["whole"]) is not None
        single = part == 1 and match["of"] is not None
        if part and whole and part < whole and not year and not single:
            percent = round(100 * part / whole, 6)
            yield _made_share(match, percent)


def _fractions(text: str) -> Iterator[Measure]:
    """Yield the shares told by a fraction in words: "a third of the trees", "more than half the trees"."""
    plain = text.casefold()
    if "half" not in plain and not any(word in plain for word in units().fractions):
        return
    for match in _patterns().fraction.finditer(text):
        yield _made_share(match, round(share(match), 6))


def _made_share(match: re.Match[str], percent: float) -> Measure:
    bounds = _bounds(percent, None, re.sub(r"\s+", " ", match["comp"] or "").lower())
    return Measure(match.start(), match.end(), match.group(), Quantity(*bounds, "percent", "share"))


def _number(text: str, scale: str) -> float | None:
    """Return the value of a number as written, None for a division by nothing."""
    spelt = value(text)
    if spelt is not None:
        return spelt * _scale(scale)
    above, _, below = text.replace(",", "").partition("/")
    if below and float(below) == 0:
        return None
    return (float(above) / float(below) if below else float(above)) * _scale(scale)


def _scale(scale: str) -> float:
    """Return the factor of "million" and the like."""
    word = scale.strip().lower()
    return units().money_scales.get(word) or units().scales.get(word.removesuffix("s"), 1.0)


def _bounds(low: float, high: float | None, comparator: str) -> Bounds:
    """Return the bounds a comparator sets."""
    if high is not None:
        return (min(low, high), max(low, high))
    if comparator in units().least | units().or_more:
        return (low, None)
    return (None, low) if comparator in units().most | units().or_less else (low, low)


@dataclass(frozen=True, slots=True)
class _Patterns:
    """The patterns of quantities.

    Attributes:
        measure: a number with comparator, currency, range, scale, unit and what it is per.
        share: "three in ten".
        whole: the end of a share, far cheaper to look for.
        fraction: "a third of".
    """

    measure: re.Pattern[str]
    share: re.Pattern[str]
    whole: re.Pattern[str]
    fraction: re.Pattern[str]


#: Four digits that name a year rather than a number.
_YEAR = r"(?:1[5-9]|20)\d\d"


@cache
def _patterns() -> _Patterns:
    """Return the patterns, made of what is known of numbers and units."""
    known = units()
    number = rf"(?:\d{{1,3}}(?:,\d{{3}})+(?:\.\d+)?|\d+(?:\.\d+)?(?:/\d+)?(?!\d*/\d)|{in_words()})"
    letters = rf"(?(cur)(?:{_any(known.money_scales)})\b|m\b(?=\s(?:{_any(known.in_millions)})\b))"
    scale = rf"(?:{letters}|(?:\s?(?:{_any(known.scales)})s?\b)?)"
    money = f"(?:{_any(sign for sign in known.currencies if not sign.isalpha())})"
    bound = rf"(?P<comp>{_any(known.least | known.most | known.about)})\s+(?:only\s+|about\s+|around\s+)?"
    comparator = rf"{bound}(?:the\s+)?(?:age of\s+)?"
    behind = rf"\s?(?:{_any(known.or_more | known.or_less)})(?!\w)"
    low = rf"(?P<low>(?<![\w.,/-])(?<!\w\*){number}|(?<=\$){number})(?P<lowscale>{scale})"
    high = rf"(?:\s?(?:-|to|and|or)\s?(?P<cur2>{money})?(?P<high>{number})(?P<highscale>{scale}))?"
    unit = r"%|percent\b|per cent\b|percentage points?\b|°C|km/h|[A-Za-zµμ]+(?:-hours?)?"
    per = r"\s?(?:/|per\s|a\s|an\s|each\s)\s?(?P<perunit>[A-Za-z]+)"
    measure = (
        rf"(?:\b{comparator})?(?P<between>\b(?:between|from)\s+)?(?P<cur>{money})?{low}{high}"
        rf"(?P<ordinal>(?:st|nd|rd|th)\b)?(?P<after>{behind})?\s?-?(?P<unit>{unit})?(?P<per>{per})?(?P<behind>{behind})?"
    )
    joint = r"(?:in|out of|(?P<of>of (?:the|its|their|our|all|his|her)))"
    whole = rf"\s{joint}\s(?:every\s|each\s)?(?P<whole>{number})(?![\w%.])"
    share = rf"\b(?:{bound})?(?P<part>{number})(?:(?<=one)\s(?!in\b|of\b|out\b)[a-z]+(?=\sin\s))?{whole}"
    parted = rf"\b(?:{bound})?{fraction()}"
    return _Patterns(*(re.compile(pattern, re.IGNORECASE) for pattern in (measure, share, whole, parted)))


def _any(words: Iterable[str]) -> str:
    """Return words as alternatives of a regular expression, the longest first."""
    return "|".join(re.escape(word) for word in sorted(words, key=lambda word: (-len(word), word)))
