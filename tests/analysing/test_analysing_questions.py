"""The matrix: which propositions share a question, and who answers it how."""

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from claimgraph.analysing import questions
from claimgraph.analysing.questions import bounded, matrix
from claimgraph.model import Alignment, Certainty, Evidence, Qualifier, Quantity

if TYPE_CHECKING:
    from tests.analysing.conftest import Teller


def test_yes_and_no_meet_in_one_row(tell: "Teller") -> None:
    """Two sources say yes, one of them hedged, one says no, one is silent: counted so, and disputed."""
    yes = tell.say("a", "PRP | promotes | hair growth")
    maybe = tell.say("b", "PRP | promotes | hair growth", certainty=Certainty.HEDGED)
    no = tell.say("c", "PRP | promotes | hair growth", no=True)
    other = tell.say("d", "PRP | be safe")
    found = matrix(tell.pile([yes, maybe, no, other], [tell.relate("conflict", "contradictory", yes, no)]))
    (row,) = found.questions
    assert (row.text, row.status, row.yes, row.no, row.hedged) == ("Does PRP promote hair growth?", "disputed", 2, 1, 1)
    assert [(c.document, c.answer, c.yes, c.no, c.hedged) for c in row.cells] == [
        ("a", "yes", 1, 0, 0),
        ("b", "yes", 1, 0, 1),
        ("c", "no", 0, 1, 0),
    ]
    assert row.silent == ("d",)
    assert row.cells[2].no_claims == row.cells[2].claims == (no.id,)
    assert row.sentence == "2 independent voices say yes, 1 says no."
    assert len(row.conflicts) == 1


def test_a_contradiction_joins_opposite_propositions(tell: "Teller") -> None:
    """Claiming "causes hair loss" answers "does it prevent hair loss?" with no, though nobody negates anything."""
    prevents = [tell.say(stem, "tea | prevents | hair loss") for stem in "ab"]
    causes = tell.say("c", "tea | causes | hair loss")
    link = tell.relate("conflict", "contradictory", causes, prevents[0], Alignment("predicate", "a", "b", "opposite"))
    (row,) = matrix(tell.pile([*prevents, causes], [link])).questions
    assert row.text == "Does tea prevent hair loss?"
    assert [member.sign for member in row.members] == [1, -1]
    assert (row.yes, row.no, row.status) == (2, 1, "disputed")


def test_a_converse_comparison_is_the_same_question(tell: "Teller") -> None:
    """A better than B and B worse than A agree; A worse than B reverses the order and answers no."""
    better = tell.say("a", "A | is better than | B")
    worse = tell.say("b", "B | is worse than | A")
    reversed_ = tell.say("c", "B | is better than | A")
    links = [
        tell.relate("support", "converse", worse, better),
        tell.relate("conflict", "comparison", reversed_, better),
    ]
    (row,) = matrix(tell.pile([better, worse, reversed_], links)).questions
    assert {cell.document: cell.answer for cell in row.cells} == {"a": "yes", "b": "yes", "c": "no"}


BROADER = Alignment("object", "effect", "volume", "broader")


def test_a_broad_denial_says_no_to_narrow_questions_without_uniting_them(tell: "Teller") -> None:
    """What several affirm keeps its own question; the broad one would only repeat it and is not asked."""
    volume = [tell.say(stem, "serum | adds | volume") for stem in "ab"]
    heals = [tell.say(stem, "serum | heals | skin") for stem in "ab"]
    useless = tell.say("c", "serum | has | effect", no=True)
    links = [tell.relate("conflict", "contradictory", useless, claim, BROADER) for claim in (volume[0], heals[0])]
    rows = {row.text: row for row in matrix(tell.pile([*volume, *heals, useless], links)).questions}
    assert set(rows) == {"Does serum add volume?", "Does serum heal skin?"}
    assert all((row.yes, row.no, row.cells[2].no_claims) == (2, 1, (useless.id,)) for row in rows.values())


