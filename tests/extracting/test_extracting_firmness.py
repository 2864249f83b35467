"""How firmly a thing is said, and what a phrase with a number, a rate or a degree names."""

from collections.abc import Callable

import pytest

Written = Callable[[str], list[str]]

#: What it shows :: text :: its claims as subject | predicate's words | object | polarity and certainty, ";" between.
FIRMNESS = """
what is done early is no first result :: Frost is caused by early sowing. \
:: frost | is caused by | early sowing | + asserted
an early sign is one :: The pump shows early signs of wear. :: pump | shows | early sign of wear | + hedged
no good evidence leaves a thing open :: There is no convincing evidence that magnets ease gout. \
:: magnet | ease | gout | - hedged
no evidence at all does not :: There is no evidence that cats swim. :: cat | swim | - | - asserted
what does not prove a thing denies it no more than that :: None of this proves that the bridge is unsafe. \
:: bridge | is | unsafe | - hedged
what one could find was found :: I could find only one shop. :: i | could find | shop | + asserted
what one could do may be done :: I could sell the boat. :: i | could sell | boat | + hedged
what one would not do is refused :: I wouldn't put a heater in a barn. :: i | wouldn't put | heater | - asserted
what would not be done in some case is not :: I wouldn't use it if it leaked. :: i | wouldn't use | it | - hedged
what seems to matter may not :: What seems to matter for yield is rain. \
:: what seems to matter for yield | is | rain | + hedged
seeing a person is what one is told to do :: Anyone with a bad knee should see a doctor. \
:: anyone with a bad knee | should see | doctor | + asserted
seeing a change is what one may expect :: Most patients should see gains. \
:: patient | should see | gain | + hedged
a number in two words counts :: Twenty-one lambs grew. :: lamb | grew | - | + asserted
by how much fewer is told by a share :: Riders took 29% fewer trips. :: rider | took | fewer trip | + asserted
not for fewer days is not never :: Clerks weren't ill for fewer days. \
:: clerk | weren't | ill for fewer days | - asserted
a change in two things is in both :: The tax caused a drop in sales and profits. \
:: tax | caused | drop in sale and profit | + asserted
so many for each is how many there are :: The field has 30 worms per square foot. \
:: field | has | 30 worms per square foot | + asserted
a call to the hearer is no part of a thing :: Your roof is in the river mate. :: roof | is in | river | + asserted
nor what is done :: The tap leaks mate. :: tap | leaks | - | + asserted
a mate is one :: Your dog bit the team mate. :: dog | bit | team mate | + asserted
a remark in letters says nothing :: Our gate rusted as well tbh. :: gate | rusted | - | + asserted
with a stroke too :: The plots lost 0.3 t/ac. :: plot | lost | 0.3 t/ac | + asserted
"""


@pytest.mark.parametrize("row", [r.split("::") for r in FIRMNESS.strip().split("\n")], ids=lambda row: row[0].strip())
def test_a_thing_is_said_as_firmly_as_its_words(row: list[str], written: Written) -> None:
    """A claim is as firm as its sentence, and its labels say as much as its words."""
    _, text, claims = row
    assert written(text.strip()) == sorted(claim.strip() for claim in claims.split(";") if claim.strip())
