"""What stands: the conflicts of the pile as an argumentation framework, and how each claim fares in it."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from claimgraph.analysing.argumentation import Framework, df_quad, grounded, h_categoriser, sensitivity
from claimgraph.analysing.english import counted, listed, shortened
from claimgraph.analysing.grouping import SAME_KINDS
from claimgraph.analysing.pile import Pile
from claimgraph.model import Claim, Evidence, Note, Polarity, Relation, RelationType
from claimgraph.model.findings import Argumentation, Pivot, Standing

LABELS = ("in", "out", "undecided")
#: Attackers on each side of one proposition, so that a large one does not make millions of attacks.
MOST_SIDE = 50
#: Attacks that trying rejections may look at.
BUDGET = 3_000_000
MOST_PIVOTS = 20
MOST_CHANGES = 50
#: Claims listed one by one.
MOST_STANDINGS = 2_000
#: Grounds that a claim can set against a claim that there is none.
NO_GROUND = frozenset({Evidence.BARE_ASSERTION, Evidence.EXPLICITLY_NONE})

Pairs = set[tuple[str, str]]
Labels = Mapping[str, str]
Changes = Mapping[str, list[tuple[str, str, str]]]


@dataclass(frozen=True)
class _Arguments:
    """The claims as arguments: one voice that repeats itself, or one copied text, is one argument.

    Attributes:
        of: for each claim id the id of the first claim of its argument.
        claims: for each argument its claims.
    """

    of: Mapping[str, str]
    claims: Mapping[str, tuple[Claim, ...]]


def argumentation(pile: Pile) -> Argumentation:
    """Return the grounded labelling, two gradual strengths and the claims on which most hangs."""
    arguments = _arguments(pile)
    attacks, bounded = _attacks(pile, arguments)
    involved = {name for pair in attacks for name in pair}
    supports = {pair for pair in _supports(pile, arguments) if pair[0] in involved and pair[1] in involved}
    framework = Framework.of(involved, attacks, supports)
    labels = grounded(framework)
    tried = sensitivity(framework, BUDGET)
    categorised = h_categoriser(framework)
    quantified, settled = df_quad(framework)
    standings = tuple(
        _standing(claim, arguments.of[claim], framework, (labels, tried), (categorised, quantified))
        for claim in pile.claims
        if arguments.of[claim] in labels
    )
    number = Counter(standing.label for standing in standings)
    pivots = _pivots(tried, labels)
    cut = _cut(bounded, len(labels) - len(tried), len(standings))
    return Argumentation(
        _note(pile, number, pivots, cut),
        standings[:MOST_STANDINGS],
        len(pile.claims) - len(standings),
        tuple((label, number[label]) for label in LABELS),
        pivots,
        settled,
    )


def _arguments(pile: Pile) -> _Arguments:
    """Return claims of one proposition and polarity, merged where they count once."""
    claims: dict[str, tuple[Claim, ...]] = {}
    for _, every in pile.propositions.values():
        for polarity in Polarity:
            for group in pile.independent(c for c in every if c.polarity is polarity):
                claims[group[0].id] = tuple(group)
    return _Arguments({claim.id: name for name, group in claims.items() for claim in group}, claims)


def _attacks(pile: Pile, arguments: _Arguments) -> tuple[Pairs, bool]:
    """Return which argument attacks which, and whether a large proposition was bounded."""
    attacks: Pairs = set()
    for relation in pile.conflicts:
        source, target = arguments.of[relation.source], arguments.of[relation.target]
        attacks.add((source, target))
        if not _one_way(relation, pile):
            attacks.add((target, source))
    bounded = False
    for _, every in pile.propositions.values():
        sides = [
            list(dict.fromkeys(arguments.of[c.id] for c in every if c.polarity is polarity)) for polarity in Polarity
        ]
        bounded |= min(map(len, sides)) > 0 and max(map(len, sides)) > MOST_SIDE
        for own, other in (sides, sides[::-1]):
            attacks |= {(attacker, target) for attacker in own[:MOST_SIDE] for target in other}
    return {(one, other) for one, other in attacks if one != other}, bounded


def _one_way(relation: Relation, pile: Pile) -> bool:
    """Whether only the source attacks: it says that a ground is missing, and the target names none."""
    return relation.kind == "evidence" and pile.claims[relation.target].evidence in NO_GROUND


def _supports(pile: Pile, arguments: _Arguments) -> Pairs:
    """Return which argument supports which, a narrower claim its broader one.

    Claims that say the same do not support one another here: they would feed themselves, and counting them would
    make a vote of it.
    """
    found = {
        (arguments.of[r.source], arguments.of[r.target])
        for r in pile.relations
        if r.type is RelationType.SUPPORT and r.independent and r.kind not in SAME_KINDS
    }
    return {(one, other) for one, other in found if one != other and (other, one) not in found}


def _standing(
    claim: str,
    argument: str,
    framework: Framework,
    outcome: tuple[Labels, Changes],
    strengths: tuple[Mapping[str, float], Mapping[str, float]],
) -> Standing:
    """Return how one claim in a conflict fares: as its argument does."""
    labels, tried = outcome
    return Standing(
        claim=claim,
        label=labels[argument],
        attackers=framework.attackers[argument],
        attacks=framework.targets[argument],
        supporters=framework.supporters[argument],
        h_categoriser=strengths[0][argument],
        df_quad=strengths[1][argument],
        sensitivity=len(tried[argument]) if argument in tried else -1,
    )


def _pivots(tried: Changes, labels: Labels) -> tuple[Pivot, ...]:
    """Return the claims whose rejection changes most labels."""
    ranked = sorted((name for name in tried if tried[name]), key=lambda name: (-len(tried[name]), labels[name], name))
    return tuple(Pivot(name, tuple(sorted(tried[name]))[:MOST_CHANGES]) for name in ranked[:MOST_PIVOTS])


def _cut(bounded: bool, untried: int, standings: int) -> str:
    """Return what was bounded, in sentences."""
    said = []
    if bounded:
        said.append(f"Of each side of a large proposition {MOST_SIDE} arguments attack.")
    if untried:
        said.append(f"Rejection was not tried for {counted(untried, 'argument')}.")
    if standings > MOST_STANDINGS:
        said.append(f"The first {MOST_STANDINGS:,} of {standings:,} claims are listed.")
    return " ".join(said)


def _state(total: int, number: Mapping[str, int]) -> str:
    """Return how many claims in conflict stand, fall or stay undecided; no word of those that are none."""
    if number["undecided"] == total:
        return f"None of the {counted(total, 'claim')} in conflict prevails over those against it."
    verbs = (("undecided", "stays undecided", "stay undecided"), ("in", "stands", "stand"), ("out", "falls", "fall"))
    said = [counted(number[label], one, many) for label, one, many in verbs if number[label]]
    return f"Of {counted(total, 'claim')} in conflict {listed(said)}."


def _note(pile: Pile, number: Mapping[str, int], pivots: Sequence[Pivot], cut: str) -> Note:
    """Return what a reader is told about what stands."""
    total = sum(number.values())
    sentence = "No claim is attacked, so all stand unopposed, which does not make them true."
    if total:
        sentence = _state(total, number)
    if pivots:
        quote = shortened(pile.claims[pivots[0].claim].quote.exact, 100)
        changed = counted(len(pivots[0].changes), "other claim changes", "other claims change")
        sentence += f" Most hangs on “{quote}”: without it {changed}."
    return Note(
        "What stands",
        "A claim stands if everything that attacks it falls; two claims that only contradict each other leave both "
        "undecided, since no winner is forced.",
        sentence,
        "Grounded labelling (Dung 1995); h-categoriser (Besnard & Hunter 2001); DF-QuAD (Rago et al. 2016) with equal "
        "base scores of 0.5. Copies and repetitions are one argument.",
        cut,
    )
