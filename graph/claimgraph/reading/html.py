"""HTML: the main text of a page, in the page's own words, and what its metadata tells."""

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from claimgraph.model import Document, Problem
from claimgraph.reading.decoding import decode
from claimgraph.reading.limits import Limits
from claimgraph.reading.main_text import NAMES, main_text
from claimgraph.reading.metadata import described, iso_date
from claimgraph.reading.raw import Outcome, Raw

if TYPE_CHECKING:
    from lxml.etree import _Element
    from lxml.html import HtmlElement
    from trafilatura.settings import Document as Extracted

_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w.:-]+)", re.IGNORECASE)
_XML = re.compile(r"\A\s*<\?xml[^>]*\?>")
#: Encodings that browsers read as another one (WHATWG Encoding Standard, section 4.2).
_READ_AS = {"iso-8859-1": "cp1252", "latin1": "cp1252", "latin-1": "cp1252", "us-ascii": "cp1252", "ascii": "cp1252"}
#: A fixed last day, so that a page reads the same on every day.
_DATES = {"original_date": True, "extensive_search": False, "max_date": "2199-12-31"}


def read_html(raw: Raw, limits: Limits) -> Outcome:
    """Read a web page: one document with the page's main text, its regions and what its metadata tells."""
    source, problems = decode(raw, declared_charset(raw.data))
    if source is None:
        return (), problems
    root = _parse(source)
    if root is None:
        return (), (*problems, _no_main_text(raw))
    extracted = _extract(source, raw.address)
    blocks = main_text(root, extracted)
    if not blocks.length:
        return (), (*problems, _no_main_text(raw))
    document = Document(raw.stem, blocks.text(), raw.sha256, raw.source, regions=blocks.ordered())
    return (described(_informed(document, root, extracted, raw.address)),), problems


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


def _informed(document: Document, root: "_Element", extracted: "Extracted | None", address: str | None) -> Document:
    """Return a document with what its page tells of itself."""
    language = root.get("lang") or root.get("{http://www.w3.org/XML/1998/namespace}lang") or ""
    date = extracted.date if extracted else None
    return replace(
        document,
        media_type="text/html",
        title=_title(document, root, (extracted and extracted.title) or ""),
        author=None if _is_thread(root) else (extracted and extracted.author) or None,
        publisher=_site_name(root) or None,
        date=iso_date(date) if date else None,
        address=(extracted and extracted.url) or address,
        language=language.strip().replace("_", "-").lower() or None,
    )


def _is_thread(root: "_Element") -> bool:
    """Say whether a page names several posters, so that no single author speaks."""
    named = (element for element in root.iter() if NAMES.search(str(element.get("class") or "")))
    return len({words for element in named if 0 < len(words := "".join(map(str, element.itertext())).strip()) < 40}) > 1


def _title(document: Document, root: "_Element", guess: str) -> str:
    """Return a page's title: its metadata's, else a heading that its title element repeats, else its only one."""
    element = " ".join((root.findtext(".//title") or "").split())
    heads = [region.label for region in document.regions if region.kind == "heading" and region.level == 1]
    given = _meta(root, "og:title", "dc.title", "dcterms.title", "citation_title")
    repeated = next((head for head in (*heads, guess) if head and head.casefold() in element.casefold()), "")
    return given or repeated or (heads[0] if len(heads) == 1 else "") or element or guess


def _site_name(root: "_Element") -> str:
    """Return the publisher's name as the page's metadata has it."""
    return _meta(root, "og:site_name", "dc.publisher", "dcterms.publisher", "citation_publisher", "application-name")


def _meta(root: "_Element", *wanted: str) -> str:
    """Return the first of several metadata fields (Open Graph, Dublin Core, Highwire) that a page has."""
    named = {
        (meta.get("property") or meta.get("name") or "").lower(): (meta.get("content") or "").strip()
        for meta in root.iter("meta")
    }
    return next((named[name] for name in wanted if named.get(name)), "")
