"""Evidence, overclaim, sellers, independence, gaps, disputes: each against a pile worked by hand."""

from typing import TYPE_CHECKING

import pytest

from claimgraph.analysing.copies import copied
from claimgraph.analysing.disputes import counts, disputed, self_contradictions
from claimgraph.analysing.evidence import ladder, overclaims, strength
from claimgraph.analysing.grounds import independence, missing, sellers_only
from claimgraph.analysing.questions import matrix
from claimgraph.analysing.standing import argumentation
from claimgraph.model import Certainty, Evidence, Interest, Qualifier, Quantity, Voice

if TYPE_CHECKING:
    from tests.analysing.conftest import Teller


def test_the_ladder_tells_the_best_evidence_on_each_side(tell: "Teller") -> None:
    """Two affirm, by a trial and by nothing; one denies, by practice."""
    claims = [
        tell.say("a", "tea | works", evidence=Evidence.RANDOMISED_TRIAL),
        tell.say("b", "tea | works"),
        tell.say("c", "tea | works", no=True, evidence=Evidence.PRACTICE),
    ]
    found = ladder(tell.pile(claims))
    (item,) = found.propositions
    assert (item.best, item.best_against) == ("randomised-trial", "practitioner-experience")
    assert item.affirming == (("randomised-trial", 1), ("bare-assertion", 1))
    assert item.denying == (("practitioner-experience", 1),)
    assert dict(found.overall)["bare-assertion"] == 1
    assert found.note.sentence == "Of 3 claims, 1 names a study and 1 names no ground at all."


def test_the_ladder_falls_step_by_step() -> None:
    """Every step stands lower than the one above it, from 1 to 0."""
    heights = [strength(step) for step in Evidence]
    assert heights == sorted(heights, reverse=True)
    assert (heights[0], heights[-1]) == (1.0, 0.0)


def test_a_sure_word_without_evidence_overclaims_most(tell: "Teller") -> None:
    """Boosted and bare is worst; the same words on a review, and hedged words on nothing, are less."""
    worst = tell.say("a", "tea | cures | colds", quote="Tea is a miracle that definitely cures colds.")
    plain = tell.say("a", "tea | soothes | throats")
    hedged = tell.say("b", "tea | helps | sleep", certainty=Certainty.HEDGED)
    shown = tell.say("b", "tea | calms | nerves", evidence=Evidence.SYSTEMATIC_REVIEW)
    denied = tell.say("b", "tea | causes | harm", no=True)
    found = overclaims(tell.pile([worst, plain, hedged, shown, denied]))
    assert [item.claim for item in found.worst] == [worst.id, plain.id, hedged.id]
    assert found.worst[0].boosters == ("miracle", "definitely", "cures")
    assert found.worst[0].gap == pytest.approx(1.0 - 1 / 12)
    assert found.worst[1].gap == pytest.approx(0.8 - 1 / 12)
    assert [stem for stem, _, _ in found.sources] == ["a", "b"]


def test_only_claims_of_an_effect_can_overclaim_where_effects_are_known(tell: "Teller") -> None:
    """With a pack that knows effects, a plain description is not weighed."""
    pack = tell.pack({}, {"cures": 1, "contains": 0})
    cures = tell.say("a", "tea | cures | colds", pack=pack)
    contains = tell.say("a", "tea | contains | water", pack=pack)
    found = overclaims(tell.pile([cures, contains], pack=pack))
    assert [item.claim for item in found.worst] == [cures.id]


def test_what_only_sellers_say_is_named(tell: "Teller") -> None:
    """A clinic's claim, and a surgeon heard through the clinic; not what a patient says as well."""
    clinic = Voice("the clinic", "publisher", Interest.SELLS)
    alone = tell.say("a", "serum | regrows | hair")
    heard = tell.say("a", "serum | is | painless", voice="surgeons", role="group", reported_by=clinic)
    both = tell.say("a", "serum | adds | volume")
    patient = tell.say("b", "serum | adds | volume", interest=Interest.TRIED, role="poster")
    found = sellers_only(tell.pile([alone, heard, both, patient], selling=["a"]))
    assert {item.label: item.reported for item in found.propositions} == {
        "serum regrows hair": False,
        "serum is painless": True,
    }
    assert found.note.sentence == "Of 3 affirmed statements, 2 have no voice but a seller's."


def test_copies_and_repetitions_are_one_voice(tell: "Teller") -> None:
    """Copied text on two pages and one voice twice: four claims, two independent voices."""
    text = "This unique serum will visibly restore the density of your hair"
    one = tell.say("a", "serum | restores | density", quote=text + ".")
    two = tell.say("b", "serum | restores | density", quote=text + " today.")
    own = [tell.say("c", "serum | restores | density") for _ in range(2)]
    (item,) = independence(tell.pile([one, two, *own])).propositions
    assert (item.claims, item.sources, item.independent) == (4, 3, 2)
    assert item.merged == ((one.id, two.id), (own[0].id, own[1].id))


def test_relations_that_are_not_independent_merge_voices(tell: "Teller") -> None:
    """What relating calls copied counts once, even where the words alone would not tell."""
    one, two = tell.say("a", "tea | works"), tell.say("b", "tea | works")
    link = tell.relate("support", "same", one, two, independent=False)
    assert independence(tell.pile([one, two], [link])).propositions[0].independent == 1
    assert independence(tell.pile([one, two])).propositions[0].independent == 2


def test_short_quotes_coincide_by_chance(tell: "Teller") -> None:
    """Four equal words on two pages are no copy."""
    one, two = (tell.say(stem, "tea | works", quote="Tea works for me.") for stem in "ab")
    numbers = copied([one, two], [])
    assert numbers[one.id] != numbers[two.id]


