"""`judged`: every conflict of the seeds' build, and a draw of its supports, each read by a person against both quotes.

    python -m benchmarks.quality judged --draw 60 --seed 7

puts all conflicts and so many supports into `judged/conflicts.tsv` and `judged/supports.tsv`, "?" where nobody has
judged yet. A judgement holds as long as the program relates the same two quotes in the same way.
"""

from functools import cache

from benchmarks.quality.links import related_by
from benchmarks.quality.precision import draw_into, judgements, said
from benchmarks.quality.scoring import share
from benchmarks.quality.sources import HERE, folder, packs, pages
from benchmarks.quality.tables import Table

from claimgraph.model import Claim, Relation

FILES = {"conflict": HERE / "judged" / "conflicts.tsv", "support": HERE / "judged" / "supports.tsv"}
MARKS = ("real", "kind")
CELLS = 10
HEADER = (
    "# Relations of the seeds' build, each judged by a person against both quotes in their pages.\n"
    "# y: yes, n: no, ?: not read.\n"
    "# Columns, tab-separated: kind, rule, then for each of the two claims document, quote, subject -- predicate --\n"
    "# object, polarity and certainty; is it a real one, is it of that kind; what was wrong.\n"
)
EVERY = 10_000


@cache
def seeds_relations() -> tuple[tuple[Relation, Claim, Claim], ...]:
    """Return the relations of the seeds' build with their claims."""
    read = pages(folder("seeds"))
    known = packs("shipped", read)
    claims = read.claims(known)
    of = {claim.id: claim for claim in claims}
    return tuple((r, of[r.source], of[r.target]) for r in related_by(claims, known.pack))


def shown(relation: Relation, source: Claim, target: Claim) -> tuple[str, ...]:
    """Return what is judged of a relation."""
    cells = [relation.kind, relation.rule]
    for claim in (source, target):
        document, quote, subject, predicate, object_, polarity, certainty, _ = said(claim)
        cells += [document, quote, f"{subject} -- {predicate} -- {object_}", f"{polarity} {certainty}"]
    return tuple(cells)


def now(kind: str) -> set[tuple[str, ...]]:
    """Return all relations of a type as they are shown."""
    return {shown(*found) for found in seeds_relations() if found[0].type == kind}


def draw(number: int, seed: int) -> int:
    """Put all conflicts and drawn supports into their files; return how many are to be read."""
    conflicts = draw_into(FILES["conflict"], HEADER, now("conflict"), len(MARKS), number=EVERY, seed=seed)
    return conflicts + draw_into(FILES["support"], HEADER, now("support"), len(MARKS), number=number, seed=seed)


def judged_table(fast: bool = False) -> Table:
    """Return the share of the conflicts and supports that are real, and of the kind named."""
    found = []
    for kind, path in FILES.items():
        made = now(kind)
        read = [j for j in judgements(path, CELLS, len(MARKS)) if "?" not in j.marks]
        held = [j for j in read if j.said in made]
        shares = (share([j.marks[i] == "y" for j in held]) for i in range(len(MARKS)))
        whole = share([j.faithful for j in held])
        cells = (str(len(made)), str(len(held)), f"{whole:.3f}", *(f"{s:.3f}" for s in shares))
        found.append((f"{kind}s", *cells, str(len(read) - len(held))))
    explanation = (
        "Relations of the seeds' build read against both quotes: is it real, is it of the kind named? All conflicts, "
        "and a draw of the supports. The judgements are in `benchmarks/quality/judged`; stale are those on relations "
        "that the program no longer makes."
    )
    columns = ("type", "made", "judged", "real and of the kind named", *MARKS, "stale")
    return Table("judged", "Precision of relations", explanation, columns, tuple(found))
