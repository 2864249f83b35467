"""A built graph loaded into a triple store elsewhere, over HTTP, with an all-or-nothing promise for each graph.

Source: SPARQL 1.1 Update and SPARQL 1.1 Graph Store HTTP Protocol (W3C, 2013). The named graphs of a build are
replaced, for their names are the build's own. Its default graph is added to the store's, which may hold what others
put there, or replaces a named graph where the caller gives one. A graph too large for one request is loaded beside
and then put in place by one request.
"""

import re
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from typing import Literal as Choice
from urllib.parse import quote, urlsplit

from pyoxigraph import NamedNode, RdfFormat, Triple, parse

from claimgraph.model.identity import identified
from claimgraph.model.problem import ClaimgraphError, ExitCode
from claimgraph.storing.credentials import PASSWORD, TOKEN, USER, bearer, needs_greeting, opener
from claimgraph.storing.store import graph_of

Way = Choice["update", "gsp"]
_GSP_ENDINGS = ("/store", "/data", "/service", "/sparql-graph-crud", "/sparql-graph-crud-auth", "/get", "/graphs")
_TRANSIENT = frozenset({408, 425, 429, 500, 502, 503, 504})
_STAGE = identified("staging", "push")


@dataclass(frozen=True, slots=True)
class Pushed:
    """What was loaded.

    Attributes:
        graphs: how many, the default graph among them.
        triples: in all of them.
        requests: how many it took.
    """

    graphs: int
    triples: int
    requests: int


@dataclass(frozen=True, slots=True)
class Target:
    """Where and how a graph is loaded.

    Attributes:
        endpoint: of SPARQL Update, or of the Graph Store Protocol.
        via: "update" or "gsp"; None tells by the address's ending, update where it does not tell.
        graph: IRI of a named graph for what stands in the build's default graph; None adds it to the store's.
        batch: triples a request of SPARQL Update may have; Virtuoso fails at a few thousand.
        retries: how often a request is tried again that failed for a reason that may pass.
        timeout: seconds to wait for the answer to one request.
        wait: seconds before the first retry; each further one waits twice as long.
    """

    endpoint: str
    via: Way | None = None
    graph: str | None = None
    batch: int = 1000
    retries: int = 4
    timeout: float = 300
    wait: float = 0.5


@dataclass(frozen=True, slots=True)
class _Part:
    """One graph of the build; `name` is None for its default graph."""

    name: NamedNode | None
    triples: tuple[Triple, ...]


def push(folder: Path, target: Target, progress: Callable[[int, int], None] | None = None) -> Pushed:
    """Load a built graph into a store.

    Credentials come from the environment: CLAIMGRAPH_PUSH_USER and CLAIMGRAPH_PUSH_PASSWORD (Basic or Digest, as
    the store asks), or CLAIMGRAPH_PUSH_TOKEN (Bearer).

    Args:
        folder: the output of a build.
        target: where and how.
        progress: called with the number of graphs loaded and of all.

    Raises:
        ClaimgraphError: the folder holds no build, or a request failed for good. The message says how many graphs are
            loaded; each of them is whole, no other was touched, and running again goes on from any state.
    """
    parts = list(_parts(graph_of(folder), target.graph))
    sender = _Sender(target, opener(target.endpoint))
    steps = _gsp(parts, target) if _way(target) == "gsp" else _updates(parts, target)
    done = 0
    for step in steps:
        try:
            for request in step.requests:
                sender.send(request)
        except ClaimgraphError as error:
            sender.try_to_send(step.undo)
            raise ClaimgraphError(f"{error}; {done} of {len(parts)} graphs are loaded whole, none in part") from None
        done += step.graphs
        if progress:
            progress(done, len(parts))
    return Pushed(len(parts), sum(len(part.triples) for part in parts), sender.sent)


def _parts(path: Path, graph: str | None) -> Iterator[_Part]:
    """Yield the graphs of a build; its default graph gets the name the caller gives."""
    try:
        shared = NamedNode(graph) if graph else None
    except ValueError:
        raise ClaimgraphError(f"{graph!r} is no IRI; give the graph as one", ExitCode.USAGE) from None
    quads = parse(path=str(path), format=RdfFormat.TRIG)
    for name, group in groupby(quads, key=lambda quad: quad.graph_name):
        yield _Part(name if isinstance(name, NamedNode) else shared, tuple(quad.triple for quad in group))


def _way(target: Target) -> Way:
    if target.via:
        return target.via
    return "gsp" if urlsplit(target.endpoint).path.rstrip("/").endswith(_GSP_ENDINGS) else "update"


@dataclass(frozen=True, slots=True)
class _Request:
    """One request to the store."""

    method: str
    query: str
    body: bytes | None
    kind: str


@dataclass(frozen=True, slots=True)
class _Step:
    """Requests that load graphs whole; `undo` tidies up where one of them fails."""

    graphs: int
    requests: tuple[_Request, ...]
    undo: _Request | None = None


