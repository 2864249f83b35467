"""Comparisons: which of two is said to be ahead, and in what."""

import re
from dataclasses import dataclass, replace
from functools import cache

from claimgraph.knowledge import Predicate
from claimgraph.knowledge.english import english
from claimgraph.knowledge.numerals import in_words, value
from claimgraph.model import Proposition, Term
from claimgraph.model.identity import ONTOLOGY
from claimgraph.relating.ranking import better_or_worse, more_or_less
from claimgraph.relating.ways import Background
from claimgraph.relating.words import verb_base

IS_A = (ONTOLOGY + "isA", ONTOLOGY + "isCalled")
HAS = ONTOLOGY + "has"
_THAN = re.compile(r"^\S+ (?:(more|less|fewer) )?([\w-]+)(?: ([\w\s-]+))? than$")
_AS_AS = re.compile(r"\bas ([\w-]+)(?: [\w\s-]+)? as$|^be (?:equal|equivalent|identical|comparable) (?:to|with)$")
#: What is compared where the words only say "better".
OVERALL = ""


@dataclass(frozen=True, slots=True)
class Comparison:
    """Who is compared with whom: +1 the subject is ahead, -1 behind, 0 as far; and in what."""

    other: Term
    direction: int
    topic: str


def comparison(
    content: Proposition, predicate: Predicate | None, background: Background, done: str = ""
) -> Comparison | None:
    """Return the comparison that a proposition makes, None where it makes none.

    Args:
        content: a proposition.
        predicate: its relation type, None for an open one.
        background: what is known of scales and opposites.
        done: the word for what is done more or less ("dries" faster than), "" where there is none.
    """
    found = _compared(content, predicate, background)
    if found is None:
        return None
    told = any(q.kind == "dimension" for q in content.qualifiers)
    topic = found.topic if told else _doing(found.topic, done, background)
    return replace(found, other=_no_one(found.other, content.subject), topic=topic)


def _no_one(other: Term, subject: Term) -> Term:
    """Return what "the new one" stands for beside "the old battery": the new battery."""
    before, _, last = other.label.rpartition(" ")
    head = subject.label.rpartition(" ")[2]
    return Term(f"{before} {head}") if before and last in ("one", "ones") and other.concept is None else other


def _doing(topic: str, done: str, background: Background) -> str:
    """Return what is compared with the deed it is compared in, where the deed says more than that there is one."""
    verb = verb_base(done, background.lexicon) if done else ""
    if not verb or not background.lexicon.known(verb) or verb in english()["relating.plain"] or "#" in topic:
        return topic
    if topic in (OVERALL, verb):
        return _weighed(verb, background)
    if topic == _weighed(verb, background):
        return topic
    return topic if " " in topic else f"{topic}:{verb}"


def _compared(content: Proposition, predicate: Predicate | None, background: Background) -> Comparison | None:
    other = content.object or _comparator(content)
    if other is None:
        return None
    if predicate and predicate.comparative:
        direction = _ahead(predicate, background)
        return Comparison(_comparator(content) or other, direction, _topic(content, predicate.dimension))
    if predicate and predicate.iri in IS_A:
        return _copular(content, background)
    if predicate and predicate.iri == HAS and (had := _had(content)) is not None:
        return had
    level = _levelled(predicate, background) if predicate else None
    if level:
        return Comparison(other, 0, _topic(content, level.dimension))
    return _open(content, other, background) if predicate is None else None


def _had(content: Proposition) -> Comparison | None:
    """Return the comparison of "has lower emissions" with something beside it, None where nothing is compared."""
    other = _comparator(content)
    if other is None or content.object is None:
        return None
    word, _, rest = content.object.label.partition(" ")
    side = more_or_less(word) or better_or_worse(word)
    return Comparison(other, side, rest) if side and rest else None


def _comparator(content: Proposition) -> Term | None:
    for qualifier in content.qualifiers:
        if qualifier.kind == "comparator":
            return Term(qualifier.label, qualifier.concept)
    return None


def _topic(content: Proposition, dimension: str | None) -> str:
    named = [q.concept or q.label for q in content.qualifiers if q.kind == "dimension"]
    return named[0] if named else dimension or OVERALL


def _ahead(predicate: Predicate, background: Background) -> int:
    """Return +1 for one of a comparative and its converse, -1 for the other: by its scale, else by its name."""
    scale = next((s for s in background.pack.scales.values() if s.label == predicate.dimension), None)
    match = _THAN.search(predicate.verbs[0]) if scale and predicate.verbs else None
    if scale and match:
        measure, side = _measure(_base(match[2], background), background)
        if measure == scale.label:
            return -side if match[1] in ("less", "fewer") else side
    known = background.pack.predicates
    converse = [predicate.inverse] if predicate.inverse in known else [o for o in predicate.opposites if o in known]
    return 1 if all(predicate.iri <= str(iri) for iri in converse if known[str(iri)].comparative) else -1


