"""Who speaks: the page, a letter quoted in it, the posters of a thread, a person quoted across sentences."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType

from claimgraph.knowledge.english import English
from claimgraph.language.blocks import Block
from claimgraph.language.letters import letter_voices
from claimgraph.language.mailbag import reader_voices
from claimgraph.language.parsed import Sentence
from claimgraph.language.sections import section_voices
from claimgraph.language.speech import with_speech
from claimgraph.language.threads import find_thread, spoken, thread_voices
from claimgraph.model import Document, Interest, SourceKind, Voice

_INTERESTS: Mapping[SourceKind, Interest] = MappingProxyType(
    {
        SourceKind.CLINIC: Interest.SELLS,
        SourceKind.COMPANY: Interest.SELLS,
        SourceKind.CLINICIAN: Interest.PRACTISES,
        SourceKind.JOURNAL: Interest.INDEPENDENT,
        SourceKind.REGULATOR: Interest.INDEPENDENT,
        SourceKind.NEWS: Interest.INDEPENDENT,
        SourceKind.ENCYCLOPAEDIA: Interest.INDEPENDENT,
    }
)
#: The longest label of a page's voice, in characters.
_LONGEST = 120


def page_voice(document: Document) -> Voice:
    """Return the voice of the page itself: its author or publisher by name, or its title.

    >>> page_voice(Document("a", "x", "0", "a.txt", publisher="Harbour Roasters")).label
    'Harbour Roasters'
    """
    declared = next((interest for interest in Interest if interest == document.interest), None)
    interest = declared or _INTERESTS.get(document.kind, Interest.UNKNOWN)
    if document.kind is SourceKind.FORUM:
        return Voice("poster 1", "poster", interest)
    author = document.author or (signed_by(document.text) if document.publisher is None else None)
    return Voice((author or document.label)[:_LONGEST], "author" if author else "publisher", interest)


#: How a line near a page's beginning names its author: "By Ada Moss", "Posted 3 May by Ada Moss, Leeds".
_BYLINE = re.compile(
    r"^[ \t*_]*(?i:(?:(?:posted|published|written|reviewed|words|story|text)\b[^\n]{0,40}?\s)?by|author:|words:)\s+"
    r"(?P<name>(?:[A-Z][\w.'’-]*\s){1,3}[A-Z][\w'’-]+)[*_]*(?=\s*(?:$|[,|·•(–—-]|on\b|\d))",
    re.MULTILINE,
)
_QUOTED = re.compile(r"[\"“][^\"”\n]*[\"”]")
_FIRST = re.compile(r"\b(?:I|I'm|I’m|I've|I’ve|I'd|I’d|my|My)\b")
#: In how many characters a byline stands, and how often at least its author says "I".
_OPENING, _SAYS_I = 1200, 3


def signed_by(text: str) -> str:
    r"""Return the author whom a page names near its beginning and who speaks of himself, "" for any other page.

    Args:
        text: of the page.

    >>> signed_by("My new desk\nBy Ada Moss, 3 May\nI like my desk. I think it helps.")
    'Ada Moss'
    >>> signed_by("A new desk\\nBy Ada Moss, 3 May\\nThe desk sells well.")
    ''
    """
    found = _BYLINE.search(text[:_OPENING])
    own = len(_FIRST.findall(_QUOTED.sub("", text)))
    return found["name"] if found is not None and own >= _SAYS_I else ""


def _answering(blocks: Sequence[Block], page: Voice) -> dict[int, Voice]:
    """Return the voices of the blocks of an interview that somebody answers in."""
    named = {n: block.speaker for n, block in enumerate(blocks) if block.speaker}
    return {n: Voice(name, "person", reported_by=page) for n, name in named.items()}


def assign_voices(
    document: Document, blocks: Sequence[Block], sentences: Sequence[Sentence], english: English
) -> list[Sentence]:
    """Return the sentences, each with the voice that speaks it before any attribution inside the sentence.

    Args:
        document: with its markup blanked.
        blocks: of the document.
        sentences: of the document, their voices still to be told.
        english: the word lists.
    """
    page = page_voice(document)
    letters = letter_voices(document.text, blocks, sentences, page, english)
    thread = find_thread(document, blocks, sentences, english)
    signed = section_voices(document.text, blocks, page, english)
    voices = {**signed, **letters} if thread is None else thread_voices(thread, letters, page)
    voices = {**voices, **reader_voices(document.text, blocks, page, english), **_answering(blocks, page)}
    theirs = sentences if thread is None else spoken(sentences, thread)
    voiced = [replace(s, voice=voices.get(s.block, page)) for s in theirs]
    return with_speech(document.text, voiced, english)
