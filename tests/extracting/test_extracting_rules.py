"""Each rule of extracting, on invented sentences about many subjects."""

from collections.abc import Callable

import pytest

from claimgraph.model import Claim, Polarity

Reader = Callable[[str], tuple[Claim, ...]]

#: A thread, with its posters' names before their posts.
THREAD = "nils_88: The grinder arrived.\n\nBought the grinder in May.\n\nsol_12: Ok.\n\nmax_3: Hm."

#: Rule :: what it shows :: text :: words of the subject :: words of the object :: polarity.
RULES = """
clause :: a transitive verb :: Cold water extracts less caffeine. :: Cold water :: less caffeine :: +
clause :: a passive with its agent :: The appeal was dismissed by the court. :: The appeal :: the court :: +
clause :: a copula with an adjective :: The orbit is elliptical. :: The orbit :: elliptical :: +
clause :: a preposition as the link :: The glacier feeds into the lake. :: The glacier :: the lake :: +
clause :: a chain of verbs :: Clover has been shown to bind nitrogen. :: Clover :: nitrogen :: +
clause :: a chain through an adjective :: The cell is able to store heat. :: The cell :: heat :: +
clause :: a chain through a noun :: The alloy has the ability to absorb shocks. :: The alloy :: shocks :: +
clause :: a chain that denies :: The striker failed to score a goal. :: The striker :: a goal :: -
clause :: too much for it :: The telescope is too small to resolve the pair. :: The telescope :: the pair :: -
clause :: a relative clause :: The battery, which powers the rover, degrades. :: The battery :: the rover :: +
clause :: a relative clause about its object :: The rule that referees use saves time. :: referees :: rule :: +
clause :: a participle :: Soils treated with lime hold more water. :: Soils :: lime :: +
clause :: a shared subject :: The statute bans fireworks and limits bonfires. :: The statute :: bonfires :: +
clause :: a shared object :: Worms loosen and aerate the soil. :: Worms :: the soil :: +
clause :: a shared denial :: The filter does not trap dust or remove odours. :: The filter :: odours :: -
clause :: a caused clause :: The roast causes the beans to crack. :: The roast :: the beans to crack :: +
clause :: a gerund as a copula's noun :: One option is mulching. :: One option :: mulching :: +
clause :: no on the object :: The comet left no trail. :: The comet :: no trail :: -
clause :: hardly any :: The drill hardly slows the cyclists. :: The drill :: the cyclists :: -
clause :: by no means :: The verdict is by no means final. :: The verdict :: final :: -
existential :: a place :: There is a dark crater on the moon. :: crater :: the moon :: +
existential :: none :: There is no copper in the cable. :: no copper :: the cable :: -
existential :: what is done to it :: There are trials conducted on barley. :: trials :: barley :: +
apposition :: a description :: Crema, a thin foam, covers the cup. :: Crema :: a thin foam :: +
apposition :: a denied description :: Chicory, not a coffee, tastes bitter. :: Chicory :: a coffee :: -
nominal :: the use of X for Y :: The use of graphite for anodes is common. :: graphite :: anodes :: +
nominal :: X's effect on Y :: The paper describes caffeine's effect on sprinters. :: caffeine :: sprinters :: +
nominal :: a link between X and Y :: The survey found a link between drought and wildfire. :: drought :: wildfire :: +
nominal :: no link between X and Y :: The survey found no link between comets and floods. :: comets :: floods :: -
clause :: what a study links :: Some studies have linked noise to poor sleep. :: noise :: poor sleep :: +
clause :: what is kept off :: Grease protects the chain from rust. :: Grease :: rust :: +
naming :: what somebody calls something :: The coach called the penalty a gift. :: the penalty :: a gift :: +
taking :: how long it takes :: It takes six weeks to see seedlings. :: It :: seedlings :: +
without :: what it does without :: The engine runs without oil. :: The engine :: oil :: -
comparison :: a comparative adjective :: Sodium cells are cheaper than lead cells. :: Sodium cells :: lead cells :: +
comparison :: a comparative of a noun :: Rowers burn more energy than golfers. :: Rowers :: golfers :: +
comparison :: superior to :: Compost is superior to peat. :: Compost :: peat :: +
comparison :: a denied comparison :: Dwarf stars are not brighter than giants. :: Dwarf stars :: giants :: -
answer :: a bare yes :: Is the levy legal? Yes. :: the levy :: legal :: +
answer :: a bare no :: Does decaf raise the pulse? No. :: decaf :: the pulse :: -
elliptic :: a poster leaves out "I" :: {thread} :: I :: the grinder :: +
"""


def _rows() -> list[tuple[str, ...]]:
    """Return the cells of the table's lines."""
    return [tuple(cell.strip() for cell in line.split(" :: ")) for line in RULES.strip().splitlines()]


@pytest.mark.parametrize("row", _rows(), ids=lambda row: f"{row[0]}: {row[1]}")
def test_each_rule_finds_its_claim(row: tuple[str, ...], claims_of: Reader) -> None:
    """A rule gives its own claim, with the words of subject and object and the right polarity."""
    rule, _, text, subject, target, sign = row
    polarity = Polarity.POSITIVE if sign == "+" else Polarity.NEGATIVE
    found = [
        (claim.subject.text or claim.subject.label, claim.object.text if claim.object else "", claim.polarity)
        for claim in claims_of(text.format(thread=THREAD))
        if claim.rule == rule
    ]
    assert any(
        subject.lower() in who.lower() and target.lower() in what.lower() and polarity is sense
        for who, what, sense in found
    ), found
