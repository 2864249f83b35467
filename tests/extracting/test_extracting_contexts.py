"""Who says it, on what grounds, of what, and within what bounds, on invented sentences about many things."""

import re
from collections.abc import Callable

import pytest

from claimgraph.model import Certainty, Claim, Mention

Reader = Callable[[str], tuple[Claim, ...]]

#: What it shows :: text :: subject :: the voice's label (expressions).
VOICE = """
named person :: Dr Ines Vale says the coating is brittle in frost. :: coating :: Vale
named person after the quote :: "The coating is brittle in frost," said Ines Vale. :: coating :: Vale
group :: Many farmers believe that rooks eat wireworms. :: rooks :: farmers
many :: Many believe that the spring is holy. :: spring :: many
studies show :: Studies show that hedges reduce noise. :: hedges :: studies
according to :: According to the harbour master, the quay is sinking by two inches a year. :: quay :: harbour master
nested :: Ines Vale says that surgeons report that the brace slips. :: brace :: surgeons
he added :: Tom Reed runs the mill. He says the wheel loses power in summer. :: wheel :: Reed|he
colon quote :: Ines Vale: "The coating is brittle in frost." :: coating :: Vale
according to a study at the end :: Hedges cut noise, according to a 2019 survey. :: hedges :: survey
whom they stands for :: I asked the garage about the brakes. They said the discs were worn. :: discs :: garage
whom they stands for, as doers :: Campaigners met. They say the dam kills salmon. :: dam :: campaigner
what no study showed :: Ines Vale read it. "The study did not show that the nets are weak," she said. :: nets :: Vale
after an interruption :: Trams are cheap, the mayor said, but the fleet is old. :: fleet :: mayor
the subject goes on after an interruption :: The levy costs jobs, critics say, but saves lives. :: levy :: critics
what came before that :: Masks return, the mayor announced, after the queues doubled. :: queues :: ^(?!.*mayor)
what a source did :: According to a letter it sent on Friday, the ferry leaks. :: ^it :: ^(?!.*letter)
the teller's remark :: Ann, he says, holds that tea heals, something vets have tested. :: vets :: ^(?!(ann|he)$)
whose argument :: The guild's argument is that trams save time. :: trams :: guild
whose, by a pronoun :: Ines Vale mends nets. Her fear is that the twine is weak. :: twine :: vale|she
whose, of a thing :: The lamp's weakness is that its bulb fails. :: bulb :: ^(?!(the )?lamp$)
who tells in the passive :: Owners were told by their vet that the collar is safe. :: collar :: vet
who was told by nobody named :: We were told that the collar is safe. :: collar :: unnamed others
told in passing by nobody named :: The collar, we are told, is safe. :: collar :: unnamed others
who was told several things :: Staff were promised two things: pay would rise, and rents would fall. :: rents :: others
who said several things :: The guild said two things: rents are falling, and wages are rising. :: wages :: guild
a colon behind no telling :: The guild paid for this: rents are falling, and fares are rising. :: fares :: ^(?!.*guild)
what people must be told :: Owners must be told that the collar is safe. :: collar :: ^(?!unnamed)
by its tense with the outer report :: Vale said that guards had told them that it was shut and that goods had been \
stolen. :: goods :: vale
by its tense with the inner report :: Vale said that guards had told them that it was shut and that goods were \
stolen. :: goods :: guards
in whose eyes :: To some, the levy is a tax on the poor. :: levy :: some
for whom as opponents :: For its critics the levy is a crime. :: levy :: critics
for whom it is good :: For gardeners the levy is a gift. :: levy :: ^(?!.*gardeners)
page says what nobody else says :: The coating is brittle in frost. :: coating :: page|text|coating
"""

#: What it shows :: text :: subject (expression) :: the evidence basis.
EVIDENCE = """
randomised trial :: In a randomised controlled trial, the brace prevented fractures. :: brace :: randomised-trial
study :: Studies show that hedges reduce noise. :: hedges :: study
animal :: The extract lowered blood pressure in rats. :: extract :: animal-study
laboratory :: In vitro, the extract kills yeast. :: extract :: laboratory-study
review :: A systematic review found that bibs reduce stains. :: bibs :: systematic-review
practice :: In our practice, the splint shortens recovery. :: splint :: practitioner-experience
testimonial :: I tried the balm for a month and the balm cleared my rash. :: balm :: testimonial
pictures :: The before and after photos show that the paint covers cracks. :: paint :: before-and-after-pictures
lecture :: In a lecture in Turin, she showed that the dye fades. :: dye :: lecture
none given :: The balm clears rashes. :: balm :: bare-assertion
explicitly none :: There is no evidence that the balm clears rashes. :: balm :: explicitly-none
"""

#: What it shows :: text :: what the subject stands for :: predicate or object (expressions).
REFERENCE = """
it across sentences :: The turbine stands on a ridge. It powers nine villages. :: turbine :: village
they across sentences :: Otters returned to the river in 2004. They eat crayfish. :: otter :: crayfish
this treatment :: Biochar was spread on the field. This treatment raised yields. :: biochar :: yield
its :: The lighthouse was rebuilt. Its lamp reaches twenty miles. :: lighthouse :: mile
acronym defined in the text :: Low-emission zones (LEZs) ban old vans. LEZs reduce soot. :: low.emission zone :: soot
within the clause above :: The council says the bus pays for itself because it saves fuel. :: bus :: fuel
relative pronoun :: Goats that live on the bank destroy the orchids. :: goat :: bank
"""

