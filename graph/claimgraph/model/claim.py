"""A claim: one utterance of a proposition, with who said it, how firmly, on what grounds and in which words."""

from dataclasses import dataclass, field
from enum import StrEnum

from claimgraph.model.identity import digest, identified, slug


class Polarity(StrEnum):
    """Whether a claim affirms or denies its proposition."""

    POSITIVE = "positive"
    NEGATIVE = "negative"

    def flipped(self) -> "Polarity":
        """Return the other polarity."""
        return Polarity.NEGATIVE if self is Polarity.POSITIVE else Polarity.POSITIVE


class Certainty(StrEnum):
    """How firmly the words commit to the claim, firmest first."""

    ASSERTED = "asserted"
    HEDGED = "hedged"
    SPECULATIVE = "speculative"


class Evidence(StrEnum):
    """The ground a claim names for itself, strongest first; the order is the evidence ladder's."""

    SYSTEMATIC_REVIEW = "systematic-review"
    RANDOMISED_TRIAL = "randomised-trial"
    CONTROLLED_STUDY = "controlled-study"
    STUDY = "study"
    CASE_SERIES = "case-series"
    ANIMAL_STUDY = "animal-study"
    LABORATORY_STUDY = "laboratory-study"
    PRACTICE = "practitioner-experience"
    PICTURES = "before-and-after-pictures"
    LECTURE = "lecture"
    TESTIMONIAL = "testimonial"
    BARE_ASSERTION = "bare-assertion"
    EXPLICITLY_NONE = "explicitly-none"


class Interest(StrEnum):
    """What a voice stands to gain, or has lived through; shown everywhere, weighed nowhere."""

    SELLS = "sells"
    PRACTISES = "practises"
    TRIED = "tried"
    INDEPENDENT = "independent"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Quote:
    """The exact words of a claim, as a Web Annotation text selector (W3C, 2017, sections 4.2.4 and 4.2.5).

    Attributes:
        exact: the words, character for character.
        prefix: up to 32 characters before them.
        suffix: up to 32 characters after them.
        start: first character, counted from 0 in the document's text.
        end: one past the last character.
    """

    exact: str
    prefix: str
    suffix: str
    start: int
    end: int

    @classmethod
    def cut(cls, text: str, start: int, end: int, around: int = 32) -> "Quote":
        """Return the quote of a span of a text.

        >>> Quote.cut("Coffee delays sleep.", 7, 13).exact
        'delays'
        """
        return cls(text[start:end], text[max(0, start - around) : start], text[end : end + around], start, end)


@dataclass(frozen=True, slots=True)
class Mention:
    """A subject, predicate or object as it stands in the text, and what it was taken to be.

    Attributes:
        text: the words as they stand.
        concept: IRI of a pack's concept (or relation type, for a predicate), None for an open one.
        label: the concept's label, or the normalised phrase.
        resolved: what a pronoun or description stands for, None where the words name it themselves.
        start: first character of the words in the document's text, -1 where they do not stand together.
        end: one past the last character, -1 likewise.
        candidates: IRIs of the concepts an ambiguous label could name; `concept` is None then.
    """

    text: str
    label: str
    concept: str | None = None
    resolved: str | None = None
    start: int = -1
    end: int = -1
    candidates: tuple[str, ...] = ()


#: Roles whose label means the same speaker wherever it stands; "many" or "poster 3" of two pages are two voices.
EVERYWHERE = frozenset({"publisher", "author"})


