"""Measure support and conflict: on the seeds, on minimal pairs, on news claims held against a journal's sentences.

    python benchmarks/quality/relations.py [--misses] [--skip-test]

Prints a table. The pairs of `minimal-test.jsonl` are only scored, never printed.
"""

import argparse
import json
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from claimgraph.extracting import extract, lexicon
from claimgraph.knowledge import Pack
from claimgraph.knowledge.loading import default_pack
from claimgraph.language.model import load_model
from claimgraph.language.parsed import ParsedDocument
from claimgraph.language.parsing import UNUSED, parse
from claimgraph.language.similarity import VectorSimilarity
from claimgraph.model import Claim, Document, Relation
from claimgraph.relating import Background, judge, relate

HERE = Path(__file__).parent
SEEDS = HERE.parent.parent / "seeds"
LABELS = ("conflict", "support", "none")


@dataclass(frozen=True)
class Row:
    """A pair of claims of a gold file: what it is, and where both quotes stand."""

    name: str
    relation: str
    a: tuple[str, str]
    b: tuple[str, str]


@dataclass(frozen=True)
class Reader:
    """The pipeline and what it knows, loaded once."""

    nlp: Any
    pack: Pack
    background: Background

    @classmethod
    def load(cls) -> "Reader":
        """Return the pipeline with the shipped packs."""
        pack = default_pack()
        return cls(load_model(exclude=UNUSED), pack, Background(pack))

    def read(self, documents: Sequence[Document]) -> dict[str, tuple[ParsedDocument, list[Claim]]]:
        """Return each document's sentences and claims, by its text."""
        known = lexicon(self.pack)
        return {p.document.text: (p, list(extract(p, known))) for p, _ in parse(documents, self.nlp)}


def gold_rows(path: Path) -> list[Row]:
    """Return the rows of a gold file of relations."""
    lines = path.read_text(encoding="utf-8").splitlines()
    cells = [line.split("\t") for line in lines if line.strip() and not line.startswith("#")]
    return [Row(c[0], c[1], (c[3], c[4]), (c[5], c[6])) for c in cells]


def seeds_table(reader: Reader, misses: bool) -> None:
    """Print how many gold relations of the seeds are found, and how many are wrongly claimed."""
    paths = sorted(SEEDS.glob("*.txt"))
    texts = {path.stem: path.read_text(encoding="utf-8") for path in paths}
    read = reader.read([Document(stem, text, "0" * 64, stem) for stem, text in texts.items()])
    claims = [claim for _, found in read.values() for claim in found]
    relations, _, _ = relate(claims, reader.pack, background=reader.background)
    print("seeds\trelations\t" + ", ".join(f"{k} {n}" for k, n in sorted(Counter(r.type for r in relations).items())))
    linked: dict[frozenset[str], set[str]] = {}
    for relation in relations:
        linked.setdefault(frozenset((relation.source, relation.target)), set()).add(relation.type)
    for name in ("seeds-relations.tsv", "seeds-dev-relations.tsv"):
        rows = gold_rows(HERE / "gold" / name)
        found = {row.name: row.relation in _types(row, texts, claims, linked) for row in rows}
        for label in LABELS[:2]:
            of_label = [row for row in rows if row.relation == label]
            print(f"{name}\t{label} found\t{sum(found[r.name] for r in of_label)} of {len(of_label)}")
            if misses:
                print("\n".join(f"  missed {r.name} {r.a[1]} <> {r.b[1]}" for r in of_label if not found[r.name]))
        wrong = [row for row in rows if row.relation == "none" and _types(row, texts, claims, linked) & set(LABELS[:2])]
        print(f"{name}\tfalse relations\t{len(wrong)} of {sum(r.relation == 'none' for r in rows)}")


def _types(
    row: Row, texts: dict[str, str], claims: Sequence[Claim], linked: dict[frozenset[str], set[str]]
) -> set[str]:
    """Return the types of relation between any claims that overlap a row's two quotes."""
    left, right = (_near(quote, texts, claims) for quote in (row.a, row.b))
    return {found for a in left for b in right for found in linked.get(frozenset((a, b)), set())}


