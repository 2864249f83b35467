"""Short comparisons held against each other: whether the two change places, and whether in one respect."""

from itertools import pairwise

from claimgraph.knowledge.english import english
from claimgraph.language.parsed import Sentence, Token
from claimgraph.relating.alignment import Aligned, Side
from claimgraph.relating.words import Words, base

SUBJECTS = ("nsubj", "nsubjpass", "csubj")
NAMES = frozenset({"NOUN", "PROPN", "ADJ"})


def is_crossed(there: Aligned) -> bool:
    """Say whether two short comparisons set the same two things in the other order."""
    compared = all(any(t.lower == "than" for _, t in side.tokens) for side in (there.a, there.b))
    return compared and crossed(there)


def crossed(there: Aligned) -> bool:
    """Say whether what is ahead on one side stands behind on the other."""
    ahead, behind = _poles(there.a.sentences[0])
    ahead_b, behind_b = _poles(there.b.sentences[0])
    return bool((ahead - ahead_b) & behind_b and (ahead_b - ahead) & behind)


def _poles(sentence: Sentence) -> tuple[set[str], set[str]]:
    """Return the nouns before and behind "than" (or of the subject and behind it, where nothing is compared)."""
    than = next((t.i for t in sentence.tokens if t.lower == "than"), None)
    subject = next((t for t in sentence.tokens if t.dep in SUBJECTS), None)
    if subject is None:
        before = {t.lemma for t in sentence.tokens[: than or 0] if t.pos in NAMES}
        return before, {t.lemma for t in sentence.tokens[than or 0 :] if than and t.pos in NAMES}
    ours = {sentence.tokens[i].lemma for i in sentence.spans[subject.i] if _names(sentence.tokens[i])}
    if than is not None:
        return ours, {t.lemma for t in sentence.tokens[than:] if _names(t)}
    passive = any(t.dep == "agent" for t in sentence.tokens)
    rest = {t.lemma for t in sentence.tokens if _names(t)} - ours
    return (rest, ours) if passive else (ours, rest)


def _names(token: Token) -> bool:
    """Say whether a word can name one of two things compared, a gerund among them ("walking is safer")."""
    return token.pos in NAMES or (token.tag == "VBG" and token.dep in (*SUBJECTS, "pcomp", "pobj"))


def _less(side: Side, bare: bool) -> bool:
    """Say whether a comparison is turned by "less" or "fewer", where asked for by "less" alone as well."""
    tokens = [t for _, t in side.tokens]
    return any(
        a.lower in english()["comparison.fewer"] and (b.pos in ("ADJ", "ADV", "NOUN") or (bare and b.lower == "than"))
        for a, b in pairwise(tokens)
    )


def _bare(side: Side) -> bool:
    """Say whether a side compares by "more" or "less" alone ("earn more than")."""
    tokens = [t.lower for _, t in side.tokens]
    return any((a == "more" or a in english()["comparison.fewer"]) and b == "than" for a, b in pairwise(tokens))


def respects_apart(there: Aligned) -> tuple[str, str] | None:
    """Return in what respect either side measures or compares, where each names one and none is the other's."""
    if is_crossed(there):
        return _compared_apart(there)
    measured = [_measures(side, there.lexicon) for side in (there.a, there.b)]
    if all(measured) and not measured[0] & measured[1] and any(side.numbers for side in (there.a, there.b)):
        return min(measured[0]), min(measured[1])
    return None


def _compared_apart(there: Aligned) -> tuple[str, str] | None:
    """Return a word of each side for what is compared, where both name deeds, things or traits and share none."""
    ours, theirs = _compared(there.a), _compared(there.b)
    for sorts in (("VERB", "NOUN"), ("ADJ", "ADV"), ("VERB", "NOUN", "ADJ", "ADV")):
        left, right = ([t.lemma for t in side if sort(t) in sorts] for side in (ours, theirs))
        if (
            left
            and right
            and not any(
                _one_respect(_plain(x, there), _plain(y, there), there.lexicon)
                for x in ours
                for y in theirs
                if sort(x) in sorts or sort(y) in sorts
            )
        ):
            return left[0], right[0]
    return None


def _compared(side: Side) -> list[Token]:
    """Return the words for what is compared in a comparison: all that say something but the two that are compared."""
    ahead, behind = _poles(side.sentences[0])
    idle = english().of("alignment.light", "comparison.light_verbs", "comparison.plain")
    return [t for _, t in side.content if t.lemma not in ahead | behind | idle]


def _plain(token: Token, there: Aligned) -> str:
    """Return the adjective an adverb is made from ("slowly", "slow"), any other word in base form."""
    bare = token.lemma.removesuffix("ly")
    return bare if token.pos == "ADV" and there.lexicon.known(bare) else token.lemma


def _one_respect(x: str, y: str, lexicon: Words) -> bool:
    """Say whether two words compare in one respect: one word, opposites, or measures of one thing."""
    if base(x, lexicon) == base(y, lexicon) or lexicon.alike(x, y) or lexicon.opposed(x, y):
        return True
    around = [{x, *lexicon.linked("contrast", x)}, {y, *lexicon.linked("contrast", y)}]
    named = [{m for word in words for m in lexicon.linked("measure", word)} for words in around]
    return bool(named[0] & named[1]) or x in lexicon.linked("similar", y)


def _measures(side: Side, lexicon: Words) -> frozenset[str]:
    return frozenset(m for _, t in side.content for m in lexicon.linked("measure", t.lemma))


def turned_by_less(there: Aligned) -> bool:
    """Say whether one of two sides compares by "less" or "fewer" and the other does not."""
    bare = _bare(there.a) and _bare(there.b)
    return _less(there.a, bare) != _less(there.b, bare)


def sort(token: Token) -> str:
    """Return a word's part of speech, a gerund that stands for a thing ("causes coughing") a noun."""
    thing = token.tag == "VBG" and token.dep in ("dobj", "pobj", "xcomp", "pcomp")
    thing |= token.pos == "ADJ" and token.dep in ("dobj", "pobj", "poss", *SUBJECTS)
    return "NOUN" if thing else token.pos