@dataclass(frozen=True, slots=True)
class Voice:
    """Who speaks.

    Attributes:
        label: "the page" by name, a person's name, "many", "surgeons", "poster 3".
        role: "publisher", "author", "person", "group", "letter", "poster", "study" or "unknown".
        interest: what the voice stands to gain.
        reported_by: the voice in whose words this one is heard, None for the page's own.
        uncertain: whether the speaker was told apart by a guess (turn of paragraph, stance).
    """

    label: str
    role: str = "publisher"
    interest: Interest = Interest.UNKNOWN
    reported_by: "Voice | None" = None
    uncertain: bool = False

    def chain(self) -> tuple["Voice", ...]:
        """Return this voice, the one that reports it, and so on to the page's own."""
        here: tuple[Voice, ...] = (self,)
        return here + self.reported_by.chain() if self.reported_by else here

    @property
    def everywhere(self) -> bool:
        """Return whether the label means the same speaker wherever it stands."""
        return self.role in EVERYWHERE and self.reported_by is None

    def iri(self, document: str) -> str:
        """Return the IRI of this voice as heard in a document.

        A publisher or author is one voice across documents; a group, poster or named person is told apart by
        document, for nothing says that two pages mean the same one.

        Args:
            document: the stem of the document it is heard in.

        >>> shop, many = Voice("The Shop"), Voice("many", "group")
        >>> shop.iri("one") == shop.iri("other"), many.iri("one") == many.iri("other")
        (True, False)
        """
        scope = None if self.everywhere else document
        links = ((v.label, v.role, v.interest, v.uncertain) for v in self.chain())
        return identified("voice", digest(scope, *(part for link in links for part in link)))


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number or range with its unit, made comparable.

    Attributes:
        low: the least value, in `unit`; None where open below.
        high: the greatest value, in `unit`; None where open above.
        unit: base unit of the dimension as pint writes it ("day", "gram", "percent", "usd", "exosome/milliliter");
            "1" for a bare count.
        dimension: "time", "mass", "share", "money", "count", "concentration", ...; two quantities can be compared
            where dimension and unit agree.
    """

    low: float | None
    high: float | None
    unit: str
    dimension: str


@dataclass(frozen=True, slots=True)
class Qualifier:
    """Something that narrows a claim: whom it is about, compared with what, how much, when, under what condition.

    Attributes:
        kind: "population", "comparator", "dimension", "dose", "time", "duration", "frequency", "quantity", "money",
            "share", "site", "condition", "purpose", "manner", "place", "sessions", "circumstance" (what else the
            clause says), "evidence", "hedge", "negation" (the last three keep the cue's words).
        text: the words as they stand.
        label: the concept's label or the normalised phrase.
        concept: IRI of a pack's concept, or None.
        quantity: the comparable number, where there is one.
    """

    kind: str
    text: str
    label: str
    concept: str | None = None
    quantity: Quantity | None = None


#: Qualifier kinds that change what is claimed; the others only say how it is said.
PROPOSITIONAL = frozenset(
    {
        "population",
        "comparator",
        "dimension",
        "dose",
        "time",
        "duration",
        "frequency",
        "quantity",
        "money",
        "share",
        "site",
        "condition",
        "sessions",
        "manner",
    }
)


@dataclass(frozen=True, slots=True)
class Term:
    """One place of a proposition: a concept or relation type of a pack, or an open phrase.

    Attributes:
        label: what a reader sees.
        concept: IRI in a pack, None for an open phrase.
    """

    label: str
    concept: str | None = None

    @property
    def iri(self) -> str:
        """Return the pack's IRI, or one made from the phrase."""
        return self.concept or identified("concept", slug(self.label))


@dataclass(frozen=True, slots=True)
class Proposition:
    """What is claimed, without polarity: subject, predicate, object and the qualifiers that change its meaning.

    It is in normal form: a passive with its agent is turned round ("is produced by" becomes "produce"),
    concepts and relation types of the packs stand for the words.
    """

    subject: Term
    predicate: Term
    object: Term | None
    qualifiers: tuple[Qualifier, ...] = ()

    @property
    def iri(self) -> str:
        """Return the proposition's IRI, a hash of its content."""
        narrowing = sorted((q.kind, q.concept or q.label) for q in self.qualifiers)
        object_iri = self.object.iri if self.object else None
        return identified("proposition", digest(self.subject.iri, self.predicate.iri, object_iri, *narrowing))

    @property
    def label(self) -> str:
        """Return the proposition as a phrase, "PRP promotes hair growth"."""
        parts = [self.subject.label, self.predicate.label] + ([self.object.label] if self.object else [])
        narrowing = [f"{q.kind}: {q.label}" for q in self.qualifiers]
        return " ".join(parts) + (f" [{'; '.join(narrowing)}]" if narrowing else "")


@dataclass(frozen=True, slots=True)
class Claim:
    """One utterance of a proposition.

    Attributes:
        document: the stem of its document.
        quote: the exact words.
        subject: who or what the claim is about, as the text orders it.
        predicate: what is said of it.
        object: of what or whom it is said; None where nothing follows.
        polarity: affirmed or denied.
        certainty: how firmly.
        voice: who says so.
        evidence: the ground named for it.
        qualifiers: all that were found, cues of doubt and negation among them.
        content: the proposition it utters, in normal form.
        rule: name of the extraction rule that found it.
        id: "c" and 16 hexadecimal digits, a hash of the content above.
    """

    document: str
    quote: Quote
    subject: Mention
    predicate: Mention
    object: Mention | None
    polarity: Polarity
    certainty: Certainty
    voice: Voice
    evidence: Evidence
    qualifiers: tuple[Qualifier, ...]
    content: Proposition
    rule: str = ""
    id: str = field(default="")

    def __post_init__(self) -> None:
        """Give the claim its id where none was given."""
        if not self.id:
            named = (self.subject.label, self.predicate.label, self.object.label if self.object else None)
            object_start = self.object.start if self.object else -1
            spots = (self.subject.start, self.predicate.start, object_start)
            place = (self.document, self.quote.start, self.quote.end, *spots)
            object.__setattr__(self, "id", "c" + digest(*place, *named, self.polarity, self.voice.label))

    @property
    def iri(self) -> str:
        """Return the claim's IRI."""
        return identified("claim", self.id)

    @property
    def proposition(self) -> str:
        """Return the IRI of the proposition it utters."""
        return self.content.iri

    def narrowing(self, kind: str) -> tuple[Qualifier, ...]:
        """Return the qualifiers of one kind."""
        return tuple(q for q in self.qualifiers if q.kind == kind)
