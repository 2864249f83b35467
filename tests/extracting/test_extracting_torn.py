"""Sentences whose tree comes out torn, mended: what goes on from what, figures, stranded words, who says a thing."""

from collections.abc import Callable

import pytest

from claimgraph.model import Claim

Reader = Callable[[str], tuple[Claim, ...]]
Written = Callable[[str], list[str]]

#: What it shows :: text :: its claims as subject | predicate's words | object | polarity and certainty, ";" between.
READINGS = """
a note's mark :: Costs fell by 9% in May.¹ Prices did not change. :: cost | fell by | 9 % | + asserted; price | did \
not change | - | - asserted
a note in brackets :: Prices fell in June.[3] Wages rose. :: price | fell | - | + asserted; wage | rose | - | + \
asserted
a lone letter :: Few fruits hold much vitamin C. Kiwis are sweet. :: fruit | hold | vitamin c | - asserted; kiwis | \
are | sweet | + asserted
an initial :: John D. Rockefeller sold oil. :: john D. rockefeller | sold | oil | + asserted
a unit's full stop :: Most cats eat 60g and ours needs 90g. :: cat | eat | 60 g | + asserted; our cat | needs | 90 g | \
+ asserted
asked about most :: Oak has become the wood our builders ask about most. :: builder | ask about | wood | + asserted; \
oak | has become | wood | + asserted
a time before a subject :: Over the last ten years trams have become quiet. :: tram | have become | quiet | + asserted
participles of a passive :: The beans are picked from wild shrubs, washed in cold water and dried. :: bean | are \
picked from | wild shrub | + asserted; bean | dried | - | + asserted; bean | washed in | cold water | + asserted
has been around :: Steam engines have been around for much longer. :: steam engine | have been | around | + asserted
behind a semicolon :: Rust stops within two days; smooth running from week three. :: rust | stops | - | + asserted
verbs of a condition :: You shouldn't fly if you're ill, have a broken leg or take sedatives. :: you | shouldn't fly \
| - | - asserted
a share :: The floods only hit about 3 in 50 homes. :: flood | hit | home | + asserted
a range of money :: Tickets cost between £5 and £9. :: ticket | cost | between £5 and £9 | + asserted
upwards of :: A new pump costs upwards of £300. :: new pump | costs | upwards of £ 300 | + asserted
a friend of mine :: A friend of mine reckons solar is just a fad. :: solar | is | fad | + asserted
who is told :: The leaflet told visitors fluoride was harmless. :: fluoride | was | harmless | + asserted
a gerund with a list :: Cutting out tea, coffee and cola can help. :: cut out tea | can help | - | + hedged
a gerund behind a condition :: If your tyres are soft, pumping them up can save fuel. :: pump up tyre | can save | \
fuel | + hedged
what is seen :: What I find in old lofts are sagging beams. :: what i find in old lofts | are | sagging beam | + \
asserted
no better :: Clay pipes are no better insulated than steel pipes. ::
nor do they :: The maker doesn't know, and nor do the people who sell it. :: people | sell | maker | + asserted
a bare modal :: No mayor can tax rain, yet the governor can. :: mayor | can tax | rain | - asserted
advice :: We advise growers to plant barley. :: we | advise | grower plant barley | + asserted
what others are told :: The clinic advised me to avoid salt. :: clinic | advised | me avoid salt | + asserted
what is not told :: Few sellers tell you which wood they use. ::
plus :: Lime plus sand holds bricks. :: lime plus sand | holds | brick | + asserted
a plural in a list :: Low levels have been linked to weak muscles, falls and broken bones. :: low level | have been \
linked to | broken bone | + asserted; low level | have been linked to | fall | + asserted; low level | have been \
linked to | weak muscle | + asserted
a quality :: The gas has no colour or smell. :: gas | has | colour | - asserted; gas | has | smell | - asserted
a description of an opening :: In homes whose rooms were damp, the fan removes mould. :: fan | removes | mould | + \
asserted; room | were | damp | + asserted
or older :: Members were 65 or older. :: member | were | 65 | + asserted
a participle of a subject :: We found that cows eating hay gave more. :: cow eating hay | gave | more | + asserted
called so :: My flat has a shelf that my aunt calls the zoo. :: flat | has | shelf | + asserted; shelf | calls | zoo \
| + asserted
a by-product :: We sell whey, an industrial by-product. :: we | sell | whey | + asserted; whey |  | industrial \
by-product | + asserted
happy for :: I would be happy for my neighbours to use it. :: i | would be | happy for my neighbours to use it | + \
hedged
not convinced :: My sister isn't convinced that the roof is dry. :: roof | is | dry | - hedged
less of a thing :: The gel reduces swelling in two days. :: gel | reduces | swelling | + asserted
famous for :: The hill that the town is famous for is steep. :: hill | is | steep | + asserted; town | is famous for \
| hill | + asserted
proud of :: The polls they're so proud of asked a loaded question. :: poll | asked | loaded question | + asserted; \
they | 're proud of | poll | + asserted
none of these :: The shelf has no glue, no nails, made in Kent. :: shelf | has | glue | - asserted
yes or no :: Was this page helpful? Yes / No ::
figures in a bracket :: The drug reduced falls (RR 0.84, 95% CI 0.74 to 0.96; 9 trials). :: drug | reduced | fall | \
+ asserted
on its own :: The alarm stops on its own. :: alarm | stops | - | + asserted
what is not meant :: This is not to say that trams are slow. ::
what nobody knows :: Nobody knows if the coating lasts. :: nobody | knows | if the coating lasts | - asserted
a little more :: We get a little more rain in June. :: we | get | rain | + asserted
set against an object :: Frost breaks oak doors, not a lack of oil. :: frost | breaks | oak door | + asserted
a bare share :: By June it was one in three. :: it | was | one in three | + asserted
from a place, aged :: The bike was stolen from Ada, 51, from Leeds, who sold kites. :: ada | sold | kite | + asserted; \
bike | was stolen from | ada | + asserted
a study of trials :: The vet read a review of 42 trials, published in May by Elm Press. :: \
review of trial | published by | elm press | + asserted; vet | read | review of trial | + asserted
a row of pages :: FREE POST OVER £9 | Home | Oils | News | Help ::
only which is meant :: The glue used generally is cheap. :: glue | is | cheap | + asserted
"""


