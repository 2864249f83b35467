"""The closed namespaces and the ontology say the same."""

import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path

import pytest
import rdflib
from rdflib.namespace import OWL, PROV, RDF, RDFS, SDO, SH, SKOS, DefinedNamespace

from claimgraph.model import Certainty, Evidence, Interest, Polarity, SourceKind
from claimgraph.model.identity import ONTOLOGY
from claimgraph.vocabulary import namespaces
from claimgraph.vocabulary.resources import ontology_text

CLASSES = (
    OWL.Class,
    OWL.ObjectProperty,
    OWL.DatatypeProperty,
    OWL.AnnotationProperty,
    SKOS.Concept,
    SKOS.ConceptScheme,
)


@pytest.fixture(scope="module")
def ontology() -> rdflib.Graph:
    """Return the ontology as rdflib reads it."""
    return rdflib.Graph().parse(data=ontology_text("claimgraph.ttl"), format="turtle")


def own_terms(graph: rdflib.Graph) -> set[str]:
    """Return the IRIs in the ontology's namespace that the graph defines."""
    return {str(s) for kind in CLASSES for s in graph.subjects(RDF.type, kind) if str(s).startswith(ONTOLOGY)}


def test_terms_are_those_of_the_ontology(ontology: rdflib.Graph) -> None:
    """Each term the program may write is defined in the ontology, and each one defined there can be written."""
    assert own_terms(ontology) == set(namespaces.CG)


def test_every_own_term_used_in_the_ontology_is_defined(ontology: rdflib.Graph) -> None:
    """No statement of the ontology or of the shapes uses an own term that nothing defines."""
    shapes = rdflib.Graph().parse(data=ontology_text("shapes.ttl"), format="turtle")
    terms = {t for graph in (ontology, shapes) for triple in graph for t in triple if isinstance(t, rdflib.URIRef)}
    used = {str(t) for t in terms if t.startswith(ONTOLOGY)}
    assert used <= own_terms(ontology)


def test_every_term_is_labelled_and_explained(ontology: rdflib.Graph) -> None:
    """Every term has a label and a comment in English."""
    for term in own_terms(ontology):
        subject = rdflib.URIRef(term)
        assert any(ontology.objects(subject, RDFS.label)) or any(ontology.objects(subject, SKOS.prefLabel)), term
        assert any(ontology.objects(subject, RDFS.comment)) or any(ontology.objects(subject, SKOS.definition)), term


@pytest.mark.parametrize(
    ("scheme", "values"),
    [
        ("polarity", Polarity),
        ("certainty", Certainty),
        ("evidence", Evidence),
        ("interest", Interest),
        ("source", SourceKind),
    ],
)
def test_schemes_hold_the_values_of_the_model(scheme: str, values: Iterable[str]) -> None:
    """A scheme lists exactly the values that the model's enumeration has."""
    listed = {term.removeprefix(scheme + "-") for term in namespaces.CG.terms_ if term.startswith(scheme + "-")}
    assert listed == {str(value) for value in values}


def test_evidence_ladder_is_in_the_model_s_order(ontology: rdflib.Graph) -> None:
    """The notations of the evidence ladder follow the order of the model's enumeration."""
    ranks = [ontology.value(rdflib.URIRef(namespaces.CG[f"evidence-{value}"]), SKOS.notation) for value in Evidence]
    assert [int(str(rank)) for rank in ranks] == list(range(1, len(Evidence) + 1))


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        (namespaces.SKOS, SKOS),
        (namespaces.PROV, PROV),
        (namespaces.SDO, SDO),
        (namespaces.DCTERMS, rdflib.DCTERMS),
        (namespaces.DC, rdflib.DC),
        (namespaces.OWL, OWL),
        (namespaces.SH, SH),
        (namespaces.FOAF, rdflib.FOAF),
        (namespaces.RDFS, RDFS),
    ],
)
def test_terms_of_others_are_theirs(ours: namespaces.Vocabulary, theirs: type[DefinedNamespace]) -> None:
    """Every term used of a vocabulary that rdflib closes is a term of it, under the same IRI."""
    assert all(rdflib.URIRef(iri) in theirs for iri in ours)


def test_a_misspelt_term_raises() -> None:
    """A term that a vocabulary does not have raises, and the message names the nearest one."""
    with pytest.raises(AttributeError, match="nearest: exact"):
        _ = namespaces.OA.exakt


def test_prefixes_are_distinct() -> None:
    """No prefix is given twice and none of the build's own hides one of a vocabulary."""
    assert not set(namespaces.PREFIXES) & set(namespaces.IDENTIFIED_PREFIXES)
    assert len({v.prefix_ for v in namespaces.VOCABULARIES}) == len(namespaces.VOCABULARIES)


def test_core_pack_redefines_no_term_of_the_ontology() -> None:
    """Relation types of the core pack share the ontology's namespace, and none takes a name that it already uses."""
    core = rdflib.Graph().parse(data=ontology_text("core.ttl"), format="turtle")
    described = {str(s) for s in core.subjects(RDF.type, OWL.ObjectProperty)}
    assert not described & set(namespaces.CG)


def test_the_page_of_the_ontology_is_current(repository: Path) -> None:
    """docs/ontology.html is what `make docs` makes of the ontology, and it says something of every own term."""
    script = repository / "docs" / "make_ontology.py"
    checked = subprocess.run([sys.executable, str(script), "--check"], capture_output=True, text=True, check=False)
    assert checked.returncode == 0, checked.stderr
    page = (repository / "docs" / "ontology.html").read_text(encoding="utf-8")
    named = {term: term.rpartition("#")[2] for term in namespaces.CG}
    shown = {t for t, n in named.items() if f"<code>{t}</code>" in page or f">cg:{n}<" in page or f'id="{n}"' in page}
    assert set(namespaces.CG) - shown == set()
