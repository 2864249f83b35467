"""Two sides of text aligned word by word: the best match of each word, its opposite, what is left without either."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from math import log

from claimgraph.knowledge import Pack
from claimgraph.knowledge.english import English, english
from claimgraph.language.parsed import Sentence, Token
from claimgraph.relating.amounts import Amount, amounts
from claimgraph.relating.ends import converse, one_doer
from claimgraph.relating.limits import Similarity
from claimgraph.relating.numerals import number
from claimgraph.relating.words import Words

CONTENT = frozenset({"NOUN", "PROPN", "VERB", "ADJ", "ADV", "NUM"})
#: Least cosine of two words that may stand for one another.
NEAR = 0.6
#: Words of a side that are looked at; a longer side is read from its sentences that fit best.
MOST_WORDS = 120
#: Sentences of the longer side that are compared with the other.
MOST_SENTENCES = 3


@dataclass(frozen=True)
class Side:
    """One side of a pair: the sentences of a text that matter for the other side."""

    sentences: tuple[Sentence, ...]

    @cached_property
    def tokens(self) -> tuple[tuple[Sentence, Token], ...]:
        """Return every token with its sentence."""
        return tuple((s, t) for s in self.sentences for t in s.tokens)

    @cached_property
    def content(self) -> tuple[tuple[Sentence, Token], ...]:
        """Return the words that carry the meaning, each lemma once."""
        kept: dict[str, tuple[Sentence, Token]] = {}
        for sentence, token in self.tokens:
            if (
                token.pos in CONTENT
                and token.lemma not in english()["alignment.light"]
                and any(c.isalnum() for c in token.lemma)
            ):
                kept.setdefault(token.lemma, (sentence, token))
        return tuple(list(kept.values())[:MOST_WORDS])

    @cached_property
    def lemmas(self) -> frozenset[str]:
        """Return the base forms of the content words."""
        return frozenset(token.lemma for _, token in self.content)

    @cached_property
    def numbers(self) -> tuple[float, ...]:
        """Return the numbers that stand in it."""
        found = (number(token.lower) for _, token in self.tokens)
        return tuple(dict.fromkeys(n for n in found if n is not None))

    def amounts(self, lexicon: Words) -> tuple[Amount, ...]:
        """Return the amounts, years and ranks that stand in it."""
        return tuple(amount for sentence in self.sentences for amount in amounts(sentence, lexicon))


def chosen(sentences: Sequence[Sentence], other: frozenset[str]) -> tuple[Sentence, ...]:
    """Return the few sentences that share most with the other side, in their order."""
    scored = []
    for place, sentence in enumerate(sentences):
        lemmas = {t.lemma for t in sentence.tokens if t.pos in CONTENT} - english()["alignment.light"]
        if lemmas:
            shared = len(lemmas & other)
            scored.append((-shared / log(2.0 + len(lemmas)), place))
    return tuple(sentences[place] for place in sorted(place for _, place in sorted(scored)[:MOST_SENTENCES]))


def sides(a: Sequence[Sentence], b: Sequence[Sentence]) -> tuple[Side, Side]:
    """Return both sides, each cut down to what matters for the other.

    Time is linear in the sentences; the comparison itself sees a few of each.
    """
    lemmas_a = frozenset(t.lemma for s in a for t in s.tokens if t.pos in CONTENT)
    lemmas_b = frozenset(t.lemma for s in b for t in s.tokens if t.pos in CONTENT)
    return Side(chosen(a, lemmas_b)), Side(chosen(b, lemmas_a))


class Aligned:
    """The alignment of a side to another: for each content word its best match there.

    Args:
        a: the side whose words look for a match.
        b: the side they look in.
        lexicon: opposites and synonyms of English.
        similarity: nearness of two words; 0 for all where no vectors are at hand.
    """

    def __init__(self, a: Side, b: Side, lexicon: Words, similarity: Similarity | None) -> None:
        self.a, self.b = a, b
        self.lexicon = lexicon
        self.similarity = similarity
        self.best = {token.lemma: self._match(token) for _, token in a.content}
        pairs = [(x, y) for _, x in a.content for _, y in b.content]
        self.opposed = [(x, y) for x, y in pairs if x.pos != "NUM" and y.pos != "NUM" and self._opposed(x, y)]

    def _opposed(self, x: Token, y: Token) -> bool:
        """Say whether two words are opposites, and neither side has the other's word as well."""
        if y.lemma in self.a.lemmas or x.lemma in self.b.lemmas or {x.lemma, y.lemma} & english()["alignment.focus"]:
            return False
        if converse(x, y, self.lexicon):
            return one_doer(_sentence_of(self.a, x), x, _sentence_of(self.b, y), y)
        if _denies(x, y) or _denies(y, x):
            return True
        return self.lexicon.opposed(x.lemma, y.lemma) or self.lexicon.opposed(self._plain(x), self._plain(y))

    def _plain(self, token: Token) -> str:
        """Return the adjective an adverb is made from ("slowly", "slow"), any other word as it is."""
        bare = token.lemma.removesuffix("ly")
        return bare if token.pos == "ADV" and self.lexicon.known(bare) else token.lemma

    def _match(self, token: Token) -> tuple[float, Token | None]:
        best: tuple[float, Token | None] = (0.0, None)
        for _, other in self.b.content:
            score = self._score(token, other)
            if score > best[0]:
                best = (score, other)
        return best

    def _score(self, x: Token, y: Token) -> float:
        if x.lemma == y.lemma or x.lower == y.lower:
            return 1.0
        if x.pos == "NUM" or y.pos == "NUM":
            return 0.0
        if self.lexicon.opposed(x.lemma, y.lemma):
            return 0.0
        if self.lexicon.alike(x.lemma, y.lemma):
            return 0.9
        if self.similarity is None:
            return 0.0
        near = self.similarity(x.lower, y.lower)
        return near if near >= NEAR else 0.0

    def share(self, *pos: str) -> float:
        """Return the mean match of the words of these parts of speech, 1 where there are none."""
        found = [self.best[t.lemma][0] for _, t in self.a.content if not pos or t.pos in pos]
        return sum(found) / len(found) if found else 1.0

    def found(self, tokens: Iterable[Token]) -> float:
        """Return the mean match of some words, an opposite being as good as a match, 1 where there are none."""
        turned = {x.lemma for x, _ in self.opposed}
        scores = [1.0 if t.lemma in turned else self.best.get(t.lemma, (0.0, None))[0] for t in tokens]
        return sum(scores) / len(scores) if scores else 1.0

    def judged(self, signs: dict[str, int]) -> Iterator[tuple[Token, Token, int]]:
        """Yield each verb and adjective with its match, its opposite or a word of its own or the other direction."""
        opposed = {(x.lemma, y.lemma) for x, y in self.opposed}
        for _, x in self.a.content:
            match = self.best[x.lemma][1]
            for _, y in self.b.content:
                product = signs.get(x.lemma, 0) * signs.get(y.lemma, 0)
                if (x.lemma, y.lemma) in opposed:
                    yield x, y, -1
                elif match is y and x.pos in ("VERB", "ADJ"):
                    yield x, y, 1
                elif product and self._same_context(x, y):
                    yield x, y, product

    def alone(self, *pos: str) -> tuple[Token, ...]:
        """Return the words of these parts of speech that have neither a match nor an opposite on the other side."""
        turned = {x.lemma for x, _ in self.opposed}
        words = (t for _, t in self.a.content if not pos or t.pos in pos)
        return tuple(t for t in words if self.best[t.lemma][0] < NEAR and t.lemma not in turned)

    def opposed_in_context(self) -> float:
        """Return how many opposites hang on the same or a matched head."""
        return float(sum(self._same_context(x, y) for x, y in self.opposed))

    def signed(self, signs: dict[str, int], under_a: frozenset[str], under_b: frozenset[str]) -> tuple[int, int]:
        """Return how many pairs of words for more and less, in one context, agree and how many do not."""
        along = against = 0
        for _, x in self.a.content:
            for _, y in self.b.content:
                product = signs.get(x.lemma, 0) * signs.get(y.lemma, 0)
                if product and (x.lemma == y.lemma or self._same_context(x, y)):
                    turned = (x.lemma in under_a) != (y.lemma in under_b)
                    along += (product > 0) != turned
                    against += (product < 0) != turned
        return along, against

    def _same_context(self, x: Token, y: Token) -> bool:
        near_x, near_y = _neighbours(self.a, x), _neighbours(self.b, y)
        matched = {match.lemma for lemma in near_x if lemma in self.best and (match := self.best[lemma][1])}
        return bool((near_x | matched) & near_y)


