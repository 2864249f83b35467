"""What the analyses found, as RDF: questions and what each source answers, who is silent, what stands, overclaims.

It is computed from the claims, not said by anyone: `cg:restsOn` names the claims behind each answer.
"""

from collections.abc import Iterable, Iterator, Mapping

from pyoxigraph import Quad

from claimgraph.model.answers import Cell, Question
from claimgraph.model.claim import Claim
from claimgraph.model.document import Document
from claimgraph.model.facts import Facts
from claimgraph.model.findings import Findings
from claimgraph.model.identity import identified
from claimgraph.storing.describing import Said, described
from claimgraph.storing.naming import value_iri
from claimgraph.storing.terms import english, node, number, whole, words
from claimgraph.vocabulary.namespaces import CG, DCTERMS, PROV, RDFS


def findings_quads(findings: Findings, facts: Facts) -> Iterator[Quad]:
    """Yield questions with their answers, then what is found of single claims, then silent sources.

    Args:
        findings: what the analyses say; as bounded as they are in `report.json`.
        facts: what they say it of.
    """
    documents = {document.stem: document for document in facts.documents}
    claims = facts.by_id()
    for question in findings.matrix.questions:
        yield from _question_quads(question)
        for cell in question.cells:
            yield from _answer_quads(question, cell, documents[cell.document], claims)
    yield from _claim_quads(findings, claims)
    yield from _silence_quads(findings, facts.documents)


def question_iri(question: str) -> str:
    """Return the IRI of a question by its id."""
    return identified("question", question)


def _question_quads(question: Question) -> Iterator[Quad]:
    said: Said = (
        (RDFS.label, english(question.text)),
        (DCTERMS.description, english(question.sentence)),
        (CG.asksAbout, node(question.subject)),
        *((CG.asks, node(member.iri)) for member in question.members),
        (CG.state, node(value_iri("state", question.status))),
        (CG.yesVoices, whole(question.independent_yes)),
        (CG.noVoices, whole(question.independent_no)),
    )
    yield from described(node(question_iri(question.id)), said, CG.Question, PROV.Entity)


def _answer_quads(question: Question, cell: Cell, document: Document, claims: Mapping[str, Claim]) -> Iterator[Quad]:
    name = document.iri.rsplit("/", 1)[1]
    said: Said = (
        (CG.answers, node(question_iri(question.id))),
        (CG.answeredIn, node(document.iri)),
        (CG.answer, node(value_iri("answer", cell.answer))),
        *((CG.answerText, words(value)) for value in dict.fromkeys(cell.values)),
        *((CG.restsOn, node(claims[claim].iri)) for claim in dict.fromkeys(cell.claims)),
    )
    yield from described(node(identified("answer", f"{question.id}-{name}")), said, CG.Answer, PROV.Entity)


def _claim_quads(findings: Findings, claims: Mapping[str, Claim]) -> Iterator[Quad]:
    """Yield what is found of single claims: whether they stand in the argument, and by how much they overclaim."""
    for standing in findings.argumentation.standings:
        here = node(claims[standing.claim].iri)
        yield Quad(here, node(CG.groundedLabel), node(value_iri("label", standing.label)))
    for found in findings.overclaims.worst:
        here = node(claims[found.claim].iri)
        for predicate, value in (
            (CG.firmness, found.firmness),
            (CG.strength, found.strength),
            (CG.overclaim, found.gap),
        ):
            yield Quad(here, node(predicate), number(round(value, 6)))


def _silence_quads(findings: Findings, documents: Iterable[Document]) -> Iterator[Quad]:
    silent: dict[str, list[str]] = {}
    for silence in findings.missing.silences:
        for stem in silence.documents:
            silent.setdefault(stem, []).append(question_iri(silence.question))
    for document in documents:
        for iri in silent.get(document.stem, ()):
            yield Quad(node(document.iri), node(CG.silentOn), node(iri))
