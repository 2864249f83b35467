"""The whole of reading: from what the user names to the documents of a build."""

import sys
from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import BinaryIO

from claimgraph.model import Document, Problem
from claimgraph.reading import sidecar
from claimgraph.reading.finding import Found, find, is_address
from claimgraph.reading.formats import FORMATS, by_suffix, suffixes
from claimgraph.reading.limits import Limits, in_words
from claimgraph.reading.metadata import described
from claimgraph.reading.plain import plain_regions
from claimgraph.reading.raw import Format, Outcome, Raw

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
    for one in found:
        here, trouble = _read_one(one, limits, stdin)
        documents += here
        problems += trouble
    documents = _with_sidecars(found, documents)
    problems += [_silent(document) for document in documents if not document.text.strip()]
    documents = [document for document in documents if document.text.strip()]
    return _distinct(documents), tuple(sorted(problems, key=lambda p: (p.source, p.code, p.message)))


def document_from_text(text: str, stem: str = "text") -> Document:
    """Return the document of a text that is already there, as plain text.

    >>> document_from_text("Tea wakes.", "tea").text
    'Tea wakes.'
    """
    raw = Raw(stem, stem, text.encode("utf-8", "surrogatepass"))
    return described(Document(stem, text, raw.sha256, stem, regions=plain_regions(text)))


def _silent(document: Document) -> Problem:
    """Return the problem of a document without words."""
    return Problem(document.source, "empty: there is no text in it", "empty")


def _read_one(one: Found, limits: Limits, stdin: BinaryIO | None) -> Outcome:
    """Return the documents of one source."""
    if is_address(one.name):
        message = "an address, and fetching is off; add --fetch, or save the page and name the file"
        return (), (Problem(one.name, message, "fetch-off"),)
    if one.path is None:
        return _parse(_from_stream(stdin, limits), FORMATS[0], limits)
    form = by_suffix(one.path.suffix)
    if form is None:
        known = ", ".join(suffixes())
        return (), (Problem(one.name, f'"{one.path.suffix}" files are not read; known are {known}', "format"),)
    raw = _from_file(one.name, one.path, limits)
    return ((), (raw,)) if isinstance(raw, Problem) else _parse(raw, form, limits)


def _from_file(name: str, path: Path, limits: Limits) -> Raw | Problem:
    """Return the bytes of a file, or why they cannot be had."""
    try:
        if path.is_dir():
            return Problem(name, "a folder with a file's name; rename it or name what is in it", "unreadable")
        size = path.stat().st_size
        if size > limits.file_bytes:
            return _too_large(name, size, limits)
        return Raw(name, path.stem, path.read_bytes())
    except OSError as error:
        message = f"cannot be read ({error.strerror}); check that it exists and may be read"
        return Problem(name, message, "unreadable")


def _from_stream(stdin: BinaryIO | None, limits: Limits) -> Raw:
    """Return the bytes of standard input."""
    stream = stdin if stdin is not None else sys.stdin.buffer
    return Raw("-", "stdin", stream.read(limits.file_bytes + 1))


def _too_large(source: str, size: int, limits: Limits) -> Problem:
    """Return the problem of a source that passes the limit."""
    message = f"too large: {in_words(size)}, the limit is {in_words(limits.file_bytes)}; split it"
    return Problem(source, message, "too-large")


def _parse(raw: Raw, form: Format, limits: Limits) -> Outcome:
    """Return the documents in the bytes of one source."""
    if len(raw.data) > limits.file_bytes:
        return (), (_too_large(raw.source, len(raw.data), limits),)
    if not raw.data.strip():
        return (), (raw.problem("empty: there is nothing in it", "empty"),)
    return form.read(raw, limits)


def _with_sidecars(found: Iterable[Found], documents: Iterable[Document]) -> list[Document]:
    """Return the documents with what the `sources.toml` beside their files says of them."""
    folders = {one.name: one.path.parent for one in found if one.path is not None}
    entries = {
        folder: sidecar.load(folder / sidecar.NAME)
        for folder in sorted(set(folders.values()))
        if (folder / sidecar.NAME).is_file()
    }
    return [_with_entry(document, entries.get(folders.get(document.source, Path()), {})) for document in documents]


def _with_entry(document: Document, entries: sidecar.Entries) -> Document:
    """Return a document with its entry applied, by whole file name or by stem."""
    for key in (Path(document.source).name, document.stem):
        if key in entries:
            return sidecar.apply(document, entries[key])
    return document


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