def test_single_narrow_claims_meet_in_the_broad_question(tell: "Teller") -> None:
    """Three narrow claims, one each, against one broad denial: one question shows them all."""
    narrow = [tell.say("a", f"serum | {said}") for said in ("adds | volume", "heals | skin", "grows | hair")]
    useless = tell.say("c", "serum | has | effect", no=True)
    links = [tell.relate("conflict", "contradictory", useless, claim, BROADER) for claim in narrow]
    (row,) = matrix(tell.pile([*narrow, useless], links)).questions
    assert (row.text, row.yes, row.no) == ("Does serum have effect?", 3, 1)


def test_an_untested_claim_answers_the_question_of_evidence(tell: "Teller") -> None:
    """What is "clinically shown to work" answers "has it been tested?" with yes, and stays out of no other question."""
    shown = tell.say("a", "exosomes | regrow | hair", evidence=Evidence.STUDY)
    untested = tell.say("b", "exosomes | has been tested in | trials", no=True)
    (row,) = matrix(tell.pile([shown, untested], [tell.relate("conflict", "evidence", untested, shown)])).questions
    assert row.text == "Have exosomes been tested in trials?"
    assert {cell.document: cell.answer for cell in row.cells} == {"a": "yes", "b": "no"}


def test_numbers_that_stand_apart_make_a_question_of_value(tell: "Teller") -> None:
    """Saying "after 4 weeks" against "within 3-6 months" asks after what time, and shows what each says."""

    def after(text: str, low: float, high: float) -> tuple[Qualifier, ...]:
        return (Qualifier("time", text, text, quantity=Quantity(low, high, "day", "time")),)

    fast = tell.say("a", "exosomes | regrow | hair", qualifiers=after("after 4 weeks", 28, 28))
    slow = tell.say("b", "exosomes | regrow | hair", qualifiers=after("within 3-6 months", 90, 180))
    (row,) = matrix(tell.pile([fast, slow], [tell.relate("conflict", "timing", fast, slow)])).questions
    assert row.text == "After what time do exosomes regrow hair?"
    assert (row.kind, row.status) == ("value", "disputed")
    assert [cell.values for cell in row.cells] == [("after 4 weeks",), ("within 3-6 months",)]
    assert row.sentence == "2 sources give “after 4 weeks” and “within 3-6 months”."


def test_things_that_exclude_each_other_ask_what(tell: "Teller") -> None:
    """Contrary claims that differ in their object alone share an open question."""
    marrow = tell.say("a", "exosomes | come from | bone marrow")
    birth = tell.say("b", "exosomes | come from | birth tissue")
    slots = Alignment("object", "bone marrow", "birth tissue", "excludes", agrees=False)
    (row,) = matrix(tell.pile([marrow, birth], [tell.relate("conflict", "contrary", marrow, birth, slots)])).questions
    assert row.text == "What do exosomes come from?"
    assert [cell.values for cell in row.cells] == [("bone marrow",), ("birth tissue",)]


def test_apparent_conflicts_are_kept_apart(tell: "Teller") -> None:
    """A conflict that only looks like one disputes nothing, and is named beside the question."""
    men = [tell.say(stem, "PRP | promotes | hair growth") for stem in "ab"]
    women = tell.say("c", "PRP | promotes | hair growth in women", no=True)
    link = tell.relate("apparent", "contradictory", men[0], women)
    (row,) = matrix(tell.pile([*men, women], [link])).questions
    assert (row.status, row.apparent, row.conflicts) == ("agreed", (link.id,), ())


def test_disputed_questions_come_first_and_single_sources_last(tell: "Teller") -> None:
    """The order a reader meets: disputed, agreed by several, one source that repeats itself."""
    agreed = [tell.say(stem, "tea | contains | caffeine") for stem in "abc"]
    alone = [tell.say("a", "tea | be cheap") for _ in range(2)]
    yes, no = tell.say("a", "tea | prevents | colds"), tell.say("b", "tea | prevents | colds", no=True)
    rows = matrix(tell.pile([*agreed, *alone, yes, no])).questions
    assert [row.status for row in rows] == ["disputed", "agreed", "single-source"]
    assert rows[2].sentence == "Unconfirmed: one independent voice says yes."


