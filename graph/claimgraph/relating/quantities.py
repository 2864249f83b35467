"""Numbers with units that meet, or do not."""

from math import inf, isfinite

from claimgraph.model import Quantity

#: Share of the larger value within which two values count as the same; times are rounded more coarsely in speech
#: ("a month", "4 weeks") than amounts, points in time not at all.
ROUNDING = {"time": 0.12, "year": 0.0, "month of the year": 0.0}
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


def equal(a: Quantity, b: Quantity) -> bool:
    """Say whether two quantities that are bounded on both sides meet.

    >>> equal(Quantity(1, 1, "day", "time"), Quantity(1, None, "day", "time"))
    False
    """
    return None not in (a.low, a.high, b.low, b.high) and meet(a, b)


def within(a: Quantity, b: Quantity) -> bool:
    """Say whether a quantity that is bounded on both sides lies in a range that is open on one.

    >>> within(Quantity(3, 3, "year", "time"), Quantity(2, None, "year", "time"))
    True
    """
    bounded, open_ended = None not in (a.low, a.high), None in (b.low, b.high)
    return bounded and open_ended and _low(b) <= _low(a) and _high(a) <= _high(b)


def _widened(value: float, slack: float) -> float:
    return value + abs(value) * slack if isfinite(value) else value


def _low(quantity: Quantity) -> float:
    return -inf if quantity.low is None else quantity.low


def _high(quantity: Quantity) -> float:
    return inf if quantity.high is None else quantity.high
