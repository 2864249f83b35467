"""Findings on the shape of the graph: who agrees with whom, what is central, how things are said to work."""

from dataclasses import dataclass

from claimgraph.model.answers import Note


@dataclass(frozen=True, slots=True)
class SourcePair:
    """How two sources stand to each other, counted in questions that both answer.

    Attributes:
        first: stem of a document.
        second: stem of another, later in the order.
        shared: questions both answer.
        agree: ids of those answered alike.
        conflict: ids of those answered against each other.
        mixed: ids of those where one of the two says both.
        sign: +1 more agreement than conflict, -1 more conflict, 0 as much of either.
    """

    first: str
    second: str
    shared: int
    agree: tuple[str, ...]
    conflict: tuple[str, ...]
    mixed: tuple[str, ...]
    sign: int


@dataclass(frozen=True, slots=True)
class Agreement:
    """Sources by sources: agreement and conflict; pairs that share no question are left out."""

    note: Note
    pairs: tuple[SourcePair, ...]


@dataclass(frozen=True, slots=True)
class Balance:
    """Structural balance of the signed graph of sources: can they be split into two camps?

    Attributes:
        camps: the stems of each camp, the larger first; sources with no signed edge are in none.
        edges: signed edges between sources.
        frustration: edges that go against the camps (agreement across, conflict within): the line index of balance.
        frustrated: the pairs of stems behind them.
        triangles: triads with three signed edges.
        balanced_triangles: those whose signs multiply to +1.
        exact: whether the frustration is the least possible, or the best that a seeded search found.
    """

    note: Note
    camps: tuple[tuple[str, ...], ...]
    edges: int
    frustration: int
    frustrated: tuple[tuple[str, str], ...]
    triangles: int
    balanced_triangles: int
    exact: bool


@dataclass(frozen=True, slots=True)
class Ranked:
    """A concept or proposition and how central it is.

    Attributes:
        iri: of the concept or proposition.
        label: of it.
        kind: the concept's kind ("Treatment"), "" where no pack knows it; "proposition" for a proposition.
        claims: claims that touch it.
        sources: documents that speak of it.
        degree: propositions a concept stands in; relations and concepts a proposition touches.
        betweenness: share of shortest paths between others that run through it, from 0 to 1.
    """

    iri: str
    label: str
    kind: str
    claims: int
    sources: int
    degree: int
    betweenness: float


@dataclass(frozen=True, slots=True)
class Central:
    """What the pile turns on, most central first."""

    note: Note
    concepts: tuple[Ranked, ...]
    propositions: tuple[Ranked, ...]


@dataclass(frozen=True, slots=True)
class Community:
    """Propositions and concepts that hang together.

    Attributes:
        label: the labels of its most used concepts.
        concepts: IRIs, most used first.
        propositions: IRIs, most uttered first.
        claims: how many claims utter them.
        sources: stems of the documents that do.
        disputed: how many of its questions are disputed.
    """

    label: str
    concepts: tuple[str, ...]
    propositions: tuple[str, ...]
    claims: int
    sources: tuple[str, ...]
    disputed: int


@dataclass(frozen=True, slots=True)
class Communities:
    """The topics of the pile, largest first.

    Attributes:
        modularity: how clean the split is (Newman & Girvan 2004), at most 1.
    """

    note: Note
    groups: tuple[Community, ...]
    modularity: float


@dataclass(frozen=True, slots=True)
class Step:
    """One link of a mechanism path: a proposition that some claim affirms.

    Attributes:
        proposition: its IRI.
        subject: IRI of where the link starts.
        subject_label: its name as the documents write it most.
        predicate: its words, agreeing with the subject: "contain".
        object: IRI of where the link ends.
        object_label: its name, likewise.
        claims: ids of the claims that affirm it.
        against: ids of the claims that deny it or conflict with those.
        sources: documents that affirm it.
        strength: from 0 to 1, see `MechanismPath.weakest`.
        disputed: whether anything stands against it.
    """

    proposition: str
    subject: str
    subject_label: str
    predicate: str
    object: str
    object_label: str
    claims: tuple[str, ...]
    against: tuple[str, ...]
    sources: int
    strength: float
    disputed: bool


@dataclass(frozen=True, slots=True)
class MechanismPath:
    """A chain of affirmed propositions from a treatment to an outcome.

    Attributes:
        start: IRI of the treatment.
        start_label: its label.
        end: IRI of the outcome.
        end_label: its label.
        steps: the links in order.
        weakest: index of the link with the least support: strength counts independent sources, firmness of the
            wording and evidence; the first of equals.
        disputed: indexes of the links that some claim denies.
        sentence: the chain in plain words, weakest and disputed link named.
    """

    start: str
    start_label: str
    end: str
    end_label: str
    steps: tuple[Step, ...]
    weakest: int
    disputed: tuple[int, ...]
    sentence: str


@dataclass(frozen=True, slots=True)
class Mechanisms:
    """How treatments are said to work, shortest and best supported chains first."""

    note: Note
    paths: tuple[MechanismPath, ...]
