"""How far a denial goes: every claim of a sentence, and none besides, where something is denied or only seems to be."""

from collections.abc import Callable

import pytest

from claimgraph.model import Claim, Polarity

Reader = Callable[[str], tuple[Claim, ...]]
Written = Callable[[str], list[str]]

#: What it shows :: text :: its claims as subject | predicate's words | object | polarity and certainty, ";" between.
READINGS = """
never once :: Never once did the old diesel leave me stranded. :: old diesel | did leave | me | - asserted
once is no denial :: The kettle once had a lid. :: kettle | had | lid | + asserted
hardly ever :: The pump hardly ever fails. :: pump | fails | - | - asserted
a subject behind a time :: After the firmware update the fan hardly ever stops. :: fan | stops | - | - asserted
an inverted auxiliary :: Seldom has a law failed so badly. :: law | has failed | - | - asserted
on no occasion :: On no occasion did the tram stop. :: tram | did stop | - | - asserted
an amount of what is so :: The shrew weighs barely three grams. :: shrew | weighs | three gram | + asserted
hardly one :: Hardly a soul came. :: soul | came | - | - asserted
nothing more than :: The amulet is nothing more than a pebble. :: amulet | is | pebble | + asserted
no more than :: The gadget is no more than a toy. :: gadget | is | toy | + asserted
no more than compares :: The tablet costs no more than a loaf. :: tablet | costs more than | loaf | - asserted
nothing but :: The device is nothing but a magnet. :: device | is | magnet | + asserted
but what is :: The pump does not need oil but grease. :: pump | does not need | oil | - asserted; \
pump | does need | grease | + asserted
only what is :: The pony is not lame, only lazy. :: pony | is not | lame | - asserted; pony | is | lazy | + asserted
just what is, taken for one phrase :: The old moss remedy is not ineffective, just slow. :: old moss remedy | is not \
| ineffective | - asserted; old moss remedy | is | slow | + asserted
and what is not :: The soup is hot, not cold. :: soup | is | hot | + asserted; soup | is | cold | - asserted
a list stays denied :: The moss is not rare, useful or pretty. :: moss | is not | rare | - asserted; moss | is not \
| useful | - asserted; moss | is not | pretty | - asserted
a second preposition denied :: Salt correlated with thirst but not with gout. :: salt | correlated with | thirst \
| + asserted; salt | correlated with | gout | - asserted
a second preposition affirmed :: The dye was not found in cotton but in wool. :: dye | was not found in | cotton \
| - asserted; dye | was found in | wool | + asserted
a second preposition of time :: The law helps in towns but not in winter. :: law | helps in | town | + asserted
what is not uncommon :: It is not uncommon for mares to foal late. :: mare | to foal | - | + asserted
what is rare :: It is rare for owls to nest here. :: owl | to nest | - | - asserted
what one doubts :: Doctors doubt whether tonics help anyone. :: tonic | help | anyone | - hedged
a verb taken for a noun :: As a vet I seriously doubt whether the collar repels ticks. :: collar | repels | tick \
| - hedged
what is asked about :: Critics ask whether parks cut crime. ::
what you cannot deny :: You cannot deny that the bypass brought jobs. :: bypass | brought | job | + asserted
what you deny :: You deny that the bypass brought jobs. ::
no doubt :: There's no doubt the old exam was not fair. :: old exam | was not | fair | - asserted
some doubt :: There was some doubt that the well was dry. :: doubt that the well was dry | was | - | + asserted; \
well | was | dry | - hedged
nor at the start :: Nor does it rust. :: it | does rust | - | - asserted
nor before a copula :: Nor are the trams late. :: tram | are | late | - asserted
no denying :: There's no denying that the dam ruined the valley. :: dam | ruined | valley | + asserted
what no one disputes :: No one disputes that the well is dry. :: well | is | dry | + asserted
what one does not doubt :: I don't doubt that bees need heather. :: bee | need | heather | + asserted
a disputed claim :: The union disputes the claim that fees deter students. :: fee | deter | student | - asserted
a claim not disputed :: The firm does not dispute the claim that vans leak. :: van | leak | - | + asserted
a call rejected :: The committee rejected calls that the fee be cut. :: committee | rejected \
| call | + asserted
what is important :: It is important for pumps to run. ::
"""


def _cells() -> list[list[str]]:
    """Return the cells of the table's lines."""
    return [[cell.strip() for cell in line.split("::")] for line in READINGS.strip().splitlines()]


@pytest.mark.parametrize("row", _cells(), ids=lambda row: row[0])
def test_a_denial_goes_as_far_as_it_reaches(row: list[str], written: Written) -> None:
    """A sentence gives just the claims that stand beside it, denied where the sentence denies them."""
    _, text, wanted = row
    assert written(text) == sorted(cell.strip() for cell in wanted.split(";") if cell.strip())


@pytest.mark.parametrize(
    ("text", "voice"),
    [
        ("The union disputes the claim that driverless trams are safe.", "The union"),
        ("The board rejects the idea that fees deter students.", "The board"),
        ("The mayor denies that the bridge is unsafe.", "The mayor"),
    ],
)
def test_who_denies_a_claim_speaks(text: str, voice: str, claims_of: Reader) -> None:
    """What is disputed is denied in the words of whoever disputes it."""
    [claim] = claims_of(text)
    assert (claim.voice.label, claim.polarity) == (voice, Polarity.NEGATIVE)
