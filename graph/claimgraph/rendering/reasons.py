"""Why two claims support or contradict one another, in a sentence that needs no quotes but those above it."""

from claimgraph.analysing.english import is_plural, tidied
from claimgraph.model import Alignment, Claim, Polarity, Relation, RelationType, Term
from claimgraph.rendering import words
from claimgraph.rendering.text import clip, one_line
from claimgraph.rendering.view import View

#: How two slots were matched, in words; a step that is not here needs none.
STEPS = {
    "broader": "“{source}” {are} a kind of “{target}”",
    "opposite": "“{source}” and “{target}” are taken as opposites",
    "synonym": "“{source}” and “{target}” are taken to mean the same",
    "uses": "“{source}” and “{target}” are one treatment and what it works by",
    "taken": "“{source}” and “{target}” speak of one thing",
    "lack": "one of “{source}” and “{target}” is too little of the other",
    "entails": "“{source}” implies “{target}”",
    "vector": "“{source}” and “{target}” are near in meaning",
    "inverse": "“{source}” and “{target}” say the same from either end",
}
#: Every outcome falls under a pack's most general one; to call it "a kind of" that would say nothing.
GENERAL = "what is said of “{source}” falls under “{target}”"
WORKS_BY = "“{source}” {work} by “{target}”"


def reason(relation: Relation, view: View, limit: int = 600) -> str:
    """Return why two claims of a page stand in a relation.

    Args:
        relation: between two claims of the build.
        view: the build's views.
        limit: most characters.
    """
    steps = list(dict.fromkeys(step for slot in relation.slots if (step := _step(slot, view))))
    told = f" ({'; '.join(steps)})" if steps else ""
    said = tidied(_verdict(relation, view))
    return clip(one_line(f"{said[:1].upper()}{said[1:]}{told}.", 4 * limit), limit)


def _verdict(relation: Relation, view: View) -> str:
    source, target = view.claim_by_id[relation.source], view.claim_by_id[relation.target]
    if relation.type is RelationType.APPARENT:
        return _apparent(relation)
    if relation.type is RelationType.SUPPORT:
        return _support(relation, source, target, view)
    return _conflict(relation, source, target, view)


def _conflict(relation: Relation, source: Claim, target: Claim, view: View) -> str:
    apart = next((s for s in relation.slots if s.step == "range apart" or not s.agrees), None)
    match relation.kind:
        case "comparison":
            return "they put the two in opposite order"
        case "timing" | "quantity" if apart:
            return f"{_either(apart.source)} and {_either(apart.target)} do not meet"
        case "evidence":
            return f"{_voice(source)} attacks the ground of what {_voice(target)} says, not the conclusion"
        case "contrary" if apart:
            return f"both cannot hold, for {_either(apart.source)} and {_either(apart.target)} exclude one another"
    affirmed = source if source.polarity is Polarity.POSITIVE else target
    return f"one affirms and the other denies that {_statement(affirmed, view)}"


def _support(relation: Relation, source: Claim, target: Claim, view: View) -> str:
    said, denied = _statement(target, view), target.polarity is Polarity.NEGATIVE
    match relation.kind:
        case "converse":
            return "both put the two in the same order, told from either end"
        case "evidence":
            return f"both speak alike of the evidence on {view.words.noun(target.content.subject)}"
        case "entailed":
            follows = f"it is not so that {said}" if denied else said
            return f"if {_voice(source)} is right, then {follows}"
    if relation.rule == "comparison":
        return "both put the two in the same order"
    return f"both {'deny' if denied else 'say'} that {said}"


def _apparent(relation: Relation) -> str:
    slot = next((s for s in relation.slots if s.slot == relation.differing), None)
    name = words.slot(relation.differing or "something")
    sides = f" ({_either(slot.source)} / {_either(slot.target)})" if slot else ""
    return f"this only looks like a conflict, for {name} differs{sides}"


def _voice(claim: Claim) -> str:
    return one_line(claim.voice.label, 60) or "the page"


def _statement(claim: Claim, view: View) -> str:
    return one_line(view.words.statement(claim.content, narrowed=False), 200)


def _either(text: str) -> str:
    return f"“{one_line(text, 60)}”" if text.strip() else "not stated"


def _step(slot: Alignment, view: View) -> str:
    """Return how a slot was matched, where the words of both sides differ and that needs telling."""
    source, target = _named(slot.source, view), _named(slot.target, view)
    if not slot.agrees or slot.step not in STEPS or not source or not target or source.casefold() == target.casefold():
        return ""
    sentence = STEPS[slot.step]
    if slot.step == "broader" and view.is_general(slot.target):
        sentence = GENERAL
    if slot.step == "uses" and (order := view.works_by(slot.source, slot.target)):
        sentence, (source, target) = WORKS_BY, (_named(part, view) for part in order)
    are, work = ("are", "work") if is_plural(source) else ("is", "works")
    return sentence.format(source=source, target=target, are=are, work=work)


def _named(label: str, view: View) -> str:
    """Return what the documents call the concept of a label."""
    iri = view.concept_of(label)
    return one_line(view.words.name(Term(label, iri) if iri else Term(label)), 60)
