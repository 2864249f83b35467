"""What pronouns stand for, on invented passages about many things; where it is nothing, and where it stays open."""

from collections.abc import Callable

import pytest

from claimgraph.model import Claim

Claims = Callable[[str], tuple[Claim, ...]]
Resolver = Callable[[str], str]

#: What it shows :: text with one pronoun in brackets :: label of what it stands for, "-" for nothing.
NUMBER = """
one thing :: The kiln stands in the yard. [It] burns oak. :: kiln
several :: The swallows nest in the barn. [They] leave in autumn. :: swallow
plural told by the verb :: Trout live in the brook. [They] eat mayflies. :: trout
a body of people as one :: The brewery opened in 1890. [It] exports to Japan. :: brewery
a body of people as several :: The brewery shut its doors. [They] sold the vats. :: brewery
people before a body of people :: The miners asked for masks. The ministry refused, so [they] walked out. :: miner
"""

BEING = """
what people do asks for people :: The singers tried the lozenges. [They] believe the taste is awful. :: singer
what things do asks for things :: The singers tried the lozenges. [They] dissolve in a minute. :: lozenge
who is told something listens :: Villagers wrote to the mill about the dust. The mill told [them] nothing. :: villager
a study shows :: The survey covered nine ports. [It] shows that cod is rare. :: survey
a name that writes is a person :: reed_warbler wrote a post. [It] is long. :: post
what is bought is a thing :: The farmers planted oats. The mill bought [them] at once. :: oat
who is thanked is none :: The farmers planted oats. The mill thanked [them] at once. :: farmer
a doer that is no person known :: The joiners tried the glue. [They] believe the smell is bad. :: joiner
what a doer says of a thing :: The joiners tried the glue. They say [it] smells of fish. :: glue
these are things :: The clerk sent bills. The nurses met. [These] show a loss. :: bill
a study tells of other things :: Zinc is sold in jars. The evidence is weak. A trial found that [it] heals. :: zinc
no spokesman by name :: The mill denies it. A spokesman, Cal Rhys, said few fires involved [its] vans. :: mill
nobody with a title :: The review was long. Our director, Mr Anand, disagrees. Most of the trials [it] pooled are old. \
:: review
who denies by a name that was rented from :: The vats belong to Kruse. Kruse says [it] would pay for them. :: kruse
who speaks by a name that is new :: The vats belong to a bank. Kruse says [it] would pay for them. :: bank
who has a director :: For Lux Peel, the charity that led the campaign, paint matters. [Its] director sings. \
:: lux peel
what has a poster :: For Lux Peel, the charity that led the campaign, paint matters. [Its] poster fades. \
:: campaign
to its owners :: Scooters are cheap. The bays are wide. To their fans [they] are handsome. :: bay
to others :: Scooters are cheap. The fans sing. To fans [they] are handsome. :: fan
a device by name may be it :: The review was long. Our scanner, the Lux, broke. The owner sold [it]. :: scanner
no people there :: The wind shook the poles. [They] believe the rope is thin. :: -
she :: The widow sued the bank. [She] lost the house. :: widow
nobody of that sex :: The widow sued the bank. [He] lost the house. :: -
"""

