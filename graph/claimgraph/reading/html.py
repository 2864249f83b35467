"""HTML: the main text of a page, each block of it checked to stand in the page's own text."""

import re
from collections.abc import Iterator
from copy import deepcopy
from dataclasses import replace
from typing import TYPE_CHECKING

from claimgraph.model import Document, Problem
from claimgraph.reading.blocks import Blocks
from claimgraph.reading.decoding import decode
from claimgraph.reading.limits import Limits
from claimgraph.reading.metadata import described, iso_date
from claimgraph.reading.raw import Outcome, Raw
from claimgraph.reading.tree import add_tree

if TYPE_CHECKING:
    from lxml.etree import _Element
    from lxml.html import HtmlElement
    from trafilatura.settings import Document as Extracted

_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w.:-]+)", re.IGNORECASE)
_XML = re.compile(r"\A\s*<\?xml[^>]*\?>")
_DROPPED = re.compile("[\\s\\x00-\\x1f\\x7f-\\x9f\\u00ad\\u200b-\\u200f\\u2028-\\u202e\\u2060-\\u206f\\ufeff]+")
_SILENT = ("script", "style", "template", "noscript", "head")
#: Encodings that browsers read as another one (WHATWG Encoding Standard, section 4.2).
_READ_AS = {"iso-8859-1": "cp1252", "latin1": "cp1252", "latin-1": "cp1252", "us-ascii": "cp1252", "ascii": "cp1252"}
#: A fixed last day, so that a page reads the same on every day.
_DATES = {"original_date": True, "extensive_search": False, "max_date": "2199-12-31"}
_FURNITURE = ("nav", "header", "footer", "aside", "form", "button", "select", "dialog", "iframe", "object", "head")
_SENTENCE = re.compile(r"\w+(?:\W+\w+){5,}.*[.!?]", re.DOTALL)


def read_html(raw: Raw, limits: Limits) -> Outcome:
    """Read a web page: one document with the page's main text, its regions and what its metadata tells."""
    source, problems = decode(raw, declared_charset(raw.data))
    if source is None:
        return (), problems
    root = _parse(source)
    if root is None:
        return (), (*problems, _no_main_text(raw))
    extracted = _extract(source, raw.address)
    blocks, refused = _main_text(root, extracted)
    if not blocks.length:
        return (), (*problems, _no_main_text(raw))
    if refused:
        message = f"{refused} passages of the main text do not stand in the page as they are and were left out"
        problems = (*problems, raw.problem(message, "not-in-page", fatal=False))
    document = Document(raw.stem, blocks.text(), raw.sha256, raw.source, regions=blocks.ordered())
    return (described(_informed(document, root, extracted, raw.address)),), problems


def _main_text(root: "HtmlElement", extracted: "Extracted | None") -> tuple[Blocks, int]:
    """Return the blocks of the main text and how many were refused because the page does not have them.

    Where trafilatura finds no main text (a short page, a fragment), what stands outside menus, headers, footers and
    forms is used, if there is a sentence in it.
    """
    standing = _squashed(" ".join(_own_text(root)))
    blocks, refused = Blocks(), 0
    if extracted is not None:
        for part in (extracted.body, extracted.commentsbody):
            refused += add_tree(part, blocks, lambda words: _squashed(words) in standing)
    if not _SENTENCE.search(blocks.text()):
        blocks, refused = Blocks(), 0
        add_tree(_without_furniture(root), blocks, lambda words: True)
    return (blocks, refused) if _SENTENCE.search(blocks.text()) else (Blocks(), 0)


def _without_furniture(root: "HtmlElement") -> "HtmlElement":
    """Return a copy of a page's body without menus and the like."""
    body = root.find(".//body")
    copy = deepcopy(root if body is None else body)
    for element in list(copy.iter(*_FURNITURE)):
        element.drop_tree()
    return copy


def declared_charset(data: bytes) -> str | None:
    """Return the encoding that a page declares for itself in its first bytes.

    >>> declared_charset(b'<meta charset="ISO-8859-1">')
    'cp1252'
    """
    found = _CHARSET.search(data[:4096])
    name = found[1].decode("ascii").lower() if found else None
    return _READ_AS.get(name, name) if name else None


def _no_main_text(raw: Raw) -> Problem:
    """Return the problem of a page without main text."""
    message = "no main text: the page holds only menus, links or scripts; save the page as text, or print it to PDF"
    return raw.problem(message, "boilerplate")


def _parse(source: str) -> "HtmlElement | None":
    """Return the page as a tree, None where there is none."""
    from lxml import etree, html  # noqa: PLC0415 - costs start-up time, needed by few files

    parser = html.HTMLParser(encoding="utf-8", huge_tree=False, remove_comments=True, remove_pis=True)
    try:
        root = html.document_fromstring(_XML.sub("", source).encode("utf-8", "replace"), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError):
        return None
    return root


def _extract(source: str, address: str | None) -> "Extracted | None":
    """Return the main text and metadata that trafilatura finds, repeated passages kept."""
    import trafilatura  # noqa: PLC0415 - costs start-up time, needed by few files

    found = trafilatura.bare_extraction(
        _XML.sub("", source),
        url=address,
        include_comments=True,
        include_tables=True,
        include_formatting=True,
        deduplicate=False,
        with_metadata=True,
        date_extraction_params=dict(_DATES),
    )
    return None if found is None or isinstance(found, dict) else found


def _own_text(root: "_Element") -> Iterator[str]:
    """Yield the words of a page, scripts and the like aside."""
    from lxml import etree  # noqa: PLC0415 - costs start-up time, needed by few files

    silent = 0
    for event, node in etree.iterwalk(root, events=("start", "end")):
        if event == "start":
            silent += node.tag in _SILENT
            if not silent and node.text:
                yield node.text
        else:
            silent -= node.tag in _SILENT
            if not silent and node.tail:
                yield node.tail


def _squashed(words: str) -> str:
    """Return words without white space and invisible characters, which browsers and extractors change at will."""
    return _DROPPED.sub("", words)


def _informed(document: Document, root: "_Element", extracted: "Extracted | None", address: str | None) -> Document:
    """Return a document with what its page tells of itself."""
    language = root.get("lang") or root.get("{http://www.w3.org/XML/1998/namespace}lang") or ""
    date = extracted.date if extracted else None
    return replace(
        document,
        media_type="text/html",
        title=(extracted and extracted.title) or (root.findtext(".//title") or "").strip(),
        author=(extracted and extracted.author) or None,
        publisher=_site_name(root) or None,
        date=iso_date(date) if date else None,
        address=(extracted and extracted.url) or address,
        language=language.strip().replace("_", "-").lower() or None,
    )


def _site_name(root: "_Element") -> str:
    """Return the publisher's name as the page's metadata has it (Open Graph, Dublin Core, application name)."""
    wanted = ("og:site_name", "dc.publisher", "dcterms.publisher", "citation_publisher", "application-name")
    named = {
        (meta.get("property") or meta.get("name") or "").lower(): (meta.get("content") or "").strip()
        for meta in root.iter("meta")
    }
    return next((named[name] for name in wanted if named.get(name)), "")
