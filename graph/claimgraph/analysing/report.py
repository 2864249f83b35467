"""The findings as a report for people: plain text or Markdown, made from `report.json` and `claims.jsonl`."""

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from claimgraph.analysing.english import counted, listed, shortened
from claimgraph.analysing.layout import Block, Heading, Items, Paragraph, Table, as_markdown, as_text
from claimgraph.model import ClaimgraphError, Findings, to_record
from claimgraph.model.findings import SCHEMA_VERSION

#: Entries of a list and rows of a table that a report shows.
MOST = 12
#: Sources that a table has columns for.
MOST_COLUMNS = 8
CAUTION = "Counts of claims are not strength of evidence: a thing said often is not thereby true."
FORMS = ("text", "markdown")

Record = Mapping[str, Any]
Quotes = Mapping[str, str]


def report(out: Path, form: str = "text", most: int = MOST) -> str:
    """Return the report of a build's folder.

    Args:
        out: the folder that `claimgraph build` wrote.
        form: "text" or "markdown".
        most: entries shown of each list.

    Raises:
        ClaimgraphError: the folder holds no build, or one of another version.
    """
    record = _read_record(out / "report.json")
    return written(record, _read_quotes(out / "claims.jsonl"), form, most)


def of_findings(findings: Findings, quotes: Quotes, form: str = "text", most: int = MOST) -> str:
    """Return the report of findings that were never written.

    Args:
        findings: of `analyse`.
        quotes: the words of each claim by its id.
        form: "text" or "markdown".
        most: entries shown of each list.
    """
    return written(json.loads(json.dumps(to_record(findings))), quotes, form, most)


def written(record: Record, quotes: Quotes, form: str = "text", most: int = MOST) -> str:
    """Return the report of a record as `report.json` holds it."""
    if form not in FORMS:
        raise ClaimgraphError(f"report: no form {form!r}; use {' or '.join(FORMS)}")
    blocks = blocks_of(record, quotes, most)
    return as_markdown(blocks) if form == "markdown" else as_text(blocks)


def _read_record(path: Path) -> Record:
    """Return the content of report.json."""
    try:
        record = json.loads(path.read_text("utf-8"))
    except FileNotFoundError:
        raise ClaimgraphError(f"{path}: not there; name the folder that `claimgraph build` wrote") from None
    except (OSError, ValueError) as error:
        raise ClaimgraphError(f"{path}: cannot be read ({error}); build again") from None
    if not isinstance(record, dict) or record.get("version") != SCHEMA_VERSION:
        raise ClaimgraphError(f"{path}: not a report of version {SCHEMA_VERSION}; build again")
    return record


def _read_quotes(path: Path) -> Quotes:
    """Return the words of each claim of claims.jsonl."""
    try:
        rows = [json.loads(line) for line in path.read_text("utf-8").splitlines() if line.strip()]
        return {row["id"]: row["quote"]["exact"] for row in rows}
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise ClaimgraphError(f"{path}: cannot be read ({error}); build again") from None


def blocks_of(record: Record, quotes: Quotes, most: int) -> list[Block]:
    """Return the report as headings, paragraphs, lists and tables."""
    names = {source["document"]: source["label"] for source in record["matrix"]["sources"]}
    blocks: list[Block] = [Heading("Who says what, and where they disagree", 1)]
    blocks += [Paragraph(record["counts"]["note"]["sentence"]), Paragraph(CAUTION)]
    if record["headlines"]:
        blocks.append(Items(tuple(record["headlines"])))
    for name, show in SECTIONS:
        note = record[name]["note"]
        blocks += [Heading(note["title"]), Paragraph(note["explanation"]), Paragraph(note["sentence"])]
        blocks += show(record[name], names, quotes, most)
        blocks += [Paragraph(note["sampled"])] if note["sampled"] else []
    limits = [*record["bounds"], *record["problems"]]
    return blocks + ([Heading("Limits and problems"), Items(tuple(limits))] if limits else [])


