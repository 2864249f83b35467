"""SPARQL queries on a built graph, read-only, with parameters, in the formats people and programs read."""

import threading
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import TypeVar

from pyoxigraph import (
    BlankNode,
    Literal,
    NamedNode,
    QueryBoolean,
    QueryResultsFormat,
    QuerySolutions,
    QueryTriples,
    RdfFormat,
    Store,
    Triple,
    serialize,
)

from claimgraph.model.problem import ClaimgraphError, ExitCode
from claimgraph.storing.asking import malformed, require_reading, substitutions
from claimgraph.storing.named import named_query, require_parameters
from claimgraph.storing.result_table import table
from claimgraph.vocabulary.namespaces import IDENTIFIED_PREFIXES, PREFIXES

Result = TypeVar("Result")
Term = NamedNode | BlankNode | Literal | Triple

#: For answers that are rows, or yes and no (SELECT, ASK).
ROW_FORMATS: Mapping[str, QueryResultsFormat | None] = MappingProxyType(
    {
        "table": None,
        "csv": QueryResultsFormat.CSV,
        "tsv": QueryResultsFormat.TSV,
        "json": QueryResultsFormat.JSON,
        "xml": QueryResultsFormat.XML,
    }
)
#: For answers that are graphs (CONSTRUCT, DESCRIBE).
GRAPH_FORMATS: Mapping[str, RdfFormat] = MappingProxyType({"turtle": RdfFormat.TURTLE, "ntriples": RdfFormat.N_TRIPLES})
RESULT_FORMATS = (*ROW_FORMATS, *GRAPH_FORMATS)
_NO_BINDINGS: Mapping[str, str] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Query:
    """A query to be run.

    Attributes:
        text: SPARQL; the prefixes of `vocabulary.namespaces.PREFIXES` need no declaration.
        bindings: values for variables, by name; a variable that is bound has to be in the SELECT.
        timeout: seconds after which to give up; None waits for ever.
    """

    text: str
    bindings: Mapping[str, str] = field(default_factory=dict)
    timeout: float | None = None


def named(name: str, bindings: Mapping[str, str] = _NO_BINDINGS, timeout: float | None = None) -> Query:
    """Return a query that comes with the program, with its parameters.

    Raises:
        ClaimgraphError: there is none of that name, a parameter it needs is missing, or it takes no such one.
    """
    query = named_query(name)
    require_parameters(query, {given.removeprefix("?") for given in bindings})
    return Query(query.text, bindings, timeout)


def answer(store: Store, query: Query, result_format: str | None = None, width: int = 120) -> bytes:
    """Return the answer to a query, ready to be written.

    Args:
        store: the graph.
        query: what is asked.
        result_format: one of `RESULT_FORMATS`; None means "table" for rows and "turtle" for graphs.
        width: characters a line of a table may have.

    Raises:
        ClaimgraphError: the query is malformed, would write or ask another machine, took too long, or its answer
            cannot be written in that format.
    """
    form = require_reading(query.text)
    chosen = _fitting(form, result_format)
    return _within(query.timeout, lambda: _render(_evaluate(store, query), query, chosen, width))


def rows(store: Store, query: Query) -> tuple[tuple[str, ...], list[tuple[Term | None, ...]]]:
    """Return the variables and the rows of a SELECT; raises like `answer`, and where the query is no SELECT."""
    if require_reading(query.text) != "SELECT":
        raise ClaimgraphError("rows come from a SELECT; this query is none", ExitCode.USAGE)
    return _within(query.timeout, lambda: _rows(_evaluate(store, query)))


def _fitting(form: str, chosen: str | None) -> str:
    graph = form in ("CONSTRUCT", "DESCRIBE")
    if chosen is None:
        return "turtle" if graph else "table"
    fitting = tuple(GRAPH_FORMATS) if graph else tuple(ROW_FORMATS)
    if chosen not in fitting:
        what = "a graph" if graph else "rows"
        raise ClaimgraphError(f"{form} answers with {what}; --format may be {', '.join(fitting)}", ExitCode.USAGE)
    return chosen


def _evaluate(store: Store, query: Query) -> QuerySolutions | QueryBoolean | QueryTriples:
    bound = substitutions(query.bindings)
    try:
        return store.query(query.text, prefixes={**IDENTIFIED_PREFIXES, **PREFIXES}, substitutions=bound)
    except SyntaxError as error:
        raise malformed(query.text, error.msg) from None
    except RuntimeError as error:
        raise ClaimgraphError(f"the query cannot be run: {_hint(str(error))}", ExitCode.USAGE) from None


def _hint(message: str) -> str:
    if "in its SELECT projection" in message:
        name = next((word for word in message.split() if word.startswith("?")), "?")
        return f"{name} is bound but not selected; add {name} to the SELECT"
    return " ".join(message.split())


def _render(found: QuerySolutions | QueryBoolean | QueryTriples, query: Query, chosen: str, width: int) -> bytes:
    if isinstance(found, QueryTriples):
        triples = sorted(set(found), key=str)
        return serialize(triples, format=GRAPH_FORMATS[chosen], prefixes=_used_prefixes(triples)) or b""
    written = ROW_FORMATS[chosen]
    if written is not None:
        return found.serialize(format=written) or b""
    if isinstance(found, QueryBoolean):
        return b"true\n" if found else b"false\n"
    return table(*_without(query.bindings, *_rows(found)), width=width).encode("utf-8")


def _used_prefixes(triples: list[Triple]) -> dict[str, str]:
    known = {**PREFIXES, **IDENTIFIED_PREFIXES}
    iris = {node.value for triple in triples for node in triple if isinstance(node, NamedNode)}
    return {prefix: base for prefix, base in known.items() if any(iri.startswith(base) for iri in iris)}


def _without(
    bindings: Mapping[str, str], variables: tuple[str, ...], found: list[tuple[Term | None, ...]]
) -> tuple[tuple[str, ...], list[tuple[Term | None, ...]]]:
    """Return rows without the variables the reader gave: a column of one value tells nothing."""
    bound = {name.removeprefix("?") for name in bindings}
    kept = [number for number, name in enumerate(variables) if name not in bound] or list(range(len(variables)))
    return tuple(variables[n] for n in kept), [tuple(row[n] for n in kept) for row in found]


def _rows(found: QuerySolutions | QueryBoolean | QueryTriples) -> tuple[tuple[str, ...], list[tuple[Term | None, ...]]]:
    assert isinstance(found, QuerySolutions)  # noqa: S101 -- callers ask only after a SELECT
    variables = found.variables
    return tuple(v.value for v in variables), [tuple(solution[v] for v in variables) for solution in found]


def _within(seconds: float | None, work: Callable[[], Result]) -> Result:
    """Return what `work` returns, or give up after so many seconds.

    The engine cannot be interrupted: the thread that was given up on ends with the program.
    """
    if seconds is None:
        return work()
    done: list[Result] = []
    failed: list[BaseException] = []

    def attempt() -> None:
        try:
            done.append(work())
        except BaseException as error:
            failed.append(error)

    thread = threading.Thread(target=attempt, daemon=True)
    thread.start()
    thread.join(seconds)
    if failed:
        raise failed[0]
    if not done:
        raise ClaimgraphError(f"the query was given up after {seconds:g} s; narrow it or raise --timeout")
    return done[0]
