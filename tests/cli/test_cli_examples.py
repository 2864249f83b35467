"""Every example that a command's help shows is run, and the reference page is the help."""

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import click
import pytest

from claimgraph.cli.command import Command
from claimgraph.cli.config import commands_by_path
from claimgraph.cli.main import commands
from claimgraph.cli.reference import reference
from claimgraph.model import ExitCode
from claimgraph.reading import Limits

#: Commands whose examples need a server: they are run in tests of their own.
ELSEWHERE = ("serve", "push")

EXAMPLES = [
    pytest.param(line, id=f"{path}-{number}")
    for path, command in commands_by_path(commands).items()
    if isinstance(command, Command) and path not in ELSEWHERE
    for number, (_, line) in enumerate(command.examples, start=1)
]


@pytest.mark.parametrize("line", EXAMPLES)
def test_example_of_the_help_does_what_it_says(
    line: str, workplace: Path, shell: Callable[..., Any], conflict: tuple[str, str]
) -> None:
    """An example runs as it stands; only the ids of claims are put in, since they follow from the documents."""
    ids = iter(conflict)
    ended = shell(re.sub(r"\bc[0-9a-f]{16}\b", lambda _: next(ids), line))
    expected = {ExitCode.DONE, ExitCode.CHECK_FAILED} if "--fail-on" in line else {ExitCode.DONE}
    assert ended.code in expected, ended.err
    for written in re.findall(r"(?:-o|--out) (\S+)", line):
        assert (workplace / written).exists()


def test_every_command_has_an_example_and_a_help_text() -> None:
    """Nobody has to guess how a command is meant."""
    for path, command in commands_by_path(commands).items():
        assert isinstance(command, Command), path
        assert command.examples, path
        assert command.help, path
        for parameter in command.params:
            assert parameter.param_type_name == "argument" or getattr(parameter, "help", None), (path, parameter.name)


def test_reference_page_is_current(repository: Path) -> None:
    """docs/cli.md says what --help says; `make docs` writes it anew."""
    assert (repository / "docs" / "cli.md").read_text(encoding="utf-8") == reference()


def test_extract_writes_the_records_of_a_build(workplace: Path, shell: Callable[..., Any]) -> None:
    """A claim looks the same whether it comes from extract or from a build's claims.jsonl."""
    built = [json.loads(line) for line in Path("out/demo/claims.jsonl").read_text(encoding="utf-8").splitlines()]
    stem = built[0]["document"]
    ended = shell(f"claimgraph extract seeds/{stem}.txt")
    alone = [json.loads(line) for line in ended.out.splitlines()]
    assert alone[0].keys() == built[0].keys()
    assert {claim["id"] for claim in alone} == {claim["id"] for claim in built if claim["document"] == stem}


def test_explain_says_why_and_why_not(workplace: Path, shell: Callable[..., Any], conflict: tuple[str, str]) -> None:
    """A conflict is explained with both quotes; a claim beside itself is said to be no pair."""
    ended = shell(f"claimgraph explain out/demo {' '.join(conflict)} --format json")
    told = json.loads(ended.out)
    assert told["type"] == "conflict"
    assert [claim["id"] for claim in told["claims"]] == list(conflict)
    assert told["sentence"]
    same = shell(f"claimgraph explain out/demo {conflict[0]} {conflict[0]}")
    assert same.code is ExitCode.DONE
    assert same.out.startswith("no relation")


def test_explain_takes_the_current_folder(
    workplace: Path, shell: Callable[..., Any], conflict: tuple[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Inside a build's folder the two claims are enough, and as much of an id as is unique."""
    monkeypatch.chdir("out/demo")
    ended = shell(f"claimgraph explain {conflict[0][:12]} {conflict[1]}")
    assert ended.code is ExitCode.DONE, ended.err
    assert ended.out.startswith("conflict (")


def test_compare_answers_each_pair_in_order(workplace: Path, shell: Callable[..., Any]) -> None:
    """Each pair of a file gets its line, with its id or else its line's number."""
    pairs = [
        {"id": "p1", "a": "Coffee improves sleep.", "b": "Coffee does not improve sleep."},
        {"a": "Coffee improves sleep.", "b": "Coffee improves sleep."},
        {"id": 7, "a": "Coffee improves sleep.", "b": "Paris is a city."},
    ]
    Path("three.jsonl").write_text("\n".join(map(json.dumps, pairs)), encoding="utf-8")
    ended = shell("claimgraph compare --pairs three.jsonl")
    told = [json.loads(line) for line in ended.out.splitlines()]
    assert [(one["id"], one["type"]) for one in told] == [("p1", "conflict"), (2, "support"), (7, "none")]
    assert "improve" in told[0]["rationale"]


def test_defaults_that_the_help_states_are_those_of_the_library() -> None:
    """The limits named in the help of build are the limits that reading has."""
    told = {
        parameter.name: int(re.findall(r"\[default: (\d+)\]", parameter.help)[0])
        for parameter in commands.commands["build"].params
        if isinstance(parameter, click.Option) and str(parameter.name).startswith("max_") and parameter.help
    }
    limits = Limits()
    assert told == {
        "max_size": limits.file_bytes // 2**20,
        "max_pages": limits.pages,
        "max_rows": limits.rows,
        "max_seconds": int(limits.seconds),
    }
