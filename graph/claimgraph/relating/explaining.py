"""Why two claims are related, or why they are not."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from claimgraph.knowledge import Pack
from claimgraph.model import Alignment, Claim, Relation
from claimgraph.relating.limits import Limits
from claimgraph.relating.rationale import clipped, either
from claimgraph.relating.readings import readings
from claimgraph.relating.relate import relate
from claimgraph.relating.shapes import Reading, Slot, Wording
from claimgraph.relating.ways import Background

_FAMILIES = {
    "effect": "what something brings about or hinders",
    "kind": "what something is",
    "fact": "a plain fact",
    "order": "a comparison",
    "ground": "how well something is proven or tested",
    "substitute": "what can replace what",
    "scale": "where something stands on a scale",
    "value": "how much or how long something is",
}


@dataclass(frozen=True, slots=True)
class Explanation:
    """Why two claims stand in a relation, or in none.

    Attributes:
        relation: the relation, None where there is none.
        sentence: one English sentence.
        slots: how each slot was matched; the first that does not agree is the reason where there is no relation.
    """

    relation: Relation | None
    sentence: str
    slots: tuple[Alignment, ...]


def explain(
    a: Claim, b: Claim, pack: Pack, *, background: Background | None = None, known: Iterable[Relation] = ()
) -> Explanation:
    """Return why two claims support, contradict or do not concern one another.

    Args:
        a: a claim.
        b: another.
        pack: what is known of the subject.
        background: an indexed pack and lexicon to share between calls.
        known: relations of the build the claims come from; one between the two is the answer.
    """
    there = next((r for r in known if {r.source, r.target} == {a.id, b.id}), None)
    if there is not None:
        return Explanation(there, there.rationale, there.slots)
    ground = background or Background(pack)
    found, _, _ = relate((a, b), pack, limits=Limits(), background=ground)
    if found:
        return Explanation(found[0], found[0].rationale, found[0].slots)
    slots, reason = _why_not(a, b, ground)
    quotes = f"“{clipped(a.quote.exact)}” and “{clipped(b.quote.exact)}”"
    return Explanation(None, f"No relation between {quotes}: {reason}.", slots)


def _why_not(a: Claim, b: Claim, background: Background) -> tuple[tuple[Alignment, ...], str]:
    if a.id == b.id:
        return (), "they are one and the same claim"
    if a.document == b.document and a.quote.start < b.quote.end and b.quote.start < a.quote.end:
        return (), "they are two parts of one utterance"
    left, right = readings(Wording.of(a), background), readings(Wording.of(b), background)
    shared = [_facing(x, y) for x in left for y in right if x.family == y.family]
    if not shared:
        return (), f"one tells {_told(left)}, the other {_told(right)}"
    best = max(shared, key=lambda slots: sum(s.agrees for s in slots))
    differing = next((s for s in best if not s.agrees), None)
    if differing:
        return best, f"the {differing.slot} differs ({either(differing.source)} / {either(differing.target)})"
    return best, "both can be true at once, for neither denies nor entails what the other says"


def _told(found: tuple[Reading, ...]) -> str:
    return _FAMILIES[found[0].family] if found else "nothing that can be compared"


def _facing(a: Reading, b: Reading) -> tuple[Alignment, ...]:
    return tuple(_matched(x, y) for x, y in zip(a.slots, b.slots, strict=False))


def _matched(a: Slot, b: Slot) -> Alignment:
    shared = next(_shared(a, b), None)
    return Alignment(a.name, a.text, b.text, shared or "differs", shared is not None)


def _shared(a: Slot, b: Slot) -> Iterator[str]:
    """Yield the step that leads from one slot to the other, if any."""
    for way in a.ways:
        if way.key == b.ways[0].key:
            yield way.step
    for way in b.ways:
        if way.key == a.ways[0].key:
            yield way.step
