"""The facts that travel the road: documents, claims, relations, problems, all frozen values."""

from claimgraph.model.claim import (
    Certainty,
    Claim,
    Evidence,
    Interest,
    Mention,
    Polarity,
    Proposition,
    Qualifier,
    Quantity,
    Quote,
    Term,
    Voice,
)
from claimgraph.model.document import Document, Region, SourceKind
from claimgraph.model.facts import Facts
from claimgraph.model.findings import Cell, Findings, Matrix, Note, Question, Source, to_record
from claimgraph.model.problem import ClaimgraphError, ExitCode, Problem
from claimgraph.model.relation import Alignment, Relation, RelationType

__all__ = [
    "Alignment",
    "Cell",
    "Certainty",
    "Claim",
    "ClaimgraphError",
    "Document",
    "Evidence",
    "ExitCode",
    "Facts",
    "Findings",
    "Interest",
    "Matrix",
    "Mention",
    "Note",
    "Polarity",
    "Problem",
    "Proposition",
    "Qualifier",
    "Quantity",
    "Question",
    "Quote",
    "Region",
    "Relation",
    "RelationType",
    "Source",
    "SourceKind",
    "Term",
    "Voice",
    "to_record",
]
