"""`precision`: claims drawn at random, each read by a person against its quote and judged slot by slot.

    python -m benchmarks.quality precision --draw 120 --seed 7

adds claims that were drawn and not yet judged to `judged/claims.tsv`, with "?" for each judgement; a person fills them
in. A judgement holds for a claim as it was: when the program says it otherwise, the judgement is stale and no longer
counted.
"""

import random
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.quality.scoring import share
from benchmarks.quality.sources import HERE, ROOT, packs, pages, rows
from benchmarks.quality.tables import Table

from claimgraph.model import Claim, Mention

#: What the claims are drawn from: all seeds, and five pages on subjects that no pack knows.
FOLDERS = (ROOT / "seeds", *(HERE / "pages" / name for name in ("coffee", "batteries", "masks", "zone", "fasting")))
#: Second pages of these folders, which are not drawn from.
LEFT_OUT = frozenset({"barista-blog", "council-minutes"})

JUDGED = HERE / "judged" / "claims.tsv"
SLOTS = ("subject", "predicate", "object", "polarity", "certainty", "voice")
HEADER = (
    "# Claims drawn at random, each judged by a person against its quote in its page.\n"
    "# y: faithful, n: not, ?: not yet read.\n"
    "# Columns, tab-separated: document, quote, what the claim says (subject, predicate, object as words | resolved |\n"
    "# label; polarity, certainty, voice), a judgement of each of these six, what was wrong.\n"
)


@dataclass(frozen=True, slots=True)
class Judgement:
    """What a person says of a claim.

    Attributes:
        said: document, quote, and the six slots as the program gave them.
        marks: "y", "n" or "?" for each of the six slots.
        wrong: what was wrong, in words.
    """

    said: tuple[str, ...]
    marks: tuple[str, ...]
    wrong: str = ""

    @property
    def faithful(self) -> bool:
        """Say whether every slot is faithful."""
        return set(self.marks) == {"y"}

    def row(self) -> str:
        """Return the line of the file."""
        return "\t".join((*self.said, *self.marks, self.wrong))


def said(claim: Claim) -> tuple[str, ...]:
    """Return what is judged of a claim: document, quote and six slots."""
    slots = (shown(claim.subject), shown(claim.predicate), shown(claim.object))
    cells = (claim.document, claim.quote.exact, *slots, claim.polarity.value, claim.certainty.value, claim.voice.label)
    return tuple(" ".join(cell.split()) for cell in cells)


def shown(mention: Mention | None) -> str:
    """Return a mention's words, what they were resolved to, and its label, each once."""
    parts = (mention.text, mention.resolved, mention.label) if mention else ()
    return " | ".join(dict.fromkeys(part for part in parts if part)) or "-"


def emitted() -> list[Claim]:
    """Return the claims that are drawn from, in order."""
    claims = (claim for read in map(pages, FOLDERS) for claim in read.claims(packs("shipped", read)))
    return [claim for claim in claims if claim.document not in LEFT_OUT]


def judgements(path: Path = JUDGED) -> list[Judgement]:
    """Return the judgements of a file, none where it is missing."""
    if not path.exists():
        return []
    return [Judgement(tuple(f[:8]), tuple(f[8:14]), f[14] if len(f) > 14 else "") for f in rows(path)]


def draw(number: int, seed: int, path: Path = JUDGED) -> int:
    """Add drawn claims that have no judgement yet to a file and drop stale ones; return how many were added.

    Args:
        number: of claims the file holds afterwards.
        seed: of the draw.
        path: of the file.
    """
    claims = emitted()
    now = {said(claim) for claim in claims}
    kept = [j for j in judgements(path) if j.said in now]
    known = {j.said for j in kept}
    order = sorted(now)
    random.Random(seed).shuffle(order)  # noqa: S311 - a sample, not a secret
    chosen = set(order[:number])
    fresh = [Judgement(cells, ("?",) * len(SLOTS)) for cells in order[:number] if cells not in known]
    held = [j for j in kept if j.said in chosen]
    lines = sorted(j.row() for j in (*held, *fresh))
    path.write_text(HEADER + "\n".join(lines) + "\n", encoding="utf-8")
    return len(fresh)


def precision_table(fast: bool = False) -> Table:
    """Return the share of judged claims that are faithful, slot by slot, over those that are still emitted."""
    now = {said(claim) for claim in emitted()}
    read = [j for j in judgements() if "?" not in j.marks]
    held = [j for j in read if j.said in now]
    seeds = {path.stem for path in (ROOT / "seeds").glob("*.txt")}
    parts = (
        ("seeds", [j for j in held if j.said[0] in seeds]),
        ("five other pages", [j for j in held if j.said[0] not in seeds]),
        ("all", held),
    )
    explanation = (
        "Claims drawn at random from the five seeds and five pages on other subjects, each read against its quote: the "
        "share of them that is faithful in every slot, and in each. The judgements, with what was wrong, are in "
        f"`benchmarks/quality/judged/claims.tsv`; {len(read) - len(held)} are stale: the program no longer says that."
    )
    columns = ("drawn from", "judged", "wholly faithful", *SLOTS)
    return Table("precision", "Precision of claims", explanation, columns, tuple((n, *_shares(p)) for n, p in parts))


def _shares(judged: Sequence[Judgement]) -> tuple[str, ...]:
    """Return the number of judgements, the share that is wholly faithful, and the share of each slot."""
    slots = (share([j.marks[place] == "y" for j in judged]) for place in range(len(SLOTS)))
    return (str(len(judged)), f"{share([j.faithful for j in judged]):.3f}", *(f"{value:.3f}" for value in slots))
