"""Loading a build into a triple store over HTTP, with the real Oxigraph server as the store."""

import base64
import http.client
import socket
import subprocess
import sysconfig
import threading
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from pyoxigraph import DefaultGraph, NamedNode, Quad, RdfFormat, parse

from claimgraph.model import ClaimgraphError
from claimgraph.storing.credentials import PASSWORD, TOKEN, USER
from claimgraph.storing.pushing import Target, Way, push


@pytest.fixture
def built(trig: bytes, tmp_path: Path) -> Path:
    """A folder with the graph."""
    (tmp_path / "graph.trig").write_bytes(trig)
    return tmp_path


@pytest.fixture
def remote(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A real, empty, writable store; its address."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    binary = Path(sysconfig.get_path("scripts")) / "oxigraph"
    data = tmp_path_factory.mktemp("remote")
    process = subprocess.Popen(
        [str(binary), "serve", "--location", str(data), "--bind", f"127.0.0.1:{port}"],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    end = time.monotonic() + 20
    while time.monotonic() < end:
        try:
            socket.create_connection(("127.0.0.1", port), 1).close()
            break
        except OSError:
            time.sleep(0.05)
    yield f"http://127.0.0.1:{port}"
    process.terminate()
    process.wait(timeout=10)


def held(address: str) -> set[Quad]:
    """Return all that a store holds."""
    connection = http.client.HTTPConnection(urlsplit(address).netloc, timeout=20)
    connection.request("GET", "/store", headers={"Accept": "application/n-quads"})
    text = connection.getresponse().read()
    connection.close()
    return set(parse(text, RdfFormat.N_QUADS))


@pytest.mark.parametrize(("path", "batch"), [("/store", 5000), ("/update", 5000), ("/update", 7)])
def test_a_store_gets_the_whole_dataset(path: str, batch: int, built: Path, trig: bytes, remote: str) -> None:
    """By either protocol, and in however small batches, the store ends up with the dataset, graphs and all."""
    calls: list[tuple[int, int]] = []
    done = push(built, Target(remote + path, batch=batch), lambda now, total: calls.append((now, total)))
    assert held(remote) == set(parse(trig, RdfFormat.TRIG))
    assert calls[-1] == (done.graphs, done.graphs)
    assert done.triples == len(held(remote))


@pytest.mark.parametrize("way", ["gsp", "update"])
def test_pushing_again_changes_nothing(way: Way, built: Path, remote: str) -> None:
    """A second push of the same build leaves the store as it is, and a graph that grew is put right."""
    target = Target(remote + ("/store" if way == "gsp" else "/update"), via=way)
    push(built, target)
    first = held(remote)
    named = next(quad.graph_name for quad in first if isinstance(quad.graph_name, NamedNode))
    _update(remote, f"INSERT DATA {{ GRAPH {named} {{ <a:s> <a:p> <a:o> }} }}")
    push(built, target)
    assert held(remote) == first


@pytest.mark.parametrize("batch", [5000, 7])
def test_what_others_put_there_stays(batch: int, built: Path, remote: str) -> None:
    """Other graphs, and what others have in the default graph, are not touched; nothing is left of the staging."""
    _update(remote, "INSERT DATA { <a:s> <a:p> <a:o> . GRAPH <a:g> { <a:s> <a:p> <a:o> } }")
    before = held(remote)
    push(built, Target(remote + "/update", batch=batch))
    after = held(remote)
    assert before <= after
    assert not [quad for quad in after if "staging" in str(quad.graph_name)]


@pytest.mark.parametrize(("path", "batch"), [("/store", 5000), ("/update", 5000), ("/update", 7)])
def test_the_shared_part_can_have_a_graph_of_its_own(path: str, batch: int, built: Path, remote: str) -> None:
    """With a graph given, the store's default graph stays empty."""
    push(built, Target(remote + path, graph="https://example.org/mine", batch=batch))
    graphs = {quad.graph_name for quad in held(remote)}
    assert DefaultGraph() not in graphs
    assert NamedNode("https://example.org/mine") in graphs


def _update(address: str, text: str) -> None:
    connection = http.client.HTTPConnection(urlsplit(address).netloc, timeout=20)
    connection.request("POST", "/update", text, {"Content-Type": "application/sparql-update"})
    assert connection.getresponse().status < 300
    connection.close()


class _Door(ThreadingHTTPServer):
    """A door before a store: it fails, or asks for a password, before it lets a request through."""

    store = ""
    failures = 0
    wanted = ""
    seen: int = 0


class _Doorkeeper(BaseHTTPRequestHandler):
    def do_POST(self) -> None:
        door = self.server
        assert isinstance(door, _Door)
        door.seen += 1
        body = self.rfile.read(int(self.headers["Content-Length"]))
        if door.seen <= door.failures:
            self._say(503)
        elif door.wanted and self.headers.get("Authorization") != door.wanted:
            self._say(401)
        else:
            connection = http.client.HTTPConnection(door.store, timeout=20)
            connection.request("POST", self.path, body, {"Content-Type": self.headers["Content-Type"]})
            self._say(connection.getresponse().status)
            connection.close()

    def _say(self, status: int) -> None:
        self.send_response(status)
        if status == 401:
            self.send_header("WWW-Authenticate", 'Basic realm="store"')
        self.send_header("Content-Length", "0")
        self.end_headers()

    def log_message(self, format: str, *args: object) -> None:
        pass


@pytest.fixture
def door(remote: str) -> Iterator[_Door]:
    """A door before the real store."""
    server = _Door(("127.0.0.1", 0), _Doorkeeper)
    server.store = urlsplit(remote).netloc
    threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True).start()
    yield server
    server.shutdown()
    server.server_close()


def test_a_store_that_stumbles_is_asked_again(door: _Door, built: Path, remote: str, trig: bytes) -> None:
    """A store that answers "unavailable" twice gets everything all the same."""
    door.failures = 2
    push(built, Target(f"http://127.0.0.1:{door.server_port}/update", wait=0.01))
    assert held(remote) == set(parse(trig, RdfFormat.TRIG))


def test_a_store_that_stays_down_is_named(door: _Door, built: Path, remote: str) -> None:
    """After the last retry a line says what is wrong and how much is loaded; each graph is whole or absent."""
    door.failures = 10**6
    with pytest.raises(ClaimgraphError, match=r"status 503 .*; 0 of 17 graphs are loaded whole, none in part"):
        push(built, Target(f"http://127.0.0.1:{door.server_port}/update", wait=0.001, retries=2))
    assert door.seen == 3
    assert held(remote) == set()


def test_credentials_come_from_the_environment(
    door: _Door, built: Path, remote: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """User and password, or a token, open the door; without them a line says which variables to set."""
    target = Target(f"http://127.0.0.1:{door.server_port}/update", wait=0.01)
    door.wanted = "Basic " + base64.b64encode(b"ann:secret").decode()
    with pytest.raises(ClaimgraphError, match=f"status 401 .set {USER} and {PASSWORD}, or {TOKEN}"):
        push(built, target)
    monkeypatch.setenv(USER, "ann")
    monkeypatch.setenv(PASSWORD, "secret")
    assert push(built, target).graphs == 17
    monkeypatch.delenv(USER)
    door.wanted = "Bearer token"
    monkeypatch.setenv(TOKEN, "token")
    assert push(built, target).graphs == 17


def test_credentials_never_travel_unencrypted(built: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """With credentials set, a plain http address elsewhere is refused before anything is sent."""
    monkeypatch.setenv(TOKEN, "token")
    with pytest.raises(ClaimgraphError, match="credentials would travel unencrypted"):
        push(built, Target("http://store.example.org/update"))


@pytest.mark.parametrize(
    ("endpoint", "message"),
    [
        ("file:///etc/passwd", "no web address"),
        ("http://127.0.0.1:9/update", "cannot be reached"),
    ],
)
def test_a_wrong_address_is_named(endpoint: str, message: str, built: Path) -> None:
    """What is no web address, and what nobody answers at, ends in one line."""
    with pytest.raises(ClaimgraphError, match=message):
        push(built, Target(endpoint, retries=0))


def test_a_refusal_is_not_repeated(built: Path, remote: str) -> None:
    """A store that says no is asked once, and its reason is shown."""
    with pytest.raises(ClaimgraphError, match=r"status 404 .there is no such endpoint"):
        push(built, Target(remote + "/nowhere"))
