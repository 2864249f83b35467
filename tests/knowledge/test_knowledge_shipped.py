"""The packs the program ships with are sound, and say what a reader of English would expect of them."""

import re
from importlib import resources

import pytest

from claimgraph.knowledge.checking import check_pack
from claimgraph.knowledge.loading import core_pack, default_pack, load_pack, shipped_packs
from claimgraph.knowledge.pack import Predicate
from claimgraph.knowledge.verbs import VerbIndex
from claimgraph.model.identity import ONTOLOGY as CG

HR = "https://w3id.org/claimgraph/pack/hair-restoration#"

#: Every identifier of a public vocabulary that was seen beside its label; no other may be used.
SEEN = {
    *("obo/GO_0070062", "obo/GO_1903561", "obo/GO_0042633", "obo/MONDO_0005339", "obo/MONDO_0004907"),
    *("obo/MONDO_0005340", "obo/MONDO_0002153", "obo/UBERON_0002073", "obo/UBERON_0002371", "obo/UBERON_0000305"),
    *("obo/UBERON_0003422", "obo/UBERON_0000403", "obo/UBERON_0001969", "obo/CL_0000346", "obo/CL_0000134"),
    *("obo/CL_0002540", "obo/CL_0002570", "obo/CL_0002537", "obo/CL_0002568", "obo/CL_0000233", "obo/SO_0000276"),
    *("obo/SO_0000234", "mesh/D053657", "hgnc:12680", "hgnc:3676", "hgnc:3685", "hgnc:11769", "hgnc:6343"),
    *("hgnc:10627", "hgnc:5464"),
}


def find(key: str) -> set[str]:
    """Return the local names of the core's predicates for a verb key."""
    return {iri.removeprefix(CG) for iri in VerbIndex(core_pack()).find(key)}


@pytest.mark.parametrize("name", shipped_packs())
def test_shipped_packs_have_no_fault(name: str) -> None:
    """No verb under two predicates unmarked, no unknown IRI, no one-sided opposite or inverse, no circle."""
    assert [str(problem) for problem in check_pack(load_pack(name), core_pack())] == []


def test_every_pack_file_of_the_ontology_is_shipped() -> None:
    """A Turtle file that calls itself a pack is listed among the shipped ones, and the other way round."""
    files = {f.name.removesuffix(".ttl"): f for f in resources.files("claimgraph.ontology").iterdir()}
    packs = {
        stem
        for stem, file in files.items()
        if file.name.endswith(".ttl") and re.search(r"^<\S+/pack/\S+> a cg:Pack", file.read_text("utf-8"), re.M)
    }
    assert packs == set(shipped_packs())


def test_only_identifiers_seen_beside_their_label_are_used() -> None:
    """No identifier of a public vocabulary is invented."""
    used = {iri for concept in default_pack().concepts.values() for iri in concept.same_as}
    assert {re.split(r"(?=obo/|mesh/|hgnc:)", iri)[-1] for iri in used} == SEEN


@pytest.mark.parametrize(
    ("key", "predicate"),
    [
        ("help promote", "promotes"),
        ("come from", "derivedFrom"),
        ("be extracted from", "derivedFrom"),
        ("be rich in", "contains"),
        ("outperform", "betterThan"),
        ("be less effective than", "worseThan"),
        ("cost more than", "dearerThan"),
        ("be investigated in", "testedIn"),
        ("be banned in", "isProhibited"),
        ("lead to", "causes"),
        ("slow down", "slowsDown"),
        ("start to boost", "increases"),
        ("be transmitted by", "transmittedBy"),
        ("be linked to", "associatedWith"),
        ("warn against", "advisesAgainst"),
    ],
)
def test_verbs_of_many_subjects_are_understood(key: str, predicate: str) -> None:
    """Ordinary verbs of medicine, policy and technology find their relation type."""
    assert find(key) == {predicate}


def test_a_shared_verb_gives_every_reading() -> None:
    """A key that two predicates claim is not decided for the reader."""
    assert find("take") == {"uses", "requires"}


@pytest.mark.parametrize("predicate", core_pack().predicates.values(), ids=lambda p: p.iri.removeprefix(CG))
def test_entailment_never_turns_an_effect_round(predicate: Predicate) -> None:
    """What brings its object about never follows from what hinders it."""
    entailed = (core_pack().predicates[iri].effect for iri in core_pack().entailed(predicate.iri))
    assert all(predicate.effect * effect >= 0 for effect in entailed)


def test_comparatives_are_their_inverses_opposites() -> None:
    """Better and worse turn round into one another, and contradict one another."""
    for predicate in core_pack().predicates.values():
        if predicate.comparative:
            assert predicate.inverse in predicate.opposites


def test_the_hair_pack_knows_what_opposes_what() -> None:
    """Growing and losing hair exclude one another; exosome therapy works by exosomes; a trial is evidence."""
    concepts = load_pack("hair-restoration").concepts
    assert len(concepts) >= 150
    assert HR + "hairLoss" in concepts[HR + "hairGrowth"].opposites
    assert concepts[HR + "exosomeTherapy"].uses == (HR + "exosomes",)
    assert HR + "hairLoss" in default_pack().broader_closure(HR + "alopeciaTotalis")
    assert concepts[HR + "clinicalTrial"].kind == "Evidence"


def test_every_hair_concept_has_a_kind() -> None:
    """Relating and rendering go by what sort of thing a concept is."""
    assert [c.iri for c in load_pack("hair-restoration").concepts.values() if c.kind is None] == []


@pytest.mark.parametrize(
    ("verb", "thing", "concept"),
    [
        ("grow", "any hair", "hairGrowth"),
        ("regrow", "her own hair", "hairGrowth"),
        ("help thicken", "the hair", "hairThickness"),
        ("heal", "tissue", "tissueRepair"),
        ("promote", "tumour growth", None),
    ],
)
def test_a_verb_with_its_object_may_mean_an_outcome(verb: str, thing: str, concept: str | None) -> None:
    """To grow hair is to bring about hair growth; what stands before the object's head must not matter to it."""
    found = VerbIndex(default_pack()).brings_about(verb, thing)
    assert found == ((HR + concept,) if concept else ())