def _quoted(claims: Sequence[str], quotes: Quotes, most: int = 1) -> str:
    """Return the words of the first claims, with their ids."""
    return "; ".join(f"“{shortened(quotes.get(claim, ''), 120)}” ({claim})" for claim in claims[:most])


def _items(lines: Sequence[str]) -> list[Block]:
    """Return a list, or nothing."""
    return [Items(tuple(lines))] if lines else []


def _matrix(section: Record, names: Mapping[str, str], _: Quotes, most: int) -> list[Block]:
    """Return the matrix as a table, or as a list where the sources are too many for columns."""
    questions = section["questions"][:most]
    if not questions:
        return []
    if len(names) > MOST_COLUMNS:
        return _items([f"{q['text']} {q['sentence']}" for q in questions])
    rows = []
    for question in questions:
        cells = {cell["document"]: _cell(cell) for cell in question["cells"]}
        rows.append((question["text"], question["status"], *(cells.get(stem, "") for stem in names)))
    return [Table(("Question", "Status", *names.values()), tuple(rows))]


def _cell(cell: Record) -> str:
    """Return what one source says: numbers of yes and no, or the values it gives."""
    if cell["values"]:
        return ", ".join(shortened(value, 40) for value in cell["values"])
    said = [f"{mark} {cell[side]}" for side, mark in (("yes", "✔"), ("no", "✘")) if cell[side]]
    return " ".join(said) + (f" ({cell['hedged']} hedged)" if cell["hedged"] else "")


def _disputed(section: Record, _: Mapping[str, str], __: Quotes, most: int) -> list[Block]:
    """Return the most disputed propositions."""
    return _items(
        [
            f"{item['text']} {item['yes']} yes, {item['no']} no, in {counted(item['sources'], 'source')}; "
            f"{counted(item['conflicts'], 'pair')} of claims in conflict."
            for item in section["propositions"][:most]
        ]
    )


def _own(section: Record, names: Mapping[str, str], quotes: Quotes, most: int) -> list[Block]:
    """Return the pages that contradict themselves."""
    return _items(
        [
            f"{names.get(item['document'], item['document'])} ({item['kind']}): {_quoted(item['claims'], quotes, 2)}. "
            f"{item['rationale']}"
            for item in section["contradictions"][:most]
        ]
    )


def _pairs(section: Record, names: Mapping[str, str], _: Quotes, most: int) -> list[Block]:
    """Return how sources stand to each other."""
    rows = [
        (
            names.get(pair["first"], pair["first"]),
            names.get(pair["second"], pair["second"]),
            *(str(len(pair[how])) for how in ("agree", "conflict", "mixed")),
        )
        for pair in section["pairs"][:most]
    ]
    return [Table(("Source", "Source", "Agree", "Conflict", "One says both"), tuple(rows))] if rows else []


def _camps(section: Record, names: Mapping[str, str], _: Quotes, most: int) -> list[Block]:
    """Return the camps."""
    camps = [listed([names.get(stem, stem) for stem in camp], most) for camp in section["camps"][:most]]
    return _items([f"Camp {number}: {camp}" for number, camp in enumerate(camps, 1)])


def _central(section: Record, _: Mapping[str, str], __: Quotes, most: int) -> list[Block]:
    """Return the central concepts."""
    rows = [
        (item["label"], item["kind"], str(item["sources"]), str(item["claims"]), f"{item['betweenness']:.3f}")
        for item in section["concepts"][:most]
    ]
    return [Table(("Concept", "Kind", "Sources", "Claims", "Betweenness"), tuple(rows))] if rows else []


def _topics(section: Record, _: Mapping[str, str], __: Quotes, most: int) -> list[Block]:
    """Return the topics."""
    return _items(
        [
            f"{group['label']}: {counted(group['claims'], 'claim')} in {counted(len(group['sources']), 'source')}, "
            f"{counted(group['disputed'], 'disputed question')}"
            for group in section["groups"][:most]
        ]
    )