def _cells() -> list[list[str]]:
    """Return the cells of the table's lines."""
    return [[cell.strip() for cell in line.split("::")] for line in READINGS.strip().splitlines()]


@pytest.mark.parametrize("row", _cells(), ids=lambda row: row[0])
def test_a_torn_sentence_gives_what_it_says(row: list[str], written: Written) -> None:
    """A sentence gives just the claims that stand beside it, none of a piece that was torn off."""
    _, text, wanted = row
    assert written(text) == sorted(cell.strip() for cell in wanted.split(";") if cell.strip())


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("You shouldn't fly if you're ill or take sedatives.", "if you're ill or take sedatives"),
        ("You shouldn't fly if you're ill, have a fever or take pills.", "if you're ill, have a fever or take pills"),
        ("The floods only hit about 3 in 50 homes.", "about 3 in 50"),
    ],
)
def test_what_narrows_a_claim_is_kept_whole(text: str, told: str, claims_of: Reader) -> None:
    """A condition with several verbs, and a share of what is counted, narrow the one claim of their sentence."""
    [claim] = claims_of(text)
    assert told in [qualifier.text for qualifier in claim.qualifiers]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("In dry soils there is no proof that the gel holds water.", "In dry soils"),
        ("If your roof is sound, there's no proof that paint makes it drier.", "If your roof is sound"),
    ],
)
def test_what_there_is_no_proof_of_keeps_what_narrows_it(text: str, told: str, claims_of: Reader) -> None:
    """A phrase or condition before "there is no proof that" narrows what is denied."""
    [claim] = claims_of(text)
    assert told in [qualifier.text for qualifier in claim.qualifiers]


def test_what_people_like_a_thing_for_is_said_of_the_thing(claims_of: Reader) -> None:
    """Items under "why gardeners love it", headed by number signs, are about what the page is about."""
    page = (
        "# Orla Wax\n\nOrla Wax is new. Orla Wax dries fast. Orla Wax contains bees' wax.\n\n"
        "## Why 900 builders love it\n\n- Keeps oak bright for years\n- Reduces cracking in as little as 14 days*\n"
    )
    found = [(c.subject.label, c.predicate.text, c.object.label if c.object else "") for c in claims_of(page)]
    assert found[-2:] == [("orla wax", "Keeps bright", "oak"), ("orla wax", "Reduces", "cracking")]
