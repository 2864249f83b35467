"""Two texts held against each other: does the second support the first, conflict with it, or neither?"""

from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from claimgraph.knowledge import Pack
from claimgraph.language.parsed import Sentence
from claimgraph.model import Alignment, Claim, Relation, RelationType
from claimgraph.relating.aligning import Pair, by_verdict, by_weight
from claimgraph.relating.alignment import Instruments, instruments
from claimgraph.relating.limits import Limits, Similarity
from claimgraph.relating.relate import relate
from claimgraph.relating.short import Verdict
from claimgraph.relating.ways import Background

#: Claims of one side that are looked at; a text of a hundred pages is judged by its first few hundred claims.
MOST_CLAIMS = 400
#: Least score of a relation between claims that speaks for two whole texts.
SURE = 0.5
#: What extraction may have missed where two short texts conflict and their claims agree.
MISSED = ("polarity", "quantity", "timing", "order", "word", "evidence", "substitution")
#: Slots that look apart where two short texts word them differently, and that the words around them can mend.
WORDED = frozenset({"dimension", "condition", "population"})
#: The rule whose conflicts stand whatever words measure the same ("has a weight of", "weighs").
MEASURED = "value"


def judge(
    claims_a: Sequence[Claim],
    claims_b: Sequence[Claim],
    pack: Pack,
    *,
    sentences_a: Sequence[Sentence] = (),
    sentences_b: Sequence[Sentence] = (),
    similarity: Similarity | None = None,
    background: Background | None = None,
) -> Relation | None:
    """Return whether the second of two texts supports or contradicts the first, and why; None for neither.

    Where claims of both sides meet, the strongest relation between them is given; where extraction finds none that
    do, the sentences are aligned word by word.

    Args:
        claims_a: claims of the first text.
        claims_b: claims of the second.
        pack: what is known of the subject; the core pack at least.
        sentences_a: sentences of the first text, for the alignment.
        sentences_b: sentences of the second.
        similarity: nearness of two phrases, such as the cosine of the pipeline's word vectors.
        background: an indexed pack and lexicon to share between calls.
    """
    ground = background or Background(pack)
    found = between(claims_a[:MOST_CLAIMS], claims_b[:MOST_CLAIMS], pack, ground)
    pair = Pair.of(sentences_a, sentences_b, _tools(ground, similarity))
    verdict = pair.verdict() if pair else None
    if found:
        said = _predicates(found[0], (*claims_a, *claims_b))
        return _checked(found[0], pair, None if verdict and {verdict.source, verdict.target} & said else verdict)
    if pair is None:
        return None
    decided = verdict is not None and (verdict.label != "none" or verdict.source)
    if decided and verdict:
        return by_verdict(pair, verdict)
    weighed = by_weight(pair)
    unturned = verdict is not None and weighed is not None and weighed.type is RelationType.CONFLICT
    return None if unturned else weighed


@lru_cache(maxsize=4)
def _tools(background: Background, similarity: Similarity | None) -> Instruments:
    """Return what alignment looks words up in, made once for many pairs."""
    return instruments(background.pack, background.lexicon, similarity)


def _predicates(found: Relation, claims: Sequence[Claim]) -> frozenset[str]:
    """Return the words that the predicates of two related claims are made of: they met, however they are worded."""
    ends = {found.source[2:], found.target[2:]}
    return frozenset(word for c in claims if c.id in ends for word in c.predicate.text.casefold().split())


def _checked(found: Relation, pair: Pair | None, verdict: Verdict | None) -> Relation:
    """Return a relation between claims as the words around them leave it.

    In a short pair, another thing that stands on either side makes it apparent, and a denial or a number that
    extraction missed takes back a support.
    """
    if pair is None or verdict is None or found.rule == MEASURED:
        return found
    if found.type is RelationType.APPARENT:
        overlooked = verdict.label == "conflict" and found.differing in WORDED
        return (by_verdict(pair, verdict) or found) if overlooked else found
    if verdict.label == "none" and verdict.slot == "topic" and verdict.source:
        slot = Alignment("context", verdict.source, verdict.target, "differs", False)
        things = f"“{verdict.source}” and “{verdict.target}”"
        reason = f"{found.rationale.rstrip('.')}; but {things} make them speak of two things."
        return replace(
            found, type=RelationType.APPARENT, slots=(*found.slots, slot), differing="context", rationale=reason
        )
    missed = found.type is RelationType.SUPPORT and verdict.label == "conflict" and verdict.slot in MISSED
    return (by_verdict(pair, verdict) or found) if missed else found


def between(
    claims_a: Sequence[Claim], claims_b: Sequence[Claim], pack: Pack, background: Background
) -> tuple[Relation, ...]:
    """Return the relations that lead from one side to the other, the strongest first."""
    left = [replace(c, document="a", id=f"a:{c.id}") for c in claims_a]
    right = [replace(c, document="b", id=f"b:{c.id}") for c in claims_b]
    relations, _, _ = relate([*left, *right], pack, limits=Limits(pairs=4, close=True), background=background)
    across = [r for r in relations if r.source[0] != r.target[0] and r.score >= SURE]
    return tuple(sorted(across, key=_strength))


def _strength(relation: Relation) -> tuple[int, float, str]:
    order = {RelationType.CONFLICT: 0, RelationType.SUPPORT: 0, RelationType.APPARENT: 1}
    tie = relation.type is not RelationType.CONFLICT
    return order[relation.type], -relation.score, f"{tie:d}{relation.id}"
