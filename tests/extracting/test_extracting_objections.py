"""What a page says of those it reports, in the sentence that reports them; and how far a named source reaches."""

from collections.abc import Callable

import pytest

from claimgraph.model import Claim

Reader = Callable[[str], tuple[Claim, ...]]

#: What it shows :: text :: words of a quote :: whose claim it is.
OBJECTIONS = """
a caveat on a trial is the page's :: A trial found that clerks who were lent a bike slept by ten, although the trial \
had only 20 people. :: only 20 people :: text
so is one behind a but :: A survey of sailors found that ginger helps, but the survey was paid for by growers. \
:: growers :: text
a finding stays the trial's :: A trial found that figs help, but the gain was small. :: small :: A trial
what is not proved :: Makers claim that these beads feed roots, though this has not been tested in gardens. \
:: gardens :: text
what a columnist says of a person :: Dr Moss thinks fewer dogs have ticks, though she is careful about it. \
:: careful :: text
what the person says herself :: Dr Moss said she took the pill, though she was well. :: took :: Dr Moss
a source named at a clause's end ends there :: Rents have risen, according to the council, and today you hear hammers. \
:: hammers :: text
what shares the subject is of one source :: Rents have risen, according to the council, and fallen again. \
:: fallen :: the council
a source named first goes on :: According to the council, rents rose and wages have fallen. :: wages :: the council
a name behind its kind :: Pumps sold out, according to shopping site Harbour. :: Pumps :: shopping site Harbour
whose view opens a sentence :: In Birch's view the valve will last and it is cheaper. :: cheaper :: Birch
not what is set against the view :: In Birch's view the valve will last but the seal is dry. :: seal :: text
what befell the speaker :: The maker claims that the glue is safe, but it burned me. :: burned :: text
what the speaker is to do is advice :: My vet said that it works, but I should wait. :: wait :: My vet
a report before a colon :: Ada Moss is an actor. Fares are high, she says: one in ten is paid. :: Fares :: Ada Moss
what narrows a noun beside a torn clause :: The Paint Council said the review had lumped together products that are \
not comparable and that newer milled forms are better absorbed. :: comparable :: The Paint Council
what one does then :: My vet said it was ticks and gave me drops, which did nothing. :: nothing :: text
"""


@pytest.mark.parametrize("row", [r.split(" :: ") for r in OBJECTIONS.strip().split("\n")], ids=lambda row: row[0])
def test_who_says_what_beside_a_report(row: list[str], claims_of: Reader) -> None:
    """A report reaches as far as whoever it names speaks; what the page adds is the page's."""
    _, text, words, voice = row
    found = {c.voice.label for c in claims_of(text) if words in c.quote.exact}
    assert found == {voice}


@pytest.mark.parametrize(
    "text",
    [
        "Vans were twice as likely as cars to be stopped.",
        "Cyclists are 1.6 times as likely as walkers to fall.",
        "Bakers are less likely than clerks to be ill.",
    ],
)
def test_a_measured_likelihood_is_no_doubt(text: str, claims_of: Reader) -> None:
    """How much likelier a thing is for some than for others is asserted, and only of those it is told of."""
    [claim] = claims_of(text)
    assert (claim.certainty.value, claim.subject.text) == ("asserted", text.split(maxsplit=1)[0])


def test_a_no_inside_a_list_denies_its_own_thing_alone(claims_of: Reader) -> None:
    """What "and no" joins to a list that is affirmed is denied."""
    said = [(c.object.text, c.polarity.value) for c in claims_of("The van had two seats and no heater.") if c.object]
    assert said == [("two seats", "positive"), ("no heater", "negative")]


def test_what_people_are_told_they_should_do_is_a_duty(claims_of: Reader) -> None:
    """Advice that "should" gives to those it is told to is no doubt."""
    found = claims_of("The nurse told clerks that they should lift less each week.")
    assert {(c.voice.label, c.certainty.value) for c in found} == {("The nurse", "asserted")}


def test_a_clause_in_a_row_of_nouns_is_what_trials_suggest(claims_of: Reader) -> None:
    """A plural between nouns behind a verb of thinking is a verb."""
    [claim] = claims_of("Small trials suggest salt damages steel in boats.")
    assert (claim.subject.text, claim.voice.label, claim.certainty.value) == ("salt", "Small trials", "hedged")
