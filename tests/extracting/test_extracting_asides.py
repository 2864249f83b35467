"""What claims nothing: lines of pages to go to, words to be pressed, advice, and a speaker's own candour."""

from collections.abc import Callable

import pytest

from claimgraph.model import Claim

Reader = Callable[[str], tuple[Claim, ...]]
Written = Callable[[str], list[str]]

#: What it shows :: text :: its claims as subject | predicate's words | object | polarity and certainty, ";" between.
ASIDES = """
two pages to go to :: Newsletters | Sign in ::
words to be pressed :: Contents [hide] ::
a source asked for is no word :: Kites help.[citation needed] They cost much. \
:: kite | help | - | + asserted; kite | cost | much | + asserted
when a page was changed :: This page was last edited on 11 May 2024, at 08:42. ::
being honest :: I'll be honest, the pump is loud. :: pump | is | loud | + asserted
owning up :: I'll own up straight away: the soup was cold. :: soup | was | cold | + asserted
not lying :: I won't lie, the soup was cold. :: soup | was | cold | + asserted
letting in is no candour :: We will admit the pupils. :: we | will admit | pupil | + asserted
advice behind so :: Wax can stain, so wipe it off. :: wax | can stain | - | + hedged
nor is it said of what comes before :: Zinc can harm with other pills, so talk to your chemist. :: \
zinc | can harm with | pill | + hedged
what people do is no advice :: Prices rose, so people leave the town. \
:: price | rose | - | + asserted; people | leave | town | + asserted
which count :: They want the tools that matter. :: they | want | tools that matter | + asserted
growing older :: The body makes less bone as we get older. :: body | makes | less bone | + asserted
a second duty :: The council ought to sweep the path, and paint the gate. \
:: council | ought to sweep | path | + asserted; \
council | ought to paint | gate | + asserted
a title :: Fasting and sleep: why we stopped ::
May is a month :: The tram stops May 3. :: tram | stops | - | + asserted
"""


@pytest.mark.parametrize("row", [r.split(" ::") for r in ASIDES.strip().split("\n")], ids=lambda row: row[0])
def test_what_only_leads_up_to_a_claim_is_none(row: list[str], written: Written) -> None:
    """Advice, navigation, candour and what picks out a thing are no claims, and stand in no other's way."""
    _, text, claims = row
    assert sorted(written(text.strip())) == sorted(claim.strip() for claim in claims.split(";") if claim.strip())


def test_those_who_speak_are_told_which(claims_of: Reader) -> None:
    """Who "those" are belongs to the voice, with what they did it to."""
    text = "In our survey of members, 61% of those who had tried PEAT said the roses died."
    assert [c.voice.label for c in claims_of(text)] == ["61% of those who had tried PEAT"]


def test_her_view_is_that_of_whom_the_page_named(claims_of: Reader) -> None:
    """A view without a comma behind it is parted from the subject, and "her" stands for the woman named before."""
    text = "Ada Moss disagrees. In her view peat should be banned because it is dear."
    assert {c.subject.text: c.voice.label for c in claims_of(text)} == {
        "Ada Moss": "text", "peat": "Ada Moss", "it": "Ada Moss"
    }  # fmt: skip
