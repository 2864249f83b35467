"""`claimgraph compare`: does the second of two texts support or contradict the first?"""

import json
from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO

import click

from claimgraph.cli.command import (
    command,
    console,
    fail_on_option,
    format_option,
    model_option,
    output_option,
    pack_option,
)
from claimgraph.cli.output import chosen_format, write_data, write_text
from claimgraph.model import ClaimgraphError, ExitCode, Problem, RelationType

if TYPE_CHECKING:
    from claimgraph.model import Relation

#: What two texts may be to each other.
OUTCOMES = (*(type_.value for type_ in RelationType), "none")


@command(
    "compare",
    [
        ("Two texts", 'claimgraph compare "Coffee improves sleep." "Coffee does not improve sleep."'),
        ("The same with every step, for a program", 'claimgraph compare --format json "PRP is safe." "PRP is unsafe."'),
        ("Thousands of pairs: JSON lines with id, a and b", "claimgraph compare --pairs pairs.jsonl -o related.jsonl"),
        ("Pairs from another program", "cat pairs.jsonl | claimgraph compare --pairs -"),
        (
            "In a script: exit code 4 if they conflict",
            'claimgraph compare --fail-on conflict "It works." "It is safe."',
        ),
    ],
)
@click.argument("first", required=False, metavar="[A]")
@click.argument("second", required=False, metavar="[B]")
@click.option(
    "--pairs",
    type=click.File("rb"),
    metavar="FILE",
    help='JSON lines, each an object with "a", "b" and, if wanted, "id"; "-" for standard input.',
)
@pack_option
@model_option
@format_option(["text", "json", "jsonl"], "text for two texts, jsonl for --pairs")
@output_option
@fail_on_option(OUTCOMES)
def compare(
    first: str | None,
    second: str | None,
    pairs: BinaryIO | None,
    pack: tuple[str, ...],
    model: str | None,
    format_: str | None,
    output: Path | None,
    fail_on: tuple[str, ...],
) -> ExitCode:
    """Say whether text B supports or contradicts text A, and why.

    The answer is "support", "conflict", "apparent" (it looks like a conflict, but a named slot differs) or "none".
    With --pairs a line of JSON is written for each pair, in their order.
    """
    if pairs is None and (first is None or second is None):
        raise click.UsageError("give two texts, or --pairs FILE")
    if pairs is not None and first is not None:
        raise click.UsageError("give either two texts or --pairs, not both")
    from claimgraph import api

    name = getattr(pairs, "name", "-")
    source = PairLines(pairs or (), name if isinstance(name, str) else "-")
    given = source if pairs else [(first or "", second or "")]
    unjudged: list[Problem] = []
    related: Iterable[Relation | None] = api.compare(given, packs=pack, model=model, problems=unjudged)
    wanted = chosen_format(
        format_, output, {".json": "json", ".jsonl": "jsonl", ".txt": "text"}, "jsonl" if pairs else "text"
    )
    seen: set[str] = set()
    if not pairs:
        related = _judged(related, unjudged)
    if wanted == "text":
        write_text("\n".join(_sentences(related, seen)), output)
    else:
        indent = 2 if wanted == "json" else None
        write_data(_lines(related, source.ids, seen, indent), output)
    problems = [*source.problems, *map(source.named, unjudged)]
    console().problems(problems)
    if seen & set(fail_on):
        return ExitCode.CHECK_FAILED
    return ExitCode.PARTLY if problems else ExitCode.DONE


def _judged(related: "Iterable[Relation | None]", unjudged: list[Problem]) -> "list[Relation | None]":
    """Return the answer for two texts of a command line; raise where they could not be judged."""
    answers = list(related)
    if unjudged:
        raise ClaimgraphError(unjudged[0].message, ExitCode.USAGE)
    return answers


@dataclass
class PairLines:
    """The pairs of a JSON-lines file, read as they are asked for; a malformed line is a problem, and the rest goes on.

    Attributes:
        lines: the file's lines.
        name: of the file.
        ids: of the pairs handed out and not yet answered.
        numbers: the lines that the pairs stand in, by pair.
        problems: the lines that are no pairs.
    """

    lines: Iterable[bytes]
    name: str
    ids: deque[Any] = field(default_factory=deque)
    numbers: list[int] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)

    def __iter__(self) -> Iterator[tuple[str, str]]:
        """Yield the pairs."""
        for number, line in enumerate(self.lines, start=1):
            if not line.strip():
                continue
            try:
                pair = json.loads(line)
                texts = pair["a"], pair["b"]
                if not all(isinstance(text, str) for text in texts):
                    raise TypeError
            except (ValueError, TypeError, KeyError):
                message = 'no pair: a line is a JSON object with the texts "a" and "b"'
                self.problems.append(Problem(f"{self.name}:{number}", message, "pair"))
            else:
                self.ids.append(pair.get("id", number))
                self.numbers.append(number)
                yield texts

    def named(self, problem: Problem) -> Problem:
        """Return a problem of a pair, which is named "pair 3", as one of the line that the pair stands in."""
        pair = int(problem.source.removeprefix("pair "))
        return replace(problem, source=f"{self.name}:{self.numbers[pair - 1]}")


def _lines(related: Iterable["Relation | None"], ids: deque[Any], seen: set[str], indent: int | None) -> Iterator[str]:
    """Yield a line of JSON for each pair."""
    for relation in related:
        record = _record(relation)
        seen.add(str(record["type"]))
        named = {"id": ids.popleft(), **record} if ids else record
        yield json.dumps(named, ensure_ascii=False, indent=indent) + "\n"


def _record(relation: "Relation | None") -> dict[str, object]:
    """Return what a program learns of one pair."""
    if relation is None:
        return {"type": "none"}
    slots = [
        {"slot": slot.slot, "a": slot.source, "b": slot.target, "step": slot.step, "agrees": slot.agrees}
        for slot in relation.slots
    ]
    return {
        "type": relation.type.value,
        "kind": relation.kind,
        "rule": relation.rule,
        "rationale": relation.rationale,
        "score": round(relation.score, 6),
        "differing": relation.differing,
        "slots": slots,
    }


def _sentences(related: Iterable["Relation | None"], seen: set[str]) -> Iterator[str]:
    """Yield what a person learns of one pair."""
    for relation in related:
        seen.add(relation.type.value if relation else "none")
        yield f"{relation.type.value} ({relation.kind}): {relation.rationale}" if relation else "none"
