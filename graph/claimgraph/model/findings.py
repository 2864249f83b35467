"""Findings: what the analyses say about a pile of documents, as frozen values that `report.json` and the page show.

Every section carries a `Note`: what the analysis is for, what it found, and how it was done. Claims are named by
their ids, propositions and concepts by their IRIs, documents by their stems, relations by their ids.
"""

from dataclasses import dataclass, field, fields, is_dataclass
from enum import Enum

from claimgraph.model.answers import (
    Cell,
    Contradiction,
    Counts,
    Disputed,
    DisputedProposition,
    Matrix,
    Member,
    Note,
    Question,
    SelfContradictions,
    Source,
)
from claimgraph.model.grounds import (
    Argumentation,
    EvidenceLadder,
    Independence,
    IndependentSupport,
    Interested,
    Ladder,
    Missing,
    Overclaim,
    Overclaims,
    Pivot,
    SellersOnly,
    Silence,
    Standing,
    Unconfirmed,
    UnsourcedNumber,
)
from claimgraph.model.structure import (
    Agreement,
    Balance,
    Central,
    Communities,
    Community,
    MechanismPath,
    Mechanisms,
    Ranked,
    SourcePair,
    Step,
)

__all__ = [
    "SCHEMA_VERSION",
    "Agreement",
    "Argumentation",
    "Balance",
    "Cell",
    "Central",
    "Communities",
    "Community",
    "Contradiction",
    "Counts",
    "Disputed",
    "DisputedProposition",
    "EvidenceLadder",
    "Findings",
    "Independence",
    "IndependentSupport",
    "Interested",
    "Ladder",
    "Matrix",
    "MechanismPath",
    "Mechanisms",
    "Member",
    "Missing",
    "Note",
    "Overclaim",
    "Overclaims",
    "Pivot",
    "Question",
    "Ranked",
    "SelfContradictions",
    "SellersOnly",
    "Silence",
    "Source",
    "SourcePair",
    "Standing",
    "Step",
    "Unconfirmed",
    "UnsourcedNumber",
    "to_record",
]

#: Version of the shape of `report.json`; it grows when a field changes its meaning or goes.
SCHEMA_VERSION = 1


@dataclass(frozen=True, slots=True)
class Findings:
    """All that the analyses say, in the order a reader meets it.

    Attributes:
        headlines: the few sentences that matter most, the first one for the page's first screen.
        packs: names of the packs used.
        bounds: limits that cut something short, in sentences.
        problems: one line for each source that could not be read in whole or part.
        version: of the shape of the record, see `SCHEMA_VERSION`.
    """

    headlines: tuple[str, ...]
    counts: Counts
    matrix: Matrix
    disputed: Disputed
    self_contradictions: SelfContradictions
    agreement: Agreement
    balance: Balance
    central: Central
    communities: Communities
    mechanisms: Mechanisms
    argumentation: Argumentation
    evidence: EvidenceLadder
    overclaims: Overclaims
    sellers_only: SellersOnly
    independence: Independence
    missing: Missing
    packs: tuple[str, ...] = ()
    bounds: tuple[str, ...] = ()
    problems: tuple[str, ...] = ()
    version: int = field(default=SCHEMA_VERSION)


def to_record(findings: Findings) -> dict[str, object]:
    """Return the findings as plain lists, dictionaries, strings and numbers: the content of `report.json`."""
    return {item.name: plain(getattr(findings, item.name)) for item in fields(findings)}


def plain(value: object) -> object:
    """Return any part of the findings ready for JSON.

    Floats are rounded to six digits, so that a platform's last bit never changes a byte of the report.

    >>> plain(Silence("q1", "Does it work?", ("a", "b")))
    {'question': 'q1', 'text': 'Does it work?', 'documents': ['a', 'b']}
    """
    if is_dataclass(value) and not isinstance(value, type):
        return {item.name: plain(getattr(value, item.name)) for item in fields(value)}
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, float):
        return round(value, 6)
    if isinstance(value, tuple | list):
        return [plain(item) for item in value]
    return value
