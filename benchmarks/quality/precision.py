"""`precision`: claims drawn at random, each read against its quote and judged slot by slot.

    python -m benchmarks.quality precision --draw 120 --seed 7

adds claims that were drawn and not yet judged to `judged/claims.tsv`, with "?" for each judgement; a reader fills them
in. A judgement holds for a claim as it was: what the program says otherwise by now is counted with the draw, and left
out of what is still made.
"""

from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from pathlib import Path

from benchmarks.quality.scoring import share
from benchmarks.quality.sources import HERE, ROOT, packs, pages, rows
from benchmarks.quality.tables import Table

from claimgraph.model import Claim, Mention
from claimgraph.model.identity import digest

#: What the claims are drawn from: all seeds, and five pages on subjects that no pack knows.
FOLDERS = (ROOT / "seeds", *(HERE / "pages" / name for name in ("coffee", "batteries", "masks", "zone", "fasting")))
#: Second pages of these folders, which are not drawn from.
LEFT_OUT = frozenset({"barista-blog", "council-minutes"})

JUDGED = HERE / "judged" / "claims.tsv"
#: All claims of pages that no rule had been written on, as they were then.
NEWER = HERE / "judged" / "newer.tsv"
#: The same of later pages, each read when the rules that the ones before had asked for were written.
SECOND, THIRD, FOURTH, FIFTH, SIXTH = (
    HERE / "judged" / f"{name}.tsv" for name in ("second", "third", "fourth", "fifth", "sixth")
)
#: Kinds of qualifier that only keep a cue's words.
CUES = frozenset({"hedge", "negation", "evidence"})
SLOTS = ("subject", "predicate", "object", "polarity", "certainty", "voice")
HEADER = (
    "# Claims drawn at random, each judged against its quote in its page.\n"
    "# y: faithful, n: not, ?: not yet read.\n"
    "# Columns, tab-separated: document, quote, what the claim says (subject, predicate, object as words | resolved |\n"
    "# label; polarity, certainty, voice; qualifiers), a judgement of each of the six slots, what was wrong.\n"
)


@dataclass(frozen=True, slots=True)
class Judgement:
    """What a person says of a claim or relation.

    Attributes:
        said: what the program said, in cells: document, quote, slots.
        marks: "y", "n" or "?" for each slot; of relations "right", "wrong" or "?".
        wrong: what was wrong, in words.
    """

    said: tuple[str, ...]
    marks: tuple[str, ...]
    wrong: str = ""

    @property
    def faithful(self) -> bool:
        """Say whether every mark is a good one."""
        return set(self.marks) <= {"y", "right"}

    @property
    def passable(self) -> bool:
        """Say whether it is faithful, or wrong only as far as careful readers could differ."""
        return self.faithful or self.wrong.startswith("borderline")

    def row(self) -> str:
        """Return the line of the file."""
        return "\t".join((*self.said, *self.marks, self.wrong))


def said(claim: Claim) -> tuple[str, ...]:
    """Return what is judged of a claim: document, quote, six slots, and the qualifiers that go with them."""
    slots = (shown(claim.subject), shown(claim.predicate), shown(claim.object))
    cells = (claim.document, claim.quote.exact, *slots, claim.polarity.value, claim.certainty.value, claim.voice.label)
    told = "; ".join(f"{q.kind}: {q.text}" for q in claim.qualifiers if q.kind not in CUES) or "-"
    return tuple(" ".join(cell.split()) for cell in (*cells, told))


def shown(mention: Mention | None) -> str:
    """Return a mention's words, what they were resolved to, and its label, each once."""
    parts = (mention.text, mention.resolved, mention.label) if mention else ()
    return " | ".join(dict.fromkeys(part for part in parts if part)) or "-"


def emitted() -> list[Claim]:
    """Return the claims that are drawn from, in order."""
    claims = (claim for read in map(pages, FOLDERS) for claim in read.claims(packs("shipped", read)))
    return [claim for claim in claims if claim.document not in LEFT_OUT]


def judgements(path: Path, cells: int, marks: int) -> list[Judgement]:
    """Return the judgements of a file, none where it is missing.

    Args:
        path: of the file.
        cells: how many of a line's cells say what the program said.
        marks: how many of those that follow are judgements.
    """
    if not path.exists():
        return []
    ends = cells + marks
    return [Judgement(tuple(f[:cells]), tuple(f[cells:ends]), "".join(f[ends : ends + 1])) for f in rows(path)]


