"""Where no claims of two texts meet: what the alignment of their sentences, word by word, says of them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from claimgraph.language.parsed import Sentence
from claimgraph.model import Alignment, Relation, RelationType
from claimgraph.relating.alignment import Aligned, Instruments, Side, negations, sides
from claimgraph.relating.amounts import standing
from claimgraph.relating.crossing import is_crossed
from claimgraph.relating.features import features
from claimgraph.relating.particles import joined
from claimgraph.relating.rationale import clipped
from claimgraph.relating.short import Verdict, is_short, judged, says_more
from claimgraph.relating.spoken import YEAR
from claimgraph.relating.weighing import weights

#: Names of the two sides, where no claims stand for them.
FIRST, SECOND = "a", "b"


@dataclass(frozen=True)
class Pair:
    """Two texts cut down to the sentences that matter for one another, and aligned both ways."""

    a: Sequence[Sentence]
    b: Sequence[Sentence]
    there: Aligned
    back: Aligned
    tools: Instruments

    @classmethod
    def of(cls, a: Sequence[Sentence], b: Sequence[Sentence], tools: Instruments) -> "Pair | None":
        """Return the pair of two texts, None where one of them has no word to align."""
        one, two = (Side(tuple(joined(s, tools.lexicon) for s in x.sentences)) for x in sides(a, b))
        if not one.content or not two.content:
            return None
        near = tools.similarity
        return cls(a, b, Aligned(one, two, tools.lexicon, near), Aligned(two, one, tools.lexicon, near), tools)

    def verdict(self) -> Verdict | None:
        """Return what the pair says if it is short, None for a longer one."""
        return judged(self.there, self.back, self.tools) if is_short(self.there.a, self.there.b) else None


def by_verdict(pair: Pair, verdict: Verdict) -> Relation | None:
    """Return the relation that a short pair's verdict amounts to, None where it says there is none."""
    if verdict.label == "none":
        return None
    kinds = {
        "polarity": "contradictory",
        "order": "comparison",
        "evidence": "evidence",
        "substitution": "substitution",
        "quantity": "quantity",
        "timing": "timing",
    }
    kind = kinds.get(verdict.slot, "contrary") if verdict.label == "conflict" else "same"
    marked = (Alignment(verdict.slot, verdict.source, verdict.target, "opposite", False),) if verdict.slot else ()
    more = says_more(pair.there, pair.back, pair.tools) if verdict.label == "support" else 0
    found = _related(pair, verdict.label, "entailed" if more else kind, marked, 0.8)
    return replace(found, source=FIRST, target=SECOND) if more > 0 else found


def by_weight(pair: Pair) -> Relation | None:
    """Return what the trained model says of a pair, None where it sees no relation."""
    numbers = features(pair.a, pair.b, pair.tools)
    likely = weights().probabilities(numbers)
    label = max(sorted(likely), key=lambda name: likely[name])
    if label == "none" or (label == "support" and is_crossed(pair.there) and not pair.there.opposed):
        return None
    kind, marked = ("same", ()) if label == "support" else _conflict(numbers, pair.there, pair.tools)
    return _related(pair, label, kind, marked, likely[label])


def _related(pair: Pair, label: str, kind: str, marked: tuple[Alignment, ...], score: float) -> Relation:
    return Relation(
        type=RelationType(label),
        kind=kind,
        source=SECOND,
        target=FIRST,
        rule="sentence alignment",
        rationale=_sentence(label, kind, marked, pair.there.a, pair.there.b),
        score=round(score, 3),
        slots=(*_matches(pair.there), *marked),
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
    apart = standing(one.amounts(tools.lexicon), two.amounts(tools.lexicon), tools.lexicon).apart
    if apart and not numbers["parity_shared"]:
        ours, theirs = apart[0]
        kind = "timing" if ours.quantity.dimension in (YEAR, "time") else "quantity"
        return kind, (Alignment(kind, ours.text, theirs.text, "range apart", False),)
    if numbers["parity_shared"]:
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
        whole = ", though one says more than the other" if kind == "entailed" else ""
        return f"{said}: their words agree{whole}, and nothing in them is denied, opposed or counted differently."
    if not marked:
        return f"{said}: they speak of the same but do not agree."
    slot = marked[0]
    verdict = {
        "quantity": f"the numbers differ ({slot.source} / {slot.target})",
        "timing": f"the times differ ({slot.source} / {slot.target})",
        "contradictory": f"one is {slot.source}, the other {slot.target}",
        "contrary": f"“{slot.source}” and “{slot.target}” exclude one another",
        "comparison": "the order of the two is reversed",
        "evidence": f"one says {slot.source}, the other {slot.target}",
        "substitution": f"in the one a thing {slot.source} another, in the other it {slot.target} it",
    }[kind]
    return f"{said}: they speak of the same, but {verdict}."
