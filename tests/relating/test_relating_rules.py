"""Each kind of support and conflict, with the twin that is none because one slot changed."""

from collections.abc import Callable

import pytest

from claimgraph.knowledge import Pack
from claimgraph.model import Certainty, Claim, Evidence, Qualifier, Relation
from claimgraph.relating import relate

Say = Callable[..., Claim]
Having = Callable[[str, str], Qualifier]


def only(pack: Pack, *claims: Claim) -> Relation | None:
    """Return the one relation between two claims."""
    found, _, _ = relate(claims, pack)
    assert len(found) <= 1
    return found[0] if found else None


def named(pack: Pack, *claims: Claim) -> str:
    """Return type and kind of the one relation between two claims, "none" where there is none."""
    found = only(pack, *claims)
    return f"{found.type} {found.kind}" if found else "none"


def test_opposite_polarity_contradicts(pack: Pack, say: Say) -> None:
    """What one affirms and the other denies is contradictory, whatever verbs of effect they use."""
    yes = say("butterbur", "promote", "headache relief")
    assert named(pack, yes, say("butterbur", "help", "headache relief", denied=True)) == "conflict contradictory"
    assert named(pack, yes, say("butterbur", "work for", "headache", denied=True)) == "conflict contradictory"
    assert named(pack, yes, say("butterbur", "be useless for", "headache")) == "conflict contradictory"
    assert named(pack, yes, say("feverfew", "promote", "headache relief", denied=True)) == "none"


def test_help_against_a_condition_is_help(pack: Pack, say: Say) -> None:
    """To treat a condition and to bring about its opposite are one outcome."""
    treats = say("butterbur", "treat", "headache")
    assert named(pack, treats, say("butterbur", "increase", "headache relief")) == "support same"
    assert named(pack, treats, say("butterbur", "increase", "headache")) == "conflict contrary"


def test_what_opposes_help_is_no_help(pack: Pack, say: Say) -> None:
    """To cause a condition is not to help it, though its opposite, to prevent it, is."""
    causes = say("butterbur", "cause", "headache")
    assert named(pack, causes, say("butterbur", "prevent", "headache")) == "conflict contrary"
    assert named(pack, causes, say("butterbur", "treat", "headache")) == "conflict contrary"
    assert named(pack, causes, say("butterbur", "promote", "headache relief")) == "conflict contrary"


def test_no_result_at_all_denies_each_result(pack: Pack, say: Say) -> None:
    """A denial of every result conflicts with a result of one sort; that there is some result denies nothing."""
    none = say("butterbur", "produce", "meaningful result", denied=True)
    assert named(pack, none, say("butterbur", "improve", "sleep quality")) == "none"
    assert named(pack, none, say("butterbur", "promote", "sleep quality")) == "conflict contradictory"
    some = say("butterbur", "produce", "meaningful result")
    assert named(pack, some, say("butterbur", "promote", "sleep quality", denied=True)) == "none"
    assert named(pack, some, say("butterbur", "promote", "sleep quality")) == "support entailed"


def test_narrower_entails_broader(pack: Pack, say: Say) -> None:
    """A claim of the special case supports the general one; a denial of the special case leaves it standing."""
    general = say("butterbur", "treat", "headache")
    narrow = only(pack, general, claim := say("butterbur", "treat", "migraine"))
    assert narrow is not None
    assert (narrow.type, narrow.kind, narrow.source) == ("support", "entailed", claim.id)
    assert named(pack, general, say("butterbur", "treat", "migraine", denied=True)) == "none"
    denied = say("butterbur", "treat", "headache", denied=True)
    assert named(pack, denied, say("butterbur", "treat", "migraine")) == "conflict contradictory"


def test_a_treatment_and_what_it_works_by_are_one_subject(pack: Pack, say: Say) -> None:
    """A claim about the treatment bears on its working part, and the step is told."""
    found = only(pack, say("feverfew tea", "treat", "headache"), say("feverfew", "treat", "headache", denied=True))
    assert found is not None
    assert found.type == "conflict"
    assert {s.slot: s.step for s in found.slots}["subject"] == "uses"


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("feverfew be worse than butterbur", "support converse"),
        ("feverfew be better than butterbur", "conflict comparison"),
        ("butterbur be worse than feverfew", "conflict comparison"),
        ("butterbur not be better than feverfew", "conflict contradictory"),
        ("feverfew not be better than butterbur", "support entailed"),
        ("feverfew be faster than butterbur", "apparent comparison"),
    ],
)
def test_comparisons(pack: Pack, say: Say, said: str, expected: str) -> None:
    """The order reversed conflicts, told from the other end it supports, in another respect it only looks so."""
    first = say("butterbur", "be better than", "feverfew")
    subject, *verb, other = said.replace("not ", "").split()
    assert named(pack, first, say(subject, " ".join(verb), other, denied="not " in said)) == expected


def test_open_comparatives(pack: Pack, say: Say) -> None:
    """Comparatives that no pack knows are ordered by their adjective and its opposite."""
    thick = say("wool", "be thicker than", "cotton")
    assert named(pack, thick, say("cotton", "be thicker than", "wool")) == "conflict comparison"
    assert named(pack, thick, say("cotton", "be thinner than", "wool")) == "support converse"
    assert named(pack, thick, say("cotton", "be as thick as", "wool")) == "conflict comparison"
    assert named(pack, thick, say("cotton", "be cheaper than", "wool")) == "none"