def _near(quote: tuple[str, str], texts: dict[str, str], claims: Sequence[Claim]) -> list[str]:
    """Return the ids of the claims whose quote covers half of a gold quote, or half of whose quote it covers."""
    stem = next(s for s in texts if s.startswith(quote[0]))
    start = texts[stem].index(quote[1])
    end = start + len(quote[1])
    near = []
    for claim in claims:
        common = min(claim.quote.end, end) - max(claim.quote.start, start)
        shorter = min(claim.quote.end - claim.quote.start, end - start)
        if claim.document == stem and common >= 0.5 * shorter > 0:
            near.append(claim.id)
    return near


def pairs_table(reader: Reader, path: Path, misses: bool) -> None:
    """Print how well labelled pairs of texts are told apart, by kind where the file names kinds."""
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
    texts = sorted({row[side] for row in rows for side in "ab"})
    read = reader.read([Document(f"t{n}", text, "0" * 64, "pair") for n, text in enumerate(texts)])
    near = VectorSimilarity(reader.nlp.vocab)
    found = [_judged(row, read, reader, near) for row in rows]
    answers = ["none" if r is None or r.type == "apparent" else r.type.value for r in found]
    print(f"{path.name}\tmacro-F1\t{macro_f1([r['label'] for r in rows], answers):.3f}")
    for label in LABELS[:2]:
        named = [row["label"] for row, answer in zip(rows, answers, strict=True) if answer == label]
        share = sum(n == label for n in named) / max(1, len(named))
        print(f"{path.name}\tprecision of {label}\t{share:.3f} of {len(named)}")
    right = [row["label"] == answer for row, answer in zip(rows, answers, strict=True)]
    print(f"{path.name}\taccuracy\t{sum(right) / len(right):.3f} of {len(right)}")
    for kind in sorted({row["kind"] for row in rows if "kind" in row}):
        mine = [ok for row, ok in zip(rows, right, strict=True) if row["kind"] == kind]
        print(f"{path.name}\t  {kind}\t{sum(mine)} of {len(mine)}")
    if misses:
        for row, answer, relation in zip(rows, answers, found, strict=True):
            if answer != row["label"]:
                print(f"  {row['id']} {row['label']} answered {answer} ({relation.rule if relation else '-'})")
                print(f"    {row['a']}\n    {row['b']}")


def _judged(
    row: dict[str, str], read: dict[str, tuple[ParsedDocument, list[Claim]]], reader: Reader, near: VectorSimilarity
) -> Relation | None:
    (parsed_a, claims_a), (parsed_b, claims_b) = read[row["a"]], read[row["b"]]
    return judge(
        claims_a,
        claims_b,
        reader.pack,
        sentences_a=parsed_a.sentences,
        sentences_b=parsed_b.sentences,
        similarity=near,
        background=reader.background,
    )


def macro_f1(right: Sequence[str], answers: Sequence[str]) -> float:
    """Return the mean of the F1 of the three labels.

    >>> macro_f1(["conflict", "none"], ["conflict", "none"])
    0.6666666666666666
    """
    total = 0.0
    for label in LABELS:
        both = sum(r == a == label for r, a in zip(right, answers, strict=True))
        total += 2 * both / max(1, sum(r == label for r in right) + sum(a == label for a in answers))
    return total / len(LABELS)


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--misses", action="store_true", help="print what was missed, held-out pairs excepted")
    parser.add_argument("--skip-test", action="store_true", help="leave the held-out pairs out")
    options = parser.parse_args()
    reader = Reader.load()
    seeds_table(reader, options.misses)
    pairs_table(reader, HERE / "pairs" / "minimal-dev.jsonl", options.misses)
    if not options.skip_test:
        pairs_table(reader, HERE / "pairs" / "minimal-test.jsonl", misses=False)
    pairs_table(reader, HERE / "data" / "check_covid_dev.jsonl", options.misses)


if __name__ == "__main__":
    main()
