"""What is claimed, whether it is denied, and how firmly, on invented sentences about many things."""

import re
from collections.abc import Callable
from dataclasses import dataclass

import pytest

from claimgraph.model import Claim, Evidence, Polarity

Reader = Callable[[str], tuple[Claim, ...]]

#: What it shows :: text :: subject :: predicate or object (expressions) :: polarity :: certainty.
STRUCTURE = """
active :: Wolves hunt deer at night. :: wolves :: deer :: + :: asserted
passive with agent :: The levee was built by prisoners in 1931. :: levee|prisoners :: prisoners|levee :: + :: asserted
passive without agent :: The old mill was demolished. :: mill :: demolish :: + :: asserted
copula with noun, denied :: Rooibos is not a tea. :: rooibos :: tea :: - :: asserted
copula with adjective and preposition :: Lentils are rich in iron. :: lentils :: iron :: + :: asserted
copula with preposition :: The archive is under the town hall. :: archive :: town hall :: + :: asserted
there is :: There are otters in the canal. :: otters :: canal|there :: + :: asserted
there have been no :: There have been no accidents on the new line. :: accident :: line|there|been :: - :: asserted
relative clause :: The dam, which supplies the valley, leaks. :: dam :: valley :: + :: asserted
relative clause's main clause :: The dam, which supplies the valley, leaks. :: dam :: leak :: + :: asserted
reduced relative clause :: The glue is made from resin extracted from larch bark. :: resin :: larch :: + :: asserted
apposition :: Brunel, a railway engineer, drew the plans. :: brunel :: engineer :: + :: asserted
raising :: The fungus seems to feed the orchid. :: fungus :: orchid :: + :: hedged
control :: Bees help to pollinate the almonds. :: bees :: almond :: + :: asserted
has been shown to :: Mulch has been shown to keep soil moist. :: mulch :: soil|moist :: + :: asserted
nominal: use of X for Y :: The use of copper for roofs is ancient. :: copper :: roof :: + :: asserted
nominal: effect of X on Y :: The report describes the effect of salt on asphalt. :: salt :: asphalt :: + :: any
comparative :: Electric vans accelerate faster than diesel vans. :: electric :: diesel :: + :: asserted
comparative adjective :: Oak is harder than pine. :: oak :: pine :: + :: asserted
comparative noun :: Trams carry more passengers than buses. :: trams :: bus :: + :: asserted
coordinated subjects :: Frost and drought kill young vines. :: ^drought :: vine :: + :: asserted
coordinated objects :: The spring feeds a trough and a pond. :: spring :: pond :: + :: asserted
coordinated verbs :: The machine washes and sorts potatoes. :: machine :: potato :: + :: asserted
verbs with their own objects :: The crew patched the hull and replaced the mast. :: crew :: mast :: + :: asserted
list item with its topic :: Torch – the torch lights the path for six hours. :: torch :: path :: + :: asserted
question answered by yes :: Is the bridge safe? Yes, the bridge is safe. :: bridge :: safe :: + :: asserted
quotation :: "The harbour freezes every January," says the pilot. :: harbour :: freez :: + :: asserted
ditransitive :: The grant gives farmers a bonus. :: grant :: bonus|farmer :: + :: asserted
particle verb :: The council turned down the plan. :: council :: plan :: + :: asserted
gerund subject :: Ploughing the field releases carbon. :: ploughing :: carbon :: + :: asserted
cleft :: It is the thaw that floods the cellar. :: thaw :: cellar :: + :: asserted
causative clause :: Salt causes steel to rust. :: salt :: steel|rust :: + :: asserted
that-clause under a noun :: The idea that goats eat tin is old. :: goats :: tin :: + :: any
verb of possession :: The island has two lighthouses. :: island :: lighthouse :: + :: asserted
modal passive :: The shed can be heated with wood. :: shed :: heat|wood :: + :: any
subject with a participle behind it :: Coffee drunk as late as 5pm can cost you an hour of rest. :: coffee$ :: hour of rest :: + :: any
object after brackets :: The beam was tested for its strength (dry and wet) and its colour. :: beam :: colou?r :: + :: any
second of three verbs :: Reeds filter runoff, slow erosion and shelter birds. :: reeds :: slow.*erosion :: + :: asserted
participle before what is shown :: The new kiln shows promising results. :: kiln :: result :: + :: hedged
candid opening :: To be fair the canal isn't a total failure. :: canal :: failure :: - :: asserted
number in a name :: Otters carry a type 2 virus. :: otters :: type 2 virus :: + :: asserted
share of people :: One in five farmers keeps bees. :: farmer$ :: bees :: + :: asserted
share of people unnamed :: The survey found that two in three have sold a cow. :: two in three :: cow :: + :: asserted
infinitive of a noun :: Nothing can replace the freedom to roam. :: nothing :: freedom to roam :: - :: any
clause that tells which ones :: I often meet owners who have sold boats. :: ^i :: owners who have sold boats :: + :: asserted
two adjectives with a comma :: Tenants want a fair, quick answer. :: tenants :: fair, quick answer :: + :: asserted
brackets inside a phrase :: The tram (streetcar) network has become popular. :: tram .*network :: popular :: + :: asserted
noun that looks like a verb :: The lease wasn't just about looks for me. :: lease :: looks for me :: any :: asserted
conclusion :: That's why steep roofs often leak. :: roofs :: leak :: + :: asserted
dash without blanks :: The bus is old—it leaks. :: bus|it :: leak :: + :: asserted
participle between subject and verb :: They found that caffeine ingested within four hours of bedtime had no link with the sleep of pilots. :: caffeine :: sleep|link :: - :: asserted
second of two verbs that looks like a noun :: Noise can create worry and trigger pain. :: noise :: pain :: + :: hedged
second of a list without articles :: The clinic lacks doctors, standardised procedures, or nurses. :: clinic :: procedures :: + :: asserted
what is kept off :: Fluoridated water protects teeth from decay. :: fluoridated water :: decay :: + :: asserted
helping somebody to do it :: The net helps farmers to protect cherries. :: net :: cherr :: + :: asserted
means :: Planting trees is a way to prevent floods. :: plant :: prevent.*flood :: + :: asserted
gerund that uses a thing :: Taking ginger prevents seasickness. :: ginger$ :: seasick :: + :: asserted
bad effect on :: The dust has an adverse effect on the crops. :: dust :: harms.*crops :: + :: asserted
gerund between noun and verb :: My knees began to ache and I noticed my elbows getting stiff. :: elbows :: stiff :: + :: asserted
topic of a test :: Recruits undergo testing including eyesight. :: recruits :: testing :: + :: asserted
"""

