"""What two texts on any subject say of each other once their claims are read and related, no pack at hand."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

import pytest

from claimgraph.extracting import extract, lexicon
from claimgraph.knowledge.loading import core_pack
from claimgraph.language.parsing import parse
from claimgraph.language.similarity import VectorSimilarity
from claimgraph.model import Claim, RelationType
from claimgraph.reading import document_from_text
from claimgraph.relating import Background, relate

if TYPE_CHECKING:
    from spacy.language import Language

#: What it shows :: what is wanted, with the kind where it matters :: one text :: the other.
PAIRS = """
harm denied and told :: conflict contradictory :: No side effects have been reported with the feed. :: The feed causes serious side effects.
harm denied, one harm told :: conflict contrary :: The tea has no side effects. :: The tea causes headaches.
safe, a mild harm :: none :: The tea is safe. :: The tea may cause mild side effects.
safe, a grave harm :: conflict contrary :: The vaccine is safe. :: The vaccine causes severe complications.
no harm is a ground for safe :: support entailed :: The herb has no side effects. :: The herb is safe.
safe, but nobody looked :: conflict evidence :: The gel is safe. :: The long-term side effects of the gel have not been studied.
harmless, but not established :: conflict evidence :: The gel is harmless. :: The safety of the gel has not been established.
harm of one thing is none of another :: none :: The tea has no side effects. :: Coffee causes headaches.
to hinder what nobody wants is to work :: conflict contradictory :: Speed bumps cut accidents. :: Speed bumps do not work.
to bring what is sought is to work :: support entailed :: Meditation improves sleep. :: Meditation is effective.
to hinder what may be wanted is neither :: none :: Traffic lights cut speed. :: Traffic lights do not work.
no evidence that it works :: conflict contradictory :: Copper bracelets relieve pain. :: There is no evidence that copper bracelets work.
"""


def cases() -> list[object]:
    """Return the lines of the table, each named by what it shows."""
    rows = [line.split(" :: ") for line in PAIRS.strip().splitlines()]
    return [pytest.param(*rest, id=shows) for shows, *rest in rows]


@pytest.fixture(scope="module")
def background() -> Background:
    """The core pack, indexed once."""
    return Background(core_pack())


def claims_of(texts: Sequence[str], model: "Language") -> list[Claim]:
    """Return the claims of several texts, each a document of its own."""
    documents = [document_from_text(text, f"text{number}") for number, text in enumerate(texts)]
    known = lexicon(core_pack())
    return [claim for parsed, _ in parse(documents, model) for claim in extract(parsed, known)]


@pytest.mark.parametrize(("wanted", "first", "second"), cases())
def test_two_texts_are_related_as_a_reader_would(
    wanted: str, first: str, second: str, model: "Language", background: Background
) -> None:
    """Each pair of texts on an everyday subject stands in the relation named, and in none where none is named."""
    found, _, _ = relate(
        claims_of((first, second), model),
        background.pack,
        background=background,
        similarity=VectorSimilarity(model.vocab),
    )
    told = {f"{r.type} {r.kind}" for r in found if r.type is not RelationType.APPARENT}
    assert wanted in told if wanted != "none" else not told
