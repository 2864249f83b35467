"""The pile: what the user names becomes documents and problems, whatever the order."""

import io
import os
from collections.abc import Iterator
from itertools import islice, permutations
from pathlib import Path

import pytest

from claimgraph.model import Problem
from claimgraph.reading import Limits, document_from_text, read


@pytest.fixture
def pile(tmp_path: Path) -> Path:
    """Return a folder of folders."""
    for name in ("b/tea.txt", "a/tea.txt", "a/deep/er/milk.md", "coffee.txt"):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"This is the text of {name}.", encoding="utf-8")
    (tmp_path / "picture.png").write_bytes(b"\x89PNG\x00")
    (tmp_path / ".hidden.txt").write_text("hidden", encoding="utf-8")
    (tmp_path / ".git").mkdir()
    (tmp_path / ".git" / "x.txt").write_text("hidden", encoding="utf-8")
    return tmp_path


def codes(problems: tuple[Problem, ...]) -> list[str]:
    """Return the codes of problems, checking that each is one line that names its source."""
    assert all("\n" not in str(problem) and problem.source for problem in problems)
    return [problem.code for problem in problems]


def test_a_folder_is_read_to_its_depth_and_stems_stay_apart(pile: Path) -> None:
    """Every known file is a document; a stem seen before gets a number; others are passed over without a word."""
    documents, problems = read([pile])
    assert [document.stem for document in documents] == ["coffee", "milk", "tea", "tea-2"]
    assert [document.text[20:-1] for document in documents[2:]] == ["a/tea.txt", "b/tea.txt"]
    assert problems == ()


def test_the_order_of_the_sources_makes_no_difference(pile: Path) -> None:
    """Documents and problems come out the same however the sources are named."""
    sources = [str(pile / "a"), str(pile / "b"), str(pile / "coffee.txt"), "nowhere.txt", str(pile / "picture.png")]
    expected = read(sources)
    for shuffled in islice(permutations(sources), 1, None, 31):
        assert read(shuffled) == expected


def test_a_file_named_twice_is_read_once(pile: Path) -> None:
    """A file, its folder and a way round it are one source."""
    documents, _ = read([pile / "coffee.txt", str(pile / "coffee.txt"), pile / "a" / ".." / "coffee.txt"])
    assert len(documents) == 1


def test_patterns_are_expanded(pile: Path) -> None:
    """Stars go through folders; a pattern that matches nothing is a problem."""
    documents, problems = read([f"{pile}/**/*.txt", f"{pile}/*.pdf"])
    assert [document.stem for document in documents] == ["coffee", "tea", "tea-2"]
    assert codes(problems) == ["missing"]


def test_standard_input_is_a_source() -> None:
    """A dash reads the stream, as text or as what its first bytes say."""
    (document,), problems = read(["-"], stdin=io.BytesIO(b"Tea wakes."))
    assert (document.stem, document.source, document.text, problems) == ("stdin", "-", "Tea wakes.", ())
    page = b"<!DOCTYPE html><html><body><p>Tea wakes those who drink it at night.</p></body></html>"
    (document,), _ = read(["-"], stdin=io.BytesIO(page))
    assert (document.media_type, document.text) == ("text/html", "Tea wakes those who drink it at night.")


def test_each_bad_source_is_one_line_and_the_rest_goes_on(pile: Path) -> None:
    """Missing, empty, binary, unknown, unreadable and too large sources are named; the good one is read."""
    bad = pile / "bad"
    (bad / "folder.txt").mkdir(parents=True)
    (bad / "none").mkdir()
    (bad / "empty.txt").write_bytes(b"")
    (bad / "blank.txt").write_bytes(b" \n\t\r\n")
    (bad / "binary.txt").write_bytes(bytes(range(256)))
    (bad / "dangling.txt").symlink_to(bad / "gone.txt")
    (bad / "circle.txt").symlink_to(bad / "circle.txt")
    (bad / "large.txt").write_bytes(b"tea " * 600)
    sources: list[str | Path] = [
        bad,
        bad / "none",
        pile / "picture.png",
        pile / "coffee.txt",
        "nowhere",
        "https://example.org/",
    ]
    documents, problems = read(sources, limits=Limits(file_bytes=2_000))
    assert [document.stem for document in documents] == ["coffee"]
    assert {Path(problem.source).name: problem.code for problem in problems} == {
        "empty.txt": "empty",
        "blank.txt": "empty",
        "binary.txt": "binary",
        "dangling.txt": "unreadable",
        "circle.txt": "unreadable",
        "folder.txt": "unreadable",
        "large.txt": "too-large",
        "none": "empty-folder",
        "picture.png": "format",
        "nowhere": "missing",
        "example.org": "fetch-off",
    }
    assert len(codes(problems)) == 11


