"""What the words of two claims say of each other where their propositions do not meet, slot by slot."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TypeAlias

from claimgraph.knowledge.english import english
from claimgraph.model import Alignment, RelationType, Term
from claimgraph.model.identity import ONTOLOGY
from claimgraph.relating.giving import dates_apart, values_of
from claimgraph.relating.likeness import SAME_ROW
from claimgraph.relating.limits import Similarity
from claimgraph.relating.loose import INFLUENCES, Profile, candidates, crowded, figures, posted_by, speaks
from claimgraph.relating.loose import content as content_words
from claimgraph.relating.rules import Finding
from claimgraph.relating.slots import narrowing, rival
from claimgraph.relating.ways import Background

#: Name of the rule that every finding here bears.
ALIGNED = "aligned"
#: Cosines from which two nouns and two verbs may stand for one another.
NEAR_NOUN, NEAR_VERB = 0.62, 0.55
#: Cosine from which two words are forms of one ("slept", "sleep").
FORM = 0.55
#: Score from which two phrases are taken for one without doubt.
SURE = 0.8
#: Letters that two forms of one word begin with alike.
STEM = 3
_WORDS = re.compile(r"\w+")
#: Relations that say that one thing bears on another, whatever way.
INFLUENTIAL = INFLUENCES | {ONTOLOGY + "costs"}
#: Relations of doing harm, and of taking some of a thing away.
HARMFUL = frozenset(ONTOLOGY + name for name in ("harms", "destroys", "worsens", "disrupts", "endangers", "weakens"))
COSTING = HARMFUL | {ONTOLOGY + name for name in ("costs", "decreases", "cuts", "shortens")}
#: Least score of what is written down.
LEAST = 0.5


@dataclass(frozen=True, slots=True)
class Match:
    """How two phrases were matched: from 0 (not at all) to 1 (the same words), the step, and -1 for opposites."""

    score: float
    step: str
    sign: int = 1


NO_MATCH = Match(0.0, "differs")


@dataclass(frozen=True)
class Held:
    """Two claims held against each other word by word."""

    a: Profile
    b: Profile
    background: Background
    similarity: Similarity

    @cached_property
    def subject(self) -> Match:
        """Return how the subjects were matched."""
        a, b = self.a.said.subject, self.b.said.subject
        return self._above(a, b) or self._body(a, b) or self.phrase(self.a.subject, self.b.subject)

    def _body(self, a: Term, b: Term) -> Match | None:
        """Return the match of the body with a sort of people, None where neither is the body."""
        body, people = english()["relating.body"], english()["person_nouns"] | english()["relating.takers"]
        for one, other, step in ((a, b, "narrower"), (b, a, "broader")):
            if one.label.casefold() in body and other.label.casefold().rpartition(" ")[2] in people:
                return Match(0.85, step)
        return None

    def _above(self, a: Term, b: Term) -> Match | None:
        """Return the match of a concept with one that a pack has above it, None where there is no such."""
        if a.concept is None or b.concept is None or a.concept == b.concept:
            return None
        pack = self.background.pack
        if b.concept in pack.broader_closure(a.concept):
            return Match(0.85, "broader")
        return Match(0.85, "narrower") if a.concept in pack.broader_closure(b.concept) else None

    @cached_property
    def object(self) -> Match:
        """Return how the objects were matched."""
        return self.phrase(self.a.object, self.b.object)

    @cached_property
    def verb(self) -> Match:
        """Return how the predicates were matched: by the pack, the lexicon or their nearness."""
        one, two = (p.said.predicate for p in (self.a, self.b))
        if one.iri == two.iri:
            return Match(1.0, "same")
        known = [self.background.predicate(term) for term in (one, two)]
        for p, q in (known, known[::-1]):
            if p and q and q.iri in self.background.pack.entailed(p.iri):
                return Match(0.95, "entails")
            if p and q and q.iri in p.opposites:
                return Match(0.95, "opposite", -1)
        return self._verbs(self.a.verb[-1:], self.b.verb[-1:])

    @property
    def compared(self) -> bool:
        """Say whether either claim is a comparison, which has rules of its own."""
        terms = [p.said.predicate for p in (self.a, self.b)]
        known = map(self.background.predicate, terms)
        beside = any(rival(q) for p in (self.a, self.b) for q in p.said.qualifiers)
        than = any(t.label.endswith(" than") for t in terms)
        return beside or than or any(p is not None and p.comparative for p in known)

    def _verbs(self, one: Sequence[str], two: Sequence[str]) -> Match:
        if not one or not two:
            return NO_MATCH
        found = self.word(one[0], two[0])
        return found if found.score >= NEAR_VERB else NO_MATCH

    def word(self, one: str, two: str) -> Match:
        """Return how two words were matched."""
        lexicon = self.background.lexicon
        if one == two:
            return Match(1.0, "same")
        if lexicon.opposed(one, two):
            return Match(0.85, "opposite", -1)
        if lexicon.alike(one, two):
            return Match(0.9, "synonym")
        if one.isdigit() or two.isdigit():
            return NO_MATCH
        near = self.similarity(one, two)
        return NO_MATCH if near >= SAME_ROW else Match(near, "vector")

    def phrase(self, one: Sequence[str], two: Sequence[str]) -> Match:
        """Return how two noun phrases were matched: by their heads, and by what stands before these."""
        if not one or not two:
            return NO_MATCH
        if set(one) == set(two):
            return Match(1.0, "same")
        head = self.word(one[-1], two[-1])
        if head.score < NEAR_NOUN:
            return NO_MATCH
        rest = set(one[:-1]), set(two[:-1])
        if not rest[0] or not rest[1]:
            narrower = "broader" if head.score == 1.0 and rest[0] else "narrower" if head.score == 1.0 else head.step
            return Match(head.score * (0.9 if rest[0] or rest[1] else 1.0), narrower, head.sign)
        common = rest[0] & rest[1]
        return Match(head.score * 0.8, head.step, head.sign) if common else NO_MATCH

    def shared(self, one: Iterable[str], two: Iterable[str]) -> tuple[str, str] | None:
        """Return the first word of one side with a form of itself on the other, None where there is none."""
        theirs = tuple(two)
        for word in one:
            for other in theirs:
                kin = word[:STEM] == other[:STEM] and not word.isdigit()
                if word == other or (kin and self.similarity(word, other) >= FORM):
                    return word, other
        return None


#: What looks at two claims and says what follows.
Rule: TypeAlias = Callable[[Held], Finding | None]


def findings(
    profiles: Sequence[Profile],
    background: Background,
    similarity: Similarity,
    met: Callable[[int, int], bool],
    more: Sequence[Rule] = (),
) -> tuple[list[tuple[Profile, Profile, Finding]], list[str]]:
    """Return what the words of claims say of each other where their wordings did not meet, and what was cut.

    Args:
        profiles: of the claims, in the order of document and place.
        background: the pack and the lexicon.
        similarity: nearness of two words.
        met: whether two wordings, by their numbers, met in a topic.
        more: rules that are tried after those here.
    """
    named = [p for p in profiles if speaks(p.claim, background)]
    posted = posted_by(named)
    kept = []
    for a, b in candidates(named, posted):
        if a.wording != b.wording and not met(a.wording, b.wording):
            held = Held(a, b, background, similarity)
            found = next((found for rule in (*RULES, *more) if (found := rule(held)) is not None), None)
            if found and found.score >= LEAST:
                kept.append((a, b, found))
    return kept, crowded(posted)


def proposition_rule(held: Held) -> Finding | None:
    """Subject, predicate and object are each near: affirmed and denied conflict, else they agree."""
    a, b = held.a, held.b
    if held.subject.score < SURE or held.subject.step == "vector" or _of_all(a) or _of_all(b) or held.compared:
        return None
    deeds = bool(a.sign and b.sign)
    if a.object and b.object:
        least = NEAR_NOUN if deeds and held.object.sign > 0 else SURE
        if held.object.score < least or held.verb.score < SURE or _completed_apart(held):
            return None
    elif a.object or b.object or held.verb.step not in ("synonym", "opposite"):
        return None
    if not (a.affirmed and b.affirmed) and held.subject.step in ("broader", "narrower"):
        return None
    turned = held.verb.sign * held.object.sign * held.subject.sign * (1 if a.affirmed == b.affirmed else -1)
    return _finding(held, turned)


def _completed_apart(held: Held) -> bool:
    """Say whether both objects go on behind their heads, with nothing in common ("happy to help", "happy to wait")."""
    lexicon = held.background.lexicon
    things = ((p.said.object, p.object) for p in (held.a, held.b))
    tails = [
        [w for w in content_words(thing.label, lexicon) if w not in head] if thing else [] for thing, head in things
    ]
    return all(tails) and held.shared(*tails) is None


def _of_all(one: Profile) -> bool:
    """Say whether a denial is only that all are meant ("not for everyone")."""
    return not one.affirmed and bool(
        english()["relating.whole"] & set(_WORDS.findall(one.claim.quote.exact.casefold()))
    )


def nil_rule(held: Held) -> Finding | None:
    """One says that a thing makes no difference to another; the other says alike, or that it does."""
    a, b = held.a, held.b
    if not (a.nil or b.nil) or not _one_thing(held):
        return None
    topic = _topic(held)
    if topic is None:
        return None
    slots = (*_subjects(held), Alignment("topic", *topic, "same" if topic[0] == topic[1] else "vector"))
    if a.nil and b.nil:
        return made(RelationType.SUPPORT, "same", slots, 0.7)
    other = b if a.nil else a
    if not other.affirmed or not (other.sign or other.said.predicate.concept in INFLUENTIAL):
        return None
    told = {True: "no difference", False: "a difference"}
    marked = Alignment("polarity", told[a.nil], told[b.nil], "opposite", False)
    return made(RelationType.CONFLICT, "contradictory", (*slots, marked), 0.65)


def unconnected_rule(held: Held) -> Finding | None:
    """One says that a thing has nothing to do with another; the other says that it brings it about or bears on it."""
    for none, some in ((held.a, held.b), (held.b, held.a)):
        named = _UNCONNECTED.search(none.claim.quote.exact)
        content = some.said
        if none.affirmed or not named or not some.affirmed or content.object is None:
            continue
        if not (some.sign or content.predicate.concept in INFLUENTIAL):
            continue
        other = content_words(named[1], held.background.lexicon)
        ways = ((none.subject, other), (other, none.subject))
        if any(cause == some.subject and outcome == some.object for cause, outcome in ways):
            told = {True: "nothing to do with", False: "something to do with"}
            marked = Alignment("polarity", told[none is held.a], told[none is held.b], "opposite", False)
            return made(RelationType.CONFLICT, "contradictory", (*_subjects(held), marked), 0.7)
    return None


_UNCONNECTED = re.compile(r"\bnothing (?:at all |whatsoever )?to do with ((?:[\w-]+ ?){1,4})", re.IGNORECASE)


def harmless_rule(held: Held) -> Finding | None:
    """One says that a thing does no harm to another; the other says that it harms it or costs some of it."""
    a, b = held.a, held.b
    spared, struck = (a, b) if not a.affirmed else (b, a)
    if spared.affirmed or not struck.affirmed or not (_does_harm(spared) and _costs(struck)):
        return None
    if spared.said.object is None or not _one_thing(held):
        return None
    topic = held.shared(spared.object[-1:], [word for word in struck.quote if word not in struck.subject])
    if topic is None:
        return None
    told = {True: "no harm", False: "harm"}
    marked = Alignment("harm", told[not a.affirmed], told[not b.affirmed], "opposite", False)
    slots = (*_subjects(held), Alignment("topic", *(topic if spared is a else topic[::-1]), "same"))
    return made(RelationType.CONFLICT, "contradictory", (*slots, marked), 0.65)


def _does_harm(one: Profile) -> bool:
    return one.said.predicate.concept in HARMFUL


def _costs(one: Profile) -> bool:
    priced = any(q.kind == "money" for q in one.said.qualifiers)
    return one.said.predicate.concept in COSTING and not priced


def _topic(held: Held) -> tuple[str, str] | None:
    """Return what no difference is made to, as either side names it, None where they speak of other things."""
    a, b = held.a, held.b
    said = {*a.subject, *b.subject}
    heads = [[word for word in _affected(p) if word not in said] for p in (a, b)]
    about = [[word for word in _about(p) if word not in said] for p in (a, b)]
    if a.nil and b.nil:
        return held.shared(heads[0], heads[1])
    return held.shared(heads[0], about[1]) if a.nil else held.shared(about[0], heads[1])


def _affected(one: Profile) -> tuple[str, ...]:
    """Return the words for what is affected: the head of the object; of a measure, what is measured too.

    Where the object only says that something is affected ("no difference to how long people slept"), the words behind
    it in the quote.
    """
    about = _about(one)
    if about:
        return about if about[-1] in english()["relating.measuring"] else about[-1:]
    words = _WORDS.findall(one.claim.quote.exact.casefold())
    frame = max((n for n, word in enumerate(words) if word in english()["relating.frames"]), default=len(words))
    return tuple(word for word in words[frame + 1 :] if word not in english()["relating.function"] and len(word) > 2)


def _about(one: Profile) -> tuple[str, ...]:
    """Return the words of what is affected, its head last, those left out that only say that something is."""
    thing = one.said.object
    if thing is None:
        return ()
    if thing.label.casefold().removesuffix("s") in english()["relating.measuring"]:
        return (*_WORDS.findall(one.claim.quote.exact.casefold()), thing.label.casefold())
    frames = english()["relating.frames"]
    parts = [words for words in _CUT.split(thing.label.casefold()) if not set(words.split()) <= frames]
    return tuple(word for phrase in reversed(parts) for word in _WORDS.findall(phrase) if word not in frames)


_CUT = re.compile(r" (?:of|in|for|to|with|from|on|at|by) ")


def _one_thing(held: Held) -> bool:
    """Say whether the subjects are one thing, or the head of one opens the other's quote."""
    if held.subject.score >= SURE:
        return True
    pairs = ((held.a, held.b), (held.b, held.a))
    return any(p.subject[-1:] == q.quote[:1] and q.subject[:1] == q.quote[1:2] for p, q in pairs)


