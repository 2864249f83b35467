"""Letters of readers that a page prints: whose each is, and where it begins and ends."""

from collections.abc import Callable

import pytest

from claimgraph.model import Claim

Reader = Callable[[str], tuple[Claim, ...]]

#: A page with letters under a heading, one of several paragraphs and one that nobody signed.
PAGE = """The Ferry Post

The quay is closed.

{heading}

Crossing times
{first}The morning ferry is late. The crew blames fog.
Ada Moss, Quay Street

Bring back the bell
{second}The bell helps swimmers.

The rope costs nothing.
Ben Ode (Captain, retired), by email

{third}Gulls eat the crumbs.

Opening hours
The office opens at nine.
"""
SIGNED = {
    "The quay": "The Ferry Post",
    "The morning ferry": "Ada Moss",
    "The crew": "Ada Moss",
    "The bell": "Ben Ode",
    "The rope": "Ben Ode",
    "The office": "The Ferry Post",
}


@pytest.mark.parametrize(
    ("heading", "greetings", "unsigned"),
    [
        ("YOUR LETTERS", ("Sir – ", "Madam, ", "Dear Editor, "), "a reader"),
        ("Readers' letters", ("", "", ""), "The Ferry Post"),
        ("NEWS", ("SIR - ", "Sir, – ", "Sir: "), "a reader"),
    ],
)
def test_a_letter_is_its_signers_from_its_greeting_or_heading_on(
    heading: str, greetings: tuple[str, str, str], unsigned: str, claims_of: Reader
) -> None:
    """The name under a letter speaks all of it, and neither the next letter nor the page."""
    first, second, third = greetings
    page = PAGE.format(heading=heading, first=first, second=second, third=third)
    said = {c.subject.text: c.voice.label for c in claims_of(page)}
    assert said == {**SIGNED, "Gulls": unsigned}


def test_a_greeting_is_no_part_of_what_a_letter_claims(claims_of: Reader) -> None:
    """Neither the quote nor the subject of a claim takes in the "Sir" before it."""
    [claim] = claims_of("LETTERS\n\nSir – Ms Hale forgets the tides.\nAda Moss, Quay Street")
    assert (claim.quote.exact, claim.subject.text) == ("Ms Hale forgets the tides", "Ms Hale")


def test_an_answer_to_a_letter_is_not_its_signers(claims_of: Reader) -> None:
    """A paragraph with a label before it belongs to no letter."""
    page = "LETTERS\n\nThe pier is shut.\nAda Moss, Hull\n\nThe Editor replies: The bridge opens soon.\n\n"
    said = {c.subject.text: c.voice.label for c in claims_of(f"{page}The tide is high.\nBo Lind, Hull")}
    assert (said["The pier"], said["The tide"]) == ("Ada Moss", "Bo Lind")
    assert said["The bridge"] not in {"Ada Moss", "Bo Lind"}


def test_a_line_under_a_heading_signs_no_letter_on_other_pages(claims_of: Reader) -> None:
    """Without letters on the page, a name under a paragraph is nobody's signature."""
    page = "The Ferry Post\n\nSailors write letters.\n\nThe pier is shut.\nAda Moss, Hull"
    assert {c.voice.label for c in claims_of(page)} == {"The Ferry Post"}
