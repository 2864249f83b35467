"""Claims whose propositions do not meet: their words held against each other, slot by slot, and only sure finds kept.

Candidates come from an inverted index over content words, rare words first, so many a claim and no more; time is linear
in the claims.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import log

from claimgraph.knowledge.english import english
from claimgraph.model import Certainty, Claim, Proposition, Quantity, Term
from claimgraph.model.identity import ONTOLOGY
from claimgraph.relating.turning import turned
from claimgraph.relating.ways import Background
from claimgraph.relating.words import Words, base, deed

#: Claims of one wording that are looked at.
MOST_ALIKE = 3
#: Claims that one word leads to; a word that more claims use tells little.
MOST_POSTED = 60
#: Claims that one claim is held against, those that share the rarest words first.
MOST_CANDIDATES = 24
#: Words of a claim that lead to others.
MOST_WORDS = 16
#: Verbs of influence whose denial says that nothing came of it.
INFLUENCES = frozenset(ONTOLOGY + name for name in ("affects", "associatedWith", "changes", "causes", "bearsOn"))
_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")


def content(text: str, lexicon: Words) -> tuple[str, ...]:
    """Return the base forms of the words that carry a text's meaning, each once, in order."""
    function = english()["relating.function"]
    found = (word for word in _WORD.findall(text.casefold()) if word not in function)
    return tuple(dict.fromkeys(base(word, lexicon) for word in found if len(word) > 1 or word.isdigit()))


@dataclass(frozen=True, slots=True)
class Profile:
    """A claim as words.

    Attributes:
        claim: the claim.
        said: what it says, turned where that leaves its subject ("is linked to lower rents" lowers rents).
        wording: the number of its wording.
        subject: content words of its subject, the head last.
        verb: the words of its predicate.
        object: content words of its object, the head last.
        quote: content words of its quote.
        affirmed: its polarity.
        sign: +1 where its predicate brings about or raises, -1 where it hinders or lowers, else 0.
        nil: whether it says that something makes no difference.
    """

    claim: Claim
    said: Proposition
    wording: int
    subject: tuple[str, ...]
    verb: tuple[str, ...]
    object: tuple[str, ...]
    quote: tuple[str, ...]
    affirmed: bool
    sign: int
    nil: bool

    @property
    def words(self) -> tuple[str, ...]:
        """Return every word under which it can be found."""
        return tuple(dict.fromkeys((*self.subject, *self.object, *self.quote)))


def profile(claim: Claim, wording: int, affirmed: bool, background: Background) -> Profile:
    """Return a claim as words."""
    known = background.lexicon
    said = turned(claim.content, background)
    said = said if said.subject == claim.content.subject else claim.content
    predicate, thing = background.predicate(said.predicate), said.object
    found = content(thing.label, known) if thing else ()
    difference = found[-1:] in (("difference",), ("effect",), ("impact",), ("link",))
    influence = (predicate is not None and predicate.iri in INFLUENCES) or difference
    return Profile(
        claim=claim,
        said=said,
        wording=wording,
        subject=_phrase(said.subject, known),
        verb=_verb(claim, known),
        object=_phrase(thing, known) if thing else (),
        quote=content(claim.quote.exact, known),
        affirmed=affirmed,
        sign=predicate.effect if predicate else 0,
        nil=influence and not affirmed,
    )


def _verb(claim: Claim, lexicon: Words) -> tuple[str, ...]:
    """Return the words of a predicate, a verb with its particle as one ("build up")."""
    done = deed(claim.content.predicate.label, lexicon)
    if claim.content.predicate.concept is None and " " in done:
        return (done,)
    return content(claim.predicate.text, lexicon) or content(claim.content.predicate.label, lexicon)


_CUT = re.compile(r" (?:of|in|for|to|with|from|on|at|by|per|about|between|without|against|that|which) ")


def _phrase(term: Term, lexicon: Words) -> tuple[str, ...]:
    """Return the content words of a noun phrase, what follows its head left out, the head last."""
    return content(_CUT.split(term.label, maxsplit=1)[0], lexicon) or content(term.label, lexicon)


