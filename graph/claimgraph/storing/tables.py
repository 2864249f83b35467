"""Facts as flat rows, one value a cell, for spreadsheets and data frames."""

from collections.abc import Iterable, Iterator
from typing import TypeAlias

from claimgraph.model.claim import Claim, Qualifier
from claimgraph.model.document import Document
from claimgraph.model.facts import Facts
from claimgraph.storing.locating import Locator, Spot

Value: TypeAlias = str | float | int | bool | None
Row: TypeAlias = dict[str, Value]

#: The columns of each table, which stand in its heading where it has no row too.
CLAIM_COLUMNS = (
    "id",
    "document",
    "publisher",
    "source_kind",
    "date",
    "voice",
    "voice_role",
    "voice_interest",
    "reported_by",
    "subject_text",
    "subject",
    "subject_iri",
    "predicate_text",
    "predicate",
    "predicate_iri",
    "object_text",
    "object",
    "object_iri",
    "polarity",
    "certainty",
    "evidence",
    "qualifiers",
    "proposition",
    "proposition_iri",
    "quote",
    "start",
    "end",
    "page",
    "heading",
    "line",
    "link",
)
RELATION_COLUMNS = (
    "id",
    "type",
    "kind",
    "source",
    "source_document",
    "source_quote",
    "source_link",
    "target",
    "target_document",
    "target_quote",
    "target_link",
    "differing",
    "rule",
    "rationale",
    "score",
    "independent",
    "within",
)
DOCUMENT_COLUMNS = (
    "document",
    "title",
    "source",
    "address",
    "kind",
    "publisher",
    "author",
    "date",
    "place",
    "interest",
    "sha256",
    "claims",
)
PROPOSITION_COLUMNS = (
    "iri",
    "proposition",
    "subject",
    "predicate",
    "object",
    "qualifiers",
    "affirmed",
    "denied",
    "documents",
)


def claim_rows(facts: Facts) -> Iterator[Row]:
    """Yield a row a claim: the words, the concepts they were taken for, who says so and where."""
    documents = {document.stem: document for document in facts.documents}
    located = Locator(facts.documents)
    for claim in facts.claims:
        yield _claim_row(claim, documents.get(claim.document), located(claim))


def _claim_row(claim: Claim, document: Document | None, spot: Spot) -> Row:
    object_ = claim.object
    return {
        "id": claim.id,
        "document": claim.document,
        "publisher": document.publisher if document else None,
        "source_kind": document.kind.value if document else None,
        "date": document.date if document else None,
        "voice": claim.voice.label,
        "voice_role": claim.voice.role,
        "voice_interest": claim.voice.interest.value,
        "reported_by": claim.voice.reported_by.label if claim.voice.reported_by else None,
        "subject_text": claim.subject.text,
        "subject": claim.content.subject.label,
        "subject_iri": claim.content.subject.iri,
        "predicate_text": claim.predicate.text,
        "predicate": claim.content.predicate.label,
        "predicate_iri": claim.content.predicate.iri,
        "object_text": object_.text if object_ else None,
        "object": claim.content.object.label if claim.content.object else None,
        "object_iri": claim.content.object.iri if claim.content.object else None,
        "polarity": claim.polarity.value,
        "certainty": claim.certainty.value,
        "evidence": claim.evidence.value,
        "qualifiers": listed(claim.qualifiers),
        "proposition": claim.content.label,
        "proposition_iri": claim.proposition,
        "quote": claim.quote.exact,
        "start": claim.quote.start,
        "end": claim.quote.end,
        "page": spot.page,
        "heading": spot.heading,
        "line": spot.line,
        "link": spot.link,
    }


def listed(qualifiers: Iterable[Qualifier]) -> str:
    """Return qualifiers as one phrase, "population: men; time: 4 weeks"."""
    return "; ".join(f"{q.kind}: {q.text}" for q in qualifiers)


def relation_rows(facts: Facts) -> Iterator[Row]:
    """Yield a row a relation, with both quotes, so that it can be read by itself."""
    claims = facts.by_id()
    located = Locator(facts.documents)
    for relation in facts.relations:
        source, target = claims[relation.source], claims[relation.target]
        yield {
            "id": relation.id,
            "type": relation.type.value,
            "kind": relation.kind,
            "source": relation.source,
            "source_document": source.document,
            "source_quote": source.quote.exact,
            "source_link": located(source).link,
            "target": relation.target,
            "target_document": target.document,
            "target_quote": target.quote.exact,
            "target_link": located(target).link,
            "differing": relation.differing,
            "rule": relation.rule,
            "rationale": relation.rationale,
            "score": relation.score,
            "independent": relation.independent,
            "within": relation.within,
        }


def document_rows(facts: Facts) -> Iterator[Row]:
    """Yield a row a document, without its text."""
    counts: dict[str, int] = {}
    for claim in facts.claims:
        counts[claim.document] = counts.get(claim.document, 0) + 1
    for document in facts.documents:
        yield {
            "document": document.stem,
            "title": document.title,
            "source": document.source,
            "address": document.address,
            "kind": document.kind.value,
            "publisher": document.publisher,
            "author": document.author,
            "date": document.date,
            "place": document.place,
            "interest": document.interest,
            "sha256": document.sha256,
            "claims": counts.get(document.stem, 0),
        }


def proposition_rows(facts: Facts) -> Iterator[Row]:
    """Yield a row a proposition: how many claims affirm and deny it, in how many documents."""
    for iri, (content, claims) in facts.propositions().items():
        yield {
            "iri": iri,
            "proposition": content.label,
            "subject": content.subject.label,
            "predicate": content.predicate.label,
            "object": content.object.label if content.object else None,
            "qualifiers": listed(content.qualifiers),
            "affirmed": sum(claim.polarity == "positive" for claim in claims),
            "denied": sum(claim.polarity == "negative" for claim in claims),
            "documents": len({claim.document for claim in claims}),
        }
