"""Whom and what a page counted, heard or singled out before it goes on about them, on invented passages."""

from collections.abc import Callable

import pytest

from claimgraph.model import Claim

Claims = Callable[[str], tuple[Claim, ...]]
Resolver = Callable[[str], str]

#: What it shows :: text with one pronoun in brackets :: label of what it stands for, "-" for nothing.
COUNTED = """
a part of a number :: The lab bought nine kettles. [Three] of the nine were cracked. :: kettle
a share of a number :: We tried ten locks. [Half] of the ten were rusty. :: lock
as many again :: The lab bought nine kettles. Three of the nine were cracked. All [three] run on gas. :: kettle
no number of anything :: Rain fell. [Two] of the six were wet. :: -
a name behind the best :: We weighed twelve helmets. The [best], the Orlo Ridge, was no warmer. :: orlo ridge
what a superlative singled out :: The worst, the Vasco Pronto, was dear. [It] also gave off fumes. :: vasco pronto
the best by itself :: We weighed two helmets. The [best] is yet to come. :: -
"""

PEOPLE = """
people who do something :: People who nap at noon are calm, but [they] tend to be late. :: people who nap at noon
the ones who do it :: The ones who drank tea took fewer breaks. But [they] went home. :: ones who drank tea
those who do it :: Those who drank tea took fewer breaks. [They] were also calm. :: those who drank tea
all of them behind a comma :: Cyclists, who pay no tax, use the bridge. [They] are fast. :: cyclist
less of a thing :: The mill took fewer breaks. [They] were short. :: -
two who are heard :: The mayor says the dam is safe. The union says it is not. [They] ask two things. :: mayor and union
several things that are told of :: The mill says figs are dear. The shop says figs sell. [They] cost 9 pounds. :: fig
"""

LIKELY = """
what is unlikely to be so :: Rye is a crop. It is old. The mayor says [it] is unlikely to be safe. :: rye
what is likely to be done :: The bridge is old. [It] is likely to be sold. :: bridge
what the weather is likely to do :: The bridge is old. [It] is likely to rain. :: -
what is announced :: The bridge is old. [It] is unlikely to be easy to mend the arch. :: -
what a span is not :: Lye's shelf life in sheds is long. The mayor says [it] is toxic. :: lye
"""


def _cells(table: str) -> list[list[str]]:
    """Return the cells of a table's lines."""
    return [line.split(" :: ") for line in table.strip().splitlines()]


@pytest.mark.parametrize(("shows", "text", "wanted"), _cells(COUNTED))
def test_a_number_and_a_superlative_pick_out_of_what_was_counted(
    shows: str, text: str, wanted: str, stands_for: Resolver
) -> None:
    """Three "of the nine" are of the nine kettles, and "the worst" is what a name behind it says."""
    assert stands_for(text) == wanted, shows


@pytest.mark.parametrize(("shows", "text", "wanted"), _cells(PEOPLE))
def test_they_are_just_the_people_told_of(shows: str, text: str, wanted: str, stands_for: Resolver) -> None:
    """Who drank tea is not people at large, and two who are heard one after the other are meant together."""
    assert stands_for(text) == wanted, shows


@pytest.mark.parametrize(("shows", "text", "wanted"), _cells(LIKELY))
def test_what_is_likely_to_be_so_was_named_before(shows: str, text: str, wanted: str, stands_for: Resolver) -> None:
    """Only the weather and what a later clause tells leave "it" empty before "likely"."""
    assert stands_for(text) == wanted, shows


def test_which_ones_are_meant_is_no_claim(claims_of: Claims) -> None:
    """That the ones who drank tea did drink it says nothing of anybody."""
    found = claims_of("The ones who drank tea slept.")
    assert [(c.subject.label, c.predicate.label) for c in found] == [("ones who drank tea", "sleep")]


#: What it shows :: text :: subject, verb and object of the claim.
TORN = """
costs behind a number :: A hall of 300 costs more than a car. :: hall of 300 | cost more than | car
what is done to a number :: Heating a hall of 300 costs £90. :: heat hall of 300 | costs | £90
who is told at length :: Pupils at schools with strict bans spent 54 minutes less a day on their notes. \
:: pupil | spend on | note
"""


@pytest.mark.parametrize(("shows", "text", "wanted"), _cells(TORN.replace("\\\n", "")))
def test_a_verb_behind_a_long_subject_is_found(shows: str, text: str, wanted: str, claims_of: Claims) -> None:
    """A verb taken for a noun that is counted, or for what is told of a noun inside its subject, is the sentence's."""
    found = [(c.subject.label, c.predicate.label, c.object.label if c.object else "-") for c in claims_of(text)]
    assert found == [tuple(wanted.split(" | "))], shows


def test_initials_are_nobodys(stands_for: Resolver) -> None:
    """A body that goes by its initials is no "he", even where it says something."""
    assert stands_for("A farmer rang. IARC says it may be so. Then it rained. [His] wheat fell.") == "farmer"
