"""Findings on who says what: counts, the matrix of questions and sources, and where they part."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Note:
    """What a reader is told about one analysis.

    Attributes:
        title: a heading of a few words.
        explanation: one sentence for a lay reader: what the analysis shows.
        sentence: one plain sentence: what it found in these documents.
        method: how it was done, with the paper it comes from.
        sampled: a sentence that says what was sampled or cut short because of size; empty where nothing was.
    """

    title: str
    explanation: str
    sentence: str
    method: str
    sampled: str = ""


@dataclass(frozen=True, slots=True)
class Source:
    """A document, as a column of the matrix.

    Attributes:
        document: its stem.
        label: publisher, author or title, whichever a reader would know it by.
        kind: what kind of source it is, a value of `SourceKind`.
        interest: what its publisher stands to gain, a value of `Interest`.
        date: of publication, as precise as known, or None.
        claims: how many claims it makes.
    """

    document: str
    label: str
    kind: str
    interest: str
    date: str | None
    claims: int


@dataclass(frozen=True, slots=True)
class Counts:
    """How much there is of everything; each mapping is a tuple of name and number, names in their fixed order."""

    note: Note
    documents: int
    claims: int
    propositions: int
    concepts: int
    voices: int
    questions: int
    disputed: int
    relations: tuple[tuple[str, int], ...]
    conflicts: tuple[tuple[str, int], ...]
    polarity: tuple[tuple[str, int], ...]
    certainty: tuple[tuple[str, int], ...]
    evidence: tuple[tuple[str, int], ...]
    interest: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class Cell:
    """What one source says to one question; a source that is silent has no cell.

    Attributes:
        document: the source.
        yes: claims that answer yes, however firmly.
        no: claims that answer no, however firmly.
        hedged: how many of these are less than asserted.
        answer: "yes", "no" or "mixed"; "value" where the question asks for a number.
        claims: ids of all of them, in the order of the text.
        yes_claims: ids of those that answer yes.
        no_claims: ids of those that answer no.
        values: what is said, in its words, where the question asks for a number ("4 weeks"); else empty.
    """

    document: str
    yes: int
    no: int
    hedged: int
    answer: str
    claims: tuple[str, ...]
    yes_claims: tuple[str, ...]
    no_claims: tuple[str, ...]
    values: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Member:
    """A proposition that answers a question.

    Attributes:
        iri: of the proposition.
        label: of the proposition.
        sign: +1 where affirming it answers yes, -1 where affirming it answers no.
        claims: ids of the claims that utter it.
    """

    iri: str
    label: str
    sign: int
    claims: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Question:
    """Propositions that meet, as one question a lay reader would ask; a row of the matrix.

    Attributes:
        id: "q" and 16 hexadecimal digits.
        text: "Does PRP grow hair?"
        kind: "yes-no", or "value" where sources give numbers ("How soon ...?").
        status: "disputed" (yes and no, or values apart), "agreed" (two sources or more, one answer) or
            "single-source" (one document only).
        subject: IRI of the concept it asks about.
        members: the propositions, the one that gave the words first.
        cells: one a source that answers, in the order of the sources.
        silent: the documents that do not answer; silence is not "no"; empty where the note says that they are too many.
        yes: claims that answer yes.
        no: claims that answer no.
        hedged: how many of all are less than asserted.
        sources: documents that answer.
        independent_yes: independent voices that answer yes, copies and repetitions merged.
        independent_no: independent voices that answer no, likewise.
        conflicts: ids of the relations of conflict inside it.
        apparent: ids of the apparent conflicts that touch it.
        sentence: the state of the answer in plain words.
    """

    id: str
    text: str
    kind: str
    status: str
    subject: str
    members: tuple[Member, ...]
    cells: tuple[Cell, ...]
    silent: tuple[str, ...]
    yes: int
    no: int
    hedged: int
    sources: int
    independent_yes: int
    independent_no: int
    conflicts: tuple[str, ...]
    apparent: tuple[str, ...]
    sentence: str


@dataclass(frozen=True, slots=True)
class Matrix:
    """Questions by sources: disputed questions first, then by how many sources answer."""

    note: Note
    sources: tuple[Source, ...]
    questions: tuple[Question, ...]


@dataclass(frozen=True, slots=True)
class DisputedProposition:
    """A proposition on which claims differ, most disputed first.

    Attributes:
        iri: of the proposition.
        label: of the proposition.
        question: id of its question.
        text: the question's words.
        yes: independent voices that answer yes.
        no: independent voices that answer no.
        sources: documents that answer.
        conflicts: relations of conflict.
        division: from 0 (one side only) to 1 (both sides equal): twice the smaller side over both.
    """

    iri: str
    label: str
    question: str
    text: str
    yes: int
    no: int
    sources: int
    conflicts: int
    division: float


@dataclass(frozen=True, slots=True)
class Disputed:
    """The most disputed propositions."""

    note: Note
    propositions: tuple[DisputedProposition, ...]


@dataclass(frozen=True, slots=True)
class Contradiction:
    """Two claims of one document that conflict.

    Attributes:
        document: where both stand.
        relation: id of the conflict.
        kind: of the conflict.
        claims: ids of both.
        one_voice: whether the same voice says both.
        rationale: why they conflict.
    """

    document: str
    relation: str
    kind: str
    claims: tuple[str, str]
    one_voice: bool
    rationale: str


@dataclass(frozen=True, slots=True)
class SelfContradictions:
    """Pages that contradict themselves, one voice against itself first."""

    note: Note
    contradictions: tuple[Contradiction, ...]
