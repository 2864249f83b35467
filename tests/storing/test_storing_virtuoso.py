"""Loading a build into Virtuoso, where it is installed (Debian: virtuoso-opensource), with its Digest login."""

import json
import os
import shutil
import socket
import subprocess
import time
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import quote

import pytest
from pyoxigraph import Literal, NamedNode, RdfFormat, Triple, parse

from claimgraph.knowledge.pack import Pack
from claimgraph.model import ClaimgraphError, Facts
from claimgraph.storing.credentials import PASSWORD, USER
from claimgraph.storing.dataset import to_trig
from claimgraph.storing.pushing import Target, push
from claimgraph.vocabulary.namespaces import XSD

SHARED = "https://example.org/shared"
SETTINGS = """\
[Database]
DatabaseFile = virtuoso.db
ErrorLogFile = virtuoso.log
LockFile = virtuoso.lck
TransactionFile = virtuoso.trx
xa_persistent_file = virtuoso.pxa
[TempDatabase]
DatabaseFile = temporary.db
TransactionFile = temporary.trx
[Parameters]
ServerPort = 127.0.0.1:{sql}
NumberOfBuffers = 10000
MaxDirtyBuffers = 6000
[HTTPServer]
ServerPort = 127.0.0.1:{http}
"""


def free_port() -> int:
    """Return a port of this machine that nothing listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@pytest.fixture(scope="module")
def virtuoso(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A real Virtuoso with an empty database, on this machine only; its address."""
    binary = os.environ.get("CLAIMGRAPH_VIRTUOSO") or shutil.which("virtuoso-t")
    if not binary:
        pytest.skip("Virtuoso is not installed (Debian: apt-get install virtuoso-opensource)")
    folder = tmp_path_factory.mktemp("virtuoso")
    http = free_port()
    (folder / "virtuoso.ini").write_text(SETTINGS.format(sql=free_port(), http=http))
    command = [binary, "-f", "-c", "virtuoso.ini"]
    process = subprocess.Popen(command, cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    end = time.monotonic() + 60
    while time.monotonic() < end and process.poll() is None:
        try:
            socket.create_connection(("127.0.0.1", http), 1).close()
            break
        except OSError:
            time.sleep(0.2)
    yield f"http://127.0.0.1:{http}"
    process.terminate()
    process.wait(timeout=30)


@pytest.fixture(autouse=True)
def login(monkeypatch: pytest.MonkeyPatch) -> None:
    """The name and password a new database has."""
    monkeypatch.setenv(USER, "dba")
    monkeypatch.setenv(PASSWORD, "dba")


def held(address: str, graph: str) -> set[str]:
    """Return the triples of one graph as lines."""
    where = f"{address}/sparql-graph-crud?graph={quote(graph, safe='')}"
    asked = urllib.request.Request(where, headers={"Accept": "text/plain"})
    with urllib.request.urlopen(asked, timeout=30) as answer:
        return {spelt(quad.triple) for quad in parse(answer.read(), RdfFormat.N_TRIPLES)}


def spelt(triple: Triple) -> str:
    """Return a triple as a line; decimals to twelve digits, for Virtuoso keeps no more than fifteen."""
    value = triple.object
    if isinstance(value, Literal) and value.datatype.value == XSD.decimal:
        return f"{triple.subject} {triple.predicate} {float(value.value):.12g}"
    return str(triple)


def counted(address: str) -> int:
    """Return how many triples stand in graphs of the build's own, which rows of results would cut at 10,000."""
    query = f"""SELECT (COUNT(*) AS ?n) {{ GRAPH ?g {{ ?s ?p ?o }}
        FILTER (STRSTARTS(STR(?g), "https://w3id.org/claimgraph/id/") || ?g = <{SHARED}>) }}"""
    where = f"{address}/sparql?format=application/sparql-results%2Bjson&query={quote(query)}"
    with urllib.request.urlopen(where, timeout=60) as answer:
        return int(json.load(answer)["results"]["bindings"][0]["n"]["value"])


@pytest.mark.parametrize(
    ("path", "batch"), [("/sparql-auth", 1000), ("/sparql-auth", 7), ("/sparql-graph-crud-auth", 1000)]
)
def test_virtuoso_gets_every_graph_whole(path: str, batch: int, trig: bytes, virtuoso: str, tmp_path: Path) -> None:
    """By Digest login and either protocol, each graph is there whole, the shared part under its name."""
    (tmp_path / "graph.trig").write_bytes(trig)
    push(tmp_path, Target(virtuoso + path, graph=SHARED, batch=batch, retries=0))
    graphs: dict[str, set[str]] = {}
    for quad in parse(trig, RdfFormat.TRIG):
        name = quad.graph_name.value if isinstance(quad.graph_name, NamedNode) else SHARED
        graphs.setdefault(name, set()).add(spelt(quad.triple))
    assert {name: held(virtuoso, name) for name in graphs} == graphs


@pytest.mark.parametrize("path", ["/sparql-auth", "/sparql-graph-crud-auth"])
def test_virtuoso_takes_a_build_past_its_limits(
    path: str, made_up: Callable[[int], Facts], virtuoso: str, tmp_path: Path
) -> None:
    """Bodies larger than it reads before it asks for the password, and more than 10,000 triples, arrive in full."""
    written = to_trig(made_up(400), pack=Pack())
    (tmp_path / "graph.trig").write_bytes(written)
    before = counted(virtuoso)
    done = push(tmp_path, Target(virtuoso + path, graph=SHARED, retries=0))
    assert done.triples == sum(1 for _ in parse(written, RdfFormat.TRIG)) > 10_000
    assert counted(virtuoso) >= done.triples
    push(tmp_path, Target(virtuoso + path, graph=SHARED, retries=0))
    assert counted(virtuoso) <= before + done.triples


@pytest.mark.parametrize("path", ["/sparql-auth", "/sparql-graph-crud-auth"])
def test_virtuoso_has_no_default_graph(path: str, trig: bytes, virtuoso: str, tmp_path: Path) -> None:
    """Without a graph for the shared part, the line says what to do."""
    (tmp_path / "graph.trig").write_bytes(trig)
    with pytest.raises(ClaimgraphError, match=r"no default graph to write to; give the shared part .* --graph"):
        push(tmp_path, Target(virtuoso + path, batch=7, retries=0))


def test_virtuoso_refuses_a_wrong_password(
    trig: bytes, virtuoso: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A wrong password ends in one line that names the variables."""
    (tmp_path / "graph.trig").write_bytes(trig)
    monkeypatch.setenv(PASSWORD, "wrong")
    with pytest.raises(ClaimgraphError, match=r"refused with status 401 .*CLAIMGRAPH_PUSH_PASSWORD"):
        push(tmp_path, Target(virtuoso + "/sparql-auth", graph=SHARED, retries=0))
