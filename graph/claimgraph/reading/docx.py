"""DOCX: mammoth turns the document into HTML, which gives blocks; what it unpacks to is bounded first."""

import io
import zipfile
import zlib
from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING
from xml.parsers.expat import ExpatError

from claimgraph.model import Document, Problem
from claimgraph.reading.blocks import Blocks
from claimgraph.reading.limits import Limits, in_words
from claimgraph.reading.metadata import described, iso_date
from claimgraph.reading.raw import Outcome, Raw
from claimgraph.reading.tree import add_tree

if TYPE_CHECKING:
    from lxml.etree import _Element

MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_COMPOUND = bytes.fromhex("d0cf11e0a1b11ae1")
#: What damaged archives and damaged XML raise, in zipfile, mammoth and lxml.
_BROKEN = (zipfile.BadZipFile, zlib.error, KeyError, ValueError, OSError, EOFError, SyntaxError, AttributeError)
_ENTRIES = 10_000
_SMALL = 4 * 2**20
_NAMES = {"title": "title", "creator": "author", "created": "date", "language": "language", "publisher": "publisher"}


def read_docx(raw: Raw, limits: Limits) -> Outcome:
    """Read a Word document (Office Open XML): one document with its headings, items, tables and core properties."""
    trouble = _unfit(raw, limits)
    if trouble is not None:
        return (), (trouble,)
    try:
        blocks = _blocks(raw.data)
        known = _properties(raw.data)
    except (*_BROKEN, ExpatError) as error:
        message = (
            f"damaged: the Word document cannot be read ({type(error).__name__}); open it in Word and save it again"
        )
        return (), (raw.problem(message, "damaged"),)
    document = Document(raw.stem, blocks.text(), raw.sha256, raw.source, regions=blocks.ordered())
    return (described(_informed(document, known)),), ()


def _unfit(raw: Raw, limits: Limits) -> Problem | None:
    """Return why the bytes must not be unpacked, None where they may."""
    if raw.data.startswith(_COMPOUND):
        message = "an encrypted or old Word file (.doc); save it as .docx without a password"
        return raw.problem(message, "encrypted")
    try:
        with zipfile.ZipFile(io.BytesIO(raw.data)) as archive:
            entries = archive.infolist()
    except (zipfile.BadZipFile, ValueError, OSError, EOFError, NotImplementedError):
        return raw.problem("damaged: not a Word document; open it in Word and save it again", "damaged")
    if any(entry.flag_bits & 1 for entry in entries):
        return raw.problem("encrypted; save it without a password", "encrypted")
    size = sum(entry.file_size for entry in entries)
    ratio = size / max(1, len(raw.data))
    if len(entries) > _ENTRIES or size > limits.unpacked_bytes or (size > _SMALL and ratio > limits.ratio):
        message = f"unpacks to {in_words(size)}, {ratio:.0f} times its size: not read, as a bomb would do so"
        return raw.problem(message, "bomb")
    if "word/document.xml" not in {entry.filename for entry in entries}:
        return raw.problem("damaged: a packed file, but no Word document; save it as .docx", "damaged")
    return None


def _blocks(data: bytes) -> Blocks:
    """Return the blocks of a Word document."""
    import mammoth  # noqa: PLC0415 - costs start-up time, needed by few files
    from lxml import html  # noqa: PLC0415

    made = mammoth.convert_to_html(io.BytesIO(data), convert_image=mammoth.images.img_element(lambda image: {}))
    blocks = Blocks()
    if made.value.strip():
        add_tree(html.fragment_fromstring(made.value, create_parent="div"), blocks, lambda words, kind, element: True)
    return blocks


def _properties(data: bytes) -> Mapping[str, str]:
    """Return the core properties that say something of the source, by field of `Document`."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        if "docProps/core.xml" not in archive.namelist():
            return {}
        root = _xml(archive.read("docProps/core.xml"))
    found = {element.tag.rpartition("}")[2]: (element.text or "").strip() for element in root}
    return {_NAMES[name]: words for name, words in found.items() if name in _NAMES and words}


def _xml(data: bytes) -> "_Element":
    """Return XML as a tree; entities are not resolved and nothing is loaded."""
    from lxml import etree  # noqa: PLC0415

    return etree.fromstring(data, etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False))


def _informed(document: Document, known: Mapping[str, str]) -> Document:
    """Return a document with what its core properties tell."""
    return replace(
        document,
        media_type=MEDIA_TYPE,
        title=known.get("title", ""),
        author=known.get("author"),
        publisher=known.get("publisher"),
        date=iso_date(known["date"]) if "date" in known else None,
        language=known.get("language", "en").lower(),
    )
