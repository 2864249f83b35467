"""The plain shapes in which claims meet: a wording, a reading of it with its slots, and the topic it stands in."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import islice, product

from claimgraph.model import Claim, Evidence, Polarity, Proposition, Term
from claimgraph.relating import giving
from claimgraph.relating.spoken import Value
from claimgraph.relating.ways import Background, Way, value

#: Grounds a claim may name for itself that count as having been tested on people.
TESTED = frozenset({Evidence.SYSTEMATIC_REVIEW, Evidence.RANDOMISED_TRIAL, Evidence.CONTROLLED_STUDY, Evidence.STUDY})
WHOLE = re.compile(r"(all|every|any|each|everything|the whole|the entire)\b", re.IGNORECASE)
_NO = re.compile(r"(no|not|zero|little|any)\b", re.IGNORECASE)
_RELATIVE = re.compile(r"\b(same|different|such|similar)\b", re.IGNORECASE)
#: The key of an effect that is only called good ("works", "shows results"), and of a term that stands for all.
GENERAL = "*"


@dataclass(frozen=True, slots=True)
class Slot:
    """One place of a reading, and the ways in which it can be met; the first is its own."""

    name: str
    text: str
    ways: tuple[Way, ...]


@dataclass(frozen=True, slots=True)
class Reading:
    """One shape of a wording.

    Attributes:
        family: "effect" (brings about, hinders), "kind" (is a), "fact" (any other), "order" (compares), "ground"
            (speaks of evidence), "substitute" (replaces), "scale" (stands on a scale), "safety" (does harm or none),
            "value" (measures).
        slots: what must meet, in order; the keys of their ways together are the topic.
        direction: +1, or -1 where the words say the reverse (hinders, is worse than); 0 for "as good as".
        affirmed: whether the shape is affirmed, after denials inside the words ("is useless") are counted.
        topic: of an order, what is compared; of a ground, how well grounded; of a scale, the rank.
        level: number that goes with the topic, 0 where none does.
        values: of a value, what is measured.
    """

    family: str
    slots: tuple[Slot, ...]
    direction: int
    affirmed: bool
    topic: str = ""
    level: int = 0
    values: tuple[Value, ...] = ()


@dataclass(frozen=True, slots=True)
class Wording:
    """Claims alike in content and polarity: what is compared, so that a thousand repetitions cost one comparison.

    Attributes:
        content: their proposition.
        affirmed: their polarity.
        tested: whether they name a test on people as their ground.
        whole: whether the object is said of all of its kind ("all other treatments").
        relative: whether the object only compares ("the same results"), so that it is no result by itself.
        nothing: whether the object itself says "no" ("no improvement"), so that a denial is not a second one.
        aimed: whether it is told to whom or what the object goes ("benefits to bone"), so that it is none in general.
        done: of a comparison, the word for what is done more or less ("dries faster"), "" where there is none.
        values: times and amounts that are given.
        past: whether it tells once, of something past, when or for how long it was.
        purpose: what the time that is given is needed for ("takes two hours to dry"), "" where that is not told.
        cause: what a rise or fall is put down to ("because of the tax"), "" where nothing is.
        tail: of a subject that is measured, the words behind its preposition that its label leaves out.
    """

    content: Proposition
    affirmed: bool
    tested: bool = False
    whole: bool = False
    relative: bool = False
    nothing: bool = False
    aimed: bool = False
    done: str = ""
    values: tuple[Value, ...] = ()
    past: bool = False
    purpose: str = ""
    tail: str = ""
    cause: str = ""

    @classmethod
    def of(cls, claim: Claim) -> "Wording":
        """Return the wording of a claim."""
        said = claim.object.text if claim.object else ""
        content = claim.content
        blank = content.object is not None and not content.object.label.strip()
        if blank or (content.object and content.object.concept is None and value(content.object.label)):
            content = replace(content, object=None)
        positive, tested = claim.polarity is Polarity.POSITIVE or giving.bounded(claim), claim.evidence in TESTED
        aimed = any(q.kind == "circumstance" and q.text.lower().startswith(("to ", "for ")) for q in claim.qualifiers)
        of_all, compares, none = WHOLE.match(said), _RELATIVE.search(said), _NO.match(said)
        values = giving.values_of(claim)
        return cls(
            content,
            positive,
            tested,
            bool(of_all),
            bool(compares),
            bool(none),
            aimed,
            done=giving.done(claim),
            values=values,
            past=bool(values) and giving.past(claim),
            purpose=giving.purpose(claim) if values else "",
            tail=giving.tail(claim) if values else "",
            cause=giving.cause(claim),
        )


@dataclass(frozen=True, slots=True)
class Place:
    """A topic under which a reading stands or looks: its key, the direction seen from there, and the ways that led."""

    key: tuple[str, ...]
    direction: int
    ways: tuple[Way, ...]


def places(reading: Reading, most: int) -> Iterator[Place]:
    """Yield the topics of a reading, its own first, the surest ways before the others, at most so many."""
    for ways in islice(product(*(slot.ways for slot in reading.slots)), most):
        direction = reading.direction
        for way in ways:
            direction *= way.sign
        keys = tuple(way.key for way in ways)
        if reading.family == "order" and keys[0] > keys[1]:
            yield Place((reading.family, keys[1], keys[0]), -direction, ways)
        else:
            yield Place((reading.family, *keys), direction, ways)


def subject_slot(term: Term, background: Background) -> Slot:
    """Return the slot of a subject."""
    return Slot("subject", term.label, background.subject_ways(term))
