"""A report to read or to put into a document of one's own: what is disputed, by whom, in which words."""

import re
from collections.abc import Iterator

from claimgraph.model.claim import Claim, Polarity
from claimgraph.model.facts import Facts
from claimgraph.model.findings import Findings
from claimgraph.model.relation import Relation, RelationType
from claimgraph.storing.exports.base import Exported, Files
from claimgraph.storing.locating import Locator, Spot

# Whatever could mean something to a Markdown reader, or be HTML, is text in a quote.
_MARKUP = re.compile(r"([\\`*_{}\[\]()#+!|<>~&$^=-])")
# What would end a link in angle brackets (CommonMark, section 6.3).
_ANGLES = re.compile(r"[<>\\\s]")


def markdown(source: Exported) -> Files:
    """Return the report as CommonMark."""
    lines = [*_opening(source.facts, source.findings), *_sources(source.facts)]
    lines += _relations(source.facts, RelationType.CONFLICT, "Conflicts")
    lines += _relations(source.facts, RelationType.APPARENT, "Only apparent conflicts")
    lines += _propositions(source.facts)
    return {"": ("\n".join(lines).rstrip() + "\n").encode("utf-8", "replace")}


def escaped(text: str) -> str:
    r"""Return words of a document as Markdown shows them: in one line, nothing taken for markup.

    >>> escaped("*new* <b>")
    '\\*new\\* \\<b\\>'
    """
    return _MARKUP.sub(r"\\\1", " ".join(text.split()))


def _opening(facts: Facts, findings: Findings | None) -> Iterator[str]:
    yield "# Who says what"
    yield ""
    contents = facts.propositions()
    yield (
        f"{len(facts.documents)} documents, {len(facts.claims)} claims, {len(contents)} propositions, "
        f"{len(facts.conflicts())} conflicts. Counts of claims are not strength of evidence."
    )
    yield ""
    if findings:
        yield from (f"- {escaped(line)}" for line in findings.headlines)
        yield ""


def _sources(facts: Facts) -> Iterator[str]:
    yield "## Sources"
    yield ""
    yield "| Document | Publisher | Kind | Date | Claims |"
    yield "| --- | --- | --- | --- | ---: |"
    for d in facts.documents:
        claims = sum(claim.document == d.stem for claim in facts.claims)
        cells = (d.title or d.stem, d.publisher or "", d.kind, d.date or "")
        yield f"| {' | '.join(escaped(cell) for cell in cells)} | {claims} |"
    yield ""


def _relations(facts: Facts, kind: RelationType, heading: str) -> Iterator[str]:
    found = [relation for relation in facts.relations if relation.type is kind]
    if not found:
        return
    yield f"## {heading}"
    yield ""
    claims = facts.by_id()
    located = Locator(facts.documents)
    for relation in found:
        yield from _meeting(relation, claims[relation.source], claims[relation.target], located)


def _meeting(relation: Relation, source: Claim, target: Claim, located: Locator) -> Iterator[str]:
    differs = f" (differs in {escaped(relation.differing)})" if relation.differing else ""
    yield f"### {escaped(relation.kind.capitalize())}: {escaped(source.content.label)}{differs}"
    yield ""
    for claim in (source, target):
        yield _quoted(claim, located(claim))
        yield ""
    yield escaped(relation.rationale)
    yield ""


def _quoted(claim: Claim, spot: Spot) -> str:
    where = escaped(claim.document)
    if spot.link:
        where = f"[{where}](<{_ANGLES.sub(_percent, spot.link)}>)"
    if spot.phrase():
        where += f", {escaped(spot.phrase())}"
    return f"> “{escaped(claim.quote.exact)}” — {escaped(claim.voice.label)}, {where}"


def _percent(sign: re.Match[str]) -> str:
    return "".join(f"%{byte:02X}" for byte in sign.group().encode("utf-8", "replace"))


def _propositions(facts: Facts) -> Iterator[str]:
    yield "## Propositions"
    yield ""
    yield "| Proposition | For | Against | Documents |"
    yield "| --- | ---: | ---: | ---: |"
    rows = []
    for content, claims in facts.propositions().values():
        yes = sum(claim.polarity is Polarity.POSITIVE for claim in claims)
        rows.append((-min(yes, len(claims) - yes), -len(claims), content.label, yes, len(claims) - yes, claims))
    for _, _, label, yes, no, claims in sorted(rows, key=lambda row: row[:3]):
        yield f"| {escaped(label)} | {yes} | {no} | {len({claim.document for claim in claims})} |"
    yield ""
