"""Who speaks: the page, a letter quoted in it, the posters of a thread, a person quoted across sentences."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType

from claimgraph.knowledge.english import English
from claimgraph.language.blocks import Block
from claimgraph.language.letters import letter_voices
from claimgraph.language.parsed import Sentence
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
    label = document.author or document.label
    return Voice(label[:_LONGEST], "author" if document.author else "publisher", interest)


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
    voices = letters if thread is None else thread_voices(thread, letters, page)
    voices = {**voices, **_answering(blocks, page)}
    theirs = sentences if thread is None else spoken(sentences, thread)
    voiced = [replace(s, voice=voices.get(s.block, page)) for s in theirs]
    return with_speech(document.text, voiced, english)
