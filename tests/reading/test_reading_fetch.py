"""Addresses: fetched only when asked, only from public places, and only so much."""

import gzip
import socket
import threading
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from claimgraph.model import Document, Problem
from claimgraph.reading import Limits, read
from claimgraph.reading.fetching import fetch_address

PAGE = "<html><head><title>Tea</title></head><body><p>Tea wakes – say those who drink it at night.</p></body></html>"
HERE = Limits(file_bytes=100_000, seconds=5, private_addresses=True)


class Handler(BaseHTTPRequestHandler):
    """A small site with every kind of answer."""

    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        """Answer by path."""
        path = self.path.partition("?")[0]
        if path.startswith("/to/"):
            self.answer(302, b"", Location=path.removeprefix("/to/").replace("~", "/"))
        elif path == "/round":
            self.answer(301, b"", Location="/round")
        elif path == "/tea.html":
            self.answer(200, PAGE.encode("cp1252"), Content_Type="text/html; charset=windows-1252")
        elif path == "/packed":
            self.answer(200, gzip.compress(PAGE.encode()), Content_Type="text/html", Content_Encoding="gzip")
        elif path == "/bomb":
            self.answer(200, gzip.compress(b" " * 50_000_000), Content_Type="text/plain", Content_Encoding="gzip")
        elif path == "/endless":
            self.endless(b"tea " * 1_000, 0)
        elif path == "/slow":
            self.endless(b"t", 0.05)
        elif path == "/plain":
            self.answer(200, b"Tea wakes.", Content_Type="text/plain")
        else:
            self.answer(404, b"none")

    def answer(self, status: int, data: bytes, **headers: str) -> None:
        """Send one answer."""
        self.send_response(status)
        for name, value in {**headers, "Content_Length": str(len(data))}.items():
            self.send_header(name.replace("_", "-"), value)
        self.end_headers()
        self.wfile.write(data)

    def endless(self, piece: bytes, pause: float) -> None:
        """Send pieces until the other side leaves."""
        self.send_response(200)
        self.send_header("Connection", "close")
        self.end_headers()
        try:
            while True:
                self.wfile.write(piece)
                time.sleep(pause)
        except OSError:
            self.close_connection = True

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


@pytest.fixture(scope="module")
def site() -> Iterator[str]:
    """Return the address of a local site."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


def fetched(address: str, limits: Limits = HERE) -> tuple[tuple[Document, ...], tuple[Problem, ...]]:
    """Return what reading an address gives."""
    return read([address], fetch=True, limits=limits)


def test_a_page_is_fetched_and_read(site: str) -> None:
    """The encoding is the header's, the address the document's."""
    (document,), problems = fetched(f"{site}/tea.html")
    assert problems == ()
    assert document.text == "Tea wakes – say those who drink it at night."
    assert (document.stem, document.address) == ("127-0-0-1-tea", f"{site}/tea.html")


def test_redirections_are_followed_to_the_page(site: str) -> None:
    """The document's address is where the page was found, its source what the user named."""
    (document,), _ = fetched(f"{site}/to/~tea.html")
    assert document.address == f"{site}/tea.html"
    assert document.source == f"{site}/to/~tea.html"


def test_packed_answers_are_unpacked_and_plain_text_is_text(site: str) -> None:
    """The media type decides the format."""
    documents, problems = read([f"{site}/packed", f"{site}/plain"], fetch=True, limits=HERE)
    assert [document.media_type for document in documents] == ["text/html", "text/plain"]
    assert problems == ()


@pytest.mark.parametrize(
    ("path", "code"),
    [
        ("/none", "fetch-failed"),
        ("/round", "redirects"),
        ("/bomb", "too-large"),
        ("/endless", "too-large"),
        ("/to/file:~~~etc~passwd", "fetch-refused"),
        ("/to/ftp:~~example.org~", "fetch-refused"),
        ("/to/http:~~user:secret@example.org~", "fetch-refused"),
    ],
)
def test_what_is_not_taken_is_a_problem(site: str, path: str, code: str) -> None:
    """Errors, circles, endless answers and addresses that are none of a page end in one line each."""
    documents, (problem,) = fetched(site + path)
    assert documents == ()
    assert (problem.code, problem.source) == (code, site + path)
    assert "\n" not in str(problem)


def test_a_slow_answer_is_left_at_the_limit(site: str) -> None:
    """The time is counted over the whole answer, so that a trickle cannot stretch it."""
    begun = time.monotonic()
    _, (problem,) = fetched(f"{site}/slow", Limits(seconds=0.5, private_addresses=True))
    assert problem.code == "fetch-timeout"
    assert time.monotonic() - begun < 2


def test_private_addresses_are_refused_unless_allowed(site: str) -> None:
    """This machine, by any spelling, is no public address."""
    port = site.rpartition(":")[2]
    for host in ("127.0.0.1", "localhost", "0.0.0.0", "[::1]", "[::ffff:127.0.0.1]", "2130706433", "10.0.0.1"):  # noqa: S104
        _, (problem,) = fetched(f"http://{host}:{port}/tea.html", Limits(seconds=2))
        assert problem.code == "fetch-private", host


def test_a_redirection_to_a_private_address_is_refused(site: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """The check is made at every step: a public name that leads to this machine does not get through."""
    port = int(site.rpartition(":")[2])
    public = "93.184.215.14"
    resolve, connect = socket.getaddrinfo, socket.create_connection
    real_entry = resolve("127.0.0.1", port, type=socket.SOCK_STREAM)

    def names(host: str, *rest: object, **more: object) -> list[object]:
        entries = [(*entry[:4], (public, port)) for entry in real_entry]
        return list(entries) if host == "public.example" else list(real_entry)

    def connected(place: tuple[str, int], timeout: float) -> socket.socket:
        assert place[0] == public
        return connect(("127.0.0.1", port), timeout)

    monkeypatch.setattr(socket, "getaddrinfo", names)
    monkeypatch.setattr(socket, "create_connection", connected)
    good = fetch_address(f"http://public.example:{port}/plain", Limits(seconds=5))
    assert not isinstance(good, Problem)
    refused = fetch_address(f"http://public.example:{port}/to/http:~~127.0.0.1:{port}~plain", Limits(seconds=5))
    assert isinstance(refused, Problem)
    assert refused.code == "fetch-private"


def test_nothing_is_fetched_unless_asked(site: str) -> None:
    """Without the word, an address is a problem that says which word."""
    documents, (problem,) = read([f"{site}/tea.html"], limits=HERE)
    assert documents == ()
    assert problem.code == "fetch-off"
    assert "--fetch" in problem.message


def test_a_name_that_no_one_has_is_a_problem() -> None:
    """A name that does not resolve is one line."""
    _, (problem,) = fetched("http://no-such-name.invalid/")
    assert problem.code == "fetch-failed"
