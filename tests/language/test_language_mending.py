"""Sentences whose verb the parser takes for a noun get a second look."""

from typing import TYPE_CHECKING

import pytest

from claimgraph.language.mending import guesses, mended
from claimgraph.language.parsed import Token

if TYPE_CHECKING:
    from spacy.language import Language


def plain(text: str, model: "Language") -> tuple[Token, ...]:
    """Return the tokens of a text with the tags and tree of the parser's first look."""
    doc = model(text)
    return tuple(
        Token(
            t.i,
            t.text,
            t.lower_,
            t.lemma_,
            t.tag_,
            t.pos_,
            t.dep_,
            t.head.i,
            tuple(k.i for k in t.children),
            t.idx,
            t.idx + len(t),
        )
        for t in doc
    )


@pytest.mark.parametrize(
    ("text", "subject", "verb", "lemma"),
    [
        ("Wolves hunt deer at night.", "Wolves", "hunt", "hunt"),
        ("The coating peels in frost.", "coating", "peels", "peel"),
        ("The machine washes and sorts potatoes.", "machine", "washes", "wash"),
        ("Frost and hail damage vines.", "Frost", "damage", "damage"),
        ("The tax not only funds schools but also pays for roads.", "tax", "funds", "fund"),
        ("The ferry sinks because the hull leaks.", "ferry", "sinks", "sink"),
        ("Ploughing releases carbon.", "Ploughing", "releases", "release"),
    ],
)
def test_a_verb_taken_for_a_noun_is_found(text: str, subject: str, verb: str, lemma: str, model: "Language") -> None:
    """The word that can be a verb and agrees with the noun before it heads the sentence; no word is changed."""
    first = plain(text, model)
    found = mended([first], model)
    tokens = found[0] if found else first
    root = next(t for t in tokens if t.dep == "ROOT")
    assert (root.text, root.lemma) == (verb, lemma)
    assert [tokens[k].text for k in root.kids if tokens[k].dep == "nsubj"] == [subject]
    assert [(t.text, t.start, t.end) for t in tokens] == [(t.text, t.start, t.end) for t in first]


@pytest.mark.parametrize(
    "text", ["Dr Ines Vale says the coating peels in frost.", '"The coating peels in frost," said Ines Vale.']
)
def test_what_is_said_is_found_below_the_verb_of_saying(text: str, model: "Language") -> None:
    """A verb taken for a noun inside reported speech becomes the clause that is reported."""
    tokens = mended([plain(text, model)], model)[0]
    peels = next(t for t in tokens if t.lower == "peels")
    assert (peels.dep, tokens[peels.head].lemma) == ("ccomp", "say")
    assert [tokens[k].lower for k in peels.kids if tokens[k].dep == "nsubj"] == ["coating"]


@pytest.mark.parametrize(
    "text",
    [
        "The minister announced tax cuts for families.",
        "The review notes weight gains.",
        "She reports the results.",
        "Customer reviews page.",
        "Product care tips for summer.",
        "Free shipping on orders.",
        "No refunds.",
        "The effects of stress on the heart.",
        "Hair loss treatments for men.",
        "Painful but safe.",
        "The ferry will sink because the hull has holes.",
        "Does garlic repel slugs?",
        "",
    ],
)
def test_what_is_no_statement_or_is_understood_already_is_left_alone(text: str, model: "Language") -> None:
    """Noun phrases, questions and sentences with a clause are not read a second time."""
    assert not list(guesses(plain(text, model)))


def test_a_long_sentence_is_left_alone(model: "Language") -> None:
    """A second look costs a parse, so that it is kept to sentences of ordinary length."""
    assert not list(guesses(plain("The coating " + "on the wall " * 20 + "peels in frost.", model)))
