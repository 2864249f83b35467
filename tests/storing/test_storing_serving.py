"""The served endpoint, asked over HTTP by real clients."""

import http.client
import io
import os
import signal
import socket
import struct
import subprocess
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from urllib.parse import urlencode, urlsplit

import pytest
import rdflib
from pyoxigraph import Store
from rdflib.plugins.stores.sparqlstore import SPARQLStore
from rdflib.query import Result
from SPARQLWrapper import CSV, GET, JSON, N3, POST, TSV, TURTLE, XML, SPARQLWrapper

from claimgraph.model import ClaimgraphError, Facts
from claimgraph.storing.named import NamedQuery, named_queries
from claimgraph.storing.querying import Query, answer, rows
from claimgraph.storing.serving import Server, serving
from claimgraph.vocabulary.namespaces import CG

COUNT = "SELECT (COUNT(*) AS ?n) WHERE { ?c a <https://w3id.org/claimgraph/ontology#Claim> }"


@pytest.fixture(scope="module")
def built(trig: bytes, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the graph and a page."""
    folder = tmp_path_factory.mktemp("built")
    (folder / "graph.trig").write_bytes(trig)
    (folder / "index.html").write_text("<html>the page</html>")
    return folder


@pytest.fixture(scope="module")
def server(built: Path) -> Iterator[Server]:
    """The endpoint, on any free port."""
    with serving(built, port=0) as running:
        yield running


def ask(server: Server, method: str, path: str, body: str | None = None, **headers: str) -> tuple[int, str, str]:
    """Return status, content type and text of one request."""
    connection = http.client.HTTPConnection(urlsplit(server.address).netloc, timeout=20)
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    connection.request(method, path, body, named)
    answer = connection.getresponse()
    result = answer.status, answer.headers.get("Content-Type", ""), answer.read().decode()
    connection.close()
    return result


def test_the_page_is_at_the_root(server: Server) -> None:
    """`/` is the build's page, `/ask/` a query page, and what is not there says where to look."""
    assert ask(server, "GET", "/")[::2] == (200, "<html>the page</html>")
    status, kind, page = ask(server, "GET", "/ask/")
    assert (status, kind) == (200, "text/html")
    assert "yasgui.min.js" in page
    assert len(ask(server, "GET", "/ask/yasgui.min.js")[2]) > 100_000
    assert ask(server, "GET", "/nowhere")[0] == 404
    assert ask(server, "GET", "/../graph.trig")[0] == 404


@pytest.mark.parametrize("method", [GET, POST])
def test_a_sparql_client_gets_every_format(method: str, server: Server) -> None:
    """SPARQLWrapper gets rows in all four formats and graphs as Turtle, by GET and by POST."""
    client = SPARQLWrapper(server.endpoint)
    client.setMethod(method)
    client.setQuery(COUNT)
    client.setReturnFormat(JSON)
    converted = client.queryAndConvert()
    assert isinstance(converted, dict)
    assert converted["results"]["bindings"][0]["n"]["value"] == "4"
    for kind, marker in ((XML, "sparql-results"), (CSV, "n"), (TSV, "?n")):
        client.setReturnFormat(kind)
        found = client.query().response.read().decode()
        assert marker in found
        assert "4" in found
    client.setQuery("CONSTRUCT { ?c a <a:C> } WHERE { ?c a <https://w3id.org/claimgraph/ontology#Claim> }")
    for kind in (TURTLE, N3):
        client.setReturnFormat(kind)
        graph = rdflib.Graph().parse(data=client.query().response.read(), format="turtle")
        assert len(graph) == 4


def test_a_query_can_be_posted_as_it_is(server: Server) -> None:
    """The protocol's third way, the query as the body, is answered too."""
    status, kind, text = ask(
        server, "POST", "/sparql", COUNT, Content_Type="application/sparql-query", Accept="text/csv"
    )
    assert (status, kind.partition(";")[0], text) == (200, "text/csv", "n\r\n4\r\n")


def test_rdflib_asks_the_endpoint(server: Server, facts: Facts) -> None:
    """Rdflib's SPARQL store reads the quotes through the endpoint."""
    graph = rdflib.Graph(SPARQLStore(server.endpoint))
    found = graph.query("SELECT ?q { ?c <https://w3id.org/claimgraph/ontology#quote> ?q }")
    assert {str(row[0]) for row in found} == {claim.quote.exact for claim in facts.claims}  # type: ignore[index]


#: What the parameters of named queries are given, as terms of SPARQL.
GIVEN = {
    "about": '"mint tea"',
    "with": '"stomach"',
    "voice": '"poster"',
    "proposition": '"calms"',
    "from": '"mint tea"',
    "to": '"stomach"',
}


@pytest.mark.parametrize("query", named_queries(), ids=lambda query: query.name)
def test_named_queries_answer_alike_on_the_server(
    query: NamedQuery, server: Server, store: Store, facts: Facts
) -> None:
    """Every shipped query, its parameters given as terms, has the same rows over HTTP as in the embedded store."""
    given = {**GIVEN, "claim": f"<{facts.claims[0].iri}>"}
    values = "".join(f" VALUES ?{one.name} {{ {given[one.name]} }}" for one in query.parameters)
    text = query.text.replace("WHERE {", "WHERE {" + values, 1)
    assert values in text
    kind = "application/sparql-results+json"
    status, told, answered = ask(server, "GET", "/sparql?" + urlencode({"query": text}), Accept=f"{kind}, text/turtle")
    assert status == 200, answered
    bound = Query(query.text, {name: given[name].strip('"<>') for name in (one.name for one in query.parameters)})
    if told.startswith("text/turtle"):
        theirs = rdflib.Graph().parse(data=answered, format="turtle")
        assert set(theirs) == set(rdflib.Graph().parse(data=answer(store, bound), format="turtle"))
        return
    variables, found = rows(store, bound)
    table = Result.parse(io.BytesIO(answered.encode()), format="json")
    names = [str(one) for one in table.vars or ()]
    assert names == list(variables)
    told_rows = [{str(name): str(value) for name, value in row.items()} for row in table.bindings]
    got = [tuple(row.get(name) for name in names) for row in told_rows]
    assert sorted(got, key=str) == sorted((tuple(getattr(t, "value", None) for t in row) for row in found), key=str)


@pytest.mark.parametrize("kind", ["text/turtle", "application/n-triples", "application/rdf+xml", "application/ld+json"])
@pytest.mark.parametrize("form", ["CONSTRUCT WHERE { ?c a <%s> }", "DESCRIBE ?c WHERE { ?c a <%s> }"])
def test_graphs_come_in_every_format(form: str, kind: str, server: Server) -> None:
    """A graph that is asked for comes in each format of RDF, and rdflib reads four claims in it."""
    status, told, text = ask(server, "GET", "/sparql?" + urlencode({"query": form % CG.Claim}), Accept=kind)
    assert (status, told.partition(";")[0]) == (200, kind)
    graph = rdflib.Graph().parse(data=text, format=kind)
    assert len(set(graph.subjects(rdflib.RDF.type, rdflib.URIRef(CG.Claim)))) == 4


@pytest.mark.parametrize("kind", ["json", "xml"])
def test_yes_or_no_comes_in_both_formats(kind: str, server: Server) -> None:
    """ASK is answered with yes and with no, in JSON and in XML, as rdflib reads them."""
    for name, expected in ((CG.Claim, True), (CG.Claim + "s", False)):
        query = urlencode({"query": f"ASK {{ ?c a <{name}> }}"})
        status, _, text = ask(server, "GET", f"/sparql?{query}", Accept=f"application/sparql-results+{kind}")
        assert status == 200
        assert Result.parse(io.BytesIO(text.encode()), format=kind).askAnswer is expected


@pytest.mark.parametrize(
    "query", ["SELECT nonsense", "SELECT * { SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }", "CLEAR ALL"]
)
def test_bad_queries_are_answered_in_one_line(query: str, server: Server) -> None:
    """A malformed query, one that asks another machine, and one that writes get status 400 and a line."""
    for method, path, body in (
        ("GET", "/sparql?" + urlencode({"query": query}), None),
        ("POST", "/sparql", urlencode({"query": query})),
    ):
        status, kind, text = ask(server, method, path, body, Content_Type="application/x-www-form-urlencoded")
        assert (status, kind) == (400, "text/plain; charset=utf-8")
        assert len(text.strip().splitlines()) == 1


def test_nothing_can_be_written(server: Server) -> None:
    """UPDATE and the Graph Store Protocol are refused, and the graph is as it was."""
    for method, path in (("POST", "/update"), ("PUT", "/store?default"), ("DELETE", "/store?default")):
        assert ask(server, method, path, "INSERT DATA { <a:s> <a:p> <a:o> }")[0] == 403
    assert ask(server, "GET", "/sparql?" + urlencode({"query": COUNT}), Accept="text/csv")[2] == "n\r\n4\r\n"


def test_another_name_is_not_answered(server: Server) -> None:
    """A web page that has its own name point at this machine gets nothing, by GET nor by POST."""
    for method in ("GET", "POST"):
        status, _, text = ask(server, method, "/sparql?" + urlencode({"query": COUNT}), "", Host="evil.example.org")
        assert (status, "answers to localhost only" in text) == (421, True)


def test_a_client_that_hangs_up_makes_no_noise(server: Server, capfd: pytest.CaptureFixture[str]) -> None:
    """A client that breaks off in the middle of an answer leaves no trace on the terminal, and others are served."""
    host, port = urlsplit(server.address).netloc.split(":")
    with socket.create_connection((host, int(port))) as client:
        client.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        client.sendall(b"GET /ask/yasgui.min.js HTTP/1.1\r\nHost: localhost\r\n\r\n")
        client.recv(10)
    assert ask(server, "GET", "/")[0] == 200
    time.sleep(0.2)
    assert capfd.readouterr().err == ""


def test_ten_clients_at_once(server: Server) -> None:
    """Ten clients asking at the same time all get the right answer."""
    path = "/sparql?" + urlencode({"query": COUNT})
    with ThreadPoolExecutor(10) as pool:
        answers = list(pool.map(lambda _: ask(server, "GET", path, Accept="text/csv")[2], range(40)))
    assert answers == ["n\r\n4\r\n"] * 40


def test_a_port_in_use_is_named(server: Server, built: Path) -> None:
    """A second server on the same port ends at once with a line that says what to do."""
    port = urlsplit(server.address).port
    assert port
    with pytest.raises(ClaimgraphError, match=rf"port {port} on 127\.0\.0\.1 is in use"), serving(built, port=port):
        pass


def test_a_folder_without_a_build_is_named(tmp_path: Path) -> None:
    """Serving a folder that holds no build ends in one line."""
    with pytest.raises(ClaimgraphError, match="no build here"), serving(tmp_path, port=0):
        pass


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_it_stops_cleanly(number: int, built: Path) -> None:
    """Told to stop, the server ends with success, and the engine behind it ends with it."""
    program = (
        "from pathlib import Path; from claimgraph.storing.serving import serve;"
        f"serve(Path({str(built)!r}), lambda server: print(server.address, flush=True), port=0)"
    )
    process = subprocess.Popen([sys.executable, "-c", program], stdout=subprocess.PIPE, text=True)
    assert process.stdout
    address = process.stdout.readline().strip()
    engines = _children(process.pid)
    assert address.startswith("http://127.0.0.1:")
    assert engines
    process.send_signal(number)
    assert process.wait(timeout=20) == 0
    process.stdout.close()
    end = time.monotonic() + 5
    while any(_alive(pid) for pid in engines) and time.monotonic() < end:
        time.sleep(0.05)
    assert not any(_alive(pid) for pid in engines)


def _children(pid: int) -> list[int]:
    listed = Path(f"/proc/{pid}/task/{pid}/children")
    if not listed.exists():
        pytest.skip("this system does not list a process's children")
    return [int(child) for child in listed.read_text().split()]


def _alive(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return True
