"""What the page is made of before a browser sees it: sources, questions, cells, disputes, places on the maps."""

from collections.abc import Callable
from dataclasses import replace
from itertools import pairwise
from typing import Any

import networkx as nx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimgraph.analysing import analyse
from claimgraph.knowledge import Pack
from claimgraph.model import Facts, Relation, RelationType
from claimgraph.rendering import page as render
from claimgraph.rendering.disagreements import disagreements
from claimgraph.rendering.map_argument import argument_map
from claimgraph.rendering.map_layout import Box, ordered_columns, place_columns, routes, shelves
from claimgraph.rendering.map_network import Picture, data, network
from claimgraph.rendering.map_question import MOST_CLAIMS, question_map
from claimgraph.rendering.map_subject import link_list, subject_map
from claimgraph.rendering.matrix import matrix_view
from claimgraph.rendering.page import title
from claimgraph.rendering.security import source_hash
from claimgraph.rendering.view import View

Made = Callable[[dict[str, str], tuple[Any, ...]], Facts]


def view_of(facts: Facts, pack: Pack | None = None) -> View:
    """Return the views of a pile."""
    return View(facts, analyse(facts, pack or Pack()), pack)


def overlapping(picture: Picture) -> list[tuple[str, str]]:
    """Return the pairs of a picture's boxes that share ground."""
    boxes = [(n.label, n.box, picture.places[n.box.id]) for n in picture.nodes if n.box.width]
    return [
        (a, b)
        for number, (a, p, (px, py)) in enumerate(boxes)
        for b, q, (qx, qy) in boxes[number + 1 :]
        if abs(px - qx) * 2 < p.width + q.width and abs(py - qy) * 2 < p.height + q.height
    ]


def test_every_claim_is_printed_once(hair: Facts) -> None:
    """Claims that meet no other stand under their source, and no claim is printed twice."""
    html = render(hair, analyse(hair, Pack()), Pack())
    for claim in hair.claims:
        assert html.count(f'id="claim-{claim.id}"') == 1
    once = [q for q in view_of(hair).questions if q.status == "once"]
    assert [[claim.short for claim in q.claims] for q in once] == [["Growth factors stimulate hair follicles"]]


def test_title_names_what_the_pile_turns_on(hair: Facts) -> None:
    """The title counts the sources and names the three most central concepts."""
    assert title(view_of(hair)) == "What three sources say about hair growth, PRP and exosomes"
    assert title(view_of(Facts())) == "What 0 sources say"


def test_many_sources_become_columns_by_kind(pile_of: Made) -> None:
    """With more than twelve sources a column stands for a kind of source and adds up its claims."""
    texts = {f"s{n}": "Tea helps sleep." for n in range(15)}
    facts = pile_of(texts, tuple((stem, "Tea helps sleep", "tea", "helps", "sleep") for stem in texts))
    matrix = matrix_view(view_of(facts))
    assert matrix.grouped
    assert [(column.label, column.detail) for column in matrix.columns] == [
        ("Clinic", "5 sources"),
        ("Forum", "5 sources"),
        ("Journal", "5 sources"),
    ]
    assert [cell and cell.text for cell in matrix.parts[0].rows[0].cells] == ["5", "5", "5"]


def test_cell_says_both_where_a_source_does(pile_of: Made) -> None:
    """A source that affirms and denies gets the double mark, and a screen reader is told in words."""
    texts = {"a": "Tea helps sleep. Tea does not help sleep.", "b": "Tea helps sleep."}
    lines = (
        ("a", "Tea helps sleep", "tea", "helps", "sleep"),
        ("a", "Tea does not help sleep", "tea", "helps", "sleep", "-", "hedged"),
        ("b", "Tea helps sleep", "tea", "helps", "sleep"),
    )
    cell = matrix_view(view_of(pile_of(texts, lines))).parts[0].rows[0].cells[0]
    assert cell is not None
    assert (cell.glyph, cell.answer, cell.text, cell.detail) == ("±", "mixed", "2", "1 hedged")
    assert cell.label == "Source a says both yes and no, 2 claims, 1 hedged: Does tea help sleep?"


def test_dispute_leads_with_two_sources_and_firm_words(hair: Facts) -> None:
    """Of several pairs on a question, the one between two sources with firm words comes first, yes on the left."""
    first = disagreements(view_of(hair)).conflicts[0]
    assert first.question == "Does PRP promote hair growth?"
    assert first.total == 2
    assert (first.pairs[0].left.source.label, first.pairs[0].right.source.label) == (
        "Journal of Small Trials",
        "Hairline Forum",
    )
    assert first.pairs[0].left.answer == "yes"


