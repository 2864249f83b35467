"""`judged`: every conflict of the seeds' build, and a draw of its supports, each read against both quotes.

    python -m benchmarks.quality judged --draw 60 --seed 7

puts all conflicts and so many supports into `relations_judged.tsv`, "?" where nobody has judged yet. A judgement holds
as long as the program relates the same two quotes in the same way.
"""

from functools import cache

from benchmarks.quality.links import TYPES, related_by
from benchmarks.quality.precision import draw_from, draw_into, judgements
from benchmarks.quality.scoring import share
from benchmarks.quality.sources import HERE, folder, packs, pages
from benchmarks.quality.tables import Table

from claimgraph.model import Claim, Relation

FILE = HERE / "relations_judged.tsv"
CELLS = 6
HEADER = (
    "# Relations of the seeds' build, read by hand against both quotes: all conflicts, and supports drawn at random.\n"
    "# Columns, tab-separated: type, kind, document of the source, its quote, document of the target, its quote,\n"
    "# judgement (right: a real relation of the kind named; wrong; ?: not yet read), what is wrong.\n"
)


@cache
def made() -> tuple[tuple[str, ...], ...]:
    """Return the conflicts and supports of the seeds' build, each as the cells that are judged."""
    read = pages(folder("seeds"))
    known = packs("shipped", read)
    claims = read.claims(known)
    of = {claim.id: claim for claim in claims}
    related = [r for r in related_by(claims, known.pack) if r.type in TYPES]
    return tuple(sorted({shown(r, of[r.source], of[r.target]) for r in related}))


def shown(relation: Relation, source: Claim, target: Claim) -> tuple[str, ...]:
    """Return what is judged of a relation."""
    sides = (cell for claim in (source, target) for cell in (claim.document[:3], " ".join(claim.quote.exact.split())))
    return (relation.type.value, relation.kind, *sides)


def draw(number: int, seed: int) -> int:
    """Put all conflicts and drawn supports into the file, judgements that hold kept; return how many are to be read."""
    supports = {cells for cells in made() if cells[0] == "support"}
    first = {j.said for j in judgements(FILE, CELLS, 1)} & supports
    rest = draw_from(supports - first, number - len(first), seed)
    chosen = {*(cells for cells in made() if cells[0] == "conflict"), *first, *rest}
    return draw_into(FILE, HEADER, chosen, 1, number=len(chosen), seed=seed)


def judged_table(fast: bool = False) -> Table:
    """Return the share of the conflicts and supports that are real and of the kind named."""
    read = [j for j in judgements(FILE, CELLS, 1) if "?" not in j.marks]
    found = []
    for kind in TYPES:
        now = {cells for cells in made() if cells[0] == kind}
        mine = [j for j in read if j.said[0] == kind]
        held = [j for j in mine if j.said in now]
        right = share([j.faithful for j in held])
        found.append((f"{kind}s", str(len(now)), str(len(held)), f"{right:.3f}", str(len(mine) - len(held))))
    explanation = (
        "Relations of the seeds' build read against both quotes: is it a real one, and of the kind named? The "
        "judgements are in `benchmarks/quality/relations_judged.tsv`; stale are those on relations that are no longer "
        "made."
    )
    columns = ("type", "made", "judged", "real and of the kind named", "stale")
    return Table("judged", "Precision of relations", explanation, columns, tuple(found))
