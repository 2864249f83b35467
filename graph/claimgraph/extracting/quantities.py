"""Numbers with their units and comparators, made comparable by pint."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from claimgraph.model import Quantity

_WORDS = {
    "a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10, "eleven": 11,
    "twelve": 12, "fifteen": 15, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "ninety": 90, "half": 0.5, "single": 1, "once": 1, "twice": 2, "dozen": 12, "hundred": 100, "thousand": 1000,
    "couple": 2,
}  # fmt: skip
_SCALES = {
    "hundred": 1e2,
    "thousand": 1e3,
    "k": 1e3,
    "million": 1e6,
    "m": 1e6,
    "billion": 1e9,
    "bn": 1e9,
    "trillion": 1e12,
    "dozen": 12.0,
}
_CURRENCIES = {
    "$": "usd",
    "us$": "usd",
    "usd": "usd",
    "dollar": "usd",
    "dollars": "usd",
    "€": "eur",
    "eur": "eur",
    "euro": "eur",
    "euros": "eur",
    "£": "gbp",
    "gbp": "gbp",
    "pound sterling": "gbp",
    "¥": "jpy",
    "yen": "jpy",
}
_UNITS = {
    "s": "second", "sec": "second", "second": "second", "min": "minute", "minute": "minute", "h": "hour", "hr": "hour", "hour": "hour", "day": "day", "week": "week", "month": "month", "year": "year", "yr": "year", "decade": "decade",
    "mcg": "microgram", "µg": "microgram", "μg": "microgram", "ug": "microgram", "microgram": "microgram", "mg": "milligram", "milligram": "milligram", "g": "gram", "gram": "gram", "kg": "kilogram", "kilogram": "kilogram", "kilo": "kilogram", "tonne": "tonne", "ton": "tonne", "lb": "pound", "pound": "pound", "ounce": "ounce", "oz": "ounce",
    "ml": "milliliter", "milliliter": "milliliter", "millilitre": "milliliter", "cc": "milliliter", "l": "liter", "liter": "liter", "litre": "liter", "dl": "deciliter", "gallon": "gallon",
    "nm": "nanometer", "µm": "micrometer", "um": "micrometer", "micron": "micrometer", "mm": "millimeter", "millimeter": "millimeter", "millimetre": "millimeter", "cm": "centimeter", "centimeter": "centimeter", "centimetre": "centimeter", "m": "meter", "meter": "meter", "metre": "meter", "km": "kilometer", "kilometer": "kilometer", "kilometre": "kilometer", "mile": "mile", "mi": "mile", "inch": "inch", "foot": "foot", "feet": "foot",
    "wh": "watt_hour", "kwh": "kilowatt_hour", "mwh": "megawatt_hour", "w": "watt", "kw": "kilowatt", "watt": "watt", "kilowatt": "kilowatt", "kilowatt-hour": "kilowatt_hour", "v": "volt", "volt": "volt", "ah": "ampere_hour", "mah": "milliampere_hour",
    "calorie": "calorie", "kcal": "kilocalorie", "joule": "joule", "kj": "kilojoule", "mph": "mile_per_hour", "km/h": "kilometer_per_hour", "kph": "kilometer_per_hour", "hz": "hertz", "°c": "degC", "degrees celsius": "degC", "ppm": "ppm", "db": "decibel", "iu": "iu",
}  # fmt: skip
_BASES = (
    ("day", "time"),
    ("gram", "mass"),
    ("meter", "length"),
    ("milliliter", "volume"),
    ("kilojoule", "energy"),
    ("watt", "power"),
    ("kilometer_per_hour", "speed"),
    ("gram/milliliter", "concentration"),
    ("gram/day", "dose"),
)

_NUMBER = (
    r"(?:\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?(?:/\d+)?|(?:"
    + "|".join(w for w in _WORDS if w not in {"a", "an", "once", "twice", "single"})
    + r")\b)"
)
_SCALE = r"(?:\s?(?:" + "|".join(w for w in _SCALES if len(w) > 1) + r")s?\b)?"
_MONEY = r"(?:US\$|\$|€|£|¥)"
_COMPARATOR = r"(?P<comp>no more than|not more than|more than|greater than|at least|at most|no less than|no fewer than|less than|fewer than|up to|as much as|as many as|as little as|over|under|above|below|almost|nearly|about|around|approximately|roughly|some|only|within|a maximum of|a minimum of|exceeding)\s+(?:only\s+|about\s+|around\s+)?(?:the\s+)?(?:age of\s+)?"
_PATTERN = re.compile(
    rf"(?:\b{_COMPARATOR})?(?P<between>\b(?:between|from)\s+)?(?P<cur>{_MONEY})?(?P<low>(?<![\w.,/-]){_NUMBER}|(?<={_MONEY[3:-1].split('|')[1]}){_NUMBER})(?P<lowscale>{_SCALE})"
    rf"(?:\s?(?:-|to|and|or)\s?(?P<cur2>{_MONEY})?(?P<high>{_NUMBER})(?P<highscale>{_SCALE}))?"
    r"(?P<ordinal>(?:st|nd|rd|th)\b)?\s?-?(?P<unit>%|percent\b|per cent\b|percentage points?\b|°C|km/h|[A-Za-zµμ]+(?:-hours?)?)?(?P<per>\s?(?:/|per\s|a\s|an\s|each\s)\s?(?P<perunit>[A-Za-z]+))?",
    re.IGNORECASE,
)  # fmt: skip
_SHARE = re.compile(
    rf"\b(?P<part>{_NUMBER})\s(?:in|out of)\s(?:every\s|each\s)?(?P<whole>{_NUMBER})(?![\w%.])", re.IGNORECASE
)
_TIMES = frozenset({"second", "minute", "hour", "day", "week", "month", "year"})
_LOWER = frozenset(
    {
        "more than",
        "greater than",
        "at least",
        "no less than",
        "no fewer than",
        "over",
        "above",
        "a minimum of",
        "exceeding",
    }
)
_UPPER = frozenset(
    {
        "no more than",
        "not more than",
        "at most",
        "less than",
        "fewer than",
        "up to",
        "as much as",
        "as many as",
        "under",
        "below",
        "within",
        "a maximum of",
    }
)


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
    """Yield the quantities of a text, in order.

    Args:
        text: plain text, a sentence or less.

    >>> [(m.text, m.quantity.low, m.quantity.high, m.quantity.unit) for m in measures("within 3-6 months")]
    [('within 3-6 months', 91.31, 182.62, 'day')]
    """
    taken = -1
    for share in _SHARE.finditer(text):
        parts = (_number(share["part"], ""), _number(share["whole"], ""))
        if parts[0] and parts[1] and parts[0] < parts[1]:
            percent = round(100 * parts[0] / parts[1], 6)
            yield Measure(share.start(), share.end(), share.group(), Quantity(percent, percent, "percent", "share"))
            taken = share.end()
    for match in _PATTERN.finditer(text):
        if match.start() < taken:
            continue
        found = _measure(match)
        if found is not None:
            yield found


def _measure(match: "re.Match[str]") -> Measure | None:
    """Return the measure of one match, None for ordinals, years and numbers that measure nothing."""
    if match["ordinal"]:
        return None
    word = (match["unit"] or "").lower()
    low = _number(match["low"], match["lowscale"])
    high = _number(match["high"], match["highscale"]) if match["high"] else None
    if low is None:
        return None
    if match["high"] and high is None:
        return None
    if high is not None and not match["lowscale"].strip() and match["highscale"].strip():
        low *= _scale(match["highscale"])
    currency = (match["cur"] or match["cur2"] or "").lower()
    bounds = _bounds(low, high, (match["comp"] or "").lower())
    if currency or word in _CURRENCIES:
        unit = _CURRENCIES.get(currency) or _CURRENCIES.get(word, "usd")
        end = match.end() if word in _CURRENCIES or (match["per"] and not word) else _number_end(match)
        return _made(match, end, Quantity(*bounds, unit, "money"))
    if word in {"%", "percent", "per cent"} or word.startswith("percentage"):
        return _made(match, match.end("unit"), Quantity(*bounds, "percent", "share"))
    if word == "s" and match["low"].isdigit():
        return None
    unit_name = _UNITS.get(word) or _UNITS.get(word.removesuffix("s"))
    if unit_name is not None and not (len(word) == 1 and match["low"].lower() in _WORDS):
        return _with_unit(match, bounds, unit_name)
    if match["low"].lower() in _WORDS and not word:
        return None
    if _calendar(match, low, word):
        return None
    per = _UNITS.get((match["perunit"] or "").lower())
    if word and per is not None:
        return _made(
            match,
            match.end("perunit"),
            Quantity(*bounds, f"1/{per}", "rate" if per in _TIMES else "concentration"),
            word,
        )
    end = match.end("unit") if word else _number_end(match)
    return _made(match, end, Quantity(*bounds, "1", "count"), word)


def _calendar(match: "re.Match[str]", low: float, word: str) -> bool:
    """Say whether a number is a year, or the words behind it are no unit of anything."""
    return (
        not match["comp"]
        and 1500 <= low <= 2100
        and match["low"].isdigit()
        and len(match["low"]) == 4
        and not match["high"]
    )


def _number_end(match: "re.Match[str]") -> int:
    """Return where the number itself ends."""
    return max(match.end(g) for g in ("low", "lowscale", "high", "highscale") if match[g])


def _made(match: "re.Match[str]", end: int, quantity: Quantity, counted: str = "") -> Measure:
    """Return a measure up to an end."""
    start = match.start()
    return Measure(start, end, match.string[start:end].strip(), quantity, counted)


def _with_unit(match: "re.Match[str]", bounds: tuple[float | None, float | None], unit: str) -> Measure | None:
    """Return a measure with a unit, in its dimension's base unit."""
    per = (match["perunit"] or "").lower()
    below = _UNITS.get(per) or _UNITS.get(per.removesuffix("s"))
    end = match.end("perunit") if below else match.end("unit")
    name = f"{unit}/{below}" if below else unit
    converted = _converted(name)
    if converted is None:
        return _made(match, end, Quantity(*bounds, name, unit))
    factor, base, dimension = converted
    low, high = (round(b * factor, 6) if b is not None else None for b in bounds)
    return _made(match, end, Quantity(low, high, base, dimension))


