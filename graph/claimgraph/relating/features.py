"""The numbers that say how two sides of a pair relate, for the trained model of compare.

None depends on which words stand there, and none on one side alone: what only one side shows (that it denies something,
that it is hedged) tells how a set of pairs was written and does not carry over to another. After MacCartney, Grenager,
de Marneffe, Cer and Manning (2006), Learning to recognize features of valid textual entailments.
"""

from collections.abc import Sequence

from claimgraph.knowledge.english import English, english
from claimgraph.language.parsed import Sentence
from claimgraph.relating.alignment import CONTENT, Aligned, Instruments, Side, negations, sides
from claimgraph.relating.amounts import RANK, standing
from claimgraph.relating.nucleus import judgements, nil, nucleus
from claimgraph.relating.spoken import YEAR
from claimgraph.relating.words import Words


def features(a: Sequence[Sentence], b: Sequence[Sentence], tools: Instruments) -> dict[str, float]:
    """Return the numbers that say how two sides relate.

    Args:
        a: sentences of the first side, the claim.
        b: sentences of the second side, what is held against it.
        tools: what words are looked up in.
    """
    one, two = sides(a, b)
    there, back = Aligned(one, two, tools.lexicon, tools.similarity), Aligned(two, one, tools.lexicon, tools.similarity)
    shared = there.share()
    return {
        "shared": shared,
        "shared_back": back.share(),
        "nouns": there.share("NOUN", "PROPN"),
        "verbs": there.share("VERB"),
        "modifiers": there.share("ADJ", "ADV"),
        "near": _near(a, b, tools),
        **_left_over(there, back),
        **_denial(one, two, tools, shared),
        **_opposition(there, one, two, tools, shared),
        **_counts(one, two, tools.lexicon, shared),
        **_said(there, one, two, tools),
        "bolder": float(_universal(one) and not _universal(two)),
        "bolder_back": float(_universal(two) and not _universal(one)),
    }


def _universal(side: Side) -> bool:
    """Say whether a side speaks of all or none."""
    return any(t.lower in english()["alignment.universals"] for _, t in side.tokens)


def _near(a: Sequence[Sentence], b: Sequence[Sentence], tools: Instruments) -> float:
    """Return the cosine of the two sides' words, 0 where no vectors are at hand."""
    if tools.similarity is None:
        return 0.0
    left, right = (" ".join(t.lower for s in side[:8] for t in s.tokens) for side in (a, b))
    return tools.similarity(left, right)


def _left_over(there: Aligned, back: Aligned) -> dict[str, float]:
    nouns, nouns_back = there.alone("NOUN", "PROPN"), back.alone("NOUN", "PROPN")
    return {
        "alone": float(min(5, len(there.alone()))),
        "alone_back": float(min(10, len(back.alone()))),
        "swapped": float(min(2, len(nouns), len(nouns_back))),
    }


def _denial(one: Side, two: Side, tools: Instruments, shared: float) -> dict[str, float]:
    under_left, under_right = _negated(one, tools.words), _negated(two, tools.words)
    both = one.lemmas & two.lemmas
    parity = float(negations(one, tools.words) % 2 != negations(two, tools.words) % 2)
    return {
        "parity_shared": parity * shared,
        "denied_apart": len((under_left ^ under_right) & both) / max(1, len(both)),
        "doubt": float(_cues(one, tools.words, "hedges", "speculations") > 0) * parity,
    }


def _opposition(there: Aligned, one: Side, two: Side, tools: Instruments, shared: float) -> dict[str, float]:
    along, against = there.signed(tools.signs, _negated(one, tools.words), _negated(two, tools.words))
    return {
        "opposed_shared": float(min(2, len(there.opposed))) * shared,
        "opposed_context": min(2.0, there.opposed_in_context()),
        "against_shared": float(_direction(one, tools.signs) * _direction(two, tools.signs) < 0) * shared,
        "along_context": float(along > 0),
        "against_context": float(against > 0),
    }


def _counts(one: Side, two: Side, lexicon: Words, shared: float) -> dict[str, float]:
    """Return how the amounts, years and ranks of the first side stand to those of the second."""
    ours, theirs = one.amounts(lexicon), two.amounts(lexicon)
    found = standing(ours, theirs, lexicon)
    many = max(1, len(ours))
    dated = [x for x, _ in found.apart if x.quantity.dimension in (YEAR, RANK)]
    return {
        "counts_met": len(found.met) / many,
        "counts_within": float(bool(found.within)),
        "counts_apart": float(len(found.apart) > len(dated)),
        "dates_apart": float(bool(dated)),
        "apart_shared": float(bool(found.apart)) * shared,
        "counts_unanswered": len(found.unanswered) / many,
    }


def _said(there: Aligned, one: Side, two: Side, tools: Instruments) -> dict[str, float]:
    """Return how far whom the first side speaks of, what it says and the rest are found, and whether it is turned."""
    parts = nucleus(one.sentences[0])
    straight, turned = judgements(one.sentences, two.sentences, there.judged(tools.signs), tools.words)
    nils = nil(one.sentences, tools.words), nil(two.sentences, tools.words)
    return {
        "subject": there.found(parts.subject),
        "head": there.found(parts.head),
        "rest": there.found(parts.rest),
        "straight": float(min(3, straight)),
        "turned": float(min(2, turned)),
        "turned_only": float(turned > 0 and not straight),
        "nil_both": float(all(nils)),
        "nil_ours": float(nils[0] and not nils[1]),
        "nil_theirs": float(nils[1] and not nils[0]),
    }


def _negated(side: Side, words: English) -> frozenset[str]:
    """Return the base forms that stand under a negation: its head, and what hangs on that."""
    found: set[str] = set()
    for sentence, token in side.tokens:
        if (
            token.lower in words.of("negators", "alignment.hardly")
            or token.lemma in words["negative_nouns"] | words["negative_verbs"]
        ):
            head = sentence.tokens[token.head] if token.dep in ("neg", "det", "advmod", "preconj") else token
            found |= {sentence.tokens[i].lemma for i in sentence.spans[head.i] if sentence.tokens[i].pos in CONTENT}
    return frozenset(found) - words["alignment.light"]


def _cues(side: Side, words: English, *names: str) -> int:
    """Return how many words of a side stand in one of these lists."""
    lists = [words[name] for name in names]
    return sum(any(t.lemma in found for found in lists) for _, t in side.tokens)


def _direction(side: Side, signs: dict[str, int]) -> int:
    """Return how many more words of a side say "more" than "less"."""
    return sum(signs.get(t.lemma, 0) for _, t in side.tokens)
