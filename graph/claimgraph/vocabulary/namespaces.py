"""The RDF vocabularies claimgraph writes, each closed: a term that is not in its list raises.

rdflib ships closed namespaces of PROV, SKOS, schema.org and Dublin Core, but none of Web Annotation, SEPIO,
nanopublications or CiTO, and importing it costs a fifth of a second at every start; so the terms in use are listed
here, and a test holds those of rdflib's vocabularies against rdflib's own lists.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from difflib import get_close_matches

from claimgraph.model.identity import IDENTIFIED, ONTOLOGY


@dataclass(frozen=True)
class Vocabulary:
    """A namespace with all the terms that may be used of it.

    Attributes:
        prefix_: the customary short name; the underscores keep these three apart from terms such as `oa:prefix`.
        iri_: what every term begins with.
        terms_: local names.

    >>> SKOS.prefLabel
    'http://www.w3.org/2004/02/skos/core#prefLabel'
    >>> SKOS.prefLabell
    Traceback (most recent call last):
    ...
    AttributeError: skos: has no term 'prefLabell'; nearest: prefLabel
    """

    prefix_: str
    iri_: str
    terms_: frozenset[str]

    def __post_init__(self) -> None:
        """Make every term an attribute, for they are looked up once for every quad that is written."""
        self.__dict__.update({name: self.iri_ + name for name in self.terms_})

    def __getattr__(self, name: str) -> str:
        """Refuse a name that is no term: raise AttributeError with the nearest one."""
        if name.startswith("__"):
            raise AttributeError(name)
        near = ", ".join(get_close_matches(name, sorted(self.terms_), 1)) or "none"
        raise AttributeError(f"{self.prefix_}: has no term {name!r}; nearest: {near}")

    def __getitem__(self, name: str) -> str:
        """Return the IRI of a term, for names that are no Python names; raise AttributeError where there is none."""
        term: str = getattr(self, name)
        return term

    def __contains__(self, iri: object) -> bool:
        """Tell whether an IRI is a term of it."""
        return isinstance(iri, str) and iri.startswith(self.iri_) and iri[len(self.iri_) :] in self.terms_

    def __iter__(self) -> Iterator[str]:
        """Iterate over the IRIs of its terms in alphabetical order."""
        return (self.iri_ + name for name in sorted(self.terms_))


def _closed(prefix: str, iri: str, terms: str) -> Vocabulary:
    return Vocabulary(prefix, iri, frozenset(terms.split()))


#: claimgraph's own terms, defined in `ontology/claimgraph.ttl`: classes, properties, the language of the packs,
#: schemes, and the values of the schemes.
CG = _closed(
    "cg",
    ONTOLOGY,
    """
    Alignment Answer ApparentConflict Build Claim Conflict Denial Document Proposition Qualifier Question Region
    Relation Run Support Voice

    affirms agrees answer answerText answeredIn answers asks asksAbout firmness groundedLabel noVoices overclaim
    restsOn silentOn state strength yesVoices

    assertion bound certainty conflictsWithClaim denies differingSlot document does end evidence
    hasQuotation heading independent interest level line link matching nanopublication narrowedBy object objectText
    pack page polarity predicate predicateText provenance qualifier qualifierKind quantityDimension quote rationale
    regionKind relationKind reportedBy resolvedObject resolvedSubject role rule score seemsToConflictWithClaim sha256
    slot slotName source sourceKind sourceText start subject subjectText supportsClaim target targetText text uncertain
    utters voice within

    Scale beneficial comparative dimension effect evidential head kind names opposite Pack phrase rank sharedVerb
    step verb word

    Answers Certainties ConceptKinds EvidenceLadder GroundedLabels Interests Polarities QualifierKinds QuestionStates
    RelationKinds Roles SourceKinds

    Anatomy Cell Condition Measure Mechanism Organisation Outcome Population Procedure Substance Treatment

    polarity-positive polarity-negative
    certainty-asserted certainty-hedged certainty-speculative
    evidence-systematic-review evidence-randomised-trial evidence-controlled-study evidence-study evidence-case-series
    evidence-animal-study evidence-laboratory-study evidence-practitioner-experience
    evidence-before-and-after-pictures evidence-lecture evidence-testimonial evidence-bare-assertion
    evidence-explicitly-none
    interest-sells interest-practises interest-tried interest-independent interest-unknown
    source-clinic source-clinician source-company source-forum source-journal source-regulator source-news
    source-advocacy source-blog source-encyclopaedia source-other source-unknown
    answer-yes answer-no answer-mixed answer-value
    state-disputed state-agreed state-single-source
    label-in label-out label-undecided
    role-publisher role-author role-person role-group role-letter role-poster role-study role-unknown
    relation-same relation-entailed relation-converse relation-contradictory relation-comparison relation-quantity
    relation-timing relation-evidence relation-contrary relation-substitution
    qualifier-population qualifier-comparator qualifier-dimension qualifier-dose qualifier-time qualifier-duration
    qualifier-frequency qualifier-quantity qualifier-money qualifier-share qualifier-site qualifier-condition
    qualifier-purpose qualifier-manner qualifier-place qualifier-sessions qualifier-circumstance
    qualifier-evidence qualifier-hedge qualifier-negation
    """,
)

RDF = _closed("rdf", "http://www.w3.org/1999/02/22-rdf-syntax-ns#", "type Property")
RDFS = _closed("rdfs", "http://www.w3.org/2000/01/rdf-schema#", "label comment subClassOf subPropertyOf seeAlso")
OWL = _closed(
    "owl",
    "http://www.w3.org/2002/07/owl#",
    """Ontology Class ObjectProperty DatatypeProperty AnnotationProperty NamedIndividual NegativePropertyAssertion
    sourceIndividual assertionProperty targetIndividual inverseOf imports versionInfo""",
)
XSD = _closed(
    "xsd", "http://www.w3.org/2001/XMLSchema#", "string integer decimal double boolean date gYear gYearMonth dateTime"
)
SKOS = _closed(
    "skos",
    "http://www.w3.org/2004/02/skos/core#",
    """Concept ConceptScheme OrderedCollection prefLabel altLabel hiddenLabel definition scopeNote notation broader
    related exactMatch closeMatch broadMatch inScheme hasTopConcept topConceptOf""",
)
PROV = _closed(
    "prov",
    "http://www.w3.org/ns/prov#",
    """Activity Agent Entity Bundle SoftwareAgent used wasGeneratedBy wasAttributedTo wasDerivedFrom wasQuotedFrom
    wasAssociatedWith hadMember generatedAtTime""",
)
DCTERMS = _closed(
    "dcterms",
    "http://purl.org/dc/terms/",
    "title description source format date language identifier created creator license isPartOf",
)
DC = _closed("dc", "http://purl.org/dc/elements/1.1/", "publisher creator coverage date language")
SDO = _closed(
    "schema",
    "https://schema.org/",
    """Claim ClaimReview CreativeWork Organization Person QuantitativeValue Rating about appearance author
    claimReviewed datePublished itemReviewed maxValue minValue name reviewRating text unitText url""",
)
FOAF = _closed("foaf", "http://xmlns.com/foaf/0.1/", "name")
#: Web Annotation (W3C, 2017), the selectors of a quote.
OA = _closed(
    "oa",
    "http://www.w3.org/ns/oa#",
    """Annotation SpecificResource TextQuoteSelector TextPositionSelector hasBody hasTarget hasSource hasSelector exact
    prefix suffix start end motivatedBy highlighting""",
)
#: Nanopublication (nanopub.net, guidelines of 2015) and its extension.
NP = _closed(
    "np",
    "http://www.nanopub.org/nschema#",
    "Nanopublication hasAssertion hasProvenance hasPublicationInfo",
)
NPX = _closed("npx", "http://purl.org/nanopub/x/", "introduces hasNanopubType")
#: SEPIO: 0000000 proposition, 0000001 assertion, 0000002 evidence line, 0000403 / 0000404 supporting / disputing.
SEPIO = _closed(
    "sepio",
    "http://purl.obolibrary.org/obo/SEPIO_",
    "0000000 0000001 0000002 0000403 0000404",
)
#: The evidence and conclusion ontology; what each number means is said where the evidence ladder maps to it.
ECO = _closed(
    "eco",
    "http://purl.obolibrary.org/obo/ECO_",
    "0000033 0000034 0000179 0000180 0000181 0000203 0006016 0006018 0006152 0006153",
)
#: Right only where one text cites or replies to the other: its supports and disputes are kinds of citation.
CITO = _closed("cito", "http://purl.org/spar/cito/", "cites supports disputes repliesTo")
SH = _closed(
    "sh",
    "http://www.w3.org/ns/shacl#",
    """NodeShape PropertyShape SPARQLConstraint targetClass property path inversePath minCount maxCount datatype class
    nodeKind IRI Literal BlankNodeOrIRI in minInclusive maxInclusive minLength pattern message severity Violation
    sparql select or""",
)

VOCABULARIES: tuple[Vocabulary, ...] = (
    CG,
    RDF,
    RDFS,
    OWL,
    XSD,
    SKOS,
    PROV,
    DCTERMS,
    DC,
    SDO,
    FOAF,
    OA,
    NP,
    NPX,
    SEPIO,
    ECO,
    CITO,
    SH,
)

#: The kinds of things a build names, each with a prefix of its own in TriG and Turtle.
IDENTIFIED_KINDS = (
    "activity",
    "alignment",
    "answer",
    "assertion",
    "build",
    "claim",
    "concept",
    "denial",
    "document",
    "head",
    "nanopub",
    "position",
    "proposition",
    "provenance",
    "pubinfo",
    "qualifier",
    "question",
    "quotation",
    "region",
    "relation",
    "voice",
    "words",
)

#: Prefixes that queries may use without declaring them, and that every file written declares.
PREFIXES: Mapping[str, str] = {
    **{vocabulary.prefix_: vocabulary.iri_ for vocabulary in VOCABULARIES},
    "obo": "http://purl.obolibrary.org/obo/",
    "hgnc": "https://identifiers.org/hgnc:",
    "mesh": "http://id.nlm.nih.gov/mesh/",
}

IDENTIFIED_PREFIXES: Mapping[str, str] = {kind: f"{IDENTIFIED}{kind}/" for kind in IDENTIFIED_KINDS}
