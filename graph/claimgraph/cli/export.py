"""`claimgraph export`: a build in the formats that other tools take."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from claimgraph.cli.command import chosen_pack, command, console, pack_option
from claimgraph.cli.output import write_data, write_text
from claimgraph.model import ExitCode

if TYPE_CHECKING:
    from claimgraph.storing.exports import Exported, Format


@command(
    "export",
    [
        ("Which formats are there, and who takes them?", "claimgraph export --list"),
        ("For Protégé and other RDF tools", "claimgraph export out/demo -o graph.ttl"),
        ("For Gephi", "claimgraph export out/demo -o graph.gexf"),
        ("Tables for a spreadsheet, into a folder or a .zip", "claimgraph export out/demo --format csv -o tables"),
        ("Into another program", "claimgraph export out/demo --format nquads"),
    ],
)
@click.argument("out", required=False, type=click.Path(exists=True, file_okay=False, path_type=Path), metavar="OUT")
@click.option("--list", "list_", is_flag=True, help="List the formats, their suffixes, and who takes them.")
@click.option("--format", "format_", metavar="NAME", help="One of the formats of --list.  [default: by -o's suffix]")
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path, allow_dash=True),
    metavar="FILE",
    help="File to write instead of stdout; for a format of several files a folder or a .zip.",
)
@pack_option
def export(out: Path | None, list_: bool, format_: str | None, output: Path | None, pack: tuple[str, ...]) -> ExitCode:
    """Write a build in a format that other tools take: RDF, graph programs, databases, tables.

    OUT is the folder that `claimgraph build` wrote. If it was built with --pack, give the same packs here.
    """
    from claimgraph.storing import exports

    if list_:
        write_text("\n".join(map(_described, exports.FORMATS)), output)
        return ExitCode.DONE
    if out is None:
        raise click.UsageError("give OUT, or --list")
    to_stdout = output is None or str(output) == "-"
    if format_ is None and to_stdout:
        raise click.UsageError("say which format with --format, or name a file with -o whose suffix tells it")
    chosen = exports.format_named(format_.lower()) if format_ else exports.format_of(Path(output or ""))
    if chosen.several and to_stdout and chosen.name != "jsonl":  # lines can follow one another
        raise click.UsageError(f"{chosen.name} is several files: name a folder or a .zip with -o")
    files = exports.export(_exported(out, pack, chosen), chosen.name)
    if to_stdout:
        write_data(b"".join(files.values()), None)
    else:
        exports.save(files, Path(output or ""))
        console().note(f"{chosen.name}: {output}")
    return ExitCode.DONE


def _exported(out: Path, pack: tuple[str, ...], chosen: "Format") -> "Exported":
    """Return what the export is made from; the network of graph programs only where the format takes it."""
    from claimgraph.api import Build
    from claimgraph.storing.exports import Exported
    from claimgraph.storing.reading_back import read_build

    facts = read_build(out)
    build = Build(facts, chosen_pack(facts, pack))
    network = build.to_networkx() if chosen.needs_network else None
    return Exported(facts, build.findings, build.pack, network)


def _described(one: "Format") -> str:
    """Return a line about a format."""
    where = "folder or .zip" if one.several else " ".join(one.suffixes)
    extra = f" (needs pip install 'claimgraph[{one.extra}]')" if one.extra else ""
    return f"{one.name:<12} {where:<15} {one.audience}{extra}"
