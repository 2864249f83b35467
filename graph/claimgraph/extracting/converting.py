"""Quantities made comparable: one base unit for each dimension, by pint."""

from functools import cache
from typing import TYPE_CHECKING

from claimgraph.knowledge.units import units
from claimgraph.model import Quantity

if TYPE_CHECKING:
    from pint import UnitRegistry

#: The least and the most of a quantity; None where it has no such bound.
Bounds = tuple[float | None, float | None]


def converted(bounds: Bounds, unit: str) -> Quantity:
    """Return bounds with a unit in the base unit of its dimension; unchanged where pint does not know it.

    Args:
        bounds: in the unit.
        unit: one that `Units.units` names, or two of them around a slash.

    >>> converted((2.0, 3.0), "hour/week").unit, converted((250.0, None), "milligram")
    ('hour/week', Quantity(low=0.25, high=None, unit='gram', dimension='mass'))
    """
    factor, base, dimension = _base(unit)
    low, high = (_rounded(bound * factor) if bound is not None else None for bound in bounds)
    return Quantity(low, high, base, dimension)


def _rounded(value: float) -> float:
    """Return a number to six decimals, a small one to six figures: a nanometre is not nothing.

    >>> _rounded(91.3100000001), _rounded(1.5000000001e-07)
    (91.31, 1.5e-07)
    """
    return round(value, 6) if abs(value) >= 0.001 else float(f"{value:.6g}")


@cache
def _base(unit: str) -> tuple[float, str, str]:
    """Return the factor from a unit to its dimension's base unit, that unit and the dimension's name."""
    from pint.errors import PintError  # noqa: PLC0415 - costs start-up time, needed where a text names a unit

    try:
        one = _registry().Quantity(1.0, _registry().parse_units(unit))
        for dimension, base in units().dimensions.items():
            if one.is_compatible_with(base):
                return float(one.to(base).magnitude), base, dimension
    except (PintError, AttributeError):  # pint 0.25 knows no dimension of a decibel per day
        return 1.0, unit, unit
    return 1.0, unit, unit


@cache
def _registry() -> "UnitRegistry[float]":
    """Return pint's unit registry with our own units; made once, since that takes a while."""
    from pint import UnitRegistry  # noqa: PLC0415 - costs start-up time, needed where a text names a unit

    registry: UnitRegistry[float] = UnitRegistry(cache_folder=None)
    for definition in units().definitions:
        registry.define(definition)
    return registry
