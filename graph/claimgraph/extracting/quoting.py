"""Which words of a sentence a claim is quoted by."""

from collections.abc import Sequence

from claimgraph.extracting.clauses import infinitive
from claimgraph.extracting.frame import Frame
from claimgraph.extracting.phrases import phrase, widened
from claimgraph.language.parsed import Sentence

#: How many words of auxiliaries, denial and saying may stand apart from the predicate and still be quoted with it.
_AUXILIARIES, _DENIALS, _SAYING = 6, 12, 8
#: How far behind the predicate an adverb or purpose may begin and still be quoted with it.
_ADJUNCTS = 24
#: How many words may stand between a claim's subject and the rest, before and behind it.
_SUBJECT_BEFORE, _SUBJECT_BEHIND = 16, 6


def span(sentence: Sentence, frame: Frame) -> tuple[int, int]:
    """Return the first and last token of a frame's words: subject, predicate, object, cues and close modifiers.

    A subject taken over from far away stays out, so that the quote is the clause's own.

    Args:
        sentence: the frame's.
        frame: to quote.
    """
    own = [*_predicate(sentence, frame), *_object(sentence, frame), *_flipping(sentence, frame)]
    own += [n for n in frame.negations if abs(n - frame.head) < _DENIALS]
    own += [k.i for verb in frame.verbs[:1] for k in sentence.kids(verb, "expl") if verb - k.i < _AUXILIARIES]
    for place in frame.verbs[:-1]:
        for kid in sentence.kids(place, "prep", "npadvmod"):
            own += sentence.spans[kid.i] if kid.i < place else ()
    for place in dict.fromkeys((*frame.verbs[-1:], frame.head)):
        for kid in sentence.kids(place, "prep", "agent", "npadvmod", "dative", "oprd"):
            own += sentence.spans[kid.i]
        for kid in sentence.kids(place, "advcl", "xcomp", "advmod"):
            beside = kid.tag == "VBG" and sentence.tokens[kid.i - 1].text not in {",", "-", "—"}
            purpose = beside or (kid.tag == "VB" and infinitive(sentence, kid))
            if place < kid.i < place + _ADJUNCTS and (purpose or kid.dep == "advmod") and kid.i not in frame.verbs:
                own += sentence.spans[kid.i]
    first, last = min(own), max(own)
    return _trimmed(sentence, *_with_subject(sentence, frame, first, last))


def _with_subject(sentence: Sentence, frame: Frame, first: int, last: int) -> tuple[int, int]:
    """Return the first and last token with the subject's, where it is near; of one far down a list just its own."""
    if frame.subject is None:
        return first, last
    words = phrase(sentence, frame.subject)
    if words[-1] < first and first - words[-1] <= _SUBJECT_BEFORE:
        return words[0], last
    if words[0] > last and words[0] - last <= _SUBJECT_BEHIND:
        return first, words[-1]
    return (words[0], words[-1]) if words[0] > last and frame.rule == "existential" else (first, last)


def _predicate(sentence: Sentence, frame: Frame) -> list[int]:
    """Return the tokens of a predicate: verbs with what stands close to them, and what links to the object."""
    found = [frame.head, *frame.links, *frame.extra, *frame.verbs]
    for verb in frame.verbs:
        kids = sentence.kids(verb, "aux", "auxpass", "neg", "prt", "advmod")
        found += [k.i for k in kids if abs(k.i - verb) < _AUXILIARIES]
    return found


def _object(sentence: Sentence, frame: Frame) -> Sequence[int]:
    """Return the tokens of an object."""
    if frame.object is None:
        return ()
    if frame.clause_object:
        return sentence.spans[frame.object]
    words = phrase(sentence, frame.object)
    wide = widened(sentence, words)
    return words if frame.head in wide else wide


def _flipping(sentence: Sentence, frame: Frame) -> list[int]:
    """Return the tokens of the clauses above that turn the polarity round: "I don't think"."""
    found: list[int] = []
    for verb in frame.context.verbs if frame.context.flipped else ():
        kids = sentence.kids(verb, "aux", "auxpass", "neg", "nsubj", "nsubjpass", "expl")
        found += [verb, *(k.i for k in kids if verb - k.i < _SAYING)]
    return found


def _trimmed(sentence: Sentence, first: int, last: int) -> tuple[int, int]:
    """Return a span without punctuation and connectives at its ends."""
    tokens = sentence.tokens
    while first < last and (tokens[first].pos in {"PUNCT", "SPACE"} or tokens[first].dep == "cc"):
        first += 1
    while last > first and tokens[last].pos in {"PUNCT", "SPACE"} and tokens[last].text not in {")", "%"}:
        last -= 1
    return first, last


def words_in_text(text: str, sentence: Sentence, indices: Sequence[int]) -> tuple[str, int, int]:
    """Return tokens as the document writes them, with the place of the first and past the last.

    Tokens that stand apart are joined by spaces, and have no place (-1, -1).

    Args:
        text: the document's.
        sentence: the tokens'.
        indices: of the tokens, in order.
    """
    if indices and indices[-1] - indices[0] == len(indices) - 1:
        start, end = sentence.tokens[indices[0]].start, sentence.tokens[indices[-1]].end
        beside = ((sentence.tokens[i].end, sentence.tokens[i + 1].start) for i in indices[:-1])
        if ":" not in text[start:end] or not any(":" in text[a:b] for a, b in beside):
            return text[start:end], start, end
    return sentence.words(list(indices)), -1, -1
