"""Two short sentences held against each other: what is left over, what is turned, what is counted differently.

In a short pair each word counts: a thing that stands only on one side where another thing stands on the other makes
them speak of two things; where all things match, an odd number of reversals (a denial, an opposite, the two compared in
the other order) makes a conflict and an even number an agreement.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from claimgraph.extracting.quantities import Measure
from claimgraph.knowledge.english import english
from claimgraph.language.parsed import Sentence, Token
from claimgraph.relating import ranking
from claimgraph.relating.alignment import Aligned, Instruments, Side, negations
from claimgraph.relating.amounts import Amount, standing
from claimgraph.relating.crossing import (
    SUBJECTS,
    crossed,
    is_crossed,
    respects_apart,
    sort,
    turned_by_less,
)
from claimgraph.relating.ends import sides_apart
from claimgraph.relating.grounding import cue, ground, telling_of_proof
from claimgraph.relating.having import spoken_of
from claimgraph.relating.likeness import TELLING_APART, places, sign, stands_for
from claimgraph.relating.nucleus import nil, nucleus
from claimgraph.relating.numerals import number
from claimgraph.relating.quantities import comparable, meet
from claimgraph.relating.replacing import placing, replacing
from claimgraph.relating.single import one_holder
from claimgraph.relating.spoken import YEAR, told

#: Content words up to which a side counts as short.
SHORT = 12
#: Content words up to which a pair is weighed word by word whatever is left over.
VERY_SHORT = 7
#: Words without a match up to which two sentences are parallel.
MOST_ALONE = 2
_YEAR = re.compile(r"1[5-9]\d\d|20\d\d")


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a short pair says.

    Attributes:
        label: "conflict", "support" or "none".
        slot: what makes the difference ("polarity", "word", "order", "quantity", "timing", "topic", "deed"), "" for
            nothing.
        source: what the first side has there.
        target: what the second has.
    """

    label: str
    slot: str = ""
    source: str = ""
    target: str = ""


def is_short(one: Side, two: Side) -> bool:
    """Say whether both sides are one sentence of a few content words."""
    return all(len(side.sentences) == 1 and 0 < len(side.content) <= SHORT for side in (one, two))


def judged(there: Aligned, back: Aligned, tools: Instruments) -> Verdict | None:
    """Return what a short pair says, None where too much is left over for its words to be held against each other.

    Args:
        there: the first side aligned to the second.
        back: the second aligned to the first.
        tools: what words are looked up in.
    """
    dated = _dated_apart(there.a, there.b)
    if dated:
        return Verdict("none", "topic", *dated)
    found = (
        _undercut(there, back, tools)
        or _replaced(there, back, tools)
        or _ordered(there, back, tools)
        or _had_after_all(there, tools)
    )
    return found or _by_words(there, back, tools)


def says_more(there: Aligned, back: Aligned, tools: Instruments) -> int:
    """Return +1 where only the first of two sides that agree says more than both say, -1 where the second, else 0.

    Args:
        there: the first side aligned to the second.
        back: the second aligned to the first.
        tools: what words are looked up in.
    """
    return bool(_alone(there, tools)) - bool(_alone(back, tools))


def _had_after_all(there: Aligned, tools: Instruments) -> Verdict | None:
    """Return the conflict of what a thing is said to lack and what is named as its part, None where there is none."""
    one, two = there.a.sentences[0], there.b.sentences[0]
    lacking, named = spoken_of(one, two, tools.lexicon, tools.words), spoken_of(two, one, tools.lexicon, tools.words)
    if lacking:
        return Verdict("conflict", "polarity", "denied", "affirmed")
    return Verdict("conflict", "polarity", "affirmed", "denied") if named else None


def _by_words(there: Aligned, back: Aligned, tools: Instruments) -> Verdict | None:
    """Return what is left over, turned or counted differently in a short pair, None where too much is left over."""
    left, right = _alone(there, tools), _alone(back, tools)
    rivals = _rivals(there)
    if rivals:
        left, right = [t for t in left if t.lemma != rivals[0].lemma], [t for t in right if t.lemma != rivals[1].lemma]
    apart = _apart(left, right) or _modifiers_apart(there, left, right)
    if apart and is_crossed(there) and _one_object(there, *apart):
        apart = None
    whole = max(len(there.a.content), len(there.b.content))
    if max(len(left), len(right)) > MOST_ALONE and whole > VERY_SHORT:
        return None
    if apart:
        one_place = len(left) == len(right) == 1 and (_one_place(there, *apart) or _held_by_one(there, *apart))
        slot = "topic" if sort(apart[0]) in ("NOUN", "PROPN") else "deed"
        return Verdict("conflict" if one_place else "none", slot, apart[0].lemma, apart[1].lemma)
    return _by_matched(there, back, (left, right), rivals, tools)


