"""Findings on what stands and how well it is grounded: argumentation, evidence, interest, independence, gaps."""

from dataclasses import dataclass

from claimgraph.model.answers import Note


@dataclass(frozen=True, slots=True)
class Standing:
    """How one claim fares in the argument; claims in no conflict are left out.

    Attributes:
        claim: its id.
        label: "in", "out" or "undecided" (grounded labelling).
        attackers: ids of the claims that attack it.
        attacks: ids of the claims it attacks.
        supporters: ids of the independent claims that support it.
        h_categoriser: from 0 to 1, attacks only.
        df_quad: from 0 to 1, attacks and supports.
        sensitivity: how many other claims change their label if this one is rejected; -1 where not tried.
    """

    claim: str
    label: str
    attackers: tuple[str, ...]
    attacks: tuple[str, ...]
    supporters: tuple[str, ...]
    h_categoriser: float
    df_quad: float
    sensitivity: int


@dataclass(frozen=True, slots=True)
class Pivot:
    """A claim on which others hang: what changes if it is rejected.

    Attributes:
        claim: its id.
        changes: claim id, label before, label after.
    """

    claim: str
    changes: tuple[tuple[str, str, str], ...]


@dataclass(frozen=True, slots=True)
class Argumentation:
    """What stands: abstract argumentation over the conflicts. No winner is forced.

    Attributes:
        standings: claims that attack or are attacked, by document and place.
        unattacked: claims in no conflict, accepted without more.
        labels: number of claims "in", "out", "undecided" among the standings.
        pivots: claims whose rejection changes most, largest first.
        df_quad_settled: whether the DF-QuAD strengths settled (cycles can keep them moving).
    """

    note: Note
    standings: tuple[Standing, ...]
    unattacked: int
    labels: tuple[tuple[str, int], ...]
    pivots: tuple[Pivot, ...]
    df_quad_settled: bool


@dataclass(frozen=True, slots=True)
class Ladder:
    """The evidence named for and against one proposition, strongest step first.

    Attributes:
        iri: of the proposition.
        label: of it.
        best: the strongest step any claim names, a value of `Evidence`.
        best_against: the strongest step a denying claim names, None where none denies it.
        affirming: step and number of claims, steps with none left out.
        denying: likewise.
    """

    iri: str
    label: str
    best: str
    best_against: str | None
    affirming: tuple[tuple[str, int], ...]
    denying: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class EvidenceLadder:
    """How well grounded: the evidence per proposition, most uttered propositions first.

    Attributes:
        overall: every step, strongest first, and the number of claims that stand on it.
        sources: per document, its stem and likewise.
    """

    note: Note
    overall: tuple[tuple[str, int], ...]
    sources: tuple[tuple[str, tuple[tuple[str, int], ...]], ...]
    propositions: tuple[Ladder, ...]


@dataclass(frozen=True, slots=True)
class Overclaim:
    """A claim worded more firmly than its evidence bears.

    Attributes:
        claim: its id.
        document: where it stands.
        quote: its words.
        firmness: from 0 to 1, of the wording.
        strength: from 0 to 1, of the evidence it names.
        gap: firmness minus strength.
        boosters: words that raise the firmness ("proven", "tremendous").
    """

    claim: str
    document: str
    quote: str
    firmness: float
    strength: float
    gap: float
    boosters: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Overclaims:
    """The worst overclaims first, and the mean gap of each source (stem, mean gap, claims weighed)."""

    note: Note
    worst: tuple[Overclaim, ...]
    sources: tuple[tuple[str, float, int], ...]


@dataclass(frozen=True, slots=True)
class Interested:
    """A proposition that only sellers affirm.

    Attributes:
        iri: of the proposition.
        label: of it.
        claims: ids of the claims that affirm it.
        sources: stems of the documents.
        voices: labels of the voices.
        reported: whether some of these voices are not the seller's own, but heard only through a seller.
        disputed: whether anyone denies it.
    """

    iri: str
    label: str
    claims: tuple[str, ...]
    sources: tuple[str, ...]
    voices: tuple[str, ...]
    reported: bool
    disputed: bool


@dataclass(frozen=True, slots=True)
class SellersOnly:
    """Claims whose only voices sell the thing, most uttered first."""

    note: Note
    propositions: tuple[Interested, ...]


@dataclass(frozen=True, slots=True)
class IndependentSupport:
    """How many independent voices stand behind one answer.

    Attributes:
        iri: of the proposition.
        label: of it.
        polarity: "positive" or "negative".
        claims: how many claims.
        sources: how many documents.
        independent: how many are left once copies and repetitions are merged.
        merged: groups of claim ids that count once, only groups of two or more.
    """

    iri: str
    label: str
    polarity: str
    claims: int
    sources: int
    independent: int
    merged: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Independence:
    """Independent support after copies are merged, the largest loss first."""

    note: Note
    propositions: tuple[IndependentSupport, ...]


@dataclass(frozen=True, slots=True)
class Silence:
    """A disputed or shared question on which sources are silent."""

    question: str
    text: str
    documents: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Unconfirmed:
    """A proposition with one voice: unconfirmed, not supported."""

    iri: str
    label: str
    document: str
    voice: str
    claims: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class UnsourcedNumber:
    """A number that is given with no ground for it."""

    claim: str
    document: str
    number: str
    kind: str
    quote: str


@dataclass(frozen=True, slots=True)
class Missing:
    """What is missing: silent sources, single voices, bare numbers."""

    note: Note
    silences: tuple[Silence, ...]
    unconfirmed: tuple[Unconfirmed, ...]
    numbers: tuple[UnsourcedNumber, ...]
