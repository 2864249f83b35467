"""Documents about a contested subject become a knowledge graph of claims.

`build` makes the graph of a pile of documents, `extract` gives the claims of texts, `compare` says whether the second
of two texts supports or conflicts with the first.
"""

from typing import TYPE_CHECKING

from claimgraph.model import Claim, ClaimgraphError, Document, Problem, Relation

if TYPE_CHECKING:
    from claimgraph.api import Build, build, compare, extract

__version__ = "0.1.0"
__all__ = [
    "Build",
    "Claim",
    "ClaimgraphError",
    "Document",
    "Problem",
    "Relation",
    "build",
    "compare",
    "extract",
]


def __getattr__(name: str) -> object:
    """Return an entry point, imported when first asked for so that `import claimgraph` stays quick."""
    if name in {"Build", "build", "compare", "extract"}:
        from claimgraph import api

        return getattr(api, name)
    raise AttributeError(f"module 'claimgraph' has no attribute {name!r}")
