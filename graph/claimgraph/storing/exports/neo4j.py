"""CSV for `neo4j-admin database import`: a file a label, one of relationships, with the headings it expects.

Source: Neo4j Operations Manual 5, Import, CSV header format.
"""

from collections.abc import Iterator, Mapping
from types import MappingProxyType

from claimgraph.model.claim import Claim, Polarity
from claimgraph.model.facts import Facts
from claimgraph.model.relation import RelationType
from claimgraph.storing.exports.base import Exported, Files
from claimgraph.storing.exports.csv_tables import carried_by_csv, written
from claimgraph.storing.locating import Locator, Spot
from claimgraph.storing.tables import Row, listed

_TYPES = {
    RelationType.SUPPORT: "SUPPORTS",
    RelationType.CONFLICT: "CONFLICTS_WITH",
    RelationType.APPARENT: "SEEMS_TO_CONFLICT_WITH",
}


#: The heading of each file: names and types of the properties, and what makes nodes and relationships of the rows.
_HEADINGS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "documents.csv": ("iri:ID", "name", "title", "kind", "publisher", "date", "address", ":LABEL"),
        "voices.csv": ("iri:ID", "name", "role", "interest", ":LABEL"),
        "concepts.csv": ("iri:ID", "name", ":LABEL"),
        "propositions.csv": ("iri:ID", "name", "predicate", "qualifiers", "affirmed:int", "denied:int", ":LABEL"),
        "claims.csv": (
            "iri:ID",
            "id",
            "quote",
            "start:int",
            "end:int",
            "page:int",
            "heading",
            "line:int",
            "link",
            "polarity",
            "certainty",
            "evidence",
            "qualifiers",
            ":LABEL",
        ),
        "relationships.csv": (":START_ID", ":TYPE", ":END_ID", "kind", "rule", "rationale", "score:float"),
    }
)


def neo4j(source: Exported) -> Files:
    """Return nodes by label and all relationships; the import command is in docs/formats.md."""
    facts = source.facts
    rows: dict[str, Iterator[Row]] = {
        "documents.csv": _documents(facts),
        "voices.csv": _voices(facts),
        "concepts.csv": _concepts(facts),
        "propositions.csv": _propositions(facts),
        "claims.csv": _claims(facts),
        "relationships.csv": _relationships(facts),
    }
    return {name: written(found, _HEADINGS[name], carried_by_csv) for name, found in rows.items()}


def _documents(facts: Facts) -> Iterator[Row]:
    for d in facts.documents:
        yield {
            "iri:ID": d.iri,
            "name": d.stem,
            "title": d.title,
            "kind": d.kind.value,
            "publisher": d.publisher,
            "date": d.date,
            "address": d.address,
            ":LABEL": "Document",
        }


def _voices(facts: Facts) -> Iterator[Row]:
    voices = {voice.iri(claim.document): voice for claim in facts.claims for voice in claim.voice.chain()}
    for iri in sorted(voices):
        voice = voices[iri]
        yield {
            "iri:ID": iri,
            "name": voice.label,
            "role": voice.role,
            "interest": voice.interest.value,
            ":LABEL": "Voice",
        }


def _concepts(facts: Facts) -> Iterator[Row]:
    contents = [content for content, _ in facts.propositions().values()]
    terms = {t.iri: t.label for c in contents for t in (c.subject, c.object) if t}
    predicates = {c.predicate.iri: c.predicate.label for c in contents}
    for iri in sorted(terms):
        yield {"iri:ID": iri, "name": terms[iri], ":LABEL": "Concept"}
    for iri in sorted(predicates.keys() - terms.keys()):
        yield {"iri:ID": iri, "name": predicates[iri], ":LABEL": "RelationType"}


def _propositions(facts: Facts) -> Iterator[Row]:
    for iri, (content, claims) in facts.propositions().items():
        yield {
            "iri:ID": iri,
            "name": content.label,
            "predicate": content.predicate.label,
            "qualifiers": listed(content.qualifiers),
            "affirmed:int": sum(claim.polarity is Polarity.POSITIVE for claim in claims),
            "denied:int": sum(claim.polarity is Polarity.NEGATIVE for claim in claims),
            ":LABEL": "Proposition",
        }


def _claims(facts: Facts) -> Iterator[Row]:
    located = Locator(facts.documents)
    for claim in facts.claims:
        yield {
            "iri:ID": claim.iri,
            "id": claim.id,
            "quote": claim.quote.exact,
            "start:int": claim.quote.start,
            "end:int": claim.quote.end,
            **_place(located(claim)),
            "polarity": claim.polarity.value,
            "certainty": claim.certainty.value,
            "evidence": claim.evidence.value,
            "qualifiers": listed(claim.qualifiers),
            ":LABEL": "Claim",
        }


def _place(spot: Spot) -> Row:
    return {"page:int": spot.page, "heading": spot.heading, "line:int": spot.line, "link": spot.link}


def _relationships(facts: Facts) -> Iterator[Row]:
    documents = {document.stem: document.iri for document in facts.documents}
    for iri, (content, _) in facts.propositions().items():
        yield _edge(iri, "SUBJECT", content.subject.iri)
        yield _edge(iri, "PREDICATE", content.predicate.iri)
        if content.object:
            yield _edge(iri, "OBJECT", content.object.iri)
    for claim in facts.claims:
        yield from _claim_edges(claim, documents)
    voices = {v.iri(claim.document): (v, claim.document) for claim in facts.claims for v in claim.voice.chain()}
    for iri in sorted(voices):
        voice, document = voices[iri]
        if voice.reported_by:
            yield _edge(iri, "REPORTED_BY", voice.reported_by.iri(document))
    claims = facts.by_id()
    for r in facts.relations:
        why: Row = {"kind": r.kind, "rule": r.rule, "rationale": r.rationale, "score:float": r.score}
        yield _edge(claims[r.source].iri, _TYPES[r.type], claims[r.target].iri) | why


def _claim_edges(claim: Claim, documents: dict[str, str]) -> Iterator[Row]:
    yield _edge(claim.iri, "AFFIRMS" if claim.polarity is Polarity.POSITIVE else "DENIES", claim.proposition)
    yield _edge(claim.iri, "SAID_BY", claim.voice.iri(claim.document))
    yield _edge(claim.iri, "STANDS_IN", documents[claim.document])


def _edge(start: str, kind: str, end: str) -> Row:
    return {":START_ID": start, ":TYPE": kind, ":END_ID": end}
