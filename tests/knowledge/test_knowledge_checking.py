"""The checker tells a pack's writer what is wrong with it."""

import pytest

from claimgraph.knowledge.checking import check_pack
from claimgraph.knowledge.loading import core_pack, read_pack

HEAD = """@prefix cg: <https://w3id.org/claimgraph/ontology#> .
@prefix owl: <http://www.w3.org/2002/07/owl#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix c: <https://example.org/c#> .
"""


@pytest.mark.parametrize(
    ("turtle", "codes"),
    [
        ('c:a a skos:Concept ; skos:prefLabel "a"@en ; skos:broader c:b .', ["unknown-iri"]),
        (
            'c:a a skos:Concept ; skos:prefLabel "a" ; cg:opposite c:b . c:b a skos:Concept ; skos:prefLabel "b" .',
            ["one-sided"],
        ),
        ('c:a a skos:Concept ; skos:prefLabel "a" ; cg:opposite c:a .', ["own-opposite"]),
        (
            'c:a a skos:Concept ; skos:prefLabel "a" ; skos:broader c:b . '
            'c:b a skos:Concept ; skos:prefLabel "b" ; skos:broader c:a .',
            ["cycle", "cycle"],
        ),
        (
            'c:a a skos:Concept ; skos:prefLabel "cell" . c:b a skos:Concept ; skos:prefLabel "Cells" .',
            ["shared-label"],
        ),
        ('c:a a skos:Concept ; skos:prefLabel "a" ; cg:kind c:Thing .', ["kind"]),
        ('c:p a owl:ObjectProperty ; rdfs:label "p" ; cg:verb "promote" .', ["shared-verb"]),
        ('c:p a owl:ObjectProperty ; rdfs:label "p" .', ["no-verb"]),
        ('c:p a owl:ObjectProperty ; rdfs:label "p" ; cg:verb "zap" ; cg:effect 2 .', ["effect"]),
        ('c:p a owl:ObjectProperty ; rdfs:label "p" ; cg:verb "zap" ; cg:evidential "sure" .', ["evidential"]),
        ('c:p a owl:ObjectProperty ; rdfs:label "p" ; cg:verb "zap" ; owl:inverseOf cg:promotes .', ["one-sided"]),
        ('c:p a owl:ObjectProperty ; rdfs:label "p" ; cg:verb "zap" ; rdfs:subPropertyOf cg:promotes .', []),
    ],
)
def test_each_fault_has_its_problem(turtle: str, codes: list[str]) -> None:
    """One fault gives the problem of its kind, and a sound pack none."""
    problems = check_pack(read_pack(HEAD + turtle, "draft", "draft.ttl"), core_pack())
    assert [problem.code for problem in problems] == codes
    assert all(problem.source == "draft" and not problem.fatal and "\n" not in problem.message for problem in problems)
