"""Check the hand-read gold: columns, regular expressions, labels, and that every quote stands verbatim in its page.

    python benchmarks/quality/check_gold.py

Prints one line a fault and the number of rows of each file; exits 1 where there is a fault. It reads the gold and the
pages only, never what the program extracts.
"""

from __future__ import annotations

import json
import re
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

HERE = Path(__file__).resolve().parent
SEEDS = HERE.parents[1] / "seeds"
KINDS = (
    "contradictory",
    "comparison",
    "quantity",
    "timing",
    "evidence",
    "contrary",
    "substitution",
    "self",
    "support-same",
    "support-entailed",
    "support-converse",
)
Row = tuple[int, list[str]]


def rows(path: Path) -> Iterator[Row]:
    """Yield line number and tab-separated fields of every line that is neither blank nor a comment."""
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if line.strip() and not line.startswith("#"):
            yield number, line.split("\t")


def pages(subject: str) -> dict[str, str]:
    """Return the texts of a subject's folder by file stem; the seeds for "seeds" and "seeds-dev"."""
    folder = SEEDS if subject.startswith("seeds") else HERE / "pages" / subject
    return {path.stem: path.read_text(encoding="utf-8") for path in sorted(folder.glob("*.txt"))}


def in_page(texts: dict[str, str], prefix: str, quote: str) -> str | None:
    """Return what is wrong with a quote, None where it stands in the one page whose stem begins with `prefix`."""
    stems = [stem for stem in texts if stem.startswith(prefix)]
    if len(stems) != 1:
        return f"{len(stems)} documents begin with {prefix!r}"
    return None if quote and quote in texts[stems[0]] else f"quote not in {prefix}: {quote!r}"


def regex_fault(pattern: str) -> str | None:
    """Return why a pattern does not compile or matches everything, None where it is sound."""
    try:
        found = re.compile(pattern, re.IGNORECASE).search("")
    except re.error as error:
        return f"regex {pattern!r}: {error}"
    return f"regex {pattern!r} matches the empty string" if found else None


def claim_faults(fields: list[str], texts: dict[str, str]) -> Iterator[str]:
    """Yield the faults of one row of a claims file."""
    if len(fields) != 8:
        yield f"{len(fields)} columns, 8 wanted"
        return
    _, prefix, quote, subject, object_, polarity, certainty, voice = fields
    yield from (fault for fault in (in_page(texts, prefix, quote),) if fault)
    yield from (fault for fault in map(regex_fault, (subject, object_, voice)) if fault)
    if polarity not in ("+", "-", "any"):
        yield f"polarity {polarity!r}"
    if certainty not in ("asserted", "hedged", "any"):
        yield f"certainty {certainty!r}"


def relation_faults(fields: list[str], texts: dict[str, str]) -> Iterator[str]:
    """Yield the faults of one row of a relations file."""
    if len(fields) != 7:
        yield f"{len(fields)} columns, 7 wanted"
        return
    _, relation, _, first, quote_a, second, quote_b = fields
    yield from (fault for fault in (in_page(texts, first, quote_a), in_page(texts, second, quote_b)) if fault)
    if relation not in ("conflict", "support", "none"):
        yield f"relation {relation!r}"
    if (first, quote_a) == (second, quote_b):
        yield "a quote against itself"


def pronoun_faults(fields: list[str]) -> Iterator[str]:
    """Yield the faults of one row of the list of pronouns."""
    if len(fields) != 5:
        yield f"{len(fields)} columns, 5 wanted"
        return
    _, place, prefix, quote, wanted = fields
    if (quote.count("["), quote.count("]")) != (1, 1) or quote.index("[") > quote.index("]"):
        yield f"one pronoun in brackets wanted: {quote!r}"
    if place != "short":
        yield from (fault for fault in (in_page(pages(place), prefix, re.sub(r"[\[\]]", "", quote)),) if fault)
    if wanted != "-":
        yield from (fault for fault in (regex_fault(wanted),) if fault)


