"""Sentences whose verb, subject or denial was overlooked: the claims are those of the clause that is there."""

from collections.abc import Callable

import pytest

Written = Callable[[str], list[str]]

#: What it shows :: text :: its claims as subject | predicate's words | object | polarity and certainty, ";" between.
READINGS = """
a word that is no verb behind "that" :: The theory is that platelets release growth factors. :: platelet | release | \
growth factor | + hedged
what does so usually, behind two subjects :: Rust and swelling usually fade within two weeks. :: rust | fade | - | + \
asserted; swelling | fade | - | + asserted
those above an age :: Drivers over 70 account for half of the claims. :: driver over 70 | account for | claim | + \
asserted
what most of these involved :: Most of these involved pumps bought abroad. :: most of these | involved | pump | + \
asserted; pump | bought | - | + asserted
what some of these contained :: Some of these contained palm oil. :: some of these | contained | palm oil | + \
asserted
a verb behind a relative clause :: The three-year survey, which cost the city £2m, offered maps, charts and tours. \
:: three-year survey | cost | £2 m | + asserted; three-year survey | offered | chart | + asserted; three-year survey \
| offered | map | + asserted; three-year survey | offered | tour | + asserted
a past with a subject :: I was super nervous, but my gardener noticed baby shoots after the third week. :: gardener \
| noticed | baby shoot | + asserted; i | was | nervous | + asserted
what describes the thing that is helped :: The cream does not help weeping eczema. :: cream | does not help | \
weeping eczema | - asserted
graded on average :: Heart rate was on average 9 beats per minute higher than on a plain treadmill. :: heart rate | \
was | higher | + asserted
a quality and a second verb :: The soil is poor and often floods. :: soil | floods | - | + asserted; soil | is | \
poor | + asserted
a month is no doubt :: The sale ends May 21. :: sale | ends | - | + asserted
what is overheated is nothing else's :: Old boilers can overheat and start fires. :: old boiler | can overheat | - | \
+ hedged; old boiler | start | fire | + hedged
what readers are told behind "so" :: Iron tablets bind to tea, so drink it an hour later. :: iron tablet | bind to | \
tea | + asserted
the second of two that is not there :: The bridge has two lanes and no footpath. :: bridge | has | footpath | - \
asserted; bridge | has | lane | + asserted
both that are not there :: The bridge has no lanes and no footpath. :: bridge | has | footpath | - asserted; bridge \
| has | lane | - asserted
twice as likely as others :: Smokers were twice as likely as drinkers to develop cataracts. :: smoker | were | twice \
as likely as drinkers to develop cataracts | + asserted
a verb behind examples :: Older pumps such as the Hydra cause noise and can make leaks worse. :: older pump | can \
make | leak bad | + hedged; older pump | cause | noise | + asserted
a verb that opens a quotation :: The site claims the mattress "boosts melatonin by 40%". :: mattress | boosts | \
melatonin | + asserted
a verb before a gerund :: Some planners have suggested that e-scooters displace walking. :: e-scooter | displace | \
walk | + hedged
both halves of a hyphened word :: They do not distinguish between legal e-scooters and illegal, derestricted ones. \
:: they | do not distinguish between | legal e-scooter | - asserted
what is rare but so :: The dye may fade and, rarely, has stained worktops. :: dye | has stained | worktop | + \
asserted; dye | may fade | - | + hedged
an answer before a colon :: Sadly it doesn't: about a third of the roofs still have leaks. :: roof | have | leak | + \
asserted
what may be so :: It may be that shade matters more than water. :: shade | matters more than | water | + hedged
a subject behind an opening time :: After three rounds of PRP my parting is noticeably narrower. :: parting | is | \
narrower | + asserted
what one ought to do as well :: The council ought to give cyclists a lane, and fix Mill Road first. :: council | \
ought to fix | mill road | + asserted; council | ought to give | lane | + asserted
what comes on :: Gout is a flare that usually comes on 12 to 48 hours after activity and can last for weeks. :: gout \
| can last | - | + hedged; gout | comes on | - | + asserted; gout | is | flare | + asserted
how old they were is no claim :: The team weighed 40 boys, aged 8 to 11. :: team | weighed | boy | + asserted
what is set above others is not denied :: Few towns reward walkers like Ghent. Trams are slow. :: tram | are | slow \
| + asserted
figures that do not agree :: Hospital figures do not agree. :: hospital figure | do not agree | - | - asserted
what somebody says in passing :: The mayor welcomed this, saying that trams are safe. :: mayor | welcomed | this | + \
asserted; tram | are | safe | + asserted
how much so a thing is :: Mulch slightly improves how moist the soil is. :: mulch | improves | how moist the soil is \
| + asserted
what it is not known whether :: It is not known whether trams help shops. :: tram | help | shop | + speculative
an amount is told by nothing else :: Pain fell by 4 points more than with dummies, which is less than most patients \
would notice. :: pain | fell by | more | + asserted
what a thing costs in passing :: We wish they grew rye, which costs £4 a bag and has forty years of trials behind \
it. :: rye | costs | £4 | + asserted; rye | has | forty year of trial | + asserted
a subject in "-ness" :: The cream is safe, both vets agree; soreness and swelling usually fade within two days. :: \
cream | is | safe | + asserted; soreness | fade | - | + asserted; swelling | fade | - | + asserted
rows of links are nothing :: Newsletters | Sign in ::
"""


def _cells() -> list[list[str]]:
    """Return the rows of the table, each cut into its cells."""
    return [[cell.strip() for cell in row.split("::")] for row in READINGS.splitlines() if "::" in row]


@pytest.mark.parametrize("row", _cells(), ids=lambda row: row[0])
def test_an_overlooked_clause_is_read(row: list[str], written: Written) -> None:
    """A sentence gives just the claims that stand beside it."""
    _, text, wanted = row
    assert written(text) == sorted(cell.strip() for cell in wanted.split(";") if cell.strip())
