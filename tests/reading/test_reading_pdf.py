"""PDF: real files made here, read as running text whose places still tell the page."""

import io
from pathlib import Path

import pytest
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.lib.styles import ParagraphStyle, getSampleStyleSheet
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen import canvas
from reportlab.platypus import BaseDocTemplate, Flowable, Frame, ListFlowable, PageTemplate, Paragraph, Spacer, Table

from claimgraph.model import Document, Problem
from claimgraph.reading import Limits, place, read

STYLES = getSampleStyleSheet()
SENTENCE = "Tea number {0} wakes most of the people who drink it late in the evening, and {0} of them say so."


def made(story: list[Flowable], columns: int = 1, **known: str) -> bytes:
    """Return a PDF of flowing text in columns."""
    stream = io.BytesIO()
    document = BaseDocTemplate(stream, **known)
    gap = 18
    width = (document.width - gap * (columns - 1)) / columns
    frames = [
        Frame(document.leftMargin + number * (width + gap), document.bottomMargin, width, document.height)
        for number in range(columns)
    ]
    document.addPageTemplates(PageTemplate(frames=frames))
    document.build(story)
    return stream.getvalue()


def drawn(pages: list[list[tuple[float, float, str]]], foot: str = "") -> bytes:
    """Return a PDF with lines at given places, in the order given; sizes 11 except lines that begin with "#"."""
    stream = io.BytesIO()
    paper = canvas.Canvas(stream, pagesize=(595, 842))
    for number, lines in enumerate(pages, 1):
        for left, bottom, words in lines:
            paper.setFont(
                "Helvetica-Bold" if words.startswith("#") else "Helvetica", 16 if words.startswith("#") else 11
            )
            paper.drawString(left, bottom, words.lstrip("# "))
        if foot:
            paper.setFont("Helvetica", 9)
            paper.drawString(72, 30, foot)
            paper.drawString(290, 30, str(number))
        paper.showPage()
    paper.save()
    return stream.getvalue()


def read_bytes(
    tmp_path: Path, data: bytes, limits: Limits | None = None
) -> tuple[tuple[Document, ...], tuple[Problem, ...]]:
    """Return what reading bytes as a PDF gives."""
    (tmp_path / "a.pdf").write_bytes(data)
    return read([tmp_path / "a.pdf"], limits=limits or Limits())


def cut(document: Document, kind: str) -> list[str]:
    """Return the words of the regions of one kind."""
    return [document.text[region.start : region.end] for region in document.regions if region.kind == kind]


def test_two_columns_are_read_one_after_the_other(tmp_path: Path) -> None:
    """Every sentence of forty paragraphs in two columns over several pages comes out whole and in order."""
    sentences = [SENTENCE.format(number) for number in range(40)]
    story: list[Flowable] = []
    for sentence in sentences:
        story += [Paragraph(f"{sentence} {sentence}", STYLES["Normal"]), Spacer(1, 6)]
    (document,), problems = read_bytes(tmp_path, made(story, columns=2))
    assert problems == ()
    assert document.text == "\n\n".join(f"{sentence} {sentence}" for sentence in sentences)


def test_columns_drawn_row_by_row_are_still_columns(tmp_path: Path) -> None:
    """Content that goes across the page row by row, below a title that spans it, is read by column."""
    left = [f"left line {number} goes on and on and on" for number in range(12)]
    right = [f"right line {number} goes on and on and" for number in range(12)]
    lines: list[tuple[float, float, str]] = [(72, 780, "# A title that spans both columns of this page here")]
    for number, (one, two) in enumerate(zip(left, right, strict=True)):
        lines += [(72, 740 - 14 * number, one), (320, 740 - 14 * number, two)]
    (document,), _ = read_bytes(tmp_path, drawn([lines]))
    title, body = document.text.split("\n\n", 1)
    assert title == "A title that spans both columns of this page here"
    assert " ".join(body.split()) == " ".join(left + right)


def test_hyphens_at_line_ends_are_undone_and_real_ones_kept(tmp_path: Path) -> None:
    """A broken word is whole again; a compound that the text has elsewhere keeps its hyphen."""
    lines = [
        "Tea brings about the regen-",
        "eration of leaves. A stem-cell is small, and many stem-",
        "cell lines are kept. The anti-",
        "ageing effect of tea is well-known to non-",
        "Europeans.",
    ]
    (document,), _ = read_bytes(tmp_path, drawn([[(72, 700 - 14 * n, line) for n, line in enumerate(lines)]]))
    assert document.text == (
        "Tea brings about the regeneration of leaves. A stem-cell is small, and many stem-cell lines are kept. "
        "The antiageing effect of tea is well-known to non-Europeans."
    )


