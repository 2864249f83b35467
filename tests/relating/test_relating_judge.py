"""Two texts held against each other, as `compare` does."""

from collections.abc import Callable, Sequence

import pytest
from spacy.language import Language

from claimgraph.knowledge import Pack
from claimgraph.language.parsed import Sentence
from claimgraph.language.parsing import parse
from claimgraph.language.similarity import VectorSimilarity
from claimgraph.model import Claim, Document
from claimgraph.relating import judge
from claimgraph.relating.weighing import read_weights, weights

Say = Callable[..., Claim]


def read(model: Language, text: str) -> Sequence[Sentence]:
    """Return the sentences of a text."""
    [(parsed, _)] = parse([Document("t", text, "0" * 64, "t")], model)
    return parsed.sentences


def told(model: Language, pack: Pack, a: str, b: str) -> str:
    """Return what is said of two texts by their sentences alone."""
    near = VectorSimilarity(model.vocab)
    found = judge((), (), pack, sentences_a=read(model, a), sentences_b=read(model, b), similarity=near)
    return found.type.value if found else "none"


def test_claims_that_meet_decide(pack: Pack, say: Say) -> None:
    """Where claims of both sides meet, the relation between them is the answer, with its reason."""
    found = judge([say("butterbur", "treat", "headache")], [say("butterbur", "be useless for", "headache")], pack)
    assert found is not None
    assert (found.type, found.kind) == ("conflict", "contradictory")
    assert "one affirms and the other denies" in found.rationale


def test_claims_of_one_side_are_not_held_against_each_other(pack: Pack, say: Say) -> None:
    """A text that contradicts itself says nothing of the other text."""
    own = [say("butterbur", "treat", "headache"), say("butterbur", "treat", "headache", denied=True)]
    assert judge(own, [say("feverfew", "contain", "camphor")], pack) is None


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        ("Taller dams hold back more silt.", "Taller dams hold back more silt.", "support"),
        ("The new rule was signed by the mayor on Monday.", "Otters eat mostly fish and crabs.", "none"),
        ("", "Otters eat mostly fish.", "none"),
        ("Otters eat mostly fish.", "", "none"),
    ],
)
def test_sentences_decide_where_no_claims_do(model: Language, pack: Pack, a: str, b: str, expected: str) -> None:
    """The same text supports itself, texts on two subjects or an empty side say nothing."""
    assert told(model, pack, a, b) == expected


def test_a_long_side_is_read_in_time_that_grows_with_it(model: Language, pack: Pack) -> None:
    """Fifty thousand words against one sentence: only the sentences that fit are aligned."""
    sentences = read(model, "The harbour was dredged twice. Otters do not eat fish in winter. Rain fell on the quay.")
    long = [*sentences] * 3000
    near = VectorSimilarity(model.vocab)
    found = judge(
        (), (), pack, sentences_a=read(model, "Otters eat fish in winter."), sentences_b=long, similarity=near
    )
    assert found is None or len(found.rationale) < 500


def test_the_weights_are_a_probability() -> None:
    """The shipped model gives three classes that add up to one for any numbers."""
    model = weights()
    found = model.probabilities(dict.fromkeys(model.names, 0.0))
    assert set(found) == {"conflict", "none", "support"}
    assert abs(sum(found.values()) - 1) < 1e-9


def test_weights_are_read_as_written() -> None:
    """A model of one number is read back from its JSON text and leans as its weights say."""
    text = (
        '{"names": ["x"], "means": [0], "scales": [1], "classes": ["conflict", "none"],'
        ' "rows": [[1], [-1]], "intercepts": [0, 0]}'
    )
    assert read_weights(text).probabilities({"x": 2.0})["conflict"] > 0.9


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        ("Owls hunt voles at night.", "Owls never hunt voles at night.", "conflict"),
        ("The river is wider than the canal.", "The canal is narrower than the river.", "support"),
        ("The river is wider than the canal.", "The canal is wider than the river.", "conflict"),
        ("The roof was repaired in 2011.", "The roof was repaired in 2018.", "conflict"),
        ("The roof was repaired in 2011.", "The fence was repaired in 2018.", "none"),
        ("Granite is the hardest stone in the quarry.", "Slate is the hardest stone in the quarry.", "conflict"),
        ("Owls hunt voles at night.", "Owls never hunt rabbits at night.", "none"),
    ],
)
def test_short_pairs_are_weighed_word_by_word(model: Language, pack: Pack, a: str, b: str, expected: str) -> None:
    """In a short pair a denial, an opposite or the order turned makes a conflict, another thing makes it none."""
    assert told(model, pack, a, b) == expected


def test_another_thing_makes_a_relation_of_claims_apparent(model: Language, pack: Pack, say: Say) -> None:
    """Where claims meet but the words around them name two things, the relation is apparent and says which."""
    a, b = "In spring butterbur treats headache.", "In winter butterbur does not treat headache."
    claims = [say("butterbur", "treat", "headache")], [say("butterbur", "treat", "headache", denied=True)]
    found = judge(*claims, pack, sentences_a=read(model, a), sentences_b=read(model, b))
    assert found is not None
    assert (found.type, found.differing) == ("apparent", "context")
    assert "“spring” and “winter”" in found.rationale


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        ("Otters swim more slowly than seals.", "Seals swim faster than otters.", "support"),
        ("The brook was cleaner than the river in 1995.", "The river is now cleaner than the brook.", "none"),
        ("The harbour office has confirmed the spill.", "The spill remains unconfirmed.", "conflict"),
        ("Beavers catch more fish than herons.", "Herons take more fish than beavers.", "conflict"),
        ("Frost weakens stems.", "Stems grow weaker under frost.", "support"),
    ],
)
def test_turned_words_and_other_dates(model: Language, pack: Pack, a: str, b: str, expected: str) -> None:
    """Adverbs and denied participles turn a short pair, another verb does not; a year and now are two times."""
    assert told(model, pack, a, b) == expected


@pytest.mark.parametrize(
    ("a", "b", "source"),
    [
        ("The choir sang in the barn at dusk.", "The choir sang in the barn.", "a"),
        ("The choir sang in the barn.", "The choir sang in the barn at dusk.", "b"),
    ],
)
def test_of_two_texts_the_one_that_says_more_supports_the_other(
    model: Language, pack: Pack, a: str, b: str, source: str
) -> None:
    """What says more entails what says less, whichever is named first."""
    near = VectorSimilarity(model.vocab)
    found = judge((), (), pack, sentences_a=read(model, a), sentences_b=read(model, b), similarity=near)
    assert found is not None
    assert (found.type, found.kind, found.source) == ("support", "entailed", source)
