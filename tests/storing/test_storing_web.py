"""ClaimReview and Web Annotation: read as RDF, by their vocabularies, and held against the claims."""

import json
from collections.abc import Iterator, Mapping
from typing import Any

import pytest
import rdflib
from rdflib import RDF

from claimgraph.model import Facts
from claimgraph.storing.dataset import to_rdflib
from claimgraph.storing.exports import Exported, export

OA = rdflib.Namespace("http://www.w3.org/ns/oa#")
AS = rdflib.Namespace("https://www.w3.org/ns/activitystreams#")

#: On which types the properties used may stand, own and inherited (schema.org, the page of each type).
ALLOWED: Mapping[str, set[str]] = {
    "ClaimReview": {"claimReviewed", "author", "itemReviewed", "reviewRating", "reviewBody"},
    "Claim": {"name", "appearance"},
    "CreativeWork": {"name", "url", "datePublished", "publisher", "author"},
    "Rating": {"alternateName", "ratingExplanation"},
    "Organization": {"name"},
    "Person": {"name"},
}
#: What search engines ask of a ClaimReview at least, the address of a published review aside.
REQUIRED = {"claimReviewed", "reviewRating", "itemReviewed", "author"}

#: The terms of the W3C's anno.jsonld (Web Annotation Vocabulary, appendix A) that the export uses.
ANNO: Mapping[str, Any] = {
    "oa": str(OA),
    "as": str(AS),
    "dc": "http://purl.org/dc/elements/1.1/",
    "dcterms": "http://purl.org/dc/terms/",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
    "rdf": str(RDF),
    "id": "@id",
    "type": "@type",
    **{name: f"oa:{name}" for name in ("Annotation", "SpecificResource", "TextualBody", "FragmentSelector")},
    **{name: f"oa:{name}" for name in ("TextQuoteSelector", "TextPositionSelector")},
    **{name: f"oa:{name}" for name in ("exact", "prefix", "suffix", "describing", "tagging", "identifying")},
    "AnnotationPage": "as:OrderedCollectionPage",
    "items": {"@id": "as:items", "@type": "@id", "@container": "@list"},
    "motivation": {"@id": "oa:motivatedBy", "@type": "@vocab"},
    "purpose": {"@id": "oa:hasPurpose", "@type": "@vocab"},
    "body": {"@id": "oa:hasBody", "@type": "@id"},
    "target": {"@id": "oa:hasTarget", "@type": "@id"},
    "source": {"@id": "oa:hasSource", "@type": "@id"},
    "selector": {"@id": "oa:hasSelector", "@type": "@id"},
    "start": {"@id": "oa:start", "@type": "xsd:nonNegativeInteger"},
    "end": {"@id": "oa:end", "@type": "xsd:nonNegativeInteger"},
    "value": "rdf:value",
    "format": "dc:format",
    "conformsTo": {"@id": "dcterms:conformsTo", "@type": "@id"},
}


def only(source: Exported, name: str) -> Any:  # noqa: ANN401 -- JSON
    """Return the JSON of an export of one file."""
    return json.loads(export(source, name)[""])