def test_apparent_conflicts_stand_apart_with_their_slot(hair: Facts) -> None:
    """A pair that only looks like a conflict is listed apart and names what differs."""
    one, other = hair.claims[0], hair.claims[3]
    apparent = Relation(
        RelationType.APPARENT, "contradictory", one.id, other.id, "r", "Other people.", differing="population"
    )
    html = render(facts := replace(hair, relations=(*hair.relations, apparent)), analyse(facts, Pack()), Pack())
    assert "differs in population" in html
    assert html.index("Where they disagree") < html.index("Only apparent") < html.index("differs in population")


@pytest.mark.parametrize("pile", ["hair", "coffee"])
def test_maps_keep_their_boxes_apart(request: pytest.FixtureRequest, pack: Pack, pile: str) -> None:
    """No two boxes of any map share ground, with a pack and without."""
    view = view_of(request.getfixturevalue(pile), pack if pile == "hair" else None)
    assert overlapping(subject_map(view, pack if pile == "hair" else Pack())) == []
    assert overlapping(argument_map(view)) == []
    for question in view.questions:
        assert overlapping(question_map(question)) == []


def test_subject_map_runs_from_treatment_to_outcome(hair: Facts, pack: Pack) -> None:
    """With a pack, what is given stands left of what comes of it, and disputed links are marked."""
    picture = subject_map(view_of(hair, pack), pack)
    at = {node.label: picture.places[node.box.id][0] for node in picture.nodes if node.role == "concept"}
    assert at["PRP"] < at["growth factors"] < at["hair growth"]
    status = {edge.say.split(":")[0]: edge.status for edge in picture.edges if edge.listed}
    assert status == {
        "PRP promotes hair growth": "disputed",
        "exosome therapy promotes hair growth": "disputed",
        "exosomes carry growth factors": "agreed",
        "growth factors stimulate hair follicles": "single",
    }


def test_question_map_lets_every_source_speak_first(pile_of: Made) -> None:
    """Where there are too many claims, each source speaks once before any speaks twice, and the rest is counted."""
    sentence = "Tea helps sleep"
    texts = {"a": f"{sentence}. " * 20, "b": f"{sentence}."}
    facts = pile_of(texts, (("a", sentence, "tea", "helps", "sleep"), ("b", sentence, "tea", "helps", "sleep")))
    again = [replace(facts.claims[0], id=f"c{n:016x}") for n in range(20)]
    view = view_of(replace(facts, claims=(*again, facts.claims[1]), relations=()))
    picture = question_map(view.questions[0])
    assert sum(node.role == "claim" for node in picture.nodes) == MOST_CLAIMS
    assert {node.label for node in picture.nodes if node.role == "source"} == {"Source a", "Source b"}
    assert (picture.share.drawn, picture.share.all) == (MOST_CLAIMS, 21)
    whole = question_map(view.questions[0], whole=True)
    assert sum(node.role == "claim" for node in whole.nodes) == 21
    assert whole.share.whole


def test_the_whole_map_shows_no_pronoun_and_the_list_does(pile_of: Made) -> None:
    """A link from "it" cannot be drawn so that anybody could read it; the list beside the map has it still."""
    text = "It helps sleep. Tea helps sleep."
    lines = (("a", "It helps sleep", "it", "helps", "sleep"), ("a", "Tea helps sleep", "tea", "helps", "sleep"))
    view = view_of(pile_of({"a": text}, lines))
    picture = subject_map(view, Pack(), whole=True)
    assert [edge.say.split(":")[0] for edge in picture.edges if edge.listed] == ["tea helps sleep"]
    assert (picture.share.drawn, picture.share.all) == (1, 2)
    assert sorted(edge.say.split(":")[0] for edge in link_list(view)) == ["it helps sleep", "tea helps sleep"]


def test_pyvis_keeps_both_edges_of_a_pair_and_no_title(hair: Facts) -> None:
    """The argument map's network keeps every edge it is given, has no physics, and sets no title pyvis would parse."""
    picture = argument_map(view_of(hair))
    net = network(picture)
    assert len(net.edges) == len(picture.edges)
    assert all("title" not in item for item in (*net.nodes, *net.edges))
    assert all(node["physics"] is False for node in net.nodes)


def test_every_node_of_a_map_brings_its_place(hair: Facts, pack: Pack) -> None:
    """What the page is given names both coordinates of every node, zero included: nothing is placed by chance."""
    view = view_of(hair, pack)
    for picture in (subject_map(view, pack), argument_map(view), question_map(view.questions[0])):
        nodes = data(network(picture))["nodes"]
        assert nodes
        assert all(isinstance(node["x"], int) and isinstance(node["y"], int) for node in nodes)


sizes = st.lists(st.lists(st.integers(10, 90), min_size=1, max_size=6), min_size=1, max_size=5)


