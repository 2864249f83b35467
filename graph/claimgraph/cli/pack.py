"""`claimgraph pack`: the domain packs that come along, a check of one's own, and the draft of a new one."""

from claimgraph.cli.command import command
from claimgraph.cli.output import write_text
from claimgraph.model import ExitCode


@command("list", [("Which subjects does claimgraph know?", "claimgraph pack list")])
def list_() -> ExitCode:
    """List the packs that come along; all of them are used unless --pack says otherwise."""
    from claimgraph.knowledge.loading import load_pack, shipped_packs

    lines = []
    for name in shipped_packs():
        pack = load_pack(name)
        counts = f"{len(pack.concepts)} concepts, {len(pack.predicates)} relations, {len(pack.scales)} scales"
        lines.append(f"{name:<20} {counts}")
    write_text("\n".join(lines), None)
    return ExitCode.DONE
