"""The rules of support and conflict: each looks at two wordings that meet in a topic and says what follows."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from claimgraph.knowledge.english import english
from claimgraph.model import Alignment, Qualifier, RelationType, Term
from claimgraph.relating.giving import dates_apart
from claimgraph.relating.meeting import Meeting
from claimgraph.relating.quantities import comparable, equal, meet, within
from claimgraph.relating.shapes import GENERAL, WHOLE, Wording
from claimgraph.relating.slots import COMPARED, ONE_SIDED, Narrowing, narrowing
from claimgraph.relating.spoken import Value
from claimgraph.relating.valuing import CHANGE

SUPPORT, CONFLICT, APPARENT = RelationType.SUPPORT, RelationType.CONFLICT, RelationType.APPARENT
#: Kinds of qualifier that measure what is claimed, for a claim of effect and for any other; the rest is context.
MEASURES = {
    "effect": ("time", "share", "quantity"),
    "fact": ("quantity", "share", "money", "duration", "sessions", "dose"),
}
FUNCTIONAL_MEASURES = ("time", "duration", "quantity", "share", "money", "dose", "sessions", "frequency")
#: Levels of ground that a claim of its absence undercuts.
STRONG = frozenset({"shown", "proven", "tested"})


@dataclass(frozen=True, slots=True)
class Finding:
    """What a rule says of two wordings.

    Attributes:
        type: support, conflict or apparent.
        kind: see `Relation.kind`.
        rule: name of the rule.
        forward: whether the first is the source.
        slots: how each slot was matched.
        differing: of an apparent conflict, the slot.
        score: from 0 to 1.
    """

    type: RelationType
    kind: str
    rule: str
    forward: bool
    slots: tuple[Alignment, ...]
    differing: str | None = None
    score: float = 1.0


def find(meeting: Meeting) -> Finding | None:
    """Return what the first rule that applies says of two wordings, None where none does."""
    return next((found for rule in RULES if (found := rule(meeting)) is not None), None)


def polarity_rule(meeting: Meeting) -> Finding | None:
    """One affirms what the other denies: contradictory (of a replacement: substitution)."""
    a, b = meeting.a, meeting.b
    if meeting.family not in POLAR or not meeting.same_direction or a.affirmed == b.affirmed or meeting.lacking:
        return None
    if _of_all((b if a.affirmed else a).wording):
        return None
    if meeting.up("subject", "object", "predicate") and not a.affirmed:
        return _narrower_denied(meeting)
    kind = "substitution" if meeting.family == "substitute" else "contradictory"
    return _conflict(meeting, kind, "polarity", _marked("polarity", meeting))


def _of_all(wording: Wording) -> bool:
    """Say whether a denial is only that all of some people are meant ("not all patients")."""
    return any(q.kind == "population" and WHOLE.match(q.text) for q in wording.content.qualifiers)


def _narrower_denied(meeting: Meeting) -> Finding | None:
    """A denial of the special case leaves the general claim standing; of a replacement of all it does not."""
    if meeting.family == "substitute" and meeting.b.place.ways[-1].key == GENERAL and not meeting.up("subject"):
        return _conflict(meeting, "substitution", "polarity", _marked("polarity", meeting))
    return None


def contrary_rule(meeting: Meeting) -> Finding | None:
    """Both affirm what cannot hold together: increases and decreases, safe and dangerous."""
    a, b = meeting.a, meeting.b
    if meeting.family not in POLAR or meeting.same_direction or not (a.affirmed and b.affirmed) or meeting.lacking:
        return None
    if meeting.family != "kind" and meeting.up("object", "predicate"):
        return None
    if meeting.family == "fact" and meeting.opposite_objects() and not meeting.functional:
        return None
    return _conflict(meeting, "contrary", "opposites", _marked("direction", meeting))


def agreement_rule(meeting: Meeting) -> Finding | None:
    """Both affirm or both deny the same, or the narrower claim entails the broader one."""
    a, b = meeting.a, meeting.b
    if meeting.family not in POLAR or not meeting.same_direction or a.affirmed != b.affirmed:
        return None
    if meeting.family == "substitute" and GENERAL in (a.place.ways[-1].key, b.place.ways[-1].key):
        return None
    narrow = meeting.lacking or meeting.up("subject", "object", "predicate")
    if meeting.up("subject") and meeting.up("object"):
        return None
    if meeting.family == "effect" and not meeting.one_deed():
        return None
    forward = a.affirmed or not meeting.up("object", "predicate", "subject")
    kind = "entailed" if narrow else "same"
    return _support(meeting, kind, "entailment" if narrow else "same proposition", forward)


def exclusion_rule(meeting: Meeting) -> Finding | None:
    """To affirm one of two opposites is to deny the other, and what is narrower: "is dangerous", "is not safe"."""
    a, b = meeting.a, meeting.b
    if meeting.family not in POLAR or meeting.same_direction or a.affirmed == b.affirmed:
        return None
    narrower = meeting.up("subject", "object", "predicate") and a.affirmed
    if narrower and meeting.family != "kind":
        return None
    return _support(meeting, "entailed", "exclusion", a.affirmed)


def order_rule(meeting: Meeting) -> Finding | None:
    """Comparisons: the order reversed, denied, or the same order told from the other end."""
    if meeting.family != "order" or meeting.up("comparator"):
        return None
    a, b = meeting.a, meeting.b
    topics = meeting.topics()
    ahead = a.place.direction * (1 if a.affirmed else -1), b.place.direction * (1 if b.affirmed else -1)
    if a.affirmed and b.affirmed and a.place.direction == b.place.direction:
        kind = "converse" if meeting.crossed else "same"
        return _support(meeting, kind, "comparison", True, topics) if topics.agrees else None
    if ahead[0] == ahead[1] or not (a.affirmed or b.affirmed):
        return _support(meeting, "entailed", "comparison", a.affirmed, topics) if topics.agrees and any(ahead) else None
    kind = "comparison" if a.affirmed and b.affirmed else "contradictory"
    if not topics.agrees and not meeting.overall():
        return None
    return _conflict(meeting, kind, "order", (*_marked("order", meeting), topics))


def scale_rule(meeting: Meeting) -> Finding | None:
    """Values of one scale exclude one another where they stand on different sides of its middle."""
    a, b = meeting.a, meeting.b
    if meeting.family != "scale" or not (a.affirmed and b.affirmed):
        return None
    middle = (int(a.reading.topic) - 1) / 2
    if (a.reading.level - middle) * (b.reading.level - middle) >= 0:
        return None
    return _conflict(meeting, "contrary", "scale", _marked("object", meeting))


def ground_rule(meeting: Meeting) -> Finding | None:
    """One says shown or proven, the other untested or unproven: an undercut, it attacks the ground."""
    a, b = meeting.a, meeting.b
    if meeting.family != "ground":
        return None
    levels = a.reading.topic, b.reading.topic
    if "understood" in levels and levels[0] != levels[1]:
        return None
    if a.affirmed == b.affirmed:
        alike = (not a.affirmed or levels[0] == levels[1]) and not _endpoints_apart(meeting)
        return _support(meeting, "evidence", "ground", True) if alike and not meeting.up("subject") else None
    has = a if a.affirmed else b
    if has.reading.topic not in STRONG:
        return None
    apart = _endpoints_apart(meeting)
    if apart:
        found = _finding(meeting, (CONFLICT, "evidence", "undercut"), not a.affirmed, ())
        return _parted(found, Narrowing((), (apart,), ()))
    return _conflict(meeting, "evidence", "undercut", _marked("evidence", meeting), forward=not a.affirmed)


def _endpoints_apart(meeting: Meeting) -> Alignment | None:
    """Return what was tested on either side, where both name it and the two do not meet."""
    left, right = _endpoints(meeting.a.wording), _endpoints(meeting.b.wording)
    if not left or not right:
        return None
    ground = meeting.background
    if any(ground.general(t) for t in (*left, *right)) or any(ground.meet(x, y) for x in left for y in right):
        return None
    return Alignment("endpoint", ", ".join(t.label for t in left), ", ".join(t.label for t in right), "differs", False)


def _endpoints(wording: Wording) -> list[Term]:
    """Return what a claim of evidence is about: its object and purpose, words for a test left out."""
    content = wording.content
    named = [content.object] if content.object else []
    named += [Term(q.label, q.concept) for q in content.qualifiers if q.kind in ("purpose", "condition", "site")]
    return [
        term
        for term in named
        if not set(term.label.casefold().split()) & english().of("relating.tests", "relating.no_endpoint")
    ]


def safety_rule(meeting: Meeting) -> Finding | None:
    """Harm told and denied; harm denied where nobody looked, which is undercut; no harm as a ground for "safe"."""
    a, b = meeting.a, meeting.b
    if meeting.family != "safety":
        return None
    levels = {a.reading.topic, b.reading.topic}
    if a.affirmed == b.affirmed:
        entails = a.affirmed and len(levels) > 1 and not meeting.up("subject")
        return _support(meeting, "entailed", "safety", a.reading.topic == "nil") if entails else None
    if "untested" in levels:
        undercut = not (meeting.up("subject") and a.affirmed)
        marked = _marked("evidence", meeting)
        return _conflict(meeting, "evidence", "safety", marked, forward=not a.affirmed) if undercut else None
    if meeting.up("subject") or levels in ({"safe"}, {"safe", "nil"}, {"safe", "specific"}):
        return None
    kind = "contradictory" if levels <= {"nil", "grave"} else "contrary"
    return _conflict(meeting, kind, "safety", _harms(meeting))


def _harms(meeting: Meeting) -> tuple[Alignment, ...]:
    """Return the slot that makes the difference between harm told and harm denied."""
    told = {True: "no harm", False: "harm"}
    return (Alignment("harm", told[meeting.a.affirmed], told[meeting.b.affirmed], "opposite", False),)


def measure_rule(meeting: Meeting) -> Finding | None:
    """Two values of one measure that do not meet: quantity, or timing where the measure is a time."""
    a, b = meeting.a, meeting.b
    if meeting.family not in ("effect", "fact", "kind") or not (a.affirmed and b.affirmed and meeting.same_direction):
        return None
    if meeting.up("subject", "predicate"):
        return None
    kinds = FUNCTIONAL_MEASURES if meeting.functional or meeting.close else MEASURES.get(meeting.family, ())
    for kind, left, right in _measured(meeting, kinds):
        other = narrowing(a.wording.content, b.wording.content, meeting.background, COMPARED | {kind})
        alignment = Alignment(kind, left.text, right.text, "range apart", False)
        named = "timing" if left.quantity and left.quantity.dimension == "time" else "quantity"
        found = _finding(meeting, (CONFLICT, named, "measure"), True, (*other.alike, alignment))
        return _parted(found, other) if other.apart else found
    return None


def _measured(meeting: Meeting, kinds: tuple[str, ...]) -> Iterator[tuple[str, Qualifier, Qualifier]]:
    """Yield each measure that both give in one unit, where no value of one meets any of the other."""
    left, right = meeting.a.wording.content.qualifiers, meeting.b.wording.content.qualifiers
    for kind in kinds:
        pairs = [(x, y) for x in left for y in right if x.kind == y.kind == kind and x.quantity and y.quantity]
        same = [(x, y) for x, y in pairs if x.quantity and y.quantity and comparable(x.quantity, y.quantity)]
        if same and not any(meet(x.quantity, y.quantity) for x, y in same if x.quantity and y.quantity):
            yield kind, *same[0]


def value_rule(meeting: Meeting) -> Finding | None:
    """Both measure one thing in one respect: values that do not meet conflict, values that are one agree."""
    a, b = meeting.a, meeting.b
    if meeting.family != "value" or meeting.up("subject"):
        return None
    if a.reading.slots[1].text == CHANGE and not meeting.close:
        return None
    if a.wording.tail and b.wording.tail and a.wording.tail != b.wording.tail:
        return None
    both = [(x, y) for x in a.reading.values for y in b.reading.values if comparable(x.quantity, y.quantity)]
    if not both:
        return None
    left, right = both[0]
    other = narrowing(a.wording.content, b.wording.content, meeting.background, COMPARED | MEASURED)
    if any(meet(x.quantity, y.quantity) for x, y in both):
        return None if other.apart else _agreeing(meeting, both, other)
    alignment = Alignment("value", left.text, right.text, "range apart", False)
    kind = "quantity" if left.kind in ("quantity", "dose", "money", "share") else "timing"
    found = _finding(meeting, (CONFLICT, kind, "value"), True, (*other.alike, alignment))
    return _parted(found, other) if other.apart else found


def _agreeing(meeting: Meeting, both: Sequence[tuple[Value, Value]], other: Narrowing) -> Finding | None:
    """Return the support of values that are one, or of one that lies within what the other allows."""
    left, right = both[0]
    slots = (*other.alike, Alignment("value", left.text, right.text, "same range"))
    if all(equal(x.quantity, y.quantity) for x, y in both):
        return _finding(meeting, (SUPPORT, "same", "value"), True, slots)
    for forward in (True, False):
        if all(within(*(pair if forward else pair[::-1])) for pair in ((x.quantity, y.quantity) for x, y in both)):
            return _finding(meeting, (SUPPORT, "entailed", "value"), forward, slots)
    return None


def _conflict(
    meeting: Meeting, kind: str, rule: str, marked: tuple[Alignment, ...], forward: bool = True
) -> Finding | None:
    """Return the conflict, or the apparent one where a slot that both name differs."""
    a, b = meeting.a, meeting.b
    other = narrowing(a.wording.content, b.wording.content, meeting.background, COMPARED | {"share"})
    found = _finding(meeting, (CONFLICT, kind, rule), forward, (*marked, *other.alike))
    other = replace(other, apart=(*other.apart, *_parts_of_a_whole(meeting)))
    topic = next((m for m in marked if m.slot == "dimension" and not m.agrees), None)
    if topic:
        other = replace(other, apart=(topic, *other.apart))
    dated = dates_apart(a.wording.values, b.wording.values)
    if dated:
        other = replace(other, apart=(Alignment("time", *dated, "differs", False), *other.apart))
    if other.apart:
        return _parted(found, other)
    denied = b if a.affirmed else a
    escape = [o for o in other.open if o.slot in ONE_SIDED and not denied.affirmed and _names(denied.wording, o.slot)]
    return _parted(found, Narrowing((), tuple(escape), ())) if escape else found


def _parts_of_a_whole(meeting: Meeting) -> Iterator[Alignment]:
    """Yield two shares that leave room for one another: a third may pass and half fail, nine in ten may not."""
    told = [
        [q for q in x.wording.content.qualifiers if q.kind == "share" and q.quantity] for x in (meeting.a, meeting.b)
    ]
    for x, y in zip(*told, strict=False):
        least = [(q.quantity.low or 0.0) if q.quantity else 0.0 for q in (x, y)]
        if sum(least) <= _WHOLE:
            yield Alignment("share", x.text, y.text, "differs", False)


#: All there is, in per cent.
_WHOLE = 100.0


def _names(wording: Wording, kind: str) -> bool:
    return any(q.kind == kind for q in wording.content.qualifiers)


def _parted(found: Finding, other: Narrowing) -> Finding:
    apart = tuple(replace(slot, agrees=False) for slot in other.apart)
    kept = tuple(s for s in found.slots if s.slot not in {slot.slot for slot in apart})
    return replace(found, type=APPARENT, slots=(*kept, *apart), differing=apart[0].slot)


def _support(meeting: Meeting, kind: str, rule: str, forward: bool, topics: Alignment | None = None) -> Finding | None:
    a, b = meeting.a, meeting.b
    other = narrowing(a.wording.content, b.wording.content, meeting.background)
    told = [slot for slot in other.open if slot.slot in MEASURED]
    left, right = any(slot.source for slot in told), any(slot.target for slot in told)
    if other.apart or (left and right):
        return None
    if right if forward else left:
        if kind != "same":
            return None
        kind, rule, forward = "entailed", "entailment", not forward
    more = (topics,) if topics and (topics.source or topics.target) else ()
    return _finding(meeting, (SUPPORT, kind, rule), forward, (*more, *other.alike))


#: Qualifiers that say how much, how soon or how often: who leaves them out does not claim them.
MEASURED = frozenset({"time", "duration", "quantity", "dose", "share", "frequency", "sessions", "money", "manner"})


def _finding(
    meeting: Meeting, named: tuple[RelationType, str, str], forward: bool, more: tuple[Alignment, ...]
) -> Finding:
    slots = (*meeting.aligned(), *more)
    turned = slots if forward else tuple(replace(s, source=s.target, target=s.source) for s in slots)
    return Finding(*named, forward, turned, None, round(meeting.score, 3))


def _marked(slot: str, meeting: Meeting) -> tuple[Alignment, ...]:
    """Return the slot that makes the difference, with what each side has there."""
    words = {True: "affirmed", False: "denied"}
    if slot in ("polarity", "evidence"):
        step = "opposite" if slot == "polarity" else "undercut"
        return (Alignment(slot, words[meeting.a.affirmed], words[meeting.b.affirmed], step, False),)
    a, b = meeting.a.wording.content, meeting.b.wording.content
    step = {"order": "reversed", "object": "scale"}.get(slot, "opposite")
    return (Alignment(slot, a.predicate.label, b.predicate.label, step, False),)


#: Families in which a claim is simply affirmed or denied.
POLAR = frozenset({"effect", "kind", "fact", "substitute"})

#: Every rule, in the order in which they are tried.
RULES: tuple[Callable[[Meeting], Finding | None], ...] = (
    value_rule,
    measure_rule,
    polarity_rule,
    contrary_rule,
    order_rule,
    scale_rule,
    ground_rule,
    safety_rule,
    agreement_rule,
    exclusion_rule,
)
