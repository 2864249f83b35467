"""Comparisons read off the tree of a sentence: which of two is ahead, and in what respect, however it is worded.

Where two sentences compare the same two things in one respect, their order decides, whatever else stands in them:
"bamboo floors scratch more easily than oak floors", "oak flooring is more prone to scratches than bamboo".
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from claimgraph.knowledge.english import English, english
from claimgraph.language.parsed import Sentence, Token
from claimgraph.relating.nucleus import SUBJECTS, denied
from claimgraph.relating.words import Words, base, root

_NAMES = ("NOUN", "PROPN", "ADJ", "VERB", "NUM", "PRON")
#: What bare comparatives compare, "" where nothing tells.
_EXTENTS = frozenset({"size", "height", ""})
#: Synonyms and opposites of a respect that are followed.
_MOST = 16


@dataclass(frozen=True, slots=True)
class Ranked:
    """A comparison of two things.

    Attributes:
        ahead: roots of the words of what is named first.
        behind: of what stands behind "than" or "as".
        direction: +1 where the first is said to be ahead, -1 behind, 0 as far.
        deeds: roots of the verbs and nouns around the comparative, which two comparisons share if both have any.
        graded: roots of the words that are graded, and of what is near these, each with the side on which more of it
            stands.
        traits: of the graded, the roots of the qualities themselves and of the axes they span.
        named: of the graded, the roots of all words themselves and of what they measure.
    """

    ahead: frozenset[str]
    behind: frozenset[str]
    direction: int
    deeds: frozenset[str]
    graded: Mapping[str, int]
    traits: frozenset[str]
    named: frozenset[str]

    @property
    def judges(self) -> bool:
        """Say whether no quality is graded but how good or how much."""
        return self.traits | self.named <= english()["comparison.merit"]


def ranked(sentence: Sentence, lexicon: Words, words: English) -> Ranked | None:
    """Return the comparison that a sentence makes, None where it makes none that names both things.

    Args:
        sentence: to read.
        lexicon: opposites, derivations and measures of English.
        words: the closed classes.
    """
    found = _compared(sentence) or _beaten(sentence, words)
    if found is None:
        return None
    ours, theirs = _told_apart(found.ahead, found.behind, lexicon)
    if not ours or not theirs:
        return None
    apart, told, sign = {t.i for t in (*found.ahead, *found.behind)}, found.told, found.sign
    lesser = denied(sentence, told, words) if sign else _short_of(sentence, told, words)
    deeds = frozenset(root for t in found.around if t.i not in apart for root, _ in _sides(t, lexicon) if not _trait(t))
    told_of = [t for t in found.graded if t.i not in apart and _tells(t)]
    graded = {root: side for t in told_of for root, side in _sides(t, lexicon)}
    traits = frozenset(root for t in told_of if _trait(t) for root in _quality(t, lexicon))
    named = frozenset(root for t in told_of for root in _own(t, lexicon))
    if not named:
        graded, named = {_extent(told): 1}, _EXTENTS
    return Ranked(ours, theirs, -sign if sign and lesser else sign - lesser, deeds, graded, traits, named)


@dataclass(frozen=True, slots=True)
class _Said:
    """A comparison in the words of its sentence: its side, the word that compares, what is compared, in what respect.

    Attributes:
        sign: +1 where what is named first is said to be ahead, -1 behind, 0 as far.
        told: the word that compares.
        ahead: the words of what is named first.
        behind: of the other.
        graded: the words that are graded.
        around: the words that say something near what is compared.
    """

    sign: int
    told: Token
    ahead: Sequence[Token]
    behind: Sequence[Token]
    graded: Sequence[Token]
    around: Sequence[Token]


def _compared(sentence: Sentence) -> _Said | None:
    """Return the comparison by a comparative with "than", or by "as ... as", None where there is none."""
    mark = _mark(sentence)
    if mark is None:
        return None
    sign, told, than = mark
    ahead = _ahead(sentence, told, than)
    behind = _behind(sentence, than, {t.lower for t in ahead if t.pos == "ADP"})
    return _Said(sign, told, ahead, behind, list(_graded(sentence, told)), _around(sentence, told))


def _beaten(sentence: Sentence, words: English) -> _Said | None:
    """Return the comparison by a verb of being ahead or behind: "beats it for comfort", "falls short of it"."""
    for verb in (t for t in sentence.tokens if t.pos == "VERB"):
        subject, other = sentence.kid(verb.i, *SUBJECTS), _rival(sentence, verb, words)
        if subject is None or other is None:
            continue
        ahead, behind = ([sentence.tokens[i] for i in sentence.spans[t.i]] for t in (subject, other))
        linking = [p for p in sentence.kids(verb.i, "prep") if p.lower in words["comparison.respect"]]
        respects = [kid for p in linking for kid in _of(sentence, p)]
        sign = 1 if verb.lemma in words["comparison.winning"] else -1
        return _Said(sign, verb, ahead, behind, [verb, *respects], [])
    return None


def _rival(sentence: Sentence, verb: Token, words: English) -> Token | None:
    """Return what a verb says that its subject is ahead of or behind, None for any other verb."""
    if verb.lemma in words["comparison.winning"]:
        return sentence.kid(verb.i, "dobj")
    for size in (1, 2):
        after = sentence.tokens[verb.i + 1 : verb.i + 1 + size]
        if " ".join((verb.lemma, *(t.lower for t in after))) in words["comparison.losing"]:
            return sentence.kid(after[-1].i, "pobj")
    return None


def _of(sentence: Sentence, preposition: Token) -> list[Token]:
    """Return what stands behind a preposition and behind "of" there ("in volume of water")."""
    found = sentence.kids(preposition.i, "pobj", "pcomp")
    return [*found, *(kid for t in found for p in sentence.kids(t.i, "prep") for kid in sentence.kids(p.i, "pobj"))]


def more_or_less(comparative: str) -> int:
    """Return +1 for a comparative that says no more than "more", -1 for one that says "less", 0 for any other."""
    return (comparative in english()["comparison.greater"]) - (comparative in english()["comparison.lesser"])


def better_or_worse(comparative: str) -> int:
    """Return +1 for a comparative that only says "better", -1 for one that says "worse", 0 for any other."""
    return (comparative in english()["comparison.better"]) - (comparative in english()["comparison.worse"])


def _extent(told: Token) -> str:
    """Return what a bare comparative compares, "" where nothing tells."""
    if told.lower in english()["comparison.sized"]:
        return "size"
    return "height" if told.lower in english()["comparison.tall"] else ""


def _told_apart(
    ahead: Sequence[Token], behind: Sequence[Token], lexicon: Words
) -> tuple[frozenset[str], frozenset[str]]:
    """Return the words, and their kin, by which the two that are compared are told apart."""
    ours, theirs = ([t for t in side if t.pos in _NAMES] for side in (ahead, behind))
    again = english()["comparison.again"]
    if len(theirs) > 1 and any(t.lemma in again for t in theirs) and len(ours) > 1:
        theirs, ours = [t for t in theirs if t.lemma not in again], ours[:-1]
    names = [{root(t.lemma, lexicon): t for t in side} for side in (ours, theirs)]
    left, right = names[0].keys() - names[1].keys(), names[1].keys() - names[0].keys()
    return _kin(left, names[0], lexicon), _kin(right, names[1], lexicon)


def _kin(roots: Iterable[str], named: Mapping[str, Token], lexicon: Words) -> frozenset[str]:
    return frozenset(kin for root in roots for kin in (root, *lexicon.family(base(named[root].lemma, lexicon))))


def standing(one: Ranked, two: Ranked) -> str:
    """Return what two comparisons say of each other: "conflict", "support", in other respects "none", of others ""."""
    straight = bool(one.ahead & two.ahead) and bool(one.behind & two.behind)
    crossed = bool(one.ahead & two.behind) and bool(one.behind & two.ahead)
    crossed |= _again(one.ahead, one.behind, two.behind, two.ahead)
    straight |= _again(one.ahead, one.behind, two.ahead, two.behind)
    if straight == crossed:
        return ""
    if one.deeds and two.deeds and not one.deeds & two.deeds:
        return "none"
    both = one.graded.keys() & two.graded.keys()
    shared = (one.traits | two.traits) & both or (one.named | two.named) & both
    if not shared and not (one.deeds & two.deeds and one.judges and two.judges):
        return "none"
    side = sum(one.graded[root] * two.graded[root] for root in shared)
    there = two.direction * (1 if straight else -1) * (1 if side >= 0 else -1)
    return "support" if one.direction == there else "conflict"


def _again(ahead: frozenset[str], behind: frozenset[str], same: frozenset[str], other: frozenset[str]) -> bool:
    """Say whether one end of two comparisons is the same and the other is only pointed at ("than the other one")."""
    again = english()["comparison.again"]
    return bool(ahead & same and (behind | other) & again) or bool(behind & other and (ahead | same) & again)


def _mark(sentence: Sentence) -> tuple[int, Token, Token] | None:
    """Return the side of a comparative, the word that is compared, and the "than" or "as" behind it."""
    tokens = sentence.tokens
    than = next((t for t in tokens if t.lower == "than" and t.i + 1 < len(tokens)), None)
    if than is not None:
        for token in reversed(tokens[: than.i]):
            if more_or_less(token.lower):
                return more_or_less(token.lower), token, than
            unknown = token.i == than.i - 1 and token.pos in ("ADJ", "ADV") and token.lower.endswith("er")
            graded = token.tag in ("JJR", "RBR") or unknown
            if graded and token.lower not in english()["predicate.not_compared"]:
                return 1, token, than
        return None
    second = [t for t in tokens if t.lower == "as"][1:2]
    first = next((t for t in tokens if t.lower == "as"), None)
    if second and first is not None and 1 < second[0].i - first.i < 6 and second[0].i + 1 < len(tokens):
        return 0, tokens[first.i + 1], second[0]
    return None


def _short_of(sentence: Sentence, told: Token, words: English) -> bool:
    """Say whether "as ... as" is denied: "not as", "nowhere near as", "half as"."""
    before = {t.lower for t in sentence.tokens[max(0, told.i - 4) : told.i]}
    return bool(before & words["comparison.short"]) or denied(sentence, told, words)


def _behind(sentence: Sentence, than: Token, linking: Collection[str]) -> list[Token]:
    """Return the words of what stands behind "than" or "as", up to the end of its phrase.

    Args:
        sentence: the sentence.
        than: the word.
        linking: prepositions of what is compared first, which may link what is compared with it too.
    """
    found: list[Token] = []
    for token in sentence.tokens[than.i + 1 :]:
        if token.pos in ("PUNCT", "SCONJ", "CCONJ") or token.lower in ("when", "because"):
            break
        if found and token.pos in ("VERB", "AUX"):
            break
        if found and token.pos == "ADP" and token.lower != "of" and token.lower not in linking:
            break
        if token.pos in _NAMES:
            found.append(token)
    return found


def _ahead(sentence: Sentence, told: Token, than: Token) -> list[Token]:
    """Return the words of what is compared first.

    It stands behind the same preposition ("in York than in Leeds"), is what is judged ("find the violin harder"), or is
    the subject.
    """
    after = sentence.tokens[than.i + 1]
    if after.pos == "ADP":
        paired = [t for t in sentence.tokens[: than.i] if t.lower == after.lower and t.i != told.i]
        if paired:
            return [sentence.tokens[i] for i in sentence.spans[paired[-1].i] if paired[-1].i < i < than.i]
    for verb in (told, *sentence.ancestors(told.i)):
        judged = (
            sentence.kid(verb.i, "dobj", "nsubj")
            if verb.lemma in english()["comparison.rating"] and verb.pos == "VERB"
            else None
        )
        small = [
            t for t in sentence.tokens[verb.i + 1 : told.i] if t.dep in ("nsubj", "dobj") and t.pos in ("NOUN", "PROPN")
        ]
        if judged is not None and small and told.pos in ("ADJ", "ADV") and small[-1].i < told.i:
            return [sentence.tokens[i] for i in sentence.spans[small[-1].i] if i < told.i]
        subject = next((kid for kid in sentence.kids(verb.i) if kid.dep in SUBJECTS and kid.i < than.i), None)
        if subject is not None:
            return [sentence.tokens[i] for i in sentence.spans[subject.i] if i < than.i]
    return []


def _graded(sentence: Sentence, told: Token) -> Iterator[Token]:
    """Yield the words that a comparative grades: itself, what it stands with, and what a bare quality is of.

    Of "scratch more easily" scratching, of "more prone to scratches" scratches, of "cheaper to run" only the price.
    """
    head = sentence.tokens[told.head]
    bare = bool(more_or_less(told.lower)) or told.lower in ("much", "many")
    graded = [head] if bare or told.dep == "amod" else []
    graded += [] if bare else [told]
    above = [sentence.tokens[t.head] for t in graded if t.pos == "ADV" or t.tag == "RBR" or t.dep == "advmod"]
    yield from (*graded, *(t for t in above if t.pos == "VERB"))
    for token in graded:
        yield from sentence.kids(token.i, "compound")
        yield from (kid for p in sentence.kids(token.i, "prep") for kid in sentence.kids(p.i, "pobj", "pcomp"))
        if token.lemma in english()["comparison.tending"]:
            yield from sentence.kids(token.i, "xcomp")


def _around(sentence: Sentence, told: Token) -> list[Token]:
    """Return the words that say something near what is compared in the tree."""
    head = sentence.tokens[told.head]
    above = sentence.tokens[head.head]
    near = [told, head, above, *(kid for t in (told, head, above) for kid in sentence.kids(t.i))]
    deeper = [kid for t in near for kid in sentence.kids(t.i, "pobj", "xcomp", "pcomp", "dobj", "acomp")]
    return [t for t in dict.fromkeys((*near, *deeper)) if _tells(t)]


def _tells(token: Token) -> bool:
    """Say whether a word can say in what respect two are compared."""
    saying = token.lemma not in english().of("comparison.idle", "comparison.rating")
    idle = more_or_less(token.lower) or not saying or token.dep in SUBJECTS
    return not idle and token.pos in ("NOUN", "VERB", "ADJ", "ADV")


def _trait(token: Token) -> bool:
    return token.pos in ("ADJ", "ADV") or token.tag in ("JJR", "RBR")


def _quality(token: Token, lexicon: Words) -> tuple[str, str]:
    """Return the root of a quality and of the axis it stands on."""
    word = positive(token, lexicon)
    return root(word, lexicon), root(lexicon.axis(word)[0], lexicon)


def _own(token: Token, lexicon: Words) -> Iterator[str]:
    """Yield the roots of a word and of what it measures."""
    word = positive(token, lexicon)
    yield from (
        root(other, lexicon) for other in (word, *lexicon.linked("measure", word), *_without_out(word, lexicon))
    )


def _without_out(word: str, lexicon: Words) -> tuple[str, ...]:
    """Return the verb in which one thing outdoes another ("outsells", "sells"), nothing for any other word."""
    bare = word.removeprefix("out")
    return (bare,) if bare != word and lexicon.known(bare) else ()


def _sides(token: Token, lexicon: Words) -> Iterator[tuple[str, int]]:
    """Yield the roots that one word for a respect stands for, its opposites with the other side."""
    word = positive(token, lexicon)
    for other in sorted(lexicon.opposites(word))[:_MOST]:
        measured = sorted(lexicon.linked("measure", other)) if token.pos in ("ADJ", "ADV") else []
        yield from ((root(kin, lexicon), -1) for kin in (other, *sorted(lexicon.family(other))[:4], *measured))
    if token.pos in ("ADJ", "ADV"):
        axis, side = lexicon.axis(word)
        yield root(axis, lexicon), side
        for near in sorted(lexicon.synonyms(word) | lexicon.linked("similar", word))[:_MOST]:
            yield root(near, lexicon), 1
    for near in sorted(lexicon.synonyms(word) | lexicon.linked("measure", word) | lexicon.family(word))[:_MOST]:
        yield root(near, lexicon), 1
    for near in sorted(lexicon.linked("manner", word))[:_MOST] if token.pos == "VERB" else ():
        yield root(near, lexicon), 1
    yield from ((root(other, lexicon), 1) for other in (word, *_without_out(word, lexicon)))


def positive(token: Token, lexicon: Words) -> str:
    """Return the base form of a word, of a comparative its positive ("quieter", "quiet")."""
    word = {1: "good", -1: "bad"}.get(better_or_worse(token.lower), token.lemma)
    if word.endswith("er") and (token.tag in ("JJR", "RBR") or not lexicon.known(word)):
        guesses = (word[:-1], word[:-2], word[:-3], word[:-3] + "y")
        word = next((g for g in guesses[::-1] if len(g) > 2 and lexicon.known(g)), word)
    bare = word.removesuffix("ly")
    if token.pos == "ADV" and bare != word:
        return next((g for g in (bare, bare[:-1] + "y", bare + "le") if lexicon.known(g)), word)
    return base(word, lexicon)
