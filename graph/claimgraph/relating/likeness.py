"""Which word of a short text may be held for which of another: forms, synonyms, kinds, two ends of one deed."""

from claimgraph.knowledge.english import english
from claimgraph.language.parsed import Token
from claimgraph.relating.alignment import Aligned, Instruments, Side
from claimgraph.relating.ends import converse
from claimgraph.relating.words import Words, base, kinds, root

#: Least cosine of two verbs, of two adjectives and of two nouns that may stand for one another in a short pair.
CLOSE = {"VERB": 0.55, "ADJ": 0.75, "NOUN": 0.9, "PROPN": 0.9}
#: Cosine from which two different words share a vector only because the pipeline's table was cut down.
SAME_ROW = 0.999
#: Links of the words before a noun that tell it from others of its kind.
TELLING_APART = ("compound", "amod", "poss")


def stands_for(aligned: Aligned, x: Token, y: Token, tools: Instruments) -> bool:
    """Say whether a word of the one side may be held for a word of the other.

    Args:
        aligned: the first side aligned to the second.
        x: a word of the first.
        y: a word of the second.
        tools: what words are looked up in.
    """
    words = aligned.lexicon
    signs = sign(x, tools) * sign(y, tools)
    if signs or tools.deeds.get(x.lemma, frozenset()) & tools.deeds.get(y.lemma, frozenset()):
        return True
    if _one_word(x, y, words) or _one_deed(x, y, words):
        return True
    taken = y.lemma in aligned.a.lemmas or x.lemma in aligned.b.lemmas
    if not taken and _one_kind(aligned, x, y):
        return not _exact(aligned) or bool({x.lemma, y.lemma} & english()["relating.inhabitants"])
    above = words.linked("similar", x.lemma) | words.linked("broader", x.lemma)
    if y.lemma in above or x.lemma in words.linked("broader", y.lemma):
        return True
    return not (taken or words.opposed(x.lemma, y.lemma) or _beside(aligned, x, y)) and _near(aligned, x, y)


def _near(aligned: Aligned, x: Token, y: Token) -> bool:
    """Say whether the vectors of two words lie near enough, those left out that share one of the pipeline's rows."""
    near = aligned.similarity(x.lower, y.lower) if aligned.similarity else 0.0
    least = max(CLOSE.get(x.pos, 1.0), CLOSE.get(y.pos, 1.0) if x.pos == y.pos else 0.0)
    return near >= least and (near < SAME_ROW or x.pos == "VERB")


def _beside(aligned: Aligned, x: Token, y: Token) -> bool:
    """Say whether two words tell one and the same noun apart ("infrared light", "ultraviolet light")."""
    if x.dep not in TELLING_APART or y.dep not in TELLING_APART:
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
    ranked = bool(places(aligned.a)) and bool(places(aligned.b))
    return ranked or (bool(ours) and bool(theirs) and set(ours) != set(theirs))


def places(side: Side) -> frozenset[str]:
    """Return the words by which a side names the one that is most, or the only one, of its kind."""
    only = english()["alignment.only_one"]
    return frozenset(t.lemma for _, t in side.tokens if t.tag in ("JJS", "RBS") or t.lemma in only)


def sign(token: Token, tools: Instruments) -> int:
    """Return +1 for a word that says more, -1 for one that says less, 0 for any other; a noun must be one of these."""
    if token.pos == "VERB" or token.lemma in tools.words.of("alignment.more", "alignment.less"):
        return tools.signs.get(token.lemma, 0)
    return 0
