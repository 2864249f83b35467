"""`claimgraph serve`: a build as a SPARQL endpoint and a page on this machine."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from claimgraph.cli.command import build_folder, command, console
from claimgraph.model import ExitCode

if TYPE_CHECKING:
    from claimgraph.storing.serving import Server


@command(
    "serve",
    [
        ("The page, a query page and a SPARQL endpoint, until Ctrl-C", "claimgraph serve out/demo"),
        ("On any port that is free; the address is printed", "claimgraph serve out/demo --port 0"),
    ],
)
@build_folder
@click.option(
    "--host", default="127.0.0.1", show_default=True, help="Address to listen on; this machine only unless set."
)
@click.option(
    "--port", type=click.IntRange(0, 65535), default=7878, show_default=True, help="Port; 0 for any free one."
)
@click.option(
    "--timeout", type=click.FloatRange(min=0, min_open=True), metavar="S", help="Give a query up after S seconds."
)
@click.option(
    "--store",
    type=click.Path(file_okay=False, path_type=Path),
    metavar="DIR",
    help="Keep the loaded graph here, so that the next start with a large one is quick.",
)
def serve(out: Path, host: str, port: int, timeout: float | None, store: Path | None) -> ExitCode:
    """Serve a build over HTTP: its page at /, a query page at /ask/, a read-only SPARQL 1.1 endpoint at /sparql.

    OUT is the folder that `claimgraph build` wrote. Ctrl-C stops the server.
    """
    from claimgraph.storing import serving

    console().detail(f"loading {out}")
    serving.serve(out, _say, host=host, port=port, store=store, timeout=timeout)
    return ExitCode.DONE


def _say(server: "Server") -> None:
    """Print where the server answers."""
    click.echo(f"page      {server.address}\nqueries   {server.query_page}\nendpoint  {server.endpoint}")
    console().note("Ctrl-C stops the server.")
