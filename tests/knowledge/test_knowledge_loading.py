"""Packs are read from Turtle, and a file that cannot be used says so in one line."""

from pathlib import Path

import pytest

from claimgraph.knowledge.loading import core_pack, default_pack, load_pack, shipped_packs
from claimgraph.model import ClaimgraphError, ExitCode

HEAD = """@prefix cg: <https://w3id.org/claimgraph/ontology#> .
@prefix owl: <http://www.w3.org/2002/07/owl#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix c: <https://example.org/coffee#> .
"""

COFFEE = (
    HEAD
    + """
c:coffee a skos:Concept ; skos:prefLabel "coffee"@en, "Kaffee"@de ; skos:altLabel "java"@en ;
    skos:hiddenLabel "cofee"@en ; cg:kind cg:Substance ; skos:broader c:drink ; cg:head true ; cg:uses c:caffeine .
c:drink a skos:Concept ; skos:prefLabel "drink" .
c:caffeine a skos:Concept ; skos:prefLabel "caffeine"@en ; skos:closeMatch <https://example.org/x> .
c:sleep a skos:Concept ; skos:prefLabel "sleep"@en ; cg:phrase "fall asleep"@en ; cg:opposite c:insomnia .
c:insomnia a skos:Concept ; skos:prefLabel "insomnia"@en ; cg:opposite c:sleep .
c:delays a owl:ObjectProperty, owl:FunctionalProperty ; rdfs:label "delays"@en ; cg:verb "put off"@en ;
    cg:effect -1 ; cg:comparative false ; rdfs:subPropertyOf cg:hinders .
c:roast a cg:Scale ; rdfs:label "roast"@en ;
    cg:step [ cg:rank 2 ; cg:word "dark"@en ], [ cg:rank 1 ; cg:word "light"@en ; cg:names c:coffee ] .
"""
)


def write(folder: Path, text: str) -> Path:
    """Return a pack file that holds a text."""
    path = folder / "coffee.ttl"
    path.write_text(text, encoding="utf-8")
    return path


def test_every_term_of_the_pack_language_is_read(tmp_path: Path) -> None:
    """Labels of other languages are left out, steps come in rank order, everything else arrives as written."""
    pack = load_pack(write(tmp_path, COFFEE))
    c = "https://example.org/coffee#"
    coffee = pack.concepts[c + "coffee"]
    assert (pack.name, coffee.label, coffee.labels) == ("coffee", "coffee", ("coffee", "java", "cofee"))
    assert (coffee.kind, coffee.broader, coffee.head, coffee.uses) == (
        "Substance",
        (c + "drink",),
        True,
        (c + "caffeine",),
    )
    assert pack.concepts[c + "caffeine"].same_as == ("https://example.org/x",)
    assert pack.concepts[c + "sleep"].phrases == ("fall asleep",)
    assert pack.concepts[c + "sleep"].opposites == (c + "insomnia",)
    delays = pack.predicates[c + "delays"]
    assert (delays.verbs, delays.effect, delays.functional, delays.comparative) == (("put off",), -1, True, False)
    assert pack.scales[c + "roast"].values == ((c + "coffee", "light"), ("dark",))


def test_shipped_packs_load_by_name_and_merge() -> None:
    """The default pack is the core with every subject shipped."""
    merged = default_pack()
    assert shipped_packs() == ("core", "hair-restoration")
    assert merged.name == "core+hair-restoration"
    assert merged.predicates.keys() == core_pack().predicates.keys()
    assert merged.concepts.keys() == load_pack("hair-restoration").concepts.keys()


@pytest.mark.parametrize(
    ("text", "where", "what"),
    [
        (HEAD + "c:a a skos:Concept ;\n  skos:prefLabel q:b .\n", "coffee.ttl:7:", "prefix"),
        (HEAD + "\nc:a a skos:Concept .\n", "coffee.ttl:7:", "skos:prefLabel"),
        (HEAD + "c:p a owl:ObjectProperty .\n", "coffee.ttl:6:", "rdfs:label"),
        (HEAD + 'c:p a owl:ObjectProperty ; rdfs:label "p" ; cg:effect "up" .\n', "coffee.ttl:6:", "whole number"),
        (HEAD + 'c:s a cg:Scale ; cg:step [ cg:rank 1 ; cg:word "a" ] .\n', "coffee.ttl:6:", "cg:step"),
        (HEAD, "coffee.ttl:", "docs/packs.md"),
        ("", "coffee.ttl:", "docs/packs.md"),
    ],
)
def test_unusable_pack_names_file_line_and_remedy(tmp_path: Path, text: str, where: str, what: str) -> None:
    """A malformed pack is a usage error in one line with the file, the line and what is wanted."""
    with pytest.raises(ClaimgraphError) as caught:
        load_pack(write(tmp_path, text))
    message = str(caught.value)
    assert where in message
    assert what in message
    assert "\n" not in message
    assert caught.value.exit_code is ExitCode.USAGE


def test_missing_folder_and_binary_files_are_usage_errors(tmp_path: Path) -> None:
    """A path that holds no text ends in one line, and a missing one lists the packs there are."""
    binary = tmp_path / "x.ttl"
    binary.write_bytes(b"\xff\xfe\x00")
    with pytest.raises(ClaimgraphError, match="core, hair-restoration"):
        load_pack(tmp_path / "missing.ttl")
    with pytest.raises(ClaimgraphError, match="cannot be read"):
        load_pack(tmp_path)
    with pytest.raises(ClaimgraphError, match="not UTF-8"):
        load_pack(binary)