def draw(number: int, seed: int) -> int:
    """Put drawn claims into the file of judgements, judgements that still hold kept; return how many are to be read.

    Args:
        number: of claims the file holds afterwards.
        seed: of the draw.
    """
    return draw_into(JUDGED, HEADER, {said(claim) for claim in emitted()}, len(SLOTS), number=number, seed=seed)


def draw_into(path: Path, header: str, now: AbstractSet[tuple[str, ...]], marks: int, *, number: int, seed: int) -> int:
    """Put drawn items into a file of judgements, judgements that still hold kept; return how many are to be read.

    Args:
        path: of the file.
        header: its first lines.
        now: what the program says, each item as the cells of a line.
        marks: judgements on each.
        number: of items the file holds afterwards.
        seed: of the draw.
    """
    chosen = sorted(draw_from(now, number, seed))
    known = {j.said: j for j in judgements(path, len(next(iter(chosen), ())), marks)}
    lines = [known.get(cells, Judgement(cells, ("?",) * marks)) for cells in chosen]
    path.parent.mkdir(exist_ok=True)
    path.write_text(header + "".join(f"{j.row()}\n" for j in lines), encoding="utf-8")
    return sum("?" in j.marks for j in lines)


def draw_from(items: AbstractSet[tuple[str, ...]], number: int, seed: int) -> list[tuple[str, ...]]:
    """Return so many of some items at random, the same for the same seed, none where the number is negative.

    Each item has its own place in the draw, a hash of itself and the seed: where the program changes what it says of
    one claim, only that one is drawn anew.
    """
    return sorted(items, key=lambda cells: digest(seed, *cells))[: max(0, number)]


def precision_table(fast: bool = False) -> Table:
    """Return the share of judged claims that are faithful, slot by slot: the whole draw, and what is left of it."""
    now = {said(claim) for claim in emitted()}
    read = [j for j in judgements(JUDGED, 9, len(SLOTS)) if "?" not in j.marks]
    held = [j for j in read if j.said in now]
    seeds = {path.stem for path in (ROOT / "seeds").glob("*.txt")}
    parts = (
        ("seeds", [j for j in read if j.said[0] in seeds]),
        ("five other pages", [j for j in read if j.said[0] not in seeds]),
        ("all", read),
        ("all that are still made", held),
        ("four newer pages, all claims", judgements(NEWER, 9, len(SLOTS))),
        ("eight later pages, all claims", judgements(SECOND, 9, len(SLOTS))),
        ("six pages after those, all claims", judgements(THIRD, 9, len(SLOTS))),
        ("another six, all claims", judgements(FOURTH, 9, len(SLOTS))),
        ("yet another six, all claims", judgements(FIFTH, 9, len(SLOTS))),
        ("the last four, all claims", judgements(SIXTH, 9, len(SLOTS))),
    )
    explanation = (
        "Claims drawn at random from the five seeds and five pages on other subjects, each read against its "
        "quote: the share of them that is faithful in every slot, and in each. The reader had no part in the "
        "rules. `passable` also counts what the readers called a matter of judgement. What is still made leaves "
        "out what the program no longer says since the draw, which flatters it: what was wrong goes first. The "
        "judgements, with what was wrong, are in `benchmarks/quality/judged/claims.tsv`. Rules have been written "
        "on these ten pages for long; the last rows are all claims of newer pages, each time before a rule was "
        "written on what was wrong there (`judged/newer.tsv`, `second.tsv` and so on to `sixth.tsv`), by readers of "
        "their own, and tell what to expect of a page never seen."
    )
    columns = ("drawn from", "judged", "wholly faithful", "passable", *SLOTS)
    return Table("precision", "Precision of claims", explanation, columns, tuple((n, *_shares(p)) for n, p in parts))


def _shares(judged: Sequence[Judgement]) -> tuple[str, ...]:
    """Return the number of judgements, the share that is wholly faithful, and the share of each slot."""
    slots = (share([j.marks[place] == "y" for j in judged]) for place in range(len(SLOTS)))
    whole = (share([j.faithful for j in judged]), share([j.passable for j in judged]))
    return (str(len(judged)), *(f"{value:.3f}" for value in whole), *(f"{value:.3f}" for value in slots))
