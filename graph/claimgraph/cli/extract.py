"""`claimgraph extract`: the claims of texts, without a build."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from claimgraph.cli.command import command, console, format_option, model_option, output_option, pack_option
from claimgraph.cli.output import chosen_format, csv_lines, write_data, write_text
from claimgraph.model import ClaimgraphError, ExitCode, Polarity

if TYPE_CHECKING:
    from claimgraph.model import Claim, Voice

_COLUMNS = (
    "id",
    "document",
    "start",
    "end",
    "quote",
    "subject",
    "predicate",
    "object",
    "polarity",
    "certainty",
    "voice",
    "evidence",
    "qualifiers",
)


@command(
    "extract",
    [
        ("The claims of a file, a line of JSON each, as in claims.jsonl", "claimgraph extract seeds/004*.txt"),
        ("For reading", 'echo "Many doubt that tea cures colds." | claimgraph extract - --format text'),
        ("A table for a spreadsheet", "claimgraph extract seeds -o claims.csv"),
    ],
)
@click.argument("sources", nargs=-1, required=True, metavar="SOURCE...")
@pack_option
@model_option
@format_option(["jsonl", "text", "csv"], "jsonl")
@output_option
def extract(
    sources: tuple[str, ...], pack: tuple[str, ...], model: str | None, format_: str | None, output: Path | None
) -> ExitCode:
    """Find the claims of documents: who says what, how firmly, on what grounds, in which words.

    SOURCE is a file, a folder, a glob or "-" for standard input, in any format that `claimgraph build` reads.
    """
    from claimgraph import api
    from claimgraph.reading import read
    from claimgraph.storing.records import claim_record, json_line

    documents, problems = read(sources)
    console().problems(problems)
    if not documents:
        raise ClaimgraphError("nothing to extract from: no source could be read")
    found = (claim for claims in api.extract(documents, packs=pack, model=model) for claim in claims)
    wanted = chosen_format(format_, output, {".jsonl": "jsonl", ".txt": "text", ".csv": "csv"}, "jsonl")
    if wanted == "jsonl":
        write_data((json_line(claim_record(claim)) for claim in found), output)
    elif wanted == "csv":
        write_data(csv_lines(_COLUMNS, map(_row, found)), output)
    else:
        write_text("\n\n".join(_paragraphs(found)) or "no claims found", output)
    return ExitCode.PARTLY if any(problem.fatal for problem in problems) else ExitCode.DONE


def _row(claim: "Claim") -> tuple[object, ...]:
    """Return a claim as a line of a table."""
    return (
        claim.id,
        claim.document,
        claim.quote.start,
        claim.quote.end,
        claim.quote.exact,
        claim.subject.resolved or claim.subject.text,
        claim.predicate.text,
        (claim.object.resolved or claim.object.text) if claim.object else "",
        claim.polarity.value,
        claim.certainty.value,
        _voices(claim.voice),
        claim.evidence.value,
        "; ".join(f"{qualifier.kind}: {qualifier.text}" for qualifier in claim.qualifiers),
    )


def _paragraphs(claims: "Iterator[Claim]") -> Iterator[str]:
    """Yield each claim as a few lines for reading."""
    for claim in claims:
        mark = "✔" if claim.polarity is Polarity.POSITIVE else "✘"
        parts = (claim.subject, claim.predicate, claim.object)
        yield (
            f"{mark} {' | '.join(part.resolved or part.text for part in parts if part)}\n"
            f'  "{" ".join(claim.quote.exact.split())}"\n'
            f"  {_voices(claim.voice)}; {claim.polarity.value}, {claim.certainty.value}; {claim.evidence.value}"
        )


def _voices(voice: "Voice") -> str:
    """Return who speaks, and through whom."""
    return ", reported by ".join(one.label for one in voice.chain())
