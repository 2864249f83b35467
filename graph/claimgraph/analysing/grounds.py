"""Who stands behind a claim: sellers only, independent voices, nobody else; and what is missing."""

from collections.abc import Iterable, Sequence

from claimgraph.analysing.english import counted, listed, shortened
from claimgraph.analysing.pile import Pile, interest_of
from claimgraph.analysing.wording import Wording, wording
from claimgraph.model import Claim, Evidence, Interest, Matrix, Note, Polarity, Proposition
from claimgraph.model.findings import (
    Independence,
    IndependentSupport,
    Interested,
    Missing,
    SellersOnly,
    Silence,
    Unconfirmed,
    UnsourcedNumber,
)

MOST = 200
#: Grounds that are none, for a number.
NO_GROUND = frozenset({Evidence.BARE_ASSERTION, Evidence.EXPLICITLY_NONE})


def sellers_only(pile: Pile) -> SellersOnly:
    """Return the propositions that are affirmed by sellers alone, or heard through sellers alone."""
    found, words = [], wording(pile)
    for iri, (proposition, claims) in pile.propositions.items():
        affirming = [claim for claim in claims if claim.polarity is Polarity.POSITIVE]
        if affirming and all(_sold(claim, pile) for claim in affirming):
            found.append(
                Interested(
                    iri,
                    words.statement(proposition),
                    tuple(claim.id for claim in affirming),
                    tuple(sorted({claim.document for claim in affirming})),
                    tuple(sorted({claim.voice.label for claim in affirming})),
                    not all(pile.interest(claim, claim.voice) is Interest.SELLS for claim in affirming),
                    len(affirming) < len(claims),
                )
            )
    rank = {item.iri: _rank(pile.propositions[item.iri][0], pile, words) for item in found}
    found.sort(key=lambda item: (rank[item.iri], -len(item.claims), -len(item.sources), item.label, item.iri))
    affirmed = sum(any(c.polarity is Polarity.POSITIVE for c in claims) for _, claims in pile.propositions.values())
    note = Note(
        "Only sellers say so",
        "Some things are said only by those who sell them; that does not make them false, but nobody else in this pile "
        "says so.",
        _only(affirmed, len(found)),
        "Voices whose own interest, or whose publisher's, is to sell; a voice heard only through a seller is marked.",
        _cut(found),
    )
    return SellersOnly(note, tuple(found[:MOST]))


def _only(affirmed: int, sold: int) -> str:
    """Return how many of the affirmed statements have no voice but a seller's."""
    if not affirmed or not sold:
        return "No statement is affirmed by sellers alone."
    if sold == affirmed > 1:
        return f"All {affirmed:,} affirmed statements have no voice but a seller's."
    return f"Of {counted(affirmed, 'affirmed statement')}, {counted(sold, 'has', 'have')} no voice but a seller's."


def _sold(claim: Claim, pile: Pile) -> bool:
    """Whether a claim is made by a seller, or heard only through one."""
    own = any(pile.interest(claim, voice) is Interest.SELLS for voice in claim.voice.chain())
    return own or interest_of(pile.documents.get(claim.document)) is Interest.SELLS


def _cut(found: Sequence[object]) -> str:
    """Return a sentence where a list is longer than the report keeps."""
    return f"The first {MOST} of {len(found):,} are listed." if len(found) > MOST else ""


def independence(pile: Pile) -> Independence:
    """Return how many independent voices stand behind each answer that several claims give."""
    words = wording(pile)
    found = [
        item for iri in pile.propositions for polarity in Polarity for item in _support(iri, polarity, pile, words)
    ]
    found.sort(key=lambda item: (item.independent - item.claims, item.label, item.polarity, item.iri))
    claims, left = sum(item.claims for item in found), sum(item.independent for item in found)
    note = Note(
        "Independent support",
        "A text that was copied and a voice that repeats itself count once, however often they appear.",
        f"{counted(claims, 'claim')} that share an answer come down to {counted(left, 'independent answer')}."
        if found
        else "No two claims give the same answer to the same question.",
        "Claims of one voice are merged, and quotes of which at least 0.8 of the word pairs are the same "
        "(Jaccard; Bayardo et al. 2007).",
        _cut(found),
    )
    return Independence(note, tuple(found[:MOST]))


