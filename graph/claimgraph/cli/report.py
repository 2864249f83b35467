"""`claimgraph report`: the findings of a build, as text, Markdown or JSON."""

import json
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import click

from claimgraph.cli.command import build_folder, command, console, fail_on_option, format_option, output_option
from claimgraph.cli.output import chosen_format, write_data, write_text
from claimgraph.model import ClaimgraphError, ExitCode

#: What --fail-on can name, and where the report says whether it was found.
CHECKS: Mapping[str, Callable[[Mapping[str, Any]], bool]] = {
    "conflict": lambda report: any(number for _, number in report["counts"]["conflicts"]),
    "self-contradiction": lambda report: bool(report["self_contradictions"]["contradictions"]),
    "overclaim": lambda report: bool(report["overclaims"]["worst"]),
    "sellers-only": lambda report: bool(report["sellers_only"]["propositions"]),
    "unconfirmed": lambda report: bool(report["missing"]["unconfirmed"]),
    "problem": lambda report: bool(report["problems"]),
}


@command(
    "report",
    [
        ("Who says what, where do they disagree, what stands, what is missing?", "claimgraph report out/demo"),
        ("As Markdown, for a page of your own", "claimgraph report out/demo -o report.md"),
        (
            "In a script: exit code 4 if any source sells what it praises",
            "claimgraph report out/demo --fail-on sellers-only",
        ),
    ],
)
@build_folder
@format_option(["text", "markdown", "json"], "text")
@output_option
@click.option(
    "--most", type=click.IntRange(min=1), metavar="N", default=12, show_default=True, help="Entries of a list."
)
@fail_on_option(tuple(CHECKS))
def report(out: Path, format_: str | None, output: Path | None, most: int, fail_on: tuple[str, ...]) -> ExitCode:
    """Tell the findings of a build, each analysis in sentences a lay reader understands.

    OUT is the folder that `claimgraph build` wrote.
    """
    from claimgraph.analysing.report import report as written

    suffixes = {".txt": "text", ".md": "markdown", ".json": "json"}
    wanted = chosen_format(format_, output, suffixes, "text")
    record = _record(out / "report.json")
    if wanted == "json":
        write_data(json.dumps(record, ensure_ascii=False, indent=2) + "\n", output)
    else:
        write_text(written(out, wanted, most), output)
    if found := [name for name in fail_on if CHECKS[name](record)]:
        console().note(f"found: {', '.join(found)}")
        return ExitCode.CHECK_FAILED
    return ExitCode.DONE


def _record(file: Path) -> Mapping[str, Any]:
    """Return the content of a build's report.json."""
    try:
        record = json.loads(file.read_text(encoding="utf-8"))
    except OSError as error:
        raise ClaimgraphError(f"{file}: {error.strerror}; is this the folder of a build?") from None
    except ValueError as error:
        raise ClaimgraphError(f"{file}: not the report of a build ({error}); build the graph again") from None
    if not isinstance(record, dict) or "headlines" not in record:
        raise ClaimgraphError(f"{file}: not the report of a build; build the graph again")
    return record
