"""Who speaks: the page, a letter quoted in it, the posters of a thread, a person quoted across sentences."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from claimgraph.knowledge.english import English
from claimgraph.language.blocks import Block
from claimgraph.language.parsed import Sentence, SentenceKind
from claimgraph.language.speech import speaker_label, with_speech
from claimgraph.model import Document, Interest, SourceKind, Voice

_OPENING = '“«"'
_CLOSING = '”»"'
_MARKERS = (
    re.compile(
        r"^@?(?P<name>[\w.\-]{2,30}(?: [\w.\-]{1,20}){0,2}) (?:wrote|said|posted|replied|writes|says)(?: on [^:]{3,40})?\s*:",
        re.I,
    ),
    re.compile(
        r"^(?:posted|written|comment|reply|answer|post) by:? @?(?P<name>[\w.\-]{2,30}(?: [A-Z][\w.\-]{0,20})?)", re.I
    ),
    re.compile(r"^(?:user|poster|member|author|from|username):\s*@?(?P<name>[\w.\- ]{2,30}?)\s*(?:[|,·(\-].*)?$", re.I),
    re.compile(
        r"^(?:#\d+\s+)?@?(?P<name>[A-Za-z][\w.\-]{2,24})\s*(?:[|·•,\-–]|\()\s*(?:\d{1,2}[ /.-]|\d+ (?:hours?|days?|weeks?|months?|years?|min)|posted|joined|january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sep|oct|nov|dec|mon|tue|wed|thu|fri|sat|sun|yesterday|today)\b.*$",
        re.I,
    ),
    re.compile(r"^@?(?P<name>[A-Za-z][\w.\-]*[\d_][\w.\-]*):?\s*$"),
    re.compile(r"^@?(?P<name>[A-Za-z]\w*[\d_]\w*):\s+\S"),
)
_NAME = re.compile(r"^@?[A-Za-z][\w.\-]{2,24}$")
_DETAILS = re.compile(
    r"^(?:joined|posts?|location|member|registered|rank|reputation|\d+ posts|posted|\d{1,2} \w+ \d{4}|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\w* \d)",
    re.I,
)
_QUOTING = re.compile(
    r"^(?:\[?quote[\]:]?|originally posted by|quoting)\s*[=(:]?\s*@?(?P<name>[\w.\- ]{2,30}?)\s*[\])]?\s*:", re.I
)
_INTERESTS = {
    SourceKind.CLINIC: Interest.SELLS,
    SourceKind.COMPANY: Interest.SELLS,
    SourceKind.CLINICIAN: Interest.PRACTISES,
    SourceKind.JOURNAL: Interest.INDEPENDENT,
    SourceKind.REGULATOR: Interest.INDEPENDENT,
    SourceKind.NEWS: Interest.INDEPENDENT,
    SourceKind.ENCYCLOPAEDIA: Interest.INDEPENDENT,
}
_TRIED = re.compile(
    r"\bI(?:'ve|'m| have| had| am)? (?:been )?(?:us(?:e|ed|ing)|tri(?:ed|es)|tak(?:e|en|ing)|took|started|bought|own|got|had|drive|drove|switched|stopped)\b",
    re.I,
)
_LETTER = re.compile(
    r"\b(?:e-?mail|letter|message|newsletter|flyer|leaflet|statement|brochure|press release|memo)\b", re.I
)


def page_voice(document: Document) -> Voice:
    """Return the voice of the page itself: its author or publisher by name, or its title.

    >>> page_voice(Document("a", "x", "0", "a.txt", publisher="Cooley Hair Center")).label
    'Cooley Hair Center'
    """
    interest = (
        Interest(document.interest)
        if document.interest in set(Interest)
        else _INTERESTS.get(document.kind, Interest.UNKNOWN)
    )
    if document.kind is SourceKind.FORUM:
        return Voice("poster 1", "poster", interest)
    label = document.author or document.label
    role = "author" if document.author else "publisher"
    return Voice(label[:120], role, interest)


def assign_voices(
    document: Document, blocks: Sequence[Block], sentences: Sequence[Sentence], english: English
) -> list[Sentence]:
    """Return the sentences, each with the voice that speaks it before any attribution inside the sentence."""
    page = page_voice(document)
    by_block = _block_voices(document, blocks, sentences, page, english)
    voiced = [replace(s, voice=by_block.get(s.block, page)) for s in sentences]
    return with_speech(document.text, voiced, english)


@dataclass(frozen=True, slots=True)
class _Turn:
    """State while the blocks of a thread are read: who is speaking, and how many have spoken."""

    voice: Voice
    posters: int = 1
    marked: bool = False


def _block_voices(
    document: Document, blocks: Sequence[Block], sentences: Sequence[Sentence], page: Voice, english: English
) -> dict[int, Voice]:
    """Return the voice of each block: letters and quoted posts first, then the turns of a thread."""
    letters = _letters(document.text, blocks, sentences, page, english)
    texts = [document.text[b.start : b.end].strip() for b in blocks]
    markers = _markers(texts, blocks)
    thread = document.kind is SourceKind.FORUM or len(markers) >= 3
    voices: dict[int, Voice] = {}
    turn = _Turn(page)
    after_letter = False
    for number, block in enumerate(blocks):
        if number in letters:
            voices[number] = letters[number]
            after_letter = True
            continue
        if not thread:
            voices[number] = page
            continue
        if name := markers.get(number):
            turn = _Turn(_poster(name, texts[number]), turn.posters + 1, True)
        elif quoted := _quoted(number, texts, blocks, voices):
            voices[number] = replace(quoted, reported_by=turn.voice)
            continue
        else:
            turn = _next_turn(turn, number, blocks, sentences, after_letter)
        after_letter = False
        if turn.voice.interest is Interest.UNKNOWN and _TRIED.search(texts[number]):
            turn = replace(turn, voice=replace(turn.voice, interest=Interest.TRIED))
        voices[number] = turn.voice
    return voices


def _markers(texts: Sequence[str], blocks: Sequence[Block]) -> dict[int, str]:
    """Return the blocks that begin a post, with the poster's name.

    Where names stand on lines of their own with details under them, "X wrote:" only introduces a quotation.
    """
    headed = {
        n: t
        for n, t in enumerate(texts[:-1])
        if _NAME.match(t) and (_DETAILS.match(texts[n + 1]) or _QUOTING.match(texts[n + 1]))
    }
    if headed:
        names = set(headed.values())
        return {n: t.strip() for n, t in enumerate(texts) if t in names and blocks[n].kind != "quotation"}
    found = {n: _marker(t) for n, t in enumerate(texts) if blocks[n].kind != "quotation"}
    return {n: name for n, name in found.items() if name}


def _marker(text: str) -> str | None:
    """Return the poster's name where a block begins with one."""
    head = text[:120].split("\n", maxsplit=1)[0]
    for pattern in _MARKERS:
        match = pattern.match(head)
        if match:
            return match["name"].strip()
    return None