#: What it shows :: text :: subject :: predicate or object (expressions) :: polarity :: certainty.
POLARITY = """
not :: The pump does not need oil. :: pump :: oil :: - :: asserted
negative raising :: I don't think the dye helps the cotton. :: dye :: cotton :: - :: any
double negation :: I'm not saying the road isn't safe. :: road :: safe :: + :: any
no longer :: The ferry no longer stops at Aldeby. :: ferry :: aldeby|stop :: - :: asserted
fails to :: The filter fails to remove lead. :: filter :: lead :: - :: asserted
lack :: The clinic lacks a pharmacy. :: clinic :: pharmacy :: any :: asserted
not only :: The tax does not only pay for schools, it also pays for roads. :: tax :: school :: + :: asserted
without :: The boiler runs without gas. :: boiler :: gas :: - :: asserted
anything but :: The road is anything but safe. :: road :: safe :: - :: asserted
negative quantifier, subject :: No fish survive in the pond. :: fish :: surviv|pond :: - :: asserted
negative quantifier, object :: The survey found no newts. :: survey :: newt :: - :: asserted
nobody :: Nobody maintains the path. :: nobody|path :: path|maintain :: - :: asserted
few :: Few residents support the plan. :: resident :: plan :: - :: any
hardly :: The paint hardly slows rust. :: paint :: rust :: - :: any
never :: The valve never leaks. :: valve :: leak :: - :: asserted
nothing more than :: The tonic is nothing more than sugar water. :: tonic :: sugar|water|nothing :: any :: asserted
neither nor :: Neither paint nor wax stops the rot. :: wax|paint :: rot :: - :: asserted
cannot :: The crane cannot lift the boiler. :: crane :: boiler :: - :: any
it is not true that :: It is not true that moss kills lawns. :: moss :: lawn :: - :: asserted
a myth that :: It is a myth that bats are blind. :: bats :: blind :: - :: asserted
there is no evidence that :: There is no evidence that magnets soften water. :: magnet :: water :: - :: any
unable to :: The turbine is unable to power the village. :: turbine :: village|power :: - :: asserted
stopped :: The spring has stopped feeding the pond. :: spring :: pond :: - :: asserted
far from :: The count is far from complete. :: count :: complete :: - :: asserted
not ... or :: The café does not serve tea or coffee. :: caf :: coffee :: - :: asserted
affirmed after but :: The rope is not new but it is strong. :: rope|it :: strong :: + :: asserted
only one of two objects :: The herb is a mild sedative but not a cure. :: herb :: cure :: - :: asserted
denied above a gerund :: The pills had not helped the sailors in preventing colds. :: pills :: prevent.*colds :: - :: asserted
only of another verb :: The rope did not stretch and only slipped. :: rope :: stretch :: - :: asserted
called false right after :: Honey causes gout, but this has been disproven. :: honey :: gout :: - :: asserted
next to nothing :: The pills do little to reduce colds. :: pills :: reduce.*colds :: - :: asserted
too weak :: The levels are too low to harm fish. :: levels :: harm.*fish :: - :: asserted
no way that it could :: There is simply no way that a crystal could lower blood pressure. :: crystal :: blood pressure :: - :: asserted
no mechanism by which :: There is no plausible mechanism by which wifi could cause migraines. :: wifi :: migraine :: - :: asserted
cannot is firm :: Dead roots cannot be coaxed into growing. :: roots :: coax :: - :: asserted
no better in a report :: Careful reviews have shown reflexology to be no more effective than a foot bath. :: reflexology :: foot bath :: - :: asserted
a no-no :: Driving after wine is a no-no. :: wine|driv :: no-no :: + :: asserted
second of two reports :: The farmer said that there is no proof that fences stop boars and that a study showed they fail. :: fence :: fail :: + :: any
hardly any evidence :: There is very little evidence that the toll cuts traffic. :: evidence :: be :: - :: asserted
without doing :: The labels hint at a benefit without actually making any claim. :: labels :: making.*claim :: - :: any
not as if :: It's not like you can row it ten miles. :: you :: row :: - :: any
knowing denied :: The owners don't realize that the roof costs money. :: roof :: money :: + :: asserted
only some :: Not all engines need oil. :: engines :: oil :: - :: any
"""

