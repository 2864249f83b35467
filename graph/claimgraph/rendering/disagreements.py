"""Conflicts as a reader wants them: one entry a question and kind, its clearest pair of quotes first."""

from collections import ChainMap
from collections.abc import Mapping
from dataclasses import dataclass

from claimgraph.model import Relation, RelationType
from claimgraph.rendering import words
from claimgraph.rendering.reasons import reason
from claimgraph.rendering.view import ClaimView, QuestionView, View

#: Most entries the page prints, and most pairs inside one entry.
MOST_ENTRIES = 80
MOST_PAIRS = 12


@dataclass(frozen=True, slots=True)
class Pair:
    """Two claims that conflict, or look as if they did, and why."""

    left: ClaimView
    right: ClaimView
    why: str
    differing: str


@dataclass(frozen=True, slots=True)
class Disagreement:
    """Pairs of one kind on one question.

    Attributes:
        id: of the leading relation, for links.
        kind: heading of the kind.
        question: the question's words.
        within: the label of the source that contradicts itself in every pair, or "".
        pairs: the clearest first.
        total: pairs in all.
    """

    id: str
    kind: str
    question: str
    within: str
    pairs: tuple[Pair, ...]
    total: int


@dataclass(frozen=True, slots=True)
class Disagreements:
    """Real conflicts and apparent ones apart, with how many entries there are in all."""

    conflicts: tuple[Disagreement, ...]
    apparent: tuple[Disagreement, ...]
    all_conflicts: int
    all_apparent: int


def disagreements(view: View) -> Disagreements:
    """Return the disagreements of a build, those on the first questions of the matrix first."""
    conflicts = _entries(view, RelationType.CONFLICT)
    apparent = _entries(view, RelationType.APPARENT)
    return Disagreements(tuple(conflicts[:MOST_ENTRIES]), tuple(apparent[:MOST_ENTRIES]), len(conflicts), len(apparent))


def _entries(view: View, wanted: RelationType) -> list[Disagreement]:
    under = _places(view)
    grouped: dict[tuple[int, str, str], list[Relation]] = {}
    for relation in view.facts.relations:
        if relation.type is wanted and relation.source in view.claims and relation.target in view.claims:
            place = under.get(relation.id, len(view.questions))
            alone = relation.differing or "" if relation.id in under else relation.id
            grouped.setdefault((place, relation.kind, alone), []).append(relation)
    return [
        _entry(view, relations, view.questions[place] if place < len(view.questions) else None)
        for (place, _, _), relations in sorted(grouped.items())
    ]


def _places(view: View) -> dict[str, int]:
    """Return for each relation the number of the first question that names it."""
    places: dict[str, int] = {}
    for number, view_of in enumerate(view.questions):
        if view_of.question is not None:
            for relation in (*view_of.question.conflicts, *view_of.question.apparent):
                places.setdefault(relation, number)
    return places


def _entry(view: View, relations: list[Relation], question: QuestionView | None) -> Disagreement:
    here = {claim.id: claim for claim in question.claims} if question else {}
    ordered = sorted(relations, key=lambda r: _clarity(view, r))
    lead = ordered[0]
    same = {view.claims[end].source.label for r in relations for end in (r.source, r.target)}
    within = all(r.within for r in relations) and len(same) == 1
    return Disagreement(
        id=lead.id,
        kind=words.conflict_kind(lead.kind),
        question=question.text if question else view.claims[lead.source].about,
        within=same.pop() if within else "",
        pairs=tuple(_pair(view, r, ChainMap(here, view.claims)) for r in ordered[:MOST_PAIRS]),
        total=len(ordered),
    )


def _clarity(view: View, relation: Relation) -> tuple[bool, float, int, int, str]:
    """Sort key: two sources before one, sure matches before guesses, firm and short quotes first."""
    ends = view.claims[relation.source], view.claims[relation.target]
    hedged = sum(end.certainty != "asserted" for end in ends)
    return relation.within, -relation.score, hedged, sum(len(end.context.exact) for end in ends), relation.id


def _pair(view: View, relation: Relation, claims: Mapping[str, ClaimView]) -> Pair:
    left, right = claims[relation.source], claims[relation.target]
    if (left.answer == "no" and right.answer != "no") or (
        left.answer == right.answer and right.source.number < left.source.number
    ):
        left, right = right, left
    return Pair(left, right, reason(relation, view), words.slot(relation.differing) if relation.differing else "")
