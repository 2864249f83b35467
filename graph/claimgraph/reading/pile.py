"""The whole of reading: from what the user names to the documents of a build."""

import stat
import sys
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import BinaryIO

from claimgraph.model import Document, Problem
from claimgraph.reading import sidecar
from claimgraph.reading.decoding import without_surrogates
from claimgraph.reading.fetching import fetch_address
from claimgraph.reading.finding import Found, find, is_address
from claimgraph.reading.formats import by_suffix, sniffed, suffixes
from claimgraph.reading.limits import Limits, in_words
from claimgraph.reading.metadata import described
from claimgraph.reading.plain import plain_regions
from claimgraph.reading.raw import Outcome, Raw
from claimgraph.reading.tongue import told
from claimgraph.reading.worker import Worker

DEFAULT = Limits()


def read(
    sources: Sequence[str | Path],
    *,
    limits: Limits = DEFAULT,
    fetch: bool = False,
    stdin: BinaryIO | None = None,
) -> Outcome:
    """Read every document that the sources come to.

    Args:
        sources: paths of files and folders, glob patterns, "-" for standard input and, with `fetch`, addresses.
        limits: bounds on each source.
        fetch: whether addresses may be fetched.
        stdin: where "-" reads from, standard input where None.

    Returns:
        The documents by stem, each stem once, and the problems; neither depends on the order of the sources.

    Raises:
        ClaimgraphError: where a `sources.toml` beside the files is malformed.
    """
    found, missing = find(sources, suffixes())
    problems = list(missing)
    documents: list[Document] = []
    entries = _sidecars(found)
    with Worker(limits) as worker:
        for one in found:
            here, trouble = _read_one(one, limits, worker, fetch, stdin)
            problems += trouble
            spoken, silent = _sifted(_with_entry(one, here, entries), limits)
            documents += spoken
            problems += silent
    return _distinct(documents), tuple(sorted(problems, key=lambda p: (p.source, p.code, p.message)))


def document_from_text(text: str, stem: str = "text") -> Document:
    """Return the document of a text that is already there, as plain text.

    Lone surrogates, which no file can hold, become U+FFFD; no offset moves.

    >>> document_from_text("Tea wakes.", "tea").text
    'Tea wakes.'
    """
    sound = without_surrogates(text)
    raw = Raw(stem, stem, sound.encode())
    return described(Document(stem, sound, raw.sha256, stem, regions=plain_regions(sound)))


def _sifted(documents: Sequence[Document], limits: Limits) -> Outcome:
    """Return the documents that say something, with their language, and the problems of the others."""
    kept: list[Document] = []
    problems: list[Problem] = []
    for document in documents:
        if not document.text.strip():
            problems.append(Problem(document.source, "empty: there is no text in it", "empty"))
        elif len(document.text) > limits.characters:
            message = f"too long: {len(document.text):,} characters, the limit is {limits.characters:,}; split it"
            problems.append(Problem(document.source, message, "too-large"))
        else:
            known, trouble = told(document)
            kept.append(known)
            problems += trouble
    return tuple(kept), tuple(problems)


def _read_one(one: Found, limits: Limits, worker: Worker, fetch: bool, stdin: BinaryIO | None) -> Outcome:
    """Return the documents of one source."""
    raw = _raw(one, limits, fetch, stdin)
    if isinstance(raw, Problem):
        return (), (raw,)
    if len(raw.data) > limits.file_bytes:
        return (), (_too_large(raw.source, len(raw.data), limits),)
    if not raw.data.strip():
        return (), (raw.problem("empty: there is nothing in it", "empty"),)
    form = (by_suffix(one.path.suffix) if one.path else None) or sniffed(raw)
    return worker.read(form, raw) if form.apart else form.read(raw, limits)


def _raw(one: Found, limits: Limits, fetch: bool, stdin: BinaryIO | None) -> Raw | Problem:
    """Return the bytes of one source, or why they cannot be had."""
    if one.path is not None:
        if by_suffix(one.path.suffix) is None:
            known = ", ".join(suffixes())
            return Problem(one.name, f'"{one.path.suffix}" files are not read; known are {known}', "format")
        return _from_file(one.name, one.path, limits)
    if is_address(one.name):
        if not fetch:
            message = "an address, and fetching is off; add --fetch, or save the page and name the file"
            return Problem(one.name, message, "fetch-off")
        return fetch_address(one.name, limits)
    stream = stdin if stdin is not None else sys.stdin.buffer
    return Raw("-", "stdin", stream.read(limits.file_bytes + 1))


def _from_file(name: str, path: Path, limits: Limits) -> Raw | Problem:
    """Return the bytes of a file, or why they cannot be had."""
    try:
        known = path.stat()
        if stat.S_ISDIR(known.st_mode):
            return Problem(name, "a folder with a file's name; rename it or name what is in it", "unreadable")
        if not stat.S_ISREG(known.st_mode):
            return Problem(name, 'not a file but a pipe or device; send its text to "-"', "unreadable")
        if known.st_size > limits.file_bytes:
            return _too_large(name, known.st_size, limits)
        with path.open("rb") as file:
            return Raw(name, without_surrogates(path.stem), file.read(limits.file_bytes + 1))
    except OSError as error:
        message = f"cannot be read ({error.strerror}); check that it exists and may be read"
        return Problem(name, message, "unreadable")


def _too_large(source: str, size: int, limits: Limits) -> Problem:
    """Return the problem of a source that passes the limit."""
    message = f"too large: {in_words(size)}, the limit is {in_words(limits.file_bytes)}; split it"
    return Problem(source, message, "too-large")


def _sidecars(found: Iterable[Found]) -> Mapping[Path, sidecar.Entries]:
    """Return what the `sources.toml` of each folder says."""
    folders = sorted({one.path.parent for one in found if one.path is not None})
    files = {folder: folder / sidecar.NAME for folder in folders}
    return {folder: sidecar.load(file) for folder, file in files.items() if file.is_file()}


def _with_entry(
    one: Found, documents: tuple[Document, ...], entries: Mapping[Path, sidecar.Entries]
) -> tuple[Document, ...]:
    """Return the documents of one file with what `sources.toml` says of it, by whole file name or by stem."""
    known = entries.get(one.path.parent) if one.path is not None else None
    if known is None or one.path is None or not documents:
        return documents
    named = next((known[key] for key in (one.path.name, one.path.stem) if key in known), None)
    return sidecar.apply(documents, named) if named else documents


def _distinct(documents: Iterable[Document]) -> tuple[Document, ...]:
    """Return the documents by stem; a stem that stands a second time gets the next free number."""
    taken: set[str] = set()
    given: list[Document] = []
    for document in sorted(documents, key=lambda d: (d.stem, d.source)):
        stem, number = document.stem, 2
        while stem in taken:
            stem, number = f"{document.stem}-{number}", number + 1
        taken.add(stem)
        given.append(document if stem == document.stem else replace(document, stem=stem))
    return tuple(sorted(given, key=lambda document: document.stem))
