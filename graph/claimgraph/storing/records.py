"""Claims, relations and problems as plain records, a JSON line each, and the way back without loss.

The shape of `claims.jsonl` and `relations.jsonl` is fixed: other programs read it. Fields may be added, none is
renamed or dropped.
"""

import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, TypeAlias, TypeVar

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
from claimgraph.model.problem import ClaimgraphError, Problem
from claimgraph.model.relation import Alignment, Relation, RelationType
from claimgraph.storing.locating import Spot

Record: TypeAlias = dict[str, Any]
Fact = TypeVar("Fact")

_QUOTE = ("exact", "prefix", "suffix", "start", "end")
_SURROGATE = re.compile("[\ud800-\udfff]")


def claim_record(claim: Claim, spot: Spot | None = None) -> Record:
    """Return a claim as the record that `claims.jsonl` holds.

    Args:
        claim: the claim.
        spot: where its quote stands; what is known of it goes into `quote` as `page`, `heading`, `line`, `link`.
    """
    return {
        "id": claim.id,
        "document": claim.document,
        "quote": {
            "exact": claim.quote.exact,
            "prefix": claim.quote.prefix,
            "suffix": claim.quote.suffix,
            "start": claim.quote.start,
            "end": claim.quote.end,
            **(spot.known() if spot else {}),
        },
        "subject": _mention_record(claim.subject),
        "predicate": _mention_record(claim.predicate),
        "object": _mention_record(claim.object) if claim.object else None,
        "polarity": claim.polarity.value,
        "certainty": claim.certainty.value,
        "voice": _voice_record(claim.voice),
        "evidence": claim.evidence.value,
        "qualifiers": _qualifier_records(claim.qualifiers),
        "proposition": claim.proposition,
        "content": _content_record(claim.content),
        "rule": claim.rule,
    }


def _mention_record(mention: Mention) -> Record:
    record: Record = {"text": mention.text, "label": mention.label, "concept": mention.concept}
    if mention.resolved is not None:
        record["resolved"] = mention.resolved
    if mention.candidates:
        record["candidates"] = list(mention.candidates)
    return record | {"start": mention.start, "end": mention.end}


def _voice_record(voice: Voice) -> Record:
    own = {"label": voice.label, "role": voice.role}
    return own | {
        "reported_by": voice.reported_by.label if voice.reported_by else None,
        "interest": voice.interest.value,
        "uncertain": voice.uncertain,
        "chain": [
            {"label": v.label, "role": v.role, "interest": v.interest.value, "uncertain": v.uncertain}
            for v in voice.chain()
        ],
    }


def _qualifier_records(qualifiers: Iterable[Qualifier]) -> dict[str, list[Record]]:
    """Return qualifiers by kind; `order` is the place of each among all, for the kinds can be mixed."""
    grouped: dict[str, list[Record]] = {}
    for order, q in enumerate(qualifiers):
        record: Record = {"text": q.text, "label": q.label, "order": order}
        if q.concept is not None:
            record["concept"] = q.concept
        if q.quantity is not None:
            n = q.quantity
            record |= {"low": n.low, "high": n.high, "unit": n.unit, "dimension": n.dimension}
        grouped.setdefault(q.kind, []).append(record)
    return grouped


def _content_record(content: Proposition) -> Record:
    return {
        "subject": {"label": content.subject.label, "concept": content.subject.concept},
        "predicate": {"label": content.predicate.label, "concept": content.predicate.concept},
        "object": {"label": content.object.label, "concept": content.object.concept} if content.object else None,
        "qualifiers": _qualifier_records(content.qualifiers),
        "label": content.label,
    }


def claim_from_record(record: Mapping[str, Any]) -> Claim:
    """Return the claim of a record, equal to the one that was written.

    Raises:
        KeyError, TypeError, ValueError: the record is none of a claim; `read_records` turns these into one line.
    """
    return Claim(
        document=record["document"],
        quote=Quote(**{name: record["quote"][name] for name in _QUOTE}),
        subject=_mention(record["subject"]),
        predicate=_mention(record["predicate"]),
        object=_mention(record["object"]) if record["object"] else None,
        polarity=Polarity(record["polarity"]),
        certainty=Certainty(record["certainty"]),
        voice=_voice(record["voice"]["chain"]),
        evidence=Evidence(record["evidence"]),
        qualifiers=_qualifiers(record["qualifiers"]),
        content=_content(record["content"]),
        rule=record["rule"],
        id=record["id"],
    )


