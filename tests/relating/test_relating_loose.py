"""Claims whose propositions do not meet, held against each other word by word."""

from collections.abc import Callable

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from claimgraph.knowledge import Pack
from claimgraph.model import Claim, Qualifier, Quantity, Relation
from claimgraph.relating import Background, explain, relate
from claimgraph.relating.loose import MOST_POSTED, content
from claimgraph.relating.words import base

Say = Callable[..., Claim]
WORDS = ("", " ", "feverfew", "morning coffee", "coffee", "sleep", "headache", "no difference", "van")


def near(one: str, other: str) -> float:
    """Return a nearness by first letters, as vectors would give for forms of one word."""
    return 0.7 if one[:3] == other[:3] else 0.0


def aligned(claims: list[Claim], pack: Pack) -> list[Relation]:
    """Return the relations that were found by words alone."""
    return [r for r in relate(claims, pack, similarity=near)[0] if r.rule == "aligned"]


def test_a_thing_makes_no_difference_and_does(pack: Pack, say: Say) -> None:
    """What makes no difference to sleep conflicts with what lessens it, though the two propositions share no object."""
    none = say("coffee", "make", "difference", denied=True, quote="coffee made no difference to how long they slept")
    some = say("coffee", "reduce", "hours", quote="coffee reduced sleep by two hours")
    [found] = aligned([none, some], pack)
    assert (found.type, found.kind) == ("conflict", "contradictory")
    assert found.score < 1
    assert {slot.slot for slot in found.slots} == {"subject", "topic", "polarity"}


def test_another_subject_is_no_conflict(pack: Pack, say: Say) -> None:
    """The same words of tea say nothing against coffee."""
    none = say("tea", "make", "difference", denied=True, quote="tea made no difference to how long they slept")
    some = say("coffee", "reduce", "hours", quote="coffee reduced sleep by two hours")
    assert not aligned([none, some], pack)


def test_one_sum_of_one_thing_is_agreement(pack: Pack, say: Say) -> None:
    """Two pages that give one telling sum with a word in common agree; another sum does not."""

    def money(value: float) -> Qualifier:
        return Qualifier("money", f"£{value}", f"{value}", None, Quantity(value, value, "gbp", "money"))

    one = say("scheme", "collect", "money", money(3_100_000), quote="The scheme collected £3.1 million in the year")
    two = say("income", "amount to", "sum", money(3_100_000), quote="income for the year amounted to £3.1 million")
    other = say("income", "amount to", "sum", money(2_600_000), quote="income for the year amounted to £2.6 million")
    assert [r.type for r in aligned([one, two], pack)] == ["support"]
    assert not aligned([one, other], pack)


def test_without_nearness_nothing_is_aligned(pack: Pack, say: Say) -> None:
    """Claims are held against each other by their words only where a nearness of words is given."""
    none = say("coffee", "make", "difference", denied=True, quote="coffee made no difference to how long they slept")
    some = say("coffee", "reduce", "hours", quote="coffee reduced sleep by two hours")
    assert relate([none, some], pack)[0] == ()


def test_what_was_cut_is_told(pack: Pack, say: Say) -> None:
    """A word that more claims use than are compared is told among the bounds."""
    claims = [say(f"thing {n}", "hold", f"part {n}", quote=f"whatever thing {n} holds") for n in range(MOST_POSTED + 1)]
    assert any("compared by their words" in bound for bound in relate(claims, pack, similarity=near)[1])


def test_base_forms(background: Background) -> None:
    """Regular endings are taken off where the lexicon knows what is left; function words carry nothing."""
    lexicon = background.lexicon
    assert [base(word, lexicon) for word in ("stopped", "reduces", "studies", "walking")] == [
        "stop",
        "reduce",
        "study",
        "walk",
    ]
    assert content("They have not reduced the noise", lexicon) == ("reduce", "noise")


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_no_reason_names_an_empty_label(pack: Pack, say: Say, data: st.DataObject) -> None:
    """Whatever stands in the slots, blanks included, no reason quotes nothing, and order changes nothing."""
    verbs = st.sampled_from(("make", "reduce", "be", "contain", "be better than", "treat", "cost"))
    words = st.sampled_from(WORDS)
    one = st.tuples(words, verbs, words, st.booleans(), words)
    drawn = data.draw(st.lists(one, min_size=2, max_size=7))
    claims = [say(s, v, o or None, denied=d, quote=f"{s} {v} {o} {q}") for s, v, o, d, q in drawn]
    relations, bounds, _ = relate(claims, pack, similarity=near)
    said = [r.rationale for r in relations] + [explain(claims[0], b, pack).sentence for b in claims[1:]]
    assert not any(empty in sentence for sentence in said for empty in ("“”", "“ ”"))
    assert (relations, bounds) == relate(data.draw(st.permutations(claims)), pack, similarity=near)[:2]