def _by_matched(
    there: Aligned,
    back: Aligned,
    alone: tuple[list[Token], list[Token]],
    rivals: tuple[Token, Token] | None,
    tools: Instruments,
) -> Verdict:
    """Return what a short pair says in which no word stands where another should."""
    left, right = alone
    respects = respects_apart(there)
    if respects:
        return Verdict("none", "deed", *respects)
    covered = not left or not right or (_covered(there, left) and _covered(back, right))
    turns, parted = list(_turns(there, back, tools)), _of_opposites(there)
    if parted and len(turns) == 1:
        return Verdict("none", "topic", *parted)
    if rivals:
        strange = next((t for t in right if t.i in _named(there.b) and t.pos in ("NOUN", "PROPN")), None)
        return _another(strange) if strange else _numbers(there) or _by_rivals(there, rivals, turns)
    return _numbers(there) or _by_turns(turns, covered=covered and not _said_apart(there, left, right))


def _another(strange: Token) -> Verdict:
    """Return that two sides speak of two things, by a word that only the second has."""
    return Verdict("none", "topic", "", strange.lemma)


def _undercut(there: Aligned, back: Aligned, tools: Instruments) -> Verdict | None:
    """Return what a side that tells of proof and one that tells of none say of each other, None for other pairs."""
    grounds = [ground(side.sentences[0], tools.words) for side in (there.a, there.b)]
    if grounds[0] * grounds[1] >= 0:
        return None
    left, right = (list(_unproven(x, tools)) for x in (there, back))
    apart = _apart([t for t in left if sort(t) != "VERB"], [t for t in right if sort(t) != "VERB"])
    apart = apart or _modifiers_apart(there, left, right)
    if apart:
        return Verdict("none", "topic", apart[0].lemma, apart[1].lemma)
    if max(len(left), len(right)) > MOST_ALONE:
        return Verdict("none", "topic", left[0].lemma if left else "", right[0].lemma if right else "")
    said = {1: "shown", -1: "not shown"}
    return Verdict("conflict", "evidence", said[grounds[0]], said[grounds[1]])


def _unproven(aligned: Aligned, tools: Instruments) -> Iterator[Token]:
    """Yield the words of a side without a match that tell more than how well something is shown."""
    sentence = aligned.a.sentences[0]
    for token in _alone(aligned, tools):
        if not cue(token, tools.words) and not telling_of_proof(sentence, token, tools.words):
            yield token


def _replaced(there: Aligned, back: Aligned, tools: Instruments) -> Verdict | None:
    """Return what a side in which one thing does for another and one in which it does not say of each other."""
    signs = [replacing(side.sentences[0], tools.words) for side in (there.a, there.b)]
    if signs[0] * signs[1] >= 0:
        return None
    left, right = ([t for t in _alone(x, tools) if not placing(t, tools.words)] for x in (there, back))
    apart = _apart(left, right)
    if apart:
        return Verdict("none", "topic", apart[0].lemma, apart[1].lemma)
    if max(len(left), len(right)) > MOST_ALONE:
        return Verdict("none", "topic", left[0].lemma if left else "", right[0].lemma if right else "")
    said = {1: "does for", -1: "does not do for"}
    return Verdict("conflict", "substitution", said[signs[0]], said[signs[1]])


def _ordered(there: Aligned, back: Aligned, tools: Instruments) -> Verdict | None:
    """Return what two comparisons of the same two things say of each other, None where they compare no two."""
    one, two = (ranking.ranked(side.sentences[0], tools.lexicon, tools.words) for side in (there.a, there.b))
    found = ranking.standing(one, two) if one and two else ""
    if not found or one is None or two is None:
        return None
    left, right = _alone(there, tools), _alone(back, tools)
    apart = _apart([t for t in left if sort(t) == "NOUN"], [t for t in right if sort(t) == "NOUN"])
    if apart:
        return Verdict("none", "topic", apart[0].lemma, apart[1].lemma)
    marked = {"conflict": ("order", min(one.ahead), min(two.ahead)), "none": ("deed", min(one.named), min(two.named))}
    return Verdict(found, *marked.get(found, ()))


