"""Questions answered by the next sentence: "Is it safe? Yes." claims that it is safe."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from claimgraph.extracting.frame import Frame
from claimgraph.extracting.refuting import only_calls_false
from claimgraph.extracting.verbal import verbal
from claimgraph.knowledge.english import English
from claimgraph.language.parsed import Sentence, SentenceKind

#: The most words of a bare answer.
_LONGEST = 3


def answered(sentences: Sequence[Sentence], number: int, english: English) -> Iterator[Frame]:
    """Yield the frames that a bare "yes" or "no", or "this is a myth", gives to the question before it.

    An answer that goes on in a clause of its own ("Yes, it is safe for adults") makes its claim itself.

    Args:
        sentences: of the document.
        number: of the question among them; any other sentence gives nothing.
        english: the word lists.
    """
    if number + 1 >= len(sentences) or sentences[number].kind is not SentenceKind.QUESTION:
        return
    question, answer = sentences[number], sentences[number + 1]
    first = next((t.lower for t in question.tokens if t.pos != "PUNCT"), "")
    denied = _denies(answer, english)
    if first not in english["answer.asking"] or denied is None:
        return
    for frame in verbal(question, english):
        if question.root.i not in frame.verbs:
            continue
        above = replace(frame.context, flipped=frame.context.flipped ^ denied)
        hedges = tuple(i for i in frame.hedges if question.tokens[i].lower != first)
        yield replace(frame, rule="answer", context=above, hedges=hedges, until=answer.end)


def _denies(answer: Sentence, english: English) -> bool | None:
    """Say whether an answer denies what was asked, None where it is no bare answer."""
    words = [t.lower for t in answer.tokens if t.pos not in {"PUNCT", "SPACE"}]
    if words and len(words) <= _LONGEST and words[0] in english["answer.no"] | english["answer.yes"]:
        return words[0] in english["answer.no"]
    return True if only_calls_false(answer, english) else None
