"""Whose words stand in a section that somebody signs, and who asks in an interview."""

from collections.abc import Callable

import pytest

from claimgraph.model import Claim

Reader = Callable[[str], list[Claim]]

JOURNAL = (
    "Annals of Soil\n\nORIGINAL ARTICLE\n\nLime on clay\n\nLime raised yields.\n\n"
    "COMMENTARY\n\nTwo sacks\nA. Moss and B. Hale\n\nThe plots were small.\n\nSeven farms dropped out.\n\n"
    "CORRECTIONS\n\nThe price was wrong."
)
PAPER = (
    "News\n\nTrains ran late.\n\nOpinion\n\nWhy the line must stay\nBy Ada Moss, councillor\n\nThe line carries nurses."
    "\n\nSport\n\nHull lost the match."
)
SHOW = (
    "THE KETTLE with Ada Moss\n\nADA: My guest is Dr Bob Hale. Tea stains teeth. Is that right?\n\nBOB: Milk helps.\n\n"
    "ADA: I drink it daily. What about green tea?\n\nBOB: Green tea stains less."
)


def _voices(claims: list[Claim]) -> dict[str, str]:
    """Return who says each quote."""
    return {claim.quote.exact: claim.voice.label for claim in claims}


@pytest.mark.parametrize(
    ("text", "theirs", "other", "name"),
    [
        (JOURNAL, ["The plots were small", "Seven farms dropped out"], "The price was wrong", "A. Moss and B. Hale"),
        (PAPER, ["The line carries nurses"], "Hull lost the match", "Ada Moss"),
    ],
    ids=["commentary", "opinion"],
)
def test_a_signed_section_is_its_writer_s(
    text: str, theirs: list[str], other: str, name: str, claims_of: Reader
) -> None:
    """What stands under a heading for opinion and a byline is its author's, up to the next section."""
    said = _voices(claims_of(text))
    assert {said[quote] for quote in theirs} == {name}
    assert said[other] != name


def test_an_unsigned_section_is_the_page_s(claims_of: Reader) -> None:
    """A section without a byline is said by the page."""
    said = _voices(claims_of("Notes\n\nLime raised yields.\n\nCommentary\n\nSalt and lime\n\nThe plots were small."))
    assert said["The plots were small"] == said["Lime raised yields"]


def test_a_host_is_who_the_page_says_hosts(claims_of: Reader) -> None:
    """Whoever asks under a first name is the host whom the page names, and who answers is named in full."""
    said = _voices(claims_of(SHOW))
    assert said["I drink it daily"] == said["Tea stains teeth"] == "Ada Moss"
    assert said["Milk helps"] == said["Green tea stains less"] == "Dr Bob Hale"


def test_a_name_and_place_sign_a_quotation_from_within(claims_of: Reader) -> None:
    """A name and a place that end a quotation tell whose it is."""
    said = _voices(claims_of('What you wrote to us\n\n"The cream cured my rash. It smells. Ada, Hull"\n\nIt costs £4.'))
    assert said["The cream cured my rash"] == "Ada"


@pytest.mark.parametrize(
    "text",
    [
        "Some vets believe the mix beats lime, though the evidence is thin.",
        "Most chefs say that the pan lasts longer, although the proof is thin.",
    ],
    ids=["evidence", "proof"],
)
def test_who_holds_a_view_does_not_weigh_it(text: str, claims_of: Reader) -> None:
    """That the evidence for a reported view is thin is said by the page."""
    *_, weighed = claims_of(text)
    assert weighed.quote.exact.endswith("is thin")
    assert weighed.voice.label not in {"Some vets", "Most chefs"}
