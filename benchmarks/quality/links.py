"""`relations`: gold conflicts and supports found over every set, and gold pairs that are wrongly called related."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from benchmarks.quality.relations import macro_f1
from benchmarks.quality.scoring import overlaps, share
from benchmarks.quality.sources import (
    HELD_OUT,
    HERE,
    OPEN_SETS,
    SETS,
    folder,
    gold,
    packs,
    packs_named,
    pages,
    pipeline,
)
from benchmarks.quality.tables import Table

from claimgraph.api import compare
from claimgraph.knowledge.pack import Pack
from claimgraph.language.similarity import VectorSimilarity
from claimgraph.model import Claim, Relation
from claimgraph.relating import Background, relate

TYPES = ("conflict", "support")


@dataclass(frozen=True, slots=True)
class Pair:
    """A gold pair and what became of it.

    Attributes:
        id: of the row.
        wanted: "conflict", "support" or "none".
        quotes: both quotes.
        types: of the relations between any claims that overlap them.
    """

    id: str
    wanted: str
    quotes: tuple[str, str]
    types: frozenset[str]

    @property
    def right(self) -> bool:
        """Say whether it was found, or rightly left alone."""
        return not self.types & set(TYPES) if self.wanted == "none" else self.wanted in self.types


def relations_table(fast: bool = False) -> Table:
    """Return the table over the gold sets; fast: open sets only."""
    found = []
    for subject in OPEN_SETS if fast else SETS:
        read = pages(folder(subject))
        known = packs("shipped", read)
        claims = read.claims(known)
        related = related_by(claims, known.pack)
        found.append((subject, str(len(related)), *_cells(pairs(subject, claims, related))))
    explanation = (
        "Gold conflicts and supports between passages that were found, and gold pairs that are neither and were called "
        "one or the other all the same. The pairs of seeds-dev lie within and between all five seeds."
    )
    columns = ("set", "relations made", "conflicts", "found", "supports", "found", "neither", "wrongly related")
    return Table("relations", "Relations against gold", explanation, columns, tuple(found))


def _cells(found: Sequence[Pair]) -> tuple[str, ...]:
    """Return number and share of each kind of gold pair, as a table shows them."""
    cells: list[str] = []
    for wanted in TYPES:
        right = [p.right for p in found if p.wanted == wanted]
        cells += (str(len(right)), f"{share(right):.3f}" if right else "-")
    wrong = [not p.right for p in found if p.wanted == "none"]
    return (*cells, str(len(wrong)), str(sum(wrong)))


def related_by(claims: Sequence[Claim], pack: Pack) -> tuple[Relation, ...]:
    """Return the relations a build makes of claims."""
    near = VectorSimilarity(pipeline().vocab)
    return relate(claims, pack, background=_background(pack.name), similarity=near)[0]


@cache
def _background(name: str) -> Background:
    """Return what relating knows of packs by their joined name, made once."""
    return Background(packs_named(name).pack)


def pairs(subject: str, claims: Sequence[Claim], relations: Sequence[Relation]) -> list[Pair]:
    """Return what became of each gold pair of a set."""
    linked: dict[frozenset[str], set[str]] = {}
    for relation in relations:
        linked.setdefault(frozenset((relation.source, relation.target)), set()).add(relation.type.value)
    found = []
    for identifier, wanted, _, first, quote, second, other in gold(subject, "relations"):
        sides = [_near(subject, claims, *side) for side in ((first, quote), (second, other))]
        types = {kind for a in sides[0] for b in sides[1] for kind in linked.get(frozenset((a, b)), ())}
        found.append(Pair(identifier, wanted, (quote, other), frozenset(types)))
    return found


def _near(subject: str, claims: Sequence[Claim], prefix: str, quote: str) -> list[str]:
    """Return the ids of the claims that overlap a gold quote."""
    texts = pages(folder(subject)).texts()
    stem = next(stem for stem in texts if stem.startswith(prefix))
    start = texts[stem].index(quote)
    return [c.id for c in claims if c.document == stem and overlaps(c, start, start + len(quote))]


def misses(subject: str) -> Iterator[str]:
    """Yield the gold pairs of an open set that were missed, or wrongly related; ValueError for a held-out set."""
    if subject in HELD_OUT:
        raise ValueError(f"{subject} is held out: its rows are not shown")
    read = pages(folder(subject))
    known = packs("shipped", read)
    claims = read.claims(known)
    for pair in pairs(subject, claims, related_by(claims, known.pack)):
        if not pair.right:
            fault = "WRONGLY RELATED" if pair.wanted == "none" else f"MISSED {pair.wanted}"
            yield f"{fault} {pair.id}: {pair.quotes[0]} <> {pair.quotes[1]} ({', '.join(sorted(pair.types)) or 'none'})"


PAIR_FILES = (
    "pairs/minimal-dev.jsonl",
    "pairs/minimal-test.jsonl",
    "pairs/minimal-more-dev.jsonl",
    "pairs/minimal-more-test.jsonl",
    "pairs/minimal-third.jsonl",
    "pairs/minimal-fourth.jsonl",
    "pairs/styles-test.jsonl",
    "pairs/evidence-test.jsonl",
    "data/check_covid_dev.jsonl",
)


def pairs_table(fast: bool = False) -> Table:
    """Return how well labelled pairs of texts are told apart; fast: those that rules may be written against."""
    found = []
    for name in PAIR_FILES[:1] if fast else PAIR_FILES:
        lines = [json.loads(line) for line in (HERE / name).read_text(encoding="utf-8").splitlines() if line.strip()]
        related = compare((line["a"], line["b"]) for line in lines)
        answers = [relation.type.value if relation else "none" for relation in related]
        answers = ["none" if answer == "apparent" else answer for answer in answers]
        found.append((name, str(len(lines)), *_pair_cells([line["label"] for line in lines], answers)))
    explanation = (
        "Pairs of texts: does the second support the first, conflict with it, or neither? The minimal pairs are twins "
        "that differ in one slot; the styles are sentences of many registers that share few words, the evidence what a "
        "search finds for a claim; Check-COVID has a claim from the news and a sentence from a journal. Nothing is "
        "tuned on a `-test` file or on Check-COVID's dev set."
    )
    columns = ("file", "pairs", "right", "macro-F1", "conflicts said", "precision", "supports said", "precision")
    return Table("pairs", "Pairs of texts", explanation, columns, tuple(found))


def _pair_cells(labels: Sequence[str], answers: Sequence[str]) -> tuple[str, ...]:
    """Return accuracy, macro-F1, and for conflict and support how many were said and which share of them is right."""
    cells = [f"{share([a == b for a, b in zip(labels, answers, strict=True)]):.3f}"]
    cells.append(f"{macro_f1(labels, answers):.3f}")
    for wanted in TYPES:
        said = [label == wanted for label, answer in zip(labels, answers, strict=True) if answer == wanted]
        cells += [str(len(said)), f"{share(said):.3f}" if said else "-"]
    return tuple(cells)
