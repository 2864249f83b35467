"""Claims that tell of another in passing: by a noun made of its verb, as its cause, as what it is held against."""

from claimgraph.knowledge.english import english
from claimgraph.model import Alignment, RelationType
from claimgraph.model.identity import ONTOLOGY
from claimgraph.relating.aligned import Held, made
from claimgraph.relating.giving import cause
from claimgraph.relating.loose import Profile
from claimgraph.relating.loose import content as content_words
from claimgraph.relating.rules import Finding
from claimgraph.relating.words import root

CAUSED = ONTOLOGY + "causedBy"


def nominal_rule(held: Held) -> Finding | None:
    """One says that a thing does something; the other that it is the cause of that ("the change is due to it")."""
    for deed, noun in ((held.a, held.b), (held.b, held.a)):
        brought = noun.said.object
        if noun.said.predicate.concept != CAUSED or brought is None or not noun.affirmed or noun is deed:
            continue
        lexicon = held.background.lexicon
        named, done = content_words(noun.said.subject.label, lexicon), deed.verb[-1:]
        kin = len(named) == 1 and bool(done) and root(named[0], lexicon) == root(done[0], lexicon)
        if kin and deed.subject and content_words(brought.label, lexicon) == deed.subject:
            marked = (_subject(deed, noun, held),)
            return _straight(marked) if deed.affirmed else _denied(deed is held.a, marked)
    return None


def blamed_rule(held: Held) -> Finding | None:
    """On one page, a thing is told as the cause of something, and is said to have had nothing to do with "it"."""
    for none, some in ((held.a, held.b), (held.b, held.a)):
        one_page = none.claim.document == some.claim.document
        if none.affirmed or not one_page or "nothing to do with it" not in none.claim.quote.exact.casefold():
            continue
        if some.affirmed and none.subject and content_words(cause(some.claim), held.background.lexicon) == none.subject:
            return _denied(some is held.a, (_subject(some, none, held),))
    return None


def outdone_rule(held: Held) -> Finding | None:
    """That one thing matters more than another is borne out where the other is said hardly to matter."""
    for more, denied in ((held.a, held.b), (held.b, held.a)):
        verb, than = (
            more.claim.content.predicate.label.split()[:1],
            more.claim.content.predicate.label.endswith(" than"),
        )
        if not than or not more.affirmed or denied.affirmed or denied.said.object is not None:
            continue
        behind = more.said.object
        one = behind is not None and content_words(behind.label, held.background.lexicon) == denied.subject
        if one and verb == denied.claim.content.predicate.label.split() and "less" not in more.claim.quote.exact:
            return made(RelationType.SUPPORT, "entailed", (_subject(more, denied, held),), 0.6)
    return None


def untried_rule(held: Held) -> Finding | None:
    """One ranks two things; the other says that nothing has been done that compares them."""
    for none, ranked in ((held.a, held.b), (held.b, held.a)):
        tested = set(none.subject) & (english()["relating.tests"] | english()["relating.evidence"])
        if none.affirmed or not tested or "compar" not in none.claim.quote.exact.casefold() or not ranked.affirmed:
            continue
        known = held.background.predicate(ranked.said.predicate)
        if known is None or not known.comparative or ranked.said.object is None:
            continue
        if all(_stands_in(name, none) for name in _sides(ranked)):
            told = {True: "not compared", False: "ranked"}
            marked = Alignment("evidence", told[none is held.a], told[none is held.b], "opposite", False)
            return made(RelationType.CONFLICT, "evidence", (marked,), 0.6)
    return None


def _sides(ranked: Profile) -> tuple[tuple[str, ...], ...]:
    """Return the words for either of the two that are ranked, as the page and as the pack name them."""
    claim, content = ranked.claim, ranked.claim.content
    sides = ((claim.subject, content.subject), (claim.object, content.object))
    return tuple((said.text.casefold(), term.label.casefold()) for said, term in sides if said and term)


def _stands_in(names: tuple[str, ...], one: Profile) -> bool:
    text = one.claim.quote.exact.casefold()
    return any(name and name in text for name in names)


def _subject(one: Profile, other: Profile, held: Held) -> Alignment:
    ours, theirs = (one, other) if one is held.a else (other, one)
    return Alignment("subject", ours.said.subject.label, theirs.said.subject.label, "taken")


def _straight(slots: tuple[Alignment, ...]) -> Finding:
    return made(RelationType.SUPPORT, "same", slots, 0.65)


def _denied(first: bool, slots: tuple[Alignment, ...]) -> Finding:
    """Return the conflict of what is affirmed and what is denied."""
    told = ("denied", "affirmed") if first else ("affirmed", "denied")
    return made(RelationType.CONFLICT, "contradictory", (*slots, Alignment("polarity", *told, "opposite", False)), 0.65)


#: Every rule, in the order in which they are tried.
RETOLD = (nominal_rule, blamed_rule, outdone_rule, untried_rule)
