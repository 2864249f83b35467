"""Deeds told from either end, either side of one thing, how a deed is done, and what a thing has after all."""

import pytest

import claimgraph

TOLD = """
support :: The baker sold the oven to a cook. :: A cook bought the oven from the baker.
conflict :: The baker sold the oven. :: The baker bought the oven.
support :: The choir borrowed the drum from the school. :: The school lent the drum to the choir.
conflict :: The choir left before the storm. :: The choir left after the storm.
none :: The choir left before the storm. :: The choir left after the feast.
conflict :: The nest is above the window. :: The nest is below the window.
support :: The guards sealed the vault. :: The guards closed the vault.
none :: The guards sealed the vault. :: The guards painted the vault.
conflict :: The league defeated the town in nine games. :: The league beat the town in twenty games.
conflict :: The orchard blooms in early spring. :: The orchard flowers in late autumn.
none :: The orchard blooms in spring. :: The goats breed in autumn.
conflict :: The shutters are green. :: The shutters are purple.
none :: The green shutters were sold. :: The purple shutters were sold.
conflict :: The lotion is free of perfume. :: Fragrance in the lotion may sting.
none :: The lotion is free of perfume. :: Fragrance in the candle may sting.
conflict :: This lamp works without batteries. :: The lamp's batteries need changing every month.
conflict :: The council revoked the ban on bonfires. :: The council did not lift the ban on bonfires.
none :: The team was beaten in nineteen moves. :: The team was beaten in twenty minutes.
none :: The school has 900 pupils. :: The school has 45 teachers.
"""


def rows() -> list[tuple[str, ...]]:
    """Return the lines of the table."""
    return [tuple(line.split(" :: ")) for line in TOLD.strip().splitlines()]


@pytest.fixture(scope="module")
def answers() -> list[str]:
    """What is said of every pair, all compared at once."""
    found = claimgraph.compare([(a, b) for _, a, b in rows()])
    return ["none" if r is None or r.type == "apparent" else r.type.value for r in found]


@pytest.mark.parametrize(("place", "row"), list(enumerate(rows())), ids=[" :: ".join(row) for row in rows()])
def test_a_deed_told_from_its_other_end_is_the_same_deed(place: int, row: tuple[str, ...], answers: list[str]) -> None:
    """Who sells to whom and who buys from whom agree; the same doer of both, or the other side of a time, does not."""
    assert answers[place] == row[0]
