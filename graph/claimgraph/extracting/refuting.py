"""Claims told only to be called false: "many say that tea harms sleep, but this is a myth", "... That is not true."."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from claimgraph.extracting.clauses import negated
from claimgraph.extracting.frame import Frame
from claimgraph.knowledge.english import English
from claimgraph.language.parsed import Sentence, SentenceKind, Token

_POINTING = frozenset({"this", "that", "these", "it", "which"})
_TURNING = frozenset({"but", "yet", "however", "though", "although"})
#: The most words of a sentence that only calls the one before it false.
_LONGEST = 14


def refuted(sentences: Sequence[Sentence], number: int, stated: Sequence[Frame], english: English) -> Iterator[Frame]:
    """Yield the frames of a sentence, and the denial of each that the page goes on with.

    What somebody is told to say stays what they say, beside the page's denial; what nobody named says, or the page
    itself only tells to call it false, is denied alone.

    Args:
        sentences: of the document.
        number: of the sentence among them.
        stated: its frames.
        english: the word lists.
    """
    if not stated:
        return
    sentence = sentences[number]
    within = _verdict(sentence, english)
    until = _end_of_clause(sentence, within) if within is not None else _end_of_verdict(sentences, number, english)
    judging = sentence.root if _end_of_verdict(sentences, number - 1, english) >= 0 else within
    for frame in stated:
        if judging is not None and judging.i in frame.verbs:
            continue
        denied = _denied(sentence, frame, within, until) if until >= 0 else None
        if denied is None or any(speaker >= 0 for speaker in frame.context.speakers):
            yield frame
        if denied is not None:
            yield denied


def _denied(sentence: Sentence, frame: Frame, within: Token | None, until: int) -> Frame | None:
    """Return the denial of what a sentence reports, or of what it says itself where the next one calls it false."""
    above = frame.context
    plain = within is None and not above.verbs and sentence.root.i in frame.verbs
    if not (above.verbs or plain) or (within is not None and frame.head > within.i):
        return None
    kept = tuple(i for i in frame.hedges if i not in above.hedges)
    told = replace(above, flipped=not above.flipped, speakers=(), verbs=(), hedges=())
    return replace(frame, context=told, hedges=kept, until=until)


def _end_of_clause(sentence: Sentence, verb: Token) -> int:
    """Return where the words of a clause end in the document, without its last mark."""
    words = [t for i in sentence.spans[verb.i] if (t := sentence.tokens[i]).pos not in {"PUNCT", "SPACE"}]
    return words[-1].end if words else verb.end


def _verdict(sentence: Sentence, english: English) -> Token | None:
    """Return the verb by which a sentence itself goes on to call false what it reports, None for none."""
    if sentence.lowers.isdisjoint(_TURNING):
        return None
    for verb in sentence.tokens:
        first = sentence.tokens[verb.head]
        if verb.dep != "conj" or not calls_false(sentence, verb, english):
            continue
        if any(t.lower in _TURNING for t in sentence.tokens[first.i : verb.i]):
            return verb
    return None


def _end_of_verdict(sentences: Sequence[Sentence], number: int, english: English) -> int:
    """Return where the next sentence ends if it only calls this one false, -1 if not."""
    following = sentences[number + 1] if 0 <= number < len(sentences) - 1 else None
    if following is None or not only_calls_false(following, english):
        return -1
    told = sentences[number]
    stated = told.kind is SentenceKind.STATEMENT and not negated(told, told.root.i, english)
    return following.end if stated else -1


def only_calls_false(sentence: Sentence, english: English) -> bool:
    """Say whether a short sentence only calls false what came before it, as "This is a myth" does.

    Args:
        sentence: the later one.
        english: the word lists.
    """
    short = sentence.kind is SentenceKind.STATEMENT and len(sentence.tokens) <= _LONGEST
    return short and not sentence.lowers.isdisjoint(_POINTING) and calls_false(sentence, sentence.root, english)


def calls_false(sentence: Sentence, verb: Token, english: English) -> bool:
    """Say whether a clause calls what was said false: "this has been disproven", "that is not true", "it's a myth".

    Args:
        sentence: the clause's.
        verb: its own.
        english: the word lists.
    """
    who = sentence.kid(verb.i, "nsubj", "nsubjpass")
    verdict = sentence.kid(verb.i, "acomp", "attr")
    if who is None or who.lower not in _POINTING or sentence.kid(who.i, "relcl", "prep", "acl") is not None:
        return False
    if sentence.kid(verb.i, "ccomp", "csubj", "xcomp", "prep") is not None:
        return False
    denied = bool(negated(sentence, verb.i, english))
    if verb.lemma in english["clause.disproving"]:
        return not denied and sentence.kid(verb.i, "auxpass") is not None
    if verb.lemma != "be" or verdict is None or sentence.kid(verdict.i, "ccomp", "acl", "relcl", "prep") is not None:
        return False
    words = {verdict.lemma, verdict.lower}
    known = english.of("clause.false", "clause.disproving")
    return not denied if words & known else denied and bool(words & english["clause.true"])
