"""Which of several things that were named a pronoun picks out, or none, on invented passages about many things."""

from collections.abc import Callable

import pytest

from claimgraph.model import Claim

Claims = Callable[[str], tuple[Claim, ...]]
Resolver = Callable[[str], str]

#: What it shows :: text with one pronoun in brackets :: label of what it stands for, "-" for nothing.
PEOPLE = """
short names of trades :: The physio raised the saddle. [It] squeaks. :: saddle
those in capitals :: My GP raised the dose. [It] is high. :: dose
who is told behind the name :: Rice is dear, says a note on Ann Reed, a baker in Hull. [She] sells rolls. :: ann reed
a name behind who :: We met Ruth Vane, who ran a mill for years. [She] grew oats. :: ruth vane
"""

COUNTED = """
no others but one another :: Wrens rob the nests of tits. They sing to one [another]. :: -
those who are told of :: Some men sow beans. [Many] of those who sow them keep bees. :: -
those told of by a participle :: Men came. Of [those] given tea, six slept. :: -
a fraction of them :: The school tested 90 pupils. Two [thirds] of them passed. :: pupil
a high number of them :: The crates came by sea. The barge carries 3 [million] of them. :: crate
"""

SAID = """
what a comma joins :: Trees do cool streets, I never denied [that]. :: trees do cool streets
what is normal :: Some dogs cough after the jab. [This] is normal. :: some dogs cough after the jab
what is not accepted :: The plant emits soot. The mayor does not accept [that]. :: the plant emits soot
"""


def _cells(table: str) -> list[list[str]]:
    """Return the cells of a table's lines."""
    return [line.split(" :: ") for line in table.strip().splitlines()]


@pytest.mark.parametrize(("shows", "text", "wanted"), _cells(PEOPLE))
def test_what_a_noun_or_clause_says_of_somebody_tells_people_from_things(
    shows: str, text: str, wanted: str, stands_for: Resolver
) -> None:
    """A trade or "who" tells that a person is meant, whom "it" does not stand for and "she" does."""
    assert stands_for(text) == wanted, shows


@pytest.mark.parametrize(("shows", "text", "wanted"), _cells(COUNTED))
def test_a_number_of_them_is_of_what_they_stand_for(shows: str, text: str, wanted: str, stands_for: Resolver) -> None:
    """Fractions and high numbers of "them" count what was named; "one another" and "those who" name nothing before."""
    assert stands_for(text) == wanted, shows


@pytest.mark.parametrize(("shows", "text", "wanted"), _cells(SAID))
def test_that_stands_for_the_clause_just_said(shows: str, text: str, wanted: str, stands_for: Resolver) -> None:
    """What is denied behind a comma, called normal or not accepted is the clause before."""
    assert stands_for(text) == wanted, shows
