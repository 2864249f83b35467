"""`claimgraph build`: documents become a graph of claims in a folder."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from claimgraph.cli.command import command, console, fail_on_option, model_option, pack_option
from claimgraph.model import ExitCode, RelationType

if TYPE_CHECKING:
    from claimgraph.api import Build
    from claimgraph.reading import Limits

#: What --fail-on can name.
FINDINGS = ("conflict", "self-contradiction", "problem")


@command(
    "build",
    [
        ("A folder of pages; open out/pages/index.html afterwards", "claimgraph build seeds --out out/pages"),
        ("Single files, by name and by glob", 'claimgraph build seeds/000*.txt "seeds/00[12]*.txt" --out out/three'),
        ("With a domain pack of your own", "claimgraph build seeds --pack my-pack.ttl --out out/packed"),
        ("Text from another program", "cat notes.txt | claimgraph build - --out out/notes"),
        ("In a script: exit code 4 where conflicts are found", "claimgraph build seeds --out out/c --fail-on conflict"),
    ],
)
@click.argument("sources", nargs=-1, required=True, metavar="SOURCE...")
@click.option(
    "--out",
    required=True,
    type=click.Path(file_okay=False, path_type=Path),
    help="Folder for the graph: new, empty, or that of an earlier build, which is replaced.",
)
@pack_option
@model_option
@click.option("--fetch", is_flag=True, help="Allow addresses (http, https) as sources; without it nothing is fetched.")
@click.option("--max-size", type=click.IntRange(min=1), metavar="MB", help="Largest file read.  [default: 64]")
@click.option("--max-pages", type=click.IntRange(min=1), metavar="N", help="Pages read of a PDF.  [default: 2000]")
@click.option("--max-rows", type=click.IntRange(min=1), metavar="N", help="Texts read of a corpus.  [default: 100000]")
@click.option("--max-seconds", type=click.IntRange(min=1), metavar="S", help="Time for reading a file.  [default: 60]")
@fail_on_option(FINDINGS)
def build(
    sources: tuple[str, ...],
    out: Path,
    pack: tuple[str, ...],
    model: str | None,
    fetch: bool,
    max_size: int | None,
    max_pages: int | None,
    max_rows: int | None,
    max_seconds: int | None,
    fail_on: tuple[str, ...],
) -> ExitCode:
    """Build the graph of claims of documents.

    SOURCE is a file (text, Markdown, HTML, PDF, Word, CSV, JSON lines), a folder, a glob, "-" for standard input or,
    with --fetch, an address. The folder gets claims.jsonl, relations.jsonl, graph.trig, index.html, report.json and
    problems.jsonl: all of them or none. A document that cannot be read is named, listed in problems.jsonl, and stops
    no other.
    """
    from claimgraph import api

    limits = reading_limits(max_size, max_pages, max_rows, max_seconds)
    made = api.build(
        sources, packs=pack, model=model, fetch=fetch, limits=limits, out=out, progress=console().progress()
    )
    console().problems(made.problems)
    console().note(f"{_told(made)}: {out / 'index.html'}")
    return _ended(made, fail_on)


def _told(made: "Build") -> str:
    """Return how much was found, "1 document, 12 claims, 3 relations (1 conflict)"."""
    conflicts = sum(relation.type is RelationType.CONFLICT for relation in made.relations)
    numbers = {"document": len(made.documents), "claim": len(made.claims), "relation": len(made.relations)}
    counted = ", ".join(_counted(number, noun) for noun, number in numbers.items())
    return f"{counted} ({_counted(conflicts, 'conflict')})"


def _counted(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def reading_limits(size: int | None, pages: int | None, rows: int | None, seconds: int | None) -> "Limits":
    """Return the limits of reading with those replaced that were given."""
    from claimgraph.reading import Limits

    given = {
        "file_bytes": size and size * 2**20,
        "pages": pages,
        "rows": rows,
        "seconds": seconds and float(seconds),
    }
    return Limits(**{name: value for name, value in given.items() if value})  # type: ignore[arg-type]


def _ended(made: "Build", fail_on: tuple[str, ...]) -> ExitCode:
    """Return the exit code: a check that found something counts before inputs that failed."""
    conflicts = [relation for relation in made.relations if relation.type is RelationType.CONFLICT]
    found = {
        "conflict": bool(conflicts),
        "self-contradiction": any(relation.within for relation in conflicts),
        "problem": bool(made.problems),
    }
    if named := [finding for finding in fail_on if found[finding]]:
        console().note(f"found: {', '.join(named)}")
        return ExitCode.CHECK_FAILED
    return ExitCode.PARTLY if any(problem.fatal for problem in made.problems) else ExitCode.DONE
