"""How salient what was named is for a pronoun: visible weights, added up.

The factors are those of Lappin and Leass, "An algorithm for pronominal anaphora resolution", Computational
Linguistics 20(4), 1994, table 1 (role, recency, parallel roles, nouns inside nouns), and of Mitkov, "Robust pronoun
resolution with limited knowledge", COLING-ACL 1998, section 2 (what is named again, what a text is about). Where two
candidates come out about equal, none is taken: a pronoun is better left standing than guessed.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from claimgraph.extracting.asking import OBJECTS, SUBJECTS, Asked
from claimgraph.extracting.entities import Being, Entity, voice_of
from claimgraph.extracting.linking import Link
from claimgraph.language.parsed import Token

#: Kinds of concept that act, and kinds that undergo.
THINGS = frozenset({"Treatment", "Substance", "Product", "Procedure", "Cell", "Mechanism"})
PATIENTS = frozenset({"Outcome", "Condition", "Evidence", "Measure", "Anatomy"})


@dataclass(frozen=True, slots=True)
class Weights:
    """What each factor adds to the weight of an entity's role, or takes from it.

    Attributes:
        sentence: lost for each sentence since.
        same: gained in the pronoun's own sentence.
        voice: lost where another voice named it.
        block: lost where it was named in another paragraph.
        opening: lost by what another paragraph named, where a heading or short question asks for it.
        dealt: lost by a body of people where what is asked for can be handled.
        owning: gained by whose a thing is where stuff is asked for: "lye's shelf life is long; it is toxic".
        undergoing: lost by what undergoes, where the pronoun acts.
        number: lost by the topic where it does not agree in number.
        nested: lost by a noun that only tells more of another.
        under: lost by what stands in a clause under another.
        pointed: lost by a subject where what is done to is pointed at.
        group: lost by a body of people that "they" would stand for.
        above: gained by the subject or object of the clause that the pronoun's clause hangs on.
        parallel: gained by the role that the pronoun itself has.
        passed: gained by what was done to right before by the same, where an object is asked for.
        presented: gained by what was just brought into being, where it is told of right after.
        repeated: gained by what the same was done to before.
        also: gained by the subject of the sentence before, where something more is said.
        liked: gained by the kind of being that the pronoun's verb is mostly said of.
        again: gained for each further time it is named within reach, twice at most.
        concept: gained by a concept of the pack.
        topic: gained by what the document is mainly about.
        spoken: gained by what the document is mainly about where no pack knows it.
        counted: gained by what a number stands before, where a word only counts.
        whole: gained by several things that are named together, as a subject or where a thing is asked for.
        thing: gained by an active kind where a thing is asked for.
        least: the weight below which nothing is taken.
        enough: the same where the verb leaves no things to choose from.
        topical: the weight of what the document is mainly about, however far back it was named.
        unlisted: the same where no pack knows it.
        margin: by how much the best must outweigh the next.
    """

    sentence: float = 1.8
    same: float = 2.0
    voice: float = 1.5
    block: float = 0.75
    opening: float = 2.5
    dealt: float = 2.0
    owning: float = 4.0
    undergoing: float = 0.5
    number: float = 1.5
    nested: float = 0.5
    under: float = 0.5
    pointed: float = 4.0
    group: float = 4.0
    above: float = 1.0
    parallel: float = 1.0
    passed: float = 3.0
    presented: float = 5.5
    repeated: float = 2.5
    also: float = 1.5
    liked: float = 2.0
    again: float = 1.0
    concept: float = 1.0
    topic: float = 1.5
    spoken: float = 1.0
    counted: float = 3.5
    whole: float = 0.5
    thing: float = 2.5
    least: float = -1.0
    enough: float = -2.5
    topical: float = 1.0
    unlisted: float = -0.75
    margin: float = 0.0


WEIGHTS = Weights()


def chosen(
    asked: Asked,
    among: Iterable[Entity],
    topic: Link | None,
    weights: Weights = WEIGHTS,
    anyway: Link | None = None,
) -> Link | None:
    """Return the most salient of some entities, None where none is salient enough or two are about equally so.

    Args:
        asked: the pronoun or description.
        among: what it may stand for.
        topic: what the document is mainly about.
        weights: of the factors.
        anyway: what it may stand for without having been named of late.
    """
    weighed: dict[tuple[str, str | None], tuple[Link, float]] = {}
    times: dict[tuple[str, str | None], int] = {}
    for entity in among:
        key = (entity.link.label, entity.link.concept)
        weight = weight_of(asked, entity, topic, weights)
        times[key] = times.get(key, -1) + 1
        weighed[key] = (entity.link, max(weighed.get(key, (entity.link, weight))[1], weight))
    ranked = [(weight + weights.again * min(2, times[key]), link) for key, (link, weight) in weighed.items()]
    if anyway is not None:
        ranked.append((weights.topical if anyway.concept is not None else weights.unlisted, anyway))
    least = weights.least if Being.THING in asked.beings else weights.enough
    return _clear(sorted(ranked, key=lambda pair: -pair[0]), least, weights.margin)


def _clear(ranked: Sequence[tuple[float, Link]], least: float, margin: float) -> Link | None:
    """Return the first of some links, ordered by weight, where it is salient enough and clearly ahead."""
    if not ranked or ranked[0][0] < least:
        return None
    best, link = ranked[0]
    close = any(best - weight < margin for weight, other in ranked[1:] if other.label != link.label)
    return None if close else link


def weight_of(asked: Asked, entity: Entity, topic: Link | None, weights: Weights = WEIGHTS) -> float:
    """Return how salient an entity is for a pronoun or description.

    Args:
        asked: the pronoun or description.
        entity: that may be meant.
        topic: what the document is mainly about.
        weights: of the factors.
    """
    concept = entity.link.concept
    same = entity.place == asked.place
    crowd = asked.plural is True and not entity.plural and entity.being is Being.GROUP
    return (
        entity.role
        - weights.sentence * (asked.place - entity.place)
        + weights.same * same
        - weights.voice * (entity.voice != voice_of(asked.sentence, asked.token))
        - weights.block * (entity.block != asked.sentence.block)
        - weights.opening * (asked.opens and entity.block != asked.sentence.block and not entity.titled)
        - weights.dealt * (asked.material and entity.being is Being.GROUP)
        + weights.owning * (asked.material and entity.dep == "poss")
        - weights.undergoing * (asked.token.dep == "nsubj" and entity.kind in PATIENTS)
        - weights.number * (asked.plural is not None and entity.plural is not asked.plural and not crowd)
        - weights.nested * entity.nested
        - weights.pointed * (entity.dep in SUBJECTS and _points(asked.token))
        - weights.under * entity.under
        - weights.group * crowd
        + weights.above * (same and entity.index in asked.above)
        + weights.parallel * _parallel(asked, entity)
        + weights.passed * (same and entity.index in asked.passed)
        + weights.presented * _presented(asked, entity)
        + weights.repeated * _repeated(asked, entity)
        + weights.also * _more_said(asked, entity)
        + weights.liked * _liked(asked, entity)
        + weights.concept * bool(concept)
        + weights.topic * (topic is not None and bool(concept) and concept == topic.concept)
        + weights.spoken * _spoken_of(entity, topic)
        + weights.counted * (asked.counting and entity.counted)
        + weights.whole * (entity.whole and (asked.things or entity.dep in SUBJECTS))
        + weights.thing * (asked.things and entity.kind in THINGS)
    )


def _points(token: Token) -> bool:
    """Say whether a word points at what was just brought up: "these" as an object, which a subject is not."""
    return token.tag == "DT" and token.lower in {"these", "those"} and token.dep not in SUBJECTS


def _spoken_of(entity: Entity, topic: Link | None) -> bool:
    """Say whether an entity is, alone or with others, what a document without a pack is mainly about."""
    if topic is None or topic.concept is not None:
        return False
    return entity.link == topic or (entity.whole and topic.label in entity.link.label)


def _parallel(asked: Asked, entity: Entity) -> bool:
    """Say whether a pronoun and an entity are both subjects or both objects."""
    own, other = asked.dep, entity.dep
    return (own in SUBJECTS and other in SUBJECTS) or (own in OBJECTS and other in OBJECTS)


def _presented(asked: Asked, entity: Entity) -> bool:
    """Say whether an entity was just brought into being, and no doing of people's is told of the pronoun."""
    return entity.presented and entity.place == asked.place - 1 and asked.acts and asked.liked is None


def _repeated(asked: Asked, entity: Entity) -> bool:
    """Say whether the same was done to an entity before: "boiling removes chlorine; jugs remove some of it"."""
    acted_on = asked.dep in OBJECTS and entity.dep in OBJECTS
    return acted_on and asked.verb == entity.verb and asked.verb not in _COMMON


#: Verbs for what is done to everything.
_COMMON = frozenset({"be", "have", "do", "get", "make", "say", "go"})


def _more_said(asked: Asked, entity: Entity) -> bool:
    """Say whether a pronoun's clause says more of what the sentence before was said of: "it also cools the room"."""
    before = asked.place - 1 <= entity.place and entity.dep in SUBJECTS and not entity.under
    return asked.acts and asked.also and before


def _liked(asked: Asked, entity: Entity) -> bool:
    """Say whether an entity is what the pronoun's verb is mostly said of."""
    return asked.liked is not None and entity.being in asked.liked and entity.being is not Being.THING