ROLE = """
the subject before :: The canal joins two rivers. [It] carries coal. :: canal
not the subject beside it :: The hedge hides the wall. The gardener trims [it]. :: hedge
not what its own verb is about :: The loft was empty. The pigeons left, and the owner sold [it]. :: loft
not what stands in front of it :: Joiners slept badly. In the questionnaires [they] described their nights. :: joiner
cataphora in front of it :: Ferries lost money. Rather than raise fares [they] cut routes. :: ferry
what is put first to be talked of :: As for the toll, [it] is too high. :: toll
the subject that follows :: When [it] is fired, the clay turns red. :: clay
who makes them do it :: Kites rise quickly. The wind makes [them] spin. :: kite
the subject of the clause it belongs to :: The farm lost [its] well. :: farm
not what only measures :: The lamp is old. The plug gives 5 V, and [it] hums. :: plug
not the gap it stands before :: Ferries lost money. The fares [they] charge are low. :: ferry
reflexive :: The lizard defends [itself]. :: lizard
not each of many :: The glue is dear. Each lamp costs a fortune. [It] holds well. :: glue
the same within its own sentence :: Each lamp costs a fortune because [it] is gilt. :: lamp
not a thing of the kind it owns :: The hotels need new beds. Its lift and [their] beds are old. :: hotel
what is done to above a relative clause :: The city sold the hut to people who wanted [it]. :: hut
what the page is about :: Raw milk is dear. Raw milk sours. Few like the taste of raw milk. Ann drank [it]. :: raw milk
not a fixed phrase :: The van is old. In the end [it] broke. :: van
a person by the name told before :: Ann Reed said that tea is dear. Tim Holt spoke. Reed left. [She] sings. :: reed
the first of two where the second is its own :: The firm studied lead and [its] effects. :: lead
of several :: The book is about bees and [their] honey. :: bee
the subject that a possessive stands in front of :: The wall is wet. Despite [its] age, the pump runs well. :: pump
in whose stead something comes :: The limes died. In [their] place, firs grew. :: lime
a body of people owns as several :: The orchestra lost [their] hall. :: orchestra
people nearer than that body :: The orchestra met the bakers about [their] hall. :: baker
nobody's own :: Solar panels are dear. Nobody regrets [their] roof. :: -
what they own, of which somebody knows :: Solar panels are dear. The roof holds [their] weight. :: solar panel
not what is they beside it :: Peat bogs are old. When they feed the brook, [it] turns brown. :: brook
what is it beside it :: The bog is old. When it feeds the brook, [it] turns brown. :: bog
what is pointed at was just brought up :: The pumps have rubber seals. Mice chew [these]. :: rubber seal
what is not pointed at is gone on about :: The pumps have rubber seals. Mice avoid [them]. :: pump
not who acts on them :: Ferries carry lorries, and inspectors sit on [these]. :: lorry
what it only tells more of :: The quarrel was long. Rest reduced the length of [it]. :: quarrel
not the subject after a preposition :: The dye is dear. The wool was cheap. The mill pays more for [it]. :: wool
not who is kept from it :: The harbour is old. The fog keeps pilots from seeing [it]. :: harbour
not what announces a clause :: The hawk hunts at dawn. The good news is that [it] breeds again. :: hawk
what is called what it was :: Decaf is not what it used to be. [It] tastes of hay. :: decaf
"""

NOTHING = """
weather :: The boat lay in the bay. [It] rained all week. :: -
no weather :: The boat lay in the bay. [It] leaked all week. :: boat
the hour :: The boat left. [It] was midnight. :: -
a clause that follows :: The dyke is old. [It] is clear that the sea will rise. :: -
no clause that follows :: The dyke is old. [It] is clear of weeds. :: dyke
what it takes :: The loom is slow. [It] takes a week to weave a rug. :: -
what it takes for itself :: The loom is slow. [It] takes a thread of wool. :: loom
seeming :: The bridge is shut. [It] seems that a bolt broke. :: -
judged as before :: Nobody says wax isn't good for oak. [It] is good to help shoes shine. :: wax
judged as beside it :: Wax isn't good for oak, though [it] is good to help shoes shine. :: wax
judged otherwise :: Nobody says wax isn't good for oak. [It] is hard to help shoes shine. :: -
what matters, of several :: The charity has led the campaign. For Ann, [it] is pavements that matter. :: -
what matters, of one :: The campaign was long. For Ann, [it] is a success that matters. :: campaign
it depends :: The firm lost a case. [It] depends whom you ask. :: -
what it depends on :: The firm lost a case. [It] depends on loans. :: firm
found hard :: The crossword is long. Readers find [it] hard to stop. :: -
found hard to live with :: The noise is loud. Guests find [it] hard to live with. :: noise
what is talked of :: The bread is good. [It] wins when it comes to cheese. :: bread
when it comes to :: The bread is good. When [it] comes to cheese, ask Ann. :: -
an issue of whether :: The road is long. [It] is not an issue of whether we pay. :: -
a matter of pride :: The oak is old. [It] is a matter of pride. :: oak
what it has to do with :: The cellar flooded. The drain had nothing to do with [it]. :: -
a fixed phrase :: The tap is turned off in case. [It] drips. :: tap
"""

