"""Word documents: structure, properties, and files that are none."""

import io
import zipfile
from datetime import datetime
from pathlib import Path

import docx
import pytest

from claimgraph.model import Document, Problem
from claimgraph.reading import Limits, read


def made() -> bytes:
    """Return a Word document."""
    document = docx.Document()
    document.core_properties.title = "Tea and sleep"
    document.core_properties.author = "Jane Smith"
    document.core_properties.created = datetime(2020, 5, 21)
    document.core_properties.language = "en-GB"
    document.add_heading("Tea and sleep", 1)
    paragraph = document.add_paragraph("Tea ")
    paragraph.add_run("wakes").bold = True
    paragraph.add_run(" those who drink it.\nCoffee does too.")
    document.add_heading("Is it safe?", 2)
    document.add_paragraph("Yes, “tea” is safe.")
    document.add_paragraph("Green tea calms.", style="List Bullet")
    document.add_paragraph("Black tea wakes.", style="List Bullet")
    table = document.add_table(2, 2)
    for cell, words in zip((c for row in table.rows for c in row.cells), ("Tea", "mg", "Green", "30"), strict=True):
        cell.text = words
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def read_bytes(
    tmp_path: Path, data: bytes, limits: Limits | None = None
) -> tuple[tuple[Document, ...], tuple[Problem, ...]]:
    """Return what reading bytes as a Word document gives."""
    (tmp_path / "a.docx").write_bytes(data)
    return read([tmp_path / "a.docx"], limits=limits or Limits())


def test_structure_and_properties(tmp_path: Path) -> None:
    """Headings, items and tables are regions; title, author, date and language are the file's own."""
    (document,), problems = read_bytes(tmp_path, made())
    assert problems == ()
    assert document.text == (
        "Tea and sleep\n\nTea wakes those who drink it.\nCoffee does too.\n\nIs it safe?\n\nYes, “tea” is safe.\n\n"
        "Green tea calms.\nBlack tea wakes.\n\nTea\tmg\nGreen\t30"
    )
    kinds = [(region.kind, region.level, document.text[region.start : region.end]) for region in document.regions]
    assert kinds == [
        ("heading", 1, "Tea and sleep"),
        ("heading", 2, "Is it safe?"),
        ("item", 0, "Green tea calms."),
        ("item", 0, "Black tea wakes."),
        ("table", 0, "Tea\tmg\nGreen\t30"),
    ]
    assert (document.title, document.author, document.date) == ("Tea and sleep", "Jane Smith", "2020-05-21")
    assert document.language == "en-gb"


def packed(entries: dict[str, bytes]) -> bytes:
    """Return a packed file."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in entries.items():
            archive.writestr(name, data)
    return stream.getvalue()


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"no word file at all", "damaged"),
        (made()[:2_000], "damaged"),
        (packed({"other.xml": b"<a/>"}), "damaged"),
        (packed({"word/document.xml": b"<not closed"}), "damaged"),
        (bytes.fromhex("d0cf11e0a1b11ae1") + b"\0" * 600, "encrypted"),
        (packed({"word/document.xml": b" " * 50_000_000}), "bomb"),
        (packed({f"{number}.xml": b"" for number in range(10_001)}), "bomb"),
    ],
    ids=["text", "cut", "other", "xml", "compound", "ratio", "entries"],
)
def test_what_is_no_word_document_is_a_problem(tmp_path: Path, data: bytes, code: str) -> None:
    """Damaged, encrypted and bomb-like files are named, each in one line."""
    documents, (problem,) = read_bytes(tmp_path, data)
    assert documents == ()
    assert problem.code == code
    assert "\n" not in str(problem)


def test_the_limit_on_unpacking_is_the_callers(tmp_path: Path) -> None:
    """A sound file is refused where it unpacks to more than allowed."""
    _, (problem,) = read_bytes(tmp_path, made(), Limits(unpacked_bytes=10_000))
    assert problem.code == "bomb"


def test_entities_that_grow_are_not_expanded(tmp_path: Path) -> None:
    """A document of nested entities (a billion laughs) ends as a problem."""
    entities = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 10))
    xml = f'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a0 "tea">{entities}]><x>&a9;</x>'
    with zipfile.ZipFile(io.BytesIO(made())) as archive:
        entries = {name: archive.read(name) for name in archive.namelist()}
    _, (problem,) = read_bytes(tmp_path, packed({**entries, "word/document.xml": xml.encode()}))
    assert problem.fatal


def test_an_empty_word_document_is_empty(tmp_path: Path) -> None:
    """A document without words is a problem."""
    stream = io.BytesIO()
    docx.Document().save(stream)
    documents, (problem,) = read_bytes(tmp_path, stream.getvalue())
    assert (documents, problem.code) == ((), "empty")
