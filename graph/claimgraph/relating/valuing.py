"""What a claim measures of its subject: when it begins, how long it goes on, how often it comes, how high it is."""

import re
from collections.abc import Iterator, Sequence

from claimgraph.knowledge import Predicate
from claimgraph.knowledge.english import english
from claimgraph.knowledge.units import units
from claimgraph.model import Proposition, Term
from claimgraph.model.identity import ONTOLOGY
from claimgraph.relating.shapes import Reading, Slot, Wording, subject_slot
from claimgraph.relating.spoken import DATED, Value
from claimgraph.relating.ways import Background, Way, bare, value
from claimgraph.relating.words import deed, verb_base

_BEGINNING = frozenset(ONTOLOGY + name for name in ("starts", "takesEffectAfter"))
_LASTING = frozenset(ONTOLOGY + name for name in ("lasts", "stops"))
_WORKING = ONTOLOGY + "works"
_HAVING = frozenset(ONTOLOGY + name for name in ("has", "rises", "achieves", "isA"))
_CONTAINING = frozenset(ONTOLOGY + name for name in ("has", "contains", "consistsOf", "includes"))
_COSTS = ONTOLOGY + "costs"
_BEING = ("be", "be a")
_OFTEN = re.compile(r"(?:only |just )?(?:every|once|twice)\b", re.IGNORECASE)
_CHANGES = frozenset(ONTOLOGY + name for name in ("rises", "falls"))
#: What is measured where a thing rises or falls by so much; each time by something else.
CHANGE = "change"
#: Sorts of value that tell when and how long, in the order in which they tell most.
_TIMES = DATED | {"time"}
#: Kinds of qualifier in which a measure stands that is no time.
_AMOUNTS = frozenset({"quantity", "dose", "money", "share"})


def read_value(wording: Wording, predicate: Predicate | None, background: Background) -> Iterator[Reading]:
    """Yield the readings of a claim that gives a measure of its subject, none for any other claim.

    Args:
        wording: to read.
        predicate: its relation type, None for an open one.
        background: what is known.
    """
    if not wording.affirmed or wording.content.subject.label.isdigit():
        return
    told = wording.values
    times = tuple(v for v in told if v.quantity.dimension in _TIMES)
    measure = _timed(wording, predicate, background, times) if times else None
    if measure:
        yield _reading(wording.content.subject, measure, times, background)
    amounts = tuple(v for v in told if v.kind in _AMOUNTS)
    if amounts and (found := _amount(wording.content, predicate, background)) is not None:
        yield _reading(*found, amounts, background)


def _reading(subject: Term, measure: str, told: Sequence[Value], background: Background) -> Reading:
    slots = (subject_slot(subject, background), Slot("measure", measure, (Way("~" + measure),)))
    return Reading("value", slots, 1, True, values=tuple(told))


def _timed(wording: Wording, predicate: Predicate | None, background: Background, times: Sequence[Value]) -> str | None:
    """Return what the times of a claim measure: "beginning", "lasting", "recurring", or the deed that is timed."""
    content, lists = wording.content, english()
    if content.object is not None and not _only_time(content.object, times):
        return None
    done = deed(content.predicate.label, background.lexicon)
    if any(v.kind == "frequency" or _OFTEN.match(v.text) for v in times):
        return "recurring" if done in lists["relating.recurring"] else None
    if done in lists["relating.needing"] and wording.purpose:
        return f"time to {wording.purpose}"
    phase = _phase(predicate.iri if predicate else "", done, times)
    untold = predicate is not None or wording.past or done == "be"
    return phase or (None if untold else f"time to {done}")


def _phase(iri: str, done: str, times: Sequence[Value]) -> str | None:
    """Return whether a time tells when something begins, or how long it goes on or until when; None for neither."""
    lists = english()
    if iri in _LASTING or done in lists["relating.lasting"] | lists["relating.needing"]:
        return "lasting"
    if iri == _WORKING or done in lists["relating.acting"]:
        return "lasting" if all(v.kind == "duration" for v in times) else "beginning"
    return "beginning" if iri in _BEGINNING or done in lists["relating.beginning"] else None


def _only_time(term: Term, times: Sequence[Value]) -> bool:
    """Say whether an object is no more than the time that is told."""
    return _amounts_to(term.label) or any(v.kind == "object" for v in times)


def _amounts_to(phrase: str) -> bool:
    """Say whether a phrase is no more than an amount, in digits or in words ("fifteen year", "cubic metre")."""
    return value(phrase) or all(_counts(word) for word in phrase.casefold().split())


def _counts(word: str) -> bool:
    known = units()
    return (
        word in known.numbers
        or word in known.scales
        or word in english()["relating.unit_parts"]
        or word[:1].isdigit()
        or known.unit(word) is not None
    )


def _amount(content: Proposition, predicate: Predicate | None, background: Background) -> tuple[Term, str] | None:
    """Return what is measured and in what respect, None where a claim gives no measure."""
    iri, thing = predicate.iri if predicate else None, content.object
    if iri == _COSTS:
        return content.subject, "price"
    respect = _respect(content.predicate.label.split()[0], background) if predicate is None else None
    if respect:
        return content.subject, respect
    if thing is None:
        return _named(content.subject, background) if _is(content, iri) else None
    return _with_object(content, thing, iri, background)


def _with_object(content: Proposition, thing: Term, iri: str | None, background: Background) -> tuple[Term, str] | None:
    """Return what is measured where the amount stands with an object ("has a height of 90 m", "contains salt")."""
    if content.subject.label in english()["relating.inhabitants"] and content.predicate.label == "live in":
        return thing, "population"
    if iri in _CHANGES and _amounts_to(thing.label):
        return content.subject, CHANGE
    if iri in _CONTAINING and _countable(thing.label, background):
        return content.subject, f"amount of {_content(thing.label)}"
    first, _, rest = thing.label.casefold().partition(" of ")
    own = _respect(first, background) if iri in _HAVING or _is(content, iri) else None
    if own is not None and (not rest or _amounts_to(rest)):
        return content.subject, own
    return _named(content.subject, background) if _is(content, iri) and _amounts_to(thing.label) else None


def _countable(phrase: str, background: Background) -> bool:
    """Say whether a phrase names what there is so much of, and neither a bare amount nor a measure."""
    return (phrase.isalpha() or not _amounts_to(phrase)) and _respect(phrase.partition(" ")[0], background) is None


def _content(phrase: str) -> str:
    """Return what an amount is of ("milligram of caffeine" is caffeine)."""
    plain = bare(phrase)
    first, _, rest = plain.partition(" of ")
    return rest if rest and _amounts_to(first) else plain


def _is(content: Proposition, iri: str | None) -> bool:
    return content.predicate.label in _BEING or iri == ONTOLOGY + "isA"


def _named(subject: Term, background: Background) -> tuple[Term, str] | None:
    """Return the thing and the respect that a phrase names together ("the height of the tower", "tank capacity")."""
    label = subject.label.casefold()
    first, _, rest = label.partition(" of ")
    if rest and (respect := _respect(first.rpartition(" ")[2], background)):
        return Term(rest), respect
    before, _, last = label.rpartition(" ")
    respect = _respect(last, background)
    if respect is None:
        return None
    return (Term(before), respect) if before else (subject, respect)


def _respect(word: str, background: Background) -> str | None:
    """Return what a word measures, None where it measures nothing."""
    lexicon = background.lexicon
    found = lexicon.linked("measure", word) or lexicon.linked("measure", verb_base(word, lexicon))
    return next(iter(sorted(found)), None)
