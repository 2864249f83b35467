"""Encodings: the mark, the declaration, UTF-8, and a guess that is owned up to."""

import codecs

import pytest

from claimgraph.reading.decoding import decode
from claimgraph.reading.raw import Raw

TEXT = "Tea – “wakes” us, said André. " * 5


def raw(data: bytes, charset: str | None = None) -> Raw:
    """Return bytes as a source."""
    return Raw("a.txt", "a", data, charset)


@pytest.mark.parametrize(
    ("mark", "encoding"),
    [
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
        (codecs.BOM_UTF32_LE, "utf-32-le"),
        (codecs.BOM_UTF32_BE, "utf-32-be"),
    ],
)
def test_a_byte_order_mark_decides(mark: bytes, encoding: str) -> None:
    """Every mark is known, and none is part of the text."""
    assert decode(raw(mark + TEXT.encode(encoding))) == (TEXT, ())


def test_what_is_declared_is_tried_before_utf_8() -> None:
    """The declared encoding is used where it fits."""
    assert decode(raw(TEXT.encode("cp1252")), "cp1252") == (TEXT, ())
    assert decode(raw("Tée".encode("latin-1"), charset="iso-8859-1")) == ("Tée", ())


def test_a_false_declaration_gives_way_to_utf_8() -> None:
    """A declaration that does not fit, or that no one knows, is passed over."""
    assert decode(raw(TEXT.encode()), "ascii") == (TEXT, ())
    assert decode(raw(TEXT.encode()), "no-such-encoding") == (TEXT, ())


def test_utf_16_without_a_mark_is_told_by_its_zero_bytes() -> None:
    """Windows programs save such files."""
    assert decode(raw("Tea wakes.".encode("utf-16-le"))) == ("Tea wakes.", ())
    assert decode(raw("Tea wakes.".encode("utf-16-be"))) == ("Tea wakes.", ())


def test_windows_text_is_guessed_and_the_guess_is_told() -> None:
    """The text is right, and a problem that is not fatal names the encoding assumed."""
    text, problems = decode(raw(TEXT.encode("cp1252")))
    assert text == TEXT
    (problem,) = problems
    assert (problem.code, problem.fatal) == ("encoding", False)
    assert "cp1252" in problem.message


def test_bytes_that_do_not_fit_their_mark_are_replaced_and_told() -> None:
    """A damaged file with a mark is still read."""
    text, (problem,) = decode(raw(codecs.BOM_UTF8 + b"Tea \xff wakes."))
    assert text == "Tea \ufffd wakes."
    assert (problem.code, problem.fatal) == ("encoding", False)


@pytest.mark.parametrize("data", [b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\xff", bytes(range(256)) * 4, b"\x00" * 100])
def test_binary_bytes_are_no_text(data: bytes) -> None:
    """Pictures and programs named as text are refused."""
    text, (problem,) = decode(raw(data))
    assert text is None
    assert (problem.code, problem.fatal) == ("binary", True)
