"""What a format reader gets and gives: bytes with their name in, documents and problems out."""

import hashlib
from collections.abc import Callable
from dataclasses import dataclass

from claimgraph.model import Document, Problem
from claimgraph.reading.limits import Limits


@dataclass(frozen=True, slots=True)
class Raw:
    """The bytes of one source, before any format is known.

    Attributes:
        source: the path or address as the user named it, "-" for standard input.
        stem: name for the document.
        data: the bytes.
        charset: encoding that came with the bytes (an HTTP header), None where none did.
        media_type: media type that came with the bytes, None where none did.
        address: where the bytes were fetched from, None for a file.
    """

    source: str
    stem: str
    data: bytes
    charset: str | None = None
    media_type: str | None = None
    address: str | None = None

    @property
    def sha256(self) -> str:
        """Return the SHA-256 of the bytes, 64 hexadecimal digits."""
        return hashlib.sha256(self.data).hexdigest()

    def problem(self, message: str, code: str, fatal: bool = True) -> Problem:
        """Return a problem about this source."""
        return Problem(self.source, message, code, fatal)


#: What reading gives: the documents, and what went wrong.
Outcome = tuple[tuple[Document, ...], tuple[Problem, ...]]


@dataclass(frozen=True, slots=True)
class Format:
    """A format that can be read.

    Attributes:
        name: such as "PDF", as messages call it.
        media_type: the media type its documents carry.
        suffixes: file name endings, lower case, with the dot.
        read: turns the bytes into documents and problems.
        apart: whether it is read in a process of its own, with bounds on time and memory.
    """

    name: str
    media_type: str
    suffixes: tuple[str, ...]
    read: Callable[[Raw, Limits], Outcome]
    apart: bool = False