def _chains(section: Record, _: Mapping[str, str], quotes: Quotes, most: int) -> list[Block]:
    """Return the mechanism chains with the words behind the weakest link."""
    return _items(
        [
            f"{path['sentence']} {_quoted(path['steps'][path['weakest']]['claims'], quotes)}"
            for path in section["paths"][:most]
        ]
    )


def _standings(section: Record, _: Mapping[str, str], quotes: Quotes, most: int) -> list[Block]:
    """Return what falls or stands, and the claims on which most hangs."""
    decided = [item for item in section["standings"] if item["label"] != "undecided"]
    lines = [f"{item['label'].capitalize()}: {_quoted([item['claim']], quotes)}" for item in decided[:most]]
    lines += [
        f"Without {_quoted([pivot['claim']], quotes)} {counted(len(pivot['changes']), 'other claim')} would change."
        for pivot in section["pivots"][:most]
    ]
    return _items(lines)


def _ladder(section: Record, _: Mapping[str, str], __: Quotes, ___: int) -> list[Block]:
    """Return the evidence ladder over all claims."""
    rows = tuple((step.replace("-", " "), str(number)) for step, number in section["overall"])
    return [Table(("Evidence named, strongest first", "Claims"), rows)]


def _overclaims(section: Record, names: Mapping[str, str], _: Quotes, most: int) -> list[Block]:
    """Return the worst overclaims."""
    return _items(
        [
            f"“{shortened(item['quote'])}” ({names.get(item['document'], item['document'])}, {item['claim']}): "
            f"firmness {item['firmness']:.2f}, evidence {item['strength']:.2f}"
            for item in section["worst"][:most]
        ]
    )


def _sellers(section: Record, names: Mapping[str, str], quotes: Quotes, most: int) -> list[Block]:
    """Return what only sellers say."""
    return _items(
        [
            f"{item['label']} ({listed([names.get(stem, stem) for stem in item['sources']], 3)}): "
            f"{_quoted(item['claims'], quotes)}"
            for item in section["propositions"][:most]
        ]
    )


def _independence(section: Record, _: Mapping[str, str], __: Quotes, most: int) -> list[Block]:
    """Return the support that is left once copies are merged."""
    rows = [
        (
            item["label"],
            "yes" if item["polarity"] == "positive" else "no",
            str(item["claims"]),
            str(item["independent"]),
        )
        for item in section["propositions"][:most]
    ]
    return [Table(("Proposition", "Answer", "Claims", "Independent"), tuple(rows))] if rows else []


def _missing(section: Record, names: Mapping[str, str], quotes: Quotes, most: int) -> list[Block]:
    """Return silences, single voices and bare numbers."""
    silent = [
        f"{item['text']} Silent: {listed([names.get(stem, stem) for stem in item['documents']], MOST_COLUMNS)}"
        for item in section["silences"][:most]
    ]
    alone = [
        f"Unconfirmed: {item['label']} ({item['voice']}): {_quoted(item['claims'], quotes)}"
        for item in section["unconfirmed"][:most]
    ]
    bare = [
        f"Number without a ground: {item['number']} in “{item['quote']}” ({item['claim']})"
        for item in section["numbers"][:most]
    ]
    return _items(silent + alone + bare)


#: Every section of the report with what shows it, in the order a reader meets them.
SECTIONS = (
    ("matrix", _matrix),
    ("disputed", _disputed),
    ("self_contradictions", _own),
    ("agreement", _pairs),
    ("balance", _camps),
    ("central", _central),
    ("communities", _topics),
    ("mechanisms", _chains),
    ("argumentation", _standings),
    ("evidence", _ladder),
    ("overclaims", _overclaims),
    ("sellers_only", _sellers),
    ("independence", _independence),
    ("missing", _missing),
)
