"""Sentences in which a neighbour swallowed a word, given back what they say; what is left out or told together."""

from collections.abc import Callable

import pytest

from claimgraph.model import Claim

Reader = Callable[[str], tuple[Claim, ...]]
Written = Callable[[str], list[str]]

#: What it shows :: text :: its claims as subject | predicate's words | object | polarity and certainty, ";" between.
READINGS = """
costs before an amount :: Cheap concrete costs less than £90 a tonne and is favoured by builders. :: cheap concrete | \
costs | less than £90 | + asserted; cheap concrete | is favoured by | builder | + asserted
a doing that costs :: Heating a hall of 300 costs more than a nurse's salary. :: heat hall of 300 | costs more than | \
nurse salary | + asserted
a doing that costs, in a report :: The union says heating a hall of 300 costs more than a nurse's salary. :: heat \
hall of 300 | costs more than | nurse salary | + asserted
a doing behind a time :: Skipping lunch after a swim is common. :: skip lunch | is | common | + asserted
a measure set off :: Three weeks, the vet warned, is too long to wait. :: three week | is | too long to wait | + \
asserted
the size of :: The pump sits in a hole the depth of a bucket. :: pump | sits in | hole | + asserted
either alone :: Most coaches believe the mixture beats either alone. :: mixture | beats | either | + hedged
a numbered illness :: My aunt has stage 3 kidney disease. :: aunt | has | stage 3 kidney disease | + asserted
a verb before what is owned :: The farmer of a hill who has type 1 diabetes smiled because her watch records her \
heart rate. :: farmer of hill | has | type 1 diabetes | + asserted; farmer of hill | smiled | - | + asserted; watch | \
records | heart rate | + asserted
what is woken :: The rain wakes dormant seeds. :: rain | wakes | dormant seed | + asserted
the verb behind it :: Small trials suggest it thickens hair. :: it | thickens | hair | + hedged
the first of three nouns :: Pupils at schools with strict bans spent 20 minutes less a day on their phones. :: pupil \
| spent on | phone | + asserted
a label of two words :: Competing interests: JA has received grants from a maker of kettles. :: JA | has received | \
grant | + asserted
what studies did :: Small trials suggest the glue holds wood, but they all used other clamps. :: glue | holds | wood \
| + hedged; small trial | used | clamp | + asserted
rather than :: Our roofers rely on lime rather than cement. :: roofer | rely on | cement | - asserted; roofer | rely \
on | lime | + asserted
together :: Nurses use soap and gel together. :: nurse | use | soap and gel | + asserted
no matter what :: Honey does nothing for coughs, whatever your aunt tells you. :: honey | does | nothing | - asserted
what came out :: It turned out the test was done in a box. :: test | was done in | box | + asserted
how something fares :: Oil pumps did far better and steel pumps did worse. :: oil pump | did far better | - | + \
asserted; steel pump | did worse | - | + asserted
a doing that costs, before a report :: At £9 each, heating a hall of 300 costs more than a nurse's wage, the mill \
claims. :: heat hall of 300 | costs more than | nurse wage | + asserted
a numbered illness in an aside :: Ada, 13, who has type 1 diabetes, is exempt. :: ada | has | type 1 diabetes | + \
asserted; ada | is | exempt | + asserted
not unless :: Do charcoal filters help? Not unless you change them. :: charcoal filter | Do help | - | - asserted
"""

_ROWS = [tuple(line.split(" :: ")) for line in READINGS.strip().splitlines()]


@pytest.mark.parametrize("row", _ROWS, ids=lambda row: row[0])
def test_what_was_swallowed_is_given_back(row: tuple[str, str, str], written: Written) -> None:
    """A sentence gives just the claims that stand beside it, whole and with who does them."""
    _, text, wanted = row
    assert written(text) == sorted(cell.strip() for cell in wanted.split(";") if cell.strip())
