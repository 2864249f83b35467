"""The page's words for the model's values: every code a reader meets is turned into plain English here."""

from collections.abc import Mapping
from types import MappingProxyType

from claimgraph.model import Certainty, Evidence, Interest, Proposition, SourceKind
from claimgraph.rendering.text import one_line

CERTAINTY: Mapping[Certainty, str] = MappingProxyType(
    {
        Certainty.ASSERTED: "stated as fact",
        Certainty.HEDGED: "hedged",
        Certainty.SPECULATIVE: "speculation",
    }
)
EVIDENCE: Mapping[Evidence, str] = MappingProxyType(
    {
        Evidence.SYSTEMATIC_REVIEW: "systematic review",
        Evidence.RANDOMISED_TRIAL: "randomised trial",
        Evidence.CONTROLLED_STUDY: "controlled study",
        Evidence.STUDY: "study",
        Evidence.CASE_SERIES: "case series",
        Evidence.ANIMAL_STUDY: "animal study",
        Evidence.LABORATORY_STUDY: "laboratory study",
        Evidence.PRACTICE: "practitioner’s experience",
        Evidence.PICTURES: "before-and-after pictures",
        Evidence.LECTURE: "lecture",
        Evidence.TESTIMONIAL: "testimonial",
        Evidence.BARE_ASSERTION: "no ground given",
        Evidence.EXPLICITLY_NONE: "says there is none",
    }
)
INTEREST: Mapping[Interest, str] = MappingProxyType(
    {
        Interest.SELLS: "sells it",
        Interest.PRACTISES: "practises it",
        Interest.TRIED: "tried it",
        Interest.INDEPENDENT: "independent",
        Interest.UNKNOWN: "interest not known",
    }
)
SOURCE_KIND: Mapping[SourceKind, str] = MappingProxyType(
    {kind: ("kind not known" if kind is SourceKind.UNKNOWN else kind.value) for kind in SourceKind}
)
CONFLICT: Mapping[str, str] = MappingProxyType(
    {
        "contradictory": "Opposite answers",
        "comparison": "The order reversed",
        "quantity": "Different numbers",
        "timing": "Different times",
        "evidence": "Shown, or not yet tested",
        "contrary": "Cannot both be true",
        "substitution": "Substitute, or not",
    }
)
#: Who speaks, by the voice's role.
ROLE: Mapping[str, str] = MappingProxyType(
    {
        "publisher": "the page itself",
        "author": "its author",
        "person": "a person quoted",
        "group": "a group, such as “surgeons”",
        "study": "a study",
        "letter": "a letter or e-mail",
        "poster": "a forum poster",
    }
)
ANSWER: Mapping[str, str] = MappingProxyType({"yes": "✔ yes", "no": "✘ no"})
SLOT: Mapping[str, str] = MappingProxyType({"dimension": "what is compared", "object": "what it acts on"})


def certainties() -> dict[str, str]:
    """Return the page's words for degrees of certainty by code, the firmest first."""
    return {code.value: text for code, text in CERTAINTY.items()}


def evidences() -> dict[str, str]:
    """Return the page's words for kinds of evidence by code, the strongest first."""
    return {code.value: text for code, text in EVIDENCE.items()}


def interests() -> dict[str, str]:
    """Return the page's words for interests by code."""
    return {code.value: text for code, text in INTEREST.items()}


def conflict_kind(kind: str) -> str:
    """Return the heading of one kind of conflict."""
    return CONFLICT.get(kind, one_line(kind.replace("-", " "), 40).capitalize())


def slot(name: str) -> str:
    """Return a reader's word for a slot of a claim."""
    return SLOT.get(name, one_line(name.replace("-", " "), 40))


def term(label: str, limit: int = 80) -> str:
    """Return a term's label as the page prints it."""
    return one_line(label, limit)


def narrowing(proposition: Proposition) -> str:
    """Return what narrows a proposition, "in women; after 4 weeks", or an empty string."""
    return "; ".join(f"{slot(q.kind)}: {one_line(q.label, 60)}" for q in proposition.qualifiers)


def count(number: int, one: str, many: str | None = None) -> str:
    """Return a number with its noun.

    >>> count(1, "claim"), count(1200, "claim")
    ('1 claim', '1,200 claims')
    """
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def interest(code: str) -> str:
    """Return an interest in words."""
    return INTEREST[Interest(code)] if code in set(Interest) else INTEREST[Interest.UNKNOWN]
