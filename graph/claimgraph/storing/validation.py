"""The SHACL gate: the shapes of `ontology/shapes.ttl`, compiled to SPARQL and run on Oxigraph.

Compiled, the shapes that a build needs run many times faster than a general validator; a test holds the findings
against pyshacl's.
Source: Shapes Constraint Language (W3C, 2017), sections 2 to 5. What the shapes do not use is not compiled,
and a shape that uses it is refused, so that no constraint is passed over in silence. Classes are matched as they are
written, without subclass reasoning, as a build writes every class it means.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import TypeAlias

from pyoxigraph import BlankNode, Literal, NamedNode, QuerySolutions, RdfFormat, Store, Triple, parse

from claimgraph.model.problem import ClaimgraphError
from claimgraph.vocabulary.namespaces import RDF, RDFS, SH, XSD
from claimgraph.vocabulary.resources import ontology_text

Object: TypeAlias = NamedNode | BlankNode | Literal | Triple
Statements: TypeAlias = Mapping[str, Mapping[str, list[Object]]]

_REST, _FIRST, _NIL = (RDF.iri_ + name for name in ("rest", "first", "nil"))
_DECLARE, _PREFIX, _NAMESPACE = (SH.iri_ + name for name in ("declare", "prefix", "namespace"))


@dataclass(frozen=True, slots=True, order=True)
class Violation:
    """A thing in the graph that breaks a shape.

    Attributes:
        focus: the IRI of the thing, or of a blank node its label.
        path: IRI of the property that is at fault; empty where the shape speaks of the thing as a whole.
        message: what is wrong, in plain words.
        component: IRI of the constraint's kind, as SHACL names it.
    """

    focus: str
    path: str
    message: str
    component: str

    def __str__(self) -> str:
        """Return the line a person reads."""
        return f"{self.focus}: {self.message}"


@dataclass(frozen=True, slots=True)
class _Check:
    """One constraint as a query that selects `?this` for each violation."""

    query: str
    path: str
    message: str
    component: str


def violations(store: Store, shapes: str | None = None) -> tuple[Violation, ...]:
    """Return what in a store breaks the shapes, sorted; named graphs and the default graph count as one.

    Args:
        store: the graph.
        shapes: Turtle with the shapes; None takes those of the ontology.

    Raises:
        ClaimgraphError: a shape uses a part of SHACL that is not compiled.
    """
    checks = _compiled(ontology_text("shapes.ttl") if shapes is None else shapes)
    return tuple(sorted({violation for check in checks for violation in _broken(store, check)}))


def require_valid(store: Store) -> None:
    """Let a graph pass that satisfies the shapes.

    Raises:
        ClaimgraphError: it does not; the message is the first violation's, with the number of the others.
    """
    found = violations(store)
    if found:
        more = f" (and {len(found) - 1} more)" if len(found) > 1 else ""
        raise ClaimgraphError(f"the graph breaks its shapes: {found[0]}{more}; nothing was written, please report this")


def _broken(store: Store, check: _Check) -> Iterator[Violation]:
    rows = store.query(check.query, use_default_graph_as_union=True)
    assert isinstance(rows, QuerySolutions)  # noqa: S101 -- every check is a SELECT
    for row in rows:
        focus = row["this"]
        yield Violation(getattr(focus, "value", str(focus)), check.path, check.message, check.component)


@cache
def _compiled(turtle: str) -> tuple[_Check, ...]:
    shapes = _Shapes(_statements(turtle))
    return tuple(check for shape in shapes.targeted() for check in shapes.checks(shape))


def _statements(turtle: str) -> Statements:
    said: dict[str, dict[str, list[Object]]] = {}
    for quad in parse(turtle, RdfFormat.TURTLE):
        subject = str(quad.subject)
        said.setdefault(subject, {}).setdefault(quad.predicate.value, []).append(quad.object)
    return said


_NODE_KINDS = {f"<{SH.IRI}>": "isIRI", f"<{SH.Literal}>": "isLiteral"}
#: What a constraint's parameter asks of each value, as the SPARQL condition that a violating ?value meets.
_CONDITIONS: Mapping[str, Callable[[str], str]] = {
    SH.datatype: lambda value: f"!isLiteral(?value) || datatype(?value) != {value} || {_ill_formed(value)}",
    SH["class"]: lambda value: f"NOT EXISTS {{ ?value a {value} }}",
    SH.nodeKind: lambda value: f"!{_NODE_KINDS[value]}(?value)",
    SH.minLength: lambda value: f"isBlank(?value) || STRLEN(STR(?value)) < {value}",
    SH.pattern: lambda value: f"isBlank(?value) || !REGEX(STR(?value), {value})",
    SH.minInclusive: lambda value: f"!COALESCE(?value >= {value}, false)",
    SH.maxInclusive: lambda value: f"!COALESCE(?value <= {value}, false)",
    SH["in"]: lambda value: f"?value NOT IN ({value})",
}
_COMPONENTS: Mapping[str, str] = {
    SH.datatype: "DatatypeConstraintComponent",
    SH["class"]: "ClassConstraintComponent",
    SH.nodeKind: "NodeKindConstraintComponent",
    SH.minLength: "MinLengthConstraintComponent",
    SH.pattern: "PatternConstraintComponent",
    SH.minInclusive: "MinInclusiveConstraintComponent",
    SH.maxInclusive: "MaxInclusiveConstraintComponent",
    SH["in"]: "InConstraintComponent",
    SH.minCount: "MinCountConstraintComponent",
    SH.maxCount: "MaxCountConstraintComponent",
    SH.sparql: "SPARQLConstraintComponent",
}
_LEXICAL = {f"<{XSD.integer}>": r"^[+-]?[0-9]+$", f"<{XSD.boolean}>": "^(true|false|0|1)$"}
_TOLD = frozenset({RDF.type, RDFS.label, SH.targetClass, SH.message, SH.path, SH.property, SH.sparql})


def _ill_formed(datatype: str) -> str:
    form = _LEXICAL.get(datatype)
    return f"!REGEX(STR(?value), {Literal(form)})" if form else "false"


class _Shapes:
    """The shapes of a file, as they refer to one another."""

    def __init__(self, said: Statements) -> None:
        self.said = said

    def targeted(self) -> Iterator[str]:
        """Yield the shapes that name the class of what they hold for."""
        return (shape for shape in sorted(self.said) if SH.targetClass in self.said[shape])

    def checks(self, shape: str) -> Iterator[_Check]:
        """Yield the constraints of one shape."""
        target = self._one(shape, SH.targetClass)
        self._refuse_unknown(shape, _TOLD)
        for constraint in self.said[shape].get(SH.property, []):
            yield from self._property_checks(str(target), str(constraint))
        for constraint in self.said[shape].get(SH.sparql, []):
            yield self._sparql_check(str(target), str(constraint))

    def _property_checks(self, target: str, shape: str) -> Iterator[_Check]:
        said = self.said[shape]
        self._refuse_unknown(shape, _TOLD | _COMPONENTS.keys())
        path, message = self._one(shape, SH.path), self._message(shape)
        for parameter, name in _COMPONENTS.items():
            for value in said.get(parameter, []):
                query = self._query(target, str(path), parameter, value)
                yield _Check(query, getattr(path, "value", str(path)), message, SH.iri_ + name)

    def _query(self, target: str, path: str, parameter: str, value: Object) -> str:
        where = f"?this a {target}"
        if parameter == SH.minCount:
            return _too_few(where, path, int(getattr(value, "value", "0")))
        if parameter == SH.maxCount:
            return _too_many(where, path, int(getattr(value, "value", "0")))
        listed = ", ".join(self._list(value)) if parameter == SH["in"] else str(value)
        condition = _CONDITIONS[parameter](listed)
        return f"SELECT DISTINCT ?this WHERE {{ {where} . ?this {path} ?value FILTER ({condition}) }}"

    def _sparql_check(self, target: str, constraint: str) -> _Check:
        select = getattr(self._one(constraint, SH.select), "value", "")
        prefixes = "".join(f"PREFIX {prefix}: <{iri}>\n" for prefix, iri in self._declared())
        query = f"{prefixes}SELECT DISTINCT ?this WHERE {{ ?this a {target} . {{ {select} }} }}"
        return _Check(query, "", self._message(constraint), SH.iri_ + _COMPONENTS[SH.sparql])

    def _declared(self) -> Iterator[tuple[str, str]]:
        for said in self.said.values():
            for declared in said.get(_DECLARE, []):
                node = self.said[str(declared)]
                yield getattr(node[_PREFIX][0], "value", ""), getattr(node[_NAMESPACE][0], "value", "")

    def _list(self, head: Object) -> Iterator[str]:
        while str(head) != f"<{_NIL}>":
            node = self.said[str(head)]
            yield str(node[_FIRST][0])
            head = node[_REST][0]

    def _one(self, shape: str, predicate: str) -> Object:
        found = self.said[shape].get(predicate, [])
        if len(found) != 1:
            raise ClaimgraphError(f"shapes.ttl: {shape} needs exactly one {_local(predicate)}; correct the shape")
        return found[0]

    def _message(self, shape: str) -> str:
        return getattr(self._one(shape, SH.message), "value", "")

    def _refuse_unknown(self, shape: str, known: frozenset[str]) -> None:
        for predicate in self.said[shape]:
            if predicate not in known:
                raise ClaimgraphError(f"shapes.ttl: {shape} uses sh:{_local(predicate)}, which is not compiled")


def _too_few(where: str, path: str, least: int) -> str:
    if least == 1:
        return f"SELECT ?this WHERE {{ {where} FILTER NOT EXISTS {{ ?this {path} ?value }} }}"
    counted = f"SELECT ?this (COUNT(DISTINCT ?value) AS ?n) WHERE {{ {where} OPTIONAL {{ ?this {path} ?value }} }}"
    return f"SELECT ?this WHERE {{ {{ {counted} GROUP BY ?this }} FILTER (?n < {least}) }}"


def _too_many(where: str, path: str, most: int) -> str:
    if most == 1:
        pair = f"?this {path} ?value , ?other FILTER (!sameTerm(?value, ?other))"
        return f"SELECT DISTINCT ?this WHERE {{ {where} . {pair} }}"
    counted = f"SELECT ?this (COUNT(DISTINCT ?value) AS ?n) WHERE {{ {where} . ?this {path} ?value }}"
    return f"SELECT ?this WHERE {{ {{ {counted} GROUP BY ?this }} FILTER (?n > {most}) }}"


def _local(iri: str) -> str:
    return re.split(r"[#/]", iri)[-1]
