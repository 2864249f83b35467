"""All knowledge that extracting looks up, prepared once a run."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import lru_cache

from claimgraph.knowledge.english import English, english
from claimgraph.knowledge.matching import ConceptMatcher, Match
from claimgraph.knowledge.pack import Concept, Pack
from claimgraph.knowledge.verbs import VerbIndex
from claimgraph.language.parsed import Sentence


@dataclass(frozen=True, slots=True)
class Lexicon:
    """A pack with its finders, and the word lists.

    Attributes:
        pack: concepts and predicates.
        matcher: finds concepts in running text.
        verbs: finds predicates by their key.
        phrases: verb phrases ("grow hair") and the concept each brings about.
        english: the word lists.
        named: gives the concepts a whole phrase is a label of; remembers what it was asked.
    """

    pack: Pack
    matcher: ConceptMatcher
    verbs: VerbIndex
    phrases: Mapping[str, str]
    english: English
    named: Callable[[str], tuple[str, ...]]

    def matches(self, sentence: Sentence) -> tuple[Match, ...]:
        """Return where concepts are named in a sentence, by token indices."""
        return self.matcher.find([(t.text, t.lemma) if len(t.text) <= 40 else ("", "") for t in sentence.tokens])

    def concept(self, iri: str | None) -> Concept | None:
        """Return a concept of the pack, None where the IRI names none."""
        return self.pack.concepts.get(iri) if iri else None


def lexicon(pack: Pack) -> Lexicon:
    """Return the lexicon of a pack."""
    phrases = {phrase: iri for iri, concept in sorted(pack.concepts.items()) for phrase in concept.phrases}
    matcher = ConceptMatcher(pack)
    return Lexicon(pack, matcher, VerbIndex(pack), phrases, english(), lru_cache(maxsize=1 << 16)(matcher.named))
