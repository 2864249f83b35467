"""What narrows a claim: whom it is about, compared with what, how much, when, where, under what condition."""

from collections.abc import Iterator, Sequence

from claimgraph.extracting.arguments import TIME_NOUNS
from claimgraph.extracting.frame import Frame
from claimgraph.extracting.lexicon import Lexicon
from claimgraph.extracting.linking import Link, link, text_of
from claimgraph.extracting.phrases import phrase
from claimgraph.extracting.quantities import Measure, measures
from claimgraph.knowledge.english import English
from claimgraph.knowledge.matching import Match
from claimgraph.language.parsed import Sentence, Token
from claimgraph.model import Qualifier


def qualifiers(
    sentence: Sentence, frame: Frame, span: tuple[int, int], matches: Sequence[Match], lexicon: Lexicon, document: str
) -> tuple[Qualifier, ...]:
    """Return the qualifiers of a frame, in order of where they stand.

    Args:
        sentence: the frame's.
        frame: what is qualified.
        span: first and last token index of the frame's clause.
        matches: concepts named in the sentence.
        lexicon: what is known.
        document: the document's text, for the exact words.
    """
    found = [
        *_numbers(sentence, span, document, lexicon.english),
        *_phrases(sentence, frame, matches, lexicon, document),
        *_conditions(sentence, frame, document, lexicon.english),
    ]
    unique = {(q.kind, q.text): q for q in found}
    return tuple(unique.values())


def _numbers(sentence: Sentence, span: tuple[int, int], document: str, english: English) -> Iterator[Qualifier]:
    """Yield the quantities inside a frame's clause."""
    first, last = sentence.tokens[span[0]], sentence.tokens[span[1]]
    text = document[first.start : last.end]
    plain = text.replace("–", "-").replace("—", "-").replace("\u00a0", " ")
    if not any(map(str.isdigit, plain)) and not any(t.pos == "NUM" for t in sentence.tokens[span[0] : span[1] + 1]):
        return
    for measure in measures(plain):
        if measure.quantity.unit == "1" and not _counts(sentence, first.start + measure.end):
            continue
        kind = _number_kind(plain, measure, english)
        yield Qualifier(kind, text[measure.start : measure.end].strip(), _number_label(measure), None, measure.quantity)


def _counts(sentence: Sentence, end: int) -> bool:
    """Say whether a bare number counts something: a noun stands at its end or right behind it."""
    near = [t for t in sentence.tokens if t.start < end + 24 and t.end >= end]
    return any((t.pos in {"NOUN", "PROPN"} and t.dep not in {"compound"}) or t.tag == "NNS" for t in near[:3])


#: What a quantity of a dimension tells wherever it stands.
_DIMENSIONS = (("money", "money"), ("share", "share"), ("mass", "dose"), ("dose", "dose"), ("concentration", "dose"))


def _number_kind(text: str, measure: Measure, english: English) -> str:
    """Return what a quantity tells, by its dimension and the words around it."""
    before = text[max(0, measure.start - 24) : measure.start].lower().rstrip()
    after = text[measure.end : measure.end + 16].lower()
    dimension = measure.quantity.dimension
    if dimension == "time":
        return _time_kind(before, after, english)
    known = next((kind for name, kind in _DIMENSIONS if name == dimension), None)
    return known or _count_kind(before, after, measure, english)


def _count_kind(before: str, after: str, measure: Measure, english: English) -> str:
    """Return what a bare number or rate tells."""
    if measure.quantity.dimension == "rate":
        return "frequency"
    if measure.counted in english["qualifier.sessions"]:
        return "sessions"
    if before.endswith(tuple(english["qualifier.aged"])):
        return "population"
    repeated = measure.counted in {"times", "time"} and after.startswith((" a ", " per ", " daily"))
    return "frequency" if repeated else "quantity"


