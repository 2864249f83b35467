"""Which shipped packs a pile is about, so that a pile on another subject is read without them."""

from collections.abc import Iterable

from claimgraph.knowledge.matching import ConceptMatcher
from claimgraph.knowledge.pack import Concept, Pack

#: Kinds of concepts that may belong to one subject alone, of a pack that names no top concepts.
DISTINCTIVE = frozenset({"Treatment", "Condition", "Procedure", "Outcome"})
#: How many concepts of a pack's own subject a pile must name, and how often in every thousand words. Pages on the
#: shipped pack's subject name 6 and more, 35 times; pages on coffee, knees or fatigue 2 at most, 15 times.
LEAST_CONCEPTS = 4
LEAST_PER_THOUSAND = 20.0
#: Texts of fewer words than this need one concept only.
SHORT = 200
#: How many words of a pile are looked at.
SAMPLE = 20_000


def applies(pack: Pack, texts: Iterable[str]) -> bool:
    """Say whether texts are about a pack's subject, by how many of the concepts it is made of they name, and how often.

    These are the pack's top concepts (skos:hasTopConcept; SKOS Reference, W3C 2009, section 4) and all narrower ones.
    What other concepts of the pack are named, which pages on other subjects name too, counts for nothing. A text of
    fewer than 200 words needs one.

    Args:
        pack: a domain pack, without the core.
        texts: of the pile; the first 20,000 words are looked at.
    """
    matcher = ConceptMatcher(pack)
    own = {concept.iri for concept in pack.concepts.values() if _of_its_subject(pack, concept)}
    named: set[str] = set()
    hits = words = 0
    for text in texts:
        tokens = [(word, word.lower()) for word in text.split()[: SAMPLE - words]]
        words += len(tokens)
        for match in matcher.find(tokens):
            if match.iri in own and match.how != "spelling":
                named.add(match.iri)
                hits += 1
        if words >= SAMPLE:
            break
    least = LEAST_CONCEPTS if words >= SHORT else 1
    return words > 0 and len(named) >= least and 1000 * hits / words >= LEAST_PER_THOUSAND


def _of_its_subject(pack: Pack, concept: Concept) -> bool:
    """Say whether a concept is one that a pack's subject is made of."""
    if not pack.top:
        return concept.kind in DISTINCTIVE
    return not set(pack.top).isdisjoint((concept.iri, *pack.broader_closure(concept.iri)))
