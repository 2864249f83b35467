"""Clauses that break off at a colon and go on in the items of a list."""

from collections.abc import Callable

import pytest

from claimgraph.model import Claim

Reader = Callable[[str], tuple[Claim, ...]]

#: What it shows :: the page, "/" for a line's end :: subject | predicate | object | polarity and certainty.
_PAGES = """
names, each a claim :: Bread is old. Other sorts include://- rye – dense and dark/- spelt, the oldest of all ::
Bread | is | old | + asserted; Other sorts | include | rye | + asserted; Other sorts | include | spelt | + asserted
hedged in the clause :: The drug may cause://* headaches/* Loss of taste. ::
The drug | may cause | headaches | + hedged; The drug | may cause | Loss of taste | + hedged
preposition :: The fault can lead to the following://1. low pressure/2. noise ::
The fault | can lead to | low pressure | + hedged; The fault | can lead to | noise | + hedged
verbs :: Mulch helps to://- keep roots cool/- stop weeds ::
Mulch | helps to keep cool | roots | + asserted; Mulch | helps to stop | weeds | + asserted
condition of an instruction :: Do not use the saw if you://- are tired/- wear loose sleeves :: none
condition of a clause :: You may slip on the deck if you://- wear leather soles/- run ::
You | may slip on | the deck | + hedged; You | may slip on | the deck | + hedged
whole clause :: Kits are sold in shops. The kit has a box://- a pump/- two hoses ::
Kits | are sold in | shops | + asserted; The kit | has | a box | + asserted
other words between :: The kit contains://Nobody knows.//- a pump :: The kit | contains | - | + asserted
"""


def _rows() -> list[list[str]]:
    """Return the rows of the table, those that go on in further lines as one."""
    joined = _PAGES.strip().replace(" ::\n", " :: ").replace(";\n", "; ")
    return [[cell.strip() for cell in row.split("::")] for row in joined.splitlines()]


def _written(claim: Claim) -> str:
    """Return a claim as the table writes it."""
    how = f"{'+' if claim.polarity.value == 'positive' else '-'} {claim.certainty.value}"
    return f"{claim.subject.text} | {claim.predicate.text} | {claim.object.text if claim.object else '-'} | {how}"


@pytest.mark.parametrize("row", _rows(), ids=lambda row: row[0])
def test_a_clause_goes_on_in_each_item_of_its_list(row: list[str], claims_of: Reader) -> None:
    """Every item reads as the sentence it stands for, and its quote is verbatim."""
    _, page, wanted = row
    text = page.replace("/", "\n")
    claims = claims_of(text)
    assert [_written(c) for c in claims] == [cell.strip() for cell in wanted.split(";") if cell.strip() != "none"]
    assert all(claim.quote.exact == text[claim.quote.start : claim.quote.end] for claim in claims)
