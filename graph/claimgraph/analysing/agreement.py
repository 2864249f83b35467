"""Who agrees with whom: sources by sources, counted in the questions that both answer."""

from itertools import combinations

from claimgraph.analysing.english import counted, titled
from claimgraph.model import Matrix, Note, Question
from claimgraph.model.findings import Agreement, SourcePair

#: Pairs kept in the report; the ones that share most.
MOST_PAIRS = 2_000
#: Pairs of sources looked at, over all questions.
MOST_WORK = 2_000_000

Shared = dict[tuple[str, str], dict[str, list[str]]]


def agreement(matrix: Matrix) -> tuple[Agreement, tuple[SourcePair, ...]]:
    """Return the agreement of sources as a finding, and every pair behind it."""
    shared, left = _shared(matrix)
    pairs = [_pair(first, second, shared[first, second]) for first, second in sorted(shared)]
    pairs.sort(key=lambda p: (-(len(p.agree) + len(p.conflict)), -p.shared, p.first, p.second))
    kept = tuple(pairs[:MOST_PAIRS])
    cut = f"The {len(kept):,} pairs that share most, of {len(pairs):,}, are listed." if len(kept) < len(pairs) else ""
    cut += f" {counted(left, 'question')} with the most sources left out of the count." if left else ""
    note = Note(
        "Who agrees with whom",
        "Two sources agree on a question when both answer yes or both no, and conflict when one says yes and the "
        "other no; questions that only one of them answers do not count.",
        _sentence(pairs, matrix),
        "Each question counts once a pair, however many claims answer it; a source that says both is mixed.",
        cut.strip(),
    )
    return Agreement(note, kept), tuple(pairs)


def _shared(matrix: Matrix) -> tuple[Shared, int]:
    """Return the questions each pair of sources shares, by how they answer, and how many questions were too wide."""
    shared: Shared = {}
    work = left = 0
    for question in sorted(matrix.questions, key=lambda q: (q.sources, q.id)):
        work += question.sources * (question.sources - 1) // 2
        if work > MOST_WORK:
            left += 1
            continue
        for (first, second), how in _stances(question):
            both = (first, second) if first < second else (second, first)
            shared.setdefault(both, {"agree": [], "conflict": [], "mixed": []})[how].append(question.id)
    return shared, left


def _stances(question: Question) -> list[tuple[tuple[str, str], str]]:
    """Return for each pair of sources that answer a question how they stand to each other."""
    if question.kind == "value":
        return []
    found = []
    for one, other in combinations(question.cells, 2):
        mixed = "mixed" in (one.answer, other.answer)
        how = "mixed" if mixed else "agree" if one.answer == other.answer else "conflict"
        found.append(((one.document, other.document), how))
    return found


def _pair(first: str, second: str, by: dict[str, list[str]]) -> SourcePair:
    """Return how two sources stand to each other."""
    agree, conflict, mixed = (tuple(sorted(by[how])) for how in ("agree", "conflict", "mixed"))
    sign = (len(agree) > len(conflict)) - (len(agree) < len(conflict))
    return SourcePair(first, second, len(agree) + len(conflict) + len(mixed), agree, conflict, mixed, sign)


def _sentence(pairs: list[SourcePair], matrix: Matrix) -> str:
    """Return the pair that agrees most and the pair that conflicts most, in words."""
    if not pairs:
        return "No two sources answer the same question."
    names = {source.document: titled(source.label) for source in matrix.sources}
    best = min(pairs, key=lambda p: (-len(p.agree), len(p.conflict), p.first, p.second))
    worst = min(pairs, key=lambda p: (-len(p.conflict), len(p.agree), p.first, p.second))
    if len(pairs) == 1 and best.agree and best.conflict:
        both = f"{names.get(best.first, best.first)} and {names.get(best.second, best.second)}"
        return f"{both} agree on {counted(len(best.agree), 'question')} and conflict on {len(best.conflict):,}."
    most = " most" if len(pairs) > 1 else ""
    said = []
    for pair, ids, verb in ((best, best.agree, "agree"), (worst, worst.conflict, "conflict")):
        if ids:
            both = f"{names.get(pair.first, pair.first)} and {names.get(pair.second, pair.second)}"
            said.append(f"{both} {verb}{most and f'{most},'} on {counted(len(ids), 'question')}")
    return "; ".join(said) + "." if said else "Sources share questions, but each pair has one that says both."
