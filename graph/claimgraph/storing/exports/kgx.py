"""KGX tables for the Biolink world: nodes and edges as TSV, each edge one claim with who asserts it and where.

Source: the KGX format specification and the Biolink model 4 (categories, predicates, knowledge level, agent type).
`treats` of Biolink means established treatment, so a stated one is `treats_or_applied_or_studied_to_treat`.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from types import MappingProxyType
from urllib.parse import quote

from claimgraph.knowledge.pack import Concept, Pack
from claimgraph.model.claim import Claim, Polarity, Term
from claimgraph.model.document import Document
from claimgraph.model.identity import BASE, ONTOLOGY
from claimgraph.storing.dataset import packs_of
from claimgraph.storing.exports.base import Exported, Files
from claimgraph.storing.tables import Row, Value, listed
from claimgraph.storing.terms import carried
from claimgraph.vocabulary.namespaces import IDENTIFIED_PREFIXES

SOURCE = "infores:claimgraph"
_NODE = ("id", "category", "name", "synonym", "xref", "iri", "provided_by")
_EDGE = (
    "id",
    "subject",
    "predicate",
    "object",
    "category",
    "original_predicate",
    "negated",
    "knowledge_level",
    "agent_type",
    "primary_knowledge_source",
    "publications",
    "supporting_text",
    "attributed_to",
    "certainty",
    "evidence_basis",
    "stated_qualifiers",
)
_CONCEPT = IDENTIFIED_PREFIXES["concept"]

#: What a concept's public identifier tells of its category, most telling first.
_BY_PREFIX = (
    ("MONDO", "biolink:Disease"),
    ("HGNC", "biolink:Gene"),
    ("CL", "biolink:Cell"),
    ("UBERON", "biolink:AnatomicalEntity"),
    ("CHEBI", "biolink:ChemicalEntity"),
)
_BY_KIND: Mapping[str, str] = MappingProxyType(
    {
        "Treatment": "biolink:Treatment",
        "Procedure": "biolink:Procedure",
        "Mechanism": "biolink:BiologicalProcess",
        "Outcome": "biolink:PhenotypicFeature",
        "Condition": "biolink:Disease",
        "Anatomy": "biolink:AnatomicalEntity",
        "Substance": "biolink:PhysicalEntity",
        "Cell": "biolink:Cell",
        "Population": "biolink:PopulationOfIndividualOrganisms",
        "Organisation": "biolink:Agent",
    }
)
_PREDICATES: Mapping[str, str] = MappingProxyType(
    {
        "isA": "biolink:subclass_of",
        "contains": "biolink:has_part",
        "consistsOf": "biolink:has_part",
        "isPartOf": "biolink:part_of",
        "derivedFrom": "biolink:derives_from",
        "produces": "biolink:produces",
        "producedBy": "biolink:produced_by",
        "causes": "biolink:causes",
        "causedBy": "biolink:caused_by",
        "contributesTo": "biolink:contributes_to",
        "affects": "biolink:affects",
        "promotes": "biolink:affects",
        "increases": "biolink:affects",
        "decreases": "biolink:affects",
        "inhibits": "biolink:affects",
        "activates": "biolink:affects",
        "improves": "biolink:affects",
        "worsens": "biolink:affects",
        "prevents": "biolink:preventative_for_condition",
        "treats": "biolink:treats_or_applied_or_studied_to_treat",
        "isEffectiveFor": "biolink:treats_or_applied_or_studied_to_treat",
        "usedFor": "biolink:treats_or_applied_or_studied_to_treat",
        "associatedWith": "biolink:associated_with",
        "locatedIn": "biolink:located_in",
        "occursIn": "biolink:occurs_in",
        "resembles": "biolink:similar_to",
    }
)


def kgx(source: Exported) -> Files:
    """Return `nodes.tsv` and `edges.tsv`."""
    pack = source.pack or packs_of(source.facts)
    documents = {document.stem: document for document in source.facts.documents}
    terms = {
        term.iri: term for claim in source.facts.claims for term in (claim.content.subject, object_of(claim)) if term
    }
    nodes = {curie(terms[iri], pack): _node(terms[iri], pack) for iri in sorted(terms)}
    edges = [_edge(claim, documents[claim.document], pack) for claim in source.facts.claims]
    return {
        "nodes.tsv": _table(_NODE, (nodes[name] for name in sorted(nodes))),
        "edges.tsv": _table(_EDGE, edges),
    }


def _table(columns: Sequence[str], rows: Iterable[Row]) -> bytes:
    """Return rows as KGX reads them: no quotation marks around a cell, and a bare line feed at the end of each line."""
    lines = [columns, *([_cell(row[name]) for name in columns] for row in rows)]
    return "".join("\t".join(line) + "\n" for line in lines).encode("utf-8")


def _cell(value: Value) -> str:
    """Return a cell in one line; what is false is empty, for KGX takes any text there for true."""
    if isinstance(value, bool):
        return "true" if value else ""
    return "" if value is None else " ".join(carried(str(value)).replace("\x00", "\ufffd").split())


def object_of(claim: Claim) -> Term:
    """Return the object, or the predicate as a thing where the claim has none."""
    return claim.content.object or claim.content.predicate


def curie(term: Term, pack: Pack) -> str:
    """Return a compact identifier: the public one of the pack's concept where it has one, else one of our own.

    >>> curie(Term("hair growth"), Pack())
    'claimgraph.concept:hair-growth'
    """
    known = pack.concepts.get(term.iri)
    public = [_public(iri) for iri in (known.same_as if known else ()) if known and iri not in known.close_to]
    return next((name for name in public if name), _own(term.iri))


def _own(iri: str) -> str:
    """Return an IRI in the shape KGX takes for a CURIE: neither slash, colon, bracket nor blank behind the prefix."""
    if iri.startswith(ONTOLOGY):
        prefix, local = "claimgraph", iri.removeprefix(ONTOLOGY)
    elif iri.startswith(_CONCEPT):
        prefix, local = "claimgraph.concept", iri.removeprefix(_CONCEPT)
    elif shipped := re.fullmatch(re.escape(BASE) + r"pack/([\w.-]+)#(.+)", iri):
        prefix, local = f"claimgraph.{shipped[1]}", shipped[2]
    else:
        prefix, local = "claimgraph.iri", iri
    return f"{prefix}:{quote(local, safe='')}"


def _public(iri: str) -> str | None:
    obo = re.fullmatch(r"http://purl\.obolibrary\.org/obo/([A-Za-z]+)_(\w+)", iri)
    if obo:
        return f"{obo[1]}:{obo[2]}"
    other = re.fullmatch(r"https?://identifiers\.org/(\w+):(\w+)", iri)
    if other:
        return f"{other[1].upper()}:{other[2]}"
    mesh = re.fullmatch(r"http://id\.nlm\.nih\.gov/mesh/(\w+)", iri)
    return f"MESH:{mesh[1]}" if mesh else None


def category(name: str, known: Concept | None) -> str:
    """Return the Biolink category of a node, NamedThing where nothing tells."""
    for prefix, found in _BY_PREFIX:
        if name.startswith(prefix + ":"):
            return found
    return _BY_KIND.get((known.kind if known else None) or "", "biolink:NamedThing")


def _node(term: Term, pack: Pack) -> Row:
    known, name = pack.concepts.get(term.iri), curie(term, pack)
    others = [_public(iri) for iri in (known.same_as if known else ())]
    return {
        "id": name,
        "category": category(name, known),
        "name": _flat(known.label if known else term.label),
        "synonym": "|".join(_synonyms(known)) if known else "",
        "xref": "|".join(other for other in others if other and other != name),
        "iri": term.iri,
        "provided_by": SOURCE,
    }


def _synonyms(known: Concept) -> list[str]:
    return [_flat(label) for label in known.labels if label != known.label and label not in known.hidden]


def _edge(claim: Claim, document: Document, pack: Pack) -> Row:
    predicate = claim.content.predicate
    local = predicate.iri.removeprefix(ONTOLOGY)
    return {
        "id": claim.iri,
        "subject": curie(claim.content.subject, pack),
        "predicate": _PREDICATES.get(local, "biolink:related_to"),
        "object": curie(object_of(claim), pack),
        "category": "biolink:Association",
        "original_predicate": _own(predicate.iri),
        "negated": claim.polarity is Polarity.NEGATIVE,
        "knowledge_level": "not_provided",
        "agent_type": "text_mining_agent",
        "primary_knowledge_source": SOURCE,
        "publications": _flat(document.address or document.iri),
        "supporting_text": _flat(claim.quote.exact),
        "attributed_to": _flat(claim.voice.label),
        "certainty": claim.certainty.value,
        "evidence_basis": claim.evidence.value,
        "stated_qualifiers": _flat(listed(claim.qualifiers)),
    }


def _flat(text: str) -> str:
    """Return a text in one line and without the bar that separates values."""
    return " ".join(text.replace("|", "/").split())
