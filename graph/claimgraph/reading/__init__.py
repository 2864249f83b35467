"""From a file to a Document: one small module a format."""

from claimgraph.reading.limits import Limits
from claimgraph.reading.pile import document_from_text, read
from claimgraph.reading.places import Place, place, text_fragment
from claimgraph.reading.prose import prose

__all__ = ["Limits", "Place", "document_from_text", "place", "prose", "read", "text_fragment"]
