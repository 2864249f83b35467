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
"""


def _cells() -> list[list[str]]:
    """Return the rows of the table, each cut into its cells."""
    return [[cell.strip() for cell in row.split("::")] for row in READINGS.splitlines() if "::" in row]


@pytest.mark.parametrize("row", _cells(), ids=lambda row: row[0])
def test_an_overlooked_clause_is_read(row: list[str], written: Written) -> None:
    """A sentence gives just the claims that stand beside it."""
    _, text, wanted = row
    assert written(text) == sorted(cell.strip() for cell in wanted.split(";") if cell.strip())
