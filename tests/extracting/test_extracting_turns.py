"""Whose words a page prints beside its own: answers of an interview, comments under an article, myths it denies."""

from collections.abc import Callable

import pytest

from claimgraph.model import Claim, Polarity

Reader = Callable[[str], tuple[Claim, ...]]


def _voices(claims: tuple[Claim, ...]) -> dict[str, str]:
    """Return the voice of each claim, by its subject."""
    return {claim.subject.text: claim.voice.label for claim in claims}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (
            "Is peat good?\nWe spoke to Dr Ada Moss, a soil scientist.\n\nQ: Does peat feed plants?\nA: No. Bark is "
            "cheaper.\n\nQ: And compost?\nA: Compost warms the soil.\nWorms love it.\n\nRelated articles\nSpades rust "
            "in wet soil.",
            "Dr Ada Moss",
        ),
        (
            "Our editor sat down with Dr Ada Moss.\n\nHerald: Does peat feed plants?\n\nDr Moss: No. Bark is cheaper."
            "\n\nHerald: And compost?\n\nDr Moss: Compost warms the soil.\n\nWorms love it, I think.\n\nTIPS\n\n"
            "Spades rust in wet soil.",
            "Dr Ada Moss",
        ),
        (
            "Jane Poe put our questions to soil scientist Ada Moss.\n\nJP: Does peat feed plants?\nAM: Bark is cheaper."
            "\nJP: And compost?\nAM: Compost warms the soil. Worms love it.\n\nSpades rust in wet soil.",
            "Ada Moss",
        ),
        (
            "Ada Moss, a soil scientist at Ely, talks to us about peat.\n\nDoes peat feed plants?\n\nI don't know. "
            "Bark is cheaper.\n\nAnd compost?\n\nCompost warms the soil. I use it.\n\nAnd worms?\n\nWorms love it, I "
            "think.\n\nTIPS\n\nSpades rust in wet soil.",
            "Ada Moss",
        ),
        (
            "Dr Ada Moss has studied soil for years. We met her at Ely.\n\nDoes peat feed plants?\n\nI doubt it. Bark "
            "is cheaper.\n\nAnd compost?\n\nCompost warms the soil. I use it.\n\nAnd worms?\n\nWorms love it, I "
            "think.\n\nAT A GLANCE\n\nSpades rust in wet soil.",
            "Dr Ada Moss",
        ),
        (
            "Dr Ada Moss was asked by our reader Jo.\n\nHERALD: Does peat feed plants?\n\nMOSS: Bark is cheaper.\n\n"
            "HERALD: And compost?\n\nMOSS: Compost warms the soil.\nWorms love it.\n\nTIPS\n\n"
            "Spades rust in wet soil.",
            "Dr Ada Moss",
        ),
    ],
    ids=["letters", "names", "initials", "questions alone", "introduced", "capitals"],
)
def test_who_is_asked_answers(text: str, name: str, claims_of: Reader) -> None:
    """The answers of an interview are whose they are, however its turns are printed; what follows is the page's."""
    said = _voices(claims_of(text))
    assert {said["Bark"], said["Compost"], said["Worms"]} == {name}
    assert said["Spades"] not in {name, ""}


def test_questions_and_answers_of_nobody_else_are_the_page_s(claims_of: Reader) -> None:
    """Frequent questions are answered by the page itself."""
    text = "Does peat feed plants?\nBark is cheaper.\n\nIs it banned?\nThe ban starts in May.\n\nWhy?\nPeat bogs dry."
    assert len({claim.voice.label for claim in claims_of(text)}) == 1


COMMENTS = [
    "4 Comments\n\nKaren Mills says:\n4 May 2021 at 9:14 am\nThe motor broke.\nReply\n\nTom Birch says:\n4 May 2021 at "
    "10:02 am\nThe cable is short.\nReply\n\nLeave a reply\nYour address stays private.",
    "Comments (2)\n\nKaren Mills, Leeds - 4 May 2021\nThe motor broke.\n\nTom Birch - 5 May 2021\nThe cable is short."
    "\n\nRelated posts\nSome chairs creak.",
    "What readers said\n\nKaren Mills\nThe motor broke.\n\nTom Birch\nThe cable is short.",
    "Comments\n\nKaren Mills: The motor broke.\n\nTom Birch: The cable is short.",
    '2 thoughts on "A week"\n\nKaren Mills on 4 May 2021 at 9:14 am said:\nThe motor broke.\n\nTom Birch (Leeds) '
    "writes:\nThe cable is short.",
    "Comments\n\nKaren Mills | 4 May 2021 | Reply\nThe motor broke.\n\nTom Birch | 5 May 2021 | Reply\nThe cable is "
    "short.",
]


@pytest.mark.parametrize("comments", COMMENTS, ids=["says", "dates", "names", "labels", "on a day", "buttons"])
def test_a_comment_is_its_writer_s(comments: str, claims_of: Reader) -> None:
    """What stands under a heading of comments is said by who is named over or before it, the article by the page."""
    said = _voices(claims_of(f"A week with a desk\n\nThe desk is sturdy.\n\n{comments}"))
    assert (said["The motor"], said["The cable"]) == ("Karen Mills", "Tom Birch")
    others = {name for subject, name in said.items() if subject not in {"The motor", "The cable"}}
    assert others.isdisjoint({"Karen Mills", "Tom Birch"})


def test_a_count_of_comments_heads_none(claims_of: Reader) -> None:
    """A line that only counts comments, with no commenter near, leaves the page its words."""
    said = _voices(claims_of("A week with a desk\n\n12 comments\n\nThe desk is sturdy. The motor hums all day."))
    assert len(set(said.values())) == 1


def test_a_myth_is_denied_by_the_page_that_calls_it_one(claims_of: Reader) -> None:
    """What a label calls a myth is denied, and quoted with the label; the fact beside it is asserted."""
    text = "Myth: Salt rusts gold.\nFact: Gold keeps its shine in salt.\n\nMyth 2: Cats fear all water.\n"
    text += "Fact: Some cats swim."
    claims = claims_of(text)
    polarity = {claim.subject.text: claim.polarity for claim in claims}
    assert polarity == {
        "Salt": Polarity.NEGATIVE,
        "Gold": Polarity.POSITIVE,
        "Cats": Polarity.NEGATIVE,
        "Some cats": Polarity.POSITIVE,
    }
    assert claims[0].quote.exact == "Myth: Salt rusts gold"
    assert len({claim.voice.label for claim in claims}) == 1


def test_a_quotation_under_a_heading_of_myths_is_one(claims_of: Reader) -> None:
    """What stands in quotation marks where a paragraph on myths begins is denied; what follows is the page's answer."""
    text = 'Common myths\n\n"Cats fear all water." Some cats swim in rivers.\n\n"Salt rusts gold." Gold lasts in salt.'
    polarity = {claim.subject.text: claim.polarity for claim in claims_of(text)}
    assert (polarity["Cats"], polarity["Some cats"]) == (Polarity.NEGATIVE, Polarity.POSITIVE)
    assert (polarity["Salt"], polarity["Gold"]) == (Polarity.NEGATIVE, Polarity.POSITIVE)
