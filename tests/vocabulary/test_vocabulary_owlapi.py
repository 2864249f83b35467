"""The ontology and a merged build in the OWL API, the library Protégé is built on, where it is installed.

Debian: apt-get install default-jdk-headless libowlapi-java. Elsewhere only test_vocabulary_owl_dl.py holds the rules of
OWL 2 DL that such files can break.
"""

import os
import shutil
import subprocess
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from claimgraph.storing.exports import Exported, export
from claimgraph.vocabulary.resources import ontology_text

if TYPE_CHECKING:
    from claimgraph.api import Build

JARS = Path("/usr/share/java")
#: A property of individuals that holds a text, which OWL 2 DL forbids.
BROKEN = """@prefix : <https://example.org/#> . @prefix owl: <http://www.w3.org/2002/07/owl#> .
<https://example.org/> a owl:Ontology .
:p a owl:ObjectProperty . :p a owl:DatatypeProperty . :one a owl:NamedIndividual ; :p "text" .
"""


@dataclass(frozen=True)
class Read:
    """What the OWL API says of a file: how many axioms it reads, and each breach of OWL 2 DL."""

    axioms: int
    violations: tuple[str, ...]


@pytest.fixture(scope="module")
def owlapi() -> Callable[[Path], Read]:
    """Return a function that reads a file with the OWL API and checks its profile."""
    java = shutil.which("java")
    if not java or not shutil.which("javac") or not (JARS / "owlapi-distribution.jar").exists():
        pytest.skip("the OWL API is not installed (Debian: apt-get install default-jdk-headless libowlapi-java)")

    def read(path: Path) -> Read:
        jars = os.pathsep.join(map(str, sorted(JARS.glob("*.jar"))))
        command = [str(java), "-cp", jars, str(Path(__file__).with_name("Profile.java")), str(path)]
        told = subprocess.run(command, capture_output=True, check=True, timeout=300).stdout.decode()
        lines = [line.split("\t") for line in told.splitlines() if line.startswith(("axioms\t", "violation\t"))]
        [axioms] = [int(line[2]) for line in lines if line[0] == "axioms"]
        return Read(axioms, tuple(line[2] for line in lines if line[0] == "violation"))

    return read


def test_the_ontology_is_owl_2_dl(owlapi: Callable[[Path], Read], tmp_path: Path) -> None:
    """The OWL API reads the ontology and finds nothing in it that OWL 2 DL forbids."""
    path = tmp_path / "claimgraph.ttl"
    path.write_text(ontology_text("claimgraph.ttl"), encoding="utf-8")
    found = owlapi(path)
    assert found.axioms > 500
    assert not found.violations


@pytest.mark.parametrize(("name", "suffix"), [("turtle", ".ttl"), ("rdf/xml", ".rdf")])
def test_a_build_opens_as_owl_2_dl(
    name: str, suffix: str, owlapi: Callable[[Path], Read], seeds_build: "Build", tmp_path: Path
) -> None:
    """It opens the merged sample build, which brings the ontology along, and finds nothing that OWL 2 DL forbids."""
    path = tmp_path / f"graph{suffix}"
    path.write_bytes(export(Exported(seeds_build.facts, seeds_build.findings, seeds_build.pack), name)[""])
    found = owlapi(path)
    assert found.axioms > 10 * len(seeds_build.facts.claims)
    assert not found.violations


def test_the_check_can_fail(owlapi: Callable[[Path], Read], tmp_path: Path) -> None:
    """A property of two kinds is found out, so that a pass means something."""
    path = tmp_path / "broken.ttl"
    path.write_text(BROKEN, encoding="utf-8")
    assert owlapi(path).violations