@cache
def _registry() -> Any:
    """Return pint's unit registry; made once, since that takes a while."""
    import pint

    registry: Any = pint.UnitRegistry(cache_folder=None)
    registry.define("iu = [international_unit]")
    registry.define("month = 30.4366666667 * day")
    return registry


@cache
def _converted(unit: str) -> tuple[float, str, str] | None:
    """Return the factor from a unit to its dimension's base unit, that unit and the dimension's name."""
    registry = _registry()
    try:
        one = registry.Quantity(1.0, registry.parse_units(unit))
    except Exception:
        return None
    for base, dimension in _BASES:
        if one.is_compatible_with(base):
            return (float(one.to(base).magnitude), base, dimension)
    return (1.0, unit, unit)


def _number(text: str | None, scale: str | None) -> float | None:
    """Return the value of a number as written."""
    if not text:
        return None
    plain = text.lower().replace(",", "")
    if plain in _WORDS:
        value = float(_WORDS[plain])
    elif "/" in plain:
        above, _, below = plain.partition("/")
        if float(below) == 0:
            return None
        value = float(above) / float(below)
    else:
        value = float(plain)
    return value * _scale(scale)


def _scale(scale: str | None) -> float:
    """Return the factor of "million" and the like."""
    return _SCALES.get((scale or "").strip().lower().removesuffix("s"), 1.0)


def _bounds(low: float, high: float | None, comparator: str) -> tuple[float | None, float | None]:
    """Return the bounds a comparator sets."""
    if high is not None:
        return (min(low, high), max(low, high))
    if comparator in _LOWER:
        return (low, None)
    if comparator in _UPPER:
        return (None, low)
    return (low, low)
