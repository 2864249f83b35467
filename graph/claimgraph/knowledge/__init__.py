"""What the program knows of a subject (domain packs) and of English (word lists), read from `ontology/`."""

from claimgraph.knowledge.pack import Concept, Pack, Predicate, Scale

__all__ = ["Concept", "Pack", "Predicate", "Scale"]
