"""From a file to a Document: one small module a format."""

from claimgraph.reading.limits import Limits
from claimgraph.reading.pile import document_from_text, read

__all__ = ["Limits", "document_from_text", "read"]
