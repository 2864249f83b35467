"""`claimgraph push`: load a build into a SPARQL store elsewhere."""

from pathlib import Path
from typing import Literal

import click

from claimgraph.cli.command import build_folder, command, console
from claimgraph.model import ExitCode


@command(
    "push",
    [
        ("Into a store that takes SPARQL Update", "claimgraph push out/demo http://localhost:7878/update"),
        (
            "By the Graph Store Protocol, the shared facts into a graph of their own",
            "claimgraph push out/demo http://localhost:7878/store --graph https://example.org/claims",
        ),
    ],
)
@build_folder
@click.argument("endpoint", metavar="ENDPOINT")
@click.option("--via", type=click.Choice(["update", "gsp"]), help="Protocol.  [default: as the address's ending tells]")
@click.option("--graph", metavar="IRI", help="Named graph for what stands in the build's default graph.")
@click.option("--batch", type=click.IntRange(min=1), default=1000, show_default=True, help="Triples in one request.")
@click.option("--retries", type=click.IntRange(min=0), default=4, show_default=True, help="Further tries of a request.")
@click.option(
    "--timeout", type=click.FloatRange(min=0, min_open=True), default=300, show_default=True, help="Seconds to wait."
)
def push(
    out: Path,
    endpoint: str,
    via: Literal["update", "gsp"] | None,
    graph: str | None,
    batch: int,
    retries: int,
    timeout: float,
) -> ExitCode:
    """Load a build into any SPARQL 1.1 store, each graph whole or not at all.

    OUT is the folder that `claimgraph build` wrote, ENDPOINT the store's address for SPARQL Update or for the Graph
    Store Protocol. Credentials come from the environment: CLAIMGRAPH_PUSH_USER and CLAIMGRAPH_PUSH_PASSWORD, or
    CLAIMGRAPH_PUSH_TOKEN.
    """
    from claimgraph.storing import pushing

    target = pushing.Target(endpoint, via, graph, batch, retries, timeout)
    tell = console().progress()
    pushed = pushing.push(out, target, (lambda done, total: tell("pushing", done, total)) if tell else None)
    console().note(f"{pushed.graphs} graphs, {pushed.triples} triples in {pushed.requests} requests: {endpoint}")
    return ExitCode.DONE
