"""Packs read from Turtle: those the program ships with, and files of the user's own."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TypeAlias

from pyoxigraph import BlankNode, Literal, NamedNode, RdfFormat, Triple, parse

from claimgraph.knowledge.pack import Concept, Pack, Predicate, Scale
from claimgraph.model import ClaimgraphError, ExitCode
from claimgraph.model.identity import ONTOLOGY as CG
from claimgraph.vocabulary.resources import ontology_text

SHIPPED = ("core", "hair-restoration")

OWL = "http://www.w3.org/2002/07/owl#"
RDF_TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"
RDFS = "http://www.w3.org/2000/01/rdf-schema#"
SKOS = "http://www.w3.org/2004/02/skos/core#"

Object: TypeAlias = NamedNode | BlankNode | Literal | Triple
Statements: TypeAlias = dict[str, dict[str, list[Object]]]


@dataclass(frozen=True, slots=True)
class _Node:
    """All that a pack's file says of one subject."""

    iri: str
    said: Mapping[str, list[Object]]

    def is_a(self, kind: str) -> bool:
        return kind in self.iris(RDF_TYPE)

    def iris(self, *predicates: str) -> tuple[str, ...]:
        """Return the IRIs (or blank node ids) it is linked with, in the order of the file, each once."""
        found = (o.value for p in predicates for o in self.said.get(p, ()) if isinstance(o, NamedNode | BlankNode))
        return tuple(dict.fromkeys(found))

    def texts(self, *predicates: str) -> tuple[str, ...]:
        """Return its literals in English or of no language, in the order of the file, each once."""
        literals = (o for p in predicates for o in self.said.get(p, ()) if isinstance(o, Literal))
        english = (o.value.strip() for o in literals if (o.language or "en").split("-")[0] == "en")
        return tuple(dict.fromkeys(text for text in english if text))

    def text(self, predicate: str) -> str | None:
        return next(iter(self.texts(predicate)), None)

    def says(self, predicate: str) -> bool:
        return self.text(predicate) in ("true", "1")


def load_pack(name_or_path: str | Path) -> Pack:
    """Return a pack by the name of a shipped one ("hair-restoration") or from a Turtle file.

    The terms a pack may use are those of `ontology/claimgraph.ttl`; see docs/packs.md. What the file says beyond
    them is ignored. `check_pack` tells what is missing or contradicts itself.

    Raises:
        ClaimgraphError: the file is missing, is no Turtle (the line is named), or holds nothing a pack is made of.

    >>> load_pack("core").name
    'core'
    """
    if str(name_or_path) in SHIPPED:
        return _shipped(str(name_or_path))
    path = Path(name_or_path)
    return read_pack(_read(path), path.stem, str(path))


def core_pack() -> Pack:
    """Return the relation types and scales of general English, which hold on any subject."""
    return _shipped("core")


def default_pack() -> Pack:
    """Return the core with every subject the program ships a pack for."""
    return _default()


def shipped_packs() -> tuple[str, ...]:
    """Return the names of the packs that come with the program, the core first."""
    return SHIPPED


@cache
def _shipped(name: str) -> Pack:
    return read_pack(ontology_text(f"{name}.ttl"), name, f"{name}.ttl")


@cache
def _default() -> Pack:
    pack = core_pack()
    for name in SHIPPED[1:]:
        pack = pack | _shipped(name)
    return pack