def _by_turns(turns: list[Verdict], *, covered: bool) -> Verdict:
    """Return a conflict where the reversals are odd, else an agreement of sides that cover one another."""
    if len(turns) % 2:
        return turns[0]
    return Verdict("support") if covered else Verdict("none", "topic")


def _alone(aligned: Aligned, tools: Instruments) -> list[Token]:
    """Return the words of a side without a match on the other that is sure enough for a short pair."""
    turned = {x.lemma for x, _ in aligned.opposed} | {y.lemma for _, y in aligned.opposed}
    others = [y for _, y in aligned.b.content]
    light = tools.words.of("alignment.units", "alignment.faint", "comparison.light_verbs", "alignment.hardly") | turned
    return [
        x
        for _, x in aligned.a.content
        if x.pos not in ("NUM", "ADV") and number(x.lower) is None and x.lemma not in light
        if x.lemma not in tools.ungrounded and not any(stands_for(aligned, x, y, tools) for y in others)
    ]


def _apart(left: list[Token], right: list[Token]) -> tuple[Token, Token] | None:
    """Return a word of each side that stand where one should stand for the other: two things, two deeds, two traits."""
    for sorts in (("NOUN", "PROPN"), ("VERB",), ("ADJ",)):
        ours, theirs = [t for t in left if sort(t) in sorts], [t for t in right if sort(t) in sorts]
        if ours and theirs and (sorts != ("ADJ",) or {t.dep == "amod" for t in (ours[0], theirs[0])} != {True, False}):
            return ours[0], theirs[0]
    return None


def _rivals(there: Aligned) -> tuple[Token, Token] | None:
    """Return two words of a class of which a thing is one only ("in spring", "in autumn"), beside the subjects."""
    ours, theirs = ([t for _, t in side.content] for side in (there.a, there.b))
    named = [_named(side) for side in (there.a, there.b)]
    for x in ours:
        for y in theirs:
            apart = y.lemma not in there.a.lemmas and x.lemma not in there.b.lemmas
            if (
                apart
                and y.lemma in there.lexicon.linked("rival", x.lemma)
                and x.i not in named[0]
                and y.i not in named[1]
            ):
                return x, y
    return None


def _by_rivals(there: Aligned, rivals: tuple[Token, Token], turns: list[Verdict]) -> Verdict:
    """Return the conflict of two words of one class, none where something else is turned as well."""
    beside = {kid.lemma for kid in there.a.sentences[0].kids(rivals[0].i, "amod")}
    apart = [turn for turn in turns if turn.source not in beside]
    return Verdict("none" if apart else "conflict", "topic" if apart else "word", rivals[0].lemma, rivals[1].lemma)


def _named(side: Side) -> frozenset[int]:
    """Return where the subject of a side's sentence stands."""
    sentence = side.sentences[0]
    subject = sentence.kid(sentence.root.i, *SUBJECTS)
    return frozenset(sentence.spans[subject.i]) if subject else frozenset()


def _said_apart(there: Aligned, left: list[Token], right: list[Token]) -> tuple[Token, Token] | None:
    """Return the words that say what either side says, where neither has a match: two deeds or traits."""
    heads = [nucleus(side.sentences[0]).head for side in (there.a, there.b)]
    ours, theirs = [t for t in heads[0] if t in left], [t for t in heads[1] if t in right]
    return (ours[0], theirs[0]) if ours and theirs else None


def _modifiers_apart(there: Aligned, left: list[Token], right: list[Token]) -> tuple[Token, Token] | None:
    """Return two unmatched words that tell one and the same noun apart ("weight loss", "appetite loss")."""
    heads = [
        {(s.tokens[t.head].lemma, t.i): t for s in side.sentences for t in s.tokens if t.dep in TELLING_APART}
        for side in (there.a, there.b)
    ]
    for (head, _), x in heads[0].items():
        for (other, _), y in heads[1].items():
            if head == other and x in left and y in right:
                return x, y
    return None


