"""Which phrases of a sentence are denied."""

from typing import TYPE_CHECKING

import pytest

from claimgraph.knowledge.english import english
from claimgraph.language.negation import denied, negated
from claimgraph.language.parsing import parse
from claimgraph.reading import document_from_text

if TYPE_CHECKING:
    from spacy.language import Language

DENIED = [
    ("a determiner", "There was no damage to the hull.", "damage"),
    ("through a list", "The survey found no mould, damp or woodworm in the loft.", "woodworm"),
    ("evidence", "The auditors saw no evidence of fraud.", "fraud"),
    ("absence", "They confirmed the absence of lead in the paint.", "lead"),
    ("without", "The engine starts in winter without preheating.", "preheating"),
    ("negative for", "All samples were negative for salmonella.", "salmonella"),
    ("a verb that denies", "The mayor denies any contact with the builder.", "contact"),
    ("a denied verb", "The soil does not contain arsenic.", "arsenic"),
    ("the subject", "Asbestos was ruled out by the laboratory.", "Asbestos"),
    ("the subject of a denied sighting", "Wolves were not seen in the valley last winter.", "Wolves"),
    ("rather than", "Residents want trees rather than parking spaces.", "parking spaces"),
    ("a verb of refusing", "The committee declined a second hearing.", "hearing"),
    ("a relative clause within reach", "There is no proof that the bridge shifted.", "bridge"),
    ("the half behind the barrier", "The roof is old but has no leaks.", "leaks"),
]
AFFIRMED = [
    ("beyond 'but'", "There is no damage to the hull but a scratch on the deck.", "scratch"),
    ("beyond 'however'", "No rust was found; however, the paint is flaking.", "paint"),
    ("beyond 'except'", "No rooms were damaged except the kitchen.", "kitchen"),
    ("before the cue", "The hull is sound, with no cracks.", "hull"),
    ("a clause of its own", "No leaks were found, the seals are new and the pump runs.", "pump"),
    ("no increase is no denial", "There was no increase in traffic.", "traffic"),
    ("not only", "The tram is not only quiet.", "quiet"),
    ("denied exclusion", "The inspectors could not rule out arson.", "arson"),
    ("no denial at all", "The soil contains arsenic.", "arsenic"),
    ("the denial is the phrase's own", "Divers reported no visible damage.", "no visible damage"),
    ("in parentheses", "The files (not yet published) show a loss.", "loss"),
    ("cause of", "No cause of the fire was found.", "fire"),
]


def answer(sentence: str, phrase: str, model: "Language") -> bool:
    """Return whether a phrase of a sentence is denied."""
    [(parsed, _)] = parse([document_from_text(sentence)], model)
    start = sentence.index(phrase)
    holder = next(s for s in parsed.sentences if s.start <= start < s.end)
    return negated(holder, start, start + len(phrase), english())


@pytest.mark.parametrize(("shows", "sentence", "phrase"), DENIED)
def test_a_denial_reaches_what_it_denies(shows: str, sentence: str, phrase: str, model: "Language") -> None:
    """A phrase within the reach of a cue is denied."""
    assert answer(sentence, phrase, model), shows


@pytest.mark.parametrize(("shows", "sentence", "phrase"), AFFIRMED)
def test_a_denial_stops_where_a_reader_stops_it(shows: str, sentence: str, phrase: str, model: "Language") -> None:
    """A phrase beyond a barrier, or under what only looks like a denial, is not denied."""
    assert not answer(sentence, phrase, model), shows


def test_a_phrase_that_is_not_there_is_not_denied(model: "Language") -> None:
    """A span outside the sentence is answered, not an error."""
    [(parsed, _)] = parse([document_from_text("There is no doubt about it.")], model)
    assert not negated(parsed.sentences[0], 900, 905, english())


def test_the_words_under_a_denial_are_listed(model: "Language") -> None:
    """What is denied is the words behind the cue, up to the barrier."""
    [(parsed, _)] = parse([document_from_text("The survey found no mould or damp, but the roof leaks.")], model)
    [sentence] = parsed.sentences
    words = {sentence.tokens[i].lower for i in denied(sentence, english())}
    assert {"mould", "damp"} <= words
    assert not {"survey", "roof", "leaks"} & words