@given(sizes)
def test_columns_never_overlap(heights: list[list[int]]) -> None:
    """Whatever the heights, boxes in columns stand apart by the free space asked for."""
    columns = [[Box(f"{c} {r}", 80, height) for r, height in enumerate(column)] for c, column in enumerate(heights)]
    places = place_columns(columns, across=20, between=6)
    for column in columns:
        for upper, lower in pairwise(column):
            assert places[lower.id][1] - places[upper.id][1] >= (upper.height + lower.height) / 2 + 5


@given(st.sets(st.tuples(st.integers(0, 11), st.integers(0, 11)).filter(lambda e: e[0] != e[1]), max_size=20))
def test_routed_edges_never_skip_a_column(pairs: set[tuple[int, int]]) -> None:
    """After routing, every edge joins neighbouring columns or stays in its own, and ordering loses no node."""
    columns = [[f"n{c * 3 + r}" for r in range(3)] for c in range(4)]
    way = routes(columns, sorted((f"n{a}", f"n{b}") for a, b in pairs))
    home = {name: number for number, column in enumerate(way.columns) for name in column}
    assert all(abs(home[a] - home[b]) <= 1 for a, b in way.graph.edges)
    ordered = ordered_columns(way.columns, way.graph)
    assert [sorted(column) for column in ordered] == [sorted(column) for column in way.columns]


def test_ordering_takes_out_a_crossing() -> None:
    """Two edges that cross are uncrossed by the sweeps."""
    graph = nx.Graph([("a", "y"), ("b", "x")])
    assert ordered_columns([["a", "b"], ["x", "y"]], graph) in ([["a", "b"], ["y", "x"]], [["b", "a"], ["x", "y"]])


@given(st.lists(st.tuples(st.integers(1, 50), st.integers(1, 50)), max_size=12))
def test_shelves_never_overlap(blocks: list[tuple[int, int]]) -> None:
    """Blocks set on shelves do not share ground."""
    corners = shelves(blocks, width=100, gap=5)
    placed = [(x, y, x + w, y + h) for (x, y), (w, h) in zip(corners, blocks, strict=True)]
    for number, a in enumerate(placed):
        for b in placed[number + 1 :]:
            assert a[2] <= b[0] or b[2] <= a[0] or a[3] <= b[1] or b[3] <= a[1]


def test_same_facts_give_the_same_bytes(hair: Facts, pack: Pack) -> None:
    """Rendering twice gives identical pages."""
    findings = analyse(hair, pack)
    assert render(hair, findings, pack) == render(hair, findings, pack)


def test_policy_allows_the_pages_own_scripts_and_nothing_else(hair_html: str) -> None:
    """The policy names the hash of each script and style that stands in the page, and no source but those."""
    head = hair_html[: hair_html.index("</head>")]
    policy = head.split('Content-Security-Policy" content="')[1].split('"')[0].replace("&#39;", "'")
    scripts = [part.split("</script>")[0] for part in hair_html.split("\n<script>")[1:]]
    style = head.split("<style>")[1].split("</style>")[0]
    for code in (*scripts, style):
        assert source_hash(code) in policy
    assert policy.startswith("default-src 'none'")
    assert "http" not in policy
    assert "unsafe" not in policy


def test_a_pile_without_a_shared_question_says_so(pile_of: Made) -> None:
    """Where everything is said once the page does not claim to have found nothing."""
    facts = pile_of({"a": "Tea helps sleep."}, (("a", "Tea helps sleep", "tea", "helps", "sleep"),))
    html = render(facts, analyse(facts, Pack()), Pack())
    assert "everything here is said once" in html
    assert "No claims were found" not in html


def test_an_empty_build_still_gives_a_page() -> None:
    """With no document the page says that no claims were found."""
    html = render(Facts(), analyse(Facts(), Pack()), Pack())
    assert "No claims were found" in html


def test_big_piles_say_what_they_leave_to_the_exports(hair: Facts) -> None:
    """Above the number of claims it may print the page keeps those on the disputed questions, and says so."""
    html = render(hair, analyse(hair, Pack()), Pack(), most_claims=4)
    assert html.count('<article class="claim') == 4
    assert "This page prints 4 of 9 claims" in html
    assert "PRP doesn’t grow any hair" in html


def test_a_page_too_heavy_prints_fewer_claims(pile_of: Made) -> None:
    """Where all claims would not fit the bytes, half as many are tried, and the page says how many it prints."""
    facts = pile_of({"a": "Tea helps sleep."}, (("a", "Tea helps sleep", "tea", "helps", "sleep"),))
    many = replace(facts, claims=tuple(replace(facts.claims[0], id=f"c{n:016x}") for n in range(300)))
    findings = analyse(many, Pack())
    whole = render(many, findings, Pack())
    small = render(many, findings, Pack(), most_bytes=len(whole.encode("utf-8")) - 1)
    assert "This page prints 150 of 300 claims" in small
    assert len(small) < len(whole)
