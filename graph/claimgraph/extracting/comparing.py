"""Comparisons: "much quicker onset than X" orders its subject against X in one dimension."""

from collections.abc import Iterator

from claimgraph.extracting.arguments import VERBAL, chain, deniers, subject
from claimgraph.extracting.context import context
from claimgraph.extracting.frame import Frame
from claimgraph.extracting.weakening import weakeners
from claimgraph.knowledge.english import English
from claimgraph.language.parsed import Sentence, Token

_NOT_COMPARED = frozenset({"rather", "other", "sooner"})
_POSITIVE_FORMS = frozenset({"superior", "inferior", "preferable", "comparable", "similar", "equal", "equivalent"})


def comparative(sentence: Sentence, english: English) -> Iterator[Frame]:
    """Yield a frame for every comparative with what it is compared with: "A has quicker onset and more robust growth
    than B" gives "A be quicker than B" (dimension onset) and "A be more robust than B" (dimension growth).
    """
    for than in sentence.tokens:
        if than.lower not in {"than", "to"} or than.dep != "prep":
            continue
        other = sentence.kid(than.i, "pobj")
        if (
            other is None
            or other.pos not in {"NOUN", "PROPN", "PRON"}
            or (sentence.kid(other.i, "nummod") is not None and than.lower == "than" and not other.tag.startswith("NN"))
        ):
            continue
        words = _compared_to(sentence, than) if than.lower == "to" else _comparatives(sentence, than)
        for word in words:
            frame = _comparison(sentence, word, than, other, english)
            if frame is not None:
                yield frame


def _compared_to(sentence: Sentence, to: Token) -> list[Token]:
    """Return "superior" of "superior to"."""
    head = sentence.tokens[to.head]
    return [head] if head.lemma in {"superior", "inferior", "preferable"} else []


def _comparatives(sentence: Sentence, than: Token) -> list[Token]:
    """Return the comparative words before a "than" in its clause, nearest last."""
    verb = next((t for t in sentence.ancestors(than.i) if t.pos in VERBAL), None)
    start = max(0, than.i - 14)
    found = []
    for token in sentence.tokens[start : than.i]:
        if token.tag not in {"JJR", "RBR"} or token.lower in _NOT_COMPARED:
            continue
        clause = next((t for t in sentence.ancestors(token.i) if t.pos in VERBAL), None)
        if clause is not verb and token.pos not in VERBAL:
            continue
        if (
            token.tag == "RBR"
            and token.lower in {"more", "less"}
            and sentence.tokens[token.head].pos in {"ADJ", "ADV"}
            and token.head > token.i
        ) or token.tag in {"JJR", "RBR"}:
            found.append(token)
    return found


def _comparison(sentence: Sentence, word: Token, than: Token, other: Token, english: English) -> Frame | None:
    """Return the frame of one comparative, None where nobody is compared or the clause is not asserted."""
    verb = next((t for t in sentence.ancestors(word.i) if t.pos in VERBAL), None)
    if verb is None:
        return None
    start = verb
    while start.dep in {"xcomp"} and sentence.tokens[start.head].pos in VERBAL:
        start = sentence.tokens[start.head]
    above = context(sentence, start.i, english)
    who = subject(sentence, start, english)
    if not above.asserted or who is None or who.i == other.i:
        return None
    links = chain(sentence, start.i, english)
    quality, dimension = _quality(sentence, word)
    if quality is None:
        return None
    denied = deniers(sentence, links.verbs, who.i, None, english)
    denied += tuple(
        k.i
        for k in sentence.kids(word.i, "advmod", "det", "neg")
        if k.lower in {"no", "not", "n't"} and k.i not in denied
    )
    weak = (*links.weakeners, *weakeners(sentence, links.verbs, None, english), *above.hedges)
    key = f"be {quality} {than.lower}"
    return Frame(
        "comparison", links.verbs, word.i, who.i, other.i, (than.i,), negations=(*denied, *links.deniers), hedges=weak, context=above,
        key=key, comparison=word.i, dimension=dimension.i if dimension is not None else None,
    )  # fmt: skip


def _qualified(sentence: Sentence, adjective: Token) -> Token | None:
    """Return the noun an adjective is said of, through coordination: "quicker and more robust growth"."""
    while adjective.dep == "conj" and adjective.head != adjective.i:
        adjective = sentence.tokens[adjective.head]
    noun = sentence.tokens[adjective.head]
    return noun if adjective.dep in {"amod", "nmod"} and noun.pos in {"NOUN", "PROPN"} else None


def _quality(sentence: Sentence, word: Token) -> tuple[str | None, Token | None]:
    """Return the comparative as it is said ("quicker", "more robust", "more") and the noun it is said of."""
    head = sentence.tokens[word.head]
    if word.lower in {"more", "less"} and word.tag == "RBR" and head.pos in {"ADJ", "ADV", "VERB"} and head.i > word.i:
        noun = _qualified(sentence, head)
        return f"{word.lower} {head.lower}", noun
    if head.pos == "ADJ" and word.lower in {"more", "less"} and head.i > word.i:
        return f"{word.lower} {head.lower}", _qualified(sentence, head)
    if head.pos in {"NOUN", "PROPN"} and word.dep in {"amod", "nmod", "advmod"}:
        following = sentence.tokens[word.i + 1]
        if word.lower in {"more", "less"} and following.pos == "ADJ" and following.head == head.i:
            return f"{word.lower} {following.lower}", head
        if sentence.kid(head.i, "nummod") is not None and word.lower in {"more", "less", "fewer"}:
            return None, None
        return word.lower, head
    return word.lower, None
