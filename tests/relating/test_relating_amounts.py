"""Amounts, years and ranks of one text held against those of another, and what a sentence says of no difference."""

from typing import TYPE_CHECKING

import pytest

from claimgraph.knowledge.english import english
from claimgraph.language.parsing import parse
from claimgraph.reading import document_from_text
from claimgraph.relating.amounts import Amount, amounts, standing
from claimgraph.relating.nucleus import denied, nil
from claimgraph.relating.words import words

if TYPE_CHECKING:
    from spacy.language import Language

    from claimgraph.language.parsed import Sentence

#: What the amounts of one text are to those of the other :: one text :: the other.
TEXTS = """
within :: The lake is over 1,500 metres deep. :: With a depth of 1,642 m it is the deepest in the country.
apart :: The town has fewer than a million residents. :: It had just over two million residents in the last count.
within :: The club won more than half of its matches. :: It won 34 of its 49 matches.
within :: The bridge was finished before 1900. :: The bridge was finished in March 1889.
apart :: The mill closed in the nineteenth century. :: The mill went on until it closed in 1931.
apart :: She was the first woman to cross the desert. :: She was the second woman to do so.
unanswered :: The pill contains 5 mg of zinc. :: The pill costs 3 euros.
unanswered :: Twelve farmers signed. :: Thirty teachers signed.
met :: The battery lasts for two weeks. :: The battery runs for fourteen days.
"""

#: Whether a sentence says that something makes no difference :: the sentence.
NILS = """
yes :: The fertiliser had no effect on the harvest.
yes :: Wages did not differ between the two towns.
yes :: Crash numbers were similar in both years.
yes :: Coffee was not associated with gout.
no :: The fertiliser had a large effect on the harvest.
no :: Wages differ between the two towns.
no :: Nobody denies that noise affects sleep.
"""


def sentences(text: str, model: "Language") -> "tuple[Sentence, ...]":
    """Return the parsed sentences of a text."""
    [(parsed, _)] = parse([document_from_text(text, "text")], model)
    return tuple(parsed.sentences)


def counted(text: str, model: "Language") -> list[Amount]:
    """Return the amounts of a text."""
    return [amount for sentence in sentences(text, model) for amount in amounts(sentence, words())]


@pytest.mark.parametrize("line", TEXTS.strip().splitlines())
def test_amounts_keep_break_or_leave_open_what_the_other_text_says(line: str, model: "Language") -> None:
    """A bound is kept or broken by a figure of one sort, by years and ranks too, and by nothing of another sort."""
    wanted, one, two = line.split(" :: ")
    found = standing(counted(one, model), counted(two, model), words())
    told = {"within": found.within, "met": found.met, "apart": found.apart, "unanswered": found.unanswered}
    assert [name for name, there in told.items() if there] == (["within", "met"] if wanted == "within" else [wanted])


@pytest.mark.parametrize("line", NILS.strip().splitlines())
def test_no_difference_is_told_from_a_difference(line: str, model: "Language") -> None:
    """A denied difference, effect or link is seen in its wordings, and two denials that cancel are not."""
    wanted, text = line.split(" :: ")
    assert nil(sentences(text, model), english()) == (wanted == "yes")


def test_a_denial_holds_for_what_hangs_on_it(model: "Language") -> None:
    """In "did not reduce pain" both words are denied, in "pain that did not last fell" the main verb is not."""
    [one] = sentences("The cream did not reduce pain.", model)
    [two] = sentences("The pain that did not last fell quickly.", model)
    assert [t.text for t in one.tokens if t.pos in ("VERB", "NOUN") and denied(one, t, english())] == ["reduce", "pain"]
    assert not denied(two, two.root, english())
