"""Numbers with units that meet, or do not."""

from math import inf

from claimgraph.model import Quantity

#: Share of the larger value within which two values count as the same; times are rounded more coarsely in speech
#: ("a month", "4 weeks") than amounts.
ROUNDING = {"time": 0.12}
USUAL_ROUNDING = 0.02


def comparable(a: Quantity, b: Quantity) -> bool:
    """Say whether two quantities measure the same sort of thing in the same unit."""
    return a.dimension == b.dimension and a.unit == b.unit


def meet(a: Quantity, b: Quantity) -> bool:
    """Say whether two ranges of one unit have a value in common, within the rounding of everyday speech.

    >>> weeks, months = Quantity(28, 28, "day", "time"), Quantity(91.3, 182.6, "day", "time")
    >>> meet(weeks, months), meet(weeks, Quantity(30.4, 30.4, "day", "time"))
    (False, True)
    """
    slack = ROUNDING.get(a.dimension, USUAL_ROUNDING)
    return _low(a) <= _widened(_high(b), slack) and _low(b) <= _widened(_high(a), slack)


def _widened(value: float, slack: float) -> float:
    return value + abs(value) * slack


def _low(quantity: Quantity) -> float:
    return -inf if quantity.low is None else quantity.low


def _high(quantity: Quantity) -> float:
    return inf if quantity.high is None else quantity.high
