"""Concepts are found in tokens by label, inflection, acronym and slip of spelling, longest first."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimgraph.knowledge.loading import default_pack
from claimgraph.knowledge.matching import ConceptMatcher, Match, labels_of
from claimgraph.knowledge.pack import Concept, Pack
from claimgraph.knowledge.spelling import edits, key, pieces

HR = "https://w3id.org/claimgraph/pack/hair-restoration#"
MATCHER = ConceptMatcher(default_pack())


def named(*labels: tuple[str, ...]) -> Pack:
    """Return a pack with a concept for each tuple of labels, numbered from 0."""
    concepts = {str(n): Concept(iri=str(n), label=names[0], labels=names) for n, names in enumerate(labels)}
    return Pack("test", concepts)


def found(text: str) -> list[str]:
    """Return the local names of the concepts in a text divided at spaces."""
    return [(match.iri or "?").removeprefix(HR) for match in MATCHER.find_in(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Platelet-Rich Plasma works", ["prp"]),
        ("platelet rich plasma", ["prp"]),
        ("mesenchymal stem cells", ["mesenchymalStemCell"]),
        ("HAIR GROWTH", ["hairGrowth"]),
        ("hairloss", ["hairLoss"]),
        ("micro needling", ["microneedling"]),
        ("micro-needling", ["microneedling"]),
        ("MSCs and HFSCs", ["mesenchymalStemCell", "follicleStemCell"]),
        ("Wnt/β-catenin", ["wntPathway"]),
        ("Wharton’s Jelly", ["whartonsJelly"]),
        ("exosome therapies", ["exosomeTherapy"]),
        ("miniaturised hair", ["vellusHair"]),
        ("finesterides and minoxidyll", ["finasteride", "minoxidil"]),
        ("5α-reductase", ["alphaReductase"]),
        ("we saw nothing at all", []),
    ],
)
def test_ways_of_writing_meet_in_one_concept(text: str, expected: list[str]) -> None:
    """Case, number, hyphens, spaces, Greek letters, endings and slips do not keep a text from its concept."""
    assert found(text) == expected


def test_an_acronym_must_be_written_as_one() -> None:
    """SCF is stem cell factor, scf is not, and SCFs are several of them."""
    matcher = ConceptMatcher(named(("stem cell factor", "SCF")))
    assert [matcher.named(word) for word in ("SCF", "SCFs", "scf", "Scf")] == [("0",), ("0",), (), ()]


def test_the_longest_label_wins_and_marks_end_it() -> None:
    """A label is not read across a comma, and a shorter one inside a longer one is not reported."""
    matcher = ConceptMatcher(named(("stem cell",), ("stem cell therapy",), ("cell",)))
    tokens = [(word, "") for word in ("Stem", "cell", "therapy", ":", "stem", ",", "cell")]
    assert matcher.find(tokens) == (Match(0, 3, "1"), Match(6, 7, "2"))


def test_an_ambiguous_label_gives_its_candidates() -> None:
    """What two concepts are called alike is marked, not guessed."""
    (match,) = ConceptMatcher(named(("battery", "cell"), ("prison cell", "cell"))).find_in("a cell")
    assert (match.iri, match.candidates) == (None, ("0", "1"))


def test_the_lemma_helps_where_the_form_does_not() -> None:
    """An irregular plural is found by its lemma."""
    (match,) = ConceptMatcher(named(("tooth loss",))).find([("teeth", "tooth"), ("losses", "loss")])
    assert (match.start, match.end, match.iri, match.how) == (0, 2, "0", "lemma")


@pytest.mark.parametrize("word", ["thinker", "heating", "patent", "destine"])
def test_an_english_word_is_never_taken_for_another_misspelt(word: str) -> None:
    """A word that the language has means itself, however near a label it stands."""
    matcher = ConceptMatcher(named(("thinner",), ("healing",), ("patient",), ("destin",)))
    assert matcher.find_in(word) == ()


def test_two_labels_equally_near_are_not_guessed_between() -> None:
    """A slip that could be either of two words has both as candidates."""
    (match,) = ConceptMatcher(named(("minoxadil",), ("minoxodil",))).find_in("minoxidil")
    assert (match.iri, match.candidates, match.how) == (None, ("0", "1"), "spelling")


def test_matching_grows_no_faster_than_the_text() -> None:
    """Ten times the tokens, most of them strangers to the pack, take at most some thirty times the processor's time."""
    tokens = [(word, word) for word in ("qwertyu", "hair", "of", "Zebrafish", "follicle", "-") * 1700]
    MATCHER.find(tokens[:60])
    taken = []
    for many in (len(tokens) // 10, len(tokens)):
        start = time.process_time()
        MATCHER.find(tokens[:many])
        taken.append(time.process_time() - start)
    assert taken[1] < 30 * taken[0] + 0.5


@given(st.lists(st.text(max_size=12), max_size=40))
def test_matches_are_ordered_apart_and_inside_the_text(words: list[str]) -> None:
    """Whatever the tokens, matches come in order, overlap nowhere and never leave the text."""
    matches = MATCHER.find([(word, word.lower()) for word in words])
    ends = [0, *(match.end for match in matches)]
    assert all(before <= match.start < match.end for before, match in zip(ends, matches, strict=False))
    assert ends[-1] <= len(words)
    assert all((match.iri is None) == bool(match.candidates) for match in matches)


@given(st.sampled_from([(c.iri, label) for c in default_pack().concepts.values() for label in c.labels]))
def test_every_label_of_the_pack_is_found(case: tuple[str, str]) -> None:
    """Each label, written as the pack writes it, names its own concept."""
    iri, label = case
    assert iri in MATCHER.named(label)


@given(st.text(st.characters(categories=["Ll"]), min_size=1, max_size=14), st.integers(0, 20))
def test_edit_distance_is_symmetric_and_bounded(word: str, cut: int) -> None:
    """Leaving out one letter is one edit, from either side, and no edit is none."""
    shorter = word[: cut % len(word)] + word[cut % len(word) + 1 :]
    assert edits(word, word, 2) == 0
    assert edits(word, shorter, 2) == edits(shorter, word, 2) == 1
    assert edits(word, word + "xyz", 2) == 3


@given(st.text(max_size=20))
def test_pieces_hold_no_spaces_and_keys_settle(text: str) -> None:
    """Pieces are single words, and a key never depends on case."""
    for piece in pieces(text):
        assert not any(map(str.isspace, piece))
        assert key(piece) == key(piece.casefold())


def test_labels_are_reported_with_all_who_share_them() -> None:
    """The checker learns from one table which labels are shared, whatever their number or case."""
    assert labels_of(named(("Cells",), ("cell",))) == {"cell": ("0", "1")}
