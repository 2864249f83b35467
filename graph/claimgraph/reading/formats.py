"""The formats that can be read, in one list."""

from claimgraph.reading.corpus import read_csv, read_jsonl
from claimgraph.reading.docx import MEDIA_TYPE as DOCX
from claimgraph.reading.docx import read_docx
from claimgraph.reading.html import read_html
from claimgraph.reading.markdown import read_markdown
from claimgraph.reading.pdf import read_pdf
from claimgraph.reading.plain import read_plain
from claimgraph.reading.raw import Format, Raw

FORMATS = (
    Format("plain text", "text/plain", (".txt", ".text"), read_plain),
    Format("Markdown", "text/markdown", (".md", ".markdown"), read_markdown),
    Format("HTML", "text/html", (".html", ".htm", ".xhtml"), read_html, apart=True),
    Format("PDF", "application/pdf", (".pdf",), read_pdf, apart=True),
    Format("DOCX", DOCX, (".docx",), read_docx, apart=True),
    Format("JSON Lines", "application/jsonl", (".jsonl", ".ndjson"), read_jsonl),
    Format("CSV", "text/csv", (".csv", ".tsv"), read_csv),
)


def suffixes() -> tuple[str, ...]:
    """Return every file name ending that can be read, in the order of the formats."""
    return tuple(suffix for one in FORMATS for suffix in one.suffixes)


def by_suffix(suffix: str) -> Format | None:
    """Return the format of a file name ending, None where none has it."""
    return next((one for one in FORMATS if suffix.lower() in one.suffixes), None)


def by_media_type(media_type: str) -> Format | None:
    """Return the format of a media type, None where none has it."""
    return next((one for one in FORMATS if one.media_type == media_type.lower()), None)


def sniffed(raw: Raw) -> Format:
    """Return the format that bytes without a file name have: by media type, by their first bytes, else plain text."""
    told = by_media_type(raw.media_type) if raw.media_type else None
    if told is not None and told.name != "plain text":
        return told
    head = raw.data[:1024].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if head.startswith(b"%pdf-"):
        return by_name("PDF")
    if head.startswith(b"pk\x03\x04"):
        return by_name("DOCX")
    if head.startswith((b"<!doctype html", b"<html", b"<head", b"<?xml")) and b"<html" in raw.data[:4096].lower():
        return by_name("HTML")
    return FORMATS[0]


def by_name(name: str) -> Format:
    """Return the format of a name; raise KeyError where none has it."""
    for one in FORMATS:
        if one.name == name:
            return one
    raise KeyError(name)
