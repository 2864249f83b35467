"""What a claim gives beside its proposition: times and amounts, a cause, what is compared, what bounds it."""

import re
from collections.abc import Sequence
from dataclasses import replace

from claimgraph.knowledge.english import english
from claimgraph.model import Claim, Quantity
from claimgraph.relating.quantities import comparable, meet
from claimgraph.relating.spoken import DATED, Value, spoken
from claimgraph.relating.words import words

_MOST = re.compile(
    r"(?:at )?(?:no|not) (?:more|less|fewer|later|earlier|longer|higher|lower|sooner) than\b", re.IGNORECASE
)
#: Kinds of qualifier whose words may tell a time that stands in no quantity.
_SPOKEN = ("circumstance", "place")
_UNTIL = re.compile(r"(?:until|till|before)\b", re.IGNORECASE)
_TO = re.compile(r"(?:in order )?to (\w+)$", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_]+")
_CAUSE = re.compile(
    r"(?:because of|thanks to|due to|owing to|as a result of) (?:the |a |an |this |its )?([\w -]+)$", re.IGNORECASE
)


def bounded(claim: Claim) -> bool:
    """Say whether a denial only bounds an amount or a time from one side ("is no more than 60 km")."""
    cues = [q.text.casefold() for q in claim.qualifiers if q.kind == "negation"]
    bounds = (q.quantity and _MOST.match(q.text) for q in claim.qualifiers)
    return cues in (["no"], ["not"], ["n't"]) and (any(bounds) or _delayed(claim))


def _delayed(claim: Claim) -> bool:
    """Say whether a denial tells from when on a thing holds ("does not open before September")."""
    told = (q.text for q in claim.qualifiers if q.kind in _SPOKEN)
    return any(_UNTIL.match(text) and spoken(text) for text in told)


def values_of(claim: Claim) -> tuple[Value, ...]:
    """Return the times and amounts that a claim gives, in its quantities and in words."""
    told = [Value(q.kind, q.text, q.quantity) for q in claim.content.qualifiers if q.quantity]
    for qualifier in claim.qualifiers:
        if qualifier.kind in _SPOKEN and (time := spoken(qualifier.text)):
            told.append(Value(qualifier.kind, qualifier.text, _from(time) if _UNTIL.match(qualifier.text) else time))
    if claim.object and not told:
        preposition = claim.content.predicate.label.rpartition(" ")[2]
        text = (
            f"{preposition} {claim.object.text}"
            if preposition in english()["relating.before_time"]
            else claim.object.text
        )
        told += [Value("object", claim.object.text, time) for time in [spoken(text)] if time]
    return tuple(told)


def cause(claim: Claim) -> str:
    """Return what a claim without an object is put down to, its article left out."""
    if claim.object is not None:
        return ""
    told = (_CAUSE.match(q.text) for q in claim.qualifiers if q.kind == "circumstance")
    return next((match[1].casefold() for match in told if match), "")


def tail(claim: Claim) -> str:
    """Return what stands behind the first preposition of a subject as it stands in the text but not in its label."""
    _, preposition, rest = re.split(r" (from|in|of|for|on|to|with|at|after) ", f"{claim.subject.text} of ", maxsplit=1)
    words_left = [word for word in _WORD.findall(rest.casefold()) if word not in claim.content.subject.label.casefold()]
    return " ".join(word for word in words_left if word not in english()["relating.articles"]) if preposition else ""


def dates_apart(ours: Sequence[Value], theirs: Sequence[Value]) -> tuple[str, str] | None:
    """Return the points in time that both sides tell, where they differ ("ended in March", "resumed in October")."""
    dated = [[v for v in told if v.quantity.dimension in DATED] for told in (ours, theirs)]
    both = [(x, y) for x in dated[0] for y in dated[1] if comparable(x.quantity, y.quantity)]
    if not both or any(meet(x.quantity, y.quantity) for x, y in both):
        return None
    return both[0][0].text, both[0][1].text


def _from(time: Quantity) -> Quantity:
    """Return a time as the earliest there is: "not before March" is March or later."""
    return replace(time, low=time.high if time.low is None else time.low, high=None)


def past(claim: Claim) -> bool:
    """Say whether the predicate of a claim stands in the past."""
    first = claim.predicate.text.casefold().partition(" ")[0]
    return first in english()["relating.past"] or first.endswith("ed") or bool(words().linked("form", first))


def purpose(claim: Claim) -> str:
    """Return the verb for what a time is needed for ("takes two hours to dry"), "" where none is told."""
    found = (_TO.match(q.text) for q in claim.qualifiers if q.kind in ("circumstance", "purpose"))
    return next((match[1].casefold() for match in found if match), "")


_COPULAS = frozenset({"be", "is"})


def done(claim: Claim) -> str:
    """Return the word for what is compared between the subject and the comparative ("dries" faster than)."""
    words = claim.predicate.label.split()
    if words[-1:] == ["than"] and len(words) > 2 and words[0] not in _COPULAS:
        return "" if words[0] in english()["relating.function"] else words[0]
    compared = "than" in claim.predicate.text.split() or claim.narrowing("comparator")
    start, end = claim.subject.end - claim.quote.start, claim.predicate.start - claim.quote.start
    if not compared or claim.subject.end < 0 or not 0 <= start < end:
        return ""
    clause = re.split(r"[,;:–—]", claim.quote.exact[start:end].casefold())[-1]
    said = (
        word
        for word in reversed(_WORD.findall(clause))
        if word not in english()["relating.function"] and not word.endswith("ly")
    )
    return next(said, "")