def _read(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8-sig")
    except FileNotFoundError:
        raise _unusable(f"{path}: no such pack; give a Turtle file or one of: {', '.join(SHIPPED)}") from None
    except UnicodeDecodeError as error:
        raise _unusable(f"{path}: not UTF-8 at byte {error.start}; save the pack as UTF-8 Turtle") from None
    except OSError as error:
        raise _unusable(f"{path}: cannot be read ({error.strerror}); give a Turtle file") from None


def _unusable(message: str) -> ClaimgraphError:
    return ClaimgraphError(message, ExitCode.USAGE)


def read_pack(turtle: str, name: str, source: str) -> Pack:
    """Return the pack that a Turtle text holds.

    Args:
        turtle: the text.
        name: what to call the pack.
        source: the file, for messages.

    Raises:
        ClaimgraphError: the text is no Turtle, or holds nothing a pack is made of.
    """
    nodes = {iri: _Node(iri, said) for iri, said in _statements(turtle, source).items()}
    try:
        concepts = {iri: _concept(node) for iri, node in nodes.items() if node.is_a(SKOS + "Concept")}
        predicates = {iri: _predicate(node) for iri, node in nodes.items() if node.is_a(OWL + "ObjectProperty")}
        scales = {iri: _scale(node, nodes) for iri, node in nodes.items() if node.is_a(CG + "Scale")}
    except _FlawError as flaw:
        raise _unusable(f"{source}:{_line_of(turtle, flaw.iri)}: {flaw}") from None
    if not (concepts or predicates or scales):
        raise _unusable(f"{source}: no skos:Concept, owl:ObjectProperty or cg:Scale in it; see docs/packs.md")
    top = tuple(iri for node in nodes.values() for iri in node.iris(SKOS + "hasTopConcept"))
    return Pack(name, concepts, predicates, scales, top)


class _FlawError(Exception):
    """One node of a pack cannot be used."""

    def __init__(self, iri: str, message: str) -> None:
        super().__init__(message)
        self.iri = iri


def _statements(turtle: str, source: str) -> Statements:
    said: Statements = {}
    try:
        for quad in parse(turtle, RdfFormat.TURTLE):
            if isinstance(quad.subject, NamedNode | BlankNode):
                said.setdefault(quad.subject.value, {}).setdefault(quad.predicate.value, []).append(quad.object)
    except SyntaxError as error:
        reason = error.msg.split(": ", 1)[-1]
        raise _unusable(f"{source}:{error.lineno}: not Turtle: {reason}; correct that line") from None
    return said


def _concept(node: _Node) -> Concept:
    label = node.text(SKOS + "prefLabel")
    if label is None:
        raise _FlawError(node.iri, f"concept <{node.iri}> has no skos:prefLabel in English; add one")
    return Concept(
        iri=node.iri,
        label=label,
        labels=node.texts(SKOS + "prefLabel", SKOS + "altLabel", SKOS + "hiddenLabel"),
        phrases=node.texts(CG + "phrase"),
        kind=next((_local(iri) for iri in node.iris(CG + "kind")), None),
        broader=node.iris(SKOS + "broader"),
        same_as=node.iris(SKOS + "exactMatch", SKOS + "closeMatch"),
        opposites=node.iris(CG + "opposite"),
        head=node.says(CG + "head"),
        uses=node.iris(CG + "uses"),
        hidden=node.texts(SKOS + "hiddenLabel"),
        close_to=node.iris(SKOS + "closeMatch"),
    )


def _predicate(node: _Node) -> Predicate:
    label = node.text(RDFS + "label")
    if label is None:
        raise _FlawError(node.iri, f"predicate <{node.iri}> has no rdfs:label in English; add one")
    return Predicate(
        iri=node.iri,
        label=label,
        verbs=node.texts(CG + "verb"),
        inverse=next(iter(node.iris(OWL + "inverseOf")), None),
        opposites=node.iris(CG + "opposite"),
        entails=node.iris(RDFS + "subPropertyOf"),
        functional=node.is_a(OWL + "FunctionalProperty"),
        symmetric=node.is_a(OWL + "SymmetricProperty"),
        comparative=node.says(CG + "comparative"),
        effect=_whole(node, CG + "effect"),
        evidential=node.text(CG + "evidential"),
        shared_verbs=node.texts(CG + "sharedVerb"),
        dimension=node.text(CG + "dimension"),
        beneficial=node.says(CG + "beneficial"),
    )


def _scale(node: _Node, nodes: Mapping[str, _Node]) -> Scale:
    steps = [nodes[step] for step in node.iris(CG + "step") if step in nodes]
    ranks = [_whole(step, CG + "rank") for step in steps]
    if len(steps) < 2 or len(set(ranks)) < len(ranks):
        raise _FlawError(node.iri, f"scale <{node.iri}> needs two or more cg:step, each with a cg:rank of its own")
    ordered = [step for _, step in sorted(zip(ranks, steps, strict=True), key=lambda pair: pair[0])]
    values = tuple(step.iris(CG + "names") + step.texts(CG + "word") for step in ordered)
    return Scale(node.iri, node.text(RDFS + "label") or _local(node.iri), values)


def _whole(node: _Node, predicate: str) -> int:
    """Return the whole number a node gives, 0 where it gives none."""
    text = node.text(predicate) or "0"
    try:
        return int(text)
    except ValueError:
        raise _FlawError(node.iri, f"cg:{_local(predicate)} of <{node.iri}> is {text!r}; give a whole number") from None


def _local(iri: str) -> str:
    return re.split(r"[#/]", iri)[-1]


def _line_of(turtle: str, iri: str) -> int:
    """Return the line where a node is first described, as near as its local name tells; 1 where nothing does."""
    name = re.compile(rf"^\s*(\w*:{re.escape(_local(iri))}\b|<{re.escape(iri)}>)")
    return next((n for n, line in enumerate(turtle.splitlines(), 1) if name.match(line)), 1)