def _quoted(number: int, texts: Sequence[str], blocks: Sequence[Block], voices: Mapping[int, Voice]) -> Voice | None:
    """Return whose words a quoted block of a post repeats: the name it gives, or who wrote the same words before."""
    match = _QUOTING.match(texts[number])
    if match:
        return Voice(match["name"].strip(), "poster")
    if blocks[number].kind != "quotation":
        return None
    words = texts[number].lstrip("> ").strip()[:80]
    earlier = [voices[n] for n in range(number) if n in voices and words and words in texts[n]]
    return replace(earlier[0], reported_by=None) if earlier else Voice("a quoted poster", "poster", uncertain=True)


def _poster(name: str, text: str) -> Voice:
    """Return the voice of a named poster."""
    return Voice(name, "poster", Interest.TRIED if _TRIED.search(text) else Interest.UNKNOWN)


def _next_turn(
    turn: _Turn, number: int, blocks: Sequence[Block], sentences: Sequence[Sentence], after_letter: bool
) -> _Turn:
    """Return who speaks a paragraph of a thread without markers: a guess from the turn of paragraph and stance.

    A new poster is taken to begin after a quoted letter, and where a paragraph opens with a question or a stance of
    its own ("I think", "IMO", "You will") after a paragraph that did not.
    """
    if turn.marked or blocks[number].kind in {"heading", "item", "topic"}:
        return turn
    opens = _opens_turn(number, sentences)
    before = blocks[number - 1] if number else None
    opened_before = bool(before) and number > 0 and _opens_turn(number - 1, sentences)
    if after_letter or (opens and not opened_before and number > 1):
        return _Turn(Voice(f"poster {turn.posters + 1}", "poster", uncertain=True), turn.posters + 1)
    return turn


