"""The reason of a relation, and the reason of none."""

from collections.abc import Callable

import pytest

from claimgraph.knowledge import Pack
from claimgraph.model import Claim
from claimgraph.relating import explain

Say = Callable[..., Claim]


def test_the_reason_names_both_sides_and_the_steps(pack: Pack, say: Say) -> None:
    """One sentence quotes both claims, says what makes the difference, and tells the steps of the match."""
    yes = say("butterbur", "treat", "migraine", voice="Dr Ash", quote="Butterbur treats migraine")
    no = say("butterbur", "work for", "headache", denied=True, voice="poster 2", quote="It does nothing for headaches.")
    found = explain(yes, no, pack)
    assert found.relation is not None
    assert found.sentence == (
        "Dr Ash says “Butterbur treats migraine”, and poster 2 says “It does nothing for headaches”: "
        "one affirms and the other denies that butterbur treats migraine (“migraine” is a kind of “headache”)."
    )


@pytest.mark.parametrize(
    ("said", "reason"),
    [
        (("feverfew", "treat", "headache"), "the subject differs"),
        (("butterbur", "treat", "sleep quality"), "the object differs"),
        (("butterbur", "be derived from", "root"), "what something brings about or hinders, the other a plain fact"),
    ],
)
def test_why_not(pack: Pack, say: Say, said: tuple[str, str, str], reason: str) -> None:
    """For two claims that are not related, the slot that keeps them apart is named."""
    found = explain(say("butterbur", "treat", "headache"), say(*said), pack)
    assert found.relation is None
    assert reason in found.sentence


def test_a_claim_is_not_related_to_itself(pack: Pack, say: Say) -> None:
    """One claim asked about twice is told to be one claim."""
    claim = say("butterbur", "treat", "headache")
    assert "one and the same" in explain(claim, claim, pack).sentence
