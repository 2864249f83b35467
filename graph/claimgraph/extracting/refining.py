"""Frames made plainer with what the pack knows of predicates: "is a substitute for X", "is cell-derived"."""

from dataclasses import dataclass, replace

from claimgraph.extracting.frame import Frame
from claimgraph.extracting.lexicon import Lexicon
from claimgraph.extracting.phrases import nothing_more_than
from claimgraph.language.parsed import Sentence, Token

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
#: Outcome nouns that make one predicate with their verb: "has an effect on".
_EFFECTS = frozenset({"effect", "difference", "response", "benefit"})


def refined(sentence: Sentence, frame: Frame, lexicon: Lexicon) -> Frame:
    """Return a frame with a plainer predicate and object where one is to be had, else the frame itself.

    Args:
        sentence: the frame's.
        frame: to make plainer.
        lexicon: what is known of predicates.
    """
    if frame.object is None:
        return frame
    word = sentence.tokens[frame.object]
    if (idiom := _but(sentence, word) or _far_from(sentence, word) or _no_more_than(sentence, word)) is not None:
        frame, word = _without_idiom(frame, word, idiom), idiom.named
    if frame.key is not None or frame.clause_object:
        return frame
    if sentence.tokens[frame.head].lemma != "be":
        return _accompanying(sentence, frame, word) or _light(sentence, frame, word, lexicon) or frame
    return _compound(sentence, frame, word) or _role(sentence, frame, word, lexicon) or frame


def _accompanying(sentence: Sentence, frame: Frame, word: Token) -> Frame | None:
    """Return "come along with" for what comes with a thing and does not have it: "the seeds that come with it"."""
    links = [sentence.tokens[i].lower for i in frame.links]
    told = sentence.tokens[frame.verbs[0]].dep == "relcl" and word.pos == "PRON" and links == ["with"]
    return replace(frame, key="come along with") if told and sentence.tokens[frame.head].lemma == "come" else None


@dataclass(frozen=True, slots=True)
class _Idiom:
    """An object that only leads up to what is said.

    Attributes:
        named: what is said.
        denies: whether the idiom denies it.
    """

    named: Token
    denies: bool


def _without_idiom(frame: Frame, word: Token, idiom: _Idiom) -> Frame:
    """Return a frame about what is said, denied once where the idiom denies it."""
    negations = tuple(n for n in frame.negations if n not in {word.i, word.i - 1})
    return replace(frame, object=idiom.named.i, negations=(*negations, word.i) if idiom.denies else negations)


def _far_from(sentence: Sentence, word: Token) -> _Idiom | None:
    """Return "not complete" for "far from complete"."""
    rest = sentence.tokens[word.i + 2 : word.i + 6]
    if word.lower != "far" or not rest or sentence.tokens[word.i + 1].lower != "from":
        return None
    named = next((t for t in rest if t.pos in {"ADJ", "NOUN", "VERB"}), None)
    return _Idiom(named, denies=True) if named is not None else None


def _but(sentence: Sentence, word: Token) -> _Idiom | None:
    """Return "not cheap" for "anything but cheap", "trouble" for "nothing but trouble"."""
    rest = sentence.tokens[word.i + 1 :]
    if word.lower not in {"anything", "nothing"} or len(rest) < 2 or rest[0].lower != "but":
        return None
    named = next((t for t in rest[1:] if t.pos in {"ADJ", "NOUN", "PROPN"}), None)
    while named is not None and named.dep in {"amod", "compound"} and named.head > named.i:
        named = sentence.tokens[named.head]
    return _Idiom(named, denies=word.lower == "anything") if named is not None else None


def _no_more_than(sentence: Sentence, word: Token) -> _Idiom | None:
    """Return "trouble" for "nothing more than trouble", "little more than trouble", "no more than trouble"."""
    named = nothing_more_than(sentence, word.i) or nothing_more_than(sentence, word.i - 1)
    return _Idiom(named, denies=False) if named is not None else None


def _compound(sentence: Sentence, frame: Frame, word: Token) -> Frame | None:
    """Return "derived from rock salt" for "is rock salt-derived"."""
    for hyphen in sentence.tokens[word.i + 1 : word.i + 4]:
        if hyphen.text == "-":
            return _compounded(sentence, frame, hyphen)
        if hyphen.pos not in {"NOUN", "ADJ", "PROPN"}:
            return None
    return None