def _opens_turn(number: int, sentences: Sequence[Sentence]) -> bool:
    """Say whether a block opens with a question or with a stance of its own."""
    first = next((s for s in sentences if s.block == number), None)
    if first is None:
        return False
    if first.kind is SentenceKind.QUESTION:
        return True
    opening = " ".join(t.lower for t in first.tokens[:4])
    return bool(
        re.match(
            r"(?:i (?:do|think|believe|am|agree|disagree|have|'ve|'d|would)|imo|imho|you (?:will|wo|can|should|are)|honestly|well ,|no ,|yes ,|agreed|sorry)",
            opening,
        )
    )


def _letters(
    text: str, blocks: Sequence[Block], sentences: Sequence[Sentence], page: Voice, english: English
) -> dict[int, Voice]:
    """Return the voice of every block inside a quotation that runs over several blocks."""
    inside: dict[int, Voice] = {}
    first: int | None = None
    for number, block in enumerate(blocks):
        here = text[block.start : block.end].strip()
        if first is None:
            if here[:1] in _OPENING and not _closes(here[1:]):
                last = _closing_block(text, blocks, number)
                if last is not None:
                    first, voice = number, _sender(number, sentences, page, english)
        if first is not None:
            inside[number] = voice
            if number == last:
                first = None
    return inside


def _closes(text: str) -> bool:
    """Say whether a block ends a quotation that it did not begin."""
    opened = sum(text.count(c) for c in "“«")
    closed = sum(text.count(c) for c in "”»")
    straight = text.count('"')
    return closed > opened or straight % 2 == 1


def _closing_block(text: str, blocks: Sequence[Block], first: int, reach: int = 40) -> int | None:
    """Return the number of the block that closes a quotation opened at the start of another."""
    for number in range(first + 1, min(len(blocks), first + reach)):
        here = text[blocks[number].start : blocks[number].end].strip()
        if here[:1] in _OPENING and here[:1] != '"':
            continue
        if _closes(here):
            return number
    return None


def _sender(number: int, sentences: Sequence[Sentence], page: Voice, english: English) -> Voice:
    """Return who wrote a quoted letter, by the words that introduce it."""
    before = [s for s in sentences if s.block < number][-3:]
    for sentence in reversed(before):
        text = " ".join(t.text for t in sentence.tokens)
        phrase = _from_whom(sentence) or _speaker(sentence, english)
        if phrase and (_LETTER.search(text) or sentence is before[-1]):
            return Voice(phrase, "letter", _sender_interest(phrase), reported_by=page)
    return Voice("a quoted text", "letter", reported_by=page, uncertain=True)


def _sender_interest(phrase: str) -> Interest:
    """Return the interest a sender's description tells of."""
    if re.search(r"\b(?:doctor|dr\.?|surgeon|physician|nurse|therapist|clinician)\b", phrase, re.I):
        return Interest.PRACTISES
    if re.search(r"\b(?:company|clinic|manufacturer|maker|dealer|shop|seller)\b", phrase, re.I):
        return Interest.SELLS
    return Interest.UNKNOWN


def _from_whom(sentence: Sentence) -> str | None:
    """Return the noun phrase after "from" of a verb or noun of receiving."""
    for token in sentence.tokens:
        if token.lower == "from" and token.dep == "prep":
            noun = sentence.kid(token.i, "pobj")
            if noun is not None and noun.pos in {"NOUN", "PROPN"}:
                return sentence.words(list(sentence.spans[noun.i]))[:80]
    return None


def _speaker(sentence: Sentence, english: English) -> str | None:
    """Return the subject of a verb of saying."""
    for token in sentence.tokens:
        if token.pos == "VERB" and token.lemma in english["report_verbs"]:
            subject = sentence.kid(token.i, "nsubj")
            if subject is not None and subject.pos in {"NOUN", "PROPN"}:
                return speaker_label(sentence, subject)
    return None
