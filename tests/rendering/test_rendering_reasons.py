"""The reasons that the page gives for support and conflict."""

from dataclasses import replace

import pytest

from claimgraph.analysing import analyse
from claimgraph.knowledge import Concept, Pack
from claimgraph.model import Alignment, Facts, Relation, RelationType
from claimgraph.rendering.reasons import reason
from claimgraph.rendering.view import View

P = "https://example.org/pack#"


@pytest.fixture
def known(pack: Pack) -> Pack:
    """The pack, with a most general outcome above hair growth, and exosomes as what exosome therapy works by."""
    growth, therapy = pack.concepts[P + "hair-growth"], pack.concepts[P + "exosome-therapy"]
    more = (
        Concept(P + "result", "treatment result", ("treatment result",), kind="Outcome"),
        replace(growth, broader=(P + "result",)),
        replace(therapy, uses=(P + "exosomes",)),
    )
    return replace(pack, concepts={**pack.concepts, **{concept.iri: concept for concept in more}})


def told(facts: Facts, pack: Pack, kind: str, *slots: Alignment, type_: RelationType = RelationType.CONFLICT) -> str:
    """Return the reason of a relation between what the clinic and the forum say of PRP."""
    relation = Relation(type_, kind, facts.claims[0].id, facts.claims[4].id, "r", "", slots=slots)
    return reason(relation, View(facts, analyse(facts, pack), pack))


def test_a_step_to_the_most_general_outcome_is_told_as_what_it_is(hair: Facts, known: Pack) -> None:
    """Hair growth "is a kind of treatment result" says little: what is said of it falls under that."""
    said = told(hair, known, "contradictory", Alignment("object", "hair growth", "treatment result", "broader"))
    assert said == (
        "One affirms and the other denies that PRP promotes hair growth "
        "(what is said of “hair growth” falls under “treatment result”)."
    )


def test_a_kind_of_thing_is_called_one(hair: Facts, known: Pack) -> None:
    """Between other concepts the narrower is a kind of the broader, in its number."""
    said = told(hair, known, "contradictory", Alignment("subject", "growth factors", "proteins", "broader"))
    assert said.endswith("(“growth factors” are a kind of “proteins”).")


def test_what_a_treatment_works_by_stands_second(hair: Facts, known: Pack) -> None:
    """Whichever side names it, the treatment works by its part and not the other way round."""
    for sides in (("exosomes", "exosome therapy"), ("exosome therapy", "exosomes")):
        assert told(hair, known, "comparison", Alignment("subject", *sides, "uses")) == (
            "They put the two in opposite order (“exosome therapy” works by “exosomes”)."
        )


def test_an_attack_on_the_ground_names_who_attacks_whom(hair: Facts, known: Pack) -> None:
    """No "first" and "second": the page may show the quotes in another order."""
    said = told(hair, known, "evidence")
    assert said == "Elm Street Hair Clinic attacks the ground of what poster 3 says, not the conclusion."


def test_numbers_apart_are_quoted(hair: Facts, known: Pack) -> None:
    """Two times that do not meet stand in the reason as they stand in the claims."""
    apart = Alignment("time", "only 4 weeks", "within 3-6 months", "range apart", agrees=False)
    assert told(hair, known, "timing", apart) == "“only 4 weeks” and “within 3-6 months” do not meet."


def test_support_says_what_follows(hair: Facts, known: Pack) -> None:
    """What a narrower claim entails is told with who says it."""
    said = told(hair, known, "entailed", type_=RelationType.SUPPORT)
    assert said == "If Elm Street Hair Clinic is right, then it is not so that PRP promotes hair growth."
