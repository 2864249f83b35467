"""Constructions that say a thing another way, on invented sentences of many subjects: the claim is what is meant."""

from collections.abc import Callable

import pytest

from claimgraph.model import Claim, Polarity

Reader = Callable[[str], tuple[Claim, ...]]

#: What it shows :: text :: its claims as subject | predicate | object | polarity and certainty, all labels.
READINGS = """
as much so as another :: A heat pump is as quiet as a fridge. :: heat pump | be as quiet as | fridge | + asserted
as good as another, said by a study :: Studies show that walking is just as effective as pills. :: walking | is as \
good as | pill | + asserted
a verb done as well :: The new filter removes lead as effectively as the old filter. :: new filter \
| remove lead as effectively as | old filter | + asserted; new filter | removes | lead | + asserted
at least as much so :: Goat milk is at least as healthy as cow milk. :: goat milk | is worse than | cow milk | - \
asserted
not as much so :: Diesel is not as clean as gas. :: diesel | be less clean than | gas | + asserted
a denial goes only as far as the standard :: The ferry does not carry freight as cheaply as trains. :: ferry | be \
less cheap than | train | + asserted
a date is no equal :: Leaves fell as early as August. :: leaf | falls | - | + asserted
twice as much is no equal :: Steel is twice as heavy as titanium. :: steel | is \
| twice as heavy as titanium | + asserted
as well as a second thing :: The farm sells milk as well as cheese. :: farm | sells | milk | + asserted; farm | sells \
| cheese | + asserted
an equal under a condition :: If tea were as strong as coffee, people would drink it. :: people | drink | coffee | + \
hedged
another kind of the same :: The wooden bridge is stronger than the steel one. :: wooden bridge | is stronger than | \
steel bridge | + asserted
several of another kind :: Old pumps leak less than new ones. :: old pump | leak less than | new pump | + asserted
an old one of no other kind :: Young farmers prefer old ones. :: young farmer | prefer | old one | + asserted
a name has no other kind :: EVs are cheaper than petrol-powered ones. :: ev | is cheaper than | petrol-powered one | \
+ asserted
what a sentence goes on to call a myth :: Many farmers think that slurry improves soil, but this is a myth. :: slurry \
| improves | soil | + hedged; slurry | improves | soil | - asserted
what has been disproven since :: Some say that gulls carry the plague, but this has been disproven many times. :: \
gull | carries | plague | + hedged; gull | carries | plague | - asserted
what has been proven since :: Some say that gulls carry the plague, and this has been proven. :: gull | carries | \
plague | + hedged; gulls carry the plague | is proven for | - | + asserted
what the next sentence calls false :: It is claimed that moss kills lawns. This is false. :: moss | kills | lawn | - \
asserted
what the next sentence calls not true :: Cats always land on their feet. That is not true. :: cat | land on | foot | \
- asserted
what the next sentence calls true :: Pigeons carry lice. This is true. :: pigeon | carries | lice | + asserted; \
pigeons carry lice | is | true | + asserted
what is not true of another thing :: Trams are slow. It is not true that they are noisy. :: tram | is | slow | + \
asserted; tram | is | noisy | - asserted
a denial called a myth stays open :: Milk does not cause acne. That is a myth. :: milk | causes | acne | - asserted; \
milk does not cause acne | is a | myth | + asserted
what is not the case with another :: Trams are loud. That is not the case with buses. :: tram | is | loud \
| + asserted; trams are loud | is a | case | - asserted
a question answered by a myth :: Does milk cause acne? This is a myth. :: milk | causes | acne | - asserted; \
milk cause acne | is a | myth | + asserted
a thought that is supported :: The results support the notion that noise raises stress. :: noise | raise | stress | + \
asserted
a thought that is contradicted :: The data contradict the idea that trams hurt small shops. :: tram | hurt | small \
shop | - asserted
a thought that is not supported :: The data do not support the idea that trams hurt small shops. :: datum | supports \
| idea that trams hurt small shops | - asserted; tram | hurt | small shop | - hedged
a thought that is undermined :: These findings undermine the theory that goats climb for fun. :: finding | weakens | \
theory | + asserted
a myth debunked :: The study debunks the myth that carrots improve sight. :: carrot | improves | sight | - asserted
a thing that is supported :: The union supports the ban that hurt shops. :: union | supports | ban | + asserted; ban \
| hurt | shop | + asserted
what the page concludes further :: Yields fell, further suggesting that mulch feeds weeds. :: yield | falls | - | + \
asserted; mulch | feed | weed | + hedged
what the coating is made :: The coating cracks, making it a poor choice for roofs. :: coating | crack | - | + \
asserted; coating | is a | poor choice | + asserted
what tablets are made :: The tablets are cheap, making them popular. :: tablet | is | cheap | + asserted; tablet | is \
| popular | + asserted
what a thing in doubt is made :: Frost harms the wall, making it a danger. :: frost | harms | wall | + asserted; \
frost | makes | wall danger | + asserted
what a law makes a crime :: The law makes it a crime to fish here. :: law | makes | crime fish | + asserted
sold with no evidence :: The tea is sold with no evidence of its benefits. :: tea | has | evidence of benefit | - \
asserted
built with no permit :: The dam is built with no permit. :: dam | be built with | permit | - asserted
a lack of evidence for its use :: Copper bracelets are popular despite a lack of evidence for their use. :: copper \
bracelet | is | popular | + asserted; evidence | there be for | use | - asserted
a lack of rain :: Despite a lack of rain, the crops grew. :: crop | grows | - | + asserted
of benefit :: Zinc has no benefit for colds. :: zinc | is good for | cold | - asserted
what the skin is protected from :: The balm protects the skin from frost. :: balm | protects | skin | + asserted; \
balm | prevents | frost | + asserted
a verb behind "and" that looks like a noun :: Debt can cause stress and trigger depression. :: debt | causes | stress \
| + hedged; debt | causes | depression | + hedged
a noun behind "and" with its own noun :: The tablets harm liver function and kidney health. :: tablet | harms | liver \
function | + asserted; tablet | harms | kidney health | + asserted
an onset that is delayed :: The vaccine delays disease onset by two weeks. :: vaccine | delays | disease onset | + \
asserted
who did it themselves :: Heat pump units themselves only need a service every two years. :: heat pump unit | requires \
| service | + asserted
those who did :: Those who meditated experienced pain relief. :: those who meditated | experiences | pain relief | + \
asserted
a name between dashes :: The silent killer — carbon monoxide — has no smell. :: carbon monoxide | is a | silent \
killer | + asserted; carbon monoxide | has | smell | - asserted
a name between dashes before any verb :: The happy hormone — serotonin — plays a role in digestion. :: serotonin | is \
a | happy hormone | + asserted; serotonin | is involved in | digestion | + asserted
what a participle goes on to show :: Wages stayed flat, showing migration is no threat. :: wage | stay | flat | + \
asserted; migration | is a | threat | - asserted
a participle in the content of a noun :: The region has added to the proof that fluoridated salt protects teeth from \
decay. :: region | add to | proof that fluoridated salt protects teeth from decay | + asserted; \
fluoridated salt | protects | tooth | + asserted; fluoridated salt | \
prevents | decay | + asserted
what is linked to a lower thing :: Studies have linked air pollution to lower birth weight. :: air pollution | is \
associated with | lower birth weight | + asserted
exposure that is linked to a thing :: Two studies have linked high noise exposure to lower marks in pupils. :: high \
noise exposure | is associated with | lower mark | + asserted
arms that are linked :: Friends linked arms to cross the road. :: friend | link | arm | + asserted
a noun and a gerund in one :: Gambling is habit forming. :: gambling | is | habit forming | + asserted
a thing that is made :: The firm is making money. :: firm | makes | money | + asserted
compounds of two qualities :: Milk is good for bone health and muscle function. :: milk | is good for | bone health | \
+ asserted; milk | is good for | muscle function | + asserted
what one burns :: The diet helps people burn fat. :: diet | burn | fat | + asserted
what one looks like :: He looks fat. :: he | look | fat | + asserted
a list behind a passive :: Smoking is linked to falls, cuts and bruises. :: smoking | is associated with | bruise | + \
asserted; smoking | is associated with | fall | + asserted; smoking | is associated with | cut | + asserted
a participle in a list :: The benefits include fewer falls, improved balance and better sleep. :: benefit | includes \
| fewer fall | + asserted; benefit | includes | improved balance | + asserted; benefit | includes | better sleep | + \
asserted
a compound with a hyphen :: The diet is plant-based. :: diet | is | plant-based | + asserted
made without a thing :: The soap is made without solvents. :: soap | has | solvent | - asserted; soap | be made \
without | solvent | + asserted
a denial before a quality :: Roads are generally not as quiet as paths. :: road | be less quiet than | path | + \
asserted
a list of what there is not :: There are small studies but no large trials, no standard dose, and no approved zinc \
treatment for colds. :: small study | there be | - | + asserted; large trial | there be | - | - asserted; standard \
dose | there be | - | - asserted; approved zinc treatment | there be for | cold | - asserted
what there is and is not :: There are ferries but no trains. :: ferry | there be | - | + asserted; train | there be | \
- | - asserted
a short form spelt out :: Electric Bus (EB) batteries last ten years. :: electric bus battery | lasts | - | + \
asserted
a short form in a compound :: Low-emission zones (LEZ) cut soot. The LEZ border moved. :: low-emission zone | cuts | \
soot | + asserted; low-emission zone border | move | - | + asserted
awake at night :: Noise keeps people awake at night. :: noise | keep awake | people | + asserted
a room that is left :: He left the house happy. :: he | leave | house | + asserted
a life of years :: Car tyres have a shelf life of six to ten years. :: car tyre | lasts | six to ten year | + \
asserted
a half-life :: The drug has a half-life of six hours. :: drug | has | half-life of six hour | + asserted
a life of another kind :: The toy has a life of its own. :: toy | has | life of own | + asserted
a range of years :: Tyres last anything between 5 and 10 years. :: tyre | lasts | - | + asserted
a level in units, which is safe :: The safe level is 0.7 mg per litre, which is considered safe. :: safe level | is a \
| 0.7 mg per litre | + asserted; safe level | is | safe | + asserted
the maker that lacks a thing :: The herb lacks a patent, making it a cheap option. :: herb | lacks | patent | + \
asserted; herb | is a | cheap option | + asserted
a gerund at the end of a heading :: Gambling is habit forming :: gambling | is | habit forming | + asserted
participles before a noun :: Safe loads are below currently accepted or recommended limits. :: safe load | falls \
below | accepted or recommended limit | + asserted
what is often suggested :: The few trials have had mixed results, often suggesting intermittent watering is no more \
effective than a daily soak. :: trial | has | mixed result | + asserted; intermittent watering | is better than | \
daily soak | - hedged

a generic range :: Car tyres generally last anything between 5 and 10 years. :: car tyre | lasts | - | + asserted
what costs are dwarfed by :: These costs are dwarfed by the savings. :: cost | be dwarfed by | saving | + asserted
an illness one is kept from catching :: Masks will not protect from catching flu, colds, and other infections. :: \
mask | prevents | infection | - asserted; mask | prevents | flu | - asserted; mask | prevents | cold | - asserted
an illness one is stopped from getting :: Taking zinc is unlikely to stop you from getting a head cold or the flu. :: \
zinc | prevents | head cold | - hedged; zinc | prevents | flu | - hedged
crops one is kept from eating :: The gate keeps dogs from eating crops. :: gate | prevents | dog eat crop \
| + asserted
what can help in doing a thing :: The gel can help in protecting skin against burns. :: gel | protects | skin | + \
hedged; gel | prevents | burn | + hedged; gel | helps | protect skin | + hedged
the function of a thing :: The main function of the valve is to control the flow of steam. :: valve | control | flow \
of steam | + asserted
the aim of a thing :: The aim of the levy is to cut waste. :: aim of levy | cuts | waste | + asserted
a good way :: Brushing is a good way to prevent decay. :: brushing | prevents | decay | + asserted
the best way :: Swimming is the best way to lose weight. :: swimming | is a | best way to lose weight | + asserted
not the best way :: Swimming is not the best way to lose weight. :: swimming | is a | best way to lose weight \
| - asserted
a subject taken for an object :: A trial is questioning the value of popular heating plans, finding a simple \
time-controlled pump is more effective at cutting use. :: trial | question | value of popular heating plan | + \
asserted; simple time-controlled pump | cuts | use | + asserted
a verb before a rare noun :: As a stimulant, caffeine mutes adenosine, leading to poor sleep. :: caffeine | mute | \
adenosine | + asserted; caffeine | causes | poor sleep | + asserted
who was not helped in a thing :: Experts said that pills had not helped the patients in preventing falls. :: pill | \
prevents | fall | - asserted; pill | helps | patient | - asserted
no news for a pronoun :: The good news is that a dead battery is no waste. Instead, it can be recycled. :: dead \
battery | is a | waste | - asserted; dead battery | be recycled | - | + hedged
a gel that works :: It has been proven that the gel works. :: gel | works | - | + asserted
the same word again :: Noise leads to stress and to poor sleep. :: noise | causes | poor sleep | + asserted; noise | \
causes | stress | + asserted
the same word twice again :: The drug is used for pain, for fever and for coughs. :: drug | is used for | pain | + \
asserted; drug | is used for | cough | + asserted; drug | is used for | fever | + asserted
safe and effective for :: The gel is safe and effective for burns. :: gel | is | safe | + asserted; gel | is | \
effective | + asserted; gel | works for | burn | + asserted
safe and effective for doing :: The gel has been shown to be safe and effective for treating burns. :: gel | is | \
safe | + asserted; gel | treats | burn | + asserted; gel | is | effective | + asserted
safe but not effective for :: The gel is safe but not effective for burns. :: gel | is | safe | + asserted; gel | is \
| effective | - asserted
one of the causes :: Damp is one of the main causes of mould. :: damp | contributes to | mould | + asserted
one of the cities :: Bristol is one of the cities of the west. :: bristol | is a | city of west | + asserted
"""


def _cells() -> list[list[str]]:
    """Return the cells of the table's rows."""
    return [[cell.strip() for cell in row.split(" :: ")] for row in f"{READINGS} ".splitlines() if " :: " in row]


def _said(claim: Claim, relation: Callable[[Claim], str]) -> str:
    """Return what a claim says, in labels."""
    sign = "+" if claim.polarity is Polarity.POSITIVE else "-"
    target = claim.object.label if claim.object is not None else "-"
    words = (claim.subject.label, relation(claim), target, f"{sign} {claim.certainty.value}")
    return " | ".join(words)


@pytest.mark.parametrize("row", _cells(), ids=lambda row: row[0])
def test_what_is_said_another_way_is_read_as_what_it_means(
    row: list[str], claims_of: Reader, relation: Callable[[Claim], str]
) -> None:
    """The sentence gives the claims of its row, and none besides."""
    _, text, expected = row
    wanted = [one.strip() for one in expected.split(";") if one.strip()]
    assert sorted(_said(claim, relation) for claim in claims_of(text)) == sorted(wanted)
