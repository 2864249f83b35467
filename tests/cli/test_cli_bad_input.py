"""What bad input gets: one clear line, the right exit code, nothing half-written, and the rest done all the same."""

import json
import os
import resource
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from claimgraph.model import ExitCode

Shell = Callable[..., Any]

GERMAN = (
    "Der Tee hilft den meisten Menschen beim Einschlafen überhaupt nicht. Wer abends noch eine Tasse trinkt, der liegt "
    "oft lange wach, und am nächsten Morgen ist er müde und hat keine Lust, zur Arbeit zu gehen."
)


@pytest.fixture(autouse=True)
def _folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Work in an empty folder that holds one good document."""
    monkeypatch.chdir(tmp_path)
    Path("good.txt").write_text("Coffee delays sleep.\n", encoding="utf-8")


def _is_one_line(message: str, *words: str) -> bool:
    return message.count("\n") == 1 and message.startswith("claimgraph: ") and all(word in message for word in words)


def _make(name: str) -> None:
    """Make the bad source of a name."""
    path = Path(name)
    match name:
        case "empty-folder":
            path.mkdir()
        case "empty.txt":
            path.touch()
        case "binary.txt":
            path.write_bytes(bytes(range(256)) * 8)
        case "loop.txt":
            path.symlink_to(path)
        case "blank.txt":
            path.write_text(" \n\t\n", encoding="utf-8")


BAD_SOURCES = [
    ("missing.txt", "no such file"),
    ("missing-folder/", "no such file or folder"),
    ("empty-folder", "no document in the folder"),
    ("empty.txt", "empty"),
    ("blank.txt", "empty"),
    ("binary.txt", "binary"),
    ("loop.txt", "cannot be read"),
    ("https://example.org/page", "--fetch"),
]


@pytest.mark.parametrize(("name", "reason"), BAD_SOURCES)
def test_a_source_that_cannot_be_read_alone_fails(name: str, reason: str, shell: Shell) -> None:
    """With nothing to build from, the command fails in one line and writes nothing."""
    _make(name)
    ended = shell(f"claimgraph build {name} --out out")
    assert ended.code is ExitCode.FAILED
    assert _is_one_line(ended.err, name.rstrip("/"), reason), ended.err
    assert ended.out == ""
    assert not Path("out").exists()


@pytest.mark.parametrize(("name", "reason"), BAD_SOURCES)
def test_the_other_documents_are_built_all_the_same(name: str, reason: str, shell: Shell) -> None:
    """A bad source is named, listed in problems.jsonl, and stops no other."""
    _make(name)
    ended = shell(f"claimgraph build {name} good.txt --out out")
    assert ended.code is ExitCode.PARTLY
    assert f"failed: {name}" in ended.err
    (problem,) = map(json.loads, Path("out/problems.jsonl").read_text(encoding="utf-8").splitlines())
    assert problem["source"] == name
    assert reason in problem["message"]
    assert len(list(Path("out").iterdir())) == 6
    assert Path("out/claims.jsonl").read_text(encoding="utf-8").strip()


def test_another_encoding_is_read_with_a_warning(shell: Shell) -> None:
    """Latin-1 is guessed; the person is told, and it is no failure."""
    Path("latin.txt").write_bytes("Coffee delays sleep in Orléans and Besançon.\n".encode("latin-1"))
    ended = shell("claimgraph build latin.txt --out out")
    assert ended.code is ExitCode.DONE
    assert "warning: latin.txt: not UTF-8" in ended.err
    assert "Orléans" in Path("out/claims.jsonl").read_text(encoding="utf-8")


def test_a_folder_that_holds_something_else_is_left_alone(shell: Shell) -> None:
    """Nothing of the user's is overwritten, and the refusal comes before the work."""
    Path("mine").mkdir()
    Path("mine/thesis.doc").write_text("years of work", encoding="utf-8")
    ended = shell("claimgraph build good.txt --out mine")
    assert ended.code is ExitCode.USAGE
    assert _is_one_line(ended.err, "mine", "thesis.doc"), ended.err
    assert [entry.name for entry in Path("mine").iterdir()] == ["thesis.doc"]


