"""What the tests of extracting share: claims of a text, each asked for by what it says."""

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest

from claimgraph.extracting import Lexicon, extract, lexicon
from claimgraph.knowledge.loading import core_pack, default_pack
from claimgraph.language.parsing import parse
from claimgraph.model import Claim
from claimgraph.reading import document_from_text

if TYPE_CHECKING:
    from spacy.language import Language

Claims = Callable[[str], tuple[Claim, ...]]


@pytest.fixture(scope="session")
def packed() -> Lexicon:
    """The lexicon of the shipped packs."""
    return lexicon(default_pack())


@pytest.fixture(scope="session")
def claims_of(model: "Language") -> Claims:
    """A function from a text to its claims, no pack."""
    return _reader(model, lexicon(core_pack()))


@pytest.fixture(scope="session")
def claims_packed(model: "Language", packed: Lexicon) -> Claims:
    """A function from a text to its claims, with the shipped packs."""
    return _reader(model, packed)


def _reader(model: "Language", known: Lexicon) -> Claims:
    """Return a function from a text to its claims."""

    def read(text: str) -> tuple[Claim, ...]:
        [(parsed, _)] = parse([document_from_text(text)], model)
        return extract(parsed, known)

    return read
