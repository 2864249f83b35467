"""Places: the page, the heading, and a link that opens a web page at the words."""

from dataclasses import replace
from urllib.parse import unquote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimgraph.model import Document, Region
from claimgraph.reading import Place, document_from_text, place, text_fragment

TEXT = (
    "Is tea safe?\n\nTea is safe, says Jane Smith-Jones.\n\n"
    "Milk is safe. Tea is safe, and more than safe.\n\nTea is safe."
)
PAGE = replace(document_from_text(TEXT), address="https://example.org/tea?x=1#part", media_type="text/html")


def link(words: str, after: int = 0) -> str | None:
    """Return the directive for the first occurrence of words behind a place."""
    start = TEXT.index(words, after)
    found = text_fragment(PAGE, start, start + len(words))
    return found and found.removeprefix("https://example.org/tea?x=1#:~:text=")


def test_words_that_stand_once_are_the_whole_directive() -> None:
    """Signs that mean something in a directive are encoded; the address's own fragment goes."""
    assert link("says Jane Smith-Jones.") == "says%20Jane%20Smith%2DJones."
    assert link("safe, says") == "safe%2C%20says"


def test_words_that_stand_twice_get_what_stands_beside_them() -> None:
    """As few words before or behind as make the place the only one."""
    assert link("Tea is safe", 60) == "safe.-,Tea%20is%20safe"
    assert link("more than safe") == "more%20than%20safe"


def test_a_span_over_two_blocks_is_a_range() -> None:
    """A directive's words stand in one block each."""
    assert link("says Jane Smith-Jones.\n\nMilk is safe.") == "says%20Jane%20Smith%2DJones.,Milk%20is%20safe."


@pytest.mark.parametrize("address", [None, "file:///a.html", "ftp://example.org/"])
def test_without_a_web_address_there_is_no_link(address: str | None) -> None:
    """A document from a file has none."""
    assert text_fragment(replace(PAGE, address=address), 0, 5) is None


def test_a_span_without_words_has_no_link() -> None:
    """Nothing can be found by white space."""
    assert text_fragment(PAGE, 12, 14) is None


@given(st.text(), st.integers(0, 40), st.integers(0, 40))
def test_any_span_gives_a_link_that_names_its_words(text: str, start: int, length: int) -> None:
    """A link is ASCII, and short single-line spans stand in it word for word."""
    document = replace(document_from_text(text), address="https://example.org/")
    text = document.text
    found = text_fragment(document, start, start + length)
    exact = text[start : start + length].strip()
    assert (found is None) == (not exact)
    if found is not None:
        assert found.isascii()
        if not set("\r\n\t") & set(exact):
            assert " ".join(exact.split()) in unquote(found)


def test_a_place_names_its_page_heading_and_line() -> None:
    """The nearest heading before it counts, also on an earlier page; a heading is not its own."""
    regions = (
        Region("page", 0, 20, "1"),
        Region("line", 0, 40, "7"),
        Region("heading", 0, 4, "Tea", 1),
        Region("page", 22, 40, "2"),
        Region("heading", 30, 34, "Milk", 2),
    )
    document = Document("a", "x" * 40, "0" * 64, "a.pdf", regions=regions)
    assert place(document, 25) == Place("2", "Tea", "7")
    assert place(document, 30) == Place("2", "Tea", "7")
    assert place(document, 38) == Place("2", "Milk", "7")
    assert place(document, 0) == Place("1", None, "7")
