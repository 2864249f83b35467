"""The matrix of questions and sources as the page prints it: columns, rows in three parts, cells that are buttons."""

from dataclasses import dataclass

from claimgraph.model.findings import Cell
from claimgraph.rendering import words
from claimgraph.rendering.text import clip, one_line
from claimgraph.rendering.view import GLYPH, QuestionView, View

#: With more sources than this a column stands for a kind of source.
MOST_COLUMNS = 12
#: Most rows of one part that the page prints.
MOST_ROWS = 200

_SAYS = {"yes": "yes", "no": "no", "mixed": "both yes and no", "value": "a value"}
_PARTS = (
    ("disputed", "Disputed", "sources, or claims within one, give different answers"),
    ("agreed", "Answered alike", "two sources or more, one answer"),
    ("single-source", "One source only", "unconfirmed, for nobody else speaks to it"),
)


@dataclass(frozen=True, slots=True)
class Column:
    """A source, or a kind of source where there are too many."""

    label: str
    detail: str
    title: str
    stems: frozenset[str]


@dataclass(frozen=True, slots=True)
class CellView:
    """What a column says to a question.

    Attributes:
        answer: "yes", "no", "mixed" or "value".
        glyph: its mark.
        text: the number of claims, or the value in its words.
        detail: "all hedged", "2 hedged" or "".
        label: the whole for a screen reader.
        claims: ids.
    """

    answer: str
    glyph: str
    text: str
    detail: str
    label: str
    claims: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Row:
    """A question with a cell, or None for silence, under each column."""

    view: QuestionView
    cells: tuple[CellView | None, ...]
    tally: str


@dataclass(frozen=True, slots=True)
class Part:
    """Rows of one status.

    Attributes:
        status: the questions' status.
        title: a heading.
        hint: what the status means.
        rows: the rows printed.
        total: how many there are.
    """

    status: str
    title: str
    hint: str
    rows: tuple[Row, ...]
    total: int


@dataclass(frozen=True, slots=True)
class MatrixView:
    """The matrix; `grouped` where its columns are kinds of source."""

    columns: tuple[Column, ...]
    parts: tuple[Part, ...]
    grouped: bool

    @property
    def has_values(self) -> bool:
        """Return whether any cell gives a value."""
        return any(cell and cell.answer == "value" for part in self.parts for row in part.rows for cell in row.cells)


def matrix_view(view: View) -> MatrixView:
    """Return the matrix of a build."""
    grouped = len(view.sources) > MOST_COLUMNS
    columns = _kinds(view) if grouped else _sources(view)
    parts = []
    for status, title, hint in _PARTS:
        questions = [q for q in view.questions if q.question is not None and q.status == status]
        rows = tuple(_row(q, columns) for q in questions[:MOST_ROWS])
        if rows:
            parts.append(Part(status, title, hint, rows, len(questions)))
    return MatrixView(columns, tuple(parts), grouped)


def _sources(view: View) -> tuple[Column, ...]:
    return tuple(
        Column(
            clip(source.label, 40),
            " · ".join(
                part
                for part in (source.kind, source.interest, source.date[:4])
                if part and part not in source.label.lower()
            ),
            source.title,
            frozenset({stem}),
        )
        for stem, source in view.source_by_stem.items()
    )


def _kinds(view: View) -> tuple[Column, ...]:
    by_kind: dict[str, list[str]] = {}
    for stem, source in view.source_by_stem.items():
        by_kind.setdefault(source.kind, []).append(stem)
    ordered = sorted(by_kind.items(), key=lambda item: (-len(item[1]), item[0]))
    return tuple(
        Column(kind.capitalize(), words.count(len(stems), "source"), "", frozenset(stems)) for kind, stems in ordered
    )


def _row(question: QuestionView, columns: tuple[Column, ...]) -> Row:
    printed = {claim.id for claim in question.claims}
    cells = tuple(_cell(question, column, printed) for column in columns)
    value = any(cell is not None and cell.answer == "value" for cell in cells)
    yes, no = (question.question.independent_yes, question.question.independent_no) if question.question else (0, 0)
    tally = words.count(len(printed), "claim") if value else f"voices: {yes} yes, {no} no"
    return Row(question, cells, tally)


def _cell(question: QuestionView, column: Column, printed: set[str]) -> CellView | None:
    all_cells = question.question.cells if question.question else ()
    said = [cell for cell in all_cells if cell.document in column.stems]
    claims = tuple(i for cell in said for i in cell.claims if i in printed)
    if not claims:
        return None
    answer = _answer(said)
    text = _values(said) if answer == "value" else str(len(claims))
    hedged = sum(cell.hedged for cell in said)
    detail = "" if not hedged else "hedged" if hedged >= len(claims) else f"{hedged} hedged"
    spoken = f"{column.label} says {_SAYS[answer]}{' (' + text + ')' if answer == 'value' else ''}"
    label = f"{spoken}, {words.count(len(claims), 'claim')}{', ' + detail if detail else ''}: {question.text}"
    return CellView(answer, GLYPH[answer], text, detail, label, claims)


def _answer(said: list[Cell]) -> str:
    answers = {cell.answer for cell in said}
    if answers <= {"yes", "no", "value"} and len(answers) == 1:
        return answers.pop()
    return "mixed"


def _values(said: list[Cell]) -> str:
    values = list(dict.fromkeys(one_line(value, 24) for cell in said for value in cell.values))
    return ", ".join(values[:2]) + (f" +{len(values) - 2}" if len(values) > 2 else "") or str(sum(c.yes for c in said))