def _one_object(there: Aligned, x: Token, y: Token) -> bool:
    """Say whether two verbs have one object ("filters more particles", "catches more particles")."""
    found = [s.kid(t.i, "dobj") for s, t in ((there.a.sentences[0], x), (there.b.sentences[0], y))]
    return x.pos == y.pos == "VERB" and all(found) and len({t.lemma for t in found if t}) == 1


def _dated_apart(one: Side, two: Side) -> tuple[str, str] | None:
    """Return the times of two sides where one speaks of a year and the other of the present."""
    years = [[t.lower for _, t in side.tokens if _YEAR.fullmatch(t.lower)] for side in (one, two)]
    present = [[t.lower for _, t in side.tokens if t.lower in english()["alignment.present"]] for side in (one, two)]
    if years[0] and present[1] and not (present[0] or years[1]):
        return years[0][0], present[1][0]
    if years[1] and present[0] and not (present[1] or years[0]):
        return present[0][0], years[1][0]
    return None


def _one_place(there: Aligned, x: Token, y: Token) -> bool:
    """Say whether two things are each said to be the one that is most, or the only one, of its kind."""
    placed = [places(side) for side in (there.a, there.b)]
    named = all(t.dep in (*SUBJECTS, "attr") and t.pos in ("NOUN", "PROPN") for t in (x, y))
    roots = [side.sentences[0].root.lemma for side in (there.a, there.b)]
    return named and roots == ["be", "be"] and bool(placed[0]) and placed[0] == placed[1]


def _held_by_one(there: Aligned, x: Token, y: Token) -> bool:
    """Say whether two things fill a place that only one can fill, and nothing is turned beside that."""
    ours, theirs = there.a.sentences[0], there.b.sentences[0]
    plain = not any(t.lower in english()["negators"] for side in (there.a, there.b) for _, t in side.tokens)
    return plain and one_holder(ours, x, theirs, y, there.lexicon)


def _numbers(there: Aligned) -> Verdict | None:
    """Return the conflict of two sides that count differently, None where they do not; time against number is none."""
    measured = _measured(there)
    if measured:
        met = any(meet(x.quantity, y.quantity) for x, y in measured)
        return None if met else _apart_in(*measured[0])
    amounts = there.a.amounts(there.lexicon), there.b.amounts(there.lexicon)
    counted = standing(*amounts, there.lexicon)
    if counted.met or counted.apart:
        return None if counted.met else _counted_apart(*counted.apart[0])
    sorts = [{amount.quantity.dimension for amount in side} for side in amounts]
    if sorts in ([{"time"}, {"count"}], [{"count"}, {"time"}]):
        return Verdict("none", "quantity", amounts[0][0].text, amounts[1][0].text)
    ours, theirs = there.a.numbers, there.b.numbers
    units = [{t.lemma for _, t in side.tokens} & english()["alignment.units"] for side in (there.a, there.b)]
    if not ours or not theirs or (set(ours) & set(theirs) and units[0] == units[1]):
        return None
    told = [
        " ".join([*(f"{n:g}" for n in numbers), *sorted(unit)])
        for numbers, unit in zip((ours, theirs), units, strict=True)
    ]
    return Verdict("conflict", "quantity", told[0], told[1])


def _measured(there: Aligned) -> list[tuple[Measure, Measure]] | None:
    """Return the amounts of either side that measure one sort of thing, None where a side gives no amount."""
    ours, theirs = (told(" ".join(t.lower for s in side.sentences for t in s.tokens)) for side in (there.a, there.b))
    return [(x, y) for x in ours for y in theirs if comparable(x.quantity, y.quantity)] if ours and theirs else None


def _apart_in(ours: Measure, theirs: Measure) -> Verdict:
    """Return the conflict of two amounts that do not meet."""
    return Verdict("conflict", "timing" if ours.quantity.dimension == "time" else "quantity", ours.text, theirs.text)


def _counted_apart(ours: Amount, theirs: Amount) -> Verdict:
    """Return the conflict of two counts, years or ranks that do not meet."""
    return Verdict("conflict", "timing" if ours.quantity.dimension == YEAR else "quantity", ours.text, theirs.text)


def _of_opposites(there: Aligned) -> tuple[str, str] | None:
    """Return the opposites that the two sides speak of ("cold water", "hot water"): two things."""
    named = [{side.sentences[0].tokens[i].lemma for i in _named(side)} for side in (there.a, there.b)]
    return next(((x.lemma, y.lemma) for x, y in there.opposed if x.lemma in named[0] and y.lemma in named[1]), None)


