"""The dataset as compact JSON-LD 1.1, written in one pass over the sorted quads, so in linear time.

Source: JSON-LD 1.1 (W3C, 2020), sections 4.2 (types and values) and 4.9 (named graphs).
"""

import json
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from itertools import groupby
from types import MappingProxyType
from typing import Any

from pyoxigraph import BlankNode, DefaultGraph, Literal, NamedNode, Quad, Triple

from claimgraph.storing.dataset import FILE_PREFIXES
from claimgraph.storing.exports.base import Exported, Files
from claimgraph.storing.exports.rdf import stream
from claimgraph.vocabulary.namespaces import RDF, XSD

#: A prefix of a simple definition must end in one of these (JSON-LD 1.1 API, section 4.2.2, step 14.2.5).
_DELIMITERS = tuple(":/?#[]@")
CONTEXT: Mapping[str, str] = MappingProxyType(
    {prefix: iri for prefix, iri in sorted(FILE_PREFIXES.items()) if iri.endswith(_DELIMITERS)}
)


def jsonld(source: Exported) -> Files:
    """Return the dataset as JSON-LD, a node of the default graph or a named graph a line."""
    return {"": b"".join(written(stream(source)))}


def written(quads: Iterable[Quad]) -> Iterator[bytes]:
    """Yield the JSON-LD text of quads that come grouped by graph and subject."""
    yield b'{"@context": ' + _json(dict(CONTEXT)) + b',\n"@graph": [\n'
    before = b""
    for node in _nodes(quads):
        yield before + _json(node)
        before = b",\n"
    yield b"\n]}\n"


def _nodes(quads: Iterable[Quad]) -> Iterator[dict[str, Any]]:
    for graph, group in groupby(quads, key=lambda quad: quad.graph_name):
        if isinstance(graph, DefaultGraph):
            yield from _subjects(group)
        elif isinstance(graph, NamedNode | BlankNode):
            yield {"@id": _name(graph), "@graph": list(_subjects(group))}


def _subjects(quads: Iterable[Quad]) -> Iterator[dict[str, Any]]:
    for subject, group in groupby(quads, key=lambda quad: quad.subject):
        said: dict[str, list[str | dict[str, str]]] = {}
        for quad in group:
            predicate, value = _entry(quad)
            said.setdefault(predicate, []).append(value)
        yield {"@id": _name(subject), **{key: one[0] if len(one) == 1 else one for key, one in said.items()}}


def _entry(quad: Quad) -> tuple[str, str | dict[str, str]]:
    if quad.predicate.value == RDF.type:
        return "@type", _name(quad.object)
    return _compact(quad.predicate.value), _value(quad.object)


def _value(term: NamedNode | BlankNode | Literal | Triple) -> str | dict[str, str]:
    if not isinstance(term, Literal):
        return {"@id": _name(term)}
    if term.language:
        return {"@value": term.value, "@language": term.language}
    if term.datatype.value == XSD.string:
        return term.value
    return {"@value": term.value, "@type": _compact(term.datatype.value)}


def _name(term: NamedNode | BlankNode | Literal | Triple) -> str:
    return _compact(term.value) if isinstance(term, NamedNode) else str(term)


@lru_cache(maxsize=65536)
def _compact(iri: str) -> str:
    """Return the shortest of the prefixed names of an IRI, or the IRI where no prefix fits."""
    cut = max(iri.rfind(delimiter) for delimiter in "/#:") + 1
    prefix = _PREFIX_OF.get(iri[:cut])
    return f"{prefix}:{iri[cut:]}" if prefix and not iri[cut:].startswith("//") else iri


_PREFIX_OF: Mapping[str, str] = MappingProxyType({iri: prefix for prefix, iri in CONTEXT.items()})


def _json(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode("utf-8")
