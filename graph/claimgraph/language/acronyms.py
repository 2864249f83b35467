"""A second look at sentences in which an acronym of the text reads as a small word: "IF is an eating pattern".

Where a text defines an acronym in brackets ("intermittent fasting (IF)") that the tagger takes for a conjunction, a
pronoun or another word of grammar, the acronym is exchanged for a plain noun and the sentence is parsed again. The
words themselves stay as they are.
"""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from claimgraph.language.mending import LONGEST, SecondLook, reparsed, unparsed
from claimgraph.language.parsed import Sentence, Token
from claimgraph.language.repairs.trees import reheaded, renamed

#: What stands in for an acronym.
_STAND_IN = "rice"
#: How many letters an acronym has that looks like a small word.
_LENGTHS = range(2, 5)
_NAMES = frozenset({"NN", "NNP", "NNS", "NNPS"})


def with_acronyms(sentences: Sequence[Sentence], look: SecondLook) -> list[Sentence]:
    """Return the sentences, those that take an acronym of the text for a small word with a second tree.

    Args:
        sentences: of a document, in order.
        look: at them again.
    """
    found = list(sentences)
    defined = {name for sentence in sentences for name in _defined(sentence.tokens)}
    if not defined:
        return found
    found = [replace(s, tokens=_beside_its_words(s.tokens)) for s in found]
    mistaken = {place: spots for place, s in enumerate(found) if (spots := _mistaken(s.tokens, defined))}
    texts = ([_STAND_IN if t.i in spots else t.text for t in found[p].tokens] for p, spots in mistaken.items())
    docs = [unparsed(found[place].tokens, text, look.nlp) for place, text in zip(mistaken, texts, strict=True)]
    for (place, spots), doc in zip(mistaken.items(), look.nlp.pipe(docs), strict=True):
        if len(list(doc.sents)) == 1:
            before = found[place]
            again = reparsed(before.tokens, doc, {i: before.tokens[i].lower for i in spots})
            named = tuple(replace(t, tag="NNP", pos="PROPN") if t.i in spots else t for t in again)
            found[place] = look.read(before, named)
    return found


def _defined(tokens: Sequence[Token]) -> list[str]:
    """Return the short acronyms that stand alone in brackets."""
    return [
        inner.text
        for (opening, inner), closing in zip(pairwise(tokens), tokens[2:], strict=False)
        if opening.text == "(" and closing.text == ")" and inner.text.isupper() and len(inner.text) in _LENGTHS
    ]


def _mistaken(tokens: Sequence[Token], defined: set[str]) -> frozenset[int]:
    """Return where a sentence takes an acronym for a small word, its definition aside."""
    spots = (t.i for t in tokens if t.text in defined and t.tag not in _NAMES and t.text.isalpha())
    free = frozenset(i for i in spots if not (i and tokens[i - 1].text == "("))
    return free if len(tokens) <= LONGEST else frozenset()


def _beside_its_words(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Return the tokens, each acronym in brackets that was taken for a small word a name beside the words before it."""
    names = set(_defined(tokens))
    for name in (t for t in tokens[2:] if t.text in names and t.tag not in _NAMES and not t.kids):
        noun = tokens[name.i - 2]
        if tokens[name.i - 1].text == "(" and noun.tag in {*_NAMES, "VBG"} and noun.head != name.i:
            read = tuple(replace(t, tag="NNP", pos="PROPN") if t.i == name.i else t for t in tokens)
            tokens = renamed(reheaded(read, {name.i: noun.i}), {name.i: "appos"})
    return tokens
