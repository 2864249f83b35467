"""Frames made plainer with what the pack knows of predicates: "is a substitute for X", "is cell-derived"."""

from dataclasses import replace

from claimgraph.extracting.frame import Frame
from claimgraph.extracting.lexicon import Lexicon
from claimgraph.language.parsed import Sentence

#: The second part of a compound adjective, and the predicate it stands for.
COMPOUNDS = (
    ("derived", "be derived from"),
    ("based", "be based on"),
    ("free", "be free of"),
    ("rich", "be rich in"),
    ("related", "be related to"),
    ("induced", "be caused by"),
    ("driven", "be driven by"),
)


def refined(sentence: Sentence, frame: Frame, lexicon: Lexicon) -> Frame:
    """Return a frame with a plainer predicate and object where one is to be had, else the frame itself."""
    if frame.object is not None and (turned := _but(sentence, frame) or _far_from(sentence, frame)) is not None:
        frame = turned
    if frame.object is None or frame.key is not None or frame.clause_object:
        return frame
    if sentence.tokens[frame.head].lemma != "be":
        return _light(sentence, frame, lexicon) or frame
    return _compound(sentence, frame) or _role(sentence, frame, lexicon) or frame


def _far_from(sentence: Sentence, frame: Frame) -> Frame | None:
    """Return "is not complete" for "is far from complete"."""
    assert frame.object is not None  # noqa: S101 - the caller looked
    word = sentence.tokens[frame.object]
    rest = sentence.tokens[word.i + 2 : word.i + 6]
    if word.lower != "far" or not rest or sentence.tokens[word.i + 1].lower != "from":
        return None
    named = next((t for t in rest if t.pos in {"ADJ", "NOUN", "VERB"}), None)
    return replace(frame, object=named.i, negations=(*frame.negations, word.i)) if named is not None else None


def _but(sentence: Sentence, frame: Frame) -> Frame | None:
    """Return "is not cheap" for "is anything but cheap", "is trouble" for "is nothing but trouble"."""
    assert frame.object is not None  # noqa: S101 - the caller looked
    word = sentence.tokens[frame.object]
    if (
        word.lower not in {"anything", "nothing"}
        or word.i + 2 >= len(sentence.tokens)
        or sentence.tokens[word.i + 1].lower != "but"
    ):
        return None
    rest = [t for t in sentence.tokens[word.i + 2 :] if t.pos in {"ADJ", "NOUN", "PROPN"}]
    if not rest:
        return None
    named = rest[0]
    while named.dep in {"amod", "compound"} and named.head > named.i:
        named = sentence.tokens[named.head]
    negations = tuple(n for n in frame.negations if n != word.i)
    denied = (*negations, word.i) if word.lower == "anything" else negations
    return replace(frame, object=named.i, negations=denied)


def _compound(sentence: Sentence, frame: Frame) -> Frame | None:
    """Return "derived from stem cells" for "is stem cell-derived"."""
    assert frame.object is not None  # noqa: S101 - the caller looked
    for hyphen in sentence.tokens[frame.object + 1 : frame.object + 4]:
        if hyphen.text != "-":
            if hyphen.pos not in {"NOUN", "ADJ", "PROPN"}:
                return None
            continue
        before, word = sentence.tokens[hyphen.i - 1], sentence.tokens[min(hyphen.i + 1, len(sentence.tokens) - 1)]
        key = dict(COMPOUNDS).get(word.lower)
        joined = before.end == hyphen.start and hyphen.end == word.start
        return replace(frame, key=key, object=before.i, extra=(*frame.extra, word.i)) if key and joined else None
    return None


def _light(sentence: Sentence, frame: Frame, lexicon: Lexicon) -> Frame | None:
    """Return "has an effect on X" as one predicate, where the pack knows the verb with its noun as one."""
    assert frame.object is not None  # noqa: S101 - the caller looked
    verb, noun = sentence.tokens[frame.head], sentence.tokens[frame.object]
    outcome = noun.lemma in lexicon.english["reference.outcome_nouns"] - {"effect", "difference", "response"}
    graded = any(k.tag in {"JJR", "JJS"} for k in sentence.kids(noun.i, "amod"))
    if frame.passive or frame.links or noun.pos != "NOUN" or outcome or graded:
        return None
    for prep in (*sentence.kids(noun.i, "prep"), *(k for k in sentence.kids(verb.i, "prep") if k.i > noun.i)):
        other = sentence.kid(prep.i, "pobj")
        key = f"{verb.lemma} {noun.lemma} {prep.lower}"
        if other is not None and len(lexicon.verbs.exactly(key)) == 1:
            return replace(frame, key=key, object=other.i, links=(noun.i, prep.i))
    return None


def _role(sentence: Sentence, frame: Frame, lexicon: Lexicon) -> Frame | None:
    """Return "substitutes X" for "is a substitute for X", where the pack knows the noun as a predicate."""
    assert frame.object is not None  # noqa: S101 - the caller looked
    noun = sentence.tokens[frame.object]
    if noun.dep != "attr" or noun.pos != "NOUN":
        return None
    for prep in sentence.kids(noun.i, "prep"):
        other = sentence.kid(prep.i, "pobj")
        if other is None:
            continue
        for key in (
            f"be {noun.lemma} {prep.lower}",
            f"be a {noun.lemma} {prep.lower}",
            f"be the {noun.lemma} {prep.lower}",
        ):
            if lexicon.verbs.find(key):
                return replace(frame, key=key, object=other.i, links=(noun.i, prep.i))
    return None
