"""What is counted, what is disputed most, and where a page contradicts itself."""

from collections import Counter
from collections.abc import Iterable
from enum import StrEnum

from claimgraph.analysing.copies import voice_key
from claimgraph.analysing.english import counted, number_word
from claimgraph.analysing.networks import terms
from claimgraph.analysing.pile import Pile
from claimgraph.model import Certainty, Evidence, Interest, Matrix, Note, Polarity, Question, RelationType
from claimgraph.model.findings import Contradiction, Counts, Disputed, DisputedProposition, SelfContradictions

MOST = 50


def counts(pile: Pile, matrix: Matrix) -> Counts:
    """Return how much there is of everything."""
    claims = list(pile.claims.values())
    concepts = {term.iri for proposition, _ in pile.propositions.values() for _, _, term in terms(proposition)}
    conflicts = Counter(relation.kind for relation in pile.conflicts)
    disputed = sum(question.status == "disputed" for question in matrix.questions)
    voices = len({voice_key(claim) for claim in claims})
    kinds = Counter(relation.type for relation in pile.relations)
    note = Note(
        "How much there is",
        "Counts say how much was said, not how well it is known.",
        f"{counted(len(pile.documents), 'document makes', 'documents make')} {counted(len(claims), 'claim')} in "
        f"{counted(voices, 'voice')}; "
        f"{counted(kinds[RelationType.CONFLICT], 'pair of claims conflicts', 'pairs of claims conflict')} and "
        f"{counted(kinds[RelationType.SUPPORT], 'supports', 'support')} one another.",
        "Plain counts of what was extracted and related.",
        " ".join(pile.facts.bounds),
    )
    return Counts(
        note,
        documents=len(pile.documents),
        claims=len(claims),
        propositions=len(pile.propositions),
        concepts=len(concepts),
        voices=voices,
        questions=len(matrix.questions),
        disputed=disputed,
        relations=_table(RelationType, (relation.type for relation in pile.relations)),
        conflicts=tuple(sorted(conflicts.items())),
        polarity=_table(Polarity, (claim.polarity for claim in claims)),
        certainty=_table(Certainty, (claim.certainty for claim in claims)),
        evidence=_table(Evidence, (claim.evidence for claim in claims)),
        interest=_table(Interest, (pile.interest(claim, claim.voice) for claim in claims)),
    )


def _table(names: type[StrEnum], values: Iterable[StrEnum]) -> tuple[tuple[str, int], ...]:
    """Return every name of an enumeration with how often it occurs, in the enumeration's order."""
    number = Counter(values)
    return tuple((str(name), number[name]) for name in names)


def disputed(pile: Pile, matrix: Matrix) -> Disputed:
    """Return the propositions on which independent voices differ most, one a question, in the matrix's order."""
    found = [_disputed(question, pile) for question in matrix.questions if question.status == "disputed"]
    first = found[0] if found else None
    note = Note(
        "Most disputed",
        "A proposition is most disputed when many independent voices stand on both sides.",
        _most(matrix) if first else "Nothing is disputed.",
        "Ranked by the independent voices of the smaller side, then by the sources that answer.",
        f"The first {MOST} of {len(found):,} are listed." if len(found) > MOST else "",
    )
    return Disputed(note, tuple(found[:MOST]))


def _most(matrix: Matrix) -> str:
    """Return the question disputed most, with who answers what."""
    first = next(question for question in matrix.questions if question.status == "disputed")
    return f"Most disputed: “{first.text}” {first.sentence}"


def _disputed(question: Question, pile: Pile) -> DisputedProposition:
    """Return the proposition that gives a disputed question its words."""
    yes, no = question.independent_yes, question.independent_no
    head = question.members[0]
    return DisputedProposition(
        iri=head.iri,
        label=pile.propositions[head.iri][0].label,
        question=question.id,
        text=question.text,
        yes=yes,
        no=no,
        sources=question.sources,
        conflicts=len(question.conflicts),
        division=2 * min(yes, no) / (yes + no) if yes + no else 0.0,
    )


def self_contradictions(pile: Pile) -> SelfContradictions:
    """Return the conflicts whose two claims stand in one document, one voice against itself first."""
    found = []
    for relation in pile.conflicts:
        source, target = pile.claims[relation.source], pile.claims[relation.target]
        if source.document == target.document:
            one_voice = voice_key(source) == voice_key(target)
            both = (source.id, target.id)
            found.append(
                Contradiction(source.document, relation.id, relation.kind, both, one_voice, relation.rationale)
            )
    found.sort(key=lambda c: (not c.one_voice, c.document, c.relation))
    alone = sum(item.one_voice for item in found)
    note = Note(
        "Pages that contradict themselves",
        "When one page says both, it may quote two people, or its author may have changed the story.",
        f"{counted(len(found), 'conflict stands', 'conflicts stand')} within one page, "
        f"{number_word(alone) if alone else 'none'} of them in one and the same voice."
        if found
        else "No page contradicts itself.",
        "Conflicts whose two claims stand in one document.",
        f"The first {4 * MOST} of {len(found):,} are listed." if len(found) > 4 * MOST else "",
    )
    return SelfContradictions(note, tuple(found[: 4 * MOST]))
