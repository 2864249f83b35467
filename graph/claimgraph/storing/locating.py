"""Where a claim's quote stands, as people name it: page, nearest heading, line of a corpus, link to the words."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from claimgraph.model.claim import Claim
from claimgraph.model.document import Document
from claimgraph.reading.places import place, text_fragment
from claimgraph.storing.terms import carried

#: The regions that name a place; a document can have many more of other kinds.
_NAMING = frozenset({"page", "heading", "line"})


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a quote stands, as far as its document's format tells.

    Attributes:
        page: number of the page.
        heading: the nearest heading before it.
        line: line of a corpus file.
        link: opens the web page at the words (a text fragment).
    """

    page: str | None = None
    heading: str | None = None
    line: str | None = None
    link: str | None = None

    def known(self) -> dict[str, str]:
        """Return what is known of it, by name."""
        named = {"page": self.page, "heading": self.heading, "line": self.line, "link": self.link}
        return {name: value for name, value in named.items() if value}

    def phrase(self) -> str:
        """Return page, heading and line as a reader sees them, empty where none is known.

        >>> Spot(page="3", heading="Is it safe?").phrase()
        'page 3, under “Is it safe?”'
        """
        parts = (
            f"page {self.page}" if self.page else "",
            f"line {self.line}" if self.line else "",
            f"under “{self.heading}”" if self.heading else "",
        )
        return ", ".join(part for part in parts if part)


class Locator:
    """Finds where claims stand in a pile of documents."""

    def __init__(self, documents: Iterable[Document]) -> None:
        """Keep of each document the regions that name a place, and its text as a link can carry it."""
        self._documents = {
            d.stem: replace(d, text=carried(d.text), regions=tuple(r for r in d.regions if r.kind in _NAMING))
            for d in documents
        }

    def __call__(self, claim: Claim) -> Spot:
        """Return where a claim's quote stands; nothing is known of a document outside the pile."""
        document = self._documents.get(claim.document)
        if document is None:
            return Spot()
        here = place(document, claim.quote.start)
        link = text_fragment(document, claim.quote.start, claim.quote.end)
        return Spot(here.page, here.heading, here.line, link)
