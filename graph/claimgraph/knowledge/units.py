"""How documents write numbers, units and currencies, read from `ontology/units.toml`."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from claimgraph.vocabulary.resources import ontology_text


@dataclass(frozen=True, slots=True)
class Units:
    """What is known of numbers; every word in lower case.

    Attributes:
        numbers: the values of numbers in words.
        ordinals: the ranks of ordinals in words.
        fractions: what "third" and the like divide the whole by.
        scales: what "million" and the like multiply a number by.
        money_scales: what a letter right behind an amount of money multiplies it by.
        in_millions: what is counted where an "m" right behind a number is a million: "3m people".
        currencies: the codes of currencies by their signs and names.
        units: pint's names of units by how documents write them, in the singular.
        dimensions: the base unit of each dimension, in the order in which they are tried.
        definitions: of units that pint does not know, or knows otherwise.
        least: words that make a number the least.
        most: words that make a number the most.
        about: words before a number that leave it as it is.
        or_more: words behind a number that make it the least.
        or_less: words behind a number that make it the most.
    """

    numbers: Mapping[str, float]
    ordinals: Mapping[str, int]
    fractions: Mapping[str, float]
    scales: Mapping[str, float]
    money_scales: Mapping[str, float]
    in_millions: frozenset[str]
    currencies: Mapping[str, str]
    units: Mapping[str, str]
    dimensions: Mapping[str, str]
    definitions: tuple[str, ...]
    least: frozenset[str]
    most: frozenset[str]
    about: frozenset[str]
    or_more: frozenset[str]
    or_less: frozenset[str]

    def unit(self, word: str) -> str | None:
        """Return pint's name of a unit as written, singular or plural, None where it is none.

        >>> units().unit("minutes"), units().unit("metres"), units().unit("apples")
        ('minute', 'meter', None)
        """
        return self.units.get(word) or self.units.get(word.removesuffix("s"))


@cache
def units() -> Units:
    """Return the shipped numbers, units and currencies."""
    tables = tomllib.loads(ontology_text("units.toml"))
    return Units(
        numbers=tables["numbers"],
        ordinals=tables["ordinals"],
        fractions=tables["fractions"],
        scales=tables["scales"],
        money_scales=tables["money_scales"],
        in_millions=frozenset(tables["counted"]["in_millions"]),
        currencies=tables["currencies"],
        units={written: name for name, ways in tables["units"].items() for written in ways},
        dimensions=tables["dimensions"],
        definitions=tuple(tables["definitions"]),
        least=frozenset(tables["comparators"]["least"]),
        most=frozenset(tables["comparators"]["most"]),
        about=frozenset(tables["comparators"]["about"]),
        or_more=frozenset(tables["comparators"]["or_more"]),
        or_less=frozenset(tables["comparators"]["or_less"]),
    )