def test_a_200_mb_file_is_refused_by_its_size_alone(tmp_path: Path) -> None:
    """The file is not loaded to learn that it is too large."""
    path = tmp_path / "large.txt"
    with path.open("wb") as file:
        file.truncate(200 * 2**20)
    documents, (problem,) = read([path])
    assert documents == ()
    assert str(problem) == f"{path}: too large: 200 MB, the limit is 64 MB; split it"


def test_a_text_that_is_there_already_becomes_a_document() -> None:
    """Texts need no file, keep their characters, and lone surrogates cannot break what is written later."""
    document = document_from_text("Tea wakes.\r\n\ud800", "tea")
    assert (document.stem, document.text, len(document.sha256)) == ("tea", "Tea wakes.\r\n\ufffd", 64)


@pytest.mark.parametrize(
    ("head", "title", "date"),
    [
        ("May 21st 2020 –\n\nTea wakes.", "Tea wakes.", "2020-05-21"),
        ("  • Post published:May 18, 2021\nTea wakes.", "Tea wakes.", "2021-05-18"),
        ("Tea\n\n3 March 2019\n\nTea wakes.", "Tea", "2019-03-03"),
        ("Tea\n\nUpdated 2020-01-02\n", "Tea", "2020-01-02"),
        ("Tea\n\nApril 2018\n", "Tea", "2018-04"),
        ("In May 2020 they found, after years of tests in the laboratory, that tea wakes.", None, None),
        ("Tea\n\nFebruary 31, 2020\n", "Tea", None),
    ],
)
def test_title_and_date_are_read_off_the_head_of_a_text(head: str, title: str | None, date: str | None) -> None:
    """A line of its own tells the date, as precisely as it does; the first other line is the title."""
    document = document_from_text(head)
    assert document.date == date
    assert title is None or document.title == title


def test_a_long_first_line_gives_its_first_sentence_as_title() -> None:
    """A paragraph is no title, its first sentence may be, cut at a word."""
    long = "tea " * 60
    assert document_from_text(f"Tea wakes. {long}").title == "Tea wakes."
    title = document_from_text(long).title
    assert title.endswith("tea…")
    assert len(title) <= 120


def test_a_folder_that_cannot_be_read_does_not_hide_the_others(pile: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The folder is named with its reason; its neighbours are read."""
    closed, listed = pile / "a" / "deep", Path.iterdir

    def iterdir(folder: Path) -> Iterator[Path]:
        if folder == closed:
            raise PermissionError(13, "Permission denied")
        return listed(folder)

    monkeypatch.setattr(Path, "iterdir", iterdir)
    documents, (problem,) = read([pile])
    assert [document.stem for document in documents] == ["coffee", "tea", "tea-2"]
    assert (problem.source, problem.code) == (str(closed), "unreadable")


def test_pipes_are_refused_and_odd_names_are_shown(tmp_path: Path) -> None:
    """A pipe would wait for ever; a name that is no UTF-8 could not be written into the build."""
    os.mkfifo(tmp_path / "pipe.txt")
    (tmp_path / os.fsdecode(b"t\xffa.txt")).write_text("Tea wakes.", encoding="utf-8")
    (document,), (problem,) = read([tmp_path])
    assert (document.stem, problem.code) == ("t\ufffda", "unreadable")
    assert document.source.isprintable()
