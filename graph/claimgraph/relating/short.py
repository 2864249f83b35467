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
from claimgraph.relating.ends import converse, sides_apart
from claimgraph.relating.grounding import cue, ground, telling_of_proof
from claimgraph.relating.having import spoken_of
from claimgraph.relating.nucleus import nil, nucleus
from claimgraph.relating.numerals import number
from claimgraph.relating.quantities import comparable, meet
from claimgraph.relating.replacing import placing, replacing
from claimgraph.relating.single import one_holder
from claimgraph.relating.spoken import YEAR, told
from claimgraph.relating.words import Words, base, kinds, root

#: Content words up to which a side counts as short.
SHORT = 12
#: Content words up to which a pair is weighed word by word whatever is left over.
VERY_SHORT = 7
#: Least cosine of two verbs, of two adjectives and of two nouns that may stand for one another in a short pair.
CLOSE = {"VERB": 0.55, "ADJ": 0.75, "NOUN": 0.9, "PROPN": 0.9}
#: Cosine from which two different words share a vector only because the pipeline's table was cut down.
SAME_ROW = 0.999
#: Words without a match up to which two sentences are parallel.
MOST_ALONE = 2
#: Links of the words before a noun that tell it from others of its kind.
_TELLING_APART = ("compound", "amod", "poss")
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
    respects = respects_apart(there)
    if respects:
        return Verdict("none", "deed", *respects)
    covered = not left or not right or (_covered(there, left) and _covered(back, right))
    turns, parted = list(_turns(there, back, tools)), _of_opposites(there)
    if parted and len(turns) == 1:
        return Verdict("none", "topic", *parted)
    if rivals:
        strange = next((t for t in right if t.i in _named(there.b) and t.pos in ("NOUN", "PROPN")), None)
        if strange is not None:
            return Verdict("none", "topic", "", strange.lemma)
        return _numbers(there) or _by_rivals(there, rivals, turns)
    return _numbers(there) or _by_turns(turns, covered=covered and not _said_apart(there, left, right))


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
        if x.lemma not in tools.ungrounded and not any(_stands_for(aligned, x, y, tools) for y in others)
    ]


def _stands_for(aligned: Aligned, x: Token, y: Token, tools: Instruments) -> bool:
    words = aligned.lexicon
    signs = _sign(x, tools) * _sign(y, tools)
    if signs or tools.deeds.get(x.lemma, frozenset()) & tools.deeds.get(y.lemma, frozenset()):
        return True
    if _one_word(x, y, words) or _one_deed(x, y, words):
        return True
    if _one_kind(aligned, x, y) and y.lemma not in aligned.a.lemmas and x.lemma not in aligned.b.lemmas:
        return not _exact(aligned) or bool({x.lemma, y.lemma} & english()["relating.inhabitants"])
    if y.lemma in words.linked("similar", x.lemma) | words.linked("broader", x.lemma):
        return True
    if x.lemma in words.linked("broader", y.lemma) or words.opposed(x.lemma, y.lemma):
        return x.lemma in words.linked("broader", y.lemma)
    if y.lemma in aligned.a.lemmas or x.lemma in aligned.b.lemmas:
        return False
    near = aligned.similarity(x.lower, y.lower) if aligned.similarity else 0.0
    if (near >= SAME_ROW and x.pos != "VERB") or _beside(aligned, x, y):
        return False
    return near >= max(CLOSE.get(x.pos, 1.0), CLOSE.get(y.pos, 1.0) if x.pos == y.pos else 0.0)


def _beside(aligned: Aligned, x: Token, y: Token) -> bool:
    """Say whether two words tell one and the same noun apart ("infrared light", "ultraviolet light")."""
    if x.dep not in _TELLING_APART or y.dep not in _TELLING_APART:
        return False
    ours, theirs = aligned.a.sentences[0], aligned.b.sentences[0]
    return ours.tokens[x.head].lemma == theirs.tokens[y.head].lemma


def _one_word(x: Token, y: Token, lexicon: Words) -> bool:
    """Say whether two words are forms of one, mean the same or come from one another."""
    same = root(x.lemma, lexicon) == root(y.lemma, lexicon) or x.lower == y.lower or x.lemma in y.lemma.split("-")
    return same or lexicon.alike(x.lemma, y.lemma) or lexicon.alike(x.lower, y.lower)


