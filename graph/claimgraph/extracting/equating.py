"""Equatives: "just as effective as X" puts its subject level with X, "at least as effective as X" not behind it."""

from collections.abc import Iterator
from dataclasses import replace

from claimgraph.extracting.chains import chain
from claimgraph.extracting.comparing import compared_in
from claimgraph.extracting.context import context
from claimgraph.extracting.denying import deniers
from claimgraph.extracting.frame import Frame
from claimgraph.extracting.subjects import subject
from claimgraph.extracting.weakening import weakeners
from claimgraph.knowledge.english import English
from claimgraph.language.parsed import Sentence, Token


def equative(sentence: Sentence, english: English) -> Iterator[Frame]:
    """Yield a frame for everything that is said to be as much so as another thing.

    "A is as quick as B" gives "A be as quick as B"; "at least as quick" and "not as quick" say on which side A is not,
    or is: "A be less quick than B", denied or not.

    Args:
        sentence: to read.
        english: the word lists.
    """
    if "as" not in sentence.lowers:
        return
    for behind in sentence.tokens:
        other = sentence.kid(behind.i, "pobj") if behind.lower == "as" and behind.dep == "prep" else None
        word = sentence.tokens[behind.head]
        before = equated_by(sentence, word, english) if other is not None else None
        if other is None or before is None or before.i > behind.i or not _thing(sentence, other):
            continue
        frame = _equating(sentence, word, behind, other, english)
        if frame is not None:
            yield _sided(sentence, frame, before)


def equated_by(sentence: Sentence, word: Token, english: English) -> Token | None:
    """Return the first "as" of an equative adjective or adverb, None where it stands by itself or as a part of more.

    Args:
        sentence: the word's.
        word: that may be graded by "as".
        english: the word lists.
    """
    if word.pos not in {"ADJ", "ADV", "VERB"} or word.lower in english["predicate.not_equated"]:
        return None
    before = next((k for k in sentence.kids(word.i, "advmod") if k.lower == "as" and k.i < word.i), None)
    if before is None:
        return None
    beside = {t.lower for t in sentence.tokens[max(0, before.i - 2) : before.i]}
    return None if beside & english["predicate.short_of_equal"] else before


def _thing(sentence: Sentence, other: Token) -> bool:
    """Say whether what stands behind the second "as" is a thing and no number or clause."""
    number = sentence.kid(other.i, "nummod") is not None
    named = other.pos in {"NOUN", "PROPN"} or other.lower in {"one", "ones"}
    return named and not number and other.lower not in {"possible", "usual", "ever"}


def _equating(sentence: Sentence, word: Token, behind: Token, other: Token, english: English) -> Frame | None:
    """Return the frame of one equative, None where nothing is equated or the clause is not asserted."""
    verb = compared_in(sentence, word, english)
    quality = _quality(sentence, word, english)
    if verb is None or not quality or word.i < verb.i:
        return None
    above = context(sentence, verb.i, english)
    who = subject(sentence, verb, english)
    if not above.asserted or who is None or who.i == other.i:
        return None
    links = chain(sentence, verb.i, english)
    return Frame(
        rule="comparison",
        verbs=links.verbs,
        head=word.i,
        subject=who.i,
        object=other.i,
        links=(behind.i,),
        negations=(*deniers(sentence, links.verbs, who.i, None, english), *links.deniers, *_denied(sentence, word)),
        hedges=(*links.weakeners, *weakeners(sentence, links.verbs, None, english), *above.hedges),
        context=above,
        key=f"be as {quality} as",
        comparison=word.i,
    )


def _denied(sentence: Sentence, word: Token) -> tuple[int, ...]:
    """Return the "not" that stands with a quality and not with the verb: "are generally not as clear as"."""
    beside = (word, *sentence.kids(word.i, "advmod"))
    return tuple(k.i for t in beside for k in sentence.kids(t.i, "neg", "advmod") if k.lower in {"not", "n't"})


def _quality(sentence: Sentence, word: Token, english: English) -> str:
    """Return the quality two things have alike, as an adjective: "good" of "works as well as"; "" for none."""
    if word.lower != "well":
        return word.lower.removesuffix("ly")
    return "good" if sentence.tokens[word.head].lemma in english["relating.plain"] else ""


def _sided(sentence: Sentence, frame: Frame, before: Token) -> Frame:
    """Return the frame of what is at least, or not, as much so: it is no less so, or less."""
    least = sentence.tokens[max(0, before.i - 1)].lower == "least"
    denied = [i for i in frame.negations if i != frame.subject and sentence.tokens[i].lower in {"not", "n't", "never"}]
    if not least and len(denied) % 2 == 0 and not frame.context.flipped:
        return frame
    key = f"be less {(frame.key or '').split()[2]} than"
    return replace(frame, key=key, negations=(*frame.negations, before.i))