#: What it shows :: text :: subject :: predicate or object (expressions) :: polarity :: certainty.
CERTAINTY = """
plain :: Lime neutralises the soil. :: lime :: soil :: + :: asserted
may :: Lime may neutralise the soil. :: lime :: soil :: + :: hedged
likely :: The bridge will likely close in May. :: bridge :: close|may :: + :: hedged
appears :: The leak appears to come from the roof. :: leak :: roof :: + :: hedged
suggests :: Early data suggest that hedges slow the wind. :: hedges :: wind :: + :: hedged
what others argue :: Critics argue that the levy costs jobs. :: levy :: jobs :: + :: asserted
what we argue :: We argue that the levy costs jobs. :: levy :: jobs :: + :: hedged
what nobody named claims :: It is claimed that the levy costs jobs. :: levy :: jobs :: + :: hedged
what one seeks to do :: The mayor said he would seek to sell the mill. :: he|mayor :: mill :: + :: asserted
what one tries to do :: The mayor tried to sell the mill. :: mayor :: mill :: + :: hedged
what people should do :: Riders should wear helmets. :: riders :: helmet :: + :: asserted
what should be done :: The levy should be abolished. :: levy :: abolish :: + :: asserted
what should befall people :: Patients should recover in a week. :: patients :: recover :: + :: hedged
potential that is shown :: The trial showed the potential of kelp. :: trial :: kelp :: + :: hedged
potential that is studied :: The trial has begun to study the potential of kelp. :: trial :: kelp :: + :: asserted
promising :: The trial gave promising results. :: trial :: result :: + :: hedged
some promise :: The coating has shown some promise. :: coating :: promise :: + :: hedged
might :: Seaweed might feed cattle. :: seaweed :: cattle :: + :: speculative
hypothesised :: Geologists hypothesise that the cave predates the valley. :: cave :: valley :: + :: speculative
I believe :: I believe the well is poisoned. :: well :: poison :: + :: hedged
perhaps :: Perhaps the owl eats the rats. :: owl :: rats :: + :: hedged
how often is no doubt :: The train usually leaves at noon. :: train :: leave|noon :: + :: asserted
a factive verb is no doubt :: Tests proved that the alloy is brittle. :: alloy :: brittle :: + :: asserted
tried once :: I tried taking the night bus. :: ^i :: night bus :: + :: asserted
possible that :: It is possible that the fire started in the attic. :: fire :: attic|start :: + :: hedged
we were told :: We were told that the well is safe. :: well :: safe :: + :: hedged
told by somebody named :: We were told by vets that the well is safe. :: well :: safe :: + :: asserted
often said :: It is often said that the well is holy. :: well :: holy :: + :: hedged
told in passing :: The stakes, we are told, could not be higher. :: stakes :: higher :: - :: hedged
found in passing :: The dam was built in 1900, it was found. :: dam :: built :: + :: asserted
a hunch :: My hunch is that the well is dry. :: well :: dry :: + :: hedged
the trouble :: The trouble is that the well is dry. :: well :: dry :: + :: asserted
what was to come :: The mayor said that rents would rise. :: rents :: rise :: + :: asserted
what was to come under a condition :: The mayor said that rents would rise if banks left. :: rents :: rise :: + :: hedged
what would be :: Rents would rise in a flood. :: rents :: rise :: + :: hedged
apparently, of two clauses :: Apparently the kiln smokes, and that cracks the glaze. :: that|kiln :: crack :: + :: hedged
apparently, not past but :: Apparently the kiln smokes, but the glaze is hard. :: glaze :: hard :: + :: asserted
in my view :: In my opinion the bridge is ugly. :: bridge :: ugly :: + :: hedged
as far as anyone knows :: Prices fell, and as far as anyone knows the shops lost money. :: shops :: money :: + :: hedged
before that :: Prices fell, and as far as anyone knows the shops lost money. :: prices :: fell :: + :: asserted
expected to :: The levy is expected to raise rents. :: levy :: rent :: + :: hedged
"""

