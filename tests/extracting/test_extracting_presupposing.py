"""What a sentence only leans on is no claim of its own."""

from typing import TYPE_CHECKING

import pytest

from claimgraph.extracting.presupposing import presupposed
from claimgraph.extracting.rules import frames
from claimgraph.knowledge.english import english
from claimgraph.language.parsing import parse
from claimgraph.reading import document_from_text

if TYPE_CHECKING:
    from spacy.language import Language


def answers(text: str, model: "Language") -> dict[str, bool]:
    """Return for the verb of each frame of a sentence whether it is only leant on."""
    [(parsed, _)] = parse([document_from_text(text)], model)
    [sentence] = parsed.sentences
    found = frames(sentence, english())
    return {sentence.tokens[f.verbs[-1]].lower: presupposed(sentence, f, english()) for f in found if f.verbs}


@pytest.mark.parametrize(
    ("text", "verb"),
    [
        ("The alarm rings as soon as you open the hatch.", "open"),
        ("Rinse water turns brown after the filter has been cleaned.", "cleaned"),
        ("Anyone who owns a boat pays the levy.", "owns"),
        ("People who drink tea sleep badly.", "drink"),
        ("Ropes kept in the sun are weak.", "kept"),
    ],
)
def test_a_clause_that_is_leant_on_is_told(text: str, verb: str, model: "Language") -> None:
    """Clauses of time that tell no event, and those that narrow people or things in general, claim nothing."""
    assert answers(text, model).get(verb, True)


@pytest.mark.parametrize(
    ("text", "verb"),
    [
        ("The council acted after the river flooded the cellars.", "flooded"),
        ("The dam, which supplies the valley, leaks.", "supplies"),
        ("The mayor, who owns a boat, pays the levy.", "owns"),
        ("The ropes kept in this shed are weak.", "kept"),
        ("The glue contains resins that repel water.", "repel"),
        ("People sleep badly.", "sleep"),
    ],
)
def test_a_clause_that_tells_something_is_kept(text: str, verb: str, model: "Language") -> None:
    """Past events, clauses after a comma, and what is said of known things are claimed."""
    assert answers(text, model)[verb] is False
