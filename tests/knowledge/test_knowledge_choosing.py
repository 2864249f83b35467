"""Which pack a pile is read with."""

from claimgraph.knowledge.checking import check_pack
from claimgraph.knowledge.choosing import applies
from claimgraph.knowledge.loading import read_pack

TEAS = """
@prefix cg: <https://w3id.org/claimgraph/ontology#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix t: <https://example.org/tea#> .
<https://example.org/tea> a cg:Pack , skos:ConceptScheme {top} .
t:tea a skos:Concept ; skos:prefLabel "tea"@en ; cg:kind cg:Substance .
t:oolong a skos:Concept ; skos:prefLabel "oolong"@en ; cg:kind cg:Substance ; skos:broader t:tea .
t:headache a skos:Concept ; skos:prefLabel "headache"@en ; cg:kind cg:Condition .
"""


def test_only_a_packs_own_subject_speaks_for_it() -> None:
    """A page on tea is about a pack of teas; one on headaches is not, though the pack knows headaches."""
    teas = read_pack(TEAS.format(top="; skos:hasTopConcept t:tea"), "teas", "teas.ttl")
    assert applies(teas, ["Oolong is drunk hot."])
    assert not applies(teas, ["A headache may last for days."])


def test_a_pack_without_top_concepts_goes_by_their_kinds() -> None:
    """Where a pack does not say what it is about, treatments, conditions and outcomes tell."""
    teas = read_pack(TEAS.format(top=""), "teas", "teas.ttl")
    assert applies(teas, ["A headache may last for days."])
    assert not applies(teas, ["Oolong is drunk hot."])


def test_a_top_concept_that_is_none_is_named() -> None:
    """The check tells of a top concept that the pack does not describe."""
    teas = read_pack(TEAS.format(top="; skos:hasTopConcept t:coffee"), "teas", "teas.ttl")
    assert any("coffee" in problem.message and problem.code == "unknown-iri" for problem in check_pack(teas))
