"""The matrix of questions and sources: what is asked, who answers what, who is silent."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from claimgraph.analysing.english import counted, listed, shortened
from claimgraph.analysing.grouping import Group, groups, polarity_sign
from claimgraph.analysing.pile import Pile, interest_of
from claimgraph.analysing.wording import Wording, wording
from claimgraph.model import Cell, Certainty, Claim, Matrix, Note, Proposition, Question, RelationType, Source
from claimgraph.model.findings import Member
from claimgraph.model.identity import digest

#: What a number's qualifier asks, and how the question starts.
OPENINGS = (
    ("time", "After what time"),
    ("duration", "For how long"),
    ("frequency", "How often"),
    ("sessions", "In how many sessions"),
    ("share", "In what share of cases"),
    ("money", "For how much money"),
    ("dose", "At what dose"),
)
#: Questions that the report lists, and sources up to which it names those that are silent.
MOST_QUESTIONS, MOST_SOURCES = 2_000, 300
#: How a verb begins that says what should be done.
ADVICE = re.compile(r"(?:should|must|ought to|(?:is|are) (?:advised|recommended|urged|told) to)\b", re.IGNORECASE)
STATES = ("disputed", "agreed", "single-source")


def matrix(pile: Pile) -> Matrix:
    """Return the questions that several claims answer, disputed ones first, and the sources that answer them."""
    words = wording(pile)
    apparent = _apparent(pile)
    asked = [(g, head) for g in groups(pile) if len(g.answers) > 1 and (head := _head(g, pile, words))]
    rows = [_question(group, head, pile, words, apparent) for group, head in asked]
    rows.sort(key=rank)
    spoken = Counter(claim.document for claim in pile.claims.values())
    sources = tuple(_source(stem, pile, spoken[stem]) for stem in pile.documents)
    return Matrix(_note(rows, sources), sources, tuple(rows))


def rank(question: Question) -> tuple[int, int, int, int, str, str]:
    """Return what orders questions: disputed first, then the voices of the smaller side, then how many answer."""
    smaller = min(question.independent_yes, question.independent_no)
    answers = question.yes + question.no
    return (STATES.index(question.status), -smaller, -question.sources, -answers, question.text, question.id)


def bounded(full: Matrix) -> Matrix:
    """Return a matrix as the report keeps it: of a very large one the first questions, without the silent sources."""
    rows, said = full.questions, []
    if len(rows) > MOST_QUESTIONS:
        said.append(f"The first {MOST_QUESTIONS:,} of {len(rows):,} questions are listed.")
        rows = rows[:MOST_QUESTIONS]
    if len(full.sources) > MOST_SOURCES:
        said.append("Silent sources are not listed one by one; a source without a cell is silent.")
        rows = tuple(replace(row, silent=()) for row in rows)
    return Matrix(replace(full.note, sampled=" ".join(said)), full.sources, rows)


def _note(rows: Sequence[Question], sources: Sequence[Source]) -> Note:
    """Return what the matrix found, in words."""
    disputed = [q for q in rows if q.status == "disputed"]
    state = counted(len(rows), "question is", "questions are") + " answered by more than one claim"
    found = f"{state}; {counted(len(disputed), 'is', 'are')} disputed" if disputed else f"{state}; none is disputed"
    first = f", first of all: {disputed[0].text}" if disputed else "."
    return Note(
        "Who says what",
        "Each row is a question, each column a source; a cell counts the claims that answer yes or no, and an empty "
        "cell means that the source is silent, which is not a no.",
        found + first,
        "Propositions that the relations call the same, converse, contradictory or reversed share a question "
        "(signed union-find); numbers that stand apart share one as well. Counts of claims are not strength of "
        "evidence.",
    )


def _source(stem: str, pile: Pile, claims: int) -> Source:
    """Return a document as a column."""
    document = pile.documents[stem]
    label = shortened(document.publisher or document.author or document.title or stem, 60)
    return Source(stem, label, str(document.kind), str(interest_of(document)), document.date, claims)


def _apparent(pile: Pile) -> dict[str, list[str]]:
    """Return for each claim the ids of its apparent conflicts."""
    touching: dict[str, list[str]] = {}
    for relation in pile.relations:
        if relation.type is RelationType.APPARENT:
            for claim in (relation.source, relation.target):
                touching.setdefault(claim, []).append(relation.id)
    return touching


def _head(group: Group, pile: Pile, words: Wording) -> Proposition | None:
    """Return the proposition that gives a group its words: the first whose subject a reader can know.

    None where there is no such: nobody can answer "Does it work?". The claims stay, and so do their conflicts.
    """
    same = (pile.propositions[iri][0] for iri, sign in group.members.items() if sign > 0)
    return next((proposition for proposition in same if words.askable(proposition)), None)


def _question(group: Group, head: Proposition, pile: Pile, words: Wording, apparent: dict[str, list[str]]) -> Question:
    """Return one row of the matrix."""
    claims = [pile.claims[claim] for claim in group.answers]
    yes = [claim for claim in claims if group.answers[claim.id] > 0]
    no = [claim for claim in claims if group.answers[claim.id] < 0]
    cells = _cells(group, claims, pile)
    answering = {cell.document for cell in cells}
    apart = len(pile.independent(yes)), len(pile.independent(no))
    status = _status(group, yes, no, len(cells))
    text = _text(group, claims, head, words)
    members = tuple(
        Member(iri, words.statement(pile.propositions[iri][0]), sign, tuple(c.id for c in pile.propositions[iri][1]))
        for iri, sign in group.members.items()
    )
    return Question(
        id="q" + digest(group.kind, *sorted(group.members)),
        text=text,
        kind=group.kind,
        status=status,
        subject=head.subject.iri,
        members=members,
        cells=cells,
        silent=tuple(stem for stem in pile.documents if stem not in answering),
        yes=len(yes),
        no=len(no),
        hedged=sum(cell.hedged for cell in cells),
        sources=len(cells),
        independent_yes=apart[0],
        independent_no=apart[1],
        conflicts=tuple(sorted(group.conflicts)),
        apparent=tuple(sorted({relation for claim in claims for relation in apparent.get(claim.id, ())})),
        sentence=_state(group, status, cells, apart),
    )


def _status(group: Group, yes: list[Claim], no: list[Claim], sources: int) -> str:
    """Return whether a question is disputed, agreed or answered by one source only."""
    if (yes and no) or group.conflicts:
        return "disputed"
    return "agreed" if sources > 1 else "single-source"


def _cells(group: Group, claims: list[Claim], pile: Pile) -> tuple[Cell, ...]:
    """Return a cell for each source that answers, in the order of the sources."""
    by_source: dict[str, list[Claim]] = {}
    for claim in claims:
        by_source.setdefault(claim.document, []).append(claim)
    stems = [stem for stem in pile.documents if stem in by_source]
    stems += sorted(set(by_source) - set(stems))
    return tuple(_cell(stem, by_source[stem], group) for stem in stems)


def _cell(stem: str, claims: list[Claim], group: Group) -> Cell:
    """Return what one source says to one question."""
    yes = tuple(claim.id for claim in claims if group.answers[claim.id] > 0)
    no = tuple(claim.id for claim in claims if group.answers[claim.id] < 0)
    hedged = sum(claim.certainty is not Certainty.ASSERTED for claim in claims)
    answer = "mixed" if yes and no else "yes" if yes else "no"
    values: tuple[str, ...] = ()
    if group.kind == "value":
        answer, values = "value", tuple(dict.fromkeys(_value(claim) for claim in claims))
    return Cell(stem, len(yes), len(no), hedged, answer, tuple(c.id for c in claims), yes, no, values)


def _value(claim: Claim) -> str:
    """Return the number or thing a claim gives, in its words, with "not" before one that it denies."""
    numbers = [q.text for q in claim.qualifiers if q.quantity is not None]
    value = numbers[0] if numbers else claim.object.text if claim.object else claim.predicate.text
    return value if polarity_sign(claim) > 0 else f"not {value}"


def _text(group: Group, claims: list[Claim], head: Proposition, words: Wording) -> str:
    """Return a group's question in words."""
    if group.kind == "yes-no":
        return words.question(head, skip=group.left_out, advised=_advised(claims))
    kinds = {q.kind for claim in claims for q in claim.qualifiers if q.quantity is not None}
    for kind, opening in OPENINGS:
        if kind in kinds:
            plain = words.question(head, skip=(kind, "quantity"))
            return f"{opening} {_lowered(plain)}"
    if "quantity" in kinds:
        return f"In what amount {_lowered(words.question(head, skip=('quantity',)))}"
    return words.which(head, "What")


