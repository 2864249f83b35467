"""Propositions that meet, as groups with one question each: who answers it yes, who no, who with which value."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from claimgraph.analysing.pile import Pile
from claimgraph.analysing.union import SignedSets, merged
from claimgraph.model import Claim, Polarity, Relation, RelationType

#: Steps of a match that keep the meaning; a relation with another step (broader, entails, ...) joins claims to a
#: question without making two questions one.
SAME_MEANING = frozenset({"same", "synonym", "inverse", "converse", "opposite", "uses", "effect", "kind", ""})
#: Kinds of support between claims that say the same.
SAME_KINDS = frozenset({"same", "converse"})
#: Kinds of conflict that answer one question yes and no.
OPPOSED_KINDS = frozenset({"contradictory", "comparison"})
#: Kinds of conflict in which two numbers stand apart.
VALUE_KINDS = frozenset({"quantity", "timing"})


@dataclass
class Group:
    """Claims that answer one question.

    Attributes:
        kind: "yes-no" or "value".
        members: IRIs of its propositions with their sign, the one that gives the words first.
        answers: for each claim id +1 (yes) or -1 (no), in the order of the text.
        conflicts: ids of the relations of conflict inside it.
        own: how many claims utter its propositions; the others answer it through a conflict.
        left_out: kinds of qualifier that not all of its claims share, so that the question does without them.
    """

    kind: str
    members: dict[str, int]
    answers: dict[str, int] = field(default_factory=dict)
    conflicts: list[str] = field(default_factory=list)
    own: int = 0
    left_out: tuple[str, ...] = ()


#: Qualifiers without which a question asks something else.
ESSENTIAL = frozenset({"comparator", "dimension"})


def polarity_sign(claim: Claim) -> int:
    """Return +1 for a claim that affirms, -1 for one that denies."""
    return 1 if claim.polarity is Polarity.POSITIVE else -1


def groups(pile: Pile) -> list[Group]:
    """Return every group of claims that answer one question, in a fixed order; most have one proposition only."""
    found, of = _united(pile)
    values = _values(pile)
    for relation in pile.conflicts:
        _enter(relation, pile, found, of)
    taken = {claim for group in values for claim in group.answers}
    kept = _covering([group for group in found if not set(group.answers) <= taken])
    kept = _joined(kept, pile)
    place = {claim: number for number, claim in enumerate(pile.claims)}
    for group in kept + values:
        group.answers = {claim: group.answers[claim] for claim in sorted(group.answers, key=place.__getitem__)}
    return kept + values


def _covering(found: list[Group]) -> list[Group]:
    """Return the groups without those that only repeat what larger ones ask.

    A denial of everything conflicts with every narrow claim; the conflict stands in the broad question already, so a
    narrow question with one claim of its own is asked only if it holds a conflict that no other question shows.
    """
    shown: set[str] = set()
    kept: set[int] = set()
    order = sorted(range(len(found)), key=lambda place: (-len(found[place].answers), -found[place].own, place))
    for place in order:
        group = found[place]
        if group.own > 1 or not group.conflicts or not set(group.conflicts) <= shown:
            kept.add(place)
            shown.update(group.conflicts)
    return [group for place, group in enumerate(found) if place in kept]


def _joined(found: list[Group], pile: Pile) -> list[Group]:
    """Return the groups, those made one that ask the same once qualifiers are left out that not all claims share."""
    first: dict[tuple[object, ...], Group] = {}
    for group in found:
        group.left_out = _left_out(group, pile)
        held = first.setdefault(_core(group, pile), group)
        if held is not group:
            held.members = (
                {**group.members, **held.members} if group.own > held.own else {**held.members, **group.members}
            )
            held.answers = {**group.answers, **held.answers}
            held.conflicts = sorted({*held.conflicts, *group.conflicts})
            held.own += group.own
    return list(first.values())


def _left_out(group: Group, pile: Pile) -> tuple[str, ...]:
    """Return the kinds of the first proposition's qualifiers that not every claim of a group has."""
    head = pile.propositions[next(iter(group.members))][0]
    contents = [pile.claims[claim].content for claim in group.answers]
    shared = [{(q.kind, q.concept or q.label) for q in content.qualifiers} for content in contents]
    apart = {q.kind for q in head.qualifiers if any((q.kind, q.concept or q.label) not in own for own in shared)}
    return tuple(sorted(apart - ESSENTIAL))


def _core(group: Group, pile: Pile) -> tuple[object, ...]:
    """Return what a group asks: the first proposition without the qualifiers left out."""
    head = pile.propositions[next(iter(group.members))][0]
    kept = sorted((q.kind, q.concept or q.label) for q in head.qualifiers if q.kind not in group.left_out)
    return (head.subject.iri, head.predicate.iri, head.object.iri if head.object else None, *kept)


