"""From a file to a Document: one small module a format."""

from claimgraph.reading.limits import Limits
from claimgraph.reading.pile import document_from_text, read
from claimgraph.reading.places import Place, place, text_fragment
from claimgraph.reading.prose import prose
from claimgraph.reading.tongue import language_of

__all__ = ["Limits", "Place", "document_from_text", "language_of", "place", "prose", "read", "text_fragment"]
