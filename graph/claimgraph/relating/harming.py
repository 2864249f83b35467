"""What a claim says of the harm a thing does: none, some, or that nobody looked."""

from collections.abc import Iterator

from claimgraph.knowledge import Predicate
from claimgraph.knowledge.english import english
from claimgraph.model import Proposition, Term
from claimgraph.model.identity import ONTOLOGY
from claimgraph.relating.shapes import Reading, Wording, subject_slot
from claimgraph.relating.ways import Background, core

SAFE, UNSAFE = ONTOLOGY + "isSafe", ONTOLOGY + "isUnsafe"
#: Relations of an unwanted effect to what has it.
BEARING = frozenset(ONTOLOGY + name for name in ("associatedWith", "causedBy", "has", "hasSideEffect"))


def read_safety(wording: Wording, predicate: Predicate | None, background: Background) -> Iterator[Reading]:
    """Yield the reading of a claim about harm, none for any other claim.

    Its topic is "safe" where a thing is called so, "nil" where unwanted effects are denied or told of, "grave" where
    these are grave, "specific" where one harm is named, "untested" where it is the study of harm that is denied.

    Args:
        wording: to read.
        predicate: its relation type, None for an open one.
        background: what is known.
    """
    if wording.relative:
        return
    if predicate is not None and predicate.iri in (SAFE, UNSAFE):
        yield _said(wording.content.subject, background, safe=wording.affirmed == (predicate.iri == SAFE), topic="safe")
        return
    unseen = _unseen(wording, predicate)
    if unseen is not None:
        yield _said(unseen, background, safe=False, topic="untested")
        return
    borne = _borne(wording.content, predicate)
    if borne is not None:
        effect, bearer = borne
        grave = wording.affirmed and bool(set(effect.label.casefold().split()) & english()["value.grave"])
        yield _said(bearer, background, safe=not wording.affirmed, topic="grave" if grave else "nil")
    elif wording.affirmed and predicate is not None and _harms(wording.content, predicate, background):
        yield _said(wording.content.subject, background, safe=False, topic="specific")


def _harms(content: Proposition, predicate: Predicate, background: Background) -> bool:
    """Say whether one harm that has a name of its own is brought about ("causes headaches")."""
    raised = predicate.effect > 0 and not predicate.comparative
    return raised and content.object is not None and background.sought(content.object) < 0


def _said(of: Term, background: Background, *, safe: bool, topic: str) -> Reading:
    return Reading("safety", (subject_slot(of, background),), 1, safe, topic)


def _unseen(wording: Wording, predicate: Predicate | None) -> Term | None:
    """Return what has not been looked at for harm, None where that is not what is said."""
    content = wording.content
    asked = english()["value.side_effects"] | english()["value.safety"]
    if not _unlooked(wording, predicate):
        return None
    if content.object is not None and ends(content.object, asked):
        return content.subject
    named = [q for q in content.qualifiers if q.kind == "purpose" and ends(Term(q.label), asked)]
    if named:
        return content.subject
    effect, _, bearer = content.subject.label.partition(" of ")
    return Term(bearer) if bearer and ends(Term(effect), asked) else None


def _unlooked(wording: Wording, predicate: Predicate | None) -> bool:
    """Say whether a claim denies that something was looked at."""
    if predicate is not None and predicate.evidential:
        return wording.affirmed == (predicate.evidential == "untested")
    words = set(wording.content.predicate.label.split())
    if wording.content.object is not None and predicate is not None:
        words |= (
            set(wording.content.object.label.split()) if wording.content.predicate.label.startswith("is") else set()
        )
    if words & english()["value.unknown"]:
        return wording.affirmed
    return not wording.affirmed and bool(words & english()["value.looked"])


def _borne(content: Proposition, predicate: Predicate | None) -> tuple[Term, Term] | None:
    """Return an unwanted effect and what is said to have it, None where none is spoken of."""
    effects, other = english()["value.side_effects"], content.object
    if other is None:
        return None
    if ends(content.subject, effects) and _bears(content, predicate):
        return content.subject, other
    brings = predicate.effect >= 0 if predicate is not None else content.predicate.label in {"do", "pose", "carry"}
    return (other, content.subject) if brings and ends(other, effects) else None


def _bears(content: Proposition, predicate: Predicate | None) -> bool:
    """Say whether a relation links an effect to what has it: "is caused by", "was reported with"."""
    if predicate is not None:
        return predicate.iri in BEARING
    first, last = content.predicate.label.split()[0], content.predicate.label.split()[-1]
    return first in {"be", "there", "occur"} and last in english()["value.bearing"]


def ends(term: Term, phrases: frozenset[str]) -> bool:
    """Say whether a term's name is one of some phrases, or ends in one.

    >>> ends(Term("long term side effect of tea"), frozenset({"side effect"}))
    True
    """
    name = core(term.label.casefold())
    return any(name == phrase or name.endswith(f" {phrase}") for phrase in phrases)
