"""Where no claims of two texts meet: what the alignment of their sentences, word by word, says of them."""

from collections.abc import Mapping, Sequence

from claimgraph.language.parsed import Sentence
from claimgraph.model import Alignment, Relation, RelationType
from claimgraph.relating.alignment import Aligned, Instruments, Side, features, negations, sides
from claimgraph.relating.rationale import clipped
from claimgraph.relating.weighing import weights

#: Names of the two sides, where no claims stand for them.
FIRST, SECOND = "a", "b"


def by_alignment(a: Sequence[Sentence], b: Sequence[Sentence], tools: Instruments) -> Relation | None:
    """Return what the aligned sentences of two texts say, None where neither supports nor contradicts the other.

    Args:
        a: sentences of the first text.
        b: sentences of the second.
        tools: what words are looked up in.
    """
    one, two = sides(a, b)
    if not one.content or not two.content:
        return None
    numbers = features(a, b, tools)
    likely = weights().probabilities(numbers)
    label = max(sorted(likely), key=lambda name: likely[name])
    if label == "none":
        return None
    there = Aligned(one, two, tools.lexicon, tools.similarity)
    kind, marked = ("same", ()) if label == "support" else _conflict(numbers, there, tools)
    slots = (*_matches(there), *marked)
    return Relation(
        type=RelationType(label),
        kind=kind,
        source=SECOND,
        target=FIRST,
        rule="sentence alignment",
        rationale=_sentence(label, kind, marked, one, two),
        score=round(likely[label], 3),
        slots=slots,
    )


def _matches(there: Aligned) -> tuple[Alignment, ...]:
    """Return the matched words, the surest first, a few of them."""
    matched = [(score, lemma, other) for lemma, (score, other) in there.best.items() if other is not None and score]
    ordered = sorted(matched, key=lambda m: (-m[0], m[1]))[:8]
    steps = {1.0: "same", 0.9: "synonym"}
    return tuple(Alignment("word", lemma, other.lemma, steps.get(score, "vector")) for score, lemma, other in ordered)


def _conflict(numbers: Mapping[str, float], there: Aligned, tools: Instruments) -> tuple[str, tuple[Alignment, ...]]:
    """Return the kind of a conflict, and what makes the difference."""
    one, two = there.a, there.b
    if numbers["numbers_apart"] and not numbers["parity"]:
        left, right = (", ".join(f"{n:g}" for n in side.numbers[:4]) for side in (one, two))
        return "quantity", (Alignment("quantity", left, right, "range apart", False),)
    if numbers["parity"]:
        words = {True: "denied", False: "affirmed"}
        left, right = (words[negations(side, tools.words) % 2 == 1] for side in (one, two))
        return "contradictory", (Alignment("polarity", left, right, "opposite", False),)
    if there.opposed:
        x, y = there.opposed[0]
        return "contrary", (Alignment("word", x.lemma, y.lemma, "opposite", False),)
    return "contrary", ()


def _sentence(label: str, kind: str, marked: Sequence[Alignment], one: Side, two: Side) -> str:
    left, right = (
        f"“{clipped(' '.join(s.words(list(range(len(s.tokens)))) for s in x.sentences))}”" for x in (one, two)
    )
    said = f"The first text says {left}, and the second says {right}"
    if label == "support":
        return f"{said}: their words agree, and nothing in them is denied, opposed or counted differently."
    if not marked:
        return f"{said}: they speak of the same but do not agree."
    slot = marked[0]
    verdict = {
        "quantity": f"the numbers differ ({slot.source} / {slot.target})",
        "contradictory": f"one is {slot.source}, the other {slot.target}",
        "contrary": f"“{slot.source}” and “{slot.target}” are opposites",
    }[kind]
    return f"{said}: they speak of the same, but {verdict}."