def test_a_sentence_that_a_page_end_cuts_goes_on_and_knows_both_pages(tmp_path: Path) -> None:
    """Running feet and page numbers go; the page of each word is the page it stands on."""
    pages = [
        [
            (72.0, 700.0, f"On page {number} tea wakes many people."),
            (72.0, 686.0, "It does so for hours and hours and for"),
        ]
        if number < 3
        else [(72.0, 700.0, "days and days, as they say.")]
        for number in range(1, 4)
    ]
    (document,), _ = read_bytes(tmp_path, drawn(pages, foot="Journal of Tea 12, 2020"))
    assert document.text == (
        "On page 1 tea wakes many people. It does so for hours and hours and for\n\n"
        "On page 2 tea wakes many people. It does so for hours and hours and for days and days, as they say."
    )
    assert place(document, document.text.index("On page 1")).page == "1"
    assert place(document, document.text.index("On page 2")).page == "2"
    assert place(document, document.text.index("days and days")).page == "3"
    assert [region.label for region in document.regions if region.kind == "page"] == ["1", "2", "3"]


def test_headings_items_and_tables_are_regions(tmp_path: Path) -> None:
    """Larger and bolder lines are headings by level, bullets items, rows of cells a table."""
    body = [Paragraph(SENTENCE.format(number), STYLES["Normal"]) for number in range(3)]
    items = [Paragraph(words, STYLES["Normal"]) for words in ("Green tea calms people.", "Black tea wakes them.")]
    table = Table([["Tea", "Caffeine"], ["Green", "30 mg"], ["Black", "50 mg"]], colWidths=120)
    story = [
        Paragraph("Tea and sleep", STYLES["Title"]),
        body[0],
        Paragraph("Is it safe?", ParagraphStyle("sub", STYLES["Heading2"])),
        body[1],
        ListFlowable(items, bulletType="bullet", start="•"),
        Spacer(1, 12),
        table,
        Spacer(1, 12),
        body[2],
    ]
    (document,), _ = read_bytes(tmp_path, made(story))
    heads = [(region.label, region.level) for region in document.regions if region.kind == "heading"]
    assert heads == [("Tea and sleep", 1), ("Is it safe?", 2)]
    assert cut(document, "item") == ["Green tea calms people.", "Black tea wakes them."]
    assert cut(document, "table") == ["Tea\tCaffeine\nGreen\t30 mg\nBlack\t50 mg"]
    assert place(document, document.text.index("Green tea")).heading == "Is it safe?"


def test_metadata_is_the_files_own(tmp_path: Path) -> None:
    """Title, author and language are read; a title that names a program's file gives way to the largest heading."""
    story: list[Flowable] = [
        Paragraph("Tea and sleep", STYLES["Title"]),
        Paragraph(SENTENCE.format(1), STYLES["Normal"]),
    ]
    (document,), _ = read_bytes(tmp_path, made(list(story), title="On tea", author="Jane Smith", lang="en-GB"))
    assert (document.title, document.author, document.language) == ("On tea", "Jane Smith", "en-gb")
    assert document.media_type == "application/pdf"
    (document,), _ = read_bytes(tmp_path, made(list(story), title="Microsoft Word - tea.doc"))
    assert document.title == "Tea and sleep"


def scanned(words: str = "") -> bytes:
    """Return a PDF of a picture, with a page of words before it if there are any."""
    from PIL import Image

    stream = io.BytesIO()
    paper = canvas.Canvas(stream)
    if words:
        paper.drawString(72, 700, words)
        paper.showPage()
    paper.drawImage(ImageReader(Image.new("RGB", (40, 40), "grey")), 72, 300, 400, 400)
    paper.showPage()
    paper.save()
    return stream.getvalue()


def encrypted() -> bytes:
    """Return a PDF that needs a password."""
    stream = io.BytesIO()
    paper = canvas.Canvas(stream, encrypt=StandardEncryption("secret", ownerPassword="owner"))
    paper.drawString(72, 700, "Tea wakes.")
    paper.save()
    return stream.getvalue()


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (scanned(), "scanned"),
        (drawn([[]]), "empty"),
        (encrypted(), "encrypted"),
        (b"%PDF-1.7\nno more than a first line", "damaged"),
        (b"not a PDF", "damaged"),
        (drawn([[(72, 700, "Tea wakes.")]])[:400], "damaged"),
    ],
    ids=["scanned", "blank", "encrypted", "first-line", "text", "cut"],
)
def test_what_cannot_be_read_is_a_problem(tmp_path: Path, data: bytes, code: str) -> None:
    """Scanned, encrypted and damaged files are told apart, each in one line."""
    documents, (problem,) = read_bytes(tmp_path, data)
    assert documents == ()
    assert (problem.code, problem.fatal) == (code, True)
    assert "\n" not in str(problem)


def test_a_picture_page_among_others_is_told_and_the_rest_read(tmp_path: Path) -> None:
    """The page without text is named, the document is there."""
    (document,), (problem,) = read_bytes(tmp_path, scanned("Tea wakes."))
    assert document.text == "Tea wakes."
    assert (problem.code, problem.fatal) == ("scanned", False)
    assert "page 2" in problem.message


def test_pages_beyond_the_limit_are_left_out_and_told(tmp_path: Path) -> None:
    """A long PDF is cut, not refused."""
    pages = [[(72.0, 700.0, f"Tea {word}.")] for word in ("one", "two", "three")]
    (document,), (problem,) = read_bytes(tmp_path, drawn(pages), Limits(pages=2))
    assert document.text == "Tea one.\n\nTea two."
    assert (problem.code, problem.fatal) == ("too-large", False)
