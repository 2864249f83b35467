"""What a clause leaves out because the clause before has said it: "rust is caused by salt, but damp can contribute"."""

from collections.abc import Sequence
from dataclasses import replace

from claimgraph.extracting.frame import Frame
from claimgraph.knowledge.english import English
from claimgraph.language.parsed import Sentence


def joined_in(sentence: Sentence, found: Sequence[Frame], english: English) -> list[Frame]:
    """Return a sentence's frames, what only has a part in something with what the frame before tells the cause of.

    Args:
        sentence: the frames'.
        found: its frames.
        english: the word lists.
    """
    bare = [_joins_in(sentence, frame, english) for frame in found]
    return [_completed(sentence, f, found, english) if lacks else f for f, lacks in zip(found, bare, strict=True)]


def _joins_in(sentence: Sentence, frame: Frame, english: English) -> bool:
    """Say whether a frame has no object though its verb says nothing without one: "frost can contribute too"."""
    bare = frame.object is None and frame.rule == "clause" and frame.subject is not None
    return bare and sentence.tokens[frame.head].lemma in english["clause.joining_in"]


def _completed(sentence: Sentence, frame: Frame, found: Sequence[Frame], english: English) -> Frame:
    """Return a frame with the effect that the nearest frame before tells the cause of, itself where there is none."""
    before = [f for f in found if f.head < frame.head and f.object is not None and not f.clause_object]
    causes = [f for f in before if sentence.tokens[f.head].lemma in english["clause.resulting"]]
    last = max(causes, key=lambda f: f.head, default=None)
    effect = last.subject if last is not None and last.agent else last.object if last is not None else None
    if last is None or effect is None or (last.passive and not last.agent):
        return frame
    return replace(frame, object=_whole(sentence, effect))


def _whole(sentence: Sentence, noun: int) -> int:
    """Return what a share is of, which the rest is said of as well: the crime of "95% of crime is caused by"."""
    token = sentence.tokens[noun]
    of = next((k for k in sentence.kids(noun, "prep") if k.lower == "of"), None) if token.lower == "%" else None
    whole = sentence.kid(of.i, "pobj") if of is not None else None
    return whole.i if whole is not None else noun