def _denies(x: Token, y: Token) -> bool:
    """Say whether a word is another's participle denied ("unconfirmed", "confirmed")."""
    return y.lower == "un" + x.lower


def _sentence_of(side: Side, token: Token) -> Sentence:
    return next(s for s, t in side.tokens if t is token)


def _neighbours(side: Side, token: Token) -> frozenset[str]:
    """Return the base forms of a word's head and dependents, light words left out."""
    sentence = _sentence_of(side, token)
    near = [sentence.tokens[token.head], *sentence.kids(token.i)]
    return frozenset(t.lemma for t in near if t is not token and t.pos in CONTENT) - english()["alignment.light"]


def negations(side: Side, words: English, apart: frozenset[str] = frozenset()) -> int:
    """Return how many words of a side deny something, those of some base forms left out."""
    verbs, nouns, adjectives = words["negative_verbs"], words["negative_nouns"], words["negative_adjectives"]
    return sum(
        (t.lower in words["negators"] and not _dating(s, t, words))
        or t.lower in words["alignment.hardly"]
        or (t.pos == "VERB" and t.lemma in verbs)
        or (t.pos == "NOUN" and t.lemma in nouns)
        or (t.pos == "ADJ" and t.lemma in adjectives)
        for s, t in side.tokens
        if t.lemma not in apart
    )


