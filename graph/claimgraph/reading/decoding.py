"""From bytes to text: byte order mark, declared encoding, UTF-8, and only then a guess that is owned up to."""

import codecs
import re

from claimgraph.model import Problem
from claimgraph.reading.raw import Raw

#: Byte order marks, longest first: UTF-32 begins with the mark of UTF-16.
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_SURROGATE = re.compile("[\ud800-\udfff]")
_SAMPLE = 65_536
_TEXT_CONTROLS = frozenset(b"\t\n\x0b\x0c\r\x1b\x85")


def decode(raw: Raw, declared: str | None = None) -> tuple[str | None, tuple[Problem, ...]]:
    """Return the text of a source, character for character, and what had to be assumed.

    Only a byte order mark is taken off; line ends stay as they are.

    Args:
        raw: the bytes.
        declared: the encoding that the format or the transport names.

    Returns:
        The text, or None where the bytes are no text; and the problems, fatal only where the text is None.
    """
    for mark, encoding in _MARKS:
        if raw.data.startswith(mark):
            return _strict(raw, raw.data[len(mark) :], encoding)
    for encoding in filter(None, (declared, raw.charset, _unmarked_utf16(raw.data), "utf-8")):
        text = _attempt(raw.data, encoding)
        if text is not None and "\x00" not in text:
            return text, ()
    if looks_binary(raw.data):
        message = "not text: the file is binary; name text, Markdown, HTML, PDF, DOCX, JSON Lines or CSV files"
        return None, (raw.problem(message, "binary"),)
    return _guess(raw)


def without_surrogates(text: str) -> str:
    """Return a text with U+FFFD for each lone surrogate, which no encoding can write."""
    return _SURROGATE.sub("\ufffd", text)


def looks_binary(data: bytes) -> bool:
    """Say whether bytes hold what no text encoding of single bytes has: NUL, or many control characters."""
    sample = data[:_SAMPLE]
    controls = sum(byte < 32 and byte not in _TEXT_CONTROLS for byte in sample)
    return b"\x00" in sample or controls > len(sample) // 20


def _attempt(data: bytes, encoding: str) -> str | None:
    """Return the text where the encoding exists and fits every byte."""
    try:
        return data.decode(encoding)
    except (UnicodeDecodeError, LookupError, ValueError):
        return None


def _strict(raw: Raw, data: bytes, encoding: str) -> tuple[str | None, tuple[Problem, ...]]:
    """Return the text behind a byte order mark; where some bytes do not fit, replace them and say so."""
    text = _attempt(data, encoding)
    if text is not None:
        return text, ()
    message = f"damaged {encoding.upper()}: bytes that do not fit were replaced by U+FFFD; save the file again"
    return data.decode(encoding, "replace"), (raw.problem(message, "encoding", fatal=False),)


def _unmarked_utf16(data: bytes) -> str | None:
    """Return the UTF-16 that bytes without a mark are, told by where their NUL bytes stand."""
    sample = data[:_SAMPLE]
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    if len(sample) < 4 or max(even, odd) < len(sample) * 0.3 or min(even, odd) > len(sample) * 0.02:
        return None
    return "utf-16-le" if odd > even else "utf-16-be"


def _guess(raw: Raw) -> tuple[str | None, tuple[Problem, ...]]:
    """Return the text under the likeliest encoding, with a problem that says which it is.

    Western Windows text is preferred where it is as likely as another: short texts give few bytes to tell by.
    """
    from charset_normalizer import from_bytes  # noqa: PLC0415 - costs start-up time, needed by few files

    matches = from_bytes(raw.data[:_SAMPLE] if len(raw.data) > 4 * _SAMPLE else raw.data)
    names = [name for match in matches for name in (match.encoding, *match.could_be_from_charset)]
    for name in (["cp1252"] if "cp1252" in names or "latin_1" in names else []) + names:
        text = _attempt(raw.data, name)
        if text is not None:
            message = f"not UTF-8: read as {name.replace('_', '-')}; save it as UTF-8 if letters look wrong"
            return text, (raw.problem(message, "encoding", fatal=False),)
    message = "the encoding cannot be told; save the file as UTF-8"
    return None, (raw.problem(message, "encoding"),)
