"""`claimgraph pack`: the domain packs that come along, a check of one's own, and the draft of a new one."""

from collections.abc import Iterable, Iterator
from pathlib import Path

import click

from claimgraph.cli.command import command, console, model_option, output_option, pack_option
from claimgraph.cli.output import write_data, write_text
from claimgraph.model import Claim, ClaimgraphError, ExitCode


@command("list", [("Which subjects does claimgraph know?", "claimgraph pack list")])
def list_() -> ExitCode:
    """List the packs that come along, and how much is in each. One is used where the texts are about its subject."""
    from claimgraph.knowledge.loading import load_pack, shipped_packs

    packs = [(name, load_pack(name)) for name in shipped_packs()]
    lines = (
        f"{name:<20} {len(pack.concepts)} concepts, {len(pack.predicates)} relation types, {len(pack.scales)} scales"
        for name, pack in packs
    )
    write_text("\n".join(lines), None)
    return ExitCode.DONE


@command(
    "check",
    [
        ("Is my pack sound?", "claimgraph pack check my-pack.ttl"),
        ("In a script: exit code 4 where anything is wrong", "claimgraph pack check my-pack.ttl --fail-on problem"),
    ],
)
@click.argument("packs", nargs=-1, required=True, metavar="PACK...")
@click.option("--fail-on", type=click.Choice(["problem"]), help="End with exit code 4 where the result holds this.")
def check(packs: tuple[str, ...], fail_on: str | None) -> ExitCode:
    """Check packs: IRIs that name nothing, opposites and inverses of one side only, circles, labels shared.

    PACK is a Turtle file or the name of a pack that comes along. It is checked together with the core, which every
    build uses.
    """
    from claimgraph.knowledge.checking import check_pack
    from claimgraph.knowledge.loading import core_pack, load_pack

    found = [problem for name in packs for problem in check_pack(load_pack(name), core_pack())]
    write_text("\n".join(map(str, found)) or "no problems found", None)
    return ExitCode.CHECK_FAILED if found and fail_on else ExitCode.DONE


@command(
    "suggest",
    [
        ("Draft a pack for a new subject, to prune and complete", "claimgraph pack suggest seeds -o draft.ttl"),
        ("Knowing nothing but general English", "claimgraph pack suggest seeds --pack none --most 50 -o small.ttl"),
    ],
)
@click.argument("sources", nargs=-1, required=True, metavar="SOURCE...")
@click.option("--name", default="draft", show_default=True, help="Name of the pack; it becomes part of its IRIs.")
@click.option("--least", type=click.IntRange(min=1), default=2, show_default=True, help="Times a thing must be met.")
@click.option(
    "--most", type=click.IntRange(min=1), default=200, show_default=True, help="Concepts, and verbs, at most."
)
@pack_option
@model_option
@output_option
def suggest(
    sources: tuple[str, ...],
    name: str,
    least: int,
    most: int,
    pack: tuple[str, ...],
    model: str | None,
    output: Path | None,
) -> ExitCode:
    """Draft a domain pack from documents: candidate concepts with their variants, and verbs, most frequent first.

    What the packs in use know already is left out. SOURCE is whatever `claimgraph build` reads.
    """
    from claimgraph import api
    from claimgraph.knowledge.suggesting import counted, suggest_pack
    from claimgraph.reading import read

    documents, problems = read(sources)
    console().problems(problems)
    if not documents:
        raise ClaimgraphError("nothing to draft from: no source could be read")
    phrases, verbs = counted(_all(api.extract(documents, packs=pack, model=model)))
    known = api.chosen_pack(pack)
    draft = suggest_pack(phrases.items(), verbs.items(), known=known, name=name, least=least, most=most)
    write_data(draft, output)
    return ExitCode.PARTLY if any(problem.fatal for problem in problems) else ExitCode.DONE


def _all(batches: Iterable[Iterable[Claim]]) -> Iterator[Claim]:
    for claims in batches:
        yield from claims