TOGETHER = """
two that are one each :: Spelt and rye are cheap. [They] grow on poor soil. :: spelt and rye
three :: Wolves, bears and lynxes live there. [They] eat deer. :: wolf, bear and lynx
of two subjects :: The guild and the mill published [their] plans. :: guild and mill
as a description :: The bakers tested sugar and salt. These [substances] draw water. :: sugar and salt
no people with things :: Nurses and a kettle stood there. [They] sang. :: nurse
the kind that the list ends with :: Cats, mice and other animals are used. [They] suffer. :: animal
one of two alone :: Spelt and rye are cheap. [It] grows on poor soil. :: spelt
"""

COUNTED = """
a share of what the clause hangs on :: Tea has many oils, [some] of which are bitter. :: oil
of all that is listed there :: Cuts bring pain, heat and swelling, [all] of which pass. :: pain, heat and swelling
another of its kind :: The shop sells oil lamps. Another [lamp] leaks. :: oil lamp
another kind :: The shop sells oil lamps. Another [radio] leaks. :: -
described ones :: Old vans are banned but electric [ones] are free. :: electric van
ones of which nothing was named :: Nurses sing, though young [ones] are shy. :: -
a part of several :: The firm makes valves, and I have tested [three] of them. :: valve
a part of what is described :: Nurses gave fever drugs. [Some] of these drugs cause rashes. :: fever drug
a number by itself :: Three pumps were tested. [Two] cracked within a week. :: pump
what was counted before what was not :: Guards watched six doors. [None] moved. :: door
one of what was counted :: The village has two wells. [One] is dry. :: well
anybody :: The village has wells. [One] must be careful. :: -
two named together :: The mill grinds spelt and rye. [Both] are cheap. :: spelt and rye
three named together :: The shop sells oats, rye and wheat. [Both] are cheap. :: -
none of several, as an object :: The office read four bids and accepted [none]. :: bid
none of what was not counted :: Peas shed leaves. Clover needs [none]. :: -
a share of what was named :: Orange pumps are sold. The firm says 97 per [cent] are safe. :: orange pump
a share of those who speak :: Orange pumps are sold. Some 97 per [cent] say that tea is dear. :: -
a fraction of those who were treated :: Forty sailors were treated. Nearly a [third] had hurt their heads. :: sailor
the third is no fraction :: Forty sailors were treated. The [third] had hurt his head. :: -
all three that were listed :: The clinic gives lamps, oils and gels. All [three] can be used. :: lamp, oil and gel
a share of a share :: Eleven shops shut. Our survey of traders found that [two] in three lost trade. :: -
all three of which two were named :: The clinic gives lamps and oils. All [three] can be used. :: -
people nobody has named :: The bridges need paint. [Many] say that the mayor sleeps. :: -
not those spoken to :: The bikes are old. [Both] of you are right. :: -
how much of a thing :: The grant was large. [Most] of it went on cameras. :: grant
how little of one :: We filter the rain. [Less] of it reaches the sea. :: rain
well in general :: The nets are dry. [All] is well. :: -
"""

