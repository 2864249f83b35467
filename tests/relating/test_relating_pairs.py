"""What two short texts on any subject say of each other, word by word: each row says what it shows."""

import pytest

import claimgraph
from claimgraph.relating.words import kinds

#: What it shows :: what is wanted :: one text :: the other.
PAIRS = """
a verb with its particle is one word :: support :: The senate rejected the treaty. :: The treaty was turned down by the senate.
another verb with a particle is another :: none :: The senate rejected the treaty. :: The treaty was drawn up by the senate.
what does for a thing and what does not :: conflict :: Chicory can be used instead of coffee. :: Chicory is no substitute for coffee.
what does for another thing :: none :: Chicory can be used instead of coffee. :: Chicory is no substitute for sugar.
what is made needless is still needed :: conflict :: The pump makes buckets superfluous. :: Even with the pump you still need buckets.
other things are still needed :: none :: The pump makes buckets superfluous. :: Even with the pump you still need hoses.
one is made of one thing only :: conflict :: The mast was made of pine. :: The mast was made of steel.
two things are made of two :: none :: The mast was made of pine. :: The keel was made of steel.
one is born in one place only :: conflict :: The painter was born in Lisbon. :: The painter was born in Madrid.
one may work in two places :: none :: The painter worked in Lisbon. :: The painter worked in Madrid.
a kind holds for what is of it :: support :: All birds lay eggs. :: Owls lay eggs.
a kind does not hold for what is not of it :: none :: All birds lay eggs. :: Tortoises lay eggs.
a denial of knowing :: conflict :: The captain knew about the mutiny. :: The captain was unaware of the mutiny.
a verb made of the opposite's adjective :: conflict :: The clay hardens in the kiln. :: The clay stays soft in the kiln.
stopping and preventing are one :: conflict :: The fence prevents erosion. :: The fence will not stop erosion.
another thing tells a noun apart :: none :: Demand for electric boats is growing. :: Demand for diesel boats is shrinking.
not until a year is from it on :: conflict :: The mill was opened in 1820. :: The mill was not opened until 1865.
what is shown and what is yet to be looked at :: conflict :: The charger's safety is well documented. :: The charger's safety has yet to be examined.
of another soil nothing is shown :: none :: Trials showed that lime raises yields on peaty soil. :: The effect of lime on yields on sandy soil is unstudied.
two deeds that nothing links do not agree :: none :: The guild taught the tailor. :: The tailor sued the guild.
anybody is a person of any kind :: conflict :: The fair drew 30,000 visitors. :: The fair drew only 4,000 people.
sheep are nobody :: none :: The hamlet has 90 inhabitants. :: Some 2,000 sheep graze in the hamlet.
"""


def rows() -> list[tuple[str, ...]]:
    """Return the rows: what is shown, what is wanted, one text, the other."""
    return [tuple(line.split(" :: ")) for line in PAIRS.strip().splitlines()]


@pytest.fixture(scope="module")
def answers() -> dict[tuple[str, str], str]:
    """What the program says of every pair, all compared at once."""
    pairs = [(row[2], row[3]) for row in rows()]
    found = claimgraph.compare(pairs)
    said = ["none" if r is None or r.type == "apparent" else r.type.value for r in found]
    return dict(zip(pairs, said, strict=True))


@pytest.mark.parametrize(("wanted", "first", "second"), [pytest.param(*row[1:], id=row[0]) for row in rows()])
def test_two_short_texts(wanted: str, first: str, second: str, answers: dict[tuple[str, str], str]) -> None:
    """Two short texts stand to each other as the row says."""
    assert answers[(first, second)] == wanted


def test_a_kind_is_found_however_many_steps_up() -> None:
    """A thing's kinds reach past words nobody meets ("whale" to "mammal"), and jests tell of nobody ("sheep")."""
    assert "mammal" in kinds()["whale"]
    assert "person" not in kinds()["sheep"]