def _copular(content: Proposition, background: Background) -> Comparison | None:
    """Return the comparison of "is heavier" with something beside it, None where the adjective is no measure."""
    if content.object is not None and (times := _multiple(content.object.label, background)) is not None:
        return times
    other = _comparator(content)
    if other is None or content.object is None or content.object.concept is not None:
        return None
    known = background.predicate(Term(f"be {content.object.label} than"))
    if known and known.comparative:
        return Comparison(other, _ahead(known, background), _topic(content, known.dimension))
    degree, _, word = content.object.label.rpartition(" ")
    if degree not in ("", "more", "less", "much", "far", "a bit", "slightly") or not word.isalpha():
        return None
    measure, side = _measure(_base(word, background), background)
    return Comparison(other, -side if degree == "less" else side, _topic(content, measure))


@cache
def _multiples() -> re.Pattern[str]:
    """Return the pattern of a multiple or part of a measure of something."""
    return re.compile(
        r"^(?:(?:almost|nearly|about|roughly|around|some|only|just|over|under) )*"
        rf"(?P<times>twice|double|{in_words()}|[\d.,]+)"
        r"(?:/(?P<below>[\d,]+)(?:th|rd|nd)?)?(?: times?)? (?:the|their|its) (?P<measure>\w+) of (?P<other>.+)$",
        re.IGNORECASE,
    )


def _multiple(label: str, background: Background) -> Comparison | None:
    """Return the comparison by a multiple or part of a measure: "half the size of a hen", "twice the price of"."""
    match = _multiples().match(label)
    if match is None or not background.lexicon.linked("measure", match["measure"].casefold()):
        return None
    plain = match["times"].casefold().replace(",", "")
    times = 2.0 if plain in ("twice", "double") else value(plain) or _number(plain)
    times /= _number((match["below"] or "1").replace(",", "")) or 1.0
    first, _, rest = match["other"].partition(" ")
    other = rest if rest and first.casefold() in english()["phrase.generic"] else match["other"]
    direction = 1 if times > 1 else -1 if 0 < times < 1 else 0
    return Comparison(Term(other), direction, min(background.lexicon.linked("measure", match["measure"].casefold())))


def _number(digits: str) -> float:
    """Return the number that digits write, 0 for anything else."""
    return float(digits) if re.fullmatch(r"\d+(?:\.\d+)?", digits) else 0.0


def _levelled(predicate: Predicate, background: Background) -> Predicate | None:
    """Return a comparative that a predicate excludes ("is as good as" excludes "is better than"), if it does."""
    known = (background.pack.predicates.get(iri) for iri in predicate.opposites)
    return next((other for other in known if other and other.comparative), None)


def _open(content: Proposition, other: Term, background: Background) -> Comparison | None:
    key = content.predicate.label
    level = _AS_AS.search(key)
    if level:
        word = level[1]
        return Comparison(other, 0, _topic(content, _measure(word, background)[0] if word else None))
    match = _THAN.search(key)
    if match is None:
        return None
    degree, word, noun = match.groups()
    sign = -1 if degree in ("less", "fewer") else 1
    verb = verb_base(key.split()[0], background.lexicon)
    if more_or_less(word) and not noun and verb not in english()["relating.plain"]:
        return Comparison(other, sign * more_or_less(word), _topic(content, _weighed(verb, background)))
    if more_or_less(word) or better_or_worse(word):
        return Comparison(other, sign * (more_or_less(word) or better_or_worse(word)), _topic(content, noun))
    measure, side = _measure(_base(word, background), background)
    return Comparison(other, sign * side, _topic(content, noun or measure))


def _measure(adjective: str, background: Background) -> tuple[str, int]:
    """Return what an adjective measures, and on which side of it the adjective stands."""
    if adjective.endswith("ly") and background.lexicon.known(adjective.removesuffix("ly")):
        adjective = adjective.removesuffix("ly")
    if adjective in ("good", "well", "bad"):
        return OVERALL, -1 if adjective == "bad" else 1
    near = (adjective, *sorted(background.lexicon.synonyms(adjective)))
    standing = next((found for word in near if (found := background.scale(Term(word)))), None)
    if standing is None:
        return _axis(adjective, background)
    iri, rank, ranks = standing
    return background.pack.scales[iri].label, 1 if 2 * rank >= ranks - 1 else -1


def _axis(adjective: str, background: Background) -> tuple[str, int]:
    """Return the axis of an adjective and its side, by the name of what it or its opposite measures if it does."""
    lexicon = background.lexicon
    name, side = lexicon.axis(adjective)
    for word, sign in ((adjective, 1), *((other, -1) for other in sorted(lexicon.linked("contrast", adjective)))):
        measured = lexicon.linked("measure", word)
        if measured:
            return min(measured), sign
    return name, side


def _weighed(verb: str, background: Background) -> str:
    """Return what a verb measures ("weigh" is of weight), the verb itself where it measures nothing."""
    return next(iter(sorted(background.lexicon.linked("measure", verb))), verb)


def _base(word: str, background: Background) -> str:
    """Return the positive of a comparative adjective ("quicker", "quick")."""
    guesses = (word, word[:-1], word[:-2], word[:-3], word[:-3] + "y") if word.endswith("er") else (word,)
    known = [g for g in guesses if len(g) > 2 and (background.scale(Term(g)) or background.lexicon.known(g))]
    return known[-1] if known and word.endswith("er") else word
