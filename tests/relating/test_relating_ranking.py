"""Comparisons worded in many ways, and how well sentences say that something is shown."""

from typing import TYPE_CHECKING

import pytest

from claimgraph.knowledge.english import english
from claimgraph.language.parsing import parse
from claimgraph.reading import document_from_text
from claimgraph.relating.grounding import ground
from claimgraph.relating.ranking import Ranked, ranked, standing
from claimgraph.relating.words import words

if TYPE_CHECKING:
    from spacy.language import Language

    from claimgraph.language.parsed import Sentence

#: What two comparisons say of each other, "none" in other respects, "-" of other things :: one :: the other.
COMPARED = """
conflict :: Bamboo floors scratch more easily than oak floors. :: Oak flooring is more prone to scratches than bamboo.
none :: Bamboo floors scratch more easily than oak floors. :: Oak flooring is more prone to swelling than bamboo.
conflict :: Linen shirts crease less than cotton shirts. :: Cotton shirts end up with fewer wrinkles than linen ones.
conflict :: Frozen peas contain as much iron as fresh ones. :: Fresh peas are richer in iron than frozen peas.
conflict :: Firstborn children are shyer than their siblings. :: Siblings tend to be more timid than firstborn children.
support :: Tea is better than coffee. :: Coffee is worse than tea.
support :: The tram is faster than the bus. :: The bus is slower than the tram.
conflict :: The tram is not faster than the bus. :: The tram is quicker than the bus.
support :: Electric cars are dearer to run than petrol cars. :: Petrol cars cost less to run than electric cars.
conflict :: Oats are likelier to sprout than rye. :: Rye is more likely to sprout than oats.
none :: Rowers are taller than cyclists. :: Cyclists are leaner than rowers.
conflict :: The lake holds less salt than the sea. :: In salt, the sea falls short of the lake.
none :: The lake holds less salt than the sea. :: In depth, the sea falls short of the lake.
conflict :: The memoir outsells the novel. :: The novel sells better than the memoir.
conflict :: The old clasp gives stronger protection than the new one. :: The new clasp protects better than the old one.
none :: The barn holds more hay than the loft. :: The loft holds less grain than the barn.
conflict :: The mill is quieter than the forge. :: The forge makes less noise than the mill.
- :: Copper heats more evenly than steel. :: Silver heats more evenly than copper.
"""

#: Whether a sentence says that something is shown :: the sentence.
GROUNDS = """
1 :: Trials have shown that the moss cleans the air.
1 :: It is well documented that the brig sank on a reef.
-1 :: There is no proof so far that the bracelets work.
-1 :: Whether homework lifts grades has hardly been studied.
-1 :: The claim rests on anecdotes.
-1 :: Nobody has ever tested the filter.
0 :: The moss cleans the air.
"""


def sentence(text: str, model: "Language") -> "Sentence":
    """Return the one parsed sentence of a text."""
    [(parsed, _)] = parse([document_from_text(text, "text")], model)
    [found] = parsed.sentences
    return found


def read(text: str, model: "Language") -> Ranked:
    """Return the comparison of a text."""
    found = ranked(sentence(text, model), words(), english())
    assert found is not None
    return found


@pytest.mark.parametrize("line", COMPARED.strip().splitlines())
def test_the_order_of_two_things_in_one_respect_decides(line: str, model: "Language") -> None:
    """Two things compared in one respect conflict where their order is reversed, however it is worded."""
    wanted, one, two = line.split(" :: ")
    assert standing(read(one, model), read(two, model)) == wanted.replace("-", "")


@pytest.mark.parametrize("line", GROUNDS.strip().splitlines())
def test_what_is_shown_is_told_from_what_is_not(line: str, model: "Language") -> None:
    """Showing, its denial and words for mere guesses are told apart, and a plain statement is neither."""
    wanted, text = line.split(" :: ")
    assert ground(sentence(text, model), english()) == int(wanted)
