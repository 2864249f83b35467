"""What every repair does with a tree: hangs tokens on other heads, names their relations and classes anew."""

from collections.abc import Callable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace

from claimgraph.language.parsed import Token

#: A function from a sentence's tokens to the same tokens, one kind of slip mended.
Repair = Callable[[tuple[Token, ...]], tuple[Token, ...]]

SUBJECTS = ("nsubj", "nsubjpass", "csubj", "expl")
FINITE = frozenset({"VBZ", "VBP", "VBD"})
QUOTES = frozenset({'"', "“", "”"})
NOUN_TAGS = frozenset({"NN", "NNS", "NNP", "NNPS"})


def reheaded(tokens: Sequence[Token], moved: Mapping[int, int]) -> tuple[Token, ...]:
    """Return the tokens with new heads, dependents brought up to date.

    Args:
        tokens: of a sentence.
        moved: the new head of each token that gets one, by index.
    """
    heads = [moved.get(t.i, t.head) for t in tokens]
    kids: list[list[int]] = [[] for _ in tokens]
    for i, head in enumerate(heads):
        if head != i:
            kids[head].append(i)
    return tuple(replace(t, head=heads[t.i], kids=tuple(kids[t.i])) for t in tokens)


def renamed(tokens: Sequence[Token], named: Mapping[int, str]) -> tuple[Token, ...]:
    """Return the tokens, some with another relation to their head.

    Args:
        tokens: of a sentence.
        named: the new relation of each token that gets one, by index.
    """
    return tuple(replace(t, dep=named[t.i]) if t.i in named else t for t in tokens)


def retagged(tokens: Sequence[Token], words: Mapping[int, str]) -> tuple[Token, ...]:
    """Return the tokens, some as words of another class, which stand in their base form.

    Args:
        tokens: of a sentence.
        words: the new fine-grained tag of each such word (Penn Treebank: "NN", "VB", "JJ"), by index.
    """
    return tuple(
        replace(t, tag=words[t.i], pos=_CLASSES[words[t.i][:2]], lemma=t.lower) if t.i in words else t for t in tokens
    )


_CLASSES = {"NN": "NOUN", "VB": "VERB", "JJ": "ADJ"}


def kid(tokens: Sequence[Token], token: Token, *deps: str) -> Token | None:
    """Return the first dependent of one of some relations, None where there is none.

    Args:
        tokens: of a sentence.
        token: whose dependent is asked for.
        deps: the relations.
    """
    for k in token.kids:
        if tokens[k].dep in deps:
            return tokens[k]
    return None


def is_tree(tokens: Sequence[Token]) -> bool:
    """Say whether every word hangs, by way of others, on one that hangs on nothing.

    Args:
        tokens: of a sentence.
    """
    fine = {t.i for t in tokens if t.head == t.i}
    for token in tokens:
        passed: list[int] = []
        here = token.i
        while here not in fine and len(passed) <= len(tokens):
            passed.append(here)
            here = tokens[here].head
        if here not in fine:
            return False
        fine.update(passed)
    return True


def put_aside(tokens: Sequence[Token], words: AbstractSet[int], head: int) -> tuple[Token, ...]:
    """Return the tokens, some as words that only lead up to what is said and say nothing themselves.

    Args:
        tokens: of a sentence.
        words: index of each such word.
        head: the token they are hung on.
    """
    read = (replace(t, tag="XX", pos="X", dep="dep") if t.i in words else t for t in tokens)
    return reheaded(tuple(read), dict.fromkeys(words, head))


def first_of(tokens: Sequence[Token], word: Token) -> int:
    """Return the index of the first word of the phrase of a word.

    Args:
        tokens: of a sentence.
        word: the phrase's head.
    """
    while word.kids and word.kids[0] < word.i:
        word = tokens[word.kids[0]]
    return word.i


def last_of(tokens: Sequence[Token], word: Token) -> int:
    """Return the index of the last word of the phrase of a word.

    Args:
        tokens: of a sentence.
        word: the phrase's head.
    """
    while word.kids and word.kids[-1] > word.i:
        word = tokens[word.kids[-1]]
    return word.i
