"""Items of lists that leave out their subject: it is looked for in what leads in the list."""

from collections.abc import Callable

import pytest

from claimgraph.model import Claim

#: What it shows :: the page, "/" for a line's end :: subject | predicate | object of each claim.
_PAGES = """
heading :: Benefits of tea//- Reduces stress/- Promotes sleep and lowers pain ::
tea | Reduces | stress; tea | Promotes | sleep; tea | lowers | pain
question :: What does zinc do?//* Helps wounds heal./* May cause nausea./* Does not cure colds. ::
zinc | Helps | wounds heal; zinc | May cause | nausea; zinc | Does not cure | colds
clause with a colon :: Heat pumps have two advantages://- They outlast boilers./- need no fuel ::
They | outlast | boilers; heat pump | need | no fuel
name with a colon :: Solar panels://- cut bills by half/- need no fuel ::
solar panel | cut | bills; solar panel | need | no fuel
topic of the item :: The plan://• The late method: Involves skipping lunch. :: late method | Involves | skipping lunch
no object :: Stainless steel://- Does not rust/- Is sold by weight ::
stainless steel | Does not rust | -; stainless steel | Is sold by | weight
topic of the page :: Tea wakes people. Tea is old.//Benefits//- Reduces stress ::
Tea | wakes | people; Tea | is | old; tea | Reduces | stress
part of a page :: Overview//- Reduces stress :: none
few words that praise :: Tea wakes people. Tea is old.//Better sleep/- Reduces stress ::
Tea | wakes | people; Tea | is | old; tea | Reduces | stress
set beside another :: Oak panels://- unlike pine, do not warp/- can be washed as often as you like ::
oak panel | do not warp | -; oak panel | can be washed | -
instructions :: Before you start//- Wash your hands/- Dry them :: none
nouns :: Rust//- Causes of rust/- Cuts and scratches/- Costs of repair :: none
own subject :: Reviews of the app//- Cooks love it. :: Cooks | love | it
far from its heading :: Benefits of tea//Tea is old.//- Reduces stress :: Tea | is | old
"""


def _rows() -> list[list[str]]:
    """Return the rows of the table, those that go on in a second line as one."""
    joined = _PAGES.strip().replace(" ::\n", " :: ") + "\n"
    return [[cell.strip() for cell in row.split("::")] for row in joined.splitlines()]


@pytest.mark.parametrize("row", _rows(), ids=lambda row: row[0])
def test_an_item_is_about_what_leads_in_its_list(row: list[str], claims_of: Callable[[str], tuple[Claim, ...]]) -> None:
    """An item that begins with a verb tells of what its list's lead names; any other item is read as it stands."""
    _, page, wanted = row
    said = []
    for claim in claims_of(page.replace("/", "\n")):
        who = claim.subject.text or claim.subject.label
        said.append(f"{who} | {claim.predicate.text} | {claim.object.text if claim.object else '-'}")
    assert said == [cell.strip() for cell in wanted.split(";") if cell.strip() != "none"]