def _time_kind(before: str, after: str, english: English) -> str:
    """Return whether a stretch of time is a moment, a duration, a frequency or an age."""
    if before.endswith(tuple(english["qualifier.every"])):
        return "frequency"
    if before.endswith(tuple(english["qualifier.lasting"])) or after.startswith(("-long", " long")):
        return "duration"
    return "population" if "old" in after[:6] or "of age" in after[:8] else "time"


def _number_label(measure: Measure) -> str:
    """Return a quantity in its base unit, as text."""
    quantity = measure.quantity
    bounds = [f"{b:g}" if b is not None else "" for b in (quantity.low, quantity.high)]
    number = bounds[0] if bounds[0] == bounds[1] else f"{bounds[0]}..{bounds[1]}"
    unit = measure.counted if quantity.unit == "1" else quantity.unit
    return f"{number} {unit}".strip()


def _phrases(
    sentence: Sentence, frame: Frame, matches: Sequence[Match], lexicon: Lexicon, document: str
) -> Iterator[Qualifier]:
    """Yield the prepositional phrases of a frame that tell for whom, where, for what, compared with what."""
    used = {frame.subject, frame.object}
    for prep in _prepositions(sentence, frame):
        noun = sentence.kid(prep.i, "pobj")
        if noun is None and (inner := sentence.kid(prep.i, "prep")) is not None:
            noun = sentence.kid(inner.i, "pobj")
        if noun is None or noun.i in used or prep.i in frame.links:
            continue
        named = link(sentence, noun.i, matches, lexicon)
        kind = _phrase_kind(prep, noun, named, lexicon)
        if kind:
            text, _, _ = text_of(sentence, noun.i, document)
            yield Qualifier(kind, text, named.label, named.concept)


def _prepositions(sentence: Sentence, frame: Frame) -> Iterator[Token]:
    """Yield the prepositions that hang on a frame's verbs, its head, its object and what the subject is "in"."""
    places = [*frame.verbs, frame.head, *frame.links]
    if frame.object is not None:
        places += phrase(sentence, frame.object)
    if frame.subject is not None and frame.subject < (frame.verbs[0] if frame.verbs else frame.head):
        places += [frame.subject]
    seen: set[int] = set()
    for place in places:
        for kid in sentence.kids(place, "prep", "advcl", "advmod"):
            if kid.i not in seen and (kid.dep == "prep" or kid.lower in {"compared"}):
                seen.add(kid.i)
                yield kid


def _phrase_kind(prep: Token, noun: Token, named: Link, lexicon: Lexicon) -> str | None:
    """Return what a prepositional phrase tells, None where it only rounds off the sentence."""
    english = lexicon.english
    concept = lexicon.concept(named.concept)
    kind = concept.kind if concept else None
    if prep.lower in english["qualifier.compared"]:
        return "comparator"
    people = kind == "Population" or noun.lemma in english["person_nouns"]
    if people and prep.lower in english["qualifier.people"]:
        return "population" if prep.lower not in english["qualifier.owners"] else None
    if prep.lower in {"in", "on", "into", "to", "at", "within"} and kind in {"Anatomy", "Cell"}:
        return "site"
    if prep.lower == "for" and noun.pos in {"NOUN", "PROPN"} and noun.lemma not in TIME_NOUNS:
        return "purpose"
    if prep.lower in {"in", "during"} and kind == "Condition":
        return "condition"
    return "place" if prep.lower in {"in", "at"} and noun.pos == "PROPN" and named.concept is None else None


def _conditions(sentence: Sentence, frame: Frame, document: str, english: English) -> Iterator[Qualifier]:
    """Yield the conditions a frame is said under: "if taken daily", "when used at night"."""
    for verb in frame.verbs:
        for clause in sentence.kids(verb, "advcl"):
            marks = {k.lower for k in sentence.kids(clause.i, "mark", "advmod")}
            if marks & english["qualifier.conditions"]:
                indices = sentence.spans[clause.i]
                start, end = sentence.tokens[indices[0]].start, sentence.tokens[indices[-1]].end
                text = document[start:end].strip(" ,.;")
                yield Qualifier("condition", text, text.lower()[:80])
