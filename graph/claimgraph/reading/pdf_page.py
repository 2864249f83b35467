"""One page of a PDF as fragments: runs of characters on one line, with where they stand."""

import ctypes
import math
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pypdfium2 import PdfPage, PdfTextPage

_HYPHENS = frozenset({0x02, 0xAD, 0xFFFE})
_AS = {0xF0B7: "•", 0xF0A7: "▪", 0xFB00: "ff", 0xFB01: "fi", 0xFB02: "fl", 0xFB03: "ffi", 0xFB04: "ffl", 0xA0: " "}
_BOLD_WEIGHT = 600
_FORCE_BOLD = 1 << 18


@dataclass(frozen=True, slots=True)
class Fragment:
    """A run of characters on one line of a page; lengths in points, from the page's lower left corner.

    Attributes:
        text: its characters.
        left: where it begins.
        right: where it ends.
        bottom: its lower edge.
        top: its upper edge.
        bold: whether its first and last letters are bold.
    """

    text: str
    left: float
    right: float
    bottom: float
    top: float
    bold: bool = False

    @property
    def size(self) -> float:
        """Return its height."""
        return self.top - self.bottom

    @property
    def middle(self) -> float:
        """Return the height of its middle."""
        return (self.top + self.bottom) / 2


@dataclass(frozen=True, slots=True)
class _Sign:
    """One character and its box."""

    text: str
    left: float
    bottom: float
    right: float
    top: float
    index: int


def fragments(page: "PdfPage") -> tuple[Fragment, ...]:
    """Return the fragments of a page in the order its content gives them; upright text only."""
    text_page = page.get_textpage()
    try:
        return tuple(_runs(text_page))
    finally:
        text_page.close()


def _runs(text_page: "PdfTextPage") -> Iterator[Fragment]:
    """Yield the fragments, parted where the line ends or a gap wider than a letter stands."""
    run: list[_Sign] = []
    for sign in _signs(text_page):
        if sign is None or (run and not _continues(run[-1], sign)):
            if any(one.text.strip() for one in run):
                yield _fragment(text_page, run)
            run = []
        if sign is not None:
            run.append(sign)
    if any(one.text.strip() for one in run):
        yield _fragment(text_page, run)


def _signs(text_page: "PdfTextPage") -> Iterator[_Sign | None]:
    """Yield the characters with their boxes, None at the end of a line; generated blanks take the place before them."""
    import pypdfium2.raw as pdfium  # noqa: PLC0415 - loads a large library, needed for PDF only

    box = pdfium.FS_RECTF()
    handle = text_page.raw
    right_before = bottom_before = top_before = 0.0
    for index in range(text_page.count_chars()):
        code = pdfium.FPDFText_GetUnicode(handle, index)
        if pdfium.FPDFText_IsGenerated(handle, index) == 1 and code not in _HYPHENS:
            if code in (0x0A, 0x0D):
                yield None
            elif code == 0x20:
                yield _Sign(" ", right_before, bottom_before, right_before, top_before, index)
            continue
        if abs(math.sin(pdfium.FPDFText_GetCharAngle(handle, index))) > 0.1:
            continue
        if not pdfium.FPDFText_GetLooseCharBox(handle, index, box):
            continue
        letter = "-" if code in _HYPHENS else _AS.get(code) or (chr(code) if 0x20 <= code < 0x110000 else " ")
        right_before, bottom_before, top_before = box.right, box.bottom, box.top
        yield _Sign(letter, box.left, box.bottom, box.right, box.top, index)


def _continues(before: _Sign, sign: _Sign) -> bool:
    """Say whether a character stands on the same line as the one before it, no further than a letter away."""
    height = max(before.top - before.bottom, sign.top - sign.bottom, 1.0)
    overlap = min(before.top, sign.top) - max(before.bottom, sign.bottom)
    gap = sign.left - before.right
    return (
        overlap > 0.3 * min(before.top - before.bottom, sign.top - sign.bottom) and -0.6 * height < gap < 0.9 * height
    )


def _fragment(text_page: "PdfTextPage", run: list[_Sign]) -> Fragment:
    """Return the fragment of a run of characters."""
    shown = [sign for sign in run if sign.text.strip()]
    words = "".join(sign.text for sign in run).strip()
    tallest = max(shown, key=lambda sign: sign.top - sign.bottom)
    left, right = min(sign.left for sign in shown), max(sign.right for sign in shown)
    bold = _bold(text_page, shown[0].index) and _bold(text_page, shown[-1].index)
    return Fragment(words, left, right, tallest.bottom, tallest.top, bold)


def _bold(text_page: "PdfTextPage", index: int) -> bool:
    """Say whether a character is bold, by its font's weight, flags or name."""
    import pypdfium2.raw as pdfium  # noqa: PLC0415 - loads a large library, needed for PDF only

    if pdfium.FPDFText_GetFontWeight(text_page, index) >= _BOLD_WEIGHT:
        return True
    flags = ctypes.c_int()
    name = ctypes.create_string_buffer(128)
    pdfium.FPDFText_GetFontInfo(text_page, index, name, len(name), flags)
    return bool(flags.value & _FORCE_BOLD) or b"bold" in name.value.lower()
