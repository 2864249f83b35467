"""What bad input gets from extracting: no crash, exact quotes, time that grows with the text and no faster."""

import time
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from claimgraph.extracting import Lexicon, extract, lexicon
from claimgraph.knowledge.loading import default_pack
from claimgraph.language.parsing import parse
from claimgraph.model import Claim
from claimgraph.reading import document_from_text

if TYPE_CHECKING:
    from spacy.language import Language


@pytest.fixture(scope="module")
def known() -> Lexicon:
    """The shipped packs."""
    return lexicon(default_pack())


def claims(text: str, model: "Language", known: Lexicon) -> tuple[Claim, ...]:
    """Return the claims of a text, each quote checked against it."""
    document = document_from_text(text)
    [(parsed, _)] = parse([document], model)
    found = extract(parsed, known)
    for claim in found:
        quote = claim.quote
        assert document.text[quote.start : quote.end] == quote.exact
        assert document.text[max(0, quote.start - 32) : quote.start] == quote.prefix
        assert document.text[quote.end : quote.end + 32] == quote.suffix
        for mention in (claim.subject, claim.predicate, claim.object):
            if mention is not None and mention.start >= 0:
                assert document.text[mention.start : mention.end] == mention.text
    return found


LONG = 5000
HOSTILE = {
    "another language": "Die Fähre befördert neunzig Autos. Der Tee hilft nicht gegen Husten, sagen Ärzte.",
    "another script": "渡轮载有九十辆汽车。الشاي لا يساعد.",
    "boilerplate": "Home | About | Contact us | Log in\nAll rights reserved.\nCookies\nSubscribe to our newsletter!",
    "a sentence of 5,000 words": "The ferry carries " + ", ".join(f"crate {i}" for i in range(LONG // 2)) + ".",
    "5,000 words without a comma": "ferry " * LONG,
    "clauses nested without end": "She says that " * 400 + "the ferry sinks.",
    "prepositions without end": "The price " + "of the crate " * 600 + "fell.",
    "denials without end": "The ferry does " + "not " * 500 + "sink.",
    "brackets without end": "(" * 300 + "The ferry sinks." + ")" * 300,
    "quotation marks without end": '"' * 300 + "The ferry sinks." + '"' * 300,
    "a table as text": "Ferry\tCars\tPrice\nNord\t90\t£4\nSüd\t40\t£3\n| Nord | sinks |\n|------|-------|",
    "emoji": "😀 The ferry ⛴ carries 🚗 ninety cars 👩‍👩‍👧!!! 🎉",
    "marks that turn the direction": "The \u202eferry\u202c carries \u2067ninety\u2069 cars.",
    "characters of no width": "The fer\u200bry car\u00adries nine\u200dty cars.\ufeff",
    "control characters": "The ferry\x00 carries\x07 ninety\x1b cars.",
    "mixed line ends": "The ferry sinks.\r\nThe bridge holds.\rThe tunnel floods.\u2028The road ends.\x85Piers rot.",
    "half a surrogate pair": "The ferry \ud83d carries ninety cars.",
    "one word of 20,000 letters": "The " + "f" * 20_000 + " carries cars.",
    "numbers without end": "The ferry carries " + "9" * 3000 + " cars in 1e999 days for £" + "1," * 500 + "000.",
}


@pytest.mark.parametrize("name", HOSTILE)
def test_bad_input_is_read_without_a_crash_and_quoted_exactly(name: str, model: "Language", known: Lexicon) -> None:
    """Whatever the text, extracting comes to an end and every quote is the text at its offsets."""
    found = claims(HOSTILE[name], model, known)
    assert len({claim.id for claim in found}) == len(found)


@pytest.mark.parametrize("name", ["another language", "another script", "boilerplate", "5,000 words without a comma"])
def test_what_says_nothing_in_english_claims_nothing(name: str, model: "Language", known: Lexicon) -> None:
    """Other languages, menus and heaps of words give no claim."""
    assert claims(HOSTILE[name], model, known) == ()


@pytest.mark.parametrize(
    "name", ["characters of no width", "control characters", "marks that turn the direction", "emoji"]
)
def test_a_claim_is_found_through_characters_that_show_nothing(name: str, model: "Language", known: Lexicon) -> None:
    """The sentence is understood as it looks; the quote keeps every character, the shown words lose the invisible."""
    [claim] = claims(HOSTILE[name], model, known)
    assert claim.object is not None
    assert "cars" in claim.object.label or "car" in claim.object.label


def test_each_of_a_hundred_copies_is_quoted_where_it_stands(model: "Language", known: Lexicon) -> None:
    """The same paragraph a hundred times gives a hundred claims at a hundred places."""
    found = claims("The ferry carries ninety cars.\n\n" * 100, model, known)
    assert len({claim.quote.start for claim in found}) == 100


def test_time_grows_with_the_text_and_no_faster(model: "Language", known: Lexicon) -> None:
    """Four times as many different sentences take about four times as long, not sixteen."""
    spent = []
    for size in (60, 240):
        text = " ".join(f"Ferry {i} carries {i} cars, and it does not stop at pier {i}." for i in range(size))
        [(parsed, _)] = parse([document_from_text(text)], model)
        tries = []
        for _ in range(3):
            start = time.process_time()
            extract(parsed, known)
            tries.append(time.process_time() - start)
        spent.append(min(tries))
    assert spent[1] / spent[0] < 9


WORDS = [
    *("The ferry", "exosomes", "PRP", "she", "it", "they", "carries", "does not help", "may cost", "says that", "than"),
    *("better", "ninety cars", "hair", "£5", "40%", "in 4 weeks", "and", "or", "but", "which", "because", "without"),
    *("no", ", ", ". ", "? ", ": ", " ", " ", " ", " ", "\n", "\r\n", "\u200b", "\u00ad", "\u202e", "“", "”", "’s"),
    *(" — ", "(", ")", "☕", "\x00", "é"),
]
PIECES = st.sampled_from(WORDS)


@settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=st.lists(PIECES, max_size=40).map("".join))
def test_any_text_is_quoted_exactly(text: str, model: "Language", known: Lexicon) -> None:
    """Whatever pieces a text is made of, every quote, prefix, suffix and mention is the text at its offsets."""
    claims(text, model, known)