def sentence_faults(fields: list[str]) -> Iterator[str]:
    """Yield the faults of one row of a sentences file."""
    if len(fields) != 8:
        yield f"{len(fields)} columns, 8 wanted"
        return
    _, _, sentence, subject, object_, polarity, certainty, voice = fields
    if not sentence.strip():
        yield "empty sentence"
    if subject == "none":
        if {object_, polarity, certainty, voice} != {"none"}:
            yield "a non-claim has none in its last five columns"
        return
    yield from (fault for fault in map(regex_fault, (subject, object_, voice)) if fault)
    yield from (
        f"{pattern!r} matches nothing in the sentence"
        for pattern in (subject, object_)
        if not re.search(pattern, sentence, re.IGNORECASE)
    )
    if polarity not in ("+", "-", "any") or certainty not in ("asserted", "hedged", "any"):
        yield f"polarity {polarity!r} or certainty {certainty!r}"


def pair_faults(line: str, minimal: bool) -> Iterator[str]:
    """Yield the faults of one line of a file of pairs, a minimal pair or one of a style."""
    pair = json.loads(line)
    if set(pair) != ({"id", "kind", "a", "b", "label", "why"} if minimal else {"id", "style", "a", "b", "label"}):
        yield f"keys {sorted(pair)}"
        return
    if minimal and pair["kind"] not in KINDS:
        yield f"kind {pair['kind']!r}"
    if pair["label"] not in ("conflict", "support", "none"):
        yield f"label {pair['label']!r}"
    if minimal and pair["label"] == "conflict" and pair["kind"].startswith("support"):
        yield "a conflict among the supports"
    if not (pair["a"].strip() and pair["b"].strip()) or pair["a"] == pair["b"]:
        yield "an empty side, or both sides the same"


def repeated(identifiers: list[str]) -> Iterator[str]:
    """Yield the identifiers that stand twice."""
    yield from (f"identifier {name} twice" for name, times in Counter(identifiers).items() if times > 1)


def check_table(path: Path) -> tuple[int, list[str]]:
    """Return the number of rows of a tab-separated gold file and its faults."""
    subject, _, what = path.stem.rpartition("-")
    texts = pages(subject) if what in ("claims", "relations") else {}
    names: list[str] = []
    faults: list[str] = []
    for number, fields in rows(path):
        names.append(fields[0])
        if what == "claims":
            found = claim_faults(fields, texts)
        elif what == "relations":
            found = relation_faults(fields, texts)
        elif path.stem == "pronouns":
            found = pronoun_faults(fields)
        else:
            found = sentence_faults(fields)
        faults += [f"{path.name}:{number}: {fault}" for fault in found]
    return len(names), faults + [f"{path.name}: {fault}" for fault in repeated(names)]


def check_pairs(path: Path) -> tuple[int, list[str]]:
    """Return the number of lines of a file of pairs and its faults."""
    lines, minimal = path.read_text(encoding="utf-8").splitlines(), path.stem.startswith("minimal")
    found = [(number, pair_faults(line, minimal)) for number, line in enumerate(lines, 1)]
    faults = [f"{path.name}:{number}: {fault}" for number, there in found for fault in there]
    names = [json.loads(line)["id"] for line in lines]
    return len(lines), faults + [f"{path.name}: {fault}" for fault in repeated(names)]


def main() -> int:
    """Check every gold file; return the exit code."""
    found = [(path, check_table(path)) for path in sorted(HERE.glob("gold/*.tsv")) + sorted(HERE.glob("pairs/*.tsv"))]
    found += [(path, check_pairs(path)) for path in sorted(HERE.glob("pairs/*.jsonl"))]
    for path, (number, faults) in found:
        print(f"{path.relative_to(HERE)}: {number} rows, {len(faults)} faults")
        print("".join(f"  {fault}\n" for fault in faults), end="")
    return 1 if any(faults for _, (_, faults) in found) else 0


if __name__ == "__main__":
    sys.exit(main())
