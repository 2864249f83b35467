"""The filters of the page: what can be chosen, and the names by which an address keeps a choice."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from claimgraph.rendering import words
from claimgraph.rendering.text import clip, one_line
from claimgraph.rendering.view import ClaimView, View


@dataclass(frozen=True, slots=True)
class Option:
    """One choice of a filter.

    Attributes:
        value: what the claims' articles carry.
        key: the same as an address names it, readable and the same in a later build.
        text: what a reader chooses.
        claims: how many claims of the page it leaves, None where that is not counted.
    """

    value: str
    key: str
    text: str
    claims: int | None


@dataclass(frozen=True, slots=True)
class Filter:
    """A list of choices; `name` is the claims' data attribute, `key` the name in an address."""

    name: str
    key: str
    label: str
    options: tuple[Option, ...]


def filters(view: View) -> tuple[Filter, ...]:
    """Return the filters that leave something to choose, in the order of the page."""
    claims = tuple(view.claims.values())
    made = (
        Filter("s", "source", "Source", _sources(view)),
        Filter("k", "kind", "Kind of source", _kinds(view, claims)),
        Filter("r", "role", "Who speaks", _coded(words.ROLE, Counter(c.role for c in claims))),
        Filter("i", "interest", "Interest", _coded(words.interests(), Counter(c.interest_code for c in claims))),
        Filter("v", "voice", "Voice", _numbered(view.voices)),
        Filter("t", "topic", "Topic", _numbered(view.topics)),
        Filter("p", "answer", "Answer", _coded(words.ANSWER, Counter(c.polarity for c in claims))),
        Filter("c", "certainty", "Certainty", _coded(words.certainties(), Counter(c.certainty for c in claims))),
        Filter("e", "evidence", "Evidence", _coded(words.evidences(), Counter(c.evidence for c in claims))),
    )
    return tuple(one for one in made if len(one.options) > 1)


def _sources(view: View) -> tuple[Option, ...]:
    spoken = Counter(claim.source.number for claim in view.claims.values())
    return tuple(Option(str(s.number), s.stem, clip(s.label, 60), spoken[s.number]) for s in view.sources)


def _kinds(view: View, claims: Iterable[ClaimView]) -> tuple[Option, ...]:
    spoken = Counter(claim.source.kind_code for claim in claims)
    kinds = {source.kind_code: source.kind for source in view.sources}
    return tuple(Option(code, code, text, spoken[code]) for code, text in sorted(kinds.items()))


def _numbered(named: Iterable[tuple[str, int]]) -> tuple[Option, ...]:
    return tuple(Option(str(n), name, clip(name, 60), claims) for n, (name, claims) in enumerate(named, start=1))


def _coded(named: Mapping[str, str], spoken: Counter[str]) -> tuple[Option, ...]:
    """Return the codes that occur, in the order they are named, others after them."""
    codes = [code for code in named if spoken[code]] + sorted(code for code in spoken if code not in named)
    return tuple(Option(code, code, one_line(named.get(code, code), 60), spoken[code]) for code in codes)