def _gsp(parts: list[_Part], target: Target) -> Iterator[_Step]:
    """Yield a request a graph: PUT replaces a named graph, POST adds to the store's default graph."""
    for part in parts:
        body = "".join(f"{triple} .\n" for triple in part.triples).encode("utf-8")
        where = f"graph={quote(part.name.value, safe='')}" if part.name else "default"
        yield _Step(1, (_Request("PUT" if part.name else "POST", where, body, "application/n-triples"),))


def _updates(parts: list[_Part], target: Target) -> Iterator[_Step]:
    """Yield updates that each load some graphs whole; one too large goes by way of a staging graph."""
    small: list[_Part] = []
    size = 0
    for part in parts:
        if small and size + len(part.triples) > target.batch:
            yield _together(small)
            small, size = [], 0
        if len(part.triples) > target.batch:
            yield _staged(part, target.batch)
        else:
            small.append(part)
            size += len(part.triples)
    if small:
        yield _together(small)


def _together(parts: list[_Part]) -> _Step:
    drops = [f"DROP SILENT GRAPH {part.name} ;\n" for part in parts if part.name]
    data = [_data(part.triples, part.name) for part in parts]
    return _Step(len(parts), (_update("".join(drops) + f"INSERT DATA {{\n{''.join(data)}}}"),))


def _staged(part: _Part, batch: int) -> _Step:
    stage = NamedNode(_STAGE)
    loads = [
        _update(f"INSERT DATA {{\n{_data(part.triples[start : start + batch], stage)}}}")
        for start in range(0, len(part.triples), batch)
    ]
    # A request of its own clears the staging graph, so that a repeated copy still finds its source.
    settle = f"COPY GRAPH {stage} TO GRAPH {part.name}" if part.name else f"ADD GRAPH {stage} TO DEFAULT"
    clear = _update(f"DROP SILENT GRAPH {stage}")
    return _Step(1, (clear, *loads, _update(settle), clear), clear)


def _data(triples: tuple[Triple, ...], name: NamedNode | None) -> str:
    lines = "".join(f"{triple} .\n" for triple in triples)
    return f"GRAPH {name} {{\n{lines}}}\n" if name else lines


def _update(text: str) -> _Request:
    return _Request("POST", "", text.encode("utf-8"), "application/sparql-update; charset=utf-8")


class _Sender:
    """Sends requests to one store, each again where it failed for a reason that may pass."""

    def __init__(self, target: Target, opener: urllib.request.OpenerDirector) -> None:
        self.target = target
        self.opener = opener
        self.sent = 0

    def send(self, request: _Request) -> None:
        """Send a request until it is done.

        Raises:
            ClaimgraphError: it failed for good.
        """
        if self.sent == 0:
            self._greet()
        wait = self.target.wait
        for attempt in range(self.target.retries + 1):
            failure, passing = self._attempt(request)
            if failure is None:
                self.sent += 1
                return
            if not passing or attempt == self.target.retries:
                raise failure
            time.sleep(wait)
            wait *= 2
            self._greet()

    def _greet(self) -> None:
        """Meet the store's challenge by a request without a body, so that no large one is sent in vain."""
        if needs_greeting():
            harmless = f"graph={quote(_STAGE, safe='')}" if _way(self.target) == "gsp" else "query=ASK%7B%7D"
            self._attempt(_Request("GET", harmless, None, "text/plain"))

    def try_to_send(self, request: _Request | None) -> None:
        """Send a request once, whatever comes of it."""
        if request is not None:
            self._attempt(request)

    def _attempt(self, request: _Request) -> tuple[ClaimgraphError | None, bool]:
        """Return what went wrong, None where nothing did, and whether it may pass."""
        joint = "&" if "?" in self.target.endpoint else "?"
        address = f"{self.target.endpoint}{joint}{request.query}" if request.query else self.target.endpoint
        headers = {"Content-Type": request.kind, **bearer()}
        asked = urllib.request.Request(address, request.body, headers, method=request.method)  # noqa: S310 -- checked
        try:
            with self.opener.open(asked, timeout=self.target.timeout) as answer:
                answer.read()
        except urllib.error.HTTPError as error:
            return self._refused(error), error.code in _TRANSIENT
        except (OSError, ValueError) as error:
            reason = getattr(error, "reason", error)
            return ClaimgraphError(f"{self.target.endpoint}: cannot be reached ({reason})"), True
        return None, False

    def _refused(self, error: urllib.error.HTTPError) -> ClaimgraphError:
        raw: bytes | str = error.read(4000)  # text where urllib itself refused and there is no body, on some Pythons
        told = raw if isinstance(raw, str) else raw.decode("utf-8", "replace")
        body = re.sub(r"<[^>]*>", " ", told)
        said = " ".join(body.split())
        if "default" in said and "Virtuoso" in str(error.headers.get("Server")):
            said = "Virtuoso has no default graph to write to; give the shared part a graph of its own with --graph IRI"
        hint = {
            401: f"set {USER} and {PASSWORD}, or {TOKEN}",
            403: "the store does not let this user write",
            404: "there is no such endpoint; give the address of SPARQL Update or of the graph store",
            405: "this is no address to write to; give the one of SPARQL Update or of the graph store",
        }.get(error.code, said[:160] or str(error.reason))
        return ClaimgraphError(f"{self.target.endpoint}: refused with status {error.code} ({hint})")
