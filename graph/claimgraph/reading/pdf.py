"""PDF: PDFium reads the characters and their places; layout and reflow make running text of them."""

import re
from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from claimgraph.model import Document, Problem
from claimgraph.reading.layout import PageLine, page_lines, without_running_heads
from claimgraph.reading.limits import Limits
from claimgraph.reading.metadata import described, iso_date
from claimgraph.reading.pdf_page import fragments
from claimgraph.reading.raw import Outcome, Raw
from claimgraph.reading.reflow import reflow

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument

_DATE = re.compile(r"D:(\d{4})(\d{2})?(\d{2})?")
_NO_TITLE = re.compile(
    r"\s*|untitled.*|\(?anonymous\)?|\(?unspecified\)?|microsoft word - .*|.*\.(?:docx?|pdf|tex|indd)", re.I
)


def read_pdf(raw: Raw, limits: Limits) -> Outcome:
    """Read a PDF: one document of running text, a region for each page."""
    import pypdfium2  # noqa: PLC0415 - loads a large library, needed for PDF only

    try:
        pdf = pypdfium2.PdfDocument(raw.data)
    except pypdfium2.PdfiumError as error:
        return (), (_unopened(raw, str(error)),)
    try:
        return _document(raw, pdf, limits)
    finally:
        pdf.close()


def _unopened(raw: Raw, reason: str) -> Problem:
    """Return the problem of a PDF that does not open."""
    if "password" in reason.lower() or "security" in reason.lower():
        return raw.problem("encrypted: a password is needed; save it without one", "encrypted")
    return raw.problem("damaged: not a PDF that can be opened; save or download it again", "damaged")


def _document(raw: Raw, pdf: "PdfDocument", limits: Limits) -> Outcome:
    """Return the document of an open PDF."""
    problems: list[Problem] = []
    count = len(pdf)
    if count > limits.pages:
        message = f"{count:,} pages; only the first {limits.pages:,} were read, split the file for the rest"
        problems.append(raw.problem(message, "too-large", fatal=False))
    pages, broken = _pages(pdf, min(count, limits.pages))
    blank = [number for number, lines in enumerate(pages, 1) if not lines and number not in broken]
    if len(blank) + len(broken) == len(pages):
        return (), (_wordless(raw, pdf, blank),)
    if broken:
        message = f"damaged: {_pages_named(broken)} cannot be read; the other pages were"
        problems.append(raw.problem(message, "damaged", fatal=False))
    if blank and any(_pictured(pdf, number) for number in blank):
        message = f"no text on {_pages_named(blank)}, only pictures; run text recognition (OCR) over them"
        problems.append(raw.problem(message, "scanned", fatal=False))
    blocks = reflow([line for lines in without_running_heads(pages) for line in lines])
    document = Document(raw.stem, blocks.text(), raw.sha256, raw.source, regions=blocks.ordered())
    return (described(_informed(document, pdf.get_metadata_dict(), _language(pdf))),), tuple(problems)


def _wordless(raw: Raw, pdf: "PdfDocument", blank: list[int]) -> Problem:
    """Return the problem of a PDF none of whose pages gives a word."""
    if not blank:
        return raw.problem("damaged: none of its pages can be read; save or download it again", "damaged")
    if any(_pictured(pdf, number) for number in blank):
        message = "no text: a scanned PDF holds pictures of its pages; run text recognition (OCR) over it first"
        return raw.problem(message, "scanned")
    return raw.problem("empty: there is no text on its pages; run text recognition (OCR) if letters are drawn", "empty")


def _pages(pdf: "PdfDocument", count: int) -> tuple[list[list[PageLine]], list[int]]:
    """Return the lines of each page and the numbers of those that cannot be read."""
    import pypdfium2  # noqa: PLC0415 - loads a large library, needed for PDF only

    pages: list[list[PageLine]] = []
    broken: list[int] = []
    flow = 0
    for number in range(1, count + 1):
        lines: list[PageLine] = []
        try:
            page = pdf[number - 1]
            lines = page_lines(fragments(page), number, flow)
            page.close()
        except pypdfium2.PdfiumError:
            broken.append(number)
        pages.append(lines)
        flow = lines[-1].flow + 1 if lines else flow
    return pages, broken


def _pages_named(numbers: list[int]) -> str:
    """Return page numbers as a phrase."""
    shown = ", ".join(str(number) for number in numbers[:5]) + (" and others" if len(numbers) > 5 else "")
    return f"page {shown}" if len(numbers) == 1 else f"pages {shown}"


def _pictured(pdf: "PdfDocument", number: int) -> bool:
    """Say whether a page holds a picture."""
    import pypdfium2.raw as pdfium  # noqa: PLC0415 - loads a large library, needed for PDF only

    return next(pdf[number - 1].get_objects(filter=(pdfium.FPDF_PAGEOBJ_IMAGE,)), None) is not None


def _language(pdf: "PdfDocument") -> str | None:
    """Return the language that a PDF's catalogue names."""
    import ctypes  # noqa: PLC0415

    import pypdfium2.raw as pdfium  # noqa: PLC0415 - loads a large library, needed for PDF only

    buffer = (ctypes.c_ushort * 64)()
    size = pdfium.FPDFCatalog_GetLanguage(pdf, buffer, 128)
    words = bytes(buffer)[: max(0, size - 2)].decode("utf-16-le", "ignore").strip("\x00 ") if 2 < size <= 128 else ""
    return words.lower() or None


def _informed(document: Document, known: Mapping[str, str], language: str | None) -> Document:
    """Return a document with what its information dictionary tells; a title may be its largest heading instead."""
    heads = [region for region in document.regions if region.kind == "heading" and region.level == 1]
    title = known.get("Title", "").strip()
    if _NO_TITLE.fullmatch(title):
        title = heads[0].label if heads else ""
    author = known.get("Author", "").strip()
    date = _DATE.match(known.get("CreationDate", ""))
    return replace(
        document,
        media_type="application/pdf",
        title=title,
        author=None if _NO_TITLE.fullmatch(author) else author,
        date=iso_date("-".join(part for part in date.groups() if part)) if date else None,
        language=language or "en",
    )
