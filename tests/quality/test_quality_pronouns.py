"""What an answer to "what does this pronoun stand for" is worth."""

import pytest
from benchmarks.quality.pronouns import OPEN, RIGHT, WRONG, Asked, judged


def _asked(wanted: str, identifier: str = "short-003", place: str = "short") -> Asked:
    """Return a row of the list that wants some antecedent."""
    return Asked(identifier, place, identifier, "It burns oak.", 0, 2, wanted)


@pytest.mark.parametrize(
    ("wanted", "said", "worth"),
    [
        ("kiln", "old kiln", RIGHT),
        ("kiln", "price of kiln", WRONG),
        ("price", "price of kiln", RIGHT),
        ("kiln", "", OPEN),
        ("-", "", RIGHT),
        ("-", "kiln", WRONG),
        ("church", "churches", RIGHT),
    ],
)
def test_an_answer_is_right_by_the_head_of_its_label(wanted: str, said: str, worth: str) -> None:
    """The head counts, not what it is "of"; no answer is no wrong one, and right where nothing is meant."""
    assert judged(_asked(wanted), said) == worth


def test_even_short_texts_are_not_looked_at() -> None:
    """Of the short texts every second one is kept from whoever writes rules; pages are open."""
    assert _asked("kiln").seen
    assert not _asked("kiln", "short-004").seen
    assert _asked("kiln", "zone-pronoun-04", "zone").seen