def _one_deed(x: Token, y: Token, lexicon: Words) -> bool:
    """Say whether two verbs say the two ends of one deed, or one a manner of doing what the other says."""
    if x.pos != "VERB" or y.pos != "VERB":
        return converse(x, y, lexicon)
    ways = y.lemma in lexicon.linked("manner", x.lemma) or x.lemma in lexicon.linked("manner", y.lemma)
    return converse(x, y, lexicon) or (ways and not lexicon.opposed(x.lemma, y.lemma))


def _one_kind(aligned: Aligned, x: Token, y: Token) -> bool:
    """Say whether one noun names a whole kind that the other is of ("mastiff", "dog"; not "house dog")."""
    one, two = (_anybody(base(t.lemma, aligned.lexicon)) for t in (x, y))
    if not x.pos == y.pos == "NOUN" or aligned.lexicon.opposed(one, two):
        return False
    above, below = two in kinds().get(one, ()), one in kinds().get(two, ())
    return (above and not _narrowed(aligned.b, y)) or (below and not _narrowed(aligned.a, x))


def _anybody(word: str) -> str:
    """Return "person" for a word for whoever there is, any other word as it is."""
    return "person" if word in english()["relating.inhabitants"] else word


def _narrowed(side: Side, token: Token) -> bool:
    return bool(side.sentences[0].kids(token.i, "amod", "compound"))


def _exact(aligned: Aligned) -> bool:
    """Say whether the sides tell two amounts, or what is most of its kind: of a whole kind that says another thing."""
    ours, theirs = aligned.a.numbers, aligned.b.numbers
    ranked = bool(_places(aligned.a)) and bool(_places(aligned.b))
    return ranked or (bool(ours) and bool(theirs) and set(ours) != set(theirs))


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
        {(s.tokens[t.head].lemma, t.i): t for s in side.sentences for t in s.tokens if t.dep in _TELLING_APART}
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
    places = [_places(side) for side in (there.a, there.b)]
    named = all(t.dep in (*SUBJECTS, "attr") and t.pos in ("NOUN", "PROPN") for t in (x, y))
    roots = [side.sentences[0].root.lemma for side in (there.a, there.b)]
    return named and roots == ["be", "be"] and bool(places[0]) and places[0] == places[1]


def _held_by_one(there: Aligned, x: Token, y: Token) -> bool:
    """Say whether two things fill a place that only one can fill, and nothing is turned beside that."""
    ours, theirs = there.a.sentences[0], there.b.sentences[0]
    plain = not any(t.lower in english()["negators"] for side in (there.a, there.b) for _, t in side.tokens)
    return plain and one_holder(ours, x, theirs, y, there.lexicon)


def _places(side: Side) -> frozenset[str]:
    """Return the words by which a side names the one that is most, or the only one, of its kind."""
    only = english()["alignment.only_one"]
    return frozenset(t.lemma for _, t in side.tokens if t.tag in ("JJS", "RBS") or t.lemma in only)


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
    sign = _sign(token, tools)
    if token.pos != "VERB" or not sign:
        return sign
    if token.lemma in tools.words["alignment.becoming"] and sentence.kid(token.i, "acomp", "oprd"):
        return 0
    if any(kid.lower == "down" for kid in sentence.kids(token.i, "prt", "advmod")):
        return -1
    guarded = any(kid.lower == "against" for kid in sentence.kids(token.i, "prep"))
    return -sign if guarded and sign > 0 else sign


def _sign(token: Token, tools: Instruments) -> int:
    """Return +1 for a word that says more, -1 for one that says less, 0 for any other; a noun must be one of these."""
    if token.pos == "VERB" or token.lemma in tools.words.of("alignment.more", "alignment.less"):
        return tools.signs.get(token.lemma, 0)
    return 0


def _conversed(there: Aligned, opposed: list[tuple[Token, Token]]) -> bool:
    """Say whether the opposites are two ends of one relation: deeds with an object each, or neither a deed."""
    acting = [any(t.dep == "dobj" for _, t in side.tokens) for side in (there.a, there.b)]
    return any(all(acting) if "VERB" in (x.pos, y.pos) else not any(acting) for x, y in opposed)


def _first(side: Side) -> str:
    return side.content[0][1].lemma


def _covered(aligned: Aligned, alone: list[Token]) -> bool:
    """Say whether all but a small part of a side's words are matched."""
    return len(alone) <= max(1, len(aligned.a.content) // 3)