#: What it shows :: text of which no claim may come.
SILENT = """
question :: Does chalk dissolve in vinegar?
tag question that only asks :: Why do cats purr?
heading that names a question :: What Our Cooks Want You to Know
heading of how :: How salt corrodes steel
instruction :: Rinse the jar with hot water.
polite instruction :: Please close the gate behind you.
invitation :: Let's look at the roof next.
booking :: Call us today to book your free visit!
navigation :: Home | Shop | Contact
placeholder :: Lorem ipsum dolor sit amet.
contact line :: Tel: 020 7946 0000 · info@example.org
heading :: What causes damp in cellars
greeting :: Good morning, everyone!
thanks :: Thank you for reading.
copyright :: © 2021 Dampworks Ltd. All rights reserved.
wish :: I hope the roof holds.
condition alone :: If the pump stops, the cellar floods.
see below :: See the table below for details.
editor's placeholder :: (insert photo of the harbour here)
what a fear is about :: Panic about robots stealing jobs
whether is open :: We asked whether the dam leaks.
"""

SIGNS = {"+": Polarity.POSITIVE, "-": Polarity.NEGATIVE}


@dataclass(frozen=True)
class Case:
    """A line of a table."""

    shows: str
    text: str
    subject: str
    rest: str
    polarity: str
    certainty: str

    def held_by(self, claim: Claim) -> bool:
        """Say whether a claim says what the case wants."""
        slots = ([claim.subject], [claim.predicate, *([claim.object] if claim.object else [])])
        subject, rest = (" | ".join(f"{m.text} | {m.resolved or ''} | {m.label}" for m in of) for of in slots)
        return (
            bool(re.search(self.subject, subject, re.IGNORECASE) and re.search(self.rest, rest, re.IGNORECASE))
            and self.polarity in ("any", next(sign for sign, p in SIGNS.items() if p is claim.polarity))
            and self.certainty in ("any", claim.certainty)
        )


def cases(table: str) -> list[object]:
    """Return the lines of a table, each named by what it shows."""
    rows = [Case(*line.replace("\\n", "\n").split(" :: ")) for line in table.strip().splitlines()]
    return [pytest.param(case, id=case.shows) for case in rows]


@pytest.mark.parametrize("case", cases(STRUCTURE))
def test_each_structure_gives_its_claim(case: Case, claims_of: Reader) -> None:
    """Each way of saying it in English gives a claim of its own, with the right subject and object."""
    assert any(case.held_by(claim) for claim in claims_of(case.text))


@pytest.mark.parametrize("case", cases(POLARITY))
def test_each_denial_turns_its_claim_round_once(case: Case, claims_of: Reader) -> None:
    """A denial, however it is worded, makes a negative claim; two of them, or a mere look-alike, a positive one."""
    assert any(case.held_by(claim) for claim in claims_of(case.text))


