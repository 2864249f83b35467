"""The frame of the command line: exit codes, settings, where messages go, how quickly it starts."""

import os
import pty
import resource
import subprocess
import sys
from pathlib import Path

import click
import pytest

from claimgraph.cli import main as frame
from claimgraph.cli.config import load_config
from claimgraph.cli.console import visible
from claimgraph.cli.output import chosen_format, write_data
from claimgraph.model import ClaimgraphError, ExitCode


def _claimgraph(*words: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run the program as a person would, in a process of its own."""
    return subprocess.run(
        [sys.executable, "-m", "claimgraph", *words],
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
        env={**os.environ, **environment},
    )


def test_help_starts_quickly_and_says_what_the_exit_codes_mean() -> None:
    """The help needs no heavy library, so it answers at once; what counts is its own time, not other work beside it."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    done = _claimgraph("--help")
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    assert done.returncode == 0
    assert "Exit codes: 0 done" in done.stdout
    assert after.ru_utime - before.ru_utime < 0.5, "about 0.1 s of processor time here, 0.15 s by the clock"


def test_help_imports_no_heavy_library() -> None:
    """Neither spaCy, rdflib, networkx nor numpy is touched before a command needs it."""
    code = "import sys, claimgraph.cli.main; print({'spacy', 'rdflib', 'networkx', 'numpy', 'pint'} & set(sys.modules))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "set()"


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (["no-such-command"], "No such command 'no-such-command'"),
        (["model", "info", "--no-such-option"], "No such option '--no-such-option'"),
        (["model", "info", "--format", "svg"], "'svg' is not one of"),
        (["model", "info", "-o", "info.pdf"], "info.pdf: its suffix tells no format"),
    ],
)
def test_wrong_usage_is_one_line_and_exit_code_two(
    words: list[str], message: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """A misspelt command line is answered by one line that names what is wrong, on stderr."""
    assert frame.run(words) is ExitCode.USAGE
    told = capsys.readouterr()
    assert told.out == ""
    assert message in told.err
    assert told.err.count("\n") == 1


def test_missing_model_is_one_line_that_says_what_to_run(capsys: pytest.CaptureFixture[str]) -> None:
    """Without the language model a person learns the command that installs it."""
    assert frame.run(["model", "info", "--model", "en_core_web_none"]) is ExitCode.FAILED
    told = capsys.readouterr().err
    assert "claimgraph model install" in told
    assert told.count("\n") == 1


def test_flag_beats_environment_beats_settings_file_beats_default(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Each of the four places a setting can come from is overruled by the one before it."""
    monkeypatch.chdir(tmp_path)
    asked = ["model", "info"]
    assert frame.run(asked) is ExitCode.DONE
    assert capsys.readouterr().out.startswith("name: ")
    Path("claimgraph.toml").write_text('model = "from_file"\n["model info"]\nformat = "json"\n', encoding="utf-8")
    assert frame.run(asked) is ExitCode.FAILED
    assert "'from_file'" in capsys.readouterr().err
    monkeypatch.setenv("CLAIMGRAPH_MODEL", "from_environment")
    assert frame.run(asked) is ExitCode.FAILED
    assert "'from_environment'" in capsys.readouterr().err
    assert frame.run([*asked, "--model", "en_core_web_md"]) is ExitCode.DONE
    assert capsys.readouterr().out.startswith("{"), "the format still comes from the file"


@pytest.mark.parametrize(
    ("settings", "message"),
    [
        ("modle = 'x'", "no such option: 'modle'"),
        ("['model info']\nfromat = 'json'", "no such option: 'fromat'"),
        ("['model info']\nformat = 'svg'", "'svg' is not one of"),
        ("model = ", "cannot be read as TOML"),
        ("[modle]\nformat = 'json'", r"no such command: \[modle\]"),
    ],
)
def test_wrong_settings_are_named(settings: str, message: str, tmp_path: Path) -> None:
    """A misspelt or ill-typed setting is refused, never passed over."""
    file = tmp_path / "claimgraph.toml"
    file.write_text(settings, encoding="utf-8")
    with pytest.raises(click.UsageError, match=message):
        load_config(file, frame.commands)


@pytest.mark.parametrize(("no_color", "coloured"), [("", True), ("1", False)])
def test_no_color_is_honoured(no_color: str, coloured: bool) -> None:
    """On a terminal errors are coloured, and NO_COLOR takes that away."""
    ours, theirs = pty.openpty()
    environment = {**os.environ, "NO_COLOR": no_color, "TERM": "xterm"}
    subprocess.run([sys.executable, "-m", "claimgraph", "nonsense"], stderr=theirs, env=environment, check=False)
    os.close(theirs)
    seen = os.read(ours, 10_000).decode()
    os.close(ours)
    assert "No such command" in seen
    assert ("\x1b[31m" in seen) is coloured


@pytest.mark.parametrize(
    ("error", "code", "line"),
    [
        (ClaimgraphError("seeds: nothing to read"), ExitCode.FAILED, "claimgraph: seeds: nothing to read\n"),
        (ClaimgraphError("bad", ExitCode.USAGE), ExitCode.USAGE, "claimgraph: bad\n"),
        (PermissionError(13, "Permission denied", "/x"), ExitCode.FAILED, "claimgraph: /x: Permission denied\n"),
        (KeyboardInterrupt(), ExitCode.INTERRUPTED, "interrupted"),
        (
            RuntimeError("two\nlines \x1b[2J"),
            ExitCode.FAILED,
            r"(RuntimeError: two lines \x1b[2J); run it again with -vv",
        ),
    ],
)
def test_every_failure_is_one_line_with_its_exit_code(
    error: BaseException, code: ExitCode, line: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Whatever is raised, the person sees what and where, and a script sees the code."""

    def fail() -> None:
        raise error

    monkeypatch.setitem(frame.commands.commands, "fail", click.Command("fail", callback=fail))
    assert frame.run(["fail"]) is code
    told = capsys.readouterr()
    assert line in told.err
    assert "Traceback" not in told.err
    assert told.out == ""


def test_traceback_is_shown_at_double_verbosity(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Who asks with -vv gets the traceback, then the line."""

    def fail(**_parameters: object) -> None:
        raise ClaimgraphError("broken")

    monkeypatch.setattr(frame.commands.commands["model"].commands["info"], "callback", fail)  # type: ignore[attr-defined]
    frame.run(["model", "info", "-vv"])
    told = capsys.readouterr().err
    assert "Traceback" in told
    assert told.endswith("claimgraph: broken\n")


def test_a_reader_that_stops_reading_is_no_error() -> None:
    """`claimgraph ... | head` ends quietly."""
    line = f"{sys.executable} -m claimgraph --help | head -c 1"
    done = subprocess.run(["bash", "-c", line], capture_output=True, text=True, check=False)
    assert done.stdout == "U"
    assert done.stderr == ""


def test_file_is_whole_or_not_there(tmp_path: Path) -> None:
    """When writing breaks off, the old file stands and nothing lies beside it."""
    target = tmp_path / "out.csv"
    target.write_text("old", encoding="utf-8")

    def half() -> "list[str]":
        raise ClaimgraphError("broke off")

    def pieces() -> "object":
        yield "new"
        half()

    with pytest.raises(ClaimgraphError):
        write_data(pieces(), target)  # type: ignore[arg-type]
    assert target.read_text(encoding="utf-8") == "old"
    assert list(tmp_path.iterdir()) == [target]


def test_longest_suffix_chooses_the_format() -> None:
    """`graph.cyto.json` is not taken for plain JSON, and --format overrules both."""
    suffixes = {".json": "json", ".cyto.json": "cytoscape"}
    assert chosen_format(None, Path("graph.cyto.json"), suffixes, None) == "cytoscape"
    assert chosen_format(None, Path("graph.JSON"), suffixes, None) == "json"
    assert chosen_format("turtle", Path("graph.json"), suffixes, None) == "turtle"


def test_terminal_is_safe_from_what_a_document_says() -> None:
    """Escape sequences and characters that reorder a line are written out; letters of any script stay."""
    assert visible("a\x1b]0;title\x07\u202eb\n\tμ 日本") == "a\\x1b]0;title\\x07\\u202eb\n\tμ 日本"


def test_shells_can_complete_commands() -> None:
    """What docs/cli.md says to put into a shell's start-up file works."""
    asked = {"_CLAIMGRAPH_COMPLETE": "bash_complete", "COMP_WORDS": "claimgraph qu", "COMP_CWORD": "1"}
    command = [sys.executable, "-c", "from claimgraph.cli.main import main; main()"]
    done = subprocess.run(command, capture_output=True, text=True, check=False, env={**os.environ, **asked})
    assert done.stdout == "plain,query\n"
