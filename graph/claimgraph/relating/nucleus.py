"""The nucleus of a sentence held against another text: whom it speaks of, what it says, whether that is turned."""

from collections.abc import Iterable
from dataclasses import dataclass

from claimgraph.knowledge.english import English, any_word, english
from claimgraph.language.parsed import Sentence, Token
from claimgraph.relating.alignment import CONTENT

SUBJECTS = ("nsubj", "nsubjpass", "csubj", "expl")
_BEHIND = ("acomp", "attr", "oprd", "dobj", "xcomp", "prep")
_DENYING = ("neg", "det", "advmod", "preconj", "predet", "cc")
#: Links of the tree below which a denial of the upper word holds for the lower.
_UNDER = (
    "acomp",
    "attr",
    "oprd",
    "xcomp",
    "ccomp",
    "dobj",
    "aux",
    "auxpass",
    "amod",
    "prep",
    "pobj",
    "pcomp",
    "advmod",
)

#: Words above a word at which its denial is looked for.
HIGHER = 4


@dataclass(frozen=True, slots=True)
class Nucleus:
    """The parts of a sentence: content words of each, none in two of them.

    Attributes:
        subject: what it speaks of.
        head: its main predicate, the word behind a thin verb ("safe" of "is safe").
        rest: everything else.
    """

    subject: tuple[Token, ...]
    head: tuple[Token, ...]
    rest: tuple[Token, ...]


def nucleus(sentence: Sentence) -> Nucleus:
    """Return the parts of a sentence."""
    root = sentence.root
    subject = next((kid for kid in sentence.kids(root.i) if kid.dep in SUBJECTS), None)
    named = frozenset(sentence.spans[subject.i]) if subject else frozenset()
    head = _said(sentence, root)
    content = [
        t for t in sentence.tokens if t.pos in CONTENT and t.lemma not in english()["alignment.thin"] and t not in head
    ]
    return Nucleus(
        subject=tuple(t for t in content if t.i in named),
        head=head,
        rest=tuple(t for t in content if t.i not in named),
    )


def _said(sentence: Sentence, root: Token) -> tuple[Token, ...]:
    """Return the words that say what is said: the main verb, or what stands behind a thin one."""
    if root.lemma not in english()["alignment.thin"] and root.pos != "AUX":
        return (root,)
    below = [kid for kid in sentence.kids(root.i, *_BEHIND) if kid.pos in CONTENT]
    deeper = [kid for p in sentence.kids(root.i, "prep") for kid in sentence.kids(p.i, "pobj")] if not below else []
    return tuple(below[:1] or deeper[:1]) or (root,)


def denied(sentence: Sentence, token: Token, words: English) -> bool:
    """Say whether a word is denied where it stands: by a negator at it or at what it hangs on, or by "no" before it.

    Args:
        sentence: the word's.
        token: the word.
        words: the closed classes of English.
    """
    here, below, turned = token, -1, False
    for _ in range(HIGHER):
        turned ^= any(_negates(kid, words) for kid in sentence.kids(here.i, *_DENYING))
        named = (kid for kid in sentence.kids(here.i, "nsubj", "nsubjpass", "dobj") if kid.i != below)
        turned ^= any(_empty(sentence, kid, words) for kid in named)
        above = sentence.tokens[here.head]
        if above.i == here.i or here.dep not in _UNDER:
            break
        turned ^= above.lemma in words["negative_verbs"] | words["negative_nouns"]
        here, below = above, here.i
    return turned


def _negates(token: Token, words: English) -> bool:
    return token.lower in words["negators"] or token.lower in words["alignment.hardly"]


def _empty(sentence: Sentence, token: Token, words: English) -> bool:
    """Say whether nothing is named: "nobody", "no trial"."""
    if token.lower in words["negators"]:
        return True
    return any(kid.lower in ("no", "neither") for kid in sentence.kids(token.i, "det", "preconj"))


def nil(sentences: Iterable[Sentence], words: English) -> bool:
    """Say whether a text says that something makes no difference: "did not differ", "had no effect on"."""
    return any(_nil(sentence, words) for sentence in sentences)


def _nil(sentence: Sentence, words: English) -> bool:
    text = sentence.words(list(range(len(sentence.tokens))))
    if any_word(words["relating.nil_phrases"]).search(text):
        return True
    telling = (t for t in sentence.tokens if t.lemma in words["relating.nil_nouns"] | words["relating.nil_verbs"])
    return any(denied(sentence, token, words) for token in telling)


def judgements(
    ours: Iterable[Sentence], theirs: Iterable[Sentence], signs: Iterable[tuple[Token, Token, int]], words: English
) -> tuple[int, int]:
    """Return how many pairs of words that say one thing, or its opposite, are straight and how many turned.

    Args:
        ours: sentences of the first side.
        theirs: sentences of the second.
        signs: pairs of a word of either side, with +1 where they say one thing and -1 where they say opposites.
        words: the closed classes of English.
    """
    mine, other = _places(ours), _places(theirs)
    straight = turned = 0
    for x, y, sign in signs:
        if id(x) not in mine or id(y) not in other:
            continue
        flips = denied(mine[id(x)], x, words) != denied(other[id(y)], y, words)
        opposite = (sign < 0) != flips
        turned += opposite
        straight += not opposite
    return straight, turned


def _places(sentences: Iterable[Sentence]) -> dict[int, Sentence]:
    return {id(token): sentence for sentence in sentences for token in sentence.tokens}