def test_what_a_noun_is_about_is_none_of_its_kind(claims_of: Reader) -> None:
    """Recruits who undergo testing, including eyesight, do not undergo eyesight."""
    assert [c.object.label for c in claims_of("Recruits undergo testing including eyesight.") if c.object] == [
        "testing"
    ]


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("Tablets are everywhere. Teachers say they are safer than phones.", "tablet"),
        ("The tanks leak. Paint hides it, but doesn't cure it.", "paint"),
        ("Maria Lopez was a baker. She had tried the oven before.", "maria lopez"),
        ("Yoga was slow. While it is not fully understood how yoga calms people, studios sell it.", "studio"),
    ],
)
def test_what_a_pronoun_may_stand_for(text: str, subject: str, claims_of: Reader) -> None:
    """No pronoun stands for those who say it, for its own subject, or for what only comes after it."""
    last = max(claims_of(text), key=lambda c: c.quote.end)
    assert last.subject.label == subject
    assert last.object is None or last.object.resolved != last.subject.label


def test_a_concession_is_no_condition(claims_of: Reader) -> None:
    """What holds "even if" something is so does not depend on it; what holds "if" does."""
    kept = {q.kind for c in claims_of("The bus is cheap, even if you buy the card.") for q in c.qualifiers}
    assert "condition" not in kept
    assert "condition" in {q.kind for c in claims_of("The bus is cheap if you buy the card.") for q in c.qualifiers}


def test_words_go_on_behind_a_quotation(claims_of: Reader) -> None:
    """What stands behind a quotation and belongs to it is of the same words."""
    [claim] = claims_of('The sign says "no dogs" at the gate.')
    assert claim.object is not None
    assert claim.object.text.endswith('dogs" at the gate')


def test_not_only_those_named_are_meant(claims_of: Reader) -> None:
    """Who is told not to be the only one is shown so."""
    [claim] = claims_of("Not just farmers use lime.")
    assert claim.subject.text == "Not just farmers"
    assert claim.quote.exact.startswith("Not just farmers")


def test_how_long_before_is_no_object(claims_of: Reader) -> None:
    """A time before another tells when something is done, not what is."""
    assert not [c for c in claims_of("The crew left two hours before dawn.") if c.object and "hour" in c.object.label]


@pytest.mark.parametrize("text", ["There, bees thrive.", "Bees thrive as well.", "Wages rose, although rents fell."])
def test_what_only_joins_a_clause_is_no_circumstance(text: str, claims_of: Reader) -> None:
    """An opening "there", "as well" and a clause of contrast tell no time or manner."""
    assert not [q for c in claims_of(text) for q in c.qualifiers if q.kind == "circumstance"]


def test_what_almost_holds_is_told_so(claims_of: Reader) -> None:
    """An adverb that weakens how something holds stays with it."""
    [claim] = claims_of("The sealant stops the leak almost completely.")
    assert [q.text for q in claim.qualifiers if q.kind == "manner"] == ["almost completely"]


def test_what_else_a_clause_says_is_kept(claims_of: Reader) -> None:
    """How, where and to what end something holds stays with the claim, in the words of the text."""
    [claim] = claims_of("The kit uses your own yeast to help raise bread.")
    assert [q.text for q in claim.qualifiers if q.kind == "circumstance"] == ["to help raise bread"]
    [claim] = claims_of("The charter gives the council the right to fine polluters.")
    assert [q.text for q in claim.qualifiers if q.kind == "circumstance"] == ["the council"]
    assert claim.object is not None
    assert claim.object.text == "the right to fine polluters"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The dealer says the range drops because of the cold.", "because of the cold"),
        ("Despite the rain, attendance rose.", "Despite the rain"),
        ("In modern times more people try methods like meditation.", "In modern times"),
        ("We did not see the damage until the snow melted.", "until the snow melted"),
        ("Before the dam was built, salmon spawned.", "Before the dam was built"),
        ("Many shops have closed since rents rose.", "since rents rose"),
        ("The alarm works, especially when the battery is full.", "especially when the battery is full"),
        ("The story does not end there.", "there"),
        ("The firm accused the union of lying.", "of lying"),
        ("Dough holds as well as any glue.", "as well as any glue"),
        ("The old boiler worked very well as a pump.", "very well"),
    ],
)
def test_cause_and_time_of_a_clause_are_kept(text: str, words: str, claims_of: Reader) -> None:
    """Why, when and how something holds stays with the claim."""
    claim = next(c for c in claims_of(text) if c.quote.exact not in words)
    assert [q.text for q in claim.qualifiers if q.kind == "circumstance"] == [words]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Most wells are 90% dry.", ("well", "is", "dry")),
        ("We are not going back to oil.", ("we", "go back to", "oil")),
        ("Not just farmers use lime.", ("farmer", "uses", "lime")),
        ("Most wells are dry in May, imo.", ("well", "is", "dry")),
        ("The signal tells cells to divide.", ("signal", "tell", "cell divide")),
        ("Stress tells the body to store fat.", ("stress", "tell", "body store fat")),
        ("The manual says to avoid salt.", ("manual", "say", "avoid salt")),
        ("Her brother-in-law sold the mill.", ("brother-in-law", "sells", "mill")),
    ],
)
def test_the_words_of_a_claim_are_those_that_count(text: str, said: tuple[str, ...], claims_of: Reader) -> None:
    """How far a quality goes, whom else is meant and whose opinion it is belong to no label."""
    [claim] = claims_of(text)
    assert claim.object is not None
    assert (claim.subject.label, claim.predicate.label, claim.object.label) == said


