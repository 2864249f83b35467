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
who is called by the first name :: Cal Fisk wrote a letter. The nurse read it. Cal swims. [His] dog barks. \
:: cal fisk
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

ONE = """
any of what was named :: Pilots need a licence. Without [one] nobody flies. :: licence
any of several that were brought up :: What about alarms? They are cheap now. Every home needs [one]. :: alarm
none of what is no count :: Water is wet. Without [one] nobody swims. :: -
"""

MATTER = """
what nobody sells :: The wax eases soreness. The shop never sold [it]. :: wax
a rate that nobody swallows :: What counts is the cure rate. Nobody swallows [it]. :: -
a book is what was written :: The Hurst study of dust cost money. The dust on the shelf is red. [It] is an old study. \
:: hurst study of dust
"""

AGAIN = """
what the same verb was said of :: Boiling removes chlorine. Jugs remove little of [it]. :: chlorine
what more is said of :: Lime keeps whitewash dry. [It] also kills moss. :: lime
the one just spoken of :: Pain kept Ann awake. She found an oil. She swallowed it daily, and [it] vanished. :: oil
whose clause is beside :: Lead harms us. Lead is old. Jugs remove very little; osmosis units remove most, but [they] \
cost a lot. :: osmosis unit
a share of them leads :: A third of the guests dropped their keys. [Most] were old. :: guest
no part of who swears :: Some of my pupils depend on [them]. :: -
who speaks is not spoken of :: The mill grinds rye. Kim: Is [it] dear? :: mill
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


@pytest.mark.parametrize(("shows", "text", "wanted"), _cells(ONE))
def test_one_is_any_of_a_kind_just_named(shows: str, text: str, wanted: str, stands_for: Resolver) -> None:
    """What "a" or a plural named last is meant by "one", and nothing that is not counted."""
    assert stands_for(text) == wanted, shows


@pytest.mark.parametrize(("shows", "text", "wanted"), _cells(MATTER))
def test_a_verb_or_noun_tells_matter_from_what_is_none(
    shows: str, text: str, wanted: str, stands_for: Resolver
) -> None:
    """Rates and pains are neither sold nor swallowed, and what is called a study is a writing."""
    assert stands_for(text) == wanted, shows


@pytest.mark.parametrize(("shows", "text", "wanted"), _cells(AGAIN))
def test_what_was_said_before_tells_who_is_meant(shows: str, text: str, wanted: str, stands_for: Resolver) -> None:
    """The same verb, the clause beside, "also" and a share of a noun each tell what a pronoun goes on about."""
    assert stands_for(text) == wanted, shows


def test_a_heading_is_not_about_the_last_thing_above_it(stands_for: Resolver) -> None:
    """A short question over a paragraph asks about what the page is about, not about what ended the one above."""
    text = """What the bridge toll means for you

The bridge toll pays for the bridge. Drivers like the toll. Few dodge the toll. The toll is low. A clerk keeps a dog.

Does [it] bite?

No.
"""
    assert stands_for(text) == "bridge toll"


def test_pronouns_inside_a_phrase_are_told_by_what_they_stand_for(claims_of: Claims) -> None:
    """What lies behind "it" and whom "her" belongs to is shown, and "one another" stays as it stands."""
    text = (
        "Glue sets fast. The proof behind it is thin. Ms Reed keeps bees. We share her view. Bees talk to one another."
    )
    found = claims_of(text)
    assert {c.subject.resolved for c in found} >= {"proof behind glue"}
    objects = [c.object for c in found if c.object is not None]
    assert {o.resolved for o in objects} >= {"view of ms reed"}
    assert {o.label for o in objects} >= {"view", "one another"}


def test_what_is_done_to_a_thing_is_named_by_that_thing(claims_of: Claims) -> None:
    """Burning it is burning glue, and it stinks."""
    found = claims_of("Glue sets fast. Burning it stinks.")
    assert [c.subject.label for c in found] == ["glue", "burn glue"]
