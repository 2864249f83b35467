"""How much of a source is read at most, so that no file and no address can hold up the others."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Limits:
    """Bounds on one source; what passes them becomes a problem, never a crash.

    Attributes:
        file_bytes: size of a file, of standard input or of an answer from the network, in bytes.
        unpacked_bytes: size of what a packed file (DOCX, a stream of a PDF) may unpack to, in bytes.
        ratio: how many times its packed size a packed file may unpack to.
        characters: length of a document's text.
        pages: pages of a PDF.
        rows: documents taken from one corpus file.
        seconds: time for reading one packed or marked-up file, or for one answer from the network.
        memory_bytes: memory for reading one packed or marked-up file, in bytes, where the system can bound it.
        redirects: redirections followed for one address.
        private_addresses: whether addresses of private networks (an intranet, this machine) may be fetched.
    """

    file_bytes: int = 64 * 2**20
    unpacked_bytes: int = 256 * 2**20
    ratio: float = 200.0
    characters: int = 20_000_000
    pages: int = 2_000
    rows: int = 100_000
    seconds: float = 60.0
    memory_bytes: int = 2 * 2**30
    redirects: int = 5
    private_addresses: bool = False


def in_words(size: int) -> str:
    """Return a size in bytes as a person reads it.

    >>> in_words(64 * 2**20), in_words(1_500)
    ('64 MB', '1.5 kB')
    """
    for unit, step in (("GB", 2**30), ("MB", 2**20), ("kB", 2**10)):
        if size >= step:
            return f"{size / step:.1f}".removesuffix(".0") + f" {unit}"
    return f"{size} bytes"