def test_an_earlier_build_is_replaced(shell: Shell) -> None:
    """Building again into the same folder gives the new graph whole."""
    assert shell("claimgraph build good.txt --out out").code is ExitCode.DONE
    Path("better.txt").write_text("Tea does not delay sleep.\n", encoding="utf-8")
    assert shell("claimgraph build better.txt --out out").code is ExitCode.DONE
    claims = Path("out/claims.jsonl").read_text(encoding="utf-8")
    assert "Tea" in claims
    assert "Coffee" not in claims


def test_malformed_sources_toml_is_named_with_its_line(shell: Shell) -> None:
    """A slip in the user's own settings is usage, with the place of it."""
    Path("sources.toml").write_text("[good]\npublisher = = 1\n", encoding="utf-8")
    ended = shell("claimgraph build good.txt --out out")
    assert ended.code is ExitCode.USAGE
    assert _is_one_line(ended.err, "sources.toml", "line 2"), ended.err
    assert not Path("out").exists()


@pytest.mark.parametrize(
    ("words", "reason"),
    [
        ("build", "Missing argument 'SOURCE...'"),
        ("build good.txt", "Missing option '--out'"),
        ("build good.txt --out good.txt", "is a file"),
        ("build good.txt --out out --pack no-such-pack", "no such pack"),
        ("build good.txt --out out --pack good.txt", "good.txt:1"),
        ("build good.txt --out out --max-size 0", "0 is not in the range"),
        ("extract", "Missing argument 'SOURCE...'"),
        ("compare", "give two texts, or --pairs FILE"),
        ("compare one", "give two texts, or --pairs FILE"),
        ("compare 'Tea helps.' ''", "side b is empty"),
        ("compare --pairs no-such.jsonl", "No such file"),
        ("query", "give OUT and QUERY, or --list"),
        ("query no-such-folder conflicts", "does not exist"),
        ("report no-such-folder", "does not exist"),
        ("explain one", "give two claims"),
    ],
)
def test_wrong_usage(words: str, reason: str, shell: Shell) -> None:
    """Each is answered by one line that names what is wrong, and exit code 2."""
    ended = shell(f"claimgraph {words}")
    assert ended.code is ExitCode.USAGE, ended.err
    assert _is_one_line(ended.err, reason), ended.err
    assert not Path("out").exists()


def test_an_output_that_cannot_be_written_is_named(shell: Shell) -> None:
    """The file that was asked for is named, not a temporary one beside it."""
    ended = shell("claimgraph model info -o no-such-folder/info.json")
    assert ended.code is ExitCode.FAILED
    assert _is_one_line(ended.err, "no-such-folder/info.json", "no folder"), ended.err


@pytest.mark.parametrize("words", ["query . conflicts", "report .", "explain . c1 c2"])
def test_a_folder_that_is_no_build_is_named(words: str, shell: Shell) -> None:
    """Asking a folder that no build wrote says so."""
    ended = shell(f"claimgraph {words}")
    assert ended.code is ExitCode.FAILED
    assert _is_one_line(ended.err, "build"), ended.err


@pytest.mark.parametrize(
    ("query", "reason"),
    [
        ("'SELECT ?s WHERE { ?s'", "not SPARQL at line 1"),
        ("'INSERT DATA { <a:a> <a:b> <a:c> }'", "writes (INSERT)"),
        ("'DROP ALL '", "writes (DROP)"),
        ("'SELECT * { SERVICE <http://example.org/> { ?s ?p ?o } }'", "SERVICE is refused"),
        ("conflict", "did you mean conflicts?"),
        ("claims-about", "--bind about=VALUE"),
        ("conflicts --bind nobody=1", "takes no 'nobody'"),
        ("conflicts --bind about", "write NAME=VALUE"),
        ("no-such-file.rq", "cannot be read"),
        ("conflicts --format turtle", "--format may be"),
    ],
)
def test_queries_that_cannot_be_run(query: str, reason: str, shell: Shell, seeds_out: Path) -> None:
    """A query that is malformed, would write or lacks its parameter is refused, and the graph stays as it is."""
    before = (seeds_out / "graph.trig").stat().st_mtime_ns
    ended = shell(f"claimgraph query {seeds_out} {query}")
    assert ended.code is ExitCode.USAGE, ended.err
    assert _is_one_line(ended.err, reason), ended.err
    assert (seeds_out / "graph.trig").stat().st_mtime_ns == before


