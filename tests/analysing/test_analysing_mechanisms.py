"""Chains from a treatment to an outcome."""

from typing import TYPE_CHECKING

from claimgraph.analysing.mechanisms import mechanisms
from claimgraph.model import Certainty, Evidence

if TYPE_CHECKING:
    from tests.analysing.conftest import Teller

KINDS = {
    "exosomes": "Treatment",
    "growth factors": "Substance",
    "follicle": "Anatomy",
    "hair": "Outcome",
    "stem cells": "Cell",
}
EFFECTS = {"contain": 0, "stimulate": 1, "grows": 1, "is derived from": 0}


def test_a_chain_names_its_weakest_and_its_disputed_link(tell: "Teller") -> None:
    """Exosomes contain growth factors, these stimulate the follicle, which grows hair: one link weak, one denied."""
    pack = tell.pack(KINDS, EFFECTS)
    claims = [
        tell.say("a", "exosomes | contain | growth factors", pack=pack, evidence=Evidence.LABORATORY_STUDY),
        tell.say("b", "exosomes | contain | growth factors", pack=pack),
        tell.say("c", "exosomes | contain | growth factors", pack=pack, no=True),
        tell.say("a", "growth factors | stimulate | follicle", pack=pack, certainty=Certainty.SPECULATIVE),
        tell.say("a", "follicle | grows | hair", pack=pack, evidence=Evidence.STUDY),
    ]
    found = mechanisms(tell.pile(claims, pack=pack))
    (path,) = found.paths
    assert [step.subject_label for step in path.steps] == ["exosomes", "growth factors", "follicle"]
    assert (path.start_label, path.end_label, path.weakest, path.disputed) == ("exosomes", "hair", 1, (0,))
    assert path.steps[0].against == (claims[2].id,)
    assert path.sentence == (
        "Exosomes contain growth factors, which stimulate follicle, which grows hair. "
        "The weakest link, that growth factors stimulate follicle, has 1 source. "
        "Disputed: “exosomes contain growth factors”."
    )


def test_strength_is_the_mean_of_voices_wording_and_evidence(tell: "Teller") -> None:
    """One voice (1/2), asserted (0.8), bare assertion (1/12): 0.461; worked by hand."""
    pack = tell.pack(KINDS, EFFECTS)
    claims = [
        tell.say("a", "exosomes | stimulate | follicle", pack=pack),
        tell.say("a", "follicle | grows | hair", pack=pack, evidence=Evidence.SYSTEMATIC_REVIEW),
    ]
    first, second = mechanisms(tell.pile(claims, pack=pack)).paths[0].steps
    assert round(first.strength, 3) == 0.461
    assert round(second.strength, 3) == round((1 / 2 + 0.8 + 1) / 3, 3)


def test_place_origin_comparison_and_denial_are_no_links(tell: "Teller") -> None:
    """Where a thing comes from or lies, and what is denied, leads nowhere."""
    pack = tell.pack(KINDS, EFFECTS)
    for link in ("is derived from", "is located in", "come from", "be better than", "is"):
        claims = [
            tell.say("a", f"exosomes | {link} | stem cells", pack=pack),
            tell.say("a", "stem cells | grows | hair", pack=pack),
        ]
        assert mechanisms(tell.pile(claims, pack=pack)).paths == (), link
    denied = [
        tell.say("a", "exosomes | stimulate | follicle", pack=pack, no=True),
        tell.say("a", "follicle | grows | hair", pack=pack),
    ]
    assert mechanisms(tell.pile(denied, pack=pack)).paths == ()


def test_no_chain_runs_through_people(tell: "Teller") -> None:
    """That a treatment works for patients and patients have hair says nothing on how it works."""
    pack = tell.pack({**KINDS, "patients": "Population"}, {"works for": 1, "have": 0})
    claims = [
        tell.say("a", "exosomes | works for | patients", pack=pack),
        tell.say("a", "patients | have | hair", pack=pack),
    ]
    assert mechanisms(tell.pile(claims, pack=pack)).paths == ()


def test_what_a_thing_is_rich_in_is_a_link(tell: "Teller") -> None:
    """A copula that says what its subject holds leads on."""
    claims = [tell.say("a", "PRP | is rich in | growth factors"), tell.say("a", "growth factors | grow | hair")]
    (path,) = mechanisms(tell.pile(claims)).paths
    assert (path.start_label, path.end_label) == ("PRP", "hair")


def test_without_a_pack_any_chain_counts_but_a_single_link_does_not(tell: "Teller") -> None:
    """With no kinds known, a chain runs from what nothing leads to, to what leads nowhere; one link is no chain."""
    claims = [
        tell.say("a", "coffee | contains | caffeine"),
        tell.say("b", "caffeine | blocks | adenosine"),
        tell.say("c", "noise | disturbs | sleep"),
    ]
    found = mechanisms(tell.pile(claims))
    assert [(path.start_label, path.end_label) for path in found.paths] == [("coffee", "adenosine")]
    assert found.note.sentence.startswith("1 chain of statements leads")


def test_a_conflict_of_another_kind_disputes_a_link_too(tell: "Teller") -> None:
    """A claim that conflicts with a link's claim stands against the link, though it denies another proposition."""
    first = tell.say("a", "coffee | contains | caffeine")
    second = tell.say("a", "caffeine | prevents | sleep")
    rival = tell.say("b", "caffeine | improves | sleep")
    link = tell.relate("conflict", "contrary", rival, second)
    paths = mechanisms(tell.pile([first, second, rival], [link])).paths
    step = next(step for path in paths for step in path.steps if step.predicate == "prevents")
    assert step.disputed
    assert step.against == (rival.id,)
