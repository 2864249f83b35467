"""What the label of a mention or predicate names: the very thing its words name, and no neighbour of it."""

from collections.abc import Callable

import pytest

from claimgraph.model import Claim

Reader = Callable[[str], tuple[Claim, ...]]


def rows(table: str) -> list[tuple[str, ...]]:
    """Return the rows of a table, one a line, its cells parted by double colons."""
    return [tuple(cell.strip() for cell in line.split("::")) for line in table.strip().splitlines()]


#: What it shows :: text :: the label of a subject or object.
NAMED = """
a hyphenated word stays whole :: Cheap no-name batteries catch fire. :: cheap no-name battery
a prefix stays on its word :: Re-used bottles carry germs. :: re-used bottle
a number joined by a hyphen stays :: An eight-hour shift exhausts nurses. :: eight-hour shift
a number stays before its unit inside a name :: His 12 week course cured my insomnia. :: 12 week course
a number of things is left to the qualifiers :: Twelve otters swim in the canal. :: otter
both ends of a range stay :: The cure takes 4 to 6 weeks. :: 4 to 6 week
a bound stays :: The soup contains less than 2 g of salt. :: less than 2 g of salt
what is only near the number goes :: The repair costs about £40. :: £40
a sum keeps its currency :: The bridge cost £1.2 million. :: £1.2 million
a number before a unit before a noun stays :: The shop sells a 500 Wh pack. :: 500 wh pack
what becomes of somebody stays :: Tea makes people live longer. :: people live longer
a day keeps its number :: The meeting of 9 April was cancelled. :: meeting of 9 april
the most of a quality is not the quality :: The change is most noticeable in winter. :: most noticeable
less than a quality is not the quality :: The battery is nearly empty. :: nearly empty
a quality with what it measures is the quality :: The tank is 88% full. :: full
a quality above another keeps its adverb :: The most effective filter is charcoal. :: most effective filter
too much of a thing is not the thing :: Too much water kills the plant. :: too much water
a concentration is not its substance :: The concentration of caffeine rises. :: concentration of caffeine
a share is not who has it :: The share of renters is growing. :: share of renter
a part is not the whole :: Part of the wall collapsed. :: part of wall
a member is not the group :: A member of the council resigned. :: member of council
a kind of a thing is the thing :: A kind of moss covers the stones. :: moss
the use of a thing is the thing :: The use of drones is growing. :: drone
a number of things are the things :: The number of sparrows fell. :: sparrow
a mixture is of both :: The mixture of sand and clay holds water. :: mixture of sand and clay
a ban keeps what it forbids :: A ban on plastic bags cut litter. :: ban on plastic bag
a change keeps what changes :: An increase in rent drives tenants away. :: increase in rent
a change keeps no date :: The mayor welcomed a change in April. :: change
a difference is between both :: The difference between wages and prices grew. :: difference between wage and price
an age tells who is meant :: Workers over 50 lose their jobs first. :: worker over 50
a clause tells who is meant by a pronoun :: Those who smoke pay more. :: those who smoke
a clause is left out behind a noun :: Farmers who plant hedges help birds. :: farmer
a question stays as it is :: Most people cannot tell which is which. :: which is which
a doubt stays as it is :: Nobody knows whether the dam leaks. :: whether the dam leaks
"no one" names nobody :: No one knows the answer. :: no one
a participle before a noun stays :: Running costs are low. :: running cost
"""


@pytest.mark.parametrize(("shows", "text", "label"), rows(NAMED))
def test_a_label_names_what_its_words_name(claims_of: Reader, shows: str, text: str, label: str) -> None:
    """Modifiers stay where the thing without them is another."""
    found = [m.label for c in claims_of(text) for m in (c.subject, c.object) if m is not None]
    assert label in found, (shows, found)


#: What it shows :: text :: the words of a mention :: the label, with the shipped packs.
KNOWN = """
an amount is not its substance :: A high concentration of exosomes is costly. :: concentration :: ^high concentration
a procedure on a thing is not the thing :: Hair procedures are expensive. :: procedures :: ^hair procedure$
a therapy with a substance is the substance :: PRP injections are expensive. :: injections :: ^platelet-rich plasma$
what is based on a thing is not the thing :: Cell-based products sell well. :: products :: ^cell-based product$
another sort of a thing is not the thing :: Doctors grow bone cells. :: bone cells :: ^bone cell$
a thing with an adjective is the thing :: Doctors grow mature cells. :: mature cells :: ^cell$
a denied label is denied once :: The clinic saw no improvement. :: no improvement :: ^treatment success$
"""


@pytest.mark.parametrize(("shows", "text", "words", "label"), rows(KNOWN))
def test_a_concept_is_named_by_the_whole_phrase(
    claims_packed: Reader, shows: str, text: str, words: str, label: str
) -> None:
    """A concept inside a phrase about something else does not name the phrase."""
    found = [m.label for c in claims_packed(text) for m in (c.subject, c.object) if m is not None and words in m.text]
    assert [one for one in found if one == label.strip("^$") or one.startswith(label.strip("^$"))], (shows, found)
