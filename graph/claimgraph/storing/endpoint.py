"""What a served build answers over HTTP: its page and files, SPARQL queries, and the query page.

Source: SPARQL 1.1 Protocol (W3C, 2013), section 2.1: queries by GET, by POST of a form, and by POST of the query.
"""

from dataclasses import dataclass
from http.client import HTTPConnection, HTTPException, HTTPResponse
from http.server import BaseHTTPRequestHandler
from pathlib import Path
from typing import ClassVar
from urllib.parse import parse_qs, urlsplit

from claimgraph.model.problem import ClaimgraphError
from claimgraph.storing.asking import require_reading
from claimgraph.storing.writing import FILES

MOST = 10_000_000
_TYPES = {
    ".html": "text/html; charset=utf-8",
    ".trig": "application/trig",
    ".json": "application/json",
    ".jsonl": "application/jsonl; charset=utf-8",
}
_QUERY_PATHS = frozenset({"/sparql", "/query", "/ask/sparql", "/ask/query"})
_ASSETS = {
    "/ask/": "/",
    "/ask/yasgui.min.js": "/yasgui.min.js",
    "/ask/yasgui.min.css": "/yasgui.min.css",
    "/logo.svg": "/logo.svg",
}
#: The query page comes with the engine; it may talk to this server only.
_ASK_POLICY = "default-src 'self' 'unsafe-inline' data: blob:; connect-src 'self'; form-action 'none'"
_PASSED_ON = ("Content-Type", "Content-Encoding", "Vary")


@dataclass(frozen=True, slots=True)
class Site:
    """What is served.

    Attributes:
        folder: of the build.
        host: where the engine listens.
        port: likewise.
        local: whether only this machine is to be answered.
    """

    folder: Path
    host: str
    port: int
    local: bool = True


#: Names by which this machine's own programs call it. A page of the web that has its name point here asks by its own.
_HERE = frozenset({"localhost", "127.0.0.1", "::1"})


class Endpoint(BaseHTTPRequestHandler):
    """One connection of a client."""

    protocol_version = "HTTP/1.1"
    server_version = "claimgraph"
    sys_version = ""
    timeout = 60
    _paths: ClassVar[frozenset[str]] = frozenset(f"/{name}" for name in FILES)

    def do_GET(self) -> None:
        """Answer a page, a file or a query."""
        path = urlsplit(self.path).path
        if not self._meant():
            self._line(421, "this server answers to localhost only; start it with --host to serve others")
        elif path == "/":
            self._file("index.html")
        elif path in self._paths:
            self._file(path[1:])
        elif path == "/ask":
            self._moved("/ask/")
        elif path in _ASSETS:
            self._engine("GET", _ASSETS[path], None, policy=_ASK_POLICY)
        elif path in _QUERY_PATHS:
            self._query(None)
        else:
            self._line(404, "nothing here; the page is at /, queries go to /sparql, people write them at /ask/")

    do_HEAD = do_GET  # noqa: N815 -- likewise

    def do_POST(self) -> None:
        """Answer a query; refuse whatever would change the graph."""
        body = self._body()
        if body is None:
            return
        if not self._meant():
            self._line(421, "this server answers to localhost only; start it with --host to serve others")
        elif urlsplit(self.path).path in _QUERY_PATHS:
            self._query(body)
        else:
            self._line(403, "the graph is read-only; queries go to /sparql")

    def do_PUT(self) -> None:
        """Refuse to write."""
        self.close_connection = True
        self._line(403, "the graph is read-only; queries go to /sparql")

    do_DELETE = do_PATCH = do_PUT  # noqa: N815 -- likewise

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing of each request."""

    def _meant(self) -> bool:
        """Tell whether a request calls this machine by a name of its own (against DNS rebinding)."""
        site: Site = self.server.site  # type: ignore[attr-defined]
        return not site.local or urlsplit(f"//{self.headers.get('Host', '')}").hostname in _HERE

    def _body(self) -> bytes | None:
        """Return the body of a request, or answer why it is not taken."""
        length = self.headers.get("Content-Length", "")
        if not length.isdigit():
            self.close_connection = True
            self._line(411, "give the Content-Length of the query")
            return None
        if int(length) > MOST:
            self.close_connection = True
            self._line(413, f"a query may have {MOST} bytes")
            return None
        return self.rfile.read(int(length))

    def _query(self, body: bytes | None) -> None:
        try:
            for text in self._asked(body):
                require_reading(text)
        except ClaimgraphError as error:
            self._line(400, str(error))
            return
        parameters = urlsplit(self.path).query
        self._engine("POST" if body is not None else "GET", f"/query?{parameters}" if parameters else "/query", body)

    def _asked(self, body: bytes | None) -> list[str]:
        """Return the texts of the queries a request holds, wherever it holds them."""
        asked = parse_qs(urlsplit(self.path).query).get("query", [])
        if body is not None:
            kind = self.headers.get("Content-Type", "").partition(";")[0].strip().lower()
            text = body.decode("utf-8", "replace")
            asked += [text] if kind == "application/sparql-query" else parse_qs(text).get("query", [])
        return asked

    def _engine(self, method: str, path: str, body: bytes | None, policy: str | None = None) -> None:
        """Ask the engine and pass its answer on, piece by piece."""
        site: Site = self.server.site  # type: ignore[attr-defined]
        connection = HTTPConnection(site.host, site.port)
        kept = {name: self.headers[name] for name in ("Accept", "Content-Type") if name in self.headers}
        try:
            connection.request(method, path, body=body, headers=kept)
            self._pass_on(connection.getresponse(), policy)
        except (OSError, HTTPException):
            self.close_connection = True
        finally:
            connection.close()

    def _pass_on(self, answer: HTTPResponse, policy: str | None) -> None:
        self.send_response(answer.status)
        for name in _PASSED_ON:
            if answer.getheader(name):
                self.send_header(name, str(answer.getheader(name)))
        self._safe_headers(policy)
        self.send_header("Transfer-Encoding", "chunked")
        self.end_headers()
        if self.command == "HEAD":
            return
        while piece := answer.read(65536):
            self.wfile.write(b"%x\r\n%b\r\n" % (len(piece), piece))
        self.wfile.write(b"0\r\n\r\n")

    def _file(self, name: str) -> None:
        site: Site = self.server.site  # type: ignore[attr-defined]
        try:
            content = (site.folder / name).read_bytes()
        except OSError:
            self._line(404, f"{name} is missing from the build")
            return
        self._send(200, content, _TYPES[Path(name).suffix])

    def _moved(self, where: str) -> None:
        self.send_response(308)
        self.send_header("Location", where)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def _line(self, status: int, text: str) -> None:
        self._send(status, f"{text}\n".encode(), "text/plain; charset=utf-8")

    def _send(self, status: int, content: bytes, kind: str) -> None:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(content)))
        self._safe_headers(None)
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(content)

    def _safe_headers(self, policy: str | None) -> None:
        self.send_header("X-Content-Type-Options", "nosniff")
        self.send_header("Referrer-Policy", "no-referrer")
        if policy:
            self.send_header("Content-Security-Policy", policy)
