"""What the tests of extracting share: claims of a text, each asked for by what it says."""

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest

from claimgraph.extracting import Lexicon, extract, lexicon
from claimgraph.extracting.stage import places
from claimgraph.knowledge.loading import core_pack, default_pack
from claimgraph.language.parsing import parse
from claimgraph.model import Claim, Polarity
from claimgraph.reading import document_from_text

if TYPE_CHECKING:
    from spacy.language import Language

Claims = Callable[[str], tuple[Claim, ...]]
Resolver = Callable[[str], str]


@pytest.fixture(scope="session")
def packed() -> Lexicon:
    """The lexicon of the shipped packs."""
    return lexicon(default_pack())


@pytest.fixture(scope="session")
def claims_of(model: "Language") -> Claims:
    """A function from a text to its claims, no pack."""
    return _reader(model, lexicon(core_pack()))


@pytest.fixture(scope="session")
def relation() -> Callable[[Claim], str]:
    """A function from a claim to its relation type's label; to its predicate's where two are compared in a deed."""
    known = core_pack().predicates

    def label(claim: Claim) -> str:
        found = known.get(claim.predicate.concept or "")
        in_deed = claim.predicate.text.endswith((" than", " as")) and not claim.predicate.label.startswith("be ")
        if found is None or in_deed:
            return claim.predicate.label
        return "is" if claim.content.predicate.label == "is" else found.label

    return label


@pytest.fixture(scope="session")
def claims_packed(model: "Language", packed: Lexicon) -> Claims:
    """A function from a text to its claims, with the shipped packs."""
    return _reader(model, packed)


@pytest.fixture(scope="module")
def stands_for(model: "Language") -> Resolver:
    """A function from a text with a pronoun in brackets to the label of what that stands for, "-" for nothing."""
    known = lexicon(core_pack())

    def resolve(marked: str) -> str:
        start = marked.index("[")
        [(parsed, _)] = parse([document_from_text(marked.replace("[", "").replace("]", ""))], model)
        for place in places(parsed, known):
            for token in place.sentence.tokens:
                if token.start == start:
                    found = place.meant(token.i)
                    return found.label if found is not None else "-"
        raise ValueError(marked)

    return resolve


@pytest.fixture(scope="session")
def written(claims_of: Claims) -> Callable[[str], list[str]]:
    """A function from a text to its claims, each as the tables write them: subject, predicate's words, object, how."""
    return lambda text: sorted(map(_written, claims_of(text)))


def _written(claim: Claim) -> str:
    """Return a claim as the tables write it."""
    sign = "-" if claim.polarity is Polarity.NEGATIVE else "+"
    thing = claim.object.label if claim.object is not None else "-"
    return f"{claim.subject.label} | {claim.predicate.text} | {thing} | {sign} {claim.certainty.value}"


def _reader(model: "Language", known: Lexicon) -> Claims:
    """Return a function from a text to its claims."""

    def read(text: str) -> tuple[Claim, ...]:
        [(parsed, _)] = parse([document_from_text(text)], model)
        return extract(parsed, known)

    return read