def test_what_somebody_has_is_named_in_full(claims_of: Reader) -> None:
    """A pronoun before a compound stands for the owner of all of it."""
    [claim] = claims_of("Runners complain about their knee pain.")
    assert claim.object is not None
    assert claim.object.resolved == "knee pain of runner"


def test_what_is_compared_with_claims_nothing(claims_of: Reader) -> None:
    """A clause behind "than" is no claim, and its subject is not what is compared."""
    [claim] = claims_of("Cyclists pay more for a week of parking than they earn in the first hour.")
    assert claim.predicate.label == "pay"
    [claim] = claims_of("The new model uses less fuel than drivers expected.")
    assert claim.predicate.label == "uses"


def test_what_somebody_is_helped_to_do_is_not_said_of_another(claims_of: Reader) -> None:
    """The verb behind "help" and its object has neither the sentence's subject nor a noun in between for its own."""
    text = (
        "The engineer has begun to study the potential for a filter to help villages with hard water keep pipes clean."
    )
    assert {c.predicate.text for c in claims_of(text)} == {"has begun to study"}


def test_a_dimension_is_named_with_what_it_measures(claims_of: Reader) -> None:
    """Nurses and doctors are compared in "rates of burnout", not in "rates"."""
    [claim] = claims_of("Nurses report higher rates of burnout than doctors.")
    assert [q.text for q in claim.qualifiers if q.kind == "dimension"] == ["rates of burnout"]


def test_evidence_that_is_said_to_be_missing_is_none(claims_of: Reader) -> None:
    """A sentence that says there are no trials rests on none."""
    grounds = {c.evidence for c in claims_of("There are no double-blind trials of magnet bracelets.")}
    assert grounds == {Evidence.EXPLICITLY_NONE}


def test_a_number_in_a_name_counts_nothing(claims_of: Reader) -> None:
    """In "type 2 virus" nothing is counted."""
    assert {q.kind for c in claims_of("Otters carry a type 2 virus.") for q in c.content.qualifiers} == set()


@pytest.mark.parametrize("case", cases(CERTAINTY))
def test_each_cue_of_doubt_weakens_its_claim(case: Case, claims_of: Reader) -> None:
    """Hedges and speculation are told apart from plain assertion."""
    assert any(case.held_by(claim) for claim in claims_of(case.text))


@pytest.mark.parametrize("line", SILENT.strip().splitlines())
def test_what_is_no_statement_makes_no_claim(line: str, claims_of: Reader) -> None:
    """Questions, instructions, invitations, navigation, wishes and conditions claim nothing."""
    shows, text = line.split(" :: ")
    assert claims_of(text) == (), shows


@pytest.mark.parametrize(
    "text",
    [
        "On top of that, the soil and the weather also affect the quantity and the quality of the grapes that are picked.",
        "Moss wakes the seeds up and starts them growing again, extending the growing phase and life of the meadow.",
        "There are still many aspects regarding the practical use of the kites that need to be worked out.",
    ],
)
def test_a_quote_cuts_no_part_of_its_claim_in_two(text: str, claims_of: Reader) -> None:
    """Subject, predicate and object stand wholly inside the quote or, taken over from afar, wholly outside."""
    found = claims_of(text)
    assert found
    for claim in found:
        for part in (claim.subject, claim.predicate, claim.object):
            if part is not None and part.start >= 0 and part.start < claim.quote.end and part.end > claim.quote.start:
                assert claim.quote.start <= part.start, claim
                assert part.end <= claim.quote.end, claim
