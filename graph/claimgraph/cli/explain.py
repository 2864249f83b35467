"""`claimgraph explain`: why two claims of a build support or contradict each other, or why they do not."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

import click

from claimgraph.cli.command import chosen_pack, command, format_option, output_option, pack_option
from claimgraph.cli.output import chosen_format, write_data, write_text
from claimgraph.model import ClaimgraphError, ExitCode

if TYPE_CHECKING:
    from claimgraph.model import Claim, Facts
    from claimgraph.relating import Explanation

_IDS = "c4f1d0e2a9b83c756 c90b6ad13e85f2c47"


@command(
    "explain",
    [
        ("Two claims, by the ids in claims.jsonl, on the page or in a query", f"claimgraph explain out/demo {_IDS}"),
        ("With every slot, for a program", f"claimgraph explain out/demo {_IDS} --format json"),
    ],
)
@click.argument("out_and_claims", nargs=-1, required=True, metavar="[OUT] CLAIM CLAIM")
@pack_option
@format_option(["text", "json"], "text")
@output_option
def explain(
    out_and_claims: tuple[str, ...], pack: tuple[str, ...], format_: str | None, output: Path | None
) -> ExitCode:
    """Say why two claims support or contradict each other: both quotes, the rule, and how each slot was matched.

    For two claims that are not related it says why not. OUT is the folder that `claimgraph build` wrote; where it is
    left out, the current folder is taken. CLAIM is a claim's id, its IRI, or as much of the id as is unique.
    """
    if len(out_and_claims) not in (2, 3):
        raise click.UsageError("give two claims, and before them the folder of their build")
    from claimgraph.storing.reading_back import read_build

    facts = read_build(Path(out_and_claims[0] if len(out_and_claims) == 3 else "."))
    first, second = (_claim(facts, name) for name in out_and_claims[-2:])
    explanation = _explanation(facts, first, second, pack)
    if chosen_format(format_, output, {".txt": "text", ".json": "json"}, "text") == "json":
        write_data(json.dumps(_record(explanation, first, second), ensure_ascii=False, indent=2) + "\n", output)
    else:
        write_text(_text(explanation, first, second), output)
    return ExitCode.DONE


def _claim(facts: "Facts", name: str) -> "Claim":
    """Return the one claim that a name fits."""
    wanted = name.rsplit("/", 1)[-1].removeprefix("#").removeprefix("claim-")
    found = [claim for claim in facts.claims if claim.id.startswith(wanted)] if wanted else []
    if len(found) != 1:
        reason = f"{len(found)} claims begin so" if found else "no claim of this build has that id"
        raise ClaimgraphError(f"{name}: {reason}; ids stand in claims.jsonl and on the page", ExitCode.USAGE)
    return found[0]


def _explanation(facts: "Facts", first: "Claim", second: "Claim", pack: tuple[str, ...]) -> "Explanation":
    """Return the reason that the build found, or else what the rules say of the two now."""
    from claimgraph import api
    from claimgraph.relating import Explanation

    for relation in facts.relations:
        if {relation.source, relation.target} == {first.id, second.id}:
            return Explanation(relation, relation.rationale, relation.slots)
    explained: Explanation = api.explain(facts, chosen_pack(facts, pack), first.id, second.id)
    return explained


def _text(explanation: "Explanation", first: "Claim", second: "Claim") -> str:
    """Return the explanation for reading."""
    relation = explanation.relation
    lines = [f"{relation.type.value} ({relation.kind}), rule {relation.rule}" if relation else "no relation"]
    lines += [explanation.sentence, ""]
    for claim in (first, second):
        lines += [f'{claim.id}  {claim.document}, {claim.voice.label}: "{" ".join(claim.quote.exact.split())}"']
    lines += [""] if explanation.slots else []
    for slot in explanation.slots:
        lines.append(f"{'=' if slot.agrees else '≠'} {slot.slot}: {slot.source} / {slot.target} ({slot.step})")
    return "\n".join(lines)


def _record(explanation: "Explanation", first: "Claim", second: "Claim") -> Mapping[str, object]:
    """Return the explanation for a program."""
    from claimgraph.storing.records import claim_record, relation_record

    relation = explanation.relation
    slots = [
        {"slot": slot.slot, "source": slot.source, "target": slot.target, "step": slot.step, "agrees": slot.agrees}
        for slot in explanation.slots
    ]
    return {
        "type": relation.type.value if relation else "none",
        "sentence": explanation.sentence,
        "slots": slots,
        "relation": relation_record(relation) if relation else None,
        "claims": [claim_record(first), claim_record(second)],
    }
