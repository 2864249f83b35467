"""From claims to relations: wordings meet under their topics, rules look at those that meet, pairs are bounded."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import islice

from claimgraph.knowledge import Pack
from claimgraph.model import Certainty, Claim, Problem, Relation, RelationType
from claimgraph.relating.aligned import findings
from claimgraph.relating.independence import first_voices, independent, one_voice
from claimgraph.relating.limits import Limits, Similarity
from claimgraph.relating.loose import MOST_ALIKE, profile
from claimgraph.relating.meeting import Meeting, Side
from claimgraph.relating.rationale import rationale
from claimgraph.relating.readings import readings
from claimgraph.relating.retold import RETOLD
from claimgraph.relating.rules import Finding, find
from claimgraph.relating.shapes import Place, Reading, Wording, places
from claimgraph.relating.ways import Background

#: Which finding stands where two readings of one pair say different things, strongest first.
STRENGTH = {RelationType.CONFLICT: 0, RelationType.SUPPORT: 1, RelationType.APPARENT: 2}
#: Characters between two quotes up to which one voice says both in a breath.
BREATH = 60
#: Bounds that are told one by one; the rest are counted.
TOLD = 10


@dataclass(frozen=True, slots=True)
class Standing:
    """A reading of a wording as it stands in its own topic."""

    number: int
    reading: Reading
    place: Place


@dataclass(frozen=True, slots=True)
class Uttered:
    """The claims that utter one wording: those that are looked at, repetitions last, and how many there are."""

    first: tuple[Claim, ...]
    count: int

    @classmethod
    def by(cls, claims: Sequence[Claim], limits: Limits) -> "Uttered":
        """Return the claims of a wording, as many as the limit on pairs can ever reach."""
        once = {(c.document, c.quote.start, c.quote.end): c for c in reversed(claims)}
        kept = [c for c in claims if once[(c.document, c.quote.start, c.quote.end)] is c]
        return cls(tuple(first_voices(kept)[: limits.pairs * 2]), len(kept))


def relate(
    claims: Sequence[Claim],
    pack: Pack,
    *,
    limits: Limits | None = None,
    background: Background | None = None,
    similarity: Similarity | None = None,
) -> tuple[tuple[Relation, ...], tuple[str, ...], tuple[Problem, ...]]:
    """Return how claims support and contradict one another, each relation with its reason.

    Claims meet in their topics, never pair by pair; time grows in proportion to the claims.

    Args:
        claims: in any order; the result does not depend on it.
        pack: what is known of the subject; the core pack at least.
        limits: bounds on the pairs that are written down.
        background: an indexed pack and lexicon to share between calls; made from the pack where none is given.
        similarity: nearness of two words, such as the cosine of the pipeline's vectors; where it is given, claims whose
            propositions do not meet are held against each other word by word as well.

    Returns:
        The relations by type, kind, source and target; a sentence for each bound that cut something; problems
        (none are known today: claims that cannot be read simply meet nothing).
    """
    limits = limits or Limits()
    ground = background or Background(pack)
    grouped = group(claims)
    wordings = tuple(grouped)
    found, cut = pairs(wordings, ground, limits)
    relations: dict[str, Relation] = {}
    uttered = [Uttered.by(grouped[wording], limits) for wording in wordings]
    for (i, j), finding in sorted(found.items(), key=lambda entry: entry[0]):
        made, more = _relations(finding, uttered[i], uttered[j], limits, alone=i == j)
        relations.update((r.id, r) for r in made)
        cut += more
    if similarity is not None:
        loose, more = _loose(wordings, uttered, found, ground, similarity)
        relations = {r.id: r for r in loose} | relations
        cut += more
    places = {c.id: (c.document, c.quote.start, c.quote.end) for c in claims}
    ordered = sorted(_once(relations.values(), places), key=lambda r: (r.type, r.kind, r.source, r.target))
    return tuple(ordered), _told(cut), ()


def _loose(
    wordings: Sequence[Wording],
    uttered: Sequence[Uttered],
    found: Mapping[tuple[int, int], Finding],
    background: Background,
    similarity: Similarity,
) -> tuple[list[Relation], list[str]]:
    """Return the relations of claims whose wordings did not meet, by their words, and what was cut."""
    profiles = [
        profile(claim, number, wording.affirmed, background)
        for number, (wording, said) in enumerate(zip(wordings, uttered, strict=True))
        for claim in said.first[:MOST_ALIKE]
    ]
    held, cut = findings(profiles, background, similarity, lambda i, j: (min(i, j), max(i, j)) in found, RETOLD)
    made = (_relation(finding, a.claim, b.claim) for a, b, finding in held)
    return [relation for relation in made if relation is not None], cut


def group(claims: Sequence[Claim]) -> dict[Wording, list[Claim]]:
    """Return the claims by wording, in the order of document and place."""
    grouped: dict[Wording, list[Claim]] = {}
    for claim in sorted(claims, key=lambda c: (c.document, c.quote.start, c.quote.end, c.id)):
        grouped.setdefault(Wording.of(claim), []).append(claim)
    return grouped


def pairs(
    wordings: Sequence[Wording], background: Background, limits: Limits
) -> tuple[dict[tuple[int, int], Finding], list[str]]:
    """Return what the rules find for each pair of wordings that meet, by their numbers, and what was cut."""
    read = [readings(wording, background) for wording in wordings]
    topics, cut = _topics(read, limits)
    found: dict[tuple[int, int], Finding] = {}
    for number, several in enumerate(read):
        for reading in several:
            for place in places(reading, limits.keys):
                for other in topics.get(place.key, ()):
                    finding = _met(Standing(number, reading, place), other, wordings, background, close=limits.close)
                    if finding:
                        _keep(found, number, other.number, finding)
    return found, cut


def _topics(
    read: Sequence[Sequence[Reading]], limits: Limits
) -> tuple[dict[tuple[str, ...], list[Standing]], list[str]]:
    """Return the wordings that stand in each topic, bounded."""
    topics: dict[tuple[str, ...], list[Standing]] = {}
    for number, several in enumerate(read):
        for reading in several:
            place = next(places(reading, 1))
            topics.setdefault(place.key, []).append(Standing(number, reading, place))
    cut = []
    for key, standing in topics.items():
        if len(standing) > limits.wordings:
            text = " ".join(slot.text for slot in standing[0].reading.slots)
            cut.append(f"{text}: {limits.wordings} of {len(standing)} wordings were compared with one another")
            topics[key] = _balanced(standing, limits.wordings)
    return topics, cut


def _balanced(standing: Sequence[Standing], most: int) -> list[Standing]:
    """Return so many of them, those that affirm and those that deny taken by turns."""
    yes = [s for s in standing if s.reading.affirmed]
    no = [s for s in standing if not s.reading.affirmed]
    kept_no = no[: max(most // 2, most - len(yes))]
    return sorted(yes[: most - len(kept_no)] + kept_no, key=lambda s: s.number)


def _met(
    standing: Standing, other: Standing, wordings: Sequence[Wording], background: Background, *, close: bool
) -> Finding | None:
    own = all(not way.up for way in standing.place.ways) and standing.place.key == other.place.key
    if own and standing.number > other.number and standing.place.ways == next(places(standing.reading, 1)).ways:
        return None
    a = Side(wordings[standing.number], standing.reading, standing.place)
    b = Side(wordings[other.number], other.reading, other.place)
    return find(Meeting(a, b, background, close))


def _keep(found: dict[tuple[int, int], Finding], i: int, j: int, finding: Finding) -> None:
    """Keep the strongest finding of a pair; `forward` tells which of the lower and the higher number is the source."""
    if i == j and finding.type is not RelationType.SUPPORT:
        return
    key, kept = ((i, j), finding) if i <= j else ((j, i), replace(finding, forward=not finding.forward))
    there = found.get(key)
    if there is None or (STRENGTH[kept.type], -kept.score) < (STRENGTH[there.type], -there.score):
        found[key] = kept


def _relations(
    finding: Finding, left: Uttered, right: Uttered, limits: Limits, *, alone: bool
) -> tuple[list[Relation], list[str]]:
    """Return the relations between the claims of two wordings, bounded, repetitions last."""
    met = _diagonal(left.first, right.first, alone=alone)
    made = [relation for a, b in islice(met, limits.pairs * 4) if (relation := _relation(finding, a, b)) is not None]
    whole = left.count * (left.count - 1) // 2 if alone else left.count * right.count
    if whole <= limits.pairs:
        return made, []
    kept = made[: limits.pairs]
    name = left.first[0].content.label
    text = f"{name}: {len(kept)} of up to {whole} pairs of claims in {finding.type} are written down"
    return kept, [text]


def _diagonal(left: Sequence[Claim], right: Sequence[Claim], *, alone: bool) -> Iterator[tuple[Claim, Claim]]:
    """Yield pairs so that as many claims as possible come up early: (0, 0), (0, 1), (1, 0), (0, 2), ..."""
    for total in range(len(left) + len(right) - 1):
        for i in range(max(0, total - len(right) + 1), min(total + 1, len(left))):
            if not alone or i < total - i:
                yield left[i], right[total - i]


def _relation(finding: Finding, a: Claim, b: Claim) -> Relation | None:
    """Return the relation of two claims, None where they are one utterance or too unsure to support anything."""
    if _one_utterance(a, b) or (finding.type is RelationType.SUPPORT and _speculative(a, b)):
        return None
    if finding.type is RelationType.CONFLICT and _one_breath(a, b):
        return None
    source, target = (a, b) if finding.forward else (b, a)
    return Relation(
        type=finding.type,
        kind=finding.kind,
        source=source.id,
        target=target.id,
        rule=finding.rule,
        rationale=rationale(finding, source, target),
        score=finding.score,
        slots=finding.slots,
        differing=finding.differing,
        independent=independent(a, b),
        within=a.document == b.document,
    )


def _one_utterance(a: Claim, b: Claim) -> bool:
    return a.document == b.document and a.quote.start < b.quote.end and b.quote.start < a.quote.end


def _one_breath(a: Claim, b: Claim) -> bool:
    """Say whether one voice says both in a breath, where an apparent contradiction is a turn of phrase."""
    gap = max(a.quote.start, b.quote.start) - min(a.quote.end, b.quote.end)
    return a.document == b.document and gap < BREATH and one_voice(a, b)


def _speculative(a: Claim, b: Claim) -> bool:
    return Certainty.SPECULATIVE in (a.certainty, b.certainty)


def _once(relations: Iterable[Relation], places: Mapping[str, tuple[str, int, int]]) -> list[Relation]:
    """Return the relations with one of each kind, and of each respect compared, between two quotes, the surest."""
    kept: dict[tuple[str, str, frozenset[tuple[str, int, int]], tuple[str, ...]], Relation] = {}
    for relation in relations:
        between = frozenset((places[relation.source], places[relation.target]))
        compared = tuple(sorted(s.source or s.target for s in relation.slots if s.slot == "dimension"))
        key = (relation.type, relation.kind, between, compared)
        there = kept.get(key)
        if there is None or (-relation.score, relation.id) < (-there.score, there.id):
            kept[key] = relation
    return list(kept.values())


def _told(cut: Sequence[str]) -> tuple[str, ...]:
    told = tuple(cut[:TOLD])
    return told if len(cut) <= TOLD else (*told, f"{len(cut) - TOLD} more topics were cut in the same way")
