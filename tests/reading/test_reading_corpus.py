"""Corpora: a document a row, with what its columns tell; rows that cannot be used are named."""

from pathlib import Path

import pytest

from claimgraph.model import Document, Problem, SourceKind
from claimgraph.reading import Limits, read

JSONL = """{"id": "A 1", "Text": "Tea wakes.\\nIt does.", "title": "Tea", "date": "2020-05-21", "url": "https://example.org/a"}
{"text": "Coffee wakes.", "kind": "forum", "author": "Jane", "interest": "tried", "year": 3}

not json
[1, 2]
{"title": "nothing"}
{"text": ""}
{"content": "Lone \\ud800 surrogate."}
"""


def read_as(
    tmp_path: Path, name: str, text: str, limits: Limits | None = None
) -> tuple[tuple[Document, ...], tuple[Problem, ...]]:
    """Return what reading a text under a file name gives."""
    (tmp_path / name).write_text(text, encoding="utf-8", newline="")
    return read([tmp_path / name], limits=limits or Limits())


def test_json_lines_give_a_document_a_row(tmp_path: Path) -> None:
    """Texts, ids, and what other columns tell; the row's line is a region."""
    documents, _ = read_as(tmp_path, "c.jsonl", JSONL)
    assert [document.stem for document in documents] == ["c-2", "c-8", f"c-{documents[2].stem[2:]}"]
    forum, lone, first = documents
    assert (first.text, first.title, first.date) == ("Tea wakes.\nIt does.", "Tea", "2020-05-21")
    assert first.address == "https://example.org/a"
    assert (forum.kind, forum.author, forum.interest) == (SourceKind.FORUM, "Jane", "tried")
    assert lone.text == "Lone \ufffd surrogate."
    assert [(r.kind, r.label, r.start, r.end) for r in first.regions if r.kind == "line"] == [("line", "1", 0, 19)]


def test_rows_that_cannot_be_used_are_named_by_their_line(tmp_path: Path) -> None:
    """Each is a problem at file and line, the others are read."""
    _, problems = read_as(tmp_path, "c.jsonl", JSONL)
    assert [(problem.source[-1], problem.code) for problem in problems] == [(n, "row") for n in "4567"]


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_separated_values_give_a_document_a_row(tmp_path: Path, delimiter: str) -> None:
    """Quoted fields may hold line ends and delimiters; the label is the line a row begins on."""
    rows = [["id", "TEXT", "date"], ["1", '"Tea, tea;\twakes.\nIt does."', "May 2020"], ["2", "Coffee.", ""]]
    text = "\r\n".join(delimiter.join(row) for row in rows) + "\r\n"
    documents, problems = read_as(tmp_path, "c.csv", text)
    assert problems == ()
    assert [(d.stem, d.text, d.date) for d in documents] == [
        ("c-1", "Tea, tea;\twakes.\nIt does.", "2020-05"),
        ("c-2", "Coffee.", None),
    ]
    assert [d.regions[0].label for d in documents] == ["2", "4"]


def test_a_table_without_a_text_column_is_a_problem(tmp_path: Path) -> None:
    """The message says which names a text column may have."""
    documents, (problem,) = read_as(tmp_path, "c.csv", "a,b\n1,2\n")
    assert (documents, problem.code) == ((), "no-text-column")
    assert "text, content" in problem.message


def test_rows_beyond_the_limit_are_left_out_and_told(tmp_path: Path) -> None:
    """A corpus larger than allowed is cut, not refused."""
    documents, (problem,) = read_as(tmp_path, "c.jsonl", '{"text": "Tea wakes."}\n' * 10, Limits(rows=4))
    assert (len(documents), problem.code, problem.fatal) == (4, "too-large", False)


def test_many_bad_rows_are_summed_up(tmp_path: Path) -> None:
    """A thousand broken rows do not print a thousand lines."""
    documents, problems = read_as(tmp_path, "c.jsonl", "nonsense\n" * 1_000)
    assert documents == ()
    assert len(problems) == 21
    assert any("980 more rows" in problem.message for problem in problems)


def test_what_sources_toml_says_of_a_corpus_counts_for_each_row(tmp_path: Path) -> None:
    """The corpus file's stem names all its documents."""
    (tmp_path / "sources.toml").write_text('[c]\nkind = "forum"\n', encoding="utf-8")
    documents, _ = read_as(tmp_path, "c.jsonl", '{"text": "Tea wakes."}\n{"text": "No."}\n')
    assert {document.kind for document in documents} == {SourceKind.FORUM}
