"""Sources by sources: agreement, conflict, camps."""

from itertools import combinations, product
from typing import TYPE_CHECKING

from hypothesis import given, settings
from hypothesis import strategies as st

from claimgraph.analysing import balance as balancing
from claimgraph.analysing.agreement import agreement
from claimgraph.analysing.balance import against, balance, components, signed_graph, split, triangles
from claimgraph.analysing.questions import matrix
from claimgraph.model import Claim

if TYPE_CHECKING:
    import pytest
    from tests.analysing.conftest import Teller

NODES = "abcdef"
EDGES = st.dictionaries(st.sampled_from(sorted(combinations(NODES, 2))), st.sampled_from([-1, 1]), max_size=15)


def _answers(tell: "Teller", table: dict[str, str]) -> list[Claim]:
    """Return a claim for each answer: a question's letters say yes (capital) or no (small) for sources A, B, ..."""
    return [
        tell.say(letter.lower(), f"{question} | works", no=letter.islower())
        for question, letters in table.items()
        for letter in letters
    ]


def test_agreement_counts_questions_not_claims(tell: "Teller") -> None:
    """Two sources that agree on one question and conflict on another, a third that says both."""
    claims = [*_answers(tell, {"tea": "AB", "milk": "Ab", "salt": "AB"}), tell.say("a", "tea | works")]
    claims += [tell.say("c", "tea | works"), tell.say("c", "tea | works", no=True)]
    finding, pairs = agreement(matrix(tell.pile(claims)))
    assert finding.pairs == pairs
    by = {(p.first, p.second): p for p in pairs}
    ab = by["a", "b"]
    assert (len(ab.agree), len(ab.conflict), len(ab.mixed), ab.shared, ab.sign) == (2, 1, 0, 3, 1)
    assert (len(by["a", "c"].mixed), by["a", "c"].sign) == (1, 0)
    assert finding.note.sentence == (
        "Page a and Page b agree most, on 2 questions; Page a and Page b conflict most, on 1 question."
    )


def test_two_clean_camps(tell: "Teller") -> None:
    """Two sources against two others on every question: two camps, nothing against them."""
    rows = matrix(tell.pile(_answers(tell, {"tea": "ABcd", "milk": "abCD"})))
    found = balance(agreement(rows)[1], rows)
    assert found.camps == (("a", "b"), ("c", "d"))
    assert (found.edges, found.frustration, found.triangles, found.balanced_triangles, found.exact) == (
        6,
        0,
        4,
        4,
        True,
    )
    assert found.note.sentence == "Page a and Page b against Page c and Page d; every pair of sources fits."


def test_three_enemies_cannot_be_two_camps(tell: "Teller") -> None:
    """Three sources that all conflict leave one pair that does not fit, whatever the camps."""
    claims = _answers(tell, {"tea": "Ab", "milk": "Bc", "salt": "Ac"})
    rows = matrix(tell.pile(claims))
    found = balance(agreement(rows)[1], rows)
    assert (found.frustration, found.triangles, found.balanced_triangles) == (1, 1, 0)
    assert len(found.frustrated) == 1


@settings(max_examples=80, deadline=None)
@given(EDGES)
def test_the_split_has_the_fewest_edges_against_it(edges: dict[tuple[str, str], int]) -> None:
    """No other split of the sources into two sides has fewer edges against it."""
    graph = signed_graph((one, other, sign) for (one, other), sign in edges.items())
    sides = {node: side for part in components(graph) for node, side in split(graph, part).items()}
    found = len(against(graph, sides))
    every = (dict(zip(graph, choice, strict=True)) for choice in product((0, 1), repeat=len(graph)))
    assert found == min(len(against(graph, choice)) for choice in every)


@settings(max_examples=40, deadline=None)
@given(EDGES)
def test_triangles_are_those_found_one_by_one(edges: dict[tuple[str, str], int]) -> None:
    """Triangles and balanced ones are the same as when every triple is looked at."""
    graph = signed_graph((one, other, sign) for (one, other), sign in edges.items())
    signs = [
        edges[a, b] * edges[b, c] * edges[a, c]
        for a, b, c in combinations(NODES, 3)
        if {(a, b), (b, c), (a, c)} <= set(edges)
    ]
    assert triangles(graph) == (len(signs), signs.count(1), False)


def test_the_search_finds_the_camps_of_a_large_balanced_graph(monkeypatch: "pytest.MonkeyPatch") -> None:
    """Forty sources in two clean camps are told apart without trying every split, and twice alike."""
    names = [f"s{number:02}" for number in range(40)]
    edges = [
        (one, other, 1 if (int(one[1:]) - int(other[1:])) % 2 == 0 else -1) for one, other in combinations(names, 2)
    ]
    graph = signed_graph(edges)
    sides = split(graph, names)
    assert against(graph, sides) == ()
    assert sides == split(graph, names)
    monkeypatch.setattr(balancing, "MOST_EDGES", 100)
    total, balanced, sampled = triangles(graph)
    assert sampled
    assert total == balanced > 0


def test_sources_that_share_nothing_have_no_camps(tell: "Teller") -> None:
    """Where no two sources answer one question, the finding says so."""
    rows = matrix(tell.pile(_answers(tell, {"tea": "A", "milk": "B"})))
    finding, pairs = agreement(rows)
    assert finding.note.sentence == "No two sources answer the same question."
    assert balance(pairs, rows).note.sentence == "Sources share too few questions to show camps."
