"""Many claims at once: order, independence, bounds."""

from collections.abc import Callable

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from claimgraph.knowledge import Pack
from claimgraph.model import Claim
from claimgraph.relating import Limits, relate
from claimgraph.relating.independence import copied

Say = Callable[..., Claim]
SUBJECTS = ("feverfew", "butterbur", "feverfew tea")
VERBS = ("treat", "promote", "be useless for", "be better than", "contain")
OBJECTS = ("headache", "migraine", "headache relief", "feverfew", "good result")


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_order_changes_nothing(pack: Pack, say: Say, data: st.DataObject) -> None:
    """The same claims in any order give the same relations, to the last character."""
    one = st.tuples(st.sampled_from(SUBJECTS), st.sampled_from(VERBS), st.sampled_from(OBJECTS), st.booleans())
    claims = [say(s, v, o, denied=d) for s, v, o, d in data.draw(st.lists(one, max_size=8))]
    assert relate(claims, pack) == relate(data.draw(st.permutations(claims)), pack)


def test_each_pair_has_one_relation(pack: Pack, say: Say) -> None:
    """Two claims stand in one relation at most, and never with themselves."""
    claims = [say(s, v, o, denied=d) for s in SUBJECTS for v in VERBS for o in OBJECTS for d in (True, False)]
    relations, _, _ = relate(claims, pack)
    between = [tuple(sorted((r.source, r.target))) for r in relations]
    assert len(between) == len(set(between))
    assert all(a != b for a, b in between)


def test_copied_text_counts_once(pack: Pack, say: Say) -> None:
    """Two pages with one marketing sentence support one another, but not independently."""
    words = "Clinical experience shows that butterbur relieves the headache of most patients"
    a = say("butterbur", "treat", "headache", quote=words)
    b = say("butterbur", "treat", "headache", quote=words + " within days", voice="another page")
    c = say("butterbur", "treat", "headache", quote="I had no headache for a month on butterbur", voice="poster 1")
    relations, _, _ = relate([a, b, c], pack)
    assert {frozenset((r.source, r.target)): r.independent for r in relations} == {
        frozenset((a.id, b.id)): False,
        frozenset((a.id, c.id)): True,
        frozenset((b.id, c.id)): True,
    }


def test_one_voice_counts_once(pack: Pack, say: Say) -> None:
    """A voice that repeats itself on one page is one support, and a page against itself is told."""
    one = say("butterbur", "treat", "headache", document="p", voice="Dr Ash")
    two = say("butterbur", "promote", "headache relief", document="p", voice="Dr Ash")
    three = say("butterbur", "treat", "headache", document="p", voice="Dr Ash", denied=True)
    relations, _, _ = relate([one, two, three], pack)
    assert [r.independent for r in relations if r.type == "support"] == [False]
    assert all(r.within for r in relations)


def test_a_turn_of_phrase_is_no_self_contradiction(pack: Pack, say: Say) -> None:
    """What one voice denies and affirms in a breath ("not only ..., but ...") is no conflict; further apart it is."""
    one = say(
        "butterbur",
        "treat",
        "headache",
        document="p",
        denied=True,
        quote="It does not only treat headache alone, as many people have been led to think,",
    )
    two = say("butterbur", "treat", "headache", document="p", quote="it treats headache and more")
    far = say("butterbur", "treat", "headache", document="p")
    relations, _, _ = relate([one, two, far], pack)
    conflicts = {frozenset((r.source, r.target)) for r in relations if r.type == "conflict"}
    assert conflicts == {frozenset((one.id, far.id))}


def test_short_quotes_are_not_taken_for_copies() -> None:
    """A few words are alike by chance."""
    assert not copied("PRP works", "PRP works")
    assert copied("They are said to regrow hair within a month", "are said to regrow hair within a month, they say")


def test_pairs_are_bounded_and_the_bound_is_told(pack: Pack, say: Say) -> None:
    """A proposition that holds hundreds of claims yields as many relations as the limit allows, and says so."""
    yes = [say("butterbur", "treat", "headache", voice=f"poster {n}") for n in range(80)]
    no = [say("butterbur", "treat", "headache", denied=True, voice=f"critic {n}") for n in range(80)]
    relations, bounds, _ = relate(yes + no, pack, limits=Limits(pairs=50))
    conflicts = [r for r in relations if r.type == "conflict"]
    assert len(conflicts) == 50
    assert any("50 of up to 6400 pairs of claims in conflict" in bound for bound in bounds)
    assert len({r.source for r in conflicts} | {r.target for r in conflicts}) > 15
