"""Cleaning, clipping, sentences round a quote, and labels broken into lines."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimgraph.model import Certainty, Claim, Evidence, Mention, Polarity, Proposition, Quote, Term, Voice
from claimgraph.rendering.security import safe_address, script_json, text_fragment
from claimgraph.rendering.text import breadth, clip, context, one_line, shown, wrapped


def quoting(text: str, words: str) -> Claim:
    """Return a claim that quotes some words of a text."""
    start = text.index(words)
    return Claim(
        "d", Quote.cut(text, start, start + len(words)), Mention("a", "a"), Mention("b", "b"), None, Polarity.POSITIVE,
        Certainty.ASSERTED, Voice("v"), Evidence.STUDY, (), Proposition(Term("a"), Term("b"), None),
    )  # fmt: skip


@given(st.text())
def test_shown_text_can_be_written_and_is_stable(text: str) -> None:
    """Whatever comes in, what is shown encodes as UTF-8, and cleaning it again changes nothing."""
    clean = shown(text)
    clean.encode("utf-8")
    assert shown(clean) == clean


@given(st.text(), st.integers(min_value=2, max_value=50))
def test_clipped_text_keeps_its_limit(text: str, limit: int) -> None:
    """A clipped text never has more characters than its limit, on one line where a label is wanted."""
    assert len(clip(text, limit)) <= limit
    assert "\n" not in one_line(text, limit)


@given(st.text(alphabet="abMW 毛i.", min_size=1, max_size=200))
def test_wrapped_labels_keep_their_box(text: str) -> None:
    """No line is broader than the box but by the ellipsis, and there are no more lines than asked for."""
    lines = wrapped(text, 12, 3).split("\n")
    assert len(lines) <= 3
    assert all(breadth(line) <= 12 + 1.3 for line in lines)


@pytest.mark.parametrize(
    ("text", "words", "around"),
    [
        ("One here. Two there, I think. Three now.", "Two there", ("One here.", "", ", I think.", "Three now.")),
        ("Ask Dr. Ng about it. It works. Fine.", "It works", ("Ask Dr. Ng about it.", "", ".", "Fine.")),
        ("Only words", "words", ("", "Only ", "", "")),
        ("A heading\n\nIt grows 0.5 cm. “Really?” Yes.", "It grows", ("A heading", "", " 0.5 cm.", "“Really?”")),
        ("First: \n  • it helps\n  • it harms", "it helps", ("First:", "• ", "", "• it harms")),
    ],
)
def test_context_is_the_sentence_before_and_after(text: str, words: str, around: tuple[str, str, str, str]) -> None:
    """The quote stands in its own sentence, with one neighbour on each side, abbreviations and decimals unharmed."""
    found = context(text, quoting(text, words))
    assert found.exact == words
    assert (found.before, found.lead, found.tail, found.after) == around


@given(st.text(alphabet="ab .!?\nDr•", min_size=3, max_size=300), st.data())
def test_context_never_loses_the_quote(text: str, data: st.DataObject) -> None:
    """Wherever a quote stands, its words are shown exactly, and its neighbours stay within their limit."""
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    found = context(text, quoting(text, text[start:end]), around=40)
    assert found.exact == text[start:end]
    assert max(len(found.before), len(found.lead), len(found.tail), len(found.after)) <= 41


def test_a_quote_that_does_not_stand_at_its_place_falls_back_on_its_own_prefix() -> None:
    """Where the document's text is not the one quoted, prefix and suffix of the quote itself are shown."""
    claim = quoting("One here. Two there. Three.", "Two there")
    found = context("", claim)
    assert (found.lead, found.tail) == ("One here. ", ". Three.")


@given(st.text())
def test_data_cannot_end_its_script(text: str) -> None:
    """No text inside a script element's data can close the element or open another."""
    assert "<" not in script_json({"a": text})


NO_LINKS = (
    "javascript:alert(1)", "JaVaScRiPt:alert(1)", "data:text/html,x", "file:///etc/passwd", "//x", "", None, "http://[",
    "seeds/a.txt",
)  # fmt: skip


@pytest.mark.parametrize("address", NO_LINKS)
def test_only_web_addresses_become_links(address: str | None) -> None:
    """Anything but http and https with a host stays text."""
    assert safe_address(address) is None


def test_long_quotes_are_found_by_their_ends() -> None:
    """A text fragment names the first and last five words of a long quote, with hyphens and commas encoded."""
    words = " ".join(f"w{n}" for n in range(20))
    assert (
        text_fragment("https://e.org/p#x", words)
        == "https://e.org/p#:~:text=w0%20w1%20w2%20w3%20w4,w15%20w16%20w17%20w18%20w19"
    )
    assert text_fragment("https://e.org/p", "a-b, c") == "https://e.org/p#:~:text=a%2Db%2C%20c"
