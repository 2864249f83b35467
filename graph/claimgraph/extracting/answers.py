"""Questions answered by the next sentence: "Is it safe? Yes." claims that it is safe."""

from collections.abc import Iterator, Sequence, Set
from dataclasses import replace

from claimgraph.extracting.clauses import VERBAL
from claimgraph.extracting.frame import Frame
from claimgraph.extracting.refuting import only_calls_false
from claimgraph.extracting.verbal import verbal
from claimgraph.knowledge.english import English
from claimgraph.language.parsed import Sentence, SentenceKind, Token

#: The most words of an answer: a bare one, and one that is narrowed ("No, not below eight degrees").
_LONGEST = 3
_LONGEST_NARROWED = 12
_DENYING = frozenset({"not", "n't", "never"})


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
    first = _asking(question, english)
    denied = _denied(answer, first, english) if first is not None else None
    if first is None or denied is None:
        return
    for frame in verbal(question, english):
        if question.root.i not in frame.verbs:
            continue
        above = replace(frame.context, flipped=frame.context.flipped ^ denied)
        hedges = tuple(i for i in frame.hedges if i != first.i)
        yield replace(frame, rule="answer", context=above, hedges=hedges, until=answer.end)


def _words(sentence: Sentence) -> list[Token]:
    """Return the words of a sentence without its marks."""
    return [t for t in sentence.tokens if t.pos not in {"PUNCT", "SPACE"}]


def _asking(question: Sentence, english: English) -> Token | None:
    """Return the auxiliary that opens a yes-no question, what leads up to it left out: "So does it work?"."""
    opening = (t for t in question.tokens if t.pos != "PUNCT" and t.lower not in english["answer.leading"])
    first = next(opening, None)
    return first if first is not None and first.lower in english["answer.asking"] else None


def _denied(answer: Sentence, asking: Token, english: English) -> bool | None:
    """Say whether an answer says no, None where it is no answer or makes its claim itself."""
    words = _words(answer)
    unless = len(words) <= _LONGEST_NARROWED and [t.lower for t in words[:2]] == ["not", "unless"]
    if unless or only_calls_false(answer, english):
        return True
    if not words or {"yes", "no"} <= answer.lowers:
        return None
    echoed = _echoed(words, asking, english)
    rest = words[2:] if echoed else words[1:]
    if any(t.pos in VERBAL or t.dep == "mark" for t in rest) and (echoed or len(words) > _LONGEST):
        return None
    near = rest[0] if rest and rest[0].i == words[0].i + 1 + echoed else None
    if len(words) > _LONGEST_NARROWED or (near is not None and near.lower in english["answer.evading"]):
        return None
    behind = near is not None and near.lower in _DENYING
    if _opens(words, english["answer.no"]):
        return True
    return behind if echoed or _opens(words, english["answer.yes"]) else None


def _opens(words: Sequence[Token], answers: Set[str]) -> bool:
    """Say whether an answer begins with one of several."""
    said = " ".join(t.lower for t in words)
    return any(f"{said} ".startswith(f"{answer} ") for answer in answers)


def _echoed(words: Sequence[Token], asking: Token, english: English) -> bool:
    """Say whether an answer only repeats who does it and the auxiliary of the question: "It does, up to a point"."""
    if len(words) < 2 or words[0].lower not in english["answer.echoing"]:
        return False
    return words[1].lower in english["answer.asking"] and words[1].lemma == asking.lemma
