"""What a claim says from the other end: an agent behind "by", what there is in a thing, what happens under a cause."""

from collections.abc import Callable
from dataclasses import replace

from claimgraph.knowledge.english import english
from claimgraph.model import Proposition, Qualifier, Term
from claimgraph.model.identity import ONTOLOGY
from claimgraph.relating.ways import Background, core
from claimgraph.relating.words import verb_base

_CONTAINS = Term("contains", ONTOLOGY + "contains")
_IS = Term("is", ONTOLOGY + "isA")
#: Endings of adjectives that say what an effect does.
_ADJECTIVAL = ("ic", "al", "ive", "ing", "ant", "ent", "ous", "ful", "ory", "ary", "able", "ible")
#: Relations to what goes along with a thing or comes of it, and those of owning.
_OWNING = frozenset(ONTOLOGY + name for name in ("has", "experiences"))
_BEARING = _OWNING | frozenset(ONTOLOGY + name for name in ("associatedWith", "causes", "contributesTo", "promotes"))
#: Relations of rising and falling by themselves, and what brings it about.
_BROUGHT = {
    ONTOLOGY + "rises": Term("increases", ONTOLOGY + "increases"),
    ONTOLOGY + "falls": Term("decreases", ONTOLOGY + "decreases"),
}


def turned(content: Proposition, background: Background) -> Proposition:
    """Return a proposition in the order in which most say it, the same one where it stands so already.

    Args:
        content: a proposition.
        background: what is known of verbs.
    """
    if content.object is None:
        return content
    content, thing = _of_both(content, content.object)
    known = background.predicate(content.predicate)
    if known is not None:
        return _leaning(content, thing, known.iri) or _having(content, thing, known.iri)
    found = (turn(content, thing, background) for turn in _TURNS)
    return next((other for other in found if other is not None), content)


def _of_both(content: Proposition, thing: Term) -> tuple[Proposition, Term]:
    """Return a comparison of two measures as one of what is measured ("the rent of A exceeds that of B"), and B."""
    first, _, owner = content.subject.label.partition(" of ")
    stands, _, other = thing.label.partition(" of ")
    if not owner or not other or stands.casefold() not in ("that", "those"):
        return content, thing
    told = (*content.qualifiers, Qualifier("dimension", first, first))
    return replace(content, subject=Term(owner), object=Term(other), qualifiers=told), Term(other)


def _having(content: Proposition, thing: Term, iri: str) -> Proposition:
    """Return "has a diuretic effect" as being diuretic, any other proposition as it stands."""
    kind, _, head = thing.label.casefold().rpartition(" ")
    if iri not in _OWNING or head not in ("effect", "property", "nature") or " " in kind or not kind:
        return content
    if kind in english()["value.bad"] | english()["value.good"] or not kind.endswith(_ADJECTIVAL):
        return content
    return replace(content, predicate=_IS, object=Term(kind))


def _leaning(content: Proposition, thing: Term, iri: str) -> Proposition | None:
    """Turn what goes along with a higher or lower measure into what raises or lowers it."""
    if iri not in _BEARING or thing.concept is not None:
        return None
    subject, lists = content.subject, english()
    first, _, rest = thing.label.casefold().partition(" ")
    sign = 1 if first in lists["relating.more"] else -1 if first in lists["relating.less"] else 0
    if not sign or not rest:
        return None
    if iri in _OWNING:
        taken, _, taker = subject.label.rpartition(" ")
        if taker not in lists["relating.takers"] or not taken or rest.split()[0] not in lists["relating.measures"]:
            return None
        subject = Term(taken)
    brought = _BROUGHT[ONTOLOGY + ("rises" if sign > 0 else "falls")]
    return replace(content, subject=subject, predicate=brought, object=Term(rest))


def _by_agent(content: Proposition, agent: Term, background: Background) -> Proposition | None:
    """Turn a passive with its agent: "is eased by honey" is what honey eases."""
    parts = content.predicate.label.split()
    if len(parts) != 3 or parts[0] != "be" or parts[2] != "by":
        return None
    verb = verb_base(parts[1], background.lexicon)
    return replace(content, subject=agent, predicate=_known(verb, background), object=content.subject)


def _in_place(content: Proposition, place: Term, background: Background) -> Proposition | None:
    """Turn what there is in a thing into what the thing contains, a rise or fall into its rising or falling."""
    head = core(content.subject.label.casefold()).rpartition(" ")[2]
    if content.predicate.label != "there be in" or head in english()["relating.evidence"]:
        return None
    sign = _grown(head)
    if sign:
        return replace(content, subject=place, predicate=_trend(sign), object=None)
    return replace(content, subject=place, predicate=_CONTAINS, object=content.subject)


def _grown(noun: str) -> int:
    """Return +1 for a noun of growing, -1 for one of shrinking, 0 for any other."""
    lists = english()
    return 1 if noun in lists["relating.gains"] else -1 if noun in lists["relating.losses"] else 0


def _trend(sign: int) -> Term:
    name = "rises" if sign > 0 else "falls"
    return Term(name, ONTOLOGY + name)


def _raised(content: Proposition, thing: Term, background: Background) -> Proposition | None:
    """Turn what is raised into what is increased; children, questions and money are raised in other ways."""
    head = core(thing.label.casefold()).rpartition(" ")[2]
    lists = english()
    if content.predicate.label != "raise" or head in lists["relating.raised"] | lists["person_nouns"]:
        return None
    return replace(content, predicate=_BROUGHT[ONTOLOGY + "rises"])


def _under_cause(content: Proposition, cause: Term, background: Background) -> Proposition | None:
    """Turn what rises, falls, improves or worsens under a cause into what the cause does to it."""
    verb, _, preposition = content.predicate.label.partition(" ")
    if verb == "be":
        verb, _, preposition = preposition.partition(" ")
    if preposition not in english()["relating.causing"]:
        return None
    return _caused(content, verb, cause, background)


def caused(content: Proposition, cause: str, background: Background) -> Proposition | None:
    """Return what a cause does to what rises or falls because of it, None where a claim tells of no rise or fall.

    Args:
        content: the proposition.
        cause: the words for its cause.
        background: what is known of verbs.
    """
    if not cause or content.object is not None:
        return None
    return _caused(content, content.predicate.label, Term(cause), background)


def _caused(content: Proposition, verb: str, cause: Term, background: Background) -> Proposition | None:
    lists = english()
    sign = 1 if verb in lists["relating.more"] else -1 if verb in lists["relating.less"] else 0
    known = background.predicate(content.predicate) or background.predicate(Term(verb))
    brought = _BROUGHT[_trend(sign).concept or ""] if sign else _BROUGHT.get(known.iri) if known else None
    if brought is None and known is not None and verb in lists["relating.trends"]:
        brought = Term(known.label, known.iri)
    if brought is None or not cause.label[:1].isalpha():
        return None
    return replace(content, subject=cause, predicate=brought, object=content.subject)


def _known(verb: str, background: Background) -> Term:
    """Return the relation type of a verb, or the verb itself where no pack knows it."""
    known = background.predicate(Term(verb))
    return Term(known.label, known.iri) if known else Term(verb)


#: Every way of turning, in the order in which they are tried.
_TURNS: tuple[Callable[[Proposition, Term, Background], Proposition | None], ...] = (
    _by_agent,
    _in_place,
    _raised,
    _under_cause,
)