def _support(iri: str, polarity: Polarity, pile: Pile, words: Wording) -> list[IndependentSupport]:
    """Return the independent support of one answer; nothing where fewer than two claims give it."""
    proposition, every = pile.propositions[iri]
    claims = [claim for claim in every if claim.polarity is polarity]
    if len(claims) < 2:
        return []
    groups = pile.independent(claims)
    merged = tuple(tuple(claim.id for claim in group) for group in groups if len(group) > 1)
    documents = len({claim.document for claim in claims})
    return [
        IndependentSupport(
            iri, words.statement(proposition), str(polarity), len(claims), documents, len(groups), merged
        )
    ]


#: Documents named for one silent question.
MOST_SILENT = 300


def missing(pile: Pile, matrix: Matrix) -> Missing:
    """Return what is missing: silent sources, propositions with one voice, numbers with no ground."""
    silences = [
        Silence(q.id, q.text, q.silent[:MOST_SILENT])
        for q in matrix.questions
        if q.silent and (q.sources > 1 or q.status == "disputed")
    ]
    unconfirmed = list(_unconfirmed(pile))
    numbers = [number for claim in pile.claims.values() for number in _numbers(claim)]
    cut = [_cut(part) for part in (silences, unconfirmed, numbers)]
    names = ("Silences", "Unconfirmed statements", "Numbers")
    note = Note(
        "What is missing",
        "A source that does not answer, a statement nobody else makes and a number without a source leave a reader "
        "with less than it seems.",
        _lacking(len(unconfirmed), len(numbers), len(silences)),
        "Silence is an empty cell of the matrix; one voice means one after copies are merged; a number has no ground "
        "where its claim names none.",
        " ".join(f"{name}: {part}" for name, part in zip(names, cut, strict=True) if part),
    )
    return Missing(note, tuple(silences[:MOST]), tuple(unconfirmed[:MOST]), tuple(numbers[:MOST]))


def _lacking(unconfirmed: int, numbers: int, silences: int) -> str:
    """Return what is missing in a sentence that leaves out what is not."""
    said = [
        counted(unconfirmed, "statement has one voice only", "statements have one voice only"),
        counted(numbers, "number is given with no ground", "numbers are given with no ground"),
        counted(silences, "shared question meets", "shared questions meet") + " silence from some source",
    ]
    kept = [part for part, number in zip(said, (unconfirmed, numbers, silences), strict=True) if number]
    return f"{listed(kept)}." if kept else "Nothing is missing that the analyses look for."


def _unconfirmed(pile: Pile) -> Iterable[Unconfirmed]:
    """Yield the propositions that one independent voice alone affirms and nobody denies, effects of the pack first."""
    alone, words = [], wording(pile)
    for iri, (proposition, claims) in pile.propositions.items():
        if all(c.polarity is Polarity.POSITIVE for c in claims) and len(pile.independent(claims)) == 1:
            first = claims[0]
            ids = tuple(claim.id for claim in claims)
            rank = _rank(proposition, pile, words)
            said = words.statement(proposition)
            alone.append((rank, -len(claims), Unconfirmed(iri, said, first.document, first.voice.label, ids)))
    return (item for *_, item in sorted(alone, key=lambda entry: (entry[0], entry[1], entry[2].label, entry[2].iri)))


def _rank(proposition: Proposition, pile: Pile, words: Wording) -> int:
    """Return what a statement is worth to a reader: effects first, those that name nothing last."""
    known = pile.pack.predicates.get(proposition.predicate.concept or "")
    effect = known is not None and (known.effect != 0 or known.comparative or known.beneficial)
    return (0 if effect else 1) + 2 * (not words.askable(proposition))


def _numbers(claim: Claim) -> list[UnsourcedNumber]:
    """Return the numbers of a claim that names no ground."""
    if claim.evidence not in NO_GROUND:
        return []
    return [
        UnsourcedNumber(claim.id, claim.document, qualifier.text, qualifier.kind, shortened(claim.quote.exact))
        for qualifier in claim.qualifiers
        if qualifier.quantity is not None
    ]