def _compounded(sentence: Sentence, frame: Frame, hyphen: Token) -> Frame | None:
    """Return the frame of a compound adjective, by what its second part stands for."""
    before, after = sentence.tokens[hyphen.i - 1], sentence.tokens[min(hyphen.i + 1, len(sentence.tokens) - 1)]
    key = next((key for second, key in COMPOUNDS if second == after.lower), None)
    joined = before.end == hyphen.start and hyphen.end == after.start
    return replace(frame, key=key, object=before.i, extra=(*frame.extra, after.i)) if key and joined else None


def _light(sentence: Sentence, frame: Frame, noun: Token, lexicon: Lexicon) -> Frame | None:
    """Return "has an effect on X" as one predicate, where the pack knows the verb with its noun as one."""
    if frame.passive or frame.links or noun.pos != "NOUN":
        return None
    verb = sentence.tokens[frame.head]
    plain = noun.lemma in _EFFECTS or noun.lemma not in lexicon.english["reference.outcome_nouns"]
    if not plain or any(k.tag in {"JJR", "JJS"} for k in sentence.kids(noun.i, "amod")):
        return None
    if (doing := _doing(sentence, verb, noun)) is not None:
        return replace(frame, key="cause", object=doing.i)
    times = lexicon.english["argument.times"]
    for prep in (*sentence.kids(noun.i, "prep"), *(k for k in sentence.kids(verb.i, "prep") if k.i > noun.i)):
        other = sentence.kid(prep.i, "pobj")
        lasting = prep.lower == "of" and noun.lemma in lexicon.english["predicate.lifetimes"]
        lasting = lasting and all(k.lower != "half" for k in sentence.kids(noun.i))
        timed = other is not None and any(k.lemma in times for k in (other, *sentence.kids(other.i)))
        if lasting and not timed:
            continue
        key = "have lifespan of" if lasting and verb.lemma == "have" else f"{verb.lemma} {noun.lemma} {prep.lower}"
        if other is not None and len(lexicon.verbs.exactly(key)) == 1:
            judged = _judged(sentence, noun, lexicon)
            return replace(frame, key=judged or key, object=other.i, links=(noun.i, prep.i))
    return None


def _judged(sentence: Sentence, noun: Token, lexicon: Lexicon) -> str | None:
    """Return the verb for an effect that is called bad or good: "has an adverse effect on X" harms it."""
    words = {k.lower for k in sentence.kids(noun.i, "amod")}
    if noun.lemma not in {"effect", "impact", "influence"}:
        return None
    if words & lexicon.english["value.bad"]:
        return "harm"
    return "benefit" if words & lexicon.english["value.good"] else None


def _doing(sentence: Sentence, verb: Token, noun: Token) -> Token | None:
    """Return what an effect does: the "drying" of "has a drying effect"."""
    if noun.lemma != "effect" or verb.lemma not in {"have", "exert", "produce", "show"}:
        return None
    before = sentence.kids(noun.i, "amod", "compound")
    return next((k for k in reversed(before) if k.lower.endswith("ing") and k.i == noun.i - 1), None)


def _role(sentence: Sentence, frame: Frame, noun: Token, lexicon: Lexicon) -> Frame | None:
    """Return "substitutes X" for "is a substitute for X", where the pack knows the noun as a predicate."""
    if noun.dep != "attr":
        return None
    noun = _one_of(sentence, noun)
    if noun.pos != "NOUN" or sentence.kid(noun.i, "predet", "nummod", "quantmod") is not None:
        return None
    for prep in sentence.kids(noun.i, "prep"):
        other = sentence.kid(prep.i, "pobj")
        keys = (f"be {article}{noun.lemma} {prep.lower}" for article in _articles(sentence, noun))
        key = next((key for key in keys if lexicon.verbs.find(key)), None)
        if other is not None and key is not None:
            return replace(frame, key=key, object=other.i, links=(noun.i, prep.i))
    return None


def _one_of(sentence: Sentence, word: Token) -> Token:
    """Return "causes" for "one of the causes", else the word itself."""
    of = next((k for k in sentence.kids(word.i, "prep") if k.lower == "of"), None) if word.lower == "one" else None
    noun = sentence.kid(of.i, "pobj") if of is not None else None
    return noun if noun is not None else word


def _articles(sentence: Sentence, noun: Token) -> tuple[str, ...]:
    """Return what may stand before a noun in a key, its own first: "the cause" says more than "a cause"."""
    definite = noun.dep == "attr" and sentence.has(noun.i, ("the",), "det")
    return ("the ", "", "a ") if definite else ("", "a ", "the ")