def nodes(value: object) -> Iterator[dict[str, Any]]:
    """Yield every JSON object in a value."""
    if isinstance(value, dict):
        yield value
        for inner in value.values():
            yield from nodes(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from nodes(inner)


def test_claimreview_has_the_properties_of_its_types(source: Exported) -> None:
    """Each object has a type of schema.org and only properties that schema.org has for it, and knows by that name."""
    document = only(source, "claimreview")
    assert document["@context"] == "https://schema.org"
    for node in nodes(document["@graph"]):
        properties = {name for name in node if not name.startswith("@")}
        assert node["@type"] in rdflib.SDO
        assert properties <= ALLOWED[node["@type"]]
        assert all(name in rdflib.SDO for name in properties)
        assert all(node[name] for name in properties)
        assert node["@type"] != "ClaimReview" or properties >= REQUIRED


def test_claimreview_rates_no_truth(source: Exported) -> None:
    """Rdflib reads a ClaimReview a proposition, with its pages and the state of the answers, without a number."""
    document = only(source, "claimreview")
    document["@context"] = {"@vocab": str(rdflib.SDO), "url": {"@type": "@id"}}
    graph = rdflib.Graph().parse(data=json.dumps(document), format="json-ld")
    reviews = set(graph.subjects(RDF.type, rdflib.SDO.ClaimReview))
    assert reviews == {rdflib.URIRef(iri) for iri in source.facts.propositions()}
    assert not list(graph.objects(None, rdflib.SDO.ratingValue))
    ratings = {
        str(graph.value(rating, rdflib.SDO.alternateName)) for rating in graph.objects(None, rdflib.SDO.reviewRating)
    }
    assert ratings <= {"disputed", "agreed", "single source"}
    assert rdflib.URIRef("https://example.org/tonic") in set(graph.objects(None, rdflib.SDO.url))


@pytest.fixture
def annotated(source: Exported) -> rdflib.Graph:
    """The annotations as the graph that their context makes of them."""
    page = only(source, "annotations")
    assert page["@context"] == "http://www.w3.org/ns/anno.jsonld"
    return rdflib.Graph().parse(data=json.dumps({**page, "@context": dict(ANNO)}), format="json-ld")


def test_no_key_of_an_annotation_is_lost(source: Exported) -> None:
    """Every key and type is a term of the context, for what is none a JSON-LD reader drops without a word."""
    page = only(source, "annotations")
    for node in nodes(page):
        assert set(node) - {"@context"} <= set(ANNO)
        assert not {"type", "motivation", "purpose"} & set(node) or node.get("type", "Annotation") in ANNO
        assert node.get("purpose", "describing") in ANNO


def test_annotations_are_annotations(annotated: rdflib.Graph, facts: Facts) -> None:
    """Rdflib reads one annotation a claim in one page, each with a motivation, bodies and one target with a source."""
    [page] = annotated.subjects(RDF.type, AS.OrderedCollectionPage)
    found = list(annotated.items(annotated.value(page, AS.items)))  # type: ignore[arg-type]
    assert len(found) == len(facts.claims)
    for one in found:
        assert (one, RDF.type, OA.Annotation) in annotated
        assert annotated.value(one, OA.motivatedBy) == OA.describing
        [target] = annotated.objects(one, OA.hasTarget)
        assert annotated.value(target, OA.hasSource)
        purposes = {annotated.value(body, OA.hasPurpose) for body in annotated.objects(one, OA.hasBody)}
        assert purposes == {OA.describing, OA.tagging, OA.identifying}
    bodies = annotated.subjects(OA.hasPurpose, OA.identifying)
    identified = {thing for body in bodies for thing in annotated.objects(body, OA.hasSource)}
    assert identified == {rdflib.URIRef(claim.iri) for claim in facts.claims}


def spots(graph: rdflib.Graph) -> set[tuple[str, ...]]:
    """Return the words and the places that something's selectors name."""
    return {
        (*(str(graph.value(words, name)) for name in (OA.exact, OA.prefix, OA.suffix)), str(int(str(start))), str(end))
        for words in graph.subjects(RDF.type, OA.TextQuoteSelector)
        for holder in graph.subjects(OA.hasSelector, words)
        for place in graph.objects(holder, OA.hasSelector)
        for start, end in [(graph.value(place, OA.start), graph.value(place, OA.end))]
        if start is not None
    }


def test_annotations_select_what_the_graph_selects(annotated: rdflib.Graph, source: Exported) -> None:
    """The selectors are those of the build's RDF, word for word and place for place."""
    whole = rdflib.Graph()
    for subject, predicate, object_, _ in to_rdflib(source.facts, pack=source.pack).quads():
        whole.add((subject, predicate, object_))
    assert spots(annotated) == spots(whole)
    assert len(spots(annotated)) == len({claim.quote for claim in source.facts.claims})


def test_annotations_are_found_again_in_the_text(source: Exported) -> None:
    """Each annotation's selectors, by words and by place, lead to the same words of its document."""
    texts = {d.address or d.iri: d.text for d in source.facts.documents}
    for item, claim in zip(only(source, "annotations")["items"], source.facts.claims, strict=True):
        words, place = item["target"]["selector"][:2]
        text = texts[item["target"]["source"]]
        assert text[place["start"] : place["end"]] == words["exact"] == claim.quote.exact
        assert words["prefix"] + words["exact"] + words["suffix"] in text


def test_an_author_and_a_date_are_told(source: Exported) -> None:
    """A page's author, publisher and date stand with it in the review, and nothing stands for what is not known."""
    works = [node for node in nodes(only(source, "claimreview")) if node.get("@type") == "CreativeWork"]
    by_id = {work["@id"]: work for work in works}
    clinic, forum = source.facts.documents
    assert by_id[clinic.iri]["author"] == {"@type": "Person", "name": "Dr Mint"}
    assert by_id[clinic.iri]["datePublished"] == "2020-05"
    assert set(by_id[forum.iri]) == {"@type", "@id", "name"}
