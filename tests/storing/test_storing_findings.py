"""What the analyses found, as RDF in the dataset, and the query that returns it."""

import csv
import io

import pytest
import rdflib
from pyoxigraph import NamedNode, RdfFormat, Store

from claimgraph.analysing import analyse
from claimgraph.knowledge.pack import Pack
from claimgraph.model import Facts, Findings
from claimgraph.storing.dataset import to_rdflib, to_trig
from claimgraph.storing.findings import question_iri
from claimgraph.storing.naming import value_iri
from claimgraph.storing.querying import answer, named, rows
from claimgraph.storing.validation import violations
from claimgraph.vocabulary.namespaces import CG, VOCABULARIES


@pytest.fixture(scope="module")
def findings(facts: Facts, pack: Pack) -> Findings:
    """What the analyses say of the small pile."""
    return analyse(facts, pack)


@pytest.fixture(scope="module")
def found(facts: Facts, pack: Pack, findings: Findings) -> Store:
    """The small pile with its findings, loaded."""
    store = Store()
    store.bulk_load(to_trig(facts, findings, pack), format=RdfFormat.TRIG)
    return store


def values(store: Store, subject: str, predicate: str) -> set[str]:
    """Return the IRIs that a subject has under a predicate."""
    quads = store.quads_for_pattern(NamedNode(subject), NamedNode(predicate), None)
    return {quad.object.value for quad in quads if isinstance(quad.object, NamedNode)}


def test_each_question_has_the_answers_of_the_matrix(found: Store, findings: Findings) -> None:
    """Every question is there with its state, and one answer for each cell, resting on the cell's claims."""
    assert findings.matrix.questions
    for question in findings.matrix.questions:
        here = question_iri(question.id)
        assert values(found, here, CG.state) == {value_iri("state", question.status)}
        answers = list(found.quads_for_pattern(None, NamedNode(CG.answers), NamedNode(here)))
        assert len(answers) == len(question.cells)
        rests = {
            (
                frozenset(values(found, str(q.subject)[1:-1], CG.restsOn)),
                *values(found, str(q.subject)[1:-1], CG.answer),
            )
            for q in answers
        }
        by_id = {claim.rpartition("/")[2] for claims, _ in rests for claim in claims}
        assert by_id == {claim for cell in question.cells for claim in cell.claims}
        assert {given for _, given in rests} == {value_iri("answer", cell.answer) for cell in question.cells}


def test_claims_in_a_conflict_have_their_label(found: Store, facts: Facts, findings: Findings) -> None:
    """The grounded label of the argumentation stands at the claim; claims that nothing attacks have none."""
    labels = {standing.claim: standing.label for standing in findings.argumentation.standings}
    assert labels
    for claim in facts.claims:
        expected = {value_iri("label", labels[claim.id])} if claim.id in labels else set()
        assert values(found, claim.iri, CG.groundedLabel) == expected


def test_overclaims_and_silence_are_told(found: Store, facts: Facts, findings: Findings) -> None:
    """Each overclaim stands at its claim, and each silent document names the question."""
    overclaims = list(found.quads_for_pattern(None, NamedNode(CG.overclaim), None))
    assert len(overclaims) == len(findings.overclaims.worst) > 0
    silent = {(str(q.subject), str(q.object)) for q in found.quads_for_pattern(None, NamedNode(CG.silentOn), None)}
    iris = {document.stem: document.iri for document in facts.documents}
    assert silent == {
        (f"<{iris[stem]}>", f"<{question_iri(silence.question)}>")
        for silence in findings.missing.silences
        for stem in silence.documents
    }


def test_the_query_returns_all_kinds_of_findings(found: Store, facts: Facts, pack: Pack, findings: Findings) -> None:
    """`findings` tells answers, standings and overclaims in one table, alike on rdflib and Oxigraph."""
    table = list(csv.DictReader(io.StringIO(answer(found, named("findings"), "csv").decode())))
    kinds = {row["finding"] for row in table}
    assert {"answer to a disputed question", "standing in the argument", "overclaim"} <= kinds
    variables, ours = rows(found, named("findings"))
    theirs = to_rdflib(facts, findings, pack).query(named("findings").text)
    got = sorted(str([getattr(term, "value", None) for term in row]) for row in ours)
    expected = [[None if (v := getattr(row, name)) is None else str(v) for name in variables] for row in theirs]
    assert got == sorted(map(str, expected))


def test_findings_use_only_defined_terms_and_break_no_shape(found: Store) -> None:
    """What is written of findings is in the closed vocabularies, and the gate lets it pass."""
    for quad in found:
        owners = [v for v in VOCABULARIES if quad.predicate.value.startswith(v.iri_)]
        assert all(quad.predicate.value in v for v in owners), quad.predicate.value
    assert violations(found) == ()


def test_findings_are_the_same_bytes_again(facts: Facts, pack: Pack) -> None:
    """Analysed and written twice, the dataset is the same."""
    one, other = (to_trig(facts, analyse(facts, pack), pack) for _ in range(2))
    assert one == other
    assert rdflib.Dataset().parse(data=one, format="trig")
