"""The reason of a relation in one English sentence that a journalist understands."""

import re
from functools import lru_cache

from claimgraph.model import Alignment, Claim, Polarity, RelationType
from claimgraph.relating.rules import Finding

#: Characters of a quote that the sentence shows; the whole quote stands beside it.
SHOWN = 110
_NAMES = {
    "comparator": "the thing compared with",
    "dimension": "what is compared",
    "time": "the time",
    "duration": "the duration",
    "dose": "the dose",
    "population": "the people it is about",
    "site": "the place in the body",
    "condition": "the condition",
    "quantity": "the amount",
    "share": "the share",
    "money": "the sum",
    "frequency": "how often",
    "sessions": "the number of sessions",
}
_STEPS = {
    "broader": "“{source}” is a kind of “{target}”",
    "opposite": "“{source}” and “{target}” are taken as opposites",
    "synonym": "“{source}” and “{target}” are taken to mean the same",
    "uses": "“{source}” and “{target}” are one treatment and what it works by",
    "taken": "“{source}” and “{target}” speak of one thing",
    "lack": "one of “{source}” and “{target}” is too little of the other",
    "entails": "what is “{source}” is also “{target}”",
    "vector": "“{source}” and “{target}” are near in meaning",
    "inverse": "“{source}” and “{target}” say the same from either end",
}


def rationale(finding: Finding, source: Claim, target: Claim) -> str:
    """Return why two claims stand in a relation, naming what each says and what makes the difference.

    Args:
        finding: what the rule said.
        source: the claim that supports or attacks.
        target: the claim it supports or attacks.
    """
    verdict = _verdict(finding, source, target)
    steps = "; ".join(step for slot in finding.slots if (step := _shown(slot)))
    return f"{_side(source, target)}, and {_side(target, source)}: {verdict}{f' ({steps})' if steps else ''}."


def _side(claim: Claim, other: Claim) -> str:
    name = claim.voice.label or "the page"
    where = (
        f" ({claim.document})" if name == (other.voice.label or "the page") and claim.document != other.document else ""
    )
    return f"{name}{where} says “{clipped(claim.quote.exact)}”"


@lru_cache(maxsize=4096)
def clipped(text: str, limit: int = SHOWN) -> str:
    """Return a text on one line, cut at a word where it is longer than the limit.

    >>> clipped("Hair grows back  after four weeks.", 18)
    'Hair grows back …'
    """
    line = re.sub(r"\s+", " ", text).strip().rstrip(".")
    return line if len(line) <= limit else line[: limit - 1].rsplit(" ", 1)[0] + " …"


def _verdict(finding: Finding, source: Claim, target: Claim) -> str:
    if finding.type is RelationType.APPARENT:
        slot = next(s for s in finding.slots if s.slot == finding.differing)
        name = _NAMES.get(slot.slot, f"the {slot.slot}")
        return f"this only looks like a conflict, for {name} differs ({either(slot.source)} / {either(slot.target)})"
    if finding.type is RelationType.SUPPORT:
        return _support(finding, source, target)
    return _conflict(finding, source, target)


def either(words: str) -> str:
    """Return the words of a slot in quotation marks, or that nothing stands there."""
    return f"“{clipped(words, 60)}”" if words.strip() else "not stated"


def _support(finding: Finding, source: Claim, target: Claim) -> str:
    said = statement(target)
    denied = target.polarity is Polarity.NEGATIVE
    match finding.kind:
        case "converse":
            return "both put the two in the same order, told from either end"
        case "evidence":
            return f"both speak alike of the evidence on {target.content.subject.label}"
        case "entailed":
            return f"if the first holds, so does the second, {'the denial ' if denied else ''}that {said}"
    if finding.rule == "comparison":
        return "both put the two in the same order"
    return f"both {'deny' if denied else 'say'} that {said}"


def _conflict(finding: Finding, source: Claim, target: Claim) -> str:
    last = finding.slots[-1]
    match finding.kind:
        case "comparison":
            return "the order of the two is reversed"
        case "timing" | "quantity":
            measure = next(s for s in finding.slots if s.step == "range apart")
            return f"{either(measure.source)} and {either(measure.target)} do not meet"
        case "evidence":
            return "the first attacks the ground of the second, not what it concludes"
        case "contrary":
            marked = next((s for s in finding.slots if not s.agrees), last)
            return f"both cannot hold, for {either(marked.source)} and {either(marked.target)} exclude one another"
    affirmed = source if source.polarity is Polarity.POSITIVE else target
    return f"one affirms and the other denies that {statement(affirmed)}"


def _shown(slot: Alignment) -> str:
    """Return the step of a slot where the words of both sides differ and the step needs telling."""
    if not slot.source.strip() or not slot.target.strip():
        return ""
    if not slot.agrees or slot.step not in _STEPS or slot.source.casefold() == slot.target.casefold():
        return ""
    return _STEPS[slot.step].format(source=slot.source, target=slot.target)


def statement(claim: Claim) -> str:
    """Return what a claim is about as a clause, without its polarity ("exosomes promote hair growth")."""
    content = claim.content
    verb = _agreeing(content.predicate.label, content.subject.label)
    return " ".join(
        part for part in (content.subject.label, verb, content.object.label if content.object else "") if part
    )


_BE = {
    "be": ("is", "are"),
    "is": ("is", "are"),
    "has": ("has", "have"),
    "have": ("has", "have"),
    "does": ("does", "do"),
}


def _agreeing(verb: str, subject: str) -> str:
    """Return a predicate's words in the number of its subject, as far as the ending tells."""
    first, _, rest = verb.partition(" ")
    plural = subject.endswith("s") and not subject.endswith(("ss", "us", "is"))
    if first in _BE:
        word = _BE[first][plural]
    elif plural:
        word = _bare(first)
    else:
        word = first if first.endswith("s") and not first.endswith("ss") else _third(first)
    return f"{word} {rest}".strip()


def _bare(verb: str) -> str:
    if verb.endswith(("sses", "shes", "ches", "xes")):
        return verb[:-2]
    return verb[:-1] if verb.endswith("s") and not verb.endswith("ss") else verb


def _third(verb: str) -> str:
    if verb.endswith(("ss", "sh", "ch", "x", "o")):
        return verb + "es"
    return verb[:-1] + "ies" if verb.endswith("y") and verb[-2:-1] not in "aeiou" else verb + "s"