def _advised(claims: list[Claim]) -> bool:
    """Whether claims say what should be done, not what is."""
    return all(ADVICE.match(claim.predicate.text) for claim in claims)


def _lowered(question: str) -> str:
    """Return a question with its first letter small, to stand behind other words."""
    return question[:1].lower() + question[1:]


def _state(group: Group, status: str, cells: tuple[Cell, ...], apart: tuple[int, int]) -> str:
    """Return the state of the answer in plain words."""
    if group.kind == "value":
        said = [f"“{value}”" for cell in cells for value in cell.values]
        return f"{counted(len(cells), 'source gives', 'sources give')} {listed(list(dict.fromkeys(said)))}."
    yes, no = apart
    if yes and no:
        return (
            f"{counted(yes, 'independent voice says', 'independent voices say')} yes, {counted(no, 'says', 'say')} no."
        )
    side, voices = ("yes", yes) if yes else ("no", no)
    if status == "disputed":
        voiced = counted(voices, "independent voice says", "independent voices say")
        return f"{voiced} {side}, with a conflict between them about the details."
    if status == "agreed" and voices > 1:
        return f"{counted(voices, 'independent voice')} in {counted(len(cells), 'source')} all say {side}."
    if voices == 1:
        return f"Unconfirmed: one independent voice says {side}."
    return f"{counted(voices, 'voice')} in one source say {side}; no other source answers."
