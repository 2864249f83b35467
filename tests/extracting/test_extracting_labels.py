"""What the label of a mention or predicate names: the very thing its words name, and no neighbour of it."""

from collections.abc import Callable

import pytest

from claimgraph.extracting import Lexicon
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
things at large keep what tells which :: Foods high in salt raise blood pressure. :: food high in salt
things at large keep their participle :: Most cars built before 1990 are loud. :: car built before 1990
a clause is left out behind a definite noun :: The pumps bought last year leak. :: pump
what is used is not its use :: The use of drones is new. :: use of drone
a use that does something is of its thing :: The use of lime sweetens soil. :: lime
how many there are is not they :: The number of bees is low. :: number of bee
many of them are they :: A number of bees are sick. :: bee
those told apart stand for nobody before :: The effects are small. Those affected by damp often move. \
:: those affected by damp
an adjective keeps what it is hard or glad to do :: The accent is hard to place. :: hard to place
an adjective alone stays alone :: The accent is hard. :: hard
enough tells for what :: The bridge is wide enough for two lorries to pass. :: wide enough for two lorries to pass
more than an adjective keeps the adjective :: The nurses are more than willing to help. :: more than willing to help
what is made hard is told :: Fog makes it hard to land. :: hard to land
a pronoun keeps the adjective behind it :: The report is nothing new. :: nothing new
a pronoun keeps the clause behind it :: The map shows everything we own. :: everything we own
ones keep the clause behind them :: Beetles are the ones that eat the bark. :: ones that eat the bark
a long clause is cut where it can be \
:: The grant is for those who own a farm in the hills or run a large post office in a village of fewer than nine \
hundred people. :: those who own a farm in the hills or run a large post office
those with something are told :: The rule spares those with small gardens. :: those with small gardens
a reason keeps what it is for :: Rent is one reason they left. :: reason they left
a reason alone stays alone :: Rent is one reason. :: reason
a method keeps what it does :: Sieving is a method for cleaning seed. :: method for cleaning seed
evidence keeps what it is of :: There is evidence that hedges slow floods. :: evidence that hedges slow floods
the only one keeps what it is the only one of :: Ada is the only woman to win the cup. :: only woman to win the cup
the greatest keeps its bounds :: Ben Nevis is the highest mountain in Britain. :: highest mountain in britain
people something is done to keep their clause :: The levy hurts farmers who rent their land. \
:: farmers who rent their land
people at large keep their clause :: People who smoke lead short lives. :: people who smoke
a clause of its own is not told twice :: He met the people who built the dam. :: people
a noun keeps the name behind it :: The soil has mites called oribatids. :: mite called oribatids
a fraction of a size is not the size :: The pump has twice the power of a kettle. :: twice the power of kettle
a size alone stays alone :: The storm changed the size of the dune. :: size of dune
measures share what they are of :: Frost changes the quality and quantity of grapes. :: quality of grape
two bare plurals share the adjective :: The town taxes older vans and cars. :: older car
a mass shares no adjective :: The shop sells fresh bread and cakes. :: cake
a list shares no adjective :: The gel has natural oils, waxes and salts. :: salt
things share nothing :: The shop sells bread and cups of tea. :: bread
a second noun keeps its own :: Growth depends on rainfall and state of drainage. :: state of drainage
a number keeps what it is for each of :: The park charges £9 per car. :: £9 per car
a deed keeps what part of a thing it is done to :: The test involves drawing some of the blood. :: draw blood
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
people with something are not all people :: The ward is full of patients with asthma. :: patients \
:: ^patient with asthma$
a judged result keeps its judgement :: The trial showed positive but variable results. :: results \
:: ^positive but variable result$
a deed with the thing itself is told in words :: Microneedling involves using a skin roller. :: using \
:: ^use skin roller$
a denied label is denied once :: The clinic saw no improvement. :: no improvement :: ^treatment success$
"""


@pytest.mark.parametrize(("shows", "text", "words", "label"), rows(KNOWN))
def test_a_concept_is_named_by_the_whole_phrase(
    claims_packed: Reader, shows: str, text: str, words: str, label: str
) -> None:
    """A concept inside a phrase about something else does not name the phrase."""
    found = [m.label for c in claims_packed(text) for m in (c.subject, c.object) if m is not None and words in m.text]
    assert [one for one in found if one == label.strip("^$") or one.startswith(label.strip("^$"))], (shows, found)


#: What it shows :: text :: the words of the predicate :: its label :: polarity.
SAID = """
a denied adverb stays :: The wine has not been thoroughly tested. :: thoroughly :: be thoroughly tested :: negative
a plain denial keeps its type :: The wine has not been tested. :: tested :: has been tested in :: negative
a denied adverb of frequency stays :: Organic food is not always healthier. :: always :: is always :: negative
a denied necessity stays :: Shoes do not necessarily prevent falls. :: necessarily :: necessarily prevent :: negative
a denied adverb behind stays behind :: The pill does not work well. :: well :: work well :: negative
an adverb on a denied adjective stays :: It is not entirely popular with voters. :: entirely :: be entirely :: negative
what is not so far is not so :: The vaccine has not yet been approved. :: not yet :: is approved for :: negative
an adverb of time is not denied :: The firm has not currently applied for it. :: applied :: apply for :: negative
what has yet to be is not so :: The dosage has yet to be determined. :: yet :: be determined :: negative
what remains to be done is not done :: The cause remains to be understood. :: remains :: is understood :: negative
what needs to be done is not said to be :: The details need to be worked out. :: need :: need be worked out :: positive
what needs doing is not what it does :: The pipes needed replacing. :: needed :: need replace :: positive
who need not may :: Farmers do not have to pay the levy. :: have to :: have pay :: negative
who has to does :: Farmers have to pay the levy. :: have to :: pay :: positive
who wants to has not :: Doctors want to ban vaping. :: want :: want ban :: positive
an adverse effect is harm :: Noise adversely affects sleep. :: affects :: harms :: positive
a link may be inverse :: Salt intake is inversely related to bone density. :: related \
:: is negatively associated with :: positive
an inverse link may be denied :: Salt is not negatively associated with sleep. :: associated \
:: is negatively associated with :: negative
what nearly happened did not :: The firm nearly collapsed. :: nearly :: nearly collapse :: positive
who never needed to may :: It is a myth that farmers need to plough. :: need to :: need plough :: negative
nearly everything is not nearly done :: Almost everything burns well. :: burns :: burn :: positive
who falls ill does not lessen :: Two workers fell ill. :: fell :: fall ill :: positive
what falls lessens :: The price fell sharply. :: fell :: falls :: positive
the cause is all of it :: Rain is the main cause of landslides. :: cause :: causes :: positive
a cause is one of them :: Rain is a cause of landslides. :: cause :: contributes to :: positive
people are no source :: The complaints came from residents. :: came :: come from :: positive
a quarry is a source :: The dust comes from a quarry. :: comes :: is derived from :: positive
too quiet is not heard :: The lorries are too quiet to be heard. :: too quiet to be heard :: be heard :: negative
too high for nothing is high :: The price is too high. :: is :: is :: positive
too little is enough to do harm :: Too little sleep harms memory. :: harms :: harms :: positive
two are compared in what they do :: Runners lose more weight than swimmers. :: lose :: lose more weight than :: positive
what is done earlier is told :: Men go grey earlier than women. :: than :: go grey earlier than :: positive
a verb before a comma compares nothing :: Growers obtained good fruit, with thicker skin than rivals. :: thicker \
:: is larger than :: positive
a verb before another comparative is told :: The elm has a thicker bark and a wider crown than the ash. :: wider \
:: have wider crown than :: positive
what is more so is only compared :: Oats are cheaper than wheat. :: cheaper :: is cheaper than :: positive
what it has to do with is no duty :: Sleep has to do with light. :: do with :: have to do with :: positive
a particle stays with a verb about its noun :: If anything it goes up slightly. :: goes up :: rises :: positive
"""


@pytest.mark.parametrize("row", rows(SAID), ids=lambda row: row[0])
def test_a_relation_says_what_its_words_say(
    claims_of: Reader, relation: Callable[[Claim], str], row: tuple[str, ...]
) -> None:
    """A relation type has the direction and the strength of the words, or is not used."""
    shows, text, words, label, polarity = row
    found = [(c.predicate.text, relation(c), c.polarity.value) for c in claims_of(text)]
    fits = [one for one in found if words in one[0] and one[1].startswith(label) and one[2] == polarity]
    assert fits, (shows, found)


def test_what_would_be_without_a_thing_lacks_nothing(claims_of: Reader) -> None:
    """What would happen is no fact; what is made without a thing lacks it."""
    supposed = claims_of("The tower would have collapsed without the props.")
    told = claims_of("The paint is made without solvents.")
    assert "without" not in {c.rule for c in supposed}
    assert [c.predicate.text for c in told if c.rule == "without"] == ["without"]


def test_a_comparative_of_the_subject_is_not_what_is_compared(claims_of: Reader) -> None:
    """What the buses do is compared, not how cheap they are."""
    found = claims_of("Cheaper buses would do more for the air than cameras.")
    assert "is cheaper than" not in {c.predicate.label for c in found}


def test_a_participle_behind_a_piece_of_a_thing_is_claimed_of_neither(claims_of: Reader) -> None:
    """Nobody knows whether the piece or the wall is meant."""
    said = [c.predicate.label for c in claims_of("They found a piece of a wall covered with moss.")]
    plain = [c.predicate.label for c in claims_of("They found a wall covered with moss.")]
    assert ("be covered with" in said, "be covered with" in plain) == (False, True)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("The guests ate a cake that held either salt, a bitter herb, or soap.", "or soap"),
        ("The guests ate a cake that held salt, which was bitter.", "held salt"),
    ],
)
def test_a_clause_goes_on_from_either_to_or(claims_of: Reader, text: str, wanted: str) -> None:
    """A clause that tells which thing is meant is not cut between its alternatives."""
    [eaten] = [c for c in claims_of(text) if c.predicate.text == "ate"]
    assert eaten.object is not None
    assert eaten.object.text.endswith(wanted)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("My van has 90,000 km on it, driven hard every day.", "be driven"),
        ("Sales fell all summer, shrunk to nothing by May.", "falls"),
    ],
)
def test_a_participle_behind_a_comma_tells_what_its_subject_underwent(
    claims_of: Reader, text: str, wanted: str
) -> None:
    """What is driven does not drive; what nobody can do to a thing is no passive."""
    assert wanted in {c.predicate.label for c in claims_of(text)}


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Patients need multiple PRP treatments.", "multiple PRP treatment"),
        ("Patients get PRP treatments.", "platelet-rich plasma"),
        ("Patients need PRP treatment.", "platelet-rich plasma"),
    ],
)
def test_how_often_a_treatment_is_needed_is_what_is_needed(claims_packed: Reader, text: str, wanted: str) -> None:
    """Who needs many sessions of a treatment is not said to need the treatment."""
    assert wanted in {c.object.label for c in claims_packed(text) if c.object is not None}


def test_what_completes_a_head_is_not_cut_before_the_object_two_verbs_share(claims_of: Reader) -> None:
    """Who wants to prevent or reduce a loss does not want to prevent."""
    text = "It is the reason why people who own old farms in the dry north want to prevent or reduce all loss."
    [named] = [c.object.label for c in claims_of(text) if c.predicate.text == "is" and c.object is not None]
    assert named.endswith("want to prevent or reduce all loss")


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("The diet is no magic, and I don't believe it makes anyone live longer. That is so.", "anyone live longer"),
        ("The diet makes people live there.", "people live"),
    ],
)
def test_how_much_longer_somebody_lives_is_kept_however_it_is_tagged(claims_of: Reader, text: str, wanted: str) -> None:
    """Not to live longer is not the same as not to live."""
    assert wanted in {c.object.label for c in claims_of(text) if c.object is not None}


@pytest.mark.parametrize(
    ("text", "label", "concept"),
    [
        ("A sore scalp is common.", "sore scalp", "scalp"),
        ("The small Danish trial ended in May.", "small danish trial", "clinical trial"),
        ("The scalp is dry.", "scalp", "scalp"),
        ("The rotary pump leaks.", "rotary pump", ""),
    ],
)
def test_a_label_keeps_what_narrows_a_concept(
    text: str, label: str, concept: str, claims_packed: Reader, packed: Lexicon
) -> None:
    """Words before a concept's name stay in the claim's label; the concept is still the pack's."""
    [claim] = claims_packed(text)
    known = packed.concept(claim.subject.concept)
    assert (claim.subject.label, known.label if known else "") == (label, concept)


@pytest.mark.parametrize(
    ("text", "label", "relation"),
    [
        ("The vet injects the antidote.", "inject", "administers"),
        ("The vet administers the antidote.", "administers", "administers"),
        ("Paper is made from rags.", "be made from", "consists of"),
        ("Salt is used to treat roads.", "is used to treat", "is used to treat"),
    ],
)
def test_a_predicate_keeps_its_own_verb(text: str, label: str, relation: str, claims_of: Reader) -> None:
    """A claim says what its words say; the proposition has the relation type that takes them in."""
    [claim] = claims_of(text)
    assert (claim.predicate.label, claim.content.predicate.label) == (label, relation)


def test_a_phrase_is_not_told_by_itself(claims_of: Reader) -> None:
    """A pronoun inside a phrase that means the phrase itself is left as it stands."""
    [sent, _] = claims_of("A jar of honey along with the spoon that comes with it is sent to the club.")
    assert (sent.subject.label, sent.subject.resolved) == ("jar of honey", None)
