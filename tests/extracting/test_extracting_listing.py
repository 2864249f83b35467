"""Lists behind a clause that breaks off at a colon are its object."""

from collections.abc import Callable

import pytest

from claimgraph.model import Claim

Reader = Callable[[str], tuple[Claim, ...]]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "Bread comes in many sorts. Other sorts include:\n\n- rye – dense and dark\n- spelt, the oldest of all\n"
            "- DIY loaves (baked at home)\n\nAll are good.\n",
            "rye, spelt and DIY loaves",
        ),
        ("Kits are sold in shops. The new kit contains:\n\n1. a pump\n2. two hoses\n", "a pump and two hoses"),
        ("Kits are sold in shops. The new kit contains a pump:\n\n1. a box\n2. a hose\n", "pump"),
    ],
)
def test_a_list_behind_a_colon_is_what_a_clause_tells_of(claims_of: Reader, text: str, wanted: str) -> None:
    """The items are named by their words up to the first mark, and quoted in whole."""
    [claim] = [c for c in claims_of(text) if c.predicate.text in {"include", "contains"}]
    assert claim.object is not None
    assert claim.object.label == wanted
    assert claim.quote.exact in text
    assert claim.object.text in claim.quote.exact


@pytest.mark.parametrize(
    "text",
    [
        "Kits are sold in shops. The new kit contains:\n\nNobody knows.\n\n- a pump\n- two hoses\n",
        "The new kit contains:\n",
    ],
)
def test_no_list_right_behind_is_no_object(claims_of: Reader, text: str) -> None:
    """A list that follows other words belongs to those."""
    [claim] = [c for c in claims_of(text) if c.predicate.text == "contains"]
    assert claim.object is None