def test_a_copied_text_and_a_repeated_voice_count_once(tell: "Teller") -> None:
    """Three claims, two of them one text on two pages: two independent voices."""
    text = "Our gentle tea will reliably prevent the common cold this winter"
    copies = [tell.say(stem, "tea | prevents | colds", quote=text + end) for stem, end in (("a", "."), ("b", "!"))]
    own = [tell.say("c", "tea | prevents | colds") for _ in range(2)]
    (row,) = matrix(tell.pile([*copies, *own])).questions
    assert (row.yes, row.independent_yes, row.sources) == (4, 2, 3)


def test_a_qualifier_that_not_all_share_is_left_out_of_the_question(tell: "Teller") -> None:
    """Saying "grows hair in women" against "does not grow hair" asks whether it grows hair; a shared one stays."""
    women = (Qualifier("population", "in women", "in women"),)
    yes = tell.say("a", "PRP | grows | hair", qualifiers=women)
    no = tell.say("b", "PRP | grows | hair", no=True)
    both = [tell.say(stem, "tea | calms | nerves", qualifiers=women) for stem in "ab"]
    step = Alignment("population", "women", "", "broader")
    rows = matrix(tell.pile([yes, no, *both], [tell.relate("conflict", "contradictory", no, yes, step)])).questions
    assert [row.text for row in rows] == ["Does PRP grow hair?", "Does tea calm nerves in women?"]


def test_a_comparator_is_never_left_out(tell: "Teller") -> None:
    """Without what it is compared with, a comparison would ask something else."""
    than = (Qualifier("comparator", "PRP", "PRP"),)
    one, again = (tell.say(stem, "laser | is better than", qualifiers=than) for stem in "ac")
    other = tell.say("b", "laser | works", no=True)
    step = Alignment("predicate", "is better than", "works", "entails")
    rows = matrix(
        tell.pile([one, again, other], [tell.relate("conflict", "contradictory", other, one, step)])
    ).questions
    assert "Is laser better than PRP?" in {row.text for row in rows}


def test_a_question_made_of_two_keeps_both_sets_of_claims(tell: "Teller") -> None:
    """Two narrow affirmations that one denial answers become one question with all three claims."""
    people = [(Qualifier("population", f"in {who}", f"in {who}"),) for who in ("men", "women")]
    yes = [tell.say("a", "PRP | grows | hair", qualifiers=who) for who in people]
    no = [tell.say(stem, "PRP | grows | hair", no=True) for stem in "bc"]
    step = Alignment("population", "women", "", "broader")
    links = [tell.relate("conflict", "contradictory", no[0], claim, step) for claim in yes]
    (row,) = matrix(tell.pile([*yes, *no], links)).questions
    assert (row.text, row.yes, row.no) == ("Does PRP grow hair?", 2, 2)


def test_a_very_large_matrix_is_cut_and_says_so(tell: "Teller", monkeypatch: pytest.MonkeyPatch) -> None:
    """Above its sizes the report keeps the first questions and no silent sources, in so many words."""
    claims = [tell.say(stem, f"{what} | works") for what in ("tea", "milk", "salt") for stem in "ab"]
    full = matrix(tell.pile([*claims, tell.say("c", "x | y")]))
    assert bounded(full) == full
    monkeypatch.setattr(questions, "MOST_QUESTIONS", 2)
    monkeypatch.setattr(questions, "MOST_SOURCES", 2)
    cut = bounded(full)
    assert len(cut.questions) == 2
    assert [row.silent for row in cut.questions] == [(), ()]
    assert cut.note.sampled.startswith("The first 2 of 3 questions are listed.")


def test_a_question_without_a_subject_is_not_asked(tell: "Teller") -> None:
    """Nobody can answer "Does it work?": the matrix leaves the question out, the finding of claims keeps them."""
    claims = [tell.say("a", "it | works"), tell.say("b", "it | works", no=True)]
    links = [tell.relate("conflict", "contradictory", claims[1], claims[0])]
    assert matrix(tell.pile(claims, links)).questions == ()


def test_advice_is_asked_as_advice(tell: "Teller") -> None:
    """Where every claim says what should be done, so does the question."""
    claims = [tell.say(stem, "women | stay below | the limit") for stem in "ab"]
    claims = [replace(c, predicate=replace(c.predicate, text="are advised to stay below")) for c in claims]
    (row,) = matrix(tell.pile(claims)).questions
    assert row.text == "Should women stay below the limit?"
