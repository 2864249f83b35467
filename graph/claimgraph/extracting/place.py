"""Where a sentence stands, with all that is needed to read it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from claimgraph.extracting.lexicon import Lexicon
from claimgraph.extracting.linking import Link, link
from claimgraph.extracting.references import Discourse
from claimgraph.knowledge.english import English
from claimgraph.knowledge.matching import Match
from claimgraph.language.parsed import Sentence
from claimgraph.model import Document


@dataclass(frozen=True, slots=True)
class Place:
    """Where a sentence stands, and all that is needed to read it.

    Attributes:
        document: its document.
        sentence: itself.
        number: its place among the document's sentences.
        matches: concepts named in it.
        discourse: what has been named before.
        lexicon: what is known.
        named: what the nouns that have been looked up name without what completes them, by their index.
        lead: of an item that leaves out its subject, what leads in its list names.
    """

    document: Document
    sentence: Sentence
    number: int
    matches: Sequence[Match]
    discourse: Discourse
    lexicon: Lexicon
    named: Mapping[int, Link] = field(default_factory=dict)
    lead: Link | None = None

    @property
    def english(self) -> English:
        """Return the word lists."""
        return self.lexicon.english

    def link(self, head: int, light: frozenset[str] | None = None, *, complete: bool = True) -> Link:
        """Return what the noun phrase with a head names, as `linking.link` does."""
        if light is None and head in self.named and not (complete and self._may_go_on(head)):
            return self.named[head]
        return link(self.sentence, head, self.matches, self.lexicon, light, complete=complete)

    def _may_go_on(self, head: int) -> bool:
        """Say whether a noun may be told by more words where what completes it is told as well."""
        sentence = self.sentence
        token, behind = sentence.tokens[head], sentence.tokens[min(head + 1, len(sentence.tokens) - 1)]
        below = bool(token.kids) and (token.kids[-1] > head or sentence.kid(head, "prep") is not None)
        return below or behind.lower in {"of", "as", "than"} or "only" in sentence.lowers

    def resolve(self, head: int) -> Link | None:
        """Return what a pronoun or description stands for, None where it names its thing itself or nothing fits."""
        return self.discourse.resolve(self.number, self.sentence, head)

    def meant(self, head: int) -> Link | None:
        """Return what a pronoun or description stands for, as `resolve` does, or the clause that "that" stands for."""
        return self.resolve(head) or self.discourse.told(self.sentence, head)

    def text(self, first: int, last: int) -> str:
        """Return the document's words from one token to another."""
        return self.document.text[self.sentence.tokens[first].start : self.sentence.tokens[last].end]
