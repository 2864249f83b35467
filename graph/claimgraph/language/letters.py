"""Quoted letters: a quotation that runs over several paragraphs, and who wrote it."""

import re
from collections.abc import Sequence

from claimgraph.knowledge.english import English, any_word
from claimgraph.language.blocks import Block
from claimgraph.language.parsed import Sentence
from claimgraph.language.speech import speaker_label
from claimgraph.model import Interest, Voice

_OPENING = '“«"'
#: How many blocks a quotation may run over.
_REACH = 40
#: How many sentences before a letter may tell whose it is.
_BEFORE = 3
_LONGEST = 80


def letter_voices(
    text: str, blocks: Sequence[Block], sentences: Sequence[Sentence], page: Voice, english: English
) -> dict[int, Voice]:
    """Return the voice of every block inside a quotation that runs over several blocks.

    Args:
        text: the document's.
        blocks: of the document.
        sentences: of the document.
        page: the voice that shows the letter.
        english: the word lists.
    """
    stripped = [text[block.start : block.end].strip() for block in blocks]
    inside: dict[int, Voice] = {}
    number = 0
    while number < len(blocks):
        last = _closing_block(stripped, number)
        if last is None:
            number += 1
            continue
        inside.update(dict.fromkeys(range(number, last + 1), _sender(number, sentences, page, english)))
        number = last + 1
    return inside


def _closing_block(texts: Sequence[str], first: int) -> int | None:
    """Return the number of the block that closes a quotation opened at the start of another, None for no quotation."""
    if texts[first][:1] not in _OPENING or _closes(texts[first][1:]):
        return None
    for number in range(first + 1, min(len(texts), first + _REACH)):
        here = texts[number]
        if not re.match("[“«]", here) and _closes(here):
            return number
    return None


def _closes(text: str) -> bool:
    """Say whether a block ends a quotation that it did not begin."""
    opened = sum(text.count(c) for c in "“«")
    closed = sum(text.count(c) for c in "”»")
    return closed > opened or text.count('"') % 2 == 1


def _sender(number: int, sentences: Sequence[Sentence], page: Voice, english: English) -> Voice:
    """Return who wrote a quoted letter, by the words that introduce it."""
    before = [s for s in sentences if s.block < number][-_BEFORE:]
    letter = any_word(english["voice.letters"])
    for sentence in reversed(before):
        phrase = _from_whom(sentence) or _speaker(sentence, english)
        named = letter.search(" ".join(t.text for t in sentence.tokens)) or sentence is before[-1]
        if phrase and named:
            return Voice(phrase, "letter", _interest(phrase, english), reported_by=page)
    return Voice("a quoted text", "letter", reported_by=page, uncertain=True)


def _interest(phrase: str, english: English) -> Interest:
    """Return the interest a sender's description tells of."""
    kinds = ((Interest.PRACTISES, "voice.practising"), (Interest.SELLS, "voice.selling"))
    return next((kind for kind, name in kinds if any_word(english[name]).search(phrase)), Interest.UNKNOWN)


def _from_whom(sentence: Sentence) -> str | None:
    """Return the noun phrase after "from" of a verb or noun of receiving."""
    for token in sentence.tokens:
        if token.lower == "from" and token.dep == "prep":
            noun = sentence.kid(token.i, "pobj")
            if noun is not None and noun.pos in {"NOUN", "PROPN"}:
                return sentence.words(sentence.spans[noun.i])[:_LONGEST]
    return None


def _speaker(sentence: Sentence, english: English) -> str | None:
    """Return the subject of a verb of saying."""
    for token in sentence.tokens:
        if token.pos == "VERB" and token.lemma in english["report_verbs"]:
            subject = sentence.kid(token.i, "nsubj")
            if subject is not None and subject.pos in {"NOUN", "PROPN"}:
                return speaker_label(sentence, subject)
    return None