def posted_by(profiles: Sequence[Profile]) -> dict[str, list[int]]:
    """Return the numbers of the claims that use each word."""
    posted: dict[str, list[int]] = {}
    for number, one in enumerate(profiles):
        for word in one.words:
            posted.setdefault(word, []).append(number)
    return posted


def crowded(posted: Mapping[str, Sequence[int]]) -> list[str]:
    """Return a sentence that says what was cut, none where nothing was."""
    many = sum(len(there) > MOST_POSTED for there in posted.values())
    if not many:
        return []
    bound = f"{MOST_POSTED} of the claims under each and {MOST_CANDIDATES} for each claim were compared by their words"
    return [f"{many} words stand in many claims: {bound}"]


def candidates(profiles: Sequence[Profile], posted: Mapping[str, Sequence[int]]) -> Iterator[tuple[Profile, Profile]]:
    """Yield the pairs that share words, each once, a bounded number a claim, those that share the rarest first."""
    seen: set[tuple[int, int]] = set()
    for number, one in enumerate(profiles):
        for other in _nearest(number, one, posted, len(profiles)):
            key = (min(number, other), max(number, other))
            if key not in seen:
                seen.add(key)
                yield profiles[key[0]], profiles[key[1]]


def _nearest(number: int, one: Profile, posted: Mapping[str, Sequence[int]], whole: int) -> list[int]:
    """Return the numbers of the claims that share most with one, the rarest words weighing most."""
    shared: dict[int, float] = {}
    rare = sorted(one.words, key=lambda word: (len(posted[word]), word))[:MOST_WORDS]
    for word in rare:
        there = posted[word]
        weight = log(1 + whole / len(there))
        for other in _around(there, number):
            shared[other] = shared.get(other, 0.0) + weight
    shared.pop(number, None)
    return sorted(shared, key=lambda other: (-round(shared[other], 9), other))[:MOST_CANDIDATES]


def _around(there: Sequence[int], number: int) -> Iterable[int]:
    """Return the claims of a word, where there are many those that stand evenly spread among them."""
    if len(there) <= MOST_POSTED:
        return there
    step = len(there) / MOST_POSTED
    return (there[(int(k * step) + number) % len(there)] for k in range(MOST_POSTED))


def speaks(claim: Claim, background: Background) -> bool:
    """Say whether a claim says enough for its words to be held against another's: named, and not a mere guess."""
    subject = claim.content.subject.label.strip().casefold()
    return bool(subject) and subject not in background.unnamed and claim.certainty is not Certainty.SPECULATIVE


@dataclass(frozen=True, slots=True, order=True)
class Figure:
    """An amount of money, a share or a dose, and whether it is unlikely to be the same by chance (two digits)."""

    dimension: str
    low: float
    high: float
    text: str
    telling: bool


_STATISTIC = re.compile(
    r"(\d+(?:\.\d+)?) ?(?:%|per ?cent)[- ]?(?:CI|CrI|HPDI|PI\b|confidence|credible|prediction)", re.IGNORECASE
)


def figures(one: Profile) -> frozenset[Figure]:
    """Return the sums, shares and doses that a claim gives, those left out that tell how sure a statistic is."""
    given = [q for q in one.claim.content.qualifiers if q.quantity and q.kind in ("money", "share", "dose")]
    sure = tuple(match[1] for match in _STATISTIC.finditer(one.claim.quote.exact)) if given else ()
    found = (q for q in given if not q.text.startswith(sure))
    return frozenset(_figure(q.kind, q.quantity) for q in found if q.quantity)


def _figure(kind: str, quantity: Quantity) -> Figure:
    low, high = (-1.0 if x is None else round(x, 6) for x in (quantity.low, quantity.high))
    ends = f"up to {high:,.12g}" if low < 0 else f"{low:,.12g} or more" if high < 0 else f"{low:,.12g} to {high:,.12g}"
    text = f"{low:,.12g}" if low == high else ends
    digits = f"{max(low, high):.6g}".partition("e")[0].replace(".", "").strip("0")
    return Figure(kind, low, high, text, low == high and len(digits) > 1)
