"""A built graph as a SPARQL 1.1 endpoint on this machine, with its page at `/` and a query page at `/ask/`.

The Oxigraph server of the `oxigraph` package answers the queries, read-only and on a port of its own that only
this machine reaches. What people and programs talk to stands before it: it adds the page, names what is wrong in a
line, and refuses what would write or would send the server to other machines (SERVICE).
"""

import shutil
import signal
import socket
import subprocess
import sys
import sysconfig
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from http.server import ThreadingHTTPServer
from pathlib import Path
from types import FrameType

from claimgraph.model.problem import ClaimgraphError, ExitCode
from claimgraph.storing.endpoint import Endpoint, Site
from claimgraph.storing.store import graph_of, stored

LOOPBACK = "127.0.0.1"
PORT = 7878
_START_WITHIN = 20.0


@dataclass(frozen=True, slots=True)
class Server:
    """A running endpoint.

    Attributes:
        address: of the page, `http://host:port/`.
        endpoint: of SPARQL queries.
        query_page: for people who write queries.
    """

    address: str

    @property
    def endpoint(self) -> str:
        """Return where SPARQL queries go."""
        return self.address + "sparql"

    @property
    def query_page(self) -> str:
        """Return where people write queries; the page needs no network."""
        return self.address + "ask/"


def serve(
    folder: Path,
    ready: Callable[[Server], None],
    *,
    host: str = LOOPBACK,
    port: int = PORT,
    store: Path | None = None,
    timeout: float | None = None,
) -> None:
    """Serve a built folder until the program is interrupted (Ctrl-C) or told to end (SIGTERM).

    Args:
        folder: the output of a build.
        ready: called once the server answers.
        host: the address to listen on; others than this machine reach it only where it is not the default.
        port: the port; 0 takes any that is free.
        store: a folder for stores on disk, so that the next start is quick; None loads into a temporary one.
        timeout: seconds a query may take.

    Raises:
        ClaimgraphError: the folder holds no build, the port is in use, or the server does not start.
    """
    told = threading.Event()

    def stop(number: int, frame: FrameType | None) -> None:
        told.set()

    before = {number: signal.signal(number, stop) for number in (signal.SIGINT, signal.SIGTERM)}
    try:
        with serving(folder, host=host, port=port, store=store, timeout=timeout) as server:
            ready(server)
            told.wait()
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


@contextmanager
def serving(
    folder: Path,
    *,
    host: str = LOOPBACK,
    port: int = PORT,
    store: Path | None = None,
    timeout: float | None = None,
) -> Iterator[Server]:
    """Serve a built folder as long as the block lasts; arguments and errors are those of `serve`."""
    graph = graph_of(folder)
    with tempfile.TemporaryDirectory(prefix="claimgraph-") as scratch:
        front = _listen(host, port)
        try:
            data = stored(graph, store or Path(scratch))
            with _engine(data, Path(scratch) / "engine.log", timeout) as engine:
                yield from _answering(front, folder, engine)
        finally:
            front.server_close()


def _answering(front: "_Front", folder: Path, engine: int) -> Iterator[Server]:
    front.site = Site(folder, LOOPBACK, engine, local=str(front.server_address[0]) in (LOOPBACK, "::1"))
    thread = threading.Thread(target=front.serve_forever, kwargs={"poll_interval": 0.1}, daemon=True)
    thread.start()
    host, port = front.server_address[:2]
    try:
        yield Server(f"http://{_spelt(str(host))}:{port}/")
    finally:
        front.shutdown()
        thread.join()


def _spelt(host: str) -> str:
    return f"[{host}]" if ":" in host else host


class _Front(ThreadingHTTPServer):
    """The server people talk to: a thread a connection, many at once."""

    daemon_threads = True
    request_queue_size = 128
    site: Site

    def handle_error(self, request: object, client_address: object) -> None:
        """Pass over a client that hung up; show what else goes wrong."""
        if not isinstance(sys.exc_info()[1], ConnectionError | TimeoutError):
            super().handle_error(request, client_address)  # type: ignore[arg-type]


class _Front6(_Front):
    """The same for addresses of IPv6."""

    address_family = socket.AF_INET6


def _listen(host: str, port: int) -> _Front:
    kind = _Front6 if ":" in host else _Front
    try:
        return kind((host, port), Endpoint)
    except OSError as error:
        if error.errno in _IN_USE:
            message = f"port {port} on {host} is in use; choose another with --port, or 0 for any that is free"
        else:
            message = f"{host}:{port}: cannot listen there ({error.strerror or error})"
        raise ClaimgraphError(message) from None
    except OverflowError:
        raise ClaimgraphError(f"{port} is no port; give 0 to 65535", ExitCode.USAGE) from None


_IN_USE = frozenset({48, 98, 10048})  # EADDRINUSE on macOS, Linux, Windows


@contextmanager
def _engine(data: Path, log: Path, timeout: float | None) -> Iterator[int]:
    """Run the Oxigraph server on a free port of this machine, and give the port."""
    port = _free_port()
    command = [_binary(), "serve-read-only", "--location", str(data), "--bind", f"{LOOPBACK}:{port}"]
    command += ["--timeout-s", str(max(1, round(timeout)))] if timeout else []
    with log.open("wb") as out:
        process = subprocess.Popen(command, stdout=out, stderr=out, stdin=subprocess.DEVNULL)  # noqa: S603 -- our own
        try:
            _await(process, port, log)
            yield port
        finally:
            process.terminate()
            try:
                process.wait(timeout=5)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()


def _binary() -> str:
    """Return the path of the Oxigraph server: beside this Python's programs, or on the search path."""
    beside = shutil.which("oxigraph", path=sysconfig.get_path("scripts"))
    found = beside or shutil.which("oxigraph")
    if found is None:
        raise ClaimgraphError("the Oxigraph server is missing; run: pip install oxigraph")
    return found


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind((LOOPBACK, 0))
        return int(probe.getsockname()[1])


def _await(process: "subprocess.Popen[bytes]", port: int, log: Path) -> None:
    """Wait until the server answers.

    Raises:
        ClaimgraphError: it ended, or did not answer in time.
    """
    end = time.monotonic() + _START_WITHIN
    while time.monotonic() < end:
        if process.poll() is not None:
            said = " ".join(log.read_text(encoding="utf-8", errors="replace").split())[:200]
            raise ClaimgraphError(f"the Oxigraph server did not start: {said or 'it gave no reason'}")
        try:
            socket.create_connection((LOOPBACK, port), timeout=1).close()
        except OSError:
            time.sleep(0.05)
        else:
            return
    raise ClaimgraphError(f"the Oxigraph server did not answer within {_START_WITHIN:g} s")
