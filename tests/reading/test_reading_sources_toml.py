"""`sources.toml`: every value traceable to the text, every mistake one line with its place."""

import importlib.resources
import tomllib
from pathlib import Path

import pytest

from claimgraph.model import ClaimgraphError, ExitCode, SourceKind
from claimgraph.reading import read

TEXT = "Tea House\n\nPosted May 18, 2021. We at Tea House in Leeds sell\ntea that wakes."

GOOD = """
[a]
publisher = "Tea House"
kind = "company"
date = 2021-05-18
place = "Leeds"
interest = "sells"
[a.traces]
publisher = "We at Tea House"
date = ["Posted May 18, 2021", "May"]
interest = "sell tea that wakes"
"""


def folder(tmp_path: Path, toml: str) -> Path:
    """Return a folder with one text and a `sources.toml`."""
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "sources.toml").write_text(toml, encoding="utf-8")
    return tmp_path


def test_the_values_are_the_documents(tmp_path: Path) -> None:
    """What the file says stands in the document, traces may break a line, and the title is still read off."""
    (document,), problems = read([folder(tmp_path, GOOD)])
    assert problems == ()
    assert (document.publisher, document.kind, document.date) == ("Tea House", SourceKind.COMPANY, "2021-05-18")
    assert (document.place, document.interest, document.title) == ("Leeds", "sells", "Tea House")


def test_it_counts_for_a_file_named_alone(tmp_path: Path) -> None:
    """The file beside a document is used even where the folder is not named."""
    (document,), _ = read([folder(tmp_path, GOOD) / "a.txt"])
    assert document.publisher == "Tea House"


def test_a_whole_file_name_may_be_the_key(tmp_path: Path) -> None:
    """Two files of one stem are told apart by their endings."""
    where = folder(tmp_path, '["a.txt"]\nplace = "Leeds"\n')
    (where / "a.md").write_text("Tea wakes.", encoding="utf-8")
    documents, _ = read([where])
    assert {document.source[-5:]: document.place for document in documents} == {"a.txt": "Leeds", "/a.md": None}


@pytest.mark.parametrize(
    ("toml", "line", "words"),
    [
        ("[a\n", 1, "not valid TOML"),
        ('[a]\nplace = "Leeds"\npublsher = "x"\n', 3, 'unknown field "publsher"'),
        ('[a]\nkind = "shop"\n', 2, '"shop" is no kind; known are clinic'),
        ('[a]\ninterest = "money"\n', 2, '"money" is no interest'),
        ('[a]\ndate = "May 2021"\n', 2, '"May 2021" is no date; write it as 2020-05-21'),
        ("[a]\nplace = 3\n", 2, '"place" is no text'),
        ('place = "Leeds"\n', 1, '"place" stands outside a table'),
        ('[a]\nplace = "Leeds"\n[a.traces]\nplace = "York"\n', 1, 'trace of "place" does not stand in'),
        ('[a]\n[a.traces]\nplace = "Leeds"\n', 2, 'a trace of "place", but [a] has no such field'),
        ('[a]\nplace = "Leeds"\ntraces = "Leeds"\n', 3, '"traces" is no table'),
        ('[a]\nplace = "Leeds"\n[a.traces]\nplace = 3\n', 3, 'the trace of "place" is no text'),
    ],
)
def test_a_mistake_is_one_line_with_its_place(tmp_path: Path, toml: str, line: int, words: str) -> None:
    """The message names the file and line, says what is wrong, and the run ends as wrongly used."""
    with pytest.raises(ClaimgraphError) as caught:
        read([folder(tmp_path, toml)])
    message = str(caught.value)
    assert words in message
    assert f"sources.toml:{line}" in message or f"at line {line}" in message
    assert "\n" not in message
    assert caught.value.exit_code is ExitCode.USAGE


def test_a_file_that_is_no_utf_8_is_one_line(tmp_path: Path) -> None:
    """The file that describes others must itself be readable."""
    where = folder(tmp_path, GOOD)
    (where / "sources.toml").write_bytes(b'[a]\nplace = "\xff"\n')
    with pytest.raises(ClaimgraphError, match="cannot be read"):
        read([where])


def test_every_value_of_the_seeds_has_its_trace() -> None:
    """The seeds' own file names the words for each value, and reading finds them in the texts."""
    seeds = importlib.resources.files("claimgraph.seeds")
    tables = tomllib.loads((seeds / "sources.toml").read_text(encoding="utf-8"))
    assert all(set(table) - {"traces"} == set(table["traces"]) for table in tables.values())
    documents, problems = read([str(seeds)])
    assert [document.stem for document in documents] == sorted(tables)
    assert problems == ()
