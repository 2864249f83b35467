"""What a clause tells of a noun that its sentence says is another thing: the claim is of that thing."""

from collections.abc import Callable

import pytest

from claimgraph.model import Claim, Polarity

Reader = Callable[[str], tuple[Claim, ...]]


def _told(claims: tuple[Claim, ...], verb: str) -> list[str]:
    """Return what the claims with a verb are said of."""
    return [claim.subject.label for claim in claims if verb in claim.predicate.text]


@pytest.mark.parametrize(
    ("text", "verb", "of"),
    [
        ("Rust is a type of fungus that spreads by wind.", "spreads", ["rust"]),
        ("The tree most often planted is the lime.", "planted", ["lime"]),
        ("Things that can set off an alarm include smoke, steam and dust.", "set off", ["smoke, steam and dust"]),
        ("Foods that fill you include rice and bread.", "fill", ["rice and bread"]),
        ("The only tools that really help are saws and planes.", "help", ["saw and plane"]),
        ("The man who won was a baker.", "won", ["man"]),
        ("The tree that fell may be the lime.", "fell", ["tree"]),
    ],
)
def test_what_picks_a_thing_out_is_told_of_the_thing(text: str, verb: str, of: list[str], claims_of: Reader) -> None:
    """A clause of a kind, a sort or "the one that" tells of what the sentence names, unless it only may be it."""
    assert _told(claims_of(text), verb) == of


def test_what_a_thing_is_not_is_no_name_of_it(claims_of: Reader) -> None:
    """Of "X is not a Y that Z" nothing is told of X but that."""
    [claim] = claims_of("Moss is not a plant that flowers.")
    assert (claim.subject.label, claim.polarity) == ("moss", Polarity.NEGATIVE)


@pytest.mark.parametrize(
    ("text", "who", "amount"),
    [
        ("It takes three weeks for the paint to dry.", "the paint to dry", "three weeks"),
        ("It took the crew two days to clear the road.", "clear the road", "two days"),
        ("It costs £40 to renew the permit.", "renew the permit", "£40"),
    ],
)
def test_what_it_takes_is_told_of_the_deed(text: str, who: str, amount: str, claims_of: Reader) -> None:
    """Time and money that "it" takes or costs are taken or cost by the deed behind."""
    [claim] = claims_of(text)
    assert claim.object is not None
    assert (claim.subject.text, claim.object.text) == (who, amount)


def test_there_is_quoted_with_what_there_is(claims_of: Reader) -> None:
    """The quote of what exists begins with "there", also where the verb is contracted."""
    [claim] = claims_of("There's less dust in the flat now.")
    assert claim.quote.exact.startswith("There's less dust in the flat")
