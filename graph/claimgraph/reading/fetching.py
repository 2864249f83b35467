"""An address to bytes: only web addresses, only public ones, with limits on size, time and redirections.

The name is resolved once, every address it has is checked, and the connection goes to one of those very addresses, so
that a name cannot answer differently the second time. Proxies from the environment are not used.
"""

import http.client
import ipaddress
import socket
import ssl
import time
import zlib
from dataclasses import dataclass
from email.message import Message
from urllib.parse import SplitResult, quote, urljoin, urlsplit, urlunsplit

from claimgraph.model import Problem
from claimgraph.model.identity import slug
from claimgraph.reading.limits import Limits, in_words
from claimgraph.reading.raw import Raw

_REDIRECTIONS = frozenset({301, 302, 303, 307, 308})
_AGENT = "claimgraph (+https://w3id.org/claimgraph/)"
_STEP = 65_536


class _RefusedError(Exception):
    """An address that is not fetched, or an answer that is not taken."""

    def __init__(self, code: str, message: str) -> None:
        super().__init__(message)
        self.code = code


@dataclass(frozen=True, slots=True)
class _Answer:
    """One answer of a server."""

    status: int
    headers: Message
    data: bytes


def fetch_address(source: str, limits: Limits) -> Raw | Problem:
    """Return the bytes at a web address, or why they cannot be had.

    Args:
        source: an http or https address.
        limits: `file_bytes`, `seconds` (in all), `redirects`, and whether `private_addresses` may be asked.
    """
    deadline = time.monotonic() + limits.seconds
    try:
        here = source
        for _ in range(limits.redirects + 1):
            answer = _ask(here, limits, deadline)
            target = answer.headers.get("Location")
            if answer.status in _REDIRECTIONS and target:
                here = urljoin(here, target)
                continue
            return _taken(source, here, answer)
        raise _RefusedError("redirects", f"more than {limits.redirects} redirections; name the page it ends at")
    except _RefusedError as refused:
        return Problem(source, str(refused), refused.code)
    except TimeoutError:
        return Problem(source, f"no answer within {limits.seconds:g} s; try again, or save the page", "fetch-timeout")
    except ssl.SSLError as error:
        reason = error.reason or "no secure connection"
        return Problem(
            source, f"the server's certificate or TLS fails ({reason}); save the page yourself", "fetch-failed"
        )
    except (OSError, http.client.HTTPException, ValueError, zlib.error) as error:
        words = (str(error).splitlines() or [""])[0] or type(error).__name__
        return Problem(source, f"cannot be fetched ({words}); check the address, or save the page", "fetch-failed")


def _taken(source: str, here: str, answer: _Answer) -> Raw:
    """Return an answer as bytes with what its header says of them; raise where it is none."""
    if answer.status != 200:
        words = http.client.responses.get(answer.status, "no page")
        raise _RefusedError("fetch-failed", f"the server answers {answer.status} {words}; check the address")
    parts = urlsplit(here)
    path = parts.path.rstrip("/").rpartition("/")[2]
    stem = slug(f"{(parts.hostname or '').removeprefix('www.')}-{path.rpartition('.')[0] or path}".strip("-"))
    kind = answer.headers.get_content_type() if "Content-Type" in answer.headers else None
    return Raw(source, stem, answer.data, answer.headers.get_content_charset(), kind, here)


def _ask(address: str, limits: Limits, deadline: float) -> _Answer:
    """Return a server's answer to one request."""
    parts = urlsplit(address)
    _check(parts)
    host = (parts.hostname or "").encode("idna").decode("ascii")
    port = parts.port or (443 if parts.scheme == "https" else 80)
    where = _public_addresses(host, port, limits.private_addresses)
    connection = _connection(parts.scheme, host, port, where, deadline)
    try:
        path = quote(urlunsplit(("", "", parts.path or "/", parts.query, "")), safe="/%?=&+:;,@!$'()*~#[]")
        wanted = {"User-Agent": _AGENT, "Accept-Encoding": "gzip, identity", "Accept": "text/html, */*;q=0.5"}
        connection.request("GET", path, headers=wanted)
        response = connection.getresponse()
        data = b"" if response.status in _REDIRECTIONS else _body(response, connection, limits, deadline)
        return _Answer(response.status, response.headers, data)
    finally:
        connection.close()


