"""What docs/packs.md tells people to write is what the program reads."""

import re
from pathlib import Path

import pytest

from claimgraph.knowledge.checking import KINDS, check_pack
from claimgraph.knowledge.loading import core_pack, read_pack

GUIDE = (Path(__file__).parents[2] / "docs" / "packs.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"```turtle\n(.*?)```", GUIDE, re.DOTALL)


@pytest.mark.parametrize("turtle", BLOCKS)
def test_every_example_of_the_guide_loads_without_a_fault(turtle: str) -> None:
    """A reader who copies an example gets a sound pack."""
    assert check_pack(read_pack(turtle, "guide", "packs.md"), core_pack()) == ()


def test_the_guide_names_every_kind() -> None:
    """The kinds a concept may have are those that the guide lists."""
    assert {kind for kind in KINDS if f"`cg:{kind}`" in GUIDE} == KINDS
    assert len(BLOCKS) >= 3