def _mention(record: Mapping[str, Any]) -> Mention:
    return Mention(
        text=record["text"],
        label=record["label"],
        concept=record["concept"],
        resolved=record.get("resolved"),
        start=record["start"],
        end=record["end"],
        candidates=tuple(record.get("candidates", ())),
    )


def _voice(chain: list[Mapping[str, Any]]) -> Voice:
    voice: Voice | None = None
    for link in reversed(chain):
        voice = Voice(link["label"], link["role"], Interest(link["interest"]), voice, link["uncertain"])
    if voice is None:
        raise ValueError("the voice's chain is empty")
    return voice


def _qualifiers(grouped: Mapping[str, list[Mapping[str, Any]]]) -> tuple[Qualifier, ...]:
    found = [(entry["order"], _qualifier(kind, entry)) for kind, entries in grouped.items() for entry in entries]
    return tuple(qualifier for _, qualifier in sorted(found, key=lambda pair: pair[0]))


def _qualifier(kind: str, entry: Mapping[str, Any]) -> Qualifier:
    quantity = Quantity(entry["low"], entry["high"], entry["unit"], entry["dimension"]) if "unit" in entry else None
    return Qualifier(kind, entry["text"], entry["label"], entry.get("concept"), quantity)


def _content(record: Mapping[str, Any]) -> Proposition:
    return Proposition(
        Term(**record["subject"]),
        Term(**record["predicate"]),
        Term(**record["object"]) if record["object"] else None,
        _qualifiers(record["qualifiers"]),
    )


def relation_record(relation: Relation) -> Record:
    """Return a relation as the record that `relations.jsonl` holds."""
    return {
        "id": relation.id,
        "type": relation.type.value,
        "kind": relation.kind,
        "source": relation.source,
        "target": relation.target,
        "rule": relation.rule,
        "rationale": relation.rationale,
        "score": relation.score,
        "slots": [
            {"slot": s.slot, "source": s.source, "target": s.target, "step": s.step, "agrees": s.agrees}
            for s in relation.slots
        ],
        "differing": relation.differing,
        "independent": relation.independent,
        "within": relation.within,
    }


def relation_from_record(record: Mapping[str, Any]) -> Relation:
    """Return the relation of a record, equal to the one that was written; raises like `claim_from_record`."""
    fields = {name: value for name, value in record.items() if name != "id"}
    fields["type"] = RelationType(record["type"])
    fields["slots"] = tuple(Alignment(**slot) for slot in record["slots"])
    return Relation(**fields)


def problem_record(problem: Problem) -> Record:
    """Return a problem as the record that `problems.jsonl` holds."""
    return {"source": problem.source, "message": problem.message, "code": problem.code, "fatal": problem.fatal}


def problem_from_record(record: Mapping[str, Any]) -> Problem:
    """Return the problem of a record; raises like `claim_from_record`."""
    return Problem(**record)


def json_line(record: Mapping[str, Any]) -> bytes:
    r"""Return a record as one line of UTF-8 JSON, its line end included.

    Halves of broken character pairs, which UTF-8 cannot carry, are written as JSON escapes.

    >>> json_line({"text": "caf\u00e9"}).decode()
    '{"text": "café"}\n'
    """
    text = json.dumps(record, ensure_ascii=False, allow_nan=False)
    if not text.isascii():
        text = _SURROGATE.sub(lambda half: f"\\u{ord(half.group()):04x}", text)
    return text.encode("utf-8") + b"\n"


def write_records(path: Path, records: Iterable[Mapping[str, Any]]) -> None:
    """Write records to a file, a line each."""
    with path.open("wb") as out:
        out.writelines(json_line(record) for record in records)


def read_records(path: Path, reader: Callable[[Mapping[str, Any]], Fact]) -> Iterator[Fact]:
    """Yield what `reader` makes of each line of a file.

    Raises:
        ClaimgraphError: the file is missing, or a line is no record of that kind; file and line are named.
    """
    try:
        with path.open("rb") as lines:
            for number, line in enumerate(lines, start=1):
                yield _read(path, number, line, reader)
    except OSError as error:
        raise ClaimgraphError(f"{path}: cannot be read ({error.strerror}); is this the folder of a build?") from None


def _read(path: Path, number: int, line: bytes, reader: Callable[[Mapping[str, Any]], Fact]) -> Fact:
    try:
        return reader(json.loads(line))
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        reason = f"no field {error}" if isinstance(error, KeyError) else str(error).splitlines()[0]
        raise ClaimgraphError(f"{path}:{number}: not a record of this kind ({reason}); build the graph again") from None
