"""Which shipped packs a pile is about, so that a pile on another subject is read without them."""

from collections.abc import Iterable

from claimgraph.knowledge.matching import ConceptMatcher
from claimgraph.knowledge.pack import Pack

#: Kinds of concepts that belong to a subject and to no other; a page on batteries names cells too.
DISTINCTIVE = frozenset({"Treatment", "Condition", "Procedure", "Outcome"})
#: How many of a pack's distinctive concepts a pile must name, and how often in every thousand words. Pages on the
#: shipped pack's subject name 14 and more, 35 times; pages on coffee, masks or fasting 7 at most, 20 times.
LEAST_CONCEPTS = 9
LEAST_PER_THOUSAND = 25.0
#: Texts of fewer words than this need one concept only.
SHORT = 200
#: How many words of a pile are looked at.
SAMPLE = 20_000


def applies(pack: Pack, texts: Iterable[str]) -> bool:
    """Say whether texts are about a pack's subject, by how many of its distinctive concepts they name, and how often.

    A text of fewer than 200 words needs one.

    Args:
        pack: a domain pack, without the core.
        texts: of the pile; the first 20,000 words are looked at.
    """
    matcher = ConceptMatcher(pack)
    named: set[str] = set()
    hits = words = 0
    for text in texts:
        tokens = [(word, word.lower()) for word in text.split()[: SAMPLE - words]]
        words += len(tokens)
        for match in matcher.find(tokens):
            concept = pack.concepts.get(match.iri or "")
            if concept is not None and concept.kind in DISTINCTIVE and match.how != "spelling":
                named.add(concept.iri)
                hits += 1
        if words >= SAMPLE:
            break
    least = LEAST_CONCEPTS if words >= SHORT else 1
    return words > 0 and len(named) >= least and 1000 * hits / words >= LEAST_PER_THOUSAND