def test_timing_and_unit_conversion(pack: Pack, say: Say, having: Having) -> None:
    """Times of a functional relation that do not meet conflict; within rounding, or overlapping, they do not."""
    early = say("feverfew", "take effect after", None, having("time", "4 weeks"))
    assert (
        named(pack, early, say("feverfew", "take effect after", None, having("time", "3-6 months")))
        == "conflict timing"
    )
    assert named(pack, early, say("feverfew", "take effect after", None, having("time", "1 month"))) == "support same"
    assert named(pack, early, say("butterbur", "take effect after", None, having("time", "3-6 months"))) == "none"


def test_quantities(pack: Pack, say: Say, having: Having) -> None:
    """Amounts of one thing in one thing conflict; of another thing, or of another unit, they do not."""
    less = say("leaf", "contain", "parthenolide", having("quantity", "2 mg"))
    assert named(pack, less, say("leaf", "contain", "parthenolide", having("quantity", "9 mg"))) == "conflict quantity"
    assert named(pack, less, say("leaf", "contain", "camphor", having("quantity", "9 mg"))) == "none"


def test_additive_facts_are_no_rivals(pack: Pack, say: Say) -> None:
    """Two things contained, or an origin and a nature, do not exclude one another."""
    assert named(pack, say("leaf", "contain", "camphor"), say("leaf", "contain", "parthenolide")) == "none"
    assert named(pack, say("oil", "be derived from", "seed"), say("oil", "be", "seed", denied=True)) == "none"


def test_nature(pack: Pack, say: Say) -> None:
    """To be of a kind: the denial of the broad kind entails that of the narrow; opposites exclude one another."""
    broad = say("spore", "be", "cell", denied=True)
    assert named(pack, broad, say("spore", "be", "plant cell", denied=True)) == "support entailed"
    assert named(pack, broad, say("spore", "be", "plant cell")) == "conflict contradictory"
    assert named(pack, say("spore", "be", "cell"), say("spore", "be", "plant cell", denied=True)) == "none"
    assert named(pack, say("moss", "be", "harmless"), say("moss", "be", "dangerous")) == "conflict contrary"
    assert named(pack, say("moss", "be", "dangerous"), say("moss", "be", "safe", denied=True)) == "support entailed"


def test_substitution(pack: Pack, say: Say) -> None:
    """What is said to replace all others conflicts with what is said to be no substitute for one of them."""
    all_others = say("butterbur", "replace", "remedy", whole=True)
    no_substitute = say("butterbur", "be substitute for", "aspirin", denied=True)
    assert named(pack, all_others, no_substitute) == "conflict substitution"
    some = say("butterbur", "replace", "feverfew")
    assert named(pack, some, no_substitute) == "none"


def test_evidence_undercuts(pack: Pack, say: Say) -> None:
    """Proven and untested conflict in their ground, the doubt being the attacker; two doubts support one another."""
    doubt = say("butterbur", "be tested in", "trial", denied=True)
    proven = say("butterbur", "treat", "headache", evidence=Evidence.RANDOMISED_TRIAL)
    found = only(pack, proven, doubt)
    assert found is not None
    assert (found.type, found.kind, found.source) == ("conflict", "evidence", doubt.id)
    assert named(pack, doubt, say("butterbur", "be proven for", "headache", denied=True)) == "support evidence"
    assert named(pack, doubt, say("butterbur", "be unproven for", "headache")) == "support evidence"
    assert named(pack, doubt, say("butterbur", "treat", "headache")) == "none"


def test_a_differing_slot_makes_it_apparent(pack: Pack, say: Say, having: Having) -> None:
    """Opposite polarity about other people or another dose only looks like a conflict, and the slot is named."""
    men = say("butterbur", "treat", "headache", having("population", "in men"))
    women = say("butterbur", "treat", "headache", having("population", "in women"), denied=True)
    found = only(pack, men, women)
    assert found is not None
    assert (found.type, found.kind, found.differing) == ("apparent", "contradictory", "population")
    assert "the people it is about differs" in found.rationale
    low = say("butterbur", "treat", "headache", having("dose", "5 mg"), denied=True)
    assert named(pack, low, say("butterbur", "treat", "headache", having("dose", "50 mg"))) == "apparent contradictory"
    assert named(pack, low, say("butterbur", "treat", "headache")) == "apparent contradictory"
    everyone = say("butterbur", "treat", "headache", denied=True)
    assert named(pack, men, everyone) == "conflict contradictory"


def test_open_words_meet_through_the_lexicon(pack: Pack, say: Say) -> None:
    """Where no pack knows the words, synonyms and opposites of the English lexicon bring them together."""
    rises = say("sea level", "be", "stable")
    assert named(pack, rises, say("sea level", "be", "unstable")) == "conflict contrary"
    assert named(pack, rises, say("sea level", "be", "stable", denied=True)) == "conflict contradictory"
    begins = say("river", "begin in", "hill")
    assert named(pack, begins, say("river", "start in", "hill")) == "support same"
    assert named(pack, begins, say("river", "start in", "hill", denied=True)) == "conflict contradictory"


def test_a_guess_supports_nothing(pack: Pack, say: Say) -> None:
    """A speculative claim supports no other, but it can be contradicted."""
    guess = say("butterbur", "treat", "headache", certainty=Certainty.SPECULATIVE)
    assert named(pack, guess, say("butterbur", "treat", "headache")) == "none"
    assert named(pack, guess, say("butterbur", "treat", "headache", denied=True)) == "conflict contradictory"