def test_a_named_person_is_one_voice_everywhere(tell: "Teller") -> None:
    """Dr Cole on two pages is one voice; "many" on two pages are two."""
    cole = [tell.say(stem, "tea | works", voice="Dr Cole", role="person") for stem in "ab"]
    many = [tell.say(stem, "milk | works", voice="many", role="group") for stem in "ab"]
    found = {item.label: item.independent for item in independence(tell.pile([*cole, *many])).propositions}
    assert found == {"tea works": 1, "milk works": 2}


def test_what_is_missing_is_named(tell: "Teller") -> None:
    """A silent source, a proposition with one voice, a number with no ground; not the number a study gives."""
    share = (Qualifier("share", "85% of men", "85% of men", quantity=Quantity(85, 85, "percent", "share")),)
    claims = [
        tell.say("a", "tea | works"),
        tell.say("b", "tea | works"),
        tell.say("c", "hair | thins", qualifiers=share),
        tell.say("c", "skin | thins", qualifiers=share, evidence=Evidence.STUDY),
    ]
    pile = tell.pile(claims)
    found = missing(pile, matrix(pile))
    assert [(item.text, item.documents) for item in found.silences] == [("Does tea work?", ("c",))]
    assert {item.claims[0] for item in found.unconfirmed} == {claims[2].id, claims[3].id}
    assert [(item.claim, item.number) for item in found.numbers] == [(claims[2].id, "85% of men")]


def test_the_most_disputed_has_independent_voices_on_both_sides(tell: "Teller") -> None:
    """Two against two is more disputed than three against one."""
    even = [tell.say(stem, "tea | works", no=stem in "cd") for stem in "abcd"]
    uneven = [tell.say(stem, "milk | works", no=stem == "d") for stem in "abcd"]
    pile = tell.pile(even + uneven)
    found = disputed(pile, matrix(pile))
    assert [(d.label, d.yes, d.no, d.division) for d in found.propositions] == [
        ("tea works", 2, 2, 1.0),
        ("milk works", 3, 1, 0.5),
    ]
    assert found.note.sentence == "Most disputed: “Does tea work?” 2 independent voices say yes, 2 say no."


def test_a_page_against_itself_tells_one_voice_from_two(tell: "Teller") -> None:
    """One voice that says both comes before a page that quotes an opponent; conflicts between pages are none."""
    yes, no = tell.say("a", "tea | works"), tell.say("a", "tea | works", no=True)
    other = tell.say("a", "tea | works", no=True, voice="Dr No", role="person")
    away = tell.say("b", "tea | works", no=True)
    links = [tell.relate("conflict", "contradictory", yes, claim) for claim in (other, no, away)]
    found = self_contradictions(tell.pile([yes, no, other, away], links))
    assert [(item.claims, item.one_voice) for item in found.contradictions] == [
        ((yes.id, no.id), True),
        ((yes.id, other.id), False),
    ]


def test_counts_are_those_of_the_pile(tell: "Teller") -> None:
    """Documents, claims, voices, relations and polarities are counted, absent names with 0."""
    yes, no = tell.say("a", "tea | works"), tell.say("b", "tea | works", no=True)
    pile = tell.pile([yes, no], [tell.relate("conflict", "contradictory", yes, no)])
    found = counts(pile, matrix(pile))
    assert (found.documents, found.claims, found.propositions, found.voices, found.disputed) == (2, 2, 1, 2, 1)
    assert found.polarity == (("positive", 1), ("negative", 1))
    assert found.relations == (("support", 0), ("conflict", 1), ("apparent", 0))


def test_two_claims_against_each_other_stay_undecided(tell: "Teller") -> None:
    """A plain contradiction has no winner; the single denial is what the two others hang on."""
    yes = [tell.say(stem, "tea | works") for stem in "ab"]
    no = tell.say("c", "tea | works", no=True)
    found = argumentation(tell.pile([*yes, no], [tell.relate("conflict", "contradictory", yes[0], no)]))
    assert dict(found.labels) == {"in": 0, "out": 0, "undecided": 3}
    assert found.pivots[0].claim == no.id
    assert sorted(found.pivots[0].changes) == sorted((claim.id, "undecided", "in") for claim in yes)
    assert {item.claim: item.sensitivity for item in found.standings}[no.id] == 2


def test_a_missing_ground_strikes_only_what_names_none(tell: "Teller") -> None:
    """Saying "untested" strikes a bare "proven" one way; against a claim that names its study both stay undecided."""
    untested = tell.say("c", "serum | be tested", no=True)
    bare = tell.say("a", "serum | be proven")
    studied = tell.say("b", "serum | regrows | hair", evidence=Evidence.STUDY)
    links = [tell.relate("conflict", "evidence", untested, claim) for claim in (bare, studied)]
    labels = {item.claim: item.label for item in argumentation(tell.pile([untested, bare], links[:1])).standings}
    assert labels == {untested.id: "in", bare.id: "out"}
    both = argumentation(tell.pile([untested, studied], links[1:]))
    assert {item.label for item in both.standings} == {"undecided"}


def test_a_copied_claim_is_one_argument(tell: "Teller") -> None:
    """A copied text does not attack twice: the denial is as strong against one page as against its copy as well."""
    text = "This unique serum will visibly restore the density of your hair"
    copies = [tell.say(stem, "serum | restores | density", quote=text) for stem in "ab"]
    no = tell.say("c", "serum | restores | density", no=True)
    one = argumentation(tell.pile([copies[0], no]))
    two = argumentation(tell.pile([*copies, no]))
    strength_of = [{s.claim: s.h_categoriser for s in found.standings}[no.id] for found in (one, two)]
    assert strength_of[0] == strength_of[1]
    assert len(two.standings) == 3
