"""Hostile and endless input: bounded time, bounded memory, one line, and the rest goes on."""

import time
import zlib
from collections.abc import Callable
from pathlib import Path

import pytest

from claimgraph.reading import Limits, document_from_text, prose, read
from claimgraph.reading.markdown import markdown_regions
from claimgraph.reading.raw import Raw
from claimgraph.reading.tongue import language_of
from claimgraph.reading.worker import Worker


def pdf(content: bytes, rounds: int = 1) -> bytes:
    """Return a PDF whose only page has a content stream packed a number of times over."""
    for _ in range(rounds):
        content = zlib.compress(content, 9)
    filters = b"[" + b"/FlateDecode " * rounds + b"]"
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents 4 0 R "
        b"/Resources << /Font << /F 5 0 R >> >> >>",
        b"<< /Length %d /Filter %s >>\nstream\n%s\nendstream" % (len(content), filters, content),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    body, places = b"%PDF-1.4\n", []
    for number, one in enumerate(objects, 1):
        places.append(len(body))
        body += b"%d 0 obj\n%s\nendobj\n" % (number, one)
    table = b"".join(b"%010d 00000 n \n" % where for where in places)
    end = b"trailer << /Size 6 /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF" % len(body)
    return body + b"xref\n0 6\n0000000000 65535 f \n" + table + end


def test_a_handmade_pdf_is_sound_to_begin_with(tmp_path: Path) -> None:
    """What the next tests make endless is read when it is not."""
    (tmp_path / "a.pdf").write_bytes(pdf(b"BT /F 12 Tf 72 700 Td (Tea wakes people.) Tj ET", rounds=2))
    (document,), problems = read([tmp_path / "a.pdf"])
    assert (document.text, problems) == ("Tea wakes people.", ())


def test_a_pdf_that_unpacks_without_end_does_not_stop_the_rest(tmp_path: Path) -> None:
    """A file of some kilobytes that unpacks to gigabytes is given up within the bounds, and the next file is read."""
    (tmp_path / "a.pdf").write_bytes(pdf(b"BT /F 12 Tf (Tea) Tj ET " + b" " * 200_000_000, rounds=2))
    (tmp_path / "b.pdf").write_bytes(pdf(b"BT /F 12 Tf 72 700 Td (Milk calms.) Tj ET"))
    begun = time.monotonic()
    documents, problems = read([tmp_path], limits=Limits(seconds=3, memory_bytes=400 * 2**20))
    assert time.monotonic() - begun < 60
    assert "b" in [document.stem for document in documents]
    assert len(documents) + len(problems) == 2


def test_a_file_that_takes_too_long_is_given_up(tmp_path: Path) -> None:
    """The process is ended at the limit, the message says so, and the next file starts another."""
    places = (b"1 0 0 1 %d %d Tm (Tea wakes people.) Tj " % (n % 500, n // 500) for n in range(150_000))
    endless = b"BT /F 2 Tf " + b"".join(places) + b"ET"
    (tmp_path / "a.pdf").write_bytes(pdf(endless))
    (tmp_path / "b.pdf").write_bytes(pdf(b"BT /F 12 Tf 72 700 Td (Milk calms.) Tj ET"))
    documents, (problem,) = read([tmp_path], limits=Limits(seconds=2))
    assert [document.text for document in documents] == ["Milk calms."]
    assert problem.code == "too-slow"
    assert "after 2 s" in problem.message


def test_a_process_that_dies_is_a_problem_and_the_next_file_starts_another() -> None:
    """A crash of a library ends neither the run nor the worker."""
    from claimgraph.reading.formats import by_name

    sound = Raw("b.pdf", "b", pdf(b"BT /F 12 Tf 72 700 Td (Milk calms.) Tj ET"))
    with Worker(Limits()) as worker:
        worker.read(by_name("PDF"), sound)
        assert worker.process is not None
        worker.process.kill()
        documents, (problem,) = worker.read(by_name("PDF"), sound)
        assert (documents, problem.code) == ((), "too-demanding")
        documents, problems = worker.read(by_name("PDF"), sound)
        assert ([document.text for document in documents], problems) == (["Milk calms."], ())
        last = worker.process
    assert last is not None
    assert last.poll() is not None


LONG = 500_000
SHAPES: dict[str, str] = {
    "one line": "Tea delays sleep. " * (LONG // 18),
    "one word": "a" * LONG,
    "marks": '"' * LONG,
    "open quotations": '"open here\n' * (LONG // 11),
    "blank lines": "\n" * LONG,
    "bullets": "• a\n" * (LONG // 4),
    "numbers": "1. a\n" * (LONG // 5),
    "headings": "Heading here\n\n" * (LONG // 14),
    "zero width": "\u200b" * LONG,
    "same paragraph": "Tea wakes people who drink it.\n\n" * (LONG // 32),
}


@pytest.mark.parametrize("shape", SHAPES)
def test_time_grows_with_the_text_and_no_faster(shape: str) -> None:
    """Ten times the text takes at most some thirty times as long, in every part of reading that looks at it."""

    def seconds(text: str, part: Callable[[str], object]) -> float:
        begun = time.process_time()
        part(text)
        return time.process_time() - begun

    parts: tuple[Callable[[str], object], ...] = (lambda text: prose(document_from_text(text)), language_of)
    for part in parts:
        small = min(seconds(SHAPES[shape][: LONG // 10], part) for _ in range(2))
        assert seconds(SHAPES[shape], part) < 30 * small + 0.5


@pytest.mark.parametrize("piece", ["[", "*a ", "[a](", "- a\n", "> ", "`", "|a|b|\n", "<a ", "&amp;"])
def test_markdown_of_one_piece_without_end_stays_linear(piece: str) -> None:
    """No sign of Markdown, repeated, makes the parser quadratic."""
    begun = time.process_time()
    markdown_regions(piece * (3_000 // len(piece)))
    small = time.process_time() - begun
    begun = time.process_time()
    markdown_regions(piece * (30_000 // len(piece)))
    assert time.process_time() - begun < 30 * small + 0.5


def test_a_single_line_of_10_mb_is_read_in_seconds(tmp_path: Path) -> None:
    """The whole of reading, from file to document, copes with a line without end."""
    text = "Tea is one of the drinks that wake people. " * 240_000
    (tmp_path / "a.txt").write_text(text, encoding="utf-8")
    begun = time.process_time()
    (document,), problems = read([tmp_path / "a.txt"])
    assert time.process_time() - begun < 5
    assert (len(document.text), problems) == (len(text), ())
