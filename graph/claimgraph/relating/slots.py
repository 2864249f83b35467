"""What narrows two claims, side by side: where both narrow alike they meet, where they narrow apart they do not."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from claimgraph.knowledge.english import english
from claimgraph.model import Alignment, Proposition, Qualifier, Term
from claimgraph.model.claim import PROPOSITIONAL
from claimgraph.relating.quantities import comparable, meet
from claimgraph.relating.ways import Background, core

#: Narrowings that a rule of its own looks at, so that they do not count as differing here.
COMPARED = frozenset({"comparator", "dimension"})
#: Narrowings of a denial that leave the general claim standing ("not at this dose", "not if taken late").
ONE_SIDED = frozenset({"condition", "dose"})


@dataclass(frozen=True, slots=True)
class Narrowing:
    """The qualifiers of two wordings, slot by slot.

    Attributes:
        alike: slots that both name and that agree.
        apart: slots that both name and that differ.
        open: slots that only one of them names.
    """

    alike: tuple[Alignment, ...]
    apart: tuple[Alignment, ...]
    open: tuple[Alignment, ...]


def narrowing(a: Proposition, b: Proposition, background: Background, skip: frozenset[str] = COMPARED) -> Narrowing:
    """Return how the qualifiers of two propositions stand to each other.

    Args:
        a: one proposition.
        b: the other.
        background: the pack, for broader and narrower concepts.
        skip: kinds of qualifier that are left out.
    """
    alike: list[Alignment] = []
    apart: list[Alignment] = []
    one: list[Alignment] = []
    for kind in sorted(PROPOSITIONAL - skip):
        left, right = _of(a, kind), _of(b, kind)
        if left and right:
            found = _compared(kind, left, right, background)
            (alike if found.agrees else apart).append(found)
        elif left or right:
            one.append(Alignment(kind, _words(left), _words(right), "stated once"))
    return Narrowing(tuple(alike), tuple(apart), tuple(one))


def rival(qualifier: Qualifier) -> bool:
    """Say whether a qualifier names what a thing is compared with, unless that is doing nothing ("than placebo")."""
    head = core(qualifier.label.casefold()).rpartition(" ")[2]
    return qualifier.kind == "comparator" and head not in english()["relating.controls"]


def _of(proposition: Proposition, kind: str) -> list[Qualifier]:
    return [q for q in proposition.qualifiers if q.kind == kind]


def _words(found: Iterable[Qualifier]) -> str:
    return ", ".join(q.text for q in found)


def _compared(kind: str, left: Sequence[Qualifier], right: Sequence[Qualifier], background: Background) -> Alignment:
    steps = [_step(x, y, background) for x in left for y in right]
    step = next((s for s in steps if s not in APART), steps[0])
    return Alignment(kind, _words(left), _words(right), step, step not in APART)


#: Steps that say two qualifiers differ.
APART = frozenset({"differs", "range apart", "other unit"})


def _step(a: Qualifier, b: Qualifier, background: Background) -> str:
    if a.quantity and b.quantity:
        if not comparable(a.quantity, b.quantity):
            return "other unit"
        return "same range" if meet(a.quantity, b.quantity) else "range apart"
    if (a.concept or a.label.casefold()) == (b.concept or b.label.casefold()):
        return "same"
    return _terms(Term(a.label, a.concept), Term(b.label, b.concept), background)


def _terms(a: Term, b: Term, background: Background) -> str:
    above_a, above_b = background.subject_ways(a), background.subject_ways(b)
    if above_b[0].key in {w.key for w in above_a}:
        return "narrower"
    if above_a[0].key in {w.key for w in above_b}:
        return "broader"
    words_a, words_b = set(a.label.casefold().split()), set(b.label.casefold().split())
    shared = words_a <= words_b or words_b <= words_a
    return "narrower" if shared and words_a and words_b else "differs"
