"""`claimgraph query`: ask a built graph in SPARQL, by a named query, a file or a text."""

import re
import shutil
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

import click

from claimgraph.cli.command import command, fail_on_option, format_option, output_option
from claimgraph.cli.output import chosen_format, write_data, write_text
from claimgraph.model import ExitCode

if TYPE_CHECKING:
    from claimgraph.storing.named import NamedQuery
    from claimgraph.storing.querying import Query

#: How results may be written; "table" is for reading, the others are W3C formats.
FORMATS = ("table", "csv", "tsv", "json", "xml", "turtle", "ntriples")

_SUFFIXES = {
    ".txt": "table",
    ".csv": "csv",
    ".tsv": "tsv",
    ".json": "json",
    ".srj": "json",
    ".xml": "xml",
    ".srx": "xml",
    ".ttl": "turtle",
    ".nt": "ntriples",
}


@command(
    "query",
    [
        ("Which named queries are there?", "claimgraph query --list"),
        ("Every conflicting pair with both quotes", "claimgraph query out/demo conflicts"),
        ("A text of your own", 'claimgraph query out/demo "SELECT (COUNT(*) AS ?n) WHERE { ?c a cg:Claim }"'),
        ("A query in a file, its results as JSON", "claimgraph query out/demo my-query.rq -o results.json"),
        ("From another program", "cat my-query.rq | claimgraph query out/demo - --format csv"),
    ],
)
@click.argument("out", required=False, type=click.Path(exists=True, file_okay=False, path_type=Path), metavar="OUT")
@click.argument("query", required=False, metavar="QUERY")
@click.option("--list", "list_", is_flag=True, help="List the named queries, what they answer and what can be bound.")
@click.option("--bind", multiple=True, metavar="NAME=VALUE", help="Bind a variable of the query to a term; repeatable.")
@click.option("--timeout", type=click.FloatRange(min=0, min_open=True), metavar="S", help="Give up after S seconds.")
@click.option(
    "--store",
    type=click.Path(file_okay=False, path_type=Path),
    metavar="DIR",
    help="Keep the loaded graph here, so that the next query of a large one starts at once.",
)
@format_option(FORMATS, "table for rows, turtle for a graph")
@output_option
@fail_on_option(["rows", "none"])
def query(
    out: Path | None,
    query: str | None,
    list_: bool,
    bind: tuple[str, ...],
    timeout: float | None,
    store: Path | None,
    format_: str | None,
    output: Path | None,
    fail_on: tuple[str, ...],
) -> ExitCode:
    """Ask the graph of a build in SPARQL 1.1.

    OUT is the folder that `claimgraph build` wrote. QUERY is the name of a query that comes along (see --list), a
    file (.rq), a text, or "-" for standard input; it can only read. Prefixes such as cg: and prov: need no
    declaration. A value given with --bind is an IRI in angle brackets, a prefixed name, a number, or a text; it is
    bound as a term and never pasted into the query.
    """
    from claimgraph.storing.named import named_queries

    if list_:
        write_text("\n\n".join(map(_described, named_queries())), output)
        return ExitCode.DONE
    if out is None or query is None:
        raise click.UsageError("give OUT and QUERY, or --list")
    from claimgraph.storing.asking import require_reading
    from claimgraph.storing.querying import answer, rows
    from claimgraph.storing.store import open_build

    asked = _query(query, _bindings(bind), timeout)
    is_graph = require_reading(asked.text) in ("CONSTRUCT", "DESCRIBE")
    wanted = chosen_format(format_, output, _SUFFIXES, "turtle" if is_graph else "table")
    graph = open_build(out, store)
    result = answer(graph, asked, wanted, width=_width(output))
    if wanted == "table":
        write_text(result.decode("utf-8", "replace"), output)
    else:
        write_data(result, output)
    found = ("rows" if rows(graph, asked)[1] else "none") if fail_on else ""
    return ExitCode.CHECK_FAILED if found in fail_on else ExitCode.DONE


def _query(query: str, bindings: Mapping[str, str], timeout: float | None) -> "Query":
    """Return the query that is meant: standard input's, a file's, a text, or one that comes along, by its name."""
    from claimgraph.storing.querying import Query, named

    file = Path(query)
    if query == "-":
        text = sys.stdin.read()
    elif query.endswith((".rq", ".sparql")) or _is_file(file):
        text = _read(file)
    elif re.search(r"[\s{]", query):
        text = query
    else:
        return named(query, bindings, timeout)
    return Query(text, bindings, timeout)


def _is_file(path: Path) -> bool:
    """Say whether a text names a file; a long query is no name, and some systems say so by an error."""
    try:
        return path.is_file()
    except (OSError, ValueError):
        return False


def _read(file: Path) -> str:
    try:
        return file.read_text(encoding="utf-8-sig")
    except OSError as error:
        raise click.UsageError(f"{file}: the query cannot be read: {error.strerror}") from None
    except UnicodeDecodeError:
        raise click.UsageError(f"{file}: not a query: its text is not UTF-8") from None


def _width(output: Path | None) -> int:
    """Return the columns a table may have: the terminal's, or many where a file or a program takes it."""
    return shutil.get_terminal_size().columns if output is None and sys.stdout.isatty() else 200


def _bindings(pairs: tuple[str, ...]) -> Mapping[str, str]:
    """Return the terms to bind, by variable."""
    for pair in pairs:
        if "=" not in pair:
            raise click.UsageError(f"--bind {pair}: write NAME=VALUE")
    return {name.strip().lstrip("?$"): value for name, value in (pair.split("=", 1) for pair in pairs)}


def _described(query: "NamedQuery") -> str:
    """Return what a person needs to know of a named query."""
    binds = [f"    --bind {one.name}=...  {one.description}" for one in query.parameters]
    return "\n".join([f"{query.name}\n    {query.description}", *binds])