def _united(pile: Pile) -> tuple[list[Group], dict[str, int]]:
    """Return propositions united by relations that keep the meaning, and the group of each proposition."""
    sets = SignedSets(pile.propositions)
    for relation in sorted(pile.relations, key=lambda r: (-r.score, r.id)):
        wanted = _union_sign(relation)
        if wanted:
            first, second = pile.claims[relation.source], pile.claims[relation.target]
            sign = wanted * polarity_sign(first) * polarity_sign(second)
            sets.unite(first.proposition, second.proposition, sign)
    united: list[Group] = []
    of: dict[str, int] = {}
    for members in sets.groups():
        of.update({iri: len(united) for iri, _ in members})
        united.append(_group(members, pile))
    return united, of


def _union_sign(relation: Relation) -> int:
    """Return +1 where a relation's claims give one answer to one question, -1 opposite ones, 0 where neither."""
    if any(slot.step not in SAME_MEANING and slot.agrees for slot in relation.slots):
        return 0
    if relation.type is RelationType.SUPPORT and relation.kind in SAME_KINDS:
        return 1
    return -1 if relation.type is RelationType.CONFLICT and relation.kind in OPPOSED_KINDS else 0


def _group(members: list[tuple[str, int]], pile: Pile) -> Group:
    """Return united propositions as a group; the one most affirmed gives the words, and its sign is +1."""

    def weight(item: tuple[str, int]) -> tuple[int, int, int, str]:
        proposition, claims = pile.propositions[item[0]]
        affirming = sum(c.polarity is Polarity.POSITIVE for c in claims)
        return (-affirming, -len(claims), len(proposition.qualifiers), item[0])

    ordered = sorted(members, key=weight)
    turn = ordered[0][1]
    signs = {iri: sign * turn for iri, sign in ordered}
    answers = {c.id: signs[iri] * polarity_sign(c) for iri in signs for c in pile.propositions[iri][1]}
    return Group("yes-no", signs, answers, own=len(answers))


def _enter(relation: Relation, pile: Pile, found: list[Group], of: Mapping[str, int]) -> None:
    """Note a conflict in the groups it belongs to; one that joins two questions answers each with the other's claim.

    An undercut answers one only, whether a thing was tested; that harm was never looked for answers none, and only
    disputes that there is none.
    """
    source, target = pile.claims[relation.source], pile.claims[relation.target]
    if relation.kind in VALUE_KINDS or differs_in_object(relation):
        return
    here, there = found[of[source.proposition]], found[of[target.proposition]]
    if here is there:
        here.conflicts.append(relation.id)
        return
    if relation.kind == "evidence" and relation.rule == "safety":
        there.conflicts.append(relation.id)
        return
    _attach(here, source, target, relation)
    if relation.kind != "evidence":
        _attach(there, target, source, relation)


def _attach(group: Group, own: Claim, other: Claim, relation: Relation) -> None:
    """Let another question's claim answer this one, against the claim it conflicts with."""
    group.answers.setdefault(other.id, -group.answers[own.id])
    group.conflicts.append(relation.id)


def differs_in_object(relation: Relation) -> bool:
    """Return whether claims of a contrary pair differ in their object alone, so that the question is "what?"."""
    differing = {slot.slot for slot in relation.slots if not slot.agrees}
    return relation.kind == "contrary" and differing == {"object"}


def _values(pile: Pile) -> list[Group]:
    """Return claims whose values stand apart, as groups of their own."""
    apart = [r for r in pile.conflicts if r.kind in VALUE_KINDS or differs_in_object(r)]
    named = sorted({claim for relation in apart for claim in (relation.source, relation.target)})
    keys: dict[str, list[str]] = {claim: [] for claim in named}
    for relation in apart:
        keys[relation.source].append(relation.id)
        keys[relation.target].append(relation.id)
    return [_value_group(ids, apart, pile) for ids in merged(named, keys.values())]


def _value_group(ids: list[str], apart: Sequence[Relation], pile: Pile) -> Group:
    """Return one group of claims whose values stand apart."""
    claims = sorted((pile.claims[claim] for claim in ids), key=lambda c: (c.document, c.quote.start, c.id))
    members = dict.fromkeys((claim.proposition for claim in claims), 1)
    inside = set(ids)
    conflicts = [r.id for r in apart if r.source in inside]
    return Group("value", members, {c.id: polarity_sign(c) for c in claims}, conflicts, len(claims))
