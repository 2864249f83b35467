"""A draft pack brings together the ways of writing one thing, and loads again."""

from hypothesis import given
from hypothesis import strategies as st

from claimgraph.knowledge.checking import check_pack
from claimgraph.knowledge.loading import core_pack, default_pack, read_pack
from claimgraph.knowledge.pack import Pack
from claimgraph.knowledge.suggesting import suggest_pack

CARS = [
    *(("the electric cars", 5), ("Electric car", 2), ("EVs", 3), ("car", 4), ("a lithium-ion battery", 3)),
    *(("lithium ion batteries", 2), ("lithium-ion batery", 1), ("it", 9), ("42", 7), ("one-off", 1), ("x" * 99, 5)),
]


def draft(phrases: list[tuple[str, int]], verbs: list[tuple[str, int]] = [], known: Pack | None = None) -> Pack:  # noqa: B006
    """Return the pack that a draft loads as."""
    acronyms = {"EV": "electric car"}
    return read_pack(suggest_pack(phrases, verbs, acronyms, known=known, name="Cars"), "cars", "cars.ttl")


def test_variants_acronyms_and_misspellings_are_one_candidate() -> None:
    """The most frequent way of writing is the label; pronouns, numbers, rarities and whole sentences are left out."""
    pack = draft(CARS)
    assert [c.labels for c in pack.concepts.values()] == [
        ("electric cars", "EVs"),
        ("lithium-ion battery", "lithium-ion batery"),
        ("car",),
    ]
    first, _, car = pack.concepts.values()
    assert first.broader == (car.iri,)


def test_only_what_no_pack_knows_is_suggested() -> None:
    """Known concepts and verbs are left out, unknown verbs become predicates, most frequent first."""
    pack = draft([("PRP", 9), ("gravel", 3)], [("promote", 8), ("outsmart", 2), ("zap", 5)], default_pack())
    assert [c.label for c in pack.concepts.values()] == ["gravel"]
    assert [p.verbs for p in pack.predicates.values()] == [("zap",), ("outsmart",)]


def test_the_order_of_the_input_does_not_matter() -> None:
    """The same counts in another order give the same bytes."""
    assert suggest_pack(CARS) == suggest_pack(CARS[::-1])


@given(st.lists(st.tuples(st.text(max_size=30), st.integers(2, 9)), max_size=12), st.text(max_size=12))
def test_whatever_the_texts_hold_the_draft_loads(phrases: list[tuple[str, int]], verb: str) -> None:
    """Quotes, backslashes, control characters and other scripts never break the Turtle."""
    turtle = suggest_pack([*phrases, ("anchor", 5)], [(verb, 3)], known=core_pack(), name='a "b"\n<c>')
    pack = read_pack(turtle, "draft", "draft.ttl")
    assert "anchor" in {concept.label for concept in pack.concepts.values()}
    assert {p.code for p in check_pack(pack, core_pack())} <= {"shared-label"}