SAID = """
the clause before in the sentence :: The pump runs dry and [that] ruins the seal. :: the pump runs dry
the sentence before :: Trams run every six minutes. [This] has emptied the car parks. :: trams run every six minutes
what is said in it :: The union says that managers sent coats back. They deny [this]. :: managers sent coats back
a report that follows :: Drinkers, she argues, grow tolerant. Roy rejects [that]. :: drinkers grow tolerant
what is called a myth :: Some say that coffee stunts growth. [That] is a myth. :: coffee stunts growth
what was looked at :: Fasts may disturb sleep, but nobody has looked at [this]. :: fasts may disturb sleep
its pronoun replaced :: The heron eats frogs. It also eats rats. Farmers doubt [that]. :: heron also eats rats
the one before what points back itself :: Rents fell. Nobody wants this. Experts say [that] is a surprise. :: rents fell
whose fault it is not :: If you miss the vein, it leaks. [That] is not the needle's fault. \
:: if you miss the vein, it leaks
whose glue it is not :: The firm sells glue. [That] is not the plumber's glue. :: -
what satisfies nobody :: Zell says that bays are free. [That] won't satisfy Mrs Orr. :: bays are free
what does not stick :: The firm sells glue. [That] won't stick. :: -
a thing that is cheap :: The firm sells glue. [This] is cheap. :: -
a thing that contains :: The firm sells glue. [This] contains zinc. :: -
a thing that is bought :: The firm sells glue. We bought [this]. :: -
a product :: The farm sells honey. [This] is a good product. :: honey
what the question before leaves open :: Is the water safe? Nobody knows [that]. :: -
what is doubtful :: The firm says the filter lasts. [That] is doubtful. :: the filter lasts
a claim :: Some argue that herons eat hens. No study supports this [claim]. :: herons eat hens
past what tells of it :: A tale is that owls see elves. This belief is old. Few hold that [view]. :: owls see elves
a claim that is told with it :: Herons eat frogs. This [idea] of theirs is new. :: -
results that were published :: Vitamins helped. These [results] were published. :: -
no relative pronoun :: The stove is dear. Find one that heats or [that] burns oak. :: -
a reason that follows :: Hens lay less. [That] is the reason eggs are dear. :: -
nothing before :: [This] is what worries me. :: -
what the question before asks :: Do plums cure colds? [That] is a myth. :: plums cure colds
what it asks, where the parser lost its verb :: Will drinking tea stain my teeth? [That] is wrong. \
:: drinking tea stain my teeth
what it asks about :: What cures colds? [That] is a mystery. :: -
what it reminds of :: Remember the gale that broke the pier? [That] was incredible. :: the gale that broke the pier
what others cannot do :: Foxes climb trees. Dogs can't do [that]. :: foxes climb trees
the last of two that run on :: Foxes sleep in dens, they climb in trees. Dogs cannot match [that]. :: fox climb in trees
what others cannot eat :: Foxes caught a hare. Dogs can't eat [that]. :: -
whose finding it is :: Half of the ferries ran late, compared with a tenth before. [That] is our own audit. \
:: half of the ferries ran late
whose book it is :: Half of the ferries ran late. [That] is a book about ferries. :: -
a feat :: Trade has fallen in small ports, a [feat] never seen before. :: trade has fallen in small ports
a process, behind several things :: Yeasts eat sugars, a [process] called fermentation. :: yeasts eat sugars
a process, behind one thing :: The team used chromatography, a [process] known since 1903. :: -
what shops skip :: Cooks let dough rest, [something] most shops skip. :: cooks let dough rest
what heals by itself :: We sell [something] that heals wounds. :: -
"""


def _cells(table: str) -> list[list[str]]:
    """Return the cells of a table's lines."""
    return [line.split(" :: ") for line in table.strip().splitlines()]


@pytest.mark.parametrize(("shows", "text", "wanted"), _cells(NUMBER))
def test_a_pronoun_agrees_with_its_antecedent_in_number(
    shows: str, text: str, wanted: str, stands_for: Resolver
) -> None:
    """One thing is "it", several are "they", and a body of people is either."""
    assert stands_for(text) == wanted, shows


@pytest.mark.parametrize(("shows", "text", "wanted"), _cells(BEING))
def test_a_verb_tells_what_its_pronoun_may_be(shows: str, text: str, wanted: str, stands_for: Resolver) -> None:
    """Who believes is a person, what dissolves is none."""
    assert stands_for(text) == wanted, shows