def _turns(there: Aligned, back: Aligned, tools: Instruments) -> Iterator[Verdict]:
    """Yield each reversal between the two sides; what makes no difference goes against either direction."""
    words = {True: "denied", False: "affirmed"}
    nils = [nil(side.sentences, tools.words) for side in (there.a, there.b)]
    if nils[0] != nils[1]:
        yield Verdict("conflict", "polarity", words[nils[0]], words[nils[1]])
        return
    turned = frozenset(t.lemma for pair in there.opposed for t in pair)
    hindering = [_hindering(there, tools), _hindering(back, tools)]
    denied = _denied(there.a, tools, turned | hindering[0]), _denied(there.b, tools, turned | hindering[1])
    if denied[0] != denied[1]:
        yield Verdict("conflict", "polarity", words[denied[0]], words[denied[1]])
    opposed = [*there.opposed, *_signed_apart(there, tools)]
    for x, y in opposed:
        yield Verdict("conflict", "word", x.lemma, y.lemma)
    for mine, other in sides_apart(there.a.sentences[0], there.b.sentences[0], tools.lexicon):
        yield Verdict("conflict", "word", mine, other)
    counted = any(t.lemma in tools.words["alignment.less"] for pair in opposed for t in pair)
    if turned_by_less(there) and not counted:
        yield Verdict("conflict", "order", _first(there.a), _first(there.b))
    if is_crossed(there) or (_conversed(there, opposed) and crossed(there)):
        yield Verdict("conflict", "order", _first(there.a), _first(there.b))


def _hindering(there: Aligned, tools: Instruments) -> frozenset[str]:
    """Return the denying verbs of a side that say what a verb of hindering says on the other ("stop", "prevent")."""
    others = [y for _, y in there.b.content if tools.signs.get(y.lemma, 0) < 0]
    found = (x for _, x in there.a.content if x.lemma in tools.words["negative_verbs"])
    return frozenset(x.lemma for x in found if tools.signs.get(x.lemma, 0) < 0 and others)


def _denied(side: Side, tools: Instruments, turned: frozenset[str]) -> bool:
    """Say whether a side denies, words left out that are counted as opposites ("denied", "granted")."""
    count = negations(side, tools.words, turned) + sum(t.lemma in tools.ungrounded for _, t in side.tokens)
    return count % 2 == 1


def _signed_apart(there: Aligned, tools: Instruments) -> list[tuple[Token, Token]]:
    """Return the first pair of words for more and less on either side, where no word for more or less is shared."""
    ours, theirs = ([t for s, t in side.content if _bearing(s, t, tools)] for side in (there.a, there.b))
    if there.opposed or {t.lemma for t in ours} & {t.lemma for t in theirs}:
        return []
    signs = [{t.i: _bearing(s, t, tools) for s, t in side.content} for side in (there.a, there.b)]
    return [(x, y) for x in ours[:1] for y in theirs[:1] if signs[0][x.i] != signs[1][y.i]]


def _bearing(sentence: Sentence, token: Token, tools: Instruments) -> int:
    """Return the sign of a word where it stands: none for "grow" in "grow weaker", turned in "protect against"."""
    side = sign(token, tools)
    if token.pos != "VERB" or not side:
        return side
    if token.lemma in tools.words["alignment.becoming"] and sentence.kid(token.i, "acomp", "oprd"):
        return 0
    if any(kid.lower == "down" for kid in sentence.kids(token.i, "prt", "advmod")):
        return -1
    guarded = any(kid.lower == "against" for kid in sentence.kids(token.i, "prep"))
    return -side if guarded and side > 0 else side


def _conversed(there: Aligned, opposed: list[tuple[Token, Token]]) -> bool:
    """Say whether the opposites are two ends of one relation: deeds with an object each, or neither a deed."""
    acting = [any(t.dep == "dobj" for _, t in side.tokens) for side in (there.a, there.b)]
    return any(all(acting) if "VERB" in (x.pos, y.pos) else not any(acting) for x, y in opposed)


def _first(side: Side) -> str:
    return side.content[0][1].lemma


def _covered(aligned: Aligned, alone: list[Token]) -> bool:
    """Say whether all but a small part of a side's words are matched."""
    return len(alone) <= max(1, len(aligned.a.content) // 3)