def _check(parts: SplitResult) -> None:
    """Raise where an address is not one of a web page."""
    if parts.scheme not in ("http", "https") or not parts.hostname:
        raise _RefusedError("fetch-refused", "not a web address; only http and https are fetched")
    if parts.username is not None or parts.password is not None:
        raise _RefusedError("fetch-refused", "a name or password stands in the address; leave it out")


def _public_addresses(host: str, port: int, private: bool) -> list[str]:
    """Return the network addresses of a host; raise where one of them is not public.

    One private address among public ones is refused too: which of them answers is not ours to choose.
    """
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    addresses = list(dict.fromkeys(str(entry[4][0]) for entry in found))
    for address in addresses:
        if not private and not _is_public(address):
            raise _RefusedError(
                "fetch-private", f"{host} is an address of a private network ({address}); save the page"
            )
    return addresses


def _is_public(address: str) -> bool:
    """Say whether a network address is one of the public internet.

    >>> [_is_public(a) for a in ("93.184.215.14", "127.0.0.1", "169.254.1.1", "::1", "::ffff:10.0.0.1")]
    [True, False, False, False, False]
    """
    one = ipaddress.ip_address(address.partition("%")[0])
    if isinstance(one, ipaddress.IPv6Address):
        inner = one.ipv4_mapped or one.sixtofour or (one.teredo[1] if one.teredo else None)
        if inner is None and one in ipaddress.ip_network("64:ff9b::/96"):
            inner = ipaddress.IPv4Address(int(one) & 0xFFFF_FFFF)
        if inner is not None:
            return _is_public(str(inner))
    return one.is_global and not one.is_multicast


def _connection(scheme: str, host: str, port: int, addresses: list[str], deadline: float) -> http.client.HTTPConnection:
    """Return an open connection to one of a host's checked addresses."""
    error: OSError | None = None
    for address in addresses:
        try:
            plain = socket.create_connection((address, port), timeout=_left(deadline))
        except OSError as failed:
            error = failed
            continue
        connection = http.client.HTTPConnection(host, port)
        connection.sock = plain
        if scheme == "https":
            connection = http.client.HTTPSConnection(host, port)
            connection.sock = ssl.create_default_context().wrap_socket(plain, server_hostname=host)
        return connection
    raise error or OSError("the name has no address")


def _left(deadline: float) -> float:
    """Return the seconds left; raise TimeoutError where there are none."""
    left = deadline - time.monotonic()
    if left <= 0:
        raise TimeoutError
    return left


def _body(
    response: http.client.HTTPResponse, connection: http.client.HTTPConnection, limits: Limits, deadline: float
) -> bytes:
    """Return the body of an answer, unpacked; raise where it passes the limit or the time."""
    packed = response.headers.get("Content-Encoding", "identity").lower()
    if packed not in ("identity", "gzip", "x-gzip", "deflate"):
        raise _RefusedError("fetch-failed", f"the server packs its answer as {packed}; save the page yourself")
    unpack = None if packed == "identity" else zlib.decompressobj(zlib.MAX_WBITS | 32)
    pieces: list[bytes] = []
    size = 0
    while True:
        if connection.sock is not None:
            connection.sock.settimeout(_left(deadline))
        piece = response.read1(_STEP)
        if not piece:
            return b"".join(pieces)
        _left(deadline)
        piece = unpack.decompress(piece, limits.file_bytes - size + 1) if unpack else piece
        size += len(piece)
        if size > limits.file_bytes:
            raise _RefusedError(
                "too-large", f"larger than the limit of {in_words(limits.file_bytes)}; save a part of it"
            )
        pieces.append(piece)