def _subjects(held: Held) -> tuple[Alignment, ...]:
    step = held.subject.step if held.subject.score >= SURE else "broader"
    return (Alignment("subject", held.a.said.subject.label, held.b.said.subject.label, step),)


def figure_rule(held: Held) -> Finding | None:
    """Both give one figure of the same thing: a telling one with words around it, or any with one subject or object."""
    a, b = held.a, held.b
    same = sorted(figures(a) & figures(b))
    if not same or a.affirmed != b.affirmed or held.verb.sign < 0:
        return None
    counted = english()["relating.counted"]
    words = [w for w in a.quote if w in b.quote and not w[:1].isdigit() and w not in counted]
    alike = a.object[-1:] == b.object[-1:] and bool(a.object) and not a.object[-1].isdigit()
    one = held.subject.score == 1.0 and held.verb.score >= 0.5
    telling = any(figure.telling for figure in same) and bool(words)
    if not (telling or one or (alike and a.object[-1] not in counted)):
        return None
    slots = tuple(Alignment("word", word, word, "same") for word in words[:4])
    return made(RelationType.SUPPORT, "same", (*slots, Alignment("figure", same[0].text, same[0].text, "same")), 0.6)


def _finding(held: Held, turned: int) -> Finding | None:
    a, b = held.a, held.b
    other = narrowing(a.said, b.said, held.background)
    if other.apart or dates_apart(values_of(a.claim), values_of(b.claim)):
        return None
    slots = list(_aligned(held))
    score = round(0.95 * held.subject.score * held.verb.score * (held.object.score if a.object else 1.0), 3)
    if turned > 0:
        return made(RelationType.SUPPORT, "same", (*slots, *other.alike), score)
    kind = "contradictory" if a.affirmed != b.affirmed else "contrary"
    if kind == "contradictory":
        told = {True: "affirmed", False: "denied"}
        slots.append(Alignment("polarity", told[a.affirmed], told[b.affirmed], "opposite", False))
    return made(RelationType.CONFLICT, kind, (*slots, *other.alike), score)


def _aligned(held: Held) -> Iterator[Alignment]:
    a, b = held.a.said, held.b.said
    yield Alignment("subject", a.subject.label, b.subject.label, held.subject.step)
    turned = held.a.affirmed == held.b.affirmed
    yield Alignment(
        "predicate", a.predicate.label, b.predicate.label, held.verb.step, not (turned and held.verb.sign < 0)
    )
    if a.object and b.object:
        yield Alignment(
            "object", a.object.label, b.object.label, held.object.step, not (turned and held.object.sign < 0)
        )


def made(type_: RelationType, kind: str, slots: tuple[Alignment, ...], score: float) -> Finding:
    """Return a finding by the words of two claims."""
    return Finding(type_, kind, ALIGNED, True, slots, None, min(0.95, score))


#: Every rule, in the order in which they are tried.
RULES: tuple[Rule, ...] = (
    proposition_rule,
    nil_rule,
    harmless_rule,
    unconnected_rule,
    figure_rule,
)
