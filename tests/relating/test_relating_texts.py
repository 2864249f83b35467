"""What two texts on any subject say of each other once their claims are read and related, no pack at hand."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

import pytest

from claimgraph.extracting import extract, lexicon
from claimgraph.knowledge.loading import core_pack
from claimgraph.language.parsing import parse
from claimgraph.language.similarity import VectorSimilarity
from claimgraph.model import Claim, RelationType
from claimgraph.reading import document_from_text
from claimgraph.relating import Background, relate

if TYPE_CHECKING:
    from spacy.language import Language

#: What it shows :: what is wanted, with the kind where it matters :: one text :: the other.
PAIRS = """
harm denied and told :: conflict contradictory :: No side effects have been reported with the feed. :: The feed causes serious side effects.
harm denied, one harm told :: conflict contrary :: The tea has no side effects. :: The tea causes headaches.
safe, a mild harm :: none :: The tea is safe. :: The tea may cause mild side effects.
safe, a grave harm :: conflict contrary :: The vaccine is safe. :: The vaccine causes severe complications.
no harm is a ground for safe :: support entailed :: The herb has no side effects. :: The herb is safe.
safe, but nobody looked :: conflict evidence :: The gel is safe. :: The long-term side effects of the gel have not been studied.
harmless, but not established :: conflict evidence :: The gel is harmless. :: The safety of the gel has not been established.
a noun made of the verb, as its effect :: conflict contradictory :: The levy does not change what people buy. :: The change is due to the levy.
a noun made of another verb :: none :: The levy does not change what people buy. :: The fire is due to the levy.
the other is said hardly to matter :: support entailed :: Soil matters more than sunlight. :: Sunlight hardly mattered.
another thing is said hardly to matter :: none :: Soil matters more than sunlight. :: Rain hardly mattered.
ranked, though nobody compared :: conflict evidence :: Slate is better than thatch. :: There have been no trials that compare slate with thatch.
other things were not compared :: none :: Slate is better than thatch. :: There have been no trials that compare slate with copper.
a risk of two things is one of either :: support same :: Tea is linked to a lower risk of asthma and liver disease. :: Tea drinkers have a lower risk of asthma.
a risk of two things is none of a third :: none :: Tea is linked to a lower risk of asthma and liver disease. :: Tea drinkers have a lower risk of stroke.
harm of one thing is none of another :: none :: The tea has no side effects. :: Coffee causes headaches.
to hinder what nobody wants is to work :: conflict contradictory :: Speed bumps cut accidents. :: Speed bumps do not work.
to bring what is sought is to work :: support entailed :: Meditation improves sleep. :: Meditation is effective.
to hinder what may be wanted is neither :: none :: Traffic lights cut speed. :: Traffic lights do not work.
no evidence that it works :: conflict contradictory :: Copper bracelets relieve pain. :: There is no evidence that copper bracelets work.
one lasts longer than it lasts :: conflict timing :: The fridge lasts about fifteen years. :: The fridge wears out within five years.
what wears out is another thing :: none :: The fridge lasts about fifteen years. :: The dishwasher wears out within five years.
one time told in two units :: support same :: The repair lasts 14 days. :: The repair ends after two weeks.
it begins in two years :: conflict timing :: The school was founded in 1870. :: The school was founded in 1923.
it began and it closed :: none :: The school was founded in 1870. :: The school was closed in 1923.
time to dry, told two ways :: conflict timing :: The paint dries within two hours. :: The paint needs a full day to dry.
time to dry and to peel :: none :: The paint dries within two hours. :: The paint needs a full year to peel.
heads alike that go on apart :: none :: The staff are happy to answer questions. :: The staff are happy to work nights.
half the size is smaller :: conflict comparison :: Wrens are half the size of sparrows. :: Sparrows are smaller than wrens.
a multiple of the price :: conflict comparison :: The new pump is three times the price of the old pump. :: The new pump is cheaper than the old pump.
a multiple of another measure :: none :: The tower is twice the height of the church. :: The tower is wider than the church.
an inverse link lowers :: support same :: Salt intake is inversely related to bone density. :: Salt intake lowers bone density.
links that go two ways :: conflict contrary :: Coffee is positively associated with gout. :: Coffee correlates negatively with gout.
what is kept is not lost :: support entailed :: The herb preserves muscle. :: The herb does not cause significant muscle loss.
what is kept in part may be lost elsewhere :: none :: The herb preserves calf muscle. :: The herb does not cause muscle loss.
one trouble under two heads :: support same :: Salt does not raise the risk of heart disease. :: Salt does not lead to heart problems.
each of two joined subjects :: conflict contradictory :: Zinc and iron supplements cause ulcers. :: Iron supplements do not cause ulcers.
what its role is, it does :: conflict contradictory :: The main role of the valve is to stop leaks. :: The valve does not stop leaks.
shares with room for one another :: none :: A third of the pupils passed the exam. :: Half of the pupils failed the exam.
shares without room :: conflict contradictory :: Eight in ten tenants pay on time. :: Half of tenants do not pay on time.
one share affirmed and denied :: none :: Thirty per cent of farmers use the app. :: Thirty per cent of farmers do not use the app.
how often it comes :: conflict timing :: The ferry comes every ten minutes. :: The ferry comes only once an hour.
how often it comes, and how long it takes :: none :: The ferry comes every ten minutes. :: The ferry takes an hour.
not before a month later :: conflict timing :: The pool opens in May. :: The pool does not open until July.
not before that month :: support same :: The pool opens in July. :: The pool does not open until July.
what ended may begin again :: none :: The talks ended in March. :: The talks started in October.
what it weighs :: conflict quantity :: The parcel weighs 3 kg. :: The parcel has a weight of five kilograms.
what it weighs and costs :: none :: The parcel weighs 3 kg. :: The parcel costs 5 euros.
no more than so many :: conflict quantity :: The bridge carries 40 tonnes. :: The bridge carries no more than 25 tonnes.
no more than enough :: support same :: The bridge carries 20 tonnes. :: The bridge carries no more than 25 tonnes.
what there is in it :: conflict quantity :: The pill contains 50 mg of zinc. :: There are 20 mg of zinc in the pill.
what else there is in it :: none :: The pill contains 50 mg of zinc. :: There are 20 mg of iron in the pill.
how many live there :: conflict quantity :: The village has 300 inhabitants. :: Just 120 people live in the village.
how many work there :: none :: The village has 300 inhabitants. :: Just 120 people work in the village.
a cause with a passive :: conflict contradictory :: Honey relieves a cough. :: A cough is not relieved by honey.
another cause with a passive :: none :: Honey relieves a cough. :: A cough is not relieved by tea.
what falls under a cause :: conflict contrary :: The drug increases blood pressure. :: Blood pressure falls under the drug.
what falls under another :: none :: The drug increases blood pressure. :: Blood pressure falls under the diet.
higher and lower along with it :: conflict contrary :: Noise is associated with higher crime. :: Noise is associated with lower crime.
higher one, lower the other :: none :: Noise is associated with higher crime. :: Noise is associated with lower rents.
who drinks it has a lower risk :: conflict contrary :: Tea drinkers have a lower risk of gout. :: Tea raises the risk of gout.
who drinks something else :: none :: Coffee drinkers have a lower risk of gout. :: Tea raises the risk of gout.
a verb and its particle :: conflict contradictory :: The letters were sent back. :: The letters were not returned.
a verb and another particle :: none :: The letters were sent back. :: The letters were not sent out.
opposites no dictionary pairs :: conflict contrary :: The landlord permits pets. :: The landlord forbids pets.
opposites of different things :: none :: The landlord permits pets. :: The landlord forbids smoking.
going on and cutting off :: conflict contrary :: The heater keeps on. :: The heater cuts out.
total nonsense is nonsense :: conflict contradictory :: The horoscope is nonsense. :: The horoscope isn't complete nonsense.
no harm, and a loss :: conflict contradictory :: Frost does not harm the harvest. :: Frost can cost half of the harvest.
no harm, and a price :: none :: The pump does not harm the garden. :: The pump costs 300 euros for a garden.
the body and those who have one :: support same :: Regular smokers develop a tolerance. :: The body builds up a tolerance.
the body, and what a crowd does :: none :: Regular smokers develop a plan. :: The body builds up a tolerance.
heavier is what weighs more :: conflict comparison :: The laptop is heavier than the tablet. :: The tablet weighs more than the laptop.
heavier is not what costs more :: none :: The laptop is heavier than the tablet. :: The tablet costs more than the laptop.
the new one is the new law :: support converse :: The new law is longer than the old one. :: The old law is shorter than the new one.
done faster, another deed :: none :: Cotton dries faster than linen. :: Linen creases more quickly than cotton.
done faster, one deed :: conflict comparison :: Cotton dries faster than linen. :: Linen dries more quickly than cotton.
what a rise is put down to :: conflict contradictory :: The tax raised prices. :: Prices did not go up because of the tax.
what a rise is put down to, another :: none :: The tax raised prices. :: Prices did not go up because of the strike.
higher with one than without :: conflict contrary :: Mulch lowers yields. :: Yields were higher with mulch.
higher with another :: none :: Mulch lowers yields. :: Yields were higher with manure.
what is raised is increased :: conflict contrary :: Lime raises the yield. :: Lime lowers the yield.
nothing to do with it :: conflict contradictory :: The dam caused the flood. :: The flood had nothing to do with the dam.
nothing to do with another :: none :: The dam caused the flood. :: The flood had nothing to do with the storm.
a fall there was :: conflict contrary :: Traffic in the town rose. :: There was a fall in traffic in the town.
supplement and dose of one thing :: conflict contradictory :: No dose of zinc prevents colds. :: Zinc supplements prevent colds.
dose of another thing :: none :: No dose of zinc prevents colds. :: Iron supplements prevent colds.
less than with a placebo is still an effect :: conflict contradictory :: Garlic lowers cholesterol compared with placebo. :: Garlic does not lower cholesterol.
less than with a rival is a comparison :: none :: Garlic lowers cholesterol compared with statins. :: Garlic does not lower cholesterol.
too little of it harms, more of it helps :: support entailed :: Low levels of iron raise the risk of stunted growth. :: Iron lowers the risk of stunted growth.
too little of it harms, more of it does nothing :: none :: Iron deficiency raises the risk of stunted growth. :: Iron supplements do not lower the risk of stunted growth.
a low dose is no lack :: conflict contrary :: A low dose of aspirin raises the risk of bleeding. :: Aspirin lowers the risk of bleeding.
to catch it is to have it :: conflict contradictory :: Garlic prevents catching flu. :: Garlic does not prevent flu.
two of three joined :: support same :: Mulch is good for carrots and leeks. :: Mulch is good for leeks.
the same words in another order :: conflict contradictory :: Blue light harms the quality of sleep. :: Blue light does not harm sleep quality.
addictive is what brings addiction :: conflict contradictory :: Sugar is addictive. :: Sugar does not cause addiction.
addictive, and another harm :: none :: Sugar is addictive. :: Sugar does not cause dehydration.
a sedative effect is sedative :: conflict contradictory :: Lavender has a sedative effect. :: Lavender is not sedative.
a dear option is dear :: conflict contrary :: A heat pump is an expensive option. :: A heat pump is cheap.
cleaner, and worse :: conflict comparison :: Trams are cleaner than buses. :: Trams are worse than buses.
smaller, and worse :: none :: Trams are longer than buses. :: Trams are worse than buses.
rent of one and of the other :: conflict comparison :: The rent of the flat exceeds that of the house. :: The house has a higher rent than the flat.
myths of two pages :: none :: This myth is true. :: This myth is false.
how sure a statistic is :: none :: The yield was 20% higher (95% CI 12 to 28). :: The herd was 40% smaller (95% CI 31 to 49).
"""


def cases() -> list[object]:
    """Return the lines of the table, each named by what it shows."""
    rows = [line.split(" :: ") for line in PAIRS.strip().splitlines()]
    return [pytest.param(*rest, id=shows) for shows, *rest in rows]


@pytest.fixture(scope="module")
def background() -> Background:
    """The core pack, indexed once."""
    return Background(core_pack())


def claims_of(texts: Sequence[str], model: "Language") -> list[Claim]:
    """Return the claims of several texts, each a document of its own."""
    documents = [document_from_text(text, f"text{number}") for number, text in enumerate(texts)]
    known = lexicon(core_pack())
    return [claim for parsed, _ in parse(documents, model) for claim in extract(parsed, known)]


@pytest.mark.parametrize(("wanted", "first", "second"), cases())
def test_two_texts_are_related_as_a_reader_would(
    wanted: str, first: str, second: str, model: "Language", background: Background
) -> None:
    """Each pair of texts on an everyday subject stands in the relation named, and in none where none is named."""
    found, _, _ = relate(
        claims_of((first, second), model),
        background.pack,
        background=background,
        similarity=VectorSimilarity(model.vocab),
    )
    told = {f"{r.type} {r.kind}" for r in found if r.type is not RelationType.APPARENT}
    assert wanted in told if wanted != "none" else not told


def test_two_respects_compared_in_one_sentence_are_two_relations(model: "Language", background: Background) -> None:
    """Where two sentences compare the same two things in two respects, each respect is a relation of its own."""
    said = claims_of(
        (
            "The gel has a quicker onset and stronger relief than the spray.",
            "Nurses say that the gel has a quicker onset and stronger relief than the spray.",
        ),
        model,
    )
    found, _, _ = relate(said, background.pack, background=background)
    compared = {slot.source for r in found for slot in r.slots if slot.slot == "dimension"}
    assert [r.type for r in found] == [RelationType.SUPPORT] * 2
    assert len(compared) == 2


@pytest.mark.parametrize(("cause", "wanted"), [("frost", 1), ("rain", 0)])
def test_on_one_page_a_cause_is_told_and_denied(
    cause: str, wanted: int, model: "Language", background: Background
) -> None:
    """What a page says something comes of conflicts with its saying that it had nothing to do with it."""
    between = "Three growers met in the barn that week to go through the books of the last ten years."
    text = f"The yield fell because of the {cause}. {between} The frost had nothing to do with it."
    near = VectorSimilarity(model.vocab)
    found, _, _ = relate(claims_of((text,), model), background.pack, background=background, similarity=near)
    assert [r.type for r in found].count(RelationType.CONFLICT) == wanted
