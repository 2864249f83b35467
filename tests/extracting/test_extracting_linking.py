"""What somebody links with what, or puts down to what: which way it goes, and who says so."""

from collections.abc import Callable

import pytest

from claimgraph.model import Claim, Polarity

Reader = Callable[[str], tuple[Claim, ...]]
Relation = Callable[[Claim], str]

#: Text :: its claims as subject | relation | object | polarity | voice, ";" between; "text" for the page's own.
LINKS = """
The paper connects low zinc with slow healing. :: low zinc | is associated with | slow healing | + | The paper
The pipe connects the tank to the boiler. :: pipe | connect | tank | + | text
Researchers attribute the decline in bees to pesticides. :: decline in bee | is caused by | pesticide | + | Researchers
The council does not attribute the smell to the mill. :: smell | is caused by | mill | - | The council
The mayor blamed the flood on blocked drains. :: flood | is caused by | blocked drain | + | The mayor
Farmers blame the drought for the poor harvest. :: drought | causes | poor harvest | + | Farmers
I blame the tax for the strike. :: tax | causes | strike | + | text
Shops blame thieves. :: shop | blame | thief | + | text
The book traces its roots to Rome. :: book | trace | root | + | text
A survey of 600 orchards ties the loss of hedges to falling numbers of bees. :: loss of hedge | is associated with \
| falling number of bee | + | A survey of 600 orchards
A bag of nuts holds a snail. :: bag of nut | hold | snail | + | text
"""


def _cells() -> list[list[str]]:
    """Return the cells of the table's lines."""
    return [[cell.strip() for cell in line.split("::")] for line in LINKS.strip().splitlines()]


def _written(claim: Claim, relation: Relation) -> str:
    """Return a claim as the table writes it."""
    sign = "-" if claim.polarity is Polarity.NEGATIVE else "+"
    thing = claim.object.label if claim.object is not None else "-"
    voice = "text" if claim.voice.role == "publisher" else claim.voice.label
    return f"{claim.subject.label} | {relation(claim)} | {thing} | {sign} | {voice}"


@pytest.mark.parametrize("row", _cells(), ids=lambda row: row[0])
def test_a_link_goes_the_way_it_is_told(row: list[str], claims_of: Reader, relation: Relation) -> None:
    """What is linked, blamed or put down to something is claimed of it, by whoever says so."""
    text, wanted = row
    assert sorted(_written(claim, relation) for claim in claims_of(text)) == sorted(
        cell.strip() for cell in wanted.split(";") if cell.strip()
    )