#: What it shows :: text :: kind (expression) :: words it holds :: unit of its quantity.
QUALIFIER = """
duration :: The paint lasts for ten years. :: duration|time :: year :: day
range :: The bulbs flower after 4-6 weeks. :: time|duration :: weeks :: day
share :: About 40% of the hedges were removed. :: share :: 40 :: percent
share in words :: One in five lamps fails within a year. :: share :: One in five :: percent
money :: The permit costs £250. :: money :: 250 :: gbp
money range :: The repair costs $3,000-$4,000. :: money :: 3,000 :: usd
concentration :: The feed contains 5 mg of zinc per litre. :: concentration|dose|quantity :: 5 mg :: any
frequency :: The tram runs four times a day. :: frequency :: four times :: any
population :: The brace reduces falls in older women. :: population :: women :: any
comparator :: Trams carry more passengers than buses. :: comparator :: bus :: any
at least :: The tank holds at least 300 litres. :: quantity|volume :: 300 :: any
sessions :: The course takes three sessions. :: sessions|quantity :: three :: any
condition :: The tower sways when the wind rises. :: condition :: wind :: any
hedge cue kept :: Lime may neutralise the soil. :: hedge :: may :: any
negation cue kept :: The pump does not need oil. :: negation :: not :: any
"""


def cells(table: str) -> list[list[str]]:
    """Return the cells of a table's lines."""
    return [line.split(" :: ") for line in table.strip().splitlines()]


def found(pattern: str, *mentions: Mention | None) -> bool:
    """Say whether an expression matches any wording of a mention."""
    words = " | ".join(f"{m.text} | {m.resolved or ''} | {m.label}" for m in mentions if m)
    return bool(re.search(pattern, words, re.IGNORECASE))


@pytest.mark.parametrize(("shows", "text", "subject", "voice"), cells(VOICE))
def test_each_claim_has_the_voice_that_makes_it(
    shows: str, text: str, subject: str, voice: str, claims_of: Reader
) -> None:
    """A named person, a group or a study speaks where the text says so, the page elsewhere."""
    labels = [claim.voice.label for claim in claims_of(text) if found(subject, claim.subject)]
    assert any(re.search(voice, label, re.IGNORECASE) for label in labels), shows


def test_reported_voices_nest(claims_of: Reader) -> None:
    """Who reports whom is kept, down to the page."""
    claims = claims_of("Ines Vale says that surgeons report that the brace slips.")
    chains = [[voice.label for voice in claim.voice.chain()] for claim in claims if found("brace", claim.subject)]
    assert chains[0][:2] == ["surgeons", "Ines Vale"]


@pytest.mark.parametrize(("shows", "text", "subject", "basis"), cells(EVIDENCE))
def test_each_ground_is_named(shows: str, text: str, subject: str, basis: str, claims_of: Reader) -> None:
    """The evidence that a claim names for itself is told by its words."""
    assert basis in {claim.evidence for claim in claims_of(text) if found(subject, claim.subject)}, shows


@pytest.mark.parametrize(("shows", "text", "stands_for", "rest"), cells(REFERENCE))
def test_each_pronoun_stands_for_what_a_reader_takes_it_for(
    shows: str, text: str, stands_for: str, rest: str, claims_of: Reader
) -> None:
    """Pronouns and descriptions are resolved across sentences, and the words that stand in the text are kept."""
    claims = [claim for claim in claims_of(text) if found(rest, claim.predicate, claim.object)]
    assert any(found(stands_for, claim.subject) for claim in claims), shows
    assert all(claim.subject.text in text for claim in claims)


@pytest.mark.parametrize("row", cells(QUALIFIER), ids=lambda row: row[0])
def test_each_qualifier_is_kept(row: list[str], claims_of: Reader) -> None:
    """What narrows a claim is kept with its words, numbers with a unit made comparable."""
    _, text, kind, words, unit = row
    kept = [q for c in claims_of(text) for q in c.qualifiers if re.fullmatch(kind, q.kind) and words in q.text]
    assert kept
    assert unit == "any" or unit in {q.quantity.unit for q in kept if q.quantity}


@pytest.mark.parametrize(
    ("text", "certainty"),
    [
        ("In some spaniels the gene causes deafness.", Certainty.HEDGED),
        ("For certain people the pill causes nausea.", Certainty.HEDGED),
        ("In some 40 towns the levy raised rents.", Certainty.ASSERTED),
        ("For some time the mill was empty.", Certainty.ASSERTED),
        ("Some trials found that the brace shortened recovery.", Certainty.HEDGED),
        ("Some say that the well is dry.", Certainty.HEDGED),
        ("Some 300 doctors said that the pill works.", Certainty.ASSERTED),
        ("Some apples contain worms.", Certainty.ASSERTED),
        ("The firm lost some of its money.", Certainty.ASSERTED),
        ("The dye is found in some rivers.", Certainty.ASSERTED),
    ],
)
def test_what_holds_for_some_alone_is_hedged(text: str, certainty: Certainty, claims_of: Reader) -> None:
    """Where or for whom alone a thing holds, or who alone finds it, weakens it; a part as subject or object, not so."""
    assert [c.certainty for c in claims_of(text)] == [certainty]
