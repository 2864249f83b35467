"""A document: the text that is read and what is known of where it came from."""

from dataclasses import dataclass, field
from enum import StrEnum

from claimgraph.model.identity import identified, slug


class SourceKind(StrEnum):
    """What kind of source a document is; it says who publishes, not who is right."""

    CLINIC = "clinic"
    CLINICIAN = "clinician"
    COMPANY = "company"
    FORUM = "forum"
    JOURNAL = "journal"
    REGULATOR = "regulator"
    NEWS = "news"
    ADVOCACY = "advocacy"
    BLOG = "blog"
    ENCYCLOPAEDIA = "encyclopaedia"
    OTHER = "other"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Region:
    """A stretch of a document's text with a role its format knows.

    Attributes:
        kind: "page" (label: its number), "heading" (label: its text), "item" (of a list), "quotation", "table",
            "code" or "line" (label: the line number of a corpus file).
        start: first character, counted from 0 in `Document.text`.
        end: one past the last character.
        label: see `kind`.
        level: of a heading, 1 to 6; otherwise 0.
    """

    kind: str
    start: int
    end: int
    label: str = ""
    level: int = 0


@dataclass(frozen=True, slots=True)
class Document:
    """One document of the pile.

    Attributes:
        stem: the file's name without suffix; unique in a build, the `document` field of its claims.
        text: what is read; all offsets count characters of it.
        sha256: of the file's bytes, 64 hexadecimal digits.
        source: the path or address as the user named it.
        title: of the page, or its first line.
        kind: what kind of source it is.
        media_type: such as "text/plain".
        date: of publication, ISO 8601, as precise as the text tells ("2020-05-21", "2019").
        address: where it was published.
        publisher: the organisation that speaks as "we".
        author: the person who speaks as "I".
        place: as the text names it.
        interest: of the publisher, a value of `Interest`, or None where nothing tells.
        language: BCP 47, lower case.
        regions: pages, headings, list items and other stretches, by start.
    """

    stem: str
    text: str
    sha256: str
    source: str
    title: str = ""
    kind: SourceKind = SourceKind.UNKNOWN
    media_type: str = "text/plain"
    date: str | None = None
    address: str | None = None
    publisher: str | None = None
    author: str | None = None
    place: str | None = None
    interest: str | None = None
    language: str | None = "en"
    regions: tuple[Region, ...] = field(default=())

    @property
    def iri(self) -> str:
        """Return the document's IRI; it names the file's stem and the bytes behind it."""
        return identified("document", f"{slug(self.stem)}-{self.sha256[:12]}")

    @property
    def label(self) -> str:
        """Return what a reader would know the document by: publisher, author, its title, or what kind of source it is.

        A first line that is a sentence is no title; kind, place and year then say more.

        >>> Document("a", "x", "0", "a.txt", title="I met him.", kind=SourceKind.BLOG, date="2020-05").label
        'Blog, 2020'
        """
        title = self.title.strip(" •*#-–—")
        sentence = len(title) > 72 or title.endswith((".", "!", ";", ":", ","))
        named = self.publisher or self.author or ("" if sentence else title)
        if named or self.kind is SourceKind.UNKNOWN:
            return named or self.stem
        parts = (self.kind.capitalize(), self.place, (self.date or "")[:4])
        return ", ".join(part for part in parts if part)
