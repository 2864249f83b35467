"""Two wordings that meet in a topic, and how each slot of one was matched with the other's."""

from dataclasses import dataclass

from claimgraph.knowledge.english import english
from claimgraph.model import Alignment, Term
from claimgraph.relating.comparing import OVERALL
from claimgraph.relating.reducing import LACK
from claimgraph.relating.shapes import Place, Reading, Slot, Wording
from claimgraph.relating.ways import Background, Way

#: Kinds of concept that come about or are got rid of.
OUTCOMES = frozenset({"Outcome", "Condition", "Mechanism", "Measure", "Event", "Population"})


@dataclass(frozen=True, slots=True)
class Side:
    """One of two wordings that meet: how it was read, and from where it looked."""

    wording: Wording
    reading: Reading
    place: Place

    @property
    def affirmed(self) -> bool:
        """Return whether it affirms what was read."""
        return self.reading.affirmed


@dataclass(frozen=True, slots=True)
class Meeting:
    """Two wordings in one topic; the first may say more than the topic, the second stands right in it."""

    a: Side
    b: Side
    background: Background
    close: bool = False

    @property
    def family(self) -> str:
        """Return the family of both readings."""
        return self.a.reading.family

    @property
    def same_direction(self) -> bool:
        """Return whether both say it of the same direction."""
        return self.a.place.direction == self.b.place.direction

    @property
    def crossed(self) -> bool:
        """Return whether the first's subject meets the second's other slot (a comparison told from the other end)."""
        return self.family == "order" and self.a.place.ways[0].key != self.b.place.ways[0].key

    @property
    def lacking(self) -> bool:
        """Return whether one speaks of too little of what the other speaks of: to supply it need not undo the harm."""
        return any(way.step == LACK for way in (*self.a.place.ways, *self.b.place.ways))

    @property
    def functional(self) -> bool:
        """Return whether one subject has one value only by the predicate of either."""
        terms = (self.a.wording.content.predicate, self.b.wording.content.predicate)
        return any(p is not None and p.functional for p in map(self.background.predicate, terms))

    @property
    def score(self) -> float:
        """Return how sure it is that the two speak of the same, from 0 to 1."""
        total = 1.0
        for way in (*self.a.place.ways, *self.b.place.ways):
            total *= way.score
        return total

    def up(self, *names: str) -> bool:
        """Say whether the first is narrower in one of these slots."""
        slots = zip(self.a.reading.slots, self.a.place.ways, strict=True)
        return any(way.up for slot, way in slots if slot.name in names)

    def opposite_objects(self) -> bool:
        """Say whether the objects are opposites, so that one subject may have both ("sells hot and cold tea")."""
        slots = zip(self.a.reading.slots, self.a.place.ways, self.b.place.ways, strict=True)
        return any(slot.name == "object" and a.sign * b.sign < 0 for slot, a, b in slots)

    def one_deed(self) -> bool:
        """Say whether two effects are one: the same deed, or on an outcome, where only what comes about counts."""
        a, b = self.a.wording.content, self.b.wording.content
        concept = self.background.concept(a.object) if a.object else None
        if a.predicate.iri == b.predicate.iri or concept is None or concept.kind in OUTCOMES:
            return True
        closures = [{p.iri, *self.background.pack.entailed(p.iri)} for p in (a.predicate, b.predicate)]
        return a.predicate.iri in closures[1] or b.predicate.iri in closures[0]

    def aligned(self) -> tuple[Alignment, ...]:
        """Return how each slot was matched, and what the predicates of both say."""
        there: tuple[Slot, ...] = self.b.reading.slots
        back: tuple[Way, ...] = self.b.place.ways
        if self.crossed:
            there, back = there[::-1], back[::-1]
        found = [
            Alignment(slot.name, slot.text, other.text, _step(slot.text, other.text, way, their))
            for slot, way, other, their in zip(self.a.reading.slots, self.a.place.ways, there, back, strict=True)
        ]
        return tuple(found) if any(s.slot == "predicate" for s in found) else (*found, self._predicates())

    def _predicates(self) -> Alignment:
        a, b = self.a.wording.content.predicate, self.b.wording.content.predicate
        same = a.iri == b.iri
        return Alignment("predicate", a.label, b.label, "same" if same else self.family)

    def topics(self) -> Alignment:
        """Return how what is compared on both sides was matched; an overall comparison takes in every outcome."""
        left, right = self.a.reading.topic, self.b.reading.topic
        step = self._topic_step(left, right)
        return Alignment("dimension", self._named(left), self._named(right), step, step != "differs")

    def overall(self) -> bool:
        """Say whether one of two comparisons names nothing that is compared."""
        return self._overall(self.a.reading.topic) or self._overall(self.b.reading.topic)

    def _topic_step(self, left: str, right: str) -> str:
        if left == right:
            return "same"
        if self._overall(left) or self._overall(right):
            other = right if self._overall(left) else left
            telling = self._overall(other) or self._outcome(other) or other in english()["value.merits"]
            return "broader" if telling else "differs"
        ways = [[w.key for w in self.background.subject_ways(self._term(topic))] for topic in (left, right)]
        return "broader" if ways[0][0] in ways[1] or ways[1][0] in ways[0] else "differs"

    def _overall(self, topic: str) -> bool:
        return topic == OVERALL or self.background.general(self._term(topic)) != 0

    def _outcome(self, topic: str) -> bool:
        concept = self.background.concept(self._term(topic))
        return concept is not None and concept.kind == "Outcome"

    def _term(self, topic: str) -> Term:
        return Term(topic, topic if topic in self.background.pack.concepts else None)

    def _named(self, topic: str) -> str:
        concept = self.background.pack.concepts.get(topic)
        return concept.label if concept else topic.rsplit("#", 1)[-1]


def _step(text: str, other: str, way: Way, back: Way) -> str:
    """Name the step between two slots: a step of either side, or whether the words are the same."""
    for step in (way.step, back.step):
        if step != "same":
            return step
    return "same" if text.casefold() == other.casefold() else "synonym"
