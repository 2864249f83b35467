"""For the web: ClaimReview for search engines and fact-checkers, Web Annotation for readers of the live pages."""

import json
from collections.abc import Iterable
from typing import Any

from claimgraph.model.claim import Claim, Polarity, Proposition
from claimgraph.model.document import Document
from claimgraph.storing.exports.base import Exported, Files
from claimgraph.storing.locating import Locator, Spot
from claimgraph.storing.naming import of_claim
from claimgraph.storing.terms import carried

# Web Annotation Data Model (W3C, 2017), section 4.2.1: a fragment names the specification it follows.
_TEXT_FRAGMENT = "https://wicg.github.io/scroll-to-text-fragment/"
_PDF_FRAGMENT = "http://tools.ietf.org/rfc/rfc3778"


def claimreview(source: Exported) -> Files:
    """Return a schema.org ClaimReview a proposition, with every page it appears on.

    The rating says how the pages answer ("disputed", "agreed", "single source") and bears no number: how
    many say so is not how true it is. Search engines that want a number for a verdict will show none.
    """
    documents = {document.stem: document for document in source.facts.documents}
    reviews = [
        _review(iri, content, claims, documents) for iri, (content, claims) in source.facts.propositions().items()
    ]
    return {"": _json({"@context": "https://schema.org", "@graph": reviews})}


def _review(iri: str, content: Proposition, claims: Iterable[Claim], documents: dict[str, Document]) -> dict[str, Any]:
    claims = tuple(claims)
    yes = sum(claim.polarity is Polarity.POSITIVE for claim in claims)
    pages = {claim.document: documents[claim.document] for claim in claims}
    verdict = "disputed" if 0 < yes < len(claims) else "agreed" if len(pages) > 1 else "single source"
    counted = f"{yes} for, {len(claims) - yes} against; documents: {len(pages)}"
    return {
        "@type": "ClaimReview",
        "@id": iri,
        "claimReviewed": content.label,
        "author": {"@type": "Organization", "name": "claimgraph"},
        "itemReviewed": {
            "@type": "Claim",
            "name": content.label,
            "appearance": [_work(document) for document in pages.values()],
        },
        "reviewRating": {"@type": "Rating", "alternateName": verdict, "ratingExplanation": counted},
        "reviewBody": "; ".join(f"{_said(claim)}: “{claim.quote.exact}”" for claim in claims),
    }


def _said(claim: Claim) -> str:
    return f"{claim.voice.label} {'affirms' if claim.polarity is Polarity.POSITIVE else 'denies'}"


def _work(document: Document) -> dict[str, Any]:
    work: dict[str, Any] = {"@type": "CreativeWork", "@id": document.iri, "name": document.title or document.stem}
    if document.address:
        work["url"] = document.address
    if document.date:
        work["datePublished"] = document.date
    if document.publisher:
        work["publisher"] = {"@type": "Organization", "name": document.publisher}
    if document.author:
        work["author"] = {"@type": "Person", "name": document.author}
    return work


def annotations(source: Exported) -> Files:
    """Return a Web Annotation a claim, so that an annotation client highlights the claims on the live pages.

    The target is the page's address where it is known, found again by the words and by their place.
    """
    documents = {document.stem: document for document in source.facts.documents}
    located = Locator(source.facts.documents)
    page = {
        "@context": "http://www.w3.org/ns/anno.jsonld",
        "id": "https://w3id.org/claimgraph/id/annotations",
        "type": "AnnotationPage",
        "items": [_annotation(claim, documents[claim.document], located(claim)) for claim in source.facts.claims],
    }
    return {"": _json(page)}


def _annotation(claim: Claim, document: Document, spot: Spot) -> dict[str, Any]:
    quote = claim.quote
    where = f" ({spot.phrase()})" if spot.phrase() else ""
    says = f"{_said(claim)} ({claim.certainty}): {claim.content.label}{where}"
    tags = [claim.polarity.value, claim.certainty.value, claim.evidence.value]
    return {
        "id": of_claim("annotation", claim),
        "type": "Annotation",
        "motivation": "describing",
        "body": [
            {"type": "TextualBody", "purpose": "describing", "format": "text/plain", "value": says},
            *({"type": "TextualBody", "purpose": "tagging", "value": tag} for tag in tags),
            {"type": "SpecificResource", "purpose": "identifying", "source": claim.iri},
        ],
        "target": {
            "source": document.address or document.iri,
            "selector": [
                {"type": "TextQuoteSelector", "exact": quote.exact, "prefix": quote.prefix, "suffix": quote.suffix},
                {"type": "TextPositionSelector", "start": quote.start, "end": quote.end},
                *_fragments(document, spot),
            ],
        },
    }


def _fragments(document: Document, spot: Spot) -> list[dict[str, str]]:
    """Return what opens the document at the quote: a text fragment of a web page, a page of a PDF."""
    found = []
    if spot.link:
        found.append((spot.link.partition("#")[2], _TEXT_FRAGMENT))
    if spot.page and document.media_type == "application/pdf":
        found.append((f"page={spot.page}", _PDF_FRAGMENT))
    return [{"type": "FragmentSelector", "conformsTo": kind, "value": value} for value, kind in found]


def _json(value: object) -> bytes:
    return carried(json.dumps(value, ensure_ascii=False, indent=1)).encode("utf-8") + b"\n"
