"""Clauses that break off at a colon and go on in each item of a list: "The drug can cause:" over "headaches".

The clause is parsed anew with every item, so that each item reads as the sentence it stands for; the words themselves
and their places stay. What broke off says nothing by itself any more.
"""

from collections.abc import Sequence
from dataclasses import replace

from claimgraph.language.blocks import Block
from claimgraph.language.mending import LONGEST, SecondLook, reparsed, unparsed
from claimgraph.language.parsed import Sentence, SentenceKind, Token

_ITEMS = frozenset({"item", "topic"})
#: Words with which no clause is over: prepositions, "to", modals, verbs, and the pronoun of a condition.
_OPEN = frozenset({"IN", "TO", "MD", "VB", "VBZ", "VBP", "VBD", "VBG", "PRP", "WRB"})
#: What makes the items of a list conditions ("do not use it if you:"), and how far back.
_CONDITIONAL, _NEAR = frozenset({"if", "when", "unless"}), 3
#: What stands for the list and is left out when the items take its place.
_FOLLOWING = ("the", "following")
#: The most items that a clause goes on in.
_MOST = 20


def with_continued(sentences: Sequence[Sentence], look: SecondLook) -> list[Sentence]:
    """Return the sentences, the items of a list behind a clause that breaks off each with that clause.

    Args:
        sentences: of a document, in order.
        look: at them again.
    """
    found = list(sentences)
    pairs = [(lead, item) for lead in range(len(found) - 1) for item in _items(found, look.blocks, lead)]
    whole = [_joined(found[lead].tokens, found[item].tokens) for lead, item in pairs]
    opened = [_opened(found[lead].tokens) for lead, _ in pairs]
    docs = look.nlp.pipe(
        [unparsed(both, _words(both, count), look.nlp) for both, count in zip(whole, opened, strict=True)]
    )
    for (lead, item), tokens, joint, doc in zip(pairs, whole, opened, docs, strict=True):
        if len(list(doc.sents)) > 1:
            continue
        again = look.read(found[item], reparsed(tokens, doc, {}), "paragraph")
        found[item] = replace(again, start=tokens[0].start, end=tokens[-1].end, joint=joint)
        found[lead] = replace(found[lead], kind=SentenceKind.HEADING)
    return found


def _behind(sentences: Sequence[Sentence], blocks: Sequence[Block], lead: int) -> list[int]:
    """Return the numbers of the first sentences of the items of the list right behind a sentence."""
    found: list[int] = []
    for place in range(lead + 1, len(sentences)):
        block, before = blocks[sentences[place].block], blocks[sentences[place - 1].block]
        if block.kind not in _ITEMS:
            break
        if sentences[place - 1].block != sentences[place].block and block.group != before.group:
            found.append(place)
    return found[:_MOST]


def _items(sentences: Sequence[Sentence], blocks: Sequence[Block], lead: int) -> list[int]:
    """Return the numbers of the sentences in which one goes on: the first of each item of the list right behind it."""
    tokens = sentences[lead].tokens
    if tokens[-1].text != ":" or blocks[sentences[lead].block].kind in _ITEMS or not _breaks_off(tokens):
        return []
    room = LONGEST - len(tokens)
    return [place for place in _behind(sentences, blocks, lead) if len(sentences[place].tokens) <= room]


def _breaks_off(tokens: Sequence[Token]) -> bool:
    """Say whether the words before a colon leave a clause open."""
    opened = tokens[: _opened(tokens)]
    last = opened[-1] if len(opened) > 1 else None
    if last is None or last.tag not in _OPEN:
        return False
    if {t.lower for t in opened[-_NEAR:]} & _CONDITIONAL:
        return True
    return last.tag != "PRP" and any(t.dep in {"nsubj", "nsubjpass", "expl"} for t in opened)


def _opened(tokens: Sequence[Token]) -> int:
    """Return how many words of a clause stand before its colon, "the following" left out."""
    count = len(tokens) - 1
    return count - 2 * (tuple(t.lower for t in tokens[count - 2 : count]) == _FOLLOWING)


def _joined(lead: Sequence[Token], item: Sequence[Token]) -> tuple[Token, ...]:
    """Return the words of a clause and of an item as one sentence."""
    both = [*lead[: _opened(lead)], *item]
    return tuple(replace(token, i=i) for i, token in enumerate(both))


def _words(tokens: Sequence[Token], opened: int) -> list[str]:
    """Return the words of a clause and an item as the parser is to see them, the item's first word small."""
    words = [t.text for t in tokens]
    if not words[opened][1:2].isupper() and tokens[opened].tag not in {"NNP", "NNPS"}:
        words[opened] = tokens[opened].lower
    return words
