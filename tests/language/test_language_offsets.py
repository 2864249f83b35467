"""Offsets survive whatever a text is made of."""

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from claimgraph.language.blocks import blocks
from claimgraph.language.cleaning import DASHES, INVISIBLE, PLAIN, clean
from claimgraph.language.parsing import parse
from claimgraph.reading import document_from_text

if TYPE_CHECKING:
    from spacy.language import Language

#: What hostile pages are made of: words, line ends of every kind, invisible characters, marks, other scripts.
PIECES = st.sampled_from(
    [
        "Kelp", "slows", "rust", "does not", "help", "sleep.", "It", "may", "cost", "£5", "40%", "in", "!", "?",
        " ", " ", " ", "  ", "\t", "\n", "\n\n", "\r\n", "\r", "\u2028", "\x0b", "\x0c", "\x85", "\u00a0",
        "\u200b", "\u200d", "\u00ad", "\ufeff", "\u202e", "\u202c", "\u2066", "\x00", "\x07", "\x1b[0m", "\ue000",
        "“", "”", "’", "—", "…", "•", "- ", "1. ", "* ", "|", "☕", "👩‍👩‍👧", "咖啡", "قهوة", "é", "e\u0301", "ﬁ",
    ]
)  # fmt: skip
TEXTS = st.lists(PIECES, max_size=40).map("".join)
CALM = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


@given(st.text(max_size=60), st.integers(0, 20), st.integers(0, 60))
def test_every_clean_character_leads_back_to_its_own(text: str, start: int, length: int) -> None:
    """Each character of cleaned text is the plain form of the document's character at its offset."""
    start = min(start, len(text))
    found = clean(text, start, min(len(text), start + length))
    for index, character in enumerate(found.text):
        assert text[found.offset(index)].translate(PLAIN) == character


@given(TEXTS)
def test_blocks_stand_in_order_and_lose_no_word(text: str) -> None:
    """Blocks do not overlap, and what lies between them holds bullets and white space but no letter."""
    document = document_from_text(text)
    at = 0
    for block in blocks(document):
        assert at <= block.start < block.end <= len(document.text)
        between = document.text[at : block.start]
        assert len(between.strip()) < 24
        assert not re.search(r"[^\W\d_]{2,}", INVISIBLE.sub("", between))
        at = block.end
    assert not any(c.isalpha() for c in INVISIBLE.sub("", document.text[at:]))


def plain_dashes(text: str) -> str:
    """Return a text with plain dashes, as the parser sees it."""
    return text.translate({ord(dash): "-" for dash in DASHES})


@CALM
@given(text=TEXTS)
def test_every_token_is_the_document_s_own_words(text: str, model: "Language") -> None:
    """The document's characters at a token's offsets are the token, once invisible characters are dropped."""
    document = document_from_text(text)
    [(parsed, _)] = parse([document], model)
    for sentence in parsed.sentences:
        assert sentence.start == sentence.tokens[0].start
        assert sentence.end == sentence.tokens[-1].end
        for token in sentence.tokens:
            shown = INVISIBLE.sub("", document.text[token.start : token.end].translate(PLAIN))
            assert plain_dashes(shown).strip() == plain_dashes(token.text).strip()


@CALM
@given(text=TEXTS)
def test_sentences_stand_in_reading_order(text: str, model: "Language") -> None:
    """Each sentence begins no earlier than the one before it ends."""
    [(parsed, _)] = parse([document_from_text(text)], model)
    places = [(s.start, s.end) for s in parsed.sentences]
    assert all(first[1] <= second[0] for first, second in pairwise(places))


@CALM
@given(text=TEXTS)
def test_each_sentence_is_one_tree(text: str, model: "Language") -> None:
    """Every token but one hangs on another of its sentence, so that rules may climb without end in sight."""
    [(parsed, _)] = parse([document_from_text(text)], model)
    for sentence in parsed.sentences:
        for token in sentence.tokens:
            assert all(sentence.tokens[k].head == token.i for k in token.kids)
            assert sum(1 for _ in sentence.ancestors(token.i)) < len(sentence.tokens)