def _dating(sentence: Sentence, token: Token, words: English) -> bool:
    """Say whether a denial only dates what comes to hold: "not until 1340"."""
    after = sentence.tokens[token.i + 1 : token.i + 2]
    return any(t.lower in words["alignment.dating"] for t in after)


@dataclass(frozen=True, slots=True)
class Instruments:
    """What alignment looks words up in.

    Attributes:
        lexicon: opposites and synonyms of English.
        similarity: nearness of two words, None where no vectors are at hand.
        signs: base forms of words that say more (+1) or less (-1).
        words: the closed classes and cues of English.
        deeds: for each verb in base form, the relation types of the packs that it may express.
        ungrounded: words that say that something was not tested ("unproven").
    """

    lexicon: Words
    similarity: Similarity | None
    signs: dict[str, int]
    words: English
    deeds: Mapping[str, frozenset[str]]
    ungrounded: frozenset[str]


def instruments(pack: Pack, lexicon: Words, similarity: Similarity | None) -> Instruments:
    """Return what alignment looks words up in.

    Args:
        pack: its predicates of effect tell which verbs say more and which less.
        lexicon: opposites and synonyms of English.
        similarity: nearness of two words, None where no vectors are at hand.
    """
    words = english()
    signs = dict.fromkeys(words["alignment.more"], 1) | dict.fromkeys(words["alignment.less"], -1)
    for _, predicate in sorted(pack.predicates.items()):
        for verb in predicate.verbs if predicate.effect else ():
            if " " not in verb:
                signs.setdefault(verb, predicate.effect)
    return Instruments(lexicon, similarity, signs, words, _deeds(pack), _ungrounded(pack))


def _deeds(pack: Pack) -> dict[str, frozenset[str]]:
    """Return the relation types each single verb may express, those that follow from them included."""
    found: dict[str, set[str]] = {}
    for iri, predicate in sorted(pack.predicates.items()):
        for key in (*predicate.verbs, *predicate.shared_verbs):
            verb, _, rest = key.partition(" ")
            if verb != "be" and rest.count(" ") == 0:
                found.setdefault(verb, set()).add(iri)
    return {verb: frozenset(iris) for verb, iris in found.items()}


def _ungrounded(pack: Pack) -> frozenset[str]:
    """Return the words of the lowest step of a scale whose highest step is to be proven."""
    lowest = (scale.values[0] for scale in pack.scales.values() if "proven" in scale.values[-1])
    return frozenset(word for words in lowest for word in words if word.startswith("un"))