@pytest.mark.parametrize(("shows", "text", "wanted"), _cells(ROLE))
def test_the_tree_tells_what_a_pronoun_cannot_be(shows: str, text: str, wanted: str, stands_for: Resolver) -> None:
    """No pronoun stands for what its own clause names beside it; subjects come before objects."""
    assert stands_for(text) == wanted, shows


@pytest.mark.parametrize(("shows", "text", "wanted"), _cells(NOTHING))
def test_it_may_stand_for_nothing_that_was_named(shows: str, text: str, wanted: str, stands_for: Resolver) -> None:
    """Weather, hours and clauses are not named by a noun, so that nothing is claimed of one."""
    assert stands_for(text) == wanted, shows


@pytest.mark.parametrize(("shows", "text", "wanted"), _cells(TOGETHER))
def test_what_is_named_together_is_meant_together(shows: str, text: str, wanted: str, stands_for: Resolver) -> None:
    """Several things joined by "and" are several, though each of them is one."""
    assert stands_for(text) == wanted, shows


@pytest.mark.parametrize(("shows", "text", "wanted"), _cells(COUNTED))
def test_a_word_that_counts_stands_for_what_it_counts(shows: str, text: str, wanted: str, stands_for: Resolver) -> None:
    """Some, two or none of them are of the kind that was named, and the numbered one comes first."""
    assert stands_for(text) == wanted, shows


@pytest.mark.parametrize(("shows", "text", "wanted"), _cells(SAID))
def test_what_is_denied_or_follows_is_what_was_just_said(
    shows: str, text: str, wanted: str, stands_for: Resolver
) -> None:
    """What is rejected, explained or comes of something is the clause before; what is sold or cheap is a thing."""
    assert stands_for(text) == wanted, shows


def test_what_goes_on_a_list_is_not_what_stands_before_it(claims_of: Claims) -> None:
    """The last of three is itself; one noun behind another tells who that is."""
    text = "It helps few: the weavers, the night shift, the crews who sing. We met Ann, the nurse who knits."
    found = {c.predicate.text: c.subject.label for c in claims_of(text)}
    assert found["sing"] == "crew"
    assert found["knits"] == "ann"


def test_a_bare_noun_stands_for_what_a_pack_calls_by_another_name(claims_packed: Claims) -> None:
    """What was named with more words is meant by its head alone, another thing of that kind is not."""
    text = "Ann had hair transplant surgery. The surgery was dear. The bill was paid."
    found = {c.subject.text: c.subject.label for c in claims_packed(text)}
    assert found["The surgery"] == "hair transplant"
    assert found["The bill"] == "bill"


ANNOUNCED = """What the bridge toll means for you

The toll pays for the bridge. Drivers like the toll. Neighbours often fear that the toll will rise. Few dodge the toll.

When are the booths open?

Most booths close for a year. Many are painted twice. Few stay dry. Children watch. Gulls move in.

Beginners ask. [It] costs nothing.
"""


def test_it_may_stand_for_what_a_page_announces_by_its_title(stands_for: Resolver) -> None:
    """A title that is come back to is in mind on the whole page; without the title nothing near is meant."""
    assert stands_for(ANNOUNCED).endswith("toll")
    assert stands_for(ANNOUNCED.partition("\n\n")[2]) == "-"


def test_what_a_page_is_about_counts_by_its_initials_as_well(stands_for: Resolver) -> None:
    """A levy is named in full and by its initials; other initials count for nothing."""
    text = """What the bridge levy is for

The bridge levy pays for paint. Drivers like BL. BL is low. Neighbours often fear that BL will rise. Few dodge BL.

When are the booths open?

Most booths close for a year. Many are painted twice. Few stay dry. Children watch. Gulls move in.

Beginners ask. [It] costs nothing.
"""
    assert stands_for(text) == "bridge levy"
    assert stands_for(text.replace("BL", "QX")) != "bridge levy"
