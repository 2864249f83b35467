"""Claims against hand-read gold: which gold rows were found, and whether polarity, certainty and voice agree.

A row is found by a claim of its document whose quote covers at least half of the shorter of the two spans, whose
subject matches the row's first expression and whose predicate or object matches the second. Of the claims that find
it, those of the right polarity are asked for certainty and voice, all of them where none has it.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from claimgraph.model import Certainty, Claim, Mention

SHARE = 0.5
POLARITIES = {"+": "positive", "-": "negative"}


@dataclass(frozen=True, slots=True)
class Row:
    """A gold claim.

    Attributes:
        id: of the row.
        document: stem of its document.
        quote: its words, verbatim.
        start: first character in the document's text.
        end: one past the last.
        subject: expression for the subject's wordings.
        object: expression for the predicate's or object's.
        polarity: "+", "-" or "any".
        certainty: "asserted", "hedged" (anything less) or "any".
        voice: expression for the voice's label; with "any" among its alternatives it is not scored.
    """

    id: str
    document: str
    quote: str
    start: int
    end: int
    subject: str
    object: str
    polarity: str
    certainty: str
    voice: str


@dataclass(frozen=True, slots=True)
class Verdict:
    """What became of a gold row; None where the row does not ask.

    Attributes:
        row: the gold row.
        near: claims whose quote overlaps the row's, whatever they say.
        found: those that say what the row says.
        polarity: whether one of them has the row's polarity.
        certainty: whether one of the best has the row's certainty.
        voice: whether one of the best has the row's voice.
    """

    row: Row
    near: tuple[Claim, ...]
    found: tuple[Claim, ...]
    polarity: bool
    certainty: bool | None
    voice: bool | None

    @property
    def fault(self) -> str:
        """Return the first thing that is wrong, "" where nothing is."""
        if not self.found:
            return "miss"
        if not self.polarity:
            return "polarity"
        if self.certainty is False:
            return "certainty"
        return "voice" if self.voice is False else ""


@dataclass(frozen=True, slots=True)
class Score:
    """Shares over a gold set, each from 0 to 1.

    Attributes:
        gold: rows in the set.
        emitted: claims in its documents.
        recall: rows found.
        recall_with_polarity: rows found with the right polarity.
        certainty: of the found rows that ask for it, those with the right certainty.
        voice: likewise.
        not_verbatim: claims whose quote is not the text at its offsets.
    """

    gold: int
    emitted: int
    recall: float
    recall_with_polarity: float
    certainty: float
    voice: float
    not_verbatim: int

    def cells(self) -> tuple[str, ...]:
        """Return the score as a table shows it."""
        shares = (self.recall, self.recall_with_polarity, self.certainty, self.voice)
        return (str(self.gold), str(self.emitted), *(f"{share:.3f}" for share in shares), str(self.not_verbatim))


COLUMNS = ("gold", "emitted", "recall", "recall with polarity", "certainty", "voice", "not verbatim")


def located(fields: Sequence[Sequence[str]], texts: Mapping[str, str]) -> list[Row]:
    """Return gold rows with the place of each quote: its first occurrence in the one document of its prefix.

    Raises:
        ValueError: if no single document begins with a row's prefix, or its quote does not stand there.
    """
    found = []
    for identifier, prefix, quote, *rest in fields:
        stems = [stem for stem in texts if stem.startswith(prefix)]
        if len(stems) != 1 or quote not in texts[stems[0]]:
            raise ValueError(f"gold row {identifier}: {len(stems)} documents begin with {prefix!r}, or no such quote")
        start = texts[stems[0]].find(quote)
        found.append(Row(identifier, stems[0], quote, start, start + len(quote), *rest))
    return found


def judged(rows: Sequence[Row], claims: Sequence[Claim]) -> list[Verdict]:
    """Return what became of each gold row."""
    of: dict[str, list[Claim]] = {}
    for claim in claims:
        of.setdefault(claim.document, []).append(claim)
    return [_judged(row, of.get(row.document, ())) for row in rows]


def _judged(row: Row, claims: Sequence[Claim]) -> Verdict:
    """Return what became of one gold row among its document's claims."""
    near = tuple(c for c in claims if overlaps(c, row.start, row.end))
    found = tuple(c for c in near if says(c, row.subject, row.object))
    want = POLARITIES.get(row.polarity)
    right = tuple(c for c in found if want is None or c.polarity == want)
    pool = right or found
    certainty = voice = None
    if found and row.certainty != "any":
        firm = row.certainty == "asserted"
        certainty = any((c.certainty is Certainty.ASSERTED) == firm for c in pool)
    if found and "any" not in row.voice.split("|"):
        voice = any(re.search(row.voice, c.voice.label, re.IGNORECASE) for c in pool)
    return Verdict(row, near, found, bool(right), certainty, voice)


def overlaps(claim: Claim, start: int, end: int) -> bool:
    """Say whether a claim's quote covers at least half of the shorter of it and a span."""
    quote = claim.quote
    common = min(quote.end, end) - max(quote.start, start)
    return common >= SHARE * min(quote.end - quote.start, end - start) > 0


def says(claim: Claim, subject: str, object_: str) -> bool:
    """Say whether a claim's subject matches one expression and its predicate or object the other."""
    rest = f"{wordings(claim.predicate)} | {wordings(claim.object)}"
    return bool(re.search(subject, wordings(claim.subject), re.IGNORECASE) and re.search(object_, rest, re.IGNORECASE))


def wordings(mention: Mention | None) -> str:
    """Return all the wordings of a subject, predicate or object, joined."""
    parts = (mention.text, mention.resolved, mention.label) if mention else ()
    return " | ".join(part for part in parts if part)


def score(verdicts: Sequence[Verdict], claims: Sequence[Claim], texts: Mapping[str, str]) -> Score:
    """Return the shares over a gold set."""
    quotes = ((texts[c.document], c.quote) for c in claims)
    return Score(
        len(verdicts),
        len(claims),
        share([bool(v.found) for v in verdicts]),
        share([v.polarity for v in verdicts]),
        share([v.certainty for v in verdicts if v.certainty is not None]),
        share([v.voice for v in verdicts if v.voice is not None]),
        sum(text[quote.start : quote.end] != quote.exact for text, quote in quotes),
    )


def share(right: Sequence[bool]) -> float:
    """Return the share of what is right, 0 where there is nothing."""
    return sum(right) / max(1, len(right))