def test_a_query_that_takes_too_long_is_given_up(seeds_out: Path) -> None:
    """--timeout ends a product of everything with everything, and the program with it."""
    endless = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }"
    command = [sys.executable, "-m", "claimgraph", "query", str(seeds_out), endless, "--timeout", "0.2"]
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=20)
    assert done.returncode == ExitCode.FAILED
    assert _is_one_line(done.stderr, "given up after 0.2 s"), done.stderr


def test_malformed_pairs_are_named_by_line_and_the_rest_is_done(shell: Shell) -> None:
    """Of a file with bad lines the good ones are still answered."""
    lines = [
        '{"id": 1, "a": "Tea helps.", "b": "Tea helps."}',
        "no json",
        '{"id": 3, "a": "Tea helps."}',
        "[]",
        '{"id": 5, "a": "Tea helps.", "b": 5}',
        '{"id": 6, "a": "Tea helps.", "b": "Tea does not help."}',
        '{"id": 7, "a": "Tea helps.", "b": " "}',
        json.dumps({"id": 8, "a": "Tea helps.", "b": GERMAN}),
    ]
    Path("pairs.jsonl").write_text("\n".join(lines), encoding="utf-8")
    ended = shell("claimgraph compare --pairs pairs.jsonl")
    assert ended.code is ExitCode.PARTLY
    assert [json.loads(line)["id"] for line in ended.out.splitlines()] == [1, 6, 7, 8]
    assert [f"failed: pairs.jsonl:{number}:" in ended.err for number in range(1, 9)] == [0, 1, 1, 1, 1, 0, 1, 1]


def test_unknown_claims_are_named(shell: Shell, seeds_out: Path, conflict: tuple[str, str]) -> None:
    """An id that the build does not have, and one that is not whole enough, are said to be so."""
    unknown = shell(f"claimgraph explain {seeds_out} {conflict[0]} cffffffffffffffff")
    assert unknown.code is ExitCode.USAGE
    assert _is_one_line(unknown.err, "cffffffffffffffff", "no claim of this build"), unknown.err
    short = shell(f"claimgraph explain {seeds_out} {conflict[0]} c")
    assert short.code is ExitCode.USAGE
    assert _is_one_line(short.err, "claims begin so"), short.err


def test_text_of_a_document_cannot_steer_the_terminal(shell: Shell) -> None:
    """Escape sequences in a document are written out where its words are shown for reading."""
    Path("hostile.txt").write_text("Coffee \x1b[31mdelays\x1b[0m sleep \u202etfel.\n", encoding="utf-8")
    ended = shell("claimgraph extract hostile.txt --format text")
    assert "\x1b" not in ended.out
    assert "\u202e" not in ended.out


def test_interrupted_build_leaves_nothing(seeds: Path, tmp_path: Path) -> None:
    """Control-C ends with exit code 130, one line, and no folder, finished or not."""
    # A shell starts what runs in the background with interrupts ignored, and children inherit that.
    heeding = "import runpy, signal; signal.signal(signal.SIGINT, signal.default_int_handler)"
    command = [sys.executable, "-c", f"{heeding}; runpy.run_module('claimgraph', run_name='__main__', alter_sys=True)"]
    command += ["build", str(seeds), "--out", "out"]
    running = subprocess.Popen(command, stderr=subprocess.PIPE, text=True, env={**os.environ, "PYTHONUNBUFFERED": "1"})
    time.sleep(1.5)
    running.send_signal(signal.SIGINT)
    _, told = running.communicate(timeout=30)
    assert running.returncode == 130, told
    assert "Traceback" not in told
    assert sorted(entry.name for entry in tmp_path.iterdir()) == ["good.txt"]


def test_named_query_answers_in_under_three_seconds(seeds_out: Path) -> None:
    """From the shell's prompt to the answer, the start of Python included, in processor time: others may be busy."""
    begun = _spent_by_children()
    for words in (["conflicts"], ["claims-about-both", "--bind", "about=exosome", "--bind", "with=hair growth"]):
        command = [sys.executable, "-m", "claimgraph", "query", str(seeds_out), *words, "--format", "json"]
        done = subprocess.run(command, capture_output=True, text=True, check=True)
        assert json.loads(done.stdout)["results"]["bindings"], words
    assert _spent_by_children() - begun < 6


def _spent_by_children() -> float:
    """Return the seconds of processor time that finished child processes took so far."""
    spent = resource.getrusage(resource.RUSAGE_CHILDREN)
    return spent.ru_utime + spent.ru_stime
