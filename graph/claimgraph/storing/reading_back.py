"""A built folder read back into facts, equal to those that were written.

Claims, relations and problems come from their JSON lines. Documents, packs and bounds come from the head of
`graph.trig`, where they are written first: the file is read no further than they reach, so that opening a large build
costs no more than its documents, and a build needs no file of its own for them.
"""

from dataclasses import dataclass, field
from itertools import takewhile
from pathlib import Path
from typing import TypeAlias

from pyoxigraph import BlankNode, Literal, NamedNode, Quad, RdfFormat, Triple, parse

from claimgraph.model.document import Document, Region, SourceKind
from claimgraph.model.facts import Facts
from claimgraph.model.identity import IDENTIFIED
from claimgraph.model.problem import ClaimgraphError
from claimgraph.storing.records import claim_from_record, problem_from_record, read_records, relation_from_record
from claimgraph.vocabulary.namespaces import CG, DC, DCTERMS, RDF, RDFS, SDO

Object: TypeAlias = NamedNode | BlankNode | Literal | Triple
_HEAD = tuple(f"{IDENTIFIED}{kind}/" for kind in ("build", "document", "region"))


@dataclass
class _Node:
    """What the file says of one subject, by predicate, in the order of the file."""

    said: dict[str, list[str]] = field(default_factory=dict)

    def all(self, predicate: str) -> tuple[str, ...]:
        return tuple(self.said.get(predicate, ()))

    def one(self, predicate: str) -> str | None:
        return next(iter(self.all(predicate)), None)

    def text(self, predicate: str) -> str:
        return self.one(predicate) or ""

    def number(self, predicate: str) -> int:
        return int(self.one(predicate) or 0)


def read_build(folder: Path) -> Facts:
    """Return the facts of a built folder.

    Raises:
        ClaimgraphError: a file of the build is missing or holds something else.
    """
    claims = tuple(read_records(folder / "claims.jsonl", claim_from_record))
    relations = tuple(read_records(folder / "relations.jsonl", relation_from_record))
    problems = tuple(read_records(folder / "problems.jsonl", problem_from_record))
    nodes = _head(folder / "graph.trig")
    build = next((node for node in nodes.values() if CG.Build in node.all(RDF.type)), _Node())
    return Facts(_documents(nodes), claims, relations, problems, build.all(CG.pack), build.all(CG.bound))


def _head(path: Path) -> dict[str, _Node]:
    nodes: dict[str, _Node] = {}
    try:
        for quad in takewhile(_of_the_head, parse(path=str(path), format=RdfFormat.TRIG)):
            subject, object_ = quad.subject, quad.object
            if isinstance(subject, NamedNode) and isinstance(object_, NamedNode | Literal):
                node = nodes.setdefault(subject.value, _Node())
                node.said.setdefault(quad.predicate.value, []).append(object_.value)
    except OSError as error:
        reason = error.strerror or "no such file"
        raise ClaimgraphError(f"{path}: cannot be read ({reason}); is this the folder of a build?") from None
    except SyntaxError as error:
        raise ClaimgraphError(f"{path}: not the TriG of a build ({error.msg}); build the graph again") from None
    return nodes


def _of_the_head(quad: Quad) -> bool:
    return isinstance(quad.subject, NamedNode) and quad.subject.value.startswith(_HEAD)


def _documents(nodes: dict[str, _Node]) -> tuple[Document, ...]:
    regions: dict[str, list[Region]] = {}
    for node in nodes.values():
        if CG.Region in node.all(RDF.type):
            regions.setdefault(node.text(DCTERMS.isPartOf), []).append(_region(node))
    return tuple(
        _document(node, tuple(regions.get(iri, ()))) for iri, node in nodes.items() if CG.Document in node.all(RDF.type)
    )


def _region(node: _Node) -> Region:
    return Region(
        kind=node.text(CG.regionKind),
        start=node.number(CG.start),
        end=node.number(CG.end),
        label=node.text(RDFS.label),
        level=node.number(CG.level),
    )


def _document(node: _Node, regions: tuple[Region, ...]) -> Document:
    return Document(
        stem=node.text(DCTERMS.identifier),
        text=node.text(CG.text),
        sha256=node.text(CG.sha256),
        source=node.text(DCTERMS.source),
        title=node.text(DCTERMS.title),
        kind=SourceKind(_value(node.text(CG.sourceKind), "source")),
        media_type=node.text(DCTERMS.format),
        date=node.one(DCTERMS.date),
        address=node.one(SDO.url),
        publisher=node.one(DC.publisher),
        author=node.one(DC.creator),
        place=node.one(DC.coverage),
        interest=_value(node.text(CG.interest), "interest") or None,
        language=node.one(DCTERMS.language),
        regions=regions,
    )


def _value(iri: str, scheme: str) -> str:
    """Return the model's word for a value of a scheme."""
    return iri.removeprefix(CG.iri_).removeprefix(f"{scheme}-")
